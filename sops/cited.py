"""The documents that an edition cites, as a list at the end of what is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sops.catalogue import Catalogue
from sops.shapes import Path, walk

__all__ = ["cited"]

_HEADING: Final = {"en": "Sources", "es": "Fuentes"}
_OURS: Final = "paso-design"


def cited(catalogue: Catalogue, kind: str, name: str, language: str) -> Iterator[str]:
    """A Markdown section with title, publisher, date and number of every document that the edition cites."""
    documents: dict[str, Any] = {}
    for file in catalogue.of_kind("sources"):
        documents |= file.data["sources"]
    found: set[str] = set()

    def look(_: Path, value: Any) -> None:
        if isinstance(value, dict) and value.keys() >= {"document", "clause"}:
            found.add(value["document"])

    walk(dict(catalogue.named(kind, name).data), look)
    yield f"\n## {_HEADING[language]}\n"
    for document in sorted(found, key=lambda each: (each == _OURS, each)):
        if document in documents:
            about = documents[document]
            number = f", {about['number']}" if "number" in about else ""
            yield f"- **{document}**: {about['title']}. {about['publisher']}, {about['date']}{number}."
