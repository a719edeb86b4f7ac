"""The real application in a process of its own: it takes up one traveller and answers on, telling each step."""

from __future__ import annotations

import json
import os
import random
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.stage import NAMED
from ui.app import Application
from ui.board.page import BoardPage
from ui.desk import Desk
from ui.interview.card import Card
from ui.printing import NoPrinter

KEYS = {
    "person": ["Ana", "\n", "31", "\n", "1"],
    "reading": ["3", "8", "6"],
    "signs": ["1", "3", "\n", "0"],
    "number": ["9", "7", "\n"],
    "days": ["3", "\n"],
    "judgement": ["1"],
}
"""The keys that answer a step of this kind; any other is answered by a figure or by not known."""


class Walker:
    """`wanted` is the screening to take up again; `-` begins the first."""

    def __init__(self, home: Path, wanted: str, seed: int) -> None:
        self._began, self._seed = time.monotonic(), seed
        self._wanted, self._chance = wanted, random.Random(seed)
        self._keys: list[str] = []
        self._application = Application(home, clock=self._clock, printer=NoPrinter())
        self._application._on_open = lambda _: QTimer.singleShot(0, self._take_up)
        self._application.start()
        self._application.qt.exec()

    def _clock(self) -> datetime:
        """Five minutes a second, half an hour later in every life."""
        passed = timedelta(minutes=30 * self._seed + (time.monotonic() - self._began) * 5)
        return datetime(2021, 3, 23, 14, 14, tzinfo=UTC) + passed

    @property
    def _desk(self) -> Desk:
        assert self._application.desk is not None
        return self._application.desk

    def _click(self, key: str) -> None:
        target = QApplication.focusWidget() or self._application.window
        QTest.keyClick(target, NAMED[key]) if key in NAMED else QTest.keyClicks(target, key)
        QApplication.processEvents()

    def _tell(self) -> None:
        state = self._desk.state
        assert state is not None
        told = {
            "screening": state.screening,
            "step": state.at.id if state.at is not None else None,
            "answers": {step: given.value for step, given in state.log.answers.items()},
            "events": len(self._desk.store.read(f"screening:{state.screening}")),
        }
        print(json.dumps(told), flush=True)

    def _take_up(self) -> None:
        self._click("\n")
        page = self._application.window.page
        if self._wanted == "-":
            self._click("F2")
        elif isinstance(page, BoardPage):
            for _ in range(500):
                if page.list.chosen is not None and page.list.chosen.key == self._wanted:
                    break
                self._click("↓")
            self._click("\n")
        self._tell()
        QTimer.singleShot(0, self._go_on)

    def _next_key(self) -> str | None:
        state = self._desk.state
        if self._keys:
            return self._keys.pop(0)
        if state is None or state.log.closed is not None or state.at is None:
            return "F2"
        if not isinstance(self._application.window.page, Card):
            return None
        if self._chance.random() < 0.1:
            return "⌫"
        self._keys.extend(KEYS.get(state.at.answer) or [self._chance.choice(["1", "2", "F7"])])
        return self._keys.pop(0)

    def _go_on(self) -> None:
        before = self._desk.state
        if (key := self._next_key()) is not None:
            self._click(key)
        if self._desk.state is not None and self._desk.state is not before:
            self._tell()
        QTimer.singleShot(self._chance.randrange(40), self._go_on)


if __name__ == "__main__":
    Walker(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
