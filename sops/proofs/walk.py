"""Every walk through a procedure at once, as decision diagrams over what is free: answers, age, post, verdicts.

The steps are passed in an order in which each comes after those that lead to it, and what is known is carried along.
Whether a step that is not mandatory is asked depends on the verdict, which is free, so that is free too. An interrupt
may break in anywhere and end the walk; one that led back leaves the walk as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final

from sops.conditions import Possibly
from sops.model import Procedure, Step
from sops.proofs import knowledge
from sops.proofs.answered import TOLD
from sops.proofs.claim import END, STUCK, Candidate, Sought, Swap
from sops.proofs.frame import Frame
from sops.proofs.inputs import Choice
from sops.proofs.moment import Moment

RESUME: Final = "resume"


class RunsRoundError(ValueError):
    """A walk could come to a step twice. The message names the steps."""


class Walk:
    """The walks of one procedure."""

    def __init__(self, procedure: Procedure) -> None:
        self.procedure = procedure
        self.frame = Frame(procedure)
        self.table = self.frame.table
        self.reached: dict[str, int] = {}
        self.asked: dict[str, int] = {}
        self.passed: dict[str, int] = {}
        self.stuck: dict[str, int] = {}
        self.before: dict[str, Moment] = {}
        self.order, self.longest = self._order((procedure.first,), aside=False)
        self.frame.stood = self.frame.inputs.choice((END, *reversed(self.order), ""))
        self.aside, self.longest_aside = self._order([each.first for each in procedure.interrupts.values()], aside=True)
        self._known = knowledge.beginning(self.frame)
        self._main()
        self._interrupts()

    # -- the order of the steps --------------------------------------------------------------------------------------

    def leads(self, step: Step, *, aside: bool) -> Iterable[str]:
        """The steps, or the words `end` and `resume`, that a step may lead to."""
        interrupts = self.procedure.interrupts
        for route in step.then:
            if route.go not in interrupts:
                yield route.go
            elif aside:
                yield interrupts[route.go].first

    def _order(self, firsts: Iterable[str], *, aside: bool) -> tuple[tuple[str, ...], int]:
        """The steps from the first ones on, each after those that lead to it, and how many the longest way passes."""
        after: dict[str, int] = {}
        on_the_way: list[str] = []

        def go(name: str) -> int:
            if name in (END, RESUME):
                return 0
            if name in on_the_way:
                raise RunsRoundError(" -> ".join([*on_the_way[on_the_way.index(name) :], name]))
            if name not in after:
                on_the_way.append(name)
                after[name] = 1 + max(map(go, self.leads(self.procedure.steps[name], aside=aside)), default=0)
                on_the_way.pop()
            return after[name]

        longest = max(map(go, firsts), default=0)
        return tuple(reversed(after)), longest

    # -- the walks ---------------------------------------------------------------------------------------------------

    def _main(self) -> None:
        """The walk as it goes when nothing breaks in."""
        table = self.table
        self.reached = dict.fromkeys((*self.order, END), table.no)
        self.reached[self.procedure.first] = table.yes
        for name in self.order:
            step, here = self.procedure.steps[name], self.reached[name]
            before = self._moment(step)
            wanted = table.yes if step.only_when is None else before.holds(step.only_when)
            self.asked[name] = table.all_of((here, wanted, self._may_be_asked(step)))
            self._pass(step, self.asked[name])
            self._lead(step, here, self.reached, aside=False)
        self.before[END] = self._now()

    def _interrupts(self) -> None:
        """What an interrupt that ends the walk adds: it stands where the walk stood when it broke in."""
        table, inputs, stood = self.table, self.frame.inputs, self.frame.stood
        self.broken = inputs.by(stood, lambda at: self.reached[at] if at else table.no)
        passed = {name: self._before_it(name, where) for name, where in self.passed.items()}
        self.passed_before, self.passed = self.passed, passed
        for key in self._known:
            self._known[key] = inputs.by(stood, lambda at, key=key: self.before[at or END].known[key])  # type: ignore[misc]
        names = tuple(self.procedure.interrupts)
        self.which = inputs.choice(tuple(reversed(names)) or ("",))
        reached = dict.fromkeys((*self.aside, END, RESUME), table.no)
        for name in names:
            first = self.procedure.interrupts[name].first
            begun = table.all_of((self.broken, inputs.chosen(self.which, name)))
            reached[first] = table.any_of((reached[first], begun))
        for name in self.aside:
            step = self.procedure.steps[name]
            self._moment(step)
            self.asked[name] = reached[name]
            self._pass(step, reached[name])
            self._lead(step, reached[name], reached, aside=True)
        self.resumed = reached[RESUME]
        finished = table.all_of((self.reached[END], inputs.chosen(stood, "")))
        self.concluded = table.any_of((finished, reached[END]))
        self.reached.update({name: reached[name] for name in self.aside})

    def _before_it(self, name: str, passed: int) -> int:
        """Where a step was passed before the interrupt that ended the walk, if one did."""
        later = {END, "", *self.order[self.order.index(name) + 1 :]}
        return self.table.all_of((passed, self.frame.inputs.among(self.frame.stood, later.__contains__)))

    def _now(self) -> Moment:
        return Moment(self.frame, dict(self.passed), dict(self._known))

    def _moment(self, step: Step) -> Moment:
        self.before[step.id] = self._now()
        self.frame.hear(step)
        return self.before[step.id]

    def _may_be_asked(self, step: Step) -> int:
        """A step that is not mandatory is asked where its fact or a paper needs it: never, when it has neither."""
        if step.mandatory:
            return self.table.yes
        if not step.records and not step.needed_by:
            return self.table.no
        return self.frame.inputs.among(self.frame.asked[step.id], bool)

    def _pass(self, step: Step, where: int) -> None:
        self.passed[step.id] = where
        self._known = knowledge.after(self.frame, self._known, step, where)

    def _lead(self, step: Step, goes: int, reached: dict[str, int], *, aside: bool) -> None:
        """Take the first route that holds; a route of the walk into an interrupt is passed by once that has ended."""
        table, interrupts = self.table, self.procedure.interrupts
        now = self._now()
        left = goes
        for route in step.then:
            go = route.go
            if go in interrupts:
                if not aside:
                    continue
                go = interrupts[go].first
            holds = now.holds(route.when)
            reached[go] = table.any_of((reached[go], table.all_of((left, holds))))
            left = table.choose(holds, table.no, left)
        self.stuck[step.id] = left

    # -- the end -----------------------------------------------------------------------------------------------------

    @cached_property
    def end(self) -> Moment:
        """The moment at which a walk has ended, with the course that the first rule chose."""
        table, procedure = self.table, self.procedure
        now = self._now()
        left = table.yes
        for rule in procedure.precaution:
            holds = now.holds(rule.when)
            now.led["rule is", rule.id] = table.all_of((left, holds))
            left = table.choose(holds, table.no, left)
        for course in procedure.courses:
            rules = (rule.id for rule in procedure.precaution if rule.course == course)
            now.led["course is", course] = table.any_of(now.led["rule is", rule] for rule in rules)
        for duty in procedure.duties.values():
            courses = (course.id for course in procedure.courses.values() if duty.id in course.duties)
            owed = table.any_of(now.led["course is", course] for course in courses)
            wanted = table.yes if duty.when is None else now.holds(Possibly(duty.when))
            now.led["duty is", duty.id] = table.all_of((owed, wanted))
        return now

    def where(self, sought: Sought) -> int:
        """The walks in which what is sought is met."""
        table = self.table
        if sought.at == STUCK:
            return self.stuck[sought.behind]
        if sought.at == END:
            return table.all_of((self.concluded, self.end.holds(sought.that)))
        if sought.at not in self.asked:
            return table.no
        return table.all_of((self.asked[sought.at], self.before[sought.at].holds(sought.that)))

    def differs(self, swap: Swap) -> int:
        """The walks in which one answer in place of another leads elsewhere: other steps, another course or duty."""
        table, inputs, choice = self.table, self.frame.inputs, self.frame.answers[swap.step]
        if not {swap.one, swap.other} <= set(choice.values):
            return table.no  # no condition tells them apart
        aside = inputs.among(self.frame.stood, lambda stood: stood not in swap.but_for)
        places = [where for step, where in self.passed.items() if step not in swap.but_for]
        places += [where for (kind, _), where in self.end.led.items() if kind != "rule is"]
        different = []
        for where in places:
            one, other = inputs.given(where, choice, swap.one), inputs.given(where, choice, swap.other)
            if one != other:
                different.append(table.choose(one, table.negate(other), other))
        return table.all_of((table.any_of(different), aside, inputs.chosen(choice, swap.one)))

    def candidate(self, where: int) -> Candidate | None:
        """A traveller whose walk is among these, with the fewest unusual answers; None when there is none.

        An answer that does not matter for it is left open: `TOLD`.
        """
        found = self.table.some(where)
        if found is None:
            return None
        atoms, rests = found
        frame = self.frame

        def value(choice: Choice, free: Any = TOLD) -> Any:
            mine = (1 << len(choice.values) - 1) - 1 << choice.first
            return frame.inputs.value(choice, atoms) if mine & rests or free is None else free

        passed = [step for step, there in self.passed.items() if self.table.value(there, atoms)]
        stood = value(frame.stood, None)
        return Candidate(
            {**value(frame.age, None), **value(frame.sex, None)},
            value(frame.post, {}),
            {step: value(frame.answers[step]) for step in passed},
            stood,
            value(self.which, None) if stood else "",
            tuple(key for key, choice in frame.led_back.items() if value(choice, None)),
            {
                sign: value(choice, "free")
                for (step, group), choice in frame.signs.items()
                if step in passed
                for sign in group.signs
            },
        )

    def back_from(self, interrupt: str) -> Mapping[str, Any]:
        """Answers with which an interrupt leads back to the walk; empty when it never does."""
        found = self.table.some(self.frame.inputs.given(self.resumed, self.which, interrupt))
        if found is None:
            return {}
        value = self.frame.inputs.value
        return {step: value(self.frame.answers[step], found[0]) for step in self.aside}
