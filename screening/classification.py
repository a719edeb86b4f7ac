"""Classification: the class of one traveller under one edition, with floor, ceiling and what is still open.

Kleene's logic settles most travellers at once. Where it leaves something open, the decision diagram of the class gives
the exact floor, ceiling and open facts over every way the unknown could turn out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from sops.engine import IGNORE, Bits, Engine
from sops.exposures import UNKNOWN
from sops.facts import EXPOSURE_FIELDS, Facts
from sops.logic import NO, YES, Truth
from sops.logic import UNKNOWN as MAYBE
from sops.model import CLASS_ORDER

UNDETERMINED: Final = "undetermined"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an edition says of a traveller.

    `classification` is a class, or `undetermined` when what is unknown could change it; `floor` and `ceiling` are exact
    over every completion of the unknown. `by` names the deciding criterion, `open` the facts that can still change the
    class, most decisive first.
    """

    definition: str
    classification: str
    floor: str
    ceiling: str
    by: str
    contact: Truth
    open: tuple[str, ...]
    alerts: tuple[str, ...]

    @property
    def is_settled(self) -> bool:
        """Whether no open fact can change the class."""
        return self.floor == self.ceiling

    def as_json(self) -> dict[str, object]:
        """The verdict as `paso classify` prints it, without id and assumptions."""
        return {
            "definition": self.definition,
            "class": self.classification,
            "floor": self.floor,
            "ceiling": self.ceiling,
            "by": self.by,
            "contact": self.contact.word,
            "open": list(self.open),
            "alerts": list(self.alerts),
        }


@dataclass(frozen=True, slots=True)
class Unsure:
    """Something about exposures that is not known: where it stands in the facts, and the signatures it may have."""

    path: str
    signatures: frozenset[int]


@dataclass(frozen=True, slots=True)
class World:
    """One possible day of onset, with what is then known (bit sets) and what about exposures is not."""

    onset: int | None
    yes: int
    may: int
    unsure: tuple[Unsure, ...]

    def totals(self, without: Unsure | None = None) -> set[int]:
        """Every bit set that the unsure exposures may add up to, one of them left out on demand."""
        totals = {0}
        for part in self.unsure:
            if part is not without:
                totals = {total | signature for total in totals for signature in part.signatures}
        return totals


def worlds(engine: Engine, facts: Facts) -> tuple[World, ...]:
    """Every possible day of onset, up to what the edition can tell apart."""
    yes, may = engine.observe(facts)
    return tuple(_world(engine, facts, onset, yes, may) for onset in engine.onsets(facts, yes, may))


def _world(engine: Engine, facts: Facts, onset: int | None, yes: int, may: int) -> World:
    table = engine.exposures
    yes |= engine.days(onset)
    unsure: list[Unsure] = []
    kinds = facts.exposures_unknown if facts.exposures is not None else frozenset(EXPOSURE_FIELDS)
    for number, row in enumerate(facts.exposures or ()):
        if table.is_known(row):
            yes |= table.signature(row, onset)
            continue
        signatures = table.signatures(row, onset)
        sure = ~0
        for signature in signatures:
            sure &= signature
        yes |= sure
        if len(signatures) > 1:
            unsure.append(Unsure(f"exposures[{number}]", signatures))
    for kind in EXPOSURE_FIELDS:
        if kind in kinds:
            signatures = table.unknown_kind(kind, onset)
            if len(signatures) > 1:
                unsure.append(Unsure(f"exposures.{kind}", signatures))
    return World(onset, yes, may | yes, tuple(unsure))


def kleene(all_worlds: tuple[World, ...]) -> Bits:
    """What is true in every world, and what may be true in some."""
    yes, may = ~0, 0
    for world in all_worlds:
        yes &= world.yes
        may |= world.may
        for part in world.unsure:
            for signature in part.signatures:
                may |= signature
    return yes, may


def classify(engine: Engine, facts: Facts) -> Verdict:
    """The verdict of an edition on the facts. Pure: same in, same out."""
    found = worlds(engine, facts)
    met, possible = engine.decide(*kleene(found))
    floor = ceiling = 0
    for rank, mask in enumerate(engine.class_masks):
        if met & mask:
            floor = rank
        if possible & mask:
            ceiling = rank
    by = ""
    is_open: tuple[str, ...] = ()
    if floor == ceiling:
        mask = met & engine.class_masks[floor]
        if mask:
            by = engine.criteria[(mask & -mask).bit_length() - 1][0]
    else:
        exact = _Exact(engine, found, facts)
        floor, ceiling = exact.floor, exact.ceiling
        by = exact.deciding(possible)
        is_open = exact.open() if floor != ceiling else ()
    count = len(engine.criteria)
    alerts = tuple(name for i, (name, _) in enumerate(engine.alerts) if met >> (count + i) & 1)
    mask = engine.class_masks[1]
    contact = YES if met & mask else MAYBE if possible & mask else NO
    name = CLASS_ORDER[floor] if floor == ceiling else UNDETERMINED
    return Verdict(engine.definition.name, name, CLASS_ORDER[floor], CLASS_ORDER[ceiling], by, contact, is_open, alerts)


