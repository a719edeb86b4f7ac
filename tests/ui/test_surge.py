"""Many at once: 300 off the boats through the real presenter, tickets, the queue, the group record."""

from __future__ import annotations

import itertools
import random
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from screening.commands import CommandError
from screening.records.store import RecordStore
from tests.ui.stage import ERIKSSON
from ui.desk import Desk
from ui.presenter import Presenter
from ui.surge.page import SurgePage

PEOPLE = 300
LOOK_S = 5.0  # one look and one key. Source: border_sop section 10
RETURN_S = 1.2  # one more key, without a thought: back to the pass after an emergency
SHARES = {"danger": 3, "ill": 14, "child_alone": 2, "vulnerable": 11, "other": 70}


@pytest.fixture
def presenter(qapp, catalogue, tmp_path, clock):
    ids = (f"s{number:05d}" for number in itertools.count(1))
    with RecordStore.create(tmp_path / "records.sqlite", desk="1") as store:
        desk = Desk(catalogue, store, catalogue.post("lajas-blancas"), "1", "o-17", clock, lambda: next(ids))
        yield Presenter(desk)


def refused(presenter):
    words = []
    presenter.refused.connect(words.append)
    return words


def test_three_hundred_are_triaged_in_sixty_minutes_and_no_danger_sign_is_missed(presenter, clock):
    surge, words = presenter.surge, refused(presenter)
    script = random.Random(300).choices(list(SHARES), weights=list(SHARES.values()), k=PEOPLE)
    assert script.count("danger") >= 5
    began = clock()
    assert presenter.attempt(lambda: surge.open(121))
    for place, need in enumerate(script):
        clock.advance(seconds=LOOK_S)
        assert presenter.attempt(lambda need=need: surge.triage(need))
        if need == "danger":
            state = presenter.desk.state  # care begins with that very key
            assert (state.log.interrupt, state.at.id) == ("emergency", "call_ambulance")
            assert surge.ticket_of(state.screening) == 121 + place
            assert state.log.began.at == clock()
            clock.advance(seconds=RETURN_S)
    assert clock() - began <= timedelta(minutes=60)
    assert words == []
    arrival = surge.arrival
    assert arrival.next_number == 121 + PEOPLE
    assert arrival.by_need() == {need: script.count(need) for need in SHARES}
    emergencies = [row for row in presenter.desk.store.unfinished() if row.emergency]
    assert len(emergencies) == script.count("danger")
    waiting = [ticket.need for ticket in surge.queue()]
    assert waiting == sorted(script, key=list(SHARES).index)  # need first
    numbers = [ticket.number for ticket in surge.queue() if ticket.need == "ill"]
    assert numbers == sorted(numbers)  # then arrival
    assert presenter.desk.store.verify().problems == ()


def test_a_ticket_is_parked_and_resumed_by_its_number_any_number_of_times(presenter, clock):
    surge, desk = presenter.surge, presenter.desk
    surge.open(1)
    for need in ("other", "ill", "other"):
        surge.triage(need)
        clock.advance(seconds=5)
    first = surge.call(3)
    desk.answer("well")
    second = surge.call(1)  # the one in front is set aside
    assert desk.state.screening == second.screening != first.screening
    assert surge.call(3).at.id == "documents"
    desk.interrupt("left")
    while desk.state.at is not None:
        desk.answer({"yes_no": "no", "done": True}.get(desk.state.at.answer, "unknown"))
    for duty in desk.duties():
        if duty.keeps_traveller:
            desk.do(duty.spec.id)
    assert desk.state.log.closed is not None
    assert [ticket.number for ticket in surge.queue()] == [2, 1]  # ill first; 3 is closed and gone


def test_another_presenter_over_the_same_store_goes_on_with_the_arrival(presenter, clock):
    surge = presenter.surge
    surge.open(7)
    surge.triage("vulnerable")
    surge.count({("20-29", "F"): 4, ("0-4", "M"): 2})
    again = Presenter(presenter.desk).surge
    assert again.arrival == surge.arrival
    assert again.suggested() == 8
    assert again.arrival.counts == {("20-29", "F"): 4, ("0-4", "M"): 2}


def test_a_new_arrival_waits_until_the_queue_of_the_last_one_is_empty(presenter):
    surge = presenter.surge
    surge.open(1)
    surge.triage("other")
    surge.close()
    with pytest.raises(CommandError, match="still in the queue"):
        surge.open(2)
    surge.strike(1)
    surge.open(surge.suggested())
    assert surge.arrival.first == 2


