"""Every format read back and compared with the day counted with a pencil; nothing in a file acts on its reader."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent))

from summary_samples import COUNTED, DAY, MEASURED, NEW, OLD, POST, ROWS, day_of, summarise

from forms.spreadsheets import (
    CSV_COLUMNS,
    JSON_KEYS,
    for_excel,
    registry_csv,
    summary_csv,
    summary_json,
    summary_xlsx,
)
from screening.dtm import registry_by_hour, registry_of_day
from screening.release import release
from sops.catalogue import load

NAMES = load().wording
SUMMARY = summarise(POST, DAY, ROWS, ROWS[:0], arrivals=16)
PUBLIC = release(SUMMARY, "public")


def rows_of(made, encoding="utf-8"):
    return list(csv.DictReader(io.StringIO(made.decode(encoding), newline="")))


def counts_of_csv(made):
    """Cell -> count or None, measures apart."""
    rows = rows_of(made)
    return {
        tuple(filter(None, (row["table"], row["key"], row["subkey"]))): int(row["value"]) if row["value"] else None
        for row in rows
        if row["table"] not in {"measure", "yesterday", "given"}
    }


def counts_of_json(made):
    tables = json.loads(made)["counts"]
    return {(table, *entry["keys"]): entry["count"] for table, entries in tables.items() for entry in entries}


def counts_of_xlsx(made):
    """By the titles of the sheets, in the order of the tables of the summary."""
    book = openpyxl.load_workbook(io.BytesIO(made))
    tables = list(dict.fromkeys(cell[0] for cell in SUMMARY.counts if cell[0] != "day"))
    found = {}
    for table, sheet in zip(["day", None, *tables], book.worksheets[1:], strict=True):
        if table is None:
            continue
        head, *lines = sheet.iter_rows(values_only=True)
        keys = list(dict.fromkeys(cell[1:] for cell in SUMMARY.counts if cell[0] == table))
        if len(keys[0]) == 1:
            found |= {(table, line[0]): line[2] for line in lines if line[0] not in {"arrivals", "persons"}}
        else:
            seconds = list(dict.fromkeys(key[1] for key in keys))
            assert len(head) == len(seconds) + 1
            found |= {(table, line[0], key): n for line in lines for key, n in zip(seconds, line[1:], strict=True)}
    return {cell: None if number == "*" else number for cell, number in found.items()}


READERS = {
    "csv": lambda version: counts_of_csv(summary_csv(SUMMARY, version)),
    "json": lambda version: counts_of_json(summary_json(SUMMARY, version)),
    "xlsx": lambda version: counts_of_xlsx(summary_xlsx(SUMMARY, version, "es", names=NAMES)),
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_every_format_says_what_the_pencil_says(reader):
    read = reader("health_authority")
    assert {cell: read[cell] for cell in COUNTED} == COUNTED
    assert {cell for cell, number in read.items() if number} <= COUNTED.keys()
    assert read.keys() == SUMMARY.counts.keys()


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_every_format_hides_the_same_cells(reader):
    read = reader("public")
    assert {cell for cell, number in read.items() if number is None} == PUBLIC.hidden
    assert {cell: n for cell, n in read.items() if n is not None} == {
        cell: n for cell, n in SUMMARY.counts.items() if cell not in PUBLIC.hidden
    }


def test_measures_agree_in_all_formats():
    of_json = json.loads(summary_json(SUMMARY))["measures"]
    of_csv = {
        ":".join(filter(None, (row["key"], row["subkey"]))): row
        for row in rows_of(summary_csv(SUMMARY))
        if row["table"] == "measure" and row["key"] != "coverage"
    }
    sheet = openpyxl.load_workbook(io.BytesIO(summary_xlsx(SUMMARY, names=NAMES))).worksheets[2]
    of_xlsx = {line[0]: line for line in sheet.iter_rows(min_row=2, values_only=True)}
    assert of_xlsx.pop("coverage")[2] == 75
    assert of_json.keys() == of_csv.keys() == of_xlsx.keys() == MEASURED.keys()
    for name, (value, basis) in MEASURED.items():
        assert of_json[name]["value"] == pytest.approx(value, abs=1e-4)
        assert float(of_csv[name]["value"]) == of_json[name]["value"] == of_xlsx[name][2]
        assert basis == of_json[name]["basis"] == int(of_csv[name]["basis"]) == of_xlsx[name][4]


def test_hidden_measures_carry_no_number_and_no_basis_anywhere():
    of_json = json.loads(summary_json(SUMMARY, "public"))["measures"]
    assert of_json["seconds_median:2"] == {"value": None, "unit": "s", "basis": None, "hidden": True}
    assert {entry["basis"] for entry in of_json.values()} == {None}
    for row in rows_of(summary_csv(SUMMARY, "public")):
        assert (row["value"] == "") == (row["hidden"] == "yes" or (row["table"] == "measure" and row["value"] == ""))
        assert row["basis"] == ""
    sheet = openpyxl.load_workbook(io.BytesIO(summary_xlsx(SUMMARY, "public", names=NAMES))).worksheets[2]
    shown = {line[0]: line[2:] for line in sheet.iter_rows(min_row=2, values_only=True)}
    assert shown["seconds_median:2"][0] == "*"
    assert {line[2] for line in shown.values()} == {None}


def test_the_json_has_the_documented_keys_and_no_others():
    read = json.loads(summary_json(SUMMARY))
    assert list(read) == list(JSON_KEYS)
    assert (read["post"]["code"], read["day"], read["epi_week"]) == ("PA-DAR-LB", "2021-03-23", "2021-W12")
    assert read["definitions"] == [OLD, NEW]
    assert (read["broken_trend"], read["zero_report"], read["coverage_percent"]) == (True, False, 75)
    assert {"keys": ["06", "screened"], "count": 0} in read["yesterday"]
    assert json.loads(summary_json(SUMMARY, "public"))["yesterday"] is None


def test_a_zero_report_is_said_in_every_format():
    zero = summarise(POST, DAY, (), editions=(NEW,))
    assert json.loads(summary_json(zero, "public"))["zero_report"] is True
    assert counts_of_csv(summary_csv(zero, "public"))["class", NEW, "suspected"] == 0
    about = openpyxl.load_workbook(io.BytesIO(summary_xlsx(zero, names=NAMES))).worksheets[0]
    assert any("INFORME CERO" in str(cell) for line in about.iter_rows(values_only=True) for cell in line)


def test_somebody_isolated_under_investigation_is_no_zero_report():
    isolated = replace(ROWS[4], classification="undetermined", floor="not_a_case", ceiling="probable")
    day = summarise(POST, DAY, [*ROWS[:4], isolated])
    assert json.loads(summary_json(day, "public"))["zero_report"] is False
    about = openpyxl.load_workbook(io.BytesIO(summary_xlsx(day, names=NAMES))).worksheets[0]
    assert any("NO ES INFORME CERO" in str(cell) for line in about.iter_rows(values_only=True) for cell in line)


@pytest.mark.parametrize("language", ["es", "en", "bn"])
def test_every_sheet_has_a_title_a_frozen_head_and_typed_cells(language):
    book = openpyxl.load_workbook(io.BytesIO(summary_xlsx(SUMMARY, "health_authority", language, names=NAMES)))
    assert len({sheet.title for sheet in book.worksheets}) == len(book.worksheets) == 19
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        for line in sheet.iter_rows():
            assert {cell.data_type for cell in line} <= {"s", "n"}
            assert not any(cell.hyperlink for cell in line)


HOSTILE = (
    "=1+1",
    "+507",
    "-3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "＝1",
    "=HYPERLINK(1)",
    "https://example.org",
    "a,b",
    'a"b',
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_text_is_never_a_formula(hostile):
    summary = summarise(
        replace(POST, name=hostile, desks=(hostile,)),
        DAY,
        [replace(row, desk=hostile, language=hostile) for row in ROWS],
    )
    made = summary_xlsx(summary, names=NAMES)
    parts = zipfile.ZipFile(io.BytesIO(made))
    sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any("<f>" in sheet or "hyperlink" in sheet for sheet in sheets)
    book = openpyxl.load_workbook(io.BytesIO(made))
    desks = [line[0] for line in book["Mesa"].iter_rows(min_row=2, values_only=True)]
    assert desks == [hostile] or hostile[:1] in "\t\r"
    assert json.loads(summary_json(summary))["counts"]["desk"] == [{"keys": [hostile], "count": 12}]
    raw = [row["key"] for row in rows_of(summary_csv(summary)) if row["table"] == "desk"]
    assert raw == [hostile]
    disarmed = [
        row["key"] for row in rows_of(summary_csv(summary, profile="excel"), "utf-8-sig") if row["table"] == "desk"
    ]
    assert disarmed == [hostile if hostile[:1] in "hab" else f"'{hostile}"]


@given(st.text())
def test_no_text_leaves_the_excel_profile_armed(cell):
    assert str(for_excel(cell)).strip()[:1] not in set("=+-@＝＋－＠") or cell == ""
    assert str(for_excel(cell)).removeprefix("'") == cell.removeprefix("'")


@pytest.mark.parametrize("number", [-38.5, 0, -3, 1e6, None])
def test_numbers_stay_numbers(number):
    assert for_excel(number) is number


def test_the_excel_profile_differs_by_nothing_else():
    raw, excel = rows_of(summary_csv(SUMMARY)), rows_of(summary_csv(SUMMARY, profile="excel"), "utf-8-sig")
    assert raw == excel
    assert tuple(raw[0]) == CSV_COLUMNS


def test_the_same_summary_gives_the_same_bytes():
    assert summary_xlsx(SUMMARY, names=NAMES) == summary_xlsx(SUMMARY, names=NAMES)
    assert summary_csv(SUMMARY) == summary_csv(SUMMARY)


def test_the_registry_counts_are_the_ones_of_the_pencil():
    day = rows_of(registry_csv([registry_of_day(release(SUMMARY, "health_authority"))]))[0]
    assert (day["point"], day["date"], day["hour"], day["travellers"]) == ("PA-DAR-LB", "2021-03-23", "", "12")
    assert (day["F_18-59"], day["M_60+"], day["nationality_HTI"], day["unaccompanied"]) == ("4", "2", "6", "1")
    hours = rows_of(registry_csv(registry_by_hour(POST, DAY, ROWS)))
    assert len(hours) == 24
    assert (hours[6]["hour"], hours[6]["travellers"], hours[6]["under_5"], hours[6]["nationality_HTI"]) == (
        *("06", "3", "1", "3"),
    )
    public = rows_of(registry_csv([registry_of_day(PUBLIC)]))[0]
    assert (public["M_60+"], public["F_60+"]) == ("*", "0")


def test_a_registry_without_lines_is_empty():
    assert registry_csv([]) == b""


def test_a_surge_agrees_too():
    summary = summarise(POST, DAY, day_of(1440, editions=(NEW, OLD)))
    for version in ("health_authority", "public"):
        assert counts_of_csv(summary_csv(summary, version)) == counts_of_json(summary_json(summary, version))
