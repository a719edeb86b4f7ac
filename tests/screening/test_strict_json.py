"""JSON as the norm has it, with the path of what it does not allow."""

from __future__ import annotations

import pytest

from screening.strict_json import JsonError, parse


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"facts": {"temp_c": NaN}}', "facts.temp_c: NaN is not a number"),
        ('{"a": [1, {"b": -Infinity}]}', "a[1].b: -Infinity is not a number"),
        ('{"a": {"b": 1, "b": 2}}', "a.b: this key stands here twice. Keep one."),
        ('{"a": 1, "a": 1}', "a: this key stands here twice. Keep one."),
        ("{", "this is not JSON: Expecting property name enclosed in double quotes at character 2"),
        ("[" * 100_000, "this is not JSON of a traveller: nested too deeply"),
        ('{"a": 1' + "0" * 5000 + "}", "this is not JSON of a traveller: a number is too long"),
        ('{"a": "\udc80"}', "this is not UTF-8"),
    ],
)
def test_what_the_norm_does_not_allow_is_told_with_its_path(text, told):
    with pytest.raises(JsonError) as problem:
        parse(text)
    assert str(problem.value) == told


def test_what_could_be_read_all_the_same_is_kept_for_the_answer():
    with pytest.raises(JsonError) as problem:
        parse('{"id": "T-9", "facts": {"temp_c": NaN}}')
    assert isinstance(problem.value.item, dict)
    assert problem.value.item["id"] == "T-9"


def test_good_json_is_its_value():
    assert parse(' {"é": [1, 2.5, null, true, {"é": "x"}]} \n') == {"é": [1, 2.5, None, True, {"é": "x"}]}
