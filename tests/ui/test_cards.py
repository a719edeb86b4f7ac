"""The question card: whole on the smallest display, its answers in one place, its orders in large letters."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from sops.facts import SIGNS
from tests.ui.stage import ERIKSSON
from ui import bounce
from ui.interview.question import FULL, guidance, question_of
from ui.interview.sign_rows import _WRAPPED
from ui.interview.signs import SignsEntry
from ui.strings import speak

FINGER = 44


def seen(widget):
    """The words that stand in it, in their order."""
    said = [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
    return [words.replace("\u2068", "").replace("\u2069", "") for words in said]


def show(stage, step):
    """A step in the card of a traveller who has just come."""
    state = dataclasses.replace(stage.desk.state, at=step, why="mandatory")
    card = stage.conduct.card
    card.show_question(question_of(state, stage.conduct.wording), state, "")
    stage.window.show_page(card)
    stage.settle()
    return card


@pytest.fixture
def every_step(stage):
    """Shows the steps of the procedure one after another, at 1280 x 720."""
    stage.window.resize(1280, 720)
    stage.scan(ERIKSSON)

    def steps():
        for step in stage.desk.state.setting.procedure.steps.values():
            yield step, show(stage, step)

    return steps


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_question_scrolls_on_the_smallest_display(stage, every_step, language):
    try:
        speak(language)
        stage.window.build()
        scrolled = [step.id for step, card in every_step() if card._scrolling.verticalScrollBar().maximum() > 0]
        assert scrolled == []
    finally:
        speak("es")


def test_the_answers_stand_at_one_place_whatever_is_asked(every_step):
    places = {}
    for step, card in every_step():
        top = card.entry.mapTo(card, QPoint(0, 0)).y()
        places.setdefault((step.answer in FULL, top), []).append(step.id)
    assert sorted(is_full for is_full, _ in places) == [False, True], places
    assert min(top for is_full, top in places if is_full) < min(top for is_full, top in places if not is_full)


def test_all_guidance_of_a_question_is_on_the_card(stage, every_step):
    for step, card in every_step():
        if step.answer in FULL:
            card.toggle_source()
        stage.settle()
        words = " ".join(seen(card.head) + seen(card._how))
        assert step.do is None or step.do["es"] in words.replace("• ", ""), step.id
        if step.answer in FULL:
            card.toggle_source()


def test_long_guidance_is_a_list_of_sentences():
    long = "Mire antes de hablar. " + "Quédese a 1 m o detrás de la mampara. " * 4 + "¿Tos, temblor, 3.5 m?"
    assert guidance("Mida otra vez. Se guardan ambas.", "reading") == ("Mida otra vez. Se guardan ambas.", ())
    said, listed = guidance(long, "choice")
    assert said == ""
    assert listed == ("Mire antes de hablar.", *["Quédese a 1 m o detrás de la mampara."] * 4, "¿Tos, temblor, 3.5 m?")
    said, rest = guidance(long, "signs")
    assert said == "Mire antes de hablar. " + " ".join(["Quédese a 1 m o detrás de la mampara."] * 3)
    assert rest == ("Quédese a 1 m o detrás de la mampara.", "¿Tos, temblor, 3.5 m?")
    assert guidance("Llame YA. No la deje sola.", "done", is_order=True) == ("", ("Llame YA.", "No la deje sola."))


# -- the checklist of signs ---------------------------------------------------------------------------------------


@pytest.fixture
def signs(stage, clock):
    """The checklist at 1280 x 720."""
    stage.window.resize(1280, 720)
    stage.scan(ERIKSSON)
    stage.ill(clock, "signs")
    entry = stage.conduct.card.entry
    assert isinstance(entry, SignsEntry)
    return entry


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_sign_is_as_large_as_a_finger_and_its_name_is_whole(stage, clock, signs, language):
    try:
        speak(language)
        stage.window.build()
        stage.settle()
        rows = stage.conduct.card.entry.rows
        assert (rows.columns, rows.tall) == (3, 7)
        for row in rows.rows:
            assert row.height() >= FINGER
            assert row.width() >= FINGER
            room = row.room()
            font = row.letters(room)
            needed = QFontMetrics(font).boundingRect(room, _WRAPPED, row.name)
            assert font.pixelSize() >= 14, row.name
            assert needed.width() <= room.width(), row.name
            assert needed.height() <= room.height(), row.name
    finally:
        speak("es")


def test_a_screen_reader_is_told_each_sign_and_its_answer(stage, signs):
    stage.press("1", "3", "\n", "2", "3", "1", "\n")
    told = [row.accessibleName() for row in signs.rows.rows[:5]]
    assert told == [
        "fiebre: sí, 3 d",
        "tos: No",
        "debilidad: No se sabe",
        "mucho cansancio: Sí",
        "dolor de cabeza: sin preguntar",
    ]


def test_the_arrows_go_down_the_columns_and_across_them(stage, signs):
    stage.press("↓", "↓")
    assert signs.row == 2
    QTest.keyClick(stage.target(), Qt.Key.Key_Right)
    assert signs.row == 9
    QTest.keyClick(stage.target(), Qt.Key.Key_Right)
    QTest.keyClick(stage.target(), Qt.Key.Key_Right)  # there is no fourth column
    assert signs.row == 16
    QTest.keyClick(stage.target(), Qt.Key.Key_Left)
    assert signs.row == 9
    stage.press("1", "4")
    QTest.keyClick(stage.target(), Qt.Key.Key_Left)  # in the days the day before
    assert (signs.row, signs.typed) == (9, "5")


def test_signs_and_their_days_are_answered_by_touch_alone(stage, signs, monkeypatch):
    buttons = {button.key_cap: button for button in signs.findChildren(QAbstractButton) if hasattr(button, "key_cap")}

    def touch_day(ago):
        place = signs.strip._cell(ago).center().toPoint()
        QTest.mouseClick(signs.strip, Qt.MouseButton.LeftButton, pos=place)

    QTest.mouseClick(buttons["1"], Qt.MouseButton.LeftButton)
    touch_day(14)  # the second touch of the same finger
    assert (signs.typed, signs.said) == ("", {"fever": "yes"})
    monkeypatch.setattr(bounce, "BOUNCE_MS", 0)
    touch_day(3)
    QTest.mouseClick(buttons["2"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(buttons["0"], Qt.MouseButton.LeftButton)
    assert signs.said == {"fever": 3} | dict.fromkeys(SIGNS[1:], "no")
    assert buttons["Enter"].isVisible()
    QTest.mouseClick(buttons["Enter"], Qt.MouseButton.LeftButton)
    assert stage.desk.state.value("signs")["fever"] == 3


def test_a_second_tap_on_the_rest_no_does_not_leave_the_list(stage, signs):
    place = signs._rest_no.mapTo(stage.window, signs._rest_no.rect().center())
    QTest.mouseDClick(stage.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    stage.settle()
    assert stage.step == "signs"
    assert signs.said == dict.fromkeys(SIGNS, "no")
    stage.press("\n")  # a key is free at once
    assert stage.desk.state.value("signs") == dict.fromkeys(SIGNS, "no")


def test_with_large_letters_the_row_at_hand_stays_in_view(stage, signs):
    stage.window.look = stage.window.look.sized(2.0)
    stage.window.build()
    stage.settle()
    entry = stage.conduct.card.entry
    assert entry.rows.columns == 1
    for _ in SIGNS:
        row = entry.rows.rows[entry.row]
        assert row.visibleRegion().boundingRect().height() >= row.height() - 1, row.name
        stage.press("2")


# -- tests, emergency, language -----------------------------------------------------------------------------------


def test_no_test_is_the_first_and_largest_answer(stage, every_step):
    cards = {step.id: card for step, card in every_step() if step.id == "tests"}
    step = stage.desk.state.setting.procedure.steps["tests"]
    card = show(stage, step)
    assert card is cards["tests"]
    buttons = [b for b in card.entry.findChildren(QAbstractButton) if b.isVisible()]
    tops = {b.key_cap: b.mapTo(card, QPoint(0, 0)).y() for b in buttons}
    assert min(tops, key=tops.__getitem__) == "0"
    wide = {b.key_cap: b.width() for b in buttons}
    assert wide.pop("0") > max(wide.values())


def test_an_emergency_gives_its_order_in_the_largest_letters(stage, clock):
    stage.scan(ERIKSSON)
    stage.press("F12")
    card, panel = stage.conduct.card, stage.conduct.around.panel
    assert seen(card.head) == [
        "EMERGENCIA · Llamar",
        "Desde hace 00:00",
        "Llame YA a la ambulancia o al personal de salud.",
        "Puesto de salud del MINSA en la estación, Hospital de Metetí\nTeléfono por poner (supervisión: Ctrl+F1, 2)",
        "•",
        "Mascarilla para usted y la persona, distancia si no cuesta la vida.",
        "•",
        "No la deje sola.",
        "¿Llamada hecha?",
    ]
    largest = max(
        (each for each in card.head.findChildren(QLabel) if each.isVisible()), key=lambda x: x.font().pixelSize()
    )
    assert largest.text() == "Llame YA a la ambulancia o al personal de salud."
    assert seen(panel) == ["LO QUE SABEMOS", "Todavía nada."]
    clock.advance(seconds=95)
    stage.tick()
    assert "Desde hace 01:35" in seen(card.head)
    stage.press("1", "1")
    assert "¿Cómo terminó la emergencia?" in seen(card.head)  # nothing to be done: the question is the largest
    stage.press("2")  # recovered: the walk goes on
    assert stage.step == "observe"
    assert "QUÉ CAMBIARÍA LA CLASE" in seen(panel)


def test_an_emergency_says_whom_to_call_once_the_post_has_set_the_number(stage):
    stage.scan(ERIKSSON)
    stage.press("F12")
    state, card = stage.desk.state, stage.conduct.card
    assert question_of(state, stage.conduct.wording).call == (  # the shipped numbers are placeholders
        "Puesto de salud del MINSA en la estación, Hospital de Metetí",
        "Teléfono por poner (supervisión: Ctrl+F1, 2)",
    )
    post = state.setting.post
    minsa, meteti, *others = post.receivers
    receivers = (minsa, dataclasses.replace(meteti, phone="+507 299-6006"), *others)
    post = dataclasses.replace(post, receivers=receivers)
    state = dataclasses.replace(state, setting=dataclasses.replace(state.setting, post=post))
    card.show_question(question_of(state, stage.conduct.wording), state, "")
    stage.settle()
    assert "+507\u00a0299-6006 · Hospital de Metetí" in seen(card.head)


def test_the_language_of_the_traveller_is_said_once(stage):
    stage.scan(ERIKSSON)
    assert "Idioma: Español · F4" in seen(stage.conduct.card.head)
    stage.conduct.speak("ht")
    assert "Idioma: Kreyòl ayisyen · F4" in seen(stage.conduct.card.head)


def test_the_clause_that_was_asked_for_is_seen(stage, clock):
    stage.window.resize(1280, 720)
    stage.scan(ERIKSSON)
    stage.ill(clock, "signs")
    stage.press("F1")
    source = stage.conduct.card._source
    assert source.text()
    assert source.visibleRegion().boundingRect().height() == source.height()


def test_why_there_is_no_reading_fits_and_is_taken_back(stage, clock):
    stage.window.resize(1280, 720)
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test", declare_signs="no", declare_contact="no")
    stage.press("F7")
    card = stage.conduct.card
    assert card._scrolling.verticalScrollBar().maximum() == 0
    assert "¿Por qué no se tomó?" in seen(card.entry)
    stage.press("⌫")
    assert "Escriba tres cifras: 366 es 36.6 °C" in seen(card.entry)
