"""Stays seen through the dated table: split where the category changes, unknown where no row stands."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sops import facts, grammar, reading, shapes
from sops.areas import REACH_DAYS, PlaceStay, area_table
from sops.facts import Answer, Exposure

SHIPPED = Path(grammar.__file__).parent.parent / "areas" / "who-transmission.yaml"
UNKNOWN = Answer.UNKNOWN
ON = date(2020, 8, 31)


def row(country, status, first, last=None, **more):
    return {"country": country, "status": status, "from": first} | ({"until": last} if last else {}) | more


def table(*rows):
    source = {"document": "who-sitrep-2020", "clause": "table 1", "mark": "recalled"}
    return area_table(
        {
            "areas": "t",
            "title": {"en": "t", "es": "t"},
            "source": source,
            "last_checked": "2020-08-31",
            "rows": list(rows),
        },
        "digest",
    )


TABLE = table(
    row("PAN", "clusters", "2020-07-01", "2020-08-20"),
    row("PAN", "community", "2020-08-21"),
    row("PAN", "sporadic", "2020-08-01", "2020-08-31", division="PA-5"),
    row("BRA", "community", "2020-03-01", "2020-08-25"),
    row("COL", "local", "2020-08-10", "2020-08-19", source={"document": "paso-design", "clause": "x"}),
)


def shipped():
    result = shapes.check(str(SHIPPED), reading.read(SHIPPED))
    assert not result.mistakes
    return area_table(result.data, "digest")


@pytest.mark.parametrize(
    ("country", "division", "day", "status"),
    [
        ("PAN", None, date(2020, 8, 20), "clusters"),
        ("PAN", None, date(2020, 8, 21), "community"),
        ("PAN", None, date(2020, 6, 30), None),
        ("PAN", "PA-5", date(2020, 8, 21), "sporadic"),
        ("PAN", " pa-5 ", date(2020, 8, 21), "sporadic"),
        ("PAN", "PA-5", date(2020, 9, 1), "community"),  # no row of its own any more: the country's
        ("PAN", "PA-4", date(2020, 8, 21), "community"),
        ("pan", None, date(2020, 8, 21), "community"),
        ("HTI", None, date(2020, 8, 21), None),
    ],
)
def test_status_of_a_day(country, division, day, status):
    assert TABLE.status(country, division, day) == status


def area(first, last, status, mode="travel"):
    return Exposure("area", first, last, status=status, mode=mode)


@pytest.mark.parametrize(
    ("stay", "expected"),
    [
        (PlaceStay("PAN", None, 5, 0), [area(5, 0, "community")]),
        # 2020-08-20 is 11 days ago, 2020-08-21 is 10 days ago
        (PlaceStay("PAN", None, 14, 0), [area(14, 11, "clusters"), area(10, 0, "community")]),
        (PlaceStay("PAN", None, 11, 10), [area(11, 11, "clusters"), area(10, 10, "community")]),
        (PlaceStay("PAN", "PA-5", 14, 0), [area(14, 0, "sporadic")]),
        (PlaceStay("BRA", None, 9, 2), [area(9, 6, "community"), area(5, 2, UNKNOWN)]),
        (PlaceStay("COL", None, 30, 1), [area(30, 22, UNKNOWN), area(21, 12, "local"), area(11, 1, UNKNOWN)]),
        (PlaceStay("HTI", None, 14, 1), [area(14, 1, UNKNOWN)]),
        (PlaceStay("PAN", None, 0, 0, "residence"), [area(0, 0, "community", "residence")]),
    ],
)
def test_a_stay_is_split_where_the_category_changes(stay, expected):
    assert list(TABLE.exposures_of([stay], ON)) == expected


@pytest.mark.parametrize(
    ("stay", "status"),
    [
        (PlaceStay("PAN", None, 10, UNKNOWN), "community"),  # whenever it ended, all its days have one category
        (PlaceStay("PAN", None, 11, UNKNOWN), UNKNOWN),
        (PlaceStay("PAN", None, UNKNOWN, 0), UNKNOWN),
        (PlaceStay("BRA", None, UNKNOWN, 6), "community"),
        (PlaceStay("BRA", None, UNKNOWN, UNKNOWN), UNKNOWN),
        (PlaceStay("HTI", None, UNKNOWN, UNKNOWN), UNKNOWN),
    ],
)
def test_a_stay_with_an_unknown_day_has_a_category_only_where_none_other_is_possible(stay, status):
    assert list(TABLE.exposures_of([stay], ON)) == [area(stay.first_day_ago, stay.last_day_ago, status)]


def test_an_unknown_first_day_is_looked_at_as_far_back_as_it_can_matter():
    changed = ON - timedelta(days=REACH_DAYS)
    constant = table(row("PER", "community", changed.isoformat()))
    later = table(row("PER", "community", (changed + timedelta(days=1)).isoformat()))
    stay = PlaceStay("PER", None, UNKNOWN, 0)
    assert constant.exposures_of([stay], ON)[0].status == "community"
    assert later.exposures_of([stay], ON)[0].status is UNKNOWN


def test_stays_keep_their_order():
    stays = [PlaceStay("HTI", None, 3, 1), PlaceStay("BRA", None, 14, 10)]
    assert [e.first_day_ago for e in TABLE.exposures_of(stays, ON)] == [3, 14]
    assert TABLE.exposures_of([], ON) == ()


@pytest.mark.parametrize(("first", "last"), [(2, 3), (5, -1), (-2, -2), (-1, UNKNOWN)])
def test_a_stay_that_does_not_run_forward_is_refused(first, last):
    with pytest.raises(ValueError, match="does not run forward"):
        TABLE.exposures_of([PlaceStay("PAN", None, first, last)], ON)


def test_a_stay_of_ages_is_no_trouble():
    [older, newer] = TABLE.exposures_of([PlaceStay("PAN", None, 10**9, 11)], ON)
    assert (older.status, newer) == (UNKNOWN, area(61, 11, "clusters"))


@given(st.sampled_from(["PAN", "BRA", "COL", "HTI"]), st.sampled_from([None, "PA-5"]), st.data())
def test_the_parts_of_a_stay_are_the_stay_day_by_day(country, division, data):
    last = data.draw(st.integers(0, 60))
    first = data.draw(st.integers(last, 90))
    parts = TABLE.exposures_of([PlaceStay(country, division, first, last)], ON)
    days = [(ago, part.status) for part in parts for ago in range(part.first_day_ago, part.last_day_ago - 1, -1)]
    assert days == [
        (ago, TABLE.status(country, division, ON - timedelta(days=ago)) or UNKNOWN)
        for ago in range(first, last - 1, -1)
    ]
    assert all(one.status != two.status for one, two in pairwise(parts))


def test_a_row_without_a_source_has_that_of_the_table():
    assert TABLE.rows[0].source == TABLE.source
    assert TABLE.rows[0].source.mark == "recalled"
    assert TABLE.rows[4].source.document == "paso-design"


def test_overlapping_rows_are_found():
    clash = table(
        row("PAN", "clusters", "2020-07-01", "2020-08-21"),
        row("PAN", "community", "2020-08-21"),
        row("PAN", "sporadic", "2020-08-21", division="PA-5"),
    )
    assert [(one.status, two.status) for one, two in clash.overlaps()] == [("clusters", "community")]
    assert TABLE.overlaps() == ()


def test_the_shipped_table_is_modest_and_consistent():
    areas = shipped()
    assert areas.overlaps() == ()
    assert {r.source.mark for r in areas.rows} == {"recalled"}
    assert {r.status for r in areas.rows} <= set(facts.STATUSES)
    assert all(r.last is not None and r.first <= r.last <= date(2022, 12, 31) for r in areas.rows)
    assert areas.status("KEN", None, date(2021, 3, 23)) is None


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2019, 12, 30), None),
        (date(2019, 12, 31), "china"),
        (date(2020, 4, 30), "china"),
        (date(2020, 5, 1), "clusters"),
    ],
)
def test_china_of_early_2020_has_its_own_status(day, status):
    assert shipped().status("CHN", None, day) == status


@pytest.mark.parametrize("country", ["PAN", "COL", "ECU", "PER", "CHL", "BRA", "HTI", "CRI"])
def test_the_route_has_community_transmission_in_march_2021(country):
    assert shipped().status(country, None, date(2021, 3, 23)) == "community"


def test_no_country_but_china_is_china():
    assert {r.country for r in shipped().rows if r.status == "china"} == {"CHN"}
