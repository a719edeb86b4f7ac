"""What those who are here wait for: one duty of each kind, by its own clock, and nobody is left out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from screening import commands
from screening.pending import awaited, pending
from tests.screening.walks import ILL, IN_A_CAMP, WELL, Walk, catalogue

PROCEDURE = catalogue().procedure("poe-entry@2020-01-31")
AWAITED = {
    "isolate": "room",
    "explain_quarantine": "room",
    "notify_health_authority": "notify",
    "list_party": "notify",
    "call_transport": "transport",
    "handover": "transport",
    "quarantine_handover": "transport",
    "emergency_notify": "notify",
    "clean_room": "clean",
    "waste": "clean",
    "slip": "",
    "receipt": "",
    "give_advice": "",
}


@pytest.mark.parametrize(("duty", "what"), AWAITED.items())
def test_what_a_duty_lets_wait_for(duty, what):
    assert awaited(PROCEDURE.duties[duty]) == what


def of(walked, minutes=0):
    found = pending([walked.state], walked.now + timedelta(minutes=minutes))
    return [(one.duty.spec.id, one.duty.is_late) for one in found]


def test_a_case_waits_for_a_room_a_call_and_the_transport_each_by_its_own_clock():
    walked = Walk().through({**ILL, **IN_A_CAMP})
    assert of(walked) == [("isolate", False), ("notify_health_authority", False), ("call_transport", False)]
    assert of(walked, 11)[0] == ("isolate", True)
    assert [late for _, late in of(walked, 61)] == [True, True, True]
    for duty in ("isolate", "notify_health_authority", "list_party", "call_transport"):
        walked.act(commands.do(walked.state, walked.who(), duty))
    assert of(walked) == [("handover", False)]


def test_who_has_only_duties_without_a_clock_waits_for_the_first_and_who_has_gone_for_nothing():
    walked = Walk().through(WELL)
    assert of(walked) == [("give_advice", False)]
    walked.act(commands.do(walked.state, walked.who(), "give_advice"))
    walked.act(commands.close(walked.state, walked.who()))
    assert of(walked) == []


def test_who_is_still_walking_waits_for_no_duty():
    assert of(Walk()) == []
