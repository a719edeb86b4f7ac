"""Beside the question: somebody who may be the same person. It never stops anything; two keys look or settle it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from screening.twins import DAYS, Twin
from ui.actions import of
from ui.appearance import Look
from ui.plain import Button, Sign, clean, frame, hint, label
from ui.strings import day_shortly, spoken, tr

if TYPE_CHECKING:
    from screening.row import ScreeningRow

__all__ = ["TwinCard"]


class TwinCard(QWidget):
    """Emits `wanted(row)` to look, `differs(screening)` when it is somebody else. Shows the likest one."""

    wanted = Signal(object)
    differs = Signal(str)

    def __init__(self, look: Look, zone: str) -> None:
        super().__init__()
        self._zone = ZoneInfo(zone)
        self.shown: ScreeningRow | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(14), look.px(4), look.px(14), look.px(6))
        layout.setSpacing(look.px(2))
        layout.addWidget(frame("rule"))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(Sign("people", look, "watch", 22))
        self.why = label("", "strong", family="watch")
        head.addWidget(self.why, 1)
        layout.addLayout(head)
        self.who, self.when = label("", "body"), label("", "small")
        layout.addWidget(self.who)
        layout.addWidget(self.when)
        self.look_, self.other = (
            Button(tr(words), look, kind="quiet", height=44) for words in ("twin.look", "twin.differs")
        )
        self.look_.clicked.connect(self.open)
        self.other.clicked.connect(self.settle)
        row = QHBoxLayout()
        row.setSpacing(look.px(6))
        for button, act in ((self.look_, "twin"), (self.other, "differs")):
            key = of(act).shown(spoken())
            button.setAccessibleName(f"{button.words} {key}")
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(button)
            below = label(key, "small", wrap=False)
            below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(below)
            row.addLayout(column, 1)
        layout.addLayout(row)
        hint(self, tr("twin.bound", days=DAYS))
        self.hide()

    def show_twins(self, found: Sequence[tuple[Twin, ScreeningRow]]) -> None:
        """The likest of them; nothing when there is none."""
        self.shown = found[0][1] if found else None
        self.setVisible(bool(found))
        if not found:
            return
        twin, row = found[0]
        self.why.setText(tr(f"twin.{twin.by}"))
        age = tr("person.years", age=twin.person.age_years) if twin.person.age_years is not None else ""
        self.who.setText(" · ".join(part for part in (clean(twin.person.name, 60), age) if part))
        at = datetime.fromisoformat(row.began_at).astimezone(self._zone)
        status = tr("twin.closed" if row.status == "closed" else "twin.open")
        self.when.setText(tr("twin.when", day=day_shortly(at), time=f"{at:%H:%M}", status=status))

    def open(self) -> bool:
        """Look at the one shown; False when nobody is."""
        if self.shown is not None:
            self.wanted.emit(self.shown)
        return self.shown is not None

    def settle(self) -> bool:
        """The one shown is somebody else; False when nobody is."""
        if self.shown is not None:
            self.differs.emit(self.shown.screening)
        return self.shown is not None
