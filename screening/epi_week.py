"""The epidemiological week of a day, as the ministries of the Americas count it: from Sunday to Saturday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["EpiWeek", "epi_week"]


@dataclass(frozen=True, slots=True, order=True)
class EpiWeek:
    """A week of surveillance; the year is the one that holds most of its days."""

    year: int
    week: int

    def __str__(self) -> str:
        """The week as 2021-W12."""
        return f"{self.year:04d}-W{self.week:02d}"


def epi_week(day: date) -> EpiWeek:
    """The epidemiological week of a day: Sunday to Saturday, week 1 is the first with four days in its year.

    WHO's global tables run from Monday to Sunday instead: a Sunday lies in the week before there.

    >>> str(epi_week(date(2021, 3, 23))), str(epi_week(date(2021, 1, 2))), str(epi_week(date(2021, 1, 3)))
    ('2021-W12', '2020-W53', '2021-W01')

    Source: PAHO epidemiological calendar (recalled).
    """
    sunday = day - timedelta(days=day.isoweekday() % 7)
    year = (sunday + timedelta(days=3)).year  # the year of its Wednesday
    fourth = date(year, 1, 4)  # always in week 1
    first = fourth - timedelta(days=fourth.isoweekday() % 7)
    return EpiWeek(year, (sunday - first).days // 7 + 1)
