"""One answer made durable: event, chain and projection, against bare sqlite3 with the same bytes on the same disk."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.measuring import Figure, compare
from screening.events import Event
from screening.records.store import RecordStore
from screening.row import ScreeningRow

_TIMES = 100


def a_row(screening: str, **changes: object) -> ScreeningRow:
    """A plausible row of a screening, for filling stores."""
    values: dict[str, object] = dict.fromkeys(field.name for field in dataclasses.fields(ScreeningRow))
    values |= {
        "screening": screening, "post": "lajas-blancas", "desk": "1", "day": "2021-03-23", "hour": 9,
        "began_at": "2021-03-23T14:00:00.000000Z", "status": "open", "step": "observe",
        "procedure": "poe-entry@2020-01-31",
        "definition": "who-covid19@2020-12-16", "pending": False, "emergency": False, "secondary": False, "readings": 0,
        "companions": 0, "tests": "", "owed": 0, "unknown_answers": 0, "answers": 3, "training": False, "erased": False,
    }  # fmt: skip
    return ScreeningRow(**{**values, **changes})  # type: ignore[arg-type]


def figures(folder: Path) -> Iterator[Figure]:
    """The figure of durability."""
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("CREATE TABLE a(i INTEGER PRIMARY KEY, v BLOB)")
    body = {"step": "declare_signs", "value": "no"}
    raw = json.dumps(body).encode() + b"x" * 400

    def floor() -> None:
        for _ in range(_TIMES):
            bare.execute("INSERT INTO a(v) VALUES (?)", (raw,))

    with RecordStore.create(folder / "store.db", desk="1") as store:
        at = [datetime(2021, 3, 23, 14, 0, tzinfo=UTC)]
        row = a_row("s1")

        def ours() -> None:
            for _ in range(_TIMES):
                at[0] += timedelta(seconds=1)
                store.append([Event("screening:s1", "answered", at[0], "o-17", body)], row)

        yield compare(
            "one answer made durable",
            ("sqlite3, WAL, synchronous=FULL", floor),
            ours,
            units=_TIMES,
            goal=2.5,
            note="event, hash chain, projection row",
        )
    bare.close()
