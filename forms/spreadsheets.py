"""The daily summary and the registry counts for spreadsheets and programs: CSV, JSON and XLSX of the same numbers.

Whatever came from outside (a desk, a country code, the name of a post) is text in every file: no spreadsheet may take
it for a formula or an address. A hidden count is a star in spreadsheets, null in JSON, empty and marked in CSV.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Any, Literal

from screening.dtm import RegistryLine
from screening.release import Release, Version, release
from screening.summary import DailySummary

from .summary_words import HIDDEN, rounded
from .workbook import summary_xlsx

__all__ = ["CSV_COLUMNS", "JSON_KEYS", "for_excel", "registry_csv", "summary_csv", "summary_json", "summary_xlsx"]

Profile = Literal["machine", "excel"]
Value = str | int | float | None

CSV_COLUMNS = ("post", "day", "version", "table", "key", "subkey", "value", "unit", "basis", "hidden")
"""One line a number. `basis`: screenings a measure rests on; `hidden`: yes where the number is hidden, else no."""

JSON_KEYS = MappingProxyType(
    {
        "format": "always paso-seguro-daily-summary",
        "format_version": "2; grows when a key changes its meaning",
        "post": "id, code and name of the post",
        "day": "local day, 00:00 to 24:00, ISO 8601",
        "only": "what part of the day was counted: desk, hours, classification, outcome; empty for the whole day",
        "epi_week": "epidemiological week from Sunday to Saturday, YYYY-Www",
        "version": "health_authority: exact; public: small counts hidden",
        "definitions": "case definition editions of the day, oldest first",
        "broken_trend": "true when screenings were classified by more than one edition: never add their classes",
        "classes_are": "always exclusive: a screening counts once, in the highest class that is certain",
        "zero_report": "true when nobody is at least suspected and nobody isolated is under investigation",
        "fever_threshold_c": "degrees Celsius from which a reading counts as fever_readings",
        "arrivals": "arrivals counted by others; null when unknown or hidden",
        "persons": "different persons; null when unknown or hidden",
        "coverage_percent": "screenings a hundred arrivals; null when unknown or hidden",
        "counts": "table -> list of {keys, count}; a null count is hidden, a zero is a true zero",
        "measures": "name -> {value, unit, basis}; value null and hidden true where hidden; basis null unless exact",
        "yesterday": "the hours of the day before, as in counts; null when not given or not exact",
    }
)
"""Every key of the JSON and what it means."""

_FORMULA = "=+-@\t\r＝＋－＠"


def for_excel(cell: Value) -> Value:
    """The cell with an apostrophe before a text that a spreadsheet could take for a formula; numbers stay numbers."""
    if isinstance(cell, str) and (cell[:1] in {"\t", "\r"} or cell.strip()[:1] in set(_FORMULA)) and cell:
        return f"'{cell}"
    return cell


def summary_csv(
    summary: DailySummary, version: Version | str = Version.HEALTH_AUTHORITY, *, profile: Profile = "machine"
) -> bytes:
    """One number a line, UTF-8. `machine` is raw; `excel` adds a byte order mark and disarms formulas."""
    released = release(summary, version)
    begin = (summary.post, summary.day.isoformat(), released.version.value)
    lines = [(*begin, *line) for line in _lines(released)]
    return _csv([CSV_COLUMNS, *lines], profile)


def _lines(released: Release) -> Iterator[tuple[Value, ...]]:
    summary = released.summary
    for kind, code in summary.only:
        yield ("only", kind, code, None, "", None, "no")
    for table in released.tables():
        for keys, number in released.table(table).items():
            yield (table, *(*keys, "")[:2], number, "", None, "yes" if number is None else "no")
    for name, given in (("arrivals", released.arrivals), ("persons", released.persons)):
        if getattr(summary, name) is not None:
            yield ("given", name, "", given, "", None, "yes" if given is None else "no")
    for name in summary.measures:
        measure = released.measure(name)
        kind, _, desk = name.partition(":")
        basis = measure.basis if measure is not None and released.is_exact else None
        value = rounded(measure.value) if measure is not None else None
        unit = summary.measures[name].unit
        yield ("measure", kind, desk, value, unit, basis, "no" if measure is not None else "yes")
    if summary.arrivals is not None:
        hidden = "yes" if released.coverage is None else "no"
        yield ("measure", "coverage", "", rounded(released.coverage), "%", None, hidden)
    for cell, number in (released.yesterday or {}).items():
        yield ("yesterday", *cell[1:], number, "", None, "no")


def _csv(lines: Iterable[Sequence[Value]], profile: Profile) -> bytes:
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    for line in lines:
        writer.writerow([for_excel(cell) for cell in line] if profile == "excel" else line)
    return made.getvalue().encode("utf-8-sig" if profile == "excel" else "utf-8")


def registry_csv(lines: Sequence[RegistryLine], *, profile: Profile = "machine") -> bytes:
    """The counts of the flow monitoring registry, one hour or day a line; a hidden count is a star.

    Columns: point, date, hour (empty for a whole day), travellers, then sex and age group (F_0-4 ...), then
    nationality_HTI ..., then pregnant, under_5, unaccompanied.
    """
    if not lines:
        return _csv([], profile)
    first = lines[0]
    heads = ["point", "date", "hour", "travellers", *(f"{sex}_{group}" for sex, group in first.groups)]
    heads += [f"nationality_{name}" for name in first.nationalities]
    made: list[Sequence[Value]] = [[*heads, *first.vulnerable]]
    for line in lines:
        counts = [line.travellers, *line.groups.values(), *line.nationalities.values(), *line.vulnerable.values()]
        shown = [HIDDEN if number is None else number for number in counts]
        made.append([line.point, line.day.isoformat(), line.hour or "", *shown])
    return _csv(made, profile)


def summary_json(summary: DailySummary, version: Version | str = Version.HEALTH_AUTHORITY) -> bytes:
    """The summary for programs, UTF-8; its keys are those of `JSON_KEYS`."""
    released = release(summary, version)
    measures: dict[str, Any] = {}
    for name in summary.measures:
        measure = released.measure(name)
        measures[name] = {
            "value": None if measure is None else rounded(measure.value),
            "unit": summary.measures[name].unit,
            "basis": measure.basis if measure is not None and released.is_exact else None,
            "hidden": measure is None,
        }
    made = {
        "format": "paso-seguro-daily-summary",
        "format_version": 2,
        "post": {"id": summary.post, "code": summary.post_code, "name": summary.post_name},
        "day": summary.day.isoformat(),
        "only": dict(summary.only),
        "epi_week": str(summary.week),
        "version": released.version.value,
        "definitions": list(summary.editions),
        "broken_trend": summary.breaks_trend,
        "classes_are": "exclusive",
        "zero_report": summary.is_zero_report,
        "fever_threshold_c": summary.fever_threshold_c,
        "arrivals": released.arrivals,
        "persons": released.persons,
        "coverage_percent": rounded(released.coverage),
        "counts": {
            name: [{"keys": list(keys), "count": count} for keys, count in released.table(name).items()]
            for name in released.tables()
        },
        "measures": measures,
        "yesterday": None
        if released.yesterday is None
        else [{"keys": list(cell[1:]), "count": count} for cell, count in released.yesterday.items()],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
