"""The counts of the board: one chip a group with its key; what is late is seen at one glance."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import icons
from ui.appearance import Look
from ui.plain import hint
from ui.strings import tr

_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Chip(QAbstractButton):
    """Key, count, name. One whose group is empty cannot be pressed and is drawn without a card."""

    def __init__(self, look: Look, key: str, words: str) -> None:
        super().__init__()
        self._look, self._key, self._words = look, key, words
        self.count = self.late = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int, late: int = 0) -> None:
        """So many are in the group, so many of them due or late."""
        self.count, self.late = count, late
        self.setEnabled(count > 0)
        late_words = f", {tr('board.chip.now')}: {late}" if late else ""
        self.setAccessibleName(f"{self._words}: {count}{late_words} ({self._key})")
        hint(self, self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines: a finger's height at least."""
        return QSize(self._wide(14, bold=True) + self._look.px(20), self._look.px(64))

    def minimumSizeHint(self) -> QSize:
        """Long names are cut before the row grows wider than the window."""
        return QSize(self._look.px(72), self._look.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card for a group that holds somebody; the late ones in their family's colours, with a clock."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        loud = self.late > 0
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(look.colour("hold" if loud else "edge" if self.count else "line"), 2 if loud else 1.2))
        painter.setBrush(look.colour("hold_ground") if loud else look.colour("surface"))
        if not self.count:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for token, width in (("ink", 5), ("focus", 3)):
                painter.setPen(QPen(look.colour(token), width))
                painter.drawRoundedRect(box, look.px(8), look.px(8))
        inside = box.adjusted(look.px(10), look.px(3), -look.px(8), -look.px(3))
        upper, lower = QRectF(inside), QRectF(inside)
        upper.setHeight(inside.height() * 0.56)
        lower.setTop(upper.bottom())
        painter.setPen(look.colour("hold") if loud else look.colour("ink" if self.count else "muted"))
        painter.setFont(look.font(24, bold=self.count > 0))
        painter.drawText(upper, _LEFT, str(self.count))
        used = upper.left() + QFontMetrics(painter.font()).horizontalAdvance(str(self.count))
        if loud:
            size = look.px(20)
            square = QRectF(used + look.px(8), upper.center().y() - size / 2, size, size)
            icons.draw(painter, "clock", square, look.colour("hold"))
            used = square.right()
            painter.setFont(look.font(16, bold=True))
            end = used + look.px(4) + QFontMetrics(painter.font()).horizontalAdvance(str(self.late))
            if self.late < self.count and end <= upper.right():
                painter.drawText(upper.adjusted(used + look.px(4) - upper.left(), 0, 0, 0), _LEFT, str(self.late))
                used = end
        if used + look.px(26) <= upper.right():
            self._cap(painter, upper)
        fits = (size for size in (14, 12, 11) if self._wide(size, bold=loud) <= lower.width())
        painter.setFont(look.font(next(fits, 11), bold=loud))
        words = QFontMetrics(painter.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, int(lower.width()))
        painter.drawText(lower, _LEFT, words)
        painter.end()

    def _wide(self, size: int, *, bold: bool) -> int:
        return QFontMetrics(self._look.font(size, bold=bold)).horizontalAdvance(self._words)

    def _cap(self, painter: QPainter, upper: QRectF) -> None:
        if not self._key or not self.count:
            return
        look = self._look
        wide = tall = look.px(22)
        cap = QRectF(upper.right() - wide, upper.center().y() - tall / 2, wide, tall)
        painter.save()
        painter.setPen(QPen(look.colour("ink"), 1.2))
        painter.setBrush(look.colour("sunken"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(look.font(14, bold=True))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._key)
        painter.restore()
