"""A theorem about an edition: what it says, and whether it is proved, refuted, declared, or could not be decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sops.model import Source, Text

Standing = Literal["proved", "refuted", "declared", "not decided"]


@dataclass(frozen=True, slots=True)
class Theorem:
    """One theorem. `about` is the edition's name, `because` what shows it, in one sentence.

    `example` is the traveller who shows it: who refutes it, who falls into a declared gap, or whom it says there is.
    It is the script of `paso screen` for a procedure, the facts of `paso classify` for a definition; None where no
    traveller is needed to see it.
    `declared`: it does not hold, and the edition says so with its reason.
    """

    about: str
    name: str
    says: Text
    state: Standing
    because: Text
    source: Source | None = None
    example: Mapping[str, Any] | None = None

    @property
    def stands(self) -> bool:
        """Whether nobody has to act on it."""
        return self.state in ("proved", "declared")

    def as_json(self) -> dict[str, Any]:
        """The theorem as `paso sop prove --json` prints it."""
        return {
            "about": self.about,
            "name": self.name,
            "says": dict(self.says),
            "state": self.state,
            "because": dict(self.because),
            "source": {"document": self.source.document, "clause": self.source.clause, "mark": self.source.mark}
            if self.source
            else None,
            "example": dict(self.example) if self.example is not None else None,
        }
