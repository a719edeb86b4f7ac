"""Random real walks never leave what the diagrams say can be: the two know the procedure apart from each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from random import Random
from typing import Any

import pytest

from sops.facts import SIGNS
from sops.model import Step
from sops.proofs.answered import every_leaf, is_given
from sops.proofs.inputs import Choice
from sops.proofs.walk import END, Walk
from tests.screening.walks import Walk as RealWalk
from tests.screening.walks import catalogue

CUTS = (35.5, 37.5, 38.0)  # the readings that the procedure compares with
NUMBERS = {"breathing": 30, "saturation": 90}  # the numbers it compares with
CLASSES = ("not_a_case", "contact", "suspected", "probable", "confirmed")


@cache
def diagrams() -> Walk:
    walk = Walk(catalogue().procedure("poe-entry@2020-01-31"))
    assert walk.end.led
    return walk


@cache
def words_read(step: str) -> tuple[tuple[str, ...], ...]:
    read = (leaf for leaf in every_leaf(diagrams().procedure) if leaf.kind == "answered")
    return tuple(words for leaf in read for name, words in leaf["answered"] if name == step)


def is_open(value: Any) -> bool:
    return value in ("unknown", "refused") if isinstance(value, str) else False


def stands_for(step: str, each: Any, value: Any) -> bool:
    """Whether an answer of the diagrams stands for a real one."""
    if step in NUMBERS:
        if is_open(value) or isinstance(each, str):
            return is_open(value) and isinstance(each, str)
        return (each >= NUMBERS[step]) == (value >= NUMBERS[step])
    answer = diagrams().procedure.steps[step].answer
    if answer == "reading":
        celsius = value.get("c") if isinstance(value, dict) else value
        if isinstance(celsius, str) or isinstance(each, str):
            return isinstance(celsius, str) and isinstance(each, str)
        return all((each["c"] >= cut) == (celsius >= cut) for cut in CUTS)
    if answer == "tests":
        if is_open(value) or isinstance(each, str):
            return is_open(value) and isinstance(each, str)
        speak = any(t["result"] == "positive" and t["type"] not in ("other_pathogen", "antibody") for t in value)
        return bool(each) is speak
    if answer == "signs":
        return is_open(value) == isinstance(each, str)
    return each == value or (
        value not in diagrams().frame.answers[step].values
        and all(is_given(each, words) == is_given(value, words) for words in words_read(step))
    )


def group_words(signs: tuple[str, ...], said: Any) -> tuple[str, ...]:
    """What was told of a group: kept as it was, yes, no, unknown; a part of it may leave it as it was before."""
    told = [said[sign] for sign in signs if sign in said]
    if any(each == "yes" or isinstance(each, int) for each in told):
        return ("yes",)
    if len(told) < len(signs):
        return ("kept", "no", "unknown", "yes")
    return ("no",) if all(each == "no" for each in told) else ("unknown",)


def age_read(age: Any) -> tuple[Any, ...]:
    """Younger than 18 years, than 12, than 2 months: each yes, no or unknown."""
    years, months = age.get("age_years"), age.get("age_months")
    if months is None and isinstance(years, int) and years:
        months = years * 12
    return tuple(
        found < cut if isinstance(found, int) else None for found, cut in ((years, 18), (years, 12), (months, 2))
    )


def is_post(cell: Any, post: Any) -> bool:
    roles = {name: there for name, there in cell.items() if name not in ("kind", "camp_like")}
    alike = (cell["kind"], cell["camp_like"]) == (post.kind, post.camp_like)
    return alike and all((role in post.on_duty) is there for role, there in roles.items())


Fixed = list[tuple[Choice, list[Any]]]
"""Choices of the diagrams, each with the values that a real walk may have had there; the others do not matter."""


def as_it_was(walked: RealWalk) -> Fixed:
    """The real walk as values of all that the diagrams leave free."""
    walk, state = diagrams(), walked.state
    frame = walk.frame
    path = {visited.step.id: visited.value for visited in state.path}
    age = age_read(state.log.document)
    fixed: Fixed = [
        (frame.age, [cell for cell in frame.age.values if age_read(cell) == age][:1]),
        (frame.sex, [cell for cell in frame.sex.values if cell.get("sex") == state.log.person.sex]),
        (frame.post, [cell for cell in frame.post.values if is_post(cell, walked.setting.post)][:1]),
        *((choice, [key in state.log.led_back]) for key, choice in frame.led_back.items()),
        *((choice, [step in path]) for step, choice in frame.asked.items()),
    ]
    for step, value in path.items():
        choice = frame.answers[step]
        fixed.append((choice, [each for each in choice.values if stands_for(step, each, value)][:1]))
        if walk.procedure.steps[step].answer == "signs" and isinstance(value, dict):
            for group in frame.groups:
                fixed.append((frame.signs[step, group], list(group_words(group.signs, value))))
    aside = [step for step in path if step in walk.aside]
    if not aside:
        return [*fixed, (frame.stood, [""])]
    begins = {interrupt.first: name for name, interrupt in walk.procedure.interrupts.items()}
    last = max((walk.order.index(step) for step in path if step in walk.order), default=-1)
    return [*fixed, (walk.which, [begins[aside[0]]]), (frame.stood, [*walk.order[last + 1 :], END])]


def verdict_there(walked: RealWalk) -> Fixed:
    """What the case definition said at the end, with the officer's judgement."""
    counts = walked.state.context.counts
    said = {
        "verdict": (CLASSES.index(counts.floor), CLASSES.index(counts.ceiling)),
        "contact": counts.contact,
        **{("alert", name): name in counts.alerts for name in ("definition-gap", "antigen-not-counted")},
    }
    return [(choice, [said[name]]) for name, choice in diagrams().end.free.items()]


