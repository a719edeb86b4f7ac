"""Commands: what a person at the desk may do, as functions from a state to the events that record it.

A command checks that it is lawful here and makes events; it changes nothing. The shell appends them and folds again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from screening.answers import AnswerError, check
from screening.duties import follow
from screening.events import Event, Json
from screening.session import END, RESUME, State
from screening.setting import Setting
from sops.model import Procedure

SCREENING: Final = "screening:"
ERASED: Final = "cleared_with_advice"
"""The outcome whose identity is destroyed at close, unless the post's setting cites a law to keep it."""
LEAST_DATA: Final = "least data: cleared with advice"
"""What an `erased` event cites where no other law does."""


class CommandError(ValueError):
    """The command is not lawful here; the message says why and what to do instead."""


@dataclass(frozen=True, slots=True)
class Officer:
    """Who acts, and when: every event carries both."""

    id: str
    at: datetime


def begin(
    setting: Setting,
    screening: str,
    who: Officer,
    *,
    desk: str,
    language: str,
    party: str | None = None,
    training: bool = False,
) -> Event:
    """The first event of a screening: it binds the texts in force by their digests."""
    return Event(
        SCREENING + screening,
        "begun",
        who.at,
        who.id,
        {
            "procedure": setting.procedure.name,
            "definition": setting.engine.definition.name,
            "areas": setting.areas.id,
            "post": setting.post.id,
            "digests": dict(setting.digests),
            "desk": desk,
            "language": language,
            "party": party,
            "training": training,
        },
    )


def identify(state: State, who: Officer, body: Mapping[str, Json], identity: Mapping[str, Json]) -> Event:
    """A document was read: `body` holds what identifies nobody (kind, state, age, sex), `identity` the rest."""
    _must_be_open(state)
    return Event(state.log.stream, "identified", who.at, who.id, dict(body), dict(identity))


def speak(state: State, who: Officer, language: str) -> Event:
    """The traveller chose another language."""
    _must_be_open(state)
    return Event(state.log.stream, "identified", who.at, who.id, {"language": language})


