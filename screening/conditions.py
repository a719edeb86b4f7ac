"""Conditions of a procedure, seen in the state of one walk. Nothing here decides: the rules stand in the YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from screening.classification import Verdict
from screening.log import Held, Person
from sops.conditions import Condition, Leaf, evaluate
from sops.facts import INFECTION_TESTS, SIGNS, WHO_SIGNS, Answer, Test
from sops.logic import NO, UNKNOWN, YES, Truth, any_of, truth
from sops.model import CLASS_ORDER

if TYPE_CHECKING:
    from screening.knowledge import Knowledge
    from screening.setting import Setting


@dataclass(frozen=True)
class Context:
    """What a condition of a procedure may look at; what is known is judged when one looks at it."""

    setting: Setting
    known: Knowledge
    held: Held | None  # the officer's own class
    answers: Mapping[str, Any]  # of the steps on the way
    person: Person

    @cached_property
    def counts(self) -> Verdict:
        """The verdict that counts for the precaution: upgrades at once, downgrades once a second person agreed."""
        return _weighed(self.known.verdict, self.held)


def holds(condition: Condition, context: Context) -> bool:
    """Whether a condition is YES. What is merely possible does not hold, unless the rule says `possibly`."""
    return evaluate(condition, lambda leaf: truth_of(leaf, context), context.setting.terms) is YES


def truth_of(leaf: Leaf, context: Context) -> Truth:  # noqa: C901 - one line a leaf of the grammar
    """The truth of one observable. Invariants have leaves of their own, which are seen at the end of a walk only."""
    known, setting = context.known, context.setting
    argument: Any = leaf[leaf.kind]
    match leaf.kind:
        case "ended with":
            said = context.person.led_back
            return truth(all(any(s == step and _given(v, allowed) for s, v in said) for step, allowed in argument))
        case "answered":
            return truth(all(_given(context.answers.get(step), allowed) for step, allowed in argument))
        case "any sign":
            return any_of(known.facts.signs[name].truth for name in (WHO_SIGNS if argument == "who" else SIGNS))
        case "reading at least":
            return _compare(known.facts.temperature_c, setting.number(argument))
        case "number at least":
            return _compare(context.answers.get(str(leaf["of step"])), setting.number(argument))
        case "number below":
            found = _compare(context.answers.get(str(leaf["of step"])), setting.number(argument))
            return Truth(YES - found)
        case "test positive":
            tests = known.facts.tests
            found = UNKNOWN if tests is None else truth(any(map(_shows_infection, tests)))
            return found if argument else Truth(YES - found)
        case "class at least":
            return truth(rank(context.counts.floor) >= rank(argument))
        case "ceiling at least":
            return truth(rank(context.counts.ceiling) >= rank(argument))
        case "is contact":
            return context.counts.contact if argument else Truth(YES - context.counts.contact)
        case "alert":
            return truth(argument in context.counts.alerts)
        case "age below":
            return _below(context.person.age_years, setting.number(argument))
        case "age months below":
            return _below(context.person.age_months, setting.number(argument))
        case "sex is":
            sex = context.person.sex
            return UNKNOWN if sex is None else truth(sex == argument)
        case "open fact":
            return truth(any(path.startswith(argument) for path in known.open))
        case "camp-like post":
            return truth(setting.post.camp_like is argument)
        case "post is":
            return truth(setting.post.kind in argument)
        case "on duty":
            return truth(argument in setting.post.on_duty)
    raise AssertionError(f"the grammar has no leaf '{leaf.kind}'")


def _shows_infection(test: Test) -> bool:
    return test.result == "positive" and test.type in INFECTION_TESTS


def _below(age: int | None, limit: float) -> Truth:
    return UNKNOWN if age is None else truth(age < limit)


def _given(value: Any, allowed: tuple[str, ...]) -> bool:
    if value is True:
        return "done" in allowed
    return isinstance(value, str) and value in allowed


def _compare(value: Any, least: float) -> Truth:
    if value is None or isinstance(value, Answer) or not isinstance(value, int | float):
        return UNKNOWN
    return YES if value >= least else NO


def _weighed(verdict: Verdict, held: Held | None) -> Verdict:
    """The verdict with the officer's own class laid over it."""
    if held is None:
        return verdict
    name = held.classification
    contact = YES if name == "contact" else verdict.contact
    if held.is_agreed:
        contact = NO if name == "not_a_case" else contact
        return replace(verdict, floor=name, ceiling=name, contact=contact, alerts=())
    if rank(name) <= rank(verdict.floor):
        return verdict
    return replace(verdict, floor=name, ceiling=max(name, verdict.ceiling, key=rank), contact=contact)


def rank(classification: str) -> int:
    """The place of a class, from the least to the most."""
    return CLASS_ORDER.index(classification)
