"""How a day's work kept to the procedure: steps left open, own judgements, duties late or not done, seconds. Pure.

It tells of steps and duties, never of officers or travellers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from screening.answers import OPEN
from screening.day_times import percentile
from screening.duties import follow
from screening.session import State

__all__ = ["Conformance", "Part", "conformance"]


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many."""

    count: int
    of: int

    @property
    def percent(self) -> float | None:
        """None of nothing."""
        return 100 * self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Conformance:
    """One day. `skipped`: mandatory steps passed without an answer, of those asked; `early`: left, refused or died.

    `late` and `not_done` are of the duties that began, without those of which a form of paper does not tell when. Not
    done: the screening is closed and the duty stands open that should have been done before. `seconds`: median and 95th
    percentile from begun to closed of well travellers at the desk.
    """

    screenings: int
    unknown: Part
    any_skipped: Part
    skipped: Mapping[str, Part]
    overrides: Mapping[str, int]
    any_late: Part
    late: Mapping[str, Part]
    not_done: Mapping[str, Part]
    early: int
    seconds: tuple[float | None, float | None]


def conformance(states: Iterable[State], now: datetime) -> Conformance:
    """The work on these screenings as it stands now."""
    asked, skipped, overrides = Counter[str](), Counter[str](), Counter[str]()
    begun, late, not_done = Counter[str](), Counter[str](), Counter[str]()
    seconds: Counter[int] = Counter()
    screenings = answers = unknown = early = 0
    for state in states:
        screenings += 1
        for visited in state.path:
            is_open = _is_open(visited.value)
            answers += 1
            unknown += is_open
            if visited.step.mandatory:
                asked[visited.step.id] += 1
                skipped[visited.step.id] += is_open
        if state.judgement is not None:
            overrides[state.judgement.reason] += 1
        early += state.log.interrupt in ("refusal", "left", "death")
        for duty in follow(state, now):
            if duty.starts_at is None or duty.is_of_paper:
                continue
            begun[duty.spec.id] += 1
            late[duty.spec.id] += duty.is_late
            not_done[duty.spec.id] += duty.keeps_traveller and state.log.closed is not None
        if state.outcome == "cleared_with_advice" and state.log.closed is not None and state.log.entered_at is None:
            seconds[max(0, round((state.log.closed.at - state.log.began.at).total_seconds()))] += 1
    return Conformance(
        screenings,
        Part(unknown, answers),
        Part(skipped.total(), asked.total()),
        _parts(skipped, asked),
        dict(overrides.most_common()),
        Part(late.total(), begun.total()),
        _parts(late, begun),
        _parts(not_done, begun),
        early,
        (percentile(seconds, 0.5), percentile(seconds, 0.95)),
    )


def _is_open(value: object) -> bool:
    """Whether an answer leaves its fact open: not known, refused, or a reading that could not be taken."""
    return value in OPEN or (isinstance(value, dict) and value.get("c") in OPEN)


def _parts(count: Counter[str], of: Counter[str]) -> dict[str, Part]:
    """Those that occur, the most frequent first."""
    return {name: Part(number, of[name]) for name, number in count.most_common() if number}
