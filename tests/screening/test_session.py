"""The walk: who comes, what is asked and why, and where it ends. Expected values are typed from the norm (B8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest

from screening import commands
from screening.answers import AnswerError
from screening.commands import CommandError, Officer
from screening.projecting import row_of
from screening.session import fold
from sops.grammar import OUTCOMES
from tests.screening.walks import (
    ILL,
    IN_A_CAMP,
    INTERVIEW,
    MET_A_CASE,
    WELL,
    WELL_CONTACT,
    Walk,
    all_signs,
    setting,
    steps,
    usual,
)

MILD = {**WELL, **INTERVIEW, "declare_signs": "yes"}  # says yes, and the interview finds what the scene says
POSITIVE_ANTIGEN = {"documents": "test_shown", "test_shown": [{"type": "ag_rdt", "result": "positive"}]}


@dataclass(frozen=True)
class Scene:
    who: str
    answers: dict[str, Any]
    course: str
    rule: str
    classification: str
    on: date = date(2021, 3, 23)
    age: int | None = 30
    passes: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    owes_not: tuple[str, ...] = field(default=())


HELD = ("notify_health_authority", "list_party")
SCENES = [
    Scene("a well traveller is cleared", WELL, "advice", "well", "not_a_case", spares=("mask", "second_reading")),
    Scene(
        "fever and cough in a community area is a suspected case: isolated, notified, party listed, referred",
        {**ILL, **IN_A_CAMP}, "case", "ill_and_possible_case", "suspected",
        passes=("rest_mask", "second_reading", "camp_period", "judgement", "doff"),
        duties=("isolate", *HELD, "slip", "call_transport", "belongings", "handover", "clean_room", "waste", "receipt"),
        owes_not=("child_protection", "give_advice"),
    ),
    Scene(
        "38.2 that falls to 36.8 after the rest clears, when the answers are no (A4: the repeat decides)",
        {**WELL, "temperature": {"c": 38.2}, "second_reading": {"c": 36.8}},
        "advice", "well", "not_a_case", passes=("rest_mask", "second_reading"), spares=("mask",),
    ),
    Scene(
        "37.5 is repeated once without the mask (A4)",
        {**WELL, "temperature": {"c": 37.5}, "second_reading": {"c": 37.4}},
        "advice", "well", "not_a_case", passes=("second_reading",), spares=("rest_mask", "mask"),
    ),
    Scene(
        "37.9 twice goes by the answers (A4)",
        {**WELL, "temperature": {"c": 37.9}, "second_reading": {"c": 37.9}},
        "advice", "well", "not_a_case", passes=("second_reading",), spares=("rest_mask", "mask"),
    ),
    Scene("37.4 is not repeated", {**WELL, "temperature": {"c": 37.4}}, "advice", "well", "not_a_case",
          spares=("second_reading",)),
    Scene(
        "38.0 twice with all signs denied is ill by the thermometer, and the signs are asked one by one",
        {**WELL, **INTERVIEW, "temperature": {"c": 38.0}, "second_reading": {"c": 38.0}},
        "ordinary_care", "ill", "not_a_case", passes=("rest_mask", "mask", "signs"), duties=("care_slip",),
    ),
    Scene(
        "38.4 that is 38.3 after the rest stays a fever when the cool room shows 36.6 (A4 before B6)",
        {**WELL, **INTERVIEW, "temperature": {"c": 38.4}, "second_reading": {"c": 38.3}},
        "ordinary_care", "ill", "not_a_case", passes=("secondary_temperature",),
    ),
    Scene(
        "no papers never block the screening (A2)", {**WELL, "documents": "no_papers", "spoken": {"age_years": 40}},
        "advice", "well", "not_a_case", age=None, passes=("spoken",), spares=("accompanied",),
    ),
    Scene(
        "an unaccompanied child is protected, also when it is well (7.1)", {**WELL, "accompanied": "no"},
        "advice", "well", "not_a_case", age=9, passes=("accompanied",), duties=("child_protection", "give_advice"),
    ),
    Scene("a child with an adult owes no protection duty", {**WELL, "accompanied": "yes"}, "advice", "well",
          "not_a_case", age=9, passes=("accompanied",), owes_not=("child_protection",)),
    Scene("of unknown age it is asked whether an adult is there", {**WELL, "accompanied": "unknown"}, "advice", "well",
          "not_a_case", age=None, passes=("accompanied",), duties=("child_protection",)),
    Scene("17 is a child", {**WELL, "accompanied": "yes"}, "advice", "well", "not_a_case", age=17,
          passes=("accompanied",)),
    Scene("18 is an adult", WELL, "advice", "well", "not_a_case", age=18, spares=("accompanied",)),
    Scene(
        "a well contact goes to quarantine, never to the isolation room (B8)", WELL_CONTACT,
        "quarantine", "well_and_exposed", "contact", duties=("explain_quarantine", *HELD, "quarantine_handover"),
        owes_not=("isolate", "call_transport"), spares=("signs", "secondary_temperature", "breathing"),
    ),
    Scene(
        "a well contact whose temperature could not be taken goes to quarantine too",
        {**WELL_CONTACT, "temperature": {"c": "unknown", "reason": "no_device"}},
        "quarantine", "well_and_exposed", "contact", duties=HELD,
    ),
    Scene("14 minutes face to face is no contact (D-15MIN)", {**WELL_CONTACT, "contact_minutes": "under_15"},
          "advice", "well", "not_a_case"),
    Scene("15 minutes is one", {**WELL_CONTACT, "contact_minutes": "about_15"}, "quarantine", "well_and_exposed",
          "contact"),
    Scene("beyond 1 metre is no contact", {**WELL_CONTACT, "contact_distance": "beyond"}, "advice", "well",
          "not_a_case"),
    Scene("a contact 14 days ago counts", {**WELL_CONTACT, "contact_period": {"first": 14, "last": 14}},
          "quarantine", "well_and_exposed", "contact"),
    Scene("one 15 days ago does not", {**WELL_CONTACT, "contact_period": {"first": 15, "last": 15}},
          "advice", "well", "not_a_case"),
    Scene("meeting somebody who was only suspected makes no contact", {**WELL_CONTACT, "contact_index": "suspected"},
          "advice", "well", "not_a_case"),
    Scene(
        "an ill contact below suspected gets ordinary care, kept apart (B8)", {**MILD, **MET_A_CASE,
        "signs": all_signs(rash=2)}, "ordinary_care_apart", "ill_contact", "contact",
        duties=("apart", *HELD, "care_slip", "care_handover"), owes_not=("isolate",),
    ),
    Scene(
        "one who cannot be understood is never isolated, kept apart by agreement (B8)",
        {**MILD, "declare_signs": "unknown", "signs": "unknown"}, "ordinary_care_apart", "signs_unknown",
        "undetermined", duties=("apart", *HELD), owes_not=("isolate",),
    ),
    Scene(
        "one who refuses to tell signs is treated the same",
        {**MILD, "declare_signs": "refused", "signs": "refused"}, "ordinary_care_apart", "signs_unknown",
        "undetermined", owes_not=("isolate",),
    ),
    Scene(
        "a contact who refuses to tell signs is kept apart too",
        {**MILD, **MET_A_CASE, "declare_signs": "refused", "signs": "refused"}, "ordinary_care_apart",
        "signs_unknown", "undetermined",
    ),
    Scene("an illness that is no case is cared for: most fever in Darien is not COVID-19 (F)",
          {**MILD, "signs": all_signs(diarrhoea=1)}, "ordinary_care", "ill", "not_a_case",
          duties=("care_slip", "care_handover"), owes_not=("isolate", "notify_health_authority")),
    Scene(
        "a definition gap counts as suspected for the precaution (B8)",
        {**MILD, **POSITIVE_ANTIGEN, "signs": all_signs(rash=2)}, "case", "ill_and_possible_case", "not_a_case",
        duties=("isolate", *HELD),
    ),
    Scene("a positive test that was shown is not lost when nothing more is known",
          {**MILD, **POSITIVE_ANTIGEN, "signs": all_signs(rash=2), "tests": "unknown"}, "case",
          "ill_and_possible_case", "not_a_case"),
    Scene("a positive malaria test isolates nobody",
          {**MILD, "signs": all_signs(rash=2), "tests": [{"type": "other_pathogen", "result": "positive"}]},
          "ordinary_care", "ill", "not_a_case"),
    Scene("'do not know' about exposure alone gives advice (B8)", {**WELL, **INTERVIEW, "declare_contact": "unknown"},
          "advice", "well", "undetermined", passes=("mask", "judgement")),
    Scene("who looks ill goes to secondary whatever he declares", {**WELL, **INTERVIEW, "observe": "ill"},
          "ordinary_care", "ill", "not_a_case", passes=("mask", "signs")),
    Scene("a temperature that was not taken holds nobody (A4)",
          {**WELL, "temperature": {"c": "unknown", "reason": "too_hot"}}, "advice", "well", "not_a_case",
          spares=("mask",)),
    Scene("without consent nothing is examined, and the case is a case all the same (B3)",
          {**ILL, **IN_A_CAMP, "inform": "no"}, "case", "ill_and_possible_case", "suspected",
          spares=("secondary_temperature", "breathing", "saturation")),
    Scene(
        "in 2022-07 the contact alone is suspected, and well goes to quarantine all the same", WELL_CONTACT,
        "quarantine", "well_and_exposed", "suspected", on=date(2022, 8, 1), duties=HELD, owes_not=("isolate",),
    ),
    Scene(
        "on 2020-02-10 a facility with cases is asked for, and acute respiratory illness there is suspected",
        {**MILD, "signs": all_signs(cough=2), "facility": "yes", "facility_period": {"first": 6, "last": 4}},
        "case", "ill_and_possible_case", "suspected", on=date(2020, 2, 10), passes=("facility", "facility_period"),
    ),
    Scene("on 2021-03-23 nobody asks for it", {**MILD, "signs": all_signs(cough=2)}, "ordinary_care", "ill",
          "not_a_case", spares=("facility",)),
]  # fmt: skip


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


@pytest.mark.parametrize("said", ["unknown", "refused"])
@pytest.mark.parametrize("step", ALL_STEPS)
def test_not_knowing_one_answer_never_ends_care(step, said):
    for answers in (WELL, SECONDARY):
        walked = Walk(age=None).through({**answers, step: said})
        assert walked.state.course.outcome in OUTCOMES
        assert walked.state.course.duties


@pytest.mark.parametrize("said", ["unknown", "refused"])
def test_not_knowing_any_answer_ends_in_care_kept_apart(said):
    walked = Walk(age=None).through(dict.fromkeys(steps(), said))
    assert (walked.course, walked.state.rule) == ("ordinary_care_apart", "signs_unknown")
    assert {"apart", "child_protection", *HELD} <= walked.duties().keys()


def test_refused_and_unknown_stay_apart_in_the_log():
    walked = Walk().through({**WELL, **INTERVIEW, "declare_signs": "refused", "signs": "unknown"})
    assert (walked.state.value("declare_signs"), walked.state.value("signs")) == ("refused", "unknown")


# ------------------------------------------------------------ interrupts

EVERY_PLACE = list(dict.fromkeys(
    at for scene in SCENES if scene.on.year == 2021
    for at in Walk(scene.on, age=scene.age).through(scene.answers).asked
))  # fmt: skip
TO_EVERY_PLACE = {at: scene for scene in reversed(SCENES) if scene.on.year == 2021
                  for at in Walk(scene.on, age=scene.age).through(scene.answers).asked}  # fmt: skip


def standing_at(at):
    scene = TO_EVERY_PLACE[at]
    return Walk(scene.on, age=scene.age).until(at, scene.answers), scene


def recover(walked):
    assert walked.at == "call_ambulance"
    walked.give(True)
    walked.give(True)
    return walked.give("recovered")


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
        ("emergency", {"emergency_end": "refused"}, "emergency", "emergency_handover"),
        ("refusal", {"explain_again": "refuses"}, "refusal", "refused_referred_to_authority"),
        ("refusal", {"explain_again": "unknown"}, "refusal", "refused_referred_to_authority"),
        ("refusal", {"explain_again": "refused"}, "refusal", "refused_referred_to_authority"),
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


def test_a_danger_sign_is_an_illness_after_recovery():
    """Well on every question, but chest pain that went: health staff, not advice."""
    walked = Walk().through(
        {**WELL, **INTERVIEW, "declare_contact": "unknown", "danger": "yes", "emergency_end": "recovered"}
    )
    assert walked.course == "ordinary_care"


# ------------------------------------------------------------ back and correct


@pytest.mark.parametrize("at", EVERY_PLACE)
def test_back_leads_to_the_step_before_and_the_same_answer_leads_on(at):
    walked, _ = standing_at(at)
    path = walked.path
    if not path:
        assert walked.back().at.id == at
        return
    walked.back()
    assert walked.at == path[-1]
    walked.give(walked.state.log.answers[path[-1]].value)
    assert (walked.at, walked.path) == (at, path)


def test_back_and_back_again_reaches_the_first_step():
    walked = Walk().through({**ILL, **IN_A_CAMP})
    path = walked.path
    for step in reversed(path):
        walked.back()
        assert walked.at == step
    assert walked.back().at.id == "observe"
    walked.give("well")
    assert walked.at is None  # nothing else has to be said again


CORRECTIONS = [
    ("declare_signs", "no", {**ILL, **IN_A_CAMP}),
    ("declare_contact", "no", WELL_CONTACT),
    ("declare_contact", "yes", {**WELL, **MET_A_CASE, **INTERVIEW, "declare_contact": "no"}),
    ("temperature", {"c": 36.6}, {**ILL, **IN_A_CAMP}),
    ("temperature", {"c": 38.5}, {**WELL, "second_reading": {"c": 38.5}, **INTERVIEW}),
    ("second_reading", {"c": 36.6}, {**ILL, **IN_A_CAMP}),
    ("signs", all_signs(diarrhoea=2), {**ILL, **IN_A_CAMP}),
    ("inform", "no", {**ILL, **IN_A_CAMP}),
    ("places", [], {**ILL, "camp": "no"}),
    ("documents", "no_papers", {**WELL, "spoken": {"age_years": 30}}),
    ("contact_how", "direct_physical", {**WELL_CONTACT, "contact_minutes": "under_5"}),
    ("observe", "ill", {**WELL, **INTERVIEW}),
]


@pytest.mark.parametrize(("step", "value", "answers"), CORRECTIONS)
def test_a_corrected_walk_equals_the_walk_answered_that_way(step, value, answers):
    corrected = Walk().through(answers)
    corrected.give(value, step=step)
    corrected.through(answers)
    straight = Walk().through({**answers, step: value})
    assert corrected.path == straight.path
    assert (corrected.course, corrected.state.verdict, corrected.state.facts) == (
        straight.course,
        straight.state.verdict,
        straight.state.facts,
    )


def test_answers_made_irrelevant_leave_the_decision_stay_in_the_log_and_come_back_with_their_question():
    """Decided: an answer is a statement about the traveller, and stands as it was said when it matters again."""
    walked = Walk().through(WELL_CONTACT)
    walked.give("no", step="declare_contact")
    assert (walked.course, walked.state.verdict.classification) == ("advice", "not_a_case")
    assert walked.state.log.answers["contact_minutes"].value == "over_15"
    assert "contact_minutes" not in walked.path
    walked.give("yes", step="declare_contact")
    assert walked.course == "quarantine"
    assert walked.state.value("contact_minutes") == "over_15"


def test_a_correction_keeps_what_was_said_before():
    walked = Walk().through(WELL)
    walked.give({"c": 36.4}, step="temperature", reason="misread")
    given = walked.state.log.answers["temperature"]
    assert (given.value, given.before) == ({"c": 36.4}, ({"c": 36.6},))
    assert walked.events[-1].kind == "corrected"
    assert walked.events[-1].body["reason"] == "misread"


# ------------------------------------------------------------ judgement


def judged(answers, name, reason="seen"):
    return Walk().through({**answers, "judgement": {"class": name, "reason": reason}})


def test_an_upgrade_holds_at_once():
    walked = judged({**MILD, "signs": all_signs(diarrhoea=1)}, "suspected")
    assert (walked.course, walked.state.pending) == ("case", False)
    assert walked.state.verdict.classification == "not_a_case"  # the program's stays beside it
    assert walked.state.judgement.classification == "suspected"


def test_an_upgrade_never_isolates_the_well():
    walked = judged({**WELL, **INTERVIEW, "declare_contact": "unknown"}, "suspected")
    assert walked.course == "quarantine"


def test_an_upgrade_to_contact_begins_quarantine():
    assert judged({**WELL, **INTERVIEW, "declare_contact": "unknown"}, "contact").course == "quarantine"


@pytest.mark.parametrize(
    ("answers", "held", "released"),
    [
        ({**ILL, **IN_A_CAMP}, "case", "ordinary_care"),
        (WELL_CONTACT, "quarantine", "advice"),
        ({**MILD, **POSITIVE_ANTIGEN, "signs": all_signs(rash=2)}, "case", "ordinary_care"),  # by the alert
        (
            {**ILL, "places": "unknown", "camp": "unknown", "health_work": "unknown"},
            "case",
            "ordinary_care",
        ),  # by the ceiling
    ],
)
def test_a_downgrade_waits_for_another_person(answers, held, released):
    walked = judged(answers, "not_a_case", "known_cause")
    assert (walked.course, walked.state.pending) == (held, True)
    assert row_of(walked.state).pending
    for same in ("o-17", "O-17 ", ""):
        with pytest.raises(CommandError, match="second person must be"):
            commands.countersign(walked.state, walked.who(), same)
    walked.act(commands.countersign(walked.state, walked.who(), "minsa-3", name="Dra. Ruiz", by_phone=True))
    assert (walked.course, walked.state.pending) == (released, False)
    with pytest.raises(CommandError, match="no downgrade waits"):
        commands.countersign(walked.state, walked.who(), "minsa-4")


def test_agreeing_later_takes_the_own_class_back():
    walked = judged({**ILL, **IN_A_CAMP}, "not_a_case")
    walked.give({"agree": True}, step="judgement")
    assert (walked.course, walked.state.pending, walked.state.judgement) == ("case", False, None)


def test_a_judgement_leaves_with_its_step():
    walked = judged({**WELL, **INTERVIEW, "declare_contact": "unknown"}, "suspected")
    walked.give("no", step="declare_contact")
    assert (walked.course, walked.state.judgement) == ("advice", None)


def test_a_judgement_on_another_class_is_asked_again():
    """Two people agreed on 'not a case' before the positive test was told."""
    walked = judged({**ILL, **IN_A_CAMP}, "not_a_case", "known_cause")
    walked.act(commands.countersign(walked.state, walked.who(), "minsa-3"))
    assert walked.course == "ordinary_care"
    walked.give([{"type": "naat", "result": "positive"}], step="tests")
    assert (walked.at, walked.state.judgement) == ("judgement", None)
    walked.give({"agree": True})
    assert (walked.course, walked.state.verdict.classification) == ("case", "confirmed")


def test_reasons_are_those_of_the_procedure():
    walked = Walk().until("judgement", ILL)
    with pytest.raises(AnswerError, match="is no reason here; the reasons are seen, known_cause"):
        walked.give({"class": "not_a_case", "reason": "because Maria said so"})


# ------------------------------------------------------------ the whole


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.who)
def test_folding_at_once_equals_folding_one_by_one(scene):
    walked = Walk(scene.on, age=scene.age).through(scene.answers)
    assert fold(setting(scene.on), walked.events) == walked.state
