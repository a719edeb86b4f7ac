"""Properties of the decision, on random travellers under every edition."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from screening.classification import classify
from screening.worlds import kleene, worlds
from sops.conditions import evaluate
from sops.diagram import IGNORE
from sops.facts import Answer
from sops.logic import NO, UNKNOWN, YES
from sops.model import CLASS_ORDER
from tests.sops.travellers import EDITIONS, completions, engine, engines, known_facts, partly_known

RANK = {name: rank for rank, name in enumerate(CLASS_ORDER)}


def truth_of(judge, yes, may):
    """The truth of a leaf, by looking up bits and by evaluating what it refers to: nothing generated."""

    def truth(leaf):
        parts = judge.refers(leaf)
        if parts is not None:
            return max((evaluate(part, truth, judge.terms) for part in parts), default=NO)
        bit = judge.bit(leaf)
        return YES if yes & bit else UNKNOWN if may & bit else NO

    return truth


def conditions(judge):
    return [*(tree for _, _, tree in judge.criteria), *(tree for _, tree in judge.alerts)]


@st.composite
def bits(draw):
    judge = draw(engines)
    full = (1 << len(judge.atoms)) - 1
    yes = draw(st.integers(0, full)) & draw(st.integers(0, full))
    return judge, yes, yes | draw(st.integers(0, full)) & draw(st.integers(0, full))


@given(bits())
def test_the_generated_function_agrees_with_the_evaluated_tree(drawn):
    judge, yes, may = drawn
    met, possible = judge.decide(yes, may)
    for number, tree in enumerate(conditions(judge)):
        truth = evaluate(tree, truth_of(judge, yes, may), judge.terms)
        assert (met >> number & 1, possible >> number & 1) == (truth is YES, truth is not NO)


@given(bits())
def test_the_diagrams_agree_with_the_generated_function_when_all_is_known(drawn):
    judge, yes, _ = drawn
    met, _ = judge.decide(yes, yes)
    rank = max(rank for rank, mask in enumerate(judge.class_masks) if met & mask or rank == 0)
    begun = bool(yes & judge.beginning)
    table = judge.diagrams
    assert table.value(judge.roots[begun], yes) == rank
    assert table.value(judge.roots[not begun], yes) == IGNORE
    names = [*(name for name, _, _ in judge.criteria), *(name for name, _ in judge.alerts)]
    for number, name in enumerate(names):
        assert table.value(judge.where(name)[begun], yes) == met >> number & 1


@given(bits())
def test_a_restricted_diagram_has_the_values_that_are_possible(drawn):
    judge, yes, may = drawn
    table, root = judge.diagrams, judge.roots[1]
    yes |= judge.bit(next(atom for atom in judge.atoms if atom.kind == "sign"))
    left = table.restrict(root, yes, may | yes)
    free = [number for number in range(len(judge.atoms)) if (may & ~yes) >> number & 1][:8]
    settled = table.restrict(left, 0, sum(1 << number for number in free))
    values = 0
    seen = {}
    for chosen in range(1 << len(free)):
        assignment = sum(1 << number for place, number in enumerate(free) if chosen >> place & 1)
        seen[chosen] = table.value(settled, assignment)
        values |= 1 << seen[chosen]
    assert table.values(settled) == values
    for place, number in enumerate(free):
        for answer in (0, 1):
            side = {value for chosen, value in seen.items() if chosen >> place & 1 == answer}
            assert table.values_if(settled, number, true=bool(answer)) == sum(1 << value for value in side)
        is_open = any(seen[chosen] != seen[chosen ^ 1 << place] for chosen in seen)
        assert bool(table.open_atoms(settled) >> number & 1) == is_open


# ------------------------------------------------------------------------------------------------------ the verdict


@given(engines, st.data())
def test_the_floor_is_not_above_the_ceiling_and_the_class_is_both_or_undetermined(judge, data):
    facts, _ = data.draw(partly_known(judge, most=12, ways=10**12))
    verdict = classify(judge, facts)
    assert RANK[verdict.floor] <= RANK[verdict.ceiling]
    assert verdict.classification == (verdict.floor if verdict.floor == verdict.ceiling else "undetermined")
    assert verdict.is_settled == (verdict.open == ())
    met, possible = judge.decide(*kleene(worlds(judge, facts)))
    for rank, mask in enumerate(judge.class_masks):
        assert not met & mask or rank <= RANK[verdict.floor]
        assert (
            rank > RANK[verdict.ceiling]
            or rank <= RANK[verdict.floor]
            or possible & mask
            or rank < RANK[verdict.ceiling]
        )
    if verdict.ceiling == "not_a_case":
        assert verdict.by == ""
    else:
        assert verdict.by.partition(".")[0] == verdict.ceiling


@given(engines, known_facts())
def test_what_is_known_is_decided(judge, facts):
    verdict = classify(judge, facts)
    assert verdict.is_settled or facts.judgements["acute_onset"] is Answer.UNASKED


def contradicts_itself(row):
    """Within one metre by its word and farther by its number: no completion of what is known."""
    return row.how == "conveyance_within_1m" and isinstance(row.distance_m, float) and row.distance_m > 1


@settings(max_examples=150)
@given(engines, st.data())
def test_more_answers_never_turn_yes_into_no(judge, data):
    facts, blanks = data.draw(partly_known(judge, most=8, ways=10**9))
    more = facts
    for blank in blanks:
        if data.draw(st.booleans()):
            more = blank.fill(more, data.draw(st.sampled_from(blank.values)))
    assume(not any(contradicts_itself(row) for row in more.exposures or ()))
    before, after = classify(judge, facts), classify(judge, more)
    assert RANK[before.floor] <= RANK[after.floor]
    assert RANK[after.ceiling] <= RANK[before.ceiling]
    if before.is_settled:
        assert after.classification == before.classification
    if before.contact is not UNKNOWN:
        assert after.contact is before.contact
    assert set(before.alerts) <= set(after.alerts)
    (met, possible), (later, still) = (judge.decide(*kleene(worlds(judge, each))) for each in (facts, more))
    assert met & ~later == 0
    assert still & ~possible == 0


@settings(max_examples=70)
@given(engines, st.data())
def test_floor_ceiling_open_facts_and_alerts_are_those_of_every_completion(judge, data):
    facts, blanks = data.draw(partly_known(judge))
    verdict = classify(judge, facts)
    ways = {values: classify(judge, whole) for values, whole in completions(facts, blanks)}
    assert verdict.floor == CLASS_ORDER[min(RANK[way.floor] for way in ways.values())]
    assert verdict.ceiling == CLASS_ORDER[max(RANK[way.ceiling] for way in ways.values())]
    assert set(verdict.alerts) == set.intersection(*(set(way.alerts) for way in ways.values()))
    for place, blank in enumerate(blanks):
        groups = {}
        for values, way in ways.items():
            groups.setdefault(values[:place] + values[place + 1 :], set()).add((way.floor, way.ceiling))
        is_open = any(len(group) > 1 for group in groups.values())
        assert (blank.path in verdict.open) == is_open, blank.path
    asked = {blank.path for blank in blanks} | {"acute_onset"}
    assert set(verdict.open) <= asked


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_atom_of_an_edition_has_a_path_in_the_facts(edition):
    judge = engine(edition)
    known = ("symptoms.", "temp_c", "onset_days_ago", "tests", "exposures.", "chest_imaging", "deceased.")
    for number, atom in enumerate(judge.atoms):
        assert judge.path(number).startswith(known) or atom.kind in ("fact", "unasked")


def test_a_post_may_set_a_number_differently():
    judge = engine("2020-12-16")
    strict = type(judge)(judge.definition, {"fever_threshold_c": 37.5, "unheard_of": 1})
    assert strict.number("fever_threshold_c") == 37.5
    assert judge.number("fever_threshold_c") == 38.0
    assert "unheard_of" not in strict.parameters


def test_what_diagrams_remember_of_travellers_stays_small(monkeypatch):
    judge = engine("2020-02-27")
    judge = type(judge)(judge.definition)
    monkeypatch.setattr("sops.engine._MOST_NODES", len(judge.diagrams))
    before = judge.diagrams
    judge.tidy()
    assert judge.diagrams is before
    before.terminal(5)
    judge.tidy()
    assert judge.diagrams is not before
