"""A moment of every walk at once: what is known by then, and the truth of a condition there, as decision diagrams.

The truth of a condition is a pair: where it certainly holds, and where it is not excluded. The case definition is not
looked into: the verdict at each moment is free, so that what is proved holds for every edition of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Final

from sops.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf, Possibly, Term
from sops.logic import NO, UNKNOWN, YES
from sops.model import CLASS_ORDER
from sops.proofs import answered
from sops.proofs.frame import Frame
from sops.proofs.inputs import Choice

Pair = tuple[int, int]
"""Where something certainly holds, and where it is not excluded."""

VERDICTS: Final = tuple(
    (floor, ceiling)
    for floor, ceiling in reversed(tuple(product(range(len(CLASS_ORDER)), repeat=2)))
    if floor <= ceiling
)


@dataclass
class Moment:
    """A place on the way: the steps passed by then, and what their answers let us know."""

    frame: Frame
    passed: Mapping[str, int]
    known: Mapping[Any, int]
    led: dict[tuple[str, str], int] = field(default_factory=dict)  # rule, course and duty: at the end only
    _pairs: dict[Condition, Pair] = field(default_factory=dict, repr=False)
    free: dict[Any, Choice] = field(default_factory=dict, repr=False)

    def holds(self, condition: Condition) -> int:
        """Where a condition is YES."""
        return self.pair(condition)[0]

    def pair(self, condition: Condition) -> Pair:
        """Where a condition certainly holds, and where it is not excluded."""
        found = self._pairs.get(condition)
        if found is None:
            found = self._pairs[condition] = self._pair(condition)
        return found

    def _pair(self, condition: Condition) -> Pair:
        table = self.frame.table
        match condition:
            case Leaf():
                return self._leaf(condition)
            case Term(name):
                return self.pair(self.frame.terms[name])
            case AllOf(parts):
                low, high = self._sides(parts)
                return table.all_of(low), table.all_of(high)
            case AnyOf(parts):
                low, high = self._sides(parts)
                return table.any_of(low), table.any_of(high)
            case NoneOf(parts):
                low, high = self._sides(parts)
                return table.negate(table.any_of(high)), table.negate(table.any_of(low))
            case AtLeast(count, parts):
                low, high = self._sides(parts)
                return table.at_least(count, low), table.at_least(count, high)
            case Possibly(part):
                return (self.pair(part)[1],) * 2

    def _sides(self, parts: Iterable[Condition]) -> tuple[list[int], list[int]]:
        pairs = [self.pair(part) for part in parts]
        return [low for low, _ in pairs], [high for _, high in pairs]

    def _not(self, pair: Pair) -> Pair:
        return self.frame.table.negate(pair[1]), self.frame.table.negate(pair[0])

    def _leaf(self, leaf: Leaf) -> Pair:  # noqa: C901 - one line a leaf of the grammar
        frame, table = self.frame, self.frame.table
        courses, duties = frame.procedure.courses, frame.procedure.duties
        value: Any = leaf[leaf.kind]
        match leaf.kind:
            case "answered":
                return (table.all_of(self._answer(step, words) for step, words in value),) * 2
            case "ended with":
                return (table.all_of(self._led_back(step, words) for step, words in value),) * 2
            case "any sign":
                groups = [group for group in frame.groups if group.is_who or value == "all"]
                yes = table.any_of(self.known["sign", group] for group in groups)
                return yes, table.any_of(self.known["sign may", group] for group in groups)
            case "reading at least":
                cut = answered.number(frame.procedure, value)
                hot = table.any_of((self.known["read", cut], self.known["examined", cut]))
                taken = table.any_of((self.known["read", None], self.known["examined", None]))
                return hot, table.choose(taken, hot, table.yes)
            case "number at least":
                return self._number(str(leaf["of step"]), answered.number(frame.procedure, value))
            case "number below":
                return self._not(self._number(str(leaf["of step"]), answered.number(frame.procedure, value)))
            case "test positive":
                pair = self.known["positive"], self.known["positive may"]
                return pair if value else self._not(pair)
            case "class at least":
                return self._verdict(lambda verdict: verdict[0] >= CLASS_ORDER.index(value))
            case "ceiling at least":
                return self._verdict(lambda verdict: verdict[1] >= CLASS_ORDER.index(value))
            case "is contact":
                contact = self._anew("contact", (YES, UNKNOWN, NO))
                among = frame.inputs.among
                pair = among(contact, lambda truth: truth is YES), among(contact, lambda truth: truth is not NO)
                return pair if value else self._not(pair)
            case "alert" | "open fact":
                return (frame.inputs.among(self._anew((leaf.kind, value), (True, False)), bool),) * 2
            case "age below":
                cut = answered.number(frame.procedure, value)
                return self._age(lambda age: age.get("age_years"), cut)
            case "age months below":
                return self._age(_months, answered.number(frame.procedure, value))
            case "sex is":
                among, sex = frame.inputs.among, frame.sex
                return among(sex, lambda said: said.get("sex") == value), among(
                    sex, lambda said: said.get("sex") in (value, None)
                )
            case "post is":
                return (frame.inputs.among(frame.post, lambda post: post["kind"] in value),) * 2
            case "camp-like post":
                return (frame.inputs.among(frame.post, lambda post: post["camp_like"] is value),) * 2
            case "on duty":
                return (frame.inputs.among(frame.post, lambda post: post[value]),) * 2
            case "did":
                return (table.any_of(self.did(tag) for tag in value),) * 2
            case "rule is" | "course is" | "duty is":
                return (self._led(leaf.kind, value),) * 2
            case "outcome is":
                return (self._led("course is", (c.id for c in courses.values() if c.outcome in value)),) * 2
            case "course does":
                return (self._led("duty is", (d.id for d in duties.values() if set(value) & set(d.does))),) * 2
            case "course ends":
                return (self._led("duty is", (d.id for d in duties.values() if d.ends)),) * 2
        raise AssertionError(f"the grammar has no leaf '{leaf.kind}'")

    def _led(self, kind: str, names: Iterable[str]) -> int:
        return self.frame.table.any_of(self.led.get((kind, name), self.frame.table.no) for name in names)

    def did(self, tag: str) -> int:
        """Where a step that does this was passed."""
        steps = self.frame.procedure.steps
        return self.frame.table.any_of(where for step, where in self.passed.items() if tag in steps[step].does)

    def _answer(self, step: str, words: tuple[str, ...]) -> int:
        passed = self.passed.get(step)
        if passed is None:
            return self.frame.table.no
        return self.frame.table.all_of((passed, self.frame.said(step, lambda value: answered.is_given(value, words))))

    def _led_back(self, step: str, words: tuple[str, ...]) -> int:
        return self.frame.table.any_of(self.frame.has_led_back(step, word) for word in words)

    def _number(self, step: str, cut: float) -> Pair:
        table, passed = self.frame.table, self.passed.get(step)
        if passed is None:
            return table.no, table.yes
        told = table.all_of((passed, self.frame.said(step, lambda value: isinstance(value, int | float))))
        enough = self.frame.said(step, lambda value: isinstance(value, int | float) and value >= cut)
        return table.all_of((told, enough)), table.choose(told, enough, table.yes)

    def _age(self, age: Callable[[Any], int | None], cut: float) -> Pair:
        among, choice = self.frame.inputs.among, self.frame.age
        below = among(choice, lambda document: (found := age(document)) is not None and found < cut)
        return below, among(choice, lambda document: (found := age(document)) is None or found < cut)

    def _verdict(self, fits: Callable[[Any], bool]) -> Pair:
        return (self.frame.inputs.among(self._anew("verdict", VERDICTS), fits),) * 2

    def _anew(self, name: Any, values: tuple[Any, ...]) -> Choice:
        """What the case definition says at this moment: free, and free again at the next."""
        if name not in self.free:
            self.free[name] = self.frame.inputs.choice(values)
        return self.free[name]

    def verdict(self, atoms: int) -> dict[Any, Any]:
        """What the case definition would have to say here in one combination of atoms."""
        return {name: self.frame.inputs.value(choice, atoms) for name, choice in self.free.items()}


def _months(document: Mapping[str, int]) -> int | None:
    years = document.get("age_years")
    return document.get("age_months", years * 12 if years else None)
