"""Duties and their clocks: limits typed from the norm, running from what starts them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from screening import commands
from screening.duties import follow
from tests.screening.walks import ILL, IN_A_CAMP, INTERVIEW, WELL, WELL_CONTACT, Walk

CASE = {**ILL, **IN_A_CAMP}


@pytest.mark.parametrize(
    ("answers", "limits"),
    [
        (CASE, {"isolate": 10, "notify_health_authority": 15, "call_transport": 60}),  # C1, C2, C4
        (WELL_CONTACT, {"explain_quarantine": 10, "notify_health_authority": 15, "quarantine_handover": 60}),
        ({**WELL, **INTERVIEW, "observe": "ill"}, {"care_handover": 60}),
        (WELL, {"give_advice": None}),
    ],
)
def test_clocks_run_from_the_conclusion(answers, limits):
    walked = Walk().through(answers)
    concluded = walked.state.concluded_at
    for duty, minutes in limits.items():
        due = None if minutes is None else concluded + timedelta(minutes=minutes)
        assert walked.duties()[duty].due_at == due


@pytest.mark.parametrize(
    ("duty", "after", "minutes"),
    [("handover", "call_transport", 60), ("clean_room", "handover", 60), ("receipt", "handover", 1440)],
)
def test_other_clocks_start_with_the_duty_before(duty, after, minutes):
    walked = Walk().through(CASE)
    assert walked.duties()[duty].due_at is None
    for name in ("slip", "call_transport", "belongings", "list_party", "handover"):
        walked.act(commands.do(walked.state, walked.who(), name))
    started = walked.duties()[after].done_at
    assert walked.duties()[duty].due_at == started + timedelta(minutes=minutes)


def test_late_is_later_than_the_limit_and_stays_late_when_done():
    walked = Walk().through(CASE)
    due = walked.duties()["isolate"].due_at
    late = {at: next(d for d in follow(walked.state, at) if d.spec.id == "isolate").is_late
            for at in (due - timedelta(seconds=1), due, due + timedelta(seconds=1))}  # fmt: skip
    assert list(late.values()) == [False, False, True]
    walked.now = due + timedelta(minutes=1)
    walked.act(commands.do(walked.state, walked.who(), "isolate"))
    assert walked.duties()["isolate"].is_late


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(60, None), (61, "health_authority"), (120, "health_authority"), (121, "health_authority")],
)
def test_missing_transport_is_told_after_one_hour_and_again_after_two(minutes, told):
    walked = Walk().through(CASE)
    at = walked.state.concluded_at + timedelta(minutes=minutes)
    (call,) = (duty for duty in follow(walked.state, at) if duty.spec.id == "call_transport")
    assert (call.tell, call.is_late_again) == (told, minutes > 120)


def test_a_transport_that_was_called_and_does_not_come_goes_up_with_the_second_clock():
    walked = Walk().through(CASE)
    walked.act(commands.do(walked.state, walked.who(), "call_transport"))
    called = walked.duties()["call_transport"].done_at
    told = []
    for minutes in (60, 61, 121):
        waiting = {duty.spec.id: duty for duty in follow(walked.state, called + timedelta(minutes=minutes))}
        assert waiting["call_transport"].tell is None
        told.append(waiting["handover"].tell)
    assert told == [None, "supervisor", "health_authority"]


def test_there_are_none_before_the_walk_has_ended():
    assert follow(Walk().until("temperature").state, Walk().now) == ()


def test_what_is_owed_afterwards_keeps_nobody():
    walked = Walk().through(CASE)
    assert [name for name, duty in walked.duties().items() if not duty.keeps_traveller] == [
        "clean_room",
        "waste",
        "receipt",
    ]


def test_duties_done_stay_done_when_the_course_changes():
    """Isolated and notified, then a second person agrees that it is no case: the call need not be made again."""
    walked = Walk().through({**CASE, "judgement": {"class": "not_a_case", "reason": "known_cause"}})
    walked.act(commands.do(walked.state, walked.who(), "isolate"))
    walked.act(commands.countersign(walked.state, walked.who(), "minsa-3"))
    assert list(walked.duties()) == ["care_slip", "care_handover"]
    assert "isolate" in walked.state.log.duties


def test_the_clock_of_cleaning_after_an_emergency_starts():
    walked = Walk().through({**WELL, "observe": "danger", "emergency_end": "handed_over"})
    walked.act(commands.do(walked.state, walked.who(), "emergency_notify"))
    done = walked.duties()["emergency_notify"].done_at
    assert walked.duties()["clean_place"].due_at == done + timedelta(minutes=60)
