"""Esc closes what lies open on the card before it sets anybody aside; a finger ends what Enter ends."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.stage import ERIKSSON, document
from ui.bounce import BOUNCE_MS


def touch_on(stage):
    stage.time += 1
    QTest.qWait(BOUNCE_MS + 150)  # a second tap of the same finger means nothing, nor does a double one
    QTest.mouseClick(stage.conduct.card._on, Qt.MouseButton.LeftButton)
    stage.settle()


def test_the_first_escape_closes_the_source_and_the_second_sets_aside(stage):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "F1")
    source = stage.conduct.card._source
    assert source.isVisible()
    stage.press("⎋")
    assert stage.step == "declare_signs"
    assert not source.isVisible()
    stage.press("⎋")
    assert stage.desk.state is None


def test_the_next_traveller_begins_with_the_source_closed(stage):
    stage.scan(ERIKSSON)
    first = stage.desk.state.screening
    stage.press("1", "F1")
    assert stage.conduct.card._source.isVisible()
    stage.press("1")
    assert stage.conduct.card._source.isVisible()  # of the same traveller it stays
    stage.scan(document("P", "X1234567", "800101", "DESIR", "LUC"))
    assert stage.step == "observe"
    assert stage.desk.state.screening != first
    assert not stage.conduct.card._source.isVisible()


def test_a_finger_goes_through_places_and_ends_them(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock, until="places")
    stage.type("col")
    entry = stage.conduct.card.entry
    stage.window.resize(1280, 720)
    stage.settle()
    touch_on(stage)
    assert entry._division.hasFocus()
    stage.press("\n", "9", "\n", "2")
    stage.conduct.card._on.click()
    assert [place["country"] for place in entry.places] == ["COL"]
    stage.conduct.card._on.click()
    stage.settle()
    assert stage.step != "places"


def test_a_finger_ends_the_nights_there(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock, until="camp")
    stage.answer(camp="yes")
    while stage.desk.state.at.answer != "period":
        stage.press("2")
    strip = stage.conduct.card.entry.strip
    stage.settle()
    for ago in (6, 2):
        strip.touched.emit(ago)
        stage.settle()
    before = stage.step
    touch_on(stage)
    assert stage.desk.state.value(before) == {"first": 6, "last": 2}


def test_where_a_key_answers_there_is_no_such_button(stage, clock):
    stage.scan(ERIKSSON)
    assert not stage.conduct.card._on.isVisible()
    stage.ill(clock, until="temperature")
    assert not stage.conduct.card._on.isVisible()
