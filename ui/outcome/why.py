"""Why the outcome is what it is: criteria with their truth and clause, and what would change the class."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.outcome.account import Account, Reason, in_one_line, in_short
from ui.plain import Button, Sign, clean, label
from ui.strings import tr

MOST_OPEN = 3
IDLE_MS = 60
"""After this silence one more open fact is followed to the class it would lead to; each takes some milliseconds."""
_MARKS = {"met": ("done", "hold"), "open": ("question", "unknown"), "not_met": ("no", "muted")}


class Why(QWidget):
    """The left column of the outcome; with `whole` every criterion with all its parts. Emits `ask()`."""

    ask = Signal()

    def __init__(self, look: Look, account: Account, otherwise: Iterator[tuple[str, str]], *, whole: bool) -> None:
        super().__init__()
        self._look, self._whole, self._otherwise = look, whole, otherwise
        self._open: dict[str, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(5))
        layout.addLayout(self._caption(tr("outcome.because"), tr("outcome.fewer" if whole else "outcome.all")))
        self.shown = account.reasons if whole else in_short(account.reasons)
        for reason in self.shown:
            layout.addLayout(self._reason(reason))
        said = [] if whole else [clean(in_one_line(account.reasons), 400)]
        if not account.closed and not account.unknown:
            said.append(tr("know.settled"))
        layout.addWidget(label("  ".join(said), "small"))
        if not account.closed and account.unknown:
            self._change(layout, account)
        layout.addStretch(1)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._tell)
        if self._open:
            self._idle.start()

    def _caption(self, words: str, hint: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(words, "caption", wrap=False))
        row.addStretch(1)
        row.addWidget(label(hint, "small", wrap=False))
        return row

    def _reason(self, reason: Reason) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addSpacing(look.px(26) * reason.depth)
        mark, token = _MARKS[reason.truth]
        row.addWidget(Sign(mark, look, token, 20), 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        text = label(clean(reason.words, 260), "strong" if reason.truth == "met" else "body")
        text.setAccessibleName(f"{text.text()}: {tr(f'outcome.{reason.truth}')}")
        said.addWidget(text)
        if reason.rests_on and not self._whole:
            said.addWidget(label(clean(reason.rests_on, 300), "note"))
        where = " · ".join(part for part in (tr(f"outcome.{reason.truth}"), clean(reason.clause, 90)) if part)
        source = QHBoxLayout()
        source.setSpacing(look.px(6))
        if reason.mark is not None:
            source.addWidget(Sign(reason.mark.sign, look, "muted", 14))
        source.addWidget(label(where, "small", family="hold" if reason.truth == "met" else ""), 1)
        said.addLayout(source)
        row.addLayout(said, 1)
        return row

    def _change(self, layout: QVBoxLayout, account: Account) -> None:
        layout.addSpacing(self._look.px(8))
        layout.addLayout(self._caption(tr("outcome.change"), ""))
        if account.ask_step is None:
            layout.addWidget(label(tr("outcome.unasked", count=len(account.unknown)), "muted"))
            return
        for fact in account.unknown[:MOST_OPEN]:
            row = QHBoxLayout()
            row.setSpacing(self._look.px(8))
            row.addWidget(Sign("question", self._look, "unknown", 20), 0, Qt.AlignmentFlag.AlignTop)
            self._open[fact] = label(clean(tr("outcome.could", fact=fact), 200))
            row.addWidget(self._open[fact], 1)
            layout.addLayout(row)
        if len(account.unknown) > MOST_OPEN:
            layout.addWidget(label(tr("know.more", count=len(account.unknown) - MOST_OPEN), "small"))
        ask = Button(tr("outcome.ask"), self._look, key="0", kind="quiet", height=44)
        ask.clicked.connect(self.ask)
        layout.addWidget(ask)

    def _tell(self) -> None:
        """To which class one more open fact would lead."""
        found = next(self._otherwise, None)
        if found is None:
            return
        fact, words = found
        if words and fact in self._open:
            self._open[fact].setText(clean(words, 240))
        self._idle.start()
