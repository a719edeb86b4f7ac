"""The traveller's language: one key each, in the language's own name, never taken from a passport."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from ui.appearance import Look
from ui.interview.menu import Menu
from ui.interview.question import Choice
from ui.page import Page
from ui.plain import Button, label
from ui.scrolling import scrolled
from ui.strings import tr
from ui.traveller_screen.lettering import families, have_fonts


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
        self._languages, self._look = languages, look
        self._box = scrolled(self)
        self._box.setContentsMargins(look.px(28), look.px(20), look.px(28), look.px(16))
        self._box.addWidget(label(tr("language.title"), "question"))
        keys = [str(number) for number in range(1, 10)] + ["0"]
        choices = [
            Choice(keys[place] if place < len(keys) else "", code, name) for place, (code, name) in enumerate(languages)
        ]
        self._menu = Menu(look, choices, spoken, columns=2)
        self._menu.chosen.connect(lambda code: self.chosen.emit(str(code)))
        have_fonts()
        for (code, _), button in zip(languages, self._menu.findChildren(Button), strict=True):
            button.write_with(families(code))
        self._box.addWidget(self._menu, 1)

    def digit(self, digit: int) -> bool:
        """That language."""
        return self._menu.digit(digit)

    def leave(self) -> bool:
        """Back to where we were."""
        self.left.emit()
        return True
