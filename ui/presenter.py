"""Between the window and the desk: every act goes through one door that turns what can go wrong into words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.faults import attempted
from ui.intake.twins import Lookalikes
from ui.interview.question import SAME
from ui.party.acts import Group
from ui.rooms.acts import Rooms
from ui.rows.acts import Rows
from ui.strings import tr
from ui.surge.acts import Surge

if TYPE_CHECKING:
    from screening.mrz import Reading
    from screening.session import State
    from ui.desk import Desk


class Presenter(QObject):
    """Emits values: `moved` when the desk stands elsewhere, `refused` with words, `told` with good news."""

    moved = Signal()
    refused = Signal(str)
    told = Signal(str)
    read = Signal(object)  # screening.mrz.Reading
    between = Signal()  # one of the group is done but for what the group does together

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.group = Group(desk)
        self.surge = Surge(desk)
        self.rooms = Rooms(desk)
        self.twins = Lookalikes(desk)
        self.rows = Rows(desk)

    @property
    def party(self) -> str | None:
        """The open group."""
        return self.group.party.id if self.group.party is not None else None

    @property
    def party_size(self) -> int:
        """How many belong to it."""
        return len(self.group.party.members) if self.group.party is not None else 0

    @property
    def state(self) -> State | None:
        """The traveller in front."""
        return self.desk.state

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something at the desk; False when it was refused, and then the words were told and nothing has changed."""

        def all_of_it() -> None:
            act()
            self.group.meet(self.state)
            self.twins.see(self.state)

        done = attempted(all_of_it, self.refused.emit)
        if done:
            self.moved.emit()
        return done

    # -- what officials do ------------------------------------------------------------------------------------------

    def answer(self, value: Any, identity: dict[str, Any] | None = None) -> bool:
        """Answer the step at hand, or take over what the group answered; what was taken over follows by itself."""
        if value is SAME:
            done = self.attempt(self.group.confirm)
        else:
            done = self.attempt(lambda: (self.desk.answer(value, identity=identity), self.group.follow()))
        if done and self.group.is_between():
            self.between.emit()
        return done

    def begin(self, *, in_group: bool = False) -> bool:
        """A new traveller, alone; of the open group only when the officer says so, on its page."""
        self.group.remember(self.state)
        return self.attempt(lambda: self.desk.begin(party=self.party if in_group else None))

    def scan(self, raw: str, *, in_group: bool = False) -> bool:
        """A document was read on whatever screen. On the page of the open group it is never a stranger's in front."""
        if self._is_same(raw):
            self.told.emit(tr("scan.same"))
            return True
        self.group.remember(self.state)
        found: list[Reading] = []
        party = self.party if in_group else None
        is_other = party is not None and not self.group.has(self.state)
        if (is_other or not self.desk.awaits_document) and (known := self.twins.waiting(raw, party)) is not None:
            return self._take_up(*known)
        done = self.attempt(lambda: found.append(self.desk.scan(raw, party=party, is_other=is_other)))
        if done:
            self.read.emit(found[0])
        return done

    def _take_up(self, reading: Reading, screening: str) -> bool:
        """Whose document was read waits already: they go on where they stopped, and nobody is there twice."""
        done = self.attempt(lambda: self.desk.resume(screening))
        if done:
            self.desk.reading = reading
            self.told.emit(tr("scan.back"))
        return done

    def _is_same(self, raw: str) -> bool:
        """Whether it is the document of the traveller in front: it was held to the reader twice."""
        from screening.mrz import read

        state = self.state
        if state is None or state.log.closed is not None or not state.log.identity.get("number"):
            return False
        reading = read(raw, self.desk.today())
        return reading.fields is not None and reading.fields.number == state.log.identity.get("number")

    def park(self) -> bool:
        """Set the traveller aside; why is said by a word of ours, never by typed text."""
        state = self.state
        if state is None:
            return False
        if state.log.closed is not None:
            return self.attempt(self.desk.leave)
        self.group.remember(state)
        waits = state.wait_until is not None and state.wait_until > self.desk.clock()
        return self.attempt(lambda: self.desk.park("second" if waits else "aside"))

    def interrupt(self, name: str) -> bool:
        """Emergency, refusal, left, death. Pressed twice it is still one."""
        state = self.state
        if state is not None and state.log.closed is None and state.log.interrupt == name and state.at is not None:
            return False
        return self.attempt(lambda: self.desk.interrupt(name))

    def back(self) -> bool:
        """One step back."""
        state = self.state
        if state is None or state.log.closed is not None:
            return False
        if not state.path:
            self.refused.emit(tr("bad.nothing_back"))
            return False
        return self.attempt(self.desk.back)
