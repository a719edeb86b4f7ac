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
    """Ready for the next: what to do, in three lines. Emits `wanted(act)`."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = scrolled(self)
        layout.setContentsMargins(look.px(40), look.px(28), look.px(40), look.px(24))
        layout.setSpacing(look.px(12))
        layout.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(look.px(20))
        head.addWidget(Sign("scan", look, "action", 72))
        words = QVBoxLayout()
        words.addWidget(label(tr("idle.title"), "question"))
        words.addWidget(label(tr("idle.scan"), "lead"))
        head.addLayout(words, 1)
        layout.addLayout(head)
        layout.addSpacing(look.px(20))
        for act, key, text in (("new", "F2", "idle.new"), ("typed", "F5", "idle.typed")):
            button = Button(tr(text), look, key=key, height=56)
            button.clicked.connect(lambda _=False, act=act: self.wanted.emit(act))
            layout.addWidget(button)
        self._waiting = Button("", look, key="F9", sign="clock", height=56)
        self._waiting.clicked.connect(lambda: self.wanted.emit("board"))
        layout.addWidget(self._waiting)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for act in ("shift", "tour"):
            quiet = Button(tr(f"act.{act}"), look, key=of(act).shown(""), kind="quiet", height=46)
            quiet.clicked.connect(lambda _=False, act=act: self.wanted.emit(act))
            row.addWidget(quiet)
        layout.addLayout(row)
        self._party = label("", "strong")
        layout.addWidget(self._party)
        self._last = label("", "muted")
        layout.addWidget(self._last)
        layout.addStretch(2)
        layout.addWidget(label(tr("start.independent"), "small"))

    def show_waiting(self, count: int, due: str, last: str, party: str) -> None:
        """How many wait, who is due now, how the last one ended."""
        self._waiting.say(tr("idle.due", what=due) if due else tr("idle.waiting", count=count))
        self._waiting.setVisible(count > 0)
        self._last.setText(tr("idle.last", outcome=last) if last else "")
        self._party.setText(party)
        self._party.setVisible(bool(party))
