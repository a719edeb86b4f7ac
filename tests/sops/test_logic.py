"""Strong Kleene: the tables typed out, and what holds of every combination."""

from __future__ import annotations

from itertools import product

import pytest

from sops.logic import NO, UNKNOWN, YES, Truth, all_of, any_of, at_least, none_of, truth

VALUES = (NO, UNKNOWN, YES)
AND = {"NN": NO, "NU": NO, "NY": NO, "UU": UNKNOWN, "UY": UNKNOWN, "YY": YES}
OR = {"NN": NO, "NU": UNKNOWN, "NY": YES, "UU": UNKNOWN, "UY": YES, "YY": YES}


def key(*parts):
    return "".join(part.name[0] for part in sorted(parts))


@pytest.mark.parametrize("pair", list(product(VALUES, repeat=2)))
def test_and_or_and_nor_of_two(pair):
    assert (all_of(pair), any_of(pair)) == (AND[key(*pair)], OR[key(*pair)])
    assert none_of(pair) == {NO: YES, UNKNOWN: UNKNOWN, YES: NO}[OR[key(*pair)]]


def test_of_nothing_all_hold_and_none_does():
    assert (all_of([]), any_of([]), none_of([]), at_least(0, []), at_least(1, [])) == (YES, NO, YES, YES, NO)


@pytest.mark.parametrize("parts", list(product(VALUES, repeat=4)))
def test_an_answer_holds_in_every_completion_of_the_unknown(parts):
    """YES and NO are promises: whatever the unknown turns out to be, they stay."""
    worlds = [all_known for all_known in product((NO, YES), repeat=4)
              if all(p in (UNKNOWN, w) for p, w in zip(parts, all_known, strict=True))]  # fmt: skip
    for decide in (all_of, any_of, none_of, *(lambda known, n=n: at_least(n, known) for n in range(6))):
        found = {decide(world) for world in worlds}
        assert decide(parts) == (found.pop() if len(found) == 1 else UNKNOWN)


def test_words_and_booleans():
    assert [value.word for value in VALUES] == ["no", "unknown", "yes"]
    assert (truth(True), truth(0), truth("x")) == (YES, NO, YES)
    assert Truth(2) is YES
