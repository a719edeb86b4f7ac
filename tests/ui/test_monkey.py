"""Keys, clicks and scans at random: the window lives on, says nothing of a failure, and the records stay whole."""

from __future__ import annotations

import os
import random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from screening.projecting import folding
from tests.ui.stage import NAMED
from tests.ui.test_scans import any_document
from ui.plain import Button

EVENTS = int(os.environ.get("PASO_MONKEY", "240"))
KEYS = [*"0123456789" * 2, *"snsnpacx ", *NAMED]


def test_a_monkey_at_the_desk_breaks_nothing(stage, clock, monkeypatch):
    import sys

    failures = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(sys, "excepthook", lambda *problem: failures.append(problem))
    chance = random.Random(20210323)
    for _ in range(EVENTS):
        what = chance.random()
        clock.advance(seconds=chance.randrange(1, 90))
        if what < 0.78:
            stage.press(chance.choice(KEYS))
        elif what < 0.83:
            stage.control(chance.choice("rldtik"))
        elif what < 0.88:
            stage.scan(any_document(chance))
        elif what < 0.96:
            buttons = [b for b in stage.window.findChildren(Button) if b.isVisible()]
            QTest.mouseClick(chance.choice(buttons), Qt.MouseButton.LeftButton)
            stage.settle()
        else:
            stage.tick()
        assert not failures, failures
        assert stage.window.page is not None
    assert stage.store.verify().ok
    assert not stage.store.rebuild(folding(stage.desk.setting_of)).differences
