"""Dropping the projection and folding it again from the log, and saying where it was not equal."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, select

from screening.events import Event
from screening.records import log, projection
from screening.records.stored import Difference, Rebuilt
from screening.records.tables import ROW_FIELDS, event, screening
from screening.records.upcasting import Registry
from screening.row import ScreeningRow

__all__ = ["Fold", "rebuild", "refold"]

Fold: TypeAlias = Callable[[Sequence[Event]], ScreeningRow | None]

_PREFIX = "screening:"
_BATCH = 500


def rebuild(reader: Connection, writer: sqlite3.Connection | None, fold: Fold, registry: Registry) -> Rebuilt:
    """Fold every screening; compare with what `reader` sees; with a `writer`, replace all rows in its transaction.

    Memory does not grow with the store. What `fold` raises passes through, and the caller undoes the transaction.
    """
    if writer is not None:
        writer.execute("DELETE FROM screening")
    differences: list[Difference] = []
    streams = rows = kept = 0
    for batch in _batches(_folded(reader, fold, registry)):
        streams += len(batch)
        stored = _stored(reader, [name for name, _ in batch])
        kept += len(stored)
        for name, row in batch:
            differences += _compare(name, stored.get(name), row)
        new = [row for _, row in batch if row is not None]
        rows += len(new)
        if writer is not None:
            projection.put_all(writer, new)
    differences += _orphans(reader, kept)
    if writer is not None:
        projection.mark_filled(writer)
    return Rebuilt(streams, rows, tuple(differences))


def refold(
    reader: Connection, writer: sqlite3.Connection, streams: Sequence[str], fold: Fold, registry: Registry
) -> None:
    """Fold these screenings again and put their rows, in the writer's transaction."""
    statement = log.select_with_keys().where(event.c.stream.in_(streams)).order_by(event.c.stream, event.c.seq)
    rows = (row for _, row in _each_folded(reader, statement, fold, registry))
    projection.put_all(writer, [row for row in rows if row is not None])


def _folded(reader: Connection, fold: Fold, registry: Registry) -> Iterator[tuple[str, ScreeningRow | None]]:
    first, end = event.c.stream >= _PREFIX, event.c.stream < _PREFIX + "\U0010ffff"
    statement = log.select_with_keys().where(first, end).order_by(event.c.stream, event.c.seq)
    return _each_folded(reader, statement, fold, registry)


def _each_folded(
    reader: Connection, statement: Select[Any], fold: Fold, registry: Registry
) -> Iterator[tuple[str, ScreeningRow | None]]:
    found = log.links(reader, statement)
    for stream, group in groupby(found, key=lambda pair: pair[0].stream):
        yield stream.removeprefix(_PREFIX), fold([log.restore(link, key, registry).event for link, key in group])


def _batches(
    items: Iterator[tuple[str, ScreeningRow | None]],
) -> Iterator[list[tuple[str, ScreeningRow | None]]]:
    batch: list[tuple[str, ScreeningRow | None]] = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _stored(reader: Connection, names: Sequence[str]) -> dict[str, ScreeningRow]:
    found = reader.execute(select(screening).where(screening.c.screening.in_(names)))
    return {row[0]: ScreeningRow(*row) for row in found}


def _compare(name: str, stored: ScreeningRow | None, folded: ScreeningRow | None) -> list[Difference]:
    if stored == folded:
        return []
    if stored is None or folded is None:
        return [Difference(name, "row", None if stored is None else "present", None if folded is None else "present")]
    pairs = ((field, getattr(stored, field), getattr(folded, field)) for field in ROW_FIELDS)
    return [Difference(name, field, before, after) for field, before, after in pairs if before != after]


def _orphans(reader: Connection, kept: int) -> list[Difference]:
    """Rows of screenings that have no event at all; looked for only when the counts disagree."""
    names = reader.execute(select(screening.c.screening)).scalars().all()
    if len(names) == kept:
        return []
    streams = {name.removeprefix(_PREFIX) for name in log.select_streams(reader, _PREFIX)}
    return [Difference(name, "row", "present", None) for name in names if name not in streams]
