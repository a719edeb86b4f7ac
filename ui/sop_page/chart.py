"""The flow chart of the procedure in force, as a picture that can be looked at closely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QScrollArea

from ui.appearance import Look
from ui.day.sheet import SheetView
from ui.saying import text
from ui.strings import spoken

if TYPE_CHECKING:
    from ui.desk import Desk

__all__ = ["ChartView", "Picture", "chart"]

_NEAR: Final = 1.7
_SHARP: Final = 2


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and what it shows, in words."""

    image: QImage
    words: str


def chart(desk: Desk) -> Picture:
    """The picture. Slow; it may be made on any thread. Raises NoEditionError where nothing is in force yet."""
    from forms.flow_chart import flow_chart_svg

    procedure = desk.setting(desk.today()).procedure
    svg = flow_chart_svg(procedure, desk.catalogue.wording, spoken())
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    image = QImage(renderer.defaultSize() * _SHARP, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return Picture(image, text(procedure.about.title))


class ChartView(QScrollArea):
    """As wide as the window, or nearer; then it is moved both ways."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.is_near = look, False
        self.picture = SheetView(look)
        self.setWidget(self.picture)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_picture(self, picture: Picture) -> None:
        """Another picture, from its beginning."""
        self.picture.show_image(picture.image, picture.words)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def turn_near(self) -> None:
        """Nearer, or whole again."""
        self.is_near = not self.is_near
        self._fit()

    def move_by(self, columns: int, rows: int) -> None:
        """Left and right, up and down."""
        for bar, steps in ((self.horizontalScrollBar(), columns), (self.verticalScrollBar(), rows)):
            bar.setValue(bar.value() + steps * self._look.px(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is as wide as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = round(self.viewport().width() * (_NEAR if self.is_near else 1))
        self.picture.resize(wide, self.picture.heightForWidth(wide))
