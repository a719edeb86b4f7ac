"""Choosing a language by its own name, never by a flag: a strip above the question, tiles on the idle screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from sops.wording import Translation, Wording
from ui.appearance import Look
from ui.traveller_screen import picture
from ui.traveller_screen.lettering import Paragraph
from ui.traveller_screen.words import own

ORDER: Final = ("es", "en", "fr", "pt", "ht", "ar", "ur", "hi", "ne", "bn", "zh")
_COLUMNS: Final = 4


def offered(wording: Wording) -> tuple[Translation, ...]:
    """All languages there are, those we know of first and always in the same order."""
    known = [name for name in ORDER if name in wording.translations]
    return tuple(wording.translations[name] for name in (*known, *sorted(set(wording.translations) - set(known))))


class LanguageName(QAbstractButton):
    """One language in the strip; the present one is underlined and bold."""

    def __init__(self, translation: Translation, look: Look, *, is_present: bool) -> None:
        super().__init__()
        self.translation, self._look, self.is_present = translation, look, is_present
        self.setAccessibleName(translation.name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _paragraph(self, width: float) -> Paragraph:
        shown = self.translation
        size = self._look.px(19)
        return Paragraph(
            shown.name, shown.language, "ltr", pixels=size, width=width, bold=self.is_present, side="middle"
        )

    def sizeHint(self) -> QSize:
        """Room for the name."""
        return QSize(round(self._paragraph(10_000).used_width) + self._look.px(18), self._look.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name, and a bar below the present one."""
        painter = QPainter(self)
        look = self._look
        text = self._paragraph(self.width())
        if self.is_present:
            bar = look.px(4)
            painter.fillRect(QRectF(0, self.height() - bar, self.width(), bar), look.colour("action"))
        token = "action" if self.is_present else "muted"
        text.draw(painter, 0, (self.height() - text.height) / 2, look.colour(token))
        painter.end()


class LanguageStrip(QWidget):
    """All languages in one row."""

    chosen = Signal(str)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.names: tuple[LanguageName, ...] = ()

    def offer(self, present: str, look: Look) -> None:
        """Show all names; the present one marked."""
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._row.setContentsMargins(look.px(32), 0, look.px(32), 0)
        self.setFixedHeight(look.px(48))
        self.names = tuple(
            LanguageName(each, look, is_present=each.language == present) for each in offered(self._wording)
        )
        for place, name in enumerate(self.names):
            if place:
                self._row.addStretch(1)
            self._row.addWidget(name)
            name.clicked.connect(lambda _=False, language=name.translation.language: self.chosen.emit(language))


class WelcomeTile(QAbstractButton):
    """The welcome in one language, above that language's own name."""

    def __init__(self, translation: Translation, wording: Wording, look: Look) -> None:
        super().__init__()
        self.translation, self._wording, self._look = translation, wording, look
        self.welcome = own("welcome", translation.language, wording)
        self.setAccessibleName(f"{self.welcome.text} · {translation.name}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with two lines, centred."""
        look, phrase = self._look, self.welcome
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("action" if self.isDown() else "line"), look.px(3 if self.isDown() else 1)))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), look.px(8), look.px(8))
        room = self.width() - look.px(24)
        large = self._fitting(room)
        language = self.translation.language
        small = Paragraph(
            self.translation.name, language, phrase.direction, pixels=look.px(20), width=room, side="middle"
        )
        gap = look.px(4)
        top = (self.height() - large.height - gap - small.height) / 2
        large.draw(painter, look.px(12), top, look.colour("ink"))
        small.draw(painter, look.px(12), top + large.height + gap, look.colour("muted"))
        painter.end()

    def _fitting(self, room: float) -> Paragraph:
        phrase = self.welcome
        made = [
            Paragraph(
                phrase.text, phrase.language, phrase.direction, pixels=self._look.px(size), width=room, bold=True,
                side="middle",
            )
            for size in (36, 32, 28, 24, 22)
        ]  # fmt: skip
        return next((each for each in made if each.lines == 1 and each.fits), made[-1])


class Greeting(QWidget):
    """A hand that greets: the first cell of the idle screen."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hand, as large as the cell allows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) * 0.8
        middle = QRectF(self.rect()).center()
        where = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        picture.draw(painter, "hello", where, self._look.action)
        painter.end()


class Welcome(QWidget):
    """The idle screen: welcome in every language, with its own name."""

    chosen = Signal(str)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.tiles: tuple[WelcomeTile, ...] = ()

    def offer(self, look: Look) -> None:
        """Show one tile a language."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._grid.setSpacing(look.px(20))
        self._grid.addWidget(Greeting(look), 0, 0)
        self.tiles = tuple(WelcomeTile(each, self._wording, look) for each in offered(self._wording))
        for place, tile in enumerate(self.tiles, 1):
            self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
            tile.clicked.connect(lambda _=False, language=tile.translation.language: self.chosen.emit(language))
        rows: Sequence[int] = range((len(self.tiles) + _COLUMNS) // _COLUMNS)
        for row in rows:
            self._grid.setRowStretch(row, 1)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
