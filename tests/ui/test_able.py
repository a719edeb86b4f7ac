"""What can be done now: the page of keys and the menu of the idle page list what does something, and nothing else."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.screens import furnish
from tests.ui.stage import ERIKSSON
from ui.actions import ACTS, Need, of
from ui.status.menu import ActButton
from ui.strings import tr

ABOUT_A_TRAVELLER = {"park", "steps", "source", "rooms", "print", "twin", "differs", "refusal", "left", "death"}


def listed(stage) -> list[str]:
    """The acts on the page of keys, opened anew."""
    if stage.conduct.sheet != "shortcuts":
        stage.control("k")
    return [button.act for button in stage.window.page.findChildren(ActButton)]


def said(stage) -> str:
    return "\n".join(label.text() for label in stage.window.page.findChildren(QLabel))


def test_with_nobody_in_front_no_key_about_a_traveller_is_listed(stage):
    assert ABOUT_A_TRAVELLER & set(listed(stage)) == set()
    assert {"new", "typed", "party", "board", "emergency", "shift", "day"} <= set(listed(stage))
    assert tr("act.unknown") not in said(stage)
    assert tr("group.traveller") not in said(stage)


def test_before_a_question_the_answers_are_told_and_what_needs_more_is_not(stage):
    stage.scan(ERIKSSON)
    assert ABOUT_A_TRAVELLER & set(listed(stage)) == {"park", "source", "rooms", "refusal", "left", "death"}
    assert tr("act.unknown") in said(stage)
    assert tr("act.same") not in said(stage)
    assert tr("act.back") not in said(stage)
    stage.press("⎋", "1")
    assert "steps" in listed(stage)
    assert tr("act.back") in said(stage)


@pytest.mark.parametrize("is_there", [False, True])
@pytest.mark.parametrize("language", ["es", "en"])
def test_all_of_it_is_seen_at_once(make_stage, clock, is_there, language):
    stage = make_stage(language=language)
    stage.window.resize(1280, 720)
    stage.confirm_clock()
    furnish(stage, clock)  # there are officers with PINs
    if is_there:
        stage.scan(ERIKSSON)
        stage.answer(observe="well")
    stage.control("k")
    bar = stage.window.page._area.verticalScrollBar()
    assert bar.maximum() == 0


def test_what_is_pressed_there_is_done_as_by_its_key(stage):
    stage.scan(ERIKSSON)
    listed(stage)
    refusal = next(button for button in stage.window.page.findChildren(ActButton) if button.act == "refusal")
    refusal.setFocus()
    assert tr("help.refusal") in said(stage)
    stage.press("\n")
    assert stage.conduct.sheet == ""
    assert stage.desk.state.log.interrupt == "refusal"


def test_arrows_go_from_key_to_key(stage):
    listed(stage)
    stage.press("↓", "↓")
    focus = stage.window.focusWidget()
    assert isinstance(focus, ActButton)
    assert focus.act == [button.act for button in stage.window.page.findChildren(ActButton)][1]


def test_the_menu_stands_beside_the_idle_page_alone_and_leads_there(stage, clock):
    menu = stage.conduct.around.menu
    assert menu.isVisible()
    shown = [button.act for button in menu.findChildren(ActButton)]
    assert shown == [act.id for act in ACTS if act.menu and act.id != "lock"]  # nobody has a PIN here
    next(button for button in menu.findChildren(ActButton) if button.act == "day").click()
    stage.settle()
    assert stage.conduct.sheet == "day"
    stage.press("⎋")
    stage.scan(ERIKSSON)
    stage.settle()
    assert not menu.isVisible()
    assert stage.conduct.around.panel.isVisible()


def test_a_rail_of_nothing_gives_its_room_to_the_page_and_comes_back(stage):
    assert not stage.window.left.isVisible()
    stage.scan(ERIKSSON)
    stage.settle()
    assert stage.window.left.isVisible()
    stage.press("⎋")
    stage.settle()
    assert stage.window.left.isVisible()  # somebody waits
    assert not stage.conduct.around.traveller.isVisible()
    assert stage.conduct.around.waiting.isVisible()


def test_every_need_that_can_be_met_is_one_of_an_act():
    assert {act.needs for act in ACTS} == set(get_args(Need))
    assert of("print").needs == "printed"
