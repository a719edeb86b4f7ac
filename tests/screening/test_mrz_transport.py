"""What readers, cables and OCR engines do to a good document: undone, and told unless it is harmless."""

from __future__ import annotations

import time
from datetime import date
from itertools import permutations

import pytest

from screening.mrz import read

ON = date(2010, 1, 1)  # all three documents are in force
TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
MRV_A = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4UTO7408122F1204159ZE184226B<<<<<<<")
MRV_B = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4UTO7408122F1204159<<<<<<<<")
ALL = [pytest.param(each, id=name) for each, name in ((TD1, "TD1"), (TD2, "TD2"), (TD3, "TD3"), (MRV_B, "MRV-B"))]


def is_eriksson(reading) -> bool:
    fields = reading.fields
    return fields is not None and (fields.surname, fields.given_names, str(fields.birth_date)) == (
        "ERIKSSON",
        "ANNA MARIA",
        "1974-08-12",
    )


@pytest.mark.parametrize("lines", ALL)
@pytest.mark.parametrize("between", ["\n", "\r", "\r\n", "\n\n", "\t", "", "\x1e", " \r\n ", "\x03\x02"])
@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("\x02", "\x03"), ("  ", "   \r\n"), ("\x01\x02", "\x03\x04\r")]
)
def test_line_ends_framing_and_outer_spaces_are_silent(lines, between, before, after):
    found = read(before + between.join(lines) + after, ON)
    assert (found.status, found.warnings) == ("ok", ())
    assert is_eriksson(found)


@pytest.mark.parametrize("lines", ALL)
@pytest.mark.parametrize("between", ["\n", ""])
@pytest.mark.parametrize(
    ("slip", "told"),
    [
        (str.lower, "lower case"),
        (lambda text: text.replace("<", "«"), "guillemet for <"),
        (lambda text: text.replace("<", "‹"), "guillemet for <"),
        (lambda text: text.replace("<", "»"), "guillemet for <"),
        (lambda text: text.replace("<<", "«"), "guillemet for <"),
        (lambda text: text.replace("<", ">"), "> for <"),
        (lambda text: text.replace("<", " "), "space for <"),
    ],
)
def test_other_signs_for_a_filler_are_told(lines, between, slip, told):
    found = read(slip(between.join(lines)), ON)
    assert (found.status, found.warnings) == ("warn", (told,))
    assert is_eriksson(found)


