"""The foot of the window: the keys that do something here, or, in the same place, what went wrong in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QWidget

from ui.access import announce
from ui.actions import footer
from ui.appearance import Look
from ui.plain import Button, Sign, clean, frame, label, restyle
from ui.strings import spoken, tr

SECONDS = 5
_STAY = ("shortcuts", "park", "back", "new", "board", "language", "source")
"""Keys of the foot, those that stay longest first."""


class Foot(QFrame):
    """Nothing jumps when a message comes. Emits `wanted(act)` for a click on a key."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self._look = look
        self.setFixedHeight(look.px(52))
        self._seconds, self._is_trouble = 0, False
        self._keys: dict[str, Button] = {}
        self._offered: dict[str, str] = {}
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        keys = QWidget()
        row = QHBoxLayout(keys)
        row.setContentsMargins(look.px(12), look.px(3), look.px(12), look.px(3))
        row.setSpacing(look.px(6))
        for act in footer():
            button = Button(tr(f"act.{act.id}"), look, key=act.shown(spoken()), kind="quiet", height=44)
            button.clicked.connect(lambda _=False, act=act.id: self.wanted.emit(act))
            button.setMinimumWidth(button.sizeHint().width())
            button.hide()
            self._keys[act.id] = button
            row.addWidget(button)
        keys.setMinimumWidth(1)
        self._stack.addWidget(keys)
        self._bar = frame("banner", "hold")
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(look.px(16), 0, look.px(16), 0)
        bar.setSpacing(look.px(12))
        self._trouble = Sign("warning", look, "hold", 26)
        self._good = Sign("tick", look, "calm", 26)
        self._words = label("", "strong")
        self._words.setMinimumWidth(look.px(200))
        bar.addWidget(self._trouble)
        bar.addWidget(self._good)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        bar.addWidget(self._words, 1)
        bar.addWidget(label(tr("bar.close"), "small", wrap=False))
        self._stack.addWidget(self._bar)

    @property
    def message(self) -> str:
        """What the bar says; empty while it shows the keys."""
        return self._words.text() if self._stack.currentWidget() is self._bar else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters on a small screen: a key that has no room whole is left to the page of keys."""
        super().resizeEvent(event)
        self._arrange()

    def offer(self, keys: Mapping[str, str]) -> None:
        """Only keys that do something here: act -> id of its words. The places of the others stay empty."""
        if keys == self._offered:
            return
        self._offered = dict(keys)
        for act, words in self._offered.items():
            self._keys[act].say(tr(words))
            self._keys[act].setMinimumWidth(self._keys[act].sizeHint().width())
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - self._look.px(24)
        for act in sorted(self._keys, key=_STAY.index):
            room -= self._keys[act].minimumWidth() + self._look.px(6)
            place = self._keys[act].sizePolicy()
            place.setRetainSizeWhenHidden(room >= 0)
            self._keys[act].setSizePolicy(place)
            self._keys[act].setVisible(room >= 0 and act in self._offered)

    def buttons(self) -> tuple[Button, ...]:
        """The keys, in their order."""
        return tuple(self._keys.values())

    def tell(self, words: str, *, trouble: bool) -> None:
        """Say something in place of the keys."""
        family = "hold" if trouble else "calm"
        self._seconds, self._is_trouble = 0, trouble
        restyle(self._bar, family=family)
        self._trouble.setVisible(trouble)
        self._good.setVisible(not trouble)
        self._words.setText(clean(words, 320))
        self._bar.setAccessibleName(self._words.text())
        self._stack.setCurrentWidget(self._bar)
        announce(self._bar, self._words.text(), at_once=trouble)

    def tick(self) -> None:
        """Good news goes by itself after a few seconds; trouble stays until somebody has read it."""
        self._seconds += 1
        if self.message and not self._is_trouble and self._seconds >= SECONDS:
            self.quiet()

    def quiet(self) -> None:
        """The keys again."""
        self._stack.setCurrentIndex(0)
