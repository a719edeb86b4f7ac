"""Rooms: who is inside, when somebody looked in, what is warned of; by hand, and over random histories."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.commands import Officer
from screening.events import Event
from screening.party import Party
from screening.rooms import Guest, add, fold, happened, kin, stands, warnings
from sops.catalogue import load
from sops.model import Source
from sops.rooms import Room, RoomRule

START = datetime(2021, 3, 23, 14, tzinfo=UTC)
ROOM = Room("room-1", "Sala 1", 2, own_toilet=True, mark="design")
RULE = RoomRule(30, (("suspected",), ("probable", "confirmed")), Source("paso-design", "C1", "design"))


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


def event(kind: str, minute: int, body: dict | None = None, **identity: str) -> Event:
    return happened("lajas-blancas.room-1", kind, Officer("o-17", at(minute)), body or {}, **identity)


def given_to(who: str, minute: int) -> Event:
    return event("room_given", minute, {"screening": who})


def test_a_room_that_nobody_was_in_is_free():
    here = stands(ROOM, fold([]), {})
    assert (here.inside, here.gone, here.since, here.seen_at, here.unclean_since) == ((), (), None, None, None)
    assert here.is_free


def test_the_clock_of_the_next_look_begins_with_the_last_look_or_the_last_who_came():
    log = fold([given_to("a", 0), event("room_checked", 25), given_to("b", 40)])
    assert stands(ROOM, log, {}).seen_at == at(40)
    assert stands(ROOM, add(log, event("room_checked", 62)), {}).seen_at == at(62)
    assert stands(ROOM, log, {}).since == at(0)


def test_a_look_of_before_is_no_look_at_who_came_since():
    log = fold([given_to("a", 0), event("room_checked", 25), event("room_left", 30, {"screening": "a"})])
    assert stands(ROOM, add(log, given_to("b", 31)), {}).seen_at == at(31)


def test_who_has_gone_leaves_the_room_uncleaned_until_it_is_cleaned():
    log = fold([given_to("a", 0), given_to("b", 5)])
    assert stands(ROOM, log, {"a": at(50)}).inside == ("b",)
    assert stands(ROOM, log, {"a": at(50)}).unclean_since is None  # b is still inside
    empty = stands(ROOM, log, {"a": at(50), "b": at(70)})
    assert (empty.inside, empty.gone, empty.unclean_since, empty.is_free) == ((), ("a", "b"), at(70), False)
    clean = add(log, event("room_cleaned", 90, {"after": ["a", "b"]}))
    assert stands(ROOM, clean, {"a": at(50), "b": at(70)}).is_free


def test_a_cleaning_ends_only_the_stays_it_names():
    log = fold([given_to("a", 0), given_to("b", 5), event("room_cleaned", 60, {"after": ["a"]})])
    here = stands(ROOM, log, {"a": at(50)})
    assert (here.inside, here.gone) == (("b",), ())


def test_who_decided_that_strangers_share_stands_there_while_they_share():
    log = fold([given_to("a", 0), given_to("b", 5), event("cohort_decided", 5, {}, authority="Dra. Ruiz")])
    assert stands(ROOM, log, {}).decided_by == "Dra. Ruiz"
    assert stands(ROOM, log, {"a": at(50)}).decided_by == ""


WARNED = [
    # inside, class of the newcomer, classes inside, kin, what is said
    ([], "suspected", [], [], ()),
    (["a"], "suspected", ["suspected"], [], ("occupied",)),
    (["a"], "suspected", ["confirmed"], [], ("occupied", "mixed")),
    (["a"], "confirmed", ["probable"], [], ("occupied",)),
    (["a"], "contact", ["suspected"], [], ("occupied", "mixed")),
    (["a"], None, ["suspected"], [], ("occupied", "mixed")),
    (["a"], "contact", ["confirmed"], ["a"], ()),
    (["a", "b"], "suspected", ["suspected", "confirmed"], ["a"], ("occupied", "mixed", "crowded")),
    (["a", "b"], "suspected", ["confirmed", "confirmed"], ["a", "b"], ("crowded",)),
]


@pytest.mark.parametrize(("inside", "own", "classes", "family", "said"), WARNED)
def test_what_is_warned_of(inside, own, classes, family, said):
    here = stands(ROOM, fold([given_to(who, 0) for who in inside]), {})
    guests = [Guest(who, cls) for who, cls in zip(inside, classes, strict=True)]
    assert warnings(here, Guest("new", own), guests, family.__contains__, RULE) == said


def test_an_uncleaned_room_is_warned_of():
    here = stands(ROOM, fold([given_to("a", 0)]), {"a": at(9)})
    assert warnings(here, Guest("new", "suspected"), [], lambda _: False, RULE) == ("unclean",)


def test_a_family_and_a_child_with_its_carer_are_kin_and_those_of_one_boat_are_not():
    members = ("a", "b", "c")
    family, boat = (Party("p", unit, START, members, frozenset({("b", "a")})) for unit in ("family", "boat"))
    assert kin(family, "a", "c")
    assert kin(boat, "a", "b")
    assert kin(boat, "b", "a")
    assert not kin(boat, "a", "c")
    assert not kin(family, "a", "stranger")
    assert not kin(None, "a", "b")


def test_the_shipped_rule_keeps_the_classes_apart():
    """Suspected never with confirmed, contacts with neither. Source: border_sop section 10."""
    rule = load().procedure("poe-entry@2020-01-31").rooms
    classes = ("contact", "suspected", "probable", "confirmed")
    assert [rule.parts(one, other) for one in classes for other in classes] == [
        one != other for one in classes for other in classes
    ]
    assert rule.parts("suspected", None)
    assert rule.parts(None, None)


HISTORY = st.lists(
    st.tuples(st.sampled_from(["room_given", "room_left", "room_checked", "room_cleaned"]), st.sampled_from("abc")),
    max_size=20,
)


@given(HISTORY, st.sets(st.sampled_from("abc")))
def test_nobody_is_lost_nobody_is_twice_and_a_free_room_was_cleaned(history, gone):
    log, inside = fold([]), set()
    for minute, (kind, who) in enumerate(history):
        here = stands(ROOM, log, {})
        body = {"after": list(here.gone)} if kind == "room_cleaned" else {"screening": who}
        log = add(log, event(kind, minute, body))
        inside = inside | {who} if kind == "room_given" else inside - {who} if kind == "room_left" else inside
    ends = dict.fromkeys(gone, at(100))
    here = stands(ROOM, log, ends)
    assert set(here.inside) == inside - gone
    assert len(here.inside) == len(set(here.inside))
    assert here.is_free == (not here.inside and not here.gone)
    assert (here.seen_at is None) == (not here.inside)
