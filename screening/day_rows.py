"""The rows of a day as a summary reads them: a few fields of every row at a time, picked and counted by C code.

Building a `ScreeningRow` costs as much as reading it from the file, so a store may hand over bare values instead.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import Any

from screening.row import ScreeningRow

__all__ = ["FIELDS", "DayRows", "rows_of", "rows_of_values"]

FIELDS: tuple[str, ...] = (
    "desk",
    "hour",
    "status",
    "seconds",
    "definition",
    "classification",
    "floor",
    "ceiling",
    "contact",
    "judgement",
    "pending",
    "outcome",
    "emergency",
    "secondary",
    "symptomatic",
    "temperature_c",
    "sex",
    "age_years",
    "nationality",
    "language",
    "party",
    "unaccompanied",
    "pregnant",
    "companions",
    "tests",
    "unknown_answers",
    "answers",
    "syndrome",
    "isolated_at",
    "released_at",
    "notified_at",
    "concluded_at",
    "handed_over_at",
    "receipt_at",
    "corrections",
    "entered_at",
)
"""What a store has to select for a summary, in this order, of one post and day and without drills."""


class DayRows:
    """The rows of one post and day without drills, whatever they are made of."""

    def __init__(self, rows: Collection[Any], getter: Callable[..., Callable[[Any], Any]]) -> None:
        """Use `rows_of` or `rows_of_values`."""
        self._rows = rows
        self._getter = getter

    def __len__(self) -> int:
        return len(self._rows)

    def each(self, *names: str) -> Iterator[Any]:
        """Those fields of every row: a tuple, or the bare value where one is asked for."""
        return map(self._getter(*names), self._rows)


def rows_of(rows: Iterable[ScreeningRow]) -> DayRows:
    """Rows, drills left out."""
    return DayRows([row for row in rows if not row.training], attrgetter)


def rows_of_values(values: Collection[Sequence[Any]]) -> DayRows:
    """Bare values in the order of `FIELDS`, as a database gives them when asked for a day without drills."""
    return DayRows(values, _places)


def _places(*names: str) -> Callable[[Any], Any]:
    return itemgetter(*map(FIELDS.index, names))
