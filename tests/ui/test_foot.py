"""The foot offers only keys that do something on the page that stands, and calls Esc by what it does there."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from screening.companions import class_said
from tests.ui.screens import furnish
from tests.ui.stage import ERIKSSON
from ui.status.menu import ActButton
from ui.strings import tr
from ui.window import Window

ALWAYS = ["F2 Nueva persona", "F4 Idioma", "F9 En espera", "Ctrl+K Teclas"]


def foot(window: Window) -> list[str]:
    """The keys that are shown, as they are read."""
    return [f"{button.key_cap} {button.words}" for button in window.foot.buttons() if not button.isHidden()]


def test_a_window_without_a_desk_offers_no_key_and_no_emergency(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    assert foot(window) == []
    assert window.strip.alarm.isHidden()


def test_before_the_clock_is_confirmed_only_the_emergency_can_be_pressed(make_stage):
    stage = make_stage()
    assert foot(stage.window) == []
    assert not stage.window.strip.alarm.isHidden()


def test_with_nobody_in_front_there_is_nothing_to_go_back_to_or_set_aside(stage):
    assert foot(stage.window) == ALWAYS


def test_before_the_first_question_there_is_nothing_to_go_back_to(stage):
    stage.scan(ERIKSSON)
    assert foot(stage.window) == ["Esc Apartar", *ALWAYS[:3], "F1 Fuente", ALWAYS[3]]
    places = {button.key_cap: button.x() for button in stage.window.foot.buttons()}
    stage.press("1")
    assert foot(stage.window) == ["⌫ Atrás", "Esc Apartar", *ALWAYS[:3], "F1 Fuente", ALWAYS[3]]
    assert places == {button.key_cap: button.x() for button in stage.window.foot.buttons()}


@pytest.mark.parametrize(("key", "rest"), [("F9", "F2 F4 Ctrl+K"), ("F4", "F2 F9 Ctrl+K"), ("F10", "F2 F4 F9 Ctrl+K")])
def test_over_a_traveller_esc_closes_and_no_key_leads_to_where_one_is(stage, key, rest):
    stage.scan(ERIKSSON)
    stage.press(key)
    assert foot(stage.window)[0] == "Esc Cerrar"
    assert [words.split()[0] for words in foot(stage.window)[1:]] == rest.split()
    stage.press("⎋")
    assert (stage.conduct.sheet, stage.step) == ("", "observe")


def test_after_the_end_esc_takes_the_next(stage):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2", *"366", "\n")
    assert foot(stage.window) == ["Esc Siguiente", *ALWAYS[:3], "F1 Fuente", ALWAYS[3]]


def test_on_the_pages_of_the_shift_esc_goes_back_to_the_shift(stage):
    stage.control("s")
    stage.press("2")
    assert foot(stage.window)[0] == "Esc Volver"
    stage.press("⎋")
    assert stage.conduct.sheet == "shift"


def test_out_of_a_record_esc_leads_back_to_the_list(stage, clock):
    furnish(stage, clock)
    stage.control("f")
    stage.press("\n")
    stage.tick()
    assert foot(stage.window)[0] == "Esc Volver"
    stage.press("⎋")
    stage.tick()
    assert (foot(stage.window)[0], stage.conduct.sheet) == ("Esc Cerrar", "records")


def test_a_row_of_a_bus_is_set_aside_by_esc(stage):
    stage.control("e")
    assert foot(stage.window)[0] == "Esc Cerrar"
    stage.type("Ana Rios")
    stage.press("\n")
    stage.type("34")
    stage.press("\n")
    stage.tick()
    while stage.window.page._sex_next:
        stage.press("1")
    stage.tick()
    assert foot(stage.window)[0] == "Esc Apartar"


def test_an_emergency_at_a_locked_desk_offers_only_what_the_lock_lets_through(stage, clock):
    furnish(stage, clock)
    stage.control("u")
    assert foot(stage.window) == []
    stage.press("F12")
    assert foot(stage.window) == ["Esc Apartar", "F1 Fuente"]


def test_the_help_key_opens_the_keys_where_there_is_no_source(stage):
    stage.press("F1")
    assert stage.conduct.sheet == "shortcuts"
    stage.press("⎋")
    stage.scan(ERIKSSON)
    stage.press("F9", "F1")
    assert stage.conduct.sheet == "shortcuts"
    stage.press("⎋")
    assert not stage.conduct.card._source_wanted


def test_in_another_language_the_keys_are_the_same(make_stage):
    stage = make_stage(language="en")
    stage.confirm_clock()
    stage.press("F9")
    assert foot(stage.window)[0] == "Esc Close"


def test_where_the_class_is_still_open_the_room_is_given_to_an_open_class(stage, clock):
    unknown = {"places": "unknown", "camp": "unknown", "health_work": "unknown", "facility": "unknown"}
    stage.scan(ERIKSSON)
    stage.ill(clock, **unknown)
    row = stage.desk.store.row(stage.desk.state.screening)
    assert (row.classification, row.floor) == ("undetermined", "not_a_case")
    assert class_said(row) == "undetermined"
    stage.press("1")
    assert "en investigación" in stage.window.page._offering.who


def test_a_message_is_said_aloud_and_trouble_breaks_in(stage, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.append)
    for words, trouble in (("No se pudo imprimir.", True), ("Anotado: Sala 2.", False)):
        stage.window.foot.tell(words, trouble=trouble)
    kinds = [(event.type(), event.object() is stage.window.foot._bar) for event in heard]
    alert, said = QAccessible.Event.Alert, QAccessible.Event.Announcement
    assert [kind for kind in kinds if kind[0] in (alert, said)] == [(alert, True), (said, True)] * 2
    told = [event for event in heard if event.type() == said]
    assert [(event.message(), event.politeness().name) for event in told] == [
        ("No se pudo imprimir.", "Assertive"),
        ("Anotado: Sala 2.", "Polite"),
    ]


def test_the_first_officer_can_wait_with_one_esc(make_stage):
    stage = make_stage()
    stage.conduct.is_new = True
    stage.confirm_clock()
    assert stage.conduct.sheet == "officers"
    stage.press("⎋")
    assert stage.window.page is stage.conduct.idle
    assert tr("act.tour") in [button.words for button in stage.conduct.around.menu.findChildren(ActButton)]
