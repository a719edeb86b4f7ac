"""The panel beside the question: known facts, open facts, and the class between its floor and its ceiling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.icons import FAMILY_ICONS
from ui.interview.question import ALARMS
from ui.knowledge.facts import Known, known, open_in_words
from ui.knowledge.leading import Open, leading, open_facts
from ui.plain import Sign, clean, frame, label
from ui.saying import name
from ui.strings import tr

if TYPE_CHECKING:
    from screening.session import State
    from sops.wording import Wording

MOST_OPEN: Final = 5
IDLE_MS: Final = 60
"""After this silence one more open fact is followed to where it would lead; each takes a few milliseconds."""
_FAMILY_OF: Final = {
    "not_a_case": "calm",
    "contact": "watch",
    "suspected": "hold",
    "probable": "hold",
    "confirmed": "hold",
}


class Panel(QScrollArea):
    """Built anew from every state; it holds nothing."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14))
        self._layout.setSpacing(look.px(6))
        self.setWidget(self._inside)
        self._facts: dict[str, QLabel] = {}
        self._leads: Iterator[Open] = iter(())
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._tell_lead)

    def show_state(self, state: State | None, wording: Wording) -> None:
        """What this state knows. Where its open facts would lead is told when nobody waits for the next question."""
        self._idle.stop()
        self._facts, self._leads = {}, iter(())
        empty(self._layout)
        if state is None:
            return
        self._layout.addWidget(label(tr("know.title"), "caption"))
        lines = known(state, wording)
        if not lines:
            self._layout.addWidget(label(tr("know.nothing"), "muted"))
        for line in lines:
            self._layout.addLayout(self._known(line))
        if state.log.interrupt in ALARMS:  # first the care: what would change a class is told afterwards
            self._layout.addStretch(1)
            return
        self._gap()
        self._layout.addWidget(label(tr("know.change"), "caption"))
        verdict, for_now = state.verdict, state.is_for_now
        if verdict.is_settled:
            self._layout.addWidget(label(tr("know.ahead" if for_now else "know.settled"), "muted"))
        words = list(dict.fromkeys(open_in_words(path, wording) for path, _ in open_facts(state)))
        for fact in words[:MOST_OPEN]:
            self._facts[fact] = label(clean(fact, 90))
            self._layout.addLayout(self._row("question", "unknown", self._facts[fact]))
        if words and state.at is not None:
            self._leads = leading(state, wording, MOST_OPEN)
            self._idle.start()
        if len(words) > MOST_OPEN:
            self._layout.addWidget(label(tr("know.more", count=len(words) - MOST_OPEN), "small"))
        self._gap()
        self._layout.addWidget(label(tr("know.class"), "caption"))
        classes = [(verdict.floor, "least"), (verdict.ceiling, "most")]
        if verdict.is_settled:
            classes = [(verdict.floor, "for_now" if for_now else "")]
        for classification, which in classes:
            family = _FAMILY_OF[classification]
            if for_now and family == "calm":
                family = "unknown"
            text = name(wording, "classes", classification)
            row = self._row(FAMILY_ICONS[family], family, f"{tr(f'know.{which}')}: {text}" if which else text, "value")
            self._layout.addLayout(row)
        for alert in verdict.alerts:
            self._layout.addLayout(self._row("warning", "hold", clean(name(wording, "alerts", alert), 200)))
        self._layout.addStretch(1)

    def _tell_lead(self) -> None:
        """Where one more open fact would lead."""
        found = next(self._leads, None)
        if found is None:
            return
        if found.leads and found.fact in self._facts:
            self._facts[found.fact].setText(f"{clean(found.fact, 90)}: {found.leads}")
        self._idle.start()

    def _known(self, line: Known) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(line.title, "small"))
        column.addWidget(label(clean(line.value, 160), "value", family=line.family))
        return column

    def _row(self, sign: str, token: str, words: str | QLabel, role: str = "body") -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        mark = Sign(sign, self._look, token, 20)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        said = label(words, role, family=token if role == "value" else "") if isinstance(words, str) else words
        row.addWidget(said, 1)
        return row

    def _gap(self) -> None:
        self._layout.addSpacing(self._look.px(8))
        self._layout.addWidget(frame("rule"))
        self._layout.addSpacing(self._look.px(4))


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
            inner.deleteLater()
