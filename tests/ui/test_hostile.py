"""Names that attack the screen stand there as plain text, or cleaned; nothing in them is obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
)

from tests.ui.stage import ERIKSSON
from ui.plain import MOST, clean, isolate

HOSTILE = {
    "markup": "JUAN <img src='x.png'><b>Pérez</b>",
    "line": "JUAN<br>STATUS: CLEARED",
    "comparison": "a<b and c>d",
    "ampersand": "R&D & Sons",
    "override": "Ana \u202egnirts\u202c \u2066x\u2069",
    "nul": "Ana\x00Maria\x07",
    "braces": "{code} {0} %s %1",
    "marks": "Z" + "\u0335\u0489" * 500 + "algo",
    "wide": "W" * 400,
    "endless": "Ü" * 65_000,
    "emoji": "Zoë 👩🏽‍⚕️",
    "arabic": "محمد عبد الله",
    "newlines": "Ana\r\n\r\nSTATUS: CLEARED",
    "surrogate": "Ana\ud800",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_names_are_plain_on_every_screen(stage, kind):
    hostile = HOSTILE[kind]
    name = (
        hostile.replace("\x00", "").replace("\x07", "").replace("\ud800", "")
        if kind in ("nul", "surrogate")
        else hostile
    )
    stage.press("F2", "1", "3")
    try:
        stage.desk.answer({"age_years": 31}, identity={"spoken_name": name})
    except ValueError:
        pytest.skip("the record refuses it in words")
    stage.presenter.moved.emit()
    stage.settle()
    size = stage.window.size()
    shown = stage.conduct.around.traveller.name
    assert shown.textFormat() == Qt.TextFormat.PlainText
    bare = shown.text().replace("\u200b", "")
    assert bare.split("…")[0] in clean(name).replace("\u200b", "").split("…")[0] or bare in clean(name).replace(
        "\u200b", ""
    )
    stage.press("⎋", "F9")
    stage.window.grab()
    stage.press("\n")
    assert stage.window.size() == size


def every_widget(window):
    return [window, *window.findChildren(object)]


def check_plain(window):
    for kind in (QPushButton, QMessageBox, QTextEdit, QTextBrowser, QTabWidget, QComboBox):
        assert not window.findChildren(kind), kind  # each would read markup or mnemonics
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    for widget in window.findChildren(QLineEdit):
        assert not widget.toolTip()


def test_every_label_of_every_screen_is_plain(stage, clock):
    check_plain(stage.window)
    stage.scan(ERIKSSON)
    check_plain(stage.window)
    for key in ("F5", "F4", "F9"):
        stage.press(key)
        check_plain(stage.window)
        stage.press("⎋")
    stage.control("k")
    check_plain(stage.window)
    stage.press("⎋", "F2")
    stage.ill(clock)
    check_plain(stage.window)
    stage.press("F1")
    check_plain(stage.window)
    stage.press("F12")
    check_plain(stage.window)


@given(st.text(max_size=900))
def test_cleaning_leaves_nothing_that_acts(text):
    shown = clean(text)
    assert not any(char in shown for char in "\x00\x07\r\u202e\u2066\u2069\u200f\u061c")
    assert isolate(text)[0] == "\u2068"
    assert isolate(text)[-1] == "\u2069"
    assert len(shown) < 2 * MOST + 40
    assert all(len(run) <= 24 for run in shown.replace("\u200b", " ").split())


def test_what_was_cut_is_counted():
    assert clean("x" * 500, 100).replace("\u200b", "") == "x" * 100 + "… (+400)"


def test_no_maker_of_labels_but_one():
    """Everything that shows text is made in `plain.py`, where it is made plain."""
    import ast
    from pathlib import Path

    import ui.plain

    forbidden = {"QLabel", "QPushButton", "QMessageBox", "QToolButton", "QTextEdit", "QCheckBox", "QRadioButton"}
    root = Path(ui.plain.__file__).parent
    for folder in (".", "status", "intake", "interview", "rail", "knowledge", "outcome", "board"):
        for path in (root / folder).glob("*.py"):
            if path.name == "plain.py":
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                    assert called not in forbidden, f"{path.name}:{node.lineno} makes a {called}"
