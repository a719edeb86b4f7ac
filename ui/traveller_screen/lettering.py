"""Which of our fonts writes a language, how far apart its lines stand, and whether it has every letter."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QRawFont, QTextLayout, QTextOption

from sops.wording import Direction
from ui.appearance import register_fonts
from ui.traveller_screen.nastaliq import FAMILY as NASTALIQ
from ui.traveller_screen.nastaliq import register_nastaliq

_LATIN: Final = "Noto Sans"
_FAMILIES: Final = {
    "ar": "Noto Sans Arabic",
    "ur": NASTALIQ,
    "bn": "Noto Sans Bengali",
    "hi": "Noto Sans Devanagari",
    "ne": "Noto Sans Devanagari",
    "zh": "WenQuanYi Micro Hei",
}
_STEPS: Final = {"ur": 2.2, "ar": 1.6, "zh": 1.4}
_LIGHTER: Final = {"zh": 0.94}
"""Scripts that look larger than Latin at the same size."""
_PLAIN_ONLY: Final = frozenset({"ur", "zh"})  # no bold of these is given to Qt, and a smeared one is no bold


def have_fonts() -> None:
    """Give Qt the shipped fonts unless somebody did so already."""
    known = set(QFontDatabase.families())
    if _LATIN not in known:
        register_fonts(first=True)
    if not known.issuperset(set(_FAMILIES.values()) - {NASTALIQ}):
        register_fonts(first=False)
    register_nastaliq()


def families(language: str) -> list[str]:
    """The fonts of a language, its own script first."""
    own = _FAMILIES.get(language)
    return [own, _LATIN] if own else [_LATIN]


def font(language: str, pixels: float, *, bold: bool = False) -> QFont:
    """The font of a language at a size in pixels."""
    made = QFont()
    made.setFamilies(families(language))
    made.setPixelSize(max(1, round(pixels * _LIGHTER.get(language, 1.0))))
    made.setBold(bold and language not in _PLAIN_ONLY)
    return made


Side = Literal["left", "middle", "right"]
_ALIGNMENTS: Final = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


@cache
def _raw(family: str) -> QRawFont:
    plain = QFont(family)
    plain.setPixelSize(32)
    return QRawFont.fromFont(plain)


def missing(text: str, language: str) -> str:
    """The characters that no font of the language has: they would be boxes."""
    fonts = [_raw(family) for family in families(language)]
    return "".join(
        sorted({each for each in text if not any(raw.supportsCharacter(ord(each)) for raw in fonts) and each != "\n"})
    )


class Paragraph:
    """One text, shaped and wrapped to a width in its own direction; plain whatever it holds."""

    def __init__(
        self,
        text: str,
        language: str,
        direction: Direction,
        *,
        pixels: float,
        width: float,
        bold: bool = False,
        side: Side | None = None,
        breaks: bool = False,
        balanced: bool = False,
    ) -> None:
        """`side` is where its lines begin, by default where its language does.

        `breaks` lets a word that is too long be broken; else it runs out and `fits` says so. `balanced` gives lines of
        like length, so that no single word stands alone on the last.
        """
        self.text, self.language, self.pixels, self.width = text, language, pixels, width
        used = font(language, pixels, bold=bold)
        self._step = used.pixelSize() * _STEPS.get(language, 1.4)
        self._layout = QTextLayout(text, used)
        self._side = side or ("right" if direction == "rtl" else "left")
        option = QTextOption(_ALIGNMENTS[self._side] | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if direction == "rtl" else Qt.LayoutDirection.LeftToRight
        )
        wrap = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if breaks else QTextOption.WrapMode.WordWrap
        option.setWrapMode(wrap)
        self._layout.setTextOption(option)
        self.height, self.used_width, self.lines = self._set(width)
        if balanced and self.lines > 1 and self.fits:
            self._balance(width)

    def _balance(self, width: float) -> None:
        """Wrap to the smallest width that needs no more lines."""
        lines, narrow, wide = self.lines, width / self.lines, width
        for _ in range(7):
            tried = (narrow + wide) / 2
            _, used, count = self._set(tried)
            if count > lines or used > tried + 0.5:
                narrow = tried
            else:
                wide = tried
        self.height, self.used_width, self.lines = self._set(wide + 0.5)

    def _set(self, width: float) -> tuple[float, float, int]:
        top, widest, count = 0.0, 0.0, 0
        shift = {"left": 0.0, "middle": (self.width - width) / 2, "right": self.width - width}[self._side]
        self._layout.beginLayout()
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1.0, width))
            tall = max(self._step, line.height() * 0.98)
            line.setPosition(QPointF(shift, top + (tall - line.height()) / 2))
            top += tall
            widest = max(widest, line.naturalTextWidth())
            count += 1
        self._layout.endLayout()
        return top, widest, count

    @property
    def fits(self) -> bool:
        """Whether no word runs out of its width."""
        return self.used_width <= self.width + 0.5

    def draw(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        """Draw it with its top left corner there."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(left, top))

    def box(self, left: float, top: float) -> QRectF:
        """The room it takes there."""
        return QRectF(left, top, self.width, self.height)
