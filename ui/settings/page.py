"""The page of settings, and with fewer rows the first set-up: a row a setting, a key a choice, nothing typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from ui.appearance import Look
from ui.page import Page
from ui.place import Place
from ui.plain import Button, frame, label, restyle
from ui.settings.choices import FIRST, Row, chosen, hint, rows_of
from ui.strings import tr

if TYPE_CHECKING:
    from sops.catalogue import Catalogue

__all__ = ["SettingsPage"]

_LONG: Final = 22
"""Words longer than this stand two in a row, so that none is cut."""


class SettingsPage(Page):
    """Emits `saved(place)` when it is to be kept, `looked(place)` when language or look change, and `left()`."""

    saved = Signal(object)
    looked = Signal(object)
    left = Signal()

    is_wide = True

    def __init__(
        self, look: Look, catalogue: Catalogue, place: Place, printers: Sequence[str], *, first: bool = False
    ) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look, self._catalogue, self._printers, self._is_first = look, catalogue, tuple(printers), first
        self.place, self.row = place, 0
        self.buttons: list[list[Button]] = []
        self._frames: list[QFrame] = []
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(32), look.px(12), look.px(32), look.px(10))
        layout.setSpacing(look.px(6))
        self._title, self._hint = label("", "heading"), label("", "muted")
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(self._area, 1)
        bar = QHBoxLayout()
        self._keep = Button("", look, key=tr("key.Return"), kind="primary", height=48)
        self._keep.clicked.connect(lambda: self.saved.emit(self.place))
        bar.addWidget(self._keep)
        self._leave = Button("", look, key="Esc", kind="answer", height=48)
        self._leave.clicked.connect(self.left)
        bar.addWidget(self._leave)
        layout.addLayout(bar)
        self._leave.setVisible(not first)
        self._fill()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, with what is chosen now."""
        found = rows_of(self.place, self._catalogue, self._printers)
        if not self._is_first:
            return found
        return tuple(next(row for row in found if row.name == name) for name in FIRST)

    def show_printers(self, printers: Sequence[str]) -> None:
        """What this computer knows to print on; it may come after the page."""
        if Shiboken.isValid(self) and tuple(printers) != self._printers:
            self._printers = tuple(printers)
            self._fill()

    def _fill(self) -> None:
        look = self._look
        self._title.setText(tr("set.first" if self._is_first else "set.title"))
        self._hint.setText(tr("set.first_hint" if self._is_first else "set.hint"))
        self._keep.say(tr("set.begin" if self._is_first else "set.save"))
        self._leave.say(tr("set.leave"))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, look.px(8), 0)
        lines.setSpacing(look.px(2))
        self.buttons, self._frames = [], []
        for place, row in enumerate(self.rows):
            lines.addWidget(self._line(place, row))
        lines.addStretch(1)
        self._area.setWidget(inside)
        self._show_row()

    def _line(self, place: int, row: Row) -> QFrame:
        look = self._look
        line = frame("plain")
        across = QHBoxLayout(line)
        across.setContentsMargins(look.px(10), look.px(2), look.px(10), look.px(2))
        across.setSpacing(look.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(row.title, "strong"))
        said = "" if self._is_first else hint(row.name)
        if said:
            words.addWidget(label(said, "small"))
        side = QWidget()
        side.setLayout(words)
        side.setFixedWidth(look.px(270))
        across.addWidget(side)
        columns = 2 if any(len(choice.words) > _LONG for choice in row.choices) else len(row.choices)
        grid = QGridLayout()
        grid.setSpacing(look.px(6))
        across.addLayout(grid, 1)
        made = []
        for number, choice in enumerate(row.choices, 1):
            button = Button(choice.words, look, key=str(number), kind="quiet", height=44)
            button.chosen = choice.value == row.value
            state = tr("set.yes") if button.chosen else ""
            button.setAccessibleName(f"{row.title}: {choice.words} {state}".strip())
            button.clicked.connect(lambda _=False, place=place, number=number: self._choose(place, number))
            grid.addWidget(button, (number - 1) // columns, (number - 1) % columns)
            made.append(button)
        self.buttons.append(made)
        self._frames.append(line)
        return line

    def _show_row(self) -> None:
        for place, line in enumerate(self._frames):
            here = place == self.row
            restyle(line, role="banner" if here else "plain", family="")
        self._area.ensureWidgetVisible(self._frames[self.row])

    def _choose(self, place: int, number: int) -> None:
        row = self.rows[place]
        self.row = place
        before = self.place
        self.place = chosen(before, row.name, row.choices[number - 1].value, self._catalogue)
        self._fill()
        if row.name in ("language", "look", "size") and before != self.place:
            self.looked.emit(self.place)

    # -- keys -------------------------------------------------------------------------------------------------------

    def digit(self, digit: int) -> bool:
        """A choice of the row at hand; at the first set-up the next row follows by itself."""
        if 1 <= digit <= len(self.rows[self.row].choices):
            self._choose(self.row, digit)
            if self._is_first:
                self.arrow(1)
        return True

    def arrow(self, rows: int) -> bool:
        """Another row."""
        self.row = max(0, min(len(self._frames) - 1, self.row + rows))
        self._show_row()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose too."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        row = self.rows[self.row]
        here = next((n for n, each in enumerate(row.choices, 1) if each.value == row.value), 1)
        self._choose(self.row, max(1, min(len(row.choices), here + step)))

    def enter(self) -> bool:
        """Keep it."""
        self.saved.emit(self.place)
        return True

    def leave(self) -> bool:
        """Everything as it was; at the first set-up there is nothing to go back to."""
        if not self._is_first:
            self.left.emit()
        return True
