"""The night count of a reception station: the fields its post asks for, and whether what was typed can be true. Pure.

Source: border_sop section 11.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from screening.projecting import BANDS
from sops.night import NightField

__all__ = ["BANDS", "MOST", "SEXES", "Night", "cells", "contradictions", "night_of"]

Night: TypeAlias = Mapping[tuple[str, ...], int]
"""Counts by field, or by field, sex and age band where a field is split."""

SEXES: Final = ("F", "M", "unknown")
MOST: Final = 99_999


def cells(field: NightField) -> tuple[tuple[str, ...], ...]:
    """The keys under which a field is counted."""
    if not field.is_split:
        return ((field.id,),)
    return tuple((field.id, sex, band) for sex in SEXES for band in (*BANDS, "unknown"))


def contradictions(fields: Sequence[NightField], night: Night) -> tuple[tuple[NightField, int, int], ...]:
    """Fields that cannot be so: the field, its count, and the count of the one it is a part of.

    A split field must add up to what it splits; another part may not be larger. What was not counted is not wrong.
    """
    totals = {field.id: total for field in fields if (total := _total(field, night)) is not None}
    found = []
    for field in fields:
        if field.part_of is None or field.id not in totals or field.part_of not in totals:
            continue
        part, whole = totals[field.id], totals[field.part_of]
        if part > whole or (field.is_split and part != whole):
            found.append((field, part, whole))
    return tuple(found)


def night_of(data: Any) -> Night:
    """A night count out of its event."""
    return {tuple(map(str, each["keys"])): int(each["count"]) for each in data}


def _total(field: NightField, night: Night) -> int | None:
    counted = [night[cell] for cell in cells(field) if cell in night]
    return sum(counted) if counted else None
