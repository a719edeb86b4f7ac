"""What nobody has confirmed yet: sources that are recalled or our own design, receivers, translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from docs.pages.markdown import table
from sops.catalogue import Catalogue, File
from sops.grammar import MARKS

_KINDS = ("definition", "procedure", "post", "areas")
_UNSURE = ("recalled", "design")
_NAMES = ("duty", "rule", "step", "case")


def unconfirmed(catalogue: Catalogue) -> Iterator[str]:
    """How many, then each of them, file by file; then translations and documents."""
    files = [file for kind in _KINDS for file in sorted(catalogue.of_kind(kind), key=lambda file: file.name)]
    yield "### At a glance"
    yield ""
    yield from table(("file", *MARKS), (_counts(file) for file in files))
    for file in files:
        found = [place for place in _places(file.data) if place[-1] in _UNSURE]
        yield f"### {file.name}"
        yield ""
        yield from table(("where in the file", "what it is", "document and clause", "mark"), found)
    yield "### Translations"
    yield ""
    yield "What is asked of and said to travellers. *Confidence* is the translator's own word. A phrase that a language"
    yield "does not have is shown in Spanish and English, and says so."
    yield ""
    yield from table(
        ("language", "own name", "confidence", "phrases", "reviewed by"),
        (
            (f"`{d['translation']}`", d["name"], d["confidence"], len(d["phrases"]), _reviewer(d))
            for d in (file.data for file in catalogue.of_kind("translation"))
        ),
    )
    yield "### Documents: what of them was read"
    yield ""
    (sources,) = catalogue.of_kind("sources")
    documents = sources.data["sources"].items()
    yield from table(
        ("id", "document", "date", "what was seen"),
        ((f"`{k}`", f"{d['title']} ({d['publisher']})", d["date"], d["seen"]) for k, d in documents),
    )


def _counts(file: File) -> tuple[object, ...]:
    counted = Counter(place[-1] for place in _places(file.data))
    return f"`{file.name}`", *(counted[mark] for mark in MARKS)


def _places(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Every mark in a file: place, title, source, mark. Files without a mark at a source mean verified."""
    yield from _walk(data, (), "")


def _walk(plain: Any, path: tuple[str, ...], title: str) -> Iterator[tuple[str, str, str, str]]:
    if isinstance(plain, list):
        for number, value in enumerate(plain):
            name = next((str(value[k]) for k in _NAMES if k in value), str(number)) if isinstance(value, dict) else ""
            yield from _walk(value, (*path, name), title)
    elif isinstance(plain, dict):
        here = _title(plain)
        if "document" in plain and "clause" in plain:
            where = ".".join(path[:-1]) or "the whole file"
            what = title or where.rpartition(".")[2].replace("_", " ")
            yield f"`{where}`", what, f"{plain['document']}, {plain['clause']}", plain.get("mark", "verified")
        elif "mark" in plain:
            yield f"`{'.'.join(path)}`", here, _call(plain), plain["mark"]
        for key, value in plain.items():
            yield from _walk(value, (*path, str(key)), here)


def _title(plain: Mapping[str, Any]) -> str:
    for key in ("title", "says", "name"):
        text = plain.get(key)
        if isinstance(text, str):
            return text
        if isinstance(text, dict) and "en" in text:
            value = f": {plain['value']:g} {plain['unit']}" if "value" in plain and "unit" in plain else ""
            return f"{text['en']}{value}"
    return ""


def _reviewer(data: Mapping[str, Any]) -> str:
    return str(data.get("reviewed", {}).get("by", "nobody yet"))


def _call(plain: Mapping[str, Any]) -> str:
    return f"nobody has rung {plain['phone']}" if "phone" in plain else ""
