"""Exposures: windows, matchers, and the few completions of unknown fields held against all of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sops.exposures import UNKNOWN, ExposureAtom, Exposures
from sops.facts import EXPOSURE_FIELDS, Exposure
from sops.matching import matcher


def atom(*matchers, days=14, before="onset", bit=0):
    return ExposureAtom(bit, tuple(matcher(plain, float) for plain in matchers), days, before)


def meets(one, row, onset):
    return bool(Exposures((one,)).signature(row, onset))


def stay(first, last):
    return Exposure("area", first, last, status="community", mode="travel")


AREA = {"kind": "area", "status": ["community"]}


@pytest.mark.parametrize(
    ("before", "onset", "first", "last", "counts"),
    [
        ("onset", 3, 3, 3, True),  # the day of onset counts (D-DAY0)
        ("onset", 3, 2, 2, False),  # a day after onset
        ("onset", 3, 2, 0, False),  # a stay wholly after onset (D-WINDOW)
        ("onset", 3, 3, 0, True),  # a stay that begins on the day of onset
        ("onset", 3, 17, 17, True),  # 14 days before onset
        ("onset", 3, 18, 18, False),  # 15 days before onset
        ("onset", 3, 40, 17, True),  # a stay that ends 14 days before onset
        ("onset", 3, 40, 18, False),
        ("onset", 3, 40, 0, True),  # a stay longer than the window
        ("onset", None, 5, 5, False),  # nobody ill, no onset (D-ASYM-EPI)
        ("screening", 3, 0, 0, True),
        ("screening", 3, 14, 14, True),
        ("screening", 3, 15, 15, False),
        ("screening", None, 14, 14, True),
        ("onset or screening", None, 14, 14, True),
        ("onset or screening", None, 15, 15, False),
        ("onset or screening", 3, 17, 17, True),
        ("onset or screening", 3, 18, 18, False),
        ("onset or screening", 3, 2, 2, False),
    ],
)
def test_a_stay_counts_when_one_of_its_days_lies_in_the_window(before, onset, first, last, counts):
    assert meets(atom(AREA, before=before), stay(first, last), onset) is counts


FACE = {
    "kind": "contact",
    "index": ["probable", "confirmed"],
    "how": ["face_to_face"],
    "distance_m": {"at most": 1},
    "minutes": {"at least": 15},
    "index_day": {"from": -2, "to": 14},
}
TOUCH = {**{key: FACE[key] for key in ("kind", "index", "index_day")}, "how": ["direct_physical"]}
MORE = {**FACE, "minutes": {"more than": 15}}
LATE = {**TOUCH, "index_day": {"from": -2, "to": 13, "or days after symptom free": 3}}
ANY_DAY = {"kind": "contact", "how": ["same_environment"]}


def met(**fields):
    plain = dict(index="confirmed", how="face_to_face", distance_m=1.0, minutes=20, index_day=0)
    return Exposure("contact", 5, 5, **{**plain, **fields})


@pytest.mark.parametrize(
    ("plain", "fields", "fits"),
    [
        (FACE, {}, True),
        (FACE, {"index": "probable"}, True),
        (FACE, {"index": "suspected"}, False),
        (FACE, {"how": "same_environment"}, False),
        (FACE, {"distance_m": 1.1}, False),
        (FACE, {"distance_m": 0}, True),
        (FACE, {"minutes": 15}, True),
        (FACE, {"minutes": 14.9}, False),
        (MORE, {"minutes": 15}, False),
        (MORE, {"minutes": 15.1}, True),
        (TOUCH, {"how": "direct_physical", "distance_m": UNKNOWN, "minutes": UNKNOWN}, True),
        (ANY_DAY, {"how": "same_environment", "index_day": 400}, True),
    ],
)
def test_the_fields_of_a_contact_fit_or_do_not(plain, fields, fits):
    assert meets(atom(plain), met(**fields), 5) is fits


@pytest.mark.parametrize(
    ("index_day", "free", "counts"),
    [
        (-3, None, False),
        (-2, None, True),
        (13, None, True),
        (14, 10, False),
        (14, 11, True),  # three days without symptoms end on day 14
        (15, 11, False),
        (15, 12, True),
        (40, 60, True),
        (None, None, True),  # nobody gave the day
    ],
)
def test_the_index_case_counts_to_day_13_or_three_days_without_symptoms(index_day, free, counts):
    row = met(how="direct_physical", index_day=index_day, index_symptom_free_since_day=free)
    assert meets(atom(LATE), row, 5) is counts


@pytest.mark.parametrize(
    ("first", "last", "index_day", "counts"),
    [
        (5, 5, 15, False),  # one day, past the end
        (8, 5, 15, True),  # the day before was day 14
        (8, 5, 17, True),  # three days before was day 14
        (8, 5, 18, False),
        (8, 5, -2, True),
        (30, 5, 26, True),  # day 14 of the index case is 14 days before onset
        (30, 5, 27, False),  # and here 15 days before
        (30, 18, 14, False),  # inside for the index case, but 15 days before onset
        (30, 17, 14, True),
        (30, 2, 16, True),  # day 13 of the index case is the day of onset
        (30, 2, -2, False),  # infectious only from the last day, which lies after onset
    ],
)
def test_one_day_must_lie_in_the_window_and_in_the_index_cases_days(first, last, index_day, counts):
    row = replace(met(how="direct_physical", index_day=index_day), first_day_ago=first, last_day_ago=last)
    assert meets(atom(TOUCH), row, 3) is counts


def test_one_exposure_must_fit_one_matcher_as_a_whole():
    near, long = met(minutes=5), met(distance_m=3)
    assert not meets(atom(FACE, TOUCH), near, 5)
    assert not meets(atom(FACE, TOUCH), long, 5)


def test_a_word_that_the_matchers_do_not_tell_apart_is_not_missed():
    table = Exposures((atom({"kind": "setting", "setting": ["camp_like", "closed_residential"]}),))
    assert table.is_known(Exposure("setting", 3, 3, setting=UNKNOWN, mode=UNKNOWN))


CONVEYANCE = {"kind": "contact", "how": ["conveyance_within_1m"], "distance_m": {"at most": 1}}


@pytest.mark.parametrize(("metres", "signatures"), [(UNKNOWN, {1}), (1.0, {1}), (1.5, {0})])
def test_within_a_metre_on_a_conveyance_says_how_near_unless_told_otherwise(metres, signatures):
    row = Exposure("contact", 5, 5, index="confirmed", how="conveyance_within_1m", distance_m=metres)
    assert Exposures((atom(CONVEYANCE),)).signatures(row, (5,)) == signatures


def test_a_field_that_is_unknown_leaves_both_ways_open():
    table = Exposures((atom(FACE, before="screening"),))
    row = met(minutes=UNKNOWN)
    assert not table.is_known(row)
    assert table.unknown_fields(row) == ("minutes",)
    assert table.signatures(row, (None,)) == {0, 1}
    assert table.signatures(replace(row, distance_m=2.0), (None,)) == {0}
    assert list(table.changes(row, None, "minutes")) == [(0, 1)]


def test_any_number_of_unknown_exposures_may_meet_what_none_meets_alone():
    table = Exposures((atom(AREA, before="screening"), atom(AREA, bit=1)))
    assert table.unknown_kind("area", (3,)) == {0, 1, 2, 3}
    assert table.unknown_kind("area", (0,)) == {0, 3}
    assert table.unknown_kind("area", (None,)) == {0, 1}
    assert table.unknown_kind("setting", (3,)) == {0}


# ------------------------------------------------------------------------------------- few completions against all

SMALL = (
    {"kind": "contact", "index": ["confirmed"], "index_day": {"from": -1, "to": 1}},
    {"kind": "contact", "index": ["confirmed"], "index_day": {"from": -1, "to": 1, "or days after symptom free": 1}},
    {"kind": "contact", "index": ["confirmed"]},
)
DAYS = range(9)
INDEX_DAYS = range(-4, 10)
ONSETS = st.sampled_from((None, 0, 1, 2, 3, 5))


def small(plain):
    return Exposures((atom(plain, days=1, before="screening"), atom(plain, days=1, before="onset or screening", bit=1)))


def or_unknown(values):
    return st.one_of(st.just(UNKNOWN), st.sampled_from(values))


@st.composite
def contacts(draw):
    row = Exposure(
        "contact",
        draw(or_unknown(DAYS[:6])),
        draw(or_unknown(DAYS[:6])),
        index="confirmed",
        index_day=draw(st.one_of(st.none(), or_unknown(INDEX_DAYS[2:-5]))),
        index_symptom_free_since_day=draw(or_unknown(INDEX_DAYS[2:-5])),
    )
    if UNKNOWN not in (row.first_day_ago, row.last_day_ago) and row.first_day_ago < row.last_day_ago:
        row = replace(row, first_day_ago=row.last_day_ago, last_day_ago=row.first_day_ago)
    return row


def every(row, names):
    choices = {
        "first_day_ago": DAYS,
        "last_day_ago": DAYS,
        "index_day": INDEX_DAYS,
        "index_symptom_free_since_day": INDEX_DAYS,
    }
    for values in product(*(choices[name] for name in names)):
        whole = replace(row, **dict(zip(names, values, strict=True)))
        if whole.first_day_ago >= whole.last_day_ago:
            yield values, whole


@settings(max_examples=80)
@given(contacts(), st.sampled_from(SMALL), ONSETS, ONSETS)
def test_the_completions_taken_show_every_signature_and_no_other(row, plain, onset, later):
    table = small(plain)
    names = table.unknown_fields(row)
    all_ways = {
        table.signature(whole, onset) | table.signature(whole, later) << table.width for _, whole in every(row, names)
    }
    assert table.signatures(row, (onset, later)) == all_ways


def linked(pairs):
    """What hangs together by pairs: where a class differs within a group, it differs along one of its pairs."""
    groups = []
    for pair in pairs:
        joined = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in joined] + [set(pair).union(*joined)]
    return sorted(map(sorted, groups))


@settings(max_examples=60)
@given(contacts(), st.sampled_from(SMALL), ONSETS)
def test_the_changes_found_link_what_one_answer_can_change(row, plain, onset):
    table = small(plain)
    names = table.unknown_fields(row)
    groups = {name: {} for name in names}
    for values, whole in every(row, names):
        for place, name in enumerate(names):
            groups[name].setdefault(values[:place] + values[place + 1 :], set()).add(table.signature(whole, onset))
    for name, by_others in groups.items():
        pairs = {
            (one, two) for signatures in by_others.values() for one in signatures for two in signatures if one < two
        }
        found = set(table.changes(row, onset, name))
        assert found <= pairs
        assert linked(found) == linked(pairs)


@settings(max_examples=80)
@given(contacts(), st.sampled_from(SMALL))
def test_between_two_turns_the_day_of_onset_makes_no_difference(row, plain):
    table = small(plain)
    turns = table.turns(row)
    ways = [table.signatures(row, (onset,)) for onset in range(30)]
    for onset in range(1, 30):
        assert onset in turns or ways[onset] == ways[onset - 1]


@given(st.sampled_from(sorted(EXPOSURE_FIELDS)), ONSETS)
def test_a_kind_that_no_rule_names_meets_nothing(kind, onset):
    table = Exposures((atom({"kind": "live_animal_market"}),))
    row = Exposure(kind, UNKNOWN, UNKNOWN)
    assert table.signatures(row, (onset,)) <= ({0} if kind != "live_animal_market" else {0, 1})
