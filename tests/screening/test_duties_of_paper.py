"""Duties of a form of paper that is typed in later: their clocks are those of then, and nobody is alarmed now."""

from __future__ import annotations

from datetime import timedelta

import pytest

from screening import commands
from screening.conformance import Part, conformance
from screening.duties import follow
from screening.paper_forms import Forms, late
from screening.pending import pending
from screening.session import fold
from tests.screening.walks import ILL, IN_A_CAMP, Walk

CASE = {**ILL, **IN_A_CAMP}


def typed_in(before: timedelta) -> Walk:
    """A case whose form says that it was screened so long before it is typed in."""
    walked = Walk(age=None)
    walked.events = list(late(walked.events[0], walked.now - before, None, Forms()))
    walked.state = fold(walked.setting, walked.events)
    walked.act(commands.identify(walked.state, walked.who(), {"age_years": 30, "sex": "F"}, {"surname": "X"}))
    return walked.through(CASE)


def do(walked: Walk, duty: str, minutes: float | None = None) -> None:
    """Tick a duty; `minutes` after the screening by the form, None where the form does not say."""
    at = None if minutes is None else (walked.state.log.screened_at + timedelta(minutes=minutes)).isoformat()
    walked.act(commands.do(walked.state, walked.who(), duty, {} if at is None else {"at": at}))


def test_the_clocks_began_with_the_screening_of_the_form():
    walked = typed_in(timedelta(hours=5))
    screened = walked.state.log.screened_at
    assert walked.state.concluded_at == screened
    duties = walked.duties()
    assert duties["isolate"].due_at == screened + timedelta(minutes=10)
    assert duties["call_transport"].due_at == screened + timedelta(minutes=60)


def test_what_was_due_before_it_was_typed_is_told_as_such_and_alarms_nobody():
    walked = typed_in(timedelta(hours=5))
    now = walked.now + timedelta(hours=3)
    for duty in follow(walked.state, now):
        if duty.due_at is not None:
            assert (duty.is_of_paper, duty.is_late, duty.tell) == (True, False, None)
    assert not any(one.duty.is_late for one in pending([walked.state], now))


def test_what_falls_due_after_it_was_typed_alarms_as_ever():
    walked = typed_in(timedelta(minutes=20))
    call = walked.duties()["call_transport"]
    assert not call.is_of_paper
    (later,) = (d for d in follow(walked.state, call.due_at + timedelta(minutes=1)) if d.spec.id == "call_transport")
    assert (later.is_late, later.tell) == (True, "health_authority")


@pytest.mark.parametrize(
    ("minutes", "is_late", "is_of_paper"), [(9, False, False), (11, True, False), (None, False, True)]
)
def test_when_it_was_done_is_what_the_form_says(minutes, is_late, is_of_paper):
    walked = typed_in(timedelta(hours=5))
    do(walked, "isolate", minutes)
    done = walked.duties()["isolate"]
    assert (done.is_late, done.is_of_paper) == (is_late, is_of_paper)
    assert done.done_at == walked.state.log.screened_at + timedelta(minutes=minutes or 0)


def test_the_clock_of_the_next_duty_runs_from_when_the_one_before_was_done_on_paper():
    walked = typed_in(timedelta(hours=5))
    for duty in ("slip", "belongings", "list_party"):
        do(walked, duty)
    do(walked, "call_transport", 30)
    assert walked.duties()["handover"].due_at == walked.state.log.screened_at + timedelta(minutes=90)


def test_the_conformance_counts_only_what_the_form_tells():
    silent, told = typed_in(timedelta(hours=5)), typed_in(timedelta(hours=5))
    do(silent, "isolate")
    do(told, "isolate", 11)
    do(told, "notify_health_authority", 14)
    found = conformance([silent.state, told.state], told.now + timedelta(hours=1))
    assert dict(found.late) == {"isolate": Part(1, 1)}  # of two, one does not tell
    assert found.any_late.count == 1
    assert found.seconds == (None, None)


def test_of_a_desk_without_paper_nothing_changes():
    walked = Walk().through(CASE)
    do(walked, "isolate", 0)  # what a duty tells of a time is heard of forms of paper only
    assert walked.duties()["isolate"].done_at == walked.state.log.duties["isolate"].at
    assert not any(duty.is_of_paper for duty in walked.duties().values())
