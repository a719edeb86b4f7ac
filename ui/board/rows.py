"""Those who wait, as the board shows them: who, where they stand, what they wait for and since when. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from screening.log import gather
from screening.row import ScreeningRow
from sops.model import Procedure
from ui.plain import clean
from ui.saying import text
from ui.strings import minutes_in_words, minutes_left, tr

if TYPE_CHECKING:
    from screening.records.reader import RecordReader

_REASONS: Final = {"second": "board.second", "aside": "board.aside", "next_traveller": "board.next"}
NAMED: Final = 40
"""So many names are looked up: each is unsealed on demand, never kept."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One traveller on the board."""

    screening: str
    who: str
    step: str
    reason: str
    since: str
    due: str  # "now", "in 06:12" or ""
    is_due: bool
    is_emergency: bool
    awaits: str = "aside"  # decide, second, secondary or aside

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return self.screening

    @property
    def head(self) -> str:
        """Who."""
        return self.who

    @property
    def below(self) -> str:
        """Where the traveller stands, and why the walk stopped there."""
        said = {part.casefold(): part for part in (self.reason, self.step) if part}
        return " · ".join(reversed(said.values()))

    @property
    def when(self) -> str:
        """When it goes on, or since when it stopped."""
        return self.due or self.since

    @property
    def sign(self) -> str:
        """Its sign."""
        if self.is_emergency:
            return "cross"
        return "question" if self.awaits == "decide" else "clock" if self.due else "person"

    @property
    def token(self) -> str:
        """The colour of its sign."""
        if self.is_emergency:
            return "emergency"
        return "watch" if self.awaits == "decide" else "hold" if self.is_due else "muted"


def waiting_of(
    rows: Iterable[ScreeningRow],
    now: datetime,
    names: Callable[[str], str],
    procedure: Callable[[str], Procedure],
    alarm: Callable[[str], datetime | None],
) -> tuple[Waiting, ...]:
    """The board: emergencies, those whose time has come, then by the end of their rest, then the longest waiting.

    `alarm` tells when the emergency began that somebody is in; from then on it is counted how long they wait.
    """
    found = []
    for place, row in enumerate(rows):
        until = _moment(row.wait_until)
        is_due = until is not None and until <= now
        if until is None:
            due = ""
        else:
            due = tr("board.due") if is_due else tr("board.in", time=minutes_left((until - now).total_seconds()))
        step = procedure(row.procedure).steps.get(row.step or "")
        stands = text(step.title) if step else tr("rail.outcome")
        reason = row.waits_for or ""
        why = tr(_REASONS[reason]) if reason in _REASONS else "" if reason else tr("board.interrupted")
        word = "board.agree" if row.pending else "board.review" if row.unreviewed else ""
        why = tr(word) if word else why
        called = alarm(row.screening) if row.emergency and place < NAMED else None
        if called is not None:
            stands, why = tr("board.emergency", step=stands), ""
        waited = now - (called or _moment(row.entered_at or row.began_at) or now)
        since = minutes_in_words(waited.total_seconds())
        who = names(row.screening) if place < NAMED else ""
        age = tr("person.years", age=row.age_years) if row.age_years is not None else ""
        who = who or " · ".join(part for part in (tr("person.unidentified"), age) if part)
        awaits = "second" if until is not None else "secondary" if row.secondary and called is None else "aside"
        awaits = "decide" if word else awaits
        entry = Waiting(row.screening, who, stands, why, since, due, is_due, row.emergency, awaits)
        found.append((not row.emergency, not is_due, until is None, until or now, place, entry))
    return tuple(entry for *_, entry in sorted(found, key=lambda item: item[:5]))


def name_in(events: Iterable[Any]) -> str:
    """The name that the events of one screening tell; empty when nobody said it."""
    return named(gather(events).identity)


def alarm_of(store: RecordReader, screening: str) -> datetime | None:
    """When the emergency began that this one is in now; None where there is none."""
    log = gather(stored.event for stored in store.history(f"screening:{screening}"))
    return log.interrupted_at if any(broken.name == "emergency" for broken in log.interrupts) else None


def named(identity: Mapping[str, Any]) -> str:
    """Surname and given names, or the name as spoken; empty when nobody said it."""
    names = [str(identity[key]) for key in ("surname", "given_names") if identity.get(key)]
    return clean(", ".join(names) or str(identity.get("spoken_name") or ""), 60)


def _moment(text_: str | None) -> datetime | None:
    if not text_:
        return None
    found = datetime.fromisoformat(text_)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


__all__ = ["Waiting", "alarm_of", "name_in", "named", "waiting_of"]
