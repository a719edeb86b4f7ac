"""The widest density at which a part of a form fits its room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from .grid import DENSITIES, Density

__all__ = ["widest"]


class _Tall(Protocol):
    @property
    def height(self) -> float: ...


Tall = TypeVar("Tall", bound=_Tall)


def widest(
    lay: Callable[[Density], Tall], room: float, densities: Sequence[Density] = DENSITIES, first: int = 0
) -> Tall:
    """The layout at the widest density that fits the room, the tightest one if none does.

    The density tried after `first` is as much smaller as the last layout was too high.
    """
    low, high, place = 0, len(densities) - 1, first
    best: tuple[int, Tall] | None = None
    while low < high:
        tried = lay(densities[place])
        if tried.height <= room:
            best, high = (place, tried), place
        else:
            low = place + 1
        wanted = densities[place].value * room / tried.height
        place = next((each for each in range(low, high) if densities[each].value <= wanted), high - 1)
    return best[1] if best and best[0] == low else lay(densities[low])
