"""What only the slip needs, at the real desk: one key each, and a yes may name something, which is sealed."""

from __future__ import annotations

import pytest

from sops.facts import SIGNS
from ui.interview.notes import NotesEntry

PRIMARY = {"observe": "well", "documents": "no_test", "accompanied": "yes", "declare_signs": "yes",
           "declare_contact": "no", "temperature": {"c": 38.6}}  # fmt: skip
INTERVIEW = {"danger": "no", "inform": "yes", "vulnerable": "none", "camp": "yes",
             "signs": {**dict.fromkeys(SIGNS, "no"), "fever": 3, "cough": 2}}  # fmt: skip
ANY = {"done": True, "reading": {"c": 38.4}, "days": 3, "period": {"first": 9, "last": 1}, "places": [], "tests": []}


@pytest.fixture
def asked(make_stage, clock):
    """A desk at which an ill traveller stands at a step."""

    def at(step, **answers):
        stage = make_stage()
        stage.confirm_clock()
        stage.press("F2")
        desk = stage.desk
        stage.answer(**{**PRIMARY, "rest_mask": True})
        clock.advance(minutes=11)
        while stage.step != step:
            known = {**INTERVIEW, **answers}
            stage.answer(**{stage.step: known.get(stage.step, ANY.get(desk.state.at.answer, "unknown"))})
        stage.presenter.moved.emit()
        return stage

    return at


def given(stage, step):
    return stage.desk.state.log.answers[step]


def test_no_allergy_is_one_key(asked):
    stage = asked("allergies")
    stage.press("2")
    assert given(stage, "allergies").value == "no"
    assert stage.step == "vaccination"


def test_a_yes_asks_for_the_words_and_seals_them(asked):
    stage = asked("allergies")
    entry = stage.conduct.card.entry
    assert isinstance(entry, NotesEntry)
    stage.press("1")
    assert entry.is_naming
    assert stage.step == "allergies"
    stage.type("penicilina 500")  # figures are part of the words
    stage.press("\n")
    assert (given(stage, "allergies").value, given(stage, "allergies").identity) == (
        "yes",
        {"allergies": "penicilina 500"},
    )
    assert "penicilina" not in repr(
        [stored.event.body for stored in stage.store.history(f"screening:{stage.desk.state.screening}")]
    )


def test_a_yes_without_words_is_a_yes(asked):
    stage = asked("allergies")
    stage.press("1", "\n")
    assert (given(stage, "allergies").value, dict(given(stage, "allergies").identity)) == ("yes", {})


def test_backspace_in_the_empty_field_leads_back_to_the_answers(asked):
    stage = asked("allergies")
    stage.press("1", "⌫")
    assert not stage.conduct.card.entry.is_naming
    assert stage.step == "allergies"
    stage.press("3")
    assert given(stage, "allergies").value == "unknown"


def test_what_was_named_stands_in_the_field_when_it_is_looked_at_again(asked):
    stage = asked("allergies")
    stage.press("1")
    stage.type("maní")
    stage.press("\n", "⌫")
    assert stage.step == "allergies"
    stage.press("1", "\n")
    assert given(stage, "allergies").identity == {"allergies": "maní"}


def test_an_order_without_its_number_is_refused_in_words(asked):
    stage = asked("order", inform="no")
    stage.press("1")
    stage.type("MINSA Darién")
    stage.press("\n", "\n", "\n")
    assert stage.step == "order"
    assert "Falta: Número de la orden" in stage.window.foot.message
    stage.type("DAR-31")
    stage.press("\n")
    stage.type("Código Sanitario")
    stage.press("\n")
    assert given(stage, "order").identity["order_number"] == "DAR-31"
    assert stage.step == "secondary_temperature"
