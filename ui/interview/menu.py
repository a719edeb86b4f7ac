"""Answers that one key gives, always in the same order and places: yes/no, choices, done, and lists within entries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ui.appearance import Look
from ui.interview.entry import Entry
from ui.interview.question import SAME, Choice, letter
from ui.plain import Button

LINE = 70
"""So many small letters stand on one line of the card."""


LONG_WORD = 9
"""Three answers beside each other break no word of so many letters."""


def _columns(choices: Sequence[Choice]) -> int:
    longest = max((len(word) for choice in choices for word in choice.words.split()), default=0)
    return len(choices) if len(choices) <= 3 and (len(choices) < 3 or longest <= LONG_WORD) else 2


class Menu(Entry):
    """A grid of answers; those that leave the fact open stand below, smaller. Emits `chosen(value)` too."""

    chosen = Signal(object)

    def __init__(self, look: Look, choices: Sequence[Choice], value: Any = None, *, columns: int = 0) -> None:
        super().__init__(look)
        self._choices = tuple(choices)
        same = [choice for choice in choices if choice.value is SAME]
        loud = [choice for choice in choices if not choice.quiet and choice.value is not SAME]
        quiet = [choice for choice in choices if choice.quiet]
        columns = columns or _columns(loud)
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        for place, choice in enumerate(loud):
            row, column = place // columns, place % columns
            grid.addWidget(self._button(choice, value, 72 if len(loud) <= 3 else 54), row, column)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        if len(loud) == 1:
            grid.setColumnStretch(1, 1)
        for choice in same:  # what it takes over is said whole, however much that is
            self.layout_.addWidget(self._button(choice, value, 52 + 20 * (len(choice.words) // LINE)))
        self.layout_.addLayout(grid)
        if quiet:
            line = QHBoxLayout()
            line.setSpacing(look.px(8))
            for choice in quiet:
                line.addWidget(self._button(choice, value, 44), 1)
            if len(quiet) == 1:
                line.addStretch(1)
            self.layout_.addLayout(line)
        self.layout_.addStretch(1)

    def _button(self, choice: Choice, value: Any, height: int) -> Button:
        key = f"{choice.key} · {letter(choice)}" if letter(choice) else choice.key
        kind = "quiet" if choice.quiet or choice.value is SAME else "answer"
        button = Button(choice.words, self.look, key=key, sign=choice.sign, kind=kind, height=height)
        button.chosen = value is not None and choice.value == value
        button.clicked.connect(lambda: self._choose(choice))
        return button

    def mark(self, value: Any) -> bool:
        """Show an answer as the one that is meant, without giving it; False where there is none of that value."""
        meant = next((choice for choice in self._choices if choice.value == value), None)
        if meant is None:
            return False
        for button in self.findChildren(Button):
            button.chosen = button.words == meant.words
            button.update()
        return True

    def _choose(self, choice: Choice) -> None:
        self.chosen.emit(choice.value)
        self.answered.emit(choice.value, {})

    def digit(self, digit: int) -> bool:
        """The answer of that number."""
        found = next((choice for choice in self._choices if choice.key == str(digit)), None)
        if found is not None:
            self._choose(found)
        return found is not None

    def letter(self, act: str) -> bool:
        """Yes, no, unknown or refused, where they are among the answers."""
        found = next((choice for choice in self._choices if choice.value == act), None)
        if found is not None:
            self._choose(found)
        return found is not None

    def enter(self) -> bool:
        """Enter gives the only answer there is; with several it chooses none."""
        if len(self._choices) == 1:
            self._choose(self._choices[0])
            return True
        return False
