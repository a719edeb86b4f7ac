"""The keep: every text a screening was ever bound to, by its digest, so that it can end and be read under that text.

A file in the SOP folder may be replaced; what stands in the keep is proved by its digest each time it is read.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Keep:
    """A folder of SOP texts as they were read, one file a digest."""

    folder: Path

    def put(self, digest: str, raw: bytes) -> None:
        """Keep a text, durably, unless it is kept already. Raises OSError when the folder cannot be written."""
        if self.get(digest) is not None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.path(digest)
        fresh = path.with_suffix(".new")
        with fresh.open("wb") as out:
            out.write(raw)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(path)

    def get(self, digest: str) -> bytes | None:
        """The text of that digest; None when it is not here, or what is here is not that text."""
        try:
            raw = self.path(digest).read_bytes()
        except OSError:
            return None
        return raw if hashlib.sha256(raw).hexdigest() == digest else None

    def path(self, digest: str) -> Path:
        """Where a text lies. The name comes from the digits of the digest alone."""
        return self.folder / f"{''.join(c for c in digest if c in '0123456789abcdef')}.yaml"
