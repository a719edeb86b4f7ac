"""Who may sign in at this post: the list, and a form for one more or for a new PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from ui.appearance import Look
from ui.page import Page
from ui.plain import Button, Field, clean, label
from ui.saying import name
from ui.strings import tr

if TYPE_CHECKING:
    from sops.wording import Wording
    from ui.shift.watch import Watch

_ROLES: Final = ("supervisor", "officer", "health", "attendant")
_REMOVE: Final = 9


class OfficersPage(Page):
    """Code, name, PIN twice, then the role by its key. A code that is known already gets a new PIN."""

    is_wide = True
    escape = "foot.back"

    def __init__(self, watch: Watch, look: Look, wording: Wording) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._watch, self._wording = watch, wording
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(40), look.px(24), look.px(40), look.px(20))
        layout.setSpacing(look.px(10))
        layout.addWidget(label(tr("officers.title"), "question"))
        self._list = label("", "lead")
        layout.addWidget(self._list)
        self._wrong = label("", "strong")
        layout.addWidget(self._wrong)
        layout.addSpacing(look.px(8))
        layout.addWidget(label(tr("officers.add"), "label"))
        self.code, self.name = Field(tr("officers.code"), most=20), Field(tr("officers.name"), most=80)
        self.pin, self.again = Field(tr("officers.pin"), most=8), Field(tr("officers.again"), most=8)
        self.fields = (self.code, self.name, self.pin, self.again)
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        for place, field in enumerate(self.fields):
            field.setMinimumHeight(look.px(52))
            grid.addWidget(field, place // 2, place % 2)
        for field in (self.pin, self.again):
            field.setEchoMode(Field.EchoMode.Password)
        layout.addLayout(grid)
        layout.addWidget(label(tr("officers.role"), "muted"))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for place, role in enumerate(_ROLES, 1):
            button = Button(name(wording, "roles", role), look, key=str(place))
            button.clicked.connect(lambda _=False, role=role: self._save(role))
            row.addWidget(button)
        layout.addLayout(row)
        remove = Button(tr("officers.remove"), look, key=str(_REMOVE), kind="quiet", height=44)
        remove.clicked.connect(self._remove)
        layout.addWidget(remove)
        layout.addStretch(1)
        layout.addWidget(label(tr("officers.help"), "small"))
        self._show()

    def _show(self) -> None:
        rows = [
            " · ".join(part for part in (account.id, clean(account.name, 60), self._role(account.role)) if part)
            for account in self._watch.shifts.officers.values()
        ]
        self._list.setText("\n".join(rows) or tr("officers.none"))
        self._wrong.setText(self._refused())
        self._wrong.setVisible(bool(self._wrong.text()))

    def _refused(self) -> str:
        """The wrong PINs of today, by whose they should have been; the last time of each."""
        shifts = self._watch.shifts
        found = shifts.refused()
        last = {one.officer: one for one in found}
        parts = []
        for officer, one in last.items():
            account = shifts.officers.get(officer)
            called = (account.name or officer) if account is not None else tr("officers.unknown")
            at = self._watch.conduct.around.local(one.at)
            count = sum(each.officer == officer for each in found)
            parts.append(tr("officers.wrong_of", who=clean(called, 40), count=count, time=f"{at:%H:%M}", desk=one.desk))
        return tr("officers.wrong", count=len(found), who="; ".join(parts)) if parts else ""

    def _role(self, role: str) -> str:
        return name(self._wording, "roles", role)

    def settle(self) -> None:
        """Typing begins with the code."""
        self.code.setFocus()

    def enter(self) -> bool:
        """The next field, then the role."""
        place = next((place for place, field in enumerate(self.fields) if field.hasFocus()), len(self.fields))
        following = self.fields[place + 1] if place + 1 < len(self.fields) else self
        following.setFocus()
        return True

    def digit(self, digit: int) -> bool:
        """The role, and with it all is on record; 9 removes."""
        if 1 <= digit <= len(_ROLES):
            self._save(_ROLES[digit - 1])
        elif digit == _REMOVE:
            self._remove()
        return True

    def _save(self, role: str) -> None:
        shifts = self._watch.shifts
        code, pin = self.code.text().strip(), self.pin.text()
        if not code:
            self._refuse(self.code, tr("officers.no_code"))
        elif pin != self.again.text():
            self._refuse(self.again, tr("officers.not_same"))
        elif code in shifts.officers:
            self._done(self._watch.attempt(lambda: shifts.renew(code, pin)), tr("officers.renewed", code=code))
        else:
            named = self.name.text().strip()
            self._done(self._watch.attempt(lambda: shifts.add(code, role, named, pin)), tr("officers.added", code=code))

    def _remove(self) -> None:
        code = self.code.text().strip()
        done = self._watch.attempt(lambda: self._watch.shifts.remove(code))
        self._done(done, tr("officers.removed", code=code))

    def _refuse(self, field: Field, words: str) -> None:
        self._watch.refuse(words)
        field.setFocus()

    def _done(self, is_done: bool, words: str) -> None:
        if is_done:
            for field in self.fields:
                field.clear()
            self._show()
            self._watch.tell(words)
        self.settle()

    def leave(self) -> bool:
        """Back to the shift; after the first set-up, on to the work."""
        if not self._watch.conduct.later():
            self._watch.open("shift")
        return True
