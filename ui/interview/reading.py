"""A temperature: three figures answer by themselves; what is unusual wants Enter, what is impossible is refused."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout

from ui.appearance import Look
from ui.interview.entry import Entry
from ui.interview.menu import Menu
from ui.interview.question import Choice
from ui.plain import Button, label
from ui.strings import tr

LEAST, MOST = 30.0, 45.0
USUAL: Final = (35.0, 42.0)
NOT_TAKEN: Final = ("no_device", "refused", "not_able")
FIGURES: Final = 3


def reading_of(typed: str) -> tuple[float, str]:
    """Three figures as °C, and what is to be said of them: nothing when usual; ASCII digits only."""
    celsius = int(typed) / 10
    if USUAL[0] <= celsius <= USUAL[1]:
        return celsius, ""
    return celsius, tr("reading.odd" if is_possible(celsius) else "reading.impossible", value=f"{celsius:.1f}")


def is_possible(celsius: float) -> bool:
    """Whether a person can be as warm."""
    return LEAST <= celsius <= MOST


def figures(typed: str) -> str:
    """The figures typed so far, with a line for each that is to come."""
    places = [*typed, *"___"][:FIGURES]
    return f"{places[0]} {places[1]} . {places[2]}  °C"


def reasons() -> list[Choice]:
    """Why there is no reading, on their keys."""
    return [Choice(str(n), reason, tr(f"reading.{reason}")) for n, reason in enumerate(NOT_TAKEN, 1)]


class ReadingEntry(Entry):
    """Figures as large as the question; beside them why there is no reading."""

    def __init__(self, look: Look, value: Any) -> None:
        super().__init__(look)
        self._typed = ""
        self._asking = False
        self._figure = label("", "giant", wrap=False)
        self._figure.setAccessibleName(tr("know.temperature"))
        self._hint = label(tr("reading.hint"), "muted")
        line = QHBoxLayout()
        line.addWidget(self._figure)
        line.addStretch(1)
        self.layout_.addLayout(line)
        self.layout_.addWidget(self._hint)
        self._none = Button(tr("reading.not_taken"), look, key="F7", kind="quiet", sign="question", height=44)
        self._none.setMinimumWidth(look.px(220))
        self._none.clicked.connect(self._ask_why)
        row = QHBoxLayout()
        row.addWidget(self._none)
        row.addStretch(2)
        self.layout_.addLayout(row)
        self._why = Menu(look, reasons(), columns=2)
        self._why.chosen.connect(self._not_taken)
        self._why.hide()
        self.layout_.addWidget(self._why)
        self.layout_.addStretch(1)
        self._show()
        if isinstance(value, dict) and value.get("c") != "unknown":
            self._hint.setText(tr("answer.before", answer=f"{value['c']:.1f} °C"))

    def _show(self) -> None:
        self._figure.setText(figures(self._typed))

    def digit(self, digit: int) -> bool:
        """The next figure; the third one answers."""
        if self._asking:
            return self._why.digit(digit)
        if len(self._typed) >= FIGURES:
            return True
        self._typed += str(digit)
        self._show()
        if len(self._typed) == FIGURES:
            self._judge()
        return True

    def _judge(self) -> None:
        celsius, said = reading_of(self._typed)
        if not said:
            self.answer({"c": celsius})
            return
        self._hint.setText(said)
        if not is_possible(celsius):
            self._typed = ""
            self._show()

    def enter(self) -> bool:
        """Confirm an unusual reading."""
        if len(self._typed) == FIGURES:
            self.answer({"c": reading_of(self._typed)[0]})
        return True

    def erase(self) -> bool:
        """The last figure, or the question why there is none."""
        if self._asking:
            self._asking = False
            self._why.hide()
            self._none.show()
            self._figure.show()
            self._hint.setText(tr("reading.hint"))
            return True
        if not self._typed:
            return False
        self._typed = self._typed[:-1]
        self._show()
        return True

    def letter(self, act: str) -> bool:
        """Not taken, with a reason."""
        if act == "unknown":
            self._ask_why()
            return True
        if act == "refused":
            self._not_taken("refused")
            return True
        return False

    def _ask_why(self) -> None:
        self._asking = True
        for widget in (self._none, self._figure):
            widget.hide()
        self._hint.setText(tr("reading.why_not"))
        self._why.show()

    def _not_taken(self, reason: object) -> None:
        self.answer({"c": "unknown", "reason": str(reason)})
