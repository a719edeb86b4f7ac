"""The last 14 days as a strip: periods are drawn in it, and a touch on two days makes one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance import Look
from ui.strings import LANGUAGES, day_in_words, spoken, tr
from ui.strings.calendar import MONTHS, WEEKDAYS

DAYS: Final = 15  # fourteen days ago, and today
TALL: Final = 72

_MONTH: Final = 3
"""So many days are as wide as the name of a month."""


@dataclass(frozen=True, slots=True)
class Span:
    """A period in whole days ago, both ends in; `colour` is the family it is drawn in."""

    first: int
    last: int
    colour: str = "action"


class DayStrip(QWidget):
    """Fourteen days ago at the left, today at the right. Emits `touched(days_ago)`."""

    touched = Signal(int)

    def __init__(self, look: Look, on: date, tall: int = TALL) -> None:
        super().__init__()
        self._look, self._on, self._tall = look, on, tall
        self.spans: tuple[Span, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_spans(())

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Draw these periods; what lies further back is cut at the edge."""
        self.spans = spans
        told = "; ".join(f"{self._said(span.first)} – {self._said(span.last)}" for span in spans)
        self.setAccessibleName(f"{tr('strip.name')}: {told or tr('answer.none')}")
        self.update()

    def months(self) -> list[tuple[int, str]]:
        """The days under which a month is named in full, over three days' room: the oldest, and the first of a month.

        A name that would lie under a bar, another month or the end of the strip is left out.
        """
        firsts = [ago for ago in range(DAYS) if (self._on - timedelta(days=ago)).day == 1]
        oldest = DAYS - 1
        found = [ago for ago in firsts if ago >= _MONTH - 1]
        if not any(oldest - _MONTH < ago for ago in firsts):
            found.append(oldest)
        free = [ago for ago in found if not any(span.last <= ago and span.first > ago - _MONTH for span in self.spans)]
        place = LANGUAGES.index(spoken())
        return [(ago, MONTHS[(self._on - timedelta(days=ago)).month - 1][place]) for ago in free]

    def _said(self, ago: int) -> str:
        return day_in_words(self._on - timedelta(days=ago))

    def sizeHint(self) -> QSize:
        """As high as a finger needs."""
        return QSize(self._look.px(420), self._look.px(self._tall))

    def _cell(self, ago: int) -> QRectF:
        wide = self.width() / DAYS
        return QRectF((DAYS - 1 - ago) * wide, 0, wide, self.height())

    def day_at(self, x: float) -> int:
        """How many days ago the day under a touch is."""
        return max(0, min(DAYS - 1, DAYS - 1 - int(x / (self.width() / DAYS))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A day was touched."""
        self.touched.emit(self.day_at(event.position().x()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Weekday, day, and a bar where a period covers the day."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = LANGUAGES.index(spoken())
        middle, is_tall = int(Qt.AlignmentFlag.AlignCenter), self._tall >= TALL
        for ago in range(DAYS):
            day, cell = self._on - timedelta(days=ago), self._cell(ago)
            is_covered = any(span.last <= ago <= span.first for span in self.spans)
            painter.setPen(QPen(look.colour("line"), 1))
            painter.setBrush(look.colour("sunken" if is_covered else "surface"))
            painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(look.colour("muted"))
            painter.setFont(look.font(14))
            upper = QRectF(cell.left(), look.px(2 if is_tall else 0), cell.width(), look.px(20))
            painter.drawText(upper, middle, WEEKDAYS[day.weekday()][place][: 2 if cell.width() < 36 else 3])
            painter.setPen(look.colour("ink"))
            painter.setFont(look.font(16, bold=ago == 0 or is_covered))
            lower = QRectF(cell.left(), look.px(20 if is_tall else 16), cell.width(), look.px(24))
            painter.drawText(lower, middle, str(day.day))
        for ago, month in self.months() if is_tall else ():
            painter.setFont(look.font(12))
            painter.setPen(look.colour("muted"))
            cell = self._cell(ago)
            room = QRectF(cell.left() + look.px(4), cell.bottom() - look.px(17), cell.width() * 3, look.px(16))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), month)
        for span in self.spans:
            self._bar(painter, span)
        painter.end()

    def _bar(self, painter: QPainter, span: Span) -> None:
        if span.last >= DAYS:
            return
        look = self._look
        left, right = self._cell(min(span.first, DAYS - 1)), self._cell(span.last)
        below, thick = (look.px(20), look.px(14)) if self._tall >= TALL else (look.px(6), look.px(4))
        bar = QRectF(left.left() + 3, self.height() - below, right.right() - left.left() - 6, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(span.colour))
        painter.drawRoundedRect(bar, 5, 5)
        if span.first >= DAYS:  # it began before the strip does
            painter.setBrush(look.colour("surface"))
            painter.drawRect(QRectF(bar.left() + look.px(8), bar.top(), look.px(4), bar.height()))
