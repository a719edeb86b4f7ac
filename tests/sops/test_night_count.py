"""The night count of a post: fields as data, and the mistakes that can be made in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sops.catalogue import load
from sops.checking import check_text

POST = Path("sops/posts/lajas-blancas.yaml")


def told(before, after):
    """What is told of the post with one change."""
    text = POST.read_text(encoding="utf-8")
    assert before in text
    return [
        mistake
        for mistake in check_text(POST, text.replace(before, after, 1).encode()).mistakes
        if "night count" in mistake.path
    ]


def test_the_station_counts_what_section_11_of_the_procedure_asks():
    fields = {field.id: field for field in load().post("lajas-blancas").night_count}
    assert list(fields) == [
        "present", "capacity", "people", "quarantine", "isolation", "stayed_over_7_days",
        "water_points", "water_points_working", "toilets", "toilets_working", "meals",
    ]  # fmt: skip
    assert [name for name, field in fields.items() if field.is_split] == ["people"]
    assert {name: field.part_of for name, field in fields.items() if field.part_of} == {
        "people": "present",
        "quarantine": "present",
        "isolation": "present",
        "stayed_over_7_days": "present",
        "water_points_working": "water_points",
        "toilets_working": "toilets",
    }
    assert load().post("tocumen").night_count == ()


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("part of: toilets}", "part of: toilet}", '"toilet" is no other field'),
        ("part of: toilets}", "part of: toilets_working}", "is no other field"),
        ("part of: toilets}", "part of: people}", "is no other field"),
        ("split by: sex and age", "split by: height", "sex and age"),
    ],
)
def test_a_field_that_is_a_part_of_nothing_is_told_with_its_place(before, after, words):
    (mistake,) = told(before, after)
    assert words in mistake.message
    assert mistake.line > 1
