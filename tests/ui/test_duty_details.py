"""What is noted with a duty at the real desk reaches the log and the slip, and may be skipped with one key."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from screening.referring import Fixed, refer
from tests.ui.stage import ERIKSSON
from ui.outcome.details import DetailsPage
from ui.plain import Button


@pytest.fixture
def referred(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock)
    return stage


def do_until(stage, duty):
    while (following := next(task for task in stage.conduct.outcome.tasks if task.is_next)).id != duty:
        stage.press("\n")
        if following.id == "list_party" or isinstance(stage.window.page, DetailsPage):
            stage.press("\n")
    stage.press("\n")


def details(stage, duty):
    event = stage.desk.state.log.duties[duty]
    return {**event.body, **event.identity}


def test_a_call_and_a_transport_are_noted_and_stand_on_the_slip(referred):
    stage = referred
    do_until(stage, "notify_health_authority")
    stage.type("Dra. Ruiz")
    stage.press("\n")
    stage.type("MINSA 214")
    stage.press("\n")
    assert details(stage, "notify_health_authority")["taken_by"] == "Dra. Ruiz"
    assert details(stage, "notify_health_authority")["reference"] == "MINSA 214"
    do_until(stage, "call_transport")
    for words in ("AB 1234", "L. Ortega", "M. Gil"):
        stage.type(words)
        stage.press("\n")
    stage.press("2")  # the second receiver: the hospital
    noted = details(stage, "call_transport")
    assert (noted["vehicle"], noted["driver"], noted["attendant"]) == ("AB 1234", "L. Ortega", "M. Gil")
    fixed = Fixed("x", 1, "head", datetime(2021, 3, 23, 15, tzinfo=UTC), "o-17")
    slip = refer(stage.desk.state, stage.conduct.wording, fixed)
    assert (slip.transport.vehicle, slip.transport.driver) == ("AB 1234", "L. Ortega")
    assert slip.transport.destination == stage.desk.post.receivers[1].name
    assert (slip.notified.name, slip.notified.reference) == ("Dra. Ruiz", "MINSA 214")


def test_a_handover_notes_who_receives_and_a_condition_chosen_not_typed(referred):
    stage = referred
    do_until(stage, "handover")
    stage.type("Sra. Mora")
    stage.press("\n", "1")
    assert details(stage, "handover") == {"duty": "handover", "received_by": "Sra. Mora", "condition": "stable"}
    assert stage.desk.state.outcome == "referred_and_received"
    assert stage.window.page is stage.conduct.outcome


def test_nobody_is_handed_over_in_silence(referred):
    stage = referred
    do_until(stage, "handover")
    for key in ("\n", "↓", "1"):
        stage.press(key)
        assert isinstance(stage.window.page, DetailsPage)
        assert "handover" not in stage.desk.state.log.duties
    assert stage.window.foot.message == "Falta quién recibe: su nombre, o F7 si no se sabe."
    stage.press("F7", "1")
    assert details(stage, "handover") == {"duty": "handover", "received_by": "unknown", "condition": "stable"}


def test_a_referral_is_received_when_the_clinic_says_so(referred):
    stage = referred
    do_until(stage, "handover")
    stage.press("F7", "1")
    page = stage.conduct.outcome
    assert page.account.closed == "Terminado · \u2068referido; recibo pendiente\u2069"
    assert page.account.closed_family == "watch"
    stage.conduct.doing.duty("receipt")
    stage.settle()
    assert page.account.closed == "Terminado · \u2068referido y recibido\u2069"
    assert page.account.closed_family == "calm"


def test_nothing_typed_is_one_key_more_and_nothing_is_noted(referred):
    stage = referred
    do_until(stage, "notify_health_authority")
    assert "notify_health_authority" not in stage.desk.state.log.duties
    stage.press("\n")
    assert details(stage, "notify_health_authority") == {"duty": "notify_health_authority"}
    assert stage.window.page is stage.conduct.outcome


def test_esc_leaves_the_duty_undone_and_the_traveller_in_front(referred):
    stage = referred
    do_until(stage, "notify_health_authority")
    stage.press("⎋")
    assert stage.window.page is stage.conduct.outcome
    assert "notify_health_authority" not in stage.desk.state.log.duties


def test_what_must_come_first_is_said_before_anything_is_asked(referred):
    stage = referred
    key = next(task.key for task in stage.conduct.outcome.tasks if task.id == "handover")
    stage.press(key)
    assert stage.window.page is stage.conduct.outcome
    assert stage.window.foot.message


def test_a_receiver_alone_is_chosen_from_the_keyboard(referred):
    stage = referred
    do_until(stage, "call_transport")
    stage.press("↓", "↓", "↓", "2")
    assert details(stage, "call_transport") == {"duty": "call_transport", "receiver": stage.desk.post.receivers[1].id}


@pytest.mark.parametrize(("words", "is_done"), [("Hecho", True), ("Volver sin hacer la tarea", False)])
def test_a_touch_finishes_with_what_was_typed_or_goes_back(referred, words, is_done):
    stage = referred
    do_until(stage, "notify_health_authority")
    stage.type("Dra. Ruiz")
    page = stage.window.page
    (button,) = (each for each in page.findChildren(Button) if each.words == words)
    assert button.height() >= 44
    button.click()
    stage.settle()
    assert stage.window.page is stage.conduct.outcome
    assert ("notify_health_authority" in stage.desk.state.log.duties) == is_done
    if is_done:
        assert details(stage, "notify_health_authority")["taken_by"] == "Dra. Ruiz"


def test_the_party_is_listed_and_ended_by_touch(referred):
    stage = referred
    do_until(stage, "list_party")
    page = stage.window.page
    stage.type("Kofi")
    (end,) = (each for each in page.findChildren(Button) if each.words == "Nadie más")
    assert end.height() >= 44
    end.click()
    stage.settle()
    assert stage.window.page is stage.conduct.outcome
    assert "list_party" in stage.desk.state.log.duties
    assert [(each.name, each.relation) for each in stage.desk.state.log.companions] == [("Kofi", "other")]
