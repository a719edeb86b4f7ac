"""The procedure and the definitions read aloud: everything is said, in Spanish and English, with its source."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sops.aloud import aloud, procedure_aloud
from sops.aloud_traveller import ToTraveller
from sops.catalogue import NoEditionError, load
from sops.conditions import condition
from sops.speaking import Speaker

CATALOGUE = load()
PROCEDURE = CATALOGUE.procedure("poe-entry@2020-01-31")
NAMES = [file.name for kind in ("procedure", "definition") for file in CATALOGUE.of_kind(kind)]


@pytest.mark.parametrize("language", ["es", "en", "ht"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_machine_is_read_aloud(name, language):
    said = aloud(CATALOGUE, name, language)
    for odd in ("Leaf(", "None.", " None,", "AllOf", "{'", "():", "[]", "_c ", "possibly_"):
        assert odd not in said
    assert f"`{name}`" in said


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_step_duty_course_and_rule_of_the_procedure_is_said(language):
    said = aloud(CATALOGUE, PROCEDURE.name, language)
    for thing in (*PROCEDURE.steps.values(), *PROCEDURE.courses.values()):
        assert thing.title[language] in said
    for duty in PROCEDURE.duties.values():
        assert duty.do[language] in said
    for step in PROCEDURE.steps.values():
        assert step.ask[language] in said
        assert step.do is None or step.do[language] in said
        assert f"{step.source.document}, {step.source.clause}" in said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "“ill now or in an emergency here”) and “at least suspected is possible” → **Isolate and refer**"),
        (
            "es",
            "«enferma ahora o en una emergencia aquí») y «es posible al menos caso sospechoso» → **Aislar",
        ),
    ],
)
def test_the_precaution_is_said_as_a_person_would(language, words):
    assert words in aloud(CATALOGUE, PROCEDURE.name, language)


def test_what_is_ours_or_recalled_is_marked():
    said = aloud(CATALOGUE, PROCEDURE.name, "en")
    assert "iom-sop-poe-2020, whole, to be confirmed*" in said
    assert "paso-design, B8, post setting*" in said


def test_what_is_said_to_the_traveller_stands_in_the_language_asked_for():
    said = aloud(CATALOGUE, PROCEDURE.name, "ar")
    assert "For staff in English; what is said to the traveller in Arabic. No native health worker" in said
    assert "“هل توافق على الفحص؟”" in said
    assert "not in Arabic" not in said
    spanish = aloud(CATALOGUE, PROCEDURE.name, "es")
    assert "A la persona: «La ayuda viene en camino. Nos quedamos con usted.»" in spanish
    assert "Para el personal" not in spanish


def test_each_phrase_that_a_language_lacks_says_so():
    older = replace(CATALOGUE.wording.translations["ar"], phrases={"q7": CATALOGUE.wording.phrase("q7", "ar").text})
    wording = replace(CATALOGUE.wording, translations={**CATALOGUE.wording.translations, "ar": older})
    said = procedure_aloud(PROCEDURE, wording, "en", ToTraveller(wording, "en", "ar"))
    line = next(line for line in said.splitlines() if "La ayuda viene en camino" in line)
    assert line == (
        "   - To the traveller: “La ayuda viene en camino. Nos quedamos con usted.” (not in Arabic: this is Spanish)"
    )
    assert f"   - To the traveller: “{older.phrases['q7']}”" in said.splitlines()


def test_what_paper_cannot_set_and_a_definition_has_not_is_said():
    assert "Paper cannot set Arabic: the traveller's screen" in aloud(CATALOGUE, PROCEDURE.name, "ar", settable=False)
    said = aloud(CATALOGUE, "who-covid19@2020-12-16", "ar")
    assert "There is nothing in Arabic here: a case definition is for staff, in English." in said


def test_the_rule_of_the_rooms_is_said():
    said = aloud(CATALOGUE, PROCEDURE.name, "en")
    assert "Somebody looks into a room that is taken every 30 minutes. One traveller or one family a room." in said
    assert "the health authority decides who shares: suspected case among themselves; probable case among" in said


def test_every_criterion_of_a_definition_is_said():
    said = aloud(CATALOGUE, "who-covid19@2020-12-16", "en")
    for words in (
        "suspected case A",
        "suspected case B",
        "suspected case C",
        "probable case A",
        "confirmed case A",
        "fever",
    ):
        assert words in said


def test_an_edition_that_is_not_there_is_told():
    with pytest.raises(NoEditionError, match="who-covid19@2020-12-16"):
        aloud(CATALOGUE, "who-covid19@1999-01-01", "en")


def test_a_criterion_that_others_decide_before_says_so():
    said = aloud(CATALOGUE, "who-covid19@2022-07-22", "es")
    lines = said.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("- **contacto**"))
    assert lines[place + 1].startswith("   - Un contacto sin signos ya cumple sospechoso A;")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "criterion suspected case A is met or criterion suspected case B is met"),
        ("es", "se cumple el criterio caso sospechoso A o se cumple el criterio caso sospechoso B"),
    ],
)
def test_a_criterion_is_called_by_its_class_and_letter(language, words):
    said = aloud(CATALOGUE, "who-covid19@2020-12-16", language)
    assert words in said
    assert "suspected.A" not in said


@pytest.mark.parametrize(("language", "number"), [("en", "10 days"), ("es", "10 días")])
def test_numbers_are_said_with_their_unit_in_the_language(language, number):
    assert number in aloud(CATALOGUE, "who-covid19@2020-12-16", language)


@pytest.mark.parametrize(("language", "heading"), [("en", "## Sources"), ("es", "## Fuentes")])
@pytest.mark.parametrize("name", NAMES)
def test_every_document_cited_is_listed_at_the_end(name, language, heading):
    said, _, listed = aloud(CATALOGUE, name, language).partition(heading)
    cited = set(re.findall(r"(?:Source|Fuente): ([a-z0-9-]+),", said))
    assert cited
    for document in cited:
        assert f"- **{document}**: " in listed


def test_staff_answer_what_they_see_and_the_traveller_what_the_traveller_is_asked():
    for step, by_staff in (("observe", True), ("explain_again", False)):
        title = PROCEDURE.steps[step].title["es"]
        (said,) = re.findall(
            rf"^\d+\. \*\*\w+ · {title}\*\*.*\n(?:   .*\n)+", aloud(CATALOGUE, PROCEDURE.name, "es"), re.MULTILINE
        )
        assert ("Responde el personal" in said) is by_staff


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "Solo si: no consta (sexo masculino)."), ("en", "Only if: not on record (sex male).")],
)
def test_what_must_not_be_known_is_said_without_possibly_not(language, said):
    everything = aloud(CATALOGUE, PROCEDURE.name, language)
    assert said in everything
    assert not re.search("possibly not|posiblemente no", everything)


def test_what_must_be_known_is_said_so():
    speaker = Speaker(CATALOGUE.wording, "en", {}, float)
    tree = condition({"none of": [{"possibly": {"none of": [{"sex is": "M"}, {"sex is": "F"}]}}]})
    assert speaker.say(tree) == "on record (sex male or sex female)"
