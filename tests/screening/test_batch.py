"""Many travellers at once: in order, one answer a line, whatever the line."""

from __future__ import annotations

import json
import time
from datetime import date

import pytest

from screening.batch import Batch, Choice, one_or_many
from screening.classification import classify
from screening.facts_json import read_facts
from sops.catalogue import Catalogue, load

TODAY = date(2021, 3, 23)
ILL = {"symptoms": {"fever": 3, "cough": 2}}
CAMP = {"kind": "setting", "setting": "camp_like", "mode": "residing", "first_day_ago": 5, "last_day_ago": 0}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def answers(catalogue, *lines, **choice):
    batch = Batch(catalogue, Choice(**{"today": TODAY, **choice}))
    return [
        json.loads(each)
        for each in batch.answers(line if isinstance(line, str) else json.dumps(line) for line in lines)
    ]


def test_each_line_has_its_answer_in_order(catalogue):
    found = answers(catalogue, {"id": "a", "facts": ILL}, "", {"id": 2, "facts": {}}, {"facts": {}})
    assert [each.get("id") for each in found] == ["a", 2, None]
    assert "id" not in found[2]


def test_an_error_stands_in_its_place_and_the_others_go_on(catalogue):
    found = answers(
        catalogue,
        {"id": "a", "facts": ILL},
        '{"id": "b", "facts": {"temp_c": NaN}}',
        "",
        {"id": "c", "facts": {"exposures": [{"kind": "contact", "minutes": "many"}]}},
        "nonsense",
        {"id": "d", "facts": ILL},
    )
    assert found[0]["class"] == found[-1]["class"]
    assert found[1] == {"line": 2, "id": "b", "error": "facts.temp_c: NaN is not a number"}
    assert found[2] == {"line": 4, "id": "c", "error": 'facts.exposures[0].minutes: "many" is not a number'}
    assert (found[3]["line"], found[3]["id"]) == (5, None)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"id": "a", "fact": {}}, "fact: no such key here. Known: id, on, definition, facts"),
        ({"id": "a"}, 'facts: missing. Write {"facts": {...}}'),
        ({"id": ["a"], "facts": {}}, "id: neither a text nor a number"),
        ({"id": True, "facts": {}}, "id: neither a text nor a number"),
        ({"facts": {}, "on": "23/03/2021"}, "on: '23/03/2021' is not a day written YYYY-MM-DD"),
        ({"facts": {}, "on": "2021-02-30"}, "on: '2021-02-30' is not a day written YYYY-MM-DD"),
        ({"facts": {}, "definition": 3}, "definition: not the name of an edition, such as who-covid19@2020-12-16"),
        ([1], "this is not a JSON object with `facts`"),
        (
            {"facts": {"exposures": [{"kind": "contact"}] * 501}},
            "facts.exposures: 501 of them; of one traveller 500 are read. Leave out what says the same.",
        ),
        (
            {"facts": {}, "on": "2019-12-31"},
            "no edition of who-covid19 in force on 2019-12-31: the first begins on 2020-01-31.",
        ),
    ],
)
def test_errors_are_sentences(catalogue, line, told):
    assert answers(catalogue, line)[0]["error"] == told


def test_an_unknown_edition_names_those_there_are(catalogue):
    (found,) = answers(catalogue, {"facts": {}, "definition": "who-covid19@2020-12-17"})
    assert "who-covid19@2020-12-16" in found["error"]


@pytest.mark.parametrize(
    ("line", "choice", "edition"),
    [
        ({}, {}, "2020-12-16"),  # today
        ({"on": "2020-03-19"}, {}, "2020-02-27"),
        ({"on": "2020-03-20"}, {}, "2020-03-20"),
        ({"on": "2020-03-20"}, {"on": date(2020, 8, 7)}, "2020-08-07"),  # the call wins over the line
        ({"on": "2020-03-20", "definition": "who-covid19@2020-01-31"}, {}, "2020-01-31"),
        ({"definition": "who-covid19@2020-01-31"}, {"on": date(2020, 8, 7)}, "2020-01-31"),
        ({"definition": "who-covid19@2020-01-31"}, {"definition": "who-covid19@2022-07-22"}, "2022-07-22"),
    ],
)
def test_the_edition_is_that_of_the_call_then_of_the_line_then_of_the_day(catalogue, line, choice, edition):
    (found,) = answers(catalogue, {"facts": ILL, **line}, **choice)
    assert found["definition"] == f"who-covid19@{edition}"


