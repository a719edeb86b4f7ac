"""A summary as one reader may see it: exact for the health authority, small numbers hidden for everybody else.

Every format prints through a `Release`, so all of them hide the same cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from screening.day_cells import SCREENED, UNKNOWN, Cell
from screening.summary import DailySummary, Measure
from screening.suppression import SMALL, hidden_cells

__all__ = ["Release", "Version", "release"]

_BY_SIZE: Final = frozenset({"nationality", "language", "desk"})


class Version(StrEnum):
    """For whom a summary is."""

    HEALTH_AUTHORITY = "health_authority"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Release:
    """A summary and what of it stays hidden."""

    summary: DailySummary
    version: Version
    hidden: frozenset[Cell]

    @property
    def is_exact(self) -> bool:
        """True for the health authority's version."""
        return self.version is Version.HEALTH_AUTHORITY

    def count(self, *cell: str) -> int | None:
        """A count; None when it is hidden."""
        return None if cell in self.hidden else self.summary.count(*cell)

    def table(self, name: str) -> dict[Cell, int | None]:
        """The counts of a table by their keys, in the order of print; None for the hidden.

        Tables that begin with their largest would tell by their order which of two hidden counts is larger: there the
        hidden ones follow the others by name.
        """
        counts = self.summary.table(name)
        keys = list(counts)
        if name in _BY_SIZE and self.hidden:
            shown = [key for key in keys if (name, *key) not in self.hidden and key != (UNKNOWN,)]
            keys = [*shown, *sorted({*keys} - {*shown} - {(UNKNOWN,)}), *(key for key in keys if key == (UNKNOWN,))]
        return {key: None if (name, *key) in self.hidden else counts[key] for key in keys}

    def tables(self) -> tuple[str, ...]:
        """The names of all tables, in the order of print."""
        return tuple(dict.fromkeys(cell[0] for cell in self.summary.counts))

    def hides_measure(self, name: str) -> bool:
        """Whether a measure would tell a hidden count or rests on too few travellers."""
        measure = self.summary.measures[name]
        few = measure.basis in SMALL or (measure.unit == "persons" and measure.value in SMALL)
        return not self.is_exact and (few or not self.hidden.isdisjoint(measure.rests_on))

    def measure(self, name: str) -> Measure | None:
        """A measure; None when it is hidden. Its basis is a count that no plan covers, so only the exact one has it."""
        if self.hides_measure(name):
            return None
        measure = self.summary.measures[name]
        return measure if self.is_exact else Measure(measure.value, 0, measure.unit, measure.rests_on)

    @property
    def arrivals(self) -> int | None:
        """Arrivals counted by others; None when nobody gave them or they are few."""
        arrivals = self.summary.arrivals
        return None if not self.is_exact and arrivals in SMALL else arrivals

    @property
    def persons(self) -> int | None:
        """Different persons; None when nobody counted them or they are few."""
        persons = self.summary.persons
        return None if not self.is_exact and persons in SMALL else persons

    @property
    def coverage(self) -> float | None:
        """Screenings a hundred arrivals; None when not known or when it would tell a hidden count."""
        return None if SCREENED in self.hidden or self.arrivals is None else self.summary.coverage

    @property
    def yesterday(self) -> Mapping[Cell, int] | None:
        """The hours of the day before, exact version only: beside that day's own sheet they could tell a hidden one."""
        return self.summary.yesterday if self.is_exact else None


def release(summary: DailySummary, version: Version | str) -> Release:
    """The summary as that reader may see it; the same summary gives the same plan.

    Raises ValueError for a version that does not exist.
    """
    version = Version(version)
    if version is Version.HEALTH_AUTHORITY:
        return Release(summary, version, frozenset())
    return Release(summary, version, hidden_cells(summary.counts, summary.sums))
