"""Why: every criterion for one traveller, in words, and its truth never at odds with the verdict."""

from __future__ import annotations

import pytest

from screening.explanation import explain
from sops.logic import NO, UNKNOWN, YES
from sops.model import CLASS_ORDER
from tests.screening.scenes import SCENES
from tests.screening.walks import ILL, IN_A_CAMP, WELL, Walk, catalogue


def findings(scene, language="en"):
    walked = Walk(scene.on, age=scene.age).through(scene.answers)
    state = walked.state
    return state, explain(state.setting.engine, state.facts, catalogue().wording, language)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.who)
def test_the_findings_say_what_the_verdict_says(scene):
    state, found = findings(scene)
    definition = state.setting.engine.definition
    assert [finding.name for finding in found] == [criterion.name for criterion in definition.criteria]
    met = [
        CLASS_ORDER.index(c.classification) for c, f in zip(definition.criteria, found, strict=True) if f.truth is YES
    ]
    may = [
        CLASS_ORDER.index(c.classification)
        for c, f in zip(definition.criteria, found, strict=True)
        if f.truth is not NO
    ]
    # Kleene's logic may leave more open than there is, never less
    assert CLASS_ORDER.index(state.verdict.floor) >= max(met, default=0)
    assert CLASS_ORDER.index(state.verdict.ceiling) <= max(may, default=0)


@pytest.mark.parametrize("language", ["es", "en", "ht"])
@pytest.mark.parametrize("scene", SCENES[::4], ids=lambda scene: scene.who)
def test_every_finding_is_said_and_every_criterion_cites_its_clause(scene, language):
    def visit(finding):
        assert finding.text.strip()
        assert "_" not in finding.text
        assert finding.truth in (YES, NO, UNKNOWN)
        for part in finding.parts:
            visit(part)

    _, found = findings(scene, language)
    for finding in found:
        assert finding.source.document.startswith("who-")
        visit(finding)
        assert finding.as_json()["truth"] == finding.truth.word


def test_the_deciding_criterion_is_told_with_its_reasons():
    state = Walk().through({**ILL, **IN_A_CAMP}).state
    found = {f.name: f for f in explain(state.setting.engine, state.facts, catalogue().wording, "en")}
    assert found[state.verdict.by].truth is YES
    clinical, epidemiological = found["suspected.A"].parts
    assert (clinical.truth, epidemiological.truth) == (YES, YES)
    assert found["confirmed.A"].truth is NO


def test_a_well_traveller_meets_nothing():
    state = Walk().through(WELL).state
    assert {f.truth for f in explain(state.setting.engine, state.facts, catalogue().wording, "es")} == {NO}
