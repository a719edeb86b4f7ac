"""The pictograms: our own strokes of 2 px on a 24 px grid, one small SVG each, drawn in any colour of the look."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from ui.appearance import Look

_FOLDER = "pictures"
_GOES_ON = frozenset({"go_on", "way", "follow"})


def names() -> tuple[str, ...]:
    """The names of all pictograms."""
    folder = resources.files("ui.traveller_screen") / _FOLDER
    return tuple(sorted(each.name.removesuffix(".svg") for each in folder.iterdir() if each.name.endswith(".svg")))


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (resources.files("ui.traveller_screen") / _FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def draw(painter: QPainter, name: str, where: QRectF, colour: str, *, rtl: bool = False) -> None:
    """Draw a pictogram into a square, in a colour `#RRGGBB`; with `rtl` what goes on goes to the left."""
    if rtl and name in _GOES_ON:
        painter.save()
        painter.translate(2 * where.center().x(), 0)
        painter.scale(-1, 1)
        _renderer(name, colour).render(painter, where)
        painter.restore()
    else:
        _renderer(name, colour).render(painter, where)


class Pictogram(QWidget):
    """One pictogram, as large as asked, in a colour of the look. It says nothing that words beside it do not."""

    def __init__(self, look: Look, token: str, size: int) -> None:
        super().__init__()
        self.name, self._look, self._token = "", look, token
        self.setFixedSize(look.px(size), look.px(size))

    def show_name(self, name: str) -> None:
        """Another one."""
        self.name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing."""
        if self.name:
            painter = QPainter(self)
            draw(painter, self.name, QRectF(self.rect()), self._look.colour(self._token).name())
            painter.end()
