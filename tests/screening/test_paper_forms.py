"""Forms of paper: numbers that never come twice, and screenings that keep their true moment beside that of typing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from screening.commands import CommandError, Officer
from screening.events import Event
from screening.paper_forms import done_on_paper, fold, late, reserve
from screening.told_moment import told_moment

AT = datetime(2021, 3, 23, 14, 0, tzinfo=UTC)
WHO = Officer("o-17", AT)
NOW = datetime(2021, 3, 23, 9, 14, tzinfo=timezone(timedelta(hours=-5)))
ONE, TWO, THREE = "PA-DAR-LB-1K7-48210377-Q", "PA-DAR-LB-1K7-48210378-M", "PA-DAR-LB-2AA-99210378-M"
BEGUN = Event("screening:s1", "begun", AT, "o-17", {"language": "es"})


@pytest.fixture
def forms():
    return fold([reserve("f1", [ONE, TWO, THREE], WHO, post="lajas-blancas", procedure="poe-entry@2020-01-31")])


def test_a_form_is_found_by_its_number_or_its_last_figures(forms):
    assert (forms.find(f" {ONE.lower()} "), forms.find("0377-Q"), forms.find("48210378M")) == (ONE, ONE, TWO)
    for typed in ("10378-M", "7-Q", "PA-DAR-LB-1K7-48210379-Q", "0377-R"):
        with pytest.raises(CommandError):
            forms.find(typed)


def test_a_form_is_typed_in_once(forms):
    begun, used = late(BEGUN, AT - timedelta(hours=5), ONE, forms)
    assert begun.at == AT  # the event itself says when it was typed
    assert begun.body["screened_at"] == "2021-03-23T09:00:00+00:00"
    assert (used.stream, used.body) == ("forms:f1", {"number": ONE, "screening": "s1"})
    after = fold([reserve("f1", [ONE, TWO], WHO, post="p", procedure="x"), used])
    assert after.waiting == (TWO,)
    with pytest.raises(CommandError, match="s1"):
        after.find(ONE)


def test_a_sheet_without_a_number_uses_no_form_up(forms):
    (only,) = late(BEGUN, AT, None, forms)
    assert "form" not in only.body


def test_what_lies_ahead_is_no_screening(forms):
    with pytest.raises(CommandError):
        late(BEGUN, AT + timedelta(seconds=1), ONE, forms)


@pytest.mark.parametrize("count", [0, 101])
def test_none_and_too_many_are_refused(count):
    with pytest.raises(CommandError):
        reserve("f1", [ONE] * count, WHO, post="p", procedure="x")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:00", "2021-03-23T09:00"),
        ("hoy 9:14", "2021-03-23T09:14"),
        ("ayer 14.30", "2021-03-22T14:30"),
        ("yesterday 14:30", "2021-03-22T14:30"),
        ("22/3 14:30", "2021-03-22T14:30"),
        ("22/3 1430", "2021-03-22T14:30"),
        ("22/3/2021 14h30", "2021-03-22T14:30"),
        ("2021-03-22 14:30", "2021-03-22T14:30"),
        ("22 marzo 2021 8:05", "2021-03-22T08:05"),
        ("23/12 10:00", "2020-12-23T10:00"),
        ("anteayer a las 7:15", "2021-03-21T07:15"),
    ],
)
def test_a_moment_as_people_write_it(typed, meant):
    assert told_moment(typed, NOW) == datetime.fromisoformat(meant).replace(tzinfo=NOW.tzinfo)


@pytest.mark.parametrize("typed", ["", "9:15", "25:00", "22/3", "1430", "marzo 2021 9:00", "31/2 9:00", "mañana 8:00"])
def test_what_is_no_moment_or_lies_ahead_is_not_guessed(typed):
    assert told_moment(typed, NOW) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:05", "2021-03-23T09:05-05:00"),
        ("22/3 23:50", "2021-03-22T23:50-05:00"),
        ("0:10", "2021-03-23T00:10-05:00"),  # after midnight
        ("22:30", None),  # before the screening, or still to come
        ("ayer 22:30", None),
        ("10:00", None),
        ("luego", None),
        ("", None),
    ],
)
def test_a_time_on_a_form_is_the_first_one_after_its_screening(typed, meant):
    screened = datetime(2021, 3, 22, 23, 40, tzinfo=NOW.tzinfo)
    found = done_on_paper(typed, screened, NOW)
    assert (found and found.isoformat(timespec="minutes")) == meant
