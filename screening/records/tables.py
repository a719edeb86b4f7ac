"""The tables, in SQLAlchemy Core: a storage form and nothing more. `ScreeningRow` alone describes a screening.

`event` is made by the first schema step and never altered after it. `screening` is a projection: it has no schema
steps, it is dropped, made from the fields of `ScreeningRow` and folded again whenever its shape changes.
"""

from __future__ import annotations

import hashlib
from dataclasses import fields
from types import UnionType
from typing import Any, get_args, get_type_hints

from sqlalchemy import Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

from screening.row import ScreeningRow

__all__ = ["ROW_FIELDS", "event", "install", "metadata", "row_shape", "screening", "store", "traveller_key"]

metadata = MetaData()

event = Table(
    "event",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("stream", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),  # UTC, 2021-03-23T14:14:00.000000Z
    Column("by", Text, nullable=False),
    Column("v", Integer, nullable=False),
    Column("raw", LargeBinary, nullable=False),  # canonical JSON of the clear part, the very bytes that are hashed
    Column("sealed", LargeBinary),  # nonce and ciphertext of the identifying part
    Column("prev", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index("event_stream", "stream", "seq"),
    sqlite_strict=True,
)

traveller_key = Table(
    "traveller_key",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("stream", Text, nullable=False, unique=True),
    Column("key", LargeBinary, nullable=False),  # always 32 bytes; zeros once destroyed
    sqlite_strict=True,
)

store = Table(
    "store",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    sqlite_strict=True,
)

install = Table(
    "install",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("characters", Text, nullable=False),  # two, drawn at random
    Column("fingerprint", LargeBinary, nullable=False),  # of the machine and file it was drawn for
    Column("counter", Integer, nullable=False),  # the next one to be given out
    sqlite_strict=True,
)

_TYPES: dict[type, type[TypeEngine[Any]]] = {str: Text, bool: Boolean, int: Integer, float: Float}

ROW_FIELDS: tuple[str, ...] = tuple(field.name for field in fields(ScreeningRow))


def _column(name: str, hint: object) -> Column[Any]:
    kinds = [kind for kind in (get_args(hint) if isinstance(hint, UnionType) else (hint,)) if kind is not type(None)]
    (kind,) = kinds
    if not isinstance(kind, type) or kind not in _TYPES:
        raise TypeError(f"ScreeningRow.{name}: no column can hold {hint}")
    nullable = isinstance(hint, UnionType)
    return Column(name, _TYPES[kind], primary_key=name == "screening", nullable=nullable)


_hints = get_type_hints(ScreeningRow)

screening = Table("screening", metadata, *(_column(name, _hints[name]) for name in ROW_FIELDS))
Index(
    "screening_day",  # covers the counts of a day without touching the rows
    *(screening.c[name] for name in ("day", "post", "hour", "training", "floor", "outcome", "definition")),
)
Index("screening_unfinished", screening.c.began_at, sqlite_where=screening.c.status != "closed")  # a few of a million
Index(  # who may still have to be erased: few, where those cleared are
    "screening_unerased",
    screening.c.outcome,
    screening.c.post,
    sqlite_where=(screening.c.status == "closed") & screening.c.erased.is_(False),
)
Index(  # who has gone and still owes something: few, where duties are marked when done
    "screening_owing", screening.c.post, screening.c.closed_at, sqlite_where=screening.c.owed > 0
)
Index(  # corrections of which nobody has said whether they count: few
    "screening_undecided", screening.c.post, screening.c.closed_at, sqlite_where=screening.c.undecided > 0
)
Index("screening_slip", screening.c.slip, sqlite_where=screening.c.slip.is_not(None))


def row_shape() -> bytes:
    """A digest of the projection's columns and indexes: another one means the table must be made and folded again."""
    columns = [f"{column.name} {column.type} {column.nullable}" for column in screening.columns]
    indexes = sorted(f"{index.name} {[column.name for column in index.columns]}" for index in screening.indexes)
    return hashlib.sha256("\n".join([*columns, *indexes]).encode()).digest()
