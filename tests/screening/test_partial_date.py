"""Dates that are known in part only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.partial_date import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1974-08-12", date(1974, 8, 12), date(1974, 8, 12)),
        ("1974-08", date(1974, 8, 1), date(1974, 8, 31)),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("1974-12", date(1974, 12, 1), date(1974, 12, 31)),
        ("1974", date(1974, 1, 1), date(1974, 12, 31)),
    ],
)
def test_a_date_spans_what_is_not_known_of_it(text, first, last):
    found = PartialDate.from_iso(text)
    assert (found.first_day, found.last_day, str(found)) == (first, last, text)


@pytest.mark.parametrize("text", ["1974-13", "1974-02-30", "74", "1974-8", "", "١٩٧٤", "1974-08-12T00:00", "0000"])
def test_what_no_calendar_has_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the messages of the calendar are Python's
        PartialDate.from_iso(text)


def test_a_day_without_its_month_is_refused():
    with pytest.raises(ValueError, match="without its month"):
        PartialDate(1974, None, 12)


@pytest.mark.parametrize(
    ("born", "on", "ages"),
    [
        ("1974-08-12", date(2021, 8, 11), (46, 46)),
        ("1974-08-12", date(2021, 8, 12), (47, 47)),
        ("1974-08", date(2021, 8, 15), (46, 47)),
        ("1974", date(2021, 3, 23), (46, 47)),
        ("2021", date(2021, 3, 23), (0, 0)),
        ("2004-02-29", date(2021, 2, 28), (16, 16)),
    ],
)
def test_ages_are_a_span_of_completed_years(born, on, ages):
    assert PartialDate.from_iso(born).ages_on(on) == ages


@given(st.dates())
def test_a_whole_date_comes_back_as_itself(day):
    found = PartialDate(day.year, day.month, day.day)
    assert found == PartialDate.from_iso(day.isoformat())
    assert found.is_complete
    assert found.first_day == found.last_day == day
