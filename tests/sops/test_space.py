"""Every combination of a space is some traveller, and every traveller is one: held against facts in both directions."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from screening.classification import classify
from screening.facts_json import read_facts
from sops.engine import Engine
from sops.facts import Answer
from sops.space import Space
from sops.specimen import specimen
from tests.sops.travellers import EDITIONS, engine, known_facts

YES = Answer.YES


SETTINGS = (
    (),
    (("fever_threshold_c", 37.5),),  # an illness may have begun by the one edition and not by the other
    (("acute_onset_days", 7), ("exposure_days", 10)),
    (("exposure_days", 21), ("sari_onset_days", 3)),
)


@cache
def space(one, other, settings=()):
    made = Space((engine(one), Engine(engine(other).definition, dict(settings))))
    return made, made.reasons(0), made.reasons(1)


editions = st.sampled_from(EDITIONS)
spaces = st.tuples(editions, editions, st.sampled_from(SETTINGS)).map(lambda names: space(*names))


def counts_on(day, row, window, matcher, onset):
    """Whether an exposure counts on one of its days, by the words of the language: no code of the matchers."""
    begin = 0 if window.before == "screening" else onset
    if begin is None or not begin <= day <= begin + window.days:
        return False
    if matcher.index_days is None or row.index_day is None:
        return True
    end = matcher.index_days.end
    if end is not None and matcher.index_days.free is not None:
        end = max(end, row.index_symptom_free_since_day + matcher.index_days.free)
    at = row.index_day - (day - row.last_day_ago)
    return matcher.index_days.start <= at and (end is None or at <= end)


def is_met(window, rows, onset):
    return any(
        row.kind == matcher.kind
        and matcher.fits(row)
        and any(counts_on(day, row, window, matcher, onset) for day in range(row.last_day_ago, row.first_day_ago + 1))
        for row in rows
        for matcher in window.matchers
    )


def combination(made, facts):
    """The combination that a traveller is."""
    reading = facts.temperature_c
    ill = any(facts.signs[atom.of] is YES for _, atom in made.of_kind("sign") if atom.of not in NOT_WHO) or any(
        reading is not None and reading >= atom.of for _, atom in made.of_kind("reading at least")
    )
    onset = facts.onset_days_ago if ill else None
    tests = {(test.type, test.result) for test in facts.tests}
    held = {
        "sign": lambda name: facts.signs[name] is YES,
        "fact": lambda name: facts.judgements[name] is YES,
        "unasked": lambda name: facts.judgements[name] is Answer.UNASKED,
        "reading at least": lambda cut: reading is not None and reading >= cut,
        "onset within days": lambda days: onset is not None and onset <= days,
        "imaging": lambda word: facts.chest_imaging == word,
        "deceased": lambda name: facts.deceased is not None and facts.deceased[name] is YES,
        "test": lambda test: test in tests,
        "exposure": lambda window: is_met(window, facts.exposures, onset),
    }
    return sum(1 << number for number, atom in enumerate(made.atoms) if held[atom.kind](atom.of))


NOT_WHO = ("chills", "rash", "abdominal_pain", "conjunctivitis", "earache")


@settings(max_examples=300)
@given(spaces, known_facts(), st.sampled_from((None, 36.5, 37.4, 37.5, 37.9, 38.0)), st.sampled_from((0, 3, 7, 8, 30)))
def test_every_traveller_is_a_combination_that_can_occur_and_has_its_class(drawn, facts, reading, onset):
    made, *reasons = drawn
    facts = replace(facts, temperature_c=reading)
    if not facts.onset_of:
        facts = replace(facts, onset_days_ago=onset)
    assume(not any(row.how == "conveyance_within_1m" and row.distance_m > 1 for row in facts.exposures))
    bits = combination(made, facts)
    assert made.table.value(made.possible, bits) == 1
    for place, (every, root) in enumerate(reasons):
        reason = every[made.table.value(root, bits)]
        verdict = classify(made.engines[place], facts)
        assert verdict.classification == reason.classification
        if verdict.is_settled and facts.judgements["acute_onset"] is not Answer.UNASKED:
            assert verdict.by == reason.criterion


@st.composite
def combinations_of(draw, made):
    """A combination that can occur, by going down the diagram at random."""
    table, node, bits = made.table, made.possible, 0
    for number in range(table.atoms):
        low, high = table.split(node, number)
        takes = low == table.no or (high != table.no and draw(st.booleans()))
        node, bits = (high, bits | 1 << number) if takes else (low, bits)
    assert node == table.yes
    return bits


@settings(max_examples=300)
@given(spaces, st.data())
def test_every_combination_that_can_occur_is_a_traveller(drawn, data):
    made, (one, root_one), (other, root_other) = drawn
    bits = data.draw(combinations_of(made))
    pairs = made.table.combine(root_one, root_other, lambda a, b: 1000 + 100 * a + b)
    facts, _ = read_facts(specimen(made, pairs, bits))
    cuts = sum(1 << number for number, _ in made.of_kind("onset within days"))
    assert combination(made, facts) & ~cuts == bits & ~cuts
    classes = one[made.table.value(root_one, bits)], other[made.table.value(root_other, bits)]
    found = [classify(judge, facts).classification for judge in made.engines]
    assert found == [reason.classification for reason in classes]


def test_what_two_editions_mean_alike_is_one_atom():
    made, *_ = space("2020-12-16", "2022-07-22")
    kinds = [atom.kind for atom in made.atoms]
    assert kinds.count("sign") == 21
    assert kinds.count("reading at least") == 1
    assert kinds.count("exposure") == 9  # contact twice as each edition has it; cluster twice; three before onset only
    assert [atom.of for _, atom in made.of_kind("test")] == [
        ("ag_rdt", "positive"),
        ("naat", "positive"),
        ("ag_self", "positive"),
    ]
