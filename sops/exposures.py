"""Exposures against the rules that name them: one and the same exposure, its fields, its days, its window.

An exposure whose fields are partly unknown is taken in every way it could be: the set of *signatures*, each the bit
set of exposure atoms that one completion meets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import product
from typing import Any, Final

from sops.facts import EXPOSURE_FIELDS, Answer, Exposure

UNKNOWN: Final = Answer.UNKNOWN
_WORD_FIELDS: Final = ("status", "mode", "setting", "where", "has_confirmed", "index", "how")
_FAR: Final = 10_000


@dataclass(frozen=True, slots=True)
class Matcher:
    """One alternative of a named exposure, its parameters resolved. None stands for "no condition"."""

    kind: str
    words: tuple[tuple[str, frozenset[str]], ...]
    most_metres: float | None
    least_minutes: float | None
    minutes_strict: bool
    index_from: int | None
    index_to: int | None
    symptom_free_days: int | None

    def fits(self, row: Exposure) -> bool:
        """Whether the fields that are not days fit; every field must be known."""
        if row.kind != self.kind:
            return False
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

    def days_fit(self, row: Exposure, window: tuple[int, int]) -> bool:
        """Whether one day of the exposure lies in the window (days ago, both ends in) and in the index case's days."""
        last, first = row.last_day_ago, row.first_day_ago
        assert isinstance(last, int) and isinstance(first, int)
        nearest, farthest = max(last, window[0]), min(first, window[1])
        if nearest > farthest:
            return False
        index_day = row.index_day
        if self.index_from is None or not isinstance(index_day, int) or isinstance(index_day, Answer):
            return True
        newest, oldest = index_day - (nearest - last), index_day - (farthest - last)
        return oldest <= self._index_end(row) and newest >= self.index_from

    def _index_end(self, row: Exposure) -> int:
        end = _FAR if self.index_to is None else self.index_to
        free = row.index_symptom_free_since_day
        if self.symptom_free_days is not None and isinstance(free, int):
            end = max(end, free + self.symptom_free_days)
        return end


@dataclass(frozen=True, slots=True)
class ExposureAtom:
    """`{exposure: ..., within days: ..., before: ...}` as one bit."""

    bit: int
    matchers: tuple[Matcher, ...]
    days: int
    before: str  # onset | screening | onset or screening

    def window(self, onset: int | None) -> tuple[int, int] | None:
        """The days ago that count, both ends in; None where a person without onset cannot meet it."""
        if self.before == "screening" or (onset is None and self.before == "onset or screening"):
            return 0, self.days
        return None if onset is None else (onset, onset + self.days)

    def meets(self, row: Exposure, onset: int | None) -> bool:
        """Whether a wholly known exposure meets the atom."""
        window = self.window(onset)
        return window is not None and any(m.fits(row) and m.days_fit(row, window) for m in self.matchers)


def matcher(plain: Mapping[str, Any], number: Any) -> Matcher:
    """The matcher of a checked plain mapping; `number` resolves a parameter's name."""
    minutes = plain.get("minutes", {})
    strict = "more than" in minutes
    least = minutes.get("more than", minutes.get("at least"))
    metres = plain.get("distance_m", {}).get("at most")
    days = plain.get("index_day", {})

    def whole(value: Any) -> int | None:
        return None if value is None else int(number(value))

    return Matcher(
        kind=plain["kind"],
        words=tuple((name, frozenset(plain[name])) for name in _WORD_FIELDS if name in plain),
        most_metres=None if metres is None else float(number(metres)),
        least_minutes=None if least is None else float(number(least)),
        minutes_strict=strict,
        index_from=whole(days.get("from")),
        index_to=whole(days.get("to")),
        symptom_free_days=whole(days.get("or days after symptom free")),
    )


