"""The middle of the screen: one sentence beside a large picture, or a calm list; as large as fits, from 44 px down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sops.wording import Phrase, Wording
from ui.appearance import Look
from ui.traveller_screen import picture
from ui.traveller_screen.lettering import Paragraph, Side
from ui.traveller_screen.showing import Line, Showing

_SIZES: Final = (44, 42, 40, 38, 36, 34, 32, 30, 28, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16)
_POSTER: Final = 216
_SMALL: Final = 17
_GAP: Final = 20


@dataclass
class Piece:
    """A text or a picture and where it stands; `colour` is a token of the look."""

    where: QRectF
    colour: str
    text: Paragraph | None = None
    picture: str = ""
    framed: bool = False


@dataclass
class Arrangement:
    """All pieces at one size."""

    size: float
    pieces: list[Piece] = field(default_factory=list)
    height: float = 0.0
    fits: bool = True

    def add_text(self, text: Paragraph, left: float, top: float, colour: str = "ink") -> None:
        """Put a text there."""
        self.pieces.append(Piece(text.box(left, top), colour, text=text))
        self.height = max(self.height, top + text.height)
        self.fits = self.fits and text.fits

    def add_picture(self, name: str, where: QRectF, *, framed: bool = False) -> None:
        """Put a picture there."""
        self.pieces.append(Piece(where, "action", picture=name, framed=framed))
        self.height = max(self.height, where.bottom())

    def move_down(self, by: float) -> None:
        """All pieces lower by so much."""
        for piece in self.pieces:
            piece.where.translate(0.0, by)

    def mirror(self, width: float) -> None:
        """Turned for a language that is written from right to left."""
        for piece in self.pieces:
            piece.where.moveLeft(width - piece.where.right())


class Body(QWidget):
    """Paints a `Showing`. Nothing in it can be pressed; what it says is its accessible name."""

    def __init__(self, look: Look, wording: Wording) -> None:
        super().__init__()
        self._look, self._wording = look, wording
        self._showing: Showing | None = None
        self.arrangement = Arrangement(0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts on it, in the order they are read."""
        return tuple(piece.text.text for piece in self.arrangement.pieces if piece.text is not None)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The pictures on it."""
        return tuple(piece.picture for piece in self.arrangement.pieces if piece.picture)

    def say(self, showing: Showing, look: Look) -> None:
        """Show this."""
        self._showing, self._look = showing, look
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set it anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._showing is None or self.width() < self._look.px(100):
            return
        self.arrangement = self._largest(self._showing)
        self.arrangement.move_down(max(0.0, (self.height() - self.arrangement.height) / 2))
        if self._showing.direction == "rtl":
            self.arrangement.mirror(self.width())
        self.setAccessibleName("\n".join(self.texts))
        self.update()

    def _largest(self, showing: Showing) -> Arrangement:
        """The arrangement at the largest size that fits; a list in one column where two are no larger."""
        for size in _SIZES:
            for columns in (1, 2) if len(showing.lines) > 2 else (1,):
                made = self._made(showing, self._look.px(size), columns)
                if made.fits and made.height <= self.height():
                    return made
        return self._made(showing, self._look.px(_SIZES[-1]), 1, breaks=True)

    def _made(self, showing: Showing, size: float, columns: int, *, breaks: bool = False) -> Arrangement:
        made = Arrangement(size)
        if len(showing.lines) == 1:
            self._poster(made, showing.lines[0], showing.beside, breaks=breaks)
            return made
        top, waiting = 0.0, list(showing.lines)
        while waiting:
            half = (self.width() - self._look.px(32)) / 2
            pair = waiting[:2]
            if columns == 2 and len(pair) == 2 and all(self._is_short(each, size, half) for each in pair):
                lower = [
                    self._row(made, each, place * (half + self._look.px(32)), top, half, breaks=breaks)
                    for place, each in enumerate(pair)
                ]
                del waiting[:2]
                top = max(lower) + size * 0.5
                continue
            line = waiting.pop(0)
            top = self._row(made, line, 0.0, top, self.width(), breaks=breaks) + size * (0.7 if line.leads else 0.5)
        return made

    def _is_short(self, line: Line, size: float, room: float) -> bool:
        """Whether a row stands in half the width on two lines."""
        if line.leads or len(line.phrases) > 1:
            return False
        text = self._text(line.phrases[0], size, room - self._picture_side(size) - self._look.px(_GAP), breaks=False)
        return text.fits and text.lines <= 2

    def _picture_side(self, size: float) -> float:
        return max(self._look.px(40), size * 1.5)

    # -- one sentence -----------------------------------------------------------------------------------------------

    def _poster(self, made: Arrangement, line: Line, beside: tuple[Phrase, ...], *, breaks: bool) -> None:
        px, size = self._look.px, made.size
        side, left = px(_POSTER), px(_POSTER) + px(48)
        width = self.width() - left
        top = 0.0
        for phrase in line.phrases:
            if len(line.phrases) > 1:
                top = self._caption(made, phrase, left, top, width)
            text = self._text(phrase, size, width, breaks=breaks, balanced=True)
            made.add_text(text, left, top)
            top += text.height + size * 0.5
        for phrase in beside:
            text = self._text(phrase, max(px(20), size * 0.5), width, breaks=True)
            made.add_text(text, left, top, "muted")
        lower = max(0.0, (made.height - side) / 2)
        if side > made.height:
            made.move_down((side - made.height) / 2)
        made.add_picture(line.picture, QRectF(0, lower, side, side), framed=True)

    # -- a list -----------------------------------------------------------------------------------------------------

    def _row(self, made: Arrangement, line: Line, left: float, top: float, room: float, *, breaks: bool) -> float:
        """The row's lower edge."""
        size, between = made.size, self._look.px(32)
        side = self._picture_side(size) if line.picture else 0.0
        indent = side + self._look.px(_GAP) if line.picture else 0.0
        count = len(line.phrases)
        width = (room - indent - between * (count - 1)) / count
        texts = [
            self._text(phrase, size if count == 1 else size * 0.9, width, bold=line.leads, breaks=breaks)
            for phrase in line.phrases
        ]
        caption = self._look.px(_SMALL) * 1.4 if count > 1 else 0.0
        tallest = max(text.height for text in texts)
        lower = max(0.0, (side - tallest) / 2) if not caption else 0.0
        for place, (text, phrase) in enumerate(zip(texts, line.phrases, strict=True)):
            at = left + indent + place * (width + between)
            if caption:
                self._caption(made, phrase, at, top, width)
            made.add_text(text, at, top + caption + lower)
        if line.picture:
            raised = max(0.0, (tallest / texts[0].lines - side) / 2) if not caption else 0.0
            made.add_picture(line.picture, QRectF(left, top + raised, side, side))
        return top + max(side, tallest + caption)

    # -- pieces -----------------------------------------------------------------------------------------------------

    def _text(
        self, phrase: Phrase, size: float, width: float, *, bold: bool = False, breaks: bool, balanced: bool = False
    ) -> Paragraph:
        return Paragraph(
            phrase.text, phrase.language, phrase.direction, pixels=size, width=width, bold=bold, breaks=breaks,
            side=self._side(phrase), balanced=balanced,
        )  # fmt: skip

    def _caption(self, made: Arrangement, phrase: Phrase, left: float, top: float, width: float) -> float:
        """The name of the language above a sentence that is not in the traveller's own."""
        name = self._wording.translations[phrase.language].name
        small = self._look.px(_SMALL)
        text = Paragraph(name, phrase.language, phrase.direction, pixels=small, width=width, side=self._side(phrase))
        made.add_text(text, left, top, "muted")
        return top + text.height

    def _side(self, phrase: Phrase) -> Side:
        """Where lines begin: on the traveller's side, for a single sentence in another language too."""
        showing = self._showing
        alone = showing is not None and len(showing.lines) == 1
        turned = showing.direction if showing is not None and alone else phrase.direction
        return "right" if turned == "rtl" else "left"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures, then texts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        is_rtl = self._showing is not None and self._showing.direction == "rtl"
        for piece in self.arrangement.pieces:
            if piece.framed:
                painter.setPen(QPen(look.colour("line"), look.px(1)))
                painter.setBrush(look.colour("surface"))
                painter.drawRoundedRect(piece.where, look.px(8), look.px(8))
            if piece.picture:
                inset = piece.where.width() * (0.14 if piece.framed else 0.02)
                where = piece.where.adjusted(inset, inset, -inset, -inset)
                picture.draw(painter, piece.picture, where, look.action, rtl=is_rtl)
            if piece.text is not None:
                piece.text.draw(painter, piece.where.left(), piece.where.top(), look.colour(piece.colour))
        painter.end()
