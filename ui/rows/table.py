"""The rows as they stand, the newest last and in view; the cell that is asked now is marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ui.appearance import Look
from ui.knowledge.panel import empty
from ui.plain import clean, label
from ui.rows.acts import Entered
from ui.saying import text
from ui.strings import tr

if TYPE_CHECKING:
    from sops.model import Step

__all__ = ["RowsTable"]

SHOWN: Final = 40
_FAMILY: Final = {"well": "calm", "done": "calm", "board": "hold", "emergency": "emergency", "open": "unknown"}
_WIDE, _NARROW = 3, 2


class RowsTable(QScrollArea):
    """One line a person: who, age, a cell for each step, what follows."""

    def __init__(self, look: Look, columns: Sequence[Step]) -> None:
        super().__init__()
        self._columns = columns
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(6))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setValue(most))

    def show_rows(self, entered: Sequence[Entered], current: str | None, asked: str) -> None:
        """These rows; in the row of the screening `current` the step `asked` is marked."""
        empty(self._grid)
        steps = (text(step.title) for step in self._columns)
        titles = [tr("rows.who"), tr("rows.years"), *steps, tr("rows.result")]
        for column, title in enumerate(titles):
            self._grid.addWidget(label(title, "caption"), 0, column)
            self._grid.setColumnStretch(column, _WIDE if column in (0, len(titles) - 1) else _NARROW)
        rows = entered[-SHOWN:]
        for place, row in enumerate(rows, 1):
            self._show_row(place, row, asked if row.screening == current else None)
        for place in range(SHOWN + 2):
            self._grid.setRowStretch(place, int(place == len(rows) + 1))

    def _show_row(self, place: int, row: Entered, asked: str | None) -> None:
        age = tr("person.years", age=row.age) if row.age is not None else ""
        who = clean(row.name, 40) or tr("person.unidentified")
        steps = ("▸" if step.id == asked else row.cells.get(step.id, "") for step in self._columns)
        for column, words in enumerate((who, age, *steps)):
            role = "strong" if asked is not None or column == 0 else "body"
            self._grid.addWidget(label(words, role), place, column)
        result = tr(f"rows.{row.result}", step=row.step) if row.result == "board" else tr(f"rows.{row.result}")
        self._grid.addWidget(label(result, "strong", family=_FAMILY[row.result]), place, len(self._columns) + 2)
