"""What a pack says to travellers: beside the shipped phrases, never in their place, translated by somebody named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sops.catalogue import load, shipped_files
from sops.checking import check_paths

PACK = Path(__file__).parents[1] / "packs" / "measles"
PHRASES = (PACK / "phrases.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("measles_rash:", "q1:", 'SOP106: texts.q1: the phrase "q1" stands in the translations too. Rename it.'),
        ("  fr: {confidence", "  pt: {confidence", 'measles_rash.fr: nobody is named who translated into "fr"'),
        ("Do you have a fever", "{x} Do you have a fever", "SOP112: texts.measles_rash.es: its placeholders differ"),
        ('    es: "¿Tiene fiebre, o manchas rojas en la piel?"\n', "", 'the text in "es" is missing'),
        ("confidence: high, translator: tests}\n  es", "confidence: high}\n  es", 'the key "translator" is missing'),
    ],
)  # fmt: skip
def test_a_mistake_in_the_phrases_of_a_pack_is_told_where_it_stands(old, new, wanted, tmp_path):
    assert PHRASES.count(old) == 1
    path = tmp_path / "phrases.yaml"
    path.write_text(PHRASES.replace(old, new), encoding="utf-8")
    errors = [str(mistake) for mistake in check_paths([path], shipped_files()) if mistake.severity == "error"]
    assert any(wanted in error for error in errors), errors


def test_two_packs_do_not_say_the_same_phrase(tmp_path):
    for name in ("measles", "rubella"):
        (tmp_path / f"{name}.yaml").write_text(
            PHRASES.replace("phrases: measles", f"phrases: {name}"), encoding="utf-8"
        )
    errors = [mistake.message for mistake in check_paths([tmp_path], shipped_files()) if mistake.severity == "error"]
    assert 'the phrase "measles_rash" stands in rubella too. Rename it.' in errors


def test_a_translation_is_as_sure_as_whoever_made_it_for_the_pack(tmp_path):
    phrase = load([PACK]).wording.phrase("measles_rash", "fr")
    assert (phrase.confidence, phrase.reviewed, phrase.direction) == ("medium", False, "ltr")
    signed = PHRASES.replace(
        "fr: {confidence: medium, translator: tests}",
        "fr: {confidence: high, translator: tests, reviewed: {by: a nurse, on: 2021-02-01}}",
    )
    copied = Path(shutil.copytree(PACK, tmp_path / "measles"))
    (copied / "phrases.yaml").write_text(signed, encoding="utf-8")
    assert load([copied]).wording.phrase("measles_rash", "fr").reviewed
    assert not load([copied]).wording.phrase("q1", "fr").reviewed
