"""How rooms were used on a day: given, the longest stay, looks that were missed; and what of it others may see."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from screening.commands import Officer
from screening.day_rooms import Day, RoomUse, room_use, with_rooms
from screening.release import release
from screening.rooms import happened
from tests.summary_samples import DAY as DAY_OF_SAMPLES
from tests.summary_samples import POST, ROWS, summarise

NOON = datetime(2021, 3, 23, 17, tzinfo=UTC)
DAY = Day(datetime(2021, 3, 23, 5, tzinfo=UTC), datetime(2021, 3, 24, 5, tzinfo=UTC))
EVERY = timedelta(minutes=30)


def at(minute):
    return NOON + timedelta(minutes=minute)


def event(kind, minute, **body):
    return happened("lajas-blancas.room-1", kind, Officer("o-17", at(minute)), body)


def used(*events, gone=None, day=DAY, every=EVERY):
    return room_use([events], {who: at(minute) for who, minute in (gone or {}).items()}, day, every)


def given(who, minute):
    return event("room_given", minute, screening=who)


def test_nobody_in_a_room_is_no_use():
    assert used() == RoomUse(0, 0, None, 0)


@pytest.mark.parametrize(
    ("checks", "missed"),
    [((), 1), ((30, 60), 0), ((31, 61), 1), ((29, 59), 0), ((30,), 1), ((10, 20), 1), ((45,), 2)],
)
def test_a_look_is_missed_after_half_an_hour_with_somebody_inside(checks, missed):
    looks = [event("room_checked", minute) for minute in checks]
    use = used(given("s1", 0), *looks, event("room_left", 80, screening="s1"))
    assert (use.given, use.longest_minutes, use.unseen) == (1, 80.0, missed)


def test_who_left_the_post_has_left_the_room():
    use = used(given("s1", 0), given("s2", 20), gone={"s1": 25, "s2": 45})
    assert use == RoomUse(2, 0, 25.0, 2)  # the second who came was looked at then, and so was the first


def test_a_clock_that_was_set_back_makes_no_stay_of_less_than_nothing():
    assert used(given("s1", 60), event("room_left", 0, screening="s1")) == RoomUse(1, 0, 0.0, 1)


def test_one_moment_of_a_clock_that_ran_ahead_hides_nothing_that_follows():
    ahead = event("room_checked", 3 * 24 * 60)
    use = used(given("s1", 0), ahead, event("room_left", 20, screening="s1"), given("s2", 30), gone={"s2": 40})
    assert use == RoomUse(2, 0, 20.0, 2)


def test_nobody_is_to_be_seen_in_an_empty_room():
    use = used(given("s1", 0), given("s2", 300), gone={"s1": 20, "s2": 320})
    assert use.unseen == 0


def test_a_stay_over_midnight_counts_whole_on_both_days_and_is_given_on_one():
    night = 11 * 60 + 50  # ten minutes before midnight
    events = (given("s1", night), event("room_left", night + 40, screening="s1"))
    first = used(*events)
    second = used(*events, day=Day(DAY.end, DAY.end + timedelta(days=1)))
    assert first == RoomUse(1, 0, 10.0, 1)
    assert second == RoomUse(0, 1, 40.0, 1)  # the half hour ended after midnight


def test_of_a_day_that_goes_on_the_stay_is_as_long_as_it_is_known():
    use = used(given("s1", 0), day=Day(DAY.start, at(42)))
    assert (use.longest_minutes, use.unseen) == (42.0, 1)


def test_without_a_rule_no_look_is_missed():
    assert used(given("s1", 0), gone={"s1": 500}, every=None).unseen == 0


def test_the_public_sees_no_small_number_of_rooms():
    summary = with_rooms(summarise(POST, DAY_OF_SAMPLES, ROWS), RoomUse(3, 12, 75.0, 3))
    exact, public = release(summary, "health_authority"), release(summary, "public")
    assert (exact.count("rooms", "given"), exact.measure("room_longest").value) == (3, 75.0)
    assert (public.count("rooms", "given"), public.measure("room_longest")) == (None, None)


def test_a_day_without_rooms_has_no_such_table():
    summary = summarise(POST, DAY_OF_SAMPLES, ROWS)
    assert with_rooms(summary, RoomUse()) is summary
