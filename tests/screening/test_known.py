"""Facts from answers: what each step lets us know, and that nobody's silence becomes a no."""

from __future__ import annotations

from datetime import date

import pytest

from screening.known import facts_of
from sops import facts as vocabulary
from sops.facts import EXPOSURE_FIELDS, SIGNS, Answer
from tests.screening.walks import all_signs, setting, steps

ON = date(2021, 3, 23)
Known = vocabulary.Test


def facts(deciding="last", /, **answers):
    given = [(steps()[name], value) for name, value in answers.items()]
    return facts_of(given, setting().areas, ON, deciding, setting().engine.onset_signs)


def test_before_anything_is_asked_nothing_is_known():
    none = facts()
    assert set(none.signs.values()) == {Answer.UNASKED}
    assert set(none.judgements.values()) == {Answer.UNASKED}
    assert (none.temperature_c, none.onset_days_ago, none.tests) == (Answer.UNKNOWN, Answer.UNKNOWN, None)
    assert (none.exposures, none.exposures_unknown) == ((), frozenset(EXPOSURE_FIELDS))


def test_a_declared_no_and_a_well_look_deny_every_sign():
    assert set(facts(observe="well", declare_signs="no").signs.values()) == {Answer.NO}


@pytest.mark.parametrize("said", ["yes", "unknown", "refused"])
def test_anything_else_denies_none(said):
    assert set(facts(declare_signs=said).signs.values()) == {Answer.UNASKED}


def test_the_interview_wins_over_the_declaration_sign_by_sign():
    found = facts(declare_signs="no", signs={"cough": 2, "fever": "unknown"})
    assert (found.signs["cough"], found.signs["fever"], found.signs["rash"]) == (Answer.YES, Answer.UNKNOWN, Answer.NO)
    assert dict(found.onset_of) == {"cough": 2}


def test_unknown_and_refused_interviews_fill_what_nobody_said_and_stay_apart():
    assert set(facts(signs="refused").signs.values()) == {Answer.REFUSED}
    found = facts(observe="well", signs="unknown")
    assert found.signs["altered_mental_status"] is Answer.NO
    assert found.signs["cough"] is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("answers", "onset"),
    [
        ({"signs": all_signs(fever=3, cough=5)}, 5),  # the first day of illness is the earliest dated sign
        ({"signs": all_signs(rash=9, cough=2)}, 2),  # a rash is not on the WHO list
        ({"signs": all_signs(cough="yes")}, Answer.UNKNOWN),
        ({"signs": all_signs(cough="yes"), "onset": 4}, 4),
        ({"signs": all_signs(cough=2), "onset": 6}, 6),
        ({"signs": all_signs(cough=2), "onset": "unknown"}, 2),
    ],
)
def test_the_first_day_of_illness(answers, onset):
    assert facts(**answers).onset_days_ago == onset


READINGS = {
    "temperature": {"c": 38.4}, "second_reading": {"c": 36.8}, "secondary_temperature": {"c": 36.5}
}  # fmt: skip


@pytest.mark.parametrize(
    ("deciding", "readings", "decides"),
    [
        ("last", {}, Answer.UNKNOWN),
        ("last", {"temperature": {"c": 38.4}}, 38.4),
        ("last", {"temperature": {"c": 38.4}, "second_reading": {"c": 36.8}}, 36.8),
        ("last", {"temperature": {"c": 36.8}, "second_reading": {"c": 38.4}}, 38.4),
        ("last", {"temperature": {"c": 38.4}, "second_reading": {"c": "unknown", "reason": "refused"}}, 38.4),
        ("last", {"temperature": {"c": 38.4}, "second_reading": "unknown"}, 38.4),
        (
            "last",
            {"temperature": {"c": 38.4}, "second_reading": {"c": 38.3}, "secondary_temperature": {"c": 36.6}},
            38.3,
        ),
        ("last", {"temperature": {"c": 36.6}, "secondary_temperature": {"c": 38.6}}, 38.6),
        ("last", {"temperature": "refused", "secondary_temperature": {"c": 37.0}}, 37.0),
        ("highest", {"temperature": {"c": 38.4}, "second_reading": {"c": 36.8}}, 38.4),
    ],
)
def test_the_reading_that_decides(deciding, readings, decides):
    assert facts(deciding, **readings).temperature_c == decides


