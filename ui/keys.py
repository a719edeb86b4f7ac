"""Which act a key press means, from the table of actions; and the named `QAction` of each act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from ui.actions import ACTS
from ui.strings import has, tr

_REPEATING: Final = {"up", "down"}
_IGNORED: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def _combined(key: str) -> int:
    """Key and modifiers of a name like `Ctrl+P`, as one number."""
    modifiers = Qt.KeyboardModifier.ControlModifier.value if key.startswith("Ctrl+") else 0
    name = key.removeprefix("Ctrl+")
    named = {"Esc": Qt.Key.Key_Escape, "+": Qt.Key.Key_Plus, "=": Qt.Key.Key_Equal}
    found = named.get(name) or getattr(Qt.Key, f"Key_{name}")
    return modifiers | int(found.value)


class Keys(QObject):
    """The keys of one window in one language. Keys typed into a field never come here."""

    def __init__(self, language: str, do: Callable[[str], None]) -> None:
        super().__init__()
        self.actions: dict[str, QAction] = {}
        self._by_key: dict[int, str] = {}
        self._by_letter: dict[str, str] = {}
        for act in ACTS:
            words = f"act.{act.id}" if has(f"act.{act.id}") else "act.digit"
            action = QAction(tr(words).replace("&", "&&"), self)
            action.setObjectName(act.id)
            action.setStatusTip(tr(words.replace("act.", "help.")))
            sequences = [QKeySequence(key) for key in act.keys]
            action.setShortcuts(sequences)  # told to people and screen readers; the window hands the presses on
            action.triggered.connect(lambda _=False, act=act.id: do(act))
            self.actions[act.id] = action
            for key in act.keys:
                self._by_key[_combined(key)] = act.id
            letter = dict(act.letters).get(language)
            if letter:
                self._by_letter[letter] = act.id

    def act_of(self, event: QKeyEvent) -> str | None:
        """The act a key press means; a key held down is pressed once, but for the arrows."""
        modifiers = event.modifiers() & ~_IGNORED
        key = event.key()
        act = self._by_key.get(modifiers.value | key)
        if act is None and not modifiers & _COMMANDS:
            act = self._by_letter.get(event.text().lower())
        if act is not None and event.isAutoRepeat() and act not in _REPEATING:
            return None
        return act

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key press means."""
        act = self.act_of(event)
        if act is None:
            return False
        self.actions[act].trigger()
        return True
