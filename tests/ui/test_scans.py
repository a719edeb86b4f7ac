"""A document reader types into whatever has the focus: what was typed stays, and nothing of it is a key."""

from __future__ import annotations

import random

from tests.ui.stage import ERIKSSON, document

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def any_document(chance: random.Random) -> str:
    kind = chance.choice("PPPACIV")
    number = "".join(chance.choice(LETTERS + "0123456789" * 3) for _ in range(9))
    born = f"{chance.randrange(30, 99)}{chance.randrange(1, 13):02d}{chance.randrange(1, 29):02d}"
    surname = "".join(chance.choice(LETTERS) for _ in range(chance.randrange(2, 12)))
    given = "".join(chance.choice(LETTERS) for _ in range(chance.randrange(2, 12)))
    end = chance.choice(["\n", "\n", "\t", ""])
    text = document(kind, number, born, surname, given, end=end)
    if chance.random() < 0.3:  # damaged on the way: it is refused, and still answers nothing
        place = chance.randrange(1, len(text))
        text = text[:place] + chance.choice(LETTERS + "0123456789<") + text[place + 1 :]
    return text.lower() if chance.random() < 0.1 else text


def test_a_scan_into_a_field_leaves_what_was_typed(stage):
    stage.press("F2", "1", "3")
    stage.type("Ana")
    field = stage.target()
    stage.time += 0.3
    for letter in document("P", "D23145890", "870225", "STEVENSON", "PETER", end=""):
        stage.time += 0.004
        stage._click(letter)
    assert field.text() == "Ana"
    stage.wedge._end()
    stage.settle()
    assert stage.desk.state.log.identity["surname"] == "STEVENSON"


def test_the_same_document_twice_is_the_same_traveller(stage):
    stage.scan(ERIKSSON)
    first = stage.desk.state.screening
    stage.press("1")
    stage.scan(ERIKSSON)
    assert (stage.desk.state.screening, stage.step) == (first, "documents")


def test_a_single_letter_of_a_document_is_no_answer_and_holds_nothing_back(stage):
    stage.press("F2")
    stage.press("p", "a", "c", "v")
    assert stage.step == "observe"
    stage.press("1")
    assert stage.step == "documents"


def test_figures_right_after_the_letter_belong_to_a_document(stage):
    stage.press("F2")
    stage.time += 1
    for letter in "P1":
        stage.time += 0.01
        stage._click(letter)
    assert stage.step == "observe"


def test_a_readers_further_enter_does_nothing(stage):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2", "3", "6", "6")
    stage.time += 1
    for letter in document("P", "D23145890", "870225", "STEVENSON", "PETER") + "\n\n":
        stage.time += 0.004
        stage._click(letter)
    stage.settle()
    assert stage.desk.state.log.identity.get("surname") == "STEVENSON"
    assert stage.step == "observe"


def test_a_key_held_down_answers_once(stage):
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    stage.scan(ERIKSSON)
    for repeats in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier, "1", repeats)
        QApplication.sendEvent(stage.target(), event)
    stage.settle()
    assert stage.step == "documents"
