"""What the outcome says of its sources, and what a met criterion rests on."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from tests.ui.stage import ERIKSSON
from ui.knowledge.facts import known
from ui.outcome.account import account_of, in_short


def outcome_of(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock)
    return stage.conduct.outcome


def test_what_is_recalled_or_our_own_says_so_beside_the_clause(make_stage, clock):
    stage = make_stage(language="en")
    stage.confirm_clock()
    page = outcome_of(stage, clock)
    marks = {task.id: task.mark.words if task.mark else "" for task in page.tasks}
    assert marks["isolate"] == "source to be confirmed"
    assert marks["handover"] == "post setting"
    assert marks["belongings"] == ""  # its wording was read
    assert page.account.precaution_mark.words == "source to be confirmed"
    marked = {(bool(reason.clause), reason.mark and reason.mark.words) for reason in page.account.reasons}
    assert {(True, None), (True, "source to be confirmed"), (True, "post setting")} <= marked


def test_a_mark_stands_as_a_sign_and_its_words_once_on_the_page(make_stage, clock):
    stage = make_stage(language="en")
    stage.confirm_clock()
    page = outcome_of(stage, clock)
    said = [each.text() for each in page.findChildren(QLabel) if not each.isHidden()]
    assert said.count("source to be confirmed") == said.count("post setting") == 1
    assert not [words for words in said if "source to be confirmed" in words and words != "source to be confirmed"]
    heard = page._list.accessibleName()
    assert "Isolation room source to be confirmed" in heard
    assert "Handover post setting" in heard
    stage.press("F1")
    said = [each.text() for each in page.findChildren(QLabel) if not each.isHidden()]
    assert said.count("source to be confirmed") == said.count("post setting") == 1
    assert "isolation and referral" in said


def test_a_met_criterion_shows_the_values_it_rests_on(stage, clock):
    page = outcome_of(stage, clock)
    short = in_short(page.account.reasons)
    first = short[0]
    assert first.truth == "met"
    assert "tos (2 d)" in first.rests_on
    assert "fiebre (3 d)" in first.rests_on
    assert "campamento" in first.rests_on.casefold() or "convivencia" in first.rests_on.casefold()
    assert "anosmia" not in first.rests_on
    assert not any(reason.rests_on for reason in page.account.reasons if reason.truth != "met")


def test_the_edition_is_named_by_its_title(stage, clock):
    page = outcome_of(stage, clock)
    title = stage.desk.state.setting.engine.definition.about.title["es"]
    assert title in page.account.by
    assert account_of(stage.desk.state, stage.conduct.wording).by == page.account.by


def test_raised_is_what_the_procedure_reads_again(stage):
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test", declare_signs="no", declare_contact="no")
    recheck = stage.desk.state.setting.number("recheck_from_c")
    for reading, family in ((recheck, "watch"), (recheck - 0.1, "calm")):
        stage.desk.answer({"c": reading}, step="temperature")
        line = next(line for line in known(stage.desk.state, stage.conduct.wording) if "°C" in line.value)
        assert line.family == family
