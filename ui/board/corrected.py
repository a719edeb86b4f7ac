"""Closed records with a correction of which nobody has said whether it counts, as the board shows them. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from screening.row import ScreeningRow
from ui.strings import minutes_in_words, tr

__all__ = ["Corrected", "corrected_of"]


@dataclass(frozen=True, slots=True)
class Corrected:
    """One record that waits for a person's decision."""

    key: str  # the screening
    head: str
    below: str
    when: str = ""
    is_due: bool = False
    sign: str = "question"
    token: str = "watch"  # noqa: S105 - a colour


def corrected_of(rows: Iterable[ScreeningRow], now: datetime, who: Callable[[str], str]) -> tuple[Corrected, ...]:
    """The records of `rows`, in their order, with how long ago each was closed."""
    return tuple(_record(row, now, who) for row in rows)


def _record(row: ScreeningRow, now: datetime, who: Callable[[str], str]) -> Corrected:
    name = "" if row.erased else who(row.screening)
    gone = minutes_in_words((now - datetime.fromisoformat(row.closed_at or row.began_at)).total_seconds())
    below = " · ".join((tr("board.corrected"), tr("owed.since", time=gone)))
    return Corrected(row.screening, name or tr("owed.number", number=row.screening[:8]), below)
