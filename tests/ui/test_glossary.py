"""F1 tells the clause of a step and what its words mean; each term has a meaning in both languages of the officer."""

from __future__ import annotations

import pytest

from ui.knowledge.glossary import MOST, explained


@pytest.mark.parametrize(
    ("text", "language", "terms"),
    [
        ("¿Contacto cercano con un caso confirmado?", "es", ["contacto", "caso confirmado"]),
        ("Busque signos de peligro.", "es", ["signo de peligro"]),
        ("Llame a la AUTORIDAD SANITARIA", "es", ["autoridad sanitaria"]),
        ("Any loss of smell, or contacts?", "en", ["loss of smell", "contact"]),
        ("Contactless payment, campus, unmasked", "en", []),
        ("", "en", []),
    ],
)
def test_terms_are_found_as_whole_words_in_their_order(catalogue, text, language, terms):
    assert [term for term, _ in explained(text, catalogue.wording, language)] == terms


def test_a_long_text_explains_no_more_than_can_be_read(catalogue):
    words = catalogue.wording.names["glossary_terms"].values()
    assert len(explained(". ".join(each["en"] for each in words), catalogue.wording, "en")) == MOST


def test_every_term_has_a_meaning_and_every_meaning_a_term(catalogue):
    names = catalogue.wording.names
    assert names["glossary_terms"].keys() == names["glossary_meanings"].keys()
    for kind in ("glossary_terms", "glossary_meanings"):
        assert all({"es", "en"} <= words.keys() for words in names[kind].values())


@pytest.mark.parametrize(("language", "meaning"), [("es", "cubre nariz y boca"), ("en", "covers nose and mouth")])
def test_f1_shows_clause_and_words_and_hides_them_again(make_stage, language, meaning):
    stage = make_stage(language=language)
    stage.confirm_clock()
    stage.press("F2")
    card = stage.conduct.card
    assert stage.step == "observe"
    assert not card._source.isVisible()
    stage.press("F1")
    assert card._source.isVisible()
    assert meaning in card._source.text()
    assert meaning in card.head.toolTip()
    assert stage.step == "observe"
    stage.press("F1")
    assert not card._source.isVisible()
