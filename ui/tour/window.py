"""The window of the tour: a training window with a second line that says which key comes next, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from ui.appearance import Look
from ui.plain import Button, frame, label
from ui.saying import text
from ui.strings import has, tr
from ui.tour.guide import stand
from ui.tour.lessons import lessons
from ui.trying.window import TrainingWindow

if TYPE_CHECKING:
    from ui.desk import Desk

__all__ = ["TourWindow"]


class TourWindow(TrainingWindow):
    """Made over a training desk. The guide shows; the officer presses."""

    def __init__(self, look: Look, desk: Desk) -> None:
        self.desk = desk
        super().__init__(look, desk, tr("tour.banner"))
        assert self.conduct is not None
        self.conduct.presenter.moved.connect(self.guide)

    def build(self) -> None:
        """As every training window, with the guide below its line."""
        super().build()
        look = self.look
        self._bar = frame("banner", "calm")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        row.setSpacing(look.px(16))
        self._number = label("", "caption", wrap=False)
        self.words = label("", "lead")
        self.keys_shown = label("", "label", wrap=False)
        self.keys_shown.setStyleSheet(
            f"border: 2px solid {look.calm}; border-radius: {look.px(6)}px; padding: {look.px(2)}px {look.px(10)}px;"
        )
        self._hold = Button(tr("tour.hold"), look, key="Ctrl+H", kind="quiet", height=44)
        self._hold.clicked.connect(self.hold_document)
        row.addWidget(self._number)
        row.addWidget(self.keys_shown)
        row.addWidget(self.words, 1)
        row.addWidget(self._hold)
        self.rows.insertWidget(1, self._bar)
        self.guide()

    def guide(self) -> None:
        """What comes next."""
        known = lessons()
        here = stand(self.desk, known)
        if here.number is None:
            self._number.setText("")
            self.keys_shown.setText(tr("key.Esc"))
            self.words.setText(tr("tour.done"))
        else:
            lesson = known[here.number]
            self._number.setText(tr("tour.number", number=here.number + 1, of=len(known)))
            keys = here.line.press if here.line is not None else ("Backspace",)
            self.keys_shown.setText(" ".join(tr(f"key.{key}") if has(f"key.{key}") else key for key in keys))
            said = text(here.line.say) if here.line is not None else tr("tour.astray")
            self.words.setText(f"{text(lesson.title)} {said}" if here.line is lesson.lines["begin"] else said)
        may_hold = here.number is not None and bool(known[here.number].mrz) and self.desk.state is None
        self._hold.setVisible(may_hold)

    def hold_document(self) -> None:
        """The made-up document of the lesson is held to the reader."""
        here = stand(self.desk, lessons())
        if here.number is not None and lessons()[here.number].mrz and self.desk.state is None:
            assert self.conduct is not None
            self.conduct.scan(lessons()[here.number].mrz)

    def do(self, act: str) -> None:
        """The key of the tour holds the document; after every other one the guide looks again."""
        if act == "tour":
            self.hold_document()
        else:
            super().do(act)
        if self.isVisible():
            self.guide()
