"""Many at once, on one page: begin with the number on the next ticket, then first pass, queue and group record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.page import Page
from ui.plain import Button, Field, label
from ui.presenter import Presenter
from ui.strings import tr
from ui.surge.first_pass import FirstPass
from ui.surge.record import GroupRecord
from ui.surge.waiting import Queued, QueueView, queue_of

if TYPE_CHECKING:
    from sops.wording import Wording


class SurgePage(Page):
    """Emits `left()`: nobody is in front because of it, or whoever now is."""

    left = Signal()
    is_wide = True

    def __init__(self, presenter: Presenter, look: Look, wording: Wording) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._presenter, self._surge = presenter, presenter.surge
        self._correcting: int | None = None
        self._last: int | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(28), look.px(16), look.px(28), look.px(12))
        self._views = QStackedWidget()
        layout.addWidget(self._views)
        self.opening = _Opening(look, self._surge.suggested())
        self.opening.wanted.connect(self.enter)
        self.first = FirstPass(look, self._surge.keys())
        self.first.seen.connect(self.see)
        self.first.wanted.connect(self._go)
        self.queue = QueueView(look)
        self.queue.list.wanted.connect(self._call_row)
        self.record = GroupRecord(look, wording)
        for view in (self.opening, self.first, self.queue, self.record):
            self._views.addWidget(view)
        self._go("first" if self._surge.is_open else "queue" if self._surge.queue() else "opening")

    # -- views ------------------------------------------------------------------------------------------------------

    @property
    def view(self) -> QWidget | None:
        """What is shown: opening, first pass, queue or record."""
        return self._views.currentWidget()

    def settle(self) -> None:
        """Typing begins where something is typed."""
        if self.view is self.opening:
            self.opening.number.setFocus()
        elif self.view is self.record:
            self.record.settle()
        else:
            self.setFocus()

    def _go(self, view: str) -> None:
        arrival = self._surge.arrival
        match view:
            case "queue":
                self.queue.show_queue(queue_of(self._surge))
                self._views.setCurrentWidget(self.queue)
            case "record" if arrival is not None:
                self.record.show_counts(arrival.counts, sum(arrival.by_need().values()))
                self._views.setCurrentWidget(self.record)
            case "first" if self._surge.is_open:
                self._show_first()
                self._views.setCurrentWidget(self.first)
            case "end":
                self._end()
            case _:
                self._views.setCurrentWidget(self.opening)
        self.settle()

    def _show_first(self) -> None:
        arrival = self._surge.arrival
        assert arrival is not None
        self.first.show_arrival(arrival, len(self._surge.queue()), self._correcting, self._last)

    # -- acts -------------------------------------------------------------------------------------------------------

    def see(self, need: str) -> None:
        """One look at the holder of the ticket shown. What must begin at once is in front then, and this page goes."""
        begun: list[object] = []
        arrival = self._surge.arrival
        number = self._correcting if self._correcting is not None or arrival is None else arrival.next_number
        if not self._presenter.attempt(lambda: begun.append(self._surge.triage(need, number))):
            return
        self._last, self._correcting = number, None
        self._show_first()
        if begun[0] is not None:
            self.left.emit()

    def _end(self) -> None:
        if self._presenter.attempt(self._surge.close):
            count = len(self._surge.queue())
            self._go("queue" if count else "opening")
            self._presenter.told.emit(tr("surge.ended", count=count))

    def _call(self, number: int | None) -> None:
        if number is not None and self._presenter.attempt(lambda: self._surge.call(number)):
            self.left.emit()
        else:
            self.queue.type("")

    def _call_row(self, row: object) -> None:
        if isinstance(row, Queued):
            self._call(row.number)

    def _save(self) -> bool:
        counts = self.record.counts()
        if counts is None:
            self._presenter.refused.emit(tr("surge.bad_count"))
            return False
        if not self._presenter.attempt(lambda: self._surge.count(counts)):
            return False
        self._presenter.told.emit(tr("surge.saved", count=sum(counts.values())))
        return True

    def _back(self) -> None:
        self._go("first" if self._surge.is_open else "queue" if self._surge.queue() else "opening")

    # -- keys -------------------------------------------------------------------------------------------------------

    def digit(self, digit: int) -> bool:
        """A need, a view, or a figure of a ticket's number."""
        if self.view is self.first:
            if (need := self.first.need(digit)) is not None:
                self.see(need)
            elif act := {9: "queue", 0: "record", 8: "end"}.get(digit):
                self._go(act)
        elif self.view is self.queue:
            self.queue.type(f"{self.queue.typed}{digit}")
        return True

    def letter(self, act: str) -> bool:
        """F12 on the first pass: the one being looked at; F8 in the queue: the ticket is struck."""
        if act == "emergency" and self.view is self.first:
            need = next((need.id for need in self._surge.needs().values() if need.at_once == act), None)
            if need is not None:
                self.see(need)
            return need is not None
        number = self.queue.number
        if act == "refused" and self.view is self.queue and number is not None:
            if self._presenter.attempt(lambda: self._surge.strike(number)):
                self._go("queue")
                self._presenter.told.emit(tr("surge.struck", number=number))
            return True
        return False

    def enter(self) -> bool:
        """Begin the arrival, the holder of a ticket, or save the record."""
        if self.view is self.opening:
            typed = self.opening.number.text().strip()
            if not (typed.isascii() and typed.isdigit()):
                self._presenter.refused.emit(tr("surge.bad_number"))
            elif self._presenter.attempt(lambda: self._surge.open(int(typed))):
                self._go("first")
        elif self.view is self.queue:
            self._call(self.queue.number)
        elif self.view is self.record and self._save():
            self._back()
        return True

    def erase(self) -> bool:
        """The last figure, or the ticket before is looked at again."""
        arrival = self._surge.arrival
        if self.view is self.queue:
            self.queue.type(self.queue.typed[:-1])
        elif self.view is self.first and arrival is not None:
            at = self._correcting if self._correcting is not None else arrival.next_number
            self._correcting = max((number for number in arrival.tickets if number < at), default=self._correcting)
            self._show_first()
        return True

    def leave(self) -> bool:
        """Back from a correction or a view, else to where we were. What was counted is kept."""
        if self._correcting is not None and self.view is self.first:
            self._correcting = None
            self._show_first()
        elif (self.view is self.record and self._save()) or (self.view is self.queue and self._surge.is_open):
            self._back()
        elif self.view is not self.record:
            self.left.emit()
        return True

    def arrow(self, rows: int) -> bool:
        """Another ticket, or another row of the record."""
        if self.view is self.queue:
            self.queue.list.choose(rows)
        elif self.view is self.record:
            self.record.step(rows)
        return True


class _Opening(QWidget):
    """The number on the next paper ticket, as it goes on from the last arrival."""

    wanted = Signal()

    def __init__(self, look: Look, suggested: int) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(12))
        layout.addWidget(label(tr("surge.title"), "question"))
        layout.addWidget(label(tr("surge.none"), "lead"))
        self.number = Field(tr("surge.first"), most=5)
        self.number.setText(str(suggested))
        self.number.setMinimumHeight(look.px(56))
        self.number.selectAll()
        layout.addWidget(self.number)
        begin = Button(tr("surge.open"), look, key=tr("key.Return"), kind="primary", height=64)
        begin.clicked.connect(self.wanted)
        layout.addWidget(begin)
        layout.addStretch(1)
