"""The lines of a document copied by hand: an equal path, with the count of characters beside each line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from ui.appearance import Look
from ui.page import Page
from ui.plain import Button, Field, label
from ui.strings import tr

_WANTED = {2: (44, 36), 3: (30,)}


class TypedPage(Page):
    """Two lines, or three; emits `copied(text)`."""

    copied = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._fields: list[Field] = []
        self._counts: list[QLabel] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(32), look.px(24), look.px(32), look.px(24))
        layout.setSpacing(look.px(12))
        layout.addWidget(label(tr("typed.title"), "question"))
        layout.addWidget(label(tr("typed.help"), "muted"))
        grid = QGridLayout()
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(look.px(18))
        for row in range(3):
            field = Field(tr("typed.line", number=row + 1), most=100)
            field.setFont(fixed)
            field.textChanged.connect(self._count)
            count = label("", "small", wrap=False)
            count.setMinimumWidth(look.px(90))
            grid.addWidget(field, row, 0)
            grid.addWidget(count, row, 1)
            self._fields.append(field)
            self._counts.append(count)
        layout.addLayout(grid)
        buttons = QHBoxLayout()
        go = Button(tr("typed.read"), look, key=tr("key.Return"), kind="primary")
        go.clicked.connect(self._copy)
        buttons.addWidget(go)
        buttons.addStretch(2)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def settle(self) -> None:
        """Typing begins on the first line."""
        self._fields[0].setFocus()

    def enter(self) -> bool:
        """The next empty line, or read."""
        for place, field in enumerate(self._fields[:-1]):
            below = self._fields[place + 1]
            if field.hasFocus() and not below.text() and (place == 0 or len(self._fields[0].text()) <= 32):
                below.setFocus()
                return True
        self._copy()
        return True

    def arrow(self, rows: int) -> bool:
        """Up and down the lines."""
        place = next((place for place, field in enumerate(self._fields) if field.hasFocus()), 0)
        self._fields[max(0, min(2, place + rows))].setFocus()
        return True

    def _lines(self) -> list[str]:
        return [field.text().strip() for field in self._fields if field.text().strip()]

    def _count(self) -> None:
        wanted = _WANTED.get(max(2, len(self._lines())), (30,))
        for field, count in zip(self._fields, self._counts, strict=True):
            typed = len(field.text().strip())
            aim = min((size for size in wanted if size >= typed), default=wanted[0])
            count.setText(tr("typed.count", count=typed, wanted=aim) if typed else "")

    def _copy(self) -> None:
        lines = self._lines()
        if lines:
            self.copied.emit("\n".join(lines))
