"""What is typed at a question stays while something else lies over it, and never reaches another question or person."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.staffing import staffed
from tests.ui.stage import ERIKSSON, document
from ui.interview.signs import SignsEntry


@pytest.fixture
def signs(stage, clock):
    """Two signs of the list are answered, the rest not yet."""
    stage.scan(ERIKSSON)
    stage.ill(clock, until="signs")
    stage.press("1", "3", "\n", "2")
    return drafted(stage)


def drafted(stage):
    entry = stage.conduct.card.entry
    assert isinstance(entry, SignsEntry)
    return list(entry.said.values()), entry.row


@pytest.mark.parametrize("sheet", ["F9", "F4"])
def test_a_sheet_for_a_moment_leaves_what_was_said(stage, signs, sheet):
    stage.press(sheet, "⎋")
    assert stage.window.page is stage.conduct.card
    assert drafted(stage) == signs == ([3, "no"], 2)
    stage.press("0", "\n")
    assert list(stage.desk.state.value("signs").values())[:3] == [3, "no", "no"]


def test_the_same_document_read_again_leaves_what_was_said(stage, signs):
    stage.scan(ERIKSSON)
    assert drafted(stage) == signs
    assert stage.window.foot.message == "Es el documento de la persona que está aquí."


def test_a_desk_that_locked_itself_shows_the_draft_to_who_signs_in(stage, signs):
    staffed(stage)
    stage.conduct.watch.lock(by_itself=True)
    stage.settle()
    assert stage.conduct.sheet == "lock"
    stage.conduct.watch.sign_in("o-1", "2468")
    stage.settle()
    assert drafted(stage) == signs


def test_a_name_half_typed_stays_under_the_board_and_goes_with_the_person(stage):
    stage.press("F2", "1", "3")
    assert stage.step == "spoken"
    stage.type("Maria")
    stage.press("F9", "⎋")
    assert QApplication.focusWidget().text() == "Maria"
    stage.scan(document("P", "B7654321", "850505", "LOPEZ", "ANA"))
    stage.press("F2", "1", "3")
    assert stage.step == "spoken"
    assert QApplication.focusWidget().text() == ""


def test_an_answer_looked_at_again_is_the_answer_and_not_the_draft_before_it(stage, signs):
    stage.press("0", "\n", "⌫")
    assert stage.step == "signs"
    entry = stage.conduct.card.entry
    assert list(entry.said.values())[:3] == [3, "no", "no"]
    assert entry.row == 0
