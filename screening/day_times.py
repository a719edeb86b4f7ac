"""Times and rates of a day: how long travellers waited, stayed and were asked, each with what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from screening.day_cells import Cell
from screening.day_rows import DayRows

__all__ = ["Measure", "measures_of", "percentile"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that is no count. `value` is None where there is nothing to measure."""

    value: float | None
    basis: int  # how many screenings it rests on
    unit: str  # s, min, %, persons, a case
    rests_on: tuple[Cell, ...] = ()  # counts that could be worked out from it


def percentile(values: Sequence[float] | Mapping[int, int], share: float) -> float | None:
    """The value at that share (0 to 1) of the sorted values, in between two where the share falls there.

    A mapping says how often each value occurs.

    >>> percentile([10, 20, 30], 0.5), percentile({10: 1, 20: 1}, 0.5), percentile([], 0.5)
    (20.0, 15.0, None)
    """
    often: dict[float, int] = dict(values.items() if isinstance(values, Mapping) else Counter(values))
    if not often:
        return None
    ordered = sorted(often)
    reach = list(accumulate(often[value] for value in ordered))
    place = share * (reach[-1] - 1)
    low = next(value for value, end in zip(ordered, reach, strict=True) if end > int(place))
    high = next((value for value, end in zip(ordered, reach, strict=True) if end > int(place) + 1), low)
    return float(low + (high - low) * (place - int(place)))


def measures_of(rows: DayRows, counts: Mapping[Cell, int]) -> dict[str, Measure]:
    """Every measure of the day by name; those of a desk are named `seconds_median:1`, never after an officer.

    `counts` are those of the same day.
    """
    screened, cases = len(rows), counts["day", "cases"]
    answers, unknown = sum(rows.each("answers")), sum(rows.each("unknown_answers"))
    moments = rows.each(
        "outcome", "concluded_at", "notified_at", "isolated_at", "released_at", "handed_over_at", "entered_at"
    )
    moved = [row for row in moments if not row[6] and (row[2] or row[3] or row[5])]  # moments of typing tell no waits
    referred = ("outcome", "referred_and_received")
    stays = [(row[3], row[4]) for row in moved if row[3]]
    return {
        "temperature_taken": Measure(
            _share(counts["day", "temperature_taken"], screened),
            screened,
            "%",
            (("day", "screened"), ("day", "temperature_taken")),
        ),
        "unknown_answers": Measure(_share(unknown, answers), screened, "%"),
        "companions_per_case": Measure(
            counts["day", "companions_of_cases"] / cases if cases else None,
            cases,
            "a case",
            (("day", "cases"), ("day", "companions_of_cases")),
        ),
        "minutes_to_call": _minutes(((row[1], row[2]) for row in moved), (("day", "notified"),)),
        "minutes_to_handover": _minutes(((row[1], row[5]) for row in moved if row[0] == referred[1]), (referred,)),
        "minutes_isolated": _minutes(stays, (("day", "isolated"),)),
        "isolated_at_once": Measure(_most_at_once(stays), len(stays), "persons", (("day", "isolated"),)),
        **_seconds(rows),
    }


def _share(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def _minutes(spans: Iterable[tuple[str | None, str | None]], rests_on: tuple[Cell, ...]) -> Measure:
    """The median minutes between moments of which both are known; a clock set back counts as no time."""
    minutes = [
        max(0.0, (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds() / 60)
        for start, end in spans
        if start is not None and end is not None
    ]
    return Measure(percentile(minutes, 0.5), len(minutes), "min", rests_on)


def _most_at_once(stays: Sequence[tuple[str, str | None]]) -> int:
    """The most travellers in isolation at one moment; who was never released is there until the end."""
    moves = sorted([(start, 1) for start, _ in stays] + [(max(start, end), -1) for start, end in stays if end])
    return max(accumulate(step for _, step in moves), default=0)


def _seconds(rows: DayRows) -> dict[str, Measure]:
    """Median and 95th percentile of the seconds of well travellers, over all desks and at each."""
    everybody: Counter[int] = Counter()
    by_desk: dict[str, Counter[int]] = {}
    for (desk, outcome, seconds), number in Counter(rows.each("desk", "outcome", "seconds")).items():
        if outcome == "cleared_with_advice" and seconds is not None:
            everybody[seconds] += number
            by_desk.setdefault(desk, Counter())[seconds] += number
    cleared = (("outcome", "cleared_with_advice"),)
    made = {}
    for suffix, often in (("", everybody), *((f":{desk}", by_desk[desk]) for desk in sorted(by_desk))):
        made[f"seconds_median{suffix}"] = Measure(percentile(often, 0.5), often.total(), "s", cleared)
        made[f"seconds_95th{suffix}"] = Measure(percentile(often, 0.95), often.total(), "s", cleared)
    return made
