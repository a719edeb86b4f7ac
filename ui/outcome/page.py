"""The outcome: what follows for the traveller, why, what is not known, whose judgement, and the duties."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.icons import FAMILY_ICONS
from ui.outcome.account import Account, Reason, Task, account_of, in_short, tasks_of
from ui.outcome.duties import DutyList
from ui.page import Page
from ui.plain import Button, Sign, clean, frame, label
from ui.strings import tr

if TYPE_CHECKING:
    from screening.duties import Duty
    from screening.session import State
    from sops.wording import Wording

_TRUTH_MARKS = {"met": ("done", "hold"), "open": ("question", "unknown"), "not_met": ("no", "muted")}


class OutcomePage(Page):
    """Emits `done(duty)`, `ask(step)`, `countersign()`, `leave_desk()`."""

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
        self._seen: QRectF | None = None

    def show_state(self, state: State, duties: Callable[[], tuple[Duty, ...]]) -> None:
        """The outcome of a concluded or closed state. `duties` gives them with their clocks as of now."""
        if self._state is None or self._state.screening != state.screening:
            self._whole = False
        self._state, self._duties = state, duties
        self.account = account = account_of(state, self._wording)
        look = self._look
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(look.px(24), look.px(14), look.px(24), look.px(12))
        layout.setSpacing(look.px(8))
        layout.addWidget(self._banner(account))
        if account.closed:
            layout.addWidget(label(account.closed, "label", family="calm"))
        why = QVBoxLayout()
        why.setSpacing(look.px(3))
        because = QHBoxLayout()
        because.addWidget(label(tr("outcome.because"), "caption", wrap=False))
        because.addStretch(1)
        because.addWidget(label(tr("source.hint"), "small", wrap=False))
        why.addLayout(because)
        for reason in account.reasons if self._whole else in_short(account.reasons):
            why.addLayout(self._reason(reason))
        layout.addLayout(why)
        if account.unknown and not account.closed:
            layout.addLayout(self._unknown(account))
        layout.addLayout(self._judgement(account))
        layout.addWidget(frame("rule"))
        head = QHBoxLayout()
        head.addWidget(label(tr("outcome.duties"), "caption", wrap=False))
        head.addStretch(1)
        head.addWidget(label(account.slip, "strong", wrap=False))
        layout.addLayout(head)
        self._list, self._seen = DutyList(look), None
        self._list.wanted.connect(self.done)
        layout.addWidget(self._list)
        layout.addStretch(1)
        self._area.setWidget(inside)
        self.tick()

    def _banner(self, account: Account) -> QWidget:
        look = self._look
        banner = frame("banner", account.family)
        row = QHBoxLayout(banner)
        row.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        row.setSpacing(look.px(16))
        row.addWidget(Sign(FAMILY_ICONS[account.family], look, account.family, 44), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(account.course, "heading", family=account.family))
        words.addWidget(label(f"{account.classification}, {account.by}", "strong"))
        words.addWidget(label(account.precaution, "body"))
        if account.precaution_source:
            words.addWidget(label(clean(account.precaution_source, 120), "small"))
        row.addLayout(words, 1)
        return banner

    def _reason(self, reason: Reason) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        row.addSpacing(self._look.px(26) * reason.depth)
        mark, token = _TRUTH_MARKS[reason.truth]
        row.addWidget(Sign(mark, self._look, token, 18), 0, Qt.AlignmentFlag.AlignTop)
        text = label(clean(reason.words, 260), "strong" if reason.truth == "met" else "muted")
        text.setAccessibleName(f"{text.text()}: {tr(f'outcome.{reason.truth}')}")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(text)
        if reason.rests_on and not self._whole:
            said.addWidget(label(clean(reason.rests_on, 300), "body"))
        row.addLayout(said, 1)
        if reason.clause:
            row.addWidget(label(clean(reason.clause, 90), "small", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def toggle_source(self) -> None:
        """Every criterion with its parts and clauses, or the short account."""
        self._whole = not self._whole
        if self._state is not None:
            self.show_state(self._state, self._duties)

    def _unknown(self, account: Account) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        row.addWidget(Sign("question", self._look, "unknown", 20), 0, Qt.AlignmentFlag.AlignTop)
        facts = ", ".join(account.unknown[:4])
        if len(account.unknown) > 4:
            facts += " " + tr("know.more", count=len(account.unknown) - 4)
        row.addWidget(label(tr("outcome.could", fact=facts), "body"), 1)
        if account.ask_step is not None:
            ask = Button(tr("outcome.ask"), self._look, key="0", kind="quiet", height=36)
            ask.setMaximumWidth(self._look.px(210))
            ask.clicked.connect(self._ask)
            row.addWidget(ask)
        return row

    def _judgement(self, account: Account) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        row.addWidget(
            Sign("warning" if account.pending else "person", self._look, "watch" if account.pending else "muted", 20)
        )
        words = f"{account.judgement}. {tr('outcome.pending')}" if account.pending else account.judgement
        row.addWidget(label(clean(words, 300), "strong" if account.pending else "muted"), 1)
        if account.pending:
            sign = Button(tr("outcome.countersign"), self._look, key="F7", kind="quiet", height=36)
            sign.setMaximumWidth(self._look.px(280))
            sign.clicked.connect(self.countersign)
            row.addWidget(sign)
        return row

    def _ask(self) -> None:
        if self.account is not None and self.account.ask_step is not None:
            self.ask.emit(self.account.ask_step)

    def tick(self) -> None:
        """The clocks of the duties."""
        if self._state is None or self._list is None:
            return
        now = self._clock()
        zone = self._state.setting.post.time_zone
        from zoneinfo import ZoneInfo

        offset = now.astimezone(ZoneInfo(zone)).utcoffset()
        assert offset is not None
        self.tasks = tasks_of(self._duties(), now, offset, self._wording)
        self._list.show_tasks(self.tasks)
        following = self._list.next_box()
        if following is not None and following != self._seen:
            self._seen = following
            QTimer.singleShot(0, self._reveal)

    def _reveal(self) -> None:
        """Let the next duty be seen, without moving more than that needs."""
        box = self._list.next_box() if self._list is not None else None
        if box is not None and self._list is not None:
            bottom = round(self._list.y() + box.bottom()) + self._look.px(8)
            bar = self._area.verticalScrollBar()
            bar.setValue(
                max(min(bar.value(), round(self._list.y() + box.top())), bottom - self._area.viewport().height())
            )

    # -- keys -------------------------------------------------------------------------------------------------------

    def enter(self) -> bool:
        """The next duty; after the last the desk is free."""
        following = next((task for task in self.tasks if task.is_next), None)
        if following is not None:
            self.done.emit(following.id)
        elif self._state is not None and self._state.log.closed is not None:
            self.leave_desk.emit()
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
        if act == "unknown" and self.account is not None and self.account.pending:
            self.countersign.emit()
            return True
        return False
