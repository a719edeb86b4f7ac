"""What is typed as figures: a number, a day, or the first and last day of a stay. Days are read back in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel

from ui.appearance import Look
from ui.interview.days import FARTHEST, Day, read_day
from ui.interview.entry import Entry
from ui.interview.strip import DayStrip, Span
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

    def move(self, days: int) -> None:
        """Another day, so many later; today from an empty field."""
        ago = self.read().ago
        self.field.setText(str(min(FARTHEST, max(0, (0 if ago is None else ago) - days))))

    def _tell(self) -> None:
        day = self.read() if self.field.text().strip() else None
        self.words.setText("" if day is None else day.problem or day.words)


class DaysEntry(Entry):
    """One day, typed, by arrows or touched in the strip, then Enter."""

    def __init__(self, look: Look, on: date, value: Any) -> None:
        super().__init__(look)
        self._day = DayField(tr("days.ago"), on, value if isinstance(value, int) else None)
        self._day.field.setMaximumWidth(look.px(460))
        self.strip = DayStrip(look, on)
        self.strip.touched.connect(lambda ago: self._day.field.setText(str(ago)))
        self._day.field.textChanged.connect(self._draw)
        self.layout_.addWidget(self._day.field)
        self.layout_.addWidget(self._day.words)
        self.layout_.addWidget(self.strip)
        self.layout_.addWidget(label(tr("days.help"), "small"))
        self.layout_.addStretch(1)
        self._draw()

    def _draw(self) -> None:
        ago = self._day.read().ago
        self.strip.show_spans(() if ago is None else (Span(ago, ago, "hold"),))

    def settle(self) -> None:
        """Typing begins at once."""
        self._day.field.setFocus()

    def arrow(self, rows: int) -> bool:
        """Up: the day before; down: the day after."""
        self._day.move(rows)
        return True

    def enter(self) -> bool:
        """Answer."""
        day = self._day.read()
        if day.problem:
            self.problem.emit(day.problem)
        else:
            self.answer(day.value)
        return True


class PeriodEntry(Entry):
    """First and last day, typed or touched in the strip; Enter goes from one to the other, then answers."""

    def __init__(self, look: Look, on: date, value: Any) -> None:
        super().__init__(look)
        known = value if isinstance(value, dict) else {}
        self._days = [
            DayField(tr("days.first"), on, known.get("first")),
            DayField(tr("days.last"), on, known.get("last")),
        ]
        self.strip = DayStrip(look, on)
        self.strip.touched.connect(self._touched)
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        for place, day in enumerate(self._days):
            grid.addWidget(day.field, 0, place)
            grid.addWidget(day.words, 1, place)
            day.field.textChanged.connect(self._draw)
        self.layout_.addLayout(grid)
        self.layout_.addWidget(self.strip)
        self.layout_.addWidget(label(tr("strip.help"), "small"))
        self.layout_.addStretch(1)
        self._draw()

    def _draw(self) -> None:
        self.strip.show_spans(span_of(*(day.read() for day in self._days)))

    def _touched(self, ago: int) -> None:
        """The first touch begins the period, the second ends it; a third begins anew."""
        first, last = (day.field for day in self._days)
        begun = self._days[0].read().ago
        if begun is None or last.text() or ago > begun:
            first.setText(str(ago))
            last.clear()
            last.setFocus()
        else:
            last.setText(str(ago))
            last.setFocus()

    def settle(self) -> None:
        """Typing begins with the first day."""
        self._days[0].field.setFocus()

    def arrow(self, rows: int) -> bool:
        """Up: the day before; down: the day after, in the field at hand."""
        self._days[self._days[1].field.hasFocus()].move(rows)
        return True

    def erase(self) -> bool:
        """From the empty last day back to the first."""
        if self._days[1].field.hasFocus():
            self._days[0].field.setFocus()
            return True
        return False

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


def span_of(first: Day, last: Day) -> tuple[Span, ...]:
    """The period that stands between two days; from one that is known alone, that day."""
    known = [day.ago for day in (first, last) if day.ago is not None]
    if not known or (len(known) == 2 and known[0] < known[1]):
        return ()
    return (Span(max(known), min(known)),)
