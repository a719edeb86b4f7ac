"""What changed, on one page: Enter takes note of it, Esc puts it off until the next start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from shiboken6 import Shiboken

from ui.appearance import LIGHT, Look
from ui.background import run_in_background
from ui.changes.account import account, whole_account
from ui.page import Page
from ui.plain import Button, label
from ui.sop_page.blocks import Block, para
from ui.sop_page.sheet import Sheet
from ui.strings import tr

if TYPE_CHECKING:
    from screening.activation import Activation
    from ui.desk import Desk


class ChangesPage(Page):
    """Emits `noted`, `left`, and `shown` when the comparison stands too."""

    noted = Signal()
    left = Signal()
    shown = Signal()
    is_wide = True
    escape = "foot.later"

    def __init__(self, desk: Desk, changes: Sequence[Activation], look: Look = LIGHT) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.px(32), look.px(20), look.px(32), look.px(16))
        rows.setSpacing(look.px(10))
        rows.addWidget(label(tr("changes.title"), "question"))
        rows.addWidget(label(tr("changes.why"), "muted"))
        self.sheet = Sheet(look)
        rows.addWidget(self.sheet, 1)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        read = Button(tr("changes.read"), look, key=tr("key.Return"), kind="primary", height=56)
        read.clicked.connect(self.noted)
        later = Button(tr("changes.later"), look, key=tr("key.Esc"), kind="quiet", height=56)
        later.clicked.connect(self.left)
        row.addWidget(read, 3)
        row.addWidget(later, 1)
        rows.addLayout(row)
        self.waits = True  # for the comparison
        self.sheet.show_blocks([*account(desk, changes), para(tr("changes.counting"))])
        run_in_background(partial(whole_account, desk, tuple(changes)), self._compared)

    def _compared(self, blocks: tuple[Block, ...]) -> None:
        if Shiboken.isValid(self):
            self.waits = False
            self.sheet.show_blocks(blocks)
            self.shown.emit()

    def enter(self) -> bool:
        """It was read."""
        self.noted.emit()
        return True

    def leave(self) -> bool:
        """Put off."""
        self.left.emit()
        return True

    def arrow(self, rows: int) -> bool:
        """Scroll."""
        self.sheet.scroll_by(rows)
        return True
