"""Everybody who waits and for what, in the groups of the board; all is read from the store. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from screening.pending import pending
from sops.catalogue import NoEditionError
from ui.board.deciding import deciding_of_groups, deciding_of_records
from ui.board.owing import Owing, owing_of, pending_of
from ui.board.rows import alarm_of, waiting_of
from ui.board.together import together
from ui.rooms.rows import Chamber, chambers

if TYPE_CHECKING:
    from screening.row import ScreeningRow
    from screening.session import State
    from ui.board.listing import Line
    from ui.presenter import Presenter

__all__ = ["GROUPS", "MOST", "Board", "Gathered", "is_emergency", "is_somebody", "is_urgent"]

GROUPS: Final = ("decide", "second", "secondary", "aside", "room", "notify", "transport", "clean", "after")
"""What is waited for, in the order of the board."""
MOST: Final = 60
"""So many of those whose walk has ended are looked into, those waiting longest; the others stand by their step."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The rows of each group; `older`: more is owed by those who have gone than is listed."""

    groups: Mapping[str, tuple[Line, ...]]
    older: bool = False

    @property
    def late(self) -> frozenset[str]:
        """The keys of what is due or late."""
        return frozenset(line.key for lines in self.groups.values() for line in lines if is_urgent(line))


class Board:
    """The board of one desk. `who` tells the name of a traveller, empty where nobody said one."""

    def __init__(self, presenter: Presenter, who: Callable[[str], str]) -> None:
        self.presenter, self.desk, self._who = presenter, presenter.desk, who
        self._ended: dict[str, tuple[ScreeningRow, State]] = {}  # folded once for each row

    def look(self) -> Gathered:
        """As it stands now."""
        desk, wording = self.desk, self.desk.catalogue.wording
        now, still, rows = desk.clock(), desk.still_owed(), desk.waiting()
        ended = self._states(row for row in rows if row.concluded_at is not None)
        walking = [row for row in rows if row.screening not in ended or row.pending or row.unreviewed]
        groups: dict[str, list[Line]] = {group: [] for group in GROUPS}
        groups["decide"] += deciding_of_groups(self.presenter.group)
        alarm = partial(alarm_of, desk.store)
        for waiting in waiting_of(walking, now, self._who, desk.catalogue.procedure, alarm):
            groups[waiting.awaits].append(waiting)
        groups["decide"] += deciding_of_records(desk.store.undecided(desk.post.id, MOST), now, self._who)
        for owing in pending_of(pending(ended.values(), now), now, self._who, wording):
            groups[owing.awaits or "aside"].append(owing)
        for owing in together(owing_of(still, now, wording), self.presenter.rooms):
            groups["clean" if owing.awaits == "clean" else "after"].append(owing)
        cleaned = {line.room for line in groups["clean"] if isinstance(line, Owing)}
        for group, chamber in chambers(self.presenter.rooms, self._who, wording):
            if group == "room" or chamber.room not in cleaned:
                groups[group].append(chamber)
        return Gathered({group: tuple(lines) for group, lines in groups.items()}, still.older)

    def _states(self, rows: Iterable[ScreeningRow]) -> dict[str, State]:
        """The states of those whose walk has ended. One whose texts are gone from here stands by its step."""
        longest = sorted(rows, key=lambda row: (row.concluded_at or "", row.screening))[:MOST]
        known, self._ended = self._ended, {}
        for row in longest:
            before = known.get(row.screening)
            try:
                state = before[1] if before is not None and before[0] == row else self.desk.load(row.screening)
            except NoEditionError:
                continue
            self._ended[row.screening] = (row, state)
        return {screening: state for screening, (_, state) in self._ended.items() if state.at is None}


def is_emergency(line: Line) -> bool:
    """Whether somebody's life may depend on it."""
    return line.token == "emergency"  # noqa: S105 - a colour


def is_somebody(line: Line) -> bool:
    """Whether a traveller is here and waits; work that is left after them comes below."""
    return not (isinstance(line, Owing) and line.is_gone) and not (isinstance(line, Chamber) and not line.resumes)


def is_urgent(line: Line) -> bool:
    """Whether it stands above all others: an emergency, or what is due or late."""
    return line.is_due or is_emergency(line)
