"""Nobody refuses what staff see or judge themselves: it is not offered, and its key says why."""

from __future__ import annotations

import pytest

from tests.ui.stage import ERIKSSON
from ui.demo.answering import value_for
from ui.interview.question import choices_of


@pytest.mark.parametrize("place", ["observe", "documents"])
def test_the_key_of_refusing_answers_nothing_there_and_says_why(stage, place):
    stage.scan(ERIKSSON)
    if place == "documents":
        stage.press("1")
    assert stage.step == place
    assert "refused" not in [choice.value for choice in stage.conduct.card.question.choices]
    before = stage.desk.state
    stage.press("F8")
    assert stage.desk.state is before
    assert stage.window.foot.message == "Aquí responde usted, por lo que ve. Si no se sabe: F7."


def test_where_the_traveller_is_asked_it_is_an_answer(stage):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "F8")
    assert stage.desk.state.value("declare_signs") == "refused"


def test_the_end_of_an_emergency_is_not_refused(stage):
    stage.scan(ERIKSSON)
    stage.press("F12", "1", "1")
    assert stage.step == "emergency_end"
    offered = [choice.value for choice in stage.conduct.card.question.choices]
    assert offered == ["handed_over", "recovered", "died", "mistake", "unknown"]


def test_a_typed_answer_of_staff_shows_no_button_for_it(stage):
    """The tests on a paper are read by staff; those that are told may be refused."""
    steps = stage.desk.catalogue.procedure("poe-entry@2020-01-31").steps
    stage.scan(ERIKSSON)
    stage.press("1", "2")
    assert stage.step == "test_shown"
    shown = [button.words for button in stage.conduct.card._open_buttons if not button.isHidden()]
    assert shown == ["No se sabe"]
    assert [steps["tests"].may_refuse, steps["breathing"].may_refuse] == [True, True]


def test_a_script_of_before_is_read(stage):
    steps = stage.desk.catalogue.procedure("poe-entry@2020-01-31").steps
    assert value_for(steps["observe"], "refused") == ("unknown", {})
    assert value_for(steps["emergency_end"], "refused") == ("unknown", {})
    assert value_for(steps["declare_signs"], "refused") == ("refused", {})
    assert [choice.key for choice in choices_of(steps["danger"])] == ["1", "2", "3"]


def test_who_still_refuses_says_so_by_the_option_that_names_it(stage):
    stage.scan(ERIKSSON)
    stage.control("R")
    assert stage.step == "explain_again"
    offered = [choice.value for choice in stage.conduct.card.question.choices]
    assert offered == ["agrees", "refuses", "unknown"]
    stage.press("F8")
    assert stage.window.foot.message == "Quien no acepta tiene aquí su respuesta entre las opciones."
