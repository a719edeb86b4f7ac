"""The row of a screening: what is counted, made from the state alone."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from screening import commands, projecting
from screening.duties import RECEIPT
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


def renamed(state, field, names):
    """The same state under a procedure that calls its duties otherwise."""
    procedure, log = state.setting.procedure, state.log
    duties = {names.get(name, name): replace(spec, id=names.get(name, name)) for name, spec in procedure.duties.items()}
    done = {names.get(name, name): event for name, event in log.duties.items()}
    course = replace(state.course, duties=tuple(names.get(name, name) for name in state.course.duties))
    setting = replace(state.setting, procedure=replace(procedure, duties=duties))
    return getattr(row_of(replace(state, setting=setting, log=replace(log, duties=done), course=course)), field)


@pytest.mark.parametrize(
    ("field", "duty"),
    [
        ("isolated_at", "isolate"),
        ("notified_at", "notify_health_authority"),
        ("released_at", "handover"),
        ("handed_over_at", "handover"),
    ],
)
def test_moments_are_those_of_what_a_duty_does_whatever_it_is_called(field, duty):
    walked = Walk().through(CASE)
    for name in ("isolate", "notify_health_authority", "list_party", "slip", "call_transport", "belongings"):
        walked.act(commands.do(walked.state, walked.who(), name))
    if field in ("released_at", "handed_over_at"):
        assert getattr(row_of(walked.state), field) is None
        walked.act(commands.do(walked.state, walked.who(), "handover"))
    at = walked.state.log.duties[duty].at
    expected = at.isoformat(timespec="microseconds").replace("+00:00", "Z")
    assert getattr(row_of(walked.state), field) == renamed(walked.state, field, {duty: "otherwise"}) == expected


def test_the_first_call_counts_whichever_duty_it_was():
    walked = Walk().through({**WELL, "observe": "danger", "emergency_end": "handed_over"})
    walked.act(commands.do(walked.state, walked.who(), "emergency_notify"))
    found = row_of(walked.state)
    assert found.notified_at == found.released_at == found.handed_over_at is not None


def test_secondary_begins_where_protection_is_put_on_or_consent_is_asked():
    for step, secondary in (("second_reading", False), ("mask", False), ("room", True), ("danger", True)):
        assert row_of(Walk().until(step, ILL).state).secondary is secondary, step


def test_an_emergency_that_broke_in_stays_one():
    walked = Walk().until("temperature")
    walked.press("emergency")
    assert row_of(walked.state).emergency
    other = Walk().until("temperature")
    other.press("left")
    assert not row_of(other.state).emergency


def test_the_ids_that_are_read_by_name_are_those_of_the_shipped_procedure():
    procedure = setting().procedure
    for step, meanings in projecting._BY_STEP.values():
        options = {option.id for option in procedure.steps[step].options} or {"yes", "no"}
        assert set(meanings) == options, step
    assert procedure.duties[RECEIPT].afterwards


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
