"""The foot of the screen: how far we are, who we are and what is noted, and the marks of the translation."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sops.wording import Phrase
from ui.appearance import Look
from ui.traveller_screen import picture
from ui.traveller_screen.lettering import Paragraph
from ui.traveller_screen.showing import STAGES


class Dots(QWidget):
    """Five dots for everybody: past ones filled, the present one ringed, the rest open."""

    def __init__(self) -> None:
        super().__init__()
        self.stage: int | None = None
        self._look: Look | None = None

    def say(self, stage: int | None, look: Look) -> None:
        """Show the stage; None shows no dots, but keeps their room."""
        self.stage, self._look = stage, look
        self.setFixedHeight(look.px(28))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots, in the direction of the language."""
        if self._look is None or self.stage is None:
            return
        look, stage = self._look, self.stage
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, size = look.px(36), look.px(6)
        first = self.width() / 2 - step * (STAGES - 1) / 2
        places = [QPointF(first + step * place, self.height() / 2) for place in range(STAGES)]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            places.reverse()
        painter.setPen(QPen(look.colour("edge"), look.px(2)))
        for one, other in pairwise(places):
            gap = size + look.px(5) if one.x() < other.x() else -size - look.px(5)
            painter.drawLine(QPointF(one.x() + gap, one.y()), QPointF(other.x() - gap, other.y()))
        for place, centre in enumerate(places):
            painter.setPen(QPen(look.colour("action" if place <= stage else "edge"), look.px(2)))
            painter.setBrush(look.colour("action") if place <= stage else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, size, size)
            if place == stage:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, size + look.px(4), size + look.px(4))
        painter.end()


class Foot(QWidget):
    """Who we are, what is noted, and what must be said of the translation."""

    def __init__(self) -> None:
        super().__init__()
        self._look: Look | None = None
        self.said: tuple[Phrase, ...] = ()
        self.marks: tuple[Phrase, ...] = ()

    def say(self, who: Phrase, noted: Phrase | None, marks: tuple[Phrase, ...], look: Look) -> None:
        """Show these words."""
        self.said = (who, noted) if noted is not None else (who,)
        self.marks, self._look = marks, look
        self.setAccessibleName(" · ".join(each.text for each in (*self.said, *marks)))
        self.setFixedHeight(look.px(72))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A strip: the shield and two lines at the start, the marks at the end."""
        if self._look is None or not self.said:
            return
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), max(1, look.px(1))), look.colour("line"))
        margin = look.px(32)
        end = self._marks(painter, self.width() - margin) if self.marks else self.width() - margin
        side = look.px(36)
        self._picture(painter, "who", QRectF(margin, (self.height() - side) / 2, side, side), look.muted)
        left = margin + side + look.px(16)
        self._words(painter, left, end - look.px(16) - left)
        painter.end()

    def _words(self, painter: QPainter, left: float, width: float) -> None:
        look = self._colours
        texts = self._fitting(width)
        top = (self.height() - sum(text.height for text in texts)) / 2
        for text in texts:
            box = self._turned(text.box(left, top))
            text.draw(painter, box.left(), box.top(), look.colour("ink" if text is texts[0] else "muted"))
            top += text.height

    def _fitting(self, width: float) -> list[Paragraph]:
        """The lines as large as they stand in the strip."""
        texts: list[Paragraph] = []
        for size in (18, 17, 16, 15, 14, 13):
            texts = [
                Paragraph(
                    each.text, each.language, each.direction, pixels=self._colours.px(size), width=width,
                    bold=each is self.said[0], breaks=True,
                )
                for each in self.said
            ]  # fmt: skip
            if all(text.lines == 1 for text in texts) and sum(text.height for text in texts) <= self.height() + 8:
                break
        return texts

    def _marks(self, painter: QPainter, end: float) -> float:
        """Draw the marks in one frame that ends there, one below the other or on one line; where it begins."""
        look = self._colours
        texts = [self._line(mark.text, mark) for mark in self.marks]
        if sum(text.height for text in texts) > self.height() - look.px(20):
            texts = [self._line(" · ".join(mark.text for mark in self.marks), self.marks[0])]
        side, pad, gap = look.px(22), look.px(12), look.px(10)
        wide = max(text.width for text in texts) + side + gap + 2 * pad
        tall = min(self.height() - look.px(8), sum(text.height for text in texts) + look.px(14))
        box = QRectF(end - wide, (self.height() - tall) / 2, wide, tall)
        painter.setPen(QPen(look.colour("watch"), look.px(2)))
        painter.setBrush(look.colour("watch_ground"))
        painter.drawRoundedRect(self._turned(box), look.px(8), look.px(8))
        sign = QRectF(box.left() + pad, (self.height() - side) / 2, side, side)
        self._picture(painter, "unreviewed", sign, look.watch)
        top = (self.height() - sum(text.height for text in texts)) / 2
        for text in texts:
            words = self._turned(text.box(sign.right() + gap, top))
            text.draw(painter, words.left(), words.top(), look.colour("watch"))
            top += text.height
        return box.left()

    def _line(self, words: str, mark: Phrase) -> Paragraph:
        """One line, as wide as it is."""
        size = self._colours.px(16 if len(self.marks) == 1 else 14)
        free = Paragraph(words, mark.language, mark.direction, pixels=size, width=10_000)
        return Paragraph(words, mark.language, mark.direction, pixels=size, width=free.used_width + 2)

    @property
    def _colours(self) -> Look:
        assert self._look is not None
        return self._look

    def _picture(self, painter: QPainter, name: str, where: QRectF, colour: str) -> None:
        picture.draw(painter, name, self._turned(where), colour)

    def _turned(self, box: QRectF) -> QRectF:
        """The same place, mirrored for a language that is written from right to left."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())
        return box
