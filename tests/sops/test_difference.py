"""The difference of two editions: typed from the norm, replayed, and counted a second time without the engine."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import combinations, pairwise, product
from pathlib import Path

import pytest

from screening.classification import classify
from screening.facts_json import read_facts
from sops import building
from sops.catalogue import load, read_file
from sops.difference import Difference
from sops.engine import Engine
from sops.telling import Teller
from tests.sops.travellers import EDITIONS, engine

PAIRS = [*pairwise(EDITIONS), (EDITIONS[0], EDITIONS[-1]), ("2020-12-16", "2022-07-22"), ("2022-07-22", "2020-12-16")]


@cache
def difference(before, after):
    return Difference(engine(before), engine(after))


@cache
def wording():
    return load().wording


def shifts(found, before, after):
    """The ways from one class to another, by the criterion of each side."""
    change = next(change for change in found.changes if (change.before, change.after) == (before, after))
    return {(shift.before.criterion, shift.after.criterion): shift for shift in reversed(change.shifts)}


# ------------------------------------------------------------------------------------------------- replayed travellers


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_every_example_is_put_into_the_one_class_and_into_the_other(before, after):
    found = difference(before, after)
    assert found.changes
    for change in found.changes:
        assert change.count == sum(shift.count for shift in change.shifts) or change.more
        for shift in change.shifts:
            facts, _ = read_facts(dict(shift.example))
            verdicts = [classify(engine(edition), facts) for edition in (before, after)]
            assert [verdict.classification for verdict in verdicts] == [change.before, change.after]
            for verdict, reason in zip(verdicts, (shift.before, shift.after), strict=True):
                if verdict.is_settled:
                    assert verdict.by == reason.criterion


def test_an_edition_does_not_differ_from_itself():
    found = difference("2022-07-22", "2022-07-22")
    assert (found.changes, found.changed, found.meanings) == ((), 0, ())


def test_both_directions_count_the_same():
    there, back = difference("2020-12-16", "2022-07-22"), difference("2022-07-22", "2020-12-16")
    assert there.combinations == back.combinations
    assert {(c.before, c.after): c.count for c in there.changes} == {(c.after, c.before): c.count for c in back.changes}


# --------------------------------------------------------------------- 2020-12-16 and 2022-07-22, typed from the norm


class TestJuly2022:
    """What the edition of 22 July 2022 changed, from `domain/case_definitions.md`, section 4."""

    found = difference("2020-12-16", "2022-07-22")

    def teller(self):
        return Teller(self.found.space, wording(), "en")

    def conditions(self, shift):
        return [set(self.teller().enough(each)) for each in shift.conditions]

    def test_and_became_or_signs_alone_are_enough(self):
        ways = [s for c in self.found.changes if (c.before, c.after) == ("not_a_case", "suspected") for s in c.shifts]
        clinical = next(s for s in ways if self.teller().reason(1, s.after) == "suspected case A: “clinical criteria”")
        assert {"fever or a reading of 38 °C or more", "cough", "began suddenly or newly"} in self.conditions(clinical)
        without = self.teller().without(clinical.conditions[0])
        assert "residing in or travel to an area with community transmission, in the 14 days before onset" in without
        example = dict(clinical.example)
        assert (example["symptoms"], example["acute_onset"]) == ({"fever": "yes", "cough": "yes"}, "yes")
        assert example["exposures"] == []

    def test_and_became_or_a_well_contact_is_suspected(self):
        way = shifts(self.found, "contact", "suspected")["contact", "suspected.A"]
        assert self.teller().reason(1, way.after) == ("suspected case A: “contact of a case or linked to a cluster”")
        assert way.example["symptoms"] == {}
        assert [row["kind"] for row in way.example["exposures"]] == ["cluster_link", "contact"]

    def test_loss_of_smell_alone_is_no_longer_a_case(self):
        way = shifts(self.found, "probable", "not_a_case")["probable.C", ""]
        assert {"loss of smell or loss of taste", "the loss of smell or taste is recent"} in self.conditions(way)
        without = self.teller().without(way.conditions[0])
        assert "another cause explains the loss of smell or taste" in without
        assert way.example["symptoms"] == {"anosmia": "yes"}

    def test_the_slash_joins_three_signs_into_one(self):
        clinical = next(meaning for meaning in self.found.meanings if meaning.name == "clinical")
        assert clinical.only_after == ()
        told = [frozenset(self.teller().enough(each)) for each in clinical.only_before]
        slash = next(parts for parts in told if {"diarrhoea", "no appetite or nausea"} <= parts)
        (third,) = slash - {"diarrhoea", "no appetite or nausea", "began suddenly or newly"}
        assert third == (
            "1 of (fever or cough or a reading of 38 °C or more; weakness or great tiredness; headache; muscle pain; "
            "sore throat; runny nose; short of breath)"
        )
        facts = {
            "symptoms": {"headache": 2, "nausea": 2, "diarrhoea": 2},
            "exposures": [
                {"kind": "area", "status": "community", "mode": "residence", "first_day_ago": 30, "last_day_ago": 0}
            ],
        }
        read, _ = read_facts(facts)
        assert classify(engine("2020-12-16"), read).classification == "suspected"
        assert classify(engine("2022-07-22"), read).classification == "not_a_case"

    def test_altered_mental_status_and_vomiting_count_no_more(self):
        clinical = next(meaning for meaning in self.found.meanings if meaning.name == "clinical")
        told = [part for each in clinical.only_before for part in self.teller().enough(each)]
        assert {"confused (altered mental status)", "vomiting"} <= set(told)

    def test_the_self_test_counts(self):
        antigen = next(meaning for meaning in self.found.meanings if meaning.name == "antigen_positive")
        assert antigen.only_before == ()
        (found,) = antigen.only_after
        assert self.teller().enough(found) == ("antigen self-test: positive",)
        assert self.teller().without(found) == ("rapid antigen test by a professional: positive",)
        way = shifts(self.found, "not_a_case", "suspected")["", "suspected.C"]
        assert way.example["tests"] == [{"type": "ag_self", "result": "positive"}]

    def test_in_spanish_too(self):
        teller = Teller(self.found.space, wording(), "es")
        antigen = next(meaning for meaning in self.found.meanings if meaning.name == "antigen_positive")
        assert teller.enough(antigen.only_after[0]) == ("autoprueba de antígenos: positiva",)


# ----------------------------------------------------------- counted a second time, over the text, without the engine

HEAD = """
definition: tiny
edition: {edition}
title: {{en: Tiny, es: Tiny}}
published_on: {edition}
in_force_from: {edition}
review_by: 2030-01-01
source: {{document: paso-design, clause: test}}
"""
SOURCE = "{document: paso-design, clause: test}"
BODY = """
parameters: {{}}
exposures:
  met:
    title: {{en: met a case, es: encontró un caso}}
    any of: [{{kind: contact, index: [confirmed]}}]
    source: {SOURCE}
  stayed:
    title: {{en: stayed there, es: estuvo allí}}
    any of: [{{kind: area, status: [community]}}]
    source: {SOURCE}
