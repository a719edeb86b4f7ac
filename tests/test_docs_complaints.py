"""docs/complaints.md is whole and names tests that exist."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "complaints.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| V")]
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@cache
def named_in(file: str) -> frozenset[str]:
    """The names of the tests of a file; none of one that is not there."""
    path = ROOT / file
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.exists() else ast.Module([], [])
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_complaint_has_its_row_once():
    assert [row[0] for row in ROWS] == [f"V{number}" for number in range(1, 72)]
    assert {len(row) for row in ROWS} == {6}
    assert "25b" in " ".join(ROWS[24])


def test_every_test_that_is_named_is_there():
    named = TEST.findall(PAGE)
    assert len(named) > 80
    assert [f"{file}::{name}" for file, name in named if name not in named_in(file)] == []
    assert PAGE.count("tests/") == len(named)


def test_an_answer_names_its_tests_and_half_an_answer_what_is_not_there():
    for number, _, _, does, answered, shown in ROWS:
        word, _, waits = answered.partition(": ")
        assert word in ("yes", "partly", "later"), number
        assert bool(TEST.findall(shown)) == (word != "later"), number
        assert bool(waits) == (word == "later"), number
        if word == "partly":
            assert re.search(r"Not (there|held|measured|so|done)|yet", does), number


def test_the_counts_above_the_table_are_those_of_the_table():
    counts = Counter(row[4].partition(":")[0] for row in ROWS)
    said = re.search(r"Of 71: (\d+) yes, (\d+) partly, (\d+) later\.", PAGE)
    assert said is not None
    assert [int(number) for number in said.groups()] == [counts["yes"], counts["partly"], counts["later"]]
