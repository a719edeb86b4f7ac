"""The checker against the family of broken files: each refused, at its place, with the word that was meant."""

from __future__ import annotations

import random
import time
from datetime import date
from pathlib import Path

import pytest

from sops import catalogue, checking
from sops.mistakes import CODES, SopError
from sops.opening import read_bytes
from tests.sops.mutated_names import NAMES
from tests.sops.mutated_rules import RULES
from tests.sops.mutated_sense import SENSE
from tests.sops.mutated_text import ACCEPTED, TEXT
from tests.sops.mutated_values import VALUES
from tests.sops.mutated_world import WORLD
from tests.sops.mutations import DEFINITION, POST, PROCEDURE, TRANSLATION, every_key_of_a_step, every_top_level_key

ALL = [*NAMES, *VALUES, *SENSE, *RULES, *TEXT, *WORLD, *every_top_level_key(), *every_key_of_a_step()]
SHIPPED = [checking.check_text(path, path.read_bytes()) for path in catalogue.shipped_files()]
KINDS = {  # typed from the command line's closed list
    "syntax", "encoding", "unsafe-tag", "limit", "duplicate-key", "duplicate-id", "unknown-key", "missing-key", "type",
    "reference", "flow", "translation", "date", "value", "version", "expression",
}  # fmt: skip


def errors(path: Path, raw: bytes):
    """All errors of a text among the shipped files, in order."""
    told = checking.check_among([checking.check_text(path, raw)], SHIPPED)
    return [mistake for mistake in told if mistake.severity == "error"]


def test_what_is_shipped_is_in_order():
    told = checking.check_paths([], catalogue.shipped_files())
    assert [str(mistake) for mistake in told if mistake.severity == "error"] == []


def test_the_family_is_large_and_covers_every_kind():
    assert len(ALL) >= 250
    assert {mutation.kind for mutation in ALL} == KINDS <= set(CODES)
    assert len({mutation.name for mutation in ALL}) == len(ALL)


@pytest.mark.parametrize("mutation", ALL, ids=lambda mutation: mutation.name)
def test_every_broken_file_is_refused(mutation):
    began = time.perf_counter()
    found = errors(mutation.file, mutation.raw)
    assert time.perf_counter() - began < 2
    assert mutation.kind in [mistake.kind for mistake in found], "\n".join(map(str, found))
    told = [mistake for mistake in found if mistake.kind == mutation.kind]
    if mutation.line is not None:
        assert mutation.line in [mistake.line for mistake in told], "\n".join(map(str, found))
    if mutation.says:
        assert any(mutation.says in mistake.message for mistake in told), "\n".join(map(str, found))
    lines = mutation.raw.count(b"\n") + 2
    for mistake in found:
        assert 1 <= mistake.line <= lines
        assert mistake.column >= 1
        assert mistake.message
        assert mistake.code == CODES[mistake.kind]
        assert str(mistake).startswith(f"{mutation.file}:{mistake.line}:{mistake.column}: SOP1")


@pytest.mark.parametrize("variant", ACCEPTED, ids=lambda variant: variant.name)
def test_what_is_only_written_otherwise_is_accepted(variant):
    assert errors(variant.file, variant.raw) == []


def test_all_mistakes_of_a_file_are_told_at_once_in_order():
    raw = PROCEDURE.read_text("utf-8")
    for old, new in [
        ("first: observe", "first: observed"),
        ("answer: reading", "answer: readin"),
        ("then: second_reading", "then: second_readin"),
        ("copies: 2", "copies: 9"),
        ("review_by: 2027-07-22", "review_by: 2027-06-31"),
    ]:
        raw = raw.replace(old, new, 1)
    found = errors(PROCEDURE, raw.encode())
    assert {"reference", "value", "date"} <= {mistake.kind for mistake in found}
    assert len(found) >= 5
    assert [m.line for m in found] == sorted(m.line for m in found)


def test_a_mistake_says_file_line_column_code_path_and_cure():
    raw = PROCEDURE.read_bytes().replace(b"by: supervisor", b"by: superviser", 1)
    (told,) = errors(PROCEDURE, raw)
    line = raw[: raw.index(b"superviser")].count(b"\n") + 1
    assert str(told) == (
        f'{PROCEDURE}:{line}:9: SOP114: {told.path}: "superviser" is not known here. Did you mean "supervisor"?'
    )
    assert told.as_json() == {
        "file": str(PROCEDURE), "line": line, "column": 9, "code": "SOP114", "kind": "value", "severity": "error",
        "path": told.path, "message": told.message,
    }  # fmt: skip


def test_a_copy_of_a_shipped_file_is_no_overlap(tmp_path):
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(DEFINITION.read_bytes())
    assert [m for m in checking.check_paths([copy], catalogue.shipped_files()) if m.severity == "error"] == []


def test_two_given_files_of_one_edition_are_told(tmp_path):
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_bytes(DEFINITION.read_bytes())
    (told,) = [m for m in checking.check_paths([tmp_path], catalogue.shipped_files()) if m.severity == "error"]
    assert (told.kind, Path(told.file).name, told.line) == ("duplicate-id", "b.yaml", 1)


