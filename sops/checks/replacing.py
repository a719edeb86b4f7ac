"""A file that stands in for a shipped one must still hold what the other files and the program need of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, Final

from sops.checks import tables
from sops.mistakes import nearest
from sops.shapes import Checked, Path, walk

_OPEN: Final = set(tables.OPEN) - {"clauses", "countries", "divisions"}
"""Names that the grammar does not list and the program shows; those left out are else shown as they stand."""


def check(checked: Checked, standing: Iterable[Checked]) -> None:
    """Tell documents that other files cite, and words that the program shows, where a given file dropped them."""
    if checked.kind == "sources":
        _sources(checked, standing)
    data: Any = checked.data
    if checked.kind == "names" and data.get("names") in _OPEN:
        for other in standing:
            shipped: Any = other.data
            if other is not checked and shipped.get("names") == data.get("names"):
                tables.tell_words(checked, shipped.get("words", {}))


def _sources(checked: Checked, standing: Iterable[Checked]) -> None:
    known = _documents(checked)
    others = [other for other in standing if other is not checked]
    replaced = {name for other in others for name in _documents(other)}
    if not known & replaced:  # the documents of a pack, beside the shipped ones
        return
    citing: dict[str, str] = {}
    for other in others:
        for document in _cited(other):
            citing.setdefault(document, other.file)
    for document, file in sorted(citing.items()):
        if document not in known and ("sources", document) not in checked.places:
            message = (
                f'{PurePath(file).name} cites the document "{document}", which is missing. {nearest(document, known)}'
            )
            checked.tell(("sources",), "reference", message)


def _documents(checked: Checked) -> set[str]:
    data: Any = checked.data
    return set(data.get("sources", ())) if checked.kind == "sources" else set()


def _cited(checked: Checked) -> set[str]:
    found: set[str] = set()

    def look(_: Path, value: Any) -> None:
        if isinstance(value, dict) and value.keys() >= {"document", "clause"}:
            found.add(value["document"])

    if checked.kind != "sources":
        walk(checked.data, look)
    return found
