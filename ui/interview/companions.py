"""Who travels along: a name, an age, a relation; one row a person. Their class changes for nobody."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QGridLayout

from ui.appearance import Look
from ui.interview.entry import Entry
from ui.plain import Button, Field, clean, label
from ui.strings import tr

RELATIONS: Final = ("family", "household", "seat", "other")


class CompanionsEntry(Entry):
    """Rows until Enter meets an empty name. Emits `answered(list of companions, {})`; names go to the sealed part."""

    def __init__(self, look: Look, value: Any = None) -> None:
        super().__init__(look)
        self.companions: list[dict[str, Any]] = list(value) if isinstance(value, list) else []
        self._name, self._age = Field(tr("companions.name")), Field(tr("companions.age"), most=3)
        self._list = label("", "strong")
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        grid.addWidget(self._name, 0, 0, 1, 3)
        grid.addWidget(self._age, 0, 3)
        for place, relation in enumerate(RELATIONS):
            button = Button(tr(f"relation.{relation}"), look, key=str(place + 1), height=48)
            button.clicked.connect(lambda _=False, relation=relation: self._keep(relation))
            grid.addWidget(button, 1 + place // 2, place % 2 * 2, 1, 2)
        end = Button(tr("companions.end"), look, key=tr("key.Return"), kind="primary")
        end.clicked.connect(self._end)
        self.layout_.addWidget(self._list)
        self.layout_.addLayout(grid)
        self.layout_.addWidget(end)
        self.layout_.addWidget(label(tr("companions.help"), "small"))
        self.layout_.addStretch(1)
        self._show()

    def settle(self) -> None:
        """Typing begins with the name."""
        self._name.setFocus()

    def enter(self) -> bool:
        """Name, age, relation; an empty name ends the list."""
        if not self._name.text().strip() and not self._age.text().strip():
            self.answer(self.companions)
        elif self._name.hasFocus():
            self._age.setFocus()
        elif self._age.hasFocus():
            if self._years() is None and self._age.text().strip():
                self.problem.emit(tr("person.bad_age"))
            else:
                self.setFocus()
        else:
            self._keep("other")
        return True

    def _end(self) -> None:
        """Touched: what is typed still counts, then the list ends."""
        if self._name.text().strip() or self._age.text().strip():
            self._keep("other")
        self.answer(self.companions)

    def digit(self, digit: int) -> bool:
        """The relation, once name and age are left."""
        if 1 <= digit <= len(RELATIONS) and not self._name.hasFocus() and not self._age.hasFocus():
            self._keep(RELATIONS[digit - 1])
            return True
        return False

    def _years(self) -> int | None:
        typed = self._age.text().strip()
        return int(typed) if typed.isascii() and typed.isdigit() and int(typed) <= 130 else None

    def _keep(self, relation: str) -> None:
        self.companions.append({"name": self._name.text().strip(), "age_years": self._years(), "relation": relation})
        self._name.clear()
        self._age.clear()
        self._name.setFocus()
        self._show()

    def _show(self) -> None:
        rows = []
        for companion in self.companions[-4:]:
            age = companion["age_years"]
            parts = [clean(companion["name"], 80) or tr("person.none"), tr(f"relation.{companion['relation']}")]
            rows.append(" · ".join([*parts, *([tr("person.years", age=age)] if age is not None else [])]))
        self._list.setText("\n".join(rows))
        self._list.setVisible(bool(rows))
