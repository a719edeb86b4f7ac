"""Our own signs: strokes of 2 px on a 24 px grid, drawn by the painter. Each outcome family has its own shape."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

FAMILY_ICONS: Final = {"calm": "tick", "watch": "eye", "hold": "hand", "emergency": "cross", "unknown": "question"}

# One letter and its numbers, as in SVG: M move, L line, C curve, O ellipse (centre and radii), P point.
_PATHS: Final = {
    "tick": "O 12 12 9 9 M 8 12.5 L 11 15.5 L 16.5 9.5",
    "eye": "M 2 12 C 6 5.5 18 5.5 22 12 C 18 18.5 6 18.5 2 12 O 12 12 3 3",
    "hand": "M 7 12.5 L 7 6.5 C 7 5 9.4 5 9.4 6.5 L 9.4 11 M 9.4 11 L 9.4 4.8 C 9.4 3.3 12 3.3 12 4.8 L 12 11 "
    "M 12 11 L 12 5.6 C 12 4.1 14.5 4.1 14.5 5.6 L 14.5 11.5 M 14.5 11.5 L 14.5 7.6 C 14.5 6.2 17 6.2 17 7.6 "
    "L 17 14.5 C 17 18.5 15 21 11.8 21 C 8.8 21 7.6 19.6 5.6 16.6 L 3.8 13.8 C 3 12.4 4.9 11.3 5.9 12.4 L 7 13.8",
    "cross": "M 9.5 3 L 14.5 3 L 14.5 9.5 L 21 9.5 L 21 14.5 L 14.5 14.5 L 14.5 21 L 9.5 21 L 9.5 14.5 L 3 14.5 "
    "L 3 9.5 L 9.5 9.5 L 9.5 3",
    "question": "O 12 12 9 9 M 9.2 9.6 C 9.2 6.2 14.8 6.2 14.8 9.6 C 14.8 11.9 12 11.9 12 14 P 12 17",
    "done": "M 5 12.5 L 10 17.5 L 19 7",
    "here": "D 12 12 5",
    "open": "O 12 12 5 5",
    "box": "M 5 5 L 19 5 L 19 19 L 5 19 L 5 5",
    "boxed": "M 5 5 L 19 5 L 19 19 L 5 19 L 5 5 M 8 12 L 11 15 L 16 9",
    "no": "O 12 12 9 9 M 8.5 8.5 L 15.5 15.5 M 15.5 8.5 L 8.5 15.5",
    "clock": "O 12 12 9 9 M 12 7 L 12 12 L 15.5 14",
    "paper": "M 6 3 L 14 3 L 18 7 L 18 21 L 6 21 L 6 3 M 9 12 L 15 12 M 9 16 L 15 16",
    "person": "O 12 8 4 4 M 4 21 C 4 15 20 15 20 21",
    "people": "O 9 8 3.5 3.5 M 2.5 20 C 2.5 14 15.5 14 15.5 20 M 15 5 C 19 5 19 11.5 15 11.5 "
    "M 17 14.5 C 20 15 21.5 17 21.5 20",
    "scan": "M 3 8 L 3 4 L 8 4 M 16 4 L 21 4 L 21 8 M 21 16 L 21 20 L 16 20 M 8 20 L 3 20 L 3 16 M 7 9 L 17 9 "
    "M 7 12 L 17 12 M 7 15 L 17 15",
    "warning": "M 12 3 L 22 20 L 2 20 L 12 3 M 12 10 L 12 14 P 12 17",
    "change": "M 4 8 L 19 8 L 15 4 M 20 16 L 5 16 L 9 20",
    "printer": "M 7 9 L 7 3 L 17 3 L 17 9 M 5 9 L 19 9 L 21 11 L 21 17 L 17 17 M 7 17 L 3 17 L 3 11 L 5 9 M 7 14 "
    "L 17 14 L 17 21 L 7 21 L 7 14",
    "next": "M 9 5 L 16 12 L 9 19",
    "diamond": "M 12 4 L 20 12 L 12 20 L 4 12 L 12 4",
    "flag": "M 7 21 L 7 4 L 18 8 L 7 12",
    "door": "M 6 21 L 6 3 L 18 3 L 18 21 M 3 21 L 21 21 P 14.5 12",
}


@cache
def _shapes(name: str) -> tuple[QPainterPath, QPainterPath]:
    """The strokes of a sign, and what of it is filled."""
    words = iter(_PATHS[name].split())
    strokes, filled = QPainterPath(), QPainterPath()
    for letter in words:
        count = {"M": 2, "L": 2, "C": 6, "O": 4, "P": 2, "D": 3}[letter]
        numbers = [float(next(words)) for _ in range(count)]
        match letter:
            case "M":
                strokes.moveTo(*numbers)
            case "L":
                strokes.lineTo(*numbers)
            case "C":
                strokes.cubicTo(*numbers)
            case "O":
                strokes.addEllipse(QPointF(numbers[0], numbers[1]), numbers[2], numbers[3])
            case "D":
                filled.addEllipse(QPointF(numbers[0], numbers[1]), numbers[2], numbers[2])
            case _:
                filled.addEllipse(QPointF(numbers[0], numbers[1]), 0.5, 0.5)
    return strokes, filled


def draw(painter: QPainter, name: str, where: QRectF, colour: QColor, width: float = 2.0) -> None:
    """Draw a sign into a square."""
    strokes, filled = _shapes(name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(where.topLeft())
    painter.scale(where.width() / 24, where.height() / 24)
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(strokes)
    painter.setBrush(colour)
    painter.drawPath(filled)
    painter.restore()
