"""Words for people: the asked language first, then Spanish, then English, and always said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sops import grammar, reading, shapes
from sops.wording import NoSuchWordingError, Review, wording

SOPS = Path(grammar.__file__).parent.parent


def of(language, phrases, *, direction="ltr", **more):
    return {
        "translation": language,
        "name": language,
        "direction": direction,
        "confidence": "medium",
        "translator": "somebody",
        "answers": {"yes": f"yes-{language}", "no": f"no-{language}", "unknown": f"unknown-{language}"},
        "phrases": phrases,
    } | more


NAMES = [
    {"names": "signs", "words": {"fever": {"en": "fever", "es": "fiebre", "ht": "lafyèv"}}},
    {"names": "signs", "words": {"cough": {"en": "cough", "es": "tos"}}},
]
WORDS = wording(
    [
        of("ar", {"q1": "حمى؟"}, direction="rtl"),
        of("es", {"q1": "¿Fiebre?", "rest": "Descanse"}, reviewed={"by": "A. Reader", "on": "2021-03-23"}),
        of("en", {"q1": "Fever?", "rest": "Rest", "late": "Later"}),
    ],
    NAMES,
)


def test_a_phrase_is_shown_in_the_language_asked_for():
    phrase = WORDS.phrase("q1", "ar")
    assert (phrase.id, phrase.text, phrase.language, phrase.fallback) == ("q1", "حمى؟", "ar", False)
    assert (phrase.direction, phrase.reviewed, phrase.confidence) == ("rtl", False, "medium")


@pytest.mark.parametrize(
    ("phrase_id", "asked", "text", "shown", "fallback"),
    [
        ("rest", "ar", "Descanse", "es", True),
        ("late", "ar", "Later", "en", True),
        ("late", "es", "Later", "en", True),
        ("rest", "en", "Rest", "en", False),
        ("q1", "ln", "¿Fiebre?", "es", True),  # a language we do not have at all
    ],
)
def test_a_missing_phrase_falls_back_to_spanish_then_english_and_says_so(phrase_id, asked, text, shown, fallback):
    phrase = WORDS.phrase(phrase_id, asked)
    assert (phrase.text, phrase.language, phrase.fallback) == (text, shown, fallback)


def test_a_fallback_carries_direction_and_review_of_the_language_shown():
    phrase = WORDS.phrase("rest", "ar")
    assert (phrase.direction, phrase.reviewed) == ("ltr", True)
    assert WORDS.translations["es"].review == Review("A. Reader", date(2021, 3, 23))


def test_a_traveller_sees_a_missing_phrase_in_spanish_and_english():
    assert [(p.language, p.fallback) for p in WORDS.phrases("rest", "ar")] == [("es", True), ("en", True)]
    assert [(p.language, p.fallback) for p in WORDS.phrases("q1", "ar")] == [("ar", False)]
    assert [p.language for p in WORDS.phrases("late", "es")] == ["en"]


def test_a_phrase_that_no_language_has_is_the_authors_mistake():
    with pytest.raises(NoSuchWordingError, match=r'phrase "q99".*Add it to'):
        WORDS.phrase("q99", "ar")


def test_answers_come_in_the_language_asked_for_or_in_spanish():
    assert {key: phrase.text for key, phrase in WORDS.answers("ar").items()} == {
        "yes": "yes-ar",
        "no": "no-ar",
        "unknown": "unknown-ar",
    }
    fallen = WORDS.answers("ln")["unknown"]
    assert (fallen.text, fallen.language, fallen.fallback) == ("unknown-es", "es", True)


def test_no_translation_at_all_is_told():
    with pytest.raises(NoSuchWordingError, match="Add the files"):
        wording([], []).answers("es")


def test_names_fall_back_to_english_and_files_of_one_kind_add_up():
    assert WORDS.name("signs", "fever", "ht") == "lafyèv"
    assert WORDS.name("signs", "cough", "es") == "tos"
    assert WORDS.name("signs", "cough", "ht") == "cough"
    assert WORDS.has_name("signs", "cough")
    assert not WORDS.has_name("signs", "hiccup")
    assert not WORDS.has_name("colours", "fever")


@pytest.mark.parametrize(("kind", "name_id"), [("signs", "hiccup"), ("colours", "fever")])
def test_a_name_nobody_gave_is_told_with_its_place(kind, name_id):
    with pytest.raises(NoSuchWordingError, match=f'"{kind}.{name_id}" is not known'):
        WORDS.name(kind, name_id, "en")


def test_direction_of_a_language_we_do_not_have_is_left_to_right():
    assert (WORDS.direction("ar"), WORDS.direction("ln")) == ("rtl", "ltr")


def test_the_shipped_words_speak_in_all_languages():
    def data(folder):
        return [shapes.check(str(path), reading.read(path)).data for path in sorted((SOPS / folder).glob("*.yaml"))]

    shipped = wording(data("translations"), data("names"))
    assert set(shipped.translations) == set(grammar.LANGUAGES)
    for language in grammar.LANGUAGES:
        assert not shipped.phrase("q12", language).fallback
        assert not shipped.phrase("q12", language).reviewed
        assert shipped.answers(language)["no"].language == language
        assert shipped.phrase("wait_rest", language).language == language
    assert shipped.name("classes", "suspected", "ht") == "ka sispèk"
    assert shipped.name("classes", "suspected", "bn") == "suspected case"
