"""The Nastaliq font as Qt can set it: letters joined where the font says, not where Qt finds a point of an outline.

168 of the font's joining places are given as coordinates and, for hinted text, as a point of the outline as well
(`AnchorFormat2`). Qt takes the point and gets another place: the letters of مريض or معلوم stand in a heap. So Qt is
given a copy in memory in which these places are plain coordinates (`AnchorFormat1`, the same fields but the last),
under a name of its own. The licence of the font (OFL 1.1, without a reserved name) allows both.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from importlib import resources
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

FAMILY: Final = "Paso Nastaliq Urdu"
_OLD: Final = "Noto Nastaliq Urdu"
_CURSIVE, _EXTENSION = 3, 9


def register_nastaliq() -> None:
    """Give Qt the copy, once."""
    if FAMILY not in QFontDatabase.families():
        QFontDatabase.addApplicationFontFromData(QByteArray(joined(_shipped())))


def _shipped() -> bytes:
    return (resources.files("forms.fonts") / "NotoNastaliqUrdu-Regular.ttf").read_bytes()


def joined(font: bytes) -> bytes:
    """The font with every joining place as plain coordinates, renamed."""
    made = bytearray(font)
    for place in _anchors(font):
        if _u16(font, place) == 2:
            struct.pack_into(">H", made, place, 1)
    renamed = made.replace(_OLD.encode("utf-16-be"), FAMILY.encode("utf-16-be"))
    return bytes(renamed.replace(_OLD.encode("ascii"), FAMILY.encode("ascii")))


def _anchors(font: bytes) -> Iterator[int]:
    """Where the entry and exit anchors of all cursive subtables lie. Source: OpenType 1.9, GPOS, lookup type 3."""
    gpos = _table(font, b"GPOS")
    lookups = gpos + _u16(font, gpos + 8)
    for lookup in (lookups + offset for offset in _offsets(font, lookups)):
        kind = _u16(font, lookup)
        for subtable in (lookup + offset for offset in _offsets(font, lookup + 4)):
            start, found = subtable, kind
            if kind == _EXTENSION:
                found, start = _u16(font, subtable + 2), subtable + _u32(font, subtable + 4)
            if found == _CURSIVE:
                count = _u16(font, start + 4)
                yield from (
                    start + offset for place in range(2 * count) if (offset := _u16(font, start + 6 + 2 * place))
                )


def _table(font: bytes, tag: bytes) -> int:
    """Where a table of the font begins."""
    for place in range(_u16(font, 4)):
        record = 12 + 16 * place
        if font[record : record + 4] == tag:
            return _u32(font, record + 8)
    raise AssertionError(f"the font has no table {tag.decode()}")


def _offsets(font: bytes, place: int) -> Iterator[int]:
    """The offsets of a list that begins with its count."""
    yield from (_u16(font, place + 2 + 2 * each) for each in range(_u16(font, place)))


def _u16(font: bytes, place: int) -> int:
    return int.from_bytes(font[place : place + 2], "big")


def _u32(font: bytes, place: int) -> int:
    return int.from_bytes(font[place : place + 4], "big")
