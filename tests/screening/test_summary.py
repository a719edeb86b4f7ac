"""The daily summary against a day counted with a pencil, and what must hold on any day."""

from __future__ import annotations

import sqlite3
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent))

import summary_samples as samples
from summary_samples import COUNTED, DAY, MEASURED, NEW, NUMBERS, OLD, POST, ROWS, summarise

from screening import summary as module
from screening.day_cuts import AGE_BANDS, band_of
from screening.day_rows import FIELDS, rows_of_values
from screening.day_times import percentile
from screening.epi_week import epi_week
from screening.projecting import age_band
from screening.records.projection import put_all
from screening.records.store import RecordStore
from screening.summary import summarise_day, summary_from

SUMMARY = summarise(POST, DAY, ROWS)


@pytest.mark.parametrize("cell", COUNTED, ids=":".join)
def test_a_count_is_the_one_of_the_pencil(cell):
    assert SUMMARY.counts[cell] == COUNTED[cell]


def test_nothing_is_counted_that_the_pencil_did_not_expect():
    assert {cell: number for cell, number in SUMMARY.counts.items() if number and cell not in COUNTED} == {}


@pytest.mark.parametrize("name", MEASURED)
def test_a_measure_is_the_one_of_the_pencil(name):
    value, basis = MEASURED[name]
    assert SUMMARY.measures[name].value == pytest.approx(value)
    assert SUMMARY.measures[name].basis == basis


def test_no_measure_is_forgotten():
    assert SUMMARY.measures.keys() == MEASURED.keys()


def test_every_sum_holds():
    days = [SUMMARY, summarise(POST, DAY, ()), summarise(POST, DAY, samples.day_of(700, editions=(NEW, OLD)))]
    for summary in days:
        for equal in summary.sums:
            assert sum(summary.counts[c] for c in equal.left) == sum(summary.counts[c] for c in equal.right), equal


def test_classes_of_two_editions_are_kept_apart_and_the_break_is_told():
    assert SUMMARY.editions == (OLD, NEW)
    assert SUMMARY.breaks_trend
    assert not summarise(POST, DAY, ROWS[:4]).breaks_trend
    assert not [cell for cell in SUMMARY.counts if cell[0] == "class" and len(cell) != 3]


def test_a_drill_alone_leaves_the_day_empty():
    summary = summarise(POST, DAY, ROWS[12:], editions=(NEW,))
    assert set(summary.counts.values()) == {0}
    assert summary.counts["class", NEW, "confirmed"] == 0
    assert summary.is_zero_report
    assert summary.measures["seconds_median"].value is None


def test_a_day_without_cases_is_a_zero_report():
    assert summarise(POST, DAY, ROWS[:4]).is_zero_report
    assert not SUMMARY.is_zero_report


OPEN = replace(
    ROWS[4], classification="undetermined", floor="suspected", ceiling="probable", outcome="referred_and_received"
)


def test_whoever_is_at_least_suspected_is_a_case_whatever_is_still_open():
    summary = summarise(POST, DAY, [*ROWS[:4], OPEN])
    assert not summary.is_zero_report
    assert summary.count("day", "cases") == summary.count("hour", "07", "cases") == 1
    assert summary.count("class", NEW, "suspected") == 1
    assert summary.count("class", NEW, "undetermined") == 0
    assert summary.count("day", "companions_of_cases") == 3
    assert summarise(POST, DAY, (), [OPEN]).yesterday["hour", "07", "cases"] == 1


@pytest.mark.parametrize("floor", ["not_a_case", "contact"])
def test_whoever_may_be_a_case_and_is_isolated_spoils_the_zero_report(floor):
    possible = replace(OPEN, floor=floor)
    summary = summarise(POST, DAY, [*ROWS[:4], possible])
    assert (summary.is_zero_report, summary.is_open_zero, summary.count("day", "cases")) == (False, True, 0)
    assert (summary.count("class", NEW, "undetermined"), summary.count("day", "possible_isolated")) == (1, 1)
    for harmless in (replace(possible, isolated_at=None), replace(possible, floor="not_a_case", ceiling="contact")):
        assert summarise(POST, DAY, [*ROWS[:4], harmless]).is_zero_report


def test_zeros_are_told_for_every_desk_hour_band_and_outcome():
    summary = summarise(POST, DAY, ())
    assert summary.table("desk") == {("1",): 0, ("2",): 0}
    assert len(summary.table("hour")) == 24 * 4
    assert [key for (key,) in summary.table("age_band")] == list(AGE_BANDS)
    assert len(summary.table("outcome")) == 9


def test_coverage_is_told_when_arrivals_are_given():
    assert summarise(POST, DAY, ROWS, arrivals=16).coverage == 75.0
    assert SUMMARY.coverage is None
    assert summarise(POST, DAY, ROWS, arrivals=0).coverage is None


