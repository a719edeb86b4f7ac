"""The grammar of the SOP language as one table: it drives the checker, the JSON Schema and the documentation.

A file is a `Form` (closed mapping); its fields hold scalars, lists, open tables, further forms, or conditions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sops.grammar.definition import DEFINITION, VIGNETTES
from sops.grammar.kinds import ID, TEXT, Either, Field, Form, OneOf, Rule, Scalar, Seq, Shape, Table, Words
from sops.grammar.overlay import OVERLAY
from sops.grammar.procedure import PROCEDURE
from sops.grammar.rules import CONDITIONS
from sops.grammar.tables import AREAS, NAMES, PACK_PHRASES, PHRASES, POST, SOURCES
from sops.grammar.words import (
    ALERTS,
    ANSWERS,
    CLASSES,
    DOES,
    LANGUAGES,
    MARKS,
    NEEDS,
    OUTCOMES,
    PAPERS,
    POST_KINDS,
    RECORDS,
    ROLES,
)

__all__ = [
    "ALERTS", "ANSWERS", "CLASSES", "CONDITIONS", "DOES", "FILES", "ID", "LANGUAGES", "MARKS", "NEEDS", "OUTCOMES",
    "PAPERS", "POST_KINDS", "RECORDS", "ROLES", "TEXT", "Either", "Field", "Form", "OneOf", "Rule", "Scalar", "Seq",
    "Shape", "Table", "Words",
]  # fmt: skip

FILES: Final[Mapping[str, Form]] = {
    "definition": DEFINITION,
    "procedure": PROCEDURE,
    "overlay": OVERLAY,
    "translation": PHRASES,
    "phrases": PACK_PHRASES,
    "sources": SOURCES,
    "names": NAMES,
    "areas": AREAS,
    "post": POST,
    "vignettes": VIGNETTES,
}
"""Kinds of file, by the key that a file begins with."""
