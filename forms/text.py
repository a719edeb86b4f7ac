"""The one door for strings on paper: what can be set, how wide it is, where it breaks, and what is said when it cannot.

Nothing here knows markup: a name is a row of characters, so `R&D <b>` prints as `R&D <b>`. Other scripts come through
this door later; until then `can_set` answers no and `printable` prints a stated fallback instead of boxes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from . import faces

__all__ = [
    "LANGUAGES",
    "Block",
    "Printable",
    "Remark",
    "can_set",
    "draw",
    "fit",
    "forget",
    "in_language",
    "insert",
    "measure",
    "printable",
    "wrap",
]

LANGUAGES = ("es", "en", "fr", "pt", "ht")
"""Languages the paper has words and letters for."""

MAX_VALUE = 500
"""Characters of one value that paper carries; the rest stays in the record, and the page says so."""

LINE = 1.2
"""Leading, as a multiple of the size."""

_MARKS_IN_A_ROW = 3
_ISOLATE, _ISOLATE_END = "\u2068", "\u2069"
_HIDDEN_EXTRA = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u3164\uffa0\ufffc")
_PIECES = re.compile(r"[^\S\u00a0\u202f]+|[^\s\u00a0\u202f]+|[\u00a0\u202f]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_PLAIN = faces.HOUSE


class Remark(Enum):
    """What had to be done to a value so that it could be printed; the page states each one in a footnote."""

    MISSING = "missing"  # a character without a glyph, printed as its code: [U+1F600]
    HIDDEN = "hidden"  # invisible characters (controls, bidi overrides, zero width) left out
    MARKS = "marks"  # more than three combining marks on one letter
    CUT = "cut"  # longer than paper carries
    SCRIPT = "script"  # a script that this printer cannot set: the Latin form, or only the statement


@dataclass(frozen=True, slots=True)
class Printable:
    """A value as it will stand on paper, and what was done to it."""

    text: str
    remarks: frozenset[Remark] = frozenset()


class Block(NamedTuple):
    """Lines of one size that fit a width."""

    lines: tuple[str, ...]
    size: float
    bold: bool = False

    @property
    def leading(self) -> float:
        """Distance between baselines in points."""
        return self.size * LINE

    @property
    def height(self) -> float:
        """Height in points, from the top of the first line to the foot of the last."""
        return len(self.lines) * self.leading


def can_set(language: str) -> bool:
    """True when the paper can be set in the language; otherwise the caller gets Spanish and English."""
    return language in LANGUAGES


def in_language(words: Mapping[str, str], language: str) -> str:
    """The words in a language, or else in Spanish, English or whatever there is; empty when there are none."""
    for wanted in (language, "es", "en"):
        if words.get(wanted):
            return words[wanted]
    return next((text for text in words.values() if text), "")


def insert(template: str, /, **values: str) -> str:
    """A template with values set in, each isolated so that its direction cannot disturb the words around it.

    >>> insert("Call {phone} at once", phone="+507 6000-0000").replace("\u2068", "").replace("\u2069", "")
    'Call +507 6000-0000 at once'
    """
    return re.sub(
        r"\{(\w+)\}",
        lambda match: f"{_ISOLATE}{values[match[1]]}{_ISOLATE_END}" if match[1] in values else match[0],
        template,
    )


def printable(value: str, latin: str | None = None, longest: int = MAX_VALUE) -> Printable:
    """The value as paper can carry it, letter by letter as typed wherever every glyph exists.

    `latin` is what stands in for a script that cannot be set: the form of the machine-readable zone, say.
    """
    if len(value) <= longest and _PLAIN.issuperset(value):
        return Printable(value)
    remarks: set[Remark] = set()
    head = unicodedata.normalize("NFC", value[: 4 * longest].replace(_ISOLATE, "").replace(_ISOLATE_END, ""))
    if any(map(faces.needs_shaping, head)):
        stands_in = printable(latin, None, longest) if latin and latin != value else Printable("")
        return Printable(stands_in.text, stands_in.remarks | {Remark.SCRIPT})
    made, length = [], 0
    marks = 0
    for character in head:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MARKS_IN_A_ROW:
            remarks.add(Remark.MARKS)
            continue
        shown = _shown(character, remarks)
        length += len(shown)
        if length > longest:
            break
        made.append(shown)
    text = "".join(made).strip(" ")
    if length > longest or len(value) > 4 * longest:
        remarks.add(Remark.CUT)
        text += "…"
    return Printable(text, frozenset(remarks))


def _shown(character: str, remarks: set[Remark]) -> str:
    """The character itself, a space for a break, nothing for the invisible, its code for what has no glyph."""
    if character in _PLAIN:
        return character
    category = unicodedata.category(character)
    if character in "\t\n\v\f\r\x85\u2028\u2029":
        remarks.add(Remark.HIDDEN)
        return " "
    if (
        category in {"Cc", "Cf"}
        or character in _HIDDEN_EXTRA
        or 0xFE00 <= ord(character) <= 0xFE0F
        or 0xE0000 <= ord(character) <= 0xE0FFF
    ):
        remarks.add(Remark.HIDDEN)
        return ""
    if category == "Zs" and not faces.has_glyph(character):
        return " "
    if faces.has_glyph(character):
        return character
    remarks.add(Remark.MISSING)
    return f"[U+{ord(character):04X}]"


def _runs(text: str, *, bold: bool) -> list[tuple[str, str]]:
    """The text cut where the font changes: (font, part), left to right."""
    base = faces.LATIN_BOLD if bold else faces.LATIN
    if _PLAIN.issuperset(text):
        return [(base, text)]
    runs: list[tuple[str, str]] = []
    for character in text:
        if character in (_ISOLATE, _ISOLATE_END):
            continue
        face = faces.face_of(character, bold=bold)
        if runs and (runs[-1][0] == face or unicodedata.combining(character)):
            runs[-1] = (runs[-1][0], runs[-1][1] + character)
        else:
            runs.append((face, character))
    return runs


_measured: dict[tuple[str, bool], float] = {}
_cut: dict[tuple[str, bool], tuple[tuple[str, float], ...]] = {}


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line in points; remembered until `forget`, since a page tries several sizes of the same words."""
    wide = _measured.get((text, bold))
    if wide is None:
        wide = sum([faces.width_of(part, face) for face, part in _runs(text, bold=bold)])
        _measured[text, bold] = wide
    return size * wide


