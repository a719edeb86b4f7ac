"""The night count as a form: one field a number, people by sex and age in a grid. The list is the post's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout

from screening.night import BANDS, MOST, SEXES, cells, contradictions
from ui.appearance import Look
from ui.nights import night_of_day
from ui.page import Page
from ui.plain import Button, Field, label
from ui.saying import text
from ui.strings import day_in_words, tr

if TYPE_CHECKING:
    from screening.night import Night
    from sops.night import NightField
    from sops.wording import Wording
    from ui.shift.watch import Watch

_COLUMNS = 2


class NightPage(Page):
    """Enter goes to the next field; after the last it is on record. An empty field is not counted, not zero."""

    is_wide = True
    escape = "foot.back"

    def __init__(self, watch: Watch, look: Look, wording: Wording) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._watch, desk = watch, watch.desk
        self._asked = desk.post.night_count
        self.fields: dict[tuple[str, ...], Field] = {}
        self._told: tuple[object, ...] | None = None  # contradictions that were told once and may stand
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(28), look.px(14), look.px(28), look.px(12))
        layout.setSpacing(look.px(8))
        layout.addWidget(label(tr("night.title", day=day_in_words(desk.today())), "question"))
        single = QGridLayout()
        single.setHorizontalSpacing(look.px(16))
        single.setVerticalSpacing(look.px(6))
        layout.addLayout(single)
        numbers = [asked for asked in self._asked if not asked.is_split]
        high = -(-len(numbers) // _COLUMNS)
        for place, asked in enumerate(numbers):
            column, row = divmod(place, high)
            single.addWidget(_to_the_side(text(asked.title)), row, column * 2)
            single.addWidget(self._field((asked.id,), text(asked.title), look), row, column * 2 + 1)
        for asked in self._asked:
            if asked.is_split:
                layout.addWidget(label(text(asked.title), "strong"))
                layout.addLayout(self._grid(asked, look))
        for column in range(_COLUMNS):
            single.setColumnStretch(column * 2, 3)
            single.setColumnStretch(column * 2 + 1, 1)
        layout.addStretch(1)
        save = Button(tr("night.save"), look, key=tr("key.Return"), kind="primary", height=52)
        save.clicked.connect(self._save)
        layout.addWidget(save)
        layout.addWidget(label(tr("night.help"), "small"))
        for key, number in night_of_day(desk.store, desk.post, desk.today()).items():
            if key in self.fields:
                self.fields[key].setText(str(number))
        self._order = list(self.fields)

    def _grid(self, asked: NightField, look: Look) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(look.px(5))
        bands = {**{band: band for band in BANDS}, "unknown": tr("night.unknown")}
        for column, shown in enumerate(bands.values(), 1):
            head = label(shown, "small", wrap=False)
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(head, 0, column)
        for row, sex in enumerate(SEXES, 1):
            grid.addWidget(label(tr(f"night.{sex}"), "strong", wrap=False), row, 0)
            for column, (band, shown) in enumerate(bands.items(), 1):
                words = tr("night.cell", sex=tr(f"night.{sex}"), band=shown)
                grid.addWidget(self._field((asked.id, sex, band), words, look), row, column)
        return grid

    def _field(self, key: tuple[str, ...], name: str, look: Look) -> Field:
        field = Field(name, most=len(str(MOST)))
        field.setPlaceholderText("")
        field.setMinimumHeight(look.px(44))
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fields[key] = field
        return field

    def settle(self) -> None:
        """Typing begins in the first field."""
        self.fields[self._order[0]].setFocus()

    def enter(self) -> bool:
        """The next field, after the last all is on record."""
        here = next((place for place, key in enumerate(self._order) if self.fields[key].hasFocus()), None)
        if here is not None and here + 1 < len(self._order):
            following = self.fields[self._order[here + 1]]
            following.setFocus()
            following.selectAll()
        else:
            self._save()
        return True

    def arrow(self, rows: int) -> bool:
        """The field before or after."""
        here = next((place for place, key in enumerate(self._order) if self.fields[key].hasFocus()), 0)
        self.fields[self._order[max(0, min(len(self._order) - 1, here + rows))]].setFocus()
        return True

    def leave(self) -> bool:
        """Back to the shift; nothing is on record."""
        self._watch.open("shift")
        return True

    def _counts(self) -> Night | None:
        found = {}
        for key, field in self.fields.items():
            typed = field.text().strip()
            if typed and not (typed.isascii() and typed.isdigit()):
                field.setFocus()
                return None
            if typed:
                found[key] = int(typed)
        for asked in self._asked:  # whoever fills one cell of a grid has counted all of it
            if asked.is_split and any(key in found for key in cells(asked)):
                found.update({key: 0 for key in cells(asked) if key not in found})
        return found

    def _save(self) -> None:
        night = self._counts()
        if not night:
            self._watch.refuse(tr("night.not_number") if night is None else tr("night.empty"))
            return
        wrong = contradictions(self._asked, night)
        if wrong and self._told != wrong:  # said once; a person who says it again is believed
            self._told = wrong
            field, part, whole = wrong[0]
            named = next(text(each.title) for each in self._asked if each.id == field.part_of)
            self._watch.refuse(tr("night.wrong", part=text(field.title), count=part, whole=named, of=whole))
            return
        if self._watch.attempt(lambda: self._watch.shifts.count_night(night)):
            self._watch.open("shift")
            self._watch.tell(tr("night.saved"))


def _to_the_side(words: str) -> QLabel:
    made = label(words, "body", wrap=False)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
