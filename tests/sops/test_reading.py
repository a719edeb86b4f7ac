"""YAML text to nodes: strings only, every place known. What is refused stands in the family of `mutated_text`."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from sops import catalogue, checking, reading
from sops.mistakes import SopError


def text_of(raw: str) -> str | None:
    root = reading.read("x.yaml", f"a: {raw}".encode())
    assert root.pairs is not None
    return root.pairs[0][1].text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("yes", "yes"),
        ("NO", "NO"),
        ("on", "on"),
        ("012", "012"),
        ("1_000", "1_000"),
        ("22:22", "22:22"),
        (".inf", ".inf"),
        ("2020-12-16", "2020-12-16"),
        ("38.0", "38.0"),
        ("0x1F", "0x1F"),
        ("~", "~"),
        ("null", "null"),
        ("=", "="),
        ('"a: b"', "a: b"),
        ("'it''s'", "it's"),
        ("|\n  one\n  two", "one\ntwo"),
        (">-\n  one\n  two", "one two"),
        ('"\\u00e9"', "é"),
        ("ሀ漢字", "ሀ漢字"),
        ('"a\\tb"', "a\tb"),
        ("<<", "<<"),
    ],
)
def test_every_scalar_stays_the_text_it_is(written, read):
    assert text_of(written).rstrip("\n") == read


def test_places_count_from_one_in_lines_and_characters():
    root = reading.read("x.yaml", "ñandú: {b: ü, c: d}\nlist:\n  - e\n".encode())
    (first, mapping), (_, sequence) = root.pairs
    assert (first.line, first.column) == (1, 1)
    assert [(value.line, value.column) for _, value in mapping.pairs] == [(1, 12), (1, 18)]
    assert (sequence.items[0].line, sequence.items[0].column) == (3, 5)


def test_doubled_keys_are_kept_for_the_checker_to_tell():
    root = reading.read("x.yaml", b"a: 1\na: 2\n")
    assert [(key.text, value.text) for key, value in root.pairs] == [("a", "1"), ("a", "2")]


def test_a_byte_order_mark_moves_no_column():
    root = reading.read("x.yaml", b"\xef\xbb\xbfa: b\n")
    assert (root.pairs[0][0].text, root.pairs[0][0].column) == ("a", 1)


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 900_000,
        b"{" * 900_000,
        b"- " * 400_000,
        b"? " * 400_000,
        b"a: " * 300_000,
        b"\n" * 900_000,
        b"#" * 900_000,
        b'"' + b"\\" * 900_000,
        b"'" * 900_001,
        b"&a " * 300_000,
        b"*a " * 300_000,
        b"!" * 900_000,
        b"a" * 900_000,
        b" " * 900_000 + b"a",
        b"|\n" + b" a\n" * 300_000,
        b"%" * 900_000,
        b",[" * 400_000,
        b"a:\n" + b" b:\n" * 200_000,
        b"\xef\xbb\xbf" * 300_000,
        b"\r" * 900_000,
        b"---\n" * 200_000,
        b"x: &a [*a, *a]\n" * 50_000,
    ],
    ids=lambda raw: repr(raw[:6]),
)
def test_a_megabyte_of_anything_is_answered_in_two_seconds(raw):
    began = time.perf_counter()
    checked = checking.check_text(Path("x.yaml"), raw)
    assert time.perf_counter() - began < 2
    assert {mistake.kind for mistake in checked.mistakes} <= {
        "syntax",
        "encoding",
        "limit",
        "unsafe-tag",
        "type",
        "missing-key",
    }
    assert checked.mistakes


def test_the_size_is_refused_before_anything_is_parsed():
    began = time.perf_counter()
    with pytest.raises(SopError, match="SOP104"):
        reading.read("x.yaml", b"a: b\n" * 10_000_000)
    assert time.perf_counter() - began < 1


def test_the_slow_reader_reads_the_same(monkeypatch):
    import yaml

    from tests.sops.mutations import POST

    fast = reading.read(POST)
    monkeypatch.setattr(reading, "_Loader", yaml.SafeLoader)
    assert reading.read(POST) == fast


@pytest.mark.parametrize("path", sorted(catalogue.SHIPPED.rglob("*.yaml")), ids=lambda path: path.stem)
def test_a_reader_without_the_fast_library_reads_the_same(path, monkeypatch):
    fast = reading.read(path)
    monkeypatch.setattr(reading, "_Loader", yaml.SafeLoader)
    assert reading.read(path) == fast


@pytest.mark.parametrize(
    ("raw", "line", "says"),
    [
        ("a: b: c\n", 1, "Put a text with a colon in quotation marks"),
        ("a:\n\tb: c\n", 2, "Indent with spaces"),
        ("a: 1\nb\nc: 2\n", 3, "Write it as key: value"),
        ('a: 1\nb: "c\n', 3, "never closed"),
        ("a: [b\nc: d\n", 2, "square brackets"),
        ("a: {b: c\nd: e\n", 2, "in braces"),
        ("a:\n  - b\n  c: d\n", 3, 'does not begin with "- "'),
        ("a:\n    b: c\n  d: e\n", 3, "Align it with the other keys"),
        ("a: - b\n", 1, "Begin it on the next one"),
        ('a: "\\q"\n', 1, "single quotation marks"),
    ],
)
@pytest.mark.parametrize("loader", ["fast", "plain"])
def test_what_is_no_yaml_is_told_in_plain_words_at_its_line(raw, line, says, loader, monkeypatch):
    if loader == "plain":
        monkeypatch.setattr(reading, "_Loader", yaml.SafeLoader)
    with pytest.raises(SopError) as refused:
        reading.read("x.yaml", raw.encode())
    (told,) = refused.value.mistakes
    assert told.kind == "syntax"
    assert abs(told.line - line) <= 1
    assert says in told.message or loader == "plain"
    assert told.message.startswith("this is not YAML: ")
