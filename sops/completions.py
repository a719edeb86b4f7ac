"""What an exposure could be where its fields are unknown: one value of every kind that the rules can tell apart.

Words, metres and minutes are told apart by the matchers alone; days by their differences: the first and the last day
against the window, the index case's day against both. The tests hold the few values taken here against all values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any, Final, TypeAlias

from sops.facts import EXPOSURE_FIELDS, Answer, Exposure
from sops.matching import Matcher, Span

Found = dict[tuple[Any, ...], int]
"""A bit set by the values of the unknown fields, in the order of their names."""

DAY_FIELDS: Final = ("first_day_ago", "last_day_ago", "index_day", "index_symptom_free_since_day")
_Counted: TypeAlias = "tuple[tuple[tuple[str, Any], ...], int]"
"""The days of an exposure, and the bits of the spans for which they count."""
_UNKNOWN: Final = Answer.UNKNOWN
_NEVER: Final = -100_000


def fitting(matchers: Sequence[Matcher], row: Exposure, names: Sequence[str]) -> Found:
    """Which matchers fit (bit i is the i-th), by the values of the unknown fields that are not days."""
    return {
        values: sum(1 << number for number, matcher in enumerate(matchers) if matcher.fits(whole))
        for values, whole in _wholes(matchers, row, names)
    }


def _wholes(
    matchers: Sequence[Matcher], row: Exposure, names: Sequence[str]
) -> Iterator[tuple[tuple[Any, ...], Exposure]]:
    near = min((m.most_metres for m in matchers if m.most_metres is not None), default=0.0)
    for values in product(*(_values(matchers, row.kind, name) for name in names)):
        whole = replace(row, **dict(zip(names, values, strict=True)))
        if "distance_m" in names and whole.how == "conveyance_within_1m" and whole.distance_m != near:
            continue  # the word itself says how near
        yield values, whole


def _values(matchers: Sequence[Matcher], kind: str, name: str) -> tuple[Any, ...]:
    if name == "distance_m":
        metres = {m.most_metres for m in matchers if m.most_metres is not None}
        return tuple(sorted(metres | {bound + 1 for bound in metres}))
    if name == "minutes":
        minutes = {m.least_minutes for m in matchers if m.least_minutes is not None}
        return tuple(sorted({value for bound in minutes for value in (bound - 1, bound, bound + 1)}))
    told: dict[tuple[bool, ...], str] = {}
    for word in EXPOSURE_FIELDS[kind][name]:
        told.setdefault(tuple(word in dict(m.words).get(name, {word}) for m in matchers), word)
    return tuple(told.values())


def counting(spans: Sequence[Span], row: Exposure) -> set[int]:
    """For which spans the days may count, some of them unknown."""
    return {bits for _, bits in _counted(spans, row)}


def counts_on_single_days(spans: Sequence[Span], row: Exposure) -> dict[int, dict[str, Any]]:
    """For which spans a wholly unknown exposure of one day may count, with days for which it does."""
    return {bits: dict(days) for last in _lasts(spans, row) for days, bits in _counted_on(spans, row, last, last)}


def counting_by(spans: Sequence[Span], row: Exposure, name: str) -> Iterator[set[int]]:
    """What counts as one unknown day takes every value and the others stand, for every way they may stand."""
    told = set()
    for days, _ in _counted(spans, row):
        way = tuple((other, day) for other, day in days if other != name)
        if way not in told:
            told.add(way)
            yield counting(spans, replace(row, **dict(way)))


def _counted(spans: Sequence[Span], row: Exposure) -> Iterator[_Counted]:
    for last in _lasts(spans, row):
        for first in _firsts(spans, row, last):
            yield from _counted_on(spans, row, first, last)


def _counted_on(spans: Sequence[Span], row: Exposure, first: int, last: int) -> Iterator[_Counted]:
    for index_day, free in _index_days(spans, row, first, last):
        bits = 0
        for span in spans:
            if span.meets(first, last, index_day, free):
                bits |= span.bits
        yield tuple(zip(DAY_FIELDS, (first, last, index_day, free), strict=True)), bits


def _shifts(span: Span, row: Exposure) -> set[int]:
    """How many days before the exposure's last day the index case's days may begin and end."""
    if span.index is None or type(row.index_day) is not int:
        return {0}
    end = span.index.last(row.index_symptom_free_since_day)
    return {0, max(0, row.index_day - end), max(0, row.index_day - span.index.start)}


def _lasts(spans: Sequence[Span], row: Exposure) -> Iterable[int]:
    """Last days: the first of each run of days that are alike."""
    if type(row.last_day_ago) is int:
        return (row.last_day_ago,)
    found = {0}
    first = row.first_day_ago if type(row.first_day_ago) is int else None
    for span in spans:
        for shift in _shifts(span, row):
            ends = (span.near, span.near + 1, span.far + 1, *(() if first is None else (first + 1,)))
            found |= {end - shift for end in ends}
    return sorted(day for day in found if day >= 0 and (first is None or day <= first))


def _firsts(spans: Sequence[Span], row: Exposure, last: int) -> Iterable[int]:
    """First days for a last day: the first of each run of days that are alike."""
    if type(row.first_day_ago) is int:
        return (row.first_day_ago,)
    found = {last}
    for span in spans:
        found |= {span.near, span.far, span.far + 1, *(last + shift for shift in _shifts(span, row))}
        if span.index is not None and span.index.end is not None:
            found.add(span.near + span.index.start - span.index.last(row.index_symptom_free_since_day))
    return sorted(day for day in found if day >= last)


def _index_days(spans: Sequence[Span], row: Exposure, first: int, last: int) -> Iterator[tuple[Any, Any]]:
    """The index case's day on the last day, and its day without symptoms."""
    timed = [(span, span.index) for span in spans if span.index is not None]
    days: set[Any] = {row.index_day}
    if row.index_day is _UNKNOWN and timed:
        days = set()
        for span, index in timed:
            begin = index.start + max(span.near - last, 0)
            days |= {index.start - 1, index.start, begin - 1, begin}
            if index.end is not None:
                end = index.last(row.index_symptom_free_since_day)
                days |= {end, end + 1, end + 1 + min(span.far, first) - last}
    for day in days:
        frees: set[Any] = {row.index_symptom_free_since_day}
        if row.index_symptom_free_since_day is _UNKNOWN and type(day) is int:
            frees = {_NEVER}
            frees |= {day - min(span.far, first) + last - index.free for span, index in timed if index.free is not None}
        for free in frees:
            yield day, free
