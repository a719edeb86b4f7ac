"""Duties: what must still be done for a traveller, by whom and until when. They follow from the course.

What was screened on paper and typed in later has the clocks of then: they begin with the moment of the form. What was
due before anybody typed is told as such and alarms nobody now; when it was done is only what the form says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from screening.conditions import holds
from sops.conditions import Possibly
from sops.model import DutySpec

if TYPE_CHECKING:
    from screening.log import Log
    from screening.session import State


RECEIPT: Final = "receipt"
"""The duty of the clinic's receipt: no tag tells it from other papers."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of one traveller with its clock.

    `due_at` is None where no limit is written or its clock has not begun. `is_late_again`: its second limit has passed
    too, where it has one. `is_of_paper`: its limit had passed, or it was done, before the form was typed in.
    """

    spec: DutySpec
    starts_at: datetime | None
    due_at: datetime | None
    done_at: datetime | None
    is_late: bool
    is_late_again: bool = False
    is_of_paper: bool = False

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


def awaits_receipt(state: State) -> bool:
    """Whether the course asks for the clinic's receipt and it has not come."""
    return state.course is not None and RECEIPT in state.course.duties and RECEIPT not in state.log.duties


def follow(state: State, now: datetime) -> tuple[Duty, ...]:
    """The duties of a concluded walk in the order of the procedure; none before it is concluded."""
    if state.course is None or state.concluded_at is None:
        return ()
    context = state.context
    specs = [state.setting.procedure.duties[name] for name in state.course.duties]
    return tuple(_clock(state, spec, now) for spec in specs if spec.when is None or holds(Possibly(spec.when), context))


def _clock(state: State, spec: DutySpec, now: datetime) -> Duty:
    log = state.log
    done_at = _done(log, spec.id)
    match spec.starts_at:
        case "conclusion":
            starts_at = state.concluded_at
        case "interrupt":
            starts_at = log.interrupted_at and _then(log, log.interrupted_at)
        case other:
            given = log.answers.get(other)
            starts_at = _done(log, other) or (_then(log, given.at) if given else None)
    limits = (spec.within, spec.again.after if spec.again else None)
    due_at, again_at = (
        None if starts_at is None or minutes is None else starts_at + timedelta(minutes=state.setting.number(minutes))
        for minutes in limits
    )
    is_of_paper = log.entered_at is not None and (
        told_at(log, spec.id) is None if done_at else due_at is not None and due_at <= log.entered_at
    )
    is_late, is_late_again = (at is not None and not is_of_paper and (done_at or now) > at for at in (due_at, again_at))
    return Duty(spec, starts_at, due_at, done_at, is_late, is_late_again, is_of_paper)


def _then(log: Log, at: datetime) -> datetime:
    """When something happened: for a form of paper, at its own moment, whenever it was typed."""
    return at if log.entered_at is None else log.screened_at


def _done(log: Log, duty: str) -> datetime | None:
    """When it was done; where a form of paper does not tell, the moment of the form."""
    return told_at(log, duty) or (log.screened_at if duty in log.duties else None)


def told_at(log: Log, duty: str) -> datetime | None:
    """When a duty was done, as far as that is known: of a form of paper, what was told of it."""
    event = log.duties.get(duty)
    if event is None or log.entered_at is None:
        return event.at if event else None
    try:
        at = datetime.fromisoformat(str(event.body.get("at")))
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
