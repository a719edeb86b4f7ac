"""The part of a day that is counted: chosen by one key a kind, told in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from screening.day_filter import EVERYBODY, KINDS
from ui.appearance import Look
from ui.plain import Button
from ui.saying import name
from ui.strings import has, tr

if TYPE_CHECKING:
    from ui.desk import Desk

__all__ = ["Chosen", "PartBar"]

_ISOLATES: Final = dict.fromkeys((0x2068, 0x2069))
_NAMES: Final = {"classification": "classes", "outcome": "outcomes"}


class Chosen:
    """What is chosen of the days of one desk's post."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self.only = desk, EVERYBODY

    def turn(self, kind: str, of_day: Sequence[str]) -> None:
        """The next of what the day offers of a kind, after the last one all again."""
        offered = (None, *of_day)
        here = self.chosen.get(kind)
        place = offered.index(here) + 1 if here in offered else 0
        self.only = replace(self.only, **{kind: offered[place % len(offered)]})

    def clear(self) -> None:
        """The whole day again."""
        self.only = EVERYBODY

    @property
    def chosen(self) -> Mapping[str, str]:
        """What narrows the day, by kind."""
        return dict(self.only.codes)

    @property
    def said(self) -> str:
        """The part in words, for files too: without marks of direction; empty for the whole day."""
        return " · ".join(self.word(kind) for kind in self.chosen).translate(_ISOLATES)

    def word(self, kind: str) -> str:
        """What is chosen of a kind."""
        code = self.chosen.get(kind)
        if code is None:
            return tr("part.all")
        if kind == "desk":
            return tr("day.of_desk", desk=code)
        if kind == "hours":
            return f"{code.replace('-', '–')} h"
        if has(f"part.{kind}_{code}"):
            return tr(f"part.{kind}_{code}")
        return name(self._desk.catalogue.wording, _NAMES[kind], code)


class PartBar(QWidget):
    """A button for each kind, and one for the whole day: they emit `pressed(kind)`, empty for that one; then `done`."""

    pressed = Signal(str)
    done = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.buttons: dict[str, Button] = {}
        for place, kind in enumerate((*KINDS, ""), 1):
            button = Button("", look, key=str(place), kind="quiet", height=52)
            button.clicked.connect(lambda _=False, kind=kind: self.pressed.emit(kind))
            self.buttons[kind] = button
            button.setFixedHeight(look.px(52))
            row.addWidget(button, 3 if kind else 2)
        self.buttons[""].say(tr("part.none"))
        done = Button(tr("part.done"), look, key="0", kind="primary", height=52)
        done.setFixedHeight(look.px(52))
        done.clicked.connect(self.done)
        row.addWidget(done, 1)

    def show_part(self, part: Chosen) -> None:
        """What is chosen of each kind."""
        for kind in KINDS:
            button = self.buttons[kind]
            button.chosen = kind in part.chosen
            what = part.chosen.get(kind) if kind == "desk" else None
            button.say(tr(f"part.{kind}", what=what or part.word(kind)))

    def press(self, digit: int) -> None:
        """The button with that figure."""
        kinds = list(self.buttons)
        if not digit:
            self.done.emit()
        elif digit <= len(kinds):
            self.pressed.emit(kinds[digit - 1])
