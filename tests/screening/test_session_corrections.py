"""Back and corrected at any point; the officer's own class beside the program's."""

from __future__ import annotations

import pytest

from screening import commands
from screening.answers import AnswerError
from screening.commands import CommandError
from screening.projecting import row_of
from tests.screening.scenes import EVERY_PLACE, MILD, POSITIVE_ANTIGEN, standing_at
from tests.screening.walks import (
    ILL,
    IN_A_CAMP,
    INTERVIEW,
    MET_A_CASE,
    WELL,
    WELL_CONTACT,
    Walk,
    all_signs,
)

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


def test_an_upgrade_that_keeps_apart_is_reviewed_by_a_health_worker():
    walked = judged({**MILD, "signs": all_signs(diarrhoea=1)}, "suspected")
    assert walked.state.unreviewed
    with pytest.raises(CommandError, match="second person must be"):
        commands.countersign(walked.state, walked.who(), "o-17")
    walked.act(commands.countersign(walked.state, walked.who(), "minsa-3", name="Dra. Ruiz", by_phone=True))
    event = walked.events[-1]
    assert (event.kind, event.body) == ("upgrade_reviewed", {"second": "minsa-3", "by_phone": True})
    assert (walked.course, walked.state.unreviewed) == ("case", False)
    assert walked.state.log.judgement.reviewed_by == "minsa-3"
    with pytest.raises(CommandError, match="no downgrade waits"):
        commands.countersign(walked.state, walked.who(), "minsa-4")


def test_an_unreviewed_upgrade_stays_open_until_it_is_reviewed_or_taken_back():
    walked = judged({**MILD, "signs": all_signs(diarrhoea=1)}, "suspected")
    with pytest.raises(CommandError, match="a health worker reviews it first"):
        commands.close(walked.state, walked.who())
    walked.give({"agree": True}, step="judgement")
    assert (walked.course, walked.state.unreviewed) == ("ordinary_care", False)


def test_an_upgrade_of_one_who_is_kept_apart_anyway_needs_no_review():
    walked = judged({**ILL, **IN_A_CAMP}, "probable")
    assert (walked.course, walked.state.unreviewed) == ("case", False)


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
