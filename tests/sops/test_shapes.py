"""Shapes: plain checked data out of nodes, as the grammar says; what is wrong is told with the nearest word."""

from __future__ import annotations

import pytest

from sops import reading, shapes
from sops.mistakes import nearest

POST = b"""post: here
name: Here
code: PA-DAR-XX
kind: airport
country: PAN
division: PA-5
time_zone: America/Panama
camp_like: no
desks: ["1", 2]
on duty: [officer]
phone: "+507 1"
procedure: p
definition: d
areas: a
languages: [es]
parameters: {fever_threshold_c: 37.8}
receivers: {r: {name: R, for: [case], checked_on: 2021-03-23, mark: design}}
source: {document: x, clause: 1}
"""


def checked(raw):
    return shapes.check("x.yaml", reading.read("x.yaml", raw))


def test_data_have_the_types_of_the_grammar():
    found = checked(POST)
    assert found.mistakes == []
    assert found.kind == "post"
    data = found.data
    assert (data["camp_like"], data["desks"], data["parameters"]) == (False, ["1", "2"], {"fever_threshold_c": 37.8})
    assert data["source"] == {"document": "x", "clause": "1"}


def test_every_path_has_a_place():
    places = checked(POST).places
    assert places["parameters", "fever_threshold_c"] == (16, 33)
    assert places["receivers", "r", "for", 0] == (17, 32)
    assert places["on duty", 0] == (10, 11)


def test_a_conditional_form_takes_its_fields_beside_the_operator():
    raw = b"""definition: d
terms:
  t:
    title: {en: a, es: b}
    at least: 2
    of: [{sign: cough}, {sign: fever}]
    source: {document: x, clause: y}
"""
    term = checked(raw).data["terms"]["t"]
    assert term["when"] == {"at least": 2, "of": [{"sign": "cough"}, {"sign": "fever"}]}
    assert set(term) == {"title", "when", "source"}


@pytest.mark.parametrize(
    ("path", "spelt"),
    [((), "(file)"), (("steps", 3, "then"), "steps[3].then"), (("a", "b c", 0), "a.b c[0]")],
)
def test_paths_are_spelt_as_people_write_them(path, spelt):
    assert shapes.spell(path) == spelt


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("cuogh", ("cough", "fever"), 'Did you mean "cough"?'),
        ("zzz", ("b", "a"), "Write one of: a, b."),
        ("zzz", [f"{n:02}" for n in range(20)], "Write one of: 00, 01, 02, 03, 04, 05, 06, 07, 08, 09, 10, 11, ..."),
        ("x" * 100_000, ("cough",), "Write one of: cough."),
    ],
)
def test_the_nearest_word_is_named(word, known, hint):
    assert nearest(word, known).startswith(hint)


def test_a_long_wrong_word_does_not_fill_the_message():
    (told,) = checked(POST.replace(b"airport", b"a" * 10_000)).mistakes
    assert len(told.message) < 200
