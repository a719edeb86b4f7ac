"""The walk of one traveller through a procedure: `State = fold(events)`, pure.

Where the traveller stands is never stored. It is the first step without an answer when the procedure is walked from
its first step with the answers so far. So going back, correcting and resuming after a crash need no code of their own,
and answers of steps that are no longer on the way leave the decision by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from screening.classification import Verdict
from screening.conditions import Context, holds
from screening.events import Event
from screening.log import BreakIn, Given, Judgement, Log, gather
from screening.setting import Setting, open_facts
from sops.facts import Answer, Facts
from sops.logic import NO, YES
from sops.model import CLASS_ORDER, Course, Step

END: Final = "end"
RESUME: Final = "resume"
_MOST_STEPS: Final = 500

Why = Literal["mandatory", "can still change the class", "needed by a paper"]


@dataclass(frozen=True, slots=True)
class Visited:
    """A step on the way: its answer as it stands, and why it is asked."""

    step: Step
    value: Any
    why: Why
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Where one traveller stands: everything the desk shows and the papers say."""

    setting: Setting
    log: Log
    path: tuple[Visited, ...]
    at: Step | None  # the step to be answered; None when the walk has ended
    why: Why | None
    wait_until: datetime | None  # the step at hand may be answered from then on
    facts: Facts
    verdict: Verdict
    course: Course | None
    rule: str | None  # the precaution rule that chose the course
    concluded_at: datetime | None
    interrupt_leads: str  # where the open interrupt led: `resume`, `end`, or "" while it is walked
    calls: tuple[str, str] | None  # an interrupt that an answer calls and that has not broken in yet, and the step
    judgement: Judgement | None  # the officer's own class, while it is on the way and on the class of now
    pending: bool  # a downgrade waits for a second person

    @property
    def screening(self) -> str:
        """The id of the screening."""
        return self.log.stream.partition(":")[2]

    @property
    def is_concluded(self) -> bool:
        """Whether the walk has ended and its duties follow."""
        return self.at is None and self.course is not None

    @property
    def outcome(self) -> str | None:
        """The named end, once the screening is closed."""
        return str(self.log.closed.body["outcome"]) if self.log.closed else None

    def value(self, step: str) -> Any:
        """The answer of a step on the way; None when the walk does not pass there or it is not answered."""
        return next((visited.value for visited in self.path if visited.step.id == step), None)

    @property
    def age_years(self) -> int | None:
        """Age in whole years where the document or the traveller told it."""
        return _age(self.log)

    @property
    def context(self) -> Context:
        """What conditions may look at here."""
        answers = {visited.step.id: visited.value for visited in self.path}
        counts = weighed(self.verdict, self.judgement)
        still = open_facts(self.verdict, self.facts)
        return Context(self.setting, self.facts, self.verdict, counts, answers, self.log, self.age_years, still)


def fold(setting: Setting, events: Iterable[Event]) -> State:
    """The state of a screening after its events. Pure."""
    return walk(setting, gather(events))


def walk(setting: Setting, log: Log) -> State:
    """The state that a log leads to: the procedure walked from its first step with the answers given."""
    walker = _Walker(setting, log)
    walker.run(setting.procedure.first)
    return walker.state()


