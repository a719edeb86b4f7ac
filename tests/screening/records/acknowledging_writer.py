"""A process that records answers and says so only when they are durable: told to die at any moment by the tests."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from screening.records.store import RecordStore
from screening.row import ScreeningRow
from tests.screening.records.samples import START, make_event, make_row


def row_after(name: str, events: int) -> ScreeningRow:
    """The row of screening `name` after so many events; the twelfth closes and erases it."""
    return replace(make_row(name), answers=events, status="closed" if events == 12 else "open", erased=events == 12)


def main(path: Path, most: int, synchronous: str = "FULL") -> None:
    """Append `most` events, twelve a screening, each acknowledged by its seq on standard output."""
    with RecordStore.open(path) if path.exists() else RecordStore.create(path) as store:
        store._database.writer.execute(f"PRAGMA synchronous={synchronous}")
        seq = store.head().seq
        for _ in range(most):
            name, events = str(seq // 12), seq % 12 + 1
            stream, row = f"screening:{name}", row_after(name, events)
            if events == 12:
                stored = store.erase(stream, at=START, by="o-1", law="x", row=row).stored
            else:
                event = make_event(stream, body={"n": seq}, identity={"surname": "ZZ"} if events == 1 else {})
                (stored,) = store.append([event], row)
            seq = stored.seq
            os.write(1, b"%d\n" % seq)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
