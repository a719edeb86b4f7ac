"""The strip: post, desk, officer, edition in force, printer and queue, battery, clock, and the emergency button."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ui.appearance import Look
from ui.plain import Button, Sign, clean, label, restyle
from ui.strings import clock_in_words, tr


@dataclass(frozen=True, slots=True)
class Status:
    """What the strip says. `queued` is None while no printing is there; `battery` None where there is none."""

    post: str = ""
    desk: str = ""
    officer: str = ""
    edition: str = ""
    is_amber: bool = False
    printer: bool = False
    queued: int = 0
    battery: int | None = None
    at: datetime | None = None
    is_clock_confirmed: bool = False
    is_training: bool = False


class Strip(QFrame):
    """Emits `emergency()`; every part is words, none is colour alone."""

    emergency = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(6), look.px(10), look.px(6))
        row.setSpacing(look.px(18))
        self._post = label("", "strong", wrap=False)
        self._officer, self._edition = label("", "small", wrap=False), label("", "small", wrap=False)
        self._printer, self._battery = label("", "small", wrap=False), label("", "small", wrap=False)
        self._clock = label("", "strong", wrap=False)
        row.addWidget(self._post)
        row.addWidget(self._officer)
        row.addWidget(self._edition)
        row.addStretch(1)
        self._printer_sign = Sign("printer", look, "muted", 18)
        row.addWidget(self._printer_sign)
        row.addWidget(self._printer)
        row.addWidget(self._battery)
        row.addWidget(self._clock)
        self._alarm = Button(tr("act.emergency"), look, key="F12", kind="alarm", height=40)
        self._alarm.setFixedWidth(look.px(190))
        self._alarm.clicked.connect(self.emergency)
        row.addWidget(self._alarm)

    def show_status(self, status: Status) -> None:
        """Other words."""
        post = clean(status.post, 34)
        parts = [post, tr("strip.desk", desk=status.desk)] if status.desk else [post]
        if status.is_training:
            parts.append(tr("strip.training"))
        self._say(self._post, " · ".join(part for part in parts if part))
        self._say(self._officer, tr("strip.officer", officer=status.officer) if status.officer else "")
        force = tr("strip.amber") if status.is_amber else tr("strip.in_force")
        self._say(self._edition, f"{status.edition} · {force}" if status.edition else "", "watch" if status.is_amber else "")
        printer = tr("strip.printer") if status.printer else tr("strip.no_printer")
        queued = tr("strip.queued", count=status.queued)
        self._say(self._printer, f"{printer}, {queued}" if status.officer else "")
        self._printer_sign.setVisible(bool(status.officer))
        known = status.battery is not None
        low = known and (status.battery or 0) < 20
        self._say(self._battery, tr("strip.battery", percent=status.battery or 0) if known else "", "watch" if low else "")
        if status.at is not None:
            words = clock_in_words(status.at)
            if not status.is_clock_confirmed:
                words = f"{words} ({tr('strip.clock_open')})"
            self._say(self._clock, words, "" if status.is_clock_confirmed else "watch")

    def _say(self, part: QLabel, words: str, family: str = "") -> None:
        part.setText(words)
        part.setVisible(bool(words))
        if part.property("family") != family:
            restyle(part, family=family)
