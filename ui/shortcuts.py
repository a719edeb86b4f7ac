"""The page of keys, made from the table of actions: what does something now and nothing else, to be pressed too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import GROUPS, Act
from ui.appearance import Look
from ui.page import Page
from ui.plain import label
from ui.scrolling import Scrolling
from ui.status.menu import ActButton
from ui.strings import spoken, tr

_BESIDE: Final = 800  # as wide it has to be for columns
_ROOMY: Final = 2  # so many columns leave room for what each act does


class ShortcutsPage(Page):
    """A column a group. Emits `wanted(act)` for one that was pressed, `left()`."""

    wanted = Signal(str)
    left = Signal()
    is_wide = True

    def __init__(self, look: Look, acts: Sequence[Act], about: str) -> None:
        """`acts`: those that do something now. `about`: the words of the strip, whole, where it had to shorten them."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(20), look.px(8), look.px(12), look.px(4))
        layout.setSpacing(look.px(4))
        head = QHBoxLayout()
        head.setSpacing(look.px(24))
        head.addWidget(label(tr("shortcuts.title"), "heading", wrap=False))
        self._help = label("", "muted")
        self._help.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._help, 1)
        layout.addLayout(head)
        inside = QWidget()
        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        columns.setContentsMargins(0, 0, look.px(8), 0)
        columns.setSpacing(look.px(16))
        groups = [(group, found) for group in GROUPS if (found := [act for act in acts if act.group == group])]
        for group, found in groups:
            is_roomy = len(groups) <= _ROOMY
            column = self._answers(found) if group == "answer" else self._column(group, found, is_roomy=is_roomy)
            columns.addLayout(column, 1)
        self._area = Scrolling(inside)
        layout.addWidget(self._area, 1)
        if about:
            layout.addWidget(label(about, "small"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters on a small screen: the columns stand one below the other."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(beside if self.width() >= self._look.px(_BESIDE) else below)

    def _column(self, group: str, acts: Sequence[Act], *, is_roomy: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.px(1))
        column.addWidget(label(tr(f"group.{group}"), "caption"))
        for act in acts:
            if act.id == "shortcuts":
                continue
            button = ActButton(act, self._look)
            button.clicked.connect(lambda _=False, act=act.id: self.wanted.emit(act))
            button.focused.connect(lambda act=act.id: self._help.setText(tr(f"help.{act}")))
            row = QHBoxLayout()
            row.setSpacing(self._look.px(10))
            row.addWidget(button, 1)
            if is_roomy:
                said = label(tr(f"help.{act.id}"), "small")
                said.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
                row.addWidget(said, 1)
            column.addLayout(row)
        column.addStretch(1)
        return column

    def _answers(self, acts: Sequence[Act]) -> QVBoxLayout:
        """Answers are given before their question alone, so they are read here and not pressed."""
        column, grid = QVBoxLayout(), QGridLayout()
        column.addWidget(label(tr("group.answer"), "caption"))
        grid.setHorizontalSpacing(self._look.px(12))
        grid.setVerticalSpacing(self._look.px(12))
        told = [("0 – 9", "digit"), *((act.shown(spoken()).lstrip(" ·"), act.id) for act in acts)]
        for row, (key, name) in enumerate(each for each in told if not each[1].startswith("digit_")):
            grid.addWidget(label(key, "strong", wrap=False), row, 0)
            grid.addWidget(label(tr(f"act.{name}"), "body"), row, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def leave(self) -> bool:
        """Back to where we were."""
        self.left.emit()
        return True

    def enter(self) -> bool:
        """Back to where we were."""
        self.left.emit()
        return True
