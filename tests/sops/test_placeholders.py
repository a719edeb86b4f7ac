"""A number of a rule is written once: texts say the parameter, as the post sets it."""

from __future__ import annotations

import pytest

from sops import checking
from sops.catalogue import SHIPPED, load, shipped_files
from sops.placeholders import filled, placeholders

CATALOGUE = load()
NAME = "poe-entry@2020-01-31"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("for {rest} minutes", "for 10 minutes"),
        ("{rest}/{limit}", "10/37.5"),
        ("{other} and {rest", "{other} and {rest"),
        ("no number", "no number"),
    ],
)
def test_names_of_numbers_are_replaced_and_nothing_else(text, said):
    assert filled(text, {"rest": 10, "limit": 37.5}) == said
    assert filled({"en": [text]}, {"rest": 10, "limit": 37.5}) == {"en": [said]}


def test_values_that_are_no_text_stay():
    assert filled({"a": 1, "b": True, "c": None}, {"a": 2}) == {"a": 1, "b": True, "c": None}


def test_placeholders_are_told_in_order_and_as_often_as_they_stand():
    assert placeholders("{b} {a} {b}") == ["a", "b", "b"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_post_that_sets_another_number_changes_the_words(language):
    shipped, post = CATALOGUE.procedure(NAME), CATALOGUE.procedure(NAME, {"fever_rest_minutes": 20})
    assert "10 min" in shipped.steps["rest_mask"].do[language]
    assert "20 min" in post.steps["rest_mask"].do[language]
    assert post.parameters == shipped.parameters  # what the edition says stays to be read


def test_no_text_of_the_procedure_is_left_unfilled():
    procedure = CATALOGUE.procedure(NAME)
    for thing in (*procedure.steps.values(), *procedure.duties.values(), *procedure.courses.values()):
        for name in ("title", "do", "ask", "precaution"):
            for text in (getattr(thing, name, None) or {}).values():
                assert placeholders(text) == [], (thing.id, text)


def test_a_phrase_that_travellers_read_leaves_no_number_open():
    """Nothing fills a translation, so that a placeholder would stand on the traveller's screen as it is written."""
    procedure = SHIPPED / "procedures" / "poe-entry" / "2020-01-31.yaml"
    sources = [SHIPPED / "translations" / f"{language}.yaml" for language in ("en", "es")]
    open_ = {path: path.read_bytes().replace(b'wait_rest: "', b'wait_rest: "{fever_rest_minutes} ') for path in sources}
    others = [path for path in shipped_files() if path != procedure]
    told = checking.check_among(
        [checking.check_text(procedure, procedure.read_bytes())],
        [checking.check_text(path, open_.get(path) or path.read_bytes()) for path in others],
    )
    errors = [mistake for mistake in told if mistake.severity == "error"]
    assert {(mistake.kind, mistake.path.rpartition(".")[2]) for mistake in errors} == {
        ("translation", "phrases[2]"),
        ("translation", "phrases[0]"),
    }
    assert "Write it out." in errors[0].message
