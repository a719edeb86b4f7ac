"""The night count of a station as cells of the day's summary: every format carries and hides it alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from screening.day_cells import Cell, Sum
from screening.night import Night, cells
from screening.summary import DailySummary
from sops.night import NightField

__all__ = ["TABLE", "with_night"]

TABLE: Final = "night"


def with_night(summary: DailySummary, fields: Sequence[NightField], night: Night) -> DailySummary:
    """The summary with the table `night`, and `night_FIELD` by sex and age band; unchanged where nobody counted."""
    if not night:
        return summary
    counts, sums = dict(summary.counts), list(summary.sums)
    for field in fields:
        found = {_cell(key): night[key] for key in cells(field) if key in night}
        counts.update(found)
        if field.is_split and found and field.part_of is not None and (field.part_of,) in night:
            sums.append(Sum(((TABLE, field.part_of),), tuple(found)))
    return replace(summary, counts=MappingProxyType(counts), sums=tuple(sums))


def _cell(key: tuple[str, ...]) -> Cell:
    """`("present",)` is `("night", "present")`; `("people", "F", "0-4")` is `("night_people", "F", "0-4")`."""
    return (TABLE, *key) if len(key) == 1 else (f"{TABLE}_{key[0]}", *key[1:])
