"""The outcome page: everything essential without scrolling, every criterion, whose class it is, alerts, a review."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.screening.test_session_corrections import MILD, POSITIVE_ANTIGEN, all_signs
from tests.screening.walks import Walk
from tests.ui.stage import ERIKSSON
from ui.outcome.account import in_one_line, in_short
from ui.outcome.otherwise import otherwise
from ui.outcome.why import IDLE_MS
from ui.plain import Button


def words(page):
    return [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]


def outcome_of(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock)
    return stage.conduct.outcome


@pytest.mark.parametrize("language", ["es", "en"])
def test_all_duties_of_a_case_are_seen_at_1280_by_720(make_stage, clock, language):
    stage = make_stage(language=language)
    stage.window.resize(1280, 720)
    stage.confirm_clock()
    page = outcome_of(stage, clock)
    lowest = max(box.bottom() for _, box in page._list._boxes()) + page._list.y()
    assert len(page._list._boxes()) >= 7
    assert lowest <= page._area.viewport().height()
    assert page._area.verticalScrollBar().value() == 0
    assert stage.window.right.isHidden()


def test_a_duty_can_be_touched(stage, clock):
    page = outcome_of(stage, clock)
    assert min(box.height() for task, box in page._list._boxes() if not task.is_done) >= 44


def test_every_criterion_of_the_edition_is_told_with_its_truth(stage, clock):
    page = outcome_of(stage, clock)
    account = page.account
    heads = [reason for reason in account.reasons if reason.depth == 0]
    assert len(heads) == len(stage.desk.state.setting.engine.definition.criteria) == 11
    shown, rest = in_short(account.reasons), in_one_line(account.reasons)
    for head in heads:
        class_, letter = head.head
        assert head in shown or class_ in rest, head.head
        assert head in shown or letter in rest, head.head
    assert "No se cumple: " in rest
    assert "se cumple · sospechoso A" in words(page)


def test_the_program_and_the_person_stand_side_by_side(stage, clock):
    page = outcome_of(stage, clock)
    assert page.account.program == "caso sospechoso A"
    assert (page.account.own, page.account.own_by, page.account.agrees) == ("De acuerdo", "o-17", True)
    stage.desk.answer({"class": "not_a_case", "reason": "known_cause"}, step="judgement")
    stage.presenter.moved.emit()
    stage.settle()
    account = page.account
    assert (account.program, account.pending, account.unreviewed) == ("caso sospechoso A", True, False)
    assert account.own.startswith("\u2068no cumple la definición\u2069. Motivo: ")


def test_an_alert_of_the_definition_stands_first_and_hides_no_duty(stage, qtbot):
    walked = Walk().through({**MILD, **POSITIVE_ANTIGEN, "signs": all_signs(rash=2), "judgement": {"agree": True}})
    assert walked.state.verdict.alerts == ("definition-gap",)
    page = stage.conduct.outcome
    page.show_state(walked.state, tuple)
    said = words(page)
    assert said.index("ATENCIÓN") == 0
    assert "Vacío de la definición" in said[1]
    assert "TAREAS" in said


def upgraded(stage, clock):
    """One who is only ill by the program and whom the officer takes for a suspected case."""
    stage.scan(ERIKSSON)
    stage.answer(observe="ill", documents="no_test", declare_signs="yes", declare_contact="no")
    stage.answer(temperature={"c": 36.6})
    while stage.step is not None and stage.step != "judgement":
        state = stage.desk.state
        kind = state.at.answer
        value = {
            "signs": all_signs(diarrhoea=1), "done": True, "days": 1, "number": 18, "reading": {"c": 36.6},
            "places": [{"country": "PAN", "first": 14, "last": 0}], "tests": [], "yes_no": "no",
        }.get(kind, "unknown")  # fmt: skip
        value = {"saturation": 98, "inform": "yes"}.get(stage.step, value)
        stage.desk.answer(value)
    stage.desk.answer({"class": "suspected", "reason": "seen"})
    while stage.step is not None:
        stage.desk.answer(True)
    stage.presenter.moved.emit()
    stage.settle()


def test_an_upgrade_that_keeps_apart_is_reviewed_by_telephone(stage, clock):
    upgraded(stage, clock)
    state, page = stage.desk.state, stage.conduct.outcome
    assert (state.course.id, state.unreviewed) == ("case", True)
    assert any("lo revisa personal de salud" in said for said in words(page))
    assert any(task.id == "isolate" and task.is_next for task in page.tasks)  # care does not wait for it
    stage.press("F7")
    assert "salud" in words(stage.window.page)[0]
    stage.type("Dra. Ruiz")
    stage.press("\n")
    stage.type("minsa-3")
    stage.press("\n", "2")
    assert stage.desk.state.log.judgement.reviewed_by == "minsa-3"
    assert not page.account.unreviewed
    assert "minsa-3" in page.account.own_by
    assert not [button for button in page.findChildren(Button) if button.key_cap == "F7" and button.isVisible()]


def test_if_a_sign_were_there_the_class_it_would_lead_to_is_said(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock)
    signs = {**stage.desk.state.value("signs"), "anosmia": "unknown", "ageusia": "no"}
    stage.desk.answer(signs, step="signs")
    while stage.step is not None:
        value = {"judgement": {"agree": True}, "doff": True}.get(stage.step, "no")
        stage.desk.answer(value)
    stage.presenter.moved.emit()
    stage.settle()
    state = stage.desk.state
    assert (state.verdict.floor, state.verdict.ceiling) == ("suspected", "probable")
    found = dict(otherwise(state, stage.conduct.wording, 3))
    assert "caso probable" in found["pérdida del olfato"]
    assert stage.desk.state is state
    QTest.qWait(IDLE_MS * 4)
    assert any("si «pérdida del olfato» fuera sí: caso probable" in said for said in words(stage.conduct.outcome))
