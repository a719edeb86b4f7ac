"""How a day kept to the procedure, on one A4 page and as files: the same rows in each."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import Any, Final

from . import text
from .charts import draw_named_bars
from .page import A4, MM, Box, Sheet

__all__ = ["ConformanceSheet", "Table", "conformance_csv", "conformance_json", "conformance_sheet", "conformance_xlsx"]

_MARGIN: Final = 14 * MM
_GAP: Final = 20.0
_MOST: Final = 14
HEADS: Final = ("table", "key", "name", "count", "of")


@dataclass(frozen=True, slots=True)
class Table:
    """One list: id, title, and rows of (key, name, count, of how many or None), the most frequent first."""

    id: str
    title: str
    rows: tuple[tuple[str, str, int, int | None], ...]


@dataclass(frozen=True, slots=True)
class ConformanceSheet:
    """Everything the sheet says, in one language. `figures` are (number, what); `none` stands for an empty list."""

    language: str
    title: str
    subtitle: str
    figures: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    none: str
    note: str
    only: tuple[tuple[str, str], ...] = ()  # what part of the day it is of: kind and code


def conformance_sheet(said: ConformanceSheet) -> bytes:
    """The page as a PDF; the same input gives the same bytes."""
    sheet = Sheet(A4, title=said.title, language=said.language, subject=said.subtitle)
    width = sheet.width - 2 * _MARGIN
    y = sheet.block(_MARGIN, 12 * MM, text.fit(text.printable(said.title).text, width, 18, floor=11, bold=True))
    y = sheet.block(_MARGIN, y, text.fit(text.printable(said.subtitle).text, width, 10, floor=7)) + 6
    sheet.rule(_MARGIN, y, _MARGIN + width, y, thick=1.2)
    step = width / max(1, len(said.figures))
    for place, (number, what) in enumerate(said.figures):
        x = _MARGIN + place * step
        sheet.block(x, y + 8, text.fit(number, step - 8, 26, floor=12, bold=True))
        sheet.block(x, y + 44, text.fit(text.printable(what).text, step - 8, 9, floor=6.5, lines=3))
    wide = (width - _GAP) / 2
    feet = [y + 92.0, y + 92.0]
    for place, table in enumerate(said.tables):
        column = place % 2
        box = Box(_MARGIN + column * (wide + _GAP), feet[column], wide, 0)
        bars = [(text.printable(_named(row), longest=60).text, row[2]) for row in table.rows[:_MOST]]
        foot = draw_named_bars(sheet, box, text.printable(table.title).text, bars, "", step=13)
        feet[column] = (foot if bars else sheet.block(box.x, foot, text.Block((said.none,), 9))) + 18
    note = text.Block(text.wrap(text.printable(said.note, longest=900).text, width, 7), 7)
    sheet.block(_MARGIN, sheet.height - 12 * MM - note.height, note)
    return sheet.to_bytes()


def _named(row: tuple[str, str, int, int | None]) -> str:
    return row[1] if row[3] is None else f"{row[1]} (/ {row[3]})"


def conformance_csv(said: ConformanceSheet) -> bytes:
    """One row a line, UTF-8."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(HEADS)
    writer.writerows(["only", *part, "", ""] for part in said.only)
    for table in said.tables:
        writer.writerows([table.id, *row] for row in table.rows)
    return made.getvalue().encode()


def conformance_json(said: ConformanceSheet) -> bytes:
    """The rows for programs, UTF-8."""
    made: dict[str, Any] = {"format": "paso-seguro-conformance", "format_version": 1, "title": said.title}
    made["only"] = dict(said.only)
    made["tables"] = {table.id: [dict(zip(HEADS[1:], row, strict=True)) for row in table.rows] for table in said.tables}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def conformance_xlsx(said: ConformanceSheet) -> bytes:
    """One sheet a list; every word is text, never a formula."""
    from xlsxwriter import Workbook

    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    about = book.add_worksheet("about")
    for row, words in enumerate((said.title, said.subtitle)):
        about.write_string(row, 0, words)
    for table in said.tables:
        sheet = book.add_worksheet(table.id[:31])
        for row, line in enumerate([HEADS[1:], *table.rows]):
            for column, cell in enumerate(line):
                if isinstance(cell, str):
                    sheet.write_string(row, column, cell)
                elif cell is not None:
                    sheet.write_number(row, column, cell)
        sheet.set_column(1, 1, 50)
        sheet.freeze_panes(1, 0)
    book.close()
    return made.getvalue()
