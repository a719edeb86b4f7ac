"""The walk of one traveller through a procedure: `State = fold(events)`, pure.

Where the traveller stands is never stored. It is the first step without an answer when the procedure is walked from
its first step with the answers so far. So going back, correcting and resuming after a crash need no code of their own,
and answers of steps that are no longer on the way leave the decision by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from screening.asking import Why, asks, choose_course
from screening.classification import Verdict
from screening.conditions import Context, rank
from screening.events import Event
from screening.knowledge import Knowledge
from screening.log import Given, Judgement, Log, gather
from screening.positions import END, MOST_STEPS, RESUME, Position, Visited
from screening.setting import Setting
from screening.through import through
from sops.facts import Facts
from sops.model import Course, Step

__all__ = ["END", "RESUME", "State", "Visited", "fold", "foresee", "walk"]

_APART: Final = frozenset({"isolates", "quarantines"})


@dataclass(frozen=True, slots=True)
class State:
    """Where one traveller stands: everything the desk shows and the papers say."""

    setting: Setting
    log: Log
    path: tuple[Visited, ...]
    at: Step | None  # the step to be answered; None when the walk has ended
    why: Why | None
    wait_until: datetime | None  # the step at hand may be answered from then on
    known: Knowledge
    course: Course | None
    rule: str | None  # the precaution rule that chose the course
    concluded_at: datetime | None
    interrupt_leads: str  # where the open interrupt led: `resume`, `end`, or "" while it is walked
    calls: tuple[str, str] | None  # an interrupt that an answer calls and that has not broken in yet, and the step
    judgement: Judgement | None  # the officer's own class, while it is on the way and on the class of now
    pending: bool  # a downgrade waits for a second person
    unreviewed: bool  # an upgrade keeps somebody apart, and no health worker has agreed to it yet

    @property
    def facts(self) -> Facts:
        """What the answers on the way let us know."""
        return self.known.facts

    @property
    def verdict(self) -> Verdict:
        """The program's verdict on it."""
        return self.known.verdict

    @property
    def on(self) -> date:
        """The calendar day of the screening at its post, which days ago count from; of a paper form, the form's."""
        return self.setting.local_day(self.log.screened_at)

    @property
    def is_for_now(self) -> bool:
        """Whether no open fact could change the class, and a step that is still asked may tell one anew."""
        return self.verdict.is_settled and self._asks_more()

    def _asks_more(self) -> bool:
        ways, passed, context = [self.at.id] if self.at else [], set[str](), self.context
        while ways:
            step = self.setting.procedure.steps.get(ways.pop())
            if step is None or step.id in passed:
                continue
            passed.add(step.id)
            is_open = step is self.at or step.id not in self.log.answers
            if is_open and (step.records or step.sets) and asks(step, context) is not None:
                return True
            ways += [self.setting.procedure.first if route.go == RESUME else route.go for route in step.then]
        return False

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
        return self.log.person.age_years

    @property
    def context(self) -> Context:
        """What conditions may look at here."""
        answers = {visited.step.id: visited.value for visited in self.path}
        held = self.judgement.held if self.judgement else None
        return Context(self.setting, self.known, held, answers, self.log.person)


def fold(setting: Setting, events: Iterable[Event]) -> State:
    """The state of a screening after its events. Pure."""
    return walk(setting, gather(events))


def walk(setting: Setting, log: Log) -> State:
    """The state that a log leads to: the procedure walked from its first step with the answers given."""
    if log.corrections:
        return _corrected(setting, log)
    first = setting.memory(setting.local_day(log.screened_at)).first(log.person)
    stands = _broken_in(_follow(first, log), log)
    position, at = stands.position, stands.at
    course = rule = concluded = None
    if at is None:
        course, rule = position.course
        concluded = _concluded(log, (log.answers[visited.step.id].at for visited in position.path))
    return State(
        setting=setting,
        log=log,
        path=position.path,
        at=at,
        why=stands.why,
        wait_until=_waits(setting, log, at),
        known=position.known,
        course=course,
        rule=rule,
        concluded_at=concluded,
        interrupt_leads=stands.led,
        calls=stands.calls,
        judgement=log.judgement if position.held is not None else None,
        pending=_is_pending(position),
        unreviewed=_is_unreviewed(position, log.judgement),
    )


