"""The list of records and the history of one, as they stand on the page. They show values and know nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QScrollArea, QTableView, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.plain import frame, label
from ui.records.history import Told
from ui.records.table import COLUMNS, RecordModel
from ui.strings import tr

_GIVE_WAY: Final = ("name", "hour", "slip")


class RecordTable(QTableView):
    """The list. The field above keeps the keys; the page moves the row."""

    def __init__(self, rows: RecordModel, look: Look) -> None:
        super().__init__()
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(look.px(36))
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in ("class", "outcome"):
            heads.setSectionResizeMode(COLUMNS.index(column), QHeaderView.ResizeMode.Stretch)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(tr("records.title"))
        self.setStyleSheet(
            f"QTableView {{ background: {look.surface}; border: 1px solid {look.line}; border-radius: 8px; }}"
            f"QTableView::item {{ padding: 0 {look.px(10)}px; border-bottom: 1px solid {look.line}; }}"
            f"QTableView::item:selected {{ background: {look.action}; color: {look.on_action}; }}"
            f"QHeaderView::section {{ background: {look.surface}; color: {look.muted}; border: none;"
            f" border-bottom: 2px solid {look.line}; padding: {look.px(6)}px {look.px(10)}px; font-weight: 700; }}"
        )

    def show_names(self, *, are_there: bool) -> None:
        """The column of names stands only where a name was looked for; then hour and slip give way."""
        for column in COLUMNS:
            self.setColumnHidden(COLUMNS.index(column), (column == "name") != are_there and column in _GIVE_WAY)


class HistoryView(QScrollArea):
    """A line for each thing that happened: when, what, who; a heading for each day."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_lines(self, lines: Iterable[Told]) -> None:
        """Another history."""
        look = self._look
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setSpacing(look.px(4))
        rows.setContentsMargins(0, 0, look.px(8), 0)
        day = ""
        for line in lines:
            if line.day != day:
                day = line.day
                rows.addWidget(label(day, "caption"))
            row = QHBoxLayout()
            row.setContentsMargins(look.px(4), 0, look.px(4), 0)
            row.setSpacing(look.px(16))
            row.addWidget(label(line.when, "muted", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(line.what), 1)
            row.addWidget(label(line.who, "small", wrap=False))
            rows.addLayout(row)
            rows.addWidget(frame("rule"))
        rows.addStretch(1)
        self.setWidget(inside)

    def scroll_by(self, rows: int) -> None:
        """Down or up."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rows * self._look.px(80))
