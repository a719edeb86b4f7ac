"""Rows and events to put into a store."""

from __future__ import annotations

import typing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from screening.events import Event
from screening.records.store import RecordStore
from screening.row import ScreeningRow

HINTS = typing.get_type_hints(ScreeningRow)
EMPTY = {str: "", int: 0, bool: False, float: 0.0}
START = datetime(2021, 3, 23, 14, 14, tzinfo=UTC)


def make_row(screening: str, **values: object) -> ScreeningRow:
    """A row with nothing known but what is given."""
    known: dict[str, object] = {
        name: None if type(None) in typing.get_args(hint) else EMPTY[hint] for name, hint in HINTS.items()
    }
    known |= {
        "day": "2021-03-23",
        "post": "lajas-blancas",
        "desk": "1",
        "status": "open",
        "began_at": START.isoformat(),
    }
    return ScreeningRow(**(known | {"screening": screening} | values))  # type: ignore[arg-type]


def make_event(stream: str, kind: str = "answered", minute: int = 0, **rest: object) -> Event:
    """An event of an ordinary morning."""
    return Event(stream, kind, START + timedelta(minutes=minute), "o-17", **rest)  # type: ignore[arg-type]


_MADE: dict[str, bytes] = {}


def new_store(path: Path) -> RecordStore:
    """An empty store at `path`, copied from one that was made once: making goes through every schema step."""
    if not _MADE:
        RecordStore.create(path).close()
        for file in (path, path.with_name(f"{path.name}.head")):
            _MADE[file.name.removeprefix(path.name)] = file.read_bytes()
    for name, content in _MADE.items():
        path.with_name(path.name + name).write_bytes(content)
    return RecordStore.open(path)


def fill(store: RecordStore, screenings: int = 3, answers: int = 3) -> None:
    """A few screenings with a name each, the odd ones closed."""
    for number in range(screenings):
        stream = f"screening:{number}"
        name = {"surname": f"ZZCANARY{number}"}
        store.append([make_event(stream, "begun", number), make_event(stream, "identified", identity=name)])
        for answer in range(answers):
            row = make_row(str(number), answers=answer + 1, status="closed" if number % 2 else "open")
            store.append([make_event(stream, body={"step": f"a{answer}", "value": "yes"})], row)
