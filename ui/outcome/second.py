"""A second, named person agrees to a lower class or reviews a higher one: name, code, present or by phone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.appearance import Look
from ui.page import Page
from ui.plain import Button, Field, label
from ui.scrolling import scrolled
from ui.strings import tr


class SecondPage(Page):
    """Emits `agreed(code, name, by_phone)` and `problem(words)`."""

    agreed = Signal(str, str, bool)
    problem = Signal(str)

    def __init__(self, look: Look, *, reviews: bool = False) -> None:
        """`reviews`: a health worker looks at a higher class; else somebody agrees to a lower one."""
        super().__init__()
        layout = scrolled(self)
        layout.setContentsMargins(look.px(32), look.px(24), look.px(32), look.px(24))
        layout.setSpacing(look.px(12))
        layout.addWidget(label(tr("second.review" if reviews else "second.title"), "question"))
        self._name, self._code = Field(tr("second.name")), Field(tr("second.code"), most=40)
        layout.addWidget(self._name)
        layout.addWidget(self._code)
        row = QHBoxLayout()
        for place, (words, by_phone) in enumerate((("second.here", False), ("second.phone", True)), 1):
            button = Button(tr(words), look, key=str(place))
            button.clicked.connect(lambda _=False, by_phone=by_phone: self._agree(by_phone))
            row.addWidget(button)
        layout.addLayout(row)
        layout.addStretch(1)

    def settle(self) -> None:
        """Typing begins with the name."""
        self._name.setFocus()

    def enter(self) -> bool:
        """Name, code, then 1 or 2."""
        if self._name.hasFocus():
            self._code.setFocus()
        else:
            self.setFocus()
        return True

    def digit(self, digit: int) -> bool:
        """Present or by phone."""
        if digit in (1, 2) and not self._name.hasFocus() and not self._code.hasFocus():
            self._agree(digit == 2)
        return True

    def _agree(self, by_phone: bool) -> None:
        name, code = self._name.text().strip(), self._code.text().strip()
        if not name or not code:
            self.problem.emit(tr("second.missing"))
            self._name.setFocus()
        else:
            self.agreed.emit(code, name, by_phone)
