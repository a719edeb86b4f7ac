"""The driver's half of a slip: where to, what to wear, what to watch for; nothing about who, why or what illness."""

from __future__ import annotations

from screening.referral import Referral

from . import text
from .fitting import widest
from .grid import DENSITIES, Cell, Density, Laid, beside, flow, paragraph, stack
from .labels import label
from .page import Box, Sheet
from .qr import Seal, draw_qr
from .wording import Wording

__all__ = ["draw_driver_part"]

_QR = 72.0
_FRAME = 226.0
_GAP = 14.0
_THICK = 3.2
_LOUD = (*(Density(size, 8, 4.0, 200, 20) for size in (14, 12.5, 11, 10, 9, 8, 7)), *DENSITIES[-3:])
"""Sizes of the danger signs: larger than all else as long as there is room."""


def draw_driver_part(sheet: Sheet, box: Box, referral: Referral, say: Wording) -> None:
    """Set the driver's half: what it is and where to on the left, danger signs on the right, the ride below."""
    ride = widest(lambda density: _ride(referral, say, box.width, density), box.height * 0.26)
    top = box.foot - ride.height
    sheet.rule(box.x, top - 5, box.right, top - 5, thick=0.5)
    ride.draw(sheet, box.x, top)
    height = box.height - ride.height - 12
    left = Box(box.x, box.y, box.width - _FRAME - _GAP, height)
    foot = _head(sheet, left, referral, say)
    goal = widest(lambda density: _goal(referral, say, left.width, density), left.foot - foot)
    goal.draw(sheet, left.x, foot)
    _draw_danger(sheet, Box(left.right + _GAP, box.y, _FRAME, height), referral, say)


def _head(sheet: Sheet, box: Box, referral: Referral, say: Wording) -> float:
    """Title, post, code and number; returns the `y` below them."""
    title = say.label("slip").upper()
    if referral.training:
        title = f"{say.label('drill')} · {title}"
    block = text.fit(title, box.width, 12, floor=9, bold=True)
    y = sheet.block(box.x, box.y, block) + 1
    post = f"{say.typed(referral.post_name)} ({say.typed(referral.post_code)})"
    y = sheet.block(box.x, y, text.fit(f"{say.label('post')}: {post}", box.width, 9.5, floor=7.5)) + 3
    seal = Seal(referral.number, referral.sequence, referral.chain_head)
    draw_qr(sheet, box.x - 8, y - 3, _QR + 16, seal.text)
    x = box.x + _QR + 12
    room = box.right - x
    top = y + 6
    top = sheet.block(x, top, text.fit(say.label("number"), room, 8, floor=7))
    top = sheet.block(x, top, text.fit(referral.number, room, 18, floor=11, bold=True)) + 5
    top = sheet.block(x, top, text.fit(say.label("printed"), room, 8, floor=7))
    sheet.block(x, top, text.fit(say.moment(referral.printed_at), room, 11, floor=9))
    return y + _QR + 8


def _goal(referral: Referral, say: Wording, width: float, density: Density) -> Laid:
    """Where to, and whom to call."""
    ride = referral.transport
    where = say.names(ride.destination)
    if ride.destination and ride.destination_arranged:
        where = f"{where} ({say.label('arranged')})"
    cells = [
        Cell(say.label("destination"), where, bold=True, least=12, scale=1.3),
        Cell(say.label("phone"), say.names(ride.destination_phone), least=6),
        Cell(say.label("call_back"), say.names(referral.call_back), bold=True, least=6),
    ]
    return flow(cells, width, density)


def _ride(referral: Referral, say: Wording, width: float, density: Density) -> Laid:
    """The vehicle, who rides in it, when; and who sends it."""
    ride = referral.transport
    sender = say.names(referral.sent_by)
    if referral.sent_by_role:
        sender = f"{sender} ({say.plain(referral.sent_by_role)})"
    cells = [
        Cell(say.label("vehicle"), say.names(ride.vehicle), least=2, most=2),
        Cell(say.label("driver"), say.names(ride.driver), least=2, most=2),
        Cell(say.label("attendant"), say.names(ride.attendant), least=2, most=2),
        Cell(say.label("called"), say.clock(ride.called_at), least=2, most=2),
        Cell(say.label("left"), say.clock(ride.left_at), least=2, most=2),
        Cell(say.label("sent_by"), sender, least=2, most=2),
    ]
    wear = flow([_protection(referral, say)], width, density, inline=True)
    return stack([wear, flow(cells, width, density)], density.air)


def _draw_danger(sheet: Sheet, box: Box, referral: Referral, say: Wording) -> None:
    """The thick frame at the top right with the danger signs; what room is left takes a hand-written one."""
    pad = _THICK + 8.0
    sheet.frame(box, thick=_THICK)
    room = Box(box.x + pad, box.y + pad, box.width - 2 * pad, box.height - 2 * pad)
    signs = widest(lambda density: _danger(referral, say, room.width, density), room.height, _LOUD)
    signs.draw(sheet, room.x, room.y)


def _danger(referral: Referral, say: Wording, width: float, density: Density) -> Laid:
    """Danger signs, a column for each language, Spanish in bold."""
    columns = len(say.languages)
    wide = (width - 8 * (columns - 1)) / columns
    title = text.fit(say.label("danger").upper(), width, min(13.0, density.value + 1.5), floor=7, bold=True)
    rows: list[Laid] = [Laid(((0.0, 0.0, title),), width, title.height + 2)]
    if referral.emergency and not referral.danger_signs:
        rows.append(_across([label("emergency_here", one) for one in say.languages], wide, density))
    elif referral.danger_signs is None:
        rows.append(_across([label("unknown", one) for one in say.languages], wide, density))
    elif not referral.danger_signs:
        rows.append(_across([label("none_seen", one) for one in say.languages], wide, density))
    else:
        kept = referral.danger_signs[: density.items - (len(referral.danger_signs) > density.items)]
        for sign in kept:
            pair = say.pair(sign)
            said = [pair[min(place, len(pair) - 1)] for place in range(columns)] if len(pair) > 1 else list(pair)
            rows.append(_across(said, wide if len(said) > 1 else width, density))
        rest = len(referral.danger_signs) - len(kept)
        if rest:
            rows.append(paragraph(say.label("more").replace("{n}", str(rest)), width, density.value))
    return stack(rows, 3.0 if density.value > 8 else 1.5)


def _across(said: list[str], wide: float, density: Density) -> Laid:
    """The same thing in each language side by side; the first in bold."""
    size = density.value
    parts = [
        paragraph(words, wide, size if place == 0 else size - 0.5, bold=place == 0) for place, words in enumerate(said)
    ]
    return beside(parts, 8)


def _protection(referral: Referral, say: Wording) -> Cell:
    """What driver and attendant wear."""
    worn = referral.transport.guarded
    said = say.unknown if worn is None else say.label("ppe_worn") if worn else say.own("none")
    return Cell(say.label("ppe"), said, least=12)
