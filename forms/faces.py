"""The faces of the paper: which font holds which character, how wide it is, and what no font of ours can set."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from threading import Lock

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDocument, PDFName, PDFStream, PDFTrueTypeFont
from reportlab.pdfbase.ttfonts import TTFont

from .fonts import font_file

__all__ = [
    "CHINESE",
    "DRAWING",
    "HOUSE",
    "LATIN",
    "LATIN_BOLD",
    "face_of",
    "font",
    "has_glyph",
    "house_codes",
    "needs_shaping",
    "seat_house_letters",
    "width_of",
]

LATIN, LATIN_BOLD, CHINESE = "NotoSans", "NotoSans-Bold", "WenQuanYiMicroHei"

_FILES = {LATIN: "NotoSans-Regular.ttf", LATIN_BOLD: "NotoSans-Bold.ttf", CHINESE: "wqy-microhei.ttc"}

DRAWING = Lock()
"""Held while a document is written: font subsets are cut by parsers that share a reading position."""

_LOADING = Lock()

# Letters and signs of the paper's own five languages. They take the same places in the font subset of every
# document, so that an ordinary slip finds its subset already cut (see `_remember_subsets`).
_HOUSE_LETTERS = "ÁÉÍÓÚÑÜáéíóúñüÀÂÇÈÊËÎÏÔÙÛàâçèêëîïôùûÃÕãõÒò¿¡·–—…’“”«»°ªº†₂"

HOUSE = frozenset(map(chr, range(0x20, 0x7F))) | frozenset(_HOUSE_LETTERS)
"""The characters every page has at hand: each has a glyph in the Latin faces and its seat in the first subset."""

# Scripts that join, reorder, stack or run from the right: half-open ranges of code points.
_SHAPED = (
    (0x0590, 0x10A0),  # Hebrew to Myanmar
    (0x1100, 0x1200),  # conjoining Hangul letters that NFC left over
    (0x1700, 0x18B0),  # Philippine scripts, Khmer, Mongolian
    (0x1900, 0x1AB0),
    (0x1B00, 0x1C80),
    (0x1CD0, 0x1D00),
    (0xA800, 0xAB30),
    (0xABC0, 0xAC00),
    (0xFB1D, 0xFE00),  # Hebrew and Arabic presentation forms
    (0xFE70, 0xFEFF),
    (0x10800, 0x12000),  # right-to-left and Indic scripts above the first plane
    (0x1E800, 0x1F000),
)


@cache
def font(name: str) -> TTFont:
    """The ReportLab font of that name, read on first use (the Chinese one takes some 0.2 s, the others 10 ms).

    It is not registered: another font of the same face, registered by anybody, would stand in for it.
    """
    with _LOADING:
        return _read(name)


@cache
def _read(name: str) -> TTFont:
    made = TTFont(name, str(font_file(_FILES[name])), subfontIndex=0, asciiReadable=True)
    made.face.makeSubset = _remember_subsets(made.face.makeSubset)
    made.addObjects = _ready_objects(made.addObjects)
    return made


def _remember_subsets(cut: Callable[[Iterable[int]], bytes]) -> Callable[[Iterable[int]], bytes]:
    """`cut` with a short memory: cutting a subset costs a quarter of a slip, and slips ask for the same letters."""
    remembered = lru_cache(maxsize=8)(cut)
    return lambda codes: remembered(tuple(codes))


def _ready_objects(add: Callable[[PDFDocument], None]) -> Callable[[PDFDocument], None]:
    """`add` with the font's streams deflated and its widths written beforehand, where an earlier page had the same."""

    def add_ready(document: PDFDocument) -> None:
        before = set(document.idToObject)
        add(document)
        for name in document.idToObject.keys() - before:
            made = document.idToObject[name]
            if isinstance(made, PDFStream):
                made.content = _deflated(made.content if isinstance(made.content, bytes) else made.content.encode())
                made.dictionary["Filter"] = PDFArray([PDFName("FlateDecode")])
            elif isinstance(made, PDFTrueTypeFont):
                made.Widths = _written(tuple(made.Widths.sequence))

    return add_ready


@lru_cache(maxsize=16)
def _deflated(content: bytes) -> bytes:
    return zlib.compress(content)


@lru_cache(maxsize=16)
def _written(widths: tuple[float, ...]) -> str:
    return f"[{' '.join(f'{width:g}' for width in widths)}]"


def seat_house_letters(document: PDFDocument) -> None:
    """Give our own letters their usual places in a new document's subsets."""
    for name in (LATIN, LATIN_BOLD):
        font(name).splitString(_HOUSE_LETTERS, document)


@cache
def house_codes(name: str) -> dict[int, str]:
    """Code point -> place in the first subset as a PDF string has it: for `str.translate`, house letters only."""
    seats = PDFDocument()
    seat_house_letters(seats)
    places = {letter: font(name).splitString(letter, seats)[0][1][0] for letter in sorted(HOUSE)}
    return {
        ord(letter): chr(place) if 0x20 <= place < 0x7F and letter not in r"\()" else f"\\{place:03o}"
        for letter, place in places.items()
    }


class _Widths(dict[str, float]):
    """Character -> advance in thousandths of the size; that of the empty box for what a face does not have."""

    def __missing__(self, character: str) -> float:
        return 600.0


@cache
def _widths(name: str) -> _Widths:
    widths = font(name).face.charWidths
    return _Widths((chr(code), float(width)) for code, width in widths.items() if code < 0x10000)


def needs_shaping(character: str) -> bool:
    """True for scripts that cannot be set one glyph after the other, left to right."""
    code = ord(character)
    return code >= 0x0590 and any(first <= code < end for first, end in _SHAPED)


def has_glyph(character: str) -> bool:
    """True when a font of ours can set the character as it stands: it exists, and its script needs no shaping."""
    if needs_shaping(character) or unicodedata.category(character) in {"Co", "Cn", "Cs", "Cc", "Cf"}:
        return False
    if character in _widths(LATIN):
        return character in _widths(LATIN_BOLD)
    return 0x2000 <= ord(character) < 0x10000 and character in _widths(CHINESE)


def face_of(character: str, *, bold: bool = False) -> str:
    """The name of the font that sets the character; the Latin one for what none can set (it shows its empty box)."""
    name = LATIN_BOLD if bold else LATIN
    return name if character in _widths(name) or not has_glyph(character) else CHINESE


def width_of(text: str, face: str) -> float:
    """Width of a text wholly in one face, in points at 1 pt."""
    return sum(map(_widths(face).__getitem__, text)) / 1000
