"""Noticing a likely twin: reads the names in the background when they are first wanted, and keeps the card right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from ui.appearance import Look
from ui.background import run_in_background
from ui.intake.twin_card import TwinCard
from ui.strings import tr

if TYPE_CHECKING:
    from screening.session import State
    from screening.twins import Twins
    from ui.presenter import Presenter

__all__ = ["Noticing"]


class Noticing(QObject):
    """One window's card. Emits `wanted(row)` when somebody is to be looked at, `known()` once the names are read."""

    wanted = Signal(object)
    known = Signal()

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._presenter, self._twins = presenter, presenter.twins
        self._typed: tuple[str, int | None] = ("", None)
        self._state: State | None = None
        self._is_reading = False
        self.card: TwinCard | None = None

    def build(self, look: Look) -> QWidget:
        """The card anew, in the look and language of now."""
        self.card = TwinCard(look, self._presenter.desk.post.time_zone)
        self.card.wanted.connect(self.wanted)
        self.card.differs.connect(self._differs)
        return self.card

    def show_state(self, state: State | None) -> None:
        """Another traveller, or more about the same."""
        if state is None or self._state is None or state.screening != self._state.screening:
            self._typed = ("", None)
        self._state = state
        self._show()

    def show_typed(self, name: str, age: int | None) -> None:
        """A name is being typed."""
        self._typed = (name, age)
        self._show()

    def do(self, act: str) -> None:
        """`twin`: look at the one shown; `differs`: it is somebody else."""
        card = self.card
        if card is None or not (card.open() if act == "twin" else card.settle()):
            self._presenter.refused.emit(tr("twin.none"))

    def read(self) -> None:
        """Read the names, unless that was done; a store that cannot be read now is read when it is next wanted."""
        from screening.records.errors import RecordError

        if self._twins.is_ready or self._is_reading:
            return
        self._is_reading = True

        def then(found: Twins) -> None:
            self._twins.take(found)
            self._is_reading = False
            if Shiboken.isValid(self):
                self._show()
                self.known.emit()

        def failed(problem: BaseException) -> None:
            self._is_reading = False
            if not self._twins.is_stopped and not isinstance(problem, RecordError):
                raise problem  # ours to mend: it goes to the crash note

        run_in_background(self._twins.read, then, failed)

    def _show(self) -> None:
        state, (name, age) = self._state, self._typed
        if self.card is None or not Shiboken.isValid(self.card):
            return
        is_named = state is not None and state.log.closed is None and (name or state.log.identity)
        if is_named:
            self.read()
        self.card.show_twins(self._twins.of(state, name, age) if is_named and state is not None else ())

    def _differs(self, other: str) -> None:
        if self._presenter.attempt(lambda: self._twins.differ(other)):
            self._presenter.told.emit(tr("twin.noted"))
