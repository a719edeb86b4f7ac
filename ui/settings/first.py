"""The first set-up: language, post, desk, printer in four keys, before there are records. It keeps them and says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from screening.records.errors import EnvironmentProblem
from ui.faults import in_words
from ui.home import Home
from ui.place import Place
from ui.settings.acts import keep, take_up
from ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from sops.catalogue import Catalogue
    from ui.window import Window

__all__ = ["FirstSetUp"]


class FirstSetUp(QObject):
    """Emits `done()` when what was chosen is on the disk."""

    done = Signal()

    def __init__(self, window: Window, home: Path, catalogue: Catalogue, printers: Sequence[str]) -> None:
        super().__init__(window)
        self._window, self._home, self._catalogue, self._printers = window, Home(home), catalogue, printers
        self.page = self._show(Place())
        try:
            _ = self._home.place
        except EnvironmentProblem as problem:
            window.foot.tell(in_words(problem), trouble=True)

    def _show(self, place: Place, row: int = 0) -> SettingsPage:
        page = SettingsPage(self._window.look, self._catalogue, place, self._printers, first=True)
        page.arrow(row)
        page.saved.connect(self._keep)
        page.looked.connect(self._speak)
        self._window.show_page(page)
        return page

    def _speak(self, place: Place) -> None:
        """Another language: the window is built anew, and the page in it."""
        row = self.page.row + 1  # what is answered is behind
        take_up(self._window, place)
        self._window.build()
        self.page = self._show(place, row)

    def _keep(self, place: Place) -> None:
        try:
            keep(self._home, place, self._catalogue)
        except (EnvironmentProblem, LookupError) as problem:
            self._window.foot.tell(in_words(problem), trouble=True)
            return
        self._window.build()
        self.done.emit()
