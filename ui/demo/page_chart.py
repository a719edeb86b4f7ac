"""The day as a line of time: one shape a traveller, on the page of the demonstration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Final

from ui.demo.page_style import ICONS, family
from ui.demo.page_words import WORDS, say

__all__ = ["chart"]

Told = Mapping[str, Any]
_FIRST_HOUR: Final = 6
_HOURS: Final = 9


def chart(day: Told) -> Iterator[str]:
    """The day as a line of time: one shape a traveller, stacked where several came in a quarter of an hour."""
    yield f"<h2>{say('chart')}</h2>"
    stacks: dict[int, int] = {}
    wide, left = 128, 26
    marks = []
    for traveller in day["travellers"]:
        hour, minute = (int(part) for part in traveller["time"].split(":"))
        slot = (hour - _FIRST_HOUR) * 4 + minute // 15
        level = stacks[slot] = stacks.get(slot, -1) + 1
        x, y = left + slot * wide / 4 + 14, 150 - level * 33
        kind = family(traveller)
        marks.append(
            f'<a href="#t{traveller["number"]}"><g transform="translate({x:.0f} {y})" style="color:var(--{kind})">'
            f'<rect width="27" height="29" rx="6" fill="var(--{kind}-bg)" stroke="currentColor"/>'
            f'<g transform="translate(3.500 4.500) scale(.83)"><path class="shape" d="{ICONS[kind]}"/></g>'
            f"<title>{traveller['number']} · {traveller['time']}</title></g></a>"
        )
    high = max(stacks.values(), default=0)
    top = 140 - high * 33
    yield f'<svg class="chart" viewBox="0 {top} 1130 {220 - top}" role="img">'
    yield f"<title>{escape(WORDS['chart']['es'])}</title>"
    for hour in range(_HOURS):
        x = left + hour * wide
        yield f'<line x1="{x}" x2="{x}" y1="{top + 12}" y2="190"/>'
        yield f'<text x="{x + 4}" y="206">{hour + _FIRST_HOUR:02d}:00</text>'
    yield from marks
    yield "</svg>"
