"""The row of a screening: what is counted, made from the state alone."""

from __future__ import annotations

import dataclasses

import pytest

from screening import commands
from screening.projecting import age_band, folding, row_of
from tests.screening.scenes import MILD
from tests.screening.walks import ILL, IN_A_CAMP, WELL, WELL_CONTACT, Walk, all_signs, setting

CASE = {**ILL, **IN_A_CAMP}


def row(answers, **more):
    return row_of(Walk(**more).through(answers).state)


@pytest.mark.parametrize(
    ("years", "band"),
    [(None, None), (0, "0-4"), (4, "0-4"), (5, "5-9"), (9, "5-9"), (14, "10-14"), (15, "15-19"), (19, "15-19"),
     (20, "20-29"), (29, "20-29"), (30, "30-39"), (79, "70-79"), (80, "80+"), (130, "80+")],
)  # fmt: skip
def test_age_bands_are_those_of_the_weekly_report(years, band):
    assert age_band(years) == band


def test_the_day_is_local_at_the_post():
    found = row(WELL)
    assert (found.day, found.hour, found.began_at) == ("2021-03-23", 9, "2021-03-23T14:14:03.000000Z")


@pytest.mark.parametrize(
    ("answers", "fields"),
    [
        (WELL, {"course": "advice", "classification": "not_a_case", "secondary": False, "symptomatic": "no",
                "temperature_c": 36.6, "readings": 1, "answers": 5, "unknown_answers": 0, "contact": "no",
                "syndrome": None}),
        (CASE, {"course": "case", "classification": "suspected", "by": "suspected.A", "secondary": True,
                "symptomatic": "yes", "temperature_c": 38.3, "readings": 3, "syndrome": "ili", "emergency": False}),
        (WELL_CONTACT, {"course": "quarantine", "contact": "yes", "symptomatic": "no"}),
        ({**MILD, "signs": all_signs(diarrhoea=1)}, {"syndrome": "acute_diarrhoea"}),
        ({**MILD, "signs": all_signs(fever=1)}, {"syndrome": "fever"}),
        ({**MILD, "signs": all_signs(rash=1)}, {"syndrome": "other"}),
        ({**MILD, "vulnerable": "both"}, {"pregnant": "yes"}),
        ({**MILD, "vulnerable": "chronic"}, {"pregnant": "no"}),
        ({**MILD, "vulnerable": "unknown"}, {"pregnant": "unknown", "unknown_answers": 1}),
        ({**WELL, "observe": "danger", "emergency_end": "handed_over"}, {"emergency": True, "course": "emergency"}),
        ({**WELL, "temperature": {"c": "unknown", "reason": "too_hot"}}, {"temperature_c": None, "readings": 0}),
        ({**CASE, "tests": [{"type": "naat", "result": "pending"}]}, {"tests": "naat:pending"}),
    ],
)  # fmt: skip
def test_what_is_counted(answers, fields):
    found = dataclasses.asdict(row(answers))
    assert {name: found[name] for name in fields} == fields


@pytest.mark.parametrize(("said", "alone"), [("yes", "no"), ("no", "yes"), ("unknown", "unknown")])
def test_children_alone_are_counted(said, alone):
    assert row({**WELL, "accompanied": said}, age=9).unaccompanied == alone
    assert row(WELL, age=30).unaccompanied is None


def test_before_the_end_nothing_is_said_of_the_class():
    found = row_of(Walk().until("temperature").state)
    assert (found.status, found.step, found.classification, found.course, found.concluded_at) == (
        "open",
        "temperature",
        *[None] * 3,
    )


def test_a_parked_traveller_says_what_he_waits_for_and_until_when():
    walked = Walk().until("second_reading", {"temperature": {"c": 38.2}})
    walked.act(commands.park(walked.state, walked.who(), "second"))
    found = row_of(walked.state)
    assert (found.status, found.waits_for, found.step) == ("parked", "second", "second_reading")
    assert found.wait_until > found.began_at


def test_a_closed_one_has_its_outcome_and_its_seconds_without_the_rest():
    walked = Walk().until("second_reading", {"temperature": {"c": 38.2}})
    walked.act(commands.park(walked.state, walked.who(), "second"))
    walked.rest()
    walked.act(commands.resume(walked.state, walked.who()))
    walked.through({**WELL, "second_reading": {"c": 36.8}})
    walked.act(commands.do(walked.state, walked.who(), "give_advice"))
    walked.act(commands.close(walked.state, walked.who()))
    found = row_of(walked.state)
    assert (found.status, found.outcome, found.step) == ("closed", "cleared_with_advice", None)
    assert found.seconds < 120
    assert found.handed_over_at


def test_nothing_in_a_row_identifies():
    walked = Walk(age=None)
    identity = {"surname": "ZZCANARY", "given_names": "ZZCANARY", "number": "ZZ123", "birth_date": "1974-08-12"}
    walked.act(commands.identify(walked.state, walked.who(), {"nationality": "UTO", "age_years": 46}, identity))
    walked.through(CASE)
    walked.act(commands.companion(walked.state, walked.who(), "child", 4, "ZZCANARY"))
    said = str(row_of(walked.state))
    assert "ZZ" not in said
    assert "1974" not in said


def test_a_rebuild_folds_the_events_to_the_same_row_and_skips_other_streams():
    walked = Walk().through(CASE)
    assert folding(lambda _: setting())(walked.events) == row_of(walked.state)
    assert folding(lambda _: setting())([]) is None
    assert folding(lambda _: setting())(walked.events[1:]) is None
