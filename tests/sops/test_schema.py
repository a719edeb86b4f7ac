"""The JSON Schema says of our files what the checker says, where a schema can say it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema
import pytest

from sops import catalogue, checking, grammar, reading
from sops.mistakes import SopError
from sops.schema import schema
from tests.sops.mutated_sense import SENSE
from tests.sops.mutated_values import VALUES
from tests.sops.mutated_world import WORLD
from tests.sops.mutations import every_key_of_a_step, every_top_level_key

SAID_BY_A_SCHEMA = {"unknown-key", "missing-key", "type", "value", "expression", "translation"}
BEYOND_A_SCHEMA = (  # of those kinds, what needs more than the shape: other keys, other files, or blanks
    "options of a question that has none",
    "a choice without options",
    "a temperature answered by yes or no",
    "days answered by yes or no",
    "a kind of index case that no definition knows",
    "metres without a number",
    "a fixed field that the exposure does not have",
    "a fixed word that the exposure does not have",
    "a limit that nobody hears of",
    "a number of a step that gives none",
    "a title of blanks",
    "a title that is nothing",
    "a title that is null",
    "an empty title",
    "a value left out",
    "a key that is a list",
)


@cache
def validator() -> jsonschema.Draft202012Validator:
    made = schema()
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


def plain(node: reading.Node) -> Any:
    """A file as an editor's YAML reader gives it to a schema: numbers are numbers, all else stays text."""
    if node.items is not None:
        return [plain(item) for item in node.items]
    if node.pairs is not None:
        return {str(key.text): plain(value) for key, value in node.pairs}
    try:
        return json.loads(node.text or "") if node.plain and (node.text or "")[0] in "-0123456789" else node.text
    except ValueError:
        return node.text


def accepts(path, raw) -> bool:
    return validator().is_valid(plain(reading.read(path, raw)))


@pytest.mark.parametrize("path", catalogue.shipped_files(), ids=lambda path: path.stem)
def test_every_shipped_file_is_valid(path):
    validator().validate(plain(reading.read(path)))


def test_every_kind_of_file_has_its_schema_and_every_key_its_sentence():
    made = schema()
    assert set(grammar.FILES) <= set(made["$defs"])
    for name, form in grammar.FILES.items():
        for key, field in form.fields.items():
            assert made["$defs"][name]["properties"][key]["description"] == field.says


def test_it_is_plain_json():
    assert json.loads(json.dumps(schema())) == schema()


SHAPES = [m for m in (*VALUES, *every_top_level_key(), *every_key_of_a_step()) if m.kind in SAID_BY_A_SCHEMA]


@pytest.mark.parametrize("mutation", [m for m in SHAPES if m.name not in BEYOND_A_SCHEMA], ids=lambda m: m.name)
def test_it_refuses_the_shapes_that_the_checker_refuses(mutation):
    assert not accepts(mutation.file, mutation.raw)


@pytest.mark.parametrize("mutation", [m for m in SHAPES if m.name in BEYOND_A_SCHEMA], ids=lambda m: m.name)
def test_what_is_beyond_a_schema_is_left_to_the_checker(mutation):
    assert checking.check_text(mutation.file, mutation.raw).mistakes


NUMBERS = (
    "a fever of 380 degrees",
    "a fever of 100.4 degrees",
    "a rest of a year",
    "an oxygen of 190 per cent",
    "a reading of 380",
    "a unit that is none",
    "half a day",
    "a metre of minus one",
    "no bound",
    "a number of twenty digits",
    "one sign counted twice",
    "an alert that nothing shows",
)


@pytest.mark.parametrize("mutation", [m for m in (*SENSE, *WORLD) if m.name in NUMBERS], ids=lambda m: m.name)
def test_it_refuses_numbers_that_cannot_be_meant(mutation):
    assert not accepts(mutation.file, mutation.raw)


def test_every_such_number_is_in_the_family():
    assert set(NUMBERS) <= {mutation.name for mutation in (*SENSE, *WORLD)}


def test_a_file_that_the_checker_cannot_read_never_reaches_a_schema():
    with pytest.raises(SopError):
        accepts("x.yaml", b"first: !!python/object/apply:os.system [id]")