def combinations(fixed: Fixed) -> Iterator[int]:
    """Every combination of atoms in which each choice has one of its values."""
    for values in product(*(values for _, values in fixed)):
        atoms = 0
        for (choice, _), value in zip(fixed, values, strict=True):
            place = choice.values.index(value)
            atoms |= (place < len(choice.values) - 1) << choice.first + place
        yield atoms


def some_answer(step: Step, chance: Random) -> Any:
    """Any answer that the step takes; now and then an open one."""
    days = sorted((chance.randrange(20), chance.randrange(20)))
    known: dict[str, list[Any]] = {
        "done": [True],
        "yes_no": ["yes", "no"],
        "choice": [option.id for option in step.options],
        "person": [{"age_years": chance.randrange(60)}, {}],
        "reading": [{"c": 36.6}, {"c": 38.4}, {"c": 37.6}, {"c": 35.0}, {"c": "unknown", "reason": "refused"}],
        "signs": [
            {sign: chance.choice(["no", "no", "yes", "unknown", 3]) for sign in SIGNS},
            dict.fromkeys(SIGNS, "no"),
        ],
        "number": [16, 30, 95, 80],
        "days": days,
        "period": [{"first": days[1], "last": days[0]}],
        "places": [[], [{"country": "CHN", "first": days[1], "last": days[0]}]],
        "tests": [[], [{"type": "naat", "result": "positive"}], [{"type": "ag_rdt", "result": "negative"}]],
        "judgement": [{"agree": True}, {"class": "suspected", "reason": "seen"}],
    }
    left_open = ["unknown", "refused"] if step.may_refuse else ["unknown"]
    return chance.choice(left_open) if chance.random() < 0.1 else chance.choice(known[step.answer])


def some_walk(chance: Random) -> RealWalk:
    """A walk to its end, now and then interrupted or corrected."""
    on = chance.choice([date(2020, 2, 10), date(2020, 4, 1), date(2021, 3, 23), date(2022, 8, 1)])
    walked = RealWalk(on, chance.choice(["lajas-blancas", "paso-canoas"]), chance.choice([None, 0, 9, 17, 18, 40]),
                      chance.choice("FMX"))  # fmt: skip
    for _ in range(200):
        if walked.at is None:
            return walked
        if chance.random() < 0.02:
            walked.press(chance.choice(["emergency", "emergency", "refusal", "left", "death"]))
            continue
        wanted = chance.choice(walked.path) if walked.path and chance.random() < 0.02 else None
        step = walked.state.setting.procedure.steps[wanted or walked.at]
        value = some_answer(step, chance)
        noted = {note.id: "x" for note in step.notes} if value == "yes" else {}
        if wanted is None or wanted in walked.state.log.answers:
            walked.give(value, step=wanted, identity=noted)
    raise AssertionError("the walk does not end")


@pytest.mark.parametrize("seed", range(60))
def test_no_real_walk_leaves_what_the_diagrams_say_can_be(seed):
    """The steps it passed, its rule, its course and its duties are those of one combination of the diagrams."""
    walked = some_walk(Random(seed))
    walk, table = diagrams(), diagrams().table
    path, owed = {visited.step.id for visited in walked.state.path}, walked.duties()
    told = {
        **{step: (where, step in path) for step, where in walk.passed.items()},
        "an end": (walk.concluded, True),
        **{
            f"{kind} {name}": (where, name in (walked.course, walked.state.rule) or name in owed)
            for (kind, name), where in walk.end.led.items()
            if kind in ("course is", "rule is", "duty is")
        },
    }
    differing = [
        {name for name, (where, real) in told.items() if table.value(where, atoms) != real}
        for atoms in combinations(as_it_was(walked) + verdict_there(walked))
    ]
    assert set() in differing, min(differing, key=len)


def test_every_walk_ends_in_a_course_or_leads_back():
    walk, table = diagrams(), diagrams().table
    stood_nowhere = table.negate(table.any_of((walk.broken, walk.frame.inputs.chosen(walk.frame.stood, ""))))
    assert table.any_of((walk.concluded, walk.resumed, stood_nowhere)) == table.yes
    assert walk.reached[END] == table.yes
