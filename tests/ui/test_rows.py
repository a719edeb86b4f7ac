"""A bus through the real window: one row a person, nothing filled in by itself, each row a screening of its own."""

from __future__ import annotations

import pytest

from tests.ui.stage import ERIKSSON, document
from ui.rows.page import RowsPage


@pytest.fixture
def page(stage):
    stage.control("e")
    found = stage.window.page
    assert isinstance(found, RowsPage)
    return found


def row(stage, name, age, sex, *keys):
    stage.type(name)
    stage.press("\n")
    stage.type(age)
    stage.press("\n", sex, *keys)


def results(stage):
    return [(entered.name, entered.result) for entered in stage.presenter.rows.entered.values()]


def test_a_bus_of_four_is_screened_by_rows(stage, page):
    row(stage, "Rosa Louis", "34", "1", "1", "3", "2", "2", "3", "6", "6")
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2", "3", "6", "8")
    row(stage, "Pedro Ruiz", "5/4/90", "2", "1", "3", "2", "1", "3", "6", "6")  # contact
    row(stage, "Ana Paz", "8", "1", "1", "3", "1", "2", "2", "3", "8", "6")  # fever; a child with an adult
    assert results(stage) == [
        ("Rosa Louis", "well"),
        ("ERIKSSON, ANNA MARIA", "well"),
        ("Pedro Ruiz", "board"),
        ("Ana Paz", "board"),
    ]
    assert stage.window.page is page
    assert page.name.hasFocus()
    rows = {stage.presenter.rows.entered[r.screening].name: r for r in stage.store.unfinished()}
    assert rows["Ana Paz"].step == "rest_mask"
    assert (rows["Pedro Ruiz"].contact, rows["Pedro Ruiz"].age_years) != ("no", None)
    assert len(stage.store.unfinished()) == 4
    stage.press("\n")  # an empty row begins nobody
    assert page._told.hasFocus()
    assert len(stage.store.unfinished()) == 4
    stage.press("\n")
    assert [result for _, result in results(stage)] == ["done", "done", "board", "board"]
    closed = [r for r in stage.store.find(most=9) if r.status == "closed"]
    assert [(r.outcome, r.erased) for r in closed] == [("cleared_with_advice", True)] * 2
    assert [each.paper for each in stage.papers] == ["advice_notice"] * 2  # of all who are well, by one act
    assert results(stage)[0][0] == ""  # the name is forgotten with the record's
    assert stage.store.verify().problems == ()
    stage.press("⎋", "F9")
    assert len(stage.desk.waiting()) == 2


def test_nothing_is_defaulted(stage, page):
    row(stage, "Rosa Louis", "34", "3", "1")
    state = stage.desk.state
    assert {step: given.value for step, given in state.log.answers.items()} == {"observe": "well"}
    assert state.log.document == {"age_years": 34}
    stage.press("⎋")  # set aside as far as it came
    (waiting,) = stage.desk.waiting()
    assert (waiting.step, waiting.sex, waiting.age_years) == ("documents", None, 34)
    assert page.name.hasFocus()


def test_a_danger_sign_begins_care_at_once(stage, page):
    row(stage, "Rosa Louis", "34", "1", "3")
    assert stage.window.page is stage.conduct.card
    assert stage.step == "call_ambulance"
    assert results(stage) == [("Rosa Louis", "emergency")]


def test_f12_works_while_a_row_is_typed(stage, page):
    stage.type("Rosa")
    stage.press("F12")
    assert stage.step == "call_ambulance"


def test_a_scan_answers_nothing_and_loses_no_row(stage, page):
    row(stage, "Rosa Louis", "34", "1", "1")
    first = stage.desk.state.screening
    stage.scan(ERIKSSON)
    assert stage.desk.state.screening != first
    assert stage.desk.state.log.answers == {}
    assert set(stage.desk.load(first).log.answers) == {"observe"}
    stage.press("⎋")
    stage.type("Half a na")
    stage.scan(document("P", "X11", "900405", "LOUIS", "ROSA"))
    assert [name for name, _ in results(stage)] == ["Rosa Louis", "ERIKSSON, ANNA MARIA", "Half a na", "LOUIS, ROSA"]
    assert stage.desk.load(list(stage.presenter.rows.entered)[2]).log.answers == {}
    stage.scan("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408152F1204159ZE184226B<<<<<10\n")
    assert stage.window.page is page  # a bad document is told, and the row goes on


def test_a_child_alone_is_never_told_and_sent_on_by_one_key(stage, page):
    row(stage, "Ana Paz", "8", "1", "1", "3", "2", "2", "2", "3", "6", "6")
    assert [result for _, result in results(stage)] == ["board"]
    assert not page._told.isVisible()


def test_back_corrects_the_cell_before_and_odd_temperatures_want_a_word(stage, page):
    row(stage, "Rosa Louis", "34", "1", "1", "3", "2")
    stage.press("⌫")
    assert stage.presenter.rows.at.id == "declare_signs"
    stage.press("2", "2", "4", "2", "5")
    assert stage.presenter.rows.at.id == "temperature"
    assert "42.5" in page._keys.text()
    stage.press("⌫", "⌫", "⌫", "3", "6", "5")
    assert [result for _, result in results(stage)] == ["well"]


def test_every_answer_can_be_touched(stage, page):
    row(stage, "Rosa Louis", "34", "1")
    offered = [page._choices.itemAt(place).widget() for place in range(page._choices.count())]
    assert [button.accessibleName() for button in offered][:3] == [
        "Se ve bien 1",
        "Se ve enferma 2",
        "Signo de peligro 3",
    ]
    assert min(button.height() for button in offered) >= 44
    offered[0].click()
    stage.settle()
    assert stage.presenter.rows.at.id == "documents"


def test_letters_and_unknown_answer_too(stage, page):
    row(stage, "Rosa Louis", "34", "1", "1", "3", "n", "F7")
    answers = stage.desk.state.log.answers
    assert (answers["declare_signs"].value, answers["declare_contact"].value) == ("no", "unknown")


@pytest.mark.parametrize("touch", [False, True])
def test_a_temperature_that_was_not_taken_is_answered_with_its_reason(stage, page, touch):
    row(stage, "Rosa Louis", "34", "1", "1", "3", "2", "2")
    screening = stage.desk.state.screening
    if touch:
        page._choices.itemAt(0).widget().click()
        stage.settle()
        page._choices.itemAt(2).widget().click()
        stage.settle()
    else:
        stage.press("3", "F7", "3")
    assert stage.desk.load(screening).log.answers["temperature"].value == {"c": "unknown", "reason": "not_able"}
    assert results(stage) == [("Rosa Louis", "well")]  # as at the question itself: the procedure decides


def test_an_impossible_temperature_is_told_in_plain_words_and_typed_anew(stage, page):
    row(stage, "Rosa Louis", "34", "1", "1", "3", "2", "2", "2", "3", "6")
    assert page._keys.text() == "\u206823.6\u2069 °C no es posible aquí: de 30.0 a 45.0. Mida otra vez."
    stage.press("\n")  # confirms nothing
    assert stage.window.foot.message == ""
    assert stage.presenter.rows.at.id == "temperature"
    stage.press("3", "6", "6")
    assert [result for _, result in results(stage)] == ["well"]
