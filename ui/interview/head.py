"""The head of the question: step, language, what is asked and its picture; in an emergency what is to be done."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.interview.how import How
from ui.interview.question import FULL, LONG, Question
from ui.pictograms import of_step
from ui.plain import Short, Sign, clean, frame, label, restyle
from ui.strings import tr
from ui.traveller_screen.picture import Pictogram

TALL: Final = 142
"""As tall as the longest question needs with its guidance: neither it nor the answers ever move."""
LOW: Final = 88
"""Where the answers need all the room."""


class Head(QWidget):
    """Shows a `Question` without its answers."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._place, self._aside = Short("strong"), label("", "small", wrap=False)
        self._ask, self._do, self._confirm = label("", "question"), label("", "muted"), label("", "strong")
        self._orders, self._call = How(look, "lead"), label("", "label", family="emergency")
        self._since: datetime | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        self._top = frame("plain")
        self._top.setFixedHeight(look.px(30))
        top = self._top_layout = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        self._alarm = Sign("cross", look, "emergency", 22)
        top.addWidget(self._alarm)
        top.addWidget(self._place)
        top.addStretch(1)
        top.addWidget(self._aside)
        layout.addWidget(self._top)
        self._rule = frame("rule")
        layout.addWidget(self._rule)
        self._body = QWidget()
        self._picture = Pictogram(look, "action", 72)
        beside = QHBoxLayout(self._body)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(look.px(14))
        words = QVBoxLayout()
        words.setSpacing(look.px(6))
        words.addWidget(self._ask)
        words.addWidget(self._do)
        words.addWidget(self._call)
        words.addWidget(self._orders)
        words.addStretch(1)
        words.addWidget(self._confirm)
        beside.addLayout(words, 1)
        beside.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._body)

    def show_question(self, question: Question, languages: str) -> None:
        """Another question; one of an emergency is marked as such, and what is to be done stands largest."""
        is_alarm, is_full = bool(question.alarm), question.kind in FULL
        self._since = question.since
        place = question.alarm.upper() if is_alarm else tr("question.step", number=question.number)
        is_said = question.title.casefold() == question.alarm.casefold()
        self._place.setText(place if is_said else f"{place} · {question.title}")
        restyle(self._place, family="emergency" if is_alarm else "")
        self._aside.setText("" if is_alarm else languages)
        restyle(self._aside, role="strong" if is_alarm else "small", family="emergency" if is_alarm else "")
        self._alarm.setVisible(is_alarm)
        self._rule.setVisible(not is_alarm)
        margin = self._look.px(12) if is_alarm else 0
        self._top_layout.setContentsMargins(margin, 0, margin, 0)
        restyle(self._top, role="banner" if is_alarm else "plain", family="emergency" if is_alarm else "")
        orders = question.how if is_alarm else ()
        first = orders[0] if orders else question.ask
        restyle(self._ask, long="true" if is_full or len(first) > LONG else "false")
        self._ask.setText(first)
        self._call.setText("\n".join(clean(line, 90) for line in question.call))
        self._call.setVisible(bool(question.call))
        self._orders.show_lines(orders[1:])
        self._do.setText(question.do)
        self._do.setVisible(bool(question.do))
        self._confirm.setText(question.ask)
        self._confirm.setVisible(bool(orders))
        self._picture.show_name(of_step(question.spec))
        self._picture.setVisible(not is_full)
        self._body.setMinimumHeight(self._look.px(LOW if is_full else TALL))

    def tick(self, now: datetime) -> None:
        """How long the emergency lasts by now."""
        if self._since is not None:
            minutes, seconds = divmod(max(0, int((now - self._since).total_seconds())), 60)
            self._aside.setText(tr("question.lasts", time=f"{minutes:02d}:{seconds:02d}"))
