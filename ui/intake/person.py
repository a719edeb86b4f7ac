"""Somebody without papers: a name as told, an age or a birth date, a sex; each may stay open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from ui.appearance import Look
from ui.intake.born import Born, born
from ui.interview.entry import Entry
from ui.plain import Button, Field, label
from ui.strings import tr

_SEXES: Final = ("F", "M", "U")


class PersonEntry(Entry):
    """Name, age and sex: Enter goes from one to the next, the key of the sex ends it. Emits `naming(name, age)`."""

    naming = Signal(str, object)

    def __init__(self, look: Look, sexes: tuple[str, ...], value: Any, named: Mapping[str, Any], on: date) -> None:
        """`value` and `named` are what was told before, in clear and sealed; `on` is the day of the screening."""
        super().__init__(look)
        self._on = on
        self._name, self._age = Field(tr("person.name")), Field(tr("person.age"), most=40)
        self._said = label("", "lead")
        known = value if isinstance(value, dict) else {}
        self._name.setText(str(named.get("spoken_name") or ""))
        self._age.setText(_told(known, named))
        self._name.textChanged.connect(self._tell)
        self._age.textChanged.connect(self._tell)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._name, 0, 0, 1, 3)
        grid.addWidget(self._age, 1, 0, 1, 3)
        grid.addWidget(self._said, 2, 0, 1, 3)
        grid.addWidget(label(tr("person.sex"), "caption"), 3, 0, 1, 3)
        self._buttons = []
        for place, words in enumerate(sexes):
            button = Button(words, look, key=str(place + 1))
            button.clicked.connect(lambda _=False, sex=_SEXES[place]: self._finish(sex))
            grid.addWidget(button, 4, place)
            self._buttons.append(button)
        self.layout_.addLayout(grid)
        self.layout_.addStretch(1)
        self._tell()

    def settle(self) -> None:
        """Typing begins with the name."""
        self._name.setFocus()

    def enter(self) -> bool:
        """Name, then age, then sex by its key; Enter there leaves the sex open."""
        if self._name.hasFocus():
            self._age.setFocus()
        elif self._age.hasFocus():
            if self._read_age() is None:
                self.problem.emit(tr("person.bad_age"))
            else:
                self.setFocus()
        else:
            self._finish("U")
        return True

    def digit(self, digit: int) -> bool:
        """The sex, once name and age are left."""
        if 1 <= digit <= len(_SEXES) and not self._age.hasFocus() and not self._name.hasFocus():
            self._finish(_SEXES[digit - 1])
            return True
        return False

    def arrow(self, rows: int) -> bool:
        """Up and down the fields."""
        order = [self._name, self._age, self]
        place = next((place for place, widget in enumerate(order) if widget.hasFocus()), 0)
        order[max(0, min(2, place + rows))].setFocus()
        return True

    def _read_age(self) -> Born | None:
        return born(self._age.text(), self._on)

    def _tell(self) -> None:
        """What was typed, read back in words; what is still being typed is let be."""
        told = self._read_age()
        self._said.setText(told.words if told is not None else "")
        age = told.value.get("age_years") if told is not None else None
        self.naming.emit(self._name.text().strip(), age)

    def _finish(self, sex: str) -> None:
        told = self._read_age()
        if told is None:
            self.problem.emit(tr("person.bad_age"))
            self._age.setFocus()
            return
        value: dict[str, Any] = {**told.value}
        if sex != "U":
            value["sex"] = sex
        name = self._name.text().strip()
        self.answered.emit(value, {**({"spoken_name": name} if name else {}), **told.identity})


def _told(known: Mapping[str, Any], named: Mapping[str, Any]) -> str:
    """The age or date as it would be typed again."""
    if named.get("birth_date"):
        return str(named["birth_date"])
    if isinstance(known.get("age_months"), int):
        return f"{known['age_months']}m"
    return str(known["age_years"]) if isinstance(known.get("age_years"), int) else ""
