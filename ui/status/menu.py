"""What else the desk does, beside the page on which nobody is in front: each to be pressed, each with its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions import Act
from ui.appearance import Look
from ui.plain import Button, hint, label
from ui.scrolling import Scrolling
from ui.strings import spoken, tr

__all__ = ["ActButton", "Menu"]


class ActButton(Button):
    """One act of the table, as large as a finger; what it does is told while the mouse or the focus is on it."""

    focused = Signal()

    def __init__(self, act: Act, look: Look) -> None:
        super().__init__(tr(f"act.{act.id}"), look, key=act.shown(spoken()), kind="quiet", height=44)
        self.act = act.id
        hint(self, tr(f"help.{act.id}"))
        self.setAccessibleDescription(tr(f"help.{act.id}"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is here."""
        super().focusInEvent(event)
        self.focused.emit()


class Menu(Scrolling):
    """Emits `wanted(act)`."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._look = look
        self._acts: tuple[Act, ...] = ()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(look.px(12), look.px(12), look.px(12), look.px(8))
        self._rows.setSpacing(look.px(2))
        self._rows.addWidget(label(tr("menu.title"), "caption"))
        self._rows.addStretch(1)

    def show_acts(self, acts: Sequence[Act]) -> None:
        """Other acts; their buttons stay while they are the same."""
        if tuple(acts) == self._acts:
            return
        for button in self.findChildren(ActButton):
            self._rows.removeWidget(button)
            button.deleteLater()
        self._acts = tuple(acts)
        for place, act in enumerate(acts, 1):
            button = ActButton(act, self._look)
            button.clicked.connect(lambda _=False, act=act.id: self.wanted.emit(act))
            self._rows.insertWidget(place, button)
