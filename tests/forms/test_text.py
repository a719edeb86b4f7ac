"""The one door for strings on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms import faces, text
from forms.fonts import font_files, licences
from forms.text import Remark, printable

AS_TYPED = (
    "R&D <b>",
    "<img src='x.png'>",
    "JUAN<br/>STATUS: CLEARED",
    "</para>",
    "{number} %s $x",
    "O'Brien-Ñandú",
    "José Ángel Muñoz Güell",
    "Nguyễn Thị Ngọc Ánh",
    "Đặng Ữớ",
    "Łukasz Żółć",
    "Ελένη Παπαδοπούλου",
    "Ольга Щукина",
    "王小明",
    "李 Wang",
    "=1+1",
    "JUAN  PEREZ",
    "((\\)",
)

CHANGED = (
    ("Ana 😀", "Ana [U+1F600]", {Remark.MISSING}),
    ("Ana\u202eevil", "Anaevil", {Remark.HIDDEN}),
    ("A\u200bB", "AB", {Remark.HIDDEN}),
    ("A\x00B", "AB", {Remark.HIDDEN}),
    ("A\nSTATUS: CLEARED", "A STATUS: CLEARED", {Remark.HIDDEN}),
    ("\ud800", "[U+D800]", {Remark.MISSING}),
    ("\ue000", "[U+E000]", {Remark.MISSING}),
    ("e\u0301", "é", set()),
    ("A" + "\u0316" * 9, "A" + "\u0316" * 3, {Remark.MARKS}),
    ("محمد", "", {Remark.SCRIPT}),
    ("शर्मा", "", {Remark.SCRIPT}),
    ("רחל", "", {Remark.SCRIPT}),
)


@pytest.mark.parametrize("name", AS_TYPED)
def test_a_name_prints_as_typed_where_every_glyph_exists(name):
    assert printable(name) == text.Printable(name)


@pytest.mark.parametrize(("typed", "printed", "remarks"), CHANGED)
def test_what_cannot_be_set_is_changed_and_said(typed, printed, remarks):
    made = printable(typed)
    assert (made.text, set(made.remarks)) == (printed, remarks)


def test_a_script_that_needs_shaping_prints_the_latin_form():
    assert printable("محمد", "MOHAMMED").text == "MOHAMMED"


def test_a_value_too_long_is_cut_and_said():
    made = printable("A" * 65_000)
    assert made.text == "A" * text.MAX_VALUE + "…"
    assert made.remarks == {Remark.CUT}


def test_four_hundred_characters_are_not_cut():
    assert printable("Y" * 400) == text.Printable("Y" * 400)


@given(st.text())
def test_what_is_printable_stays_as_it_is(value):
    once = printable(value).text
    assert printable(once).text == once


@given(st.text(), st.floats(20, 400), st.sampled_from([6.0, 8.0, 11.0]))
def test_no_line_is_wider_than_its_box(value, width, size):
    words = printable(value).text
    lines = text.wrap(words, width, size)
    text.forget()
    assert all(text.measure(line, size) <= width + 0.01 or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.split())


def test_a_long_name_shrinks_first_and_then_wraps():
    assert text.fit("Nombre", 200, 11, floor=7).size == 11
    shrunk = text.fit("María de los Ángeles", 100, 11, floor=7)
    assert shrunk.size < 11
    assert len(shrunk.lines) == 1
    wrapped = text.fit("María " * 40, 100, 11, floor=7)
    assert wrapped.size == 7
    assert len(wrapped.lines) > 1


def test_the_paper_sets_five_languages_and_says_so_of_others():
    asked = ("es", "en", "fr", "pt", "ht", "ar", "bn", "zh", "")
    assert [language for language in asked if text.can_set(language)] == ["es", "en", "fr", "pt", "ht"]


def test_inserted_values_are_isolated_and_never_read_as_templates():
    made = text.insert("Call {phone} or {other}", phone="{other}")
    assert made == "Call \u2068{other}\u2069 or {other}"


def test_every_house_letter_has_its_glyph_in_both_faces():
    for face in (faces.LATIN, faces.LATIN_BOLD):
        codes = faces.house_codes(face)
        assert len(set(codes.values())) == len(faces.HOUSE)
        assert all(faces.width_of(letter, face) > 0 for letter in faces.HOUSE)


def test_the_fonts_and_their_licences_are_shipped():
    names = {path.name for path in font_files()}
    assert {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoNastaliqUrdu-Regular.ttf", "wqy-microhei.ttc"} <= names
    assert "SIL OPEN FONT LICENSE" in licences()["OFL.txt"]
