"""Bursts by letters and times alone, where every gap can be tried."""

from __future__ import annotations

import pytest

from tests.ui.stage import ERIKSSON
from ui.actions import ACTS, SCANNER_LETTERS
from ui.intake.burst import Burst


def feed(burst, text, gap, *, in_text=False, start=10.0):
    at, fates = start, []
    for letter in text:
        at += gap
        fates.append(burst.feed(letter, at, in_text=in_text))
    return fates, at


@pytest.mark.parametrize("gap", [0.0, 0.001, 0.01, 0.03, 0.06, 0.1])
def test_a_document_is_taken_whole_at_the_pace_of_any_reader(gap):
    burst = Burst()
    fates, _ = feed(burst, ERIKSSON, gap)
    assert set(fates) == {"take"}
    assert burst.done == [ERIKSSON.strip()]


def test_a_document_without_end_ends_with_silence():
    burst = Burst()
    feed(burst, ERIKSSON.strip(), 0.004)
    assert burst.is_whole
    assert not burst.done
    burst.finish()
    assert burst.done == [ERIKSSON.strip()]


def test_a_stuttering_reader_is_one_document():
    burst = Burst()
    _, at = feed(burst, ERIKSSON[:30], 0.004)
    feed(burst, ERIKSSON[30:], 0.004, start=at + 0.3)
    assert burst.done == [ERIKSSON.strip()]


def test_people_typing_a_name_are_left_alone():
    burst = Burst()
    fates, _ = feed(burst, "Pacific Avicii", 0.03, in_text=True)
    assert set(fates) == {"pass"}
    burst.finish()
    assert burst.done == []


@pytest.mark.parametrize("key", ["1", "n", "\n", ""])
def test_a_key_after_a_letter_and_a_pause_is_a_key(key):
    burst = Burst()
    burst.feed("p", 1.0, in_text=False)
    assert burst.feed(key, 1.3, in_text=False) == "pass"


def test_the_letters_of_documents_are_never_answer_keys():
    for act in ACTS:
        for _, letter in act.letters:
            assert letter.upper() not in SCANNER_LETTERS
        assert not {key for key in act.keys if len(key) == 1 and key in SCANNER_LETTERS}