@pytest.mark.parametrize(
    ("answers", "tests"),
    [
        ({}, None),
        ({"documents": "no_test"}, ()),
        ({"documents": "no_papers"}, ()),
        ({"documents": "test_shown"}, None),
        ({"documents": "unknown"}, None),
        ({"tests": "unknown"}, None),
        ({"documents": "no_test", "tests": "unknown"}, ()),
        ({"test_shown": [{"type": "naat", "result": "negative"}], "tests": []}, (Known("naat", "negative"),)),
        ({"test_shown": [{"type": "naat", "result": "positive"}], "tests": "refused"}, (Known("naat", "positive"),)),
        (
            {"test_shown": [{"type": "ag_rdt", "result": "positive"}],
             "tests": [{"type": "ag_rdt", "result": "positive"}, {"type": "naat", "result": "pending"}]},
            (Known("ag_rdt", "positive"), Known("naat", "pending")),
        ),
    ],
)  # fmt: skip
def test_tests_add_up_and_are_not_lost(answers, tests):
    assert facts(**answers).tests == tests


def test_a_contact_is_one_exposure_with_what_was_told_and_unknown_for_the_rest():
    (row,) = facts(declare_contact="yes", contact_how="face_to_face", contact_distance="within").exposures
    assert (row.kind, row.how, row.distance_m) == ("contact", "face_to_face", 1.0)
    assert {row.index, row.minutes, row.first_day_ago, row.last_day_ago} == {Answer.UNKNOWN}


@pytest.mark.parametrize(
    ("option", "minutes"),
    [("under_5", 4), ("under_15", 10), ("about_15", 15), ("over_15", 20), ("unknown", Answer.UNKNOWN)],
)
def test_minutes_are_numbers(option, minutes):
    (row,) = facts(declare_contact="yes", contact_minutes=option).exposures
    assert row.minutes == minutes


def test_a_no_denies_the_kind_and_an_unknown_leaves_it_open():
    assert "contact" not in facts(declare_contact="no").exposures_unknown
    assert "cluster_link" not in facts(declare_contact="no").exposures_unknown
    for said in ("unknown", "refused"):
        assert {"contact", "cluster_link"} <= facts(declare_contact=said).exposures_unknown


def test_a_camp_is_a_camp_like_setting_where_somebody_lived():
    (row,) = facts(camp="yes", camp_period={"first": 5, "last": "unknown"}).exposures
    assert (row.setting, row.mode, row.first_day_ago, row.last_day_ago) == ("camp_like", "residing", 5, Answer.UNKNOWN)


def test_places_become_areas_by_the_dated_table():
    found = facts(places=[{"country": "COL", "first": 14, "last": 6}, {"country": "XKX", "first": 5, "last": 0}])
    assert [row.kind for row in found.exposures] == ["area", "area"]
    assert found.exposures[1].status is Answer.UNKNOWN
    assert "area" not in found.exposures_unknown
    assert "area" in facts(places="unknown").exposures_unknown


def test_a_later_no_takes_the_exposure_away():
    assert facts(camp="yes", camp_period={"first": 3, "last": 0}).exposures != ()
    given = [(steps()["camp"], "yes"), (steps()["camp"], "no")]
    assert facts_of(given, setting().areas, ON, "last", setting().engine.onset_signs).exposures == ()


def test_every_sign_has_an_answer_always():
    assert set(facts(signs={"cough": 1}).signs) == set(SIGNS)
