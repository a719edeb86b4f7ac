"""The JSON form of facts: what is read, what is assumed and said so, and every way to be wrong by its path."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.facts_json import FactsError, read_facts
from sops.facts import DEATH, EXPOSURE_FIELDS, JUDGEMENTS, SIGNS, Answer, Exposure
from sops.facts import Test as LabTest

UNKNOWN, YES, NO = Answer.UNKNOWN, Answer.YES, Answer.NO
OPTIONAL = (
    "symptoms",
    "temp_c",
    "onset_days_ago",
    *JUDGEMENTS,
    "chest_imaging",
    "exposures",
    "exposures_unknown",
    "tests",
    "deceased",
)


def facts(plain):
    return read_facts(plain)[0]


def contact(**fields):
    return {"exposures": [{"kind": "contact", **fields}]}


# -------------------------------------------------------------------------------------------------------- reading


def test_the_example_of_the_vocabulary_is_read():
    read, assumed = read_facts(
        {
            "symptoms": {"fever": 3, "cough": 2, "headache": "no", "anosmia": "unknown"},
            "temp_c": 38.4,
            "onset_days_ago": 3,
            "acute_onset": "yes",
            "hospitalisation_required": "unknown",
            "alternative_aetiology": "no",
            "exposures": [
                {"kind": "area", "status": "community", "mode": "travel", "first_day_ago": 9, "last_day_ago": 6},
                {
                    "kind": "contact",
                    "index": "confirmed",
                    "how": "face_to_face",
                    "distance_m": 1.0,
                    "minutes": 20,
                    "index_day": 2,
                    "first_day_ago": 5,
                    "last_day_ago": 5,
                },
            ],
            "exposures_unknown": ["cluster_link"],
            "tests": [{"type": "ag_rdt", "result": "positive"}],
        }
    )
    assert assumed == ("symptoms", "anosmia_other_cause", "recent_anosmia", "chest_imaging", "deceased")
    assert {name for name, answer in read.signs.items() if answer is YES} == {"fever", "cough"}
    assert (read.signs["headache"], read.signs["myalgia"], read.signs["anosmia"]) == (NO, NO, UNKNOWN)
    assert read.onset_of == {"fever": 3, "cough": 2}
    assert (read.temperature_c, read.onset_days_ago) == (38.4, 3)
    assert read.exposures == (
        Exposure("area", 9, 6, status="community", mode="travel"),
        Exposure(
            "contact",
            5,
            5,
            index="confirmed",
            how="face_to_face",
            distance_m=1.0,
            minutes=20,
            index_day=2,
            index_symptom_free_since_day=UNKNOWN,
        ),
    )
    assert read.exposures_unknown == {"cluster_link"}
    assert read.tests == (LabTest("ag_rdt", "positive"),)


def test_nothing_given_is_assumed_and_said():
    read, assumed = read_facts({})
    assert assumed == OPTIONAL
    assert set(read.signs.values()) == {UNKNOWN}  # the whole map missing: every sign unknown
    assert read.temperature_c is None
    assert read.onset_days_ago is UNKNOWN
    assert read.judgements == {
        "acute_onset": Answer.UNASKED,
        "hospitalisation_required": NO,
        "alternative_aetiology": NO,
        "anosmia_other_cause": NO,
        "recent_anosmia": YES,
    }
    assert (read.chest_imaging, read.exposures, read.tests, read.deceased) == (None, (), (), None)


def test_a_sign_missing_from_the_map_was_denied_and_that_is_said():
    read, assumed = read_facts({"symptoms": {}})
    assert set(read.signs.values()) == {NO}
    assert assumed[0] == "symptoms"
    assert "symptoms" not in read_facts({"symptoms": dict.fromkeys(SIGNS, "no")})[1]


@pytest.mark.parametrize("name", [name for name in OPTIONAL if name != "symptoms"])
def test_a_fact_that_is_given_is_not_assumed(name):
    given_ = {
        "temp_c": "unknown",
        "onset_days_ago": 2,
        "chest_imaging": "suggestive",
        "exposures": [],
        "exposures_unknown": [],
        "tests": [],
        "deceased": {},
    }
    assert name not in read_facts({name: given_.get(name, "unknown")})[1]


def test_unknown_is_a_value_of_every_fact():
    read = facts(
        {
            "symptoms": dict.fromkeys(SIGNS, "unknown"),
            "temp_c": "unknown",
            "onset_days_ago": "unknown",
            **dict.fromkeys(JUDGEMENTS, "unknown"),
            "chest_imaging": "unknown",
            "exposures": "unknown",
            "tests": "unknown",
            "deceased": dict.fromkeys(DEATH, "unknown"),
        }
    )
    assert set(read.signs.values()) == set(read.judgements.values()) == set(read.deceased.values()) == {UNKNOWN}
    assert (read.temperature_c, read.onset_days_ago, read.chest_imaging) == (UNKNOWN, UNKNOWN, UNKNOWN)
    assert read.exposures is None
    assert read.tests is None


@pytest.mark.parametrize(
    ("plain", "onset"),
    [
        ({"symptoms": {"fever": 3, "cough": 9}}, 9),  # the oldest dated sign
        ({"symptoms": {"fever": 3, "cough": "yes"}}, 3),  # an undated sign is taken not to be older
        ({"symptoms": {"fever": 3, "cough": "unknown"}}, 3),
        ({"symptoms": {"fever": 3, "chills": 9}}, 3),  # off WHO's list: no onset
        ({"symptoms": {"chills": 9}}, UNKNOWN),
        ({"symptoms": {"fever": "yes"}}, UNKNOWN),
        ({"symptoms": {"fever": 3}, "onset_days_ago": 7}, 7),
        ({"symptoms": {"fever": 3}, "onset_days_ago": 3}, 3),
        ({"symptoms": {"fever": 3}, "onset_days_ago": "unknown"}, UNKNOWN),
        ({"symptoms": {"fever": 0}}, 0),
    ],
)
def test_the_onset_is_that_of_the_oldest_dated_sign_unless_told(plain, onset):
    assert facts(plain).onset_days_ago == onset


@pytest.mark.parametrize("kind", sorted(EXPOSURE_FIELDS))
def test_every_field_of_an_exposure_left_out_is_unknown(kind):
    row = facts({"exposures": [{"kind": kind}]}).exposures[0]
    assert (row.first_day_ago, row.last_day_ago) == (UNKNOWN, UNKNOWN)
    assert {getattr(row, name) for name in EXPOSURE_FIELDS[kind]} <= {UNKNOWN}
    assert row.index_day is None


def test_an_index_day_left_out_counts_as_inside_and_that_is_said():
    plain = {"exposures": [{"kind": "area"}, {"kind": "contact"}, {"kind": "contact", "index_day": "unknown"}]}
    read, assumed = read_facts(plain)
    assert [row.index_day for row in read.exposures] == [None, None, UNKNOWN]
    assert [name for name in assumed if name.startswith("exposures[")] == ["exposures[1].index_day"]


def test_one_end_of_an_exposure_may_be_unknown():
    row = facts(contact(first_day_ago=5, last_day_ago="unknown")).exposures[0]
    assert (row.first_day_ago, row.last_day_ago) == (5, UNKNOWN)


def test_a_death_leaves_unknown_what_it_does_not_say():
    assert facts({"deceased": {"adult": "yes"}}).deceased == {
        "adult": YES,
        "respiratory_distress": UNKNOWN,
        "otherwise_explained": UNKNOWN,
    }


# --------------------------------------------------------------------------------------------------------- errors

TRUE = (True, "true")
FLOAT = (3.0, "3.0")
TEXT = ("3", '"3"')
MANY = ("many", '"many"')
NAN = (math.nan, "nan")
NULL = (None, "null")
LIST = ([], "a list")
OBJECT = ({}, "an object")


@pytest.mark.parametrize(
    ("plain", "says"),
    [
        ([], "facts: a list is not an object of facts"),
        (None, "facts: null is not an object of facts"),
        ("fever", 'facts: "fever" is not an object of facts'),
        ({"fever": 3}, "facts.fever: no fact has this name. Known: symptoms, temp_c,"),
        ({"x" * 5000: 3}, f"facts.{'x' * 60}: no fact has this name."),
        ({"symptoms": []}, "facts.symptoms: a list is not an object of signs"),
        ({"symptoms": None}, "facts.symptoms: null is not"),
        ({"symptoms": {"sneezing": 1}}, "facts.symptoms.sneezing: no sign has this name. Known: fever,"),
        ({"symptoms": {"fever": -1}}, "facts.symptoms.fever: -1 is not a number of days from 0"),
        ({"symptoms": {"fever": 10**30}}, "facts.symptoms.fever: a number too large is not"),
        ({"symptoms": {"fever": "maybe"}}, 'facts.symptoms.fever: "maybe" is not a whole number of days, "yes"'),
        ({"symptoms": {"fever": "refused"}}, 'facts.symptoms.fever: "refused" is not'),
        ({"symptoms": {"fever": "Yes"}}, 'facts.symptoms.fever: "Yes" is not'),
        ({"temp_c": 380}, "facts.temp_c: 380 is not a number from 30 to 45"),
        ({"temp_c": 29.9}, "facts.temp_c: 29.9 is not a number from 30 to 45"),
        ({"temp_c": 45.1}, "facts.temp_c: 45.1 is not"),
        ({"temp_c": math.inf}, "facts.temp_c: inf is not"),
        ({"onset_days_ago": -1}, "facts.onset_days_ago: -1 is not a number of days"),
        (
            {"onset_days_ago": 2, "symptoms": {"cough": 1, "fever": 3}},
            "facts.onset_days_ago: 2 days ago lies after the onset of fever (3 days ago)",
        ),
        ({"acute_onset": "perhaps"}, 'facts.acute_onset: "perhaps" is not "yes", "no" or "unknown"'),
        ({"acute_onset": "unasked"}, 'facts.acute_onset: "unasked" is not'),
        ({"chest_imaging": "yes"}, 'facts.chest_imaging: "yes" is not one of suggestive, not_suggestive, unknown'),
        ({"chest_imaging": None}, "facts.chest_imaging: null is not one of"),
        ({"exposures": {}}, "facts.exposures: an object is not a list"),
        ({"exposures": None}, "facts.exposures: null is not a list"),
        ({"exposures": "none"}, 'facts.exposures: "none" is not a list or "unknown"'),
        ({"exposures": [[]]}, "facts.exposures[0]: a list is not an object"),
        ({"exposures": [{}]}, "facts.exposures[0].kind: null is not one of area,"),
        ({"exposures": [{"kind": []}]}, "facts.exposures[0].kind: a list is not one of"),
        ({"exposures": [{"kind": "area"}, {"kind": "party"}]}, 'facts.exposures[1].kind: "party" is not one of area,'),
        (
            {"exposures": [{"kind": "area", "minutes": 3}]},
            "facts.exposures[0].minutes: an exposure of kind area has no",
        ),
        ({"exposures": [{"kind": "area", "status": "bad"}]}, 'facts.exposures[0].status: "bad" is not one of china,'),
        ({"exposures": [{"kind": "area", "mode": "residing"}]}, 'facts.exposures[0].mode: "residing" is not one of'),
        ({"exposures": [{"kind": "area", "status": []}]}, "facts.exposures[0].status: a list is not one of"),
        (contact(how="kiss"), 'facts.exposures[0].how: "kiss" is not one of face_to_face,'),
        (contact(minutes="many"), 'facts.exposures[0].minutes: "many" is not a number'),
        (contact(minutes=-1), "facts.exposures[0].minutes: -1 is not a number from 0"),
        (contact(distance_m=-0.1), "facts.exposures[0].distance_m: -0.1 is not a number from 0"),
        (contact(first_day_ago=-1), "facts.exposures[0].first_day_ago: -1 is not a whole number from 0"),
        (
            contact(first_day_ago=3, last_day_ago=4),
            "facts.exposures[0].first_day_ago: 3 days ago lies after last_day_ago, 4 days ago",
        ),
        ({"exposures_unknown": "contact"}, 'facts.exposures_unknown: "contact" is not a list of kinds'),
        ({"exposures_unknown": ["area", "party"]}, 'facts.exposures_unknown[1]: "party" is not one of area,'),
        ({"exposures_unknown": [[]]}, "facts.exposures_unknown[0]: a list is not one of"),
        ({"tests": {}}, 'facts.tests: an object is not a list or "unknown"'),
        ({"tests": [3]}, "facts.tests[0]: 3 is not an object"),
        ({"tests": [{}]}, "facts.tests[0].type: null is not one of naat,"),
        ({"tests": [{"type": "pcr", "result": "positive"}]}, 'facts.tests[0].type: "pcr" is not one of naat,'),
        ({"tests": [{"type": "naat"}]}, "facts.tests[0].result: null is not one of positive,"),
        (
            {"tests": [{"type": "naat", "result": "unknown"}]},
            'facts.tests[0].result: "unknown" is not one of positive,',
        ),
        (
            {"tests": [{"type": "naat", "result": "positive", "on": 3}]},
            "facts.tests[0].on: a test has no such field. Known: type, result",
        ),
        ({"deceased": "yes"}, 'facts.deceased: "yes" is not an object'),
        ({"deceased": {"child": "no"}}, "facts.deceased.child: no fact has this name. Known: adult,"),
        ({"deceased": {"adult": True}}, 'facts.deceased.adult: true is not "yes", "no" or "unknown"'),
        *[({"symptoms": {"fever": v}}, f"facts.symptoms.fever: {s} is not") for v, s in (TRUE, FLOAT, TEXT, NAN, NULL)],
        *[
            ({"onset_days_ago": v}, f"facts.onset_days_ago: {s} is not")
            for v, s in (TRUE, FLOAT, TEXT, NAN, NULL, LIST)
        ],
        *[({"temp_c": v}, f"facts.temp_c: {s} is not a number") for v, s in (TRUE, TEXT, NAN, NULL, LIST, OBJECT)],
        *[({name: True}, f"facts.{name}: true is not") for name in JUDGEMENTS],
        *[
            (contact(**{name: v}), f"facts.exposures[0].{name}: {s} is not")
            for name in ("first_day_ago", "last_day_ago", "index_day", "index_symptom_free_since_day")
            for v, s in (TRUE, FLOAT, TEXT, MANY, NAN, NULL)
        ],
        *[
            (contact(**{name: v}), f"facts.exposures[0].{name}: {s} is not a number")
            for name in ("minutes", "distance_m")
            for v, s in (TRUE, TEXT, NAN, NULL, LIST)
        ],
    ],
)
def test_an_error_names_the_path_and_what_stands_there(plain, says):
    with pytest.raises(FactsError) as problem:
        read_facts(plain)
    assert str(problem.value).startswith(says)
    assert len(str(problem.value)) < 600


def test_the_path_begins_where_the_caller_says():
    with pytest.raises(FactsError, match=r"^line 7: facts\.temp_c: 380 "):
        read_facts({"temp_c": 380}, "line 7: facts")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["yes", "unknown"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*OPTIONAL, "kind", "type", "fever", "contact", "minutes"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(OPTIONAL), JSON, max_size=4))
def test_whatever_stands_there_is_read_or_refused_in_words(plain):
    try:
        read, assumed = read_facts(plain)
    except FactsError as problem:
        told = str(problem)
        assert told.startswith("facts")
    else:
        assert set(read.signs) == set(SIGNS)
        assert set(OPTIONAL) - set(plain) <= set(assumed)
