"""The rows of the checklist: each sign as large as a finger, its picture, its name whole, and what was said of it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from sops.facts import SIGNS
from ui import icons
from ui.appearance import Look
from ui.interview.columns import Columns
from ui.pictograms import SIGNS as PICTURES
from ui.strings import tr
from ui.traveller_screen import picture

_NARROWEST: Final = 186
_MOST_COLUMNS: Final = 3
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_MARKS: Final = {
    "yes": ("done", "hold"),
    "no": ("no", "muted"),
    "unknown": ("question", "unknown"),
    "refused": ("hand", "unknown"),
}


def answer_said(said: Any) -> str:
    """What was said of a sign, in words: since how many days, an answer, or that it was not asked."""
    if isinstance(said, int):
        return tr("signs.since", days=said)
    return tr(f"answer.{said}") if said else tr("know.unasked")


@lru_cache(1024)
def _largest(look: Look, name: str, wide: int, high: int, most: int) -> int:
    """The size of letters, at most `most`, in which a name has room."""
    for size in range(most, 12, -1):
        needed = QFontMetrics(look.font(size)).boundingRect(QRect(0, 0, wide, 1000), _WRAPPED, name)
        if needed.width() <= wide and needed.height() <= high:
            return size
    return 12


class SignRow(QAbstractButton):
    """One sign. Keys go to the entry, so it takes no focus; the one at hand has a ring."""

    def __init__(self, look: Look, sign: str, name: str) -> None:
        super().__init__()
        self.sign, self.name, self._look = sign, name, look
        self.said: Any = None
        self.is_at_hand = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look.px(44))
        self.setMaximumHeight(look.px(60))
        self.setAccessibleName(f"{name}: {answer_said(None)}")

    def show_said(self, said: Any, *, is_at_hand: bool) -> None:
        """Another answer, or the place where the keys go."""
        if (said, is_at_hand) == (self.said, self.is_at_hand):
            return
        self.said, self.is_at_hand = said, is_at_hand
        self.setAccessibleName(f"{self.name}: {answer_said(said)}")
        self.update()

    def sizeHint(self) -> QSize:
        """A finger."""
        return QSize(self._look.px(_NARROWEST), self._look.px(44))

    def room(self) -> QRect:
        """Where the name stands."""
        return QRect(self._look.px(40), 1, self.width() - self._look.px(40 + 32), self.height() - 2)

    def letters(self, room: QRect) -> QFont:
        """The largest letters in which the whole name has room."""
        largest = 18 if self.width() > self._look.px(260) else 15
        return self._look.font(_largest(self._look, self.name, room.width(), room.height(), largest))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture, name, and at the right the sign of the answer with its days."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_yes = isinstance(self.said, int) or self.said == "yes"
        cell = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setBrush(look.colour("hold_ground" if is_yes else "sunken" if self.is_at_hand else "surface"))
        painter.setPen(QPen(look.colour("hold" if is_yes else "line"), 1.2))
        painter.drawRoundedRect(cell, 6, 6)
        if self.is_at_hand:
            for token, wide in (("ink", 5.0), ("focus", 3.0)):
                painter.setPen(QPen(look.colour(token), wide))
                painter.drawRoundedRect(cell, 6, 6)
        size = look.px(28)
        square = QRectF(look.px(7), (self.height() - size) / 2, size, size)
        picture.draw(painter, PICTURES[self.sign], square, look.hold if is_yes else look.ink)
        room = self.room()
        painter.setFont(self.letters(room))
        painter.setPen(look.colour("hold" if is_yes else "ink"))
        painter.drawText(room, _WRAPPED, self.name)
        self._paint_answer(painter, "yes" if is_yes else str(self.said))
        painter.end()

    def _paint_answer(self, painter: QPainter, word: str) -> None:
        look = self._look
        mark, token = _MARKS.get(word, ("open", "muted"))
        size, wide = look.px(18), look.px(28)
        left, middle = self.width() - look.px(4) - wide, self.height() / 2
        has_days = isinstance(self.said, int)
        top = middle - size + look.px(1) if has_days else middle - size / 2
        icons.draw(painter, mark, QRectF(left + (wide - size) / 2, top, size, size), look.colour(token), 2.6)
        if has_days:
            painter.setFont(look.font(12, bold=True))
            days = QRectF(left, middle, wide, look.px(18))
            painter.drawText(days, int(Qt.AlignmentFlag.AlignCenter), tr("know.days", days=self.said))


class SignRows(Columns):
    """All signs in up to three columns, read downwards. Emits `touched(place)`."""

    touched = Signal(int)

    def __init__(self, look: Look, names: dict[str, str]) -> None:
        self.rows = [SignRow(look, sign, names[sign]) for sign in SIGNS]
        super().__init__(look, self.rows, _NARROWEST, _MOST_COLUMNS, downwards=True)
        for place, row in enumerate(self.rows):
            row.clicked.connect(lambda _=False, place=place: self.touched.emit(place))

    def arrange(self, columns: int) -> None:
        """On a large display rows are higher, and stand no further apart."""
        super().arrange(columns)
        self.setMaximumHeight(self.rows[0].maximumHeight() * self.tall)

    def sizeHint(self) -> QSize:
        """Rows as high as a finger."""
        return QSize(0, self.rows[0].minimumHeight() * self.tall)
