"""The log itself: appending links to the chain and reading events back from it, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Select, bindparam, func, insert, select

from screening.events import Event
from screening.records import chain
from screening.records.canonical import checked_text, decode, encode
from screening.records.chain import Link
from screening.records.database import sql
from screening.records.errors import DamagedStore, RecordError
from screening.records.keys import KeyRing
from screening.records.sealing import DESTROYED, Entropy, Unsealable, seal, unseal
from screening.records.stored import Head, StoredEvent
from screening.records.tables import event, traveller_key
from screening.records.upcasting import REGISTRY, Registry, upcast

__all__ = ["append", "head", "links", "moment", "restore", "select_streams", "select_with_keys"]

_INSERT = sql(insert(event).values({column.name: bindparam(column.name) for column in event.columns}))
_HEAD = sql(select(event.c.seq, event.c.hash).where(event.c.seq == select(func.max(event.c.seq)).scalar_subquery()))


def moment(at: datetime) -> str:
    """The spelling of a moment in the log: UTC, microseconds, `2021-03-23T14:14:00.000000Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ") if at.year >= 1000 else _refuse_year(at)


def head(connection: sqlite3.Connection, start: bytes) -> Head:
    """The last link, or seq 0 with `start` in an empty log."""
    row = connection.execute(_HEAD).fetchone()
    return Head(0, start) if row is None else Head(row[0], bytes(row[1]))


def append(
    connection: sqlite3.Connection,
    last: Head,
    events: Iterable[Event],
    keys: KeyRing,
    entropy: Entropy,
    registry: Registry,
) -> tuple[StoredEvent, ...]:
    """Seal, chain and insert `events` behind `last`. Raises RefusedValue or RecordError with nothing inserted for good."""
    stored: list[StoredEvent] = []
    seq, prev = last.seq, last.hash
    for one in events:
        seq += 1
        what = f"{one.kind} of {one.stream!r}"
        stream, by, at = (
            checked_text(one.stream, "the stream"),
            checked_text(one.by, f"{what}: the officer"),
            moment(one.at),
        )
        if one.v != registry.version(one.kind):
            raise RecordError(
                f"{what}: version {one.v} is not today's ({registry.version(one.kind)}). Register the new one first."
            )
        raw = encode(one.body, f"{what}, body")
        sealed = None
        if one.identity:
            clear = encode(one.identity, f"{what}, identity")
            sealed = seal(clear, keys.get_or_make(connection, stream), chain.place(seq, stream, one.kind), entropy)
        digest = chain.link_hash(prev, chain.header(seq, stream, one.kind, at, by, one.v), raw, sealed)
        connection.execute(_INSERT, (seq, stream, one.kind, at, by, one.v, raw, sealed, prev, digest))
        stored.append(StoredEvent(seq, one, prev, digest))
        prev = digest
    return tuple(stored)


def select_with_keys() -> Select[*tuple[object, ...]]:
    """Every link with the key of its stream behind it, in no order yet."""
    return select(*event.columns, traveller_key.c.key).select_from(
        event.outerjoin(traveller_key, traveller_key.c.stream == event.c.stream)
    )


def select_streams(connection: Connection, prefix: str) -> tuple[str, ...]:
    """The streams whose name begins with `prefix`, in order of their first event."""
    first = func.min(event.c.seq)
    statement = select(event.c.stream).group_by(event.c.stream).order_by(first)
    if prefix:
        statement = statement.where(event.c.stream >= prefix, event.c.stream < prefix + "\U0010ffff")
    return tuple(connection.execute(statement).scalars())


def links(
    connection: Connection, statement: Select[*tuple[object, ...]], batch: int = 2000
) -> Iterator[tuple[Link, bytes | None]]:
    """What `select_with_keys` finds, read in batches so that a store of any size fits in memory."""
    result = connection.execution_options(yield_per=batch).execute(statement)
    for row in result:
        values: Sequence[object] = tuple(row)
        yield Link(*values[:-1]), values[-1]  # type: ignore[arg-type,misc]


def restore(link: Link, key: bytes | None, registry: Registry = REGISTRY) -> StoredEvent:
    """The event of a link, lifted to today's version; its identity is empty once the key is destroyed.

    Raises DamagedStore when the bytes cannot be the ones that were written.
    """
    try:
        v, body = upcast(link.kind, link.v, decode(link.raw), registry)
        identity = {}
        if link.sealed is not None and key != DESTROYED:
            if key is None:
                raise Unsealable
            identity = decode(unseal(link.sealed, key, chain.place(link.seq, link.stream, link.kind)))
        at = datetime.fromisoformat(link.at)
        return StoredEvent(
            link.seq, Event(link.stream, link.kind, at, link.by, body, identity, v), link.prev, link.hash
        )
    except (ValueError, TypeError, Unsealable):
        raise DamagedStore(
            f"event {link.seq} of {link.stream!r} cannot be read: its bytes or its key were changed. "
            "Check the records (store check), keep this file aside and restore the last backup."
        ) from None


def _refuse_year(at: datetime) -> str:
    raise RecordError(f"the year {at.year} lies before all records. Set the clock of this machine.")
