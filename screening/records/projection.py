"""The projection: one row a screening for searches, the board and the summary, equal to the fold of its events."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, literal, select, true, update
from sqlalchemy.dialects.sqlite import insert

from screening.events import Json
from screening.records.canonical import checked_text
from screening.records.database import sql
from screening.records.errors import RefusedValue
from screening.records.stored import Tally
from screening.records.tables import ROW_FIELDS, row_shape, screening, store
from screening.row import ScreeningRow

__all__ = [
    "RowWriter",
    "ensure_table",
    "is_unfilled",
    "mark_filled",
    "matching",
    "put_all",
    "select_owing",
    "select_rows",
    "select_unfinished",
    "select_values",
    "tally",
]

_values: Callable[[ScreeningRow], tuple[Any, ...]] = attrgetter(*ROW_FIELDS)
_bound = insert(screening).values({name: bindparam(name) for name in ROW_FIELDS})
_UPSERT = sql(
    _bound.on_conflict_do_update(
        index_elements=[screening.c.screening], set_={name: _bound.excluded[name] for name in ROW_FIELDS[1:]}
    )
)
_REMEMBERED = 64
_SHAPE = "projection"
_UNFILLED = "projection_unfilled"


class RowWriter:
    """Puts rows, writing only the columns that changed since it last wrote them: untouched indexes stay untouched."""

    def __init__(self) -> None:
        """Remembers nothing yet, so that a first row is written whole."""
        self._written: dict[str, tuple[Any, ...]] = {}
        self._updates: dict[tuple[int, ...], str] = {}

    def put(self, connection: sqlite3.Connection, row: ScreeningRow) -> None:
        """Write `row` in the caller's transaction. Raises RefusedValue for what cannot be read back as it was."""
        values = _checked(row)
        before = self._written.get(row.screening)
        if before is None:
            connection.execute(_UPSERT, values)
            if len(self._written) >= _REMEMBERED:
                del self._written[next(iter(self._written))]
        elif changed := tuple(i for i, value in enumerate(values) if value != before[i]):
            connection.execute(self._update(changed), (*(values[i] for i in changed), values[0]))
        self._written[row.screening] = values

    def forget(self) -> None:
        """Remember nothing: a transaction was undone, or somebody else wrote."""
        self._written.clear()

    def _update(self, changed: tuple[int, ...]) -> str:
        if (known := self._updates.get(changed)) is None:
            names = [ROW_FIELDS[i] for i in changed]
            statement = update(screening).values({name: bindparam(name) for name in names})
            known = sql(statement.where(screening.c.screening == bindparam("its_id")))
            self._updates[changed] = known
        return known


def put_all(connection: sqlite3.Connection, rows: Iterable[ScreeningRow]) -> None:
    """Write many rows in the caller's transaction."""
    connection.executemany(_UPSERT, map(_checked, rows))


def _checked(row: ScreeningRow) -> tuple[Any, ...]:
    values = _values(row)
    for i, value in enumerate(values):
        if type(value) is str:
            if not value.isascii() or "\0" in value:
                checked_text(value, f"row of {ROW_FIELDS[0]}, {ROW_FIELDS[i]}")
        elif type(value) is float and not math.isfinite(value):
            raise RefusedValue(f"row of a screening: {ROW_FIELDS[i]} is not a finite number. Correct the measurement.")
    return values


def select_rows(
    connection: Connection, condition: ColumnElement[bool], most: int | None = None
) -> tuple[ScreeningRow, ...]:
    """The rows that meet `condition`, oldest first."""
    statement = (
        select(screening).where(condition).order_by(screening.c.day, screening.c.began_at, screening.c.screening)
    )
    if most is not None:
        statement = statement.limit(most)
    return tuple(ScreeningRow(*row) for row in connection.execute(statement))


def select_unfinished(connection: Connection) -> tuple[ScreeningRow, ...]:
    """The rows that are not closed, oldest first; "closed" is spelled out, or SQLite would not take its index."""
    open_ones = screening.c.status != literal("closed", literal_execute=True)
    statement = select(screening).where(open_ones).order_by(screening.c.began_at)
    return tuple(ScreeningRow(*row) for row in connection.execute(statement))