def test_an_edition_past_its_end_is_amber_on_the_day_of_screening_only(catalogue):
    named = {"facts": {}, "definition": "who-covid19@2020-03-20"}
    within, past, undated = answers(catalogue, {**named, "on": "2020-08-06"}, {**named, "on": "2020-08-07"}, named)
    assert (within["alerts"], past["alerts"], undated["alerts"]) == ([], ["definition-amber"], [])


def test_remembered_answers_are_those_of_the_core(catalogue):
    engine = catalogue.engine("who-covid19@2020-12-16", {})
    facts = {**ILL, "exposures": [CAMP]}
    verdict = classify(engine, read_facts(facts)[0]).as_json()
    lines = [f'{{"id": "{name}", "facts": {json.dumps(facts)}}}' for name in "abc"]
    for found, name in zip(answers(catalogue, *lines), "abc", strict=True):
        assert found["id"] == name
        assert {key: found[key] for key in verdict} == verdict
        assert found["assumed"][0] == "symptoms"


def test_the_id_is_that_of_the_line_wherever_it_stands(catalogue):
    facts = json.dumps(ILL)
    lines = [
        *(f'{{"facts": {facts}, "id": "{name}"}}' for name in "ab"),
        *(f'{{"on": "2021-03-23", "id": "{name}", "facts": {facts}}}' for name in "cd"),
        *(f'{{"id": 5, "facts": {facts}, "expect": {{"id": "{name}"}}}}' for name in "ef"),
        *(f'{{"expect": {{"id": "{name}"}}, "id": "g", "facts": {facts}}}' for name in "gh"),
        *(f'{{"facts": {{"id": "{name}"}}}}' for name in "ij"),
        *(f'{{"id": "{name}", "id": "{name}", "facts": {facts}}}' for name in "kl"),
    ]
    found = answers(catalogue, *lines)
    assert [each["id"] for each in found] == ["a", "b", "c", "d", 5, 5, "g", "g", None, None, "k", "l"]
    assert ["error" in each for each in found] == [False] * 8 + [True] * 4


def test_a_whole_number_is_not_remembered_as_yes(catalogue):
    """`1` and `true` are equal in Python, and only one of them is a number of days."""
    found = answers(
        catalogue, {"id": 1, "facts": {"symptoms": {"cough": 1}}}, {"id": 2, "facts": {"symptoms": {"cough": True}}}
    )
    assert "class" in found[0]
    assert found[1]["error"].startswith("facts.symptoms.cough: true is not")


def test_numbers_of_the_post_decide(catalogue):
    facts = {"temp_c": 37.6, "symptoms": {"cough": 1}, "exposures": [CAMP]}
    (strict,) = answers(catalogue, {"facts": facts}, overrides={"fever_threshold_c": 37.5})
    (usual,) = answers(catalogue, {"facts": facts})
    assert (strict["class"], usual["class"]) == ("suspected", "not_a_case")


def test_one_object_over_several_lines_is_one_traveller(catalogue):
    text = json.dumps({"id": "a", "facts": ILL}, indent=2)
    whole = list(one_or_many(text.splitlines(keepends=True)))
    assert len(whole) == 1
    assert answers(catalogue, *whole)[0]["id"] == "a"


@pytest.mark.parametrize("lines", [[], ["\n"], ['{"a": 1}\n', '{"a": 2}\n'], ["{\n", "x\n", "{}\n"]])
def test_lines_stay_as_they_are_when_they_make_up_no_object(lines):
    assert list(one_or_many(lines)) == lines


@pytest.mark.slow
def test_280_000_lines_cost_at_most_three_times_reading_and_writing_them(catalogue):
    lines = [
        json.dumps({
            "id": f"P{number}",
            "on": f"2020-{3 + number % 2:02d}-{1 + number % 30:02d}",
            "facts": {"symptoms": {"fever": "yes" if number % 7 else "no", "cough": "yes" if number % 3 else "no"},
                      "tests": [{"type": "naat", "result": "positive" if number % 11 == 0 else "negative"}]},
        })
        for number in range(280_000)
    ]  # fmt: skip
    began = time.perf_counter()
    for line in lines:
        item = json.loads(line)
        said = item["facts"]["symptoms"]
        ill = said["fever"] == "yes" and said["cough"] == "yes"
        positive = any(test["result"] == "positive" for test in item["facts"]["tests"])
        json.dumps({"id": item["id"], "class": "confirmed" if positive else "suspected" if ill else "not_a_case"})
    floor = time.perf_counter() - began
    began = time.perf_counter()
    assert sum(1 for _ in Batch(catalogue, Choice(TODAY)).answers(lines)) == len(lines)
    assert time.perf_counter() - began <= 3 * floor
