"""What is typed as figures: a number, a day, or the first and last day of a stay. Days are read back in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel

from ui.appearance import Look
from ui.interview.days import Day, read_day
from ui.interview.entry import Entry
from ui.plain import Field, label
from ui.strings import tr


def number(typed: str) -> int | float | None:
    """The number that was typed in ASCII figures, with comma or point; None when it is none."""
    text = typed.strip().replace(",", ".")
    if not text.isascii() or not text.replace(".", "", 1).isdigit() or len(text) > 8:
        return None
    return float(text) if "." in text else int(text)


class NumberEntry(Entry):
    """One number, then Enter."""

    def __init__(self, look: Look, value: Any) -> None:
        super().__init__(look)
        self._field = Field(tr("number.name"), most=8)
        if isinstance(value, (int, float)):
            self._field.setText(f"{value:g}")
        self._field.setMaximumWidth(look.px(260))
        self.layout_.addWidget(self._field)
        self.layout_.addStretch(1)

    def settle(self) -> None:
        """Typing begins at once."""
        self._field.setFocus()

    def enter(self) -> bool:
        """Answer."""
        found = number(self._field.text())
        if found is None:
            self.problem.emit(tr("number.bad"))
        else:
            self.answer(found)
        return True


class DayField:
    """A field for a day with its words below."""

    def __init__(self, name: str, on: date, value: Any = None) -> None:
        self._on = on
        self.field = Field(name, most=12)
        self.words: QLabel = label("", "strong")
        if value is not None:
            self.field.setText("?" if value == "unknown" else str(value))
        self.field.textChanged.connect(self._tell)
        self._tell()

    def read(self) -> Day:
        """What was typed."""
        return read_day(self.field.text(), self._on)

    def _tell(self) -> None:
        day = self.read() if self.field.text().strip() else None
        self.words.setText("" if day is None else day.problem or day.words)


class DaysEntry(Entry):
    """One day, then Enter."""

    def __init__(self, look: Look, on: date, value: Any) -> None:
        super().__init__(look)
        self._day = DayField(tr("days.ago"), on, value if isinstance(value, int) else None)
        self._day.field.setMaximumWidth(look.px(460))
        self.layout_.addWidget(self._day.field)
        self.layout_.addWidget(self._day.words)
        self.layout_.addStretch(1)

    def settle(self) -> None:
        """Typing begins at once."""
        self._day.field.setFocus()

    def enter(self) -> bool:
        """Answer."""
        day = self._day.read()
        if day.problem:
            self.problem.emit(day.problem)
        else:
            self.answer(day.value)
        return True


class PeriodEntry(Entry):
    """First and last day; Enter goes from one to the other, then answers."""

    def __init__(self, look: Look, on: date, value: Any) -> None:
        super().__init__(look)
        known = value if isinstance(value, dict) else {}
        self._days = [
            DayField(tr("days.first"), on, known.get("first")),
            DayField(tr("days.last"), on, known.get("last")),
        ]
        for day in self._days:
            day.field.setMaximumWidth(look.px(460))
            self.layout_.addWidget(day.field)
            self.layout_.addWidget(day.words)
        self.layout_.addStretch(1)

    def settle(self) -> None:
        """Typing begins with the first day."""
        self._days[0].field.setFocus()

    def arrow(self, rows: int) -> bool:
        """Up and down the two days."""
        self._days[rows > 0].field.setFocus()
        return True

    def enter(self) -> bool:
        """To the last day, then answer."""
        first, last = (day.read() for day in self._days)
        if first.problem or (last.problem and self._days[1].field.hasFocus()):
            self.problem.emit(first.problem or last.problem)
        elif self._days[0].field.hasFocus():
            self._days[1].field.setFocus()
        elif first.ago is not None and last.ago is not None and first.ago < last.ago:
            self.problem.emit(tr("days.order"))
        elif last.problem:
            self._days[1].field.setFocus()
        else:
            self.answer({"first": first.value, "last": last.value})
        return True
