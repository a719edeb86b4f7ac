"""A page of procedures as text that can be read, searched and copied. Words are put in plain, never as markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit

from ui.appearance import Look
from ui.plain import clean
from ui.sop_page.blocks import Block, Run, places
from ui.strings import tr

_SIZES: Final = {"title": 26, "heading": 20, "caption": 16}
_ABOVE: Final = {"title": 14, "heading": 18, "caption": 12, "item": 6, "sub": 2, "para": 6, "amber": 8, "calm": 8}
_INDENT: Final = {"item": 28, "sub": 56}
_WIDTHS: Final = {2: (60, 40), 3: (40, 30, 30), 4: (30, 17, 24, 29)}
_LONGEST: Final = 4000


class Sheet(QTextEdit):
    """The text. `headings` are the words and places of what names a part, in order."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.headings: list[tuple[str, int, int]] = []  # words, level 0 to 2, position
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(tr("sop.text"))
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(look.px(16))
        ring = look.px(3)
        self.setStyleSheet(
            f"QTextEdit {{ background: {look.surface}; border: {ring}px solid {look.surface}; }}"
            f"QTextEdit:focus {{ border-color: {look.focus}; }}"
        )

    def show_blocks(self, blocks: Iterable[Block], sought: str = "") -> None:
        """Other text, from its beginning; what is sought is marked."""
        self.clear()
        self.headings = []
        cursor = self.textCursor()
        cursor.beginEditBlock()
        rows: list[Block] = []
        for block in blocks:
            if block.kind in ("columns", "row"):
                if rows and (block.kind == "columns" or len(block.cells) != len(rows[0].cells)):
                    self._table(cursor, rows)
                    rows = []
                rows.append(block)
                continue
            self._table(cursor, rows)
            rows = []
            self._paragraph(cursor, block)
        self._table(cursor, rows)
        cursor.endEditBlock()
        self._mark(sought)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def go_to(self, heading: int) -> None:
        """That heading at the top."""
        cursor = self.textCursor()
        cursor.setPosition(self.headings[heading][2])
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self._look.px(12))

    def at(self) -> int:
        """The heading under which the top of the window stands; -1 above the first."""
        top = self.cursorForPosition(self.viewport().rect().topLeft()).position() + 1
        return sum(place <= top for _, _, place in self.headings) - 1

    def scroll_by(self, rows: int) -> None:
        """Up and down."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rows * self._look.px(80))

    def turn(self, pages: int) -> None:
        """A page up or down."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * (bar.pageStep() - self._look.px(40)))

    # -- putting in -------------------------------------------------------------------------------------------------

    def _paragraph(self, cursor: QTextCursor, block: Block) -> None:
        look = self._look
        form = QTextBlockFormat()
        form.setTopMargin(look.px(_ABOVE.get(block.kind, 4)))
        form.setBottomMargin(look.px(8 if block.is_heading else 4))
        form.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if block.kind in _INDENT:
            form.setLeftMargin(look.px(_INDENT[block.kind]))
            form.setTextIndent(-QFontMetricsF(look.font(14)).horizontalAdvance(f"{block.mark} "))
        if block.kind in ("amber", "calm"):
            form.setBackground(look.colour("watch_ground" if block.kind == "amber" else "calm_ground"))
        self._new_block(cursor, form)
        if block.is_heading:
            level = ("title", "heading", "caption").index(block.kind)
            self.headings.append((block.words, level, cursor.position()))
        if block.mark:
            cursor.insertText(f"{block.mark} ", self._letters(block, Run("", "soft")))
        self._cell(cursor, block, block.cells[0])

    def _new_block(self, cursor: QTextCursor, form: QTextBlockFormat) -> None:
        if self.document().isEmpty():
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)

    def _table(self, cursor: QTextCursor, rows: list[Block]) -> None:
        """Rows that follow each other; the first may name the columns."""
        if not rows:
            return
        look, columns = self._look, len(rows[0].cells)
        form = QTextTableFormat()
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, wide) for wide in _WIDTHS.get(columns, (100,))]
        )
        form.setCellPadding(look.px(5))
        form.setCellSpacing(0)
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderBrush(look.colour("line"))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setTopMargin(look.px(6))
        form.setBottomMargin(look.px(8))
        table = cursor.insertTable(len(rows), columns, form)
        for place, block in enumerate(rows):
            for column, runs in enumerate(block.cells):
                cell = table.cellAt(place, column)
                if block.kind == "columns":
                    shade = cell.format()
                    shade.setBackground(look.colour("sunken"))
                    cell.setFormat(shade)
                self._cell(cell.firstCursorPosition(), block, runs)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _cell(self, cursor: QTextCursor, block: Block, runs: tuple[Run, ...]) -> None:
        for run in runs:
            cursor.insertText(clean(run.words, _LONGEST), self._letters(block, run))

    def _letters(self, block: Block, run: Run) -> QTextCharFormat:
        look = self._look
        small = run.style in ("soft", "code") or block.kind in ("columns", "sub")
        size = _SIZES.get(block.kind, 14 if small else 16)
        form = QTextCharFormat()
        font = QFont(look.font(size, bold=block.is_heading or run.style == "bold" or block.kind == "columns"))
        form.setFont(font)
        ink = "muted" if small else "ink"
        form.setForeground(look.colour({"amber": "watch", "calm": "calm"}.get(block.kind, ink)))
        return form

    def _mark(self, sought: str) -> None:
        """Every place of what is sought, in the colours of what is selected."""
        form = QTextCharFormat()
        form.setBackground(self._look.colour("action"))
        form.setForeground(self._look.colour("on_action"))
        wanted = sought.strip()
        marks = []
        block = self.document().begin()
        while wanted and block.isValid():
            for place in places(block.text(), wanted):
                mark = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.document())
                cursor.setPosition(block.position() + place)
                cursor.setPosition(block.position() + place + len(wanted), QTextCursor.MoveMode.KeepAnchor)
                mark.cursor, mark.format = cursor, form
                marks.append(mark)
            block = block.next()
        self.setExtraSelections(marks)
