"""One process writes: a lock file that the system itself releases when the holder dies, so that none is ever stale."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from screening.records.errors import EnvironmentProblem

__all__ = ["WriterLock"]

_FAR = 1 << 30  # Windows forbids reading a locked byte, so the lock lies far behind the holder's number

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """Held from construction to `release`, or until the process dies in whatever way."""

    def __init__(self, path: Path, store: Path) -> None:
        """Take the lock at `path` on behalf of `store`. Raises EnvironmentProblem naming the holder's process."""
        try:
            self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as problem:
            raise EnvironmentProblem(
                f"{path}: the lock of the records cannot be opened ({problem.strerror}). "
                "Check that the folder can be written.",
                kind="unwritable",
            ) from problem
        try:
            _take(self._handle)
        except OSError:
            holder = _holder(self._handle)
            os.close(self._handle)
            raise EnvironmentProblem(
                f"{store}: another Paso Seguro is writing to these records ({holder}). "
                "Go on in that window, or close it first.",
                kind="other_window",
            ) from None
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, f"{os.getpid()}\n".encode())

    def release(self) -> None:
        """Let the next process write. The file stays: removing it would race with the next holder."""
        if self._handle is not None:
            os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = None


def _holder(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    text = os.read(handle, 20).decode("ascii", "replace").strip()
    return f"process {text}" if text.isdigit() else "a process that is just starting"
