"""What is too large for its place scrolls; the keys stay the desk's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.appearance import Look


class Scrolling(QScrollArea):
    """Shows one widget as wide as there is room, and scrolls it up and down. Arrows pass it by."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """To whoever holds it."""
        event.ignore()


class Sheet(QWidget):
    """A ground of one colour that nothing shines through: what lies behind it is not painted with it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._colour = look.colour("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour)
        painter.end()


def scrolled(page: QWidget) -> QVBoxLayout:
    """The layout of a page that scrolls when letters are large or the window is small."""
    inside = QWidget()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(Scrolling(inside))
    return QVBoxLayout(inside)
