"""The group record: people by age band and sex, typed into a grid, with its totals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from screening.arrival_acts import MOST_PEOPLE, SEXES
from screening.projecting import BANDS
from ui.appearance import Look
from ui.plain import Field, label
from ui.saying import name
from ui.strings import tr

if TYPE_CHECKING:
    from sops.wording import Wording

_COLUMNS: Final = (*BANDS, "unknown")
_SEX_WORDS: Final = {"F": "F", "M": "M", "unknown": "U"}

Cell = tuple[str, str]


class GroupRecord(QWidget):
    """Empty cells are nobody."""

    def __init__(self, look: Look, wording: Wording) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(10))
        layout.addWidget(label(tr("surge.record_title"), "question"))
        self._counted = label("", "lead")
        layout.addWidget(self._counted)
        grid = QGridLayout()
        grid.setSpacing(look.px(6))
        self._cells: dict[Cell, Field] = {}
        self._totals: dict[str, QLabel] = {}
        for column, band in enumerate((*_COLUMNS, "total")):
            words = tr("surge.total") if band == "total" else tr("band.unknown") if band == "unknown" else band
            grid.addWidget(_centred(label(words, "strong", wrap=False)), 0, column + 1)
        for row, sex in enumerate((*SEXES, "total"), 1):
            words = tr("surge.total") if sex == "total" else name(wording, "sexes", _SEX_WORDS[sex])
            head = label(words, "strong", wrap=False)
            grid.addWidget(head, row, 0)
            grid.setColumnMinimumWidth(0, max(grid.columnMinimumWidth(0), look.px(11 * len(words))))
            for column, band in enumerate((*_COLUMNS, "total")):
                if "total" in (sex, band):
                    total = _centred(label("0", "value", wrap=False))
                    self._totals[f"{sex} {band}"] = total
                    grid.addWidget(total, row, column + 1)
                else:
                    field = Field(tr("surge.cell", sex=words, band=band), most=len(str(MOST_PEOPLE)))
                    field.setPlaceholderText("")
                    field.setMinimumHeight(look.px(48))
                    field.setAlignment(Qt.AlignmentFlag.AlignCenter)
                    field.textEdited.connect(self._add_up)
                    self._cells[band, sex] = field
                    grid.addWidget(field, row, column + 1)
        layout.addLayout(grid)
        layout.addStretch(1)
        layout.addWidget(label(tr("surge.record_help"), "small"))

    def show_counts(self, counts: Mapping[Cell, int], tickets: int) -> None:
        """What stands on the record."""
        self._tickets = tickets
        for cell, field in self._cells.items():
            field.setText(str(counts[cell]) if counts.get(cell) else "")
        self._add_up()

    def counts(self) -> dict[Cell, int] | None:
        """What the grid says now; None, with the focus on it, where a cell holds no number."""
        found = {}
        for cell, field in self._cells.items():
            typed = field.text().strip() or "0"
            if not (typed.isascii() and typed.isdigit()):
                field.setFocus()
                return None
            found[cell] = int(typed)
        return found

    def settle(self) -> None:
        """Typing begins in the first cell."""
        first = next(iter(self._cells.values()))
        first.setFocus()

    def step(self, rows: int) -> None:
        """Up and down a column."""
        here = next((cell for cell, field in self._cells.items() if field.hasFocus()), None)
        if here is not None:
            place = SEXES.index(here[1]) + rows
            self._cells[here[0], SEXES[max(0, min(len(SEXES) - 1, place))]].setFocus()

    def _add_up(self) -> None:
        def of(band: str, sex: str) -> int:
            return sum(
                int(field.text())
                for (b, s), field in self._cells.items()
                if band in (b, "total") and sex in (s, "total") and field.text().isascii() and field.text().isdigit()
            )

        for key, total in self._totals.items():
            sex, band = key.split(" ")
            total.setText(str(of(band, sex)))
        self._counted.setText(tr("surge.record_count", counted=of("total", "total"), tickets=self._tickets))


def _centred(made: QLabel) -> QLabel:
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
