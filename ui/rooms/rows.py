"""The rooms as rows of the board: who is inside, who looks in and until when, what is to be cleaned. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from screening.rooms import Standing
from sops.wording import Wording
from ui.plain import clean
from ui.rooms.acts import Rooms
from ui.saying import name
from ui.strings import minutes_in_words, minutes_left, tr

__all__ = ["Chamber", "chambers", "inside_in_words"]


@dataclass(frozen=True, slots=True)
class Chamber:
    """A room that somebody is in, or that is to be cleaned. `resumes`: the first of those inside."""

    room: str
    title: str
    head: str
    below: str
    when: str
    is_due: bool
    resumes: str
    is_mixed: bool = False

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"room {self.room}"

    @property
    def sign(self) -> str:
        """Its sign."""
        if self.is_mixed:
            return "warning"
        return "clock" if self.is_due else "door" if self.resumes else "box"

    @property
    def token(self) -> str:
        """The colour of its sign."""
        return "hold" if self.is_due else "muted"


def chambers(rooms: Rooms, who: Callable[[str], str], wording: Wording) -> tuple[tuple[str, Chamber], ...]:
    """Every room that is not free, each with what is waited for there: `room` or `clean`."""
    now = rooms.desk.clock()
    found = []
    for standing in rooms.look():
        if standing.inside:
            found.append(("room", _taken(rooms, standing, now, who, wording)))
        elif standing.unclean_since is not None:
            found.append(("clean", _unclean(standing, now)))
    return tuple(found)


def inside_in_words(standing: Standing, who: Callable[[str], str]) -> str:
    """The names of those inside; where one has none, the number of the screening."""
    return ", ".join(who(each) or tr("owed.number", number=each[:8]) for each in standing.inside)


def _taken(rooms: Rooms, standing: Standing, now: datetime, who: Callable[[str], str], wording: Wording) -> Chamber:
    due, keeper, is_mixed = rooms.check_due(standing), rooms.keeper(), rooms.is_mixed(standing)
    is_late = due is not None and now > due
    parts = [tr("rooms.apart")] if is_mixed else []
    if keeper is not None:
        parts.append(tr("rooms.looks", role=name(wording, "roles", keeper.owner)))
    if standing.seen_at is not None:
        parts.append(tr("rooms.seen_ago", time=minutes_in_words((now - standing.seen_at).total_seconds())))
    if is_late and keeper is not None and keeper.escalates_to:
        parts.append(tr("owed.tell", role=name(wording, "roles", keeper.escalates_to)))
    if standing.decided_by:
        parts.append(tr("rooms.decided", who=standing.decided_by))
    if due is None:
        when = tr("rooms.no_check")
    elif is_late:
        when = tr("rooms.look_late", time=minutes_in_words((now - due).total_seconds()))
    else:
        when = tr("rooms.look_in", time=minutes_left((due - now).total_seconds()))
    title = clean(standing.room.name, 60)
    head = f"{title} · {inside_in_words(standing, who)}"
    return Chamber(
        standing.room.id, title, head, " · ".join(parts), when, is_late or is_mixed, standing.inside[0], is_mixed
    )


def _unclean(standing: Standing, now: datetime) -> Chamber:
    assert standing.unclean_since is not None
    title, gone = clean(standing.room.name, 60), minutes_in_words((now - standing.unclean_since).total_seconds())
    below = tr("rooms.left", time=gone)
    return Chamber(standing.room.id, title, f"{tr('rooms.clean')} · {title}", below, tr("owed.no_limit"), False, "")
