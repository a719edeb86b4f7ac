"""Exposures against the rules that name them: one and the same exposure, its fields, its days, its window.

An exposure whose fields are partly unknown is taken in every way it could be (`sops/completions.py`): the set of
*signatures*, each the bit set of exposure atoms that one completion meets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import combinations
from operator import attrgetter
from typing import Any, Final

from sops.completions import Days, Words, single_days, times, word_values
from sops.facts import EXPOSURE_FIELDS, Answer, Exposure

UNKNOWN: Final = Answer.UNKNOWN
_WORD_FIELDS: Final = ("status", "mode", "setting", "where", "has_confirmed", "index", "how")
_REMEMBERED: Final = 4096

Onsets = tuple[int | None, ...]
"""Days of onset (days ago) under which the same exposure is looked at; None is a person without onset."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """One alternative of a named exposure, its parameters resolved. None stands for "no condition"."""

    kind: str
    words: tuple[tuple[str, frozenset[str]], ...]
    most_metres: float | None
    least_minutes: float | None
    minutes_strict: bool
    index_days: Days | None

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
class ExposureAtom:
    """`{exposure: ..., within days: ..., before: ...}` as one bit."""

    bit: int
    matchers: tuple[Matcher, ...]
    days: int
    before: str  # onset | screening | onset or screening


@dataclass(frozen=True, slots=True)
class Rule:
    """One matcher of one atom: the smallest thing an exposure can meet."""

    mask: int
    matcher: Matcher
    days: int
    before: str

    def window(self, onset: int | None) -> tuple[int, int] | None:
        """The days ago that count, both ends in; None where a person without onset cannot meet it."""
        if self.before == "screening" or (onset is None and self.before == "onset or screening"):
            return 0, self.days
        return None if onset is None else (onset, onset + self.days)

    def counts(self, row: Exposure, onset: int | None) -> bool:
        """Whether one day of the exposure, all its days known, lies in the window and in the index case's days."""
        window = self.window(onset)
        if window is None:
            return False
        last, first, index_day = row.last_day_ago, row.first_day_ago, row.index_day
        near = max(last, window[0])  # type: ignore[type-var]
        far = min(first, window[1])  # type: ignore[type-var]
        if near > far:  # type: ignore[operator]
            return False
        days = self.matcher.index_days
        if days is None or index_day is None:
            return True
        free = row.index_symptom_free_since_day
        return days.meets(index_day - far + last, index_day - near + last, free)  # type: ignore[operator, arg-type]


def matcher(plain: Mapping[str, Any], number: Callable[[Any], float]) -> Matcher:
    """The matcher of a checked plain mapping; `number` resolves a parameter's name."""
    kind, minutes = plain["kind"], plain.get("minutes", {})
    least = minutes.get("more than", minutes.get("at least"))
    metres = plain.get("distance_m", {}).get("at most")
    days = plain.get("index_day")

    def whole(value: Any) -> int | None:
        return None if value is None else int(number(value))

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
        index_days=None
        if days is None
        else Days(int(number(days["from"])), whole(days.get("to")), whole(days.get("or days after symptom free"))),
    )


