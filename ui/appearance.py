"""How the desk looks: colours, sizes and fonts as tokens, and the one style sheet made from them.

Three looks: light, dark and high contrast. Every text colour stands at 7:1 or more on its ground; tests compute it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontDatabase

FAMILIES: Final = ("calm", "watch", "hold", "emergency", "unknown")
SIZES: Final = (1.0, 1.2, 1.4, 1.7, 2.0)
_FONTS: Final = Path(__file__).resolve().parent.parent / "forms" / "fonts"
_FIRST_FONTS: Final = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_LATER_FONTS: Final = (
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
    "NotoSansBengali-Regular.ttf",
    "NotoSansBengali-Bold.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansDevanagari-Bold.ttf",
    "wqy-microhei.ttc",
)


@cache
def _colour(colour: str) -> QColor:
    return QColor(colour)


@cache
def _font(pixels: int, bold: bool) -> QFont:
    font = QFont("Noto Sans")
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


@dataclass(frozen=True, slots=True)
class Look:
    """One look: colours as `#RRGGBB`, and how much larger than 100 % everything is."""

    name: str
    paper: str
    surface: str
    sunken: str  # fields and key caps
    line: str
    edge: str  # the border of what can be pressed: 3:1 on paper and surface
    ink: str
    muted: str
    action: str
    on_action: str
    focus: str
    calm: str
    watch: str
    hold: str
    emergency: str
    unknown: str
    calm_ground: str
    watch_ground: str
    hold_ground: str
    emergency_ground: str
    unknown_ground: str
    alarm: str  # the ground of the emergency button
    on_alarm: str
    scale: float = 1.0

    def px(self, size: float) -> int:
        """A size of the design at this scale."""
        return round(size * self.scale)

    def family(self, name: str) -> tuple[str, str]:
        """Text and ground of an outcome family."""
        return getattr(self, name), getattr(self, f"{name}_ground")

    def colour(self, token: str) -> QColor:
        """A token as Qt paints it."""
        return QColor(_colour(getattr(self, token)))

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Noto Sans at a size of the design."""
        return QFont(_font(self.px(size), bold))

    def sized(self, scale: float) -> Look:
        """The same look at another size."""
        return replace(self, scale=scale)


