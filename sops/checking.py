"""Checks of a whole file beyond its shapes: names that must exist, flows that must lead on, dates in order."""

from __future__ import annotations

from pathlib import Path as FilePath

from sops import reading, shapes
from sops.mistakes import SopError
from sops.shapes import Checked


def check_text(path: FilePath, raw: bytes) -> Checked:
    """A file with all its mistakes; unreadable text gives the one mistake that makes it so."""
    try:
        root = reading.read(path, raw)
    except SopError as problem:
        checked = Checked(str(path))
        checked.mistakes += problem.mistakes
        return checked
    return shapes.check(str(path), root)
