"""Vignettes held against an edition: what is decided otherwise is told in words, at its place, with its clause."""

from __future__ import annotations

import pytest

from screening.vignettes import check_vignettes, unlike
from sops.catalogue import SHIPPED, load, shipped_files

ENGINE = load().engine("who-covid19@2020-12-16")
FEVER_AND_COUGH = {
    "case": "Fever and cough, nothing else",
    "facts": '{"symptoms": {"fever": 3, "cough": 3}}',
    "class": "not_a_case",
    "clause": "suspected A",
}


def test_alike_says_nothing():
    assert unlike(ENGINE, FEVER_AND_COUGH) == ""


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"class": "suspected"}, "class suspected is expected, and not_a_case is decided"),
        ({"floor": "not_a_case", "ceiling": "suspected"}, "ceiling suspected is expected, and not_a_case is decided"),
        ({"by": "suspected.A"}, "by suspected.A is expected, and none is decided"),
        ({"contact": "yes"}, "contact yes is expected, and no is decided"),
        ({"alerts": ["definition-gap"]}, "alerts definition-gap is expected, and none is decided"),
    ],
)
def test_otherwise_says_what_is_expected_and_what_is_decided(changed, says):
    assert says in unlike(ENGINE, FEVER_AND_COUGH | changed)


def test_every_shipped_vignette_is_decided_as_it_says():
    assert check_vignettes([], shipped_files()) == ()


def test_a_vignette_that_is_decided_otherwise_is_told_at_its_place(tmp_path):
    text = (SHIPPED / "vignettes" / "who-covid19-2020-12-16.yaml").read_text("utf-8")
    bent = tmp_path / "bent.yaml"
    bent.write_text(
        text.replace("class: suspected\n    by: suspected.A\n", "class: probable\n    by: probable.A\n", 1), "utf-8"
    )
    (told,) = check_vignettes([bent], shipped_files())
    assert (told.file, told.kind, told.path, told.severity) == (str(bent), "value", "cases[0]", "error")
    assert "probable is expected, and suspected is decided" in told.message
    assert "The norm says so in suspected A" in told.message


def test_facts_that_cannot_be_are_told_and_not_raised(tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text(
        "vignettes: who-covid19@2020-12-16\ncases:\n  - case: A traveller of no sign\n"
        '    facts: \'{"symptoms": {"feverr": 3}}\'\n    class: not_a_case\n    clause: suspected A\n',
        "utf-8",
    )
    (told,) = check_vignettes([broken], shipped_files())
    assert told.path == "cases[0].facts"
    assert "feverr" in told.message


def test_a_definition_with_a_mistake_decides_nothing(tmp_path):
    text = (SHIPPED / "definitions" / "who-covid19" / "2020-12-16.yaml").read_text("utf-8")
    broken = tmp_path / "broken.yaml"
    broken.write_text(text.replace("sign: cough", "sign: coughh"), "utf-8")
    assert check_vignettes([broken], shipped_files()) == ()
