"""The pictograms: our own strokes of 2 px on a 24 px grid, one small SVG each, drawn in any colour of the look."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

_FOLDER = "pictures"


def names() -> tuple[str, ...]:
    """The names of all pictograms."""
    folder = resources.files("ui.traveller_screen") / _FOLDER
    return tuple(sorted(each.name.removesuffix(".svg") for each in folder.iterdir() if each.name.endswith(".svg")))


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (resources.files("ui.traveller_screen") / _FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def draw(painter: QPainter, name: str, where: QRectF, colour: str) -> None:
    """Draw a pictogram into a square, in a colour `#RRGGBB`."""
    _renderer(name, colour).render(painter, where)
