"""The advice notice for a traveller who may go on: half an A4 sheet, in two languages side by side."""

from __future__ import annotations

from collections.abc import Sequence

from screening.referral import Notice, Words

from . import text
from .grid import Laid, paragraph, stack
from .labels import label
from .page import A5_LANDSCAPE, MM, Box, Sheet
from .wording import Wording

__all__ = ["advice_notice", "draw_notice"]

_MARGIN = 11 * MM
_GAP = 9 * MM
_SIZES = (12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.0, 6.0, 5.0)
_CAPS = (700, 300, 150)
_NOTE = 7.0


def advice_notice(notice: Notice, language: str) -> bytes:
    """The notice as a PDF of one page, half an A4 sheet. It names nobody; the same input gives the same bytes."""
    return draw_notice(notice, language).to_bytes()


def draw_notice(notice: Notice, language: str) -> Sheet:
    """The sheet of a notice before it becomes bytes."""
    say = Wording(language)
    sheet = Sheet(A5_LANDSCAPE, title=say.label("notice"), language="es", subject=notice.post_code)
    box = Box(_MARGIN, _MARGIN, sheet.width - 2 * _MARGIN, sheet.height - 2 * _MARGIN)
    foot = _draw_foot(sheet, box, notice, say)
    room = Box(box.x, box.y, box.width, foot - box.y)
    columns = len(say.languages)
    wide = (box.width - _GAP * (columns - 1)) / columns
    laid = _fitting(notice, say, wide, room.height)
    for place, part in enumerate(laid):
        x = box.x + place * (wide + _GAP)
        if place:
            sheet.rule(x - _GAP / 2, box.y + 2, x - _GAP / 2, foot - 8, thick=0.6)
        part.draw(sheet, x, box.y)
    return sheet


def _fitting(notice: Notice, say: Wording, wide: float, height: float) -> list[Laid]:
    """A column for each language, all at the largest size at which the longest of them fits."""
    laid: list[Laid] = []
    for longest in _CAPS:
        say.longest = longest
        for size in _SIZES:
            laid = [_column(notice, say, place, wide, size) for place in range(len(say.languages))]
            if max(part.height for part in laid) <= height:
                return laid
    return laid


def _column(notice: Notice, say: Wording, place: int, wide: float, size: float) -> Laid:
    """Everything the notice says, in one language."""
    language = say.languages[place]

    def said(words: Words) -> str:
        pair = say.pair(words)
        return pair[min(place, len(pair) - 1)] if pair else say.unknown

    def part(name: str, bodies: Sequence[str], scale: float = 1.0) -> Laid:
        title = paragraph(label(name, language), wide, size * 0.82 * scale, bold=True)
        return stack([title, *(paragraph(body, wide, size * scale) for body in bodies)], size * 0.08)

    title = f"{label('drill', language)} · " if notice.training else ""
    return stack(
        [
            paragraph(title + label("notice", language), wide, size * 1.6, bold=True),
            part("next_steps", [said(notice.next_steps), *(said(words) for words in notice.advice)]),
            part("if_ill", [said(notice.if_ill)]),
            part("what_we_note", [said(notice.what_we_note)], 0.84),
            part("why_we_note", [said(notice.why_we_note)], 0.84),
        ],
        size * 0.55,
    )


def _draw_foot(sheet: Sheet, box: Box, notice: Notice, say: Wording) -> float:
    """Phone, post, time and footnotes along the lower edge; returns the `y` above them."""
    notes = text.Block(text.wrap("  ".join(say.footnotes()), box.width, _NOTE), _NOTE)
    y = box.foot - notes.height
    if notes.lines != ("",):
        sheet.block(box.x, y, notes)
    y -= 33
    sheet.rule(box.x, y - 4, box.right, y - 4, thick=1.6)
    half = box.width / 2
    whose = f" ({say.words(notice.phone_of)})" if notice.phone_of else ""
    sheet.block(box.x, y, text.fit(say.label("help") + whose, half, 8, floor=5))
    sheet.block(box.x, y + 9, text.fit(say.names(notice.phone), half, 18, floor=8, bold=True))
    post = f"{say.typed(notice.post_name)} ({say.typed(notice.post_code)})"
    sheet.block(box.right, y, text.fit(post, half - 12, 9, floor=5), align="right")
    sheet.block(box.right, y + 12, text.fit(say.moment(notice.printed_at), half - 12, 9, floor=5), align="right")
    return y - 10
