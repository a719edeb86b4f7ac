"""A group at the real window: opened, answers taken over by one key, carers, companions; keys counted."""

from __future__ import annotations

import pytest

from tests.ui.stage import ERIKSSON
from ui.board.page import BoardPage
from ui.party.page import PartyPage

CANOE = [  # name, age, sex key, child
    ("Jean Désir", "34", "2"),
    ("Rose Désir", "31", "1"),
    ("Marco", "9", "2"),
    ("Lia", "4", "1"),
    ("Ana Désir", "63", "1"),
]
MOST_KEYS = 12


def events(stage, kind):
    return [s.event for s in stage.store.since(0, 5000) if s.event.kind == kind]


def next_member(stage, name, age, sex, papers="0"):
    """From the page of the group to its next time; the keys besides the letters of the name."""
    before = stage.keys
    stage.press("1", papers)
    assert stage.step == "spoken"
    stage.type(name)
    stage.press("\n", *age, "\n", sex)
    if stage.step == "accompanied":
        stage.press("1")
    stage.press("2")
    if stage.step == "declare_contact":
        stage.press("2")
    stage.press("3", "6", "6")
    assert isinstance(stage.window.page, PartyPage), (stage.step, stage.window.foot.message)
    return stage.keys - before - len(name)


def open_boat(stage):
    stage.press("F3")
    assert isinstance(stage.window.page, PartyPage)
    stage.press("3")
    assert stage.presenter.group.party.unit == "boat"


def canoe(stage):
    open_boat(stage)
    return [
        next_member(stage, name, age, sex, "3" if place == 0 else "0") for place, (name, age, sex) in enumerate(CANOE)
    ]


def test_five_by_canoe_without_papers_take_at_most_twelve_keys_a_person(stage):
    stage.keys = 0
    taken = canoe(stage)
    assert taken == [12, 11, 11, 11, 11]  # the first is asked what the others share
    assert "5" in stage.window.page._together()
    stage.press("9")  # the leaflet, for all of them
    stage.press("0")  # the group ends
    names = sum(len(name) for name, *_ in CANOE)
    assert stage.keys - names <= MOST_KEYS * len(CANOE)
    members = [event.body["screening"] for event in events(stage, "party_joined")]
    rows = [stage.store.row(member) for member in members]
    assert [row.outcome for row in rows] == ["cleared_with_advice"] * 5
    assert len({row.party for row in rows}) == 1
    assert len(stage.papers) == 5
    assert stage.desk.state is None
    assert stage.desk.waiting() == ()


def test_what_was_taken_over_is_on_record_with_whose_answer_it_was(stage):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    next_member(stage, *CANOE[1])
    first, second = stage.presenter.group.party.members
    assert [tuple(e.body[k] for k in ("step", "to", "from")) for e in events(stage, "answer_shared")] == [
        ("documents", second, first),
        ("declare_contact", second, first),
    ]


def test_nothing_is_taken_over_without_the_key_and_a_difference_is_answered_alone(stage):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    stage.press("1")
    assert stage.step == "documents"
    assert stage.conduct.card.question.same.count("·") == 1  # papers, and contact further on
    stage.press("1")  # this one has papers
    stage.press("1", "2")  # an adult, no signs
    assert stage.step == "declare_contact"  # asked, for nobody confirmed it
    assert stage.desk.state.value("declare_contact") is None
    stage.press("0")
    assert stage.desk.state.value("declare_contact") == "no"
    assert len(events(stage, "answer_shared")) == 1


def test_a_group_opened_with_somebody_in_front_begins_with_that_person(stage):
    stage.scan(ERIKSSON)
    stage.press("F3", "1")
    assert stage.presenter.group.party.members == (stage.desk.state.screening,)
    stage.press("⎋", "1", "1", "2", "2", "3", "6", "6")
    assert isinstance(stage.window.page, PartyPage)


def test_a_child_is_linked_to_its_carer_both_ways_and_unlinked(stage):
    canoe(stage)
    stage.press("↓", "↓")  # from Jean to Marco
    assert stage.window.page.chosen.called == "Marco"
    stage.press("5", "↑", "\n")  # Rose
    party = stage.presenter.group.party
    _, rose, marco, *_ = party.members
    assert (party.carers_of(marco), party.children_of(rose)) == ((rose,), (marco,))
    page = stage.window.page
    assert page.chosen.called == "Marco"
    assert "Rose" in page.chosen.below
    stage.press("↑")
    assert "Marco" in page.chosen.below
    stage.press("↓", "5", "↑", "\n")
    assert stage.presenter.group.party.links == frozenset()


