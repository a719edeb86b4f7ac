"""The counting of a day: each cut is one sweep of C code over its columns, then a short loop over what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from screening.day_cells import (
    CASES,
    CLASSES,
    HANDED_OVER,
    HOURS,
    NONE,
    OUTCOMES,
    SCREENED,
    SERIES,
    STATUSES,
    SYNDROMES,
    TRUTHS,
    UNKNOWN,
    Cell,
    Sum,
    class_of,
)
from screening.day_cuts import AGE_BANDS, SEXES, age_cuts, age_sums
from screening.day_rows import DayRows
from sops.facts import TEST_RESULTS, TEST_TYPES
from sops.model import Post

__all__ = ["BY_HOUR", "Tally", "count_day", "series_of", "series_of_tally"]


class Tally:
    """Counts and sums in the making."""

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self.counts: dict[Cell, int] = {}
        self.sums: list[Sum] = []
        self.editions: tuple[str, ...] = ()

    def put(self, counts: Mapping[Any, int]) -> None:
        """Note counts by cell; each cell begins with the name of its table."""
        self.counts.update(counts)

    def day(self, **counts: int) -> None:
        """Note counts that are no cut: `screened`, `secondary` ..."""
        self.counts.update({("day", name): number for name, number in counts.items()})

    def cut(self, name: str, counts: Mapping[Any, int], keys: Iterable[str] = (), total: Cell = SCREENED) -> None:
        """A table whose cells add up to `total`: its fixed keys with their zeros, then the others, largest first."""
        made = dict.fromkeys(keys, 0)
        for key, number in sorted(counts.items(), key=lambda item: (item[0] is None, -item[1], item[0] or "")):
            word = UNKNOWN if key is None else key
            made[word] = made.get(word, 0) + number
        cells = {(name, key): number for key, number in made.items()}
        self.put(cells)
        self.sums.append(Sum((total,), tuple(cells)))


def count_day(post: Post, rows: DayRows, editions: Sequence[str], fever_threshold_c: float, adult_age: int) -> Tally:
    """Every count of the day and the sums between them."""
    tally = Tally()
    _count_ends(tally, rows, editions)
    _count_cuts(tally, rows, post, adult_age)
    _count_care(tally, rows, fever_threshold_c)
    return tally


BY_HOUR = ("hour", "floor", "outcome")
"""What a store has to tally of the day before, drills left out."""


def series_of(rows: DayRows) -> dict[Cell, int]:
    """What the charts show hour by hour."""
    return series_of_tally(Counter(rows.each(*BY_HOUR)).items())


def series_of_tally(tally: Iterable[tuple[tuple[Any, ...], int]]) -> dict[Cell, int]:
    """The same from the store's own tally of `BY_HOUR`: the hours of the day, all 24, in each series."""
    made: dict[Cell, int] = {("hour", hour, name): 0 for hour in HOURS for name in SERIES}
    for (hour, floor, outcome), number in tally:
        key = HOURS[hour]
        made["hour", key, "screened"] += number
        if floor in CASES:
            made["hour", key, "cases"] += number
        if outcome == "ordinary_care":
            made["hour", key, "ordinary_care"] += number
        elif outcome in HANDED_OVER:
            made["hour", key, "handed_over"] += number
    return made


def _count_ends(tally: Tally, rows: DayRows, editions: Sequence[str]) -> None:
    """Screened, outcomes, classes by edition, hours."""
    ends = Counter(rows.each("hour", "definition", "classification", "floor", "outcome", "status"))
    found = tally.editions = tuple(sorted({*editions, *(edition for _, edition, *_ in ends)}))
    screened = len(rows)
    by_edition: Counter[str] = Counter()
    by_class: Counter[tuple[str, str]] = Counter()
    outcomes: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for (_, edition, classification, floor, outcome, status), number in ends.items():
        by_edition[edition] += number
        by_class[edition, class_of(classification, floor)] += number
        outcomes[outcome or NONE] += number
        statuses[status] += number
    cases = sum(number for (_, name), number in by_class.items() if name in CASES)
    handed_over = sum(outcomes[outcome] for outcome in HANDED_OVER)
    tally.day(screened=screened, cases=cases, handed_over=handed_over)
    tally.cut("outcome", outcomes, OUTCOMES)
    tally.cut("status", statuses, STATUSES)
    tally.cut("edition", by_edition, found)
    for edition in found:
        cells = {("class", edition, name): by_class[edition, name] for name in CLASSES}
        tally.put(cells)
        tally.sums.append(Sum((("edition", edition),), tuple(cells)))
    tally.sums.append(Sum((("day", "cases"),), tuple(("class", e, name) for e in found for name in CASES)))
    tally.sums.append(Sum((("day", "handed_over"),), tuple(("outcome", outcome) for outcome in HANDED_OVER)))
    tally.put(series_of_tally(((hour, floor, outcome), n) for (hour, _, _, floor, outcome, _), n in ends.items()))
    totals = (SCREENED, ("outcome", "ordinary_care"), ("day", "cases"), ("day", "handed_over"))
    for name, total in zip(SERIES, totals, strict=True):
        tally.sums.append(Sum((total,), tuple(("hour", hour, name) for hour in HOURS)))


