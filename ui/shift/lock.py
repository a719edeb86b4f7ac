"""The locked desk: who sits down, and the PIN. It shows nothing of any traveller."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from ui.appearance import Look
from ui.page import Page
from ui.plain import Button, Field, Sign, clean, label
from ui.saying import name
from ui.strings import tr

if TYPE_CHECKING:
    from screening.officers import Account
    from sops.wording import Wording

_ONE_PAGE: Final = 9
_COLUMNS: Final = 3


class LockPage(Page):
    """Emits `signed(officer, pin)`. One officer is chosen already: the only one, or who sat here last."""

    signed = Signal(str, str)
    is_wide = True

    def __init__(self, look: Look, accounts: Sequence[Account], last: str, wording: Wording) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._accounts, self._wording, self._first = accounts, wording, 0
        ids = [account.id for account in accounts]
        self._chosen = ids.index(last) if last in ids else 0 if len(ids) == 1 else None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(40), look.px(28), look.px(40), look.px(24))
        layout.setSpacing(look.px(12))
        layout.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(look.px(20))
        head.addWidget(Sign("door", look, "action", 64))
        words = QVBoxLayout()
        words.addWidget(label(tr("pin.title"), "question"))
        self._lead = label("", "muted")
        words.addWidget(self._lead)
        head.addLayout(words, 1)
        layout.addLayout(head)
        layout.addSpacing(look.px(12))
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        self._buttons = []
        for place in range(min(len(accounts), _ONE_PAGE)):
            button = Button("", look, height=64)
            button.clicked.connect(lambda _=False, place=place: self._choose(self._first + place))
            self._buttons.append(button)
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        layout.addLayout(grid)
        self._more = label(tr("pin.more"), "small")
        layout.addWidget(self._more)
        layout.addSpacing(look.px(12))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.pin = Field(tr("pin.pin"), most=8)
        self.pin.setEchoMode(Field.EchoMode.Password)
        self.pin.setMinimumHeight(look.px(56))
        row.addWidget(self.pin, 2)
        enter = Button(tr("pin.enter"), look, key=tr("key.Return"), kind="primary", height=56)
        enter.clicked.connect(self.enter)
        row.addWidget(enter, 1)
        layout.addLayout(row)
        layout.addStretch(2)
        layout.addWidget(label(tr("pin.emergency"), "strong"))
        self._show()

    def _show(self) -> None:
        """While a PIN is typed figures belong to it: then no button has a key, and how to choose anew is said."""
        chosen = None if self._chosen is None else self._accounts[self._chosen]
        lead = "pin.lead" if chosen is None else "pin.lead_one" if len(self._accounts) == 1 else "pin.lead_chosen"
        self._lead.setText(tr(lead, who=_called(chosen) if chosen is not None else ""))
        self._more.setVisible(chosen is None and len(self._accounts) > _ONE_PAGE)
        for place, button in enumerate(self._buttons):
            at = self._first + place
            button.setVisible(at < len(self._accounts))
            if at < len(self._accounts):
                account = self._accounts[at]
                role = name(self._wording, "roles", account.role)
                sign = "done" if account is chosen else ""
                key = str(place + 1) if chosen is None else ""
                button.become(f"{_called(account)} · {role}", key=key, sign=sign, height=64)
                button.chosen = account is chosen
        self.pin.setEnabled(self._chosen is not None)

    def _choose(self, place: int) -> None:
        if place < len(self._accounts):
            self._chosen = place
            self.pin.clear()
            self._show()
            self.pin.setFocus()

    def settle(self) -> None:
        """The PIN where it is known whose, else who."""
        (self.pin if self._chosen is not None else self).setFocus()

    def digit(self, digit: int) -> bool:
        """Who sits down; 0 shows the next nine."""
        if digit:
            self._choose(self._first + digit - 1)
        elif len(self._accounts) > _ONE_PAGE:
            self._first = (self._first + _ONE_PAGE) % (-(-len(self._accounts) // _ONE_PAGE) * _ONE_PAGE)
            self._show()
        return True

    def enter(self) -> bool:
        """The PIN is typed."""
        if self._chosen is not None and self.pin.text():
            pin = self.pin.text()
            self.pin.clear()
            self.signed.emit(self._accounts[self._chosen].id, pin)
        return True

    def erase(self) -> bool:
        """Somebody else sits down."""
        self._chosen = None
        self._show()
        self.setFocus()
        return True

    def leave(self) -> bool:
        """Nothing lies behind it."""
        return True


def _called(account: Account) -> str:
    return clean(account.name or account.id, 40)
