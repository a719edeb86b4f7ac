"""Widgets side by side in as many columns as there is room for: large letters take fewer, and nothing is cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.appearance import Look

_GAP: Final = 6


class Columns(QWidget):
    """`most` columns where each can be `narrowest`, else half as many, or what fits where they are read downwards."""

    def __init__(
        self,
        look: Look,
        widgets: Sequence[QWidget],
        narrowest: int,
        most: int,
        *,
        shares: Sequence[int] = (),
        downwards: bool = False,
    ) -> None:
        """`shares`: how the width is divided among the widgets while all stand in one line."""
        super().__init__()
        self._widgets, self._narrowest, self._most = tuple(widgets), look.px(narrowest), most
        self._shares, self._downwards = tuple(shares), downwards
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(_GAP))
        self._grid.setVerticalSpacing(0 if downwards else look.px(4))
        self.columns = 0
        self.arrange(most)

    @property
    def tall(self) -> int:
        """How many stand below each other in a full column."""
        return -(-len(self._widgets) // self.columns)

    def arrange(self, columns: int) -> None:
        """Stand in so many columns."""
        if columns == self.columns:
            return
        self.columns = columns
        in_line = columns >= len(self._shares)
        for column in range(self._most):
            share = self._shares[column] if self._shares and in_line else 1
            self._grid.setColumnStretch(column, share if column < columns else 0)
        for place, widget in enumerate(self._widgets):
            row, column = divmod(place, columns)
            if self._downwards:
                column, row = divmod(place, self.tall)
            self._grid.addWidget(widget, row, column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as fit."""
        fitting = max(1, self.width() // self._narrowest)
        if fitting >= self._most:
            self.arrange(self._most)
        else:
            self.arrange(fitting if self._downwards else max(1, self._most // 2))

    def minimumSizeHint(self) -> QSize:
        """As high as its rows; it never asks for more width than there is."""
        return QSize(0, self._grid.minimumSize().height())
