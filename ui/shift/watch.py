"""Who may see this desk: the lock over the window, the change of officer, the pages of the shift, opened and closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject

from screening.commands import CommandError
from screening.officers import LOCKED
from screening.records.errors import RecordError
from ui.faults import refused
from ui.place import Place
from ui.shift.acts import Shifts, WrongPin
from ui.strings import tr

if TYPE_CHECKING:
    from screening.session import State
    from ui.conduct import Conduct
    from ui.page import Page
    from ui.printing import Printer

__all__ = ["SHEETS", "Watch"]

SHEETS: Final = ("shift", "lock", "officers", "night", "handover")
_TOUCHES: Final = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
_ANSWERS: Final = {"yes", "no", "unknown", "refused", "enter", "back", "up", "down", "source"}
_MANY_WRONG: Final = 3
"""So many wrong PINs in a row are told to whoever signs in next."""
_ALWAYS: Final = {"officer_language", "look", "size"}


class Watch(QObject):
    """Stands beside one conduct. While the desk is locked, only a PIN and an emergency are heard."""

    def __init__(self, conduct: Conduct) -> None:
        super().__init__(conduct)
        self._conduct, self.desk = conduct, conduct.desk
        self.shifts = Shifts(conduct.desk)
        conduct.around.called = self.shifts.called
        self.locks_after = timedelta(minutes=Place().locks_after)
        self._touched_at = conduct.desk.clock()
        self._emergency: str | None = None  # the one that began while nobody was signed in
        self._is_listening = False
        self.printer: Printer | None = None  # the one of this computer, where none is given
        if self.shifts.officers:
            self.desk.officer = LOCKED

    # -- locking ----------------------------------------------------------------------------------------------------

    def lets(self, act: str) -> bool:
        """Whether the conduct may do this act now. An emergency at a locked desk begins here."""
        self.touch()
        if not self.shifts.is_locked or act in _ALWAYS:
            return True
        if act == "emergency":
            self._begin_emergency()
            return False
        if act == "park" and self._in_emergency():
            self._emergency = None
            self._conduct.open_sheet("lock")
        return act in _ANSWERS or act.startswith("digit_")

    def lets_scan(self) -> bool:
        """Whether a document may be read now; else the official is told what to do first."""
        self.touch()
        if self.shifts.is_locked:
            self._conduct.presenter.refused.emit(tr("pin.first"))
        return not self.shifts.is_locked

    def sheet(self, wanted: str) -> str:
        """What may lie over the traveller: on a locked desk nothing but the lock, or the emergency that began there."""
        hides = self.shifts.is_locked
        for page in (self._conduct.card, self._conduct.outcome):
            page.is_wide = hides
        if not hides:
            return wanted
        return "" if self._in_emergency() else "lock"

    def shown(self, state: State | None) -> State | None:
        """What the traveller's screen shows: nothing of anybody while the lock lies over the desk."""
        return None if self._conduct.sheet == "lock" else state

    def lock(self, *, by_itself: bool = False) -> None:
        """The window and the traveller's screen show nobody any more; the draft stays where it is."""
        if not self.attempt(lambda: self.shifts.lock(by_itself=by_itself)):
            return
        if not self.shifts.is_locked:
            self._conduct.presenter.refused.emit(tr("pin.nobody_has"))
            return
        self._emergency = None
        self._conduct.open_sheet("lock")

    def sign_in(self, officer: str, pin: str) -> bool:
        """An officer sits down: first date and time if nobody confirmed them, then the traveller as before."""
        wrong = self.shifts.in_a_row
        if not self.attempt(lambda: self.shifts.sign_in(officer, pin)):
            return False
        self._emergency = None
        self._conduct.open_sheet("clock" if self._conduct.around.clock_confirmed is None else "")
        if wrong >= _MANY_WRONG:
            self.refuse(tr("pin.were_wrong", count=wrong))
        return True

    def touch(self) -> None:
        """Somebody is there."""
        self._touched_at = self.desk.clock()

    def tick(self) -> None:
        """A second has passed: a desk that nobody touches locks itself, but never over an emergency."""
        handle = self._conduct.window.windowHandle()
        if handle is not None and not self._is_listening:
            handle.installEventFilter(self)
            self._is_listening = True
        idle = self.desk.clock() - self._touched_at
        if idle >= self.locks_after and not self.shifts.is_locked and self.shifts.officers and not self._cares():
            self.lock(by_itself=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys, mouse and touch anywhere in the window; nothing is taken."""
        if event.type() in _TOUCHES:
            self.touch()
        return False

    # -- the pages --------------------------------------------------------------------------------------------------

    def page(self, sheet: str) -> Page:
        """One of `SHEETS`."""
        look = self._conduct.window.look
        match sheet:
            case "lock":
                from ui.shift.lock import LockPage

                lock = LockPage(look, tuple(self.shifts.officers.values()), self.shifts.officer, self._conduct.wording)
                lock.signed.connect(self.sign_in)
                return lock
            case "officers":
                from ui.shift.officers import OfficersPage

                return OfficersPage(self, look, self._conduct.wording)
            case "night":
                from ui.shift.night import NightPage

                return NightPage(self, look, self._conduct.wording)
            case "handover":
                from ui.shift.handing_over import HandoverPage

                return HandoverPage(self, look)
            case _:
                from ui.shift.page import ShiftPage

                return ShiftPage(self, look)

    def open(self, sheet: str) -> None:
        """Lay one of the pages over the traveller; empty: the traveller again."""
        self._conduct.open_sheet(sheet)

    def do(self, act: str) -> None:
        """An act of the table, from a button."""
        self._conduct.do(act)

    def tell(self, words: str) -> None:
        """Good news at the foot."""
        self._conduct.presenter.told.emit(words)

    def refuse(self, words: str) -> None:
        """What is wrong, at the foot."""
        self._conduct.presenter.refused.emit(words)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; False when it was refused, and then it was said why."""
        try:
            act()
        except CommandError as problem:
            self.refuse(str(problem) if isinstance(problem, WrongPin) else refused(problem))
            return False
        except RecordError as problem:
            self.refuse(tr("bad.record", detail=problem))
            return False
        return True

    def hand_over(self, to: str, left: dict[str, int]) -> bool:
        """The shift is closed; the next officer confirms date and time and so opens the next one."""
        if not self.attempt(lambda: self.shifts.close(to, left)):
            return False
        self._conduct.around.clock_confirmed = None
        self._conduct.open_sheet("clock")
        return True

    @property
    def conduct(self) -> Conduct:
        """What shows the pages."""
        return self._conduct

    # -- inside -----------------------------------------------------------------------------------------------------

    def _begin_emergency(self) -> None:
        """Somebody needs help now: a new person, so that nothing is put down to the one whose draft is kept."""
        if self._in_emergency():
            return
        if self._conduct.presenter.attempt(lambda: (self.desk.begin(), self.desk.interrupt("emergency"))):
            assert self.desk.state is not None
            self._emergency = self.desk.state.screening
            self._conduct.close_sheet()

    def _in_emergency(self) -> bool:
        state = self.desk.state
        return state is not None and state.screening == self._emergency

    def _cares(self) -> bool:
        state = self.desk.state
        return state is not None and state.log.closed is None and state.log.interrupt == "emergency"