@pytest.fixture
def surging(stage):
    """The page of the first pass, ticket 1."""
    stage.control("M")
    assert isinstance(stage.window.page, SurgePage)
    stage.press("\n")
    assert stage.window.page.view is stage.window.page.first
    return stage


def test_a_key_means_in_the_first_pass_what_it_means_at_the_first_question(surging):
    first = surging.window.page.first
    assert [first.need(digit) for digit in range(1, 7)] == ["other", "ill", "danger", "vulnerable", "child_alone", None]
    surging.presenter.begin()
    surging.conduct.close_sheet()
    asked = {int(choice.key): choice.value for choice in surging.conduct.card.question.choices[:3]}
    assert asked == {1: "well", 2: "ill", 3: "danger"}


def test_one_key_a_person_and_the_ticket_counts_on(surging):
    surging.keys = 0
    surging.press("1", "1", "2", "5", "4")
    assert surging.keys == 5
    arrival = surging.presenter.surge.arrival
    assert [ticket.need for ticket in arrival.tickets.values()] == [
        "other",
        "other",
        "ill",
        "child_alone",
        "vulnerable",
    ]
    assert surging.window.page.first.ticket.text().endswith("006\u2069")


def test_a_danger_sign_goes_straight_to_emergency_and_the_traveller_in_front_is_set_aside(stage):
    stage.scan(ERIKSSON)
    front = stage.desk.state.screening
    stage.control("M")
    stage.press("\n", "1", "3")
    assert stage.step == "call_ambulance"
    assert stage.desk.state.screening != front
    assert front in {row.screening for row in stage.desk.waiting()}
    stage.control("M")  # one key, and the pass goes on
    stage.press("F12")  # the next one too: by the key that works everywhere
    assert stage.step == "call_ambulance"
    assert [t.need for t in stage.presenter.surge.arrival.tickets.values()] == ["other", "danger", "danger"]
    assert len({t.screening for t in stage.presenter.surge.arrival.tickets.values()}) == 3


def test_the_last_look_is_corrected_and_may_turn_into_an_emergency(surging):
    surging.press("1", "1", "⌫", "⌫", "2")
    arrival = surging.presenter.surge.arrival
    assert [ticket.need for ticket in arrival.tickets.values()] == ["ill", "other"]
    surging.press("⌫", "3")
    assert surging.step == "call_ambulance"
    assert surging.presenter.surge.ticket_of(surging.desk.state.screening) == 2
    assert surging.presenter.surge.arrival.next_number == 3


def test_a_scan_during_the_first_pass_answers_nothing_and_is_not_lost(surging):
    surging.press("1")
    surging.scan(ERIKSSON)
    assert len(surging.presenter.surge.arrival.tickets) == 1
    assert surging.desk.state.log.identity["surname"] == "ERIKSSON"


def test_the_queue_is_called_by_number_or_by_the_ring(surging):
    surging.press("1", "1", "2", "9")
    page = surging.window.page
    assert [row.number for row in page.queue.list.rows.rows if hasattr(row, "number")] == [3, 1, 2]
    surging.press("2", "\n")
    assert surging.step == "observe"
    assert surging.presenter.surge.ticket_of(surging.desk.state.screening) == 2
    surging.settle()
    assert surging.conduct.around.traveller.party.text() == "Tiquete 2"
    surging.press("⎋")
    surging.control("M")
    surging.press("9", "\n")  # the ring stands on the greatest need
    assert surging.presenter.surge.ticket_of(surging.desk.state.screening) == 3
    surging.control("M")
    surging.press("9", "1", "F8")
    assert [ticket.number for ticket in surging.presenter.surge.queue()] == [3, 2]


def test_the_group_record_is_typed_into_a_grid_and_kept(surging):
    surging.press("0")
    surging.type("3")
    surging.press("\t")
    surging.type("x")
    surging.press("\n")
    assert surging.window.foot.message
    surging.press("⌫")
    surging.type("12")
    surging.press("\n")
    assert surging.window.page.view is surging.window.page.first
    assert surging.presenter.surge.arrival.counts == {("0-4", "F"): 3, ("5-9", "F"): 12}
    assert QApplication.focusWidget() is surging.window.page
    surging.press("0")
    assert "15" in surging.window.page.record._counted.text()
