"""Entries that are made ahead are seen by nobody before they are asked for."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.ui.stage import ERIKSSON
from ui.interview.entry import Entry


def entries_seen(card):
    return [each for each in card.findChildren(Entry) if each.isVisibleTo(card)]


def test_a_page_over_the_card_that_goes_again_shows_the_one_question(stage):
    stage.scan(ERIKSSON)
    card = stage.window.page
    stage.press("F9")
    assert not card.isVisible()
    for _ in range(40):  # the turns that nobody waits for
        QTest.qWait(2)
    assert len(card.findChildren(Entry)) > 1
    stage.press("⎋")
    assert stage.window.page is card
    assert entries_seen(card) == [card.entry]


def test_a_window_that_is_shown_again_shows_the_one_question(stage):
    stage.scan(ERIKSSON)
    stage.window.hide()
    for _ in range(40):
        QTest.qWait(2)
    stage.window.show()
    stage.settle()
    assert entries_seen(stage.window.page) == [stage.window.page.entry]
