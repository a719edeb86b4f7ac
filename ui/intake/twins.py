"""Likely twins at this desk: the names that may still be read, in memory only, and what was said of them. No Qt."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from screening.commands import SCREENING, Officer
from screening.log import Log, gather
from screening.mrz import Reading, read
from screening.twins import DAYS, Twin, Twins, different, person_of

if TYPE_CHECKING:
    from screening.row import ScreeningRow
    from screening.session import State
    from ui.desk import Desk

__all__ = ["Lookalikes"]

_MOST: Final = 20_000
_BATCH: Final = 4
_PAUSE_S: Final = 0.002
"""After so many screenings read in the background, so that whoever answers is not kept waiting."""


class Lookalikes:
    """The index of one desk, empty until `read` was carried in by `take`; then what the desk does is put in as done."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.is_stopped = False  # the window is closing: nobody will ask any more
        self._twins: Twins | None = None
        self._since: dict[str, Log] = {}

    @property
    def is_ready(self) -> bool:
        """Whether the names have been read."""
        return self._twins is not None

    def read(self, pause: Callable[[float], None] = time.sleep) -> Twins:
        """Every name of the last days that may still be read, of those unclosed too. On any thread; takes its time."""
        desk, made = self.desk, Twins()
        first = desk.today() - timedelta(days=DAYS)
        kept = desk.store.find(first=first, erased=False, training=desk.training, most=_MOST)
        wanted = {row.screening for row in (*desk.store.unfinished(), *kept) if row.training == desk.training}
        for place, screening in enumerate(sorted(wanted)):
            if self.is_stopped:
                break
            made.put(gather(desk.store.read(SCREENING + screening)))
            if place % _BATCH == 0:
                pause(_PAUSE_S)
        return made

    def take(self, made: Twins) -> None:
        """The names that were read, and who came or was erased meanwhile."""
        for log in self._since.values():
            made.put(log)
        self._twins, self._since = made, {}

    def see(self, state: State | None) -> None:
        """The traveller in front as known now; one who was erased is forgotten at once."""
        if state is None:
            return
        if self._twins is not None:
            self._twins.put(state.log)
        else:
            self._since[state.screening] = state.log

    def of(self, state: State, typed: str = "", age: int | None = None) -> tuple[tuple[Twin, ScreeningRow], ...]:
        """Who may be the traveller in front, or somebody of the name being typed; each with its row."""
        if self._twins is None or state.log.closed is not None or self.desk.store.stale:
            return ()
        person = person_of(state.log)
        if typed:
            person = replace(person, name=typed, age_years=age if age is not None else person.age_years)
        found = []
        for twin in self._twins.of(person):
            row = self.desk.store.row(twin.person.screening)
            if row is None or row.erased:
                self._twins.forget(twin.person.screening)
            else:
                found.append((twin, row))
        return tuple(found)

    def stop(self) -> None:
        """Read no further."""
        self.is_stopped = True

    def named(self, typed: str, most: int) -> tuple[str, ...]:
        """The screenings of people in whose name this may stand, the likest first; none before the names are read."""
        return self._twins.named(typed, most) if self._twins is not None else ()

    def waiting(self, raw: str, party: str | None) -> tuple[Reading, str] | None:
        """Who waits with this very document, as it was read: number, state and birth date. Of a group, its own alone.

        Known by the names that were read, or of those who came since the desk was opened.
        """
        reading = read(raw, self.desk.today())
        fields = reading.fields
        if reading.status == "reject" or fields is None or not fields.number or self.desk.store.stale:
            return None
        since = [key for key, log in self._since.items() if log.identity.get("number") == fields.number]
        same = {*since, *(self._twins.numbered(fields.number) if self._twins is not None else ())}
        for screening in sorted(same):
            row = self.desk.store.row(screening)
            if row is None or row.status == "closed" or party not in (None, row.party):
                continue
            log = gather(self.desk.store.read(SCREENING + screening))
            known = (log.document.get("issuing_state"), log.identity.get("birth_date"))
            if not log.different & same and known == (fields.issuing_state, str(fields.birth_date or "") or None):
                return reading, screening
        return None

    def differ(self, other: str) -> None:
        """Somebody looked: the traveller in front is not the one of the screening `other`. Remembered for both."""
        desk, state = self.desk, self.desk.state
        if state is None:
            return
        desk.store.append([different(state.log, Officer(desk.officer, desk.clock()), other)])
        desk.state = desk.load(state.screening)
