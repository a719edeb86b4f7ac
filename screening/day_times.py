"""Times and rates of a day: how long travellers waited, stayed and were asked, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import compress

from screening.day_columns import DayColumns

__all__ = ["Measure", "measures_of", "percentile"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that is no count. `value` is None where there is nothing to measure."""

    value: float | None
    basis: int  # how many screenings it rests on
    unit: str  # s, min, %, persons
    rests_on: tuple[tuple[str, ...], ...] = ()  # cells that could be worked out from it


def percentile(values: Sequence[float], share: float) -> float | None:
    """The value at that share (0 to 1) of the sorted values, halfway between two where the share falls there.

    >>> percentile([10, 20, 30], 0.5), percentile([10, 20], 0.5), percentile([], 0.5)
    (20.0, 15.0, None)
    """
    if not values:
        return None
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return float(ordered[low] + (ordered[high] - ordered[low]) * (place - low))


def measures_of(columns: DayColumns) -> dict[str, Measure]:
    """Every measure of the day by name; those of a desk are named `seconds_median:1`, never after an officer."""
    screened = len(columns.day)
    taken = screened - columns.temperature_c.count(None)
    answers, unknown = sum(columns.answers), sum(columns.unknown_answers)
    cases = ("suspected", "probable", "confirmed")
    listed = [n for n, name in zip(columns.companions, columns.classification, strict=True) if name in cases]
    referred = [outcome == "referred_and_received" for outcome in columns.outcome]
    handed_over = [*compress(columns.handed_over_at, referred)]
    concluded = [*compress(columns.concluded_at, referred)]
    return {
        "temperature_taken": Measure(
            _share(taken, screened), screened, "%", (("day", "screened"), ("day", "temperature_taken"))
        ),
        "unknown_answers": Measure(_share(unknown, answers), screened, "%"),
        "companions_per_case": Measure(
            sum(listed) / len(listed) if listed else None,
            len(listed),
            "persons",
            (("day", "cases"), ("day", "companions_of_cases")),
        ),
        "minutes_to_call": _minutes(columns.concluded_at, columns.notified_at, (("day", "notified"),)),
        "minutes_to_handover": _minutes(concluded, handed_over, (("outcome", "referred_and_received"),)),
        "minutes_isolated": _minutes(columns.isolated_at, columns.released_at, (("day", "isolated"),)),
        "isolated_at_once": _most_at_once(columns),
        **_seconds(columns),
    }


def _share(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def _minutes(
    starts: Iterable[str | None], ends: Iterable[str | None], rests_on: tuple[tuple[str, ...], ...]
) -> Measure:
    """The median minutes between moments of which both are known; a clock set back counts as no time."""
    spans = [
        max(0.0, (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds() / 60)
        for start, end in zip(starts, ends, strict=True)
        if start is not None and end is not None
    ]
    return Measure(percentile(spans, 0.5), len(spans), "min", rests_on)


def _most_at_once(columns: DayColumns) -> Measure:
    """The most travellers in isolation at one moment; who was never released is there until the end."""
    stays = [(i, o) for i, o in zip(columns.isolated_at, columns.released_at, strict=True) if i is not None]
    moves = sorted([(start, 1) for start, _ in stays] + [(max(start, end), -1) for start, end in stays if end])
    there = most = 0
    for _, step in moves:
        there += step
        most = max(most, there)
    return Measure(most, len(stays), "persons", (("day", "isolated"),))


def _seconds(columns: DayColumns) -> dict[str, Measure]:
    """Median and 95th percentile of the seconds of well travellers, over all desks and at each."""
    well: dict[str, list[int]] = {}
    for desk, outcome, seconds in zip(columns.desk, columns.outcome, columns.seconds, strict=True):
        if outcome == "cleared_with_advice" and seconds is not None:
            well.setdefault(desk, []).append(seconds)
    everybody = [seconds for desk in well.values() for seconds in desk]
    cleared = (("outcome", "cleared_with_advice"),)
    made = {}
    for suffix, values in (("", everybody), *((f":{desk}", well[desk]) for desk in sorted(well))):
        ordered = sorted(values)
        made[f"seconds_median{suffix}"] = Measure(percentile(ordered, 0.5), len(values), "s", cleared)
        made[f"seconds_95th{suffix}"] = Measure(percentile(ordered, 0.95), len(values), "s", cleared)
    return made
