"""Matchers: what one exposure must be to count, in its own words and in days. The smallest rules of an edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sops.facts import EXPOSURE_FIELDS, Exposure

_WORD_FIELDS: Final = ("status", "mode", "setting", "where", "has_confirmed", "index", "how")
_NO_END: Final = 100_000


@dataclass(frozen=True, slots=True)
class IndexDays:
    """The days, counted from the index case's onset, on which that case counts as infectious.

    `end` None is no end; `free` lets the end be so many days after the day without symptoms, where that is later.
    """

    start: int
    end: int | None
    free: int | None

    def last(self, free_since: object) -> int:
        """The last such day; `free_since` counts where it is a number."""
        if self.end is None:
            return _NO_END
        return max(self.end, free_since + self.free) if self.free is not None and type(free_since) is int else self.end


@dataclass(frozen=True, slots=True)
class Matcher:
    """One alternative of a named exposure, its parameters resolved. None stands for "no condition"."""

    kind: str
    words: tuple[tuple[str, frozenset[str]], ...]
    most_metres: float | None
    least_minutes: float | None
    minutes_strict: bool
    index_days: IndexDays | None

    def fits(self, row: Exposure) -> bool:
        """Whether the fields that are not days fit; every field must be known."""
        for name, allowed in self.words:
            if getattr(row, name) not in allowed:
                return False
        metres, minutes = row.distance_m, row.minutes
        if self.most_metres is not None and not (isinstance(metres, int | float) and metres <= self.most_metres):
            return False
        if self.least_minutes is None:
            return True
        if not isinstance(minutes, int | float):
            return False
        return minutes > self.least_minutes if self.minutes_strict else minutes >= self.least_minutes


@dataclass(frozen=True, slots=True)
class Span:
    """Days that count: a window in days ago, both ends in, and the index case's days. `bits` says for which rules."""

    bits: int
    near: int
    far: int
    index: IndexDays | None

    def meets(self, first: int, last: int, index_day: object, free_since: object) -> bool:
        """Whether one day of an exposure from `first` to `last` (days ago) counts.

        `index_day` is the index case's day on the exposure's last day; where it is no number it counts as inside.
        """
        near, far = max(self.near, last), min(self.far, first)
        if near > far:
            return False
        if self.index is None or type(index_day) is not int:
            return True
        on_last = index_day + last
        return on_last - near >= self.index.start and on_last - far <= self.index.last(free_since)


@dataclass(frozen=True, slots=True)
class Rule:
    """One matcher of one exposure atom: `mask` is the atom, `days` and `before` its window."""

    mask: int
    matcher: Matcher
    days: int
    before: str  # onset | screening | onset or screening

    def span(self, onset: int | None, bits: int = 1) -> Span | None:
        """The days that count for an onset so many days ago; None where a person without onset cannot meet it."""
        if self.before == "screening" or (onset is None and self.before == "onset or screening"):
            return Span(bits, 0, self.days, self.matcher.index_days)
        return None if onset is None else Span(bits, onset, onset + self.days, self.matcher.index_days)


def matcher(plain: Mapping[str, Any], number: Callable[[Any], float]) -> Matcher:
    """The matcher of a checked plain mapping; `number` resolves a parameter's name."""
    kind, minutes, days = plain["kind"], plain.get("minutes", {}), plain.get("index_day")
    least = minutes.get("more than", minutes.get("at least"))
    metres = plain.get("distance_m", {}).get("at most")

    def whole(name: str) -> int | None:
        return int(number(days[name])) if days and name in days else None

    return Matcher(
        kind=kind,
        words=tuple(
            (name, frozenset(plain[name]))
            for name in _WORD_FIELDS
            if name in plain and set(plain[name]) != set(EXPOSURE_FIELDS[kind][name])  # any word is no condition
        ),
        most_metres=None if metres is None else float(number(metres)),
        least_minutes=None if least is None else float(number(least)),
        minutes_strict="more than" in minutes,
        index_days=IndexDays(int(number(days["from"])), whole("to"), whole("or days after symptom free"))
        if days
        else None,
    )