def test_a_language_that_a_phrase_lacks_is_a_warning(tmp_path):
    partial = TRANSLATION.read_text("utf-8")
    start = partial.index("\n  q7:")
    partial = partial[:start] + partial[partial.index("\n", start + 1) :]
    french = tmp_path / "fr.yaml"
    french.write_text(partial, "utf-8")
    told = checking.check_paths([french, PROCEDURE], catalogue.shipped_files())
    assert {m.severity for m in told} == {"warning"}
    assert any('"q7" is not translated into fr; es and en are shown.' in m.message for m in told)


def test_a_translation_is_told_what_it_lacks(tmp_path):
    french = tmp_path / "fr.yaml"
    lines = TRANSLATION.read_text("utf-8").splitlines()
    french.write_text("\n".join(line for line in lines if "consent_ask" not in line), "utf-8")
    (told,) = checking.check_paths([french], catalogue.shipped_files())
    assert (told.severity, told.kind, told.path) == ("warning", "translation", "phrases")
    assert "consent_ask" in told.message
    assert "q1" not in told.message.split(": ")[1].split(", ")


@pytest.mark.parametrize("what", ["missing", "folder", "pipe", "loop", "huge"])
def test_whatever_lies_at_a_path_is_told_not_raised(tmp_path, what):
    import os

    path = tmp_path / "x.yaml"
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what == "loop":
        path.symlink_to(path)
    elif what == "huge":
        with path.open("wb") as file:
            file.truncate(10_000_000_000)  # sparse: takes no room
    with pytest.raises(SopError) as refused:
        read_bytes(path)
    (told,) = refused.value.mistakes
    assert told.kind == ("limit" if what == "huge" else "syntax")
    assert checking.check_paths([path] if what != "folder" else [], catalogue.shipped_files()) is not None


@pytest.mark.parametrize(
    ("day", "severity"),
    [(date(2021, 1, 1), []), (date(2022, 7, 21), []), (date(2027, 7, 22), []), (date(2027, 7, 23), ["review_by"])],
)
def test_an_edition_past_its_review_is_warned_of_on_that_day(day, severity):
    told = checking.check_paths([PROCEDURE], catalogue.shipped_files(), day)
    assert [mistake.path for mistake in told if mistake.kind == "date"] == severity
    assert {mistake.severity for mistake in told} <= {"warning"}


def test_an_edition_that_ended_without_a_successor_is_warned_of():
    raw = PROCEDURE.read_bytes().replace(b"review_by:", b"in_force_until: 2021-01-31\nreview_by:", 1)
    checked = checking.check_text(PROCEDURE, raw)
    told = checking.check_among([checked], SHIPPED, date(2021, 2, 1))
    (warning,) = [mistake for mistake in told if mistake.path == "in_force_until"]
    assert (warning.severity, warning.kind) == ("warning", "date")
    assert "Ask the authority" in warning.message


def test_what_nothing_uses_is_a_warning_at_its_name():
    raw = (
        DEFINITION.read_bytes()
        .replace(b"        - linked\n", b"", 1)
        .replace(b"all of: [clinical, linked]", b"any of: [clinical]", 1)
    )
    told = checking.check_among([checking.check_text(DEFINITION, raw)], SHIPPED)
    (warning,) = [mistake for mistake in told if mistake.path == "terms.linked"]
    assert (warning.severity, warning.kind) == ("warning", "reference")


BYTES = 400


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("file", [PROCEDURE, DEFINITION, POST, TRANSLATION], ids=lambda path: path.stem)
def test_random_damage_never_raises_anything_else(file, seed):
    """Bytes flipped, cut out, doubled, moved: mistakes or none, never a foreign exception, never slow."""
    chance = random.Random(f"{file.name} {seed}")
    raw = bytearray(file.read_bytes())
    for _ in range(chance.choice([1, 1, 3, 30])):
        at = chance.randrange(len(raw))
        length = chance.randrange(1, BYTES)
        match chance.randrange(5):
            case 0:
                raw[at] = chance.randrange(256)
            case 1:
                del raw[at : at + length]
            case 2:
                raw[at:at] = raw[at : at + length]
            case 3:
                raw[at:at] = chance.choice(
                    [b": ", b"- ", b"[", b"}", b"\n", b"  ", b"'", b'"', b"*", b"&a ", b"!x ", b"\t"]
                )
            case 4:
                raw = raw[:at]
        if len(raw) < 2:
            break
    began = time.perf_counter()
    checked = checking.check_text(file, bytes(raw))
    checking.check_among([checked], SHIPPED)
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (TRANSLATION, b"translation: fr", b"translation: hx"),
        (DEFINITION, b"in_force_from: 2", b"in_force_from: x2"),
        (DEFINITION, b"edition: ", b"edition: '' #"),
    ],
)
def test_a_file_whose_own_name_or_day_is_wrong_is_told_not_raised(file, old, new):
    raw = file.read_bytes()
    assert old in raw
    broken = checking.check_text(Path("copy.yaml"), raw.replace(old, new, 1))
    assert any(m.severity == "error" for m in checking.check_among([broken], SHIPPED))
    assert checking.check_among([broken, checking.check_text(DEFINITION, DEFINITION.read_bytes())], SHIPPED)
