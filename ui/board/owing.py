"""What is still to be done after travellers have gone, as the board shows it: what, whose, since when, who hears."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from screening.afterwards import Owed
from sops.wording import Wording
from ui.afterwards import StillOwed
from ui.board.rows import named
from ui.saying import name, text
from ui.strings import minutes_in_words, span_in_words, tr


@dataclass(frozen=True, slots=True)
class Owing:
    """One duty of one who has gone."""

    screening: str
    duty: str
    head: str  # what, and of whom
    below: str  # whose it is, when they left, who hears of it
    when: str  # "in 40 min", "1 h 05 late", or since when where there is no limit
    is_due: bool

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.screening} {self.duty}"

    @property
    def sign(self) -> str:
        """Its sign."""
        return "clock" if self.is_due else "box"

    @property
    def token(self) -> str:
        """The colour of its sign."""
        return "hold" if self.is_due else "muted"


def owing_of(still: StillOwed, now: datetime, wording: Wording) -> tuple[Owing, ...]:
    """The rows, late first."""
    return tuple(_row(one, still, now, wording) for one in still.found)


def late_among(still: StillOwed) -> int:
    """How many are late."""
    return sum(one.is_late for one in still.found)


def _row(one: Owed, still: StillOwed, now: datetime, wording: Wording) -> Owing:
    spec, due_at = one.duty.spec, one.duty.due_at
    state = still.states[one.screening]
    who = named(state.log.identity) or tr("owed.number", number=one.screening[:8])
    gone = minutes_in_words((now - one.closed_at).total_seconds())
    parts = [tr("owed.whose", role=name(wording, "roles", spec.owner)), tr("owed.since", time=gone)]
    if one.tell:
        parts.append(tr("owed.tell", role=name(wording, "roles", one.tell)))
    elif one.escalates_to and due_at is not None:
        parts.append(tr("owed.would_tell", role=name(wording, "roles", one.escalates_to)))
    if due_at is None:
        when = tr("owed.no_limit")
    elif one.is_late:
        when = tr("owed.late", time=minutes_in_words((now - due_at).total_seconds()))
    else:
        when = tr("board.in", time=span_in_words((due_at - now).total_seconds()))
    return Owing(one.screening, spec.id, f"{text(spec.title)} · {who}", " · ".join(parts), when, one.is_late)