def _pieces(text: str, *, bold: bool) -> tuple[tuple[str, float], ...]:
    """The words and gaps of a text, each with its width at 1 pt; remembered like the widths."""
    cut = _cut.get((text, bold))
    if cut is None:
        cut = tuple([(piece, measure(piece, 1, bold=bold)) for piece in _PIECES.findall(text)])
        _cut[text, bold] = cut
    return cut


def forget() -> None:
    """Forget every text measured: names do not stay in memory after their page is finished."""
    _measured.clear()
    _cut.clear()


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `width`: at spaces, between ideographs, and inside a word that is too long."""
    if measure(text, size, bold=bold) <= width:
        return (text,)
    lines: list[str] = []
    line, used = "", 0.0
    for piece, unit in _pieces(text, bold=bold):
        wide = size * unit
        if used + wide <= width:
            line, used = line + piece, used + wide
            continue
        if piece.isspace():
            lines.append(line)
            line, used = "", 0.0
            continue
        if line and wide <= width and not _WIDE.search(piece):
            lines.append(line.rstrip(" "))
            line, used = piece, wide
            continue
        if line.endswith(" ") and not _WIDE.search(piece):
            lines.append(line.rstrip(" "))
            line, used = "", 0.0
        for character in piece:
            step = measure(character, size, bold=bold)
            if line and used + step > width and not unicodedata.combining(character):
                lines.append(line.rstrip(" "))
                line, used = "", 0.0
            line, used = line + character, used + step
    return (*lines, line) if line or not lines else tuple(lines)


def fit(text: str, width: float, size: float, *, floor: float, lines: int = 1, bold: bool = False) -> Block:
    """The text at the largest size, down to `floor`, at which it takes at most `lines`; at the floor it takes more."""
    if measure(text, size, bold=bold) <= width:
        return Block((text,), size, bold)
    if lines == 1:
        wide = measure(text.rstrip(), 1, bold=bold)
        while size > floor and size * wide > width:
            size = max(floor, size - 0.5)
    while True:
        block = Block(wrap(text, width, size, bold=bold), size, bold)
        if len(block.lines) <= lines or size <= floor:
            return block
        size = max(floor, size - 0.5)


def draw(canvas: Canvas, x: float, y: float, text: str, size: float, *, bold: bool = False) -> float:
    """Set one line with its baseline at (x, y) in the canvas's own coordinates; return its width in points.

    Written straight into the page: a third of the time of `drawString`.
    """
    at = x
    for face, part in _runs(text, bold=bold):
        font = faces.font(face)
        if _PLAIN.issuperset(part):
            set_in = [(0, f"({part.translate(faces.house_codes(face))})")]
        else:
            set_in = [(subset, f"<{glyphs.hex()}>") for subset, glyphs in font.splitString(part, canvas._doc)]
        shown = " ".join(
            [f"{font.getSubsetInternalName(subset, canvas._doc)} {size:g} Tf {glyphs} Tj" for subset, glyphs in set_in]
        )
        canvas._code.append(f"BT {at:.2f} {y:.2f} Td {shown} ET")
        at += measure(part, size, bold=bold)
    return at - x
