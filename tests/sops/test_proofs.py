"""The walk as diagrams: held against every combination of a small procedure, walked by hand."""

from __future__ import annotations

from itertools import product

import pytest

from sops import building
from sops.conditions import condition
from sops.diagram import Diagrams
from sops.proofs.answered import TOLD, answers, sign_groups, words_read
from sops.proofs.claim import END, STUCK, Sought
from sops.proofs.inputs import Inputs
from sops.proofs.walk import RunsRoundError, Walk

SOURCE = {"document": "d", "clause": "1"}
WORDS = {"en": "x", "es": "x"}


def step(name, answer, then, **more):
    fixed = {"part": "1", "by": "officer", "title": WORDS, "ask": WORDS, "mandatory": True, "source": SOURCE}
    return {"step": name, "answer": answer, "then": then, **fixed, **more}


def small(**changes):
    """Heat, a mask for the hot, a question to who may be a child; an alarm that may lead back."""
    data = {
        "procedure": "small", "edition": "2020-01-01", "title": WORDS, "published_on": "2020-01-01",
        "in_force_from": "2020-01-01", "review_by": "2030-01-01", "source": SOURCE, "definition": "d",
        "posts": ["ground_crossing"], "parameters": {}, "deciding reading": "last", "first": "heat",
        "steps": [
            step("heat", "reading", [{"when": {"reading at least": 38}, "go": "mask"}, {"go": "child"}],
                 records="temperature"),
            step("mask", "done", "child", does=["masks"]),
            step("child", "yes_no", "end", **{"only when": {"possibly": {"age below": 18}}}),
            step("alarm_end", "yes_no",
                 [{"when": {"answered": {"alarm_end": ["yes"]}}, "go": "resume"}, {"go": "end"}]),
        ],
        "interrupts": {"alarm": {"title": WORDS, "first": "alarm_end", "source": SOURCE}},
        "precaution": [
            {"rule": "alarmed", "title": WORDS, "course": "out", "source": SOURCE,
             "when": {"answered": {"alarm_end": ["no", "unknown", "refused"]}}},
            {"rule": "hot", "title": WORDS, "course": "out", "source": SOURCE, "when": {"reading at least": 38}},
            {"rule": "else", "title": WORDS, "course": "on", "source": SOURCE},
        ],
        "courses": {
            name: {"title": WORDS, "precaution": WORDS, "family": "calm", "outcome": outcome, "duties": [],
                   "source": SOURCE}
            for name, outcome in (("out", "ordinary_care"), ("on", "cleared_with_advice"))
        },
        "duties": [], "assumptions": {}, "override reasons": {},
    }  # fmt: skip
    return building.procedure({**data, **changes}, "digest")


def by_hand(heat, age, stood):
    """Steps passed and course: typed from the text of the small procedure, nothing of the program."""
    hot = heat == {"c": 38.0}
    is_grown = age.get("age_years", 0) >= 18
    way = ["heat", *(["mask"] if hot else []), *([] if is_grown else ["child"])]
    reached = ["heat", *(["mask"] if hot else []), "child", "end"]
    if stood == "":
        return set(way), "out" if hot else "on"
    if stood not in reached:
        return None
    before = reached[: reached.index(stood)]
    passed = {name for name in way if name in before}
    return passed | {"alarm_end"}, "out"


def test_every_combination_of_a_small_procedure_is_walked_as_by_hand():
    walk = Walk(small())
    frame, table = walk.frame, walk.table
    free = {"heat": frame.answers["heat"], "age": frame.age, "stood": frame.stood, "alarm": frame.answers["alarm_end"]}
    assert [len(choice.values) for choice in free.values()] == [3, 5, 5, 2]
    seen = 0
    for values in product(*(choice.values for choice in free.values())):
        told = dict(zip(free, values, strict=True))
        atoms = 0
        for choice, value in zip(free.values(), values, strict=True):
            place = choice.values.index(value)
            atoms |= (place < len(choice.values) - 1) << choice.first + place
        expected = by_hand(told["heat"], told["age"], told["stood"])
        if expected is None:
            continue
        passed = {name for name, where in walk.passed.items() if table.value(where, atoms)}
        assert passed == expected[0], told
        if told["stood"] and told["alarm"] == "yes":
            assert table.value(walk.resumed, atoms)
            assert not table.value(walk.concluded, atoms)
        else:
            assert table.value(walk.concluded, atoms)
            assert table.value(walk.end.led["course is", expected[1]], atoms), told
        seen += 1
    assert seen > 100


def test_an_unknown_age_is_asked_and_an_unknown_reading_is_not_hot():
    walk = Walk(small())
    unknown = walk.candidate(
        walk.table.all_of((walk.passed["child"], walk.frame.said("heat", lambda value: value == "unknown")))
    )
    assert unknown is not None
    assert unknown.answers["heat"] == "unknown"
    assert "mask" not in unknown.answers


