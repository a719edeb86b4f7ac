"""The walk: who comes, what is asked and why, and where it ends. Expected values are typed from the norm (B8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from screening import commands
from screening.commands import CommandError, Officer
from screening.projecting import row_of
from screening.session import fold
from sops.grammar import OUTCOMES
from tests.screening.scenes import HELD, SCENES
from tests.screening.walks import (
    ILL,
    IN_A_CAMP,
    INTERVIEW,
    MET_A_CASE,
    WELL,
    WELL_CONTACT,
    Walk,
    setting,
    steps,
    usual,
)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.who)
def test_scene(scene):
    walked = Walk(scene.on, age=scene.age).through(scene.answers)
    state = walked.state
    assert (walked.course, state.rule, state.verdict.classification) == (
        scene.course,
        scene.rule,
        scene.classification,
    )
    assert set(scene.passes) <= set(walked.path)
    assert not set(scene.spares) & set(walked.path)
    assert set(scene.duties) <= walked.duties().keys()
    assert not set(scene.owes_not) & walked.duties().keys()


def test_the_edition_of_the_day_decides():
    for on, edition in [
        (date(2020, 2, 1), "2020-01-31"),
        (date(2020, 2, 26), "2020-01-31"),
        (date(2020, 2, 27), "2020-02-27"),
        (date(2020, 12, 15), "2020-08-07"),
        (date(2020, 12, 16), "2020-12-16"),
        (date(2022, 7, 21), "2022-02-14"),
        (date(2022, 7, 22), "2022-07-22"),
    ]:
        assert Walk(on).state.verdict.definition == f"who-covid19@{edition}"


# ------------------------------------------------------------ key count


def test_a_well_traveller_is_asked_five_questions():
    assert Walk().through(WELL).path == ["observe", "documents", "declare_signs", "declare_contact", "temperature"]


def test_all_readings_are_kept():
    walked = Walk().through({**WELL, "temperature": {"c": 38.2}, "second_reading": {"c": 36.8}})
    row = row_of(walked.state)
    assert (walked.state.value("temperature"), row.temperature_c, row.readings) == ({"c": 38.2}, 36.8, 2)


def test_the_second_reading_waits_ten_minutes():
    walked = Walk().until("second_reading", {"temperature": {"c": 38.2}})
    given = walked.state.log.answers["temperature"].at
    assert walked.state.wait_until == given + timedelta(minutes=10)
    walked.now = given + timedelta(minutes=9, seconds=50)
    with pytest.raises(CommandError, match=r"waits 1 more minute\. Park the traveller"):
        commands.answer(walked.state, Officer("o-17", walked.now), "second_reading", {"c": 36.8})
    walked.now = given + timedelta(minutes=10)
    assert walked.give({"c": 36.8}).is_concluded


# ------------------------------------------------------------ why asked


def test_primary_questions_are_asked_because_the_procedure_says_so():
    assert set(Walk().through(WELL).asked.items()) == {(step, "mandatory") for step in WELL}


def test_what_a_paper_needs_is_asked_for_the_paper():
    asked = Walk().through({**ILL, **IN_A_CAMP}).asked
    assert asked["places"] == "can still change the class"
    assert {asked[step] for step in ("reducers", "camp", "health_work", "breathing")} == {"needed by a paper"}
    assert "cluster" not in asked  # denied with the contact, and no paper prints it
    assert "hospital" not in asked  # suspected by A already; B could change nothing


def test_once_the_class_is_settled_exposures_are_not_asked_of_the_well():
    asked = Walk().through(WELL_CONTACT).asked
    assert not {"cluster", "places", "camp", "health_work", "facility"} & asked.keys()


def test_an_optional_question_is_asked_only_while_it_matters():
    """Every step without `mandatory` was open for the class, or its paper is of the course then expected."""
    for scene in SCENES:
        walked = Walk(scene.on, age=scene.age)
        for at in walked.steps():
            step = steps()[at]
            if walked.state.why == "can still change the class":
                assert walked.state.verdict.open
            elif walked.state.why == "needed by a paper":
                assert step.needed_by
            else:
                assert step.mandatory
            walked.give(scene.answers.get(at, usual(step)))


# ------------------------------------------------------------ unknown

ALL_STEPS = [name for name, step in steps().items() if step.part[0] in "AB7" and name != "death_check"]
SECONDARY = {**ILL, **IN_A_CAMP, **MET_A_CASE, "documents": "test_shown", "test_shown": [], "cluster": "yes",
             "cluster_confirmed": "yes", "cluster_period": {"first": 6, "last": 5}, "health_work": "yes",
             "health_work_where": "health_facility", "health_work_period": {"first": 9, "last": 8}}  # fmt: skip


def left_open(step, said):
    """The answer as the step takes it: what staff see themselves nobody refuses."""
    return said if said == "unknown" or steps()[step].may_refuse else "unknown"


@pytest.mark.parametrize(
    ("step", "said"), sorted({(step, left_open(step, said)) for step in ALL_STEPS for said in ("unknown", "refused")})
)
def test_not_knowing_one_answer_never_ends_care(step, said):
    for answers in (WELL, SECONDARY):
        walked = Walk(age=None).through({**answers, step: said})
        assert walked.state.course.outcome in OUTCOMES
        assert walked.state.course.duties


@pytest.mark.parametrize("said", ["unknown", "refused"])
def test_not_knowing_any_answer_ends_in_care_kept_apart(said):
    walked = Walk(age=None).through({step: left_open(step, said) for step in steps()})
    assert (walked.course, walked.state.rule) == ("ordinary_care_apart", "signs_unknown")
    assert {"apart", "child_protection", *HELD} <= walked.duties().keys()


def test_refused_and_unknown_stay_apart_in_the_log():
    walked = Walk().through({**WELL, **INTERVIEW, "declare_signs": "refused", "signs": "unknown"})
    assert (walked.state.value("declare_signs"), walked.state.value("signs")) == ("refused", "unknown")


# ------------------------------------------------------------ the whole


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.who)
def test_folding_at_once_equals_folding_one_by_one(scene):
    walked = Walk(scene.on, age=scene.age).through(scene.answers)
    assert fold(setting(scene.on), walked.events) == walked.state


@pytest.mark.parametrize(
    ("months", "celsius", "danger"),
    [(1, 38.0, True), (1, 37.9, False), (1, 35.4, True), (1, 35.5, False), (2, 38.0, False), (2, 35.4, False)],
)
def test_fever_or_cold_of_an_infant_under_two_months_is_an_emergency(months, celsius, danger):
    """Source: WHO/IMCI young infant, as recalled in the procedure (border procedure, danger signs)."""
    walked = Walk(age=None)
    body = {"age_years": 0, "age_months": months, "sex": "F"}
    walked.act(commands.identify(walked.state, walked.who(), body, {"surname": "X"}))
    for value in ("well", "no_test", "yes", "no", "no"):
        walked.give(value)
    assert walked.at == "temperature"
    walked.give({"c": celsius})
    assert (walked.at == "call_ambulance") is danger