def select_unerased(connection: Connection, outcome: str, post: str) -> tuple[ScreeningRow, ...]:
    """The closed, unerased rows of an outcome and a post, oldest first; spelled out as in `select_unfinished`."""
    closed = screening.c.status == literal("closed", literal_execute=True)
    asked = (closed, screening.c.erased.is_(False), screening.c.outcome == outcome, screening.c.post == post)
    statement = select(screening).where(*asked).order_by(screening.c.began_at)
    return tuple(ScreeningRow(*row) for row in connection.execute(statement))


def select_owing(connection: Connection, post: str, most: int, column: str = "owed") -> tuple[ScreeningRow, ...]:
    """At most `most` closed rows of a post where `column` is not 0, the last closed first; spelled out as above."""
    owes = screening.c[column] > literal(0, literal_execute=True)
    statement = select(screening).where(owes, screening.c.post == post)
    found = connection.execute(statement.order_by(screening.c.closed_at.desc()).limit(most))
    return tuple(ScreeningRow(*row) for row in found)


def select_values(
    connection: Connection, names: Sequence[str], condition: ColumnElement[bool]
) -> list[tuple[Json, ...]]:
    """The values of the columns `names` of each row that meets `condition`, in no order.

    The driver's own cursor fetches them: a day's rows are many, and row objects cost a fifth of reading them.
    """
    compiled = select(*(screening.c[name] for name in names)).where(condition).compile(dialect=connection.dialect)
    arguments = tuple(compiled.params[name] for name in compiled.positiontup or ())
    cursor = connection.connection.cursor()
    try:
        cursor.execute(str(compiled), arguments)
        return list(cursor.fetchall())
    finally:
        cursor.close()


def tally(connection: Connection, by: Sequence[str], condition: ColumnElement[bool]) -> tuple[Tally, ...]:
    """How many rows share each combination of the columns `by`, in their order."""
    columns = [screening.c[name] for name in by]
    statement = select(*columns, func.count()).where(condition).group_by(*columns).order_by(*columns)
    return tuple(Tally(tuple(row[:-1]), row[-1]) for row in connection.execute(statement))


def matching(first: date | str | None, last: date | str | None, **equal: Json) -> ColumnElement[bool]:
    """The condition "day from first to last, both included, columns equal these values"; None asks nothing."""
    asked: list[ColumnElement[bool]] = []
    if first is not None and first == last:
        asked.append(screening.c.day == _day(first))
    else:
        asked += [screening.c.day >= _day(first)] if first is not None else []
        asked += [screening.c.day <= _day(last)] if last is not None else []
    asked += [screening.c[name] == value for name, value in equal.items() if value is not None]
    return and_(true(), *asked)


def ensure_table(connection: Connection) -> bool:
    """Make the table anew when it is gone or not of the shape of `ScreeningRow`.

    True when its rows must be folded again: now, or since an earlier opening that did not come to the end of it.
    """
    noted = connection.execute(select(store.c.value).where(store.c.name == _SHAPE)).scalar()
    found = connection.exec_driver_sql(f"PRAGMA table_info({screening.name})").all()
    if noted == row_shape() and tuple(column[1] for column in found) == ROW_FIELDS:
        return is_unfilled(connection)
    screening.drop(connection, checkfirst=True)
    screening.create(connection)
    for name, value in ((_SHAPE, row_shape()), (_UNFILLED, b"1")):
        note = insert(store).values(name=name, value=value)
        connection.execute(note.on_conflict_do_update(index_elements=[store.c.name], set_={"value": value}))
    return True


def is_unfilled(connection: Connection) -> bool:
    """Whether rows are still to be folded again, by this process or by the one that writes."""
    return connection.execute(select(store.c.value).where(store.c.name == _UNFILLED)).scalar() is not None


def mark_filled(connection: sqlite3.Connection) -> None:
    """Note in the caller's transaction that every screening has its row."""
    connection.execute("DELETE FROM store WHERE name = ?", (_UNFILLED,))


def _day(day: date | str) -> str:
    return day.isoformat() if isinstance(day, date) else day
