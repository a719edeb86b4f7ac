"""A real window over a real desk, with a clock of the test's own: what the tests and the gallery act on."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from screening.records.store import RecordStore
from sops.catalogue import Catalogue
from ui.appearance import LOOKS, register_fonts
from ui.conduct import Conduct
from ui.desk import Desk
from ui.intake.wedge import Wedge
from ui.issuing import Papers
from ui.presenter import Presenter
from ui.window import Window

ERIKSSON = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n"


def digit(text: str) -> str:
    """The check digit of a field. Source: ICAO Doc 9303-3, 4.9, weights 7-3-1."""
    values = [0 if c == "<" else int(c) if c.isdigit() else ord(c) - 55 for c in text]
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)


def document(kind: str, number: str, born: str, surname: str, given: str, *, end: str = "\n") -> str:
    """What a reader types of a passport (P), visa (V, MRV-A) or card (A, C, I, as TD1)."""
    number, expires = number.ljust(9, "<"), "301231"
    name = f"{surname}<<{given}"
    fields = [number + digit(number), born + digit(born), expires + digit(expires)]
    if kind in "ACI":
        first = f"{kind}<UTO{fields[0]}".ljust(30, "<")
        second = f"{fields[1]}F{fields[2]}UTO".ljust(29, "<")
        whole = first[5:] + second[:7] + second[8:15] + second[18:29]
        return end.join([first, second + digit(whole), name[:30].ljust(30, "<")]) + end
    second = f"{fields[0]}UTO{fields[1]}F{fields[2]}"
    if kind == "V":
        return end.join([f"V<UTO{name}"[:44].ljust(44, "<"), second.ljust(44, "<")]) + end
    optional = "<" * 14
    second += optional + "0"
    whole = fields[0] + fields[1] + fields[2] + optional + "0"
    return end.join([f"P<UTO{name}"[:44].ljust(44, "<"), second + digit(whole)]) + end


NAMED: dict[str, Any] = {
    "\n": Qt.Key.Key_Return,
    "\t": Qt.Key.Key_Tab,
    "⌫": Qt.Key.Key_Backspace,
    "⎋": Qt.Key.Key_Escape,
    "↑": Qt.Key.Key_Up,
    "↓": Qt.Key.Key_Down,
    **{f"F{number}": getattr(Qt.Key, f"Key_F{number}") for number in range(1, 13)},
}


class Stage:
    """Keys go where a person's would: to the widget that has the focus."""

    def __init__(
        self,
        home: Path,
        catalogue: Catalogue,
        clock: Callable[[], datetime],
        *,
        look: str = "light",
        language: str = "es",
        post: str = "lajas-blancas",
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.application = application
        register_fonts(first=True)
        register_fonts(first=False)
        path = home / "records.sqlite"
        home.mkdir(parents=True, exist_ok=True)
        self.store = RecordStore.open(path) if path.exists() else RecordStore.create(path, desk="1")
        ids = (f"s{number:04d}" for number in itertools.count(1 + len(self.store.streams("screening:"))))
        self.papers: list[Papers] = []
        self.desk = Desk(
            catalogue,
            self.store,
            catalogue.post(post),
            "1",
            "o-17",
            clock,
            lambda: next(ids),
            print_papers=self.papers.append,
        )
        self.presenter = Presenter(self.desk)
        self.window = Window(LOOKS[look], language)
        self.seconds = itertools.count(1)
        self.keys = 0
        self._closed = False
        self.window.show()
        self.window.activateWindow()
        self.window.attach(lambda window: Conduct(window, self.presenter))
        self.time = 0.0
        self.wedge = Wedge(self.reader_clock)
        assert self.window.conduct is not None
        self.conduct = self.window.conduct
        self.wedge.scanned.connect(self.conduct.scan)
        application.installEventFilter(self.wedge)
        self.settle()

    def reader_clock(self) -> float:
        """Time between key presses, set by whoever presses them."""
        return self.time

    @property
    def is_open(self) -> bool:
        """Whether it was not closed yet."""
        return not self._closed

    def close(self) -> None:
        """Let everything go."""
        self._closed = True
        self.application.removeEventFilter(self.wedge)
        self.window.close()
        self.store.close()
        self.window.deleteLater()
        self.settle()

    def settle(self) -> None:
        """Let Qt do what it has put off, also throw away what an event loop would: none runs in a test."""
        for _ in range(3):
            self.application.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def target(self) -> QWidget:
        """Where a key press goes."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and focus.window() is self.window else self.window

    def press(self, *keys: str) -> None:
        """A person's keys, a fifth of a second apart."""
        for key in keys:
            self.time += 0.2
            self.keys += 1
            self._click(key)
            self.settle()

    def type(self, words: str) -> None:
        """Letters typed one after another."""
        self.press(*words)

    def scan(self, text: str, gap: float = 0.004) -> None:
        """A reader's keys, without a pause and with no key counted."""
        self.time += 1.0
        for letter in text:
            self.time += gap
            self._click(letter)
        self.time += 1.0
        self.wedge._end()
        self.settle()

    def control(self, letter: str) -> None:
        """Ctrl and a letter, or a named key."""
        self.time += 0.2
        QTest.keyClick(self.target(), NAMED.get(letter, letter), Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def _click(self, key: str) -> None:
        if key in NAMED:
            QTest.keyClick(self.target(), NAMED[key])
        elif key.isascii():
            QTest.keyClicks(self.target(), key)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, key)
                QApplication.sendEvent(self.target(), event)

    def confirm_clock(self) -> None:
        """The first key of a shift."""
        self.press("\n")

    @property
    def step(self) -> str | None:
        """The step at hand."""
        state = self.desk.state
        return state.at.id if state is not None and state.at is not None else None

    def answer(self, **answers: Any) -> None:
        """Answers given behind the window's back, for tests that begin later; then the window looks."""
        for step, value in answers.items():
            assert self.step == step, (self.step, step)
            self.desk.answer(value)
        self.presenter.moved.emit()
        self.settle()

    def tick(self) -> None:
        """A second passes in the window."""
        self.conduct.tick(next(self.seconds) * 5)
        self.settle()

    def ill(self, clock: Any, until: str | None = None, **other: Any) -> None:
        """The traveller in front is walked as a suspected case from the first question to a step, or to the outcome."""
        self.answer(observe="well", documents="no_test")
        if self.step == "accompanied":
            self.answer(accompanied="yes")
        self.answer(declare_signs="yes", declare_contact=other.get("declare_contact", "no"))
        self.answer(temperature={"c": 38.6}, rest_mask=True)
        clock.advance(minutes=11)
        self.answer(second_reading={"c": 38.4})
        values = {
            "done": True,
            "days": 3,
            "number": 20,
            "reading": {"c": 38.4},
            "period": {"first": 9, "last": 1},
            "places": [{"country": "COL", "first": 14, "last": 2}],
            "tests": [],
            "judgement": {"agree": True},
        }
        signs = {"fever": 3, "cough": 2}
        special = {
            "danger": "no",
            "inform": "yes",
            "cluster": "no",
            "camp": "yes",
            "health_work": "no",
            "facility": "no",
            "other_cause": "no",
            "smell_cause": "no",
            "hospital": "no",
            "acute": "yes",
            "reducers": "no",
            "vulnerable": "none",
            "accompanied": "yes",
        }
        from sops.facts import SIGNS

        special["signs"] = {sign: signs.get(sign, "no") for sign in SIGNS}  # type: ignore[assignment]
        special.update(other)
        while self.step not in (None, until):
            state = self.desk.state
            assert state is not None
            assert state.at is not None
            value = special.get(self.step, values.get(state.at.answer, "unknown"))
            if state.at.answer == "number" and self.step == "saturation":
                value = 97
            self.desk.answer(value)
        self.presenter.moved.emit()
        self.settle()
