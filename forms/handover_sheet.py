"""The handover of a shift on paper: what the next officer takes over, and the line on which both sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from . import text
from .page import A4, MM, Box, Sheet

__all__ = ["Handover", "Section", "handover_sheet"]

_MARGIN: Final = 16 * MM
_FOOT: Final = 40 * MM  # where both sign
_SIZE: Final = 9.5
_SMALL: Final = 8.0


@dataclass(frozen=True, slots=True)
class Section:
    """One list: its title and rows of (who or what, details, when), an urgent one marked. `none` stands for no rows."""

    title: str
    rows: tuple[tuple[str, str, str, bool], ...]
    none: str


@dataclass(frozen=True, slots=True)
class Handover:
    """Everything the sheet says, in one language; it names no traveller.

    `figures` are the counts of the shift (number, what); `band` is printed across the top of a drill, else empty.
    """

    language: str
    title: str
    subtitle: str
    band: str
    figures: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    signatures: tuple[str, str]
    note: str


def handover_sheet(handover: Handover) -> bytes:
    """The sheet as a PDF of as many A4 pages as it takes; the same input gives the same bytes."""
    return _Setter(handover).made()


class _Setter:
    def __init__(self, handover: Handover) -> None:
        self._what = handover
        self.sheet = Sheet(A4, title=handover.title, language=handover.language, subject=handover.subtitle)
        self._width = self.sheet.width - 2 * _MARGIN
        self._y = 0.0

    def made(self) -> bytes:
        self._head()
        self._figures()
        for section in self._what.sections:
            self._section(section)
        self._sign()
        return self.sheet.to_bytes()

    def _head(self) -> None:
        what, sheet = self._what, self.sheet
        self._y = 12 * MM
        if what.band:
            sheet.frame(Box(_MARGIN, self._y, self._width, 20), thick=1.6)
            band = text.fit(text.printable(what.band).text, self._width - 16, 12, floor=8, bold=True)
            sheet.block(sheet.width / 2, self._y + 3, band, align="centre")
            self._y += 26
        title = text.fit(text.printable(what.title).text, self._width, 18, floor=11, bold=True)
        self._y = sheet.block(_MARGIN, self._y, title)
        self._y = sheet.block(_MARGIN, self._y, text.fit(text.printable(what.subtitle).text, self._width, 10, floor=7))
        sheet.rule(_MARGIN, self._y + 4, _MARGIN + self._width, self._y + 4, thick=1.2)
        self._y += 10

    def _figures(self) -> None:
        step = self._width / max(1, len(self._what.figures))
        for place, (number, what) in enumerate(self._what.figures):
            x = _MARGIN + place * step
            self.sheet.block(x, self._y, text.fit(number, step - 8, 26, floor=12, bold=True))
            self.sheet.block(x, self._y + 34, text.fit(text.printable(what).text, step - 8, 9, floor=6.5, lines=2))
        self._y += 62

    def _section(self, section: Section) -> None:
        self._room(14 + 2 * _SIZE * text.LINE)
        rule = self._y + 2
        self.sheet.rule(_MARGIN, rule, _MARGIN + self._width, rule, thick=0.6)
        self._y += 5
        self.sheet.line(_MARGIN, self._y, text.printable(section.title).text, 11, bold=True)
        self._y += 11 * text.LINE + 1
        if not section.rows:
            self._row((section.none, "", "", False))
        for row in section.rows:
            self._row(row)
        self._y += 4

    def _row(self, row: tuple[str, str, str, bool]) -> None:
        head, below, when, is_urgent = row
        wide = self._width * 0.72
        heads = text.wrap(text.printable(head).text, wide, _SIZE, bold=is_urgent)
        belows = text.wrap(text.printable(below).text, wide, _SMALL) if below else ()
        tall = len(heads) * _SIZE * text.LINE + len(belows) * _SMALL * text.LINE + 3
        self._room(tall)
        if is_urgent:
            self.sheet.bar(Box(_MARGIN, self._y + 2, 3, tall - 4))
        x = _MARGIN + 9
        y = self.sheet.block(x, self._y, text.Block(tuple(heads), _SIZE, is_urgent))
        if when:
            said = text.fit(text.printable(when).text, self._width * 0.26, _SIZE, floor=6.5, bold=is_urgent)
            self.sheet.block(_MARGIN + self._width, self._y, said, align="right")
        if belows:
            self.sheet.block(x, y, text.Block(tuple(belows), _SMALL))
        self._y += tall

    def _room(self, tall: float) -> None:
        """Another page where this one has no room; the title stands on each."""
        if self._y + tall > self.sheet.height - _FOOT - 6:
            self.sheet.next_page()
            self._head()

    def _sign(self) -> None:
        top, half = self.sheet.height - _FOOT, self._width / 2 - 10
        for place, who in enumerate(self._what.signatures):
            x = _MARGIN + place * (half + 20)
            self.sheet.rule(x, top + 40, x + half, top + 40, thick=0.8)
            self.sheet.block(x, top + 43, text.fit(text.printable(who).text, half, 9, floor=6.5))
        note = text.Block(text.wrap(text.printable(self._what.note, longest=600).text, self._width, 7), 7)
        self.sheet.block(_MARGIN, top + 62, note)
