"""The rooms as they are offered for one traveller: key, words, what is to be heard before it is given. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from screening.companions import class_said
from screening.rooms import Standing, Warned
from screening.session import State
from sops.wording import Wording
from ui.board.rows import named
from ui.plain import clean
from ui.rooms.acts import Rooms
from ui.rooms.rows import inside_in_words
from ui.saying import name
from ui.strings import minutes_in_words, tr

__all__ = ["Offered", "Offering", "offering"]

_KEYS: Final = "123456789"


@dataclass(frozen=True, slots=True)
class Offered:
    """One room. `warning` is empty where nothing speaks against it; `is_cohort`: the health authority decides."""

    id: str
    name: str
    key: str
    words: str
    sign: str
    warning: str
    is_cohort: bool


@dataclass(frozen=True, slots=True)
class Offering:
    """All rooms for one traveller in the order of the post's file; `proposed`: nothing speaks against it."""

    who: str
    rooms: tuple[Offered, ...]
    proposed: Offered | None
    help: str


def offering(rooms: Rooms, state: State, who: Callable[[str], str], wording: Wording) -> Offering:
    """What is offered for the traveller in front: where his family is first of all, then what is free and clean."""
    now, standings = rooms.desk.clock(), rooms.look()
    free = [each for each in standings if each.is_free]
    offered = []
    for key, standing in zip((*_KEYS, *[""] * len(standings)), standings, strict=False):
        warned = rooms.warned(standing, state.screening)
        offered.append(
            Offered(
                standing.room.id,
                clean(standing.room.name, 60),
                key,
                _words(standing, state.screening, warned, now, who),
                _sign(standing, warned),
                _warning(standing, warned, free, who),
                "occupied" in warned,
            )
        )
    good = [(each, standing) for each, standing in zip(offered, standings, strict=True) if not each.warning]
    good.sort(key=lambda pair: not pair[1].inside)
    row = rooms.desk.store.row(state.screening)
    cls = class_said(row) if row is not None else None
    person = named(state.log.identity) or tr("person.unidentified")
    helps = [tr("rooms.help")]
    if good:
        helps.insert(0, tr("rooms.enter", room=good[0][0].name))
    said = tr("rooms.who", who=person, class_=name(wording, "classes", cls)) if cls else person
    return Offering(said, tuple(offered), good[0][0] if good else None, " ".join(helps))


def _words(
    standing: Standing, screening: str, warned: tuple[Warned, ...], now: datetime, who: Callable[[str], str]
) -> str:
    """Name, what it is now, places and toilet."""
    room = standing.room
    if screening in standing.inside:
        said = tr("rooms.here")
    elif standing.inside and standing.since is not None:
        time = minutes_in_words((now - standing.since).total_seconds())
        said = tr("rooms.taken", who=inside_in_words(standing, who), time=time)
        if "occupied" not in warned:
            said = f"{tr('rooms.family')} · {said}"
    elif standing.unclean_since is not None:
        said = tr("rooms.unclean", time=minutes_in_words((now - standing.unclean_since).total_seconds()))
    else:
        said = tr("rooms.free")
    toilet = tr("rooms.toilet" if room.own_toilet else "rooms.no_toilet")
    return f"{clean(room.name, 60)} · {said} · {tr('rooms.places', count=room.places)} · {toilet}"


def _sign(standing: Standing, warned: tuple[Warned, ...]) -> str:
    if "unclean" in warned:
        return "warning"
    return "people" if standing.inside else "tick"


def _warning(standing: Standing, warned: tuple[Warned, ...], free: list[Standing], who: Callable[[str], str]) -> str:
    """Everything that speaks against it, then what there is instead."""
    if not warned:
        return ""
    room = clean(standing.room.name, 60)
    words = [tr(f"rooms.warn.{word}", room=room, who=inside_in_words(standing, who)) for word in warned]
    others = ", ".join(clean(each.room.name, 60) for each in free)
    words.append(tr("rooms.warn.free", rooms=others) if others else tr("rooms.warn.full"))
    if "occupied" in warned:
        words.append(tr("rooms.cohort"))
    return " ".join(words)
