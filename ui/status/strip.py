"""The strip: post, desk, officer, edition in force, printer and queue, battery, clock, and the emergency button."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ui.appearance import Look
from ui.plain import Button, Short, Sign, clean, hint, label, restyle
from ui.status.edition import edition_said
from ui.strings import clock_in_words, day_shortly, tr

_GIVE_WAY: Final = ("post", "edition")
"""Parts that are shortened by dots where there is little room; all words stand whole on the page of keys."""
_GO: Final = ("edition", "printer", "battery")
"""Parts that go, one after another, before less than this of the shortened ones is left."""
_LEAST: Final = 0.6


@dataclass(frozen=True, slots=True)
class Status:
    """What the strip says. `queued` is None while no printing is there; `battery` None where there is none."""

    post: str = ""
    desk: str = ""
    officer: str = ""  # empty while nobody is signed in
    definition: str = ""  # "who-covid19@2020-12-16"
    since: date | None = None  # the local day from which it binds here, where it was activated
    is_amber: bool = False
    printer: bool = False
    queued: int = 0
    battery: int | None = None
    at: datetime | None = None
    is_clock_confirmed: bool = False
    is_training: bool = False
    note: str = ""  # what is going on behind, in place of desk and officer


class Strip(QFrame):
    """Emits `emergency()`; every part is words, none is colour alone."""

    emergency = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(4), look.px(10), look.px(4))
        row.setSpacing(look.px(24) if look.scale == 1.0 else 20)
        self._pairs: dict[str, tuple[QLabel, QLabel]] = {}
        self._row = row
        self._printer_sign = Sign("printer", look, "muted", 22)
        self._add(row, "post")
        self._add(row, "edition")
        row.addStretch(1)
        row.addWidget(self._printer_sign)
        self._add(row, "printer")
        self._add(row, "battery")
        self._add(row, "clock")
        self._alarm = Button(tr("act.emergency"), look, key="F12", kind="alarm", height=44)
        self._alarm.setFixedWidth(max(look.px(192), self._alarm.sizeHint().width()))
        self._alarm.clicked.connect(self.emergency)
        row.addWidget(self._alarm)

    def _add(self, row: QHBoxLayout, part: str) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        if part in _GIVE_WAY:
            keeps_end = part == "edition"
            self._pairs[part] = Short("strong", keeps_end=keeps_end), Short("small", keeps_end=keeps_end)
        else:
            self._pairs[part] = label("", "strong", wrap=False), label("", "small", wrap=False)
        for line in self._pairs[part]:
            column.addWidget(line)
        row.addLayout(column)

    @property
    def alarm(self) -> Button:
        """The button of the emergency: always whole."""
        return self._alarm

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has no room goes whole."""
        super().resizeEvent(event)
        self._arrange()

    def words(self) -> tuple[str, ...]:
        """Everything it says, whole."""
        return tuple(self._whole(line) for pair in self._pairs.values() for line in pair)

    def in_full(self) -> str:
        """Everything it says, for a page that has room, where some of it is shortened here; else nothing."""
        lines = [line for pair in self._pairs.values() for line in pair if self._whole(line)]
        is_short = any(not line.isVisible() or line.width() < line.sizeHint().width() for line in lines)
        return " · ".join(map(self._whole, lines)) if is_short else ""

    def show_status(self, status: Status) -> None:
        """Other words."""
        officer = status.officer or tr("pin.nobody")
        below = tr("strip.desk", desk=status.desk, officer=officer) if status.desk else ""
        below = status.note or below
        if status.is_training:
            below = f"{tr('strip.training')} · {below}"
        self._say("post", clean(status.post, 120), below, "watch" if status.is_training else "")
        here_since = tr("strip.since", day=day_shortly(status.since)) if status.since else tr("strip.in_force")
        force = tr("strip.amber") if status.is_amber else here_since
        edition = edition_said(status.definition)
        self._say("edition", edition, force if edition else "", "watch" if status.is_amber else "")
        printer = tr("strip.printer") if status.printer else tr("strip.no_printer")
        here = bool(status.desk)
        self._printer_sign.setVisible(here)
        self._alarm.setVisible(here)
        self._say("printer", printer if here else "", tr("strip.queued", count=status.queued) if here else "")
        known = status.battery is not None
        low = known and (status.battery or 0) < 20
        percent = f"{status.battery} %" if known else ""
        self._say("battery", percent, tr("strip.battery") if known else "", "watch" if low else "")
        if status.at is not None:
            day, time = clock_in_words(status.at)
            lower = day if status.is_clock_confirmed else tr("strip.clock_open")
            self._say(
                "clock",
                time if status.is_clock_confirmed else f"{time} · {day}",
                lower,
                "" if status.is_clock_confirmed else "watch",
            )
        self._arrange()

    def _say(self, part: str, upper: str, lower: str, family: str = "") -> None:
        for line, words in zip(self._pairs[part], (upper, lower), strict=True):
            line.setText(words)
            if line.property("family") != family:
                restyle(line, family=family)

    def _arrange(self) -> None:
        wide = {part: max(line.sizeHint().width() for line in pair) for part, pair in self._pairs.items()}
        said = {part: [bool(self._whole(line)) for line in pair] for part, pair in self._pairs.items()}
        shown = {part for part in self._pairs if any(said[part])}
        fixed = self._alarm.width() + self._printer_sign.width() + self._row.spacing() * (len(shown) + 2)
        room = self.width() - fixed - self._look.px(26)
        for part in _GO:
            if sum(wide[each] * (_LEAST if each in _GIVE_WAY else 1) for each in shown) > room:
                shown.discard(part)
        for part, pair in self._pairs.items():
            for line, has_words in zip(pair, said[part], strict=True):
                line.setVisible(has_words and part in shown)
                hint(line, self._whole(line))

    @staticmethod
    def _whole(line: QLabel) -> str:
        return line.accessibleName() or line.text()
