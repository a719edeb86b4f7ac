"""The panel says nothing that the questions ahead could prove wrong."""

from __future__ import annotations

from sops.facts import SIGNS
from tests.ui.stage import ERIKSSON
from tests.ui.test_leading import panel_says
from ui.knowledge.facts import known

SETTLED = "Nada que falte puede cambiarla."
AHEAD = "Las preguntas que faltan pueden cambiarla."


def value_of(stage, title):
    found = {line.title: line for line in known(stage.desk.state, stage.conduct.wording)}
    return found[title].value, found[title].family


def test_a_class_is_for_now_while_a_step_ahead_tells_of_signs(stage, clock):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2")
    assert stage.step == "temperature"
    assert AHEAD in panel_says(stage)
    assert "por ahora: no cumple la definición" in panel_says(stage)
    assert SETTLED not in panel_says(stage)
    assert value_of(stage, "Síntomas") == ("ninguno", "calm")
    stage.answer(temperature={"c": 38.6}, rest_mask=True)
    clock.advance(minutes=11)
    stage.answer(second_reading={"c": 38.5}, mask=True, room=True, danger="no", inform="yes")
    assert stage.step == "signs"
    assert AHEAD in panel_says(stage)
    assert value_of(stage, "Síntomas") == ("ninguno declarado; fiebre medida", "watch")
    stage.answer(signs={sign: {"fever": 3, "cough": 2}.get(sign, "no") for sign in SIGNS})
    assert SETTLED not in panel_says(stage)
    assert AHEAD not in panel_says(stage)


def test_at_the_end_nothing_can_change_it(stage):
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test", declare_signs="no", declare_contact="no")
    assert stage.desk.state.is_for_now
    stage.answer(temperature={"c": 36.5})
    assert stage.desk.state.is_concluded
    assert not stage.desk.state.is_for_now
    assert stage.desk.state.verdict.is_settled


def test_it_is_settled_before_the_end_where_only_other_questions_are_left(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock, until="breathing")
    assert stage.step == "breathing"
    assert stage.desk.state.verdict.is_settled
    assert SETTLED in panel_says(stage)


def test_signs_that_were_declared_are_no_longer_unknown(stage, clock):
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test", declare_signs="yes", declare_contact="no")
    assert value_of(stage, "Síntomas") == ("declaró que sí; falta saber cuáles", "watch")
    stage.answer(temperature={"c": 38.6}, rest_mask=True)
    clock.advance(minutes=11)
    stage.answer(second_reading={"c": 38.4}, mask=True, room=True, danger="no", inform="yes")
    stage.answer(signs=dict.fromkeys(SIGNS, "unknown"))
    assert value_of(stage, "Síntomas") == ("no se sabe", "unknown")
