"""Countries and first divisions of the last 14 days, typed by name or code; more is not noted."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit

from screening.icao import ALPHA2
from sops.wording import Wording
from ui.appearance import Look
from ui.interview.amount import DayField
from ui.interview.entry import Entry
from ui.plain import Field, label
from ui.saying import day_said, place_said
from ui.strings import tr


def plain_letters(words: str) -> str:
    """Words without accents and case, for comparing."""
    return "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c)).strip()


def find(typed: str, names: Mapping[str, Mapping[str, str]], codes: tuple[str, ...]) -> str | None:
    """The code that was meant: by code, by name in any language, or by the beginning of only one name."""
    wanted = plain_letters(typed)
    if not wanted:
        return None
    exact = next((code for code in codes if code.casefold() == wanted), None)
    if exact is not None:
        return exact
    begun = set()
    for code, words in names.items():
        for name in map(plain_letters, words.values()):
            if name == wanted:
                return code
            if name.startswith(wanted):
                begun.add(code)
    return begun.pop() if len(begun) == 1 else None


class PlacesEntry(Entry):
    """Rows of country, division, first and last day; Enter goes on, Enter with no country ends the list."""

    def __init__(self, look: Look, wording: Wording, on: date, value: Any) -> None:
        super().__init__(look)
        self._wording, self._on = wording, on
        self.places: list[dict[str, Any]] = list(value) if isinstance(value, list) else []
        self._list = label("", "strong")
        self._country, self._division = Field(tr("places.country")), Field(tr("places.division"))
        self._first, self._last = DayField(tr("days.first"), on), DayField(tr("days.last"), on)
        self._found = label("", "small")
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        grid.addWidget(self._country, 0, 0)
        grid.addWidget(self._division, 0, 1)
        grid.addWidget(self._found, 1, 0, 1, 2)
        grid.addWidget(self._first.field, 2, 0)
        grid.addWidget(self._last.field, 2, 1)
        grid.addWidget(self._first.words, 3, 0)
        grid.addWidget(self._last.words, 3, 1)
        self._country.textChanged.connect(self._resolve)
        self._division.textChanged.connect(self._resolve)
        self.layout_.addWidget(self._list)
        self.layout_.addLayout(grid)
        self.layout_.addWidget(label(tr("places.help"), "small"))
        self.layout_.addStretch(1)
        self._order: list[QLineEdit] = [self._country, self._division, self._first.field, self._last.field]
        self._show()

    def settle(self) -> None:
        """Typing begins with the country."""
        self._country.setFocus()

    def country(self) -> str | None:
        """The country that was typed."""
        names = self._wording.names.get("countries", {})
        return find(self._country.text(), names, tuple(ALPHA2))

    def division(self) -> str | None:
        """The division that was typed, of that country."""
        country = self.country()
        alpha2 = ALPHA2.get(country or "", "??")
        every = self._wording.names.get("divisions", {})
        names = {code: words for code, words in every.items() if code.startswith(f"{alpha2}-")}
        return find(self._division.text(), names, tuple(names))

    def _resolve(self) -> None:
        country = self.country()
        if country is None:
            self._found.setText(tr("places.bad") if len(self._country.text()) >= 3 else "")
        else:
            self._found.setText("→ " + place_said({"country": country, "division": self.division()}, self._wording))

    def enter(self) -> bool:
        """The next field; after the last the place is kept and the next begins."""
        if not self._country.text().strip() and not any(field.text() for field in self._order):
            if self.places:
                self.answer(self.places)
            else:
                self.problem.emit(tr("places.none"))
            return True
        here = next((place for place, field in enumerate(self._order) if field.hasFocus()), 0)
        trouble = self._trouble(here)
        if trouble:
            self.problem.emit(trouble)
        elif here < 3:
            self._order[here + 1].setFocus()
        else:
            self._keep()
        return True

    def _trouble(self, here: int) -> str:
        if self.country() is None:
            return tr("places.bad")
        if self._division.text().strip() and self.division() is None:
            return tr("places.bad_division")
        first, last = self._first.read(), self._last.read()
        if here >= 2 and first.problem:
            return first.problem
        if here == 3:
            if last.problem:
                return last.problem
            if first.ago is not None and last.ago is not None and first.ago < last.ago:
                return tr("days.order")
        return ""

    def _keep(self) -> None:
        place: dict[str, Any] = {
            "country": self.country(),
            "first": self._first.read().value,
            "last": self._last.read().value,
        }
        if self.division():
            place["division"] = self.division()
        self.places.append(place)
        for field in self._order:
            field.clear()
        self._country.setFocus()
        self._show()

    def erase(self) -> bool:
        """In the empty first field: take the last place back."""
        if self.places and self._country.hasFocus() and not self._country.text():
            self.places.pop()
            self._show()
            return True
        return False

    def arrow(self, rows: int) -> bool:
        """Up and down the fields."""
        here = next((place for place, field in enumerate(self._order) if field.hasFocus()), 0)
        self._order[max(0, min(3, here + rows))].setFocus()
        return True

    def _show(self) -> None:
        rows = [
            tr(
                "places.row",
                place=place_said(place, self._wording),
                first=day_said(place["first"], self._on),
                last=day_said(place["last"], self._on),
            )
            for place in self.places[-3:]
        ]
        self._list.setText("\n".join(rows))
        self._list.setVisible(bool(rows))
