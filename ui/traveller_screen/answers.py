"""Three big signs in the order of the desk: yes, no, don't know. Each has its shape, its colour and its word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from sops.wording import ANSWERS, Phrase
from ui.appearance import Look
from ui.traveller_screen import picture
from ui.traveller_screen.lettering import Paragraph, Side

_FAMILY: Final = {"yes": "calm", "no": "hold", "unknown": "unknown"}
_HEIGHT: Final = 108


class Answer(QAbstractButton):
    """One sign with its word."""

    def __init__(self, name: str, phrase: Phrase, look: Look, *, can_touch: bool) -> None:
        super().__init__()
        self.name, self.phrase, self._look = name, phrase, look
        self._can_touch = can_touch
        self.setAccessibleName(phrase.text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not can_touch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a hand; as wide as there is room."""
        return QSize(self._look.px(280), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, word."""
        look = self._look
        ink = look.family(_FAMILY[self.name])[0]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(look.colour(_FAMILY[self.name]), look.px(5 if self.isDown() else 3)))
        painter.setBrush(look.colour(f"{_FAMILY[self.name]}_ground"))
        painter.drawRoundedRect(inside, look.px(12), look.px(12))
        side, gap = look.px(64), look.px(22)
        room = inside.width() - side - gap - 2 * look.px(20)
        text = self._word(room)
        used = min(text.used_width, room)
        start = inside.left() + (inside.width() - side - gap - used) / 2
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        sign_left = start + used + gap if is_rtl else start
        word_left = sign_left - gap - room if is_rtl else start + side + gap
        picture.draw(painter, self.name, QRectF(sign_left, inside.center().y() - side / 2, side, side), ink)
        text.draw(painter, word_left, inside.center().y() - text.height / 2, look.colour("ink"))
        painter.end()

    def _word(self, room: float) -> Paragraph:
        """The word as large as it stands on one line, else on two."""
        phrase = self.phrase
        side: Side = "right" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "left"
        for size in (36, 34, 32, 30, 28, 26, 24):
            text = Paragraph(
                phrase.text, phrase.language, phrase.direction, pixels=self._look.px(size), width=room, bold=True,
                side=side,
            )  # fmt: skip
            if text.fits and text.lines == 1:
                return text
        return Paragraph(
            phrase.text, phrase.language, phrase.direction, pixels=self._look.px(24), width=room, bold=True, side=side,
            breaks=True,
        )  # fmt: skip


class Answers(QWidget):
    """The row of signs. It keeps its room when there is nothing to answer, so that nothing jumps."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.buttons: tuple[Answer, ...] = ()

    def offer(self, words: Mapping[str, Phrase] | None, look: Look, *, can_touch: bool) -> None:
        """Show the signs with these words, or none."""
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._row.setSpacing(look.px(24))
        self.buttons = tuple(
            Answer(name, words[name], look, can_touch=can_touch) for name in ANSWERS if words is not None
        )
        for button in self.buttons:
            self._row.addWidget(button)
            button.clicked.connect(lambda _=False, name=button.name: self.answered.emit(name))
        self.setVisible(bool(self.buttons))
