"""A shift and the night count of a station, as folds of their events."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from screening import night, shift
from screening.commands import CommandError, Officer
from screening.day_night import with_night
from screening.events import Event
from screening.release import Version, release
from screening.summary import summarise
from sops.catalogue import load
from sops.night import NightField

AT = datetime(2021, 3, 23, 11, 0, tzinfo=UTC)
DAY = date(2021, 3, 23)
FIELDS = (
    NightField("present", {"en": "Present"}, None, False),
    NightField("people", {"en": "By sex and age"}, "present", True),
    NightField("isolation", {"en": "In isolation"}, "present", False),
)


def who(officer="o-17", hours=0.0):
    return Officer(officer, AT + timedelta(hours=hours))


def opened(name="a", hours=0.0, desk="1"):
    body = {"post": "lajas-blancas", "desk": desk, "clock_is_right": True}
    return Event(f"shift:{name}", "shift_opened", AT + timedelta(hours=hours), "o-17", body)


def split(**cells):
    """The split count of `people`: 0 but for the cells named `F_0_4` and the like."""
    made = dict.fromkeys(night.cells(FIELDS[1]), 0)
    for key, number in cells.items():
        sex, first, last = key.split("_")
        made["people", sex, f"{first}-{last}"] = number
    return made


def test_a_shift_tells_who_sat_there_what_was_counted_and_when_it_was_handed_over():
    events = [opened()]
    here = shift.fold(events)
    events += [
        shift.change(here, who("o-18", 2)),
        shift.count(here, DAY, {("present",): 41}, who("o-18", 3)),
        shift.count(here, DAY, {("present",): 43, ("people", "F", "0-4"): 2}, who("o-18", 4)),
        shift.close(here, who("o-18", 12), "o-19", {"open": 2}),
    ]
    after = shift.fold(events)
    assert after.officers == ("o-17", "o-18")
    assert after.nights == {DAY: {("present",): 43, ("people", "F", "0-4"): 2}}
    assert after.closed_at == AT + timedelta(hours=12)
    assert events[-1].body == {"to": "o-19", "left": {"open": 2}}
    assert all(not event.identity for event in events)
    with pytest.raises(CommandError, match="closed already"):
        shift.close(after, who(), "", {})


def test_a_desk_that_was_started_again_is_still_in_its_shift():
    first, again = shift.fold([opened("a")]), shift.fold([opened("b", 5)])
    assert shift.since((again, first), AT + timedelta(hours=6)) == AT
    closed = shift.fold([opened("a"), shift.close(first, who(hours=4), "", {})])
    assert shift.since((again, closed), AT + timedelta(hours=6)) == AT + timedelta(hours=5)
    assert shift.since((again, first), AT + timedelta(hours=25)) == AT + timedelta(hours=1)  # a day at the most
    assert shift.since((first,), AT + timedelta(days=9)) == AT + timedelta(days=8)
    assert shift.since((), AT) is None


@pytest.mark.parametrize(
    ("counted", "wrong"),
    [
        ({("present",): 3, **split(F_0_4=1, M_20_29=2)}, ()),
        ({("present",): 4, **split(F_0_4=1, M_20_29=2)}, (("people", 3, 4),)),
        ({("present",): 3, ("isolation",): 4}, (("isolation", 4, 3),)),
        ({("present",): 3, ("isolation",): 3}, ()),
        ({("isolation",): 4}, ()),  # nobody counted who is present
        ({}, ()),
    ],
)
def test_a_part_is_never_more_than_its_whole_and_a_split_adds_up(counted, wrong):
    found = night.contradictions(FIELDS, counted)
    assert tuple((field.id, part, whole) for field, part, whole in found) == wrong


def summary_of(counted):
    post = load().post("lajas-blancas")
    bare = summarise(post, DAY, (), fever_threshold_c=37.5, adult_age=18)
    return bare, with_night(bare, FIELDS, counted)


def test_the_night_count_stands_in_the_summary_and_small_numbers_are_hidden_from_others():
    bare, summary = summary_of({("present",): 43, ("isolation",): 2, **split(F_0_4=3, M_20_29=40)})
    assert summary.table("night") == {("present",): 43, ("isolation",): 2}
    assert summary.count("night_people", "M", "20-29") == 40
    public = release(summary, Version.PUBLIC)
    assert public.count("night", "isolation") is None
    assert public.count("night_people", "F", "0-4") is None
    hidden = [key for key, number in public.table("night_people").items() if number is None]
    assert len(hidden) > 1 or public.count("night", "present") is None  # the small cell cannot be worked out
    assert with_night(bare, FIELDS, {}) == bare
