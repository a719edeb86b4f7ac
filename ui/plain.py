"""The only makers of labels, fields and buttons. What a person or a document says is plain text, whatever it holds."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QLineEdit, QSizePolicy, QWidget

from ui import icons
from ui.appearance import Look
from ui.bounce import Bounce

MOST: Final = 400
"""The longest value shown; of a longer one the rest is counted."""


def clean(text: object, most: int = MOST) -> str:
    """A value as it may be shown: no direction marks, no control characters, no towers of marks, not endless."""
    whole = str(text)
    if len(whole) <= min(most, 24) and whole.isascii() and whole.isprintable():
        return whole
    from ui.cleaning import cleaned

    return cleaned(whole, most)


def isolate(text: object, most: int = MOST) -> str:
    """A value that stands inside a sentence and cannot reorder it."""
    return f"\u2068{clean(text, most)}\u2069"


def label(text: str = "", role: str = "body", *, wrap: bool = True, family: str = "") -> QLabel:
    """A label of plain text. `role` is its place in the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    made.setProperty("role", role)
    made.setProperty("family", family)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return made


def frame(role: str, family: str = "") -> QFrame:
    """A frame: card, strip, foot, banner or rule."""
    made = QFrame()
    made.setProperty("role", role)
    made.setProperty("family", family)
    return made


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style properties and let the style sheet see them, where they are others than before."""
    others = {name: value for name, value in properties.items() if widget.property(name) != value}
    if not others:
        return
    for name, value in others.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def hint(widget: QWidget, text: str) -> None:
    """Words that show while the mouse rests there; whatever they hold, they are letters."""
    from html import escape

    lines = "<br>".join(escape(line) for line in text.split("\n"))
    widget.setToolTip(f"<p>{lines}</p>" if text else "")


class Short(QLabel):
    """One line that gives way when there is no room: what does not fit is told by dots, never cut through a letter."""

    def __init__(self, role: str, *, keeps_end: bool = False) -> None:
        """`keeps_end`: the end says more than the beginning."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("family", "")
        self._whole = ""
        self._dots = Qt.TextElideMode.ElideLeft if keeps_end else Qt.TextElideMode.ElideRight
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Other words."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(self.sizeHint().width(), 60), self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        super().setText(self.fontMetrics().elidedText(self._whole, self._dots, max(0, self.width())))


