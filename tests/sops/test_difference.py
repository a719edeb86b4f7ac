"""The difference of two editions: typed from the norm, replayed, and counted a second time without the engine."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from screening.classification import classify
from screening.facts_json import read_facts
from sops.catalogue import load
from sops.difference import Difference
from sops.telling import Teller
from tests.sops.tiny import FIRST, SECOND, everybody, tiny
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
