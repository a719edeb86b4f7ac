"""Everything that can be pressed is as large as a finger, has a name, and is reached by the keyboard or has a key."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from tests.ui.stage import ERIKSSON

FINGER = 44


def small(stage):
    """What of the window can be pressed and is smaller than a finger."""
    widgets = [*stage.window.findChildren(QAbstractButton), *stage.window.findChildren(QLineEdit)]
    seen = [widget for widget in widgets if widget.isVisible() and not widget.visibleRegion().isEmpty()]
    assert seen
    nameless = [widget for widget in seen if not widget.accessibleName()]
    assert nameless == []
    return [(w.accessibleName(), w.width(), w.height()) for w in seen if min(w.width(), w.height()) < FINGER]


def idle(stage, clock):
    """Nobody in front."""


def observe(stage, clock):
    stage.scan(ERIKSSON)


def declare(stage, clock):
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test")


def language(stage, clock):
    stage.scan(ERIKSSON)
    stage.press("F4")


def spoken(stage, clock):
    stage.press("F2", "1", "3")


def temperature(stage, clock):
    declare(stage, clock)
    stage.answer(declare_signs="no", declare_contact="no")


def waiting(stage, clock):
    temperature(stage, clock)
    stage.answer(temperature={"c": 38.6}, rest_mask=True)


def outcome(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock)


def second(stage, clock):
    outcome(stage, clock)
    stage.desk.answer({"class": "not_a_case", "reason": "known_cause"}, step="judgement")
    stage.presenter.moved.emit()
    stage.press("F7")


def board(stage, clock):
    declare(stage, clock)
    stage.press("F9")


def signs(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock, "signs")
    stage.press("1", "3", "\n", "2")


def since_when(stage, clock):
    signs(stage, clock)
    stage.press("1")


def places(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock, "places", declare_contact="yes", contact_index="unknown")
    stage.type("col\n\n9\n2\n")


def tests_told(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock, "tests")


def emergency(stage, clock):
    stage.press("F12")


CARDS = (signs, since_when, places, tests_told, emergency)
SCREENS = (*CARDS, idle, observe, declare, language, spoken, temperature, waiting, outcome, second, board)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_what_can_be_pressed_is_as_large_as_a_finger(stage, clock, screen):
    stage.window.resize(1280, 720)
    screen(stage, clock)
    stage.settle()
    assert small(stage) == []


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
@pytest.mark.parametrize(("scale", "size"), [(2.0, (1920, 1080)), (1.4, (1280, 720))])
def test_large_letters_are_cut_nowhere(stage, clock, screen, scale, size):
    stage.window.resize(*size)
    stage.window.look = stage.window.look.sized(scale)
    stage.window.build()
    screen(stage, clock)
    stage.settle()
    page = stage.window.page
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.hasHeightForWidth():
            assert button.height() >= button.heightForWidth(button.width()), button.accessibleName()
    for field in page.findChildren(QLineEdit):
        assert field.height() >= field.fontMetrics().height() * 1.4 or not field.isVisible()
    assert stage.window.width() == size[0]  # nothing pushes the window wider than the display
    assert stage.window.height() == size[1]
