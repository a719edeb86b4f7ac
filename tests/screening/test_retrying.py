"""Recorded travellers under another edition: who changes and by what, typed by hand; and what stays hidden."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.retrying import Cause, Tried, report, under_definition, under_procedure
from tests.screening.walks import ILL, IN_A_CAMP, INTERVIEW, MET_A_CASE, WELL, Walk, all_signs, catalogue

JULY_2022 = "who-covid19@2022-07-22"
DECEMBER_2020 = "who-covid19@2020-12-16"
LOST_SMELL = {**WELL, **INTERVIEW, "declare_signs": "yes", "signs": all_signs(anosmia=1)}


@cache
def state(who: str):
    script = {
        "well": WELL,
        "contact": {**WELL, **MET_A_CASE},
        "ill in a camp": {**ILL, **IN_A_CAMP},
        "lost smell": LOST_SMELL,
    }[who]
    return Walk().through(script).state


# ---------------------------------------------------------------------------------------------------- one traveller


@pytest.mark.parametrize(
    ("who", "tried"),
    [
        ("well", Tried("not_a_case", "not_a_case")),
        # 2022-07-22, suspected A: the epidemiological criteria alone are enough
        ("contact", Tried("contact", "suspected", Cause("suspected.A", JULY_2022, met=True))),
        ("ill in a camp", Tried("suspected", "suspected")),
        # 2020-12-16, probable C: sudden loss of smell; the rule left in 2022
        ("lost smell", Tried("undetermined", "not_a_case", Cause("probable.C", DECEMBER_2020, met=False))),
    ],
)
def test_the_class_of_december_2020_under_july_2022(who, tried):
    assert under_definition(state(who), catalogue().engine(JULY_2022)) == tried


def with_procedure(found, **changes):
    """The texts of a screening, its procedure changed."""
    return replace(found.setting, procedure=replace(found.setting.procedure, **changes))


@pytest.mark.parametrize("who", ["well", "contact", "ill in a camp", "lost smell"])
def test_under_their_own_texts_nobody_changes(who):
    found = state(who)
    assert under_definition(found, found.setting.engine).cause is None
    same = under_procedure(found, found.setting)
    assert (same.was, same.now, same.cause) == (found.course.id, found.course.id, None)


def test_another_rule_of_precaution_is_named_as_the_cause():
    found = state("contact")
    procedure = found.setting.procedure
    rules = tuple(replace(rule, course="advice") if rule.id == found.rule else rule for rule in procedure.precaution)
    changed = under_procedure(found, with_procedure(found, precaution=rules))
    assert changed == Tried("quarantine", "advice", Cause(found.rule, procedure.about.name, met=True))


def test_a_step_that_was_never_asked_is_told_as_the_place_where_the_walk_stops():
    found = state("well")
    procedure = found.setting.procedure
    steps = {**procedure.steps, "observe": replace(procedure.steps["observe"], id="look")}
    changed = under_procedure(found, with_procedure(found, steps=steps))
    assert changed == Tried("advice", "stops at look", Cause("look", procedure.about.name, met=True))


# ------------------------------------------------------------------------------------------------------------- counts

RISES = Tried("contact", "suspected", Cause("suspected.A", JULY_2022, met=True))
FALLS = Tried("probable", "suspected", Cause("probable.C", DECEMBER_2020, met=False))
SAME = Tried("not_a_case", "not_a_case")


def test_everybody_is_counted_once():
    found = report([SAME] * 40 + [RISES] * 12 + [FALLS] * 7, {"texts missing": 6}, exact=True)
    assert [found.count(name) for name in ("recorded", "tried", "changed", "same")] == [65, 59, 19, 40]
    assert found.count("pair", "contact", "suspected") == 12
    assert found.count("now", "suspected") == 19
    assert found.causes_of("contact", "suspected") == ((RISES.cause, 12),)
    assert found.count("left out", "texts missing") == 6


def test_small_counts_are_hidden_with_what_would_give_them_away():
    found = report([SAME] * 40 + [RISES] * 12 + [FALLS] * 2, {}, exact=False)
    assert found.count("pair", "probable", "suspected") is None
    assert found.causes_of("probable", "suspected") == ((FALLS.cause, None),)
    assert found.count("was", "probable") is None
    shown = found.count("changed"), found.count("pair", "contact", "suspected")
    assert None in shown  # 14 and 12 together would tell the 2
    assert report([SAME] * 40 + [RISES] * 12 + [FALLS] * 2, {}, exact=True).hidden == frozenset()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([SAME, RISES, FALLS]), st.integers(1, 12)), max_size=5),
    st.dictionaries(st.sampled_from(["texts missing", "not concluded"]), st.integers(1, 9)),
)
def test_no_small_count_is_shown_and_no_single_hidden_one_can_be_subtracted(groups, left):
    tried = [one for one, number in groups for _ in range(number)]
    found = report(tried, left, exact=False)
    exact = report(tried, left, exact=True)
    assert all(not 1 <= number <= 4 for cell, number in exact.counts.items() if found.count(*cell) is not None)
    changed = [("pair", was, now) for was, now in exact.table("pair") if was != now]
    for total, parts in [(("tried",), [("changed",), ("same",)]), (("changed",), changed)]:
        hidden = [cell for cell in [total, *parts] if exact.counts.get(cell) and found.count(*cell) is None]
        assert len(hidden) != 1
