"""What is noted with a duty: call, reference, vehicle, driver; all may be skipped, but who receives is never silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from screening.answers import UNKNOWN
from screening.session import State
from sops.model import DutySpec
from ui.appearance import Look
from ui.page import Page
from ui.plain import Button, Field, clean, label
from ui.saying import text
from ui.scrolling import scrolled
from ui.strings import tr

_FIELDS: Final = {
    "notifies": ("taken_by", "reference"),
    "transports": ("vehicle", "driver", "attendant"),
    "hands_over": ("received_by",),
}
"""By what a duty does: the details noted with it, by the names under which papers read them."""
RECEIVES: Final = "received_by"
"""Whoever hands a traveller over names who receives, or says with F7 that nobody knows."""
AT: Final = "at"
"""When it was done, asked where it was done by a form of paper and has a limit."""
CONDITIONS: Final = ("stable", "weaker", "severe")
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """What can be noted with one duty: typed details, and one chosen from a few (`choices`: value and words)."""

    duty: str
    title: str
    fields: tuple[str, ...]
    choice: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    who: str = ""  # whose duty it is, where that is not the traveller in front
    needed: str = ""  # the field that is typed, or answered with F7


def asked_of(spec: DutySpec, state: State, who: str = "") -> Asked | None:
    """What can be noted with that duty; None where there is nothing."""
    no_choices: tuple[tuple[str, str], ...] = ()
    fields = tuple(field for does, names in _FIELDS.items() if does in spec.does for field in names)
    if state.log.entered_at is not None and spec.within is not None:
        fields = (AT, *fields)
    if not fields:
        return None
    choice, choices = "", no_choices
    if "transports" in spec.does and state.course is not None:
        course = state.course.id.removesuffix("_apart")
        fits = [each for each in state.setting.post.receivers if course in each.receives]
        if len(fits) > 1:
            choice, choices = "receiver", tuple((each.id, each.name) for each in fits[:9])
    elif "hands_over" in spec.does:
        choice, choices = "condition", tuple((each, tr(f"details.{each}")) for each in CONDITIONS)
    needed = RECEIVES if RECEIVES in fields and "notifies" not in spec.does else ""
    return Asked(spec.id, text(spec.title), fields, choice, choices, who, needed)


class DetailsPage(Page):
    """Emits `noted(duty, details)`, `left()`, `refused(words)`. Enter with nothing typed skips what may be skipped.

    A duty of one who has gone takes the whole width: what stands at the sides is of somebody else.
    """

    noted = Signal(str, object)
    left = Signal()
    refused = Signal(str)

    def __init__(self, look: Look, asked: Asked) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._asked, self._is_unknown = asked, False
        self.is_wide = bool(asked.who)
        layout = scrolled(self)
        layout.setContentsMargins(look.px(32), look.px(24), look.px(32), look.px(24))
        layout.setSpacing(look.px(12))
        layout.addWidget(label(asked.title, "question"))
        if asked.who:
            layout.addWidget(label(asked.who, "lead"))
        layout.addWidget(label(tr("details.needs" if asked.needed else "details.help"), "muted"))
        self.fields = {name: Field(tr(f"details.{name}"), most=_LONGEST) for name in asked.fields}
        for field in self.fields.values():
            layout.addWidget(field)
        if asked.needed:
            unknown = Button(tr("details.unknown"), look, key="F7", sign="question", kind="quiet", height=44)
            unknown.clicked.connect(lambda _=False: self.letter("unknown"))
            layout.addWidget(unknown)
        self._buttons = self._offer(look, asked.choices)
        if asked.choice:
            layout.addWidget(label(tr(f"details.{asked.choice}"), "caption"))
            row = QHBoxLayout() if asked.choice == "condition" else QVBoxLayout()
            row.setSpacing(look.px(8))
            for button in self._buttons:
                row.addWidget(button)
            layout.addLayout(row)
        layout.addSpacing(look.px(8))
        ends = QHBoxLayout()
        ends.setSpacing(look.px(8))
        for words, key, kind, act in (
            ("details.done", tr("key.Return"), "primary", lambda: self._finish("")),
            ("details.back", tr("key.Esc"), "quiet", self.left.emit),
        ):
            button = Button(tr(words), look, key=key, kind=kind)
            button.clicked.connect(act)
            ends.addWidget(button, 1)
        layout.addLayout(ends)
        layout.addStretch(1)

    def _offer(self, look: Look, choices: Sequence[tuple[str, str]]) -> list[Button]:
        buttons = []
        for place, (value, words) in enumerate(choices, 1):
            button = Button(clean(words, 120), look, key=str(place), height=48)
            button.clicked.connect(lambda _=False, value=value: self._finish(value))
            buttons.append(button)
        return buttons

    def settle(self) -> None:
        """Typing begins with the first field."""
        next(iter(self.fields.values())).setFocus()

    def enter(self) -> bool:
        """To the next field; the end when nothing was typed, or nothing is left to say."""
        if not any(field.text().strip() for field in self.fields.values()) or not self._go_on(1):
            self._finish("")
        return True

    def arrow(self, rows: int) -> bool:
        """To the next field or the one before, and from the last to the choices."""
        self._go_on(rows)
        return True

    def _go_on(self, rows: int) -> bool:
        stops = [*self.fields.values(), *([self] if self._buttons else [])]
        here = next((place for place, stop in enumerate(stops) if stop.hasFocus()), len(stops) - 1)
        if not 0 <= here + rows < len(stops):
            return False
        stops[here + rows].setFocus()
        return True

    def digit(self, digit: int) -> bool:
        """That choice, and done."""
        if 1 <= digit <= len(self._asked.choices):
            self._finish(self._asked.choices[digit - 1][0])
        return True

    def letter(self, act: str) -> bool:
        """F7: nobody knows who receives; on to what else is asked."""
        if act != UNKNOWN or not self._asked.needed:
            return False
        field = self.fields[self._asked.needed]
        self._is_unknown = True
        field.clear()
        field.setPlaceholderText(tr("details.not_known"))
        field.setFocus()
        if not self._go_on(1):
            self._finish("")
        return True

    def leave(self) -> bool:
        """Back to the duties; nothing is done."""
        self.left.emit()
        return True

    def _finish(self, chosen: str) -> None:
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        details = {name: words for name, words in typed.items() if words}
        needed = self._asked.needed
        if needed and needed not in details:
            if not self._is_unknown:
                self.fields[needed].setFocus()
                self.refused.emit(tr("details.unnamed"))
                return
            details[needed] = UNKNOWN
        if chosen:
            details[self._asked.choice] = chosen
        self.noted.emit(self._asked.duty, details)
