"""Stores in temporary folders, and somebody who tampers with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from screening.records.store import RecordStore
from tests.screening.records.samples import new_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[RecordStore]:
    with new_store(path) as opened:
        yield opened


@pytest.fixture
def tamper(path: Path) -> Callable[..., None]:
    """Raw SQL by somebody who first removes the refusals."""

    def run(*statements: tuple[str, tuple[object, ...]] | str) -> None:
        with sqlite3.connect(path) as connection:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                connection.execute(*((statement,) if isinstance(statement, str) else statement))
        connection.close()

    return run
