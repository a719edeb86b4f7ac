"""A store with very many screenings, made fast: every event sealed and chained as ever, many in one transaction."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))  # the made-up days lie with the tests

from summary_samples import DAY, NEW, OLD, day_of

from screening.events import Event, Json
from screening.records.projection import put_all
from screening.records.store import RecordStore
from screening.row import ScreeningRow

_A_DAY: Final = 10_000
_AT: Final = datetime(2021, 3, 23, 14, 0, tzinfo=UTC)


def filled(path: Path, count: int) -> RecordStore:
    """A new store at `path`, open, with so many closed screenings of 10,000 a day up to the day before `DAY`.

    Each has two events, begun with a sealed name and closed, and its row. Its folder must exist.
    """
    rows = [row for row in day_of(min(_A_DAY, count), editions=(NEW, NEW, OLD)) if row.status == "closed"]
    store = RecordStore.create(path, desk="1")
    left, back = count, 0
    while left > 0:
        back += 1
        day = (DAY - timedelta(days=back)).isoformat()
        made = [replace(row, screening=f"{day}-{n}", day=day, owed=0) for n, row in enumerate(rows[:left])]
        left -= len(made)
        events = [event for row in made for event in _events(row)]
        with store._transaction() as writer:  # noqa: SLF001 - rows of many travellers in one commit: here alone
            put_all(writer, made)
        store.append(events)
    return store


def _events(row: ScreeningRow) -> tuple[Event, ...]:
    stream = f"screening:{row.screening}"
    begun: dict[str, Json] = {"desk": row.desk, "post": row.post, "language": "es"}
    closed: dict[str, Json] = {"outcome": row.outcome, "class": row.classification}
    return (
        Event(stream, "begun", _AT, "o-17", begun, {"party": f"NAME {row.screening}"}),
        Event(stream, "closed", _AT, "o-17", closed),
    )
