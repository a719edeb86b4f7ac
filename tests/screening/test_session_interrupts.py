"""Emergency, refusal, leaving, death: from every step, and back to the very step."""

from __future__ import annotations

import pytest

from screening import commands
from screening.answers import AnswerError
from screening.events import Event
from tests.screening.scenes import EVERY_PLACE, standing_at
from tests.screening.walks import (
    ILL,
    IN_A_CAMP,
    INTERVIEW,
    WELL,
    Walk,
)


def recover(walked, end="mistake"):
    """Through an emergency and back; one that was pressed by mistake says nothing of the traveller."""
    assert walked.at == "call_ambulance"
    walked.give(True)
    walked.give(True)
    return walked.give(end)


def test_who_recovered_from_an_emergency_is_seen_by_a_health_worker():
    walked, scene = standing_at("temperature")
    assert scene.course == "advice"
    walked.press("emergency")
    recover(walked, "recovered")
    assert walked.at == "temperature"
    assert walked.through(scene.answers).course == "ordinary_care"


@pytest.mark.parametrize("at", EVERY_PLACE)
def test_an_emergency_breaks_in_at_any_step_and_leads_back_to_it(at):
    walked, scene = standing_at(at)
    before = walked.state
    walked.press("emergency")
    assert (walked.at, walked.state.why) == ("call_ambulance", "mandatory")
    assert walked.state.facts == before.facts  # nothing that was told is forgotten meanwhile
    recover(walked)
    assert (walked.at, walked.state.path, walked.state.why) == (at, before.path, before.why)
    assert walked.through(scene.answers).course == scene.course


@pytest.mark.parametrize("at", EVERY_PLACE)
def test_a_second_emergency_is_cared_for_like_the_first(at):
    walked, _ = standing_at(at)
    for _ in range(2):
        walked.press("emergency")
        recover(walked)
    assert walked.at == at


@pytest.mark.parametrize(
    ("step", "value"), [("observe", "danger"), ("danger", "yes"), ("breathing", 30), ("saturation", 89)]
)
def test_a_danger_sign_in_an_answer_calls_the_emergency(step, value):
    walked = Walk().until(step, ILL)
    walked.give(value)
    assert walked.at == "call_ambulance"
    recover(walked)
    assert walked.path[-1] == step
    assert walked.at not in (step, "call_ambulance")


@pytest.mark.parametrize(
    ("step", "value", "age"), [("breathing", 29, 30), ("saturation", 90, 30), ("breathing", 45, 3)]
)
def test_what_is_no_danger_sign_calls_none(step, value, age):
    """Fast breathing of a child alone needs a health worker, who is there, not the one ambulance (section 6)."""
    walked = Walk(age=age).until(step, ILL)
    walked.give(value)
    assert walked.at != "call_ambulance"


def test_every_danger_sign_calls_the_emergency_anew():
    walked = Walk().until("observe")
    for step, value in [("observe", "danger"), ("danger", "yes"), ("breathing", 34), ("saturation", 80)]:
        walked.until(step, ILL)
        walked.give(value)
        recover(walked)
    assert walked.through(ILL).course == "case"


def test_a_key_pressed_after_an_emergency_by_answer_asks_for_care_again():
    walked = Walk()
    walked.give("danger")
    recover(walked)
    walked.until("temperature")
    walked.press("emergency")
    recover(walked)
    assert walked.at == "temperature"


def test_whoever_is_handed_over_keeps_what_was_told():
    """The slip for the ambulance carries all that was answered, also when the emergency came by an early answer."""
    walked = Walk().through({**ILL, **IN_A_CAMP})
    walked.give("danger", step="observe")
    for value in (True, True, "handed_over"):
        walked.give(value)
    assert walked.course == "emergency"
    assert walked.state.facts.signs["cough"] == "yes"
    assert walked.state.verdict.classification == "suspected"


def test_an_answer_taken_back_takes_its_emergency_back():
    walked = Walk()
    walked.give("danger")
    walked.give("well", step="observe")
    assert walked.at == "documents"
    assert walked.state.log.interrupt is None


def test_back_from_an_emergency_by_answer_is_the_answer():
    walked = Walk()
    walked.give("danger")
    walked.back()
    assert walked.at == "observe"
    walked.give("danger")
    assert walked.at == "call_ambulance"


def test_back_works_within_an_emergency():
    walked = Walk().until("temperature")
    walked.press("emergency")
    walked.give(True)
    walked.back()
    assert walked.at == "call_ambulance"
    walked.give(True)
    assert walked.at == "care"


def test_an_emergency_while_looking_back_leads_back_there():
    walked = Walk().through({**ILL, **IN_A_CAMP})
    for _ in range(3):
        walked.back()
    at = walked.at
    walked.press("emergency")
    recover(walked)
    assert walked.at == at


