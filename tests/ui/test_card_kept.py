"""The card keeps its widgets from question to question: it shows what a new card would show, and nothing of before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.ui.stage import ERIKSSON
from ui.access import _laid_out
from ui.bounce import BOUNCE_MS
from ui.interview.card import Card
from ui.interview.menu import Menu
from ui.interview.question import SAME, Choice, question_of
from ui.plain import Button, Sign
from ui.traveller_screen.picture import Pictogram

WIDE, TALL = 660, 560


@pytest.fixture
def state(stage):
    stage.scan(ERIKSSON)
    return stage.desk.state


@pytest.fixture
def make_card(stage, state):
    made = []

    def make():
        card = Card(stage.window.look, stage.desk.catalogue.wording, stage.desk.clock)
        card.setStyleSheet(stage.window.styleSheet())
        card.resize(WIDE, TALL)
        card.show()
        made.append(card)
        return card

    yield make
    for card in made:
        card.close()
        card.deleteLater()


def looks(widget):
    """What a person sees of a widget or hears of it."""
    said = [type(widget).__name__, widget.accessibleName(), widget.toolTip(), widget.isEnabled()]
    said.append(widget.geometry().getRect() if widget.parentWidget() else None)
    said.append(tuple(widget.property(name) or "" for name in ("role", "family", "long")))
    match widget:
        case Button():
            said += [widget.words, widget.key_cap, widget.sign, widget.kind, widget.chosen, widget.isDown()]
        case QLabel() | QLineEdit():
            said.append(widget.text())
        case Pictogram() | Sign():
            said.append(widget.name)
    return tuple(said)


def seen(card):
    for _ in range(3):
        QApplication.processEvents()
    return [looks(widget) for widget in _laid_out(card)]


def asked(state, wording, step, value):
    """The question of a step; one that others of the group answered offers their answer too."""
    question = question_of(replace(state, at=step, why="mandatory"), wording)
    if value == SAME and question.choices:
        return replace(question, choices=(*question.choices, Choice("0", SAME, "Como el grupo: sí", "people")))
    chosen = next((each.value for each in question.choices if each.key == value), None)
    return replace(question, value=chosen)


def test_after_any_questions_the_card_shows_what_a_new_card_shows(stage, state, make_card):
    wording, steps = stage.desk.catalogue.wording, list(state.setting.procedure.steps.values())
    kept = make_card()

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(st.sampled_from(steps), st.sampled_from(["", "1", "2", SAME])), min_size=1, max_size=4))
    def hold(drawn):
        for step, value in drawn:
            question = asked(state, wording, step, value)
            kept.show_question(question, state, "")
        fresh = make_card()
        fresh.show_question(question, state, "")
        assert seen(kept) == seen(fresh), step.id
        told = {choice.words for choice in question.choices}
        menus = [each for each in kept.findChildren(Menu) if each is kept._menu]
        hidden = [each for menu in menus for each in menu.findChildren(Button) if each.isHidden()]
        assert {each.words for each in hidden} <= {""}
        if isinstance(kept.entry, Menu):
            assert {each.words for each in kept.entry.buttons} == told
        fresh.close()

    hold()


def menus_of(state, wording):
    """Two questions of one key each whose first answers differ."""
    steps = state.setting.procedure.steps
    return [question_of(replace(state, at=steps[step], why="mandatory"), wording) for step in ("observe", "danger")]


def test_a_finger_lifted_after_a_key_answered_gives_no_answer_to_the_next_question(stage, state, make_card):
    card, given_answers = make_card(), []
    card.answered.connect(lambda value, _: given_answers.append(value))
    first, then = menus_of(state, stage.desk.catalogue.wording)
    card.show_question(first, state, "")
    seen(card)
    button = card.entry.buttons[0]
    QTest.qWait(BOUNCE_MS)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert button.isDown()
    card.show_question(then, state, "")
    assert not button.isDown()
    seen(card)
    QTest.mouseMove(button, QPoint(20, 20))
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert given_answers == []
    QTest.qWait(BOUNCE_MS)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert given_answers == [then.choices[0].value]


@pytest.mark.parametrize("place", [0, 1])
def test_a_finger_lifted_from_not_known_or_refused_says_it_of_the_question_it_was_put_on(
    stage, state, make_card, place
):
    card, given_answers = make_card(), []
    card.answered.connect(lambda value, _: given_answers.append(value))
    steps = state.setting.procedure.steps
    typed = [step for step in steps.values() if step.answer == "number"]
    questions = [
        question_of(replace(state, at=step, why="mandatory"), stage.desk.catalogue.wording) for step in typed[:2]
    ]
    card.show_question(questions[0], state, "")
    seen(card)
    button = card._open_buttons[place]
    QTest.qWait(BOUNCE_MS)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    card.show_question(questions[1], state, "")
    seen(card)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert given_answers == []
    QTest.qWait(BOUNCE_MS)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert given_answers == [("unknown", "refused")[place]]


def test_a_double_tap_answers_one_question_and_a_key_is_free_at_once(stage, state):
    steps = []
    stage.conduct.card.answered.connect(lambda value, _: steps.append(value))
    button = stage.conduct.card.entry.buttons[0]
    QTest.qWait(BOUNCE_MS)
    place = button.mapTo(stage.window, button.rect().center())
    QTest.mouseDClick(stage.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    stage.settle()
    assert len(steps) == 1
    stage.press("1")
    assert len(steps) == 2
    stage.settle()
    QTest.qWait(BOUNCE_MS)
    QTest.mouseClick(stage.conduct.card.entry.buttons[0], Qt.MouseButton.LeftButton)
    assert len(steps) == 3
