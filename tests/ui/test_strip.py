"""The strip shortens or drops what has no room, never the emergency, and every word of it can be read elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel

from ui.plain import Short
from ui.status.strip import Status

FULL = Status(
    post="Estación de Recepción Migratoria de San Vicente y Bajo Chiquito",
    desk="12",
    officer="o-1234567",
    definition="who-covid19@2020-12-16",
    is_amber=True,
    queued=12,
    battery=15,
    at=datetime(2021, 3, 23, 9, 14, tzinfo=UTC),
    is_clock_confirmed=True,
    is_training=True,
)


def sized(stage, scale, width=1280):
    stage.window.resize(width, 720)
    stage.window.look = stage.window.look.sized(scale)
    stage.window.build()
    stage.settle()
    stage.window.strip.show_status(FULL)
    stage.settle()
    return stage.window.strip


@pytest.mark.parametrize("scale", [1.0, 1.2, 1.4, 1.7, 2.0])
def test_nothing_is_cut_but_what_tells_it_by_dots(stage, scale):
    strip = sized(stage, scale)
    assert stage.window.width() == 1280
    assert strip.alarm.isVisible()
    assert strip.alarm.geometry().right() <= strip.width()
    shown = [line for line in strip.findChildren(QLabel) if line.isVisible()]
    for line in shown:
        assert isinstance(line, Short) or line.width() >= line.sizeHint().width(), line.text()
        assert line.geometry().right() < strip.alarm.geometry().left()
    post = next(line for line in shown if line.accessibleName().startswith("Estación"))
    assert post.width() >= 0.4 * post.sizeHint().width()
    assert FULL.post in post.toolTip()


def test_what_went_comes_back_with_the_room(stage):
    strip = sized(stage, 2.0)
    assert not any(line.isVisible() and "2020-12-16" in line.accessibleName() for line in strip.findChildren(QLabel))
    strip = sized(stage, 1.0, 1920)
    assert any(line.isVisible() and "2020-12-16" in line.accessibleName() for line in strip.findChildren(QLabel))
    strip.show_status(replace(FULL, battery=None))
    assert not any(line.isVisible() and line.text() == "15 %" for line in strip.findChildren(QLabel))


def test_every_word_of_it_stands_on_the_page_of_keys(stage):
    every = [words for words in sized(stage, 2.0).words() if words]
    stage.control("k")
    said = " ".join(line.text() for line in stage.window.page.findChildren(QLabel))
    assert [words for words in every if words not in said] == []
    assert len(every) > 8