def answer(
    state: State,
    who: Officer,
    step: str,
    value: Json,
    *,
    identity: Mapping[str, Json] | None = None,
    reason: str | None = None,
) -> Event:
    """The answer to the step at hand, or the correction of one on the way.

    Raises AnswerError when the value does not answer the step, CommandError when the step is neither at hand nor
    answered, or must wait for a rest.
    """
    _must_be_open(state)
    found = state.setting.procedure.steps.get(step)
    if found is None:
        raise CommandError(f"the procedure {state.setting.procedure.name} has no step '{step}'")
    at_hand = state.at is not None and state.at.id == step
    if not at_hand and step not in state.log.answers:
        here = state.at.id if state.at else "the duties"
        raise CommandError(f"step '{step}' is not asked now; the walk stands at '{here}'. Answer that first.")
    if at_hand and state.wait_until is not None and who.at < state.wait_until:
        left = int((state.wait_until - who.at).total_seconds() // 60) + 1
        raise CommandError(
            f"step '{step}' waits {left} more minute{'s' * (left > 1)}. Park the traveller and take the next."
        )
    body: dict[str, Json] = {"step": step, "value": check(found, value)}
    if found.answer == "person":
        body["person"] = True
    if found.answer == "judgement":
        body["on"] = [state.verdict.floor, state.verdict.ceiling]
        _check_reason(state.setting.procedure, value)
    if reason:
        body["reason"] = reason
    kind = "corrected" if step in state.log.answers else "answered"
    return Event(state.log.stream, kind, who.at, who.id, body, dict(identity or {}))


def _check_reason(procedure: Procedure, value: Json) -> None:
    """An override gives one of the procedure's reasons: free text would leave the sealed part."""
    said = value.get("reason") if isinstance(value, dict) else None
    if said is not None and said not in procedure.override_reasons:
        raise AnswerError(
            f"'{str(said)[:60]}' is no reason here; the reasons are {', '.join(procedure.override_reasons)}"
        )


def revisit(state: State, who: Officer, step: str) -> Event:
    """Look at an answered step again; its answer stands until another is given."""
    _must_be_open(state)
    if step not in state.log.answers:
        raise CommandError(f"step '{step}' has no answer yet, so there is nothing to go back to")
    return Event(state.log.stream, "revisited", who.at, who.id, {"step": step})


def back(state: State, who: Officer) -> Event | None:
    """One step back on the way; None at its beginning."""
    steps = [visited.step.id for visited in state.path]
    if state.log.revisiting in steps:
        steps = steps[: steps.index(state.log.revisiting)]
    return revisit(state, who, steps[-1]) if steps else None


def park(state: State, who: Officer, reason: str) -> Event:
    """Set the traveller aside; the desk takes the next."""
    _must_be_open(state)
    body: dict[str, Json] = {"reason": reason, "at": state.at.id if state.at else None}
    return Event(state.log.stream, "parked", who.at, who.id, body)


def resume(state: State, who: Officer) -> Event:
    """Take up a parked traveller again."""
    _must_be_open(state)
    return Event(state.log.stream, "resumed", who.at, who.id)


def interrupt(state: State, who: Officer, name: str) -> Event:
    """An emergency, a refusal, a departure or a death breaks in; the walk is suspended where it stands."""
    _must_be_open(state)
    procedure = state.setting.procedure
    if name not in procedure.interrupts:
        raise CommandError(f"{procedure.name} has no interrupt '{name}'; it has {', '.join(procedure.interrupts)}")
    body: dict[str, Json] = {"interrupt": name, "at": state.at.id if state.at else None}
    return _breaks_in(state, who, body)


def _breaks_in(state: State, who: Officer, body: dict[str, Json]) -> Event:
    steps = interrupt_steps(state.setting.procedure, str(body["interrupt"]))
    return Event(state.log.stream, "interrupted", who.at, who.id, {**body, "steps": list(steps)})


def interrupt_steps(procedure: Procedure, name: str) -> tuple[str, ...]:
    """The steps that an interrupt may pass, from its first, those of an interrupt it leads into among them."""
    found: dict[str, None] = {}
    going = [name]
    while going:
        step = going.pop(0)
        if step in procedure.interrupts:
            step = procedure.interrupts[step].first
        if step in found or step in (END, RESUME):
            continue
        found[step] = None
        going += [route.go for route in procedure.steps[step].then]
    return tuple(found)


def after(state: State, who: Officer) -> Event | None:
    """The event that must follow at once, recorded with the one before; None when there is none.

    It ends an interrupt whose steps led back to the walk, or whose calling answer was taken back; it begins one that
    an answer calls.
    """
    if state.log.interrupt is not None and state.interrupt_leads == RESUME:
        return Event(state.log.stream, "interrupt_ended", who.at, who.id, {"interrupt": state.log.interrupt})
    if state.calls is not None:
        name, step = state.calls
        return _breaks_in(state, who, {"interrupt": name, "by": step, "at": step})
    return None


def countersign(state: State, who: Officer, second: str, *, name: str = "", by_phone: bool = False) -> Event:
    """A second, named person agrees to a downgrade."""
    _must_be_open(state)
    if not state.pending or state.judgement is None:
        raise CommandError("no downgrade waits for a second person")
    if not second.strip():
        raise CommandError("the second person must be named")
    if second.strip().casefold() == state.judgement.by.strip().casefold():
        raise CommandError("the second person must be somebody else than the one who judged")
    body: dict[str, Json] = {"second": second, "by_phone": by_phone}
    return Event(state.log.stream, "countersigned", who.at, who.id, body, {"name": name} if name else {})


def do(state: State, who: Officer, duty: str, details: Mapping[str, Json] | None = None, **identity: Json) -> Event:
    """A duty was done. Raises CommandError when it does not exist here, is done, or another must come before it."""
    duties = {item.spec.id: item for item in follow(state, who.at)}
    found = duties.get(duty)
    if found is None:
        raise CommandError(f"'{duty}' is no duty here; the duties are {', '.join(duties) or 'none yet'}")
    if found.done_at is not None:
        raise CommandError(f"'{duty}' was done at {found.done_at.isoformat(timespec='minutes')}")
    missing = [item.spec.id for item in duties.values() if item.spec.before == duty and item.done_at is None]
    if missing:
        raise CommandError(f"'{duty}' comes after {', '.join(missing)}. Do that first.")
    body: dict[str, Json] = {"duty": duty, **(details or {})}
    return Event(state.log.stream, "duty_done", who.at, who.id, body, identity)


def printed(state: State, who: Officer, paper: str, number: str, *, copy: int, queued: bool) -> Event:
    """A paper was handed to the printer, or waits in the queue."""
    body: dict[str, Json] = {"paper": paper, "number": number, "copy": copy, "queued": queued}
    return Event(state.log.stream, "slip_printed", who.at, who.id, body)


def companion(state: State, who: Officer, relation: str, age_years: int | None, name: str) -> Event:
    """A companion is listed; the class of nobody changes."""
    return Event(
        state.log.stream,
        "companion_listed",
        who.at,
        who.id,
        {"relation": relation, "age_years": age_years},
        {"name": name} if name else {},
    )


def close(state: State, who: Officer) -> Event:
    """The screening ends with the outcome of its course. Raises CommandError while a duty keeps the traveller here."""
    _must_be_open(state)
    if not state.is_concluded or state.course is None:
        raise CommandError("the walk has not ended yet. Answer the step at hand, or record that the traveller left.")
    owed = [d.spec.id for d in follow(state, who.at) if d.done_at is None and not d.spec.afterwards]
    if owed:
        raise CommandError(f"still to be done: {', '.join(owed)}")
    return Event(
        state.log.stream,
        "closed",
        who.at,
        who.id,
        {
            "outcome": state.course.outcome,
            "course": state.course.id,
            "rule": state.rule,
            "class": state.verdict.classification,
            "floor": state.verdict.floor,
            "ceiling": state.verdict.ceiling,
            "by": state.verdict.by,
            "contact": state.verdict.contact.word,
            "alerts": list(state.verdict.alerts),
        },
    )


def erasable(state: State) -> bool:
    """Whether the identity of a closed screening must go: cleared with advice, and the post cites no law to keep it."""
    log = state.log
    is_cleared = log.closed is not None and state.outcome == ERASED
    return is_cleared and not log.erased and state.setting.post.retention_law is None


def erase(state: State, who: Officer) -> Event:
    """The key of the traveller is destroyed. Raises CommandError where the identity is to be kept, or gone already."""
    if not erasable(state):
        raise CommandError("the identity of this screening is not to be destroyed now")
    return Event(state.log.stream, "erased", who.at, who.id, {"law": LEAST_DATA})


def _must_be_open(state: State) -> None:
    if state.log.closed is not None:
        raise CommandError(f"this screening was closed with '{state.outcome}'; begin a new one")
