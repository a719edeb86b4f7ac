"""The JSON Lines of `paso mrz`."""

from __future__ import annotations

import json
from datetime import date

import pytest

from screening.mrz_batch import LONGEST_LINE, read_lines

TODAY = date(2021, 3, 23)
TD3 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"


def one(line):
    (found,) = read_lines([line], TODAY)
    return found


def test_the_documented_example_comes_out_as_documented():
    assert one(json.dumps({"id": "a", "on": "2021-03-23", "raw": TD3})) == {
        "id": "a",
        "status": "warn",
        "kind": "TD3",
        "fields": {
            "surname": "ERIKSSON",
            "given_names": "ANNA MARIA",
            "number": "L898902C3",
            "issuing_state": "UTO",
            "nationality": "UTO",
            "birth_date": "1974-08-12",
            "sex": "F",
            "expiry_date": "2012-04-15",
        },
        "checks": {"number": True, "birth_date": True, "expiry_date": True, "optional": True, "composite": True},
        "repairs": [],
        "warnings": ["expired"],
    }


@pytest.mark.parametrize(
    ("on", "status"), [("2010-01-01", "ok"), ("2012-04-15", "ok"), ("2012-04-16", "warn"), (None, "warn")]
)
def test_the_day_of_screening_is_the_lines_or_today(on, status):
    assert one(json.dumps({"id": 1, "on": on, "raw": TD3}))["status"] == status
    assert one(json.dumps({"id": 1, "raw": TD3}))["status"] == "warn"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nonsense", "line 1: not JSON"),
        ("{", "line 1: not JSON"),
        ('{"id": NaN, "raw": ""}', "line 1: not JSON"),
        ("[" * 100_000, "line 1: not JSON"),
        ("9" * 50_000, "line 1: not JSON"),
        ("[1]", "line 1: not a JSON object"),
        ("null", "line 1: not a JSON object"),
        ("{}", 'line 1: no "raw" with the text of the reader'),
        ('{"raw": 7}', 'line 1: no "raw" with the text of the reader'),
        ('{"raw": "x", "on": "23/03/2021"}', 'line 1: "on" is no day written YYYY-MM-DD'),
        ('{"raw": "x", "on": "2021-W12-2"}', 'line 1: "on" is no day written YYYY-MM-DD'),
        ('{"raw": "x", "on": "٢٠٢١-03-23"}', 'line 1: "on" is no day written YYYY-MM-DD'),
        ('{"raw": "x", "on": 20210323}', 'line 1: "on" is no day written YYYY-MM-DD'),
        ('{"raw": "x", "on": "2021-02-30"}', 'line 1: "on" is a day that no calendar has'),
        (
            '{"raw": "x", "on": "0001-01-01"}',
            'line 1: "on" is no day of screening: its year is not within 1900 to 2199',
        ),
        (
            '{"raw": "x", "on": "9999-12-31"}',
            'line 1: "on" is no day of screening: its year is not within 1900 to 2199',
        ),
        ('{"raw": "x", "raw": "y"}', 'line 1: the key "raw" stands there twice'),
        ('{"raw": "x", "on": null, "on": null}', 'line 1: the key "on" stands there twice'),
        ('{"id": 1, "id": 1, "raw": "x"}', 'line 1: the key "id" stands there twice'),
        ('{"raw": "x", "day": 1}', 'line 1: unknown key "day"; a line has "id", "on" and "raw"'),
        ('{"raw": "x", "id": {}}', 'line 1: "id" is neither text nor a number'),
        ('{"raw": "x", "id": []}', 'line 1: "id" is neither text nor a number'),
        ('{"raw": "x", "id": true}', 'line 1: "id" is neither text nor a number'),
        ('{"raw": "x", "id": 1e999}', 'line 1: "id" is too large a number'),
        (" " + "x" * LONGEST_LINE, f"line 1: longer than {LONGEST_LINE} characters"),
        (7, "line 1: not JSON"),
    ],
)
def test_a_line_that_cannot_be_used_rejects_and_says_why(line, reason):
    found = one(line)
    assert (found["status"], found["reason"]) == ("reject", reason)
    assert found["checks"] == dict.fromkeys(["number", "birth_date", "expiry_date", "optional", "composite"])
    assert "fields" not in found


def test_order_and_ids_are_kept_and_blank_lines_passed_over():
    lines = ['{"id": "b", "raw": ""}', "", "  \n", "oops", json.dumps({"id": 7.5, "raw": TD3})]
    found = list(read_lines(lines, TODAY))
    assert [each["id"] for each in found] == ["b", None, 7.5]
    assert found[1]["reason"].startswith("line 4:")


@pytest.mark.parametrize("size", [1025, LONGEST_LINE, 1_000_000])
@pytest.mark.parametrize("order", [("id", "raw"), ("raw", "id")])
def test_too_long_a_text_keeps_its_id(size, order):
    item = {"id": "scan-7", "raw": "<" * size}
    found = one(json.dumps({key: item[key] for key in order}))
    assert (found["id"], found["status"]) == ("scan-7", "reject")
    assert str(size) in found["reason"] or str(LONGEST_LINE) in found["reason"]


def test_a_line_at_fault_keeps_its_id_unless_that_stands_there_twice():
    assert one('{"id": "a", "raw": 1}')["id"] == "a"
    assert one('{"id": "a", "raw": "x", "raw": "x"}')["id"] == "a"
    assert one('{"id": {"any": ["json"]}, "raw": "x"}')["id"] == {"any": ["json"]}
    assert one('{"id": "a", "id": "b", "raw": "x"}')["id"] is None
    for strange in ("[1e999]", "[" * 900 + "]" * 900, "[" * 5000 + "]" * 5000, '{"a": ' * 5000 + "1" + "}" * 5000):
        found = one('{"id": ' + strange + ', "raw": "x"}')
        assert (found["id"], found["status"]) == (None, "reject")
        json.dumps(found, allow_nan=False)


def test_lines_are_read_one_by_one():
    def endless():
        while True:
            yield json.dumps({"id": 1, "raw": TD3})

    assert next(read_lines(endless(), TODAY))["status"] == "warn"


def test_days_at_the_ends_of_the_calendar_are_survived():
    for on in ("0001-01-01", "9999-12-31", "0099-12-31"):
        found = one(json.dumps({"id": 1, "on": on, "raw": TD3}))
        assert found["status"] in {"ok", "warn", "reject"}
        json.dumps(found)


def test_remarks_of_whoever_wrote_an_example_are_not_read():
    assert one('{"id": "a", "raw": "x", "expect": {"status": "reject"}, "why": "one letter"}') == one(
        '{"id": "a", "raw": "x"}'
    )
