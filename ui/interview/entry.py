"""One way of answering within the card. An entry shows what is being typed and emits the answer; it decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout

from ui.access import bring_into_view
from ui.appearance import Look
from ui.page import Page


class Entry(Page):
    """Emits `answered(value, identity)` and `problem(words)`."""

    answered = Signal(object, object)
    problem = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(look.px(8))

    def write(self, text: str) -> bool:
        """A letter that is no key of the desk's, typed where no field has the focus."""
        return False

    def show_at_hand(self) -> None:
        """Scroll so that the field which is typed in is seen."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and self.isAncestorOf(field):
            bring_into_view(field)

    def answer(self, value: object, identity: object = None) -> None:
        """Emit an answer."""
        self.answered.emit(value, identity or {})
