"""The list of found records as a table model over frozen hits."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from sops.wording import Wording
from ui.plain import clean
from ui.records.search import Hit
from ui.saying import name
from ui.strings import day_shortly, tr

Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = ("day", "hour", "number", "class", "outcome", "slip", "name")

_SHORT: Final = 10  # so much of a number tells two records of a day apart; the history shows it whole


class RecordModel(QAbstractTableModel):
    """One row a record. What a person typed is cleaned before it is shown."""

    def __init__(self, wording: Wording, time_zone: str) -> None:
        super().__init__()
        self._wording, self._zone = wording, ZoneInfo(time_zone)
        self.hits: tuple[Hit, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as were found."""
        return 0 if parent.isValid() else len(self.hits)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Always the same columns, so that nothing jumps."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the columns are."""
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= section < len(COLUMNS):
            return None
        return tr(f"records.{COLUMNS[section]}") if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the hit itself for whoever asks."""
        if not index.isValid() or not 0 <= index.row() < len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(hit, COLUMNS[index.column()])
        return None

    def cell(self, hit: Hit, column: str) -> str:
        """The words of one cell."""
        row = hit.row
        match column:
            case "day":
                return day_shortly(date.fromisoformat(row.day))
            case "hour":
                return self._moment(row.began_at)
            case "number":
                return clean(row.screening if len(row.screening) <= _SHORT else f"{row.screening[:_SHORT]}…", 40)
            case "class":
                return name(self._wording, "classes", row.classification) if row.classification else ""
            case "outcome":
                words = name(self._wording, "outcomes", row.outcome) if row.outcome else tr(f"records.{row.status}")
                who = [] if hit.name or not hit.waits else [clean(hit.waits, 60)]
                marks = [tr("records.late")] if row.entered_at else []
                return " · ".join([words, *who, *marks, *([tr("records.drill")] if row.training else [])])
            case "slip":
                return clean(row.slip or "", 40)
            case _:
                return clean(hit.name, 60)

    def _moment(self, at: str) -> str:
        moment = datetime.fromisoformat(at)
        return f"{(moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(self._zone):%H:%M}"

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Others."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()