def test_the_threshold_of_the_post_decides_what_is_a_fever_reading():
    assert summarise(POST, DAY, ROWS, fever_threshold_c=37.5).count("day", "fever_readings") == 5
    assert summarise(POST, DAY, ROWS, fever_threshold_c=38).count("day", "fever_readings") == 3


@pytest.mark.parametrize(("adult_age", "minors"), [(16, 2), (18, 3), (21, 3)])
def test_the_age_of_the_setting_decides_who_is_a_minor(adult_age, minors):
    assert summarise(POST, DAY, ROWS, adult_age=adult_age).count("day", "minors") == minors


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("made", [module.summarise, summarise_day, summary_from])
def test_no_number_of_the_procedure_is_assumed(made, name):
    with pytest.raises(TypeError, match=name):
        made(POST, DAY, (), **{key: value for key, value in NUMBERS.items() if key != name})


def test_yesterday_is_counted_by_hour():
    before = [replace(row, day="2021-03-22") for row in ROWS]
    assert summarise(POST, DAY, ROWS, before).yesterday["hour", "07", "screened"] == 3
    assert summarise(POST, DAY, ROWS, ()).yesterday["hour", "07", "screened"] == 0
    assert SUMMARY.yesterday is None


@pytest.mark.parametrize("change", [{"post": "paso-canoas"}, {"day": "2021-03-22"}])
def test_a_row_of_another_post_or_day_is_refused(change):
    with pytest.raises(ValueError, match="is among them"):
        summarise(POST, DAY, [*ROWS, replace(ROWS[0], **change)])


def test_bare_values_of_a_store_give_the_same_summary_as_rows():
    values = [tuple(getattr(row, name) for name in FIELDS) for row in ROWS if not row.training]
    made = summarise_day(POST, DAY, rows_of_values(values), **NUMBERS)
    assert made == SUMMARY
    assert list(made.counts) == list(SUMMARY.counts)


def test_a_store_gives_the_same_summary_as_rows(tmp_path):
    before = [replace(row, screening=f"y-{row.screening}", day="2021-03-22") for row in samples.day_of(30)]
    elsewhere = [replace(row, screening=f"e-{row.screening}", post="paso-canoas") for row in ROWS]
    RecordStore.create(tmp_path / "store.db", desk="1").close()
    bare = sqlite3.connect(tmp_path / "store.db")
    put_all(bare, [*ROWS, *before, *elsewhere])
    bare.commit()
    bare.close()
    with RecordStore.open(tmp_path / "store.db") as store:
        made = summary_from(store, POST, DAY, arrivals=16, **NUMBERS)
        of_rows = summarise(POST, DAY, store.rows(day=DAY, post=POST.id), before, arrivals=16)
    assert made == of_rows == summarise(POST, DAY, ROWS, before, arrivals=16)
    assert list(made.counts) == list(SUMMARY.counts)


def test_the_order_of_the_rows_changes_nothing():
    assert summarise(POST, DAY, reversed(ROWS)) == SUMMARY


def test_largest_first_and_unknown_last():
    assert list(SUMMARY.table("nationality")) == [("HTI",), ("CUB",), ("BGD",), ("unknown",)]


@given(st.lists(st.sampled_from(ROWS)))
def test_a_day_is_the_sum_of_its_halves(rows):
    whole, one, two = (summarise(POST, DAY, part) for part in (rows, rows[::2], rows[1::2]))
    for cell, number in whole.counts.items():
        if cell not in {("day", "clusters"), ("day", "parties")}:
            assert number == one.counts.get(cell, 0) + two.counts.get(cell, 0)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        # From the calendar that PAHO publishes: weeks run from Sunday to Saturday.
        (date(2021, 3, 23), "2021-W12"),
        (date(2021, 3, 20), "2021-W11"),
        (date(2021, 3, 21), "2021-W12"),
        (date(2020, 12, 27), "2020-W53"),
        (date(2021, 1, 2), "2020-W53"),
        (date(2021, 1, 3), "2021-W01"),
        (date(2020, 1, 1), "2020-W01"),
        (date(2022, 1, 1), "2021-W52"),
        (date(2022, 1, 2), "2022-W01"),
    ],
)
def test_the_epidemiological_week_begins_on_sunday(day, week):
    assert str(epi_week(day)) == week


def test_a_week_has_seven_days_for_forty_years():
    days = [date(2000, 1, 2) + timedelta(days=n) for n in range(40 * 364)]
    weeks = [epi_week(day) for day in days]
    assert all(len({*weeks[n : n + 7]}) == 1 for n in range(0, len(weeks), 7))
    assert sorted(weeks) == weeks


def test_bands_are_those_of_the_rows():
    assert [band_of(years) for years in range(131)] == [age_band(years) for years in range(131)]
    assert band_of(None) == "unknown"


@given(st.lists(st.floats(0, 1e4), min_size=1))
def test_a_percentile_lies_within_the_values(values):
    assert min(values) <= percentile(values, 0.95) <= max(values)
