"""Blank forms read back: every question of the procedure in both languages, a number on every page."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from forms.blank_form import blank_forms, questions
from sops.catalogue import load

NUMBERS = ("PA-DAR-LB-1K7-48210377-Q", "PA-DAR-LB-1K7-48210378-M")


@pytest.fixture(scope="module")
def known():
    return load()


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def tight(words):
    return "".join(words.split())


def test_every_question_of_the_walk_stands_on_it_in_spanish_and_english(known):
    procedure = known.procedure("poe-entry@2020-01-31")
    said = "".join(pages(blank_forms(procedure, known.post("lajas-blancas"), known.wording, NUMBERS[:1])))
    asked = questions(procedure)
    assert len(asked) > 40
    for step in asked:
        for language in ("es", "en"):
            assert tight(step.ask[language]) in said, step.id
        for option in step.options:
            assert tight(option.title["es"]) in said, option.id
    assert not {"call_ambulance", "judgement", "left_check"} & {step.id for step in asked}


def test_each_form_is_one_sheet_of_two_pages_with_its_own_number(known):
    procedure, post = known.procedure("poe-entry@2020-01-31"), known.post("lajas-blancas")
    made = pages(blank_forms(procedure, post, known.wording, NUMBERS))
    assert [[number in page for number in NUMBERS] for page in made] == [[True, False]] * 2 + [[False, True]] * 2
    assert blank_forms(procedure, post, known.wording, NUMBERS) == blank_forms(procedure, post, known.wording, NUMBERS)


def test_another_procedure_makes_another_form(known):
    procedure = known.procedure("poe-entry@2020-01-31")
    steps = {"observe": replace(procedure.steps["observe"], ask={"es": "¿Otra pregunta?", "en": "Another question?"})}
    (said,) = pages(
        blank_forms(
            replace(procedure, steps=steps, interrupts={}), known.post("lajas-blancas"), known.wording, NUMBERS[:1]
        )
    )
    assert "¿Otrapregunta?" in said
    assert "Temperatura" not in said
