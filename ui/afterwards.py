"""What travellers who have gone still owe, read from the store; a restart changes nothing. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from screening.afterwards import Owed, owed
from screening.records.store import RecordStore
from screening.row import ScreeningRow
from screening.session import State
from sops.catalogue import NoEditionError

__all__ = ["MOST", "Afterwards", "StillOwed"]

MOST: Final = 60
"""So many screenings are looked at, those closed last; that there are older ones is said."""


@dataclass(frozen=True, slots=True)
class StillOwed:
    """What is owed, late first; `older`: screenings closed before these owe something too."""

    found: tuple[Owed, ...]
    states: dict[str, State]
    older: bool


@dataclass
class Afterwards:
    """The closed screenings of a post that owe something. Each is folded once and forgotten when it owes nothing."""

    store: RecordStore
    post: str
    load: Callable[[str], State]
    _known: dict[tuple[str, int, bool], State] = field(default_factory=dict, repr=False)

    def look(self, now: datetime) -> StillOwed:
        """What is owed now. A screening whose texts are gone from here is left out: its record tells of it."""
        rows = self.store.owing(self.post, MOST + 1)
        self._known = {self._key(row): state for row in rows[:MOST] if (state := self._state(row)) is not None}
        states = {state.screening: state for state in self._known.values()}
        return StillOwed(owed(states.values(), now), states, len(rows) > MOST)

    def _state(self, row: ScreeningRow) -> State | None:
        try:
            return self._known.get(self._key(row)) or self.load(row.screening)
        except NoEditionError:
            return None

    @staticmethod
    def _key(row: ScreeningRow) -> tuple[str, int, bool]:
        return row.screening, row.owed, row.erased