def foresee(state: State, value: Any) -> Verdict | None:
    """What an answer to the step at hand would mean, worked out so that who gives it does not wait. Changes nothing."""
    setting, log = state.setting, state.log
    first = setting.memory(state.on).first(log.person)
    position = _broken_in(_follow(first, log), log).position
    if position.at is None or position.at is not state.at:
        return None
    return position.after(value, corrected=False, held=position.held).known.verdict


def _corrected(setting: Setting, log: Log) -> State:
    """The state of a closed screening that was corrected: what is known is anew, what was done and judged stays."""
    assert log.closed is not None
    course = log.closed.body.get("course")
    end = through(setting.memory(setting.local_day(log.screened_at)).first(log.person), log)
    return replace(
        walk(setting, replace(log, corrections=0)),
        log=log,
        path=tuple(visited for visited in end.path if visited.step.id in log.answers),
        at=None,
        why=None,
        wait_until=None,
        known=end.known,
        course=setting.procedure.courses[str(course)],
        rule=str(log.closed.body.get("rule")),
        concluded_at=_concluded(log, (given.at for given in log.answers.values())),
        calls=None,
        judgement=log.judgement,
        pending=False,
    )


def _concluded(log: Log, answered: Iterable[datetime]) -> datetime:
    """When the last answer was given: on paper at the moment of the form, whenever it was typed in."""
    return log.screened_at if log.entered_at is not None else max(answered, default=log.began.at)


class _Stand(NamedTuple):
    position: Position
    at: Step | None
    why: Why | None
    led: str = ""
    calls: tuple[str, str] | None = None


def _broken_in(position: Position, log: Log) -> _Stand:
    """Where the traveller stands with interrupts: in the one that an answer calls, else in the newest that is open."""
    here = _Stand(position, position.at, position.why)
    if position.at is not None and position.at.id == log.revisiting:
        return here
    called = dict(position.called)
    for step, name in called.items():
        if step not in log.answered_for:
            return here._replace(at=position.into(name).at, why="mandatory", calls=(name, step))
    if not log.interrupts:
        return here
    newest = log.interrupts[-1]
    if newest.by_step is not None and called.get(newest.by_step) != newest.name:
        return here._replace(led=RESUME)  # the answer that called it was taken back; one that a person pressed stands
    inside = _follow(position.into(newest.name), log)
    if inside.led == RESUME:
        return here._replace(position=inside, led=RESUME)
    return _Stand(inside, inside.at, inside.why, inside.led)


def _follow(position: Position, log: Log) -> Position:
    """The first position from there on whose step has no answer in the log, or is looked at again."""
    judged = log.judgement
    for _ in range(MOST_STEPS):
        step = position.at
        given = log.answers.get(step.id) if step is not None else None
        if step is None or given is None or step.id == log.revisiting or _is_stale(given, position.known):
            return position
        held = judged.held if judged is not None and judged.step == step.id else position.held
        position = position.after(given.value, corrected=bool(given.before), held=held)
    raise AssertionError(f"{log.stream}: the walk does not end")


def _is_pending(stands: Position) -> bool:
    """Whether the judgement lowers the class, or the precaution, without a second person's word."""
    held = stands.held
    if held is None or held.is_agreed:
        return False
    if rank(held.classification) < rank(stands.known.verdict.floor):
        return True
    agreed = replace(stands.context(), held=held._replace(is_agreed=True))
    return choose_course(agreed) != stands.course


def _is_unreviewed(stands: Position, judged: Judgement | None) -> bool:
    """Whether the judgement alone keeps the traveller apart, without a health worker's word."""
    held = stands.held
    if held is None or held.is_agreed or judged is None or judged.reviewed_by is not None:
        return False
    if rank(held.classification) <= rank(stands.known.verdict.floor):
        return False
    without = choose_course(replace(stands.context(), held=None))[0]
    setting = stands.memory.setting
    return _keeps_apart(setting, stands.course[0]) and not _keeps_apart(setting, without)


def _keeps_apart(setting: Setting, course: Course) -> bool:
    return any(not _APART.isdisjoint(setting.procedure.duties[duty].does) for duty in course.duties)


def _waits(setting: Setting, log: Log, at: Step | None) -> datetime | None:
    wait = at.wait if at and log.entered_at is None else None  # on paper they have rested already
    if wait is None or wait.after not in log.answers:
        return None
    return log.answers[wait.after].at + timedelta(minutes=setting.number(wait.minutes))


def _is_stale(given: Given, known: Knowledge) -> bool:
    """Whether a judgement was on another class than the one of now, so that it has to be asked again."""
    return given.on is not None and given.on != (known.verdict.floor, known.verdict.ceiling)
