"""Where a new officer stands in the tour and what comes next: a fold of the training desk alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.tour.lessons import Lesson, Line

if TYPE_CHECKING:
    from ui.desk import Desk

__all__ = ["Stand", "stand"]

_SCREENINGS = "screening:"


@dataclass(frozen=True, slots=True)
class Stand:
    """The lesson at hand, from 0, None when all are done; its line, None where the officer left the path."""

    number: int | None
    line: Line | None


def stand(desk: Desk, lessons: Sequence[Lesson]) -> Stand:
    """A traveller begun at the training desk is a lesson begun; with nobody in front the next one begins."""
    begun = len(desk.store.streams(_SCREENINGS))
    state = desk.state
    if state is None:
        return Stand(begun, lessons[begun].lines["begin"]) if begun < len(lessons) else Stand(None, None)
    number = min(begun, len(lessons)) - 1
    if state.log.closed is not None:
        place = "closed"
    elif state.wait_until is not None and state.wait_until > desk.clock():
        place = "waiting"
    else:
        place = state.at.id if state.at is not None else "outcome"
    return Stand(number, lessons[number].lines.get(place))
