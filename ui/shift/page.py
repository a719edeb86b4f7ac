"""The shift at a glance, and what belongs to it: lock, night count, handover, officers, the tour for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.appearance import Look
from ui.page import Page
from ui.plain import Button, clean, label
from ui.strings import clock_in_words, tr

if TYPE_CHECKING:
    from ui.shift.watch import Watch


class ShiftPage(Page):
    """One key for each of `choices`."""

    def __init__(self, watch: Watch, look: Look) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._watch = watch
        shifts, desk = watch.shifts, watch.desk
        self.choices = ["lock", *(["night"] if desk.post.night_count else []), "handover", "officers", "tour"]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(40), look.px(28), look.px(40), look.px(24))
        layout.setSpacing(look.px(12))
        layout.addWidget(label(tr("shift.title"), "question"))
        account = shifts.officers.get(desk.officer)
        who = account.name if account is not None and account.name else desk.officer
        day, time = clock_in_words(watch.conduct.around.local(shifts.since))
        layout.addWidget(label(tr("shift.since", who=clean(who, 60), day=day, time=time), "lead"))
        layout.addSpacing(look.px(12))
        for place, choice in enumerate(self.choices, 1):
            button = Button(tr(f"shift.{choice}"), look, key=str(place), height=60)
            button.clicked.connect(lambda _=False, choice=choice: self._go(choice))
            layout.addWidget(button)
        layout.addStretch(1)

    def _go(self, choice: str) -> None:
        if choice in ("lock", "tour"):
            self._watch.do(choice)
        else:
            self._watch.open(choice)

    def digit(self, digit: int) -> bool:
        """One of the choices."""
        if 1 <= digit <= len(self.choices):
            self._go(self.choices[digit - 1])
        return True

    def leave(self) -> bool:
        """Back to the traveller."""
        self._watch.open("")
        return True
