"""What is still owed after travellers have gone: the room, the waste, the clinic's receipt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from screening.duties import Duty, follow
from screening.session import State

__all__ = ["Owed", "owed"]


@dataclass(frozen=True, slots=True)
class Owed:
    """An open duty of a closed screening. `tell` is who must be told of it: nobody before it is late."""

    screening: str
    closed_at: datetime
    duty: Duty
    tell: str | None

    @property
    def is_late(self) -> bool:
        """Whether its limit has passed."""
        return self.duty.is_late

    @property
    def escalates_to(self) -> str | None:
        """The role that a late one goes to, by the procedure."""
        return self.duty.spec.escalates_to


def owed(states: Iterable[State], now: datetime) -> tuple[Owed, ...]:
    """The open `afterwards` duties of all closed screenings: late ones first, the most overdue before the others.

    Then those whose limit comes next, last those without a limit, the longest closed first. Screenings that are not
    closed owe nothing here: their duties stand on the desk. Pure.
    """
    found = [
        Owed(state.screening, state.log.closed.at, duty, duty.tell)
        for state in states
        if state.log.closed is not None
        for duty in follow(state, now)
        if duty.spec.afterwards and duty.done_at is None
    ]
    return tuple(sorted(found, key=_urgency))


def _urgency(one: Owed) -> tuple[bool, bool, datetime, str]:
    due_at = one.duty.due_at
    return not one.is_late, due_at is None, due_at or one.closed_at, one.screening