onset:
  title: {{en: ill, es: enferma}}
  any of: [{{sign: fever}}, {{sign: cough}}]
  source: {SOURCE}
terms:
  acute:
    title: {{en: acute, es: agudo}}
    any of: [{{fact: acute_onset}}, {{all of: [{{unasked: acute_onset}}, {{onset within days: {acute}}}]}}]
    source: {SOURCE}
classes:
  contact:
    whole:
      any of: [{{exposure: met, within days: 4, before: screening}}]
      title: {{en: so, es: así}}
      source: {SOURCE}
  suspected:
    A:
      {operator}: [acute, {{exposure: stayed, within days: {days}, before: onset}}]
      title: {{en: so, es: así}}
      source: {SOURCE}
    B:
      all of:
        - {{sign: cough}}
        - none of: [{{sign: fever}}]
        - {{exposure: met, within days: 6, before: onset or screening}}
      title: {{en: so, es: así}}
      source: {SOURCE}
  confirmed:
    whole:
      any of: [{{test: {{type: [naat], result: positive}}}}]
      title: {{en: so, es: así}}
      source: {SOURCE}
alerts: {{}}
assumptions: {{}}
"""


def tiny(edition, **numbers):
    """A small edition: its data, and its engine."""
    text = (HEAD + BODY).format(edition=edition, SOURCE=SOURCE, **numbers)
    file = read_file(Path(f"{edition}.yaml"), text.encode())
    return file.data, Engine(building.case_definition(file.data, file.digest))


class Person:
    """One traveller of the small editions; everything is looked up by hand."""

    def __init__(self, signs, acute, onset, rows, *, naat):
        self.signs, self.acute, self.rows, self.naat = signs, acute, rows, naat
        self.onset = onset if signs else None

    def was_exposed(self, kind, days, before):
        if before == "onset or screening":
            before = "screening" if self.onset is None else "onset"
        begin = 0 if before == "screening" else self.onset
        return begin is not None and any(k == kind and begin <= day <= begin + days for k, day in self.rows)

    def truth(self, data, tree, acute):
        """The truth of a condition, the answer about acute onset supposed to be `acute`."""
        if isinstance(tree, str):
            return self.truth(data, data["terms"][tree]["when"], acute)
        match tree:
            case {"all of": parts}:
                return all(self.truth(data, part, acute) for part in parts)
            case {"any of": parts}:
                return any(self.truth(data, part, acute) for part in parts)
            case {"none of": parts}:
                return not any(self.truth(data, part, acute) for part in parts)
            case {"sign": name}:
                return name in self.signs
            case {"fact": "acute_onset"}:
                return acute
            case {"unasked": "acute_onset"}:
                return self.acute == "unasked"
            case {"onset within days": days}:
                return self.onset is not None and self.onset <= days
            case {"exposure": name, "within days": days, "before": before}:
                return self.was_exposed({"met": "contact", "stayed": "area"}[name], days, before)
            case {"test": _}:
                return self.naat
        raise AssertionError(tree)

    def classified(self, data):
        supposed = (True, False) if self.acute == "unasked" else (self.acute == "yes",)
        found = {self.highest(data, acute) for acute in supposed}
        return found.pop() if len(found) == 1 else "undetermined"

    def highest(self, data, acute):
        for name in ("confirmed", "probable", "suspected", "contact"):
            if any(self.truth(data, each["when"], acute) for each in data["classes"].get(name, {}).values()):
                return name
        return "not_a_case"

    def combination(self, *numbers):
        """All that the two editions can tell apart about this person."""
        first, second = numbers
        exposed = [
            self.was_exposed(*which)
            for which in (
                ("contact", 4, "screening"),
                ("contact", 6, "screening"),
                ("contact", 6, "onset"),
                ("area", first["days"], "onset"),
                ("area", second["days"], "onset"),
            )
        ]
        cuts = [self.onset is not None and self.onset <= number["acute"] for number in numbers]
        return (*(name in self.signs for name in ("fever", "cough")), self.acute, *cuts, *exposed, self.naat)


def everybody():
    """Every person up to what could matter: two signs, onset and exposures on any day, up to three exposures."""
    days = range(18)
    for signs in ((), ("fever",), ("cough",), ("fever", "cough")):
        for onset in (0, 2, 3, 4, 5, 6, 8) if signs else (None,):
            rows = [(kind, day) for kind in ("contact", "area") for day in days]
            told = {}
            for count in range(4):
                for chosen in combinations(rows, count):
                    person = Person(signs, "no", onset, chosen, naat=False)
                    told.setdefault(person.combination(FIRST, SECOND), chosen)
            for chosen, acute, naat in product(told.values(), ("yes", "no", "unasked"), (False, True)):
                yield Person(signs, acute, onset, chosen, naat=naat)


FIRST = {"operator": "all of", "acute": 3, "days": 2}
SECOND = {"operator": "any of", "acute": 5, "days": 4}


def test_counts_are_those_of_an_enumeration_over_the_text_itself():
    (one, before), (other, after) = tiny("2021-01-01", **FIRST), tiny("2021-02-01", **SECOND)
    told = {}
    for person in everybody():
        told[person.combination(FIRST, SECOND)] = person.classified(one), person.classified(other)
    found = Difference(before, after)
    expected = Counter(told.values())
    assert {(change.before, change.after): change.count for change in found.changes} == {
        pair: count for pair, count in expected.items() if pair[0] != pair[1]
    }
    assert found.combinations == len(told)
    assert found.changed == sum(count for (a, b), count in expected.items() if a != b) > 0


def test_the_small_editions_show_undetermined_where_nobody_asked():
    (_, before), (_, after) = tiny("2021-01-01", **FIRST), tiny("2021-02-01", **SECOND)
    pairs = {(change.before, change.after) for change in Difference(before, after).changes}
    assert ("undetermined", "suspected") in pairs
    for change in Difference(before, after).changes:
        for shift in change.shifts:
            facts, _ = read_facts(dict(shift.example))
            assert classify(before, facts).classification == change.before
            assert classify(after, facts).classification == change.after
