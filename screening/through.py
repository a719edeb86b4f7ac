"""The walk of a closed screening whose answers were corrected: to its end, with what nobody was asked as unknown."""

from __future__ import annotations

from screening.answers import UNKNOWN
from screening.log import Log
from screening.positions import MOST_STEPS, Position

__all__ = ["through"]


def through(first: Position, log: Log) -> Position:
    """Where the answers of a log lead when no question is asked any more.

    A correction may lead past questions that nobody put: they are unknown, never no. Where an interrupt broke in, the
    walk stands where it was broken off, and goes to the end of the interrupt.
    """
    if not log.interrupts:
        return _to_the_end(first, log, is_broken_off=False)
    return _to_the_end(_to_the_end(first, log, is_broken_off=True).into(log.interrupts[-1].name), log)


def _to_the_end(position: Position, log: Log, *, is_broken_off: bool = False) -> Position:
    judged = log.judgement
    for _ in range(MOST_STEPS):
        step = position.at
        given = log.answers.get(step.id) if step is not None else None
        if step is None or (given is None and is_broken_off):
            return position
        held = judged.held if judged is not None and judged.step == step.id else position.held
        value, before = (given.value, given.before) if given is not None else (UNKNOWN, ())
        position = position.after(value, corrected=bool(before), held=held)
    raise AssertionError(f"{log.stream}: the walk does not end")
