"""The referral slip: one A4 page in two halves and a receipt, twice: for driver and clinic, and for the post."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from screening.referral import Referral

from . import text
from .clinic_part import GUTTER, Section, sections
from .driver_part import draw_driver_part
from .fitting import widest
from .grid import Density
from .page import A4, MM, Box, Sheet
from .receipt import RECEIPT, draw_receipt
from .text import Block
from .wording import Wording

__all__ = ["draw_slip", "referral_slip"]

_MARGIN = 9.5 * MM
_FOLD = 87 * MM
_TOP = 9 * MM  # the line that tells the copies apart stands above it
_FOOT = 7 * MM
_NOTE = 6.5  # size of footnotes
_USUAL = 5  # the density of the clinic's half that is tried first


class _Fitted(NamedTuple):
    """The clinic's half at one density."""

    height: float
    density: Density
    parts: tuple[Section, ...]
    notes: Block


def referral_slip(
    referral: Referral, language: str, copy: int = 0, *, at: datetime | None = None, by: str | None = None
) -> bytes:
    """The slip as a PDF of two pages, one for each sheet of paper; the same input gives the same bytes.

    `language` is the traveller's; one that paper cannot set yet gives Spanish and English, and the slip says so.
    `copy` counts the reprints: 0 is the first print, and a reprint differs from it only by its mark, which says the
    number, `at` what time and `by` whom.
    """
    sheet = draw_slip(referral, language, copy, at=at, by=by)
    return sheet.to_bytes()


def draw_slip(
    referral: Referral, language: str, copy: int = 0, *, at: datetime | None = None, by: str | None = None
) -> Sheet:
    """The sheet of a slip before it becomes bytes."""
    say = Wording(language)
    sheet = Sheet(A4, title=referral.number, language="es", subject=say.label("slip"))
    width = sheet.width - 2 * _MARGIN
    with sheet.shared() as halves:
        draw_driver_part(sheet, Box(_MARGIN, _TOP + 8, width, _FOLD - _TOP - 14), referral, say)
        _draw_fold(sheet, say)
        tear = sheet.height - _FOOT - RECEIPT
        _draw_clinic_part(sheet, Box(_MARGIN, _FOLD + 10, width, tear - _FOLD - 16), referral, say)
        draw_receipt(sheet, Box(_MARGIN, tear, width, RECEIPT), referral, say)
    for number, kept in enumerate(("copy_driver", "copy_post")):
        if number:
            sheet.next_page()
        sheet.lay(halves)
        _draw_copy_mark(sheet, say, kept, _reprint(say, referral, copy, at, by))
    return sheet


def _reprint(say: Wording, referral: Referral, copy: int, at: datetime | None, by: str | None) -> str:
    """The mark of a reprint, such as "copy 2 · 14:05 · Officer 17"; empty on the first print."""
    if copy <= 0:
        return ""
    return " · ".join((f"{say.label('copy')} {copy}", say.clock(at or referral.printed_at), say.names(by)))


def _draw_copy_mark(sheet: Sheet, say: Wording, kept: str, reprint: str) -> None:
    """The line at the top that tells the sheets apart."""
    y = _TOP - 8
    right = sheet.width - _MARGIN
    room = right - _MARGIN
    if reprint:
        mark = text.fit(reprint, room * 0.4, 9, floor=6, bold=True)
        sheet.block(right, y - 0.5, mark, align="right")
        room *= 0.58
    sheet.block(_MARGIN, y, text.fit(say.label(kept), room, 8, floor=5.5))


def _draw_fold(sheet: Sheet, say: Wording) -> None:
    """The fold line with its instruction, and a tick in both margins where the lower part folds once more."""
    sheet.rule(0, _FOLD, sheet.width, _FOLD, thick=0.8, style="fold")
    words = text.fit(say.label("fold"), sheet.width - 2 * _MARGIN, 6.5, floor=5.5)
    sheet.block(sheet.width / 2, _FOLD + 1.5, words, align="centre")
    half = (_FOLD + sheet.height) / 2
    for x in (0.0, sheet.width - 12):
        sheet.rule(x, half, x + 12, half, thick=0.8, style="fold")


def _draw_clinic_part(sheet: Sheet, box: Box, referral: Referral, say: Wording) -> None:
    """Set the clinic's half at the widest density at which everything fits the box."""
    said = frozenset(say.remarks)

    def lay(density: Density) -> _Fitted:
        say.longest, say.remarks = density.longest, set(said)
        parts = sections(referral, say, box.width, density)
        notes = Block(text.wrap("  ".join((*say.footnotes(), *_sources(referral, say))), box.width, _NOTE), _NOTE)
        needed = _head_height(density) + sum(_section_height(part, density) for part in parts) + notes.height
        return _Fitted(needed, density, parts, notes)

    needed, density, parts, notes = widest(lay, box.height, first=_USUAL)
    spare = box.height - needed
    y = _draw_head(sheet, box, referral, say, density)
    for part in parts:
        y = _draw_section(sheet, Box(box.x, y, box.width, 0), part, density, min(max(0.0, spare / len(parts)), 7.0))
    sheet.block(box.x, box.foot - notes.height, notes)


def _sources(referral: Referral, say: Wording) -> tuple[str, ...]:
    """What this paper says from memory, or by a setting of the post."""
    decision = referral.decision
    doubts = {
        "recalled": decision.recalled,
        "post_setting": decision.post_setting,
        "past_review": decision.past_review,
        "ppe_recalled": referral.transport.guarded,
    }
    return tuple(say.label(name) for name, holds in doubts.items() if holds)


def _head_height(density: Density) -> float:
    return density.value * text.LINE + density.air


def _draw_head(sheet: Sheet, box: Box, referral: Referral, say: Wording, density: Density) -> float:
    """Whom this half is for, and the number again: the halves may part."""
    size = density.value
    number = text.fit(referral.number, box.width * 0.4, size, floor=7, bold=True)
    sheet.block(box.right, box.y, number, align="right")
    title = f"{say.label('clinic_part')} · {say.label('confidential')}"
    if referral.training:
        title = f"{say.label('drill')} · {title}"
    sheet.block(box.x, box.y, text.fit(title, box.width * 0.58, size, floor=6, bold=True))
    return box.y + _head_height(density)


def _section_height(part: Section, density: Density) -> float:
    title = (density.label + 0.5) * text.LINE * len(part.title)
    return max(part.body.height, title) + density.air * 1.8


def _draw_section(sheet: Sheet, box: Box, part: Section, density: Density, spare: float) -> float:
    """A hairline, the title in the gutter, the body; returns the `y` of the next section."""
    sheet.rule(box.x, box.y, box.right, box.y, thick=0.5)
    y = box.y + density.air * 0.9 + spare / 2
    top = y
    for place, words in enumerate(part.title):
        block = text.fit(words, GUTTER - 6, density.label + 0.5, floor=5.5, bold=place == 0)
        top = sheet.block(box.x, top, block)
    part.body.draw(sheet, box.x + GUTTER, y)
    return box.y + _section_height(part, density) + spare
