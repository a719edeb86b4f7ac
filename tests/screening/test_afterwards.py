"""What is still owed after travellers have gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from screening import commands
from screening.afterwards import owed
from tests.screening.walks import ILL, IN_A_CAMP, WELL, Walk

CASE = {**ILL, **IN_A_CAMP}
KEEPING = ("isolate", "notify_health_authority", "list_party", "slip", "call_transport", "belongings", "handover")


def closed(answers=CASE, duties=KEEPING):
    walked = Walk().through(answers)
    for duty in duties:
        walked.act(commands.do(walked.state, walked.who(), duty))
    walked.act(commands.close(walked.state, walked.who()))
    return walked


def names(found):
    return [one.duty.spec.id for one in found]


def test_room_receipt_and_waste_are_owed_by_what_comes_first():
    walked = closed()
    found = owed([walked.state], walked.now)
    assert names(found) == ["clean_room", "receipt", "waste"]
    assert not any(one.is_late or one.tell for one in found)
    assert {one.closed_at for one in found} == {walked.state.log.closed.at}
    assert [one.escalates_to for one in found[:2]] == ["supervisor", "health_authority"]


@pytest.mark.parametrize(
    ("hours", "late"), [(0.5, []), (2, [("clean_room", "supervisor")]),
                        (25, [("clean_room", "supervisor"), ("receipt", "health_authority")])],
)  # fmt: skip
def test_a_late_one_goes_to_whom_the_procedure_names(hours, late):
    walked = closed()
    found = owed([walked.state], walked.now + timedelta(hours=hours))
    assert [(one.duty.spec.id, one.tell) for one in found if one.is_late] == late
    assert [one.is_late for one in found] == sorted((one.is_late for one in found), reverse=True)


def test_the_limit_itself_is_not_late_yet():
    walked = closed()
    due = owed([walked.state], walked.now)[0].duty.due_at
    assert not owed([walked.state], due)[0].is_late
    assert owed([walked.state], due + timedelta(seconds=1))[0].is_late


def test_late_ones_of_all_travellers_come_before_the_others_and_the_most_overdue_first():
    first, second = closed(), closed()
    log = second.state.log
    handed = log.duties["handover"]
    later = {**log.duties, "handover": replace(handed, at=handed.at + timedelta(minutes=10))}
    after = replace(second.state, log=replace(log, stream="screening:t2", duties=later))
    found = owed([after, first.state], first.now + timedelta(hours=2))
    said = [(one.screening, one.duty.spec.id) for one in found]
    assert said[:4] == [("t1", "clean_room"), ("t2", "clean_room"), ("t1", "receipt"), ("t2", "receipt")]
    assert [one.is_late for one in found] == [True, True, False, False, False, False]


def test_what_was_done_is_owed_no_more():
    walked = closed()
    for left in (["receipt", "waste"], ["waste"], []):
        walked.act(commands.do(walked.state, walked.who(), owed([walked.state], walked.now)[0].duty.spec.id))
        assert names(owed([walked.state], walked.now)) == left


def test_who_is_still_here_or_owes_nothing_is_not_listed():
    here = Walk().through(CASE)
    well = closed(WELL, ["give_advice"])
    assert owed([here.state, well.state, Walk().state], here.now + timedelta(days=3)) == ()
