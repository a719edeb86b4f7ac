"""A rest before the next measure: how long it still is, and the way to take the next traveller meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.appearance import Look
from ui.interview.entry import Entry
from ui.plain import Button, Sign, label
from ui.strings import minutes_left, tr


class Waiting(Entry):
    """Counts down; emits `over` when it is time, `set_aside` when the desk is to be freed."""

    over = Signal()
    set_aside = Signal()

    def __init__(self, look: Look, what: str, until: datetime, clock: Callable[[], datetime]) -> None:
        super().__init__(look)
        self._until, self._clock = until, clock
        self._left = label("", "giant", wrap=False)
        line = QHBoxLayout()
        line.addWidget(Sign("clock", look, "watch", 48))
        line.addWidget(self._left)
        line.addStretch(1)
        self.layout_.addWidget(label(tr("wait.title", what=what), "label", family="watch"))
        self.layout_.addLayout(line)
        self.layout_.addWidget(label(tr("wait.hint"), "muted"))
        row = QHBoxLayout()
        aside = Button(tr("wait.now"), look, key=tr("key.Esc"), kind="primary")
        aside.clicked.connect(self.set_aside)
        row.addWidget(aside)
        row.addStretch(1)
        self.layout_.addLayout(row)
        self.layout_.addStretch(1)
        self._told = False
        self.tick()

    def tick(self) -> None:
        """One second less."""
        left = (self._until - self._clock()).total_seconds()
        self._left.setText(tr("wait.left", time=minutes_left(left)))
        if left <= 0 and not self._told:
            self._told = True
            self.over.emit()
