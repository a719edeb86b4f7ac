"""Commands: what a person at the desk may do, as functions from a state to the events that record it.

A command checks that it is lawful here and makes events; it changes nothing. The shell appends them and folds again.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from screening.answers import AnswerError, check, is_coded
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


NAMED: Final = "named"
"""Stands in the clear part where a second person gave a name and no code: the name is sealed."""

_KEY: Final = re.compile(r"[a-z][a-z_]{0,39}")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,2}")
_OFFICER: Final = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")  # "o-17", "minsa-3": a name has no digit
_DOCUMENT: Final[Mapping[str, re.Pattern[str]]] = {  # what a document may say in clear; all else is sealed
    "document": re.compile(r"[A-Z0-9-]{2,6}|by hand|[a-z_]{1,40}"),
    "status": re.compile(r"[a-z_]{1,20}"),
    "issuing_state": re.compile(r"[A-Z]{0,3}"),
    "nationality": re.compile(r"[A-Z]{0,3}"),
    "sex": re.compile(r"[FMX]|unknown"),
    "age_years": re.compile(r"\d{1,3}"),
    "age_months": re.compile(r"\d{1,4}"),
}
_WARNING: Final = re.compile(r"[a-z0-9 ]{1,60}")
_MOST_CLEAR: Final = 9999  # a longer number may be that of a telephone or a document


class CommandError(ValueError):
    """The command is not lawful here; the message says why and what to do instead.

    `kind` is the id of the words in which a window says it (`refused.kind`), `values` what they name.
    """

    def __init__(self, message: str, kind: str = "", **values: int) -> None:
        super().__init__(message)
        self.kind, self.values = kind, values


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
    """The first event of a screening: it binds the texts in force by their digests.

    A party that is no coded word may be the name of a family: it is sealed.
    """
    coded = party if party is None or is_coded(party) else None
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
            "language": _language(language),
            "party": coded,
            "training": training,
        },
        {"party": party} if party != coded else {},
    )


def _language(said: str) -> str:
    if not _LANGUAGE.fullmatch(said):
        raise CommandError(f"'{said[:20]}' is no code of a language, such as es, ht or pt")
    return said


def identify(state: State, who: Officer, body: Mapping[str, Json], identity: Mapping[str, Json]) -> Event:
    """A document was read: `body` holds what identifies nobody (kind, state, age, sex), `identity` the rest.

    What of `body` is no coded word, number or known warning is sealed with the rest.
    """
    _must_be_open(state)
    clear: dict[str, Json] = {}
    sealed: dict[str, Json] = {}
    for name, value in body.items():
        (clear if _says_nobody(name, value) else sealed)[name] = value
    return Event(state.log.stream, "identified", who.at, who.id, clear, {**sealed, **identity})


def _says_nobody(name: str, value: Json) -> bool:
    if name == "warnings" and isinstance(value, list):
        return all(isinstance(said, str) and _WARNING.fullmatch(said) for said in value)
    return name in _DOCUMENT and (value is None or _DOCUMENT[name].fullmatch(str(value)) is not None)


def speak(state: State, who: Officer, language: str) -> Event:
    """The traveller chose another language."""
    _must_be_open(state)
    return Event(state.log.stream, "identified", who.at, who.id, {"language": _language(language)})


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
        raise CommandError(
            f"step '{step}' is not asked now; the walk stands at '{here}'. Answer that first.", "not_asked"
        )
    if at_hand and state.wait_until is not None and who.at < state.wait_until:
        left = math.ceil((state.wait_until - who.at).total_seconds() / 60)
        raise CommandError(
            f"step '{step}' waits {left} more minute{'s' * (left > 1)}. Park the traveller and take the next.",
            "waits",
            minutes=left,
        )
    body: dict[str, Json] = {"step": step, "value": check(found, value)}
    if found.answer == "person":
        body["person"] = True
    if found.answer == "judgement":
        body["on"] = [state.verdict.floor, state.verdict.ceiling]
        check_reason(state.setting.procedure, value)
    sealed: dict[str, Json] = dict(identity or {})
    missing = [note.id for note in found.notes if note.required and not sealed.get(note.id)] if value == "yes" else []
    if missing:
        raise AnswerError(f"step '{step}': a yes needs {', '.join(missing)}. Note them, or answer no or unknown.")
    if reason and is_coded(reason):
        body["reason"] = reason
    elif reason:
        sealed["correction_reason"] = reason
    kind = "corrected" if step in state.log.answers else "answered"
    return Event(state.log.stream, kind, who.at, who.id, body, sealed)


def check_reason(procedure: Procedure, value: Json) -> None:
    """An override gives one of the procedure's reasons: free text would leave the sealed part. Raises AnswerError."""
    said = value.get("reason") if isinstance(value, dict) else None
    if said is not None and said not in procedure.override_reasons:
        raise AnswerError(
            f"'{str(said)[:60]}' is no reason here; the reasons are {', '.join(procedure.override_reasons)}"
        )


def revisit(state: State, who: Officer, step: str) -> Event:
    """Look at an answered step again; its answer stands until another is given."""
    _must_be_open(state)
    if step not in state.log.answers:
        raise CommandError(f"step '{step}' has no answer yet, so there is nothing to go back to", "not_answered")
    return Event(state.log.stream, "revisited", who.at, who.id, {"step": step})


