"""What an exposure could be where its fields are unknown: for each field one value of every kind the rules tell apart.

Words, metres and minutes are told apart by the matchers alone. Days are told apart by differences: last and first day
against the window, the index case's day against both. `tests/sops/test_exposures.py` holds the few values taken here
against all values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from sops.facts import EXPOSURE_FIELDS, Answer, Exposure

if TYPE_CHECKING:
    from sops.exposures import Matcher

Words = dict[tuple[Any, ...], int]
"""A bit set by the values of the unknown fields."""

UNKNOWN: Final = Answer.UNKNOWN
_FAR: Final = 100_000
_WITHIN_A_METRE: Final = "conveyance_within_1m"


@dataclass(frozen=True, slots=True)
class Days:
    """The days, counted from the index case's onset, on which that case counts as infectious.

    `end` None is no end; `free` lets the end be so many days after the day without symptoms, where that is later.
    """

    start: int
    end: int | None
    free: int | None

    def last(self, free_since: int | None) -> int:
        """The last such day."""
        if self.end is None:
            return _FAR
        return self.end if self.free is None or free_since is None else max(self.end, free_since + self.free)

    def meets(self, oldest: int, newest: int, free_since: int | None) -> bool:
        """Whether one of the days from `oldest` to `newest` is among them."""
        return newest >= self.start and oldest <= self.last(free_since)

    @property
    def length(self) -> int:
        """How many days lie between start and end."""
        return 0 if self.end is None else self.end - self.start

    def shifts(self, index_day: int, free_since: object) -> set[int]:
        """How many days before an exposure's last day the index case's days begin and end."""
        end = self.last(free_since if isinstance(free_since, int) else None)
        return {max(0, index_day - end), max(0, index_day - self.start)}


Span = tuple[int, int, int, Days | None]
"""Bits, nearest and farthest day ago of a window, and the index case's days."""


def word_values(
    matchers: Sequence[Matcher], row: Exposure, names: Sequence[str]
) -> Iterator[tuple[tuple[Any, ...], Exposure]]:
    """The exposure with every combination of values of the named unknown fields."""
    for values in product(*(_values(matchers, row.kind, name) for name in names)):
        whole = replace(row, **dict(zip(names, values, strict=True)))
        if whole.how == _WITHIN_A_METRE and whole.distance_m != row.distance_m and "distance_m" in names:
            if whole.distance_m != min(_values(matchers, row.kind, "distance_m")):
                continue  # the word itself says how near
        yield values, whole


def _values(matchers: Sequence[Matcher], kind: str, name: str) -> tuple[Any, ...]:
    if name == "distance_m":
        bounds = {m.most_metres for m in matchers if m.most_metres is not None}
        return tuple(sorted(bounds | {bound + 1 for bound in bounds}))
    if name == "minutes":
        least = {m.least_minutes for m in matchers if m.least_minutes is not None}
        return tuple(sorted(least | {bound - 1 for bound in least} | {bound + 1 for bound in least}))
    told: dict[tuple[bool, ...], str] = {}
    for word in EXPOSURE_FIELDS[kind][name]:
        told.setdefault(tuple(word in dict(m.words).get(name, {word}) for m in matchers), word)
    return tuple(told.values())


def times(spans: Sequence[Span], row: Exposure) -> Words:
    """The bits whose windows an exposure meets, by the values of its unknown days."""
    names = [name for name in _DAY_FIELDS if getattr(row, name) is UNKNOWN and _is_read(name, spans)]
    index = row.index_day if any(days for *_, days in spans) else None
    pool = _pool(spans, row, index)
    found: Words = {}
    for last in _known_or(row.last_day_ago, pool):
        for first in _known_or(row.first_day_ago, _firsts(spans, pool, last, index)):
            if first < last:
                continue
            for index_day, free in _index_days(spans, row, pool, last):
                bits = 0
                for mask, near, far, days in spans:
                    nearest, farthest = max(last, near), min(first, far)
                    if nearest > farthest:
                        continue
                    if days is not None and index_day is not None:
                        if not days.meets(index_day - farthest + last, index_day - nearest + last, free):
                            continue
                    bits |= mask
                values = {"first_day_ago": first, "last_day_ago": last, "index_day": index_day}
                values["index_symptom_free_since_day"] = free
                found[tuple(values[name] for name in names)] = bits
    return found


def single_days(spans: Sequence[Span], row: Exposure) -> set[int]:
    """The bits that a wholly unknown exposure of one day may meet."""
    pool = _pool(spans, row, None)
    found: set[int] = set()
    for day in pool:
        found |= set(times(spans, replace(row, first_day_ago=day, last_day_ago=day)).values())
    return found


_DAY_FIELDS: Final = ("first_day_ago", "last_day_ago", "index_day", "index_symptom_free_since_day")
