"""The windows of the demonstration, drawn where no screen is: `python -m ui.demo.windows DATA-FOLDER PICTURES`.

A process of its own, so that a Qt that cannot start here takes nothing with it. It works on a copy of the records.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.appearance import LOOKS, register_fonts
from ui.conduct import Conduct
from ui.demo.script import Script, read_script
from ui.demo.walking import Clock, Walk, Walker
from ui.home import Home
from ui.presenter import Presenter
from ui.traveller_screen.window import TravellerScreen
from ui.window import Window

__all__ = ["main"]

_SCRIPTS = Path(__file__).parent / "day"
_SIZE = (1280, 720)


def main(arguments: Sequence[str]) -> None:
    """Draw the desk at work, the outcome, the board, and the traveller's screen in four scripts."""
    records, out = (Path(each) for each in arguments)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "home"
        shutil.copytree(records, copy)
        _Windows(Home(copy), out).draw()


class _Windows:
    def __init__(self, home: Home, out: Path) -> None:
        found = QApplication.instance() or QApplication(["paso"])
        assert isinstance(found, QApplication)
        self.application = found
        register_fonts(first=True)
        register_fonts(first=False)
        self.out = out
        self.clock = Clock(datetime(2021, 3, 23, 18, 50, tzinfo=UTC))
        self.store = home.open_records()
        self.desk = home.open_desk(clock=self.clock, store=self.store)
        self.presenter = Presenter(self.desk)
        self.window = Window(LOOKS["light"], "es")
        self.window.resize(*_SIZE)
        self.window.show()
        self.window.attach(lambda window: Conduct(window, self.presenter))
        self.press(Qt.Key.Key_Return)  # the clock is confirmed once a shift
        self.walker = Walker(self.desk, self.clock)

    def draw(self) -> None:
        self.come("13-exposed", until="declare_contact")
        self.grab(self.window, "1-question")
        for number, language in enumerate(("ht", "ar", "bn", "zh"), 5):
            screen = TravellerScreen(self.desk.catalogue, LOOKS["light"])
            screen.resize(*_SIZE)
            self.desk.speak(language)
            screen.show_state(self.desk.state)
            screen.show()
            self.grab(screen, f"{number}-traveller-{language}")
            screen.close()
        self.desk.park("next_traveller")
        self.come("07-rested", until="second_reading")
        self.grab(self.window, "2-rest")
        self.desk.park("second")
        self.come("10-suspected", until="judgement")
        self.walker.answer_all(self.walk)
        self.presenter.moved.emit()
        self.grab(self.window, "3-outcome")
        self.press(Qt.Key.Key_F9)
        self.grab(self.window, "4-board")
        self.store.close()

    def come(self, key: str, until: str) -> None:
        """A traveller of the day comes to the desk, as far as a step."""
        script: Script = read_script(_SCRIPTS / f"{key}.yaml")
        self.walk: Walk = self.walker.begin(script)
        self.walker.answer_all(self.walk, until=until)
        self.presenter.moved.emit()
        self.settle()

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        QTest.keyClick(focus if focus is not None else self.window, key)
        self.settle()

    def grab(self, widget: QWidget, name: str) -> None:
        self.settle()
        widget.grab().save(str(self.out / f"{name}.png"), "PNG")

    def settle(self) -> None:
        for _ in range(4):
            self.application.processEvents()


if __name__ == "__main__":
    main(sys.argv[1:])
