"""What an overlay set on an edition: each value with what stood there before, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sops.model import Source, Text


@dataclass(frozen=True, slots=True)
class Change:
    """One value that an overlay set. `was` is None where nothing stood; texts are said by language, numbers as text."""

    path: str
    was: str | Text | None
    now: str | Text | None
    source: Source


@dataclass(frozen=True, slots=True)
class Overlaid:
    """An overlay that lies on an edition, with every value it set."""

    id: str
    edition: str
    title: Text
    source: Source
    changes: tuple[Change, ...]

    @property
    def name(self) -> str:
        """`airport@2020-01-31`."""
        return f"{self.id}@{self.edition}"
