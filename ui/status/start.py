"""What stands in the middle before there is a traveller: opening, date and time to be confirmed, ready."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.actions import of
from ui.appearance import Look
from ui.page import Page
from ui.plain import Button, Sign, clean, label
from ui.scrolling import scrolled
from ui.strings import day_in_words, tr


class OpeningPage(Page):
    """The very first thing that is painted; when the desk cannot be opened it says why."""

    again = Signal()

    def __init__(self, look: Look, problem: str = "") -> None:
        super().__init__()
        self._problem = problem
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(40), look.px(40), look.px(40), look.px(32))
        layout.setSpacing(look.px(12))
        layout.addStretch(1)
        layout.addWidget(label(tr("start.name"), "giant"))
        self._lead = label(tr("start.failed") if problem else tr("start.opening"), "lead")
        layout.addWidget(self._lead)
        if problem:
            layout.addWidget(label(clean(problem, 600), "body", family="hold"))
            row = QHBoxLayout()
            again = Button(tr("start.again"), look, key=tr("key.Return"), kind="primary")
            again.clicked.connect(self.again)
            row.addWidget(again)
            row.addStretch(2)
            layout.addLayout(row)
        layout.addStretch(2)
        layout.addWidget(label(tr("start.independent"), "small"))

    def say(self, words: str) -> None:
        """What the opening is at."""
        self._lead.setText(words)

    def enter(self) -> bool:
        """Try again."""
        if self._problem:
            self.again.emit()
        return True


class ClockPage(Page):
    """One key confirms date and time. Emits `told(is_right)`."""

    told = Signal(bool)
    needs_panel = False

    def __init__(self, look: Look, now: datetime, last: datetime | None = None) -> None:
        """`last`: the moment of the last thing on record; later than `now`, the clock was set back."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._time = label("", "giant")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(40), look.px(32), look.px(40), look.px(32))
        layout.setSpacing(look.px(12))
        layout.addWidget(label(tr("clock.question"), "question"))
        layout.addWidget(self._time)
        layout.addWidget(label(tr("clock.why"), "muted"))
        if last is not None and last > now:
            back = tr("clock.back", day=day_in_words(last.date(), year=True), time=f"{last:%H:%M}")
            layout.addWidget(label(back, "lead", family="hold"))
        layout.addSpacing(look.px(16))
        row = QHBoxLayout()
        for key, words, right, kind in (("1", "clock.yes", True, "primary"), ("2", "clock.no", False, "answer")):
            button = Button(tr(words), look, key=key, kind=kind, height=64)
            button.clicked.connect(lambda _=False, right=right: self.told.emit(right))
            row.addWidget(button)
        layout.addLayout(row)
        layout.addStretch(1)
        self.show_time(now)

    def show_time(self, now: datetime) -> None:
        """The local date and time in words."""
        self._time.setText(tr("clock.now", day=day_in_words(now.date(), year=True), time=f"{now:%H:%M}"))

    def digit(self, digit: int) -> bool:
        """1 is right, 2 is not."""
        if digit in (1, 2):
            self.told.emit(digit == 1)
        return True

    def enter(self) -> bool:
        """It is right."""
        self.told.emit(True)
        return True


class IdlePage(Page):
    """Ready for the next: how a traveller begins, and who is due. Emits `wanted(act)`."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = scrolled(self)
        layout.setContentsMargins(look.px(40), look.px(24), look.px(40), look.px(16))
        layout.setSpacing(look.px(12))
        layout.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(look.px(20))
        head.addWidget(Sign("scan", look, "action", 72))
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        words.addStretch(1)
        words.addWidget(label(tr("idle.title"), "question"))
        words.addWidget(label(tr("idle.scan"), "lead"))
        words.addStretch(1)
        head.addLayout(words, 1)
        layout.addLayout(head)
        layout.addSpacing(look.px(16))
        self._due = self._button("board", "", look, sign="clock", kind="primary")
        layout.addWidget(self._due)
        for act in ("new", "typed"):
            layout.addWidget(self._button(act, tr(f"idle.{act}"), look))
        self._group = self._button("party", tr("idle.party"), look)
        layout.addWidget(self._group)
        self._last = label("", "muted")
        layout.addWidget(self._last)
        layout.addStretch(2)
        layout.addWidget(label(tr("start.independent"), "small"))

    def _button(self, act: str, words: str, look: Look, *, sign: str = "", kind: str = "answer") -> Button:
        button = Button(words, look, key=of(act).shown(""), sign=sign, kind=kind)
        button.clicked.connect(lambda _=False: self.wanted.emit(act))
        return button

    def show_waiting(self, due: str, last: str, party: str) -> None:
        """Who is due now, how the last one ended, and the open group."""
        self._due.say(tr("idle.due", what=due))
        self._due.setVisible(bool(due))
        self._group.say(party or tr("idle.party"))
        self._last.setText(tr("idle.last", outcome=last) if last else "")
        self._last.setVisible(bool(last))
