"""Answers that one key gives, always in the same order and places: yes/no, choices, done, and lists within entries."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

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
    return max(1, len(choices)) if len(choices) <= 3 and (len(choices) < 3 or longest <= LONG_WORD) else 2


Line = tuple[int, int, str, tuple[Choice, ...]]
"""Answers beside each other: how many have room there, how high and of which kind their buttons are, and they."""


def _lines(choices: Sequence[Choice], columns: int) -> list[Line]:
    """What the group answered, said whole; the answers; below and smaller those that leave the fact open."""
    same = [choice for choice in choices if choice.value is SAME]
    loud = [choice for choice in choices if not choice.quiet and choice.value is not SAME]
    quiet = tuple(choice for choice in choices if choice.quiet)
    columns = columns or _columns(loud)
    tall, room = 72 if len(loud) <= 3 else 54, columns + (len(loud) == 1)
    return [
        *((1, 52 + 20 * (len(each.words) // LINE), "quiet", (each,)) for each in same),
        *((room, tall, "answer", tuple(loud[at : at + columns])) for at in range(0, len(loud), columns)),
        *([(max(2, len(quiet)), 44, "quiet", quiet)] if quiet else []),
    ]


class Menu(Entry):
    """Lines of answers that may become others. Emits `chosen(value)` too."""

    chosen = Signal(object)

    def __init__(self, look: Look, choices: Sequence[Choice] = (), value: Any = None, *, columns: int = 0) -> None:
        super().__init__(look)
        self._choices: tuple[Choice, ...] = ()  # as they stand, like the buttons
        self._buttons: list[Button] = []
        self._lines: list[tuple[QHBoxLayout, QWidget]] = []
        self._stands: list[tuple[int, int]] = []
        self.layout_.addStretch(1)
        self.show_choices(choices, value, columns=columns)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """A button for each answer, as they stand."""
        return tuple(self._buttons[: len(self._choices)])

    def show_choices(self, choices: Sequence[Choice], value: Any = None, *, columns: int = 0) -> None:
        """Other answers on the same buttons; nothing of those before is left. `value` is the answer that stands."""
        lines = _lines(choices, columns)
        looks = [(choice, tall, kind) for _, tall, kind, line in lines for choice in line]
        self._choices = tuple(choice for choice, _, _ in looks)
        while len(self._buttons) < len(looks):
            self._buttons.append(self._button(len(self._buttons)))
        for button, (choice, tall, kind) in zip(self._buttons, looks, strict=False):
            key = f"{choice.key} · {letter(choice)}" if letter(choice) else choice.key
            button.become(choice.words, key=key, sign=choice.sign, kind=kind, height=tall)
            button.chosen = value is not None and choice.value == value
        self._arrange([(room, len(line)) for room, _, _, line in lines])

    def _button(self, number: int) -> Button:
        button = Button("", self.look)
        button.setParent(self)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # columns are equally wide
        button.clicked.connect(lambda: self._choose(self._choices[number]))
        return button

    def _arrange(self, lines: list[tuple[int, int]]) -> None:
        """So many buttons a line, in the room for so many. Lines stay, also empty: no layout is ever taken apart."""
        if lines == self._stands:
            return
        self._stands = lines
        self.layout_.setEnabled(False)  # laid out once, when all stand
        while len(self._lines) < len(lines):
            self._lines.append(self._line())
        for beside, gap in self._lines:
            for widget in (gap, *self._buttons):
                beside.removeWidget(widget)
        buttons = iter(self._buttons)
        for place, (beside, gap) in enumerate(self._lines):
            room, many = lines[place] if place < len(lines) else (0, 0)
            for button in islice(buttons, many):
                beside.addWidget(button, 1)
                button.show()
            beside.addWidget(gap, room - many)
            gap.setVisible(many < room)
        for spare in buttons:
            spare.become("")
            spare.hide()
        self.layout_.setEnabled(True)
        self.layout_.invalidate()
        self.updateGeometry()

    def _line(self) -> tuple[QHBoxLayout, QWidget]:
        """A line and what stands in it where there is room for more."""
        beside, gap = QHBoxLayout(), QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        beside.setSpacing(self.look.px(8))
        self.layout_.insertLayout(len(self._lines), beside)
        return beside, gap

    def mark(self, value: Any) -> bool:
        """Show an answer as the one that is meant, without giving it; False where there is none of that value."""
        if all(choice.value != value for choice in self._choices):
            return False
        for button, choice in zip(self._buttons, self._choices, strict=False):
            button.chosen = choice.value == value
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
