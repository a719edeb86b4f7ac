"""The log of one screening, gathered from its events: what was answered, done and decided, before any walking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final, NamedTuple

from screening.events import Event
from sops.grammar.words import SEXES

_AGE: Final = frozenset({"age_years", "age_months", "birth_date"})
"""What is told of an age, or leads to it: one statement, replaced as a whole."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it stands: its value, when and by whom; `before` are the values it replaced, oldest first.

    `on` is set for a judgement: floor and ceiling of the class that was judged.
    """

    value: Any
    at: datetime
    by: str
    identity: Mapping[str, Any] = field(default_factory=dict)
    before: tuple[Any, ...] = ()
    on: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class BreakIn:
    """An interrupt that is open. `by_step` is the step whose answer called it, None when a person pressed the key.

    `revisiting` is the step that was looked at again when it broke in: the walk goes on there afterwards.
    """

    name: str
    by_step: str | None = None
    revisiting: str | None = None
    steps: tuple[str, ...] = ()  # its own


@dataclass(frozen=True, slots=True)
class Judgement:
    """The officer's own class at a step. A downgrade waits until a second person, named in the sealed part, agrees.

    An upgrade that keeps somebody apart holds at once; `reviewed_by` is the health worker who agreed to it.
    """

    step: str
    classification: str
    reason: str
    at: datetime
    by: str
    agreed_by: str | None = None
    reviewed_by: str | None = None

    @property
    def held(self) -> Held:
        """What of it weighs in the walk; who judged and agreed does not."""
        return Held(self.classification, self.agreed_by is not None)


class Held(NamedTuple):
    """The class an officer holds to, and whether a second person agreed."""

    classification: str
    is_agreed: bool


class Person(NamedTuple):
    """What of a traveller a walk may look at besides the answers on it: age, sex, and the interrupts that led back."""

    age_years: int | None
    age_months: int | None
    sex: str | None
    led_back: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A paper that was issued: its number, which copy (0: the original), when; `queued` until a printer took it."""

    paper: str
    number: str
    copy: int
    at: datetime
    by: str
    queued: bool = False


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who travels with the traveller; class unchanged until a person confirms."""

    relation: str
    age_years: int | None
    name: str
    minor: str


@dataclass(frozen=True, slots=True)
class Log:
    """Everything the events of one screening say. Answers are by step id, whether or not the walk still passes."""

    stream: str
    began: Event
    answers: Mapping[str, Given] = field(default_factory=dict)
    identity: Mapping[str, Any] = field(default_factory=dict)
    document: Mapping[str, Any] = field(default_factory=dict)
    language: str = "es"
    revisiting: str | None = None
    interrupts: tuple[BreakIn, ...] = ()  # open ones, the newest last: an emergency may break into a refusal
    interrupted_at: datetime | None = None
    ever_interrupted: frozenset[str] = frozenset()
    led_back: tuple[tuple[str, Any], ...] = ()  # step and answer, of every interrupt that a person pressed and ended
    answered_for: frozenset[str] = frozenset()  # steps whose answers have called their interrupt already
    parked: str | None = None
    parked_at: datetime | None = None
    parked_seconds: float = 0.0
    judgement: Judgement | None = None
    duties: Mapping[str, Event] = field(default_factory=dict)
    slips: tuple[Slip, ...] = ()
    companions: tuple[Companion, ...] = ()
    party: str | None = None  # who travels along, by the id of their group
    different: frozenset[str] = frozenset()  # screenings that are of other people, as somebody said
    closed: Event | None = None
    proposed: Mapping[str, Given] = field(default_factory=dict)  # corrected after closing, not yet decided
    corrections: int = 0  # corrected after closing, and counted since a person agreed
    erased: bool = False
    last_at: datetime | None = None

    @property
    def screened_at(self) -> datetime:
        """When the traveller stood here: earlier than its events where a paper form was typed in later."""
        told = self.began.body.get("screened_at")
        return datetime.fromisoformat(told) if isinstance(told, str) else self.began.at

    @property
    def entered_at(self) -> datetime | None:
        """When a paper form was typed in; None for a traveller who was screened at the desk."""
        return self.began.at if "screened_at" in self.began.body else None

    @property
    def interrupt(self) -> str | None:
        """The name of the interrupt that is being walked."""
        return self.interrupts[-1].name if self.interrupts else None

    @property
    def person(self) -> Person:
        """What of the traveller a walk may look at. Months as told, else from the years past the first birthday."""
        years, months = self.document.get("age_years"), self.document.get("age_months")
        years = years if isinstance(years, int) else None
        months = months if isinstance(months, int) else years * 12 if years else None
        sex = self.document.get("sex")
        return Person(years, months, sex if sex in SEXES else None, self.led_back)


def gather(events: Iterable[Event]) -> Log:
    """The log of the events of one screening, in their order. Raises ValueError when the first is not `begun`."""
    log: Log | None = None
    for event in events:
        log = add(log, event)
    if log is None:
        raise ValueError("a screening without events")
    return log


def add(log: Log | None, event: Event) -> Log:
    """The log with one more event. Kinds that concern other streams change nothing."""
    if log is None:
        if event.kind != "begun":
            raise ValueError(f"{event.stream}: the first event is {event.kind!r}, not 'begun'")
        body = event.body
        language, party = str(body.get("language") or "es"), body.get("party")
        party = party if isinstance(party, str) and party else None
        return Log(event.stream, event, language=language, party=party, last_at=event.at)
    change = _CHANGES.get(event.kind)
    return replace(log, last_at=event.at, **(change(log, event) if change else {}))


def _identified(log: Log, event: Event) -> dict[str, Any]:
    told = {name: value for name, value in event.body.items() if name != "language"}
    changes = _person(log, told, event.identity)
    if "language" in event.body:
        changes["language"] = event.body["language"]
    return changes


def _answered(log: Log, event: Event) -> dict[str, Any]:
    step, value = str(event.body["step"]), event.body["value"]
    old = log.answers.get(step)
    before = (*old.before, old.value) if old else ()
    if log.closed is not None:  # when it was answered stays
        late = Given(value, old.at if old else event.at, event.by, event.identity, before)
        return {"proposed": {**log.proposed, step: late}}
    on = event.body.get("on")
    judged_on = (str(on[0]), str(on[1])) if isinstance(on, list) else None
    given = Given(value, event.at, event.by, event.identity, before, judged_on)
    changes: dict[str, Any] = {"answers": {**log.answers, step: given}, "answered_for": log.answered_for - {step}}
    if log.revisiting == step:
        changes["revisiting"] = None
    if event.body.get("person"):
        told = {name: said for name, said in event.identity.items() if name != "correction_reason"}
        changes |= _person(log, value if isinstance(value, dict) else {}, told, old)
    if isinstance(value, dict) and value.keys() >= {"class", "reason"}:
        changes["judgement"] = Judgement(step, str(value["class"]), str(value["reason"]), event.at, event.by)
    elif log.judgement is not None and log.judgement.step == step:
        changes["judgement"] = None
    return changes


def _person(log: Log, told: Mapping[str, Any], sealed: Mapping[str, Any], old: Given | None = None) -> dict[str, Any]:
    """Who it is, told anew: an age replaces the whole age, and with an answer goes what it said before."""
    gone: set[str] = set(_AGE) if _AGE & {*told, *sealed} else set()
    if old is not None:
        gone |= {*(old.value if isinstance(old.value, dict) else ()), *old.identity}
    return {
        "identity": {**{name: said for name, said in log.identity.items() if name not in gone}, **sealed},
        "document": {**{name: said for name, said in log.document.items() if name not in gone}, **told},
    }


def accepted(log: Log) -> Log:
    """The log with the corrections that wait for a decision taken over."""
    return replace(log, **_taken_over(log))


def _taken_over(log: Log) -> dict[str, Any]:
    answers = {**log.answers, **log.proposed}
    return {"answers": answers, "corrections": log.corrections + len(log.proposed), "proposed": {}}


def _interrupted(log: Log, event: Event) -> dict[str, Any]:
    """An interrupt begins anew: what was answered in an earlier one is no answer now."""
    name, by_step = str(event.body["interrupt"]), event.body.get("by")
    steps = event.body.get("steps")
    own = tuple(map(str, steps)) if isinstance(steps, list) else tuple(log.answers)
    fresh = {step: given for step, given in log.answers.items() if step not in own}
    same = next((broken for broken in log.interrupts if broken.name == name), None)
    looked_at = log.revisiting or (same.revisiting if same else None)
    others = tuple(broken for broken in log.interrupts if broken.name != name)
    changes: dict[str, Any] = {
        "interrupts": (*others, BreakIn(name, by_step if isinstance(by_step, str) else None, looked_at, own)),
        "interrupted_at": event.at,
        "ever_interrupted": log.ever_interrupted | {name},
        "answers": fresh,
        "revisiting": None,
    }
    if isinstance(by_step, str):
        changes["answered_for"] = log.answered_for | {by_step}
    return changes


def _interrupt_ended(log: Log, event: Event) -> dict[str, Any]:
    name = event.body.get("interrupt")
    ended = next((broken for broken in log.interrupts if broken.name == name), None)
    if ended is None:
        return {}
    others = tuple(broken for broken in log.interrupts if broken is not ended)
    changes: dict[str, Any] = {"interrupts": others, "revisiting": ended.revisiting}
    if ended.by_step is None:
        said = ((step, log.answers[step].value) for step in ended.steps if step in log.answers)
        changes["led_back"] = (*log.led_back, *said)
    return changes


def _resumed(log: Log, event: Event) -> dict[str, Any]:
    away = (event.at - log.parked_at).total_seconds() if log.parked_at else 0.0
    return {"parked": None, "parked_at": None, "parked_seconds": log.parked_seconds + max(0.0, away)}


def _countersigned(log: Log, event: Event) -> dict[str, Any]:
    return {"judgement": replace(log.judgement, agreed_by=_second(event))} if log.judgement else {}


def _reviewed(log: Log, event: Event) -> dict[str, Any]:
    return {"judgement": replace(log.judgement, reviewed_by=_second(event))} if log.judgement else {}


def _second(event: Event) -> str:
    said = event.body.get("second")
    named = event.identity.get("name") if said == "named" else None
    return str(named or said or event.by)


def _slip(log: Log, event: Event) -> dict[str, Any]:
    body = event.body
    copy = body.get("copy", 0)
    copy = copy if isinstance(copy, int) else 0
    paper, number = str(body["paper"]), str(body.get("number") or "")
    slip = Slip(paper, number, copy, event.at, event.by, bool(body.get("queued")))
    for position, old in enumerate(log.slips):
        if (old.paper, old.number, old.copy) == (paper, number, copy):
            took = replace(old, queued=slip.queued)
            return {"slips": (*log.slips[:position], took, *log.slips[position + 1 :])}
    return {"slips": (*log.slips, slip)}


def _companion(log: Log, event: Event) -> dict[str, Any]:
    body = event.body
    age = body.get("age_years")
    who = Companion(
        str(event.identity.get("relation") or body.get("relation") or "unknown"),
        age if isinstance(age, int) else None,
        str(event.identity.get("name") or ""),
        str(body.get("minor") or "unknown"),
    )
    return {"companions": (*log.companions, who)}


_CHANGES: Final[Mapping[str, Callable[[Log, Event], dict[str, Any]]]] = {
    "identified": _identified,
    "answered": _answered,
    "corrected": _answered,
    "correction_decided": lambda log, event: _taken_over(log) if event.body.get("agreed") else {"proposed": {}},
    "revisited": lambda _, event: {"revisiting": event.body["step"]},
    "parked": lambda _, event: {"parked": str(event.body.get("reason") or ""), "parked_at": event.at},
    "resumed": _resumed,
    "interrupted": _interrupted,
    "interrupt_ended": _interrupt_ended,
    "countersigned": _countersigned,
    "upgrade_reviewed": _reviewed,
    "duty_done": lambda log, event: {"duties": {**log.duties, str(event.body["duty"]): event}},
    "slip_printed": _slip,
    "companion_listed": _companion,
    "regrouped": lambda _, event: {"party": str(event.body.get("party") or "") or None},
    "twin_checked": lambda log, event: {"different": log.different | {str(event.body.get("other") or "")} - {""}},
    "closed": lambda _, event: {"closed": event, "parked": None},
    "erased": lambda _, __: {"erased": True, "identity": {}},
}
