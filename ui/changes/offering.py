"""When an officer is shown what changed: after the clock at the start of a shift, or once a traveller has gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.changes.leaving import left_out
from ui.changes.unread import unread
from ui.strings import tr

if TYPE_CHECKING:
    from screening.activation import Activation
    from ui.changes.page import ChangesPage
    from ui.conduct import Conduct

EVERY_S = 30


class Offering(QObject):
    """The changes this officer has not read, offered once; put off, they come again at the next start."""

    def __init__(self, conduct: Conduct) -> None:
        super().__init__(conduct)
        self._conduct, self._desk = conduct, conduct.desk
        self._put_off: tuple[Activation, ...] = ()

    def waits(self) -> bool:
        """Whether there is something to be read that was not put off."""
        changes = unread(self._desk)
        return bool(changes) and changes != self._put_off

    def page(self) -> ChangesPage:
        """The page, its signals tied; what it takes is loaded when it is first wanted."""
        from ui.changes.page import ChangesPage

        changes = unread(self._desk)
        page = ChangesPage(self._desk, changes, self._conduct.window.look)
        page.noted.connect(lambda: self._note(changes))
        page.left.connect(lambda: self._later(changes))
        return page

    def tick(self, seconds: int) -> None:
        """A moment may have passed while nobody was in front."""
        if seconds % EVERY_S == 0 and not self._conduct.sheet and self._desk.state is None and self.waits():
            self._conduct.open_sheet("changes")

    def _note(self, changes: tuple[Activation, ...]) -> None:
        desk = self._desk
        if self._conduct.presenter.attempt(lambda: desk.life.note(changes, desk.officer, desk.clock())):
            self._conduct.begin_shift()
            self._conduct.window.foot.tell(tr("changes.noted"), trouble=False)

    def _later(self, changes: tuple[Activation, ...]) -> None:
        self._put_off = changes
        self._conduct.begin_shift()

    def left_out(self) -> str:
        """What to tell of files that are not believed here; empty when there are none."""
        refused = [mistake for mistake in self._desk.catalogue.mistakes if mistake.kind == "signature"]
        if not refused:
            return ""
        return left_out(refused[0])
