"""The traveller's screen as the desk drives it: its look, its place, its fonts."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from tests.ui.stage import ERIKSSON
from ui.appearance import LOOKS, register_later_fonts
from ui.plain import Button
from ui.traveller_screen.nastaliq import FAMILY
from ui.traveller_screen.window import TravellerScreen


def test_it_opens_beside_the_desk_in_its_look_and_follows_it(make_stage, monkeypatch):
    beside = []
    shown = TravellerScreen.open_beside
    monkeypatch.setattr(TravellerScreen, "open_beside", lambda self, desk: beside.append(desk) or shown(self, desk))
    stage = make_stage(look="dark")
    stage.confirm_clock()
    stage.scan(ERIKSSON)
    stage.press("F11")
    screen = stage.conduct.second._screen
    assert screen.isVisible()
    assert beside == [stage.window]
    assert screen.look.paper == LOOKS["dark"].paper
    assert screen.showing is not None
    stage.control("t")
    assert screen.look.paper == stage.window.look.paper != LOOKS["dark"].paper
    stage.press("F11")
    assert not screen.isVisible()
    screen.close()


def test_urdu_in_the_desks_list_is_written_with_the_font_that_joins(stage):
    register_later_fonts()
    assert FAMILY in QFontDatabase.families()
    stage.scan(ERIKSSON)
    stage.press("F4")
    urdu = next(button for button in stage.window.page.findChildren(Button) if "اردو" in button.words)
    assert urdu._font.families() == [FAMILY, "Noto Sans"]
