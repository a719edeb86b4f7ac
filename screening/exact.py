"""The exact answer for one traveller: the class diagram of the edition in every world that is possible."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, pairwise
from typing import NamedTuple

from screening.worlds import Unsure, World, totals
from sops.diagram import Diagrams
from sops.engine import Engine
from sops.model import CLASS_ORDER


class Left(NamedTuple):
    """What is left of a diagram in a world, and the exposure atoms that it still asks for."""

    table: Diagrams
    node: int
    yes: int
    asks: int
    width: int

    def at(self, total: int) -> int:
        """The diagram left when unsure exposures add up to that."""
        return self.table.follow(self.node, self.yes | total, self.width)

    def told(self, found: Iterable[int]) -> set[int]:
        """What these bit sets come to as far as the diagram asks."""
        return {total & self.asks for total in found}


class Exact:
    """Floor, ceiling, deciding criterion and open facts over every completion of what is unknown."""

    def __init__(self, engine: Engine, found: tuple[World, ...], parts: tuple[Unsure, ...]) -> None:
        engine.tidy()
        self.engine, self.worlds, self.parts = engine, found, parts
        self.table = engine.diagrams
        self._restricted: dict[tuple[int, int, int], int] = {}
        self.left = {node for world in found for node in self._everywhere(engine.roots, world)}
        ranks = 0
        for node in self.left:
            ranks |= self.table.values(node)
        self.floor, self.ceiling = (ranks & -ranks).bit_length() - 1, ranks.bit_length() - 1

    # -- diagrams in a world ----------------------------------------------------------------------------------------

    def _restrict(self, root: int, yes: int, may: int) -> int:
        """A diagram restricted to what is known, exposures still open."""
        exposures = self.engine.exposures.bits
        key = (root, yes & ~exposures, may | exposures)
        found = self._restricted.get(key)
        if found is None:
            found = self._restricted[key] = self.table.restrict(*key)
        return found

    def _in(self, roots: tuple[int, int], world: World) -> Left:
        """A diagram in a world."""
        exposures = self.engine.exposures
        node = self._restrict(roots[world.onset is not None], world.yes, world.may)
        asks = self.table.support(node) & exposures.bits & ~world.yes
        return Left(self.table, node, world.yes, asks, exposures.width)

    def _everywhere(self, roots: tuple[int, int], world: World) -> set[int]:
        left = self._in(roots, world)
        return set(map(left.at, left.told(totals(world.choices))))

    def _together(self, *seen: World) -> frozenset[int]:
        """What unsure exposures may add up to in several worlds at once."""
        onsets = tuple(world.onset for world in seen)
        return totals(tuple(part.choices(self.engine.exposures, onsets) for part in self.parts))

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
        for place, part in enumerate(self.parts):
            fields = self._open_fields(place)
            if fields:
                scores |= dict.fromkeys((part.path + name for name in fields), self._settling_exposure(place))
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

    def _settling_exposure(self, place: int) -> int:
        """How many of the answers that it counts and that it does not would leave one class only."""
        ranks = [0, 0]
        for world in self.worlds:
            left, rests = self._among_others(world, place)
            for counts, signature in {(choice != 0, choice & left.asks) for choice in world.choices[place]}:
                for rest in rests:
                    ranks[counts] |= self.table.values(left.at(rest | signature))
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
            for total in self._together(well, world)
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
        under_one, under_two = self._in(roots, one), self._in(roots, two)
        told = {(total & under_one.asks, total >> width & under_two.asks) for total in self._together(one, two)}
        return any(self.table.differ(under_one.at(here), under_two.at(there)) for here, there in told)

    def _open_fields(self, place: int) -> tuple[str, ...]:
        """What is unknown about an exposure and can change the class: `.field` each, "" for a whole kind."""
        row, exposures = self.parts[place].row, self.engine.exposures
        telling = [world for world in self.worlds if self._matters(world, place)]
        if row is None:
            return ("",) if telling else ()
        return tuple(
            f".{name}"
            for name in exposures.unknown_fields(row)
            if any(self._matters(world, place, exposures.changes(row, world.onset, name)) for world in telling)
        )

    def _matters(self, world: World, place: int, pairs: Iterable[tuple[int, int]] | None = None) -> bool:
        """Whether two of the choices of an exposure, or one of those pairs, tell classes apart in a world."""
        left, rests = self._among_others(world, place)
        if pairs is None:
            pairs = combinations(left.told(world.choices[place]), 2)
        told = {(one & left.asks, two & left.asks) for one, two in pairs if (one ^ two) & left.asks}
        return any(self.table.differ(left.at(rest | one), left.at(rest | two)) for one, two in told for rest in rests)

    def _among_others(self, world: World, place: int) -> tuple[Left, set[int]]:
        """The class in a world, and what the other unsure exposures may add up to there."""
        left = self._in(self.engine.roots, world)
        return left, left.told(totals(world.choices[:place] + world.choices[place + 1 :]))
