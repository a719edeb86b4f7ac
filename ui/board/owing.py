"""Duties as the board shows them, of those who wait and of those who have gone: what, whose, since when, who hears."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from screening.afterwards import Owed
from screening.duties import Duty
from screening.pending import Pending, awaited
from sops.wording import Wording
from ui.afterwards import StillOwed
from ui.board.rows import named
from ui.saying import name, text
from ui.strings import minutes_in_words, minutes_left, tr


@dataclass(frozen=True, slots=True)
class Owing:
    """One open duty. `awaits` is what is waited for (room, notify, transport, clean), empty where it is something else.

    `is_gone`: the traveller has left, so that it is marked from the board; else it is done at the desk.
    """

    screening: str
    duty: str
    head: str  # what, and of whom
    below: str  # whose it is, since when, who hears of it
    when: str  # "in 40 min", "1 h 05 late", or that there is no limit
    is_due: bool
    is_gone: bool = True
    awaits: str = ""
    cleans: bool = False
    room: str = ""  # the room that is to be cleaned
    title: str = ""  # what, alone
    others: tuple[str, ...] = ()  # of whom it is owed too, and done with it

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.screening} {self.duty}"

    @property
    def sign(self) -> str:
        """Its sign."""
        return "clock" if self.is_due else "box" if self.is_gone else "person"

    @property
    def token(self) -> str:
        """The colour of its sign."""
        return "hold" if self.is_due else "muted"


def owing_of(still: StillOwed, now: datetime, wording: Wording) -> tuple[Owing, ...]:
    """What is owed by those who have gone, late first."""
    return tuple(_gone(one, still, now, wording) for one in still.found)


def pending_of(
    found: tuple[Pending, ...], now: datetime, who: Callable[[str], str], wording: Wording
) -> tuple[Owing, ...]:
    """What those who are here wait for: who stands first, then what."""
    return tuple(_here(one, now, who, wording) for one in found)


def _here(one: Pending, now: datetime, who: Callable[[str], str], wording: Wording) -> Owing:
    spec = one.duty.spec
    person = who(one.screening) or tr("person.unidentified")
    waited = minutes_in_words((now - one.since).total_seconds())
    parts = [text(spec.title), *_hears(one.duty, tr("pending.since", time=waited), wording)]
    when = _when(one.duty, now)
    return Owing(
        one.screening, spec.id, person, " · ".join(parts), when, one.duty.is_late, is_gone=False, awaits=awaited(spec)
    )


def _gone(one: Owed, still: StillOwed, now: datetime, wording: Wording) -> Owing:
    spec = one.duty.spec
    who = named(still.states[one.screening].log.identity) or tr("owed.number", number=one.screening[:8])
    gone = tr("owed.since", time=minutes_in_words((now - one.closed_at).total_seconds()))
    below = " · ".join(_hears(one.duty, gone, wording))
    title, cleans = text(spec.title), "cleans" in spec.does
    return Owing(
        one.screening,
        spec.id,
        f"{title} · {who}",
        below,
        _when(one.duty, now),
        one.is_late,
        awaits=awaited(spec),
        cleans=cleans,
        title=title,
    )


def _hears(duty: Duty, since: str, wording: Wording) -> list[str]:
    """Whose it is, since when, and who hears of it when it is late; a second limit that has passed is said."""
    spec = duty.spec
    parts = [tr("owed.whose", role=name(wording, "roles", spec.owner)), since]
    if duty.tell:
        words = "owed.tell_again" if duty.is_late_again else "owed.tell"
        parts.append(tr(words, role=name(wording, "roles", duty.tell)))
    elif spec.escalates_to and duty.due_at is not None:
        parts.append(tr("owed.would_tell", role=name(wording, "roles", spec.escalates_to)))
    return parts


def _when(duty: Duty, now: datetime) -> str:
    if duty.due_at is None:
        return tr("owed.no_limit")
    if duty.is_of_paper:
        return tr("duty.of_paper")
    if duty.is_late:
        return tr("owed.late", time=minutes_in_words((now - duty.due_at).total_seconds()))
    return tr("board.in", time=minutes_left((duty.due_at - now).total_seconds()))
