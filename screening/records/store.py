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
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from screening.events import Event, Json
from screening.records import installs, log, projection
from screening.records.database import is_broken_disk, translated
from screening.records.errors import EnvironmentProblem, RecordError
from screening.records.keys import KeyRing
from screening.records.opening import Opened, make_file, open_file
from screening.records.reader import RecordReader
from screening.records.rebuilding import Fold, rebuild, refold
from screening.records.sealing import Entropy
from screening.records.stored import Erasure, Head, Rebuilt, StoredEvent
from screening.records.upcasting import REGISTRY, Registry
from screening.row import ScreeningRow

__all__ = ["Record", "RecordStore"]

Record: TypeAlias = tuple[Sequence[Event], ScreeningRow | None]  # what happened, and the row it leads to


_FIRST_ROWS = 500
_MORE_ROWS = 20  # some ten milliseconds: nobody who answers in between waits for longer


class RecordStore(RecordReader):
    """One store, open. Made by `create`, opened by `open`; closed by `close` or by leaving its `with` block."""

    def __init__(self, opened: Opened, entropy: Entropy, registry: Registry) -> None:
        """Use `create` or `open`."""
        super().__init__(opened, registry)
        self._anchor = opened.anchor
        self._entropy = entropy
        self._keys = KeyRing(entropy)
        self._rows = projection.RowWriter()
        self._turn = threading.RLock()
        self._file = _number_of(opened.database.path)
        self._doubtful: tuple[StoredEvent, ...] = ()

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

    def append(self, events: Sequence[Event], row: ScreeningRow | None = None) -> tuple[StoredEvent, ...]:
        """Record `events` and put `row`, in one durable transaction: when this returns, a power cut loses nothing.

        Raises RefusedValue, EnvironmentProblem or DamagedStore; then nothing was recorded, and the very same call may
        be made again.
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

        return self.append_and_erase([erased], row)

    def append_and_erase(self, events: Sequence[Event], row: ScreeningRow | None) -> Erasure:
        """Record `events`, the last of them `erased`, put `row` and destroy the key, in one durable transaction.

        A stop at any moment leaves all of it or none; bytes of the key that are left in the write-ahead log then go
        with the next opening. Raises what `append` raises, RecordError too when one of the events still identifies.
        """
        if not events or events[-1].kind != "erased":
            raise ValueError("the last event of an erasure is 'erased'")

        def destroy(writer: sqlite3.Connection) -> Record:
            self._keys.destroy(writer, events[-1].stream)
            return events, row

        with self._turn:
            stored = self._commit(destroy)
            return Erasure(stored[-1], residue=not self._emptied_log())

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

    def renew(self, fold: Fold) -> Iterator[tuple[int, int]]:
        """Make the rows of an older form anew, the newest screenings first; gives how many of how many are done.

        Rows may be asked from the first answer on, while those still to come are missing; each batch is a transaction
        of its own, so that others record between two of them. Stopped before its end, the next opening begins again.
        """
        streams = self.streams("screening:")[::-1]
        done = 0
        while done < len(streams):
            batch = streams[done : done + (_FIRST_ROWS if not done else _MORE_ROWS)]
            with self._turn, translated(self.path, "to renew the rows"), self._database.reading.connect() as reader:
                with self._transaction() as writer:
                    refold(reader, writer, batch, fold, self._registry)
                self._rows.forget()
            done += len(batch)
            self.stale = False
            yield done, len(streams)
        with self._turn, translated(self.path, "to renew the rows"), self._transaction() as writer:
            projection.mark_filled(writer)
        self.stale = False

    def _commit(self, compose: Callable[[sqlite3.Connection], Record]) -> tuple[StoredEvent, ...]:
        with self._turn, translated(self.path, "to record this"):
            with self._transaction() as writer:
                last = log.head(writer, self._opened.genesis)
                events, row = compose(writer)
                kept, self._doubtful = self._kept_after_all(last, events), ()
                if kept:
                    return kept
                stored = log.append(
                    writer, last, events, keys=self._keys, entropy=self._entropy, registry=self._registry
                )
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
            raise RecordError(f"{self.path}: opened for reading only; nothing can be recorded here.")
        if _number_of(self.path) != self._file:
            raise EnvironmentProblem(
                f"{self.path}: the file was moved, removed or replaced while it was open. Nothing was recorded. "
                "Put it back or plug the drive in, then start again.",
                kind="gone",
            )
        writer = self._database.writer
        try:
            writer.execute("BEGIN IMMEDIATE")
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
        doubtful = self._doubtful
        if doubtful and doubtful[-1].head == last and [stored.event for stored in doubtful] == list(events):
            return doubtful
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


def _number_of(path: Path) -> int | None:
    """The file system's own number of the file at `path`, None when there is none."""
    try:
        return path.stat().st_ino
    except OSError:
        return None
