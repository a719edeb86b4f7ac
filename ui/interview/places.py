"""Countries and first divisions of the last 14 days, typed by name or code; more is not noted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from screening.icao import ALPHA2
from sops.areas import AreaTable
from sops.wording import Wording
from ui.appearance import Look
from ui.interview.amount import DayField, span_of
from ui.interview.columns import Columns
from ui.interview.entry import Entry
from ui.interview.stays import area_said, find, gaps, spans_of
from ui.interview.strip import DAYS, DayStrip
from ui.plain import Field, label
from ui.saying import place_said
from ui.strings import day_shortly, tr

_SHOWN: Final = 3
_SHARES: Final = (6, 6, 5, 5)


def _newest(place: Mapping[str, Any]) -> int:
    return int(place["last"]) if isinstance(place["last"], int) else DAYS


def _captioned(caption: QLabel, field: Field) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(caption)
    column.addWidget(field)
    return cell


class PlacesEntry(Entry):
    """Rows of country, division, first and last day; Enter goes on, Enter with no country ends the list."""

    def __init__(self, look: Look, wording: Wording, on: date, value: Any, areas: AreaTable) -> None:
        super().__init__(look)
        self._wording, self._on, self._areas = wording, on, areas
        self.places: list[dict[str, Any]] = list(value) if isinstance(value, list) else []
        self._list, self._gap = label("", "strong"), label("", "small")
        self.strip = DayStrip(look, on)
        self.strip.touched.connect(self._touched)
        names = ("places.country", "places.division", "places.first", "places.last")
        captions = [label(tr(name), "small") for name in names]
        self._country, self._division = Field(tr(names[0])), Field(tr(names[1]))
        self._first, self._last = DayField(tr(names[2]), on), DayField(tr(names[3]), on)
        self._found = label("", "small")
        self._order: list[Field] = [self._country, self._division, self._first.field, self._last.field]
        for field in self._order:
            field.setPlaceholderText("")
            field.textChanged.connect(self._resolve)
        cells = [_captioned(caption, field) for caption, field in zip(captions, self._order, strict=True)]
        self.layout_.addWidget(self.strip)
        self.layout_.addWidget(self._list)
        self.layout_.addWidget(self._gap)
        self.layout_.addWidget(Columns(look, cells, 140, len(cells), shares=_SHARES))
        self.layout_.addWidget(self._found)
        self.layout_.addWidget(label(tr("places.help"), "small"))
        self.layout_.addStretch(1)
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

    def _typed(self) -> dict[str, Any] | None:
        """The stay that is being typed, as far as it is one; its days open where none were typed."""
        country, first, last = self.country(), self._first.read(), self._last.read()
        if country is None:
            return None
        first_day = first.value if first.words else DAYS - 1
        return {
            "country": country,
            "division": self.division(),
            "first": first_day,
            "last": last.value if last.words else 0,
        }

    def _resolve(self) -> None:
        place = self._typed()
        if place is None:
            self._found.setText(tr("places.bad") if len(self._country.text()) >= 3 else "")
        else:
            days = [day.read() for day in (self._first, self._last) if day.field.text().strip()]
            told = " – ".join(day.problem or self._short(day.ago) for day in days)
            said = tr("places.here", place=place_said(place, self._wording), area=self._area(place))
            self._found.setText(f"{said} · {told}" if told else said)
        self._draw()

    def _area(self, place: Mapping[str, Any]) -> str:
        return area_said(place, self._areas, self._on, self._wording)

    def _draw(self) -> None:
        spans = [span for place in self.places for span in spans_of(place, self._areas, self._on)]
        typed, has_days = self._typed(), bool(self._first.field.text())
        if typed is not None and has_days:
            spans += spans_of(typed, self._areas, self._on)
        else:
            spans += span_of(self._first.read(), self._last.read())
        self.strip.show_spans(tuple(spans))

    def _touched(self, ago: int) -> None:
        """The first touch is the first day of the stay, the second its last."""
        first = self._first.field
        begun = self._first.read().ago
        field = self._last.field if begun is not None and first.text() and ago <= begun else first
        field.setText(str(ago))
        field.setFocus()

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
                first=self._short(place["first"]),
                last=self._short(place["last"]),
                area=self._area(place),
            )
            for place in sorted(self.places, key=_newest)[:_SHOWN]
        ]
        if len(self.places) > _SHOWN:
            rows.append(tr("know.more", count=len(self.places) - _SHOWN))
        self._list.setText("\n".join(rows))
        self._list.setVisible(bool(rows))
        missing = gaps(self.places)
        days = ", ".join(map(self._short, missing[:5])) + (f" … ({len(missing)})" if len(missing) > 5 else "")
        self._gap.setText(tr("places.gap", days=days) if missing else "")
        self._gap.setVisible(bool(missing) and bool(self.places))
        self._draw()

    def _short(self, ago: Any) -> str:
        day = self._on - timedelta(days=ago) if isinstance(ago, int) else None
        return tr("days.unknown") if day is None else day_shortly(day).rpartition(" ")[0]
