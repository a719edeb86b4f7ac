"""Keys, clicks and scans at random over every screen: the window lives on and every answer given is in the records.

`PASO_FULL=1` for ten thousand.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from screening.log import gather
from screening.projecting import folding
from tests.ui.screens import SCREENS, furnish, press, rest
from tests.ui.stage import NAMED
from tests.ui.test_hostile import HOSTILE
from tests.ui.test_scans import any_document
from ui import bounce
from ui.actions import ACTS
from ui.outcome.page import OutcomePage
from ui.plain import Button
from ui.shift.lock import LockPage

EVENTS = 10_000 if os.environ.get("PASO_FULL") else int(os.environ.get("PASO_MONKEY", "400"))
KEYS = [*"0123456789" * 3, *"snsnpacx ?/", *NAMED, *["\n"] * 4]
COMMANDS = sorted({key for act in ACTS for key in act.keys if key.startswith("Ctrl+")})
WORDS = [*(words for kind, words in HOSTILE.items() if kind != "surrogate"), "-5", "38,6", "97531", "hoy"]


def click_somewhere(stage, chance: random.Random) -> None:
    """A button that is seen, or any place of the window."""
    window = QApplication.activeWindow() or stage.window
    buttons = [b for b in window.findChildren(Button) if b.isVisible() and b.isEnabled()]
    if buttons and chance.random() < 0.7:
        QTest.mouseClick(chance.choice(buttons), Qt.MouseButton.LeftButton)
    else:
        at = QPoint(chance.randrange(window.width()), chance.randrange(window.height()))
        under: QWidget | None = window.childAt(at)
        if under is not None:
            QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(window, at))
    stage.settle()


def type_something(stage, chance: random.Random) -> None:
    """Hostile or honest words where something can be typed."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit):
        focus.insert(chance.choice(WORDS))
        stage.settle()


def act(stage, clock, chance: random.Random) -> str:
    """One random deed; what it was, for the report of a failure."""
    what = chance.random()
    if what < 0.62:
        key = chance.choice(KEYS)
        stage.press(key)
    elif what < 0.74:
        key = chance.choice(COMMANDS)
        press(stage, key)
    elif what < 0.78:
        key = chance.choice(SCREENS).keys
        press(stage, *key)
    elif what < 0.82:
        key = any_document(chance)
        stage.scan(key)
    elif what < 0.92:
        key = "click"
        click_somewhere(stage, chance)
    elif what < 0.96:
        key = "words"
        type_something(stage, chance)
    else:
        key = "second"
        stage.tick()
    return repr(key)


def check(stage, seen: dict[str, int]) -> None:
    """What is shown can be, and what was said stands in the records: never less than before, and the same as shown."""
    window, state = stage.window, stage.desk.state
    assert window.page is not None
    assert window.page.isVisible()
    locked = stage.conduct.watch.shifts.is_locked
    assert not locked or isinstance(window.page, LockPage) or state.log.interrupt == "emergency"
    if state is None:
        return
    over = state.at is None or state.log.closed is not None
    assert not over or stage.conduct.sheet or isinstance(window.page, OutcomePage)
    events = [each.event for each in stage.store.history(f"screening:{state.screening}")]
    assert len(events) >= seen.get(state.screening, 0)
    seen[state.screening] = len(events)
    assert gather(events).answers == state.log.answers


@pytest.mark.timeout(max(180, EVENTS))
@pytest.mark.parametrize("seed", [20210323])
def test_a_monkey_at_the_desk_breaks_nothing(stage, clock, monkeypatch, tmp_path: Path, seed):
    failures: list[object] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr("ui.settings.acts.printers", lambda: ())
    monkeypatch.setattr(bounce, "BOUNCE_MS", 0)
    monkeypatch.setattr(sys, "excepthook", lambda *problem: failures.append(problem))
    furnish(stage, clock)
    chance = random.Random(seed)
    deeds: list[str] = []
    seen: dict[str, int] = {}
    pages: set[str] = set()
    for _ in range(EVENTS):
        clock.advance(seconds=chance.randrange(1, 40))
        deeds.append(act(stage, clock, chance))
        pages.add(type(stage.window.page).__name__)
        assert not failures, (deeds[-6:], failures)
        check(stage, seen)
        if stage.conduct.watch.shifts.is_locked and chance.random() < 0.2:
            stage.conduct.watch.sign_in("o-17", "97531")
    rest(stage)
    assert not failures, failures
    assert stage.store.verify().ok
    assert not stage.store.rebuild(folding(stage.desk.setting_of)).differences
    kept = {name: len(stage.store.read(f"screening:{name}")) for name in seen}
    assert all(kept[name] >= count for name, count in seen.items())
    print(f"{EVENTS} events, {len(seen)} travellers, {sum(kept.values())} events kept, pages: {sorted(pages)}")
