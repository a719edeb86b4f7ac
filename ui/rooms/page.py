"""Which room the traveller gets: the figure gives it; a room that is taken or not clean is given after a warning."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.page import Page
from ui.plain import Button, Field, frame, label
from ui.rooms.offering import Offered, Offering
from ui.strings import tr

_LONGEST = 80


class RoomsPage(Page):
    """Emits `given(room, decided_by)`, room empty for elsewhere; `refused(words)` and `left()`."""

    given = Signal(str, str)
    refused = Signal(str)
    left = Signal()
    is_wide = True

    def __init__(self, look: Look, offering: Offering) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look, self._offering = look, offering
        self._asked: Offered | None = None  # the room whose warning is shown
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(28), look.px(20), look.px(28), look.px(16))
        layout.setSpacing(look.px(10))
        layout.addWidget(label(f"{tr('rooms.title')} {offering.who}", "heading"))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(8))
        columns = 1 if len(offering.rooms) <= 5 else 2
        self.buttons: list[Button] = []
        for place, each in enumerate(offering.rooms):
            button = Button(each.words, look, key=each.key, sign=each.sign, height=56)
            button.clicked.connect(lambda _=False, each=each: self._choose(each))
            self.buttons.append(button)
            grid.addWidget(button, place // columns, place % columns)
        self._elsewhere = Button(tr("rooms.elsewhere"), look, key="0", kind="quiet", height=46)
        self._elsewhere.clicked.connect(lambda: self.given.emit("", ""))
        grid.addWidget(self._elsewhere, len(offering.rooms) // columns + 1, 0, 1, columns)
        grid.setRowStretch(len(offering.rooms) // columns + 2, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        layout.addWidget(self._scroll, 1)
        self._banner = frame("banner", "hold")
        inside = QVBoxLayout(self._banner)
        inside.setSpacing(look.px(8))
        self._words = label("", "strong")
        self._authority = Field(tr("rooms.authority"), most=_LONGEST)
        self._anyway = Button("", look, key=tr("key.Return"), kind="primary", height=48)
        self._anyway.clicked.connect(self.enter)
        inside.addWidget(self._words)
        row = QHBoxLayout()
        row.addWidget(self._authority, 3)
        row.addWidget(self._anyway, 2)
        inside.addLayout(row)
        layout.addWidget(self._banner)
        layout.addWidget(label(offering.help, "small"))
        self._ask(None)

    def settle(self) -> None:
        """Figures choose at once; only a decision is typed."""
        self.setFocus()

    def digit(self, digit: int) -> bool:
        """That room; 0 is elsewhere."""
        if digit == 0:
            self.given.emit("", "")
        for each in self._offering.rooms:
            if each.key == str(digit):
                self._choose(each)
        return True

    def enter(self) -> bool:
        """The room whose warning is shown, else the one that is proposed."""
        focused = self.focusWidget()
        if isinstance(focused, Button) and focused.hasFocus() and focused is not self._anyway:
            focused.click()
        elif self._asked is not None:
            self.given.emit(self._asked.id, self._authority.text().strip())
        elif self._offering.proposed is not None:
            self._choose(self._offering.proposed)
        return True

    def leave(self) -> bool:
        """A warning first, then the page; nothing is done."""
        if self._asked is not None:
            self._ask(None)
        else:
            self.left.emit()
        return True

    def _choose(self, each: Offered) -> None:
        """At once where nothing warns, or where it was warned already."""
        if not each.warning or each is self._asked:
            self.given.emit(each.id, self._authority.text().strip())
        else:
            self._ask(each)

    def _ask(self, each: Offered | None) -> None:
        self._asked = each
        self._banner.setVisible(each is not None)
        self._authority.setVisible(each is not None and each.is_cohort)
        for button, room in zip(self.buttons, self._offering.rooms, strict=True):
            button.chosen = room is each
            button.kind = "primary" if each is None and room is self._offering.proposed else "answer"
            button.update()
            if button.chosen:
                self._scroll.ensureWidgetVisible(button)
        if each is None:
            self.setFocus()
            return
        self._words.setText(each.warning)
        self._anyway.say(tr("rooms.anyway", room=each.name))
        if each.is_cohort:
            self._authority.setFocus()
        else:
            self.setFocus()
