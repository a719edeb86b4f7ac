"""The head of the question: which step, in whose languages, what is asked, what is to be done, and its picture."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.interview.question import LONG, Question
from ui.pictograms import of_step
from ui.plain import Sign, frame, label, restyle
from ui.strings import tr
from ui.traveller_screen.picture import Pictogram

TALL: Final = 174
"""As tall as the longest question needs: neither it nor the answers ever move."""
LOW: Final = 92
"""Where much is typed below it."""


class Head(QWidget):
    """Shows a `Question` without its answers."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._place, self._languages = label("", "strong", wrap=False), label("", "small", wrap=False)
        self._ask, self._do = label("", "question"), label("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        self._top = frame("plain")
        self._top.setFixedHeight(look.px(38))
        top = self._top_layout = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        self._alarm = Sign("cross", look, "emergency", 26)
        top.addWidget(self._alarm)
        top.addWidget(self._place)
        top.addStretch(1)
        top.addWidget(self._languages)
        layout.addWidget(self._top)
        self._body = QWidget()
        self._picture = Pictogram(look, "action", 72)
        beside = QHBoxLayout(self._body)
        beside.setContentsMargins(0, 0, 0, look.px(6))
        beside.setSpacing(look.px(14))
        words = QVBoxLayout()
        words.setSpacing(look.px(6))
        words.addWidget(self._ask)
        words.addWidget(self._do)
        words.addStretch(1)
        beside.addLayout(words, 1)
        beside.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._body)

    def show_question(self, question: Question, languages: str) -> None:
        """Another question; one of an emergency is marked as such."""
        place = tr("question.place", number=question.number, title=question.title)
        self._place.setText(f"{tr('act.emergency')} · {place}" if question.is_emergency else place)
        restyle(self._place, family="emergency" if question.is_emergency else "")
        self._languages.setText(languages)
        self._alarm.setVisible(question.is_emergency)
        margin = self._look.px(12) if question.is_emergency else 0
        self._top_layout.setContentsMargins(margin, 0, margin, 0)
        kind = {"role": "banner", "family": "emergency"} if question.is_emergency else {"role": "plain", "family": ""}
        restyle(self._top, **kind)
        restyle(self._ask, long="true" if len(question.ask) > LONG else "false")
        self._ask.setText(question.ask)
        self._do.setText(question.do)
        self._picture.show_name(of_step(question.spec))
        self._body.setMinimumHeight(self._look.px(LOW if question.kind == "places" else TALL))
