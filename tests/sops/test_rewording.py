"""What two texts say otherwise, on small data and on the shipped procedure changed by hand."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from sops.catalogue import load
from sops.comparison import compare
from sops.rewording import Altered, Reworded, rewording


def sections(before, after):
    return {section.name: section for section in rewording(before, after)}


def test_equal_texts_differ_in_nothing():
    for file in load().files:
        assert rewording(file.data, deepcopy(file.data)) == ()


def test_a_text_is_told_by_language_and_a_missing_one_as_missing():
    one = {"title": {"en": "Entry", "es": "Entrada"}}
    other = {"title": {"en": "Entry", "es": "Ingreso", "fr": "Entrée"}}
    (head,) = rewording(one, other)
    assert head.reworded == [
        Reworded("title", "es", "Entrada", "Ingreso"),
        Reworded("title", "fr", None, "Entrée"),
    ]


def test_a_source_that_only_went_over_to_the_new_document_is_not_told_again():
    one = {"source": {"document": "a"}, "terms": {"x": {"when": {"sign": "cough"}, "source": {"document": "a"}}}}
    other = {"source": {"document": "b"}, "terms": {"x": {"when": {"sign": "cough"}, "source": {"document": "b"}}}}
    (head,) = rewording(one, other)
    assert head.altered == [Altered("", "source.document", "a", "b")]


def procedure():
    (file,) = [file for file in load().of_kind("procedure") if file.name == "poe-entry@2020-01-31"]
    return file


def changed(change):
    """The sections that differ after a change to a copy of the shipped procedure."""
    data = deepcopy(procedure().data)
    change(data)
    return sections(procedure().data, data)


def named(parts, key, name):
    return next(part for part in parts if part[key] == name)


def test_a_step_added_and_one_removed():
    def change(data):
        data["steps"] = [step for step in data["steps"] if step["step"] != "spoken"]
        data["steps"].append({**named(data["steps"], "step", "observe"), "step": "observe_again"})

    found = changed(change)
    assert list(found) == ["steps"]
    assert (found["steps"].added, found["steps"].removed, found["steps"].moved) == (["observe_again"], ["spoken"], [])


def test_a_step_in_another_place_is_told_alone():
    def change(data):
        first, *rest = data["steps"]
        data["steps"] = [*rest, first]

    assert changed(change)["steps"].moved == ["observe"]


def test_a_question_asked_in_other_words():
    def change(data):
        named(data["steps"], "step", "observe")["do"]["es"] = "Mire."

    (text,) = changed(change)["steps"].reworded
    assert (text.at, text.language, text.after) == ("observe.do", "es", "Mire.")
    assert text.before.startswith("Mire antes de hablar.")


def test_an_option_in_other_words_is_told_by_its_name():
    def change(data):
        step = next(step for step in data["steps"] if "options" in step)
        next(iter(step["options"].values()))["title"]["en"] = "Other words"

    (text,) = changed(change)["steps"].reworded
    assert text.at.endswith(".title")
    assert ".options." in text.at
    assert text.after == "Other words"


def test_a_way_on_that_leads_elsewhere_is_said_in_titles():
    data = deepcopy(procedure().data)
    named(data["steps"], "step", "spoken")["then"] = "observe"
    other = load()
    file = procedure()
    found = compare(other, file, type(file)(file.path, file.kind, data, "1" * 64, b""), "es").as_json()
    (section,) = found["texts"]
    (told,) = section["altered"]
    assert (told["at"], told["field"], told["after"]) == ("spoken", "then", "observe")


def test_a_duty_with_another_clock():
    def change(data):
        next(duty for duty in data["duties"] if duty.get("within") is not None)["within"] = 7

    (altered,) = changed(change)["duties"].altered
    assert (altered.field, altered.after) == ("within", 7)


@given(st.permutations(range(6)))
def test_those_told_as_moved_are_enough_and_the_others_keep_their_order(order):
    one = [{"step": str(number)} for number in range(6)]
    other = [{"step": str(number)} for number in order]
    found = sections({"steps": one}, {"steps": other})
    moved = found["steps"].moved if found else []
    kept = [name for name in map(str, order) if name not in moved]
    assert kept == sorted(kept)
    rising = max(map(len, rises(list(order))))
    assert len(moved) == 6 - rising


def rises(order):
    """Every rising choice of numbers in an order."""
    if not order:
        yield []
        return
    for rest in rises(order[1:]):
        yield rest
        if not rest or order[0] < rest[0]:
            yield [order[0], *rest]
