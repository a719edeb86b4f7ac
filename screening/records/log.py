"""The log itself: appending links to the chain and reading events back from it, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, LargeBinary, Select, Text, bindparam, func, insert, null, select
from sqlalchemy import cast as sql_cast

from screening.events import Event
from screening.records import chain
from screening.records.canonical import checked_text, decode, encode
from screening.records.chain import Link
from screening.records.database import sql
from screening.records.errors import DamagedStore, RecordError
from screening.records.keys import KeyRing
from screening.records.sealing import DESTROYED, Entropy, Unsealable, seal, unseal
from screening.records.stored import Head, StoredEvent
from screening.records.tables import event, screening, traveller_key
from screening.records.upcasting import REGISTRY, Registry, upcast

__all__ = ["append", "head", "links", "moment", "restore", "select_clear", "select_streams", "select_with_keys"]

_INSERT = sql(insert(event).values({column.name: bindparam(column.name) for column in event.columns}))
_HEAD = sql(select(event.c.seq, event.c.hash).where(event.c.seq == select(func.max(event.c.seq)).scalar_subquery()))


def moment(at: datetime) -> str:
    """The spelling of a moment in the log: UTC, microseconds, `2021-03-23T14:14:00.000000Z`."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def head(connection: sqlite3.Connection, start: bytes) -> Head:
    """The last link, or seq 0 with `start` in an empty log."""
    row = connection.execute(_HEAD).fetchone()
    return Head(0, start) if row is None else Head(row[0], bytes(row[1]))


def append(
    connection: sqlite3.Connection,
    last: Head,
    events: Iterable[Event],
    *,
    keys: KeyRing,
    entropy: Entropy,
    registry: Registry,
) -> tuple[StoredEvent, ...]:
    """Seal, chain and insert `events` behind `last`. Raises RefusedValue or RecordError; the caller undoes it all."""
    stored: list[StoredEvent] = []
    seq, prev = last.seq, last.hash
    for one in events:
        seq += 1
        what = f"{one.kind} of {one.stream!r}"
        stream, by = checked_text(one.stream, "the stream"), checked_text(one.by, f"{what}: the officer")
        at, today = moment(one.at), registry.version(one.kind)
        if one.v != today:
            raise RecordError(f"{what}: version {one.v} is not today's, {today}. Register the new version first.")
        raw = encode(one.body, f"{what}, body")
        sealed = None
        if one.identity:
            clear = encode(one.identity, f"{what}, identity")
            sealed = seal(clear, keys.get_or_make(connection, stream), chain.place(seq, stream, one.kind), entropy)
        digest = chain.link_hash(prev, chain.header(seq, stream, one.kind, at=at, by=by, v=one.v), raw, sealed)
        connection.execute(_INSERT, (seq, stream, one.kind, at, by, one.v, raw, sealed, prev, digest))
        stored.append(StoredEvent(seq, one, prev, digest))
        prev = digest
    return tuple(stored)


def select_with_keys(*, undecoded: bool = False) -> Select[Any]:
    """Every link with the key of its stream behind it, in no order yet.

    `undecoded` gives the texts as bytes, so that even one that is no UTF-8 any more can be looked at.
    """
    columns: list[ColumnElement[Any]] = [
        sql_cast(column, LargeBinary).label(column.name) if undecoded and isinstance(column.type, Text) else column
        for column in event.columns
    ]
    return select(*columns, traveller_key.c.key).select_from(
        event.outerjoin(traveller_key, traveller_key.c.stream == event.c.stream)
    )


def select_streams(connection: Connection, prefix: str) -> tuple[str, ...]:
    """The streams whose name begins with `prefix`, in order of their first event."""
    first = func.min(event.c.seq)
    statement = select(event.c.stream).group_by(event.c.stream).order_by(first)
    if prefix:
        statement = statement.where(event.c.stream >= prefix, event.c.stream < prefix + "\U0010ffff")
    return tuple(connection.execute(statement).scalars())


def select_clear(
    connection: Connection, condition: ColumnElement[bool], registry: Registry = REGISTRY
) -> Iterator[Event]:
    """The events of the screenings whose rows meet `condition`, screening by screening, without what is sealed."""
    whose = event.join(screening, event.c.stream == "screening:" + screening.c.screening)
    statement = select(*event.columns, null()).select_from(whose).where(condition)
    for link, _ in links(connection, statement.order_by(screening.c.screening, event.c.seq)):
        yield restore(link, DESTROYED, registry).event


def links(connection: Connection, statement: Select[Any], batch: int = 2000) -> Iterator[tuple[Link, bytes | None]]:
    """What `select_with_keys` finds, read in batches so that a store of any size fits in memory."""
    for row in connection.execution_options(yield_per=batch).execute(statement):
        *columns, key = cast("tuple[Any, ...]", row)
        yield Link(*columns), key


def restore(link: Link, key: bytes | None, registry: Registry = REGISTRY) -> StoredEvent:
    """The event of a link, lifted to today's version; its identity is empty once the key is destroyed.

    Raises DamagedStore when the bytes cannot be the ones that were written.
    """
    try:
        v, body = upcast(link.kind, link.v, decode(link.raw), registry)
        identity = {} if link.sealed is None or key == DESTROYED else decode(_unsealed(link, link.sealed, key))
        at = datetime.fromisoformat(link.at)
        one = Event(link.stream, link.kind, at, link.by, body, identity, v)
    except (ValueError, TypeError, Unsealable):
        raise DamagedStore(
            f"event {link.seq} of {link.stream!r} cannot be read: its bytes or its key were changed. "
            "Check the records (store check), keep this file aside and restore the last backup."
        ) from None
    return StoredEvent(link.seq, one, link.prev, link.hash)


def _unsealed(link: Link, sealed: bytes, key: bytes | None) -> bytes:
    if key is None:
        raise Unsealable
    return unseal(sealed, key, chain.place(link.seq, link.stream, link.kind))
