"""The steps of the walk as a list: what was answered, where we stand; a row of it leads back there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from screening.commands import interrupt_steps
from ui import icons
from ui.appearance import Look
from ui.rows_model import Index, RowsModel
from ui.saying import said, text
from ui.strings import tr

if TYPE_CHECKING:
    from screening.session import State
    from sops.model import Step
    from sops.wording import Wording

_NO_ANSWERS: Final = ("done", "person")
"""What was done, and who it is, stays so whatever the way."""


@dataclass(frozen=True, slots=True)
class Row:
    """One step as the rail shows it. `mark`: done, here, open or aside; `step` is empty for the outcome."""

    step: str
    title: str
    answer: str
    mark: str


def rows_of(state: State, wording: Wording) -> tuple[Row, ...]:
    """The rows of a state: steps on the way, the one at hand, the outcome, and what was said and does not count now."""
    on = state.on
    rows = [
        Row(visited.step.id, text(visited.step.title), said(visited.step, visited.value, wording, on), "done")
        for visited in state.path
        if state.at is None or visited.step.id != state.at.id
    ]
    if state.at is not None:
        rows.append(Row(state.at.id, text(state.at.title), "", "here"))
        rows.append(Row("", tr("rail.outcome"), "", "open"))
    elif state.course is not None:
        rows.append(Row("", tr("rail.outcome"), text(state.course.title), "here"))
    aside = ((step, said(step, state.log.answers[step.id].value, wording, on)) for step in set_aside(state))
    return (*rows, *(Row("", text(step.title), tr("rail.aside", answer=answer), "aside") for step, answer in aside))


def set_aside(state: State) -> tuple[Step, ...]:
    """Questions that were answered and are no longer on the way: their answers decide nothing until they are again."""
    log, steps = state.log, state.setting.procedure.steps
    if log.revisiting or log.interrupt:  # who looks back, or is cared for first, has only not come to them yet
        return ()
    breaking = {
        step for name in state.setting.procedure.interrupts for step in interrupt_steps(state.setting.procedure, name)
    }
    passed = {visited.step.id for visited in state.path} | ({state.at.id} if state.at is not None else set())
    return tuple(
        steps[step]
        for step in log.answers
        if step in steps and step not in passed | breaking and steps[step].answer not in _NO_ANSWERS
    )


def _said(row: Row) -> str:
    return f"{row.title}: {row.answer}" if row.answer else row.title


class _Painter(QStyledItemDelegate):
    """A row: mark, title, answer below or beside."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line for the title, one for an answer."""
        row = index.data(Qt.ItemDataRole.UserRole)
        return QSize(10, self._look.px(44 if row is not None and row.answer else 30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Plain text only."""
        look, row = self._look, index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(option.rect).adjusted(2, 1, -2, -1)
        view = self.parent()
        if row.mark == "here":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("sunken"))
            painter.drawRoundedRect(place, 6, 6)
        if isinstance(view, QListView) and view.hasFocus() and view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("ink"), 4))
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 6, 6)
            painter.setPen(QPen(look.colour("focus"), 2.4))
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 6, 6)
        size = look.px(16)
        token = {"done": "calm", "here": "action"}.get(row.mark, "muted")
        sign = "no" if row.mark == "aside" else row.mark
        icons.draw(painter, sign, QRectF(place.left() + 6, place.top() + look.px(6), size, size), look.colour(token), 3)
        left = place.left() + look.px(32)
        room = place.right() - left - 6
        painter.setFont(look.font(15, bold=row.mark == "here"))
        painter.setPen(look.colour("ink" if row.mark in ("done", "here") else "muted"))
        self._line(painter, row.title, left, place.top() + look.px(3), room)
        if row.answer:
            painter.setFont(look.font(14))
            painter.setPen(look.colour("muted"))
            self._line(painter, row.answer, left, place.top() + look.px(21), room)
        painter.restore()

    def _line(self, painter: QPainter, words: str, left: float, top: float, room: float) -> None:
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.drawText(QRectF(left, top, room + 4, metrics.height()), flags, shown)


class Steps(QListView):
    """The list; Enter or a click on an answered step goes back to it. Emits `wanted(step)`."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows = RowsModel(_said)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("rail.steps"))
        self.clicked.connect(self._want)

    def sizeHint(self) -> QSize:
        """One step; it grows where there is room."""
        return QSize(self._look.px(120), self._look.px(52))

    def show_state(self, state: State | None, wording: Wording) -> None:
        """The steps of the traveller in front; nothing when there is none."""
        self.rows.show_rows(rows_of(state, wording) if state is not None else ())
        here = next((place for place, row in enumerate(self.rows.rows) if row.mark == "here"), -1)
        if here >= 0:
            self.scrollTo(self.rows.index(here), QListView.ScrollHint.EnsureVisible)
            self.setCurrentIndex(self.rows.index(max(0, here - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter goes there; every other key is the desk's."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want(self.currentIndex())
        else:
            event.ignore()

    def _want(self, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if row is not None and row.mark == "done":
            self.wanted.emit(row.step)
