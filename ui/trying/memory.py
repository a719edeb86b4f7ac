"""A store in memory for training: it answers what a desk asks of its records, and nothing of it reaches a disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from screening.events import Event
from screening.records.stored import Erasure, Head, StoredEvent, Tally
from screening.row import ScreeningRow

__all__ = ["MemoryStore"]

_NO_HASH: Final = bytes(32)


class MemoryStore:
    """Like `RecordStore` for one desk in one thread, without seals, chain or file. It begins with `events`."""

    read_only = False
    stale = False
    warnings: tuple[str, ...] = ()

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self._events: list[Event] = list(events)
        self._rows: dict[str, ScreeningRow] = {}
        self._numbers = 0

    # -- writing ----------------------------------------------------------------------------------------------------

    def append(self, events: Sequence[Event], row: ScreeningRow | None = None) -> tuple[StoredEvent, ...]:
        """Remember events and the row."""
        first = len(self._events)
        self._events += events
        if row is not None:
            self._rows[row.screening] = row
        return self._stored(first)

    def append_with_slip(
        self, prefix: str, compose: Callable[[str], tuple[Sequence[Event], ScreeningRow | None]]
    ) -> tuple[StoredEvent, ...]:
        """The same with a number that no real slip bears."""
        self._numbers += 1
        return self.append(*compose(f"TRAINING-{self._numbers}"))

    def append_and_erase(self, events: Sequence[Event], row: ScreeningRow | None) -> Erasure:
        """The same, and every name of that stream is forgotten."""
        stored = self.append(events, row)
        stream = events[-1].stream
        self._events = [replace(each, identity={}) if each.stream == stream else each for each in self._events]
        return Erasure(stored[-1], residue=False)

    def close(self) -> None:
        """Forget everything."""
        self._events.clear()
        self._rows.clear()

    # -- reading ----------------------------------------------------------------------------------------------------

    def head(self) -> Head:
        """How many events there were; nothing is chained."""
        return Head(len(self._events), _NO_HASH)

    def read(self, stream: str) -> tuple[Event, ...]:
        """The events of a stream."""
        return tuple(event for event in self._events if event.stream == stream)

    def history(self, stream: str) -> tuple[StoredEvent, ...]:
        """The same with their places."""
        return tuple(each for each in self._stored(0) if each.event.stream == stream)

    def streams(self, prefix: str = "") -> tuple[str, ...]:
        """The streams whose name begins with `prefix`, in order of their first event."""
        return tuple(dict.fromkeys(event.stream for event in self._events if event.stream.startswith(prefix)))

    def since(self, seq: int, most: int = 500) -> tuple[StoredEvent, ...]:
        """At most `most` events after `seq`, over all streams."""
        return self._stored(seq)[:most]

    def row(self, screening_id: str) -> ScreeningRow | None:
        """One row."""
        return self._rows.get(screening_id)

    def unfinished(self) -> tuple[ScreeningRow, ...]:
        """Rows that are not closed."""
        return tuple(row for row in self._rows.values() if row.status != "closed")

    def unerased(self, outcome: str, post: str) -> tuple[ScreeningRow, ...]:
        """Nobody: what is closed here is erased at once."""
        return ()

    def owing(self, post: str, most: int) -> tuple[ScreeningRow, ...]:
        """Rows that still owe something, the last closed first."""
        found = [row for row in self._rows.values() if row.owed]
        return tuple(sorted(found, key=lambda row: row.closed_at or "", reverse=True)[:most])

    def undecided(self, post: str, most: int) -> tuple[ScreeningRow, ...]:
        """Rows with corrections that wait for a person, the last closed first."""
        found = [row for row in self._rows.values() if row.undecided]
        return tuple(sorted(found, key=lambda row: row.closed_at or "", reverse=True)[:most])

    def rows(
        self,
        *,
        day: date | str | None = None,
        first: date | str | None = None,
        last: date | str | None = None,
        **equal: Any,
    ) -> tuple[ScreeningRow, ...]:
        """Rows of a day or of days, both included, whose fields equal these values; None asks nothing."""
        begin, end = str(day or first or ""), str(day or last or "9999")
        wanted = {name: value for name, value in equal.items() if value is not None}
        return tuple(
            row
            for row in self._rows.values()
            if begin <= row.day <= end and all(getattr(row, name) == value for name, value in wanted.items())
        )

    def find(self, *, screening_id: str | None = None, most: int = 200, **asked: Any) -> tuple[ScreeningRow, ...]:
        """At most so many rows."""
        found = self.rows(**asked)
        return tuple(row for row in found if screening_id in (None, row.screening))[:most]

    def values(self, names: Sequence[str], **asked: Any) -> list[tuple[Any, ...]]:
        """Only these fields."""
        return [tuple(getattr(row, name) for name in names) for row in self.rows(**asked)]

    def tally(self, by: Sequence[str], **asked: Any) -> tuple[Tally, ...]:
        """How many rows share each combination of these fields."""
        counted = Counter(self.values(by, **asked))
        return tuple(Tally(key, count) for key, count in sorted(counted.items(), key=lambda each: str(each[0])))

    def clear(self, **asked: Any) -> Iterator[tuple[Event, ...]]:
        """The events of each screening whose row matches, what identifies left out."""
        for row in self.rows(**asked):
            yield tuple(replace(event, identity={}) for event in self.read(f"screening:{row.screening}"))

    def _stored(self, first: int) -> tuple[StoredEvent, ...]:
        return tuple(
            StoredEvent(place, event, _NO_HASH, _NO_HASH) for place, event in enumerate(self._events[first:], first + 1)
        )
