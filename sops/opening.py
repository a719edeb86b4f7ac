"""The bytes of an SOP file: an ordinary file of lawful size, whatever lies at the path. Knows nothing of YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sops.mistakes import Kind, Mistake, SopError

MAX_BYTES: Final = 1_000_000


def read_bytes(path: Path) -> bytes:
    """The content of a file. Raises SopError when it is not there, not an ordinary file, not readable or too large."""
    try:
        if path.exists() and not path.is_file():
            raise _refusal(path, "syntax", "this is no ordinary file. Name a YAML file, or a folder that holds some.")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "it cannot be read"
        raise _refusal(path, "syntax", f"{reason}. Name a file that is there.") from None
    if len(raw) > MAX_BYTES:
        raise _refusal(path, "limit", f"the file has more than {MAX_BYTES:,} bytes. Split it.")
    return raw


def _refusal(path: Path, kind: Kind, message: str) -> SopError:
    return SopError([Mistake(str(path), 1, 1, kind, "(file)", message)])
