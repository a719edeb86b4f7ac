"""The tear-off receipt at the foot of a slip, filled in by hand at the clinic and sent back."""

from __future__ import annotations

from screening.referral import Referral

from . import text
from .page import Box, Sheet
from .wording import Wording

__all__ = ["RECEIPT", "draw_receipt", "draw_scissors"]

RECEIPT = 96.0
"""Height of the receipt in points, from the tear line to the margin."""

_LINE = 27.0


def draw_receipt(sheet: Sheet, box: Box, referral: Referral, say: Wording) -> None:
    """Set the receipt in the box, the tear line with its scissors along the upper edge."""
    sheet.rule(0, box.y, sheet.width, box.y, thick=0.8, style="tear")
    draw_scissors(sheet, box.x - 4, box.y)
    sheet.block(box.x + 14, box.y + 2.5, text.fit(say.label("tear"), box.width - 14, 6.5, floor=5.5))
    y = box.y + 14
    title = text.fit(say.label("receipt"), box.width * 0.52, 11, floor=8, bold=True)
    sheet.block(box.x, y, title)
    number = text.fit(referral.number, box.width * 0.42, 12, floor=8, bold=True)
    sheet.block(box.right, y - 0.5, number, align="right")
    y += 19
    third = box.width / 3
    for place, name in enumerate(("received_by", "day_time", "condition")):
        _blank(sheet, Box(box.x + place * third, y, third - 10, _LINE), say.label(name))
    y += _LINE + 6
    sheet.block(box.x, y, text.fit(say.label("first_decision"), third - 10, 8, floor=6))
    choices = [say.label(name) for name in ("admitted", "tested", "observed", "sent_back")]
    room = box.width * 0.78 - 22 * len(choices)
    size = min(10.0, 10 * room / sum(text.measure(choice, 10) for choice in choices))
    x = box.x
    for choice in choices:
        sheet.frame(Box(x, y + 12.5, 9, 9), thick=1.0)
        x += 22 + sheet.line(x + 13, y + 17 - size * 0.6, choice, size)
    x = box.x + box.width * 0.78
    sheet.block(x, y, text.fit(say.label("outcome_call"), box.right - x, 8, floor=4))
    sheet.block(x, y + 10, text.fit(say.names(referral.call_back), box.right - x, 11, floor=7, bold=True))


def _blank(sheet: Sheet, box: Box, name: str) -> None:
    """A label over a line to write on."""
    sheet.block(box.x, box.y, text.fit(name, box.width, 8, floor=6))
    sheet.rule(box.x, box.foot, box.right, box.foot, thick=0.7)


def draw_scissors(sheet: Sheet, x: float, y: float) -> None:
    """A pair of scissors about 12 points long, cutting to the right along `y`; drawn, since our fonts have none."""
    page = sheet.canvas
    foot = sheet.height - y
    page.setLineWidth(0.9)
    page.circle(x + 2.2, foot + 2.6, 1.9, stroke=1, fill=0)
    page.circle(x + 2.2, foot - 2.6, 1.9, stroke=1, fill=0)
    page.line(x + 3.9, foot + 1.7, x + 12, foot - 2.4)
    page.line(x + 3.9, foot - 1.7, x + 12, foot + 2.4)