def back(state: State, who: Officer) -> Event | None:
    """One step back on the way; None at its beginning."""
    steps = [visited.step.id for visited in state.path]
    if state.log.revisiting in steps:
        steps = steps[: steps.index(state.log.revisiting)]
    return revisit(state, who, steps[-1]) if steps else None


def park(state: State, who: Officer, reason: str) -> Event:
    """Set the traveller aside; the desk takes the next. A reason that is no coded word is sealed."""
    _must_be_open(state)
    coded = reason if is_coded(reason) else "other"
    body: dict[str, Json] = {"reason": coded, "at": state.at.id if state.at else None}
    return Event(state.log.stream, "parked", who.at, who.id, body, {"reason": reason} if reason != coded else {})


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
    """A second, named person agrees to a downgrade, or a health worker to an upgrade that keeps somebody apart.

    `second` is that person's code; a name in its place is sealed.
    """
    _must_be_open(state)
    if not (state.pending or state.unreviewed) or state.judgement is None:
        raise CommandError(
            "no downgrade waits for a second person, and no upgrade for a health worker's review", "nothing_to_agree"
        )
    if not second.strip():
        raise CommandError("the second person must be named", "second_unnamed")
    if second.strip().casefold() == state.judgement.by.strip().casefold():
        raise CommandError("the second person must be somebody else than the one who judged", "second_same")
    code = second.strip()
    if not _OFFICER.fullmatch(code):
        name, code = name or second, NAMED
    body: dict[str, Json] = {"second": code, "by_phone": by_phone}
    kind = "countersigned" if state.pending else "upgrade_reviewed"
    return Event(state.log.stream, kind, who.at, who.id, body, {"name": name} if name else {})


def do(state: State, who: Officer, duty: str, details: Mapping[str, Json] | None = None, **identity: Json) -> Event:
    """A duty was done. Details that may name somebody (driver, vehicle, who took the call, references) are sealed.

    Raises CommandError when it does not exist here, is done, or another must come before it, or when something
    identifying would follow an erasure.
    """
    duties = {item.spec.id: item for item in follow(state, who.at)}
    found = duties.get(duty)
    if found is None:
        raise CommandError(f"'{duty}' is no duty here; the duties are {', '.join(duties) or 'none yet'}", "not_owed")
    if found.done_at is not None:
        raise CommandError(f"'{duty}' was done at {found.done_at.isoformat(timespec='minutes')}", "done_already")
    missing = [item.spec.id for item in duties.values() if item.spec.before == duty and item.done_at is None]
    if missing:
        raise CommandError(f"'{duty}' comes after {', '.join(missing)}. Do that first.", "not_yet")
    body: dict[str, Json] = {}
    sealed: dict[str, Json] = {}
    for name, value in (details or {}).items():
        (body if _is_clear(state, name, value) else sealed)[name] = value
    sealed |= identity
    if sealed and state.log.erased:
        raise CommandError("who this was is erased: nothing that names anybody can be noted here any more", "erased")
    return Event(state.log.stream, "duty_done", who.at, who.id, {**body, "duty": duty}, sealed)


def _is_clear(state: State, name: str, value: Json) -> bool:
    """Whether a detail of a duty is a receiver of the post, a yes or no, a small number or a moment."""
    if not _KEY.fullmatch(name):
        return False
    if isinstance(value, str):
        known = {each.id for each in state.setting.post.receivers}
        return _MOMENT.fullmatch(value) is not None or (name == "receiver" and value in known)
    return value is None or (isinstance(value, int | float) and abs(value) <= _MOST_CLEAR)


def printed(state: State, who: Officer, paper: str, number: str, *, copy: int, queued: bool) -> Event:
    """A paper was handed to the printer, or waits in the queue."""
    body: dict[str, Json] = {"paper": paper, "number": number, "copy": copy, "queued": queued}
    return Event(state.log.stream, "slip_printed", who.at, who.id, body)


def companion(state: State, who: Officer, relation: str, age_years: int | None, name: str) -> Event:
    """A companion is listed; the class of nobody changes. A relation that is no coded word is sealed."""
    coded = relation if is_coded(relation) else "other"
    sealed: dict[str, Json] = {"name": name} if name else {}
    if relation != coded:
        sealed["relation"] = relation
    return Event(
        state.log.stream,
        "companion_listed",
        who.at,
        who.id,
        {"relation": coded, "age_years": age_years},
        sealed,
    )


def close(state: State, who: Officer) -> Event:
    """The screening ends with the outcome of its course. Raises CommandError while a duty keeps the traveller here."""
    _must_be_open(state)
    if not state.is_concluded or state.course is None:
        raise CommandError(
            "the walk has not ended yet. Answer the step at hand, or record that the traveller left.", "not_ended"
        )
    if state.pending:
        raise CommandError(
            "a lower class waits for a second person. Let one agree, or agree with the program's class.", "lower_waits"
        )
    if state.unreviewed:
        raise CommandError(
            "a higher class keeps somebody apart: a health worker reviews it first, also by phone.", "higher_waits"
        )
    owed = [d.spec.id for d in follow(state, who.at) if d.done_at is None and not d.spec.afterwards]
    if owed:
        raise CommandError(f"still to be done: {', '.join(owed)}", "still_owed")
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
        raise CommandError(f"this screening was closed with '{state.outcome}'; begin a new one", "closed")
