"""The traveller's language: every one has a key that is shown, the arrows and Enter reach all, and a touch does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.stage import ERIKSSON
from ui.actions import ACTS, SCANNER_LETTERS
from ui.bounce import BOUNCE_MS
from ui.intake.languages import KEYS, LanguagePage
from ui.plain import Button

OFFERED = ("es", "ht", "fr", "en", "pt", "bn", "hi", "ne", "ur", "ar", "zh")
SHOWN = (*"1234567890", "Z")


@pytest.fixture
def page(stage) -> LanguagePage:
    stage.scan(ERIKSSON)
    stage.press("F4")
    found = stage.window.page
    assert isinstance(found, LanguagePage)
    return found


def buttons(page: LanguagePage) -> list[Button]:
    return page.findChildren(Button)


def test_each_language_shows_its_key(page):
    assert tuple(button.key_cap for button in buttons(page)) == SHOWN


@pytest.mark.parametrize(("key", "language"), [("1", "es"), ("0", "ar"), ("Z", "zh")])
def test_the_key_that_is_shown_chooses(stage, page, key, language):
    stage.press(key.lower())
    assert (stage.desk.state.log.language, stage.conduct.sheet) == (language, "")


def test_a_touch_chooses(stage, page):
    QTest.qWait(BOUNCE_MS)  # a second tap of the finger that opened the page chooses nothing
    QTest.mouseClick(buttons(page)[-1], Qt.MouseButton.LeftButton)
    assert stage.desk.state.log.language == "zh"


@pytest.mark.parametrize(
    ("keys", "language"),
    [
        ((), "es"),
        (("Down",), "fr"),
        (("Right",), "ht"),
        (("Right", "Down", "Down", "Down", "Down", "Down", "Down"), "zh"),
        (("Down", "Up", "Left", "Up"), "es"),
    ],
)
def test_the_arrows_and_enter_choose(stage, page, keys, language):
    for key in keys:
        QTest.keyClick(stage.target(), getattr(Qt.Key, f"Key_{key}"))
    assert [button.words for button in buttons(page) if button.chosen] == [buttons(page)[OFFERED.index(language)].words]
    stage.press("\n")
    assert stage.desk.state.log.language == language


def test_no_key_of_a_language_is_that_of_an_act_or_begins_a_document():
    taken = {letter.upper() for act in ACTS for _, letter in act.letters} | set(SCANNER_LETTERS)
    assert len(KEYS) == len(set(KEYS))
    assert not taken & set(KEYS)
