"""A drawing of boxes, lines and words that is the same on paper and on the screen: as PDF pages and as SVG.

Apart from the sheet because a picture for the screen has colours and no pages. Words go through `forms.text` on both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal
from xml.sax.saxutils import escape

from . import text
from .page import Box, Sheet
from .text import Block

__all__ = ["Drawing", "Frame", "Line", "Style", "Word", "as_pdf", "as_svg"]

Style = Literal["plain", "firm", "optional", "lane", "calm", "watch", "hold", "emergency", "unknown"]
"""What a box is: its edge on paper, its colour on the screen."""

_COLOURS: Final[Mapping[str, tuple[str, str]]] = {  # edge, ground
    "plain": ("#8A97A3", "#FFFFFF"),
    "firm": ("#1F3A52", "#FFFFFF"),
    "optional": ("#8A97A3", "#FFFFFF"),
    "lane": ("none", "#EEF2F5"),
    "calm": ("#14573A", "#E9F5EE"),
    "watch": ("#6B4E00", "#FFF6DC"),
    "hold": ("#872C00", "#FDEFE8"),
    "emergency": ("#8C1020", "#FDE9EB"),
    "unknown": ("#3D4852", "#EEF0F2"),
}
_INK: Final = "#16222C"
_ROUND: Final = 4.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A box with a style."""

    box: Box
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """Straight pieces through points; with a head, an arrow at its end."""

    points: tuple[tuple[float, float], ...]
    head: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A block of words from its top left corner."""

    x: float
    y: float
    block: Block


@dataclass(slots=True)
class Drawing:
    """What is drawn, in points from the top left corner; later things lie above earlier ones."""

    width: float
    height: float
    marks: list[Frame | Line | Word] = field(default_factory=list)

    def words(self, x: float, y: float, said: str, width: float, size: float, *, bold: bool = False) -> float:
        """Set words in a width; the `y` of their foot."""
        block = Block(text.wrap(text.printable(said).text, width, size, bold=bold), size, bold)
        self.marks.append(Word(x, y, block))
        return y + block.height


def as_pdf(pages: Sequence[Drawing], title: str, language: str, subject: str) -> bytes:
    """The drawings as a PDF, one a page, black on white; the same drawings give the same bytes."""
    first = pages[0]
    sheet = Sheet((first.width, first.height), title=title, language=language, subject=subject)
    for number, page in enumerate(pages):
        if number:
            sheet.next_page()
        draw_on(sheet, page)
    return sheet.to_bytes()


def draw_on(sheet: Sheet, drawing: Drawing) -> None:
    """The drawing on the present page of a sheet."""
    for mark in drawing.marks:
        match mark:
            case Word(x, y, block):
                sheet.block(x, y, block)
            case Line(points, head, dashed):
                for (x, y), (x2, y2) in pairwise(points):
                    sheet.rule(x, y, x2, y2, thick=0.8, style="tear" if dashed else "solid")
                if head:
                    sheet.polyline([*_head(points)], thick=0.8)
            case Frame(box, style):
                _edge(sheet, box, style)


def _edge(sheet: Sheet, box: Box, style: Style) -> None:
    if style == "lane":
        sheet.rule(box.x, box.y, box.right, box.y, thick=1.4)
        return
    if style == "optional":
        for line in ((box.x, box.y, box.right, box.y), (box.x, box.foot, box.right, box.foot)):
            sheet.rule(*line, thick=0.6, style="tear")
        for x in (box.x, box.right):
            sheet.rule(x, box.y, x, box.foot, thick=0.6, style="tear")
        return
    sheet.frame(box, thick=0.6 if style in ("plain", "calm", "unknown") else 1.4)
    if style in ("hold", "emergency"):  # a second edge tells them apart without colour
        sheet.frame(Box(box.x + 2.2, box.y + 2.2, box.width - 4.4, box.height - 4.4), thick=0.5)


def _head(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    (x0, y0), (x, y) = points[-2:]
    far = max(abs(x - x0), abs(y - y0)) or 1.0
    along_x, along_y = (x - x0) / far * 4, (y - y0) / far * 4
    side_x, side_y = -along_y * 0.6, along_x * 0.6
    return ((x - along_x + side_x, y - along_y + side_y), (x, y), (x - along_x - side_x, y - along_y - side_y))


def as_svg(drawing: Drawing, title: str, language: str) -> str:
    """The drawing as SVG with colours; the text stays text, so that it can be searched and read aloud."""
    size = f'width="{drawing.width:.0f}" height="{drawing.height:.0f}"'
    view = f'viewBox="0 0 {drawing.width:.0f} {drawing.height:.0f}" lang="{language}"'
    letters = f'font-family="Noto Sans, sans-serif" fill="{_INK}"'
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} {letters}>',
        f"<title>{escape(title)}</title>",
        f'<rect {size} fill="#FFFFFF"/>',
    ]
    for mark in drawing.marks:
        rows += _svg(mark)
    return "\n".join([*rows, "</svg>"]) + "\n"


def _svg(mark: Frame | Line | Word) -> list[str]:
    match mark:
        case Frame(box, style):
            edge, ground = _COLOURS[style]
            thick = 1.6 if style == "firm" else 1.0
            dash = ' stroke-dasharray="4 3"' if style == "optional" else ""
            place = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="{_ROUND:g}"'
            return [f'<rect {place} fill="{ground}" stroke="{edge}" stroke-width="{thick:g}"{dash}/>']
        case Line(points, head, dashed):
            dash = ' stroke-dasharray="4 3"' if dashed else ""
            lines = [_polyline(points, dash)]
            return [*lines, _polyline(_head(points), "")] if head else lines
        case Word(x, y, block):
            weight = ' font-weight="bold"' if block.bold else ""
            return [
                f'<text x="{x:.1f}" y="{y + number * block.leading + block.size * 0.95:.1f}" '
                f'font-size="{block.size:g}"{weight}>{escape(line)}</text>'
                for number, line in enumerate(block.lines)
            ]


def _polyline(points: Sequence[tuple[float, float]], dash: str) -> str:
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{way}" fill="none" stroke="#3D5266" stroke-width="1.2" stroke-linejoin="round"{dash}/>'
