"""Conditions: from plain data to a tree and back to a truth; equal rules are one."""

from __future__ import annotations

from itertools import product

import pytest

from sops.conditions import (
    ALWAYS,
    NEVER,
    AllOf,
    AnyOf,
    AtLeast,
    Leaf,
    NoneOf,
    Possibly,
    Term,
    condition,
    evaluate,
    leaves,
)
from sops.logic import NO, UNKNOWN, YES

A, B = {"sign": "cough"}, {"sign": "fever"}
LEAF_A, LEAF_B = Leaf("sign", (("sign", "cough"),)), Leaf("sign", (("sign", "fever"),))


@pytest.mark.parametrize(
    ("plain", "tree"),
    [
        ("ill", Term("ill")),
        (A, LEAF_A),
        ({"all of": [A, "ill"]}, AllOf((LEAF_A, Term("ill")))),
        ({"any of": [A]}, AnyOf((LEAF_A,))),
        ({"none of": [A]}, NoneOf((LEAF_A,))),
        ({"at least": 2, "of": [A, B]}, AtLeast(2, (LEAF_A, LEAF_B))),
        ({"possibly": A}, Possibly(LEAF_A)),
        (
            {"answered": {"b": ["yes"], "a": ["no"]}},
            Leaf("answered", (("answered", (("a", ("no",)), ("b", ("yes",)))),)),
        ),
    ],
)
def test_a_rule_becomes_a_tree(plain, tree):
    assert condition(plain) == tree
    assert hash(condition(plain)) == hash(tree)


@pytest.mark.parametrize("plain", [None, 3, [], {}, True])
def test_what_is_no_rule_is_refused(plain):
    with pytest.raises(TypeError, match="not a condition"):
        condition(plain)


def test_arguments_written_in_another_order_are_the_same_rule():
    one = condition({"exposure": "x", "within days": 14, "before": "onset"})
    assert one == condition({"exposure": "x", "before": "onset", "within days": 14})
    assert (one["before"], one.get("nothing")) == ("onset", None)


@pytest.mark.parametrize(("a", "b"), list(product((NO, UNKNOWN, YES), repeat=2)))
def test_evaluation_follows_kleene(a, b):
    def see(plain):
        return evaluate(condition(plain), {LEAF_A: a, LEAF_B: b}.__getitem__, {"ill": LEAF_A})

    assert see({"all of": ["ill", B]}) == min(a, b)
    assert see({"any of": ["ill", B]}) == max(a, b)
    assert see({"none of": [A]}) == YES - a
    assert see({"possibly": A}) == (NO if a is NO else YES)
    assert see({"at least": 2, "of": [A, B]}) == min(a, b)


def test_possibly_not_and_not_possibly_read_the_unknown_apart():
    def see(plain):
        return evaluate(condition(plain), lambda _: UNKNOWN, {})

    assert see({"possibly": {"none of": [A]}}) is YES
    assert see({"none of": [{"possibly": A}]}) is NO
    assert see({"none of": [A]}) is UNKNOWN


def test_leaves_are_told_in_the_order_of_the_text():
    tree = condition({"all of": [A, {"any of": ["ill", {"possibly": B}]}, {"at least": 1, "of": [A]}]})
    assert list(leaves(tree)) == [LEAF_A, Term("ill"), LEAF_B, LEAF_A]


def test_always_and_never():
    assert evaluate(ALWAYS, lambda _: NO, {}) is YES
    assert evaluate(NEVER, lambda _: YES, {}) is NO
