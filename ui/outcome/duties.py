"""The duties as a list on the outcome page: key, box, title, who, clock; the next one shows what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.appearance import Look
from ui.outcome.account import Task

ROW = 29


class DutyList(QWidget):
    """Paints plain rows; emits `wanted(duty)` on a click."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.tasks: tuple[Task, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_tasks(self, tasks: tuple[Task, ...]) -> None:
        """Other duties, or the same a second later."""
        if tasks == self.tasks:
            return
        self.tasks = tasks
        self.setMinimumHeight(int(sum(self._tall(task, self.width()) for task in tasks)))
        self.setAccessibleName("; ".join(f"{task.key} {task.title} {task.mark}: {task.clock}" for task in tasks))
        self.updateGeometry()
        self.update()

    def _room(self, width: float) -> float:
        return max(120.0, width - self._look.px(84))

    def _tall(self, task: Task, width: float) -> float:
        look = self._look
        base = look.px(24 if task.is_done else ROW)
        if not task.is_next:
            return base
        flags = int(Qt.TextFlag.TextWordWrap)
        box = QFontMetrics(look.font(14)).boundingRect(0, 0, int(self._room(width)), 2000, flags, task.do)
        return base + box.height() + look.px(8)

    def resizeEvent(self, event: object) -> None:
        """Words wrap anew."""
        self.setMinimumHeight(int(sum(self._tall(task, self.width()) for task in self.tasks)))

    def _boxes(self) -> list[tuple[Task, QRectF]]:
        top, boxes = 0.0, []
        for task in self.tasks:
            tall = self._tall(task, self.width())
            boxes.append((task, QRectF(0, top, self.width(), tall)))
            top += tall
        return boxes

    def next_box(self) -> QRectF | None:
        """Where the next duty stands."""
        return next((box for task, box in self._boxes() if task.is_next), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click does that duty."""
        for task, box in self._boxes():
            if box.contains(event.position()) and not task.is_done:
                self.wanted.emit(task.id)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """All rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for task, box in self._boxes():
            self._paint(painter, task, box.adjusted(1, 1, -1, -1))
        painter.end()

    def _paint(self, painter: QPainter, task: Task, box: QRectF) -> None:
        look = self._look
        if task.is_next:
            painter.setPen(QPen(look.colour("action"), 1.6))
            painter.setBrush(look.colour("sunken"))
            painter.drawRoundedRect(box, 6, 6)
        line = look.px(22 if task.is_done else ROW - 2)
        if task.key and not task.is_done:
            cap = QRectF(box.left() + look.px(8), box.top() + (line - look.px(22)) / 2, look.px(24), look.px(22))
            painter.setPen(QPen(look.colour("ink"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cap, 4, 4)
            painter.setFont(look.font(14, bold=True))
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), task.key)
        square = QRectF(box.left() + look.px(40), box.top() + (line - look.px(20)) / 2, look.px(20), look.px(20))
        token = "calm" if task.is_done else "hold" if task.is_late else "ink"
        icons.draw(painter, "boxed" if task.is_done else "box", square, look.colour(token))
        painter.setFont(look.font(15, bold=task.is_late))
        clock_wide = QFontMetrics(painter.font()).horizontalAdvance(task.clock)
        middle = Qt.AlignmentFlag.AlignVCenter
        first = QRectF(box.left(), box.top(), box.width() - look.px(10), line)
        painter.setPen(look.colour("hold" if task.is_late and not task.is_done else "muted"))
        painter.drawText(first, int(middle | Qt.AlignmentFlag.AlignRight), task.clock)
        painter.setFont(look.font(15, bold=task.is_next))
        painter.setPen(look.colour("muted" if task.is_done else "ink"))
        left = box.left() + look.px(68)
        room = box.right() - left - clock_wide - look.px(22)
        metrics = QFontMetrics(painter.font())
        title = metrics.elidedText(task.title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, box.top(), room, line), int(middle | Qt.AlignmentFlag.AlignLeft), title)
        owner_left = left + metrics.horizontalAdvance(title) + look.px(12)
        painter.setFont(look.font(14))
        painter.setPen(look.colour("muted"))
        owner_room = box.right() - owner_left - clock_wide - look.px(22)
        if owner_room > look.px(60):
            owner = QFontMetrics(painter.font()).elidedText(_who(task), Qt.TextElideMode.ElideRight, int(owner_room))
            painter.drawText(
                QRectF(owner_left, box.top(), owner_room, line), int(middle | Qt.AlignmentFlag.AlignLeft), owner
            )
        if task.is_next:
            painter.setPen(look.colour("ink"))
            below = QRectF(left, box.top() + line - 2, self._room(self.width()), box.height() - line)
            painter.drawText(below, int(Qt.TextFlag.TextWordWrap), task.do)


def _who(task: Task) -> str:
    """Whose duty it is, and how sure we are of the clause that asks for it; of a late one who is to be told."""
    if task.is_late and not task.is_done and task.escalates:
        return task.escalates
    return f"{task.owner} · {task.mark}" if task.mark and not task.is_done else task.owner
