"""The vignettes notice a bent rule: every mutant of a sample is killed, or is the same definition in other words."""

from __future__ import annotations

import pytest

from sops.catalogue import load
from tests.sops import mutation_score
from tests.sops.definition_mutants import mutants

SAMPLE = 11


@pytest.mark.parametrize("edition", mutation_score.EDITIONS)
def test_no_mutant_of_the_sample_survives(edition):
    found = mutation_score.score(edition, every=SAMPLE, start=int(edition[-1]))
    assert found.survived == []
    assert found.impossible == []
    assert found.killed > 8


def test_a_mutant_that_nothing_notices_is_told_with_a_traveller(monkeypatch):
    whole = mutation_score.data_of
    kept = {"who-covid19-2022-07-22.yaml": 1}

    def few(folder, name):
        data = whole(folder, name)
        return {**data, "cases": data["cases"][: kept[name]]} if name in kept else data

    monkeypatch.setattr(mutation_score, "data_of", few)
    found = mutation_score.score("2022-07-22", every=40)
    assert found.survived
    assert all(example.startswith('{"symptoms"') for _, example in found.survived)


def test_a_mutant_is_another_text_with_another_name():
    data = dict(load().named("definition", "who-covid19@2020-12-16").data)
    made = list(mutants(data))
    assert len(made) > 200
    assert all(mutant != data for _, mutant in made)
    names = [name for name, _ in made]
    for name in (
        "exposure_days is 13",
        "contact_of_case, way 1: minutes more than",
        "clinical: at least 2",
        "suspected A: any of for all of",
        "no criterion probable B",
        "cluster, way 1: any has_confirmed",
        "antigen_positive: ag_self counts",
    ):
        assert name in names
