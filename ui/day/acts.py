"""What can be done on the day page, as one table: name, key as people write it, and Qt's key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt


@dataclass(frozen=True, slots=True)
class DayAct:
    """One thing to do on this page: its key as people write it, and Qt's."""

    id: str
    cap: str
    key: Qt.Key


ACTS: Final = (
    DayAct("earlier", "←", Qt.Key.Key_Left),
    DayAct("later", "→", Qt.Key.Key_Right),
    DayAct("exact", "1", Qt.Key.Key_1),
    DayAct("public", "2", Qt.Key.Key_2),
    DayAct("pdf", "3", Qt.Key.Key_3),
    DayAct("xlsx", "4", Qt.Key.Key_4),
    DayAct("csv", "5", Qt.Key.Key_5),
    DayAct("json", "6", Qt.Key.Key_6),
    DayAct("print", "7", Qt.Key.Key_7),
    DayAct("dtm", "8", Qt.Key.Key_8),
    DayAct("conformance", "9", Qt.Key.Key_9),
    DayAct("part", "0", Qt.Key.Key_0),
)
