"""What can go wrong with the records, sorted by whose move is next. No message ever holds a value of a traveller."""

from __future__ import annotations

__all__ = ["DamagedStore", "EnvironmentProblem", "RecordError", "RefusedValue"]


class RecordError(Exception):
    """Base of all: the records cannot do what was asked. The message says what, where, why and what now.

    `kind` is a word for the same in other languages ("disk_full"), empty where nobody at a desk can meet it.
    """

    def __init__(self, words: str = "", *, kind: str = "") -> None:
        """What to tell."""
        super().__init__(words)
        self.kind = kind


class EnvironmentProblem(RecordError):
    """The official's move: free the disk, close the other window, plug the drive in, then try again."""


class DamagedStore(RecordError):
    """The supervisor's move: the file is not what was last acknowledged. Keep it aside, restore, then look into it."""


class RefusedValue(RecordError, ValueError):
    """The caller's move: a value that no record may hold (NaN, NUL, half a character, a foreign type)."""
