"""Arrivals of many at once: tickets, the queue by need then arrival, the group record. Source: SOP section 10."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening import arrival_acts
from screening.arrival import add, fold, queue
from screening.commands import CommandError, Officer
from tests.screening.walks import setting

AT = datetime(2021, 3, 23, 11, 0, tzinfo=UTC)
NEEDS = ("danger", "ill", "child_alone", "vulnerable", "other")


def who(seconds=0):
    return Officer("o-17", AT + timedelta(seconds=seconds))


def arrived(*needs, first=1):
    arrival = fold([arrival_acts.open_arrival("a1", first, who(), post="lajas-blancas", desk="1")])
    for place, need in enumerate(needs):
        arrival = add(arrival, arrival_acts.triage(arrival, arrival.next_number, need, who(5 * place), NEEDS))
    return arrival


def test_the_first_pass_of_the_shipped_procedure_is_the_one_of_the_sop():
    first_pass = setting().procedure.first_pass
    assert tuple(first_pass) == NEEDS
    assert {need.id: need.at_once for need in first_pass.values() if need.at_once} == {"danger": "emergency"}
    assert all({"es", "en"} <= need.title.keys() for need in first_pass.values())


def test_the_queue_is_by_need_then_by_arrival():
    arrival = arrived("other", "vulnerable", "other", "ill", "danger", "ill", first=121)
    assert [ticket.number for ticket in queue(arrival, NEEDS, ())] == [125, 124, 126, 122, 121, 123]


def test_looked_at_again_a_traveller_keeps_the_time_of_arrival():
    arrival = arrived("other", "other", "ill")
    arrival = add(arrival, arrival_acts.triage(arrival, 1, "ill", who(60), NEEDS))
    assert [ticket.number for ticket in queue(arrival, NEEDS, ())] == [1, 3, 2]
    assert arrival.tickets[1].at == AT


def test_whose_screening_has_ended_leaves_the_queue():
    arrival = arrived("other", "ill")
    arrival = add(arrival, arrival_acts.call(arrival, 2, "s9", who(60)))
    assert [ticket.number for ticket in queue(arrival, NEEDS, ())] == [2, 1]
    assert [ticket.number for ticket in queue(arrival, NEEDS, {"s9"})] == [1]


def test_what_is_not_lawful_is_refused():
    arrival = arrived("other", "ill")
    called = add(arrival, arrival_acts.call(arrival, 2, "s9", who(60)))
    closed = add(arrival, arrival_acts.close(arrival, who(60)))
    for act in (
        lambda: arrival_acts.triage(arrival, 4, "ill", who(), NEEDS),  # a ticket that was not given out
        lambda: arrival_acts.triage(arrival, 3, "tired", who(), NEEDS),
        lambda: arrival_acts.triage(closed, 3, "ill", who(), NEEDS),
        lambda: arrival_acts.call(called, 2, "s10", who()),
        lambda: arrival_acts.strike(called, 2, who()),
        lambda: arrival_acts.strike(arrival, 9, who()),
        lambda: arrival_acts.count(arrival, "0-3", "F", 1, who()),
        lambda: arrival_acts.count(arrival, "0-4", "F", -1, who()),
        lambda: arrival_acts.open_arrival("a2", 0, who(), post="x", desk="1"),
    ):
        with pytest.raises(CommandError):
            act()


def test_the_last_count_of_a_cell_stands():
    arrival = arrived()
    for people in (4, 6, 5):
        arrival = add(arrival, arrival_acts.count(arrival, "20-29", "F", people, who()))
    arrival = add(arrival, arrival_acts.count(arrival, "unknown", "unknown", 2, who()))
    assert (arrival.counted, arrival.counts["20-29", "F"]) == (7, 5)


@given(st.lists(st.tuples(st.sampled_from(NEEDS), st.sampled_from(["keep", "strike", "call"])), max_size=40))
def test_everybody_is_in_the_queue_once_until_struck_or_ended(people):
    arrival, ended, left = arrived(), set(), []
    for place, (need, then) in enumerate(people):
        number = arrival.next_number
        arrival = add(arrival, arrival_acts.triage(arrival, number, need, who(place), NEEDS))
        if then == "strike":
            arrival = add(arrival, arrival_acts.strike(arrival, number, who(place)))
        elif then == "call":
            arrival = add(arrival, arrival_acts.call(arrival, number, f"s{number}", who(place)))
            ended |= {f"s{number}"} if place % 2 else set()
        if then == "keep" or (then == "call" and not place % 2):
            left.append((NEEDS.index(need), number))
    assert [(NEEDS.index(t.need), t.number) for t in queue(arrival, NEEDS, ended)] == sorted(left)
