"""The exposures that an edition names: which of them an exposure meets, as one bit set, its *signature*.

An exposure whose fields are partly unknown is taken in every way it could be (`sops/completions.py`): it has as many
signatures as the edition can tell ways apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import combinations
from operator import attrgetter
from typing import Any, Final, TypeAlias

from sops.completions import DAY_FIELDS, Found, counting, counting_by, counts_on_single_days, fitting
from sops.facts import EXPOSURE_FIELDS, Answer, Exposure
from sops.matching import Matcher, Rule, Span

UNKNOWN: Final = Answer.UNKNOWN
_REMEMBERED: Final = 4096
_MOST_TURNS: Final = 500

Onsets: TypeAlias = "tuple[int | None, ...]"
"""Days of onset (days ago) under which one exposure is looked at; None is a person without onset."""


@dataclass(frozen=True, slots=True)
class ExposureAtom:
    """`{exposure: ..., within days: ..., before: ...}` as one bit."""

    bit: int
    matchers: tuple[Matcher, ...]
    days: int
    before: str  # onset | screening | onset or screening


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
        self.turns_of_unknown = {one.days - other.days + 1 for one in atoms for other in atoms}
        self._spans = lru_cache(_REMEMBERED)(self._make_spans)
        self._fitting = lru_cache(_REMEMBERED)(self._make_fitting)
        self.signatures = lru_cache(_REMEMBERED)(self._signatures)
        self.unknown_kind = lru_cache(_REMEMBERED)(self._unknown_kind)
        self.specimens = lru_cache(_REMEMBERED)(self._specimens)
        self.changes = lru_cache(_REMEMBERED)(self._changes)

    def is_known(self, row: Exposure) -> bool:
        """Whether every field that this edition reads is known."""
        return UNKNOWN not in self._read[row.kind](row)

    def unknown_fields(self, row: Exposure) -> tuple[str, ...]:
        """The fields that this edition reads and that are not known."""
        return tuple(name for name in self._relevant[row.kind] if getattr(row, name) is UNKNOWN)

    def signature(self, row: Exposure, onset: int | None) -> int:
        """The atoms that a wholly known exposure meets, as a bit set."""
        bits, counts = 0, None
        for number, rule in enumerate(self._rules[row.kind]):
            if bits & rule.mask or not rule.matcher.fits(row):
                continue
            if counts is None:
                counts = self._counts(row, onset)
            if counts >> number & 1:
                bits |= rule.mask
        return bits

    def _counts(self, row: Exposure, onset: int | None) -> int:
        bits = 0
        for span in self._spans(row.kind, (onset,)):
            if span.meets(
                row.first_day_ago,  # type: ignore[arg-type]
                row.last_day_ago,  # type: ignore[arg-type]
                row.index_day,
                row.index_symptom_free_since_day,
            ):
                bits |= span.bits
        return bits

    def turns(self, row: Exposure) -> set[int]:
        """Days of onset (days ago) from which on the exposure may count otherwise than on the day before."""
        rules = self._rules[row.kind]
        if not rules:
            return set()
        known = [day for day in (row.first_day_ago, row.last_day_ago) if type(day) is int]
        index_days = {rule.matcher.index_days for rule in rules} - {None}
        if any(name in DAY_FIELDS for name in self.unknown_fields(row)):
            free = row.index_symptom_free_since_day
            length = max(
                (days.last(free) - days.start for days in index_days if days and days.end is not None), default=0
            )
            index = abs(row.index_day) if type(row.index_day) is int else 0
            most = max(known, default=0) + 2 * self.longest + length + index + 2
            return set(range(min(most, _MOST_TURNS)))
        ends = set(known)
        if type(row.index_day) is int and type(row.last_day_ago) is int:
            for days in index_days:
                if days is not None:
                    ends.add(row.last_day_ago + row.index_day - days.start)
                    ends.add(row.last_day_ago + row.index_day - days.last(row.index_symptom_free_since_day))
        return {turn for end in ends for turn in (end + 1, end - self.longest)}

    # -- what is unknown --------------------------------------------------------------------------------------------

    def _signatures(self, row: Exposure, onsets: Onsets) -> frozenset[int]:
        """The signatures of every completion of one exposure."""
        return self._all_signatures(row, counting(self._spans(row.kind, onsets), row))

    def _unknown_kind(self, kind: str, onsets: Onsets) -> frozenset[int]:
        """The signatures of any number of wholly unknown exposures of a kind, none included.

        A stay of several days meets what its days meet one by one, so single days are enough.
        """
        if not self._rules[kind]:
            return frozenset((0,))
        row = self._nothing_known(kind)
        found = {0, *self._all_signatures(row, set(counts_on_single_days(self._spans(kind, onsets), row)))}
        while len(closed := {one | other for one in found for other in found}) > len(found):
            found = closed
        return frozenset(found)

    def _specimens(self, kind: str, onset: int | None) -> dict[int, Exposure]:
        """For each signature that one exposure of a kind on a single day can have, such an exposure."""
        row = self._nothing_known(kind)
        names = [name for name in self.unknown_fields(row) if name not in DAY_FIELDS]
        words = {fits: values for values, fits in self._fitting(row).items()}
        days = counts_on_single_days(self._spans(kind, (onset,)), row)
        return {
            self._meet(kind, fits, counts): replace(row, **dict(zip(names, words[fits], strict=True)), **days[counts])
            for fits in words
            for counts in days
        }

    def _nothing_known(self, kind: str) -> Exposure:
        unknown: dict[str, Any] = dict.fromkeys(self._relevant[kind], UNKNOWN)
        return replace(Exposure(kind, UNKNOWN, UNKNOWN), **unknown)

    def _all_signatures(self, row: Exposure, days: set[int]) -> frozenset[int]:
        fits = set(self._fitting(row).values())
        return frozenset(self._meet(row.kind, one, other) for one in fits for other in days)

    def _changes(self, row: Exposure, onset: int | None, name: str) -> tuple[tuple[int, int], ...]:
        """Pairs of signatures that lie one answer apart: to the unknown field of that name."""
        told: dict[tuple[int, int], None] = {}
        for fits, days in self._one_answer(row, self._spans(row.kind, (onset,)), name):
            signatures = sorted({self._meet(row.kind, one, other) for one in fits for other in days})
            told.update(dict.fromkeys(combinations(signatures, 2)))
        return tuple(told)

    def _one_answer(self, row: Exposure, spans: tuple[Span, ...], name: str) -> Iterator[tuple[set[int], set[int]]]:
        """What fits and what counts as one field takes every value, for every way the others may stand."""
        words = self._fitting(row)
        if name in DAY_FIELDS:
            for days in counting_by(spans, row, name):
                yield from (({fits}, days) for fits in set(words.values()))
            return
        place = [other for other in self.unknown_fields(row) if other not in DAY_FIELDS].index(name)
        groups: dict[tuple[Any, ...], set[int]] = {}
        for values, fits in words.items():
            groups.setdefault(values[:place] + values[place + 1 :], set()).add(fits)
        for counts in counting(spans, row):
            yield from ((group, {counts}) for group in groups.values())

    def _make_fitting(self, row: Exposure) -> Found:
        names = [name for name in self.unknown_fields(row) if name not in DAY_FIELDS]
        return fitting([rule.matcher for rule in self._rules[row.kind]], row, names)

    def _make_spans(self, kind: str, onsets: Onsets) -> tuple[Span, ...]:
        """The spans of every rule of a kind under every onset, like ones together; bit i of an onset is rule i."""
        rules = self._rules[kind]
        spans: dict[Span, int] = {}
        for place, onset in enumerate(onsets):
            for number, rule in enumerate(rules):
                span = rule.span(onset, 0)
                if span is not None:
                    spans[span] = spans.get(span, 0) | 1 << place * len(rules) + number
        return tuple(Span(bits, span.near, span.far, span.index) for span, bits in spans.items())

    def _meet(self, kind: str, fits: int, counts: int) -> int:
        """The signature of an exposure whose fields fit these rules and whose days count for those."""
        rules, signature, shift = self._rules[kind], 0, 0
        while counts:
            for number, rule in enumerate(rules):
                if fits & counts & 1 << number:
                    signature |= rule.mask << shift
            counts >>= len(rules)
            shift += self.width
        return signature


def _fields_read(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    read: set[str] = {"first_day_ago", "last_day_ago"} if rules else set()
    for matcher in (rule.matcher for rule in rules):
        read |= {name for name, _ in matcher.words}
        read |= {"distance_m"} if matcher.most_metres is not None else set()
        read |= {"minutes"} if matcher.least_minutes is not None else set()
        if matcher.index_days is not None:
            read |= {"index_day"} | ({"index_symptom_free_since_day"} if matcher.index_days.free is not None else set())
    return tuple(f.name for f in fields(Exposure) if f.name in read)