def test_an_emergency_during_the_duties_leads_back_to_them():
    walked = Walk().through({**ILL, **IN_A_CAMP})
    walked.press("emergency")
    assert walked.state.course is None
    recover(walked)
    assert walked.course == "case"
    walked.press("emergency")
    for value in (True, True, "handed_over"):
        walked.give(value)
    assert walked.course == "emergency"
    assert {"emergency_slip", "emergency_notify", "clean_place"} == walked.duties().keys()


def test_an_emergency_within_a_refusal_leads_back_to_the_refusal():
    walked = Walk().until("temperature")
    walked.press("refusal")
    walked.press("emergency")
    recover(walked)
    assert walked.at == "explain_again"
    assert walked.give("agrees").at.id == "temperature"


@pytest.mark.parametrize(
    ("press", "answers", "course", "outcome"),
    [
        ("emergency", {"emergency_end": "handed_over"}, "emergency", "emergency_handover"),
        ("emergency", {"emergency_end": "died"}, "death", "death"),
        ("emergency", {"emergency_end": "unknown"}, "emergency", "emergency_handover"),
        ("refusal", {"explain_again": "refuses"}, "refusal", "refused_referred_to_authority"),
        ("refusal", {"explain_again": "unknown"}, "refusal", "refused_referred_to_authority"),
        ("left", {"left_check": "left"}, "left", "left_before_end"),
        ("left", {"left_check": "unknown"}, "left", "left_before_end"),
        ("death", {"death_check": "confirmed"}, "death", "death"),
        ("death", {"death_check": "alive", "emergency_end": "handed_over"}, "emergency", "emergency_handover"),
        ("death", {"death_check": "unknown", "emergency_end": "died"}, "death", "death"),
    ],
)
@pytest.mark.parametrize("at", ["observe", "temperature", "signs"])
def test_an_interrupt_ends_as_what_it_is(at, press, answers, course, outcome):
    """Nobody is cleared because he left, refused or collapsed before he was asked."""
    walked = Walk().until(at, ILL)
    walked.press(press)
    walked.through(answers)
    assert (walked.course, walked.state.course.outcome) == (course, outcome)


@pytest.mark.parametrize(
    ("press", "step", "course"),
    [
        ("emergency", "emergency_end", "emergency"),
        ("refusal", "explain_again", "refusal"),
        ("left", "left_check", "left"),
    ],
)
def test_an_older_record_that_says_refused_where_it_is_no_longer_offered_is_read_as_before(press, step, course):
    """Once `refused` was offered at each of these steps: such records are walked for ever."""
    walked = Walk().until("temperature")
    walked.press(press)
    for _ in walked.steps():
        if walked.at == step:
            break
        walked.give(True)
    with pytest.raises(AnswerError, match=r"staff answer this themselves|say `refuses`"):
        walked.give("refused")
    old = Event(walked.state.log.stream, "answered", walked.now, "o-17", {"step": step, "value": "refused"})
    assert walked.act(old).course.id == course


@pytest.mark.parametrize(("press", "answer"), [("refusal", "agrees"), ("left", "back")])
@pytest.mark.parametrize("at", EVERY_PLACE[::5])
def test_a_refusal_or_departure_taken_back_leads_back(at, press, answer):
    walked, _ = standing_at(at)
    walked.press(press)
    walked.give({"explain_again": answer, "left_check": answer}[walked.at])
    assert walked.at == at


def test_somebody_found_alive_is_cared_for_though_an_emergency_was_before():
    walked = Walk().until("temperature")
    walked.press("emergency")
    recover(walked)
    walked.press("death")
    walked.give("alive")
    assert walked.at == "call_ambulance"


def test_a_child_that_leaves_alone_is_still_protected():
    walked = Walk(age=9).until("declare_signs", {"accompanied": "no"})
    walked.press("left")
    walked.give("left")
    assert {"child_protection", "tell_supervisor"} == walked.duties().keys()


@pytest.mark.parametrize(("age", "owed"), [(None, True), (17, True), (18, False), (40, False)])
def test_who_leaves_before_anybody_asked_for_an_adult_is_protected_unless_known_to_be_one(age, owed):
    """Unknown is never no: of unknown age, and nobody said that an adult is there."""
    walked = Walk(age=age)
    walked.press("left")
    walked.give("left")
    assert ("child_protection" in walked.duties()) is owed


def test_a_danger_sign_is_an_illness_after_recovery():
    """Well on every question, but chest pain that went: health staff, not advice."""
    walked = Walk().through(
        {**WELL, **INTERVIEW, "declare_contact": "unknown", "danger": "yes", "emergency_end": "recovered"}
    )
    assert walked.course == "ordinary_care"


def test_a_step_that_is_not_asked_calls_no_emergency():
    """A feverish infant that recovered, and no examination: nothing is answered there that could call again."""
    walked = Walk(age=0)
    walked.act(commands.identify(walked.state, walked.who(), {"age_months": 1}, {}))
    walked.through({**ILL, "accompanied": "yes", "inform": "no", "emergency_end": "recovered"})
    assert "secondary_temperature" not in walked.path
    assert walked.course == "case"
