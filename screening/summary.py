"""The supervisor's summary of a day: every count the rows carry, the sums that tie them together, times and rates.

A count is a `Cell` of a table, for example ("class", "who-covid19@2020-12-16", "suspected"). All formats print the same
cells, and `screening.suppression` hides the same cells in all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Protocol

from screening.day_cells import SCREENED, Cell, Sum
from screening.day_counts import BY_HOUR, count_day, series_of, series_of_tally
from screening.day_filter import EVERYBODY, Only
from screening.day_rows import FIELDS, DayRows, rows_of, rows_of_values
from screening.day_times import Measure, measures_of
from screening.epi_week import EpiWeek, epi_week
from screening.row import ScreeningRow
from sops.model import Post

__all__ = ["Cell", "DailySummary", "Measure", "Sum", "summarise", "summarise_day", "summary_from"]


@dataclass(frozen=True, slots=True)
class DailySummary:
    """One post, one local day from 00:00 to 24:00. Exact: `suppression.suppress` says what others may not see."""

    post: str
    post_name: str
    post_code: str
    day: date
    week: EpiWeek
    editions: tuple[str, ...]  # every definition edition of the day, oldest first
    fever_threshold_c: float
    arrivals: int | None  # counted by others; None when nobody gave them
    persons: int | None  # None: rows do not tell whether two screenings are of one person
    counts: Mapping[Cell, int]
    sums: tuple[Sum, ...]
    measures: Mapping[str, Measure]
    yesterday: Mapping[Cell, int] | None  # the series by hour of the day before; None when not given
    only: tuple[tuple[str, str], ...] = ()  # what part of the day it is: kind and code; empty for the whole day

    def table(self, name: str) -> dict[Cell, int]:
        """The counts of one table by their keys, in the order of print."""
        return {cell[1:]: count for cell, count in self.counts.items() if cell[0] == name}

    def count(self, *cell: str) -> int:
        """One count; 0 for what nobody was."""
        return self.counts.get(cell, 0)

    @property
    def is_zero_report(self) -> bool:
        """True when nobody is surely a case and nobody who may be one was isolated: the day says so aloud.

        A part of a day never is one.
        """
        return not (self.only or self.count("day", "cases") or self.count("day", "possible_isolated"))

    @property
    def is_open_zero(self) -> bool:
        """True when nobody is surely a case, but somebody isolated is still under investigation: no zero report."""
        return not (self.only or self.count("day", "cases") or self.is_zero_report)

    @property
    def breaks_trend(self) -> bool:
        """True when screenings were classified by more than one edition: their classes must not be added up."""
        return len([edition for edition in self.editions if self.count("edition", edition)]) > 1

    @property
    def coverage(self) -> float | None:
        """Screenings a hundred arrivals; None without arrivals."""
        return 100 * self.count(*SCREENED) / self.arrivals if self.arrivals else None


class DayReader(Protocol):
    """What a summary asks of a store."""

    def values(
        self, names: Sequence[str], *, first: date, last: date, post: str, desk: str | None, training: bool
    ) -> Sequence[Any]:
        """Those columns of the rows of these days."""

    def tally(
        self, by: Sequence[str], *, first: date, last: date, post: str, desk: str | None, training: bool
    ) -> Iterable[Any]:
        """How many rows share each combination of those columns: objects with `values` and `count`."""


def summary_from(
    store: DayReader,
    post: Post,
    day: date,
    *,
    fever_threshold_c: float,
    adult_age: int,
    arrivals: int | None = None,
    persons: int | None = None,
    editions: Sequence[str] = (),
    only: Only = EVERYBODY,
) -> DailySummary:
    """The summary of a day as the store holds it, the day before tallied: near the cost of reading the day's rows.

    `only`: a part of the day; the day before then stands beside it where it is of one desk alone.
    `fever_threshold_c` and `adult_age` are the setting's numbers: the procedure and the post give them, never we.
    """
    before = day - timedelta(days=1)
    of_desk = only == Only(only.desk)
    tally = store.tally(BY_HOUR, first=before, last=before, post=post.id, desk=only.desk, training=False)
    values = store.values(FIELDS, first=day, last=day, post=post.id, desk=only.desk, training=False)
    made = summarise_day(
        post,
        day,
        rows_of_values(only.of(values)),
        series_of_tally((one.values, one.count) for one in tally) if of_desk else None,
        arrivals=arrivals,
        persons=persons,
        editions=editions,
        fever_threshold_c=fever_threshold_c,
        adult_age=adult_age,
    )
    return replace(made, only=only.codes)


def summarise(
    post: Post,
    day: date,
    rows: Iterable[ScreeningRow],
    yesterday_rows: Iterable[ScreeningRow] | None = None,
    *,
    fever_threshold_c: float,
    adult_age: int,
    arrivals: int | None = None,
    persons: int | None = None,
    editions: Sequence[str] = (),
) -> DailySummary:
    """The summary of the rows of one post and local day; drills never count.

    `editions` are those in force, shown with their zeros even when nobody was classified by them.
    `yesterday_rows` give the thin line of the charts; None when there was no day before.
    Raises ValueError for a row of another post or day: a summary that mixes them would lie quietly.
    """
    rows = tuple(rows)
    _check(rows, post.id, day)
    return summarise_day(
        post,
        day,
        rows_of(rows),
        None if yesterday_rows is None else series_of(rows_of(yesterday_rows)),
        arrivals=arrivals,
        persons=persons,
        editions=editions,
        fever_threshold_c=fever_threshold_c,
        adult_age=adult_age,
    )


def summarise_day(
    post: Post,
    day: date,
    rows: DayRows,
    yesterday: Mapping[Cell, int] | None = None,
    *,
    fever_threshold_c: float,
    adult_age: int,
    arrivals: int | None = None,
    persons: int | None = None,
    editions: Sequence[str] = (),
) -> DailySummary:
    """The same from the rows of one post and day however they are made: bare values from a store are the fastest.

    `yesterday` is what `series_of` or `series_of_tally` made of the day before.
    """
    tally = count_day(post, rows, editions, fever_threshold_c, adult_age)
    return DailySummary(
        post=post.id,
        post_name=post.name,
        post_code=post.code,
        day=day,
        week=epi_week(day),
        editions=tally.editions,
        fever_threshold_c=fever_threshold_c,
        arrivals=arrivals,
        persons=persons,
        counts=MappingProxyType(tally.counts),
        sums=tuple(tally.sums),
        measures=MappingProxyType(measures_of(rows, tally.counts)),
        yesterday=None if yesterday is None else MappingProxyType(dict(yesterday)),
    )


def _check(rows: Collection[ScreeningRow], post: str, day: date) -> None:
    strangers = set(map(attrgetter("post", "day"), rows)) - {(post, day.isoformat())}
    if strangers:
        other = " on ".join(min(strangers))
        raise ValueError(f"summary of {post} on {day}: a row of {other} is among them. Ask for one post and day.")
