"""What may be dangerous in a shown value, taken out: its patterns are read after the first picture."""

from __future__ import annotations

import re
from typing import Final

_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ud800-\udfff]")
_LONG_RUN: Final = re.compile(r"(\S{24})(?=\S)")
_MARKS: Final = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def cleaned(whole: str, most: int) -> str:
    """The value without direction marks, control characters and towers of marks, cut after `most` characters."""
    shown = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", _BIDI.sub("", whole[: most * 4]))
    shown = _MARKS.sub(r"\1", shown)
    if len(shown) > most or len(whole) > most * 4:
        shown = f"{shown[:most]}… (+{len(whole) - most})"
    return _LONG_RUN.sub("\\1\u200b", shown)
