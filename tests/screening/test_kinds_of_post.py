"""Airport and seaport, crew and staff: what the overlays of a post and the work of a traveller lead to."""

from __future__ import annotations

import pytest

from screening.proving import prove
from tests.screening.walks import ILL, WELL, Walk, catalogue, setting


def walked(post: str, **answers: object) -> Walk:
    """A well traveller at a post, but for these answers, walked to the end."""
    return Walk(post=post).through(WELL, **answers)


def ill_at(post: str, **answers: object) -> Walk:
    """A traveller with cough and fever at a post, walked to the end."""
    return Walk(post=post).through({**ILL, "camp": "yes"}, **answers)


def owed(walk: Walk) -> list[str]:
    return list(walk.duties())


@pytest.mark.parametrize("post", ["tocumen", "cristobal", "paso-canoas"])
def test_a_well_traveller_is_asked_nothing_more_at_an_airport_or_seaport(post):
    walk = walked(post)
    assert walk.path == ["observe", "documents", "declare_signs", "declare_contact", "temperature"]
    assert owed(walk) == ["give_advice"]


def test_at_the_airport_an_ill_traveller_is_asked_the_row_and_the_seats_around_are_listed():
    walk = ill_at("tocumen", seat_row=14, aircraft_declaration="none_ill")
    assert walk.course == "case"
    assert walk.path[-4:] == ["seat_row", "aircraft_declaration", "judgement", "doff"]
    assert {"list_seats", "free_pratique"} <= set(owed(walk))
    assert not {"ask_declaration", "relieve_crew"} & set(owed(walk))
    assert "ask_declaration" in owed(ill_at("tocumen", aircraft_declaration="not_received"))


def test_at_the_airport_one_of_the_crew_has_no_row_and_the_airline_sends_relief():
    walk = ill_at("tocumen", works="crew")
    assert "seat_row" not in walk.path
    assert "relieve_crew" in owed(walk)
    assert walk.duties()["relieve_crew"].spec.do["en"].startswith("Tell the airline")


def test_at_the_seaport_all_on_board_are_listed_and_the_declaration_is_asked_for():
    walk = ill_at("cristobal", cabin="shared", maritime_declaration="unknown")
    assert walk.course == "case"
    assert {"list_all_on_board", "ask_declaration", "free_pratique"} <= set(owed(walk))


@pytest.mark.parametrize("post", ["lajas-blancas", "paso-canoas", "tocumen", "cristobal"])
def test_an_ill_officer_is_relieved_at_once_at_every_post(post):
    walk = ill_at(post, works="staff")
    assert walk.course == "case"
    duty = walk.duties()["relieve_staff"].spec
    assert (duty.owner, duty.escalates_to) == ("supervisor", "health_authority")


def test_a_well_officer_or_driver_is_not_even_asked():
    assert "works" not in walked("paso-canoas").path


@pytest.mark.parametrize("post", ["tocumen", "cristobal"])
def test_a_death_at_the_post_ends_lawfully_everywhere(post):
    walk = Walk(post=post)
    walk.press("death")
    walk.give("confirmed")
    assert walk.course == "death"
    assert owed(walk)[-1] == "death_notify"


@pytest.mark.parametrize("post", ["tocumen", "cristobal"])
def test_every_theorem_of_the_procedure_holds_with_the_overlay_too(post):
    theorems = prove(catalogue(), setting(post=post).procedure)
    assert {theorem.name for theorem in theorems} >= {"no-child-alone", "examined-by-consent", "apart-is-notified"}
    assert {theorem.state for theorem in theorems} == {"proved"}
