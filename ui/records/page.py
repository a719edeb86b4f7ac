"""The records page: type and the list follows; Enter tells the history of one; a copy of its paper can be printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout
from shiboken6 import Shiboken

from screening.log import gather
from ui.appearance import LIGHT, Look
from ui.background import run_in_background
from ui.page import Page
from ui.plain import Button, Field, label
from ui.records.correct import CorrectPage
from ui.records.history import Told, record_said, told
from ui.records.reprint import NothingIssued, reprint
from ui.records.search import MOST, Found, Hit, search, understand, with_those_here
from ui.records.table import RecordModel
from ui.records.view import HistoryView, RecordTable
from ui.strings import tr

if TYPE_CHECKING:
    from ui.desk import Desk

__all__ = ["RecordsPage"]

_PAUSE_MS: Final = 120
"""Nobody reads a list that changes between two letters."""


class RecordsPage(Page):
    """Emits `told` with good news, `refused` with words; `found` when a list stands; `resumed(screening)`."""

    told = Signal(str)
    refused = Signal(str)
    found = Signal()
    resumed = Signal(str)
    is_wide = True  # it is not about the traveller in front

    def __init__(self, desk: Desk, look: Look = LIGHT) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self.rows = RecordModel(desk.catalogue.wording, desk.post.time_zone)
        self.opened: Hit | None = None
        self.history: tuple[Told, ...] = ()
        self._record, self._is_closed, self._has_paper = "", False, False  # of the one opened
        self.likely: Callable[[str, int], Sequence[str]] = lambda _typed, _most: ()  # screenings of such a name
        self.correction: CorrectPage | None = None
        self._turn = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look_up)
        self.actions_ = {name: self._action(name) for name in ("show", "reprint", "correct", "resume", "back")}
        self._build()
        self.look_up()

    def _action(self, name: str) -> QAction:
        action = QAction(tr(f"records.{name}"), self)
        action.setObjectName(f"records.{name}")
        action.triggered.connect(lambda _=False: self.do(name))
        return action

    # -- building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(12))
        rows.setSpacing(look.px(10))
        self.title = label(tr("records.title"), "label")
        rows.addWidget(self.title)
        self.field = Field(tr("records.search"))
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.status = label("", "small")
        self.pages = QStackedWidget()
        self.table = RecordTable(self.rows, look)
        self.table.doubleClicked.connect(lambda _: self.do("show"))
        self.pages.addWidget(self.table)
        self.area = HistoryView(look)
        self.pages.addWidget(self.area)
        rows.addWidget(self.field)
        rows.addWidget(self.status)
        rows.addWidget(self.pages, 1)
        bar = QHBoxLayout()
        bar.setSpacing(look.px(8))
        self.buttons: dict[str, Button] = {}
        caps = {"show": tr("key.Return"), "reprint": "1", "correct": "2", "resume": "2", "back": tr("key.Esc")}
        for name, cap in caps.items():
            button = Button(tr(f"records.{name}"), look, key=cap, kind="quiet", height=44)
            button.setFixedHeight(look.px(44))
            button.clicked.connect(self.actions_[name].trigger)
            self.buttons[name] = button
            bar.addWidget(button, 1)
        rows.addLayout(bar)
        self._show_list()

    # -- searching --------------------------------------------------------------------------------------------------

    def look_up(self) -> None:
        """Search for what stands in the field, in the background; what comes too late is not shown."""
        from screening.records.errors import RecordError

        self._turn += 1
        turn, desk = self._turn, self._desk
        query = understand(self.field.text(), desk.catalogue.wording, desk.today())
        if self.opened is None:
            self.status.setText(tr("records.looking"))

        def then(found: Found) -> None:
            if turn == self._turn and Shiboken.isValid(self):
                self._show_found(found)
                self.found.emit()

        def failed(problem: BaseException) -> None:
            if turn == self._turn and Shiboken.isValid(self):
                self.rows.show_hits(())
                self._refuse(tr("records.failed", detail=problem))
            if not isinstance(problem, RecordError):
                raise problem  # ours to mend: it goes to the crash note

        likely = self.likely(" ".join(query.words), MOST) if query.words else ()
        run_in_background(
            lambda: with_those_here(search(desk.store, query, self._name, likely), self._name), then, failed
        )

    def _name(self, screening: str) -> str:
        from ui.board.rows import name_in

        return name_in(self._desk.store.read(f"screening:{screening}"))

    def _show_found(self, found: Found) -> None:
        self.rows.show_hits(found.hits)
        self.table.show_names(are_there=any(hit.name for hit in found.hits))
        count = len(found.hits)
        if not count:
            said = tr("records.none")
        elif found.more:
            said = tr("records.more", count=count)
        else:
            said = tr("records.one") if count == 1 else tr("records.count", count=count)
        if found.names_opened:
            said = f"{said.rstrip('.')}. {tr('records.names', count=found.names_opened)}"
        if self.opened is None:
            self.status.setText(said)
        if count:
            self.table.selectRow(0)

    @property
    def chosen(self) -> Hit | None:
        """The record the row stands on."""
        place = self.table.currentIndex()
        return self.rows.hits[place.row()] if place.isValid() and place.row() < len(self.rows.hits) else None

    # -- keys -------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Typing begins at once."""
        (self.field if self.opened is None else self).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The same when the page is shown inside another."""
        super().showEvent(event)
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter of the list, which the field leaves to the page; the rest goes on to the window."""
        key = event.key()
        if self.correction is not None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.choose(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif key in (Qt.Key.Key_1, Qt.Key.Key_2) and self.opened is not None:
            self.digit(1 if key == Qt.Key.Key_1 else 2)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace) and self.opened is not None:
            self._show_list()
        else:
            super().keyPressEvent(event)

    def choose(self, rows: int) -> None:
        """The next row, or the one before; in the history, further down or up."""
        if self.opened is not None:
            self.area.scroll_by(rows)
            return
        here = self.table.currentIndex()
        if self.rows.rowCount():
            self.table.selectRow(max(0, min(self.rows.rowCount() - 1, here.row() + rows)))

    def enter(self) -> bool:
        """Tell the history."""
        if self.correction is not None:
            return self.correction.enter()
        if self.opened is None:
            self.do("show")
        return True

    def erase(self) -> bool:
        """Backspace leaves the history."""
        if self.correction is not None and self.correction.erase():
            return True
        return self.leave()

    @property
    def escape(self) -> str:
        """Out of a record Esc leads to the list."""
        return "foot.close" if self.opened is None else "foot.back"

    def leave(self) -> bool:
        """Esc leaves the correction, the history, then the page."""
        if self.correction is not None:
            if not self.correction.leave() and self.opened is not None:
                self._open(self.opened)
            return True
        if self.opened is None:
            return False
        self._show_list()
        return True

    def digit(self, digit: int) -> bool:
        """1 prints a copy while a history is told; 2 corrects an answer, or goes on with who is not closed yet."""
        if self.correction is not None:
            return self.correction.digit(digit)
        if self.opened is None or digit not in (1, 2):
            return False
        self.do("reprint" if digit == 1 else "correct" if self._is_closed else "resume")
        return True

    def letter(self, act: str) -> bool:
        """To the question that is corrected."""
        return self.correction is not None and self.correction.letter(act)

    def arrow(self, rows: int) -> bool:
        """To the choices of the correction."""
        return self.correction is not None and self.correction.arrow(rows)

    # -- one record -------------------------------------------------------------------------------------------------

    def do(self, act: str) -> None:
        """show, reprint, correct, resume or back."""
        hit = self.opened or self.chosen
        if act == "back":
            self._show_list()
        elif hit is None:
            self._refuse(tr("records.none"))
        elif act == "show":
            self._open(hit)
        elif act == "correct":
            self._correct(hit)
        elif act == "resume":
            self.resumed.emit(hit.row.screening)
        else:
            self._reprint(hit)

    def show_correction(self, screening: str) -> None:
        """The record of that screening, where a person says whether its correction counts."""
        row = self._desk.store.row(screening)
        if row is not None:
            self._open(Hit(row))
            self.do("correct")

    def _correct(self, hit: Hit) -> None:
        state = self._desk.load(hit.row.screening)
        if state.log.closed is None:
            self._refuse(tr("records.unclosed"))
            return
        self._end_correction()
        self.correction = page = CorrectPage(self._desk, self._look, state)
        page.refused.connect(self._refuse)
        page.done.connect(lambda words: self._corrected(hit, words))
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.title.setText(tr("correct.title", record=self._record))
        self.status.setText("")
        self._show_buttons(in_history=True)
        page.settle()

    def _corrected(self, hit: Hit, words: str) -> None:
        self._open(hit)
        self.status.setText(words)
        self.told.emit(words)

    def _end_correction(self) -> None:
        if self.correction is not None:
            self.pages.removeWidget(self.correction)
            self.correction.deleteLater()
            self.correction = None

    def _open(self, hit: Hit) -> None:
        self._end_correction()
        desk = self._desk
        events = desk.store.read(f"screening:{hit.row.screening}")
        setting = desk.setting_of(events[0])
        self.history = told(events, setting, desk.catalogue.wording)
        self.opened, self._record, log = hit, record_said(events, setting), gather(events)
        self._is_closed, self._has_paper = log.closed is not None, bool(log.slips)
        self.title.setText(self._record)
        state = "correct.waits" if log.proposed else "records.erased" if hit.row.erased else ""
        state = state if self._is_closed else "records.unclosed"
        self.status.setText(tr(state) if state else "")
        self.area.show_lines(self.history)
        self.pages.setCurrentWidget(self.area)
        self.field.setVisible(False)
        self._show_buttons(in_history=True)
        self.setFocus()

    def _show_list(self) -> None:
        self._end_correction()
        self.opened, self.history = None, ()
        self.title.setText(tr("records.title"))
        self.pages.setCurrentWidget(self.table)
        self.field.setVisible(True)
        self._show_buttons(in_history=False)
        self.field.setFocus()

    def _show_buttons(self, *, in_history: bool) -> None:
        """Only what a key does now: while typing, figures belong to the field."""
        reads = in_history and self.correction is None
        for name, is_there in (
            ("show", not in_history),
            ("reprint", reads and self._has_paper),
            ("correct", reads and self._is_closed),
            ("resume", reads and not self._is_closed),
            ("back", in_history),
        ):
            self.buttons[name].setVisible(is_there)
        self.buttons["back"].say(tr("records.back" if reads else "act.back"))
        self.status.setVisible(bool(self.status.text()))

    def _reprint(self, hit: Hit) -> None:
        from screening.commands import CommandError
        from screening.records.errors import RecordError

        try:
            papers = reprint(self._desk, hit.row.screening)
        except NothingIssued:
            self._refuse(tr("records.no_paper"))
        except (CommandError, RecordError) as problem:
            self._refuse(tr("records.not_copied", detail=problem))
        else:
            said = tr("records.copied", copy=papers.copy, number=papers.number or papers.paper)
            self.told.emit(said)

    def _refuse(self, said: str) -> None:
        self.refused.emit(said)
