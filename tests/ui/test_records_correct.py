"""A closed record corrected by the keys of a person, in the real window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from screening.projecting import folding
from sops.catalogue import NoEditionError
from tests.ui.stage import ERIKSSON
from ui.board.deciding import Deciding
from ui.records.page import RecordsPage
from ui.strings import tr

WELL = {"observe": "well", "documents": "no_test", "declare_signs": "no", "declare_contact": "no"}


@pytest.fixture
def closed(stage):
    """A well traveller, cleared with advice; the next one stands in front."""
    stage.scan(ERIKSSON)
    for step, value in WELL.items():
        stage.desk.answer(value, step=step)
    stage.desk.answer({"c": 36.6})
    while stage.desk.state.log.closed is None:
        state = stage.desk.state
        if state.at is not None:
            stage.desk.answer({"done": True}.get(state.at.answer, "unknown"))
            continue
        for duty in stage.desk.duties():
            if duty.done_at is None and not duty.spec.afterwards and stage.desk.state.log.closed is None:
                stage.desk.do(duty.spec.id)
    screening = stage.desk.state.screening
    stage.desk.leave()
    stage.presenter.moved.emit()
    stage.press("F2")
    stage.keys = 0
    stage.closed = screening
    return stage


def open_records(stage, qtbot) -> RecordsPage:
    stage.control("f")
    page = stage.window.page
    assert isinstance(page, RecordsPage)
    page.field.setText(stage.closed)
    with qtbot.waitSignal(page.found):
        page.look_up()
    stage.press("\n")
    assert page.opened is not None
    return page


def choose(stage, words: str) -> None:
    """The choice with these words, by arrow and Enter."""
    page = stage.window.page.correction
    place = next(n for n, each in enumerate(page.choices) if words in each.words)
    stage.press(*["↓"] * place, "\n")


def test_a_wrong_key_is_corrected_with_a_reason_and_a_person_confirms(closed, qtbot):
    stage, in_front = closed, closed.desk.state
    before = stage.store.row(stage.closed)
    page = open_records(stage, qtbot)
    stage.press("2")
    step = stage.desk.load(stage.closed).setting.procedure.steps["declare_signs"]
    choose(stage, step.title["es"])
    assert page.correction.card is not None
    assert page.correction.card.question.number == 3  # as it was asked, after two others
    stage.press("1", "1")
    assert stage.store.row(stage.closed) == replace(before, undecided=1)
    shown = " ".join(each.text() for each in page.correction.findChildren(type(page.title)))
    assert "en investigación" in shown
    assert tr("correct.tell") in shown
    assert "corregido de \u2068no\u2069 a \u2068sí\u2069" in shown
    stage.press("1")
    row = stage.store.row(stage.closed)
    assert (row.classification, row.ceiling, row.corrections) == ("undetermined", "probable", 1)
    assert (row.outcome, row.course, row.closed_at) == (before.outcome, before.course, before.closed_at)
    assert page.status.text() == tr("correct.counts")
    assert any("pulsó otra tecla" in line.what for line in page.history)
    assert page.history[-1].what == tr("told.decided", now="en investigación")
    assert stage.desk.state == in_front
    assert stage.store.verify().ok


def test_a_correction_that_was_not_decided_waits_and_is_told(closed, qtbot):
    stage = closed
    page = open_records(stage, qtbot)
    before = stage.store.row(stage.closed)
    stage.press("2", "1", "2", "2", "⎋")
    assert page.correction is None
    assert page.status.text() == tr("correct.waits")
    assert stage.store.row(stage.closed) == replace(before, undecided=1)
    stage.press("2", "2")
    assert page.status.text() == tr("correct.dropped")
    assert stage.store.row(stage.closed) == before


def test_escape_leads_back_stage_by_stage_and_changes_nothing(closed, qtbot):
    stage = closed
    page = open_records(stage, qtbot)
    head = stage.store.head()
    stage.press("2", "1", "2", "⎋", "⎋")
    assert page.correction is None
    assert page.opened is not None
    stage.press("⎋", "⎋")
    assert stage.window.page is stage.conduct.card
    assert stage.store.head() == head


def test_the_same_answer_again_is_no_correction_and_is_said_in_words(closed, qtbot):
    stage = closed
    page = open_records(stage, qtbot)
    stage.press("2", "1", "1")
    assert page.correction.card is not None
    assert stage.window.foot.message == tr("correct.unchanged")


def test_whose_record_is_corrected_is_said_and_nobody_else_stands_beside_it(closed, qtbot):
    stage = closed
    page = open_records(stage, qtbot)
    stage.press("2")
    assert (
        page.title.text() == "Corrección: \u2068Nombre no se guarda (regla) · 23 mar 2021, 09:14 · control s0002\u2069"
    )
    assert stage.window.left.isHidden()
    assert stage.window.right.isHidden()


def test_a_record_that_is_open_is_corrected_at_the_desk(closed, qtbot):
    stage = closed
    stage.closed = stage.desk.state.screening
    page = open_records(stage, qtbot)
    assert not page.buttons["correct"].isVisible()
    assert page.status.text() == tr("records.unclosed")
    page.do("correct")
    assert page.correction is None
    assert stage.window.foot.message == tr("records.unclosed")
    stage.press("2")
    assert stage.window.page is stage.conduct.card
    assert stage.desk.state.screening == stage.closed


def test_texts_that_are_gone_are_told_and_nothing_is_recorded(closed, qtbot, monkeypatch):
    stage = closed
    page = open_records(stage, qtbot)
    stage.press("2", "1", "2")
    head = stage.store.head()

    def gone(_: str) -> None:
        raise NoEditionError("no text with digest 1f")

    monkeypatch.setattr(stage.desk, "load", gone)
    stage.press("2")
    assert stage.window.foot.message == tr("fault.no_edition")
    assert stage.store.head() == head
    assert page.correction.choices != []  # the first stage again


def test_a_scan_in_the_middle_of_a_correction_answers_nothing_and_is_not_lost(closed, qtbot):
    stage = closed
    page = open_records(stage, qtbot)
    stage.press("2", "1")
    before = stage.store.row(stage.closed)
    assert page.correction.card is not None
    stage.scan(ERIKSSON)
    assert stage.store.row(stage.closed) == before
    assert stage.desk.state.log.identity["surname"] == "ERIKSSON"


def test_a_correction_that_waits_stands_on_the_board_until_a_person_decides(closed, qtbot):
    stage = closed
    open_records(stage, qtbot)
    stage.press("2", "1", "2", "2", "⎋", "⎋", "⎋")
    in_front = stage.desk.state
    stage.press("F9")
    rows = [row for row in stage.window.page.list.rows.rows if isinstance(row, Deciding)]
    assert [(row.key, row.is_due) for row in rows] == [(stage.closed, False)]
    assert "todavía no cuenta" in rows[0].below
    assert stage.window.page.list.rows.rows[0].words == "UNA PERSONA DEBE DECIDIR (1)"
    stage.press("1")  # it is no duty
    assert stage.window.foot.message == tr("board.in_record")
    stage.press("\n")
    page = stage.window.page
    assert isinstance(page, RecordsPage)
    assert page.opened.row.screening == stage.closed
    assert page.correction is not None
    stage.press("2")
    assert page.status.text() == tr("correct.dropped")
    stage.press("F9")
    assert not [row for row in stage.window.page.list.rows.rows if isinstance(row, Deciding)]
    assert stage.desk.state == in_front
    assert stage.store.rebuild(folding(stage.desk.setting_of)).differences == ()
