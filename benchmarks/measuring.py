"""Measuring: two pieces of work in turn, and the ratio of their medians."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: ours against its floor, both in seconds for one unit of work, with the goal as a ratio."""

    what: str
    floor: str
    floor_s: float
    ours_s: float
    goal: float | None
    spread: float  # largest ratio of a pair over the smallest
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours over the floor."""
        return self.ours_s / self.floor_s

    def __str__(self) -> str:
        """One line of the report."""
        goal = "" if self.goal is None else f"  goal <= {self.goal:g}x {'met' if self.ratio <= self.goal else 'MISSED'}"
        times = f"{_time(self.ours_s)} against {_time(self.floor_s)}"
        note = f"  ({self.note})" if self.note else ""
        return f"{self.what:<44} {self.ratio:8.2f}x  {times:<26}{goal}{note}"


def compare(
    what: str,
    floor: tuple[str, Work],
    ours: Work,
    *,
    units: int = 1,
    rounds: int = 7,
    goal: float | None = None,
    note: str = "",
) -> Figure:
    """Run floor and ours in turn, after one warm-up of each; `units` is how many units of work one call does."""
    name, base = floor
    base()
    ours()
    pairs = [(_once(base) / units, _once(ours) / units) for _ in range(rounds)]
    ratios = [mine / theirs for theirs, mine in pairs]
    return Figure(
        what,
        name,
        statistics.median(theirs for theirs, _ in pairs),
        statistics.median(mine for _, mine in pairs),
        goal,
        max(ratios) / min(ratios),
        note,
    )


def repeated(work: Work, times: int) -> Work:
    """The work so many times over, as one call."""

    def run() -> None:
        for _ in range(times):
            work()

    return run


def _once(work: Work) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("us", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"
