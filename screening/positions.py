"""Positions: where a walk stands after some answers, remembered as a tree.

Every walk begins at the first step and passes the same answers again; only the newest of them is new. So each position
remembers the ones that it led to, and one more answer does not walk the procedure anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from screening.asking import Why, asks, choose_course, leads
from screening.classification import Verdict
from screening.conditions import Context
from screening.knowledge import Knowledge
from screening.log import Held, Person
from sops.model import Course, Step

if TYPE_CHECKING:
    from screening.setting import Setting

END: Final = "end"
RESUME: Final = "resume"
MOST_STEPS: Final = 500
_MOST_REMEMBERED: Final = 4096


class Visited(NamedTuple):
    """A step on the way: its answer as it stands, and why it is asked."""

    step: Step
    value: Any
    why: Why
    corrected: bool = False


class Memory:
    """The positions that walks of one day have passed under one setting, and what is known of nobody in particular."""

    def __init__(self, setting: Setting, on: date) -> None:
        self.setting = setting
        self.known = Knowledge(setting, on)
        self.size = 0
        self._first: dict[str, Position] = {}

    @property
    def is_full(self) -> bool:
        """Whether it has become so much that it is better forgotten."""
        return self.size > _MOST_REMEMBERED

    def think_ahead(self) -> tuple[Verdict, ...]:
        """What a yes to each question would mean by itself, worked out so that the first who says it does not wait."""
        asked = [step for step in self.setting.procedure.steps.values() if step.records and step.answer == "yes_no"]
        return tuple(self.known.after(step, "yes").verdict for step in asked)

    def first(self, person: Person) -> Position:
        """Where the walk of such a person begins."""
        key = repr(person)
        if key not in self._first:
            position = Position(self, person, self.known)
            self._first[key] = position.onward(self.setting.procedure.first, position.context())
        return self._first[key]


@dataclass(slots=True, eq=False)
class Position:
    """Where a walk stands: a function of the setting, the day, the person and the answers on the way, of nothing else.

    `at` is the step that wants an answer; without one, `led` says how the walk or the interrupt ended.
    """

    memory: Memory
    person: Person
    known: Knowledge
    path: tuple[Visited, ...] = ()
    held: Held | None = None  # the officer's own class, once its step is passed
    called: tuple[tuple[str, str], ...] = ()  # step and the interrupt that its answer calls
    interrupt: bool = False  # the steps of an interrupt are walked
    at: Step | None = None
    why: Why | None = None
    led: str = ""
    _next: dict[tuple[Any, ...], Position] = field(default_factory=dict)
    _course: tuple[Course, str] | None = None

    def after(self, value: Any, *, corrected: bool, held: Held | None) -> Position:
        """Where the walk stands with the step at hand answered."""
        key = repr(value), corrected, held
        if key not in self._next:
            assert self.at is not None
            assert self.why is not None
            position = self._made(
                known=self.known.after(self.at, value),
                path=(*self.path, Visited(self.at, value, self.why, corrected)),
                held=held,
            )
            self._next[key] = position.from_step(self.at)
        return self._next[key]

    def into(self, interrupt: str) -> Position:
        """Where the walk stands when an interrupt breaks in here."""
        if (interrupt,) not in self._next:
            position = self._made(interrupt=True)
            self._next[interrupt,] = position.onward(interrupt, position.context())
        return self._next[interrupt,]

    def from_step(self, step: Step) -> Position:
        """This position, gone on from its last step to the next one that is asked.

        A route into an interrupt does not end the walk: what is answered after it stays known. It is noted and passed.
        """
        context, interrupts = self.context(), self.memory.setting.procedure.interrupts
        going = leads(step, context)
        if going in interrupts and not self.interrupt:
            self.called = (*self.called, (step.id, going))
            going = leads(step, context, past=interrupts)
        return self.onward(going, context)

    def onward(self, going: str, context: Context) -> Position:
        """This position, gone on to the first step from there that is asked."""
        procedure = self.memory.setting.procedure
        not_called = () if self.interrupt else procedure.interrupts  # only an answer calls an interrupt
        for _ in range(MOST_STEPS):
            if going in (END, RESUME):
                self.led = going
                return self
            if self.interrupt and going in procedure.interrupts:
                going = procedure.interrupts[going].first
            step = procedure.steps[going]
            self.why = "mandatory" if self.interrupt else asks(step, context)
            if self.why is not None:
                self.at = step
                return self
            going = leads(step, context, past=not_called)
        raise AssertionError(f"{procedure.name}: the walk does not end")

    def context(self) -> Context:
        """What conditions may look at here."""
        answers = {visited.step.id: visited.value for visited in self.path}
        return Context(self.memory.setting, self.known, self.held, answers, self.person)

    @property
    def course(self) -> tuple[Course, str]:
        """The course that follows as things stand, and the rule that chose it."""
        if self._course is None:
            self._course = choose_course(self.context())
        return self._course

    def _made(self, **changes: Any) -> Position:
        self.memory.size += 1
        kept = {"known": self.known, "path": self.path, "held": self.held, "interrupt": self.interrupt}
        return Position(self.memory, self.person, called=self.called, **{**kept, **changes})
