"""Counts for IOM's flow monitoring registry (DTM): who came, hour by hour or for the day. No names, no health data.

The registry's cuts and nothing else: sex by age group, nationality, and who is vulnerable. Beside the public summary
the day's counts obey the same plan; the finer counts by hour are exact and go out through the health authority only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from screening.day_cells import HOURS
from screening.day_cuts import AGE_GROUPS, SEXES, age_group
from screening.day_rows import DayRows, rows_of
from screening.release import Release
from screening.row import ScreeningRow
from sops.model import Post

__all__ = ["VULNERABLE", "RegistryLine", "registry_by_hour", "registry_of_day"]

UNKNOWN: Final = "unknown"
VULNERABLE: Final = ("pregnant", "under_5", "unaccompanied")


@dataclass(frozen=True, slots=True)
class RegistryLine:
    """One line of the registry: a point, a day, an hour or the whole day. None is a hidden count."""

    point: str
    day: date
    hour: str | None  # "06"; None for the whole day
    travellers: int | None
    groups: dict[tuple[str, str], int | None]  # sex and age group, in the order of the registry
    nationalities: dict[str, int | None]
    vulnerable: dict[str, int | None]


def registry_of_day(released: Release) -> RegistryLine:
    """The line of the whole day, from a released summary: what its plan hides is hidden here."""
    counts = released.summary
    under_5 = ("age_band", "0-4")
    return RegistryLine(
        point=counts.post_code,
        day=counts.day,
        hour=None,
        travellers=released.count("day", "screened"),
        groups={(sex, group): released.count("age_group", sex, group) for sex in SEXES for group in AGE_GROUPS},
        nationalities={key: number for (key,), number in released.table("nationality").items()},
        vulnerable={
            "pregnant": released.count("day", "pregnant"),
            "under_5": released.count(*under_5),
            "unaccompanied": released.count("day", "unaccompanied"),
        },
    )


def registry_by_hour(post: Post, day: date, rows: Iterable[ScreeningRow] | DayRows) -> tuple[RegistryLine, ...]:
    """All 24 hours, exact, drills left out. Every line names every nationality of the day, so that lines align."""
    of_day = rows if isinstance(rows, DayRows) else rows_of(rows)
    groups: dict[str, Counter[tuple[str, str]]] = {hour: Counter() for hour in HOURS}
    nations: dict[str, Counter[str]] = {hour: Counter() for hour in HOURS}
    vulnerable: dict[str, Counter[str]] = {hour: Counter() for hour in HOURS}
    of_all: Counter[str] = Counter()
    for (hour, *who), number in Counter(of_day.each(*_FIELDS)).items():
        sex, years, nationality, pregnant, unaccompanied = who
        key = HOURS[hour]
        groups[key][_sex(sex), age_group(years)] += number
        nations[key][nationality or UNKNOWN] += number
        of_all[nationality or UNKNOWN] += number
        for name, holds in zip(
            VULNERABLE, (pregnant == "yes", years is not None and years < 5, unaccompanied == "yes"), strict=True
        ):
            vulnerable[key][name] += number if holds else 0
    known = sorted(of_all, key=lambda name: (name == UNKNOWN, -of_all[name], name))
    return tuple(
        RegistryLine(
            point=post.code,
            day=day,
            hour=hour,
            travellers=groups[hour].total(),
            groups={(sex, group): groups[hour][sex, group] for sex in SEXES for group in AGE_GROUPS},
            nationalities={name: nations[hour][name] for name in known},
            vulnerable={name: vulnerable[hour][name] for name in VULNERABLE},
        )
        for hour in HOURS
    )


_FIELDS: Final = ("hour", "sex", "age_years", "nationality", "pregnant", "unaccompanied")


def _sex(sex: Any) -> str:
    return sex if sex in SEXES else UNKNOWN
