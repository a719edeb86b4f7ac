"""Answers that those who travel together share: proposed to the next, never given for them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from screening.answers import AnswerError, check
from screening.session import State
from sops.model import Step

__all__ = ["Offer", "offered", "offers"]


@dataclass(frozen=True, slots=True)
class Offer:
    """The answer of another member, and whose it is."""

    value: Any
    whose: str


def offers(states: Iterable[State]) -> dict[str, Offer]:
    """By step, the newest answer on a member's way to a step that the procedure calls shared."""
    said = [
        (state.log.answers[visited.step.id].at, state.screening, visited)
        for state in states
        for visited in state.path
        if visited.step.is_shared
    ]
    return {visited.step.id: Offer(visited.value, whose) for _, whose, visited in sorted(said, key=lambda one: one[:2])}


def offered(state: State, among: Mapping[str, Offer]) -> tuple[tuple[Step, Offer], ...]:
    """What is proposed at the step at hand: its own answer first, then those of the shared steps still to come.

    Empty where the step at hand is not shared or nobody answered it; an answer of one's own is no proposal.
    """
    at = state.at
    if at is None or at.id not in among:
        return ()
    steps = state.setting.procedure.steps.values()
    rest = [step for step in steps if step.id != at.id and step.id not in state.log.answers]
    return tuple(
        (step, among[step.id])
        for step in (at, *rest)
        if step.id in among and among[step.id].whose != state.screening and _fits(step, among[step.id].value)
    )


def _fits(step: Step, value: Any) -> bool:
    """Whether the answer may be given here as it is: what a yes must name cannot be taken over."""
    if not step.is_shared or (value == "yes" and any(note.required for note in step.notes)):
        return False
    try:
        check(step, value)
    except AnswerError:
        return False
    return True