class Exposures:
    """All exposure atoms of one edition, by kind of exposure.

    Where several onsets are given, a signature holds one bit set for each of them, `width` bits apart.
    """

    def __init__(self, atoms: tuple[ExposureAtom, ...]) -> None:
        self.atoms = atoms
        self.bits = sum(1 << atom.bit for atom in atoms)
        self.width = self.bits.bit_length()
        self.longest = max((atom.days for atom in atoms), default=0)
        self._rules = {
            kind: tuple(
                Rule(1 << atom.bit, m, atom.days, atom.before)
                for atom in atoms
                for m in atom.matchers
                if m.kind == kind
            )
            for kind in EXPOSURE_FIELDS
        }
        self._relevant = {kind: _fields_read(rules) for kind, rules in self._rules.items()}
        self._read = {kind: attrgetter("kind", "kind", *names) for kind, names in self._relevant.items()}
        self.signatures = lru_cache(_REMEMBERED)(self._signatures)
        self.unknown_kind = lru_cache(_REMEMBERED)(self._unknown_kind)
        self._words = lru_cache(_REMEMBERED)(self._fitting)

    def is_known(self, row: Exposure) -> bool:
        """Whether every field that this edition reads is known."""
        return UNKNOWN not in self._read[row.kind](row)

    def unknown_fields(self, row: Exposure) -> tuple[str, ...]:
        """The fields that this edition reads and that are not known."""
        return tuple(name for name in self._relevant[row.kind] if getattr(row, name) is UNKNOWN)

    def signature(self, row: Exposure, onset: int | None) -> int:
        """The atoms that a wholly known exposure meets, as a bit set."""
        bits = 0
        for rule in self._rules[row.kind]:
            if not bits & rule.mask and rule.matcher.fits(row) and rule.counts(row, onset):
                bits |= rule.mask
        return bits

    def turns(self, row: Exposure) -> set[int]:
        """The days of onset (days ago) from which on the exposure may count otherwise than one day later."""
        known = [day for day in (row.first_day_ago, row.last_day_ago) if isinstance(day, int)]
        if not self._rules[row.kind]:
            return set()
        if "_day" not in "".join(self.unknown_fields(row)):
            shifts = {0}
            for rule in self._rules[row.kind]:
                if rule.matcher.index_days and isinstance(row.index_day, int):
                    shifts |= rule.matcher.index_days.shifts(row.index_day, row.index_symptom_free_since_day)
            ends = {day + shift for day in known for shift in shifts}
            return {turn for end in ends for turn in (end + 1, end - self.longest)}
        spans = [rule.matcher.index_days.length for rule in self._rules[row.kind] if rule.matcher.index_days]
        index = abs(row.index_day) if isinstance(row.index_day, int) else 0
        return set(range(min(max(known, default=0) + 2 * self.longest + max(spans, default=0) + index + 2, 500)))

    # -- unknown fields ---------------------------------------------------------------------------------------------

    def _signatures(self, row: Exposure, onsets: Onsets) -> frozenset[int]:
        """The signatures of every completion of one exposure."""
        rules = self._rules[row.kind]
        fitting = set(self._words(row).values())
        counting = set(times(self._spans(rules, onsets), row).values())
        return frozenset(self._meet(rules, fits, counts) for fits in fitting for counts in counting)

    def _unknown_kind(self, kind: str, onsets: Onsets) -> frozenset[int]:
        """The signatures of any number of wholly unknown exposures of a kind, none included.

        A stay of several days meets what its days meet one by one, so single days are enough.
        """
        rules = self._rules[kind]
        if not rules:
            return frozenset((0,))
        row = Exposure(kind, **dict.fromkeys(self._relevant[kind], UNKNOWN))  # type: ignore[arg-type]
        fitting = set(self._words(row).values())
        counting = single_days(self._spans(rules, onsets), row)
        found = {0} | {self._meet(rules, fits, counts) for fits in fitting for counts in counting}
        while len(closed := {a | b for a in found for b in found}) > len(found):
            found = closed
        return frozenset(found)

    def changes(self, row: Exposure, onset: int | None) -> dict[str, set[tuple[int, int]]]:
        """For each unknown field, the pairs of signatures that lie one answer to it apart."""
        rules = self._rules[row.kind]
        words, days = self._words(row), times(self._spans(rules, (onset,)), row)
        word_names = [name for name in self.unknown_fields(row) if "_day" not in name]
        day_names = [name for name in self.unknown_fields(row) if "_day" in name]
        found: dict[str, set[tuple[int, int]]] = {}
        for names, mine, others in ((day_names, days, words), (word_names, words, days)):
            for position, name in enumerate(names):
                pairs = {
                    tuple(sorted((self._meet(rules, one, other), self._meet(rules, two, other))))
                    for one, two in _one_apart(mine, position)
                    for other in set(others.values())
                }
                found[name] = {(one, two) for one, two in pairs if one != two}
        return found

    def _fitting(self, row: Exposure) -> Words:
        """Which rules the fields other than days fit, by the values of those that are unknown; bit i is rule i."""
        rules = self._rules[row.kind]
        names = [name for name in self.unknown_fields(row) if "_day" not in name]
        return {
            values: sum(1 << i for i, rule in enumerate(rules) if rule.matcher.fits(whole))
            for values, whole in word_values([rule.matcher for rule in rules], row, names)
        }

    def _spans(self, rules: tuple[Rule, ...], onsets: Onsets) -> list[tuple[int, int, int, Days | None]]:
        """Bit, window and index days of every rule under every onset, like ones together."""
        spans: dict[tuple[int, int, Days | None], int] = {}
        for place, onset in enumerate(onsets):
            for number, rule in enumerate(rules):
                window = rule.window(onset)
                if window is not None:
                    key = (*window, rule.matcher.index_days)
                    spans[key] = spans.get(key, 0) | 1 << place * len(rules) + number
        return [(bits, near, far, days) for (near, far, days), bits in spans.items()]

    def _meet(self, rules: tuple[Rule, ...], fits: int, counts: int) -> int:
        """The signature of an exposure whose fields fit these rules and whose days count for those."""
        signature = shift = 0
        while counts:
            met = fits & counts
            for number, rule in enumerate(rules):
                if met >> number & 1:
                    signature |= rule.mask << shift
            counts >>= len(rules)
            shift += self.width
        return signature


def _fields_read(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    read: set[str] = {"first_day_ago", "last_day_ago"} if rules else set()
    for matcher_ in (rule.matcher for rule in rules):
        read |= {name for name, _ in matcher_.words}
        read |= {"distance_m"} if matcher_.most_metres is not None else set()
        read |= {"minutes"} if matcher_.least_minutes is not None else set()
        if matcher_.index_days is not None:
            read |= {"index_day"} | (
                {"index_symptom_free_since_day"} if matcher_.index_days.free is not None else set()
            )
    return tuple(f.name for f in fields(Exposure) if f.name in read)


def _one_apart(mine: Mapping[tuple[Any, ...], int], position: int) -> set[tuple[int, int]]:
    """Pairs of different results whose keys differ at one position only."""
    groups: dict[tuple[Any, ...], set[int]] = {}
    for values, result in mine.items():
        groups.setdefault(values[:position] + values[position + 1 :], set()).add(result)
    return {pair for group in groups.values() for pair in combinations(sorted(group), 2)}
