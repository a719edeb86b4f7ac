"""An invariant of a procedure: what must hold on every walk, as its author wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sops.conditions import Condition

if TYPE_CHECKING:
    from sops.model import Source, Text


@dataclass(frozen=True, slots=True)
class Invariant:
    """What must hold on every walk. `says` has the keys of the file, with conditions where conditions stand."""

    id: str
    title: Text
    says: Mapping[str, Any]
    source: Source

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions in it."""
        return tuple(self.says[key] for key in ("never", "holds") if key in self.says)