def test_companions_are_listed_then_contacts_by_a_persons_key_then_released(stage, clock):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    stage.press("F2")
    stage.ill(clock)
    stage.press("F3")
    page = stage.window.page
    assert [m.standing for m in (page._list.rows.rows)] == ["listed", "index"]
    stage.press("6")  # nothing is proposed: the key does nothing
    assert stage.presenter.group.party.decided == {}
    assert [state.age_years for state in stage.presenter.group.waiting()] == [34]
    stage.press("↓", "8", "2")  # the case is confirmed
    assert stage.presenter.group.waiting() == ()  # nobody who may be a contact is cleared with the group
    assert [m.standing for m in page._list.rows.rows] == ["proposed", "index"]
    stage.press("⎋", "F9")
    assert isinstance(stage.window.page, BoardPage)
    stage.press("\n")  # the group stands first on the board
    page = stage.window.page
    assert isinstance(page, PartyPage)
    stage.press("6")
    assert [m.standing for m in page._list.rows.rows] == ["contact", "index"]
    first = stage.presenter.group.party.members[0]
    assert stage.store.row(first).step == "declare_contact"  # asked again; the answer of before stands until then
    assert stage.desk.load(first).log.answers["declare_contact"].value == "no"
    stage.press("↓", "8", "3")
    assert [m.standing for m in page._list.rows.rows] == ["released", "none"]


def test_the_list_of_the_party_begins_with_the_members_of_the_group(stage, clock):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    stage.press("F2")
    stage.ill(clock)
    stage.conduct.open_sheet("companions")
    assert stage.window.page.companions == [{"name": "Jean Désir", "age_years": 34, "relation": "other"}]


def test_a_group_goes_on_after_a_restart_with_what_was_answered(make_stage):
    first = make_stage()
    first.confirm_clock()
    open_boat(first)
    next_member(first, *CANOE[0], "3")
    party = first.presenter.group.party
    first.close()
    second = make_stage()
    second.confirm_clock()
    second.presenter.group.take_up(party.id)
    assert second.presenter.group.party == party
    assert {step: offer.value for step, offer in second.presenter.group.offers.items()} == {
        "documents": "no_papers",
        "declare_contact": "no",
    }


def test_where_something_is_typed_one_key_takes_over_what_the_group_said(stage, clock):
    stage.press("F3", "1", "F2")
    stage.ill(clock)
    first = stage.desk.state
    said = {visited.step.id: visited.value for visited in first.path}
    stage.press("F3", "F2")
    while stage.step != "places":
        clock.advance(minutes=11)
        stage.desk.answer(said[stage.step])
    stage.presenter.moved.emit()
    stage.settle()
    assert stage.conduct.card._same.isVisible()
    assert "Colombia" in stage.conduct.card._same.words
    stage.control("0")
    assert stage.desk.state.value("places") == said["places"]
    assert [event.body["step"] for event in events(stage, "answer_shared")][:1] == ["places"]


def test_a_confirmed_contact_is_asked_again_and_the_procedure_takes_it_from_there(stage, clock):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    stage.press("F2")
    stage.ill(clock)
    stage.press("F3", "↓", "8", "1")  # a probable case
    stage.press("↑", "6")
    assert stage.window.page.chosen.called == "Jean Désir"
    stage.press("\n")
    assert stage.step == "declare_contact"
    stage.press("1")
    assert stage.step not in (None, "declare_contact")
    assert stage.desk.state.facts.signs["fever"] == "no"
    assert stage.store.row(stage.desk.state.screening).outcome is None


@pytest.mark.parametrize("begin", ["scan", "F2"])
def test_a_stranger_after_esc_is_no_member_and_the_group_stays_open(stage, begin):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    party = stage.presenter.party
    stage.press("⎋")
    if begin == "scan":
        stage.scan(ERIKSSON)
    else:
        stage.press("F2")
    stranger = stage.desk.state
    assert stranger.log.began.body["party"] is None
    assert stage.presenter.group.proposed(stranger) == ()
    assert stage.conduct.around.traveller.party.text() == "Fuera del grupo · F3 añadir"
    assert len(stage.presenter.group.party.members) == 1
    stage.press("F3", "1")  # back to the group: its next person
    assert stage.presenter.party == party
    assert stage.desk.state.log.began.body["party"] == party
    assert len(stage.presenter.group.party.members) == 2
    assert stranger.screening not in stage.presenter.group.party.members


def test_a_document_read_on_the_groups_page_is_its_next_person_not_the_stranger_in_front(stage):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    stage.press("⎋", "F2")
    stranger = stage.desk.state.screening
    stage.press("F3")
    stage.scan(ERIKSSON)
    assert stage.desk.state.screening != stranger
    assert stage.desk.state.log.began.body["party"] == stage.presenter.party
    assert not stage.desk.load(stranger).log.document
    assert stage.presenter.group.place_of(stage.desk.state) == 2


def test_the_next_person_of_an_open_group_is_begun_on_its_page_whose_list_says_why_a_name_is_gone(stage):
    stage.press("F3", "1")
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2", "3", "6", "6")
    stage.press("\n", "\n")  # the one on the list, advice given: the screening ends
    assert stage.desk.state.log.closed is not None
    assert stage.conduct.around.traveller.name.text() == "Nombre no se guarda (regla)"
    stage.press("\n")
    page = stage.window.page
    assert isinstance(page, PartyPage)
    assert page.chosen.below == "Nombre no se guarda (regla) · Puede continuar con consejos"
    stage.press("1")
    assert stage.desk.state.log.began.body["party"] == stage.presenter.party
    assert len(stage.presenter.group.party.members) == 2
