"""A shift at one desk as its events tell it: who sat there, what was counted, to whom it was handed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from screening.commands import CommandError, Officer
from screening.events import Event, Json
from screening.night import Night, night_of

__all__ = ["LONGEST", "SHIFT", "Shift", "change", "close", "count", "fold", "lock", "night_on", "since"]

SHIFT: Final = "shift:"
LONGEST: Final = timedelta(hours=24)
"""A shift that nobody closed is not counted longer than that."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift. `officers` in the order in which they sat down; `nights` are the night counts by local day."""

    id: str
    post: str
    desk: str
    opened_at: datetime
    officers: tuple[str, ...]
    nights: Mapping[date, Night]
    closed_at: datetime | None = None


def fold(events: Iterable[Event]) -> Shift | None:
    """The shift after its events; None before it was opened."""
    shift: Shift | None = None
    for event in events:
        if event.kind == "shift_opened":
            here = (str(event.body["post"]), str(event.body["desk"]))
            shift = Shift(event.stream.removeprefix(SHIFT), *here, event.at, (event.by,), {})
        elif shift is not None and event.kind in _CHANGES:
            shift = replace(shift, **_CHANGES[event.kind](shift, event))
    return shift


def change(shift: Shift, who: Officer) -> Event:
    """Another officer sits down; the traveller in front stays."""
    return _event(shift, "officer_changed", who, {"officer": who.id})


def lock(shift: Shift, who: Officer, *, by_itself: bool) -> Event:
    """The desk was locked, by the officer or because nobody touched it for a while."""
    return _event(shift, "desk_locked", who, {"by_itself": by_itself})


def count(shift: Shift, day: date, night: Night, who: Officer) -> Event:
    """The night count of a local day; the last one stands."""
    cells: list[Json] = [{"keys": list(keys), "count": number} for keys, number in night.items()]
    return _event(shift, "night_counted", who, {"day": day.isoformat(), "counts": cells})


def close(shift: Shift, who: Officer, to: str, left: Mapping[str, int]) -> Event:
    """Handed over to officer `to`, empty where nobody follows; `left` is what was handed over, as counts.

    Raises CommandError for a shift that is closed.
    """
    if shift.closed_at is not None:
        raise CommandError("this shift is closed already", "shift_closed")
    return _event(shift, "shift_closed", who, {"to": to, "left": dict(left)})


def since(shifts: Iterable[Shift], now: datetime) -> datetime | None:
    """When the work at a desk began that is to be handed over: a desk that was started again is still in its shift.

    `shifts` are those of one desk, the newest first; None where no shift is open. At most `LONGEST` ago.
    """
    begun = None
    for shift in shifts:
        if shift.closed_at is not None:
            break
        begun = max(shift.opened_at, now - LONGEST)
        if now - shift.opened_at > LONGEST:
            break
    return begun


def night_on(shifts: Iterable[Shift], day: date) -> Night:
    """The last night count of a day among shifts, the oldest first; empty where nobody counted."""
    return next((shift.nights[day] for shift in reversed(tuple(shifts)) if day in shift.nights), {})


def _event(shift: Shift, kind: str, who: Officer, body: Mapping[str, Json]) -> Event:
    return Event(SHIFT + shift.id, kind, who.at, who.id, body)


def _counted(shift: Shift, event: Event) -> dict[str, Any]:
    return {"nights": {**shift.nights, date.fromisoformat(str(event.body["day"])): night_of(event.body["counts"])}}


_CHANGES: Final[Mapping[str, Callable[[Shift, Event], dict[str, Any]]]] = {
    "officer_changed": lambda shift, event: {"officers": (*shift.officers, event.by)},
    "night_counted": _counted,
    "shift_closed": lambda _, event: {"closed_at": event.at},
}
