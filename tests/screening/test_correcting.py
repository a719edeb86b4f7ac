"""Corrected after closing: proposed, decided by a person, counted; what was done and judged stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from screening import commands, correcting
from screening.answers import AnswerError
from screening.commands import CommandError
from screening.log import gather
from screening.projecting import row_of
from screening.session import fold, walk
from tests.screening.walks import ILL, IN_A_CAMP, WELL, Walk, all_signs

NO_COUGH = all_signs(fever=3)
REASONS = ("typing-slip", "misheard")


def closed(answers) -> Walk:
    """A walk to its end, its duties done, closed."""
    walked = Walk().through(answers)
    for duty in [name for name, each in walked.duties().items() if not each.spec.afterwards]:
        walked.act(commands.do(walked.state, walked.who(), duty))
    walked.act(commands.close(walked.state, walked.who()))
    return walked


def correct(walked: Walk, step: str, value, reason: str = "typing-slip"):
    return walked.act(correcting.correct(walked.state, walked.who("o-9"), step, value, reason=reason, reasons=REASONS))


@pytest.fixture
def ill() -> Walk:
    return closed({**ILL, **IN_A_CAMP})


def test_a_correction_is_a_proposal_until_a_person_decides(ill):
    before = ill.state
    assert before.verdict.classification == "suspected"
    after = correct(ill, "signs", NO_COUGH)
    assert (after.verdict, after.facts, after.log.answers["signs"].value) == (
        before.verdict,
        before.facts,
        ILL["signs"],
    )
    assert correcting.proposal(after).verdict.classification != "suspected"
    assert row_of(after).classification == "suspected"
    assert row_of(after).corrections == 0


def test_agreed_it_counts_and_what_was_done_stays(ill):
    before = row_of(ill.state)
    correct(ill, "signs", NO_COUGH)
    proposed = correcting.proposal(ill.state).verdict
    state = ill.act(correcting.decide(ill.state, ill.who("o-9"), agreed=True))
    row = row_of(state)
    assert (row.classification, row.floor, row.ceiling) == (proposed.classification, proposed.floor, proposed.ceiling)
    assert row.corrections == 1
    kept = ("outcome", "course", "judgement", "status", "concluded_at", "closed_at", "seconds", "isolated_at", "owed")
    assert {name: getattr(row, name) for name in kept} == {name: getattr(before, name) for name in kept}
    assert state.log.answers["signs"].before == (ILL["signs"],)
    assert state.at is None


def test_not_agreed_it_leaves_everything_as_it_was(ill):
    before = row_of(ill.state)
    correct(ill, "signs", NO_COUGH)
    state = ill.act(correcting.decide(ill.state, ill.who(), agreed=False))
    assert row_of(state) == before
    assert correcting.proposal(state) is None


def test_the_officers_own_class_is_never_overwritten():
    ill = closed({**ILL, **IN_A_CAMP, "judgement": {"class": "probable", "reason": "seen"}})
    assert row_of(ill.state).judgement == "probable"
    correct(ill, "signs", NO_COUGH)
    state = ill.act(correcting.decide(ill.state, ill.who(), agreed=True))
    assert row_of(state).judgement == "probable"
    assert row_of(state).outcome == row_of(fold(state.setting, ill.events[:-2])).outcome


def test_what_nobody_was_asked_is_unknown_and_never_no():
    well = closed(WELL)
    assert well.state.verdict.classification == "not_a_case"
    correct(well, "declare_signs", "yes")
    after = correcting.proposal(well.state)
    assert after.at is None
    assert after.verdict.ceiling == "probable"
    assert after.verdict.classification == "undetermined"
    assert {visited.step.id for visited in after.path} == {visited.step.id for visited in well.state.path}


def test_two_corrections_are_decided_together(ill):
    correct(ill, "signs", NO_COUGH)
    correct(ill, "health_work", "yes")
    state = ill.act(correcting.decide(ill.state, ill.who(), agreed=True))
    assert row_of(state).corrections == 2


def test_a_rebuilt_row_is_the_row_that_was_written(ill):
    correct(ill, "signs", NO_COUGH)
    ill.act(correcting.decide(ill.state, ill.who(), agreed=True))
    assert row_of(fold(ill.setting, ill.events)) == row_of(ill.state)
    assert walk(ill.setting, gather(ill.events)) == ill.state


@pytest.mark.parametrize(
    ("step", "value", "reason", "problem"),
    [
        ("camp", "no", "because I say so", "no reason"),
        ("camp", "yes", "misheard", "as it stands"),
        ("camp", 7, "misheard", "is not yes, no"),
        ("judgement", {"agree": True}, "misheard", "not corrected after closing"),
        ("no_such_step", "no", "misheard", "not corrected after closing"),
    ],
)
def test_what_is_no_correction_is_refused(ill, step, value, reason, problem):
    with pytest.raises((CommandError, AnswerError), match=problem):
        correct(ill, step, value, reason)


def test_an_open_screening_is_corrected_at_the_desk():
    walked = Walk().until("temperature", WELL)
    with pytest.raises(CommandError, match="still open"):
        correct(walked, "observe", "ill")
    with pytest.raises(CommandError, match="still open"):
        correcting.decide(walked.state, walked.who(), agreed=True)


def test_a_decision_needs_a_correction(ill):
    with pytest.raises(CommandError, match="no correction waits"):
        correcting.decide(ill.state, ill.who(), agreed=True)


def test_a_screening_that_ended_in_an_emergency_is_corrected_too():
    walked = Walk().until("declare_signs", WELL)
    walked.press("emergency")
    walked.through()
    for duty in [name for name, each in walked.duties().items() if not each.spec.afterwards]:
        walked.act(commands.do(walked.state, walked.who(), duty))
    walked.act(commands.close(walked.state, walked.who()))
    before = row_of(walked.state)
    correct(
        walked, next(each.id for each in correcting.correctable(walked.state) if each.answer == "choice"), "unknown"
    )
    row = row_of(walked.act(correcting.decide(walked.state, walked.who(), agreed=True)))
    assert (row.outcome, row.course, row.emergency) == (before.outcome, before.course, True)
    assert replace(row, corrections=0).closed_at == before.closed_at
