"""Slip numbers: every single typo and every swap is caught, and no two installations give out the same one."""

from __future__ import annotations

import random
import shutil
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.records import installs, slip_number
from screening.records.slip_number import COUNTERS, SYMBOLS, NotASlipNumber, is_valid, make, parse
from screening.records.store import RecordStore
from tests.screening.records.samples import make_event, make_row

groups = st.text(SYMBOLS, min_size=1, max_size=6)
numbers = st.builds(
    make,
    st.lists(groups, min_size=1, max_size=4).map("-".join),
    st.text(SYMBOLS, min_size=3, max_size=3),
    st.integers(0, COUNTERS - 1),
).filter(bool)


def test_a_number_by_hand():
    """The sum with weights 2, 4, 8 ... from the right, plus the check character, is 1 modulo 37."""
    text = make("PA-DAR-LB", "1K7", 48210377)
    values = [(SYMBOLS + "-").index(symbol) for symbol in text]
    assert sum(value << place for place, value in enumerate(reversed(values))) % 37 == 1
    assert parse(text) == slip_number.SlipNumber("PA-DAR-LB", "1K7", 48210377, text)
    assert parse(f" {text.lower()}\n").text == text


@given(numbers)
@settings(max_examples=60)
def test_every_single_typo_and_every_swap_is_caught(text):
    assert is_valid(text)
    for place, symbol in enumerate(text):
        for other in SYMBOLS + "-":
            if other != symbol:
                assert not is_valid(text[:place] + other + text[place + 1 :])
    for place in range(len(text) - 1):
        swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        assert swapped == text or not is_valid(swapped)


def test_the_arithmetic_leaves_no_typo_and_no_swap_at_any_place():
    """The proof: 37 is prime, so a weight times a difference of two unlike symbols is never 0, nor is half of it."""
    for place in range(40):
        weight = pow(2, place, 37)
        for difference in range(1, 37):
            assert weight * difference % 37 != 0  # one symbol wrong
            assert (2 * weight - weight) * difference % 37 != 0  # two neighbours swapped


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_says_why_not(text):
    if is_valid(text):
        assert parse(text).text == text.strip().upper()
    else:
        with pytest.raises(NotASlipNumber, match="slip number"):
            parse(text)


@pytest.mark.parametrize(
    "text", ["", "PA-DAR-LB-1K7-4821037-Q", "PA-DAR-LB-1K7-４８２１０３７７-Q", "PA--1K7-48210377-Q", "-", "\0"]
)
def test_what_is_no_number(text):
    assert not is_valid(text)


@pytest.mark.parametrize(
    "parts", [("pa", "1K7", 1), ("PA_X", "1K7", 1), ("PA", "1K", 1), ("PA", "1K7", -1), ("PA", "1K7", COUNTERS)]
)
def test_a_wrong_part_is_our_mistake(parts):
    with pytest.raises(ValueError, match=r"slip prefix|install"):
        make(*parts)


def test_about_one_counter_in_37_is_left_out():
    out = sum(make("PA-DAR-LB", "1K7", counter) is None for counter in range(3700))
    assert 80 < out < 120


# ------------------------------------------------------------------------------------------------------ given out


def test_the_number_is_taken_with_the_event_that_tells_it(store):
    def compose(number):
        return [make_event("screening:1", "slip_printed", body={"slip": number, "copy": 1})], make_row("1", slip=number)

    (stored,) = store.append_with_slip("PA-DAR-LB", compose)
    number = stored.event.body["slip"]
    assert parse(number).prefix == "PA-DAR-LB"
    assert parse(number).install[0] == "0"
    assert [row.screening for row in store.find(slip=number)] == ["1"]


def test_a_number_whose_event_fails_is_not_used_up(store):
    def fails(number):
        raise LookupError(number)

    with pytest.raises(LookupError) as first:
        store.append_with_slip("PA-DAR-LB", fails)
    assert store.next_slip_number("PA-DAR-LB") == first.value.args[0]


def test_numbers_go_on_after_reopening_and_two_prefixes_share_the_counter(path):
    given_out = []
    for _ in range(3):
        with RecordStore.open(path) if path.exists() else RecordStore.create(path, desk="K") as store:
            given_out += [store.next_slip_number(prefix) for prefix in ("PA-DAR-LB", "PA-CHI-PC") * 20]
    assert len({parse(number).counter for number in given_out}) == len(given_out) == 120
    assert {parse(number).install[0] for number in given_out} == {"K"}
    assert len({parse(number).install for number in given_out}) == 1


def test_a_copied_store_becomes_an_installation_of_its_own(path, tmp_path):
    with RecordStore.create(path) as store:
        store.next_slip_number("PA-DAR-LB")
    copy = tmp_path / "copy" / path.name
    copy.parent.mkdir()
    for file in (path, path.with_name(path.name + ".head")):
        shutil.copy(file, copy.with_name(file.name))
    with RecordStore.open(path) as store, RecordStore.open(copy) as other:
        mine = {store.next_slip_number("PA-DAR-LB") for _ in range(100)}
        theirs = {other.next_slip_number("PA-DAR-LB") for _ in range(100)}
        assert mine.isdisjoint(theirs)
        store.new_install()
        assert parse(store.next_slip_number("PA-DAR-LB")).counter != parse(max(mine)).counter + 1


def test_a_counter_at_its_end_begins_a_new_installation(store, tamper):
    tamper("UPDATE install SET counter = 99999998")
    counters = [parse(store.next_slip_number("PA-DAR-LB")).counter for _ in range(5)]
    assert len(set(counters)) == 5


def test_a_million_numbers_of_fifty_desks_with_restores_and_clones_never_meet():
    """Fifty desks, each restored or cloned three times: 200 installations of 5,000 numbers, drawn as at a desk."""
    chance = random.Random(20210323)
    drawn = []

    class Connection:
        def execute(self, _, values):
            drawn.append(values)

    for desk in range(50):
        for _ in range(4):
            characters = installs.register(Connection(), b"", chance.randbytes)
            drawn[-1] = (SYMBOLS[desk % 36] + characters, drawn[-1][2])
    spans = sorted(drawn)
    meeting = [(a, b) for a, b in pairwise(spans) if a[0] == b[0] and b[1] - a[1] < 5000 * 37 // 36 + 1]
    assert meeting == []
