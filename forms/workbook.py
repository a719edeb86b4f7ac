"""The daily summary as a workbook: one sheet a table, numbers as numbers, texts never as formulas or addresses."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime

from screening.release import Release, Version, release
from screening.summary import DailySummary
from sops.wording import Wording

from .summary_words import HIDDEN, SummaryWords, rounded

__all__ = ["summary_xlsx"]

Value = str | int | float | None


def summary_xlsx(
    summary: DailySummary,
    version: Version | str = Version.HEALTH_AUTHORITY,
    language: str = "es",
    *,
    names: Wording,
    part: str = "",
) -> bytes:
    """The summary as a workbook: one sheet a table, headings frozen, numbers as numbers, texts never as formulas.

    `part`: what part of the day it is, in words.
    """
    from xlsxwriter import Workbook

    released, say = release(summary, version), SummaryWords(language, names)
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(made, options)
    book.set_properties(
        {
            "title": f"{say.word('summary')} {summary.post_code} {summary.day.isoformat()}",
            "author": "Paso Seguro",
            "created": datetime(summary.day.year, summary.day.month, summary.day.day),  # noqa: DTZ001 - Excel has no zones
        }
    )
    heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for title, lines in _sheets(released, say, part):
        sheet = book.add_worksheet(title[:31])
        widths: dict[int, int] = {}
        for row, line in enumerate(lines):
            for column, cell in enumerate(line):
                if isinstance(cell, str):
                    sheet.write_string(row, column, cell, heading if row == 0 else None)
                elif cell is not None:
                    sheet.write_number(row, column, cell)
                widths[column] = max(widths.get(column, 8), min(len(str(cell)), 70))
        for column, width in widths.items():
            sheet.set_column(column, column, width + 2)
        sheet.freeze_panes(1, 0)
    book.close()
    return made.getvalue()


def _sheets(released: Release, say: SummaryWords, part: str) -> Iterator[tuple[str, list[Sequence[Value]]]]:
    """Title and lines of each sheet, headings first."""
    summary = released.summary
    code, name, count = (say.word(f"column:{word}") for word in ("code", "name", "count"))
    notes = ["foot:exact" if released.is_exact else "foot:hidden", "foot:exclusive"]
    notes += ["foot:break"] if summary.breaks_trend else []
    yield (
        say.word("about"),
        [
            (say.word("summary"), ""),
            (say.word("about:post"), f"{summary.post_name} · {summary.post_code}"),
            (say.word("about:day"), summary.day.isoformat()),
            *([("", part)] if part else []),
            (say.word("about:week"), str(summary.week)),
            (say.word("about:version"), say.word(released.version.value)),
            (say.word("table:edition"), ", ".join(summary.editions)),
            *(("", say.word(note)) for note in notes),
            *([("", zero)] if (zero := say.zero(released)) else []),
        ],
    )
    given = [("arrivals", released.arrivals, summary.arrivals), ("persons", released.persons, summary.persons)]
    day = [(key, say.word(f"day:{key}", n=f"{summary.fever_threshold_c:.1f}"), _shown(number))
           for (key,), number in released.table("day").items()]  # fmt: skip
    day += [(key, say.word(f"day:{key}"), _shown(shown)) for key, shown, known in given if known is not None]
    yield say.word("table:day"), [(code, name, count), *day]
    yield (
        say.word("table:measures"),
        [
            (code, name, say.word("column:value"), say.word("column:unit"), say.word("column:basis")),
            *(_measure_line(released, say, key) for key in summary.measures),
            *([] if summary.arrivals is None else [_coverage_line(released, say)]),
        ],
    )
    for table in released.tables()[1:]:
        counts = released.table(table)
        if all(len(keys) == 1 for keys in counts):
            lines = [(keys[0], say.key(table, *keys), _shown(number)) for keys, number in counts.items()]
            yield say.table(table), [(code, name, count), *lines]
            continue
        rows, columns = (tuple(dict.fromkeys(keys[place] for keys in counts)) for place in (0, 1))
        heads = [_column_name(say, table, rows[0], key) for key in columns]
        yield (
            say.table(table),
            [
                (say.table(table), *heads),
                *((row, *(_shown(counts.get((row, key), 0)) for key in columns)) for row in rows),
            ],
        )


def _column_name(say: SummaryWords, table: str, row: str, key: str) -> str:
    match table:
        case "age_group":
            return say.key("age_band", key)
        case "test":
            return say.key("test", row, key).partition(" · ")[2]
        case _:
            return say.key(table, row, key)


def _shown(number: int | None) -> Value:
    return HIDDEN if number is None else number


def _measure_line(released: Release, say: SummaryWords, name: str) -> Sequence[Value]:
    measure = released.measure(name)
    unit = say.word(released.summary.measures[name].unit)
    if measure is None:
        return (name, say.measure_name(name), HIDDEN, unit, None)
    return (name, say.measure_name(name), rounded(measure.value), unit, measure.basis if released.is_exact else None)


def _coverage_line(released: Release, say: SummaryWords) -> Sequence[Value]:
    share = HIDDEN if released.coverage is None else rounded(released.coverage)
    return ("coverage", say.measure_name("coverage"), share, say.word("%"), None)
