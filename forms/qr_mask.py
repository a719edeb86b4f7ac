"""The mask of a QR code by the penalties of its norm (ISO/IEC 18004:2015, 7.8.3), over whole codes as one number.

A code of n modules on a side is a number of n rows of n bits, the first module highest. Two codes of the same text that
differ in the mask alone differ by the same bits whatever the text is, so one code gives all eight.
"""

from __future__ import annotations

import re
from functools import cache

import segno

__all__ = ["dark_and_light", "penalty"]

_MASKS = range(8)
_DIGITS = bytes.maketrans(b"\0\1", b"01")
_LIGHT = "0000"
_FINDER = re.compile("1011101(?:(?=0000)|(?<=00001011101))")

Rows = list[str]


def dark_and_light(text: str) -> Rows:
    """The code of a text at error level M as rows of 1 and 0, under the mask with the lowest penalty, or its first."""
    rows = _rows(text, 0)
    across = len(rows)
    bits = int("".join(rows), 2)
    flips, counted = _flips(across)
    return _cut(min([bits ^ flip for flip in flips], key=lambda code: penalty(code & counted, across)), across)


def _rows(text: str, mask: int) -> Rows:
    made = segno.make(text, error="m", boost_error=False, micro=False, mask=mask).matrix
    return [row.translate(_DIGITS).decode() for row in made]


def _cut(bits: int, across: int) -> Rows:
    said = f"{bits:0{across * across}b}"
    return [said[first : first + across] for first in range(0, len(said), across)]


@cache
def _flips(across: int) -> tuple[tuple[int, ...], int]:
    """What turns a code of mask 0 into each of the others, and the modules that count: format information does not."""
    text = "A"
    while len(_rows(text, 0)) < across:
        text += "A"
    codes = [int("".join(_rows(text, mask)), 2) for mask in _MASKS]
    counted = (1 << across * across) - 1
    for place in (*range(6), 7, 8, *range(across - 8, across)):
        for row, column in ((8, place), (place, 8)):
            counted &= ~(1 << (across - row) * across - 1 - column)
    return tuple(codes[0] ^ code for code in codes), counted


def penalty(bits: int, across: int) -> int:
    """Points of a code: long runs, blocks of two by two, shapes like a finder, too much of one colour."""
    rows = _cut(bits, across)
    columns = ["".join(column) for column in zip(*rows, strict=True)]
    alike = _alike(bits, across)
    blocks = alike & alike >> across & ~(bits ^ bits >> across)
    return (
        _runs(alike)
        + _runs(_alike(int("".join(columns), 2), across))
        + 3 * blocks.bit_count()
        + 40 * (_finders(rows) + _finders(columns))
        + 10 * int(abs(bits.bit_count() / across**2 * 100 - 50) / 5)
    )


def _alike(bits: int, across: int) -> int:
    """The modules of the same colour as the one before them in their row."""
    return ~(bits ^ bits >> 1) & _not_first(across)


@cache
def _not_first(across: int) -> int:
    return sum(((1 << across - 1) - 1) << row * across for row in range(across))


def _runs(alike: int) -> int:
    """Three points for five modules of one colour in a row, and one for each that follows."""
    long = alike & alike >> 1 & alike >> 2 & alike >> 3
    return long.bit_count() + 2 * (long & ~(long >> 1)).bit_count()


def _finders(lines: Rows) -> int:
    """Shapes like a finder with four light modules before or after them; around the code all is light."""
    return len(_FINDER.findall(f"{_LIGHT}{_LIGHT.join(lines)}{_LIGHT}"))
