"""Markdown that survives its content: cells, headings with their anchors, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence


def cell(text: object) -> str:
    """A text inside a table cell."""
    return " ".join(str(text).split()).replace("|", "\\|").replace("<", "&lt;")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A table, and the empty line after it."""
    yield f"| {' | '.join(head)} |"
    yield "|" + " --- |" * len(head)
    for row in rows:
        yield f"| {' | '.join(map(cell, row))} |"
    yield ""


def anchor(heading: str) -> str:
    """The fragment under which a heading is found."""
    bare = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return bare.replace(" ", "-")


def link(name: str, heading: str | None = None) -> str:
    """A link to a heading of the same page."""
    return f"[{name}](#{anchor(heading or name)})"


def code(*words: str) -> str:
    """Words as they stand in a file."""
    return " · ".join(f"`{word}`" for word in words)
