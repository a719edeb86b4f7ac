"""The rows of a day turned into columns once, so that each cut of the summary is counted in one sweep of C code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from screening.row import ScreeningRow

__all__ = ["COLUMNS", "DayColumns", "columns_of", "columns_of_values"]


class DayColumns(NamedTuple):
    """The columns of `ScreeningRow` that a daily summary needs, all of one length; drills left out."""

    post: Sequence[str]
    desk: Sequence[str]
    day: Sequence[str]
    hour: Sequence[int]
    status: Sequence[str]
    seconds: Sequence[int | None]
    definition: Sequence[str]
    classification: Sequence[str | None]
    contact: Sequence[str | None]
    judgement: Sequence[str | None]
    pending: Sequence[bool]
    outcome: Sequence[str | None]
    emergency: Sequence[bool]
    secondary: Sequence[bool]
    symptomatic: Sequence[str | None]
    temperature_c: Sequence[float | None]
    sex: Sequence[str | None]
    age_band: Sequence[str | None]
    age_years: Sequence[int | None]
    nationality: Sequence[str | None]
    language: Sequence[str | None]
    party: Sequence[str | None]
    unaccompanied: Sequence[str | None]
    pregnant: Sequence[str | None]
    companions: Sequence[int]
    tests: Sequence[str]
    unknown_answers: Sequence[int]
    answers: Sequence[int]
    syndrome: Sequence[str | None]
    isolated_at: Sequence[str | None]
    released_at: Sequence[str | None]
    notified_at: Sequence[str | None]
    concluded_at: Sequence[str | None]
    handed_over_at: Sequence[str | None]
    receipt_at: Sequence[str | None]
    training: Sequence[bool]


COLUMNS: tuple[str, ...] = DayColumns._fields
"""What a store has to select for a summary, in this order."""

_NOTHING = DayColumns(*((),) * len(COLUMNS))
_values = attrgetter(*COLUMNS)
_TRAINING = COLUMNS.index("training")


def columns_of(rows: Iterable[ScreeningRow]) -> DayColumns:
    """The columns of rows."""
    return columns_of_values(list(map(_values, rows)))


def columns_of_values(values: Sequence[Sequence[Any]]) -> DayColumns:
    """The columns of bare values in the order of `COLUMNS`, as a database gives them."""
    made = DayColumns(*zip(*values, strict=True)) if values else _NOTHING
    if not any(made.training):
        return made
    return columns_of_values([value for value in values if not value[_TRAINING]])
