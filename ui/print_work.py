"""Printing beside the window: papers go to the queue at once and to the printer on a thread; nobody waits for paper."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.background import run_in_background

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.issuing import Papers
    from ui.printing import Printer, PrinterState, Queue

_LOOK_BACK_DAYS = 2


class PrintWork(QObject):
    """The queue of one desk. Emits `changed(is_ready, queued, words)`; records what a printer took."""

    changed = Signal(bool, int, str)

    def __init__(self, desk: Desk, printer: Printer) -> None:
        super().__init__()
        from ui.printing import PaperMaker, Queue

        self._desk, self._busy = desk, False
        maker = PaperMaker(desk.store, desk.setting_of, desk.catalogue.wording)
        since = desk.today() - timedelta(days=_LOOK_BACK_DAYS)
        self._queue: Queue = Queue.of(maker, printer, since.isoformat())
        desk.print_papers = self.add

    @property
    def queued(self) -> int:
        """How many papers wait."""
        return len(self._queue.waiting)

    def add(self, papers: Papers) -> None:
        """A paper was issued."""
        self._queue.add(papers)
        self.work()

    def work(self) -> None:
        """Let the printer take what it takes, unless it is at it already."""
        if self._busy:
            return
        self._busy = True
        taken: list[Papers] = []

        def finish(state: PrinterState) -> None:
            self._busy = False
            for papers in taken:
                self._desk.printed(papers)
            self.changed.emit(state.is_ready, self.queued, state.words)

        run_in_background(lambda: self._state(taken), finish)

    def _state(self, taken: list[Papers]) -> PrinterState:
        state = self._queue.work(taken.append)
        return self._queue.printer.state() if state.is_ready else state
