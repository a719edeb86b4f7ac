"""What stands around the question: strip, rail, those who wait, panel; each a view of the desk as it is now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from screening.officers import LOCKED
from ui.board.bell import Bell
from ui.board.gathering import Board
from ui.board.listing import BoardList
from ui.board.owing import owing_of
from ui.board.page import BoardPage
from ui.board.rows import Waiting, alarm_of, name_in, waiting_of
from ui.board.together import together
from ui.intake.noticing import Noticing
from ui.knowledge.panel import Panel
from ui.plain import clean, frame, label, restyle
from ui.presenter import Presenter
from ui.rail.steps import Steps
from ui.rail.traveller import TravellerCard
from ui.rooms.rows import chambers
from ui.scrolling import Scrolling
from ui.status.battery import battery_percent
from ui.status.edition import edition_said
from ui.status.menu import Menu
from ui.status.start import IdlePage
from ui.status.strip import Status
from ui.strings import day_shortly, tr

if TYPE_CHECKING:
    from screening.session import State
    from ui.print_work import PrintWork
    from ui.window import Window

_BOARD_EVERY_S: Final = 5
_BATTERY_EVERY_S: Final = 60
_PRINTER_EVERY_S: Final = 15
_AT_LEAST: Final = 4  # of those who wait, below the steps


class Surroundings(QObject):
    """The sides of one window. It shows; what is clicked on it the conduct hears."""

    traveller: TravellerCard
    steps: Steps
    panel: Panel
    waiting: BoardList
    idle: IdlePage
    menu: Menu

    def __init__(self, window: Window, presenter: Presenter) -> None:
        super().__init__(window)
        self.window, self.presenter, self.desk = window, presenter, presenter.desk
        self.wording = self.desk.catalogue.wording
        self.clock_confirmed: bool | None = None  # None until somebody was asked
        self.renewing: tuple[int, int] | None = None  # lists made anew: how many of how many
        self.last = ""  # how the one before ended, for the idle page
        self.called: Callable[[str], str] = str  # how an officer is called
        self._printer_ready, self._queued = False, 0
        self._battery = battery_percent()
        self._names: dict[str, str] = {}
        self.board = Board(presenter, self.name_of)
        self.bell = Bell(QApplication.beep)
        self.noticing = Noticing(presenter)
        self._printing: PrintWork | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(lambda: self.show_state(self.desk.state))
        window.closed.connect(self._soon.stop)
        window.closed.connect(presenter.twins.stop)

    def use_printer(self, work: PrintWork) -> None:
        """Papers go there from now on."""
        self._printing = work
        work.changed.connect(self._printer_changed)
        work.work()

    def _printer_changed(self, is_ready: bool, queued: int, _: str) -> None:
        if queued and not is_ready and not self._queued:
            self.presenter.refused.emit(tr("fault.printer_away", count=queued))
        self._printer_ready, self._queued = is_ready, queued
        self.status()

    def build(self) -> None:
        """All parts anew, in the look and language of now."""
        window, look = self.window, self.window.look
        self.traveller, self.steps, self.panel = TravellerCard(look), Steps(look), Panel(look)
        self.waiting_title = label("", "caption")
        self.waiting_title.setContentsMargins(look.px(14), look.px(12), look.px(14), 0)
        self.waiting = BoardList(look, small=True)
        self.owed = label("", "caption")
        self.owed.setContentsMargins(look.px(14), look.px(6), look.px(14), look.px(6))
        steps_title = label(tr("rail.steps"), "caption")
        steps_title.setContentsMargins(look.px(14), look.px(8), look.px(14), 0)
        self.steps_title = steps_title
        twin = self.noticing.build(look)
        inner: list[tuple[QWidget, int]] = [(self.traveller, 0), (twin, 0), (steps_title, 0), (self.steps, 1)]
        self._rule = frame("rule")
        rail = QWidget()
        rows = QVBoxLayout(rail)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget, stretch in [*inner, (self._rule, 0), (self.waiting_title, 0), (self.waiting, 0), (self.owed, 0)]:
            rows.addWidget(widget, stretch)
        rows.addStretch()
        self._rail = rows
        self.menu = Menu(look)
        window.left_layout.addWidget(Scrolling(rail))
        window.right_layout.addWidget(self.panel)
        window.right_layout.addWidget(self.menu)

    def show_soon(self) -> None:
        """All sides, as soon as the question is painted: an answer waits for the next question alone."""
        self._soon.start(0)

    def show_state(self, state: State | None) -> None:
        """The traveller in front, and everybody else."""
        self.status()
        party = ""
        if (place := self.presenter.group.place_of(state)) is not None:
            party = tr("party.member", number=place)
        elif self.presenter.party is not None:
            party = tr("party.addable" if self.presenter.group.stranger is not None else "party.outside")
        if state is not None and (ticket := self.presenter.surge.ticket_of(state.screening)) is not None:
            party = " · ".join(part for part in (tr("surge.ticket", number=ticket), party) if part)
        if state is not None and state.log.entered_at is not None:
            at = state.log.screened_at.astimezone(ZoneInfo(self.desk.post.time_zone))
            edition = edition_said(state.setting.engine.definition.about.name)
            late = tr("paper.late", day=day_shortly(at), time=f"{at:%H:%M}")
            party = "\n".join(part for part in (late, edition, party) if part)
        self.traveller.show_state(state, self.desk.reading, self.wording, party)
        self.steps_title.setVisible(state is not None)
        self.steps.show_state(state, self.wording)
        self.noticing.show_state(state)
        self.panel.setVisible(state is not None)
        self.menu.setVisible(state is None)
        self.panel.show_state(state, self.wording)
        for part in (self.traveller, self.steps, self._rule):
            part.setVisible(state is not None)
        self.show_waiting()

    def local(self, at: datetime) -> datetime:
        """A moment by the clock of the post."""
        return at.astimezone(ZoneInfo(self.desk.post.time_zone))

    def local_now(self) -> datetime:
        """Date and time at the post."""
        return self.local(self.desk.clock())

    @property
    def is_amber(self) -> bool:
        """Whether one of the texts in force is past its date of review."""
        today = self.desk.today()
        setting = self.desk.setting(today)
        return setting.engine.definition.about.is_amber(today) or setting.procedure.about.is_amber(today)

    def status(self) -> None:
        """The strip."""
        today = self.desk.today()
        setting = self.desk.setting(today)
        about = setting.engine.definition.about
        made = self.desk.life.log.in_force("definition", about.id, self.desk.clock())
        self.window.strip.show_status(
            Status(
                post=self.desk.post.name,
                desk=self.desk.name,
                officer="" if self.desk.officer == LOCKED else clean(self.called(self.desk.officer), 40),
                definition=about.name,
                since=self.desk.setting_day(made.since)
                if made is not None and made.name == about.name.partition("+")[0]
                else None,
                is_amber=self.is_amber,
                printer=self._printer_ready,
                queued=self._queued,
                battery=self._battery,
                at=self.local_now(),
                is_clock_confirmed=bool(self.clock_confirmed),
                is_training=self.desk.training,
                note=tr("renew.strip", done=self.renewing[0], of=self.renewing[1]) if self.renewing else "",
            )
        )

    def all_waiting(self) -> tuple[Waiting, ...]:
        """Everybody who waits, those due first; a name is kept no longer than its traveller waits."""
        rows = self.desk.waiting()
        self._names = {row.screening: self._names.get(row.screening, "") for row in rows}
        alarm = partial(alarm_of, self.desk.store)
        return waiting_of(rows, self.desk.clock(), self.name_of, self.desk.catalogue.procedure, alarm)

    def name_of(self, screening: str) -> str:
        """The name of a traveller; empty when nobody said it."""
        if not self._names.get(screening):
            stream = f"screening:{screening}"
            self._names[screening] = name_in(stored.event for stored in self.desk.store.history(stream))
        return self._names[screening]

    def show_waiting(self) -> None:
        """The list in the rail, the board, and the idle page."""
        rows = self.all_waiting()
        self.waiting_title.setText(tr("rail.waiting", count=len(rows)))
        self.waiting_title.setVisible(bool(rows))
        self.waiting.setVisible(bool(rows))
        self.waiting.rows.show_rows(rows)
        tall = self.window.look.px(44)
        self.waiting.setMinimumHeight(tall * min(_AT_LEAST, len(rows)) + 4)
        self.waiting.setMaximumHeight(tall * (len(rows) if self.desk.state is None else min(_AT_LEAST, len(rows))) + 4)
        self._rail.setStretchFactor(self.waiting, 1 if self.desk.state is None else 0)
        due = next((row for row in rows if row.is_due), None)
        count = self.presenter.party_size
        party = tr("idle.party_open", count=count) if self.presenter.party is not None else ""
        self.idle.show_waiting(f"{due.who}, {due.step}" if due else "", self.last, party)
        still = together(owing_of(self.desk.still_owed(), self.desk.clock(), self.wording), self.presenter.rooms)
        unseen = sum(room.is_due for _, room in chambers(self.presenter.rooms, self.name_of, self.wording))
        count, late = len(still) + unseen, sum(one.is_due for one in still) + unseen
        self.owed.setText(tr("owed.rail_late" if late else "owed.rail", count=count, late=late) if count else "")
        self.owed.setVisible(count > 0)
        restyle(self.owed, family="hold" if late else "")
        self.window.show_rail(has_rows=self.desk.state is not None or bool(rows) or count > 0)
        if isinstance(self.window.page, BoardPage):
            self.fill(self.window.page)

    def toggle_sound(self) -> None:
        """The beep on or off; said in words, and heard when it is on."""
        self.bell.is_on = not self.bell.is_on
        self.presenter.told.emit(tr("sound.on" if self.bell.is_on else "sound.off"))
        if self.bell.is_on:
            QApplication.beep()

    def fill(self, board: BoardPage) -> None:
        """The board as it stands now; what is owed is read again, so that what was just done is gone."""
        board.show_groups(self.board.look())

    def tick(self, seconds: int) -> None:
        """A second has passed."""
        if seconds % _BATTERY_EVERY_S == 0:
            self._battery = battery_percent()
        self.status()
        if self._printing is not None and self._printing.queued and seconds % _PRINTER_EVERY_S == 0:
            self._printing.work()
        if seconds % _BOARD_EVERY_S == 0:
            self.show_waiting()
            self.bell.hear(self.board.look().late)
