"""The outcome: what follows for the traveller, why, what is not known, whose judgement, and the duties."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.calling import with_numbers
from ui.outcome.account import Account, Task, account_of, tasks_of
from ui.outcome.banner import alert_banner, course_banner, finished, legend, side_by_side
from ui.outcome.duties import DutyList
from ui.outcome.otherwise import otherwise
from ui.outcome.why import MOST_OPEN, Why
from ui.page import Page
from ui.plain import label
from ui.strings import tr

if TYPE_CHECKING:
    from screening.duties import Duty
    from screening.session import State
    from sops.wording import Wording


_NARROW: Final = 640
"""Below this width duties and reasons do not stand side by side."""


class OutcomePage(Page):
    """Emits `done(duty)`, `ask(step)`, `countersign()`, `leave_desk()`."""

    needs_panel = False  # it says itself what is known and what would change it
    done = Signal(str)
    ask = Signal(str)
    countersign = Signal()
    leave_desk = Signal()

    def __init__(self, look: Look, wording: Wording, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look, self._wording, self._clock = look, wording, clock
        self._state: State | None = None
        self._duties: Callable[[], tuple[Duty, ...]] = tuple
        self._whole = False
        self.account: Account | None = None
        self.tasks: tuple[Task, ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(self._area)
        self._list: DutyList | None = None
        self._both: QBoxLayout | None = None
        self._head: QBoxLayout | None = None
        self._seen: QRectF | None = None

    def show_state(self, state: State, duties: Callable[[], tuple[Duty, ...]]) -> None:
        """The outcome of a concluded or closed state. `duties` gives them with their clocks as of now."""
        if self._state is None or self._state.screening != state.screening:
            self._whole = False
        self._state, self._duties = state, duties
        self.account = account = account_of(state, self._wording)
        self.tasks = self._tasks_now()
        look = self._look
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(look.px(20), look.px(8), look.px(20), look.px(4))
        layout.setSpacing(look.px(8))
        for alert in account.alerts:
            layout.addWidget(alert_banner(look, alert))
        layout.addWidget(course_banner(look, account, whole=self._whole))
        both = self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        both.setSpacing(look.px(24))
        why = Why(look, account, otherwise(state, self._wording, MOST_OPEN), whole=self._whole)
        why.ask.connect(self._ask)
        marks = [account.precaution_mark, *(task.mark for task in self.tasks), *(each.mark for each in why.shown)]
        both.addLayout(self._doing(account, legend(look, marks)), 13)
        both.addLayout(self._judging(account, why), 10)
        layout.addLayout(both, 1)
        self._area.setWidget(inside)
        self._turn()
        layout.activate()
        self.tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters on a small screen: the reasons stand below."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        ways = QBoxLayout.Direction
        is_narrow = self.width() < self._look.px(_NARROW)
        for row in (self._both, self._head):
            if row is not None:
                row.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    def _judging(self, account: Account, why: Why) -> QVBoxLayout:
        """Whose class it is, and why."""
        column = QVBoxLayout()
        column.setSpacing(self._look.px(10))
        if account.own or account.waits:
            box, button = side_by_side(self._look, account, is_next=self._following is None)
            if button is not None:
                button.clicked.connect(self.countersign)
            column.addWidget(box)
        column.addWidget(why, 1)
        return column

    def _doing(self, account: Account, marks: QWidget) -> QVBoxLayout:
        """What is to be done, with what the marks mean; after it the next traveller."""
        column = QVBoxLayout()
        column.setSpacing(self._look.px(4))
        if account.closed:
            box, button = finished(self._look, account)
            button.clicked.connect(self.leave_desk)
            column.addWidget(box)
        if account.slip:
            column.addWidget(label(account.slip, "strong", wrap=False))
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(label(tr("outcome.duties"), "caption", wrap=False), 1)
        head.addWidget(marks)
        column.addLayout(head)
        self._list, self._seen = DutyList(self._look), None
        self._list.wanted.connect(self.done)
        column.addWidget(self._list)
        column.addStretch(1)
        return column

    def toggle_source(self) -> None:
        """Every criterion with its parts and clauses, or the short account."""
        self._whole = not self._whole
        if self._state is not None:
            self.show_state(self._state, self._duties)

    def _ask(self) -> None:
        if self.account is not None and self.account.ask_step is not None:
            self.ask.emit(self.account.ask_step)

    def tick(self) -> None:
        """The clocks of the duties."""
        if self._state is None or self._list is None:
            return
        self.tasks = self._tasks_now()
        self._list.show_tasks(self.tasks, self._area.viewport().height() - self._list.y() - self._look.px(6))
        following = self._list.next_box()
        if following is not None and following != self._seen:
            self._seen = following
            QTimer.singleShot(0, self, self._reveal)

    def _tasks_now(self) -> tuple[Task, ...]:
        assert self._state is not None
        now = self._clock()
        zone = self._state.setting.post.time_zone
        from zoneinfo import ZoneInfo

        offset = now.astimezone(ZoneInfo(zone)).utcoffset()
        assert offset is not None
        return with_numbers(tasks_of(self._duties(), now, offset, self._wording), self._state)

    @property
    def _following(self) -> Task | None:
        return next((task for task in self.tasks if task.is_next), None)

    def _reveal(self) -> None:
        """Let the next duty be seen, without moving more than that needs."""
        box = self._list.next_box() if self._list is not None else None
        if box is not None and self._list is not None:
            top = self._list.y()
            bottom = round(top + box.bottom()) + self._look.px(8)
            bar = self._area.verticalScrollBar()
            bar.setValue(max(min(bar.value(), round(top + box.top())), bottom - self._area.viewport().height()))

    # -- keys -------------------------------------------------------------------------------------------------------

    def enter(self) -> bool:
        """The next duty that keeps the traveller, else the second person, else the next traveller."""
        if self._following is not None:
            self.done.emit(self._following.id)
        elif self._state is not None and self._state.log.closed is not None:
            self.leave_desk.emit()
        elif self.account is not None and self.account.waits:
            self.countersign.emit()
        return True

    def digit(self, digit: int) -> bool:
        """That duty; 0 asks the first open fact."""
        if digit == 0:
            self._ask()
            return True
        task = next((task for task in self.tasks if task.key == str(digit)), None)
        if task is not None and not task.is_done:
            self.done.emit(task.id)
        return True

    def letter(self, act: str) -> bool:
        """F7: the second person."""
        if act == "unknown" and self.account is not None and self.account.waits:
            self.countersign.emit()
            return True
        return False
