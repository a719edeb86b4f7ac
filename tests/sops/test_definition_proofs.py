"""Theorems about definitions: the shipped ones stand, every example is classified so, small ones are counted again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.classification import classify
from screening.facts_json import read_facts
from sops.catalogue import load
from sops.conditions import NEVER
from sops.engine import Engine
from sops.facts import SIGNS, Answer
from sops.model import CLASS_ORDER, Swallowed
from sops.proofs.definition import theorems
from tests.sops.tiny import FIRST, SECOND, everybody, tiny
from tests.sops.travellers import EDITIONS, TESTS, engine, exposures, known_facts

RANK = {name: rank for rank, name in enumerate(CLASS_ORDER)}
SAYS = {"en": "On purpose.", "es": "A propósito."}


@cache
def catalogue():
    return load()


def proved(judge):
    return {theorem.name: theorem for theorem in theorems(judge, catalogue().wording)}


@cache
def shipped(edition):
    return proved(engine(edition))


def verdict(judge, theorem):
    facts, _ = read_facts(dict(theorem.example))
    return classify(judge, facts)


# ------------------------------------------------------------------------------------------------- the shipped editions


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_theorem_of_the_shipped_editions_stands(edition):
    assert [theorem.name for theorem in shipped(edition).values() if not theorem.stands] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_example_is_classified_so(edition):
    judge = engine(edition)
    for name, theorem in shipped(edition).items():
        kind, _, of = name.partition(" ")
        if kind == "class":
            assert verdict(judge, theorem).classification == of
        elif kind == "decides":
            assert verdict(judge, theorem).by == of
        elif kind == "gap":
            assert of in verdict(judge, theorem).alerts


def test_the_theorems_of_july_2022():
    assert {name: theorem.state for name, theorem in shipped("2022-07-22").items()} == {
        **{f"class {name}": "proved" for name in CLASS_ORDER},
        **{
            f"decides {name}": "proved"
            for name in (
                "contact",
                "suspected.A",
                "suspected.B",
                "suspected.C",
                "probable.A",
                "probable.B",
                "confirmed.A",
                "confirmed.B",
            )
        },
        "swallowed contact": "declared",
        "monotone exposures": "proved",
        "monotone tests": "proved",
        "gap definition-gap": "declared",
    }


def test_in_july_2022_only_the_ill_are_contacts_and_nothing_more():
    """Well contacts are suspected by A (D-EPI-LINK); ill ones whose contact came after onset are left."""
    theorem = shipped("2022-07-22")["decides contact"]
    example = theorem.example
    assert "yes" in example["symptoms"].values()
    (row,) = example["exposures"]
    assert row["kind"] == "contact"
    assert row["last_day_ago"] < example["onset_days_ago"]


def test_the_gap_of_december_2020_is_an_ill_person_with_a_positive_test_and_no_class():
    """Section 4 of the case definitions: symptomatic, not A or B, antigen positive: no class."""
    theorem = shipped("2020-12-16")["gap definition-gap"]
    assert theorem.state == "declared"
    assert theorem.example["tests"] == [{"type": "ag_rdt", "result": "positive"}]
    assert "yes" in theorem.example["symptoms"].values()
    assert verdict(engine("2020-12-16"), theorem).classification in ("not_a_case", "contact")
    assert theorem.because["en"].startswith("In 190,951,252,160 of 2,199,006,740,480 combinations; enough: ")


# -------------------------------------------------------------------------------------------- claims that do not hold


def claiming(edition, *claims):
    return Engine(replace(engine(edition).definition, monotone=claims))


def test_more_signs_lower_the_class_since_december_2020():
    """Suspected C is for those without signs: one sign, and a positive test counts for nothing (D-GAP)."""
    judge = claiming("2020-12-16", "signs")
    theorem = proved(judge)["monotone signs"]
    assert theorem.state == "refuted"
    (sign,) = theorem.example["symptoms"]
    without = {**theorem.example, "symptoms": {}}
    before, _ = read_facts(without)
    assert theorem.because["en"] == (
        "Without it the class of the example would be suspected; with it, it is not_a_case."
    )
    assert sign in SIGNS
    assert classify(judge, before).classification == "suspected"
    assert verdict(judge, theorem).classification == "not_a_case"


def test_another_germ_lowers_the_class_in_january_2020():
    """Probable: pan-coronavirus positive without another germ."""
    judge = claiming("2020-01-31", "tests")
    theorem = proved(judge)["monotone tests"]
    assert theorem.state == "refuted"
    assert verdict(judge, theorem).classification == "suspected"
    fewer = [test for test in theorem.example["tests"] if test["type"] != "other_pathogen"]
    before, _ = read_facts({**theorem.example, "tests": fewer})
    assert classify(judge, before).classification == "probable"


@given(st.sampled_from(EDITIONS), known_facts(), st.data())
def test_what_is_claimed_holds_for_random_travellers(edition, facts, data):
    judge = engine(edition)
    claims = judge.definition.monotone
    facts = replace(facts, judgements={**facts.judgements, "acute_onset": Answer.YES})
    more = facts
    if "tests" in claims:
        more = replace(more, tests=(*more.tests, *data.draw(TESTS)))
    if "exposures" in claims:
        more = replace(more, exposures=(*more.exposures, *data.draw(st.lists(exposures(), max_size=2))))
    if "signs" in claims:
        sign = data.draw(st.sampled_from(SIGNS))
        more = replace(more, signs={**more.signs, sign: Answer.YES})
    assert RANK[classify(judge, facts).classification] <= RANK[classify(judge, more).classification]


# ---------------------------------------------------------------------------------- small editions, counted by the text


@pytest.mark.parametrize("numbers", [FIRST, SECOND])
def test_classes_and_deciding_criteria_are_those_of_an_enumeration(numbers):
    data, judge = tiny("2021-01-01", **numbers)
    found = proved(judge)
    classes, alone, asked = set(), {}, {}
    for person in everybody():
        if person.acute == "unasked":
            continue
        classes.add(person.classified(data))
        met = {
            (name, letter)
            for name, letters in data["classes"].items()
            for letter, each in letters.items()
            if person.truth(data, each["when"], person.acute == "yes")
        }
        key = person.combination(numbers, numbers)
        asked[key] = True
        top = [which for which in met if RANK[which[0]] >= max((RANK[name] for name, _ in met), default=0)]
        if len(top) == 1:
            ((name, letter),) = top
            alone.setdefault(name if letter == "whole" else f"{name}.{letter}", set()).add(key)
    for name in ("not_a_case", "contact", "suspected", "confirmed"):
        assert (found[f"class {name}"].state == "proved") == (name in classes)
    for name in ("contact", "suspected.A", "suspected.B", "confirmed"):
        told = found[f"decides {name}"]
        assert (told.state == "proved") == (name in alone)
        if name in alone:
            assert told.because["en"].startswith(f"In {len(alone[name]):,} of ")
            assert verdict(judge, told).by == name


def swallowing(judge, name, swallowed):
    """The engine of the same edition with a declaration at one criterion."""
    definition = judge.definition
    criteria = tuple(replace(each, swallowed=swallowed) if each.name == name else each for each in definition.criteria)
    return Engine(replace(definition, criteria=criteria))


def doubled(judge):
    """The edition with `suspected.B` written once more as the whole of `probable`, which now always decides first."""
    definition = judge.definition
    twin = next(each for each in definition.criteria if each.name == "suspected.B")
    *below, confirmed = definition.criteria
    twin = replace(twin, classification="probable", letter="")
    return Engine(replace(definition, criteria=(*below, twin, confirmed)))


def test_a_criterion_that_never_decides_is_refuted_unless_it_is_declared():
    _, judge = tiny("2021-01-01", **FIRST)
    judge = doubled(judge)
    told = proved(judge)["decides suspected.B"]
    assert (told.state, told.example) == ("refuted", None)
    declared = proved(swallowing(judge, "suspected.B", Swallowed(None, SAYS)))
    assert "decides suspected.B" not in declared
    assert declared["swallowed suspected.B"].state == "declared"
    assert declared["swallowed suspected.B"].because["es"].startswith("A propósito. En ninguna de ")


def test_a_declaration_that_is_not_so_is_refuted_by_somebody_for_whom_it_decides():
    _, judge = tiny("2021-01-01", **FIRST)
    judge = swallowing(judge, "suspected.B", Swallowed(None, SAYS))
    told = proved(judge)["swallowed suspected.B"]
    assert told.state == "refuted"
    assert verdict(judge, told).by == "suspected.B"


def test_a_criterion_that_nobody_can_meet_is_refuted_and_so_is_its_class():
    _, judge = tiny("2021-01-01", **FIRST)
    definition = judge.definition
    never = replace(definition.criteria[-1], when=NEVER)
    judge = Engine(replace(definition, criteria=(*definition.criteria[:-1], never)))
    found = proved(judge)
    assert (found["class confirmed"].state, found["decides confirmed"].state) == ("refuted", "refuted")
    assert found["class confirmed"].because["en"].startswith("In none of ")
