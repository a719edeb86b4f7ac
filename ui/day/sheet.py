"""A page of a PDF on screen: drawn by pdfium, so that what is seen is what is printed."""

from __future__ import annotations

import threading
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance import Look

_TURN: Final = threading.Lock()  # pdfium is for one thread at a time
SCALE: Final = 2.6


def drawn(pdf: bytes, scale: float = SCALE) -> QImage:
    """The first page as an image. It may run on any thread."""
    import pypdfium2

    with _TURN:
        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[0].render(scale=scale, prefer_bgrx=True)
            image = QImage(
                memoryview(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            ).copy()  # the buffer belongs to pdfium
            bitmap.close()
        finally:
            document.close()
    return image


class SheetView(QWidget):
    """Shows the image as wide as there is room, and says in words what it is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.image: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage | None, words: str) -> None:
        """Another page, or none."""
        self.image = image
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A page keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the page is at that width."""
        return 0 if self.image is None else round(width * self.image.height() / self.image.width())

    def sizeHint(self) -> QSize:
        """A page to be read."""
        return QSize(self._look.px(760), self.heightForWidth(self._look.px(760)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page."""
        if self.image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, self.width(), self.heightForWidth(self.width())), self.image)
        painter.end()
