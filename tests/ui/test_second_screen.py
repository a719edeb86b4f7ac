"""The traveller's screen as the desk drives it: its look, its place, its fonts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter

from tests.ui.stage import ERIKSSON
from ui.appearance import LOOKS, register_later_fonts
from ui.plain import Button
from ui.traveller_screen import picture
from ui.traveller_screen.nastaliq import FAMILY
from ui.traveller_screen.showing import showing_of
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


def touched(stage, answer):
    """The traveller's screen is open and an answer is touched on it."""
    if stage.conduct.second._screen is None:
        stage.press("F11")
    screen = stage.conduct.second._screen
    screen.answered.emit(answer)
    stage.settle()
    return screen


def test_a_touched_answer_is_confirmed_by_the_officer_with_one_key(stage):
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test")
    screen = touched(stage, "no")
    assert stage.step == "declare_signs"  # nothing is answered yet
    assert "Enter lo confirma" in stage.window.foot.message
    chosen = [button.words for button in stage.conduct.card.findChildren(Button) if button.chosen]
    assert chosen == ["No"]
    stage.press("\n")
    assert stage.desk.state.value("declare_signs") == "no"
    stage.press("\n")  # a second Enter confirms nothing any more
    assert stage.step == "declare_contact"
    screen.close()


def test_the_officers_own_key_is_stronger_than_a_touch(stage):
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test")
    screen = touched(stage, "no")
    stage.press("1")
    assert stage.desk.state.value("declare_signs") == "yes"
    screen.close()


def test_a_touch_while_something_lies_over_the_question_is_only_told(stage):
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test")
    stage.press("F11", "F9")
    screen = touched(stage, "yes")
    assert "Usted da la respuesta" in stage.window.foot.message
    stage.press("⎋", "⎋", "\n")
    assert stage.step == "declare_signs"
    screen.close()


def test_words_of_a_language_on_two_lines_are_whole(stage):
    stage.scan(ERIKSSON)
    stage.press("F4")
    for button in stage.window.page.findChildren(Button):
        assert button.height() >= button.heightForWidth(button.width()), button.words


def test_after_the_questions_the_traveller_is_told_of_the_onward_way(stage):
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test")
    stage.answer(declare_signs="no", declare_contact="no", temperature={"c": 36.5})
    wording = stage.desk.catalogue.wording
    assert stage.desk.post.onward[0] == "controlled"
    said = [line.phrases[0].id for line in showing_of(stage.desk.state, wording).lines]
    assert said == ["i6", "onward_controlled", "what_we_note"]
    silent = replace(
        stage.desk.state, setting=replace(stage.desk.state.setting, post=replace(stage.desk.post, onward=None))
    )
    assert [line.phrases[0].id for line in showing_of(silent, wording).lines] == ["i6", "advice_next", "what_we_note"]


def test_what_goes_on_goes_to_the_left_where_people_read_to_the_left(stage):
    def drawn(*, rtl):
        image = QImage(48, 48, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        picture.draw(painter, "go_on", QRectF(0, 0, 48, 48), "#000000", rtl=rtl)
        painter.end()
        return image

    def ink(image, columns):
        return sum(255 - image.pixelColor(x, y).red() for x in columns for y in range(48))

    for rtl, head in ((True, range(24)), (False, range(24, 48))):
        image = drawn(rtl=rtl)
        assert ink(image, head) > ink(image, range(48)) * 0.55  # the head of the arrow holds most of its ink
