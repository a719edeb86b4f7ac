"""The head of the chain, noted beside the database: without it a lost write-ahead log or an older copy looks whole.

Two slots of 256 bytes are written in turn, after each commit and without a sync of their own, so the note is never
ahead of the database and a torn write leaves the other slot. It guards against accidents; against people stand the
heads on slips, on signed shift sheets and at the hub.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

from screening.records.errors import EnvironmentProblem
from screening.records.stored import Head

__all__ = ["Anchor"]

_SLOT = 256
_WORD = "paso-head-1"


class Anchor:
    """The note of one store, kept open for writing while the store is."""

    def __init__(self, path: Path, store_id: bytes) -> None:
        """Nothing is read or written yet; the file is made with the first `write`."""
        self.path = path
        self._store_id = store_id
        self._handle: int | None = None

    def write(self, head: Head) -> None:
        """Note `head`, in the slot its predecessor did not use. Raises EnvironmentProblem when the folder refuses."""
        body = f"{_WORD} {self._store_id.hex()} {head.seq} {head.hash.hex()}"
        line = f"{body} {zlib.crc32(body.encode()):08x}".ljust(_SLOT - 1) + "\n"
        try:
            if self._handle is None:
                self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            os.lseek(self._handle, head.seq % 2 * _SLOT, os.SEEK_SET)
            os.write(self._handle, line.encode())
        except OSError as problem:
            raise EnvironmentProblem(
                f"{self.path}: the head of the records could not be noted ({problem.strerror}). "
                "The record itself is saved. Free space on the disk and check that the folder can be written."
            ) from problem

    def set_aside(self) -> Path | None:
        """Move the note away before another head is accepted; the new name, or None when there was no note."""
        self.close()
        if not self.path.exists():
            return None
        number = 1
        while (aside := self.path.with_name(f"{self.path.name}.lost-{number}")).exists():
            number += 1
        self.path.rename(aside)
        return aside

    def close(self) -> None:
        """Close the file; `write` opens it again."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    @staticmethod
    def read(path: Path) -> tuple[bytes, Head] | None:
        """The store's id and the highest head noted; None when there is no note or neither slot can be read."""
        try:
            content = path.read_bytes()
        except OSError:
            return None
        found = [slot for start in (0, _SLOT) if (slot := _slot(content[start : start + _SLOT]))]
        return max(found, key=lambda slot: slot[1].seq, default=None)


def _slot(raw: bytes) -> tuple[bytes, Head] | None:
    try:
        body, _, check = raw.decode("ascii").strip().rpartition(" ")
        if f"{zlib.crc32(body.encode()):08x}" != check:
            return None
        word, store_id, seq, digest = body.split(" ")
        return (bytes.fromhex(store_id), Head(int(seq), bytes.fromhex(digest))) if word == _WORD else None
    except ValueError:
        return None
