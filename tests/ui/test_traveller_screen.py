"""The traveller's screen: right words, right script, right direction, and nothing that tells the room why."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
import uharfbuzz
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).parent))

from traveller_samples import AT, BEGUN, CATALOGUE, LANGUAGES, SETTING, STEPS, WITH_PHRASES, after_walk, at

from screening.events import Event
from screening.log import BreakIn
from sops.wording import Review
from ui.appearance import CONTRAST, LIGHT, LOOKS, contrast
from ui.traveller_screen import nastaliq, picture
from ui.traveller_screen.answers import Answer
from ui.traveller_screen.lettering import Paragraph, have_fonts, missing
from ui.traveller_screen.showing import showing_of
from ui.traveller_screen.window import TravellerScreen
from ui.traveller_screen.words import OWN

WORDING = CATALOGUE.wording
NAMED = "JUAN <img src='x.png'> & \u202eSUSPECTED"


@pytest.fixture
def screen(qtbot: QtBot) -> TravellerScreen:
    made = TravellerScreen(CATALOGUE)
    qtbot.addWidget(made)
    made.show()
    return made


def everything_said(screen: TravellerScreen) -> str:
    answers = [button.phrase.text for button in screen.answers.buttons]
    return "\n".join([*screen.body.texts, *answers, *(each.text for each in (*screen.foot.said, *screen.foot.marks))])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", WITH_PHRASES)
def test_every_phrase_of_a_step_is_shown_in_the_travellers_language(screen, step, language):
    screen.show_state(at(step, language))

    for phrase_id in STEPS[step].phrases:
        for phrase in WORDING.phrases(phrase_id, language):
            assert phrase.text in screen.body.texts
    assert screen.body.arrangement.height <= screen.body.height()
    assert screen.body.arrangement.size >= screen.look.px(24)
    assert all(piece.text.fits for piece in screen.body.arrangement.pieces if piece.text is not None)


@pytest.mark.parametrize("course", ["advice", "case", "quarantine", "ordinary_care"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_after_the_walk_fits(screen, course, language):
    screen.show_state(after_walk(course, language))
    assert screen.body.texts
    assert screen.body.arrangement.height <= screen.body.height()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_single_question_stands_at_44_pixels(screen, language):
    screen.show_state(at("declare_contact", language))
    assert screen.body.arrangement.size == 44


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_a_box(qapp, language):
    have_fonts()
    translation = WORDING.translations[language]
    texts = [*translation.phrases.values(), *translation.answers.values(), translation.name]
    texts += [words[language] for words in OWN.values()]
    assert {text: lost for text in texts if (lost := missing(text, language))} == {}


@pytest.mark.parametrize("name", OWN)
def test_the_screens_own_words_are_there_in_every_language(name):
    assert set(OWN[name]) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_runs_in_the_direction_of_the_language(screen, language):
    screen.show_state(at("declare_contact", language))

    is_rtl = language in ("ar", "ur")
    drawn = next(piece for piece in screen.body.arrangement.pieces if piece.picture)
    assert (drawn.where.center().x() > screen.body.width() / 2) is is_rtl
    wanted = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
    assert screen.answers.layoutDirection() == screen.foot.layoutDirection() == wanted
    yes, no, _ = screen.answers.buttons
    assert (yes.x() > no.x()) is is_rtl


def test_signs_and_words_of_the_answers_differ(screen):
    screen.show_state(at("declare_contact", "ht"))
    assert [button.name for button in screen.answers.buttons] == ["yes", "no", "unknown"]
    assert [button.phrase.text for button in screen.answers.buttons] == ["Wi", "Non", "Mwen pa konnen"]


@pytest.mark.parametrize("step", ["onset", "places", "mask", "rest_mask", "contact_index", "observe"])
def test_nothing_is_answered_where_nothing_is_asked(screen, step):
    screen.show_state(at(step, "fr"))
    assert screen.answers.buttons == ()


def test_a_touched_answer_is_only_proposed(screen, qtbot):
    state = at("declare_contact", "ne")
    screen.show_state(state)
    with qtbot.waitSignal(screen.answered) as heard:
        qtbot.mouseClick(screen.answers.buttons[1], Qt.MouseButton.LeftButton)
    assert heard.args == ["no"]
    assert state.log.answers == {}


def test_the_signs_of_a_step_with_many_answers_can_be_pointed_at_but_not_touched(screen):
    screen.show_state(at("signs", "ne"))
    assert len(screen.answers.buttons) == 3
    assert all(
        button.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents) for button in screen.answers.buttons
    )


@pytest.mark.parametrize("place", range(11))
def test_a_touched_language_is_told(screen, qtbot, place):
    for offered in (screen.welcome.tiles, None):
        if offered is None:
            screen.show_state(at("declare_contact", "es"))
            offered = screen.strip.names  # noqa: PLW2901 - the strip has other buttons than the tiles
        with qtbot.waitSignal(screen.language_chosen) as heard:
            qtbot.mouseClick(offered[place], Qt.MouseButton.LeftButton)
        assert heard.args == [offered[place].translation.language]


def test_the_idle_screen_welcomes_in_every_language_by_its_own_name(screen):
    assert {tile.translation.name for tile in screen.welcome.tiles} == {
        each.name for each in WORDING.translations.values()
    }
    assert "Byenveni · Kreyòl ayisyen" in {tile.accessibleName() for tile in screen.welcome.tiles}


def test_a_closed_screening_leaves_nothing_on_the_screen(screen):
    screen.show_state(at("declare_contact", "ht"))
    closed = Event("screening:s-1", "closed", AT, "o-17", {"outcome": "cleared_with_advice"})
    screen.show_state(replace(BEGUN, log=replace(BEGUN.log, closed=closed)))
    assert screen.showing is None
    assert screen.welcome.isVisible()
    assert not screen.body.isVisible()


def test_an_unreviewed_translation_says_so_and_a_reviewed_one_does_not():
    state = at("declare_contact", "fr")
    assert [mark.id for mark in showing_of(state, WORDING).marks] == ["not_reviewed"]
    signed = {name: replace(each, review=Review("N. N.", AT.date())) for name, each in WORDING.translations.items()}
    reviewed = showing_of(state, replace(WORDING, translations=signed))
    assert reviewed.marks == ()
    assert reviewed.beside == ()


def test_what_a_language_lacks_is_shown_in_spanish_and_english_and_says_so():
    """A pack of the first version: its Haitian Creole has the twelve questions and nothing beside them."""
    kreyol = WORDING.translations["ht"]
    older = replace(kreyol, phrases={name: said for name, said in kreyol.phrases.items() if name[0] in "qi"})
    wording = replace(WORDING, translations={**WORDING.translations, "ht": older})
    showing = showing_of(at("call_ambulance", "ht"), wording)
    assert [mark.id for mark in showing.marks] == ["not_reviewed", "not_yours"]
    assert [phrase.language for line in showing.lines for phrase in line.phrases] == ["es", "en"]
    assert [mark.id for mark in showing_of(at("call_ambulance", "ht"), WORDING).marks] == ["not_reviewed"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_asked_is_asked_in_the_travellers_own_language(language):
    for step in STEPS:
        said = showing_of(at(step, language), WORDING)
        assert {phrase.language for line in said.lines for phrase in line.phrases} == {language}, step
    for course in SETTING.procedure.courses:
        said = showing_of(after_walk(course, language), WORDING)
        assert {phrase.language for line in said.lines for phrase in line.phrases} == {language}, course


def test_an_unknown_language_is_shown_in_spanish_and_english(screen):
    screen.show_state(at("declare_contact", "pa"))
    assert "English" in screen.body.texts
    assert screen.foot.marks[-1].id == "not_yours"


def test_nothing_of_the_person_or_the_decision_reaches_the_room(screen):
    state = at("danger", "en")
    hostile = replace(
        state,
        log=replace(state.log, identity={"surname": NAMED, "number": "X123"}, document={"nationality": "UTO"}),
    )
    screen.show_state(hostile)
    said = everything_said(screen) + screen.windowTitle() + screen.body.accessibleName()
    for secret in (NAMED, "JUAN", "X123", "UTO", "uspected", "danger", "38"):
        assert secret not in said
    assert screen.windowTitle() == "Paso Seguro"


def test_the_line_of_dots_is_as_long_for_everybody(screen):
    assert [showing_of(at(step), WORDING).stage for step in ("observe", "declare_contact", "temperature", "signs")] == [
        0, 1, 2, 3,
    ]  # fmt: skip
    assert showing_of(after_walk("case"), WORDING).stage == showing_of(after_walk("advice"), WORDING).stage == 4
    assert showing_of(at("call_ambulance"), WORDING).stage is None


def test_a_death_leaves_the_screen_without_words():
    state = at("death_check", "es")
    shown = showing_of(replace(state, log=replace(state.log, interrupts=(BreakIn("death", None, None),))), WORDING)
    assert shown.lines == ()
    assert shown.stage is None


def test_no_widget_guesses_at_markup(screen):
    screen.show_state(at("declare_signs", "ht"))
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in screen.findChildren(QLabel))


def test_the_screen_takes_no_keys(screen):
    screen.show_state(at("declare_contact", "ht"))
    assert screen.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert all(button.focusPolicy() == Qt.FocusPolicy.NoFocus for button in screen.findChildren(Answer))


def test_the_screen_grows_with_the_display(screen):
    screen.show_state(at("declare_contact", "bn"))
    screen.resize(1920, 1080)
    assert screen.body.arrangement.size == 66


def test_what_changes_leaves_nothing_of_before(screen, qtbot):
    screen.show_state(at("declare_contact", "ht"))
    old = screen.answers.buttons
    screen.show_state(at("declare_contact", "fr"))
    assert all(button.isHidden() for button in old)


@pytest.mark.parametrize("look", LOOKS)
def test_every_colour_of_an_answer_stands_out(look):
    chosen = LOOKS[look]
    for family in ("calm", "hold", "unknown"):
        assert contrast(chosen.ink, chosen.family(family)[1]) >= 7
        assert contrast(*chosen.family(family)) >= 7
    assert contrast(chosen.action, chosen.surface) >= 7


def test_a_change_of_look_is_seen_at_once(screen):
    screen.show_state(at("declare_contact", "ht"))
    screen.set_look(CONTRAST)
    assert screen.grab().toImage().pixelColor(5, 200).name() == CONTRAST.paper
    screen.set_look(LIGHT)
    assert screen.grab().toImage().pixelColor(5, 200).name().upper() == LIGHT.paper


@pytest.mark.parametrize("name", picture.names())
def test_a_pictogram_is_strokes_of_two_on_a_grid_of_24(name):
    drawing = (resources.files("ui.traveller_screen") / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke-width="2"' in drawing
    assert set(re.findall(r"<([a-z]+)", drawing)) <= {"svg", "path", "circle"}
    assert not re.search(r"#[0-9a-fA-F]{3,6}|https?://(?!www\.w3\.org/2000/svg)", drawing)


def test_every_phrase_has_a_picture_that_exists():
    shown = {
        line.picture
        for step in STEPS
        for line in showing_of(at(step), WORDING).lines
        if line.phrases[0].id != "declare_intro"
    }
    assert shown <= set(picture.names())


@pytest.mark.parametrize("word", ["معلوم", "مریض", "پچھلے", "چھوا", "براہ"])
def test_nastaliq_letters_join_where_the_font_says(qapp, word):
    nastaliq.register_nastaliq()
    face = uharfbuzz.Face(resources.files("forms.fonts").joinpath("NotoNastaliqUrdu-Regular.ttf").read_bytes())
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(face), buffer)
    wanted = [
        (info.codepoint, place.y_offset) for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    font = QFont(nastaliq.FAMILY)
    font.setPixelSize(face.upem)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    layout = QTextLayout(word, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    run = layout.glyphRuns()[0]
    base = line.ascent()
    found = [(glyph, base - place.y()) for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True)]
    assert [glyph for glyph, _ in sorted(found)] == [glyph for glyph, _ in sorted(wanted)]
    assert [up for _, up in sorted(found)] == pytest.approx([up for _, up in sorted(wanted)], abs=12)


def test_lines_are_balanced_without_growing_more(qapp):
    have_fonts()
    text = WORDING.phrase("q7", "zh").text
    plain = Paragraph(text, "zh", "ltr", pixels=44, width=884)
    balanced = Paragraph(text, "zh", "ltr", pixels=44, width=884, balanced=True)
    assert balanced.lines == plain.lines == 2
    assert balanced.used_width < plain.used_width
