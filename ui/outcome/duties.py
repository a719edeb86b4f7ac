"""The duties as a list on the outcome page: key, picture, title, who, clock; the next one shows what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.appearance import Look
from ui.outcome.account import Task
from ui.strings import tr
from ui.traveller_screen import picture

ROW = 44
DONE = 26
_FEW = 3
"""So many duties leave room to say in large letters what to do."""
_LEFT = 82
_MARGIN = 12


class DutyList(QWidget):
    """Paints plain rows; emits `wanted(duty)` on a click."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._size = 14
        self.tasks: tuple[Task, ...] = ()
        self._later: tuple[Task, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_tasks(self, tasks: tuple[Task, ...], room: int) -> None:
        """Other duties, or the same a second later. Those for afterwards that find no room wait in one line."""
        self._size = 18 if len(tasks) <= _FEW else 14
        tall = sum(self._tall(task, self.width()) for task in tasks)
        puts_off = tall > room and any(task.is_next for task in tasks)
        later = tuple(t for t in tasks if t.is_afterwards and not t.is_done and not t.is_late) if puts_off else ()
        if (tasks, later) == (self.tasks, self._later):
            return
        self.tasks, self._later = tasks, later
        self._fit()
        self.setAccessibleName("; ".join(_in_words(task) for task in tasks))
        self.updateGeometry()
        self.update()

    def _fit(self) -> None:
        boxes = self._boxes()
        tall = boxes[-1][1].bottom() if boxes else 0
        self.setMinimumHeight(int(tall + (self._look.px(DONE) if self._later else 0)))

    def _tall(self, task: Task, width: float) -> float:
        look = self._look
        base = look.px(DONE if task.is_done else ROW)
        if not task.is_next:
            return base
        flags = int(Qt.TextFlag.TextWordWrap)
        room = int(width) - look.px(2 * _MARGIN) - 2
        box = QFontMetrics(look.font(self._size)).boundingRect(0, 0, max(120, room), 2000, flags, task.do)
        return base + box.height() + look.px(10)

    def resizeEvent(self, event: object) -> None:
        """Words wrap anew."""
        self._fit()

    def _boxes(self) -> list[tuple[Task, QRectF]]:
        top, boxes = 0.0, []
        for task in self.tasks:
            if task in self._later:
                continue
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
        if self._later:
            look = self._look
            words = tr("outcome.later", duties=", ".join(f"{task.key} {task.title}".strip() for task in self._later))
            painter.setPen(look.colour("muted"))
            where = QRectF(look.px(_MARGIN), self.height() - look.px(DONE), self.width() - look.px(18), look.px(DONE))
            middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            self._line(painter, words, look.font(14), where, middle)
        painter.end()

    def _paint(self, painter: QPainter, task: Task, box: QRectF) -> None:
        look = self._look
        line = look.px(DONE if task.is_done else ROW) - 2
        if task.is_next:
            painter.setPen(QPen(look.colour("action"), 2))
            painter.setBrush(look.colour("sunken"))
            painter.drawRoundedRect(box, 6, 6)
        elif not task.is_done:
            painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), look.colour("line"))
        if task.key and not task.is_done:
            self._cap(painter, task.key, QRectF(box.left() + look.px(8), box.top(), look.px(26), line))
        token = "calm" if task.is_done else "hold" if task.is_late else "ink"
        size = look.px(20 if task.is_done else 26)
        square = QRectF(box.left() + look.px(55) - size / 2, box.top() + (line - size) / 2, size, size)
        if task.is_done:
            icons.draw(painter, "boxed", square, look.colour(token))
        else:
            picture.draw(painter, task.picture, square, look.colour(token).name())
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(look.font(15, bold=task.is_late))
        clock = QFontMetrics(painter.font()).horizontalAdvance(task.clock)
        painter.setPen(look.colour("hold" if task.is_late and not task.is_done else "muted"))
        at = QRectF(box.left(), box.top(), box.width() - look.px(10), line)
        if task.is_next:
            clock = max(clock, round(self._enter(painter, at, below=bool(task.clock))))
            at.setHeight(line / 2)
            painter.setFont(look.font(15, bold=task.is_late))
            painter.setPen(look.colour("hold" if task.is_late else "muted"))
        painter.drawText(at, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), task.clock)
        left = box.left() + look.px(_LEFT)
        room = box.right() - left - clock - look.px(22)
        painter.setPen(look.colour("muted" if task.is_done else "ink"))
        upper = line if task.is_done else line / 2 + look.px(1)
        self._line(painter, task.title, look.font(15 if task.is_done else 16, bold=not task.is_done),
                   QRectF(left, box.top() + (0 if task.is_done else look.px(2)), room, upper), middle)  # fmt: skip
        if not task.is_done:
            painter.setPen(look.colour("muted"))
            self._owner(painter, task, QRectF(left, box.top() + line / 2, room, line / 2))
        if task.is_next:
            painter.setPen(look.colour("ink"))
            painter.setFont(look.font(self._size))
            left, room = box.left() + look.px(_MARGIN), box.width() - look.px(2 * _MARGIN)
            below = QRectF(left, box.top() + line + look.px(1), room, box.height() - line)
            painter.drawText(below, int(Qt.TextFlag.TextWordWrap), task.do)

    def _owner(self, painter: QPainter, task: Task, where: QRectF) -> None:
        """Whose duty it is, and the sign of how sure we are of it; of a late one who is to be told."""
        look, size = self._look, self._look.px(15)
        words = task.escalates if task.is_late and task.escalates else task.owner
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if task.mark is not None:
            where.setWidth(where.width() - size - look.px(6))
            end = min(QFontMetrics(look.font(14)).horizontalAdvance(words), where.width()) + look.px(6)
            square = QRectF(where.left() + end, where.center().y() - size / 2, size, size)
            icons.draw(painter, task.mark.sign, square, look.colour("muted"))
        self._line(painter, words, look.font(14), where, middle)

    def _enter(self, painter: QPainter, where: QRectF, *, below: bool) -> float:
        """The key that does the next duty, at the end of its row; how wide it is."""
        look, key = self._look, tr("key.Return")
        wide = QFontMetrics(look.font(14, bold=True)).horizontalAdvance(key) + look.px(14)
        top = where.top() + (where.height() / 2 if below else 0)
        self._cap(painter, key, QRectF(where.right() - wide, top, wide, where.height() / (2 if below else 1)))
        return wide

    def _cap(self, painter: QPainter, key: str, where: QRectF) -> None:
        look = self._look
        tall = min(look.px(24), where.height())
        cap = QRectF(where.left(), where.center().y() - tall / 2, where.width(), tall)
        painter.setPen(QPen(look.colour("ink"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(look.font(14, bold=True))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)

    def _line(self, painter: QPainter, words: str, font: QFont, where: QRectF, flags: int) -> None:
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(where.width()))
        painter.drawText(where, flags, shown)


def _in_words(task: Task) -> str:
    """A row as a screen reader says it: the mark in words."""
    said = " ".join(part for part in (task.key, task.title, task.mark.words if task.mark else "") if part)
    return f"{said}: {task.clock}"
