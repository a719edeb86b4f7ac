"""Somebody without papers: a name as told, an age, a sex; each may stay open."""

from __future__ import annotations

import re
from typing import Any, Final

from PySide6.QtWidgets import QGridLayout

from ui.appearance import Look
from ui.interview.entry import Entry
from ui.plain import Button, Field, label
from ui.strings import tr

_AGE: Final = re.compile(r"([0-9]{1,3}) *(m?)")
_SEXES: Final = ("F", "M", "U")


class PersonEntry(Entry):
    """Name, age and sex: Enter goes from one to the next, the key of the sex ends it."""

    def __init__(self, look: Look, sexes: tuple[str, ...], value: Any) -> None:
        super().__init__(look)
        self._name, self._age = Field(tr("person.name")), Field(tr("person.age"), most=6)
        known = value if isinstance(value, dict) else {}
        if isinstance(known.get("age_years"), int):
            self._age.setText(str(known["age_years"]))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._name, 0, 0, 1, 3)
        grid.addWidget(self._age, 1, 0, 1, 3)
        grid.addWidget(label(tr("person.sex"), "caption"), 2, 0, 1, 3)
        self._buttons = []
        for place, words in enumerate(sexes):
            button = Button(words, look, key=str(place + 1))
            button.clicked.connect(lambda _=False, sex=_SEXES[place]: self._finish(sex))
            grid.addWidget(button, 3, place)
            self._buttons.append(button)
        self.layout_.addLayout(grid)
        self.layout_.addStretch(1)

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

    def _read_age(self) -> dict[str, int] | None:
        typed = self._age.text().strip().lower()
        if not typed:
            return {}
        match = _AGE.fullmatch(typed)
        if match is None or int(match[1]) > 130:
            return None
        months = int(match[1])
        return {"age_years": months // 12, "age_months": months} if match[2] else {"age_years": months}

    def _finish(self, sex: str) -> None:
        age = self._read_age()
        if age is None:
            self.problem.emit(tr("person.bad_age"))
            self._age.setFocus()
            return
        value: dict[str, Any] = {**age}
        if sex != "U":
            value["sex"] = sex
        told = self._name.text().strip()
        self.answered.emit(value, {"spoken_name": told} if told else {})
