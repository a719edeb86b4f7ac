"""What those who are still here wait for once their walk has ended: a room, a call, the transport. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from screening.duties import Duty, follow
from screening.session import State
from sops.model import DutySpec

__all__ = ["Pending", "awaited", "pending"]

_AWAITED: Final = {
    "isolates": "room",
    "quarantines": "room",
    "notifies": "notify",
    "lists_party": "notify",
    "transports": "transport",
    "hands_over": "transport",
    "cleans": "clean",
    "waste": "clean",
}


@dataclass(frozen=True, slots=True)
class Pending:
    """An open duty of one who is here. `since`: when the walk ended."""

    screening: str
    since: datetime
    duty: Duty


def awaited(spec: DutySpec) -> str:
    """What is waited for while this duty is open: room, notify, transport or clean, by what it does; else nothing."""
    return next((_AWAITED[deed] for deed in spec.does if deed in _AWAITED), "")


def pending(states: Iterable[State], now: datetime) -> tuple[Pending, ...]:
    """Of everybody whose walk has ended and who is still here, the first duty of each kind whose clock runs.

    Where no clock runs it is the next duty of all, so that nobody who waits is left out; those who wait for a second
    person's word are told of by that.
    """
    return tuple(found for state in states for found in _of(state, now))


def _of(state: State, now: datetime) -> tuple[Pending, ...]:
    if state.log.closed is not None or state.concluded_at is None:
        return ()
    left = [duty for duty in follow(state, now) if duty.keeps_traveller]
    first: dict[str, Duty] = {}
    for duty in left:
        if duty.due_at is not None:
            first.setdefault(awaited(duty.spec), duty)
    waits = state.pending or state.unreviewed
    shown = list(first.values()) or ([] if waits else left[:1])
    return tuple(Pending(state.screening, state.concluded_at, duty) for duty in shown)
