"""The board: a list of those who wait; arrows choose, Enter goes on with one at the very step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from ui import icons
from ui.appearance import Look
from ui.board.rows import Waiting
from ui.page import Page
from ui.plain import label
from ui.strings import tr

Index = QModelIndex | QPersistentModelIndex


class WaitingModel(QAbstractListModel):
    """Those who wait."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Waiting, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as wait."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One line of words; the row itself for the painter."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (row.who, row.step, row.reason, row.due or row.since) if part)
        return None

    def show_rows(self, rows: tuple[Waiting, ...]) -> None:
        """Others, or the same a second later."""
        same = [row.screening for row in rows] == [row.screening for row in self.rows]
        if same and rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        elif not same:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()


class _Painter(QStyledItemDelegate):
    """A row in two lines: who and when, step and reason."""

    def __init__(self, look: Look, parent: QListView, *, small: bool) -> None:
        super().__init__(parent)
        self._look, self._small = look, small

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        return QSize(10, self._look.px(44 if self._small else 64))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Plain text only."""
        look, row = self._look, index.data(Qt.ItemDataRole.UserRole)
        view = self.parent()
        assert isinstance(view, QListView)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if not self._small:
            painter.setPen(QPen(look.colour("line"), 1))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(box, 8, 8)
            if view.currentIndex() == index:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.colour("ink"), 5))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
                painter.setPen(QPen(look.colour("focus"), 3))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        token = "emergency" if row.is_emergency else "hold" if row.is_due else "muted"
        sign = "cross" if row.is_emergency else "clock" if row.due else "person"
        size = look.px(18 if self._small else 28)
        icons.draw(
            painter, sign, QRectF(box.left() + look.px(8), box.center().y() - size / 2, size, size), look.colour(token)
        )
        left = box.left() + look.px(34 if self._small else 52)
        large, little = (15, 14) if self._small else (20, 16)
        when = row.due or row.since
        painter.setFont(look.font(little, bold=row.is_due))
        painter.setPen(look.colour("hold" if row.is_due else "muted"))
        right = QRectF(left, box.top(), box.right() - left - look.px(8), box.height() / 2)
        wide = QFontMetrics(painter.font()).horizontalAdvance(when) + look.px(12)
        painter.drawText(right, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), when)
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(large, bold=True))
        self._line(painter, row.who, QRectF(left, box.top(), right.width() - wide, box.height() / 2 + 2))
        painter.setFont(look.font(little))
        painter.setPen(look.colour("muted"))
        below = QRectF(left, box.center().y(), right.width(), box.height() / 2 - 2)
        self._line(painter, f"{row.step} · {row.reason}", below)
        painter.restore()

    def _line(self, painter: QPainter, words: str, box: QRectF) -> None:
        shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


class WaitingList(QListView):
    """The list itself; small in the rail, large on the board. Emits `wanted(screening)`."""

    wanted = Signal(str)

    def __init__(self, look: Look, *, small: bool) -> None:
        super().__init__()
        self.rows = WaitingModel()
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(look, self, small=small))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("board.title"))
        self.clicked.connect(self._want)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys belong to the page."""
        event.ignore()

    def _want(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if row is not None:
            self.wanted.emit(row.screening)


class BoardPage(Page):
    """Emits `resumed(screening)` and `left()`."""

    resumed = Signal(str)
    left = Signal()

    def __init__(self, look: Look, title: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(28), look.px(20), look.px(28), look.px(16))
        layout.setSpacing(look.px(10))
        layout.addWidget(label(title or tr("board.title"), "question"))
        self._empty = label(tr("board.empty"), "lead")
        layout.addWidget(self._empty)
        self.list = WaitingList(look, small=False)
        self.list.wanted.connect(self.resumed)
        layout.addWidget(self.list, 1)
        layout.addWidget(label(tr("board.help"), "small"))

    def show_rows(self, rows: tuple[Waiting, ...]) -> None:
        """Those who wait."""
        here = self.list.currentIndex().row()
        self.list.rows.show_rows(rows)
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        if rows and not 0 <= here < len(rows):
            here = 0
        if rows:
            self.list.setCurrentIndex(self.list.rows.index(here))

    def arrow(self, rows: int) -> bool:
        """Arrow up or down."""
        count = self.list.rows.rowCount()
        if count:
            here = max(0, min(count - 1, self.list.currentIndex().row() + rows))
            self.list.setCurrentIndex(self.list.rows.index(here))
        return True

    def enter(self) -> bool:
        """Go on with the one chosen."""
        row = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if row is not None:
            self.resumed.emit(row.screening)
        return True

    def leave(self) -> bool:
        """Back to where we were."""
        self.left.emit()
        return True
