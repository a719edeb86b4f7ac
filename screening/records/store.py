"""The store of one desk: seals, chains and commits events durably, gives them back, and keeps the projection equal.

Opening reads SQLAlchemy; import this module after first paint. Every public call may come from any thread: writes take
turns, reads never wait for them.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from sqlalchemy import ColumnElement, Connection, select

from screening.events import Event, Json
from screening.records import installs, log, projection
from screening.records.anchor import Anchor
from screening.records.chain import genesis
from screening.records.database import Database, is_broken_disk, translated
from screening.records.errors import EnvironmentProblem, RecordError
from screening.records.keys import KeyRing
from screening.records.opening import Opened, make_file, open_file
from screening.records.rebuilding import Fold, rebuild
from screening.records.sealing import Entropy
from screening.records.stored import Erasure, Head, Rebuilt, StoredEvent, Tally, Verification
from screening.records.tables import event, screening
from screening.records.upcasting import REGISTRY, Registry
from screening.records.verification import verify
from screening.row import ScreeningRow

__all__ = ["Record", "RecordStore"]

Record: TypeAlias = tuple[Sequence[Event], ScreeningRow | None]  # what happened, and the row it leads to


class RecordStore:
    """One store, open. Made by `create`, opened by `open`; closed by `close` or by leaving its `with` block."""

    def __init__(self, opened: Opened, entropy: Entropy, registry: Registry) -> None:
        """Use `create` or `open`."""
        self._opened = opened
        self._database = opened.database
        self._anchor = opened.anchor
        self._entropy = entropy
        self._registry = registry
        self._keys = KeyRing(entropy)
        self._rows = projection.RowWriter()
        self._turn = threading.RLock()
        self._doubtful: tuple[StoredEvent, ...] = ()
        self._warnings = list(opened.warnings)
        self.stale = opened.stale  # the projection was made anew and must be rebuilt before it is asked

    @classmethod
    def create(
        cls, path: Path, *, desk: str = "0", entropy: Entropy = os.urandom, registry: Registry = REGISTRY
    ) -> Self:
        """Make an empty store at `path` and open it. `desk`: the capital or digit of this desk in slip numbers.

        Raises EnvironmentProblem when there is one already, or the folder cannot be written.
        """
        make_file(path, desk, entropy)
        return cls.open(path, entropy=entropy, registry=registry)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        accept_loss: bool = False,
        entropy: Entropy = os.urandom,
        registry: Registry = REGISTRY,
        patience_s: float = 2.5,
    ) -> Self:
        """Open the store at `path`, bringing its schema up to date. It never starts empty on its own.

        `read_only` opens beside a writer, and opens damaged or newer stores too; `warnings` then say what is wrong.
        `accept_loss` goes on with a store that lost its end or was replaced; the old note of its head is set aside.
        Raises EnvironmentProblem (missing, held by another process, disk), DamagedStore (lost end, older copy, another
        store, no database) or NewerSchema.
        """
        opened = open_file(path, read_only=read_only, accept_loss=accept_loss, entropy=entropy, patience_s=patience_s)
        return cls(opened, entropy, registry)

    def close(self) -> None:
        """Let go of the file; the next process may write."""
        with self._turn:
            self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the store lies."""
        return self._database.path

    @property
    def store_id(self) -> str:
        """The random id of this store, 32 hexadecimal characters; a restored copy keeps it."""
        return self._opened.store_id.hex()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the official should hear about this store, in words."""
        return tuple(self._warnings)

    # ---- writing

    def append(self, events: Sequence[Event], row: ScreeningRow | None = None) -> tuple[StoredEvent, ...]:
        """Record `events` and put `row`, in one durable transaction: when this returns, a power cut loses nothing.

        Raises RefusedValue, EnvironmentProblem or DamagedStore; then nothing was recorded, and the very same call may be
        made again.
        """
        return self._commit(lambda _: (events, row))

    def append_with_slip(self, prefix: str, compose: Callable[[str], Record]) -> tuple[StoredEvent, ...]:
        """Record what `compose(slip_number)` says; the number is taken if, and only if, that is durable."""
        return self._commit(lambda writer: compose(self._take_number(writer, prefix)))

    def next_slip_number(self, prefix: str) -> str:
        """Take a slip number of the post `prefix` ("PA-DAR-LB"), durably: it is never given out again."""
        taken: list[str] = []

        def take(writer: sqlite3.Connection) -> Record:
            taken.append(self._take_number(writer, prefix))
            return (), None

        self._commit(take)
        return taken[-1]

    def new_install(self) -> None:
        """Begin a new installation: slip numbers from here differ from those of any copy of this store."""
        mark = installs.fingerprint(self.path)

        def begin(writer: sqlite3.Connection) -> Record:
            installs.register(writer, mark, self._entropy)
            return (), None

        self._commit(begin)

    def erase(
        self,
        stream: str,
        *,
        at: datetime,
        by: str,
        law: str,
        body: Mapping[str, Json] | None = None,
        row: ScreeningRow | None = None,
    ) -> Erasure:
        """Destroy the key of `stream`: record `erased` with the `law`, then leave no byte of the key in the file.

        Without `row`, the stored row of a screening is marked erased. The chain still verifies, counts stay.
        """
        if row is None and stream.startswith("screening:") and (known := self.row(stream.removeprefix("screening:"))):
            row = replace(known, erased=True)
        erased = Event(stream, "erased", at, by, {**(body or {}), "law": law})

        def destroy(writer: sqlite3.Connection) -> Record:
            self._keys.destroy(writer, stream)
            return (erased,), row

        with self._turn:
            (stored,) = self._commit(destroy)
            return Erasure(stored, residue=not self._emptied_log())

    def rebuild(self, fold: Fold, *, replace_rows: bool = True) -> Rebuilt:
        """Fold every screening again, say where the projection differed, and put the folded rows in its place."""
        with self._turn, translated(self.path, "to rebuild the rows"), self._database.reading.connect() as reader:
            if not replace_rows or self._database.read_only:
                return rebuild(reader, None, fold, self._registry)
            with self._transaction() as writer:
                result = rebuild(reader, writer, fold, self._registry)
            self._rows.forget()
            self.stale = False
            return result

    # ---- reading

    def head(self) -> Head:
        """The end of the chain."""
        with self._reading("to read the head of the records") as reader:
            row = reader.execute(select(event.c.seq, event.c.hash).order_by(event.c.seq.desc()).limit(1)).first()
            return Head(0, genesis(self._opened.store_id)) if row is None else Head(row[0], row[1])

    def read(self, stream: str) -> tuple[Event, ...]:
        """The events of `stream` in order; their `identity` is empty once the key is destroyed."""
        return tuple(stored.event for stored in self.history(stream))

    def history(self, stream: str) -> tuple[StoredEvent, ...]:
        """The events of `stream` with their places in the chain. Raises DamagedStore for bytes that were changed."""
        return self._events(event.c.stream == stream)

    def since(self, seq: int, most: int = 500) -> tuple[StoredEvent, ...]:
        """At most `most` events after `seq`, over all streams, in order of the chain."""
        return self._events(event.c.seq.between(seq + 1, seq + most))

    def streams(self, prefix: str = "") -> tuple[str, ...]:
        """The streams whose name begins with `prefix`, in order of their first event."""
        with self._reading("to list the records") as reader:
            return log.select_streams(reader, prefix)

    def row(self, screening_id: str) -> ScreeningRow | None:
        """The row of one screening, None when there is none."""
        with self._asking() as reader:
            return next(iter(projection.select_rows(reader, screening.c.screening == screening_id)), None)

    def unfinished(self) -> tuple[ScreeningRow, ...]:
        """The rows that are not closed, oldest first: what is offered back after a crash, and who is waiting."""
        with self._asking() as reader:
            return projection.select_rows(reader, screening.c.status != "closed")

    def rows(
        self,
        *,
        day: date | str | None = None,
        first: date | str | None = None,
        last: date | str | None = None,
        **equal: Json,
    ) -> tuple[ScreeningRow, ...]:
        """The rows of one local `day`, or of `first` to `last` (both included), whose columns `equal` these values."""
        with self._asking() as reader:
            return projection.select_rows(reader, projection.matching(day or first, day or last, **equal))

    def find(
        self,
        *,
        screening_id: str | None = None,
        first: date | str | None = None,
        last: date | str | None = None,
        most: int = 200,
        **equal: Json,
    ) -> tuple[ScreeningRow, ...]:
        """At most `most` rows by id or by columns (slip, outcome, classification ...); names are not searched: sealed."""
        with self._asking() as reader:
            condition = projection.matching(first, last, screening=screening_id, **equal)
            return projection.select_rows(reader, condition, most)

    def tally(
        self, by: Sequence[str], *, first: date | str | None = None, last: date | str | None = None, **equal: Json
    ) -> tuple[Tally, ...]:
        """How many screenings share each combination of the columns `by`, counted inside the database."""
        with self._asking() as reader:
            return projection.tally(reader, by, projection.matching(first, last, **equal))

    def verify(self, vouched: Mapping[int, bytes] | None = None) -> Verification:
        """Check the file, every link, every seal and the end. `vouched`: hashes noted elsewhere, by seq, e.g. from slips."""
        noted = Anchor.read(self._anchor.path)
        expected = dict(vouched or {})
        if noted is not None:
            expected.setdefault(noted[1].seq, noted[1].hash)
        expected.pop(0, None)
        with self._reading("to check the records") as reader:
            return verify(
                reader, genesis(self._opened.store_id), expected, noted is not None or bool(vouched), self.path
            )

    # ---- inside

    def _commit(self, compose: Callable[[sqlite3.Connection], Record]) -> tuple[StoredEvent, ...]:
        with self._turn, translated(self.path, "to record this"):
            with self._transaction() as writer:
                last = log.head(writer, self._opened.genesis)
                events, row = compose(writer)
                if self._doubtful and (kept := self._kept_after_all(last, events)):
                    return kept
                self._doubtful = ()
                stored = log.append(writer, last, events, self._keys, self._entropy, self._registry)
                if row is not None:
                    self._rows.put(writer, row)
                self._doubtful = stored
            self._doubtful = ()
            if stored:
                self._note(stored[-1].head)
            return stored

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if self._database.read_only:
            raise RecordError(
                f"{self.path}: these records were opened for reading only; nothing can be recorded in them."
            )
        writer = self._database.writer
        writer.execute("BEGIN IMMEDIATE")
        try:
            yield writer
            writer.execute("COMMIT")
        except BaseException as problem:
            self._keys.forget()
            self._rows.forget()
            try:
                if writer.in_transaction:
                    writer.execute("ROLLBACK")
            finally:
                if is_broken_disk(problem):
                    self._database.drop_writer()
            raise

    def _kept_after_all(self, last: Head, events: Sequence[Event]) -> tuple[StoredEvent, ...]:
        """A commit that failed at the disk may be found kept; the same call made again must not record it twice."""
        if self._doubtful[-1].head == last and tuple(stored.event for stored in self._doubtful) == tuple(events):
            return self._doubtful
        return ()

    def _note(self, head: Head) -> None:
        try:
            self._anchor.write(head)
        except EnvironmentProblem as problem:
            if str(problem) not in self._warnings:
                self._warnings.append(str(problem))

    def _emptied_log(self) -> bool:
        for pause_s in (0.0, 0.05, 0.2, 0.5):
            time.sleep(pause_s)
            if self._database.empty_log():
                return True
        return False

    def _take_number(self, writer: sqlite3.Connection, prefix: str) -> str:
        return installs.next_number(writer, prefix, self._opened.desk, self._entropy)

    def _events(self, condition: ColumnElement[bool]) -> tuple[StoredEvent, ...]:
        with self._reading("to read the log") as reader:
            found = log.links(reader, log.select_with_keys().where(condition).order_by(event.c.seq))
            return tuple(log.restore(link, key, self._registry) for link, key in found)

    @contextmanager
    def _reading(self, doing: str) -> Iterator[Connection]:
        with translated(self.path, doing), self._database.reading.connect() as reader:
            yield reader

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        if self.stale:
            raise RecordError(
                f"{self.path}: the rows of this store are of an older form. Run `paso store rebuild`; nothing is lost."
            )
        with self._reading("to search the records") as reader:
            yield reader
