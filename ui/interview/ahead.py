"""Thinking ahead: while the official reads a question, where each of its answers would lead is worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.interview.question import SAME, Choice

if TYPE_CHECKING:
    from screening.session import State


class Ahead(QObject):
    """One answer a turn, so that a key never waits for more; a new question ends it for the one before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: Iterator[Choice] = iter(())
        self._state: State | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._think)

    def think(self, state: State, choices: Iterable[Choice]) -> None:
        """The answers that a key gives to the step at hand."""
        self._state, self._left = state, iter(choices)
        self._soon.start(0)

    def _think(self) -> None:
        from screening.session import foresee

        choice = next(self._left, None)
        if choice is None or self._state is None:
            self._state = None
            return
        if choice.value is not SAME:
            foresee(self._state, choice.value)
        self._soon.start(0)
