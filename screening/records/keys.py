"""The keys of the travellers, apart from the chain: made with the first identifying value, destroyed in place.

A destroyed key is overwritten with zeros of the same length instead of deleted: SQLite then changes those 32 bytes
where they lie and moves no neighbour about, so no stale copy of another key is ever left in a page.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from sqlalchemy import bindparam, insert, select, update

from screening.records.database import sql
from screening.records.errors import RecordError
from screening.records.sealing import DESTROYED, KEY_BYTES, Entropy
from screening.records.tables import traveller_key

__all__ = ["KeyRing"]

_SELECT = sql(select(traveller_key.c.key).where(traveller_key.c.stream == bindparam("s")))
_INSERT = sql(insert(traveller_key).values(stream=bindparam("s"), key=bindparam("k")))
_DESTROY = sql(update(traveller_key).where(traveller_key.c.stream == bindparam("s")).values(key=bindparam("k")))
_REMEMBERED = 32


class KeyRing:
    """The keys in use, a few remembered; every call runs on the connection and in the transaction of the caller."""

    def __init__(self, entropy: Entropy) -> None:
        """`entropy(n)` gives n random bytes."""
        self._entropy = entropy
        self._known: dict[str, bytes] = {}

    def get(self, connection: sqlite3.Connection, stream: str) -> bytes | None:
        """The key of `stream`; None when it never had one; DESTROYED (32 zero bytes) once erased."""
        if (key := self._known.get(stream)) is not None:
            return key
        row: Mapping[int, bytes] | None = connection.execute(_SELECT, (stream,)).fetchone()
        return None if row is None else bytes(row[0])

    def get_or_make(self, connection: sqlite3.Connection, stream: str) -> bytes:
        """The key of `stream`, made now when it has none. Raises RecordError when it was destroyed."""
        key = self.get(connection, stream)
        if key is None:
            key = self._entropy(KEY_BYTES)
            connection.execute(_INSERT, (stream, key))
        elif key == DESTROYED:
            raise RecordError(
                f"{stream} was erased: nothing identifying can be recorded in it again. Begin a new screening."
            )
        if len(self._known) >= _REMEMBERED:
            del self._known[next(iter(self._known))]
        self._known[stream] = key
        return key

    def destroy(self, connection: sqlite3.Connection, stream: str) -> None:
        """Overwrite the key of `stream`, if it has one. Bytes remain in the write-ahead log until that is emptied."""
        self._known.pop(stream, None)
        connection.execute(_DESTROY, (DESTROYED, stream))

    def forget(self) -> None:
        """Remember nothing: the transaction in which keys were made was undone."""
        self._known.clear()
