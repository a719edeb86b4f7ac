"""The words of the desk go out as a Linguist catalogue and come back as a further language of the real window."""

from __future__ import annotations

import pytest

from ui import strings
from ui.strings import TABLE, tr
from ui.strings.linguist import CatalogueError, catalogue, read


@pytest.fixture(autouse=True)
def spanish_again():
    yield
    strings._added.clear()
    strings.speak("es")


def translated(**words: str) -> str:
    """The French catalogue with these ids translated, as Linguist saves it. `_` stands for the dot."""
    text = catalogue("fr")
    for name, said in words.items():
        head, tail = text.split(f"<comment>{name.replace('_', '.', 1)}</comment>", 1)
        tail = tail.replace('<translation type="unfinished" />', f"<translation>{said}</translation>", 1)
        text = f"{head}<comment>{name.replace('_', '.', 1)}</comment>{tail}"
    return text


def test_every_word_goes_out_once_with_its_source_and_hint():
    text = catalogue("fr")
    assert text.count("<message>") == len(TABLE)
    assert "<source>Ready for the next traveller</source>" in text
    assert "<extracomment>Listo para la siguiente persona</extracomment>" in text
    assert read(text) == {}


def test_what_was_translated_comes_back_by_id():
    assert read(translated(idle_title="Prêt pour la personne suivante")) == {
        "idle.title": "Prêt pour la personne suivante"
    }


@pytest.mark.parametrize("said", ["En attente", "{count} {what} en attente", "{nombre} en attente"])
def test_a_translation_that_says_other_values_is_refused(said):
    with pytest.raises(CatalogueError, match=r"rail\.waiting: the translation must say \{count\}"):
        read(translated(rail_waiting=said))


@pytest.mark.parametrize("text", ["", "<TS", '<!DOCTYPE TS [<!ENTITY a "b">]><TS>&a;</TS>'])
def test_what_is_no_catalogue_is_told(text):
    with pytest.raises(CatalogueError, match="catalogue"):
        read(text)


def test_the_window_speaks_the_language_and_says_the_rest_in_english(stage):
    strings.add("fr", read(translated(idle_title="Prêt pour la personne suivante")))
    stage.control("i")
    stage.control("i")
    assert strings.spoken() == "fr"
    assert tr("idle.title") == "Prêt pour la personne suivante"
    assert tr("idle.scan") == TABLE["idle.scan"][1]
    stage.press("F2")
    assert stage.step == "observe"
    stage.control("i")
    assert strings.spoken() == "es"


def test_a_language_of_the_desk_itself_is_not_replaced():
    with pytest.raises(ValueError, match="of the desk itself"):
        strings.add("es", {})
    with pytest.raises(ValueError, match="no such words"):
        strings.add("fr", {"idle.nothing": "x"})
