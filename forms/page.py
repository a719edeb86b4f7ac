"""A sheet of paper measured from its top left corner, in points; black on white, the same bytes for the same input."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from . import faces, text
from .text import Block

__all__ = ["A4", "A5_LANDSCAPE", "MM", "Box", "Sheet"]

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A5_LANDSCAPE = (210 * MM, 148.5 * MM)

Align = Literal["left", "right", "centre"]

_ASCENT = 0.95  # from the top of a line to its baseline, as a multiple of the size
_PALEST = 0.4  # 60 % ink: anything paler is lost in a photocopy
_DASHES = MappingProxyType({"solid": (), "fold": (1.2, 3.2), "tear": (5, 3)})


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from the top left corner of the page, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def foot(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def inside(self, other: Box, slack: float = 0.05) -> bool:
        """True when this box lies within the other."""
        return (
            self.x >= other.x - slack
            and self.y >= other.y - slack
            and self.right <= other.right + slack
            and self.foot <= other.foot + slack
        )


class Sheet:
    """One document in the making. Every line set is kept as (text, box) in `placed`, for the tests to check."""

    def __init__(self, size: tuple[float, float], *, title: str, language: str, subject: str = "") -> None:
        rl_config.useA85 = 0  # the streams stay binary: smaller, and no time lost on ASCII armour
        self.width, self.height = size
        self.placed: list[tuple[str, Box]] = []
        self._buffer = io.BytesIO()
        self._shared = 0
        self.canvas = Canvas(self._buffer, pagesize=size, pageCompression=1, invariant=1, lang=language)
        self.canvas.setTitle(title)
        self.canvas.setAuthor("Paso Seguro")
        self.canvas.setSubject(subject)
        self.canvas.setCreator("Paso Seguro")
        faces.seat_house_letters(self.canvas._doc)

    # -- words ---------------------------------------------------------------------------------------------------

    def line(self, x: float, y: float, words: str, size: float, *, bold: bool = False, align: Align = "left") -> float:
        """Set one line whose top is at `y`; `x` is its left end, right end or middle. Returns the width in points."""
        wide = 0.0 if align == "left" else text.measure(words, size, bold=bold)
        left = x - {"left": 0.0, "right": wide, "centre": wide / 2}[align]
        wide = text.draw(self.canvas, left, self.height - y - size * _ASCENT, words, size, bold=bold)
        self.placed.append((words, Box(left, y, wide, size * text.LINE)))
        return wide

    def block(self, x: float, y: float, block: Block, *, align: Align = "left") -> float:
        """Set a block whose top is at `y`; return the `y` of its foot."""
        for words in block.lines:
            self.line(x, y, words, block.size, bold=block.bold, align=align)
            y += block.leading
        return y

    # -- lines and shapes ----------------------------------------------------------------------------------------

    def rule(
        self,
        x: float,
        y: float,
        x2: float,
        y2: float,
        *,
        thick: float = 0.6,
        style: Literal["solid", "fold", "tear"] = "solid",
    ) -> None:
        """A straight line from (x, y) to (x2, y2); `fold` is dotted, `tear` is dashed."""
        dashes = " ".join(map(str, _DASHES[style]))
        self._stroke(f"[{dashes}] 0 d {thick:g} w {x:.2f} {self.height - y:.2f} m {x2:.2f} {self.height - y2:.2f} l S")

    def _stroke(self, code: str) -> None:
        """Write drawing operators straight into the page, leaving the state of its pen as it was."""
        self.canvas._code.append(f"q {code} Q")

    def frame(self, box: Box, *, thick: float = 0.6) -> None:
        """The outline of a box, drawn inside its edges; never filled, so that a photocopier cannot blacken it."""
        half = thick / 2
        x, y = box.x + half, self.height - box.foot + half
        self._stroke(f"{thick:g} w {x:.2f} {y:.2f} {box.width - thick:.2f} {box.height - thick:.2f} re S")

    def bar(self, box: Box, *, ink: float = 1.0) -> None:
        """A filled box for charts and bullets. `ink` is its darkness from 0.6 to 1.

        Raises ValueError below 0.6, which a photocopy loses.
        """
        if 1 - ink > _PALEST + 1e-9:
            message = f"ink {ink}: a photocopier loses what is paler than 0.6"
            raise ValueError(message)
        self.canvas.setFillGray(1 - ink)
        self.canvas.rect(box.x, self.height - box.foot, box.width, box.height, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def polyline(self, points: Sequence[tuple[float, float]], *, thick: float = 0.8) -> None:
        """A thin line through the points, for charts."""
        if len(points) < 2:
            return
        path = self.canvas.beginPath()
        path.moveTo(points[0][0], self.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.height - y)
        self.canvas.setLineWidth(thick)
        self.canvas.drawPath(path, stroke=1, fill=0)

    def modules(self, x: float, y: float, module: float, path: str) -> None:
        """A QR matrix, given as the PDF path of its dark modules, with its top left corner at (x, y)."""
        self.canvas._code.append(f"q {module:.4f} 0 0 {-module:.4f} {x:.2f} {self.height - y:.2f} cm {path} f Q")

    # -- pages ---------------------------------------------------------------------------------------------------

    @contextmanager
    def shared(self) -> Iterator[str]:
        """What is set inside is kept once in the file and laid on any number of pages with `lay`."""
        self._shared += 1
        name = f"shared{self._shared}"
        self.canvas.beginForm(name, 0, 0, self.width, self.height)
        yield name
        code = "\n".join((self.canvas._preamble, *self.canvas._code)).encode()
        deflated = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), zlib.compress(code, 1))
        self.canvas.endForm(Contents=deflated)  # half the time of ReportLab's own, and 2 % more bytes

    def lay(self, name: str) -> None:
        """Lay something shared on the present page."""
        self.canvas.doForm(name)

    def next_page(self) -> None:
        """Close the present page and begin another."""
        self.canvas.showPage()

    def to_bytes(self) -> bytes:
        """The finished document; closes the present page."""
        with faces.DRAWING:
            self.canvas.showPage()
            self.canvas.save()
        text.forget()
        return self._buffer.getvalue()