class Exposures:
    """All exposure atoms of one edition, by kind of exposure."""

    def __init__(self, atoms: tuple[ExposureAtom, ...]) -> None:
        self.atoms = atoms
        self.bits = sum(1 << atom.bit for atom in atoms)
        self.longest = max((atom.days for atom in atoms), default=0)
        self._by_kind = {
            kind: tuple(atom for atom in atoms if any(m.kind == kind for m in atom.matchers))
            for kind in EXPOSURE_FIELDS
        }
        self._relevant = {kind: self._fields_read(kind) for kind in EXPOSURE_FIELDS}
        self.signatures = lru_cache(maxsize=4096)(self._signatures)
        self.unknown_kind = lru_cache(maxsize=512)(self._unknown_kind)

    def _fields_read(self, kind: str) -> tuple[str, ...]:
        read: set[str] = {"first_day_ago", "last_day_ago"} if self._by_kind[kind] else set()
        for m in self._matchers(kind):
            read |= {name for name, _ in m.words}
            read |= {"distance_m"} if m.most_metres is not None else set()
            read |= {"minutes"} if m.least_minutes is not None else set()
            read |= {"index_day"} if m.index_from is not None else set()
            read |= {"index_symptom_free_since_day"} if m.symptom_free_days is not None else set()
        return tuple(f.name for f in fields(Exposure) if f.name in read)

    def _matchers(self, kind: str) -> list[Matcher]:
        return [m for atom in self._by_kind[kind] for m in atom.matchers if m.kind == kind]

    def is_known(self, row: Exposure) -> bool:
        """Whether every field that this edition reads is known."""
        return all(getattr(row, name) is not UNKNOWN for name in self._relevant[row.kind])

    def unknown_fields(self, row: Exposure) -> tuple[str, ...]:
        """The fields that this edition reads and that are not known."""
        return tuple(name for name in self._relevant[row.kind] if getattr(row, name) is UNKNOWN)

    def signature(self, row: Exposure, onset: int | None) -> int:
        """The atoms that a wholly known exposure meets, as a bit set."""
        bits = 0
        for atom in self._by_kind[row.kind]:
            if atom.meets(row, onset):
                bits |= 1 << atom.bit
        return bits

    def _signatures(self, row: Exposure, onset: int | None) -> frozenset[int]:
        """The signatures of every completion of one exposure."""
        return frozenset(signature for _, signature in self.completions(row, onset))

    def completions(self, row: Exposure, onset: int | None) -> Iterator[tuple[tuple[Any, ...], int]]:
        """Every way the unknown fields could be, up to what the rules can tell apart, with its signature."""
        unknown = self.unknown_fields(row)
        days = [name for name in unknown if name.endswith("_day_ago")]
        others = [name for name in unknown if name not in days]
        far = (onset or 0) + self.longest + 2
        choices = [self._values(row.kind, name) for name in others]
        if len(days) == 2 and "index_day" in others:  # everything about time is open: single days say it all
            choices, far = [_sparse(values) for values in choices], min(far, 2 * self.longest + 2)
        for values in product(*choices):
            part = replace(row, **dict(zip(others, values, strict=True)))
            if part.index_day is UNKNOWN:  # a field the edition does not read
                part = replace(part, index_day=None)
            for first, last in _intervals(part, far):
                whole = replace(part, first_day_ago=first, last_day_ago=last)
                yield tuple(getattr(whole, name) for name in unknown), self.signature(whole, onset)

    def _values(self, kind: str, name: str) -> tuple[Any, ...]:
        """Representatives of a field: one for each way the matchers can tell its values apart."""
        matchers = self._matchers(kind)
        if name in EXPOSURE_FIELDS[kind]:
            told: dict[tuple[bool, ...], str] = {}
            for word in EXPOSURE_FIELDS[kind][name]:
                told.setdefault(tuple(word in dict(m.words).get(name, {word}) for m in matchers), word)
            return tuple(told.values())
        if name == "distance_m":
            return _around({m.most_metres for m in matchers if m.most_metres is not None}, 0.5)
        if name == "minutes":
            return _around({m.least_minutes for m in matchers if m.least_minutes is not None}, 1.0)
        ends = {end for m in matchers for end in (m.index_from, m.index_to) if end is not None}
        if name == "index_symptom_free_since_day":
            return tuple(range(min(ends) - 1, max(ends) + 22))
        return tuple(range(min(ends) - self.longest - 1, max(ends) + 40))

    def _unknown_kind(self, kind: str, onset: int | None) -> frozenset[int]:
        """The signatures of any number of wholly unknown exposures of a kind, none included.

        A stay of several days meets what its days meet one by one, so single days are enough.
        """
        row = Exposure(kind, 0, 0)
        names = [name for name in self._relevant[kind] if not name.endswith("_day_ago")]
        ends = {0, 1}
        for atom in self._by_kind[kind]:
            window = atom.window(onset)
            if window is not None:
                ends |= {window[0], window[1], max(0, window[0] - 1), window[1] + 1}
        found = {0}
        choices = [_sparse(self._values(kind, name)) for name in names]
        for values in product(*choices):
            part = replace(row, **dict(zip(names, values, strict=True)))
            found |= {self.signature(replace(part, first_day_ago=d, last_day_ago=d), onset) for d in ends}
        while len(closed := found | {a | b for a in found for b in found}) > len(found):
            found = closed
        return frozenset(found)


def _around(bounds: set[float], step: float) -> tuple[float, ...]:
    return tuple(sorted({value for bound in bounds for value in (bound - step, bound, bound + step)}))


def _sparse(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Long runs of whole numbers thinned to every third: with the days free, no signature is lost."""
    return values if len(values) < 12 else values[::3]


def _intervals(row: Exposure, far: int) -> Iterator[tuple[int, int]]:
    first, last = row.first_day_ago, row.last_day_ago
    match first is UNKNOWN, last is UNKNOWN:
        case False, False:
            assert isinstance(first, int) and isinstance(last, int)
            yield first, last
        case True, False:
            assert isinstance(last, int)
            for day in range(last, max(last, far) + 1):
                yield day, last
        case False, True:
            assert isinstance(first, int)
            for day in range(min(first, far) + 1):
                yield first, day
        case _:
            for day in range(far + 1):
                for earlier in range(day, far + 1):
                    yield earlier, day
