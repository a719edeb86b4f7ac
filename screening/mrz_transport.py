"""What a reader sends, put back into lines: slips of the transport are undone here and told.

Apart from the parser because cables, keyboard layouts and OCR engines err in other ways than documents do. Silent: line
ends, framing characters, outer spaces. Told: everything in SLIPS. Refused: any other character than A-Z, 0-9 and <
(ICAO Doc 9303-3, 4.3).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from screening.mrz_layout import SHAPES, Shape

__all__ = ["GUESSED", "LONGEST", "SLIPS", "Arrangement", "Unreadable", "arrangements"]

LONGEST: Final = 1024
"""Characters looked at; the longest document sent twice, with line ends and framing, is far below 300."""

SLIPS: Final = (
    "lower case",
    "guillemet for <",
    "> for <",
    "space for <",
    "same document twice",
    "lines rotated",
    "trailing filler lost",
    "trailing filler added",
)

GUESSED: Final = SLIPS[-3:]
"""Slips of the layout, not of the characters: seen only by what the lines then say."""

# Line ends and tab; SOH STX ETX EOT ENQ ACK, NAK SYN ETB and the four information separators frame a message.
_BETWEEN: Final = re.compile("[\t\n\r\x01-\x06\x15-\x17\x1c-\x1f]+")
_STRANGE: Final = re.compile("[^A-Za-z0-9<> «»‹›]")
_LOWER: Final = re.compile("[a-z]")
_GUILLEMET: Final = re.compile("[«»‹›]")
_TRIMMED: Final = " " * max(shape.width for shape in SHAPES)
# ASCII only: str.upper would make S of the long s and SS of the sharp s.
_FOLD: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz>‹›»", "ABCDEFGHIJKLMNOPQRSTUVWXYZ<<<«")


class Unreadable(Exception):
    """No arrangement of lines can be made of the message; the text says why, without repeating any of it."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One way to see the message as lines of a document (each of its shape's width), and the slips undone for it."""

    lines: tuple[str, ...]
    slips: tuple[str, ...]


def arrangements(raw: str) -> tuple[Arrangement, ...]:
    """Every way to see the message as a document, the likeliest first: fewest slips, then what fits as it was sent.

    Raises Unreadable when there is none.
    """
    if len(raw) > LONGEST:
        raise Unreadable(f"too long: {len(raw)} characters, a document has 72 to 90")
    strange = _STRANGE.search(_BETWEEN.sub("", raw))
    if strange is not None:
        raise Unreadable(f"a character that no document has: U+{ord(strange[0]):04X}; only A-Z, 0-9 and < are read")
    pieces = [piece for piece in _BETWEEN.split(raw.translate(_FOLD)) if piece.strip(" ")]
    if not pieces:
        raise Unreadable("nothing was read")
    slips = [
        slip
        for slip, found in (
            ("lower case", _LOWER.search(raw)),
            ("guillemet for <", _GUILLEMET.search(raw)),
            ("> for <", ">" in raw),
        )
        if found
    ]
    once = _once(pieces)
    if once is not None:
        pieces, slips = once, [*slips, "same document twice"]
    received = pieces
    if not any("<" in piece or "«" in piece for piece in pieces):
        # Spaces stand for all fillers, and those at the end of a line may have been trimmed as outer spaces.
        pieces = [piece + _TRIMMED for piece in pieces]
    found = sorted(_all_arrangements(pieces), key=lambda each: (len(each.slips), *_strain(received, each)))
    if not found:
        lengths = ", ".join(str(len(piece.strip(" "))) for piece in pieces)
        raise Unreadable(f"no document has lines of these lengths: {lengths} (3 of 30, 2 of 36 or 2 of 44 are read)")
    return tuple(Arrangement(each.lines, (*slips, *each.slips)) for each in found)


