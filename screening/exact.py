"""The exact answer for one traveller: the class diagram of the edition in every world that is possible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import combinations, pairwise
from typing import Final

from screening.worlds import Unsure, World, totals
from sops.engine import Engine
from sops.model import CLASS_ORDER

_NOTHING: Final = frozenset((0,))


class Exact:
    """Floor, ceiling, deciding criterion and open facts over every completion of what is unknown."""

    def __init__(self, engine: Engine, found: tuple[World, ...]) -> None:
        engine.tidy()
        self.engine, self.worlds = engine, found
        self.table = engine.diagrams
        self._restricted: dict[tuple[int, int, int], int] = {}
        self._alike = cache(self._make_alike)
        self._sum = cache(self._make_sum)
        self._matters = cache(self._make_matters)
        self._open_fields = cache(self._make_open_fields)
        self.left = {node for world in found for node in self._everywhere(engine.roots, world)}
        ranks = 0
        for node in self.left:
            ranks |= self.table.values(node)
        self.floor, self.ceiling = (ranks & -ranks).bit_length() - 1, ranks.bit_length() - 1

    # -- diagrams in a world ----------------------------------------------------------------------------------------

    def _totals(self, *seen: World, without: Unsure | None = None) -> frozenset[int]:
        """What unsure exposures may add up to in a world, or in several at once, one of them left out on demand."""
        if not seen[0].unsure:
            return _NOTHING
        onsets = tuple(world.onset for world in seen)
        return self._sum(onsets, without and without.signatures(self.engine.exposures, onsets))

    def _make_sum(self, onsets: tuple[int | None, ...], left_out: frozenset[int] | None) -> frozenset[int]:
        """The same, one with these signatures left out. More alike exposures than signatures add nothing."""
        times = self._alike(onsets) - Counter(() if left_out is None else (left_out,))
        return totals(frozenset((choices, min(many, len(choices))) for choices, many in times.items()))

    def _make_alike(self, onsets: tuple[int | None, ...]) -> Counter[frozenset[int]]:
        """How many unsure exposures have the same signatures."""
        exposures = self.engine.exposures
        return Counter(part.signatures(exposures, onsets) for part in self.worlds[0].unsure)

    def _restrict(self, root: int, yes: int, may: int) -> int:
        """A diagram restricted to what is known, exposures still open."""
        exposures = self.engine.exposures.bits
        key = (root, yes & ~exposures, may | exposures)
        found = self._restricted.get(key)
        if found is None:
            found = self._restricted[key] = self.table.restrict(*key)
        return found

    def _in(self, roots: tuple[int, int], world: World) -> Callable[[int], int]:
        """A diagram in a world, by what its exposures add up to."""
        node = self._restrict(roots[world.onset is not None], world.yes, world.may)
        follow, yes, width = self.table.follow, world.yes, self.engine.exposures.width
        return cache(lambda total: follow(node, yes | total, width))

    def _everywhere(self, roots: tuple[int, int], world: World) -> set[int]:
        return set(map(self._in(roots, world), self._totals(world)))

    def _is_possible(self, roots: tuple[int, int], value: int) -> bool:
        """Whether the diagram has the value in some world."""
        nodes = {node for world in self.worlds for node in self._everywhere(roots, world)}
        return any(self.table.values(node) >> value & 1 for node in nodes)

    # -- the answers ------------------------------------------------------------------------------------------------

    def deciding(self, possible: int) -> str:
        """The first criterion of the ceiling class that can be met."""
        for number, (name, classification, _) in enumerate(self.engine.criteria):
            may_decide = classification == CLASS_ORDER[self.ceiling] and possible >> number & 1
            if may_decide and self._is_possible(self.engine.where(name), 1):
                return name
        return ""

    def is_certain(self, name: str) -> bool:
        """Whether a criterion or an alert holds in every completion."""
        return not self._is_possible(self.engine.where(name), 0)

    def open(self) -> tuple[str, ...]:
        """The facts that can still change the class; first those with most answers that settle it."""
        scores: dict[str, int] = {}
        atoms = self._open_atoms()
        for number in range(atoms.bit_length()):
            if atoms >> number & 1:
                path = self.engine.path(number)
                scores[path] = max(scores.get(path, 0), self._settling(number))
        if self._onset_is_open():
            scores["onset_days_ago"] = 0
        for part in self.worlds[0].unsure:
            fields = self._open_fields(part._replace(path=""))
            if fields:
                scores |= dict.fromkeys((part.path + name for name in fields), self._settling_exposure(part))
        return tuple(sorted(scores, key=lambda path: -scores[path]))

    def _open_atoms(self) -> int:
        found = 0
        for node in self.left:
            found |= self.table.open_atoms(node)
        return found | self._open_beginnings(found)

    def _settling(self, number: int) -> int:
        """How many of the answers yes and no would leave one class only."""
        count = 0
        for answer in (False, True):
            ranks = 0
            for node in self.left:
                ranks |= self.table.values_if(node, number, true=answer)
            count += ranks.bit_count() == 1
        return count

    def _settling_exposure(self, part: Unsure) -> int:
        """How many of the answers that it counts and that it does not would leave one class only."""
        ranks = [0, 0]
        for world in self.worlds:
            node, rests = self._in(self.engine.roots, world), self._totals(world, without=part)
            for signature in self._choices(part, world):
                for rest in rests:
                    ranks[signature != 0] |= self.table.values(node(rest | signature))
                if min(found.bit_count() for found in ranks) > 1:
                    return 0
        return sum(found.bit_count() == 1 for found in ranks)

    def _open_beginnings(self, found: int) -> int:
        """Signs that alone decide whether there is an illness at all, where that changes the class."""
        well = next((world for world in self.worlds if world.onset is None), None)
        if well is None or len(self.worlds) == 1:
            return 0
        beginning, width = self.engine.beginning, self.engine.exposures.width
        free = well.may & beginning & ~found
        none = self._restrict(self.engine.roots[0], well.yes, well.may & ~beginning)
        pairs = {
            (world.yes, world.may, total)
            for world in self.worlds
            if world.onset is not None
            for total in self._totals(well, world)
        }
        opened = 0
        for bit in (1 << number for number in range(free.bit_length()) if free >> number & 1):
            for yes, may, total in pairs:
                begun = self._restrict(self.engine.roots[1], yes | bit, may & ~beginning | bit)
                healthy = self.table.follow(none, well.yes | total, width)
                if self.table.differ(healthy, self.table.follow(begun, yes | total >> width, width)):
                    opened |= bit
                    break
        return opened

    def _onset_is_open(self) -> bool:
        begun = [world for world in self.worlds if world.onset is not None]
        return any(self._onsets_differ(one, two) for one, two in pairwise(begun))

    def _onsets_differ(self, one: World, two: World) -> bool:
        """Whether the same traveller, exposures and all, has two classes under the two days of onset."""
        roots, width = self.engine.roots, self.engine.exposures.width
        nodes = sorted({*self._everywhere(roots, one), *self._everywhere(roots, two)})
        if not any(self.table.differ(*pair) for pair in combinations(nodes, 2)):
            return False
        under_one, under_two, mask = self._in(roots, one), self._in(roots, two), (1 << width) - 1
        pairs = {(under_one(total & mask), under_two(total >> width)) for total in self._totals(one, two)}
        return any(self.table.differ(*pair) for pair in pairs)

    def _make_open_fields(self, part: Unsure) -> tuple[str, ...]:
        """What is unknown about an exposure and can change the class: `.field` each, "" for a whole kind."""
        exposures = self.engine.exposures
        telling = [
            (place, choices)
            for place, choices in enumerate(self._choices(part, world) for world in self.worlds)
            if self._matters(place, choices, tuple(combinations(sorted(choices), 2)))
        ]
        if part.row is None:
            return ("",) if telling else ()
        return tuple(
            f".{name}"
            for name in exposures.unknown_fields(part.row)
            if any(
                self._matters(place, choices, exposures.changes(part.row, self.worlds[place].onset, name))
                for place, choices in telling
            )
        )

    def _choices(self, part: Unsure, world: World) -> frozenset[int]:
        return part.signatures(self.engine.exposures, (world.onset,))

    def _make_matters(self, place: int, choices: frozenset[int], pairs: tuple[tuple[int, int], ...]) -> bool:
        """Whether one of the pairs of signatures, of an exposure with such choices, tells classes apart in a world."""
        world = self.worlds[place]
        node, rests = self._in(self.engine.roots, world), self._sum((world.onset,), choices)
        return any(self.table.differ(node(rest | one), node(rest | two)) for one, two in pairs for rest in rests)
