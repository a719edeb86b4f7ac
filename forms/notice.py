"""The advice notice for a traveller who may go on: half an A4 sheet, in two languages side by side."""

from __future__ import annotations

from collections.abc import Sequence

from screening.referral import Notice, Words

from . import text
from .grid import Laid, beside, paragraph, stack
from .labels import label
from .page import A5_LANDSCAPE, MM, Box, Sheet
from .wording import Wording

__all__ = ["advice_notice", "draw_notice"]

_MARGIN = 11 * MM
_GAP = 9 * MM
_SIZES = (15.0, 14.0, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.0, 6.0, 5.0)
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
    if len(say.languages) > 1:
        sheet.rule(sheet.width / 2, box.y + 2, sheet.width / 2, foot - 8, thick=0.6)
    _fitting(notice, say, room).draw(sheet, box.x, box.y)
    return sheet


def _fitting(notice: Notice, say: Wording, room: Box) -> Laid:
    """Everything the notice says, at the largest size that fits the room."""
    laid = _body(notice, say, room.width, _SIZES[-1])
    for longest in _CAPS:
        say.longest = longest
        for size in _SIZES:
            laid = _body(notice, say, room.width, size)
            if laid.height <= room.height:
                return laid
    return laid


def _body(notice: Notice, say: Wording, width: float, size: float) -> Laid:
    """Part by part, a column for each language, the same part at the same height."""
    wide = (width - _GAP * (len(say.languages) - 1)) / len(say.languages)

    def part(name: str, texts: Sequence[Words], scale: float = 1.0) -> Laid:
        columns = []
        for place, language in enumerate(say.languages):
            pairs = [say.pair(words) if words else (say.unknown,) for words in texts]
            bodies = [paragraph(pair[min(place, len(pair) - 1)], wide, size * scale) for pair in pairs]
            title = paragraph(label(name, language), wide, size * 0.82 * scale, bold=True)
            columns.append(stack([title, *bodies], size * 0.08))
        return beside([column._replace(width=wide) for column in columns], _GAP)

    drill = [f"{label('drill', language)} · " if notice.training else "" for language in say.languages]
    titles = [
        paragraph(drill[place] + label("notice", language), wide, size * 1.5, bold=True)
        for place, language in enumerate(say.languages)
    ]
    return stack(
        [
            beside(titles, _GAP),
            part("next_steps", [notice.next_steps, *notice.advice]),
            part("if_ill", [notice.if_ill]),
            part("what_we_note", [notice.what_we_note], 0.84),
            part("why_we_note", [notice.why_we_note], 0.84),
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