@pytest.mark.parametrize(
    ("document", "asked"), [({"sex": "M"}, False), ({"sex": "F"}, True), ({}, True)], ids=["M", "F", "nobody said"]
)
def test_the_sex_is_looked_at_as_far_as_it_is_known(document, asked):
    steps = [
        step("belly", "yes_no", "end", **{"only when": {"possibly": {"none of": [{"sex is": "M"}]}}}),
        step("alarm_end", "yes_no", "end"),
    ]
    walk = Walk(small(steps=steps, first="belly"))
    of_them = walk.frame.inputs.chosen(walk.frame.sex, document)
    assert of_them != walk.table.no
    assert (walk.table.all_of((of_them, walk.passed["belly"])) != walk.table.no) is asked


def told(procedure, name):
    """One answer of each kind that a procedure tells apart."""
    return answers(procedure, procedure.steps[name], words_read(procedure)[name])


def test_what_staff_see_themselves_nobody_refuses():
    rule = {"when": {"answered": {"seen": ["refused"]}}, "go": "alarm"}
    steps = [step("seen", "yes_no", [rule, {"go": "end"}]), step("alarm_end", "yes_no", "end")]
    of_the_traveller = small(steps=steps, first="seen")
    of_staff = small(steps=[{**steps[0], "answered by": "staff"}, steps[1]], first="seen")
    assert "refused" in told(of_the_traveller, "seen")
    assert "refused" not in told(of_staff, "seen")


def test_what_is_sought_is_found_at_its_moment():
    walk = Walk(small())
    table = walk.table
    assert walk.where(Sought("mask", condition({"reading at least": 38}))) != table.no
    assert walk.where(Sought("heat", condition({"reading at least": 38}))) == table.no  # not read yet
    assert (
        walk.where(Sought(END, condition({"all of": [{"outcome is": ["ordinary_care"]}, {"did": ["masks"]}]})))
        != table.no
    )
    assert walk.where(Sought(END, condition({"all of": [{"outcome is": ["death"]}]}))) == table.no
    assert all(walk.where(Sought(STUCK, behind=name)) == table.no for name in walk.passed)


def test_a_step_without_a_last_route_leaves_somebody_behind():
    steps = [
        step("heat", "reading", [{"when": {"reading at least": 38}, "go": "end"}], records="temperature"),
        step("alarm_end", "yes_no", "end"),
    ]
    walk = Walk(small(steps=steps))
    found = walk.candidate(walk.stuck["heat"])
    assert found is not None
    assert found.answers["heat"] in ("unknown", {"c": 36.6})


def test_an_interrupt_leads_back_or_never():
    assert Walk(small()).back_from("alarm") == {"alarm_end": "yes"}
    steps = [step("heat", "reading", "end", records="temperature"), step("alarm_end", "yes_no", "end")]
    assert Walk(small(steps=steps)).back_from("alarm") == {}


def test_a_circle_is_named():
    steps = [step("heat", "done", "mask"), step("mask", "done", "heat"), step("alarm_end", "yes_no", "end")]
    with pytest.raises(RunsRoundError, match="heat -> mask -> heat"):
        Walk(small(steps=steps))


def test_answers_that_nothing_tells_apart_are_one():
    procedure = small()
    assert told(procedure, "heat") == ("unknown", {"c": 38.0}, {"c": 36.6})
    assert told(procedure, "mask") == (True,)
    assert told(procedure, "alarm_end") == ("yes", "no")
    assert len(sign_groups(procedure)) == 1
    alone = small(steps=[step("days", "days", "end"), step("alarm_end", "yes_no", "end")], first="days")
    assert told(alone, "days") == (TOLD,)


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_every_combination_of_a_choice_is_one_of_its_values(size):
    inputs = Inputs()
    inputs.choice("ab")
    choice = inputs.choice(range(size))
    for atoms in range(1 << size):
        value = inputs.value(choice, atoms << 1)
        held = [each for each in range(size) if inputs.table.value(inputs.chosen(choice, each), atoms << 1)]
        assert held == [value]
        for each in range(size):
            assert inputs.given(inputs.chosen(choice, each), choice, each) == inputs.table.yes


def test_some_combination_is_one_with_the_fewest_atoms_true():
    table = Diagrams(4)
    a, b, c, d = map(table.atom, range(4))
    root = table.any_of((table.all_of((a, b)), table.all_of((c, table.negate(d)))))
    assert table.some(root) == (0b0100, 0b1101)
    assert table.some(table.no) is None
    assert table.some(table.yes) == (0, 0)
