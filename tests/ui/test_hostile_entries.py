"""What is hostile, put into everything that can be typed into, on every screen: nothing obeys it, nothing is lost."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from screening.projecting import folding
from tests.ui.screens import SCREENS, furnish, lay, rest
from tests.ui.test_hostile import HOSTILE, check_plain
from ui.plain import Field
from ui.sop_page.sheet import Sheet

LONGEST = 400
TYPED = {
    "companions", "contact_period", "details", "group_record", "handover", "lock", "night", "officers", "onset",
    "paper", "places", "records", "rows", "saturation", "second", "sop_1", "sop_2", "sop_3", "sop_4", "spoken",
    "surge", "typed",
}  # fmt: skip
"""The screens on which something is typed; on every other there is no field."""


def fields(stage) -> list[Field]:
    """What can be typed into on this screen."""
    page = stage.window.page
    return [each for each in page.findChildren(Field) if each.isVisible() and each.isEnabled()]


def put(field: QLineEdit, words: str) -> None:
    """As people do it: pasted from elsewhere."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(words.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    field.selectAll()
    field.paste()


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.id)
def test_nothing_typed_is_obeyed_on_any_screen(stage, clock, monkeypatch, screen):
    failures: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *problem: failures.append(problem))
    monkeypatch.setattr("ui.settings.acts.printers", lambda: ())
    furnish(stage, clock)
    lay(stage, clock, screen)
    size, sheet, state = stage.window.size(), stage.conduct.sheet, stage.desk.state
    found = fields(stage)
    assert bool(found) is (screen.id in TYPED)
    for kind, words in HOSTILE.items():
        for field in found[:8]:  # of a grid its first cells stand for all
            put(field, words)
            assert len(field.text()) <= LONGEST, kind
        stage.settle()
        assert not failures, (kind, failures)
        assert stage.window.size() == size, kind
    for kind, words in HOSTILE.items():
        found = fields(stage)
        if not found or stage.conduct.sheet != sheet or stage.desk.state is not state:
            break  # it was taken as an answer: what follows is another screen's
        for field in found[:8]:
            put(field, words)
        found[-1].setFocus()
        stage.press("\n")
        rest(stage)
        assert not failures, (kind, failures)
        assert stage.window.size() == size, kind
        check_labels(stage)
        assert QApplication.focusWidget() is not None
    assert stage.store.verify().ok
    assert not stage.store.rebuild(folding(stage.desk.setting_of)).differences


def check_labels(stage) -> None:
    """Every label is plain; the text of a procedure is a document of our own, put in without markup."""
    if not stage.window.findChildren(Sheet):
        check_plain(stage.window)
