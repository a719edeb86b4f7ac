"""The QR on a slip: its number, its place in the chain and eight characters of the chain's head, checkable offline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .page import Sheet

__all__ = ["Seal", "draw_qr", "parse_seal"]

_NUMBER = re.compile(r"[0-9A-Z](?:[0-9A-Z-]{0,46}[0-9A-Z])?", re.ASCII)
_SEAL = re.compile(r"PASO1:([0-9A-Z-]{1,48}):(0|[1-9][0-9]{0,17}):([0-9A-F]{8})", re.ASCII)
_DARK = re.compile("1+")
_HEAD = re.compile(r"[0-9A-Fa-f]{8,}", re.ASCII)

QUIET = 4
"""Modules of white around the code, as its norm asks."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What the code says. Whoever holds a slip holds an anchor: the chain behind it can no longer be rewritten unseen.

    >>> Seal("PA-DAR-LB-A7K-000123-X", 4711, "ab12cd34ef").text
    'PASO1:PA-DAR-LB-A7K-000123-X:4711:AB12CD34'
    """

    number: str
    sequence: int
    head: str

    def __post_init__(self) -> None:
        if not _NUMBER.fullmatch(self.number):
            raise ValueError(f"slip number {self.number!r}: only capitals A-Z, digits and inner hyphens, at most 48.")
        if not 0 <= self.sequence < 10**18:
            raise ValueError(f"sequence {self.sequence}: it counts events, from 0.")
        if not _HEAD.fullmatch(self.head):
            raise ValueError("chain head: at least eight hexadecimal characters are needed.")
        object.__setattr__(self, "head", self.head[:8].upper())

    @property
    def text(self) -> str:
        """The code's text: capitals, digits, hyphens and colons only, which a QR code packs densest."""
        return f"PASO1:{self.number}:{self.sequence}:{self.head}"


def parse_seal(text: str) -> Seal:
    """The seal a scanner read, letter case and surrounding blanks apart.

    Raises ValueError when it is no seal of ours.
    """
    match = _SEAL.fullmatch(text[:120].strip().upper()) if text[:120].isascii() else None
    if match is None:
        raise ValueError("this code is not the seal of a Paso Seguro slip: it would begin with PASO1:")
    return Seal(match[1], int(match[2]), match[3])


@lru_cache(maxsize=16)
def _modules(text: str) -> tuple[int, str]:
    """The code's modules on a side, and the path of the dark ones in units of a module, from the top; error level M."""
    from .qr_mask import dark_and_light

    rows = dark_and_light(text)
    path = " ".join(
        [f"{run.start()} {number} {len(run[0])} 1 re" for number, row in enumerate(rows) for run in _DARK.finditer(row)]
    )
    return len(rows), path


def draw_qr(sheet: Sheet, x: float, y: float, side: float, text: str) -> None:
    """Set the code with its quiet zone in a square of `side` points whose top left corner is (x, y)."""
    across, path = _modules(text)
    module = side / (across + 2 * QUIET)
    sheet.modules(x + QUIET * module, y + QUIET * module, module, path)
