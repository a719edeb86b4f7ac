"""All theorems, and the differences of all neighbouring editions, against reading and building the texts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from benchmarks.measuring import Figure, compare
from screening.proving import prove
from sops import comparison
from sops.catalogue import Catalogue, File, load
from sops.proofs import definition

_LANGUAGE = "en"


def figures() -> Iterator[Figure]:
    """Everything shipped, each time from its YAML: a catalogue that was used remembers engines and diagrams."""
    floor = ("reading and building the texts", lambda: _built(load()))
    count = len(_built(load()))
    yield compare("proving all that is shipped", floor, _proved, rounds=3, note=f"{count} texts")
    pairs = len(_neighbours(load()))
    yield compare(
        "differences of neighbouring editions", floor, _compared, rounds=3, note=f"{pairs} pairs, those of all"
    )


def _texts(known: Catalogue) -> list[File]:
    return [file for kind in ("procedure", "definition") for file in (*known.of_kind(kind), *known.laid(kind))]


def _built(known: Catalogue) -> list[object]:
    return [
        known.procedure_of(file) if file.kind == "procedure" else known.engine_of(file).decide for file in _texts(known)
    ]


def _proved() -> None:
    known = load()
    for file in _texts(known):
        if file.kind == "procedure":
            prove(known, known.procedure_of(file))
        else:
            tuple(definition.theorems(known.engine_of(file), known.wording))


def _neighbours(known: Catalogue) -> list[tuple[File, File]]:
    ids = dict.fromkeys(file.data["definition"] for file in known.of_kind("definition"))
    return [pair for name in ids for pair in pairwise(known.editions("definition", name))]


def _compared() -> None:
    known = load()
    for before, after in _neighbours(known):
        comparison.compare(known, before, after, _LANGUAGE).as_json()