LIGHT: Final = Look(
    name="light",
    paper="#F4F6F8",
    surface="#FFFFFF",
    sunken="#EEF2F6",
    line="#D3DAE1",
    edge="#7A8896",
    ink="#15202B",
    muted="#414E5B",
    action="#0A4F8C",
    on_action="#FFFFFF",
    focus="#FFB000",
    calm="#14573A",
    watch="#674400",
    hold="#842A00",
    emergency="#900019",
    unknown="#3F4283",
    calm_ground="#E9F5EE",
    watch_ground="#FDF4DF",
    hold_ground="#FDEFE8",
    emergency_ground="#FDECEE",
    unknown_ground="#EEEFFA",
    alarm="#900019",
    on_alarm="#FFFFFF",
)
DARK: Final = Look(
    name="dark",
    paper="#10161D",
    surface="#18212B",
    sunken="#0C1218",
    line="#314050",
    edge="#7F92A6",
    ink="#F2F5F8",
    muted="#B9C5D1",
    action="#8CC6FF",
    on_action="#0B1219",
    focus="#FFB000",
    calm="#86E0B0",
    watch="#F5C766",
    hold="#FFB48F",
    emergency="#FFB3BC",
    unknown="#C3C6FF",
    calm_ground="#12291F",
    watch_ground="#2B220E",
    hold_ground="#331D12",
    emergency_ground="#3A1218",
    unknown_ground="#1F2140",
    alarm="#FFB3BC",
    on_alarm="#2B0008",
)
CONTRAST: Final = Look(
    name="contrast",
    paper="#000000",
    surface="#000000",
    sunken="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    muted="#FFFFFF",
    action="#FFE600",
    on_action="#000000",
    focus="#00E5FF",
    calm="#7CFFB2",
    watch="#FFE600",
    hold="#FFB48F",
    emergency="#FFB3BC",
    unknown="#D6D8FF",
    calm_ground="#000000",
    watch_ground="#000000",
    hold_ground="#000000",
    emergency_ground="#000000",
    unknown_ground="#000000",
    alarm="#FFFFFF",
    on_alarm="#8A0014",
)
LOOKS: Final = {look.name: look for look in (LIGHT, DARK, CONTRAST)}


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`. Source: WCAG 2.2, definition of relative luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, from 1 to 21. Source: WCAG 2.2, definition of contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def register_fonts(*, first: bool) -> None:
    """Give Qt the shipped fonts: first the two of the desk, later those of the traveller's languages."""
    for name in _FIRST_FONTS if first else _LATER_FONTS:
        QFontDatabase.addApplicationFont(str(_FONTS / name))


def register_later_fonts() -> None:
    """The fonts of the traveller's languages, Urdu as Qt can set it."""
    from ui.traveller_screen.nastaliq import register_nastaliq

    register_fonts(first=False)
    register_nastaliq()


def style_sheet(look: Look) -> str:
    """The style sheet of the desk. Widgets say what they are by the property `role`."""
    values = {field.name: getattr(look, field.name) for field in fields(look)}
    sizes = {
        f"s{size}": f"{look.px(size)}px" for size in (1, 2, 3, 4, 6, 8, 10, 12, 14, 15, 16, 18, 20, 24, 26, 32, 44)
    }
    return _SHEET.format(**values, **sizes)


_SHEET: Final = """
* {{ font-family: "Noto Sans"; font-size: {s16}; color: {ink}; }}
QMainWindow, QWidget#ground {{ background: {paper}; }}
QLabel {{ background: transparent; }}
QLabel[role="small"] {{ font-size: {s14}; color: {muted}; }}
QLabel[role="note"] {{ font-size: {s14}; }}
QLabel[role="caption"] {{ font-size: {s14}; font-weight: 700; color: {muted}; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="strong"] {{ font-weight: 700; }}
QLabel[role="value"] {{ font-size: {s16}; font-weight: 700; }}
QLabel[role="label"] {{ font-size: {s20}; font-weight: 700; }}
QLabel[role="lead"] {{ font-size: {s20}; }}
QLabel[role="question"] {{ font-size: {s32}; font-weight: 700; }}
QLabel[role="heading"] {{ font-size: {s26}; font-weight: 700; }}
QLabel[role="question"][long="true"] {{ font-size: {s26}; }}
QLabel[role="giant"] {{ font-size: {s44}; font-weight: 700; }}
QLabel[family="calm"] {{ color: {calm}; }}
QLabel[family="watch"] {{ color: {watch}; }}
QLabel[family="hold"] {{ color: {hold}; }}
QLabel[family="emergency"] {{ color: {emergency}; }}
QLabel[family="unknown"] {{ color: {unknown}; }}
QFrame[role="card"] {{ background: {surface}; border: {s1} solid {line}; border-radius: {s8}; }}
QFrame[role="strip"] {{ background: {surface}; border: none; border-bottom: {s1} solid {line}; }}
QFrame[role="foot"] {{ background: {surface}; border: none; border-top: {s1} solid {line}; }}
QFrame[role="plain"], QFrame[role="void"] {{ background: transparent; border: none; }}
QFrame[role="rule"] {{ background: {line}; border: none; max-height: {s1}; min-height: {s1}; }}
QFrame[role="banner"] {{ border: {s2} solid {ink}; border-radius: {s8}; }}
QFrame[role="banner"][family="calm"] {{ background: {calm_ground}; border-color: {calm}; }}
QFrame[role="banner"][family="watch"] {{ background: {watch_ground}; border-color: {watch}; }}
QFrame[role="banner"][family="hold"] {{ background: {hold_ground}; border-color: {hold}; }}
QFrame[role="banner"][family="emergency"] {{ background: {emergency_ground}; border-color: {emergency}; }}
QFrame[role="banner"][family="unknown"] {{ background: {unknown_ground}; border-color: {unknown}; }}
QLineEdit, QPlainTextEdit {{ background: {surface}; border: {s2} solid {edge}; border-radius: {s6}; padding: {s6} {s10};
  font-size: {s20}; placeholder-text-color: {muted};
  selection-background-color: {action}; selection-color: {on_action}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: {s3} solid {focus}; background: {sunken}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QListView {{ background: transparent; border: none; outline: none; }}
QScrollBar:vertical {{ background: {paper}; width: {s12}; margin: 0; }}
QScrollBar::handle:vertical {{ background: {edge}; border-radius: {s4}; min-height: {s32}; margin: {s2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QToolTip {{ background: {surface}; color: {ink}; border: {s1} solid {edge}; }}
"""
