"""The real application in a process of its own, pressing keys given on the command line, telling where it stands."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.stage import ERIKSSON, NAMED
from ui.app import Application
from ui.printing import NoPrinter


def main(home: Path, keys: list[str]) -> None:
    """`SCAN` scans a passport; every other word is one key."""
    application = Application(home, clock=lambda: datetime(2021, 3, 23, 14, 14, tzinfo=UTC), printer=NoPrinter())

    def click(key: str) -> None:
        target = QApplication.focusWidget() or application.window
        if key in NAMED:
            QTest.keyClick(target, NAMED[key])
        else:
            QTest.keyClicks(target, key)

    def tell() -> None:
        state, page = application.desk.state, application.window.page
        step = state.at.id if state is not None and state.at is not None else "-"
        who = state.log.identity.get("surname", "") if state is not None else ""
        print(type(page).__name__, step, who, flush=True)

    def press() -> None:
        if not keys:
            tell()
            return
        key = keys.pop(0)
        if key == "SCAN":
            for letter in ERIKSSON:
                click(letter)
            QTimer.singleShot(50, press)
            return
        time.sleep(0.15)
        click(key)
        QTimer.singleShot(0, press)

    application._on_open = lambda _: QTimer.singleShot(0, press)
    application.start()
    application.qt.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
