"""Birth dates as people write and say them: as much as was told, nothing guessed between two readings."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.told_date import told_date

TODAY = date(2021, 3, 23)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5/4/90", "1990-04-05"),
        ("05/04/1990", "1990-04-05"),
        ("5.4.1990", "1990-04-05"),
        ("5-4-90", "1990-04-05"),
        ("05041990", "1990-04-05"),
        ("050490", "1990-04-05"),
        ("19900405", "1990-04-05"),
        ("1990-04-05", "1990-04-05"),
        ("1990/4/5", "1990-04-05"),
        ("5 de abril de 1990", "1990-04-05"),
        ("5 abr 90", "1990-04-05"),
        ("April 5, 1990", "1990-04-05"),
        ("3 août 2001", "2001-08-03"),
        ("2 me 1988", "1988-05-02"),  # Kreyòl
        ("٥/٤/١٩٩٠", "1990-04-05"),
        ("abr 1990", "1990-04"),
        ("Abril del 90", "1990-04"),
        ("4/1990", "1990-04"),
        ("041990", "1990-04"),
        ("1990-04", "1990-04"),
        ("1990", "1990"),
        ("4/13/90", "1990-04-13"),  # no 13th month: the other order is the only one
        ("29/2/00", "2000-02-29"),
        ("22/3/21", "2021-03-22"),
        ("24/3/21", "1921-03-24"),  # tomorrow is no birth date; it is read back
    ],
)
def test_it_is_read_as_it_was_meant(typed, meant):
    assert str(told_date(typed, TODAY)) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "90", "ayer", "4/12", "abr 5", "13/13/90", "31/2/1990", "29/2/1990", "1880", "2022", "jui 1990", "out 1990",
     "5/4/1990/1", "abr may 1990", "1/1/123", "1/1/5", "5 abr 123", "999999", "5 4"],
)  # fmt: skip
def test_what_is_no_date_or_could_be_two_is_not_guessed(typed):
    assert told_date(typed, TODAY) is None


@given(st.dates(date(1900, 1, 1), TODAY))
def test_every_written_form_of_a_day_gives_that_day(day):
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d%m%Y"):
        assert str(told_date(day.strftime(form), TODAY)) in (day.isoformat(), "None")
    assert str(told_date(day.strftime("%d/%m/%Y"), TODAY)) == day.isoformat()


@given(st.text(max_size=30))
def test_no_text_breaks_it_and_nothing_lies_ahead(typed):
    found = told_date(typed, TODAY)
    assert found is None or found.first_day <= TODAY
