"""What is asked for the slip alone, and who is examined without agreement: nobody but by an order with its number."""

from __future__ import annotations

from datetime import timedelta

import pytest

from screening import commands
from screening.answers import AnswerError
from screening.duties import follow
from tests.screening.walks import ILL, IN_A_CAMP, WELL, WELL_CONTACT, Walk, all_signs

CASE = {**ILL, **IN_A_CAMP}
FOR_THE_SLIP = {"allergies", "vaccination", "interpreter", "carer"}
EXAMINATION = ["secondary_temperature", "breathing", "saturation"]
ORDER = {"ordered_by": "MINSA Darién, Dra. Ríos", "order_number": "DAR-31-2021", "legal_basis": "Código Sanitario"}


@pytest.mark.parametrize(
    ("answers", "course", "asked"),
    [
        (CASE, "case", FOR_THE_SLIP),
        ({**ILL, "signs": all_signs(headache=2)}, "ordinary_care", FOR_THE_SLIP),
        (WELL_CONTACT, "quarantine", set()),  # no slip goes with a well contact
        (WELL, "advice", set()),
    ],
)
def test_what_only_the_slip_says_is_asked_where_there_is_a_slip(answers, course, asked):
    walked = Walk().through(answers)
    assert walked.course == course
    assert {step for step in walked.path if step in FOR_THE_SLIP} == asked
    assert {walked.asked[step] for step in asked} <= {"needed by a paper"}


@pytest.mark.parametrize(
    ("needs", "asked"),
    [("none", False), ("pregnant", False), ("chronic", True), ("both", True), ("unknown", True), ("refused", True)],
)
def test_who_said_that_there_is_no_medicine_is_not_asked_for_its_name(needs, asked):
    assert ("medicines" in Walk().through({**CASE, "vulnerable": needs}).path) is asked


@pytest.mark.parametrize(("age", "asked"), [(4, False), (11, False), (12, True), (16, True), (30, True), (None, True)])
def test_children_in_care_are_asked_about_where_somebody_could_care(age, asked):
    walked = Walk(age=age).through({**CASE, "accompanied": "yes"})
    assert ("carer" in walked.path) is asked


@pytest.mark.parametrize(
    ("sex", "asked", "other"),
    [
        ("M", "chronic", "vulnerable"),
        ("F", "vulnerable", "chronic"),
        ("X", "vulnerable", "chronic"),
        ("unknown", "vulnerable", "chronic"),
    ],
)
def test_only_who_is_known_to_be_a_man_is_not_asked_about_pregnancy(sex, asked, other):
    walked = Walk(sex=sex).through(CASE)
    assert asked in walked.path
    assert other not in walked.path


def test_a_man_whose_sex_nobody_noted_is_asked_like_everybody():
    assert "vulnerable" in Walk(age=None).through(CASE).path


@pytest.mark.parametrize(("said", "asked"), [("no", False), ("yes", True), ("unknown", True), ("refused", True)])
def test_a_man_who_takes_no_medicine_is_not_asked_for_its_name(said, asked):
    assert ("medicines" in Walk(sex="M").through({**CASE, "chronic": said}).path) is asked


@pytest.mark.parametrize("agreed", ["no", "refused", "unknown"])
@pytest.mark.parametrize("ordered", ["no", "unknown"])
def test_without_agreement_or_order_nobody_is_examined(agreed, ordered):
    walked = Walk().through({**CASE, "inform": agreed, "order": ordered})
    assert "order" in walked.path
    assert not set(EXAMINATION) & set(walked.path)


@pytest.mark.parametrize("agreed", ["no", "refused", "unknown"])
def test_an_order_with_its_number_stands_for_agreement(agreed):
    walked = Walk().until("order", {**CASE, "inform": agreed})
    walked.give("yes", identity=ORDER)
    walked.through(CASE)
    assert [step for step in walked.path if step in EXAMINATION] == EXAMINATION


def test_who_agreed_needs_no_order():
    assert "order" not in Walk().through(CASE).path


def test_who_is_well_is_neither_examined_nor_ordered_to_be():
    walked = Walk().through({**WELL_CONTACT, "inform": "no"})
    assert not {"order", *EXAMINATION} & set(walked.path)


@pytest.mark.parametrize("left_out", sorted(ORDER))
def test_an_order_that_lacks_one_of_its_parts_is_none(left_out):
    walked = Walk().until("order", {**CASE, "inform": "no"})
    with pytest.raises(AnswerError, match=f"a yes needs {left_out}"):
        walked.give("yes", identity={name: said for name, said in ORDER.items() if name != left_out})
    walked.give("no")
    assert not set(EXAMINATION) & set(walked.through(CASE).path)


def test_what_a_yes_names_stands_in_the_sealed_part_alone():
    named = {
        "medicines": {"medicines": "losartán"},
        "allergies": {"allergies": "penicilina"},
        "carer": {"stays_with": "Rosa Marte"},
        "order": ORDER,
    }
    walked = Walk()
    for at in walked.steps():
        script = {**CASE, "vulnerable": "chronic", "inform": "no"}
        walked.give("yes", identity=named[at]) if at in named else walked.give(script.get(at, "unknown"))
    told = {event.body.get("step"): event for event in walked.events if event.kind == "answered"}
    for step, words in named.items():
        assert told[step].identity == words
        assert told[step].body == {"step": step, "value": "yes"}


def test_an_order_is_reviewed_within_twelve_hours_of_its_answer():
    walked = Walk().until("order", {**CASE, "inform": "no"})
    walked.give("yes", identity=ORDER)
    ordered = walked.state.log.answers["order"].at
    walked.through(CASE)
    review = walked.duties()["review_order"]
    assert (review.starts_at, review.due_at) == (ordered, ordered + timedelta(hours=12))
    assert not review.keeps_traveller
    late = {duty.spec.id: duty for duty in follow(walked.state, ordered + timedelta(hours=12, seconds=1))}
    assert late["review_order"].tell == "health_authority"


def test_without_an_order_there_is_nothing_to_review():
    assert "review_order" not in Walk().through({**CASE, "inform": "no", "order": "no"}).duties()
    assert "review_order" not in Walk().through(CASE).duties()


def test_an_answer_taken_back_takes_the_examination_with_it():
    walked = Walk().until("order", {**CASE, "inform": "no"})
    walked.give("yes", identity=ORDER)
    walked.through(CASE)
    walked.act(commands.answer(walked.state, walked.who(), "order", "no"))
    assert not set(EXAMINATION) & set(walked.path)
