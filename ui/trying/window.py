"""The training window: the desk's own window with a thick edge and a line that says that nothing is recorded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.appearance import Look
from ui.conduct import Conduct
from ui.desk import Desk
from ui.plain import label
from ui.presenter import Presenter
from ui.strings import spoken, tr
from ui.window import Window

__all__ = ["TrainingWindow"]

_EDGE = 6


class TrainingWindow(Window):
    """Made over a training desk; Esc on the idle page closes it, and everything in it is forgotten."""

    def __init__(self, look: Look, desk: Desk, words: str) -> None:
        self._words = words
        super().__init__(look, spoken())
        self.setWindowTitle(tr("try.window"))
        self.attach(lambda window: Conduct(window, Presenter(desk)))
        assert self.conduct is not None
        self.conduct.around.clock_confirmed = True
        self.conduct.close_sheet()
        self.closed.connect(desk.store.close)

    def build(self) -> None:
        """As the desk, under a line that cannot be overlooked."""
        super().build()
        edge = self.look.px(_EDGE)
        self.rows.setContentsMargins(edge, edge, edge, edge)
        line = label(tr("try.banner", words=self._words), "strong")
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look = self.look
        line.setStyleSheet(
            f"background: {look.watch_ground}; color: {look.watch}; padding: {look.px(6)}px; font-weight: 700;"
        )
        self.rows.insertWidget(0, line)
        Edge(self.ground, look, edge)


class Edge(QWidget):
    """The frame around everything, above everything, deaf to the mouse."""

    def __init__(self, ground: QWidget, look: Look, wide: int) -> None:
        super().__init__(ground)
        self._ground, self._look, self._wide = ground, look, wide
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ground.installEventFilter(self)
        self.setGeometry(ground.rect())
        self.raise_()

    def eventFilter(self, watched: object, event: object) -> bool:
        """As large as what it frames."""
        if watched is self._ground:
            self.setGeometry(self._ground.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour, also seen in high contrast."""
        painter = QPainter(self)
        painter.setPen(QPen(self._look.colour("watch"), self._wide * 2))
        painter.drawRect(self.rect())
        painter.end()
