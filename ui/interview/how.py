"""How a step is done, one sentence a line, below the answers: read at leisure, and the answers never move for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.appearance import Look
from ui.plain import label


class How(QWidget):
    """A list of sentences. Its labels are used again for the next question."""

    def __init__(self, look: Look, role: str = "body") -> None:
        """`role`: how large its letters are."""
        super().__init__()
        self._role = role
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(look.px(2), look.px(4), 0, 0)
        self._grid.setHorizontalSpacing(look.px(10))
        self._grid.setVerticalSpacing(look.px(2))
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, sentences: Sequence[str]) -> None:
        """Other sentences; none hide it."""
        while len(self._lines) < len(sentences):
            row = len(self._lines)
            dot, words = label("•", self._role, wrap=False), label("", self._role)
            self._grid.addWidget(dot, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._lines.append((dot, words))
        for place, (dot, words) in enumerate(self._lines):
            dot.setVisible(place < len(sentences))
            words.setVisible(place < len(sentences))
            words.setText(sentences[place] if place < len(sentences) else "")
        self.setVisible(bool(sentences))
