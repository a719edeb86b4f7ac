"""The supervisor's daily summary: one A4 page, black on white, three rows: numbers, pictures, lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screening.day_cells import CLASSES, HOURS, SERIES
from screening.release import Release, Version, release
from screening.summary import DailySummary
from sops.wording import Wording

from . import text
from .charts import HourChart, draw_hours, draw_named_bars
from .page import A4, MM, Box, Sheet
from .summary_lists import Line, care, figures, largest, outcomes, people, signs
from .summary_words import HIDDEN, SummaryWords
from .text import Block

__all__ = ["draw_summary", "summary_sheet"]

_MARGIN = 11 * MM
_GAP = 12.0
_COLUMNS = 4
_NOTE = 6.8
_SIGNING = 34.0
_SIZES = (8.5, 8, 7.5, 7, 6.5, 6)  # of the lists' letters: the largest that leaves the charts their room


def summary_sheet(
    summary: DailySummary,
    version: Version | str = Version.HEALTH_AUTHORITY,
    language: str = "es",
    *,
    names: Wording,
    head: tuple[int, str] | None = None,
    amber: Sequence[str] = (),
    revision: int = 1,
    part: str = "",
) -> bytes:
    """The summary as a PDF of one page; the same input gives the same bytes.

    `language` is es or en, another gives Spanish. `head` is the end of the store's chain: sequence and hash, of which 8
    characters are printed. `amber` names the editions that are past their review or end date. A `revision` above 1 is
    printed beside the title: a signed summary is never changed. `part`: what part of the day it is, in words.
    """
    sheet = draw_summary(
        release(summary, version), SummaryWords(language, names), head=head, amber=amber, revision=revision, part=part
    )
    return sheet.to_bytes()


def draw_summary(
    released: Release,
    say: SummaryWords,
    *,
    head: tuple[int, str] | None = None,
    amber: Sequence[str] = (),
    revision: int = 1,
    part: str = "",
) -> Sheet:
    """The sheet of a summary before it becomes bytes."""
    summary = released.summary
    title = f"{say.word('summary')} {text.printable(summary.post_code).text} {summary.day.isoformat()}"
    sheet = Sheet(A4, title=title, language=say.spoken, subject=say.word(released.version.value))
    width = sheet.width - 2 * _MARGIN
    y = _draw_head(sheet, Box(_MARGIN, 9 * MM, width, 0), released, say, revision=revision, part=part)
    y = _draw_figures(sheet, Box(_MARGIN, y + 5, width, 64), released, say)
    foot = _lay_foot(released, say, width, amber)
    foot_y = sheet.height - 8 * MM - _SIGNING - foot.height
    room = foot_y - y - _cuts_height(len(released.summary.editions)) - 40
    lists = next(
        (made for size in _SIZES if (made := _lay_lists(released, say, width, size)).height + 90 <= room), None
    )
    lists = lists or _lay_lists(released, say, width, _SIZES[-1])
    hours = min(max(room - lists.height, 70), 180)
    y = _draw_hours(sheet, Box(_MARGIN, y + 8, width, hours), released, say)
    y = _draw_cuts(sheet, Box(_MARGIN, y + 10, width, 0), released, say)
    lists.draw(sheet, Box(_MARGIN, max(y + 6, foot_y - lists.height - 10), width, 0))
    _draw_foot(sheet, Box(_MARGIN, foot_y, width, foot.height), foot, say, head)
    return sheet


def _draw_head(sheet: Sheet, box: Box, released: Release, say: SummaryWords, *, revision: int, part: str) -> float:
    """Post, day and week; for whom; on a day without cases the zero report, said aloud."""
    summary = released.summary
    stamp = text.fit(say.word(released.version.value), 150, 9, floor=7, bold=True)
    wide = text.measure(stamp.lines[0], stamp.size, bold=True) + 14
    sheet.frame(Box(box.right - wide, box.y, wide, 18), thick=1.2)
    sheet.block(box.right - wide / 2, box.y + 3.4, stamp, align="centre")
    name = text.printable(" · ".join(filter(None, (summary.post_name, summary.post_code, part)))).text
    y = sheet.block(box.x, box.y, text.fit(name, box.width - wide - 10, 10, floor=7))
    title = f"{say.word('summary')} · {say.day(summary.day)}"
    if revision > 1:
        title += f" · {say.word('foot:revision', n=revision)}"
    y = sheet.block(box.x, y, text.fit(title, box.width, 16, floor=10, bold=True))
    hours = "" if "hours" in dict(summary.only) else " · 00:00–24:00"
    week = f"{say.word('week', n=summary.week.week)}{hours}"
    sheet.block(box.right, y - 13, text.fit(week, box.width * 0.4, 8, floor=6), align="right")
    if zero := say.zero(released):
        sheet.frame(Box(box.x, y + 3, box.width, 19), thick=1.2)
        sheet.block(box.x + 7, y + 6.2, text.fit(zero, box.width - 14, 10, floor=7, bold=True))
        y += 23
    sheet.rule(box.x, y + 3, box.right, y + 3, thick=1.2)
    return y + 3


def _draw_figures(sheet: Sheet, box: Box, released: Release, say: SummaryWords) -> float:
    """The six numbers of the day, large."""
    cells = figures(released, say)
    step = box.width / len(cells)
    for place, (number, name, against) in enumerate(cells):
        x = box.x + place * step
        room = step - 8
        sheet.block(x, box.y, text.fit(number, room, 28, floor=12, bold=True))
        label = text.fit(name, room, 9, floor=7, lines=2)
        y = sheet.block(x, box.y + 34, label)
        sheet.block(x, y, text.fit(against, room, 7, floor=5.5, lines=2))
        if place:
            sheet.rule(x - 6, box.y + 5, x - 6, box.foot, thick=0.4)
    return box.foot


def _draw_hours(sheet: Sheet, box: Box, released: Release, say: SummaryWords) -> float:
    """What came over the 24 hours, four times, each against its own highest hour."""
    wide = (box.width - _GAP * (len(SERIES) - 1)) / len(SERIES)
    before = released.yesterday
    for place, name in enumerate(SERIES):
        chart = HourChart(
            title=say.word("by_hour", what=say.word(f"hour:{name}")),
            today=[released.count("hour", hour, name) for hour in HOURS],
            before=None if before is None else [before["hour", hour, name] for hour in HOURS],
            before_word=say.word("yesterday"),
            hidden=HIDDEN,
        )
        draw_hours(sheet, Box(box.x + place * (wide + _GAP), box.y, wide, box.height), chart)
    return box.foot


def _cuts_height(editions: int) -> float:
    """Height in points of classes, ages, nationalities and languages: twelve bars, or the classes of two editions."""
    return 153.0 if editions < 2 else 2 * (13 + len(CLASSES) * 10.0 + 4) + (10 if editions > 2 else 0)


def _draw_cuts(sheet: Sheet, box: Box, released: Release, say: SummaryWords) -> float:
    """Classes of each edition, ages, nationalities, languages."""
    wide = _column(box.width)
    columns = [Box(box.x + place * (wide + _GAP), box.y, wide, 0) for place in range(4)]
    y = box.y
    editions = released.summary.editions or ("",)
    step = 11.5 if len(editions) == 1 else 10.0
    for edition in editions[-2:]:
        title = f"{say.word('table:class')} · {say.edition(edition)}"
        bars = [(say.key("class", edition, name), released.count("class", edition, name)) for name in CLASSES]
        y = draw_named_bars(sheet, Box(box.x, y, wide, 0), title, bars[:5], HIDDEN, step=step, plain=bars[5:]) + 4
    if len(editions) > 2:
        y = sheet.block(box.x, y, text.fit(say.word("more_editions", n=len(editions) - 2), wide, 7, floor=5.5))
    ages = [(say.key("age_band", *key), number) for key, number in released.table("age_band").items()]
    feet = [y, draw_named_bars(sheet, columns[1], say.word("table:age_band"), ages, HIDDEN, step=11.5)]
    for column, name in zip(columns[2:], ("nationality", "language"), strict=True):
        bars = largest(released, say, name, 12)
        foot = draw_named_bars(sheet, column, say.word(f"table:{name}"), bars, HIDDEN, step=11.5)
        feet.append(foot if bars else sheet.block(column.x, foot, Block((say.word("none"),), 8.5)))
    return max(feet)


@dataclass(frozen=True, slots=True)
class _Lists:
    """The four lists of the foot row, laid out at one size of letters."""

    columns: tuple[tuple[str, tuple[tuple[float, Block, Block], ...]], ...]  # title; indent, name, number
    size: float

    @property
    def height(self) -> float:
        """Height of the longest list in points, with its title."""
        return 16 + max(sum(name.height + 0.8 for _, name, _ in lines) for _, lines in self.columns)

    def draw(self, sheet: Sheet, box: Box) -> None:
        """Names to the left, numbers to the right on the last line of the name."""
        sheet.rule(box.x, box.y, box.right, box.y, thick=0.8)
        wide = _column(box.width)
        for place, (title, lines) in enumerate(self.columns):
            x = box.x + place * (wide + _GAP)
            y = sheet.block(x, box.y + 3, text.fit(title, wide, 9, floor=6.5, bold=True)) + 1
            for indent, name, number in lines:
                foot = sheet.block(x + indent, y, name)
                sheet.block(x + wide, foot - name.leading + (name.size - number.size) * 0.9, number, align="right")
                y = foot + 0.8


def _column(width: float) -> float:
    return (width - _GAP * (_COLUMNS - 1)) / _COLUMNS


def _lay_lists(released: Release, say: SummaryWords, width: float, size: float) -> _Lists:
    """Outcomes, care and clocks, signs and tests, people and desks."""
    lists = (
        (say.word("table:outcome"), outcomes(released, say)),
        (say.word("care"), care(released, say)),
        (say.word("signs"), signs(released, say)),
        (say.word("people"), people(released, say)),
    )
    return _Lists(
        tuple((title, tuple(_lay_line(line, _column(width), size) for line in ls)) for title, ls in lists), size
    )


def _lay_line(line: Line, width: float, size: float) -> tuple[float, Block, Block]:
    indent = 6.0 if line[0].startswith("  ") else 0.0
    number = text.fit(line[1], width * 0.6, size, floor=6, bold=True)
    room = width - indent - text.measure(number.lines[0], number.size, bold=True) - 4
    return indent, text.fit(line[0].strip(), room, size, floor=max(6.0, size - 0.5)), number


def _lay_foot(released: Release, say: SummaryWords, width: float, amber: Sequence[str]) -> Block:
    """What is exact or hidden, by which editions, and what these counts are not."""
    summary = released.summary
    notes = [say.word("foot:exact" if released.is_exact else "foot:hidden")]
    notes += [say.word("foot:editions", n=", ".join(summary.editions) or say.word("none"))]
    notes += [say.word("foot:amber", n=name) for name in amber]
    notes += [say.word("foot:break")] if summary.breaks_trend else []
    notes += [say.word("foot:exclusive"), say.word("foot:missing", n=say.word("missing"))]
    said = text.printable(" ".join(notes), longest=4000).text
    return Block(text.wrap(said, width, _NOTE), _NOTE)


def _draw_foot(sheet: Sheet, box: Box, notes: Block, say: SummaryWords, head: tuple[int, str] | None) -> None:
    """The notes, who answers for the page, and where the chain of records stood."""
    sheet.rule(box.x, box.y - 4, box.right, box.y - 4, thick=0.8)
    line = sheet.block(box.x, box.y, notes) + _SIGNING - 12
    seal = say.word("foot:no_head") if head is None else say.word("foot:head", seq=head[0], hash=head[1][:8].upper())
    sheet.rule(box.x, line, box.x + box.width * 0.46, line, thick=0.7)
    sheet.rule(box.x + box.width * 0.5, line, box.x + box.width * 0.7, line, thick=0.7)
    sheet.line(box.x, line + 1.5, say.word("foot:sign"), _NOTE)
    sheet.line(box.x + box.width * 0.5, line + 1.5, say.word("foot:time"), _NOTE)
    sheet.line(box.right, line - 3, text.printable(seal).text, 8, bold=True, align="right")
