"""The seal in the QR."""

from __future__ import annotations

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from forms.qr import Seal, parse_seal
from forms.qr_mask import dark_and_light, penalty

HEAD = "ab12cd34ef"


def test_the_seal_carries_number_sequence_and_eight_characters_of_the_head():
    assert Seal("PA-DAR-LB-A7K-000123-X", 4711, HEAD).text == "PASO1:PA-DAR-LB-A7K-000123-X:4711:AB12CD34"


@given(
    st.from_regex(r"[0-9A-Z]{2}(-[0-9A-Z]{1,6}){1,5}", fullmatch=True), st.integers(0, 10**12), st.binary(min_size=4)
)
def test_what_is_written_is_read_back(number, sequence, head):
    seal = Seal(number, sequence, head.hex())
    assert parse_seal(seal.text) == seal
    assert parse_seal(f" {seal.text.lower()}\r\n") == seal


@pytest.mark.parametrize(
    "text",
    ["", "PASO1", "PASO2:A:1:AB12CD34", "PASO1:A:1:AB12CD3", "PASO1:A:01:AB12CD34", "PASO1:A:١:AB12CD34", "A" * 10**6],
)  # fmt: skip
def test_other_codes_are_refused(text):
    with pytest.raises(ValueError, match="PASO1"):
        parse_seal(text)


@given(st.text())
def test_any_scan_is_either_a_seal_or_refused(text):
    try:
        parse_seal(text)
    except ValueError:
        return


@pytest.mark.parametrize(
    ("number", "sequence", "head"), [("a b", 1, HEAD), ("A", -1, HEAD), ("A", 1, "zz"), ("-A", 1, HEAD)]
)
def test_a_seal_that_could_not_be_read_back_is_never_made(number, sequence, head):
    with pytest.raises(ValueError, match=r"slip number|sequence|chain head"):
        Seal(number, sequence, head)


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-:", min_size=1, max_size=90))
def test_the_mask_is_the_one_that_the_norm_chooses(text):
    """The library weighs every mask module by module; ours weighs them as numbers."""
    made = segno.make(text, error="m", boost_error=False, micro=False)
    assert dark_and_light(text) == ["".join(map(str, row)) for row in made.matrix]


@pytest.mark.parametrize(
    ("rows", "points"),
    [
        (("101010", "010101", "101010", "010101", "101010", "010101"), 0),
        (("111110", "000101", "111010", "000101", "111010", "000101"), 3),
        (("111111", "010101", "101010", "010101", "101000", "000101"), 4),
        (("111010", "110101", "101010", "010101", "101010", "000101"), 3),
    ],
    ids=["chequered", "five in a row", "six in a row", "a block"],
)
def test_points_of_a_code_by_hand(rows, points):
    assert penalty(int("".join(rows), 2), 6) == points