@pytest.mark.parametrize("lines", ALL)
def test_fillers_sent_as_spaces_may_have_been_trimmed(lines):
    found = read("\r\n".join(line.replace("<", " ").rstrip() for line in lines), ON)
    assert (found.status, found.warnings) == ("warn", ("space for <",))
    assert is_eriksson(found)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (TD1, "TD1"),
        (TD2, "TD2"),
        (TD3, "TD3"),
        (MRV_A, "MRV-A"),
        ((MRV_A[0], "L8988901C4UTO7408122F1204159ZE18422<<<<<<<<<"), "MRV-A"),
        ((MRV_A[0], "L8988901C4UTO7408122F1204159ZE184226<<<<<<<<"), "MRV-A"),
        ((MRV_A[0], "L8988901C4UTO7408122F1204159<<<<<<<<<<<<<<<<"), "MRV-A"),
        (MRV_B, "MRV-B"),
        ((MRV_B[0], "L8988901C4UTO7408122F1204159ZE184226"), "MRV-B"),
        ((MRV_B[0], "L8988901C4UTO7408122F1204159ZE1<<<<<"), "MRV-B"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\r\n", "\r", "\t"])
@pytest.mark.parametrize("trim", [str, str.strip, lambda text: f"  {text}  \r\n"])
def test_spaces_for_fillers_do_not_change_the_kind(lines, kind, between, trim):
    found = read(trim(between.join(lines).replace("<", " ")), ON)
    assert (found.kind, found.warnings) == (kind, ("space for <",))
    assert is_eriksson(found)


@pytest.mark.parametrize("between", ["\n", "\r\n"])
def test_a_full_lower_line_tells_the_small_visa_though_the_upper_was_trimmed(between):
    found = read(between.join(("V UTOERIKSSON  ANNA MARIA", "L8988901C4UTO7408122F1204159ZE184226")), ON)
    assert (found.kind, found.warnings) == ("MRV-B", ("space for <",))


@pytest.mark.parametrize("lines", ALL)
@pytest.mark.parametrize("between", ["\n", ""])
def test_lines_in_any_other_order_are_put_right_and_told(lines, between):
    for order in permutations(lines):
        found = read(between.join(order), ON)
        assert is_eriksson(found)
        assert found.warnings == (() if order == lines else ("lines rotated",))


@pytest.mark.parametrize("lines", ALL)
@pytest.mark.parametrize("between", ["\n", "\r\n", ""])
def test_the_same_document_twice_is_read_once(lines, between):
    for twice in (lines + lines, tuple(line for line in lines for _ in range(2))):
        if between == "" and twice[0] == twice[1]:
            continue
        found = read(between.join(twice), ON)
        assert (found.status, found.warnings) == ("warn", ("same document twice",))
        assert is_eriksson(found)


def test_two_different_documents_reject():
    assert read("\n".join(TD3 + MRV_A), ON).status == "reject"


@pytest.mark.parametrize("lines", ALL)
@pytest.mark.parametrize("between", ["\n", ""])
def test_one_trailing_filler_lost_or_added_on_the_line_without_check_digits_is_told(lines, between):
    bare = 2 if len(lines) == 3 else 0
    for changed, told in ((lines[bare][:-1], "trailing filler lost"), (lines[bare] + "<", "trailing filler added")):
        found = read(between.join([*lines[:bare], changed, *lines[bare + 1 :]]), ON)
        assert (found.status, found.warnings) == ("warn", (told,))
        assert is_eriksson(found)


@pytest.mark.parametrize("lines", ALL)
def test_more_fillers_lost_or_added_reject(lines):
    bare = 2 if len(lines) == 3 else 0
    for changed in (lines[bare][:-2], lines[bare] + "<<", lines[bare] + "X"):
        assert read("\n".join([*lines[:bare], changed, *lines[bare + 1 :]]), ON).status == "reject"


@pytest.mark.parametrize("lines", ALL)
def test_a_character_lost_or_added_on_a_line_with_check_digits_rejects(lines):
    for place in range(len(lines)):
        if place == (2 if len(lines) == 3 else 0):
            continue
        for changed in (lines[place][:-1], lines[place] + "<", lines[place][1:]):
            assert read("\n".join([*lines[:place], changed, *lines[place + 1 :]]), ON).status == "reject"


def test_a_letter_lost_from_a_full_name_rejects():
    full = "P<UTO" + "A" * 20 + "<<" + "B" * 17
    assert read("\n".join((full, TD3[1])), ON).status == "ok"
    assert read("\n".join((full[:-1], TD3[1])), ON).status == "reject"


def test_several_slips_at_once_are_all_told():
    found = read("\x02" + "".join(reversed(TD3)).lower() * 2 + "\x03", ON)
    assert found.warnings == ("lower case", "same document twice", "lines rotated")
    assert is_eriksson(found)


@pytest.mark.parametrize(
    "strange",
    [
        *"٣３²ＡſßıÉА＜≪&-_😷",
        *("\x00", "\x0b", "\x1b", "\x7f", "\u00a0", "\u200b", "\u2028", "\ufeff", "\ud800"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 8, 44, 60, -1])
def test_any_other_character_rejects_wherever_it_stands(strange, place):
    raw = "\n".join(TD3)
    for damaged in (raw[:place] + strange + raw[place:], raw[:place] + strange + raw[place:][1:]):
        found = read(damaged, ON)
        assert found.status == "reject"
        assert found.kind is None
        assert f"U+{ord(strange):04X}" in found.reason


@pytest.mark.parametrize(
    "raw", ["", " ", "\n", "\x02\x03", "<" * 88, "<" * 90, "<" * 72, "A" * 44, "A" * 88, "P<UTO", "HELLO"]
)
def test_what_is_no_document_rejects(raw):
    found = read(raw, ON)
    assert found.status == "reject"
    assert found.reason


@pytest.mark.parametrize("raw", [None, 3, b"P<UTO", ["P<UTO"], object()])
def test_what_is_no_text_rejects(raw):
    assert read(raw, ON).status == "reject"


@pytest.mark.parametrize("unit", ["<", "P<UTO", " ", "\n", "0\n", "«", "\x02", "٣", "O0" * 44 + "\n"])
def test_a_million_characters_are_refused_at_once(unit):
    raw = unit * (1_000_000 // len(unit))
    began = time.process_time()
    assert read(raw, ON).status == "reject"
    assert time.process_time() - began < 0.05


def test_a_rejection_repeats_nothing_of_the_document():
    found = read("\n".join(TD3).replace("7408122", "7408129"), ON).as_json()
    assert found["status"] == "reject"
    assert not any(word in repr(found) for word in ("ERIKSSON", "L898902C3", "740812"))


@pytest.mark.parametrize(
    ("lines", "kind"), [(TD1, "TD1"), (TD2, "TD2"), (TD3, "TD3"), (MRV_A, "MRV-A"), (MRV_B, "MRV-B")]
)
@pytest.mark.parametrize("between", ["\n", ""])
@pytest.mark.parametrize(("filler", "told"), [("<", ()), (" ", ("space for <",))])
def test_a_rejection_tells_of_the_text_as_sent(lines, kind, between, filler, told):
    damaged = between.join(lines)
    for right, wrong in (("L89", "L77"), ("D23", "D74"), ("7408122", "7408129"), ("1204159", "1204158")):
        damaged = damaged.replace(right, wrong)
    found = read(damaged.replace("<", filler), ON)
    assert (found.status, found.kind, found.warnings) == ("reject", kind, told)
    assert "check digit" in found.reason


def test_a_rejection_of_turned_lines_still_tells_that_they_are():
    found = read("\n".join(reversed(TD3)).replace("7408122", "7408129"), ON)
    assert (found.status, found.kind, found.warnings) == ("reject", "TD3", ("lines rotated",))


def test_a_visa_whose_lower_line_is_too_short_is_not_told_as_a_turned_passport():
    found = read("\n".join((MRV_A[0], MRV_A[1][:-1])), ON)
    assert (found.status, found.kind, found.warnings) == ("reject", None, ())
    assert "lengths" in found.reason
