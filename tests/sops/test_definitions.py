"""Every shipped edition is in order, and decides every vignette as whoever typed it from the norm expects."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from screening.classification import classify
from screening.facts_json import read_facts
from sops import building, reading, shapes
from sops.conditions import Leaf, Term, leaves
from sops.engine import Engine
from sops.grammar import MARKS
from sops.model import CLASS_ORDER

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "sops" / "definitions" / "who-covid19"
EDITIONS = ("2020-01-31", "2020-02-27", "2020-03-20", "2020-08-07", "2020-12-16", "2022-02-14", "2022-07-22")
BEFORE_ANTIGEN = EDITIONS[:4]
EXAMPLES = ROOT.parent / "shared" / "vectors" / "examples.jsonl"


def checked(path):
    return shapes.check(path.name, reading.read(path))


@cache
def definition(edition):
    return building.case_definition(checked(FOLDER / f"{edition}.yaml").data, "0" * 64)


@cache
def engine(edition):
    return Engine(definition(edition))


@cache
def vignettes(edition):
    return checked(ROOT / "sops" / "vignettes" / f"who-covid19-{edition}.yaml").data["cases"]


def examples():
    """Travellers that somebody else typed, where the folder lies beside the checkout."""
    return [json.loads(line) for line in EXAMPLES.read_text("utf-8").splitlines()] if EXAMPLES.exists() else []


def letter(by):
    """A criterion up to its letter: `suspected.A.clinical` is `suspected.A`."""
    return ".".join(by.split(".")[:2])


# ------------------------------------------------------------------------------------------------------- the files


def test_the_seven_editions_are_shipped_and_no_other():
    assert tuple(sorted(path.stem for path in FOLDER.glob("*.yaml"))) == EDITIONS
    assert sorted(path.stem for path in (ROOT / "sops" / "vignettes").glob("who-covid19-*.yaml")) == [
        f"who-covid19-{edition}" for edition in EDITIONS
    ]


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_has_no_mistakes(edition):
    assert checked(FOLDER / f"{edition}.yaml").mistakes == []
    assert checked(ROOT / "sops" / "vignettes" / f"who-covid19-{edition}.yaml").mistakes == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_term_and_exposure_of_an_edition_is_there_and_used(edition):
    text = definition(edition)
    trees = [text.onset.when, *(c.when for c in text.criteria), *(a.when for a in text.alerts)]
    used = [leaf for tree in (*trees, *(t.when for t in text.terms.values())) for leaf in leaves(tree)]
    assert {leaf.name for leaf in used if isinstance(leaf, Term)} == set(text.terms)
    named = {leaf["exposure"] for leaf in used if isinstance(leaf, Leaf) and leaf.kind == "exposure"}
    assert named == set(text.exposures)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_parameter_of_an_edition_is_used(edition):
    text = (FOLDER / f"{edition}.yaml").read_text("utf-8")
    assert [name for name in definition(edition).parameters if text.count(name) < 2] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_rule_of_an_edition_cites_the_edition_or_a_listed_decision(edition):
    text = definition(edition)
    rules = [*text.parameters.values(), *text.exposures.values(), *text.terms.values(), *text.criteria, *text.alerts]
    for source in (text.about.source, text.onset.source, *(rule.source for rule in rules)):
        assert source.mark in MARKS
        if source.document == "paso-design":
            assert source.clause in {assumption.name for assumption in text.assumptions}
            assert source.mark == "design"
        else:
            assert source.document == f"who-{edition}"


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_class_is_contact_suspected_probable_or_confirmed_and_has_its_letters(edition):
    letters = {}
    for criterion in definition(edition).criteria:
        letters.setdefault(criterion.classification, []).append(criterion.letter)
    early = {"contact": [""], "probable": [""], "confirmed": [""]}
    assert (
        letters
        == {
            "2020-01-31": {**early, "suspected": ["A", "B"]},
            "2020-02-27": {**early, "suspected": ["A", "B", "C"]},
            "2020-03-20": {**early, "suspected": ["A", "B", "C"], "probable": ["A", "B"]},
            "2020-08-07": {**early, "suspected": ["A", "B"], "probable": list("ABCD")},
            "2020-12-16": {
                "contact": [""],
                "suspected": list("ABC"),
                "probable": list("ABCD"),
                "confirmed": list("ABC"),
            },
            "2022-02-14": {
                "contact": [""],
                "suspected": list("ABC"),
                "probable": list("ABCD"),
                "confirmed": list("ABC"),
            },
            "2022-07-22": {
                "contact": [""],
                "suspected": list("ABC"),
                "probable": list("AB"),
                "confirmed": list("AB"),
            },
        }[edition]
    )


def test_each_edition_binds_until_the_day_before_the_next_and_the_last_is_open():
    editions = [definition(edition).about for edition in EDITIONS]
    for one, following in pairwise(editions):
        assert one.in_force_until == following.in_force_from - timedelta(days=1)
    assert editions[-1].in_force_until is None
    assert [about.in_force_from for about in editions] == [date.fromisoformat(edition) for edition in EDITIONS]
    assert all(about.published_on == about.in_force_from for about in editions)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_alerts_of_an_edition_follow_the_antigen_tests_it_counts(edition):
    alerts = {alert.name for alert in definition(edition).alerts}
    if edition in BEFORE_ANTIGEN:
        assert alerts == {"antigen-not-counted"}
    elif edition == "2022-07-22":
        assert alerts == {"definition-gap"}
    else:
        assert alerts == {"definition-gap", "antigen-not-counted"}


# ----------------------------------------------------------------------------------------------------- the vignettes

CASES = [
    pytest.param(edition, case, id=f"{edition}: {case['case']}") for edition in EDITIONS for case in vignettes(edition)
]


@pytest.mark.parametrize(("edition", "case"), CASES)
def test_the_edition_decides_as_the_norm_says(edition, case):
    facts, _ = read_facts(json.loads(case["facts"]))
    verdict = classify(engine(edition), facts)
    expected = {name: case.get(name, case["class"]) for name in ("floor", "ceiling")}
    assert verdict.classification == case["class"]
    assert {"floor": verdict.floor, "ceiling": verdict.ceiling} == expected
    assert letter(verdict.by) == case.get("by", "")
    assert list(verdict.alerts) == case.get("alerts", [])
    if "contact" in case:
        assert verdict.contact.word == case["contact"]
    assert bool(verdict.open) == (case["class"] == "undetermined")


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_vignettes_reach_every_criterion_and_every_alert(edition):
    cases = vignettes(edition)
    assert len(cases) >= 25
    assert len({case["case"] for case in cases}) == len(cases)
    assert {case["by"] for case in cases if case["class"] != "undetermined" and "by" in case} == {
        criterion.name for criterion in definition(edition).criteria
    }
    assert {name for case in cases for name in case.get("alerts", [])} == {a.name for a in definition(edition).alerts}
    assert {case["class"] for case in cases} == {*CLASS_ORDER, "undetermined"} - (
        {"contact"} - {case["class"] for case in cases}
    )


@pytest.mark.parametrize("example", [pytest.param(example, id=example["id"]) for example in examples()])
def test_examples_typed_by_others_are_decided_as_they_expect(example):
    facts, _ = read_facts(example["facts"])
    expected = example["expect"]
    verdict = classify(engine(example["definition"].partition("@")[2]), facts)
    assert verdict.classification in (expected["class"], *(other.get("class") for other in expected.get("accept", ())))
    assert verdict.floor == expected.get("floor", verdict.floor)
    assert verdict.ceiling == expected.get("ceiling", verdict.ceiling)
    assert letter(verdict.by) == letter(expected.get("by", verdict.by))


# ----------------------------------------------------------------------------------- what changed between editions


@pytest.mark.parametrize(
    ("facts", "classes"),
    [
        (
            {"symptoms": {"fever": 2, "cough": 2}},
            "not_a_case not_a_case not_a_case not_a_case not_a_case not_a_case suspected",
        ),
        (
            {"symptoms": {"anosmia": 2}},
            "not_a_case not_a_case not_a_case probable probable probable not_a_case",
        ),
        (
            {"tests": [{"type": "ag_rdt", "result": "positive"}], "symptoms": {}},
            "not_a_case not_a_case not_a_case not_a_case suspected suspected suspected",
        ),
        (
            {"tests": [{"type": "ag_self", "result": "positive"}], "symptoms": {}},
            "not_a_case not_a_case not_a_case not_a_case not_a_case not_a_case suspected",
        ),
        (
            {
                "symptoms": {"nausea": 2, "diarrhoea": 2, "headache": 2},
                "exposures": [
                    {
                        "kind": "setting",
                        "setting": "camp_like",
                        "mode": "residing",
                        "first_day_ago": 9,
                        "last_day_ago": 0,
                    }
                ],
            },
            "not_a_case not_a_case not_a_case suspected suspected suspected not_a_case",
        ),
        (
            {
                "symptoms": {"fever": 2, "sore_throat": 2},
                "alternative_aetiology": "yes",
                "exposures": [{"kind": "area", "status": "community", "first_day_ago": 9, "last_day_ago": 3}],
            },
            "not_a_case not_a_case suspected not_a_case not_a_case not_a_case not_a_case",
        ),
    ],
    ids=["fever and cough", "loss of smell", "antigen", "self-test", "nausea, diarrhoea, headache", "other cause"],
)
def test_one_traveller_under_every_edition(facts, classes):
    read, _ = read_facts(facts)
    assert [classify(engine(edition), read).classification for edition in EDITIONS] == classes.split()
