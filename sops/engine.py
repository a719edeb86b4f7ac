"""An edition made ready to decide: its conditions over numbered atoms, as generated code and as decision diagrams.

A traveller is two bit sets over the atoms: what is true, and what may be true. The generated function and the diagram
come from the same tree; the tests prove that they agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final, TypeAlias

from sops.compiling import compiled
from sops.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf, Possibly, children
from sops.diagram import IGNORE, Diagrams
from sops.drawing import Drawing
from sops.exposures import ExposureAtom, Exposures
from sops.facts import SIGNS, WHO_SIGNS, Answer, Facts
from sops.matching import matcher
from sops.model import CLASS_ORDER, CaseDefinition

Bits: TypeAlias = tuple[int, int]
"""What is true and what may be true."""

_MOST_NODES: Final = 100_000
"""Diagrams are rebuilt when what they remember of travellers outgrows this."""


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
        self.onset_signs = frozenset(str(leaf["sign"]) for leaf in _atoms(self.onset) if leaf.kind == "sign")
        """The signs that begin an illness of this definition: the oldest of their days is its first day."""
        self.settled: dict[Bits, Any] = {}  # criteria met and possible -> the verdict, where logic alone settles it
        self.class_masks = tuple(
            sum(1 << i for i, (_, of, _) in enumerate(self.criteria) if of == name) for name in CLASS_ORDER
        )
        wanted = [*(tree for _, _, tree in self.criteria), *(tree for _, tree in self.alerts)]
        self.decide = compiled(wanted, self.terms, self.refers, self.bit)
        """What is met and what is possible, as bit sets over criteria and then alerts."""

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
                spec: dict[str, Any] = dict(tree["test"])  # type: ignore[arg-type]
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
        """All atoms: exposures first, then days, tests, judgements, last signs: small diagrams, cheap to restrict."""
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
                    self.fact_bits.setdefault(str(leaf["unasked"]), 0)
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
        self.beginning = sum(1 << self._bit[leaf] for leaf in set(_atoms(self.onset)))

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
        yes_, no, unasked = Answer.YES, Answer.NO, Answer.UNASKED
        for answers, bits in ((facts.signs, self.sign_bits), (facts.judgements, self.fact_bits)):
            for name, bit in bits.items():
                answer = answers[name]
                if answer is no:
                    continue
                if answer is yes_:
                    yes |= bit
                else:
                    may |= bit
                    if answer is unasked:
                        yes |= self.unasked_bits.get(name, 0)
        reading = facts.temperature_c
        if reading is not None:
            for threshold, bit in self.reading_bits:
                if reading is Answer.UNKNOWN:
                    may |= bit
                elif reading >= threshold:
                    yes |= bit
        if facts.tests is None:
            may |= self.all_tests
        for test in facts.tests or ():
            yes |= self.test_bits.get((test.type, test.result), 0)
        if facts.chest_imaging is not None or facts.deceased is not None:
            more = self._observe_clinic(facts)
            yes, may = yes | more[0], may | more[1]
        return yes, may | yes

    def _observe_clinic(self, facts: Facts) -> Bits:
        """Imaging and death: what only health staff can tell."""
        yes = may = 0
        if facts.chest_imaging == Answer.UNKNOWN:
            may |= sum(self.imaging_bits.values())
        elif facts.chest_imaging is not None:
            yes |= self.imaging_bits.get(facts.chest_imaging, 0)
        for name, answer in (facts.deceased or {}).items():
            bit = self.death_bits.get(name, 0)
            if answer is Answer.YES:
                yes |= bit
            elif answer is not Answer.NO:
                may |= bit
        return yes, may

    def onsets(self, facts: Facts, yes: int, may: int) -> tuple[int | None, ...]:
        """Every day of onset (days ago) that could be, up to what the rules can tell apart; None is no illness yet."""
        if not may & self.beginning:
            return (None,)
        none = () if yes & self.beginning else (None,)
        if facts.onset_days_ago is not Answer.UNKNOWN:
            return (*none, facts.onset_days_ago)
        turns = {days + 1 for days, _ in self.onset_bits}
        if facts.exposures is None or facts.exposures_unknown:
            turns |= self.exposures.turns_of_unknown
        for row in facts.exposures or ():
            turns |= self.exposures.turns(row)
        far = max(turns, default=0) + self.exposures.longest + 1
        days = {0, far} | turns | {turn - 1 for turn in turns}
        least = max((day for name, day in facts.onset_of.items() if name in self.onset_signs), default=0)
        return (*none, *sorted({max(day, least) for day in days}))

    def days(self, onset: int | None) -> int:
        """The atoms about the day of onset that are true for that day."""
        bits = 0
        if onset is not None:
            for days, bit in self.onset_bits:
                if onset <= days:
                    bits |= bit
        return bits

    # -- diagrams ---------------------------------------------------------------------------------------------------

    @property
    def diagrams(self) -> Diagrams:
        """The table in which the diagrams of this edition live."""
        return self._drawn[0]

    @property
    def roots(self) -> tuple[int, int]:
        """The class of a traveller, without an onset and with one: values are ranks in CLASS_ORDER."""
        return self._drawn[1]

    def where(self, name: str) -> tuple[int, int]:
        """Where a criterion is met or an alert is up, without an onset and with one."""
        return self._drawn[2][name]

    def tidy(self) -> None:
        """Forgets what the diagrams remember of earlier travellers once that has grown large."""
        if len(self._drawn[0]) > _MOST_NODES:
            del self._drawn

    @cached_property
    def _drawn(self) -> tuple[Diagrams, tuple[int, int], dict[str, tuple[int, int]]]:
        table = Diagrams(len(self.atoms))
        draw = Drawing(table, self.terms, self.refers, lambda leaf: table.atom(self._bit[leaf])).draw
        begun, ignore, root = draw(self.onset), table.terminal(IGNORE), table.terminal(0)
        both: dict[str, tuple[int, int]] = {}
        for name, tree in [*((name, tree) for name, _, tree in self.criteria), *self.alerts]:
            met = draw(tree)
            both[name] = table.choose(begun, ignore, met), table.choose(begun, met, ignore)
        for _, classification, tree in self.criteria:  # in ascending order of class: the highest met wins
            root = table.choose(draw(tree), table.terminal(CLASS_ORDER.index(classification)), root)
        return table, (table.choose(begun, ignore, root), table.choose(begun, root, ignore)), both

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
