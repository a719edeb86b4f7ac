"""Duties: what must still be done for a traveller, by whom and until when. They follow from the course."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from screening.conditions import holds
from sops.conditions import Possibly
from sops.model import DutySpec

if TYPE_CHECKING:
    from screening.session import State


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of one traveller with its clock.

    `due_at` is None where no limit is written or its clock has not begun. `is_late_again`: its second limit has passed
    too, where it has one.
    """

    spec: DutySpec
    starts_at: datetime | None
    due_at: datetime | None
    done_at: datetime | None
    is_late: bool
    is_late_again: bool = False

    @property
    def tell(self) -> str | None:
        """The role that must hear of it now: nobody before it is late, nobody once it is done."""
        if self.done_at is not None or not self.is_late:
            return None
        again = self.spec.again if self.is_late_again else None
        return again.escalates_to if again else self.spec.escalates_to

    @property
    def keeps_traveller(self) -> bool:
        """Whether the traveller cannot leave the desk before it is done."""
        return self.done_at is None and not self.spec.afterwards


def follow(state: State, now: datetime) -> tuple[Duty, ...]:
    """The duties of a concluded walk in the order of the procedure; none before it is concluded."""
    if state.course is None or state.concluded_at is None:
        return ()
    context = state.context
    specs = [state.setting.procedure.duties[name] for name in state.course.duties]
    return tuple(_clock(state, spec, now) for spec in specs if spec.when is None or holds(Possibly(spec.when), context))


def _clock(state: State, spec: DutySpec, now: datetime) -> Duty:
    done = state.log.duties.get(spec.id)
    done_at = done.at if done else None
    match spec.starts_at:
        case "conclusion":
            starts_at = state.concluded_at
        case "interrupt":
            starts_at = state.log.interrupted_at
        case other:
            started = state.log.duties.get(other) or state.log.answers.get(other)
            starts_at = started.at if started else None
    limits = (spec.within, spec.again.after if spec.again else None)
    due_at, again_at = (
        None if starts_at is None or minutes is None else starts_at + timedelta(minutes=state.setting.number(minutes))
        for minutes in limits
    )
    is_late, is_late_again = (at is not None and (done_at or now) > at for at in (due_at, again_at))
    return Duty(spec, starts_at, due_at, done_at, is_late, is_late_again)
