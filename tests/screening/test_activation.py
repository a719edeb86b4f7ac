"""What binds here from when: by hand-typed days, then as properties."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from screening.activation import STREAM, Activation, activate, gather, seen

PANAMA = timezone(timedelta(hours=-5))


def day(number: int, hour: int = 0) -> datetime:
    """An hour of a day of March 2021, UTC."""
    return datetime(2021, 3, number, hour, tzinfo=UTC)


def act(edition: str, begins: datetime, at: datetime | None = None, **more) -> Activation:
    return Activation("definition", f"who@{edition}", f"d-{edition}", begins, at or begins, "o-1", **more)


def log(*made, **options):
    return gather([activate(each) if isinstance(each, Activation) else each for each in made], **options)


def name(found) -> str | None:
    return found.name if found else None


def test_before_any_activation_the_dates_decide():
    assert log().in_force("definition", "who", day(5)) is None


def test_an_activation_binds_from_its_moment_and_not_before():
    known = log(act("B", day(10, 5), at=day(3)))
    assert name(known.in_force("definition", "who", day(10, 4))) is None
    assert name(known.in_force("definition", "who", day(10, 5))) == "who@B"
    assert known.in_force("procedure", "who", day(20)) is None
    assert [each.name for each in known.upcoming("definition", "who", day(9))] == ["who@B"]
    assert known.upcoming("definition", "who", day(10, 5)) == ()


def test_a_moment_with_another_time_zone_is_the_same_moment():
    known = log(act("B", datetime(2021, 3, 10, 0, 0, tzinfo=PANAMA), at=day(3)))
    assert known.in_force("definition", "who", day(10, 4)) is None
    assert known.in_force("definition", "who", day(10, 5)) is not None


def test_one_that_came_late_binds_since_it_came():
    known = log(act("B", day(10), at=day(14)))
    assert known.in_force("definition", "who", day(12)) is None
    found = known.in_force("definition", "who", day(15))
    assert found is not None
    assert found.since == day(14)


def test_packs_that_come_in_the_wrong_order_bind_by_their_moments():
    known = log(act("C", day(12), at=day(20)), act("B", day(5), at=day(20)))
    assert name(known.in_force("definition", "who", day(21))) == "who@C"


def test_going_back_is_one_more_activation_and_can_be_gone_back_from():
    first, second = act("B", day(5)), act("C", day(10))
    known = log(first, second)
    assert known.before(second) == first
    assert known.before(first) is None
    back = act("B", day(12))
    known = log(first, second, back)
    assert known.in_force("definition", "who", day(13)) == back
    assert known.in_force("definition", "who", day(11)) == second
    assert known.before(back) == second


def test_one_that_is_ahead_is_called_off_by_another_for_the_same_moment():
    known = log(act("B", day(20), at=day(1)), act("A", day(20), at=day(2)))
    assert [each.name for each in known.upcoming("definition", "who", day(3))] == ["who@A"]
    assert name(known.in_force("definition", "who", day(21))) == "who@A"


def test_what_was_activated_in_training_counts_in_training_alone():
    made = act("B", day(5), training=True)
    assert log(made).in_force("definition", "who", day(6)) is None
    assert log(made, training=True).in_force("definition", "who", day(6)) == made


def test_each_officer_takes_note_of_what_binds_once():
    made = act("B", day(5))
    known = log(made)
    assert known.unseen("o-1", day(4)) == ()
    assert known.unseen("o-1", day(5)) == (made,)
    noted = log(made, seen(made, "o-1", day(6)))
    assert noted.unseen("o-1", day(7)) == ()
    assert noted.unseen("o-2", day(7)) == (made,)


def test_a_change_that_was_gone_back_from_need_not_be_read_and_the_way_back_must():
    first, second, back = act("B", day(5)), act("C", day(10)), act("B", day(12))
    known = log(first, seen(first, "o-1", day(6)), second, back)
    assert known.unseen("o-1", day(13)) == (back,)


def test_what_is_in_the_log_is_what_was_made():
    made = act("B", datetime(2021, 4, 1, tzinfo=PANAMA), at=day(3), pack="minsa-2021-04", signer="MINSA")
    event = activate(made)
    assert (event.stream, event.kind, event.by, event.at) == (STREAM, "sop_activated", "o-1", day(3))
    assert event.body["from"] == "2021-04-01T05:00:00+00:00"
    assert gather([event]).activations == (made,)
    assert gather([event]).has("definition", "d-B", datetime(2021, 4, 1, 5, tzinfo=UTC))
    assert not gather([event]).has("definition", "d-B", day(3))


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.integers(1, 28), st.integers(1, 28)), max_size=8))
def test_at_any_moment_the_one_in_force_has_begun_and_none_that_has_begun_is_set_for_later(made):
    known = log(*(act(edition, day(begins), at=day(at)) for edition, begins, at in made))
    for number in range(1, 29):
        found = known.in_force("definition", "who", day(number))
        begun = [each for each in known.activations if each.begins <= day(number) and each.at <= day(number)]
        assert (found is None) == (not begun)
        assert found is None or found.begins == max(each.begins for each in begun)
        assert all(each.since > day(number) for each in known.upcoming("definition", "who", day(number)))
