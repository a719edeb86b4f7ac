"""Entries made before they are asked for, in the turns nobody waits for. Each serves one question only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from sops.areas import AreaTable
from ui.interview.entry import Entry

__all__ = ["Spares"]


class Spares(QObject):
    """One empty entry of each kind, hidden in the room where it will stand."""

    def __init__(self, room: QWidget, make: Callable[[str, date, AreaTable], Entry]) -> None:
        """`make`: an entry of that kind for a day and its areas, of which nothing is answered yet."""
        super().__init__(room)
        self._room, self._make = room, make
        self._ready: dict[str, Entry] = {}
        self._kinds: tuple[str, ...] = ()
        self._of: tuple[date, AreaTable] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._work)

    def keep(self, kinds: Iterable[str], on: date, areas: AreaTable) -> None:
        """Have one of each of these kinds from now on; those of another day go."""
        if self._of != (on, areas):
            for entry in self._ready.values():
                entry.deleteLater()
            self._ready, self._of = {}, (on, areas)
        self._kinds = tuple(kinds)
        self._soon.start(0)

    def take(self, kind: str, on: date, areas: AreaTable) -> Entry:
        """One that nobody has touched, made now where none is ready."""
        ready = self._ready.pop(kind, None) if self._of == (on, areas) else None
        return ready or self._make(kind, on, areas)

    def _work(self) -> None:
        """One a turn, so that a key never waits for more."""
        missing = next((kind for kind in self._kinds if kind not in self._ready), None)
        if missing is None or self._of is None:
            return
        entry = self._ready[missing] = self._make(missing, *self._of)
        entry.hide()  # said so, or it comes up with the room when a page over the card goes
        entry.setParent(self._room)
        for widget in (entry, *entry.findChildren(QWidget)):
            widget.ensurePolished()
        self._soon.start(0)
