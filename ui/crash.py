"""When something fails that nobody foresaw: a calm note with a code, no traveller's data, and the desk lives on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def code_of(problem: BaseException) -> str:
    """The same six signs for the same failure at the same place; nothing of its message, which may name somebody."""
    import traceback  # not needed for first paint
    import zlib

    places = [
        f"{Path(frame.filename).name}:{frame.name}:{frame.lineno}"
        for frame in traceback.extract_tb(problem.__traceback__)
    ]
    return f"{zlib.crc32(' '.join([type(problem).__name__, *places[-6:]]).encode()) & 0xFFFFFF:06X}"


def note_of(problem: BaseException) -> str:
    """Where it failed, for those who mend it: kinds, files and lines, never a value."""
    import traceback

    places = [
        f"  {Path(frame.filename).parent.name}/{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(problem.__traceback__)
    ]
    return "\n".join([f"{code_of(problem)} {type(problem).__name__}", *places])


def catch(tell: Callable[[str], None], notes: Path | None = None) -> Hook:
    """Install the hook that tells the code and writes the note; the hook that was there before is returned."""
    before = sys.excepthook

    def hook(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, problem, trace)
            return
        if notes is not None:
            try:
                notes.parent.mkdir(parents=True, exist_ok=True)
                with notes.open("a", encoding="utf-8") as file:
                    file.write(note_of(problem) + "\n")
            except OSError:
                sys.stderr.write("the note of the failure could not be written\n")
        sys.stderr.write(note_of(problem) + "\n")
        tell(code_of(problem))

    sys.excepthook = hook
    return before
