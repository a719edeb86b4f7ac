"""An edition read aloud, on paper: the prose of `sops.aloud` set in pages, after it the flow chart of a procedure.

The prose is Markdown of five kinds of line (title, heading, numbered, bullet, paragraph) with bold, italic and code; it
is set word by word, for the one door for strings knows no markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sops.aloud import aloud
from sops.catalogue import Catalogue

from . import text
from .drawing import draw_on
from .flow_chart import chart_pages
from .page import A4, MM, Sheet

__all__ = ["aloud_pdf"]

_MARGIN: Final = 18 * MM
_FOOT: Final = 14 * MM
_SPANS: Final = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`")
_ASIDE: Final = re.compile(r"\*[^*]+\*")
_LINE: Final = re.compile(r"(?P<indent> *)(?P<mark>#{1,3} |\d+\. |- )?(?P<said>.*)")


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a line of prose is set."""

    size: float
    bold: bool = False
    before: float = 1.5
    hang: float = 0.0


_PLAIN: Final = _Kind(9.5)
_KINDS: Final = {
    "# ": _Kind(17, bold=True, before=0),
    "## ": _Kind(12.5, bold=True, before=13),
    "### ": _Kind(10.5, bold=True, before=8),
    "- ": _Kind(9.5, hang=10),
}
_SOURCE: Final = _Kind(7.5, hang=10)
_NUMBERED: Final = _Kind(9.5, before=6, hang=20)


def aloud_pdf(catalogue: Catalogue, name: str, language: str) -> bytes:
    """The edition of that name as a PDF to be printed and read aloud, for staff in es or else en.

    What is said to travellers is in `language` where paper can set it. The same bytes each time.

    Raises NoEditionError when there is none.
    """
    prose = aloud(catalogue, name, language, settable=text.can_set(language))
    spoken = "es" if language == "es" else "en"
    sheet = Sheet(A4, title=prose.split("\n", 1)[0].removeprefix("# "), language=spoken, subject=name)
    _Setter(sheet, name).set(prose)
    if any(file.name == name.split("+", 1)[0] for file in catalogue.of_kind("procedure")):
        for page in chart_pages(catalogue.procedure(name), catalogue.wording, spoken, "a4"):
            sheet.next_page()
            sheet.canvas.setPageSize((page.width, page.height))
            sheet.height = page.height
            draw_on(sheet, page)
    return sheet.to_bytes()


class _Setter:
    """Sets lines of prose one below the other, page after page, each with its number and the name of the edition."""

    def __init__(self, sheet: Sheet, name: str) -> None:
        self.sheet, self.name = sheet, name
        self.y = _MARGIN
        self.page = 1
        self._number()

    def set(self, prose: str) -> None:
        for line in _joined(prose):
            self._line(line)

    def _line(self, line: str) -> None:
        found = _LINE.fullmatch(line)
        assert found is not None
        mark = found["mark"] or ""
        kind = _KINDS.get(mark) or (_NUMBERED if mark else _PLAIN)
        if mark == "- " and _ASIDE.fullmatch(found["said"]):
            kind = _SOURCE
        indent = 20.0 if found["indent"] else 0.0
        left = _MARGIN + indent
        rows = list(_rows(found["said"], kind, self.sheet.width - _MARGIN - left - kind.hang))
        need = min(len(rows), 3) * kind.size * text.LINE + (30 if kind.bold else 0)
        self.y += kind.before
        if self.y + need > self.sheet.height - _FOOT - 10:
            self._turn()
        if kind.hang and kind is not _SOURCE:
            self.sheet.line(left, self.y, "•" if mark == "- " else mark.strip(), kind.size, bold=mark != "- ")
        for row in rows:
            if self.y + kind.size * text.LINE > self.sheet.height - _FOOT - 4:
                self._turn()
            x = left + kind.hang
            for words, bold in row:
                x += self.sheet.line(x, self.y, words, kind.size, bold=bold)
            self.y += kind.size * text.LINE

    def _turn(self) -> None:
        self.sheet.next_page()
        self.page += 1
        self.y = _MARGIN
        self._number()

    def _number(self) -> None:
        foot = self.sheet.height - _FOOT
        self.sheet.line(_MARGIN, foot, self.name, 8)
        self.sheet.line(self.sheet.width - _MARGIN, foot, str(self.page), 8, align="right")


Row = list[tuple[str, bool]]


def _joined(prose: str) -> Iterator[str]:
    """The lines of the prose, a paragraph of several lines as one."""
    held = ""
    for line in [*prose.splitlines(), ""]:
        begins = _LINE.fullmatch(line)
        assert begins is not None
        plain = bool(line.strip()) and not begins["mark"]
        if held and not (plain and not held.lstrip().startswith(("#", "- ")) and not held[0].isdigit()):
            yield held
            held = ""
        held = f"{held.rstrip()} {line.strip()}" if held else line
        held = held if line.strip() else ""


def _rows(said: str, kind: _Kind, width: float) -> Iterator[Row]:
    """The words of a line in rows that fit the width: runs of words, each with whether it is bold."""
    row: Row = []
    used = 0.0
    for words, bold in _spans(text.printable(said, longest=4_000).text, kind):
        for piece in re.findall(r"\s*\S+\s*", words) or [words]:
            wide = text.measure(piece.rstrip(), kind.size, bold=bold)
            if row and used + wide > width:
                yield row
                row, used = [], 0.0
            row.append((piece, bold))
            used += text.measure(piece, kind.size, bold=bold)
    if row:
        yield row


def _spans(said: str, kind: _Kind) -> Iterator[tuple[str, bool]]:
    """The line cut at its marks: words, and whether they are bold."""
    at = 0
    for found in _SPANS.finditer(said):
        if found.start() > at:
            yield said[at : found.start()], kind.bold
        yield found[1] or found[2] or found[3], kind.bold or found[1] is not None
        at = found.end()
    if at < len(said):
        yield said[at:], kind.bold
