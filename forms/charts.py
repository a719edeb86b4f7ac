"""Two charts for paper: bars by hour with the day before as a thin line, and named bars with their numbers.

Drawn with the sheet's own bars, rules and words, not with reportlab.graphics: that would set text by itself, past
`forms.text`, take a sixth of a second to import, and bring axes and legends that these charts do without. Every bar
that matters carries its number; nothing is told by shade alone; a hidden count is a star on the base line, no bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import text
from .page import Box, Sheet
from .text import Block

__all__ = ["HourChart", "draw_hours", "draw_named_bars"]

_INK = 0.62
_SMALL = 6.5
_TITLE = 9.0
_HEAD = 27.0  # title, and room for the number of the highest bar


@dataclass(frozen=True, slots=True)
class HourChart:
    """The 24 hours of one count. None is hidden; `before` is the day before, None when it is not shown."""

    title: str
    today: Sequence[int | None]
    before: Sequence[int] | None
    before_word: str
    hidden: str


def draw_hours(sheet: Sheet, box: Box, chart: HourChart) -> None:
    """24 bars over the hours of the day, the highest with its number; `before` as a line stepping from hour to hour."""
    sheet.block(box.x, box.y, text.fit(chart.title, box.width, _TITLE, floor=6.5, bold=True))
    base = box.foot - 10
    shown = [number or 0 for number in chart.today]
    before = chart.before or [0] * 24
    most = max([1, *shown, *before])
    slot = box.width / 24
    scale = (base - box.y - _HEAD) / most
    for hour, number in enumerate(chart.today):
        x = box.x + hour * slot
        if number is None:
            sheet.line(x + slot / 2, base - 8, chart.hidden, 7, align="centre")
        elif number:
            sheet.bar(Box(x + slot * 0.2, base - number * scale, slot * 0.6, number * scale), ink=_INK)
    sheet.rule(box.x, base, box.right, base, thick=0.5)
    for hour in (0, 6, 12, 18):
        sheet.rule(box.x + hour * slot, base, box.x + hour * slot, base + 3, thick=0.5)
        sheet.line(box.x + hour * slot + 1.5, base + 1.2, f"{hour:02d}", _SMALL)
    taken = None
    if any(shown):
        peak = shown.index(max(shown))
        words = f"{shown[peak]:,}"
        half = text.measure(words, 8, bold=True) / 2
        x = min(max(box.x + (peak + 0.5) * slot, box.x + half), box.right - half)
        reached = max([shown[peak], *before[_slots(box, x - half, x + half)]])
        y = base - reached * scale - 10
        sheet.line(x, y, words, 8, bold=True, align="centre")
        taken = Box(x - half, y, 2 * half, 10)
    elif None not in chart.today:
        sheet.line(box.x + 2, base - 11, "0", 8, bold=True)
    if any(before):
        steps = [(box.x + (h + side) * slot, base - n * scale) for h, n in enumerate(before) for side in (0, 1)]
        sheet.polyline(steps, thick=0.6)
        _name_line(sheet, Box(box.x, base, box.width, scale), chart, taken)


def _slots(box: Box, left: float, right: float) -> slice:
    """The hours between two places of a chart."""
    slot = box.width / 24
    return slice(max(0, int((left - box.x) / slot)), min(24, int((right - box.x) / slot) + 1))


def _name_line(sheet: Sheet, plot: Box, chart: HourChart, taken: Box | None) -> None:
    """Name the line of the day before where it is free: high on the line itself, above every bar, clear of the peak."""
    word = chart.before_word
    before, today = chart.before or (), [number or 0 for number in chart.today]
    wide = text.measure(word, _SMALL)
    best: tuple[float, float, float] | None = None
    for hour in range(24):
        x = min(max(plot.x + (hour + 0.5) * plot.width / 24 - wide / 2, plot.x), plot.right - wide)
        covered = _slots(plot, x, x + wide)
        line, bars = max(before[covered]), max(today[covered])
        y = plot.y - max(line, bars) * plot.height - 8.5
        clear = taken is None or x > taken.right + 2 or x + wide < taken.x - 2 or y > taken.foot or y + 8 < taken.y
        worth = (line - 3 * max(0, bars - line)) * plot.height
        if line and clear and (best is None or worth > best[0]):
            best = (worth, x, y)
    if best is not None:
        sheet.line(best[1], best[2], word, _SMALL)
    elif taken is not None:  # nowhere else: beside the number of the highest bar
        x = taken.right + 3 if taken.right + 3 + wide <= plot.right else taken.x - 3 - wide
        sheet.line(x, taken.y + 1.2, word, _SMALL)


def draw_named_bars(
    sheet: Sheet,
    box: Box,
    title: str,
    entries: Sequence[tuple[str, int | None]],
    hidden: str,
    *,
    step: float,
    plain: Sequence[tuple[str, int | None]] = (),
) -> float:
    """A title, then one bar a line: name, bar, number. `plain` ones follow without a bar, which they would dwarf.

    Lines are `step` points apart. Returns the `y` of the foot.
    """
    size = min(8.5, step - 3)
    y = sheet.block(box.x, box.y, text.fit(title, box.width, _TITLE, floor=6.5, bold=True)) + 1.5
    most = max([1, *(number for _, number in entries if number is not None)])
    figures = max([text.measure(f"{most:,}", size, bold=True), 6.0]) + 3
    names = min(max((text.measure(name, size) for name, _ in entries), default=0.0) + 5, box.width * 0.6)
    room = box.width - names - figures
    for name, number in entries:
        _name(sheet, Box(box.x, y, names - 3, step), name, size)
        long = room * (number or 0) / most
        if long:
            sheet.bar(Box(box.x + names, y + 1.8, long, step - 4.6), ink=_INK)
        sheet.line(box.x + names + long + 2, y, hidden if number is None else f"{number:,}", size, bold=True)
        y += step
    for name, number in plain:
        said = hidden if number is None else f"{number:,}"
        wide = text.measure(said, size, bold=True)
        used = _name(sheet, Box(box.x, y, box.width - wide - 5, step), name, size)
        sheet.line(box.x + max(names, used + 3) + 2, y, said, size, bold=True)
        y += step
    return y


def _name(sheet: Sheet, box: Box, name: str, size: float) -> float:
    """A name on one line of the box, smaller if it must be; returns its width."""
    said = text.fit(name, box.width, size, floor=5)
    line = Block(said.lines[:1], said.size)
    sheet.block(box.x, box.y + (size - said.size) * 0.9, line)
    return text.measure(line.lines[0], line.size)
