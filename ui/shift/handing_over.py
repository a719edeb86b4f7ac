"""Handing over: the sheet as it will be printed, and the two PINs that close the shift."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout
from shiboken6 import Shiboken

from forms.handover_sheet import handover_sheet
from ui.appearance import Look
from ui.background import run_in_background
from ui.day.sheet import SheetView, drawn
from ui.nights import night_of_day
from ui.page import Page
from ui.plain import Button, Field, clean, label
from ui.shift.sheet_of import handover_of, left_of
from ui.strings import tr

if TYPE_CHECKING:
    from ui.shift.watch import Watch


class HandoverPage(Page):
    """7 prints. Own PIN, the next officer's name or code, and PIN, Enter: both have signed, and the shift is closed."""

    is_wide = True
    escape = "foot.back"

    def __init__(self, watch: Watch, look: Look) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._watch = watch
        desk, presenter = watch.desk, watch.conduct.presenter
        since = watch.shifts.since
        night = night_of_day(desk.store, desk.post, desk.today())
        called = clean(watch.shifts.called(desk.officer), 40)
        self.handover = handover_of(presenter, since, night, called)
        self._left = left_of(presenter, since)
        self.pdf = handover_sheet(self.handover)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        layout.setSpacing(look.px(24))
        sheet = SheetView(look)
        sheet.show_image(drawn(self.pdf), self.handover.title)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(sheet)
        layout.addWidget(self._area, 3)
        side = QVBoxLayout()
        side.setSpacing(look.px(10))
        side.addWidget(label(tr("handover.page"), "question"))
        side.addWidget(label(tr("handover.lead"), "muted"))
        printing = Button(tr("handover.print"), look, key="7", sign="printer", height=56)
        printing.clicked.connect(self._print)
        side.addWidget(printing)
        side.addSpacing(look.px(12))
        self.own = Field(tr("handover.own", officer=called), most=8)
        self.code, self.next = Field(tr("handover.code"), most=80), Field(tr("handover.next"), most=8)
        self.fields = (self.own, self.code, self.next) if watch.shifts.officers else ()
        for field in self.fields:
            field.setMinimumHeight(look.px(52))
            side.addWidget(field)
        for field in (self.own, self.next):
            field.setEchoMode(Field.EchoMode.Password)
        words = "handover.sign" if self.fields else "handover.sign_paper"
        sign = Button(tr(words), look, key=tr("key.Return"), kind="primary", height=60)
        sign.clicked.connect(self._sign)
        side.addWidget(sign)
        side.addStretch(1)
        side.addWidget(label(tr("handover.help"), "small"))
        layout.addLayout(side, 2)

    def settle(self) -> None:
        """Keys come to the page: the sheet is read and printed before anybody signs."""
        self.setFocus()

    def enter(self) -> bool:
        """The first field, the next one, and after the last both have signed."""
        here = next((place for place, field in enumerate(self.fields) if field.hasFocus()), -1)
        if here + 1 < len(self.fields):
            self.fields[here + 1].setFocus()
        else:
            self._sign()
        return True

    def digit(self, digit: int) -> bool:
        """7 prints."""
        if digit == 7:
            self._print()
        return True

    def arrow(self, rows: int) -> bool:
        """Up and down the sheet."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + rows * 120)
        return True

    def leave(self) -> bool:
        """Back to the shift."""
        self._watch.open("shift")
        return True

    def _sign(self) -> None:
        shifts = self._watch.shifts
        to = shifts.named(self.code.text())
        if self.fields:
            if to in ("", self._watch.desk.officer):
                self._watch.refuse(tr("handover.who"))
                self.code.setFocus()
                return
            for officer, field in ((self._watch.desk.officer, self.own), (to, self.next)):
                if not self._watch.attempt(partial(shifts.prove, officer, field.text())):
                    field.clear()
                    field.setFocus()
                    return
        self._watch.hand_over(to, self._left)

    def _print(self) -> None:
        from ui.printing import CupsPrinter

        printer = self._watch.printer or CupsPrinter()
        name = f"paso-{self._watch.desk.post.code}-{self._watch.desk.today().isoformat()}-handover.pdf"
        run_in_background(
            lambda: printer.print(self.pdf, name),
            lambda _: self._said(tr("day.printed"), is_good=True),
            lambda problem: self._said(tr("day.not_printed", detail=problem), is_good=False),
        )

    def _said(self, words: str, *, is_good: bool) -> None:
        if Shiboken.isValid(self):
            (self._watch.tell if is_good else self._watch.refuse)(words)