class _Walker:
    def __init__(self, setting: Setting, log: Log) -> None:
        self.setting, self.log = setting, log
        self.interrupts = setting.procedure.interrupts
        self.known = setting.knowing(setting.local_day(log.began.at))
        self.age_years = _age(log)
        self.answers: dict[str, Any] = {}
        self.path: list[Visited] = []
        self.at: Step | None = None
        self.why: Why | None = None
        self.interrupt_leads = ""
        self.called_by: dict[str, str] = {}  # step -> the interrupt that its answer calls
        self.calls: tuple[str, str] | None = None
        self.judgement: Judgement | None = None

    def context(self) -> Context:
        known = self.known
        counts = weighed(known.verdict, self.judgement)
        return Context(
            self.setting, known.facts, known.verdict, counts, self.answers, self.log, self.age_years, known.open
        )

    def run(self, first: str) -> None:
        """Walk until a step wants an answer or the way ends; then an open interrupt is walked where it broke in.

        A route into an interrupt does not end the walk: what was answered after it stays known. It is passed by, and
        the log says whether the interrupt is open, has led back, or still has to begin.
        """
        going, context = first, self.context()
        for _ in range(_MOST_STEPS):
            if going == END:
                return self.break_in()
            step = self.setting.procedure.steps[going]
            why = self.asks(step, context)
            if why is None:
                going = self.leads(step, context, skip=True)  # only an answer calls an interrupt
                continue
            given = self.log.answers.get(step.id)
            if given is None or step.id == self.log.revisiting or _is_stale(given, context):
                self.at, self.why = step, why
                return None if step.id == self.log.revisiting else self.break_in()
            self.pass_by(step, given, why)
            context = self.context()
            going = self.leads(step, context)
            if going in self.interrupts:
                self.called_by[step.id] = going
                if step.id not in self.log.answered_for and self.calls is None:
                    self.calls = going, step.id
                going = self.leads(step, context, skip=True)
        raise AssertionError(f"{self.setting.procedure.name}: the walk does not end")

    def pass_by(self, step: Step, given: Given, why: Why) -> None:
        self.path.append(Visited(step, given.value, why, bool(given.before)))
        self.answers[step.id] = given.value
        self.known = self.known.after(step, given.value)
        if self.log.judgement is not None and self.log.judgement.step == step.id:
            self.judgement = self.log.judgement

    def break_in(self) -> None:
        """Stand in the interrupt that an answer calls, else in the newest one that is open."""
        if self.calls is not None:
            self.at, self.why = self.setting.procedure.steps[self.first_of(self.calls[0])], "mandatory"
        elif self.log.interrupts:
            newest = self.log.interrupts[-1]
            self.interrupt_leads = self.interrupted(newest.name) if self.stands(newest) else RESUME
            if self.interrupt_leads == END:
                self.at = self.why = None

    def stands(self, broken: BreakIn) -> bool:
        """Whether the answer that called an open interrupt still calls it; one that a person pressed stands."""
        return broken.by_step is None or self.called_by.get(broken.by_step) == broken.name

    def first_of(self, name: str) -> str:
        """The first step of an interrupt."""
        return self.interrupts[name].first

    def interrupted(self, name: str) -> str:
        """Walk the steps of an interrupt; the word where it led, or the empty string while one of them is open."""
        going = self.first_of(name)
        for _ in range(_MOST_STEPS):
            if going in (END, RESUME):
                return going
            if going in self.interrupts:
                going = self.first_of(going)
            step = self.setting.procedure.steps[going]
            given = self.log.answers.get(step.id)
            if given is None or step.id == self.log.revisiting:
                self.at, self.why = step, "mandatory"
                return ""
            self.pass_by(step, given, "mandatory")
            going = self.leads(step, self.context())
        raise AssertionError(f"{self.setting.procedure.name}: the interrupt '{name}' does not end")

    def leads(self, step: Step, context: Context, *, skip: bool = False) -> str:
        """Where a step leads; with `skip`, past a route into an interrupt that has ended."""
        for route in step.then:
            if skip and route.go in self.interrupts:
                continue
            if holds(route.when, context):
                return route.go
        raise AssertionError(f"{self.setting.procedure.name}, step '{step.id}': no route holds")

    def asks(self, step: Step, context: Context) -> Why | None:
        """Why a step is asked; None when it is not."""
        if step.only_when is not None and not holds(step.only_when, context):
            return None
        if step.mandatory:
            return "mandatory"
        if step.records and any(_touches(step.records, path) for path in context.open_facts):
            return "can still change the class"
        if step.needed_by and not _is_known(step, context.facts):
            course = choose_course(self.setting, context)[0]
            papers = {self.setting.procedure.duties[duty].paper for duty in course.duties}
            if papers & set(step.needed_by):
                return "needed by a paper"
        return None

    def state(self) -> State:
        context = self.context()
        course = rule = concluded = None
        if self.at is None:
            course, rule = choose_course(self.setting, context)
            concluded = max((self.log.answers[v.step.id].at for v in self.path), default=self.log.began.at)
        return State(
            self.setting, self.log, tuple(self.path), self.at, self.why, self.waits(), context.facts, context.verdict,
            course, rule, concluded, self.interrupt_leads, self.calls, self.judgement, self.is_pending(context),
        )  # fmt: skip

    def is_pending(self, context: Context) -> bool:
        """Whether the judgement lowers the class, or the precaution, without a second person's word."""
        judged = self.judgement
        if judged is None or judged.agreed_by is not None:
            return False
        if _rank(judged.classification) < _rank(context.verdict.floor):
            return True
        agreed = replace(context, counts=weighed(context.verdict, replace(judged, agreed_by="a second person")))
        return choose_course(self.setting, agreed) != choose_course(self.setting, context)

    def waits(self) -> datetime | None:
        wait = self.at.wait if self.at else None
        if wait is None or wait.after not in self.log.answers:
            return None
        return self.log.answers[wait.after].at + timedelta(minutes=self.setting.number(wait.minutes))


def choose_course(setting: Setting, context: Context) -> tuple[Course, str]:
    """The course of the first precaution rule that holds, and the rule's id."""
    for rule in setting.procedure.precaution:
        if holds(rule.when, context):
            return setting.procedure.courses[rule.course], rule.id
    raise AssertionError(f"{setting.procedure.name}: no precaution rule holds")


def weighed(verdict: Verdict, judged: Judgement | None) -> Verdict:
    """The verdict that counts for the precaution: upgrades at once, downgrades once a second person agreed."""
    if judged is None:
        return verdict
    name = judged.classification
    contact = YES if name == "contact" else verdict.contact
    if judged.agreed_by is not None:
        contact = NO if name == "not_a_case" else contact
        return replace(verdict, floor=name, ceiling=name, contact=contact, alerts=())
    if _rank(name) <= _rank(verdict.floor):
        return verdict
    return replace(verdict, floor=name, ceiling=max(name, verdict.ceiling, key=_rank), contact=contact)


def _is_stale(given: Given, context: Context) -> bool:
    """Whether a judgement was on another class than the one of now, so that it has to be asked again."""
    return given.on is not None and given.on != (context.verdict.floor, context.verdict.ceiling)


def _rank(classification: str) -> int:
    return CLASS_ORDER.index(classification)


def _age(log: Log) -> int | None:
    age = log.document.get("age_years")
    return age if isinstance(age, int) else None


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
