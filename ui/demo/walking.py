"""Walks scripted travellers through the procedure at a real desk, and keeps what happened step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from screening.answers import UNKNOWN, AnswerError
from screening.commands import CommandError
from screening.mrz import Reading
from screening.session import State
from ui.commands.problems import InputError
from ui.demo.answering import later_reading, value_for
from ui.demo.script import INTERRUPTS, Act, Script
from ui.desk import Desk

__all__ = ["Clock", "ScriptError", "Walk", "Walker", "Went"]


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    now: datetime
    step: timedelta = timedelta(seconds=4)

    def __call__(self) -> datetime:
        """The moment, in UTC; each look at it takes a little time, as everything does."""
        self.now = (self.now + self.step).astimezone(UTC)
        return self.now


@dataclass(frozen=True, slots=True)
class Went:
    """One line of what happened: a step answered, or an act. `floor` and `ceiling` are those before the answer."""

    kind: str  # step | act
    name: str
    value: Any
    why: str
    at: datetime
    floor: str = ""
    ceiling: str = ""
    open: tuple[str, ...] = ()
    missing: bool = False  # asked, and the script has no answer
    what: str = ""  # of an act: which duty, step, person ...


class ScriptError(InputError):
    """A script cannot be followed from one of its lines on: its path there, and why not."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path, self.why = path, why


@dataclass
class Walk:
    """One traveller's way: what went on, the state at its end, and what the script said that nobody asked."""

    script: Script
    state: State
    reading: Reading | None = None
    went: list[Went] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)  # the acts of the script that have happened, by their paths

    @property
    def not_asked(self) -> tuple[str, ...]:
        """Answers of the script for steps that were not on the way."""
        asked = {went.name for went in self.went}
        return tuple(step for step in later_reading(self.script.answers) if step not in asked)

    def due_at(self, step: str) -> Act | None:
        """The next act that the script has at a step and that has not happened yet."""
        return next((act for act in self.script.then if act.at == step and act.path not in self.seen), None)


