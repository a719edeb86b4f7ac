"""A part of a day: desk, hours, class, outcome; what it counts, and what it never is."""

from __future__ import annotations

import csv
import io
import json

import pytest

from forms.spreadsheets import summary_csv, summary_json
from screening.day_filter import EVERYBODY, KINDS, READS, SPANS, Only, occurring
from screening.day_rows import FIELDS
from screening.summary import summary_from
from tests.summary_samples import DAY, NUMBERS, POST, ROWS

VALUES = [tuple(getattr(row, name) for name in FIELDS) for row in ROWS]


class Store:
    """The sample rows, as a store gives them."""

    def values(self, names, *, first, last, post, desk, training):
        assert (tuple(names), first, last, post, training) == (FIELDS, DAY, DAY, POST.id, False)
        return [row for row in VALUES if desk in (None, row[FIELDS.index("desk")])]

    def tally(self, by, **asked):
        return []


def counted(**only):
    return summary_from(Store(), POST, DAY, only=Only(**only), **NUMBERS)


@pytest.mark.parametrize(
    ("only", "meant"),
    [
        ({}, lambda row: True),
        ({"desk": "2"}, lambda row: row.desk == "2"),
        ({"hours": "06-12"}, lambda row: 6 <= row.hour < 12),
        ({"hours": "18-06"}, lambda row: row.hour >= 18 or row.hour < 6),
        ({"classification": "suspected"}, lambda row: row.floor == "suspected"),
        ({"outcome": "ordinary_care"}, lambda row: row.outcome == "ordinary_care"),
        ({"outcome": "none"}, lambda row: row.outcome is None),
        ({"desk": "1", "hours": "06-12", "classification": "not_a_case"},
         lambda row: row.desk == "1" and 6 <= row.hour < 12 and row.classification == "not_a_case"),
    ],
)  # fmt: skip
def test_a_part_counts_those_who_belong_to_it(only, meant):
    expected = sum(map(meant, ROWS))
    assert counted(**only).count("day", "screened") == expected
    if only:
        assert expected < len(ROWS)


def test_the_parts_of_a_kind_make_the_whole():
    quarters = [name for name in SPANS if len(SPANS[name]) == 6]
    assert sum(counted(hours=name).count("day", "screened") for name in quarters) == len(ROWS)
    assert SPANS["06-18"] | SPANS["18-06"] == frozenset(range(24))
    assert not SPANS["06-18"] & SPANS["18-06"]


def test_a_part_is_never_a_zero_report_and_says_what_it_is_of():
    part = counted(outcome="cleared_with_advice", hours="06-12")
    assert part.count("day", "cases") == 0
    assert (part.is_zero_report, part.is_open_zero) == (False, False)
    assert part.only == (("hours", "06-12"), ("outcome", "cleared_with_advice"))
    assert part.yesterday is None  # the day before is not narrowed, so it does not stand beside it
    lines = list(csv.DictReader(io.StringIO(summary_csv(part).decode())))
    assert [(line["key"], line["subkey"]) for line in lines if line["table"] == "only"] == [*part.only]
    assert json.loads(summary_json(part))["only"] == dict(part.only)
    assert json.loads(summary_json(counted()))["only"] == {}


def test_only_classes_and_outcomes_that_occur_are_offered():
    rows = [tuple(getattr(row, name) for name in READS) for row in ROWS]
    found = occurring(rows, ("1", "2"))
    assert found["desk"] == ("1", "2")
    assert set(found["outcome"]) == {row.outcome or "none" for row in ROWS}
    assert "suspected" in found["classification"]


def test_a_kind_is_called_as_its_field_everywhere():
    only = Only("1", "06-18", "suspected", "ordinary_care")
    assert KINDS == ("desk", "hours", "classification", "outcome")
    assert dict(only.codes) == {
        "desk": "1",
        "hours": "06-18",
        "classification": "suspected",
        "outcome": "ordinary_care",
    }
    assert set(occurring([], ())) == set(KINDS)
    assert EVERYBODY.codes == ()
    assert EVERYBODY.is_whole
    assert not only.is_whole
    assert not Only(hours="06-18").is_whole
