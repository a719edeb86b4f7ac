"""How the isolation rooms of a post were used on a day, and the same as cells of the day's summary. Pure.

Nobody looked in: somebody was inside for longer than the procedure allows since the last look. Source: border_sop C1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from screening.day_times import Measure
from screening.events import Event
from screening.summary import DailySummary

__all__ = ["TABLE", "Day", "RoomUse", "room_use", "with_rooms"]

TABLE: Final = "rooms"
_LONGEST: Final = "room_longest"


@dataclass(frozen=True, slots=True)
class Day:
    """From when to when, aware; `end` is the last moment that is known where the day is not over."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class RoomUse:
    """`given`: travellers brought to a room on the day; `unseen`: how often nobody looked in for too long.

    `longest_minutes`: the longest stay that reached into the day, as far as its end; `stays`: how many there were.
    """

    given: int = 0
    unseen: int = 0
    longest_minutes: float | None = None
    stays: int = 0


def room_use(
    rooms: Iterable[Sequence[Event]], gone: Mapping[str, datetime], day: Day, check_every: timedelta | None
) -> RoomUse:
    """The use of all rooms, each told by its events. `gone`: screening -> when that traveller left the post."""
    given = unseen = 0
    minutes = []
    for events in rooms:
        stays = [(start, end) for start, end in _stays(events, gone, day.end) if end > day.start]
        given += sum(event.kind == "room_given" and day.start <= event.at <= day.end for event in events)
        minutes += [(end - start).total_seconds() / 60 for start, end in stays]
        if check_every is not None:
            unseen += _unseen(events, stays, day, check_every)
    return RoomUse(given, unseen, max(minutes, default=None), len(minutes))


def _stays(events: Iterable[Event], gone: Mapping[str, datetime], end: datetime) -> list[tuple[datetime, datetime]]:
    """When travellers came and went, those still inside until the end."""
    inside: dict[str, datetime] = {}
    found = []
    for event in events:
        who = str(event.body.get("screening"))
        if event.at > end:  # not yet; or from a clock that ran ahead, and what follows is not
            continue
        if event.kind == "room_given":
            inside.setdefault(who, event.at)
        elif event.kind == "room_left" and who in inside:
            start = inside.pop(who)
            found.append((start, max(start, event.at)))  # a clock may have been set back
    return found + [(start, max(start, min(end, gone.get(who, end)))) for who, start in inside.items()]


def _unseen(
    events: Iterable[Event], stays: Iterable[tuple[datetime, datetime]], day: Day, check_every: timedelta
) -> int:
    """How often a look was missed while somebody was inside, counted when its time passed."""
    looks = [event.at for event in events if event.kind in ("room_given", "room_checked")]
    missed = 0
    for start, end in _joined(stays):
        seen = [start, *sorted(at for at in looks if start < at < end), end]
        for before, after in pairwise(seen):
            missed += after - before > check_every and day.start <= before + check_every <= day.end
    return missed


def _joined(stays: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """The times in which anybody was inside."""
    found: list[tuple[datetime, datetime]] = []
    for start, end in sorted(stays):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def with_rooms(summary: DailySummary, use: RoomUse) -> DailySummary:
    """The summary with the table `rooms` and the longest stay; unchanged where nobody was in a room."""
    if not use.stays:
        return summary
    given = (TABLE, "given")
    counts = {**summary.counts, given: use.given, (TABLE, "unseen"): use.unseen}
    longest = Measure(use.longest_minutes, use.stays, "min", (given,))
    return replace(
        summary,
        counts=MappingProxyType(counts),
        measures=MappingProxyType({**summary.measures, _LONGEST: longest}),
    )
