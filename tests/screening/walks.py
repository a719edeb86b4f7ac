"""A traveller who is walked through the shipped procedure by scripted answers and a clock of his own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from screening import commands
from screening.commands import Officer
from screening.events import Event
from screening.log import add
from screening.session import State, fold, walk
from screening.setting import Setting
from sops.catalogue import Catalogue, load
from sops.facts import SIGNS
from sops.model import Step

DECEMBER_2020 = date(2021, 3, 23)  # a day under the edition of 2020-12-16


@cache
def catalogue() -> Catalogue:
    return load()


@cache
def setting(on: date = DECEMBER_2020, post: str = "lajas-blancas") -> Setting:
    """The texts in force at a post on a day."""
    files = catalogue()
    where = files.post(post)
    return Setting(
        files.procedure(files.at_post("procedure", where, on), where.parameters),
        files.engine(files.at_post("definition", where, on), where.parameters),
        files.area_table(where.areas),
        where,
    )


def steps() -> Mapping[str, Step]:
    return setting().procedure.steps


class Walk:
    """One screening: its events, the state they fold to, and the reasons why each step was asked."""

    def __init__(
        self, on: date = DECEMBER_2020, post: str = "lajas-blancas", age: int | None = 30, sex: str = "F"
    ) -> None:
        self.setting = setting(on, post)
        self.now = datetime.combine(on, time(14, 14), UTC)
        self.events: list[Event] = []
        self.state: State
        self.asked: dict[str, str | None] = {}
        self._record(commands.begin(self.setting, "t1", self.who(), desk="1", language="ht"))
        if age is not None:
            self.act(commands.identify(self.state, self.who(), {"age_years": age, "sex": sex}, {"surname": "X"}))

    def who(self, officer: str = "o-17") -> Officer:
        self.now += timedelta(seconds=3)
        return Officer(officer, self.now)

    @property
    def at(self) -> str | None:
        """The id of the step at hand."""
        return self.state.at.id if self.state.at else None

    @property
    def course(self) -> str | None:
        return self.state.course.id if self.state.course else None

    @property
    def path(self) -> list[str]:
        return [visited.step.id for visited in self.state.path]

    def act(self, event: Event) -> State:
        """Record an event with what must follow at once, as the desk does."""
        self._record(event)
        while (following := commands.after(self.state, self.who())) is not None:
            self._record(following)
        return self.state

    def _record(self, event: Event) -> None:
        self.events.append(event)
        log = add(self.state.log, event) if len(self.events) > 1 else None
        self.state = walk(self.setting, log) if log else fold(self.setting, [event])

    def give(self, value: Any, step: str | None = None, **more: Any) -> State:
        """Answer the step at hand, after its rest, or correct the one named."""
        wanted = step or self.at
        assert wanted is not None, "the walk has ended"
        if step is None:
            self.asked[wanted] = self.state.why
            self.rest()
        return self.act(commands.answer(self.state, self.who(), wanted, value, **more))

    def rest(self) -> None:
        """Let the clock run until the step at hand may be answered."""
        if self.state.wait_until is not None:
            self.now = max(self.now, self.state.wait_until)

    def press(self, interrupt: str) -> State:
        return self.act(commands.interrupt(self.state, self.who(), interrupt))

    def back(self) -> State:
        event = commands.back(self.state, self.who())
        return self.state if event is None else self.act(event)

    def until(self, step: str, answers: Mapping[str, Any] | None = None) -> Walk:
        """Answer until the walk stands at a step."""
        for at in self.steps():
            if at == step:
                return self
            self.give({**DEFAULTS, **(answers or {})}.get(at, usual(self.setting.procedure.steps[at])))
        raise AssertionError(f"the walk never came to {step}: {self.path}")

    def steps(self) -> Iterator[str]:
        """The steps at hand, one after the other, until the walk ends; a bound stands against endless ones."""
        for _ in range(100):
            if self.at is None:
                return
            yield self.at
        raise AssertionError(f"the walk does not end: {self.path}")

    def through(self, answers: Mapping[str, Any] | None = None, **more: Any) -> Walk:
        """Answer to the end; what is not in the script is answered as `usual`."""
        script = {**(answers or {}), **more}
        for at in self.steps():
            self.give(script.get(at, usual(self.setting.procedure.steps[at])))
        return self

    def duties(self) -> dict[str, Any]:
        from screening.duties import follow

        return {duty.spec.id: duty for duty in follow(self.state, self.now)}


def usual(step: Step) -> Any:
    """The answer of a script that says nothing: acts are done, the class is agreed to, nothing else is known."""
    return {"done": True, "judgement": {"agree": True}, "person": {}}.get(step.answer, "unknown")


def all_signs(**present: Any) -> dict[str, Any]:
    """An interview of every sign: those present by days ago, all others `no`."""
    return {**dict.fromkeys(SIGNS, "no"), **present}


WELL: dict[str, Any] = {
    "observe": "well",
    "documents": "no_test",
    "declare_signs": "no",
    "declare_contact": "no",
    "temperature": {"c": 36.6},
}
DEFAULTS: dict[str, Any] = WELL
INTERVIEW: dict[str, Any] = {  # a secondary screening in which nothing speaks for a case
    "danger": "no",
    "inform": "yes",
    "signs": all_signs(),
    "acute": "yes",
    "cluster": "no",
    "camp": "no",
    "places": [{"country": "PAN", "first": 14, "last": 0}],
    "health_work": "no",
    "facility": "no",
    "tests": [],
    "vulnerable": "none",
    "other_cause": "no",
    "hospital": "no",
    "secondary_temperature": {"c": 36.6},
    "breathing": 16,
    "saturation": 97,
}
ILL: dict[str, Any] = {  # cough and three days of fever
    **WELL,
    **INTERVIEW,
    "declare_signs": "yes",
    "temperature": {"c": 38.4},
    "second_reading": {"c": 38.3},
    "signs": all_signs(fever=3, cough=2),
}
IN_A_CAMP: dict[str, Any] = {"camp": "yes", "camp_period": {"first": 5, "last": 0}}
MET_A_CASE: dict[str, Any] = {  # 20 minutes face to face within 1 metre, four days ago
    "declare_contact": "yes",
    "contact_index": "confirmed",
    "contact_how": "face_to_face",
    "contact_distance": "within",
    "contact_minutes": "over_15",
    "contact_period": {"first": 4, "last": 4},
}
WELL_CONTACT: dict[str, Any] = {**WELL, **INTERVIEW, **MET_A_CASE}
