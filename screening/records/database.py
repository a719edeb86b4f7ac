"""The file and its connections: one that writes, some that only read; SQLite's complaints in the official's words."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, Executable, create_engine
from sqlalchemy import event as hooks
from sqlalchemy.dialects import sqlite as sqlite_dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool
from sqlalchemy.sql import ClauseElement

from screening.records.errors import DamagedStore, EnvironmentProblem, RecordError

__all__ = ["Database", "is_broken_disk", "sql", "translated"]


def sql(statement: ClauseElement | Executable) -> str:
    """The statement in SQLite's words with `?` for parameters, compiled once for the hot path."""
    assert isinstance(statement, ClauseElement)
    return str(statement.compile(dialect=sqlite_dialect.dialect()))


class Database:
    """The SQLite file of one store. WAL, synchronous=FULL, foreign keys and secure delete on every connection."""

    def __init__(self, path: Path, *, read_only: bool = False, patience_s: float = 2.5) -> None:
        """Nothing is opened yet. `patience_s`: how long a foreign lock is waited for."""
        self.path = path
        self.read_only = read_only
        self._patience_s = patience_s
        self._guard = threading.Lock()
        self._writer: sqlite3.Connection | None = None
        self._writing: Engine | None = None
        self._reading: Engine | None = None

    @property
    def reading(self) -> Engine:
        """Connections that cannot write; they see what was committed and never wait for the writer."""
        with self._guard:
            if self._reading is None:
                self._reading = create_engine(
                    "sqlite://", creator=self._reader, poolclass=QueuePool, pool_size=4, hide_parameters=True
                )
            return self._reading

    @property
    def writing(self) -> Engine:
        """SQLAlchemy over the one writing connection; every transaction begins by taking the write lock."""
        with self._guard:
            if self._writing is None:
                self._writing = create_engine(
                    "sqlite://", creator=lambda: self._connect(writes=True), poolclass=StaticPool, hide_parameters=True
                )
                hooks.listen(self._writing, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
            return self._writing

    @property
    def writer(self) -> sqlite3.Connection:
        """The writing connection itself, for compiled statements; the caller begins and ends transactions."""
        if self._writer is None:
            connection = self.writing.raw_connection().driver_connection
            assert isinstance(connection, sqlite3.Connection)
            self._writer = connection
        return self._writer

    def drop_writer(self) -> None:
        """Close the writing connection; the next use opens a fresh one, which believes nothing but the file."""
        with self._guard:
            writer, engine = self._writer, self._writing
            self._writer = self._writing = None
        if writer is not None:
            writer.close()
        if engine is not None:
            engine.dispose()

    def empty_log(self) -> bool:
        """Move the write-ahead log into the file and cut it to nothing; False when a reader kept part of it alive."""
        writer = self.writer
        writer.execute("PRAGMA busy_timeout=0")  # the caller decides how long a reader is waited for
        try:
            busy, _, _ = writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            writer.execute(f"PRAGMA busy_timeout={round(self._patience_s * 1000)}")
        return not busy

    def close(self) -> None:
        """Close every connection; SQLite then folds the log into the file."""
        with self._guard:
            reading, self._reading = self._reading, None
        if reading is not None:
            reading.dispose()
        self.drop_writer()

    def _reader(self) -> sqlite3.Connection:
        return self._connect(writes=False)

    def _connect(self, *, writes: bool) -> sqlite3.Connection:
        if not self.path.exists():  # SQLite would begin an empty file in its place
            raise EnvironmentProblem(
                f"{self.path}: the records are gone. Plug the drive in, then try again.", kind="gone"
            )
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode=ro" if self.read_only else self.path,
            uri=self.read_only,
            timeout=self._patience_s,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            if writes:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=FULL")
                connection.execute("PRAGMA secure_delete=ON")
                connection.execute("PRAGMA foreign_keys=ON")
            else:
                connection.execute("PRAGMA query_only=ON")
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def translated(path: Path, doing: str) -> Iterator[None]:
    """Turn what SQLite or SQLAlchemy raises into the RecordError family; `doing` reads "to record an answer"."""
    try:
        yield
    except sqlite3.Error as problem:
        raise _in_words(path, doing, problem) from problem
    except DBAPIError as problem:
        if isinstance(problem.orig, sqlite3.Error):
            raise _in_words(path, doing, problem.orig) from problem.orig
        raise
    except UnicodeDecodeError as problem:  # a text of the file is no text any more
        raise _damaged(path, doing, "no text") from problem


def is_broken_disk(problem: BaseException) -> bool:
    """Whether the disk, not the data, refused, so that the connection must not be believed any more."""
    return isinstance(problem, sqlite3.Error) and _code(problem) == sqlite3.SQLITE_IOERR


def _code(problem: sqlite3.Error) -> int:
    return getattr(problem, "sqlite_errorcode", 0) & 0xFF


def _in_words(path: Path, doing: str, problem: sqlite3.Error) -> RecordError:
    name = getattr(problem, "sqlite_errorname", type(problem).__name__)
    match _code(problem):
        case sqlite3.SQLITE_FULL:
            return EnvironmentProblem(
                f"{path}: the disk is full; it was not possible {doing}. Nothing was saved by halves. "
                "Free space on this disk, then try again; until then go on on paper.",
                kind="disk_full",
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return EnvironmentProblem(
                f"{path}: another program holds the records, so it was not possible {doing}. "
                "Close it (a backup, a virus scanner, a database viewer), then try again.",
                kind="held",
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return EnvironmentProblem(
                f"{path}: the file or its folder cannot be written ({name}), so it was not possible {doing}. "
                "Check that the drive is there and that this user may write to the folder.",
                kind="unwritable",
            )
        case sqlite3.SQLITE_IOERR:
            return EnvironmentProblem(
                f"{path}: the disk reports a fault ({name}); it was not possible {doing}. "
                "Treat it as not saved: note it on paper, check the disk, then try again.",
                kind="disk_fault",
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return _damaged(path, doing, name)
    return RecordError(
        f"{path}: it was not possible {doing} ({name}). This is a fault of the program; please report it."
    )


def _damaged(path: Path, doing: str, what: str) -> DamagedStore:
    return DamagedStore(
        f"{path}: the file is damaged ({what}); it was not possible {doing}. "
        "Keep this file aside, restore the last backup, and tell the supervisor.",
        kind="damaged",
    )
