"""All travellers at once: every combination of what one or several editions can tell apart, and which can occur.

Atoms that mean the same are one, whatever the editions call them. Everything is known here, but for what nobody asked
(`unasked`): then the class may be undetermined, exactly as at the desk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Any, Final, NamedTuple

from sops.conditions import AnyOf, Condition, Leaf
from sops.diagram import IGNORE, Diagrams
from sops.drawing import Drawing
from sops.engine import Engine
from sops.exposures import ExposureAtom, Exposures
from sops.facts import EXPOSURE_FIELDS, SIGNS
from sops.model import CLASS_ORDER

UNDETERMINED: Final = "undetermined"
_RANK: Final = ("exposure", "onset within days", "test", "imaging", "deceased", "unasked", "fact", "reading at least")


class Atom(NamedTuple):
    """One yes/no thing. `of` says which: a name, a number, a test's type and result, an exposure and its window."""

    kind: str
    of: Any


class Window(NamedTuple):
    """What one exposure must be, as the matchers of a named exposure, and the days that count before that moment."""

    matchers: frozenset[Any]
    days: int
    before: str  # onset | screening


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a traveller has a class: the deciding criterion and, where it lists alternatives, the first that holds."""

    classification: str
    criterion: str = ""
    part: Condition | None = None


class Space:
    """The combinations over the atoms of these engines. `possible` is the diagram of those that can occur."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        self.engines = tuple(engines)
        self.leaf_of: dict[Atom, tuple[Engine, Leaf]] = {}
        self._atoms_of: list[dict[Leaf, tuple[Atom, ...]]] = [self._gather(engine) for engine in self.engines]
        self.atoms = tuple(sorted(self.leaf_of, key=_place))
        self.number = {atom: number for number, atom in enumerate(self.atoms)}
        self.table = Diagrams(len(self.atoms))
        self._drawings = [self._drawing(place) for place in range(len(self.engines))]
        self.begun = [drawing.draw(engine.onset) for drawing, engine in zip(self._drawings, self.engines, strict=True)]
        self.on_day = cache(self._on_day)
        self.reasons = cache(self._reasons)
        self.exposures = Exposures(
            tuple(
                ExposureAtom(number, tuple(atom.of.matchers), atom.of.days, atom.of.before)
                for number, atom in self.of_kind("exposure")
            )
        )

    def of_kind(self, kind: str) -> Iterator[tuple[int, Atom]]:
        """The atoms of one kind with their numbers."""
        return ((number, atom) for number, atom in enumerate(self.atoms) if atom.kind == kind)

    # -- atoms ------------------------------------------------------------------------------------------------------

    def _gather(self, engine: Engine) -> dict[Leaf, tuple[Atom, ...]]:
        """The atoms that stand for each leaf of an edition; an exposure counted from two moments has two."""
        exposures = {atom.bit: atom for atom in engine.exposures.atoms}
        found = {}
        for number, leaf in enumerate(engine.atoms):
            found[leaf] = tuple(_meanings(engine, leaf, exposures.get(number)))
            for atom in found[leaf]:
                self.leaf_of.setdefault(atom, (engine, leaf))
        return found

    def _drawing(self, place: int) -> Drawing:
        engine, atoms_of, table = self.engines[place], self._atoms_of[place], self.table

        def draw(leaf: Leaf) -> int:
            atoms = [table.atom(self.number[atom]) for atom in atoms_of[leaf]]
            if leaf.get("before") == "onset or screening":
                return table.choose(self.begun[place], atoms[0], atoms[1])
            if leaf.get("before") == "onset" or leaf.kind == "onset within days":
                return table.all_of([atoms[0], self.begun[place]])
            return atoms[0]

        return Drawing(table, engine.terms, engine.refers, draw)

    def draw(self, place: int, tree: Condition) -> int:
        """Where a condition of the edition at that place holds."""
        return self._drawings[place].draw(tree)

    # -- what can occur ---------------------------------------------------------------------------------------------

    @cached_property
    def possible(self) -> int:
        """1 for the combinations of some traveller: days and exposures fit together, and numbers are ordered."""
        table = self.table
        found = [table.any_of(map(self.on_day, (None, *self.days)))]
        for (_, low), (_, high) in pairwise(
            sorted((atom.of, number) for number, atom in self.of_kind("reading at least"))
        ):
            found.append(table.choose(table.atom(high), table.atom(low), table.yes))
        images = [table.atom(number) for number, _ in self.of_kind("imaging")]
        found.append(table.negate(table.at_least(2, images)))
        for number, fact in self._unasked():
            found.append(table.negate(table.all_of([table.atom(number), table.atom(fact)])))
        return table.all_of(found)

    def _on_day(self, day: int | None) -> int:
        """1 where an illness that began on that day (days ago), or none, has exposures that fit to it."""
        table = self.table
        begun, cuts = table.any_of(self.begun), self.cuts(day)
        found = [table.negate(begun) if day is None else begun]
        for number, _ in self.of_kind("onset within days"):
            atom = table.atom(number)
            found.append(atom if cuts >> number & 1 else table.negate(atom))
        return table.all_of((*self._exposed(day), *found))

    def _exposed(self, day: int | None) -> Iterator[int]:
        """Each exposure atom that holds comes from one exposure whose other atoms hold as well."""
        table = self.table
        single = {one for kind in EXPOSURE_FIELDS for one in self.exposures.specimens(kind, day)}
        for number, _ in self.of_kind("exposure"):
            ways = [table.all_of(map(table.atom, _bits(one))) for one in sorted(single) if one >> number & 1]
            yield table.any_of((table.negate(table.atom(number)), *ways))

    @cached_property
    def days(self) -> tuple[int, ...]:
        """Days of onset (days ago), one of every kind that the editions can tell apart."""
        turns = {atom.of + 1 for _, atom in self.of_kind("onset within days")} | self.exposures.turns_of_unknown
        far = max(turns, default=0) + self.exposures.longest + 1
        return tuple(sorted(day for day in {0, far} | turns | {turn - 1 for turn in turns} if day >= 0))

    def cuts(self, day: int | None) -> int:
        """The atoms about the day of onset that are true for that day."""
        cuts = self.of_kind("onset within days")
        return sum(1 << number for number, atom in cuts if day is not None and day <= atom.of)

    def _unasked(self) -> Iterator[tuple[int, int]]:
        """The atoms of what nobody asked, each with the atom of its fact."""
        for number, atom in self.of_kind("unasked"):
            if Atom("fact", atom.of) in self.number:
                yield number, self.number[Atom("fact", atom.of)]

    @cached_property
    def asked(self) -> int:
        """1 where nothing was left unasked."""
        return self.table.negate(self.table.any_of(self.table.atom(number) for number, _ in self.of_kind("unasked")))

    # -- classes ----------------------------------------------------------------------------------------------------

    def _reasons(self, place: int) -> tuple[tuple[Reason, ...], int]:
        """Every reason for a class in the edition at that place, and the diagram of their numbers."""
        engine, table = self.engines[place], self.table
        reasons, root = [Reason(CLASS_ORDER[0])], table.terminal(0)
        for classification in CLASS_ORDER[1:]:
            of_class = [(name, tree) for name, of, tree in engine.criteria if of == classification]
            for name, tree in reversed(of_class):
                parts = tree.parts if isinstance(tree, AnyOf) and len(tree.parts) > 1 else (None,)
                for part in reversed(parts):
                    root = table.choose(self.draw(place, part or tree), table.terminal(len(reasons)), root)
                    reasons.append(Reason(classification, name, part))
        reasons.append(Reason(UNDETERMINED))
        for number, fact in self._unasked():
            root = table.choose(table.atom(number), self._whatever(root, fact, reasons), root)
        return tuple(reasons), root

    def _whatever(self, root: int, fact: int, reasons: Sequence[Reason]) -> int:
        """The reasons where nobody asked for a fact: undetermined where its answer would change the class."""

        def merged(one: int, other: int) -> int:
            same = reasons[one].classification == reasons[other].classification
            return min(one, other) if same else len(reasons) - 1

        table = self.table
        return table.combine(table.restrict(root, 1 << fact, -1), table.restrict(root, 0, ~(1 << fact)), merged)

    def within(self, root: int) -> int:
        """A diagram with the combinations that cannot occur left out."""
        return self.table.choose(self.possible, root, self.table.terminal(IGNORE))


def _meanings(engine: Engine, leaf: Leaf, exposure: ExposureAtom | None) -> Iterator[Atom]:
    if exposure is not None:
        for moment in exposure.before.split(" or "):
            yield Atom("exposure", Window(frozenset(exposure.matchers), exposure.days, moment))
    elif leaf.kind == "test":
        yield Atom("test", (leaf["type"], leaf["result"]))
    elif leaf.kind in ("reading at least", "onset within days"):
        yield Atom(leaf.kind, engine.number(leaf[leaf.kind]))
    else:
        yield Atom(leaf.kind, leaf[leaf.kind])


def _bits(found: int) -> Iterator[int]:
    """The numbers in a bit set, the last first: diagrams are built from their end."""
    return (number for number in range(found.bit_length() - 1, -1, -1) if found >> number & 1)


def _place(atom: Atom) -> tuple[int, float]:
    """Exposures come first, signs last: small diagrams."""
    if atom.kind == "sign":
        return len(_RANK), SIGNS.index(atom.of)
    return _RANK.index(atom.kind), atom.of if isinstance(atom.of, int | float) else 0
