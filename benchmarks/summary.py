"""The summary of a day of 10,000 screenings inside a store of a million, against reading that day's rows bare."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from operator import attrgetter
from pathlib import Path

from benchmarks.measuring import Figure, compare

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))  # the made-up days lie with the tests

from summary_samples import DAY, NEW, NUMBERS, OLD, POST, day_of

from forms.summary_sheet import summary_sheet
from screening.day_rows import FIELDS, rows_of_values
from screening.records.store import RecordStore
from screening.records.tables import ROW_FIELDS
from screening.release import release
from screening.summary import DailySummary, summarise, summarise_day, summary_from
from sops.catalogue import load

_A_DAY = 10_000
_WHERE = (DAY.isoformat(), POST.id)
_EVERY_COLUMN = "select * from screening where day = ? and post = ?"


def figures(folder: Path, count: int) -> Iterator[Figure]:
    """Reading and counting, with the day before, growth of the store, and what is made of the counts."""
    small, large = (_filled(folder / f"summary-{size}.db", size) for size in (max(count // 10, _A_DAY), count))
    bare = sqlite3.connect(large.path)

    def read() -> object:
        return bare.execute(_EVERY_COLUMN, _WHERE).fetchall()

    def whole() -> DailySummary:
        return summarise(POST, DAY, large.rows(day=DAY), **NUMBERS)

    floor: tuple[str, Callable[[], object]] = ("sqlite3, the day's rows as tuples", read)
    inside = f"10,000 rows inside {count:,}"
    yield compare("daily summary from the store", floor, lambda: _summary(large), goal=1.2, rounds=15, note=inside)
    yield compare(
        "the same with yesterday's line",
        floor,
        lambda: summary_from(large, POST, DAY, **NUMBERS),
        goal=1.2,
        rounds=15,
        note=f"{inside}, the day before tallied in the database",
    )
    yield compare("the same from whole rows", floor, whole, note=inside)
    yield compare(
        "daily summary, store ten times as large",
        (f"the same day inside {max(count // 10, _A_DAY):,}", lambda: _summary(small)),
        lambda: _summary(large),
        goal=1.1,
        rounds=15,
    )
    made, names = _summary(large), load().wording
    yield compare("suppression plan of that day", floor, lambda: release(made, "public"))
    yield compare("summary sheet as PDF", floor, lambda: summary_sheet(made, language="es", names=names))
    bare.close()
    small.close()
    large.close()


def _summary(store: RecordStore) -> DailySummary:
    """The day alone."""
    values = store.values(FIELDS, first=DAY, last=DAY, post=POST.id, training=False)
    return summarise_day(POST, DAY, rows_of_values(values), **NUMBERS)


def _filled(path: Path, count: int) -> RecordStore:
    """A store whose projection holds so many screenings, 10,000 a day, put there without their events."""
    RecordStore.create(path, desk="1").close()
    values = attrgetter(*ROW_FIELDS)
    name, day = ROW_FIELDS.index("screening"), ROW_FIELDS.index("day")
    lines = [list(values(row)) for row in day_of(_A_DAY, editions=(NEW, NEW, OLD))]
    into = f"insert into screening ({', '.join(ROW_FIELDS)}) values ({', '.join('?' * len(ROW_FIELDS))})"
    bare = sqlite3.connect(path)
    bare.execute("pragma synchronous = off")
    for back in reversed(range(count // _A_DAY)):
        when = (DAY - timedelta(days=back)).isoformat()
        for number, line in enumerate(lines):
            line[name], line[day] = f"{when}-{number}", when
        bare.executemany(into, lines)
        bare.commit()
    bare.close()
    return RecordStore.open(path)
