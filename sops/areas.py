"""Where a traveller was, seen through the dated table of WHO's transmission categories: stays become exposures.

The table is data (`sops/areas/*.yaml`). A day without a row is unknown, never "no transmission".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sops.facts import Answer, Exposure, Unknown
from sops.model import Source, Text

REACH_DAYS: Final = 42
"""How far back a stay with an unknown first day is looked at: 14 days before an onset of four weeks ago. Our choice."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """The category of a country, or of one division of it, from one day to another, both in."""

    country: str
    division: str | None  # None: the whole country
    status: str
    first: date
    last: date | None  # None: open
    source: Source

    def covers(self, day: date) -> bool:
        """Whether the row speaks of that day."""
        return self.first <= day and (self.last is None or day <= self.last)

    def meets(self, other: AreaRow) -> bool:
        """Whether both rows speak of the same place on a common day."""
        here = (self.country, _plain(self.division)) == (other.country, _plain(other.division))
        return here and (self.covers(other.first) or other.covers(self.first))


@dataclass(frozen=True, slots=True)
class PlaceStay:
    """A stay told by the traveller, in whole days before the day of screening, both ends in.

    `country` is ISO 3166 alpha-3. `mode` is travel or residence; the nationality plays no part.
    """

    country: str
    division: str | None
    first_day_ago: int | Unknown
    last_day_ago: int | Unknown
    mode: str = "travel"


@dataclass(frozen=True, slots=True)
class AreaTable:
    """A dated table of transmission categories. `digest` is that of its data: a screening is bound to it."""

    id: str
    title: Text
    source: Source
    last_checked: date
    rows: tuple[AreaRow, ...]
    digest: str

    def status(self, country: str, division: str | None, day: date) -> str | None:
        """The category on that day: of the division if it has a row, else of the country, else None."""
        wanted = country.upper()
        of_country: str | None = None
        for row in self.rows:
            if row.country != wanted or not row.covers(day):
                continue
            if row.division is None:
                of_country = row.status
            elif _plain(row.division) == _plain(division):
                return row.status
        return of_country

    def exposures_of(self, places: Iterable[PlaceStay], screening_day: date) -> tuple[Exposure, ...]:
        """The `area` exposures of stays, in their order, older parts first; split where the category changes.

        A part without a row has status UNKNOWN. A stay with an unknown day stays whole: it has a category when that
        is the same on all days it may have lasted (an unknown last day: until today; an unknown first day:
        `REACH_DAYS` back), else UNKNOWN. Raises ValueError when a stay ends before it begins or lies ahead.
        """
        return tuple(exposure for place in places for exposure in self._of_one(place, screening_day))

    def overlaps(self) -> tuple[tuple[AreaRow, AreaRow], ...]:
        """Pairs of rows that speak of the same place on the same day; a good table has none."""
        return tuple(
            (earlier, later)
            for index, earlier in enumerate(self.rows)
            for later in self.rows[index + 1 :]
            if earlier.meets(later)
        )

    def _of_one(self, place: PlaceStay, today: date) -> list[Exposure]:
        first, last = place.first_day_ago, place.last_day_ago
        newest = 0 if isinstance(last, Answer) else last
        oldest = newest + REACH_DAYS if isinstance(first, Answer) else first
        if not 0 <= newest <= oldest:
            raise ValueError(f"a stay from {first} to {last} days ago does not run forward. Correct its days.")
        parts = self._parts(place, today, oldest, newest)
        if isinstance(first, Answer) or isinstance(last, Answer):
            status = parts[0][2] if len(parts) == 1 else Answer.UNKNOWN
            return [Exposure("area", first, last, status=status, mode=place.mode)]
        return [Exposure("area", start, end, status=status, mode=place.mode) for start, end, status in parts]

    def _parts(self, place: PlaceStay, today: date, oldest: int, newest: int) -> list[tuple[int, int, str]]:
        """First day, last day (in days ago) and category of each part of a stay, older parts first."""
        parts: list[tuple[int, int, str]] = []
        starts = [oldest, *self._changes(place.country, today, oldest, newest)]
        ends = [start + 1 for start in starts[1:]] + [newest]
        for start, end in zip(starts, ends, strict=True):
            status = self.status(place.country, place.division, _days_before(today, end)) or Answer.UNKNOWN
            if parts and parts[-1][2] == status:
                parts[-1] = (parts[-1][0], end, status)
            else:
                parts.append((start, end, status))
        return parts

    def _changes(self, country: str, today: date, oldest: int, newest: int) -> list[int]:
        """Days ago within the stay, its oldest left out, on which a row of the country begins or has just ended."""
        of_country = [row for row in self.rows if row.country == country.upper()]
        days = {row.first for row in of_country}
        days |= {row.last + timedelta(days=1) for row in of_country if row.last is not None and row.last < date.max}
        return sorted((ago for day in days if newest <= (ago := (today - day).days) < oldest), reverse=True)


def area_table(data: Mapping[str, Any], digest: str) -> AreaTable:
    """The area table of a checked `areas` file. A row without a source of its own has that of the table."""
    source = _source(data["source"])
    return AreaTable(
        id=data["areas"],
        title=data["title"],
        source=source,
        last_checked=date.fromisoformat(data["last_checked"]),
        rows=tuple(
            AreaRow(
                country=row["country"],
                division=row.get("division"),
                status=row["status"],
                first=date.fromisoformat(row["from"]),
                last=date.fromisoformat(row["until"]) if "until" in row else None,
                source=_source(row["source"]) if "source" in row else source,
            )
            for row in data["rows"]
        ),
        digest=digest,
    )


def _source(data: Mapping[str, str]) -> Source:
    return Source(data["document"], data["clause"], data.get("mark", "verified"))


def _plain(division: str | None) -> str | None:
    """A division's name as it is compared: case does not matter."""
    return None if division is None else division.strip().casefold()


def _days_before(today: date, days: int) -> date:
    """The calendar day so many days ago, at the earliest the first one there is."""
    return today - timedelta(days=min(days, (today - date.min).days))
