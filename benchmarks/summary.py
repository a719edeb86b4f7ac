"""The daily summary of 10,000 screenings inside a million, against reading the rows of that day.

    python benchmarks/summary.py [--rows 1000000] [--day 10000] [--rounds 7]

Floor: the rows of the day as bare values, every column, by sqlite3. All measured interleaved, medians.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from operator import attrgetter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from sqlalchemy import create_engine  # noqa: E402
from summary_samples import DAY, NEW, OLD, POST, day_of  # noqa: E402

from forms.summary_sheet import summary_sheet  # noqa: E402
from screening.day_cells import Cell  # noqa: E402
from screening.day_counts import BY_HOUR, series_of_tally  # noqa: E402
from screening.day_rows import FIELDS, rows_of_values  # noqa: E402
from screening.records.tables import ROW_FIELDS, metadata, screening  # noqa: E402
from screening.row import ScreeningRow  # noqa: E402
from screening.summary import summarise, summarise_day  # noqa: E402
from screening.suppression import suppress  # noqa: E402

ALL = "select * from screening where day = ? and post = ?"
SOME = f"select {', '.join(FIELDS)} from screening where day = ? and post = ? and not training"

TALLY = "select {0}, count(*) from screening where day = ? and post = ? and not training group by {0}".format(
    ", ".join(BY_HOUR)
)


def fill(path: Path, rows: int, day: int) -> None:
    """A projection of so many screenings, `day` of them on the last day."""
    engine = create_engine(f"sqlite:///{path}")
    metadata.create_all(engine, [screening])
    engine.dispose()
    values = attrgetter(*ROW_FIELDS)
    places = {name: ROW_FIELDS.index(name) for name in ("screening", "day")}
    template = [list(values(row)) for row in day_of(day, editions=(NEW, NEW, OLD))]
    into = f"insert into screening values ({', '.join('?' * len(ROW_FIELDS))})"
    with sqlite3.connect(path) as store:
        store.execute("pragma synchronous = off")
        for back in reversed(range(-(-rows // day))):
            when = (DAY - timedelta(days=back)).isoformat()
            for number, row in enumerate(template):
                row[places["screening"]] = f"{when}-{number}"
                row[places["day"]] = when
            store.executemany(into, template)
        store.execute("analyze")
    store.close()


def main() -> None:
    """Prints each figure and its ratio to the floor."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--day", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=7)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.db"
        fill(path, asked.rows, asked.day)
        store = sqlite3.connect(path)
        measure(store, asked.rounds)
        store.close()


def measure(store: sqlite3.Connection, rounds: int) -> None:
    """Interleaves the contestants over so many rounds."""

    def read(query: str, day: date = DAY) -> list[tuple[object, ...]]:
        return store.execute(query, (day.isoformat(), POST.id)).fetchall()

    def summary(before: dict[Cell, int] | None = None) -> object:
        return summarise_day(POST, DAY, rows_of_values(read(SOME)), before)

    def with_yesterday() -> object:
        return summary(series_of_tally((row[:-1], row[-1]) for row in read(TALLY, DAY - timedelta(days=1))))

    rows = [ScreeningRow(*row) for row in read(ALL)]
    made = summarise(POST, DAY, rows)
    contestants: dict[str, Callable[[], object]] = {
        "read the day's rows, bare (floor)": lambda: read(ALL),
        "read the columns of a summary": lambda: read(SOME),
        "read and summarise": summary,
        "read and summarise, with yesterday": with_yesterday,
        "read as ScreeningRow": lambda: [ScreeningRow(*row) for row in read(ALL)],
        "read as ScreeningRow, summarise": lambda: summarise(POST, DAY, [ScreeningRow(*row) for row in read(ALL)]),
        "summarise rows at hand": lambda: summarise(POST, DAY, rows),
        "suppression plan": lambda: suppress(made),
        "sheet as PDF": lambda: summary_sheet(made, "health_authority", "es"),
    }
    took: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, run in contestants.items():
            start = time.perf_counter()
            run()
            took[name].append(time.perf_counter() - start)
    floor = statistics.median(next(iter(took.values())))
    for name, times in took.items():
        middle = statistics.median(times)
        print(f"{name:38} {1000 * middle:8.1f} ms  {middle / floor:5.2f}x")


if __name__ == "__main__":
    main()
