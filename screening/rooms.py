"""An isolation room as its events tell it: who is inside, when somebody looked in, whether it is clean. Pure.

`RoomLog = fold(events of room:POST.ID)`. That a traveller has gone the screening
tells: nobody frees a room by hand. Source: border_sop C1, C8 and section 10.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Literal

from screening.commands import Officer
from screening.events import Event, Json
from screening.party import Party
from sops.rooms import Room, RoomRule

__all__ = ["ROOM", "Guest", "RoomLog", "Standing", "Warned", "add", "fold", "happened", "kin", "stands", "warnings"]

ROOM: Final = "room:"
Warned = Literal["occupied", "mixed", "crowded", "unclean"]


@dataclass(frozen=True, slots=True)
class Stay:
    """One traveller in a room. `left_at` is set when a person took him out; leaving the post is told elsewhere."""

    screening: str
    given_at: datetime
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RoomLog:
    """What the events of one room say. Stays that a cleaning ended are gone from it.

    `decided_by` is who of the health authority had those inside put together; empty when nobody was named.
    """

    stays: tuple[Stay, ...] = ()
    checked_at: datetime | None = None
    cleaned_at: datetime | None = None
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Guest:
    """What of a traveller weighs here: the class that counts, None while it is not known."""

    screening: str
    classification: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A room as it is now. `seen_at`: last looked into; `unclean_since`: empty, and somebody has left it uncleaned."""

    room: Room
    inside: tuple[str, ...]
    gone: tuple[str, ...]  # since the last cleaning
    since: datetime | None  # the first of those inside came
    seen_at: datetime | None
    unclean_since: datetime | None
    decided_by: str = ""

    @property
    def is_free(self) -> bool:
        """Whether a traveller may be brought there without a warning."""
        return not self.inside and self.unclean_since is None


def fold(events: Iterable[Event]) -> RoomLog:
    """The room after its events."""
    log = RoomLog()
    for event in events:
        log = add(log, event)
    return log


def add(log: RoomLog, event: Event) -> RoomLog:
    """The room with one more event."""
    change = _CHANGES.get(event.kind)
    return replace(log, **change(log, event)) if change else log


def happened(room: str, kind: str, who: Officer, body: Mapping[str, Json], **identity: Json) -> Event:
    """Something happened in a room of that stream; who decided is sealed."""
    return Event(ROOM + room, kind, who.at, who.id, body, identity)


def stands(room: Room, log: RoomLog, gone: Mapping[str, datetime]) -> Standing:
    """The room as it is now. `gone`: screening -> when that traveller left the post."""
    ended = {stay: stay.left_at or gone.get(stay.screening) for stay in log.stays}
    inside = tuple(stay for stay, end in ended.items() if end is None)
    left = [end for end in ended.values() if end is not None]
    looks = [stay.given_at for stay in inside] + ([log.checked_at] if log.checked_at else [])
    return Standing(
        room,
        tuple(stay.screening for stay in inside),
        tuple(dict.fromkeys(stay.screening for stay, end in ended.items() if end is not None)),
        min((stay.given_at for stay in inside), default=None),
        max(looks) if inside else None,
        max(left, default=None) if not inside else None,
        log.decided_by if len(inside) > 1 else "",
    )


def warnings(
    standing: Standing, who: Guest, inside: Iterable[Guest], is_kin: Callable[[str], bool], rule: RoomRule | None
) -> tuple[Warned, ...]:
    """What a person hears before this traveller is brought there; nothing of it forbids. `is_kin`: of one family."""
    strangers = [guest for guest in inside if not is_kin(guest.screening)]
    apart = rule is not None and any(rule.parts(who.classification, guest.classification) for guest in strangers)
    said: dict[Warned, bool] = {
        "occupied": bool(strangers),
        "mixed": apart,
        "crowded": len(standing.inside) >= standing.room.places,
        "unclean": standing.unclean_since is not None,
    }
    return tuple(word for word, holds in said.items() if holds)


def kin(party: Party | None, one: str, other: str) -> bool:
    """Whether two members of a party are one family: it came as one, or one of them cares for the other."""
    if party is None or not {one, other} <= set(party.members):
        return False
    return party.unit == "family" or not party.links.isdisjoint({(one, other), (other, one)})


def _given(log: RoomLog, event: Event) -> dict[str, Any]:
    who = str(event.body["screening"])
    others = tuple(stay for stay in log.stays if stay.screening != who)
    return {"stays": (*others, Stay(who, event.at))}


def _left(log: RoomLog, event: Event) -> dict[str, Any]:
    who = event.body["screening"]
    return {"stays": tuple(replace(s, left_at=event.at) if s.screening == who else s for s in log.stays)}


def _cleaned(log: RoomLog, event: Event) -> dict[str, Any]:
    """Only the stays that it names are over: who came in meanwhile is still inside."""
    after = event.body.get("after")
    ended = set(map(str, after)) if isinstance(after, list) else set()
    return {"cleaned_at": event.at, "stays": tuple(stay for stay in log.stays if stay.screening not in ended)}


_CHANGES: Final[Mapping[str, Callable[[RoomLog, Event], dict[str, Any]]]] = {
    "room_given": _given,
    "room_left": _left,
    "room_checked": lambda _, event: {"checked_at": event.at},
    "room_cleaned": _cleaned,
    "cohort_decided": lambda _, event: {"decided_by": str(event.identity.get("authority") or "")},
}
