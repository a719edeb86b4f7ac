"""The log: what each kind of event adds, in order, and nothing of it lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from screening.events import KINDS, Event
from screening.log import Slip, add, gather

AT = datetime(2021, 3, 23, 14, 14, tzinfo=UTC)


def event(kind, body=None, identity=None, minute=0):
    return Event("screening:1", kind, AT + timedelta(minutes=minute), "o-17", body or {}, identity or {})


BEGUN = event("begun", {"language": "ht", "desk": "1"})


def test_a_log_begins_with_begun():
    with pytest.raises(ValueError, match="the first event is 'answered', not 'begun'"):
        gather([event("answered", {"step": "a", "value": 1})])
    with pytest.raises(ValueError, match="without events"):
        gather([])


def test_answers_replace_and_remember():
    log = gather([BEGUN, *(event("answered", {"step": "a", "value": value}, minute=value) for value in (1, 2, 3))])
    assert (log.answers["a"].value, log.answers["a"].before, log.answers["a"].at) == (
        3,
        (1, 2),
        AT + timedelta(minutes=3),
    )


def test_identity_adds_up_and_is_gone_when_erased():
    log = gather(
        [BEGUN, event("identified", {"age_years": 30}, {"surname": "X"}), event("identified", {}, {"number": "1"})]
    )
    assert (dict(log.identity), dict(log.document)) == ({"surname": "X", "number": "1"}, {"age_years": 30})
    log = add(log, event("erased"))
    assert (log.erased, dict(log.identity), dict(log.document)) == (True, {}, {"age_years": 30})


def told(value, identity, minute=0, kind="answered"):
    return event(kind, {"step": "spoken", "value": value, "person": True}, identity, minute)


@pytest.mark.parametrize(
    ("first", "then", "sealed", "clear"),
    [
        pytest.param(
            told({"age_years": 30, "sex": "M"}, {"spoken_name": "Jean", "birth_date": "1990-04-05"}),
            told({"sex": "M"}, {"spoken_name": "Jean"}),
            {"spoken_name": "Jean"},
            {"sex": "M"},
            id="a birth date taken away takes its age along",
        ),
        pytest.param(
            told({"age_years": 0, "age_months": 1}, {"spoken_name": "Jean"}),
            told({"age_years": 34}, {"spoken_name": "Jean"}),
            {"spoken_name": "Jean"},
            {"age_years": 34},
            id="months do not outlive the years that replace them",
        ),
        pytest.param(
            told({"age_years": 30}, {"birth_date": "1990-04-05"}),
            told("unknown", {}),
            {},
            {},
            id="unknown after all",
        ),
        pytest.param(
            event("identified", {"age_years": 0, "age_months": 1}, {"birth_date": "2021-02-20", "surname": "X"}),
            event("identified", {"age_years": 34}, {"number": "1"}),
            {"surname": "X", "number": "1"},
            {"age_years": 34},
            id="told anew without a document",
        ),
        pytest.param(
            told({"age_years": 34, "sex": "F"}, {"spoken_name": "Ana"}),
            event("identified", {"age_years": 35, "nationality": "CUB"}, {"birth_date": "1986-01-01"}),
            {"spoken_name": "Ana", "birth_date": "1986-01-01"},
            {"age_years": 35, "sex": "F", "nationality": "CUB"},
            id="a document adds to what was told and its age stands",
        ),
    ],
)
def test_an_age_is_replaced_whole_and_nothing_worked_out_of_it_stays(first, then, sealed, clear):
    log = gather([BEGUN, first, then])
    assert (dict(log.identity), dict(log.document)) == (sealed, clear)


def test_a_paper_in_the_queue_leaves_it_when_a_printer_took_it():
    printed = {"paper": "referral_slip", "number": "PA-1", "copy": 0}
    log = gather([BEGUN, event("slip_printed", {**printed, "queued": True})])
    assert log.slips == (Slip("referral_slip", "PA-1", 0, AT, "o-17", queued=True),)
    log = add(log, event("slip_printed", {**printed, "queued": False}, minute=5))
    assert [slip.queued for slip in log.slips] == [False]
    log = add(log, event("slip_printed", {**printed, "copy": 1, "queued": True}))
    assert [(slip.copy, slip.queued) for slip in log.slips] == [(0, False), (1, True)]


def test_parking_twice_adds_the_time_away():
    log = gather([BEGUN, event("parked", {"reason": "second"}, minute=1), event("resumed", minute=11),
                  event("parked", {"reason": "aside"}, minute=12), event("resumed", minute=17)])  # fmt: skip
    assert (log.parked, log.parked_seconds) == (None, 15 * 60)


def test_a_clock_set_back_gives_no_negative_time():
    log = gather([BEGUN, event("parked", minute=10), event("resumed", minute=5)])
    assert log.parked_seconds == 0


def test_interrupts_are_a_stack_and_each_begins_anew():
    def pressed(name, steps):
        return event("interrupted", {"interrupt": name, "at": "x", "steps": steps})

    log = gather([BEGUN, event("answered", {"step": "call", "value": True}), event("revisited", {"step": "b"}),
                  pressed("refusal", ["explain"])])  # fmt: skip
    log = add(log, pressed("emergency", ["call"]))
    assert [broken.name for broken in log.interrupts] == ["refusal", "emergency"]
    assert (log.interrupt, log.revisiting, "call" in log.answers) == ("emergency", None, False)
    log = add(log, pressed("emergency", ["call"]))
    assert [broken.name for broken in log.interrupts] == ["refusal", "emergency"]
    log = add(log, event("interrupt_ended", {"interrupt": "emergency"}))
    assert (log.interrupt, log.revisiting) == ("refusal", None)
    log = add(log, event("interrupt_ended", {"interrupt": "refusal"}))
    assert (log.interrupt, log.revisiting, log.ever_interrupted) == (None, "b", {"refusal", "emergency"})
    assert add(log, event("interrupt_ended", {"interrupt": "left"})).interrupts == ()


@pytest.mark.parametrize(
    "kind", sorted(KINDS - {"begun", "answered", "corrected", "revisited", "interrupted", "duty_done", "slip_printed"})
)
def test_an_event_that_says_little_breaks_nothing(kind):
    log = gather([BEGUN, event(kind, minute=3)])
    assert log.last_at == AT + timedelta(minutes=3)


def test_an_unknown_step_of_an_older_release_is_kept():
    assert gather([BEGUN, event("answered", {"step": "gone", "value": [1]})]).answers["gone"].value == [1]
