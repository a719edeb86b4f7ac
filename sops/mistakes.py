"""Mistakes in an SOP file: what is wrong, where, why and what now. All mistakes of a file are told at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Literal

Kind = Literal[
    "syntax",
    "encoding",
    "unsafe-tag",
    "limit",
    "duplicate-key",
    "duplicate-id",
    "unknown-key",
    "missing-key",
    "type",
    "reference",
    "flow",
    "translation",
    "date",
    "value",
    "version",
    "expression",
    "signature",
]
CODES: Final[dict[Kind, str]] = {
    "syntax": "SOP101",
    "encoding": "SOP102",
    "unsafe-tag": "SOP103",
    "limit": "SOP104",
    "duplicate-key": "SOP105",
    "duplicate-id": "SOP106",
    "unknown-key": "SOP107",
    "missing-key": "SOP108",
    "type": "SOP109",
    "reference": "SOP110",
    "flow": "SOP111",
    "translation": "SOP112",
    "date": "SOP113",
    "value": "SOP114",
    "version": "SOP115",
    "expression": "SOP116",
    "signature": "SOP117",
}


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake. Lines and columns count from 1; `path` names the place in the file, `message` ends with the cure."""

    file: str
    line: int
    column: int
    kind: Kind
    path: str
    message: str
    severity: Literal["error", "warning"] = "error"

    @property
    def code(self) -> str:
        """The stable code of its kind, `SOP101` and on."""
        return CODES[self.kind]

    def __str__(self) -> str:
        """`file:line:column: code: what, why, what now`."""
        warning = "" if self.severity == "error" else "warning: "
        return f"{self.file}:{self.line}:{self.column}: {self.code}: {warning}{self.path}: {self.message}"

    def as_json(self) -> dict[str, str | int]:
        """The mistake as `paso sop check --json` prints it."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "kind": self.kind,
            "severity": self.severity,
            "path": self.path,
            "message": self.message,
        }


class SopError(Exception):
    """An SOP file or set of files cannot be used; its author mends the YAML. Carries every mistake found."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint naming the nearest valid word, or listing a few when none is near."""
    choices = sorted(known)
    close = get_close_matches(word[:80], choices, n=1, cutoff=0.6) or get_close_matches(
        word[:80].lower(), choices, n=1, cutoff=0.6
    )
    if close:
        return f'Did you mean "{close[0]}"?'
    shown = ", ".join(choices[:12])
    return f"Write one of: {shown}{', ...' if len(choices) > 12 else ''}."
