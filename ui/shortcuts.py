"""The page of keys, made from the table of actions: nothing is listed that does not work, nothing works unlisted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import ACTS, DIGITS, GROUPS
from ui.appearance import Look
from ui.page import Page
from ui.plain import label
from ui.strings import spoken, tr


class ShortcutsPage(Page):
    """Two columns of groups."""

    left = Signal()
    needs_panel = False

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(28), look.px(16), look.px(12), look.px(12))
        layout.addWidget(label(tr("shortcuts.title"), "question"))
        area, inside = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(5))
        row = 0
        for group in GROUPS:
            grid.addWidget(label(tr(f"group.{group}"), "caption"), row, 0, 1, 3)
            row += 1
            for act in (act for act in ACTS if act.group == group):
                if act.id.startswith("digit_"):
                    if act.id != f"digit_{DIGITS[1]}":
                        continue
                    key, name = "0 – 9", "digit"
                else:
                    key, name = act.shown(spoken()), act.id
                grid.addWidget(label(key.lstrip(" ·"), "strong", wrap=False), row, 0)
                grid.addWidget(label(tr(f"act.{name}"), "body", wrap=False), row, 1)
                grid.addWidget(label(tr(f"help.{name}"), "muted"), row, 2)
                row += 1
        grid.setColumnStretch(2, 1)
        area.setWidget(inside)
        layout.addWidget(area, 1)
        self._area = area

    def arrow(self, rows: int) -> bool:
        """Scroll."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + rows * 60)
        return True

    def leave(self) -> bool:
        """Back to where we were."""
        self.left.emit()
        return True

    def enter(self) -> bool:
        """Back to where we were."""
        self.left.emit()
        return True
