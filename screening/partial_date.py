"""Dates of which the day, or the month and the day, are not known, as values of their own.

Many travellers know the year of their birth only; a made-up first of January would be a lie in the record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["PartialDate"]

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year (1-9999), with its month (1-12) and day (1-31) where they are known; no day without a month.

    Raises ValueError for a date that no calendar has (month 13, 31 February).
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day without its month is no date")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """The date written as "1974-08-12", "1974-08" or "1974"; ValueError for anything else."""
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError("a date is written YYYY, YYYY-MM or YYYY-MM-DD")
        return cls(*(None if part is None else int(part) for part in match.groups()))  # type: ignore[arg-type]

    def isoformat(self) -> str:
        """As much as is known: "1974-08-12", "1974-08" or "1974"."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    def __str__(self) -> str:
        return self.isoformat()

    @property
    def is_complete(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    @property
    def first_day(self) -> date:
        """The earliest calendar day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest calendar day it can be."""
        if self.day is not None:
            return self.first_day
        if self.month is None or self.month == 12:
            return date(self.year, 12, 31)
        return date(self.year, self.month + 1, 1) - timedelta(days=1)

    def ages_on(self, on: date) -> tuple[int, int]:
        """The least and the greatest age in completed years on a day; equal when the day of birth leaves no doubt.

        Never negative: who may have been born later this year counts as 0.
        """
        return _completed_years(self.last_day, on), _completed_years(self.first_day, on)


def _completed_years(born: date, on: date) -> int:
    return max(0, on.year - born.year - ((on.month, on.day) < (born.month, born.day)))
