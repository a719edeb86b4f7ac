"""What others than the health authority may see: small counts hidden, and enough beside them to keep them hidden.

A count of 1 to 4 is hidden. That alone hides nothing where a total stands beside it, so further cells are hidden until
every small one has another world: counts that differ in it, agree with everything shown, and keep every sum. True
zeros are shown and stay zero in each world; a reader may know that and may solve the sums. Where it can be had, the
other world keeps small counts small, so that not even knowing which cells are the small ones helps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import Final

from screening.day_cells import Cell, Sum

__all__ = ["SMALL", "hidden_cells"]

SMALL: Final = range(1, 5)
"""Counts that could point at a person."""

_TOTAL: Final = 10**6  # what it costs to hide a total rather than one of its parts
_MOST_TRIED: Final = 20_000

World = Mapping[Cell, int]
"""How another world differs from this one: by one up or down, cell by cell."""


def hidden_cells(counts: Mapping[Cell, int], sums: Sequence[Sum]) -> frozenset[Cell]:
    """The cells to hide: every count of 1 to 4, and as little else as protects them.

    Where no other world is found, which takes a day of a handful of travellers, every count but the zeros is hidden.
    """
    hidden = {cell for cell, number in counts.items() if number in SMALL}
    search = _Search(counts, sums)
    safe: set[Cell] = set()
    for cell in sorted(hidden, key=lambda cell: (-counts[cell], cell)):
        if cell in safe:
            continue
        world = search.another_world(cell, hidden) or search.another_world(cell, hidden, small_may_grow=True)
        if world is None:
            return frozenset(cell for cell, number in counts.items() if number)
        hidden.update(world)
        safe.update(world)
    return frozenset(hidden)


class _Search:
    """Looks for other worlds: a cell moves by one, and each sum it unsettles is settled by moving another."""

    def __init__(self, counts: Mapping[Cell, int], sums: Sequence[Sum]) -> None:
        self._counts = counts
        self._most = SMALL[-1]
        self._signs = [{**dict.fromkeys(equal.left, 1), **dict.fromkeys(equal.right, -1)} for equal in sums]
        self._of: dict[Cell, list[tuple[int, int]]] = {}
        for place, signs in enumerate(self._signs):
            for cell, sign in signs.items():
                self._of.setdefault(cell, []).append((place, sign))
        self._totals = {cell for equal in sums if len(equal.left) == 1 for cell in equal.left}

    def another_world(self, cell: Cell, hidden: set[Cell], *, small_may_grow: bool = False) -> World | None:
        """The cheapest world in which `cell` differs; cells it moves that are not yet hidden have to be.

        Uniform-cost search over what is still unsettled; among equals the furthest goes first. None when there is
        no such world, or none within reach.
        """
        self._most = 10**9 if small_may_grow else SMALL[-1]
        order = count()
        heap: list[tuple[int, int, int, dict[int, int], dict[Cell, int]]] = []
        for step in (1, -1):
            if self._may_move(cell, step):
                heappush(heap, (0, 0, next(order), self._unsettle({}, cell, step), {cell: step}))
        seen: set[tuple[frozenset[tuple[int, int]], int]] = set()
        while heap and next(order) < _MOST_TRIED:
            cost, _, _, unsettled, world = heappop(heap)
            if not unsettled:
                return world
            known = (frozenset(unsettled.items()), world[cell])
            if known in seen:
                continue
            seen.add(known)
            for other, step in self._settling(unsettled, world):
                price = 0 if other in hidden else self._price(other)
                further = {**world, other: step}
                unsettled_then = self._unsettle(unsettled, other, step)
                heappush(heap, (cost + price, -len(further), next(order), unsettled_then, further))
        return None

    def _settling(self, unsettled: Mapping[int, int], world: World) -> Iterator[tuple[Cell, int]]:
        """Moves of one cell that bring the first unsettled sum nearer to zero."""
        place = min(unsettled)
        for cell, sign in self._signs[place].items():
            step = -sign if unsettled[place] > 0 else sign
            if cell not in world and self._may_move(cell, step):
                yield cell, step

    def _unsettle(self, unsettled: Mapping[int, int], cell: Cell, step: int) -> dict[int, int]:
        made = dict(unsettled)
        for place, sign in self._of.get(cell, ()):
            rest = made.pop(place, 0) + sign * step
            if rest:
                made[place] = rest
        return made

    def _may_move(self, cell: Cell, step: int) -> bool:
        """Zeros stand; small counts stay small; what is hidden beside them stays above zero."""
        number = self._counts[cell]
        if number in SMALL:
            return 0 < number + step <= self._most
        return number > 0

    def _price(self, cell: Cell) -> int:
        return self._counts[cell] + (_TOTAL if cell in self._totals else 0)
