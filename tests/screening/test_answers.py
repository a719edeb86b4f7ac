"""What answers a step, and what does not: nothing enters the log that could not be folded, counted or kept unsealed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.answers import AnswerError, check, is_open
from sops.facts import SIGNS
from tests.screening.walks import steps

STEP_OF = {step.answer: step for step in reversed(steps().values())}
TAKEN = {
    "done": [True],
    "yes_no": ["yes", "no"],
    "choice": ["well", "ill", "danger"],
    "person": [{}, {"age_years": 0}, {"age_years": 130, "sex": "X"}, {"age_years": "unknown", "nationality": "HTI"},
               {"age_months": 5, "nationality": "D"}],
    "reading": [{"c": 30.0}, {"c": 45}, {"c": 38.2, "device": "ir-1", "method": "forehead", "air_c": 34.5},
                {"c": "unknown", "reason": "too_hot"}],
    "signs": [{}, {"fever": 0, "cough": 400, "chills": "no"}, dict.fromkeys(SIGNS, "yes"), {"rash": "refused"}],
    "number": [0, 16, 97.5, 300],
    "days": [0, 400],
    "period": [{"first": 5, "last": 5}, {"first": 14, "last": 0}, {"first": "unknown", "last": 3},
               {"first": 3, "last": "unknown"}],
    "places": [[], [{"country": "COL", "first": 9, "last": 2}],
               [{"country": "PAN", "division": "Darién", "first": 9, "last": "unknown"}]],
    "tests": [[], [{"type": "naat", "result": "pending"}]],
    "judgement": [{"agree": True}, {"class": "suspected", "reason": "seen"}],
}  # fmt: skip
REFUSED = {
    "done": [False, "done", 1, None, {}],
    "yes_no": ["maybe", True, "", None, ["yes"], "YES"],
    "choice": ["yes", "WELL", None, ["well"], {}],
    "person": ["Maria", {"name": "Maria"}, {"age_years": -1}, {"age_years": 131}, {"age_years": 3.5},
               {"age_years": True}, {"age_years": "three"}, {"sex": "Maria"}, {"sex": ["F"]},
               {"nationality": "Haitian"},               {"nationality": 3}, {"age_months": -1}, {"age_months": "x"}],
    "reading": [38.2, {}, {"c": 29.9}, {"c": 45.1}, {"c": "38.2"}, {"c": True}, {"c": math.nan}, {"c": math.inf},
                {"c": None}, {"c": "unknown"}, {"c": 37, "note": "x"}, {"c": 37, "device": ""}, {"c": 37, "method": 3},
                {"c": 37, "air_c": "hot"}, {"c": 37, "air_c": math.nan}, {"c": "unknown", "reason": "x" * 81},
                {"c": "unknown", "reason": "a\x00b"}, {"c": "unknown", "reason": "Ana Rios"},
                {"c": 37, "device": "IR of Ana"}, {"c": 37, "method": "Ana"}],
    "signs": [["fever"], {"fevr": "yes"}, {"fever": "maybe"}, {"fever": -1}, {"fever": 401}, {"fever": True},
              {"fever": 2.0}, {"fever": None}, {"fever": []}],
    "number": ["16", True, None, -1, 301, math.nan, math.inf, [16]],
    "days": [-1, 401, 3.0, True, "3", None],
    "period": [3, {}, {"first": 3}, {"first": 3, "last": 4}, {"first": -1, "last": -1}, {"first": "x", "last": 3},
               {"first": 401, "last": 0}, {"first": True, "last": 0}],
    "places": ["COL", {}, [None], [{}], [{"country": "COL"}], [{"country": "Colombia", "first": 3, "last": 2}],
               [{"country": "col", "first": 3, "last": 2}], [{"country": None, "first": 3, "last": 2}],
               [{"country": "COL", "first": 3, "last": 2, "guide": "Pedro"}],
               [{"country": "COL", "first": 3, "last": 2, "division": "x" * 61}],
               [{"country": "COL", "first": 3, "last": 2, "division": "Ana, tel. 6123"}],
               [{"country": "COL", "first": 3, "last": 2, "division": 5}], [{"country": "COL", "first": 2, "last": 3}]],
    "tests": ["positive", {}, [None], [{"type": "pcr", "result": "positive"}], [{"type": "naat"}],
              [{"type": "naat", "result": "positive", "who": "Ana"}],
              [{"type": "naat", "result": "maybe"}], [{"type": ["naat"], "result": "positive"}]],
    "judgement": ["agree", {}, {"agree": False}, {"class": "suspected"}, {"reason": "seen"},
                  {"class": "sick", "reason": "seen"}, {"class": ["suspected"], "reason": "seen"},
                  {"agree": True, "class": "suspected"}, {"agree": True, "class": "suspected", "reason": "seen"},
                  {"agree": 1}, {"class": "suspected", "reason": ""}, {"class": "suspected", "reason": 3},
                  {"class": "suspected", "reason": "seen", "note": "x"}],
}  # fmt: skip


def cases(table):
    return [
        pytest.param(kind, value, id=f"{kind} {value!r}"[:70]) for kind, values in table.items() for value in values
    ]


def test_every_kind_of_answer_of_the_procedure_is_tried():
    assert set(STEP_OF) == set(TAKEN) == set(REFUSED)


@pytest.mark.parametrize(("kind", "value"), cases(TAKEN))
def test_what_answers_is_taken_as_it_is(kind, value):
    assert check(STEP_OF[kind], value) is value


@pytest.mark.parametrize(("kind", "value"), cases(REFUSED))
def test_what_does_not_answer_is_refused_with_the_step_and_what_is_wanted(kind, value):
    with pytest.raises(AnswerError) as refused:
        check(STEP_OF[kind], value)
    assert str(refused.value).startswith(f"step '{STEP_OF[kind].id}': ")
    assert len(str(refused.value)) < 250


SEEN_BY_STAFF = {
    "observe", "documents", "test_shown", "danger", "cluster_confirmed", "interpreter", "other_cause", "smell_cause",
    "order", "hospital", "works", "emergency_end", "left_check", "death_check",
}  # fmt: skip


@pytest.mark.parametrize("step", steps().values(), ids=lambda step: step.id)
def test_unknown_answers_every_step_and_refused_what_the_traveller_is_asked(step):
    assert check(step, "unknown") == "unknown"
    if step.id in SEEN_BY_STAFF:
        with pytest.raises(AnswerError, match="staff answer this themselves, so nobody refuses"):
            check(step, "refused")
    elif step.id == "explain_again":
        with pytest.raises(AnswerError, match="step 'explain_again': say `refuses`"):
            check(step, "refused")
    else:
        assert check(step, "refused") == "refused"
    assert is_open("unknown")
    assert is_open("refused")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-500, 500) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["c", "class", "reason", "agree", "first", "last", "country", "type", "result", "fever"]), inner
    ),
    max_leaves=6,
)  # fmt: skip


@given(st.sampled_from(sorted(STEP_OF)), JSON)
def test_whatever_is_sent_it_is_taken_or_refused_and_never_raises_otherwise(kind, value):
    try:
        check(STEP_OF[kind], value)
    except AnswerError as refused:
        assert STEP_OF[kind].id in str(refused)  # noqa: PT017 - both ways are right
    is_open(value)
