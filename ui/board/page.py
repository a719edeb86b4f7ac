"""The board: those who wait, and what is still to be done after others have gone; arrows choose."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.appearance import Look
from ui.board.listing import BoardList, Heading, Line, Row
from ui.board.owing import Owing
from ui.board.rows import Waiting
from ui.page import Page
from ui.party.listing import Deciding
from ui.plain import label
from ui.strings import tr


def _under(heading: str, lines: tuple[Line, ...]) -> tuple[Row, ...]:
    return (Heading(heading), *lines)


class BoardPage(Page):
    """Emits `resumed(screening)`, `done(screening, duty)`, `decides(party)`, `refused(words)` and `left()`."""

    resumed = Signal(str)
    done = Signal(str, str)
    decides = Signal(str)
    refused = Signal(str)
    left = Signal()

    def __init__(self, look: Look, title: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(28), look.px(20), look.px(28), look.px(16))
        layout.setSpacing(look.px(10))
        layout.addWidget(label(title or tr("board.title"), "question"))
        self._empty = label(tr("board.empty"), "lead")
        layout.addWidget(self._empty)
        self.list = BoardList(look, small=False)
        self.list.wanted.connect(self._want)
        layout.addWidget(self.list, 1)
        self._older = label(tr("owed.older"), "small")
        layout.addWidget(self._older)
        layout.addWidget(label(tr("board.help"), "small"))
        self.show_rows(())

    def show_rows(
        self,
        waiting: tuple[Waiting, ...],
        owing: tuple[Owing, ...] = (),
        deciding: tuple[Deciding, ...] = (),
        *,
        older: bool = False,
    ) -> None:
        """Groups in which a person must decide, those who wait, and what is owed; `older`: more than is listed."""
        parts: tuple[tuple[str, tuple[Line, ...]], ...] = (
            ("party.board", deciding),
            ("board.heading", waiting),
            ("owed.heading", owing),
        )
        rows: tuple[Row, ...] = waiting
        if owing or deciding:
            named = ((tr(head, count=len(lines)), lines) for head, lines in parts if lines)
            rows = tuple(chain.from_iterable(_under(heading, lines) for heading, lines in named))
        self.list.rows.show_rows(rows)
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._older.setVisible(older)
        self.list.choose(0)

    def arrow(self, rows: int) -> bool:
        """Arrow up or down."""
        self.list.choose(rows)
        return True

    def enter(self) -> bool:
        """Go on with the one chosen; what is owed is marked by a key of its own."""
        if self.list.chosen is not None:
            self._want(self.list.chosen)
        return True

    def digit(self, digit: int) -> bool:
        """1: what stands under the ring was done."""
        row = self.list.chosen
        if digit == 1 and isinstance(row, Owing):
            self.done.emit(row.screening, row.duty)
        return True

    def leave(self) -> bool:
        """Back to where we were."""
        self.left.emit()
        return True

    def _want(self, row: Line) -> None:
        if isinstance(row, Waiting):
            self.resumed.emit(row.screening)
        elif isinstance(row, Deciding):
            self.decides.emit(row.key)
        else:
            self.refused.emit(tr("owed.press"))
