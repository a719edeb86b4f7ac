"""The files of words: complete, in their own script, with nothing lost on the way, and none passed off as reviewed."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from sops import facts, grammar, reading, shapes

SOPS = Path(grammar.__file__).parent.parent
ASKED = [f"q{number}" for number in range(1, 13)] + [f"i{number}" for number in range(1, 7)]
AT_THE_DESK = [
    "advice_next",
    "what_we_note",
    "wait_rest",
    "declare_intro",
    "onward_open",
    "onward_controlled",
    "onward_closed",
    "consent_info",
    "consent_ask",
    "help_coming",
    "ask_allergies",
    "ask_vaccination",
    "ask_carer",
    "ask_illness",
]
SAYS_14_DAYS = ["q1", "q7", "q8", "q9", "i6"]
SCRIPTS = {
    "es": "LATIN", "en": "LATIN", "fr": "LATIN", "pt": "LATIN", "ht": "LATIN", "ar": "ARABIC", "ur": "ARABIC",
    "bn": "BENGALI", "hi": "DEVANAGARI", "ne": "DEVANAGARI", "zh": "CJK",
}  # fmt: skip
CONFIDENCE = {
    "es": "high", "en": "high", "fr": "high", "pt": "high", "ht": "medium", "ar": "medium", "bn": "medium",
    "hi": "medium to high", "ne": "medium to low", "ur": "medium", "zh": "high",
}  # fmt: skip


def checked(path):
    result = shapes.check(str(path), reading.read(path))
    assert not result.mistakes, "\n".join(map(str, result.mistakes))
    return result.data


def words_of(kind):
    files = [checked(path) for path in sorted((SOPS / "names").glob("*.yaml"))]
    return next(data["words"] for data in files if data["names"] == kind)


@pytest.fixture(params=grammar.LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def translation(language):
    return checked(SOPS / "translations" / f"{language}.yaml")


def test_each_language_of_the_grammar_has_a_file_and_no_other_is_there():
    assert sorted(path.stem for path in (SOPS / "translations").glob("*")) == sorted(grammar.LANGUAGES)


def test_a_file_says_the_language_that_its_name_says(translation, language):
    assert translation["translation"] == language


def test_all_questions_instructions_and_answers_are_there(translation):
    assert [phrase for phrase in ASKED if phrase not in translation["phrases"]] == []
    assert list(translation["answers"]) == ["yes", "no", "unknown"]
    assert len(set(translation["answers"].values())) == 3


def test_the_phrases_of_the_desk_are_there_in_every_language_and_no_other_phrase(translation):
    assert [phrase for phrase in translation["phrases"] if phrase not in ASKED] == AT_THE_DESK


def test_every_phrase_that_a_procedure_an_overlay_or_a_post_says_to_a_traveller_is_translated(translation):
    said = {f"onward_{onward}" for onward in ("open", "controlled", "closed")}
    for path in [*SOPS.glob("procedures/*/*.yaml"), *SOPS.glob("overlays/*/*.yaml")]:
        for listed in re.findall(r"^ *phrases?: (.*)$", path.read_text(), re.MULTILINE):
            said |= set(re.findall(r"[a-z0-9_]+", listed))
    assert len(said) > 25
    assert said - translation["phrases"].keys() == set()


@pytest.mark.parametrize("phrase", SAYS_14_DAYS)
def test_the_fourteen_days_are_said_in_digits_that_count_fourteen(translation, phrase):
    numbers = [int(number) for number in re.findall(r"\d+", translation["phrases"][phrase])]
    assert 14 in numbers  # int() reads the digits of every script
    assert set(numbers) <= {14, 19}  # 19 is the disease's


def test_bengali_and_nepali_use_their_own_digits():
    assert "১৪" in checked(SOPS / "translations" / "bn.yaml")["phrases"]["q1"]
    assert "१४" in checked(SOPS / "translations" / "ne.yaml")["phrases"]["q1"]


def test_placeholders_are_the_same_in_every_language(translation):
    english = checked(SOPS / "translations" / "en.yaml")["phrases"]
    for phrase, text in translation["phrases"].items():
        assert re.findall(r"\{.*?\}", text) == re.findall(r"\{.*?\}", english[phrase]), phrase


def test_each_phrase_is_written_in_the_script_of_its_language(translation, language):
    for phrase, text in translation["phrases"].items():
        letters = [unicodedata.name(char) for char in text if char.isalpha()]
        own = sum(name.startswith(SCRIPTS[language]) for name in letters)
        assert own >= 0.8 * len(letters), phrase
        assert "\N{REPLACEMENT CHARACTER}" not in text


def test_phrases_are_clean_single_lines(translation):
    for text in [*translation["phrases"].values(), *translation["answers"].values()]:
        assert text == text.strip()
        assert "\n" not in text
        assert "  " not in text


def test_direction_is_right_to_left_for_arabic_and_urdu_alone(translation, language):
    assert translation["direction"] == ("rtl" if language in ("ar", "ur") else "ltr")


def test_confidence_is_the_translators_own_word(translation, language):
    assert translation["confidence"] == CONFIDENCE[language]


def test_no_language_claims_a_review_that_nobody_signed(translation):
    assert "reviewed" not in translation


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("signs", facts.SIGNS),
        ("exposures", tuple(facts.EXPOSURE_FIELDS)),
        ("facts", (*facts.JUDGEMENTS, *facts.IMAGING, *facts.DEATH, *facts.TEST_TYPES, *facts.TEST_RESULTS)),
        ("classes", (*grammar.CLASSES, "undetermined")),
        ("outcomes", grammar.OUTCOMES),
        ("roles", grammar.ROLES),
        ("post_kinds", grammar.POST_KINDS),
        ("statuses", (*facts.STATUSES, "unknown")),
        ("alerts", ("definition-gap", "antigen-not-counted", "definition-amber")),
        ("sexes", ("F", "M", "U")),
        ("answers", tuple(answer.value for answer in facts.Answer)),
    ],
)
def test_a_closed_vocabulary_is_named_whole_and_nothing_beside_it(kind, ids):
    beside = {"facts": {"symptoms", "exposures", "tests", "places", "temp_c", "temperature", "onset_days_ago",
                        "chest_imaging", "deceased"}}  # fmt: skip
    assert set(words_of(kind)) - beside.get(kind, set()) == set(ids)


def test_each_document_that_is_cited_is_named():
    assert words_of("sources").keys() == checked(SOPS / "sources.yaml")["sources"].keys()


def test_each_word_of_an_exposure_field_is_named():
    words = {word for fields in facts.EXPOSURE_FIELDS.values() for name, field in fields.items() for word in field
             if name != "status" and word not in (*grammar.CLASSES, "yes", "no")}  # fmt: skip
    assert words <= set(words_of("exposure_words"))
    assert set(facts.CONTACT_NUMBERS) <= set(words_of("exposure_words"))


def test_each_language_on_offer_is_named():
    assert set(grammar.LANGUAGES) <= set(words_of("languages"))


@pytest.mark.parametrize("kind", ["signs", "classes", "outcomes", "answers"])
def test_what_papers_print_is_named_in_the_five_languages_of_papers(kind):
    for name, words in words_of(kind).items():
        assert set(words) == {"en", "es", "fr", "pt", "ht"}, name


def test_names_of_one_kind_tell_each_other_apart():
    for path in (SOPS / "names").glob("*.yaml"):
        data = checked(path)
        for language in ("en", "es"):
            shown = [words[language] for name, words in data["words"].items() if name != "temp_c"]
            assert len(shown) == len(set(shown)), (path.name, language)


def test_not_a_case_is_never_called_healthy():
    words = words_of("classes")["not_a_case"]
    assert words["en"] == "does not meet the definition"
    for text in words.values():
        assert not re.search(r"health|well|san[oa]|sain|saud|negativ", text, re.IGNORECASE)


def test_the_definition_gap_says_what_to_do():
    assert words_of("alerts")["definition-gap"]["en"] == (
        "Definition gap: refer for NAAT, take the precautions of a suspected case"
    )
