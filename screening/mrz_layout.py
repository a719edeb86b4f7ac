"""The five layouts of the machine-readable zone: which field stands in which cells, and which check digit covers them.

Apart from the parser because the positions are the norm's, typed out once; a cell is (line, column), both from 0.
Sources: ICAO Doc 9303-4, 4.2 (TD3), 9303-5, 4.2 (TD1), 9303-6, 4.2 (TD2), 9303-7, 4.2 and 5.2 (MRV-A and MRV-B);
check digits: 9303-3, 4.9.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

__all__ = [
    "LAYOUTS",
    "SHAPES",
    "Cell",
    "CheckedField",
    "Kind",
    "Layout",
    "Shape",
    "check_digit",
    "layout_of",
    "text_of",
]

Kind = Literal["TD1", "TD2", "TD3", "MRV-A", "MRV-B"]
Cell = tuple[int, int]
Cells = tuple[Cell, ...]

_VALUE: Final = {char: value for value, char in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {"<": 0}
_WEIGHTS: Final = (7, 3, 1)


def check_digit(text: str) -> str:
    """The check digit "0"-"9" of a text of A-Z, 0-9 and <: weights 7 3 1, modulus 10. Source: ICAO Doc 9303-3, 4.9."""
    return str(sum(_VALUE[char] * _WEIGHTS[place % 3] for place, char in enumerate(text)) % 10)


def text_of(zone: tuple[str, ...], cells: Cells) -> str:
    """What stands in these cells, in their order."""
    return "".join([zone[line][column] for line, column in cells])


@dataclass(frozen=True, slots=True)
class Shape:
    """How many lines of how many characters; `bare` is the line that no check digit covers."""

    lines: int
    width: int
    bare: int


@dataclass(frozen=True, slots=True)
class CheckedField:
    """Cells covered by one check digit.

    `numeric`: only digits (or fillers) may stand there. `may_be_blank`: a filler is a right digit of fillers only.
    """

    name: str
    cells: Cells
    digit: Cell
    numeric: bool = False
    may_be_blank: bool = False

    def agrees(self, zone: tuple[str, ...]) -> bool:
        """Whether the cells hold what they may and the digit is theirs; no other character in its place is."""
        text, digit = text_of(zone, self.cells), zone[self.digit[0]][self.digit[1]]
        if self.numeric and text.strip("0123456789<"):
            return False  # a letter has the value of a digit (M is 22, so 2): the sum alone would let it pass
        if digit == "<":
            return self.may_be_blank and not text.strip("<")
        return digit == check_digit(text)


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of document. `overflow` is where a document number of more than nine characters goes on."""

    kind: Kind
    shape: Shape
    first_letters: str
    issuing_state: Cells
    nationality: Cells
    name: Cells
    sex: Cell
    number: CheckedField
    birth: CheckedField
    expiry: CheckedField
    optional: CheckedField | None
    composite: CheckedField | None
    overflow: Cells

    def number_in(self, zone: tuple[str, ...]) -> CheckedField:
        """The document number of this zone, as long as it is.

        A filler in place of its check digit says that the number goes on in the optional data, up to a filler; the
        last character before that one is its check digit. Source: ICAO Doc 9303-5 and 9303-6, 4.2.2, note j.
        """
        field, rest = self.number, text_of(zone, self.overflow).split("<", 1)[0]
        if zone[field.digit[0]][field.digit[1]] != "<" or "<" in text_of(zone, field.cells) or len(rest) < 2:
            return field
        more = self.overflow[: len(rest)]
        return CheckedField(field.name, field.cells + more[:-1], more[-1])


def _span(line: int, start: int, stop: int) -> Cells:
    """Cells of one line, by the norm's own numbers: from 1, both ends in."""
    return tuple((line - 1, column) for column in range(start - 1, stop))


def _checked(name: str, cells: Cells, *, numeric: bool = False, may_be_blank: bool = False) -> CheckedField:
    """A field whose check digit follows it."""
    line, column = cells[-1]
    return CheckedField(name, cells, (line, column + 1), numeric=numeric, may_be_blank=may_be_blank)


def _two_lines(
    kind: Kind, width: int, letters: str, optional: int | None = None, composite: int | None = None
) -> Layout:
    """TD2, TD3 and visas: alike up to position 28 of the lower line. `optional`, `composite`: last position covered."""
    covered = () if composite is None else _span(2, 1, 10) + _span(2, 14, 20) + _span(2, 22, composite)
    return Layout(
        kind=kind,
        shape=Shape(2, width, 0),
        first_letters=letters,
        issuing_state=_span(1, 3, 5),
        nationality=_span(2, 11, 13),
        name=_span(1, 6, width),
        sex=(1, 20),
        number=_checked("number", _span(2, 1, 9)),
        birth=_checked("birth_date", _span(2, 14, 19), numeric=True, may_be_blank=True),
        expiry=_checked("expiry_date", _span(2, 22, 27), numeric=True, may_be_blank=True),
        optional=None if optional is None else _checked("optional", _span(2, 29, optional), may_be_blank=True),
        composite=None if composite is None else _checked("composite", covered),
        overflow=_span(2, 29, 35) if kind == "TD2" else (),
    )


_TD1: Final = Layout(
    kind="TD1",
    shape=Shape(3, 30, 2),
    first_letters="ACI",
    issuing_state=_span(1, 3, 5),
    nationality=_span(2, 16, 18),
    name=_span(3, 1, 30),
    sex=(1, 7),
    number=_checked("number", _span(1, 6, 14)),
    birth=_checked("birth_date", _span(2, 1, 6), numeric=True, may_be_blank=True),
    expiry=_checked("expiry_date", _span(2, 9, 14), numeric=True, may_be_blank=True),
    optional=None,
    composite=_checked("composite", _span(1, 6, 30) + _span(2, 1, 7) + _span(2, 9, 15) + _span(2, 19, 29)),
    overflow=_span(1, 16, 30),
)

LAYOUTS: Final = (
    _TD1,
    _two_lines("TD2", 36, "ACI", composite=35),
    _two_lines("TD3", 44, "P", optional=42, composite=43),
    _two_lines("MRV-A", 44, "V"),
    _two_lines("MRV-B", 36, "V"),
)

SHAPES: Final = (Shape(2, 44, 0), Shape(3, 30, 2), Shape(2, 36, 0))


def layout_of(zone: tuple[str, ...]) -> Layout:
    """The layout by size and first letter: V in two lines is a visa, whatever else is a passport or a card.

    The zone has one of SHAPES. Source: ICAO Doc 9303-7, 4.2.2: V designates a visa; parts 4 to 6 keep V from others.
    """
    width, is_visa = len(zone[0]), zone[0][0] == "V" and len(zone) == 2
    return next(each for each in LAYOUTS if each.shape.width == width and (each.first_letters == "V") == is_visa)