class Walker:
    """Walks one script. `restart` ends the program without a word and gives the desk of the next one."""

    def __init__(self, desk: Desk, clock: Clock, restart: Callable[[], Desk] | None = None) -> None:
        self.desk, self.clock, self.restart = desk, clock, restart

    def walk(self, script: Script) -> Walk:
        """The whole script, from its document to its last act. Raises ScriptError when it cannot be followed."""
        walk = self.begin(script)
        self.answer_all(walk)
        for act in script.then:
            if act.at is None:
                self.act(walk, act)
                self.answer_all(walk)
        for act in script.then:
            if act.path not in walk.seen:
                raise ScriptError(act.path, f"the walk never stands at '{act.at}', so this would not happen.")
        walk.state = self.state
        return walk

    @property
    def state(self) -> State:
        """The traveller in front."""
        assert self.desk.state is not None
        return self.desk.state

    def begin(self, script: Script) -> Walk:
        """The traveller comes: a scan, a name as told, or nothing yet."""
        desk = self.desk
        self.clock.now = max(self.clock.now, script.at)
        desk.language, desk.officer, desk.name, desk.training = (
            script.language,
            script.officer,
            script.desk,
            script.training,
        )
        state = desk.begin(language=script.language, party=script.party)
        walk = Walk(script, state)
        if "mrz" in script.document:
            walk.reading = desk.scan(str(script.document["mrz"]))
        elif script.document and script.answers.get("documents") != "no_papers":
            body, identity = _by_hand(script.document)
            desk.identify(body, identity)
        walk.state = self.state
        return walk

    def answer_all(self, walk: Walk, until: str | None = None) -> None:
        """Answer what is asked until the walk ends, or until it stands at a step."""
        answers = later_reading(walk.script.answers)
        while (step := self.state.at) is not None and step.id != until:
            act = walk.due_at(step.id)
            if act is not None:
                self.act(walk, act)
                continue
            if self.state.wait_until is not None and self.state.wait_until > self.clock.now:
                self._wait(walk, self.state.wait_until)
            given = answers.get(step.id)
            if step.answer == "person" and given is None:
                given = {key: said for key, said in walk.script.document.items() if key != "mrz"} or None
            value, identity = value_for(step, given)
            before = self.state
            with _telling(f"answers.{step.id}"):
                self.desk.answer(value, identity=identity)
            walk.went.append(
                Went(
                    "step",
                    step.id,
                    value,
                    before.why or "",
                    self.clock.now,
                    before.verdict.floor,
                    before.verdict.ceiling,
                    before.verdict.open,
                    missing=given is None and value == UNKNOWN,
                )
            )
        walk.state = self.state

    def act(self, walk: Walk, act: Act) -> None:
        """One act of the script."""
        walk.seen.add(act.path)
        if act.name not in ("crash", "resume"):
            with _telling(act.path):
                self._do(walk, act)
        elif act.name == "crash":
            if self.restart is None:
                raise ScriptError(act.path, "this desk cannot be ended and begun again.")
            screening = self.state.screening
            self.desk = self.restart()
            self.desk.resume(screening)
        walk.went.append(Went("act", act.name, act.details, "", self.clock.now, what=act.what or (act.at or "")))
        walk.state = self.state

    def _do(self, walk: Walk, act: Act) -> None:
        desk = self.desk
        match act.name:
            case "wait":
                self.clock.now += timedelta(minutes=act.minutes)
            case "correct":
                step = desk.catalogue.procedure(self.state.setting.procedure.name).steps.get(act.what)
                if step is None:
                    raise CommandError(f"the procedure has no step '{act.what}'")
                value, identity = value_for(step, act.details)
                desk.answer(value, step=act.what, identity=identity, reason="corrected")
            case "companion":
                said = act.details if isinstance(act.details, Mapping) else {}
                age = said.get("age_years")
                name = str(said.get("name") or "")
                desk.companion(str(said.get("relation") or UNKNOWN), age if isinstance(age, int) else None, name)
            case "duty":
                details = dict(act.details) if isinstance(act.details, Mapping) else None
                for duty in self._owed() if act.what == "all" else [act.what]:
                    desk.do(duty, details)
            case "print":
                paper = self._paper()
                owed = [d for d in desk.duties() if d.spec.paper == paper and d.done_at is None]
                desk.do(owed[0].spec.id) if owed and self.state.log.closed is None else desk.issue(paper)
            case "hand over":
                for duty in self._owed():
                    desk.do(duty)
            case "park":
                desk.park(act.what or "aside")
                desk.resume(walk.state.screening)
            case "countersign":
                desk.countersign(act.what, by_phone=True)
            case "speak":
                desk.speak(act.what)
            case name if name in INTERRUPTS:
                desk.interrupt(name)

    def _owed(self) -> list[str]:
        """What must still be done before the traveller leaves, each after what must come before it."""
        owed = {each.spec.id: each.spec for each in self.desk.duties() if each.keeps_traveller}
        last = [name for name, spec in owed.items() if spec.ends]
        return [*(name for name in owed if name not in last), *last]

    def _paper(self) -> str:
        course = self.state.course
        names = course.duties if course else ()
        papers = [paper for name in names if (paper := self.state.setting.procedure.duties[name].paper)]
        if not papers:
            raise CommandError("this traveller has no paper; the walk has not ended, or its course has none")
        return papers[0]

    def _wait(self, walk: Walk, until: datetime) -> None:
        minutes = round((until - self.clock.now).total_seconds() / 60)
        screening = self.state.screening
        self.desk.park("wait")
        self.clock.now = until
        self.desk.resume(screening)
        walk.went.append(Went("act", "wait", None, "", self.clock.now, what=f"{minutes} min"))


@contextmanager
def _telling(where: str) -> Iterator[None]:
    """What the desk refuses, said with the place in the script."""
    try:
        yield
    except (AnswerError, CommandError) as problem:
        raise ScriptError(where, str(problem)) from problem


def _by_hand(said: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A document that nobody scanned, in the two parts of an event."""
    open_parts = ("document", "issuing_state", "nationality", "sex", "age_years", "age_months")
    body = {key: said[key] for key in open_parts if key in said}
    identity = {key: value for key, value in said.items() if key not in open_parts}
    return {"document": "by hand", "status": "typed", "warnings": [], **body}, identity