def _count_cuts(tally: Tally, rows: DayRows, post: Post, adult_age: int) -> None:
    """Who came: sex, age, nationality, language, desk; minors, pregnant."""
    cuts = age_cuts(Counter(rows.each("sex", "age_years")), adult_age)
    tally.cut("sex", cuts.sexes, SEXES)
    tally.cut("age_band", cuts.bands, AGE_BANDS)
    tally.put({("age_group", sex, group): number for (sex, group), number in cuts.groups.items()})
    tally.day(minors=cuts.minors)
    tally.sums += [Sum(left, right) for left, right in age_sums(adult_age)]
    tally.cut("nationality", Counter(rows.each("nationality")))
    languages = Counter(rows.each("language"))
    tally.cut("language", languages)
    foreign = sorted(language for language in languages if language not in {*post.languages, None})
    tally.sums.append(Sum((("day", "language_not_offered"),), tuple(("language", language) for language in foreign)))
    tally.cut("desk", Counter(rows.each("desk")), post.desks)
    alone = Counter(rows.each("unaccompanied", "pregnant"))
    tally.day(
        unaccompanied=sum(number for key, number in alone.items() if key[0] == "yes"),
        pregnant=sum(number for key, number in alone.items() if key[1] == "yes"),
        language_not_offered=sum(languages[language] for language in foreign),
        parties=len({*rows.each("party")} - {None}),
    )


def _count_care(tally: Tally, rows: DayRows, fever_threshold_c: float) -> None:
    """What was found and done: signs, readings, secondary, tests, isolation, calls, referral, companions."""
    flags = Counter(rows.each("symptomatic", "contact", "judgement", "pending", "emergency", "secondary"))

    def flagged(is_meant: Callable[[Sequence[object]], object]) -> int:
        return sum(number for key, number in flags.items() if is_meant(key))

    for place, name in enumerate(("symptoms", "contact")):
        truths: Counter[str] = Counter()
        for key, number in flags.items():
            truths[str(key[place] or NONE)] += number
        tally.cut(name, truths, TRUTHS)
    readings = Counter(rows.each("temperature_c"))
    without = readings.pop(None, 0)
    tally.day(
        temperature_taken=len(rows) - without,
        fever_readings=sum(number for reading, number in readings.items() if reading >= fever_threshold_c),
        corrections=sum(rows.each("corrections")),
        late_entries=len(rows) - list(rows.each("entered_at")).count(None),
        overrides=flagged(lambda key: key[2] is not None),
        pending=flagged(lambda key: key[3]),
        emergencies=flagged(lambda key: key[4]),
        secondary=flagged(lambda key: key[5]),
        isolated=len(rows) - list(rows.each("isolated_at")).count(None),
        possible_isolated=sum(map(_is_possible_case, rows.each("floor", "ceiling", "isolated_at"))),
        notified=len(rows) - list(rows.each("notified_at")).count(None),
    )
    _count_referrals(tally, rows)
    tests = Counter(rows.each("tests"))
    results: Counter[str] = Counter()
    for listed, number in tests.items():
        for test in filter(None, listed.split(",")):
            results[test] += number
    for kind in TEST_TYPES:
        made = {result: results[f"{kind}:{result}"] for result in TEST_RESULTS}
        if any(made.values()):
            tally.put({("test", kind, result): number for result, number in made.items()})


def _is_possible_case(row: Sequence[str | None]) -> bool:
    """Isolated while under investigation: no case yet, but perhaps one."""
    floor, ceiling, isolated_at = row
    return isolated_at is not None and ceiling in CASES and floor not in CASES


def _count_referrals(tally: Tally, rows: DayRows) -> None:
    """Receipts of the referred, syndromes of ordinary care, companions and clusters of the cases."""
    receipts: Counter[str] = Counter()
    syndromes: Counter[str] = Counter()
    for (outcome, syndrome, receipt), number in Counter(rows.each("outcome", "syndrome", "receipt_at")).items():
        if outcome == "referred_and_received":
            receipts["yes" if receipt else "no"] += number
        elif outcome == "ordinary_care":
            syndromes[syndrome or NONE] += number
    tally.cut("receipt", receipts, ("yes", "no"), ("outcome", "referred_and_received"))
    tally.cut("syndrome", syndromes, SYNDROMES, ("outcome", "ordinary_care"))
    companions = 0
    cases_of: Counter[str] = Counter()
    for floor, listed, party in rows.each("floor", "companions", "party"):
        if floor in CASES:
            companions += listed
            if party is not None:
                cases_of[party] += 1
    tally.day(
        companions_of_cases=companions,
        clusters=sum(number > 1 for number in cases_of.values()),
    )