class _Exact:
    """The exact answer for one traveller: the class diagram restricted to each possible world."""

    def __init__(self, engine: Engine, found: tuple[World, ...], facts: Facts) -> None:
        self.engine = engine
        self.table = engine.diagrams
        self.worlds = found
        self.facts = facts
        self.left = [(world, total, self.restrict(world, total)) for world in found for total in world.totals()]
        ranks = set[int]().union(*(self.table.values(left) for _, _, left in self.left)) - {IGNORE}
        self.floor, self.ceiling = min(ranks), max(ranks)

    def restrict(self, world: World, total: int) -> int:
        """The class diagram in one world, with the exposures adding up to `total`."""
        root = self.engine.roots[world.onset is not None]
        return self.table.restrict(root, world.yes | total, world.may | total)

    def deciding(self, possible: int) -> str:
        """The first criterion of the ceiling class that can be met."""
        for number, (name, classification, _) in enumerate(self.engine.criteria):
            if classification != CLASS_ORDER[self.ceiling] or not possible >> number & 1:
                continue
            criterion = self.engine.criterion_diagram(name)
            ignore = self.table.terminal(IGNORE)
            for world, total, _ in self.left:
                root = self.table.choose(criterion, self.engine.roots[world.onset is not None], ignore)
                left = self.table.restrict(root, world.yes | total, world.may | total)
                if self.ceiling in self.table.values(left):
                    return name
        return ""

    def open(self) -> tuple[str, ...]:
        """The facts that can still change the class; first those one answer to which settles it."""
        scores: dict[str, int] = {}
        for number in self._open_atoms():
            path = self.engine.path(number)
            scores[path] = max(scores.get(path, 0), self._settles(number))
        if self._onset_open():
            scores["onset_days_ago"] = 0
        for path in self._open_exposures():
            scores[path] = 0
        return tuple(sorted(scores, key=lambda path: -scores[path]))

    def _open_atoms(self) -> list[int]:
        found = 0
        for _, _, left in self.left:
            found |= self.table.support(left)
        found |= self._beginning()
        numbers = [number for number in range(found.bit_length()) if found >> number & 1]
        return [number for number in numbers if self._matters(number)]

    def _sides(self, left: int, number: int) -> tuple[int, int]:
        bit = 1 << number
        return self.table.restrict(left, 0, ~bit), self.table.restrict(left, bit, ~0)

    def _matters(self, number: int) -> bool:
        if self._beginning() >> number & 1:
            return True
        return any(self.table.differ(*self._sides(left, number), IGNORE) for _, _, left in self.left)

    def _settles(self, number: int) -> int:
        """How many of the answers yes and no would leave one class only."""
        settled = 0
        for side in (0, 1):
            ranks: set[int] = set()
            for _, _, left in self.left:
                ranks |= self.table.values(self._sides(left, number)[side])
            settled += len(ranks - {IGNORE}) == 1
        return settled

    def _beginning(self) -> int:
        """Signs that alone decide whether there is an illness, where that changes the class."""
        engine, table = self.engine, self.table
        signs = engine.onset_signs | sum(bit for _, bit in engine.reading_bits)
        well = [world for world in self.worlds if world.onset is None]
        ill = [world for world in self.worlds if world.onset is not None]
        found = 0
        for without in well:
            for begun in ill:
                free = begun.may & ~begun.yes & signs
                for number in (n for n in range(free.bit_length()) if free >> n & 1):
                    bit = 1 << number
                    if found & bit:
                        continue
                    none = table.restrict(engine.roots[0], without.yes, without.may & ~signs)
                    one = table.restrict(engine.roots[1], begun.yes | bit, begun.may & ~signs | bit)
                    if table.differ(none, one, IGNORE):
                        found |= bit
        return found

    def _onset_open(self) -> bool:
        begun = [left for world, _, left in self.left if world.onset is not None]
        days = {world.onset for world in self.worlds if world.onset is not None}
        return len(days) > 1 and any(self.table.differ(a, b, IGNORE) for a, b in combinations(begun, 2))

    def _open_exposures(self) -> Iterator[str]:
        told: set[str] = set()
        for world in self.worlds:
            for part in world.unsure:
                for path, one, other in self._changes(part, world):
                    if path not in told and self._differs(world, part, one, other):
                        told.add(path)
                        yield path

    def _changes(self, part: Unsure, world: World) -> Iterator[tuple[str, int, int]]:
        """Pairs of signatures that differ in one unknown thing, with the path of that thing."""
        if not part.path.endswith("]"):
            for one, other in combinations(sorted(part.signatures), 2):
                yield part.path, one, other
            return
        table = self.engine.exposures
        row = (self.facts.exposures or ())[int(part.path[len("exposures[") : -1])]
        names = [name for name in table.unknown_fields(row) if getattr(row, name) is UNKNOWN]
        completions = list(table.completions(row, world.onset))
        for position, name in enumerate(names):
            groups: dict[tuple[object, ...], set[int]] = {}
            for values, signature in completions:
                groups.setdefault(values[:position] + values[position + 1 :], set()).add(signature)
            for pair in {pair for group in groups.values() for pair in combinations(sorted(group), 2)}:
                yield f"{part.path}.{name}", *pair

    def _differs(self, world: World, part: Unsure, one: int, other: int) -> bool:
        return any(
            self.table.differ(self.restrict(world, rest | one), self.restrict(world, rest | other), IGNORE)
            for rest in world.totals(without=part)
        )