def _strain(received: list[str], arrangement: Arrangement) -> tuple[int, int, int]:
    """How little the lines as sent are of this width: lines that are not, spaces to be dropped, spaces to be added.

    It tells a small visa from a large one where spaces stand for fillers and those at the end may have been trimmed.
    """
    width = len(arrangement.lines[0])
    as_sent = [(piece, piece.lstrip(" "), piece.rstrip(" "), piece.strip(" ")) for piece in received]
    inexact = sum(all(len(text) % width for text in texts) for texts in as_sent)
    dropped = sum(max(0, len(piece) - width) for piece in received)
    added = sum(max(0, width - len(piece)) for piece in received)
    return inexact, dropped, added


def _once(pieces: list[str]) -> list[str] | None:
    """The pieces of the first of two equal documents; None when it was sent once."""
    bare = [piece.strip(" ") for piece in pieces]
    if len(pieces) == 1:
        for text in (pieces[0], bare[0]):
            half = len(text) // 2
            if half >= 71 and len(text) % 2 == 0 and text[:half] == text[half:]:
                return [text[:half]]
        return None
    if set(Counter(bare).values()) != {2}:
        return None
    return [piece for place, piece in enumerate(pieces) if bare[place] not in bare[:place]]


def _all_arrangements(pieces: Sequence[str]) -> Iterator[Arrangement]:
    for shape in SHAPES:
        for order in permutations(range(shape.lines)):
            for surplus in (0, -1, 1):
                arrangement = _arrange(pieces, shape, order, surplus)
                if arrangement is not None:
                    yield arrangement


def _arrange(pieces: Sequence[str], shape: Shape, order: tuple[int, ...], surplus: int) -> Arrangement | None:
    """The document whose lines came in this order, its bare line longer or shorter by `surplus` fillers."""
    cut = _cut(pieces, [shape.width + (surplus if role == shape.bare else 0) for role in order])
    if cut is None:
        return None
    received, slips = cut
    lines = [received[order.index(role)] for role in range(shape.lines)]
    if order != tuple(range(shape.lines)):
        slips = (*slips, "lines rotated")
    if surplus:
        # Where the line does not end in a filler, something else than a trailing filler was lost or added.
        if not lines[shape.bare].endswith("<"):
            return None
        lines[shape.bare] = lines[shape.bare] + "<" if surplus < 0 else lines[shape.bare][:-1]
        slips = (*slips, "trailing filler lost" if surplus < 0 else "trailing filler added")
    return Arrangement(tuple(lines), slips)


def _cut(pieces: Sequence[str], widths: list[int]) -> tuple[list[str], tuple[str, ...]] | None:
    """Lines of these widths, in the order received; each piece holds one or more whole lines."""
    lines: list[str] = []
    with_spaces = False
    for piece in pieces:
        for count in range(1, len(widths) - len(lines) + 1):
            wanted = widths[len(lines) : len(lines) + count]
            fitted = _fit(piece, sum(wanted))
            if fitted is not None:
                break
        else:
            return None
        with_spaces |= " " in fitted
        fitted = fitted.replace(" ", "<")
        for width in wanted:
            lines.append(fitted[:width])
            fitted = fitted[width:]
    if len(lines) != len(widths):
        return None
    return lines, ("space for <",) if with_spaces else ()


def _fit(piece: str, length: int) -> str | None:
    """The piece at this length: without its outer spaces, or with those that stand for fillers, at its end first.

    A double guillemet is one filler or, as OCR engines have it, two: the length decides.
    """
    readings = (piece.replace("«", "<"), piece.replace("«", "<<"))
    for text in readings:
        core = text.strip(" ")
        if len(core) == length:
            return core
    for text in readings:
        core = text.strip(" ")
        after = len(text) - len(text.rstrip(" "))
        before = len(text) - len(text.lstrip(" "))
        missing = length - len(core)
        if core and 0 < missing <= before + after:
            trailing = min(missing, after)
            return " " * (missing - trailing) + core + " " * trailing
    return None
