"""Chance that repeats: one seed, the same ids, keys and bytes. For the demonstration alone, never for true records."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

__all__ = ["Chance"]


@dataclass
class Chance:
    """A stream of bytes from a seed; `label` keeps the streams of two processes apart."""

    seed: int
    label: str
    _drawn: int = 0

    def bytes(self, count: int) -> bytes:
        """So many bytes; each call draws new ones."""
        made = b""
        while len(made) < count:
            made += hashlib.sha256(f"{self.seed}:{self.label}:{self._drawn}".encode()).digest()
            self._drawn += 1
        return made[:count]

    def new_id(self) -> str:
        """The id of a screening."""
        return self.bytes(16).hex()
