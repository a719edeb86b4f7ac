"""An edition made ready to decide: its conditions over numbered atoms, as generated code and as decision diagrams.

A traveller is two bit sets over the atoms: what is true, and what may be true. The generated function and the diagram
come from the same tree; the tests prove that they agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, TypeAlias

from sops.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf, Possibly, Term, children
from sops.diagram import Diagrams
from sops.exposures import ExposureAtom, Exposures, matcher
from sops.facts import SIGNS, WHO_SIGNS, Answer, Facts
from sops.model import CLASS_ORDER, CaseDefinition

Bits: TypeAlias = tuple[int, int]
"""What is true and what may be true."""

IGNORE: Final = 99
"""Terminal of the class diagrams where the combination cannot occur."""
_FREE: Final = (Answer.UNKNOWN, Answer.REFUSED, Answer.UNASKED)


class Engine:
    """Decides, for one edition and one set of parameters."""

    def __init__(self, definition: CaseDefinition, overrides: Mapping[str, float] | None = None) -> None:
        self.definition = definition
        given = overrides or {}
        self.parameters = {n: given.get(n, p.value) for n, p in definition.parameters.items()}
        self.terms = {name: self._expand(term.when) for name, term in definition.terms.items()}
        self.criteria = [(c.name, c.classification, self._expand(c.when)) for c in definition.criteria]
        self.alerts = [(alert.name, self._expand(alert.when)) for alert in definition.alerts]
        self.onset = self._expand(definition.onset.when)
        self.atoms = self._order()
        self._bit = {atom: number for number, atom in enumerate(self.atoms)}
        self._index()
        self.class_masks = tuple(
            sum(1 << i for i, (_, of, _) in enumerate(self.criteria) if of == name) for name in CLASS_ORDER
        )
        self.decide: Callable[[int, int], Bits] = _generate(self)

    def number(self, value: Any) -> float:
        """A number, or the value of the parameter of that name."""
        return self.parameters[value] if isinstance(value, str) else value

    # -- atoms ------------------------------------------------------------------------------------------------------

    def _expand(self, tree: Condition) -> Condition:
        """The tree with "any sign" and lists of test types written out, so that every leaf is one atom."""
        match tree:
            case Leaf(kind="any sign"):
                names = WHO_SIGNS if tree["any sign"] == "who" else SIGNS
                return AnyOf(tuple(Leaf("sign", (("sign", name),)) for name in names))
            case Leaf(kind="test"):
                spec = dict(tree["test"])  # type: ignore[arg-type]
                return AnyOf(tuple(Leaf("test", (("result", spec["result"]), ("type", kind))) for kind in spec["type"]))
            case AllOf(parts):
                return AllOf(tuple(map(self._expand, parts)))
            case AnyOf(parts):
                return AnyOf(tuple(map(self._expand, parts)))
            case NoneOf(parts):
                return NoneOf(tuple(map(self._expand, parts)))
            case AtLeast(count, parts):
                return AtLeast(count, tuple(map(self._expand, parts)))
            case Possibly(part):
                return Possibly(self._expand(part))
            case _:
                return tree

    def _order(self) -> tuple[Leaf, ...]:
        """All atoms: exposures first, then days, tests and judgements, signs last (small diagrams, cheap to restrict)."""
        rank = ("exposure", "onset within days", "test", "imaging", "deceased", "unasked", "fact", "reading at least")
        trees = [*self.terms.values(), *(t for _, _, t in self.criteria), *(t for _, t in self.alerts), self.onset]
        found = dict.fromkeys(leaf for tree in trees for leaf in _atoms(tree))
        signs = {Leaf("sign", (("sign", name),)): number for number, name in enumerate(SIGNS)}
        return tuple(
            sorted(found, key=lambda leaf: (len(rank), signs[leaf]) if leaf in signs else (rank.index(leaf.kind), 0))
        )

    def _index(self) -> None:
        """Where each kind of fact finds its bit."""
        self.sign_bits: dict[str, int] = {}
        self.reading_bits: list[tuple[float, int]] = []
        self.onset_bits: list[tuple[int, int]] = []
        self.fact_bits: dict[str, int] = {}
        self.unasked_bits: dict[str, int] = {}
        self.imaging_bits: dict[str, int] = {}
        self.death_bits: dict[str, int] = {}
        self.test_bits: dict[tuple[str, str], int] = {}
        exposures = []
        for leaf, number in self._bit.items():
            bit = 1 << number
            match leaf.kind:
                case "sign":
                    self.sign_bits[str(leaf["sign"])] = bit
                case "reading at least":
                    self.reading_bits.append((self.number(leaf["reading at least"]), bit))
                case "onset within days":
                    self.onset_bits.append((int(self.number(leaf["onset within days"])), bit))
                case "fact":
                    self.fact_bits[str(leaf["fact"])] = bit
                case "unasked":
                    self.unasked_bits[str(leaf["unasked"])] = bit
                case "imaging":
                    self.imaging_bits[str(leaf["imaging"])] = bit
                case "deceased":
                    self.death_bits[str(leaf["deceased"])] = bit
                case "test":
                    self.test_bits[str(leaf["type"]), str(leaf["result"])] = bit
                case "exposure":
                    named = self.definition.exposures[str(leaf["exposure"])]
                    exposures.append(
                        ExposureAtom(
                            number,
                            tuple(matcher(plain, self.number) for plain in named.matchers),
                            int(self.number(leaf["within days"])),
                            str(leaf["before"]),
                        )
                    )
        self.exposures = Exposures(tuple(exposures))
        self.all_tests = sum(self.test_bits.values())
        self.onset_signs = sum(bit for name, bit in self.sign_bits.items() if name in WHO_SIGNS)

    def path(self, number: int) -> str:
        """The fact behind an atom, as results name it: `symptoms.cough`, `hospitalisation_required`, `tests` ..."""
        leaf = self.atoms[number]
        match leaf.kind:
            case "sign":
                return f"symptoms.{leaf['sign']}"
            case "reading at least":
                return "temp_c"
            case "onset within days":
                return "onset_days_ago"
            case "imaging":
                return "chest_imaging"
            case "deceased":
                return f"deceased.{leaf['deceased']}"
            case "test":
                return "tests"
            case "exposure":
                matchers = self.definition.exposures[str(leaf["exposure"])].matchers
                return f"exposures.{matchers[0]['kind']}"
            case _:
                return str(leaf[leaf.kind])

    # -- observing --------------------------------------------------------------------------------------------------

    def observe(self, facts: Facts) -> Bits:
        """The atoms that are not about days or exposures: what is true, and what may be true."""
        yes = may = 0
        for name, bit in self.sign_bits.items():
            answer = facts.signs[name]
            if answer is not Answer.NO:
                may |= bit
                if answer is Answer.YES:
                    yes |= bit
        reading = facts.temperature_c
        if reading is not None:
            for threshold, bit in self.reading_bits:
                if reading is Answer.UNKNOWN:
                    may |= bit
                elif reading >= threshold:
                    yes |= bit
        for name, bit in self.fact_bits.items():
            answer = facts.judgements[name]
            if answer is not Answer.NO:
                may |= bit
                if answer is Answer.YES:
                    yes |= bit
        for name, bit in self.unasked_bits.items():
            if facts.judgements[name] is Answer.UNASKED:
                yes |= bit
        if self.imaging_bits and facts.chest_imaging is not None:
            if facts.chest_imaging == Answer.UNKNOWN:
                may |= sum(self.imaging_bits.values())
            else:
                yes |= self.imaging_bits.get(facts.chest_imaging, 0)
        if facts.tests is None:
            may |= self.all_tests
        else:
            for test in facts.tests:
                yes |= self.test_bits.get((test.type, test.result), 0)
        if facts.deceased is not None:
            for name, bit in self.death_bits.items():
                answer = facts.deceased[name]
                if answer is Answer.YES:
                    yes |= bit
                elif answer in _FREE:
                    may |= bit
        return yes, may | yes

    def onsets(self, facts: Facts, yes: int, may: int) -> tuple[int | None, ...]:
        """Every day of onset (days ago) that could be, up to what the rules can tell apart; None is "no illness yet"."""
        signs = self.onset_signs | sum(bit for _, bit in self.reading_bits)
        none = () if yes & signs else (None,)
        if not may & signs:
            return (None,)
        if facts.onset_days_ago is not Answer.UNKNOWN:
            return (*none, int(facts.onset_days_ago))
        cuts = {0, 1}
        for days, _ in self.onset_bits:
            cuts |= {days, days + 1}
        for atom in self.exposures.atoms:
            cuts |= {atom.days, atom.days + 1}
            for row in facts.exposures or ():
                for day in (row.first_day_ago, row.last_day_ago):
                    if isinstance(day, int):
                        cuts |= {day, day + 1, day - atom.days, day - atom.days - 1}
        least = max(facts.onset_of.values(), default=0)
        return (*none, *sorted({max(cut, least) for cut in cuts}))

    def days(self, onset: int | None) -> int:
        """The atoms about the day of onset that are true for that day."""
        if onset is None:
            return 0
        return sum(bit for days, bit in self.onset_bits if onset <= days)

    # -- diagrams ---------------------------------------------------------------------------------------------------

    @cached_property
    def diagrams(self) -> Diagrams:
        """The table in which the diagrams of this edition live."""
        return Diagrams()

    @cached_property
    def roots(self) -> tuple[int, int]:
        """The class of a traveller, without an onset and with one: terminals are ranks in CLASS_ORDER."""
        table, root = self.diagrams, self.diagrams.terminal(0)
        for name, classification, _ in self.criteria:  # in ascending order of class: the highest met wins
            root = table.choose(self.criterion_diagram(name), table.terminal(CLASS_ORDER.index(classification)), root)
        begun, ignore = self._build(self.onset), table.terminal(IGNORE)
        return table.choose(begun, ignore, root), table.choose(begun, root, ignore)

    def criterion_diagram(self, name: str) -> int:
        """The diagram of one criterion."""
        return self._criterion_diagrams[name]

    @cached_property
    def _criterion_diagrams(self) -> dict[str, int]:
        return {name: self._build(tree) for name, _, tree in self.criteria}

    def _build(self, tree: Condition) -> int:
        table = self.diagrams
        match tree:
            case Leaf():
                refers = self.refers(tree)
                if refers is not None:
                    return table.any_of([self._build(part) for part in refers])
                return table.atom(self._bit[tree])
            case Term(name):
                return self._build(self.terms[name])
            case AllOf(parts):
                return table.all_of([self._build(part) for part in parts])
            case AnyOf(parts):
                return table.any_of([self._build(part) for part in parts])
            case NoneOf(parts):
                return table.negate(table.any_of([self._build(part) for part in parts]))
            case AtLeast(count, parts):
                return table.at_least(count, [self._build(part) for part in parts])
            case Possibly():
                raise TypeError("a definition has no `possibly`: unknown is decided by the logic")

    def refers(self, leaf: Leaf) -> list[Condition] | None:
        """The criteria that a `class` or `criterion` leaf refers to; None for other leaves."""
        match leaf.kind:
            case "class":
                return [tree for _, of, tree in self.criteria if of == leaf["class"]]
            case "criterion":
                return [tree for name, _, tree in self.criteria if name == leaf["criterion"]]
            case _:
                return None

    def bit(self, leaf: Leaf) -> int:
        """The bit of an atom."""
        return 1 << self._bit[leaf]


def _atoms(tree: Condition) -> Iterator[Leaf]:
    if isinstance(tree, Leaf):
        if tree.kind not in ("class", "criterion"):
            yield tree
    else:
        for part in children(tree):
            yield from _atoms(part)


def _generate(engine: Engine) -> Callable[[int, int], Bits]:
    """Python for the whole edition: `decide(yes, may) -> (met, possible)`, bit sets over criteria and then alerts.

    Every term and criterion becomes two local names, its lower and its upper truth; only operators of the closed
    language and numbers ever reach the text that is compiled.
    """
    lines: list[str] = []
    names: dict[tuple[str, str], str] = {}
    by_class = {name: tree for name, _, tree in engine.criteria}

    def local(group: str, name: str, tree: Condition) -> str:
        found = names.get((group, name))
        if found is None:
            low, high = text(tree, upper=False), text(tree, upper=True)
            found = names[group, name] = f"t{len(names)}"
            lines.append(f" {found}l = 1 if {low} else 0")
            lines.append(f" {found}u = 1 if {high} else 0")
        return found

    def text(tree: Condition, *, upper: bool) -> str:
        known, end = ("m", "u") if upper else ("y", "l")
        match tree:
            case Leaf(kind="class"):
                of = [name for name, cls, _ in engine.criteria if cls == tree["class"]]
                return "(" + (" or ".join(local("c", n, by_class[n]) + end for n in of) or "0") + ")"
            case Leaf(kind="criterion"):
                return local("c", str(tree["criterion"]), by_class[str(tree["criterion"])]) + end
            case Leaf():
                return f"{known} & {engine.bit(tree)}"
            case Term(name):
                return local("t", name, engine.terms[name]) + end
            case AllOf(parts):
                mask, rest = split(parts)
                tests = [f"{known} & {mask} == {mask}"] if mask else []
                tests += [text(part, upper=upper) for part in rest]
                return "(" + (" and ".join(f"({t})" for t in tests) or "1") + ")"
            case AnyOf(parts):
                mask, rest = split(parts)
                tests = [f"{known} & {mask}"] if mask else []
                tests += [text(part, upper=upper) for part in rest]
                return "(" + (" or ".join(f"({t})" for t in tests) or "0") + ")"
            case NoneOf(parts):
                return f"(not {text(AnyOf(parts), upper=not upper)})"
            case AtLeast(count, parts):
                mask, rest = split(parts)
                counted = [f"({known} & {mask}).bit_count()"] if mask else []
                counted += [
                    text(p, upper=upper) if isinstance(p, Term) else f"(1 if {text(p, upper=upper)} else 0)"
                    for p in rest
                ]
                return f"({' + '.join(counted)} >= {count})"
            case Possibly():
                raise TypeError("a definition has no `possibly`: unknown is decided by the logic")

    def split(parts: tuple[Condition, ...]) -> tuple[int, list[Condition]]:
        """Distinct atoms gathered into one mask; what is no atom, or comes twice, stays apart."""
        mask, rest = 0, []
        for part in parts:
            if isinstance(part, Leaf) and part.kind not in ("class", "criterion") and not mask & engine.bit(part):
                mask |= engine.bit(part)
            else:
                rest.append(part)
        return mask, rest

    made = [local("c", name, tree) for name, _, tree in engine.criteria]
    made += [local("a", name, tree) for name, tree in engine.alerts]
    for end, result in (("l", "met"), ("u", "possible")):
        lines.append(f" {result} = " + (" | ".join(f"{name}{end} << {i}" for i, name in enumerate(made)) or "0"))
    source = "def decide(y, m):\n" + "\n".join(lines) + "\n return met, possible\n"
    space: dict[str, Any] = {}
    exec(compile(source, f"<{engine.definition.name}>", "exec"), space)  # noqa: S102 - see the docstring
    decide: Callable[[int, int], Bits] = space["decide"]
    return decide
