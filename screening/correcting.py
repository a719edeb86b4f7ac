"""Corrections of a closed screening: an answer is corrected with a reason, and a person decides whether it counts.

Nothing is overwritten: the log keeps what was answered, what it was corrected to, and who decided. What was done for
the traveller stays as it was: course, outcome, papers and the officer's own class.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from screening.answers import AnswerError, check
from screening.commands import CommandError, Officer
from screening.events import Event, Json
from screening.log import accepted
from screening.session import State, walk
from sops.model import Step

__all__ = ["correct", "correctable", "decide", "proposal"]

_NEVER: Final = ("person", "companions", "judgement", "done")
"""Who somebody is, what was done and what an officer judged is no answer of a traveller: it is not corrected here."""


def correctable(state: State) -> tuple[Step, ...]:
    """The answered steps of a closed screening that may be corrected, in the order of the walk."""
    return tuple(visited.step for visited in state.path if visited.step.answer not in _NEVER)


def correct(state: State, who: Officer, step: str, value: Json, *, reason: str, reasons: Collection[str]) -> Event:
    """The corrected answer of a closed screening; it counts once `decide` has said so.

    `reasons` are the coded reasons there are. Raises CommandError for one that is open, a step that was not answered or
    is no answer of the traveller, or another reason; AnswerError for a value that does not answer the step.
    """
    _must_be_closed(state)
    if reason not in reasons:
        raise CommandError(f"'{reason[:60]}' is no reason for a correction; the reasons are {', '.join(reasons)}")
    found = next((each for each in correctable(state) if each.id == step), None)
    if found is None:
        raise CommandError(f"step '{step}' was not answered here, or is not corrected after closing", "not_correctable")
    checked = check(found, value)
    if checked == "yes" and any(note.required for note in found.notes):
        raise AnswerError(f"step '{step}': a yes has to name somebody. Begin a new screening of this traveller.")
    if checked == state.log.answers[step].value:
        raise CommandError("that is the answer as it stands; nothing was corrected", "same_answer")
    return Event(state.log.stream, "corrected", who.at, who.id, {"step": step, "value": checked, "reason": reason})


def decide(state: State, who: Officer, *, agreed: bool) -> Event:
    """A person says whether the corrections that wait count. Raises CommandError when none waits."""
    _must_be_closed(state)
    after = proposal(state)
    if after is None:
        raise CommandError("no correction waits for a decision", "nothing_to_decide")
    verdict = after.verdict if agreed else state.verdict
    body: dict[str, Json] = {
        "agreed": agreed,
        "class": verdict.classification,
        "floor": verdict.floor,
        "ceiling": verdict.ceiling,
        "by": verdict.by,
    }
    return Event(state.log.stream, "correction_decided", who.at, who.id, body)


def proposal(state: State) -> State | None:
    """The screening as it would stand if the corrections that wait counted, under the texts it is bound to.

    None when none waits.
    """
    return walk(state.setting, accepted(state.log)) if state.log.proposed else None


def _must_be_closed(state: State) -> None:
    if state.log.closed is None:
        raise CommandError(
            "this screening is still open: correct the answer at the desk, on the rail of steps", "still_open"
        )
