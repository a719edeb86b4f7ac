"""The traveller's language: one key each, in the language's own name, never taken from a passport."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.appearance import Look
from ui.interview.menu import Menu
from ui.interview.question import Choice
from ui.page import Page
from ui.plain import label
from ui.scrolling import scrolled
from ui.strings import tr
from ui.traveller_screen.lettering import families, have_fonts

KEYS: Final = (*"1234567890", *"ZXWKT")
"""Figures first; the letters after them are of no act, and no document begins with one."""
_COLUMNS: Final = 2


class LanguagePage(Page):
    """Emits `chosen(language)` and `left()`."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look, languages: Sequence[tuple[str, str]], spoken: str) -> None:
        """`languages`: code and name, as the post offers them."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._codes = [code for code, _ in languages]
        self._here = self._codes.index(spoken) if spoken in self._codes else 0
        self._box = scrolled(self)
        self._box.setContentsMargins(look.px(28), look.px(20), look.px(28), look.px(16))
        self._box.addWidget(label(tr("language.title"), "question"))
        self._box.addWidget(label(tr("language.how"), "small"))
        self._of_key = dict(zip(KEYS, self._codes, strict=False))
        keys = dict(zip(self._codes, KEYS, strict=False))
        choices = [Choice(keys.get(code, ""), code, name) for code, name in languages]
        self._menu = Menu(look, choices, spoken, columns=_COLUMNS)
        self._menu.chosen.connect(lambda code: self.chosen.emit(str(code)))
        have_fonts()
        for (code, _), button in zip(languages, self._menu.buttons, strict=True):
            button.write_with(families(code))
        self._box.addWidget(self._menu, 1)

    def digit(self, digit: int) -> bool:
        """That language."""
        return self._menu.digit(digit)

    def arrow(self, rows: int) -> bool:
        """Another row; Left and Right go along it."""
        return self._move(rows * _COLUMNS)

    def _move(self, by: int) -> bool:
        there = min(self._here + by, len(self._codes) - 1)
        if there >= 0:
            self._here = there
            self._menu.mark(self._codes[there])
        return True

    def enter(self) -> bool:
        """The language that is marked."""
        self.chosen.emit(self._codes[self._here])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letter of a language, or along the row; every other key is the desk's."""
        code = self._of_key.get(event.text().upper())
        along = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if code is not None:
            self.chosen.emit(code)
        elif along is not None:
            self._move(along)
        else:
            super().keyPressEvent(event)

    def leave(self) -> bool:
        """Back to where we were."""
        self.left.emit()
        return True
