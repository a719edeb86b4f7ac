"""The list of the board: rows under headings, painted plain; arrows pass the headings by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons
from ui.appearance import Look
from ui.rows_model import Index, RowsModel
from ui.strings import tr

_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of what follows."""

    words: str


class Line(Protocol):
    """One row: whom it concerns, two lines of words, a time at its end, a sign in the colour of a token."""

    @property
    def key(self) -> str:
        """What tells it from all others."""

    @property
    def head(self) -> str:
        """Who or what."""

    @property
    def below(self) -> str:
        """The rest, smaller."""

    @property
    def when(self) -> str:
        """Its time."""

    @property
    def is_due(self) -> bool:
        """Whether the time is to be seen."""

    @property
    def sign(self) -> str:
        """Its sign."""

    @property
    def token(self) -> str:
        """The colour of its sign."""


Row = Heading | Line


class BoardModel(RowsModel[Row]):
    """The rows."""

    def __init__(self) -> None:
        super().__init__(_said)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        is_heading = index.isValid() and isinstance(self.rows[index.row()], Heading)
        return Qt.ItemFlag.ItemIsEnabled if is_heading else super().flags(index)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Others, or the same a second later."""
        same = [_key(row) for row in rows] == [_key(row) for row in self.rows]
        if same and rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            super().show_rows(rows)


def _said(row: Row) -> str:
    return row.words if isinstance(row, Heading) else f"{row.head} · {row.below} · {row.when}"


def _key(row: Row) -> str:
    return "" if isinstance(row, Heading) else row.key


def _is_alarm(row: Line) -> bool:
    return row.token == "emergency"  # noqa: S105 - a colour


class _Painter(QStyledItemDelegate):
    """A row in two lines: who and when, then the rest in small letters."""

    def __init__(self, look: Look, parent: QListView, *, small: bool) -> None:
        super().__init__(parent)
        self._look, self._small = look, small

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines; one for a heading."""
        if isinstance(index.data(Qt.ItemDataRole.UserRole), Heading):
            return QSize(10, self._look.px(36))
        return QSize(10, self._look.px(44 if self._small else 64))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Plain text only."""
        row = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if isinstance(row, Heading):
            painter.setFont(self._look.font(14, bold=True))
            painter.setPen(self._look.colour("muted"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), row.words)
        else:
            if self._small and _is_alarm(row):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.colour("alarm"))
                painter.drawRoundedRect(box, 8, 8)
            if not self._small:
                self._card(painter, box, index)
            self._row(painter, box, row)
        painter.restore()

    def _card(self, painter: QPainter, box: QRectF, index: Index) -> None:
        look, view = self._look, self.parent()
        assert isinstance(view, QListView)
        painter.setPen(QPen(look.colour("line"), 1))
        is_alarm = _is_alarm(index.data(Qt.ItemDataRole.UserRole))
        painter.setBrush(look.colour("alarm" if is_alarm else "surface"))
        painter.drawRoundedRect(box, 8, 8)
        if view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for token, wide in (("ink", 5), ("focus", 3)):
                painter.setPen(QPen(look.colour(token), wide))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)

    def _row(self, painter: QPainter, box: QRectF, row: Line) -> None:
        look = self._look
        is_alarm = _is_alarm(row)
        muted, ink = ("on_alarm", "on_alarm") if is_alarm else ("muted", "ink")
        size = look.px(18 if self._small else 28)
        square = QRectF(box.left() + look.px(8), box.center().y() - size / 2, size, size)
        icons.draw(painter, row.sign, square, look.colour("on_alarm" if is_alarm else row.token))
        left = box.left() + look.px(34 if self._small else 52)
        large, little = (15, 14) if self._small else (20, 16)
        painter.setFont(look.font(little, bold=row.is_due))
        painter.setPen(look.colour("hold" if row.is_due and not is_alarm else muted))
        right = QRectF(left, box.top(), box.right() - left - look.px(8), box.height() / 2)
        wide = QFontMetrics(painter.font()).horizontalAdvance(row.when) + look.px(12)
        painter.drawText(right, int(Qt.AlignmentFlag.AlignRight | _MIDDLE), row.when)
        painter.setPen(look.colour(ink))
        painter.setFont(look.font(large, bold=True))
        self._line(painter, row.head, QRectF(left, box.top(), right.width() - wide, box.height() / 2 + 2))
        painter.setFont(look.font(little, bold=is_alarm))
        painter.setPen(look.colour(muted))
        self._line(painter, row.below, QRectF(left, box.center().y(), right.width(), box.height() / 2 - 2))

    def _line(self, painter: QPainter, words: str, box: QRectF) -> None:
        shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | _MIDDLE), shown)


class BoardList(QListView):
    """The list itself; small in the rail, large on the board. Emits `wanted(row)`."""

    wanted = Signal(object)

    def __init__(self, look: Look, *, small: bool) -> None:
        super().__init__()
        self.rows = BoardModel()
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(look, self, small=small))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("board.title"))
        self.clicked.connect(self._want)

    @property
    def chosen(self) -> Line | None:
        """The row the ring stands on."""
        row = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return None if isinstance(row, Heading) else row

    def choose(self, rows: int) -> None:
        """The ring moves by so many rows; 0 keeps it, and finds a row where it stood on none."""
        places = [place for place, row in enumerate(self.rows.rows) if not isinstance(row, Heading)]
        if not places:
            return
        here = self.currentIndex().row()
        near = min(range(len(places)), key=lambda place: (abs(places[place] - here), place)) if here >= 0 else 0
        self.setCurrentIndex(self.rows.index(places[max(0, min(len(places) - 1, near + rows))]))

    def show_lines(self, rows: tuple[Row, ...]) -> None:
        """Other rows; the ring stays with its row, or in its place where that row is gone."""
        before, place = self.chosen, self.currentIndex().row()
        self.rows.show_rows(rows)
        keys = [_key(row) for row in rows]
        if before is not None and before.key in keys:
            self.setCurrentIndex(self.rows.index(keys.index(before.key)))
        elif place >= 0 and rows:
            self.setCurrentIndex(self.rows.index(min(place, len(rows) - 1)))
        self.choose(0)

    def stand_at(self, row: int) -> None:
        """The ring on that row, its heading at the top."""
        self.setCurrentIndex(self.rows.index(row))
        self.scrollTo(self.rows.index(max(0, row - 1)), QListView.ScrollHint.PositionAtTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys belong to the page."""
        event.ignore()

    def _want(self, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if row is not None and not isinstance(row, Heading):
            self.wanted.emit(row)
