"""Days as officials type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.interview.amount import number
from ui.interview.days import read_day

ON = date(2021, 3, 23)  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "ago"),
    [
        ("0", 0),
        ("3", 3),
        ("400", 400),
        ("hoy", 0),
        ("ayer", 1),
        ("21/3", 2),
        ("21-3", 2),
        ("21.3.2021", 2),
        ("23/3", 0),
        ("24/12", 89),  # the last Christmas Eve that has come
        ("28/2/21", 23),
        (" 3 ", 3),
    ],
)
def test_days_and_dates_are_read(typed, ago):
    assert read_day(typed, ON).ago == ago


@pytest.mark.parametrize("typed", ["", "x", "401", "31/2", "24/3/2021", "-1", "3.5.1", "٣", "３", "²", "1e1", "99/99"])
def test_what_is_no_day_is_refused_in_words(typed):
    assert read_day(typed, ON).problem


def test_not_known_is_an_answer():
    assert read_day("?", ON).value == "unknown"
    assert not read_day("?", ON).problem


@given(st.text(max_size=12))
def test_nothing_typed_raises(typed):
    day = read_day(typed, ON)
    assert day.problem or day.ago is None or 0 <= day.ago <= 400


@pytest.mark.parametrize(
    ("typed", "value"), [("97", 97), ("97,5", 97.5), ("٣", None), ("²", None), ("", None), ("1.2.3", None)]
)
def test_numbers_are_ascii(typed, value):
    assert number(typed) == value
