"""What waits for a person's word alone, as the board shows it: groups with companions, corrected records. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from screening.row import ScreeningRow
from ui.strings import minutes_in_words, tr

if TYPE_CHECKING:
    from ui.party.acts import Group

__all__ = ["Deciding", "deciding_of_groups", "deciding_of_records"]


@dataclass(frozen=True, slots=True)
class Deciding:
    """One group with companions, or one closed record with a correction of which nobody has said whether it counts."""

    key: str  # the party, or the screening
    head: str
    below: str
    is_record: bool
    when: str = ""
    sign: str = "question"
    token: str = "watch"  # noqa: S105 - a colour

    @property
    def is_due(self) -> bool:
        """A group is still here; a record is looked at when there is time."""
        return not self.is_record


def deciding_of_groups(group: Group) -> tuple[Deciding, ...]:
    """A row for every group in which a person must decide."""
    return tuple(
        Deciding(
            party.id,
            tr("party.board_head", unit=tr(f"unit.{party.unit}"), count=count),
            tr("party.board_below"),
            is_record=False,
        )
        for party, count in group.undecided()
    )


def deciding_of_records(rows: Iterable[ScreeningRow], now: datetime, who: Callable[[str], str]) -> tuple[Deciding, ...]:
    """The records of `rows`, in their order, with how long ago each was closed."""
    return tuple(_record(row, now, who) for row in rows)


def _record(row: ScreeningRow, now: datetime, who: Callable[[str], str]) -> Deciding:
    name = "" if row.erased else who(row.screening)
    gone = minutes_in_words((now - datetime.fromisoformat(row.closed_at or row.began_at)).total_seconds())
    below = " · ".join((tr("board.corrected"), tr("owed.since", time=gone)))
    head = name or tr("owed.number", number=row.screening[:8])
    return Deciding(row.screening, head, below, is_record=True)