class Field(QLineEdit):
    """One line of typed text. Backspace in an empty field and Enter go on to the desk."""

    def __init__(self, name: str, *, most: int = 200) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaxLength(most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the desk what this field does not need."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            event.ignore()
            return
        super().keyPressEvent(event)


class Button(QAbstractButton):
    """A large answer: key cap, words, sign. It paints its words itself: nothing in them is markup or mnemonic."""

    def __init__(
        self, text: str, look: Look, *, key: str = "", sign: str = "", kind: str = "answer", height: int = 56
    ) -> None:
        """`kind`: answer, primary, quiet or alarm."""
        super().__init__()
        self._look = look
        self._heights: dict[tuple[int, str], int] = {}
        self._bounce = Bounce()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.become(text, key=key, sign=sign, kind=kind, height=height)
        self._bounce = Bounce()  # nothing stood here before

    def become(self, text: str, *, key: str = "", sign: str = "", kind: str = "answer", height: int = 56) -> None:
        """Another button in the same place."""
        self.words, self.key_cap, self.sign, self.kind = text, key, sign, kind
        self._height, self.chosen = height, False
        self.let_go()
        self._cap = self._measure_cap()
        self._font = self._look.font(
            14 if kind == "quiet" else 16 if kind == "alarm" and height < 64 else 20, bold=kind in ("primary", "alarm")
        )
        self._heights.clear()
        self.say(text)

    def write_with(self, families: list[str]) -> None:
        """Words in another script: the fonts to look in, the first that has a letter writes it."""
        self._font.setFamilies(families)
        self._heights.clear()
        self.updateGeometry()

    def say(self, text: str) -> None:
        """Other words on the same button."""
        self.words = text
        self.setAccessibleName(f"{text} {self.key_cap}".strip())
        self._grow()
        self.updateGeometry()
        self.update()

    def let_go(self) -> None:
        """It means something else from now on: a finger that lies on it or taps a second time presses nothing."""
        self._is_other = True
        self._bounce.begin()
        self.setDown(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pressed is what stands here now, unless it is the second touch of what stood here before."""
        if self._bounce.is_on:
            return
        self._is_other = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, unless the button means something else by now."""
        if self._is_other:
            self.setDown(False)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for key cap, words on one line, and sign."""
        wide = QFontMetrics(self._font).horizontalAdvance(self.words)
        return QSize(wide + self._cap_width() + self._look.px(44), self._look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Words wrap, so a button may be narrow."""
        return QSize(min(self.sizeHint().width(), self._look.px(150)), self._look.px(self._height))

    def heightForWidth(self, width: int) -> int:
        """Three lines grow the button. Layouts ask this often, so it is remembered."""
        key = (width, self.words)
        if key not in self._heights:
            sign = self._look.px(32) if self.sign else 0
            room = max(40, width - self._cap_width() - sign - self._look.px(32))
            flags = int(Qt.TextFlag.TextWordWrap)
            tall = QFontMetrics(self._font).boundingRect(QRect(0, 0, room, 10000), flags, self.words).height()
            self._heights[key] = max(self._look.px(self._height), tall + self._look.px(16))
        return self._heights[key]

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words on two lines are never cut: grids do not ask how high a width needs to be."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        tall = self.heightForWidth(self.width())
        if tall != max(self.minimumHeight(), self._look.px(self._height)):
            self.setMinimumHeight(tall)

    def _cap_font(self) -> int:
        return 14 if self.kind in ("quiet", "alarm") else 16

    def _cap_width(self) -> int:
        return self._cap

    def _measure_cap(self) -> int:
        if not self.key_cap:
            return 0
        wide = QFontMetrics(self._look.font(self._cap_font(), bold=True)).horizontalAdvance(self.key_cap)
        return max(self._look.px(28), wide + self._look.px(14)) + self._look.px(10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, ring of focus, key cap, words, sign."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, ground, ink = self._colours()
        inside = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(look.colour(edge), 2 if self.underMouse() or self.chosen else 1.4))
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(inside, look.px(8), look.px(8))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("ink"), 5))
            painter.drawRoundedRect(inside.adjusted(-0.5, -0.5, 0.5, 0.5), look.px(9), look.px(9))
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.drawRoundedRect(inside.adjusted(-0.5, -0.5, 0.5, 0.5), look.px(9), look.px(9))
        left = inside.left() + look.px(12)
        if self.key_cap:
            left = self._paint_cap(painter, inside, left, ink)
        right = inside.right() - look.px(10)
        if self.sign:
            size = look.px(26)
            square = QRectF(right - size, inside.center().y() - size / 2, size, size)
            icons.draw(painter, self.sign, square, look.colour(ink))
            right -= size + look.px(6)
        painter.setPen(look.colour(ink))
        painter.setFont(self._font)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(left, inside.top(), right - left, inside.height()), int(flags), self.words)
        painter.end()

    def _colours(self) -> tuple[str, str, str]:
        if self.kind == "primary":
            return "action", "action", "on_action"
        if self.kind == "alarm":
            return "alarm", "alarm", "on_alarm"
        if self.chosen or self.isDown():
            return "action", "sunken", "ink"
        return ("action" if self.underMouse() else "edge"), "surface", "ink"

    def _paint_cap(self, painter: QPainter, inside: QRectF, left: float, ink: str) -> float:
        look = self._look
        wide = self._cap_width() - look.px(10)
        tall = look.px(24 if self.kind in ("quiet", "alarm") else 30)
        cap = QRectF(left, inside.center().y() - tall / 2, wide, tall)
        painter.setPen(QPen(look.colour(ink), 1.4))
        painter.setBrush(look.colour("sunken") if self.kind in ("answer", "quiet") else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, look.px(5), look.px(5))
        painter.setFont(look.font(self._cap_font(), bold=True))
        painter.setPen(look.colour(ink))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self.key_cap)
        return left + wide + look.px(10)


class Sign(QWidget):
    """One of our signs, as large as asked."""

    def __init__(self, name: str, look: Look, token: str, size: int = 24) -> None:
        super().__init__()
        self.name, self._look, self._token = name, look, token
        self.setFixedSize(look.px(size), look.px(size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign."""
        painter = QPainter(self)
        icons.draw(painter, self.name, QRectF(self.rect()), self._look.colour(self._token))
        painter.end()
