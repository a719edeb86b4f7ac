"""What can be asked of an open store, from any thread and without ever waiting for the one who writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, select

from screening.events import Event, Json
from screening.records import log, projection
from screening.records.anchor import Anchor
from screening.records.database import translated
from screening.records.errors import RecordError
from screening.records.opening import Opened
from screening.records.stored import Head, StoredEvent, Tally, Verification
from screening.records.tables import event, screening
from screening.records.upcasting import Registry
from screening.records.verification import verify
from screening.row import ScreeningRow

__all__ = ["RecordReader"]


class RecordReader:
    """The reading half of a store; `RecordStore` adds the writing."""

    def __init__(self, opened: Opened, registry: Registry) -> None:
        """Use `RecordStore.create` or `RecordStore.open`."""
        self._opened = opened
        self._database = opened.database
        self._registry = registry
        self._warnings = list(opened.warnings)
        self.stale = opened.stale  # the projection was made anew and must be rebuilt before it is asked

    @property
    def path(self) -> Path:
        """Where the store lies."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be recorded through this opening."""
        return self._database.read_only

    @property
    def store_id(self) -> str:
        """The random id of this store, 32 hexadecimal characters; a restored copy keeps it."""
        return self._opened.store_id.hex()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the official should hear about this store, in words."""
        return tuple(self._warnings)

    def head(self) -> Head:
        """The end of the chain."""
        with self._reading("to read the head of the records") as reader:
            row = reader.execute(select(event.c.seq, event.c.hash).order_by(event.c.seq.desc()).limit(1)).first()
            return Head(0, self._opened.genesis) if row is None else Head(row[0], row[1])

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
            return projection.select_unfinished(reader)

    def unerased(self, outcome: str, post: str) -> tuple[ScreeningRow, ...]:
        """The closed rows of that outcome and post whose identity is still readable, oldest first."""
        with self._asking() as reader:
            return projection.select_unerased(reader, outcome, post)

    def owing(self, post: str, most: int) -> tuple[ScreeningRow, ...]:
        """At most `most` closed rows of a post whose `owed` is not 0, the last closed first."""
        with self._asking() as reader:
            return projection.select_owing(reader, post, most)

    def undecided(self, post: str, most: int) -> tuple[ScreeningRow, ...]:
        """At most `most` closed rows of a post with corrections that wait for a person, the last closed first."""
        with self._asking() as reader:
            return projection.select_owing(reader, post, most, "undecided")

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
        """At most `most` rows by id or by columns (slip, outcome, classification ...); names are sealed."""
        with self._asking() as reader:
            condition = projection.matching(first, last, screening=screening_id, **equal)
            return projection.select_rows(reader, condition, most)

    def values(
        self, names: Sequence[str], *, first: date | str | None = None, last: date | str | None = None, **equal: Json
    ) -> list[tuple[Json, ...]]:
        """Only the columns `names` of the rows from `first` to `last`, in no order: what a summary reads."""
        with self._asking() as reader:
            return projection.select_values(reader, names, projection.matching(first, last, **equal))

    def tally(
        self, by: Sequence[str], *, first: date | str | None = None, last: date | str | None = None, **equal: Json
    ) -> tuple[Tally, ...]:
        """How many screenings share each combination of the columns `by`, counted inside the database."""
        with self._asking() as reader:
            return projection.tally(reader, by, projection.matching(first, last, **equal))

    def verify(self, vouched: Mapping[int, bytes] | None = None) -> Verification:
        """Check the file, every link and seal, and the end. `vouched`: hashes noted elsewhere, by seq."""
        noted = Anchor.read(self._opened.anchor.path)
        expected = dict(vouched or {})
        if noted is not None:
            expected.setdefault(noted[1].seq, noted[1].hash)
        expected.pop(0, None)
        with self._reading("to check the records") as reader:
            return verify(
                reader, self._opened.genesis, expected, anchored=noted is not None or bool(vouched), path=self.path
            )

    def clear(
        self, *, first: date | str | None = None, last: date | str | None = None, **equal: Json
    ) -> Iterator[tuple[Event, ...]]:
        """The events of each screening whose row matches, what is sealed left closed, one screening at a time.

        Memory does not grow with the store.
        """
        with self._asking() as reader:
            found = log.select_clear(reader, projection.matching(first, last, **equal), self._registry)
            for _, group in groupby(found, key=lambda one: one.stream):
                yield tuple(group)

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
                f"{self.path}: the rows of this store are of an older form; nothing is lost. Open the desk, which "
                "makes them anew by itself, or run `paso store rebuild`."
            )
        with self._reading("to search the records") as reader:
            yield reader
