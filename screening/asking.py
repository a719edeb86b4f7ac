"""What the rules of a procedure say at a point of a walk: is a step asked, where does it lead, which course follows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, Literal

from screening.conditions import Context, holds
from sops.facts import Answer, Facts
from sops.model import Course, Step

Why = Literal["mandatory", "can still change the class", "needed by a paper"]


def asks(step: Step, context: Context) -> Why | None:
    """Why a step is asked; None when it is not."""
    if step.only_when is not None and not holds(step.only_when, context):
        return None
    if step.mandatory:
        return "mandatory"
    if step.records and any(_touches(step.records, path) for path in context.known.open):
        return "can still change the class"
    if step.needed_by and not _is_known(step, context.known.facts):
        papers = {context.setting.procedure.duties[duty].paper for duty in choose_course(context)[0].duties}
        if papers & set(step.needed_by):
            return "needed by a paper"
    return None


def leads(step: Step, context: Context, *, past: Collection[str] = ()) -> str:
    """Where a step leads; `past` are interrupts that are not entered."""
    for route in step.then:
        if route.go not in past and holds(route.when, context):
            return route.go
    raise AssertionError(f"{context.setting.procedure.name}, step '{step.id}': no route holds")


def choose_course(context: Context) -> tuple[Course, str]:
    """The course of the first precaution rule that holds, and the rule's id."""
    procedure = context.setting.procedure
    for rule in procedure.precaution:
        if holds(rule.when, context):
            return procedure.courses[rule.course], rule.id
    raise AssertionError(f"{procedure.name}: no precaution rule holds")


_TOUCHES: Final[Mapping[str, str]] = {
    "signs": "symptoms.",
    "temperature": "temp_c",
    "places": "exposures.area",
}


def _touches(records: str, path: str) -> bool:
    """Whether the fact a step records is one of the open ones (`contact.minutes`, `symptoms.cough` ...)."""
    wanted = _TOUCHES.get(records)
    if wanted is not None:
        return path.startswith(wanted) or (records == "signs" and path == "onset_days_ago")
    kind, _, field = records.partition(".")
    if field == "period":
        return path in (f"{kind}.first_day_ago", f"{kind}.last_day_ago")
    return path in (records, f"exposures.{records}")


def _is_known(step: Step, facts: Facts) -> bool:
    """Whether what a step records is known already, from another answer."""
    if step.records == "onset_days_ago":
        return facts.onset_days_ago is not Answer.UNKNOWN
    return False
