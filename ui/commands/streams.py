"""What comes in and goes out: files or standard input as lines of text, and lines of answers in order."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ui.commands.problems import InputError

__all__ = ["Told", "columns", "lines_of", "say", "write_lines"]

_PATIENCE_S: Final = 2.0


@contextmanager
def lines_of(name: str) -> Iterator[Iterator[str]]:
    """The lines of a file, or of standard input for `-`, in UTF-8; bytes that are none become lone surrogates."""
    if name == "-":
        source = getattr(sys.stdin, "buffer", None)
        if source is None:
            yield iter(sys.stdin)
            return
        text = io.TextIOWrapper(source, encoding="utf-8-sig", errors="surrogateescape", newline="\n")
        try:
            yield iter(text)
        finally:
            text.detach()
        return
    try:
        file = Path(name).open(encoding="utf-8-sig", errors="surrogateescape", newline="\n")  # noqa: SIM115 - closed below
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or problem
        raise InputError(f"{name}: cannot be read ({why}). Name a file, or - for standard input.") from problem
    with file:
        yield iter(file)


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as lines with their columns under each other."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def say(problem: str) -> None:
    """One sentence to the person, on standard error."""
    print(f"paso: {problem}", file=sys.stderr)


class Told:
    """How far a long run is, on standard error, from its third second on and only where a person watches."""

    def __init__(self, of_what: str) -> None:
        self._of_what = of_what
        self._next = time.monotonic() + _PATIENCE_S
        self._watched = sys.stderr.isatty()
        self._shown = False

    def at(self, count: int) -> None:
        """So many are done."""
        if self._watched and time.monotonic() >= self._next:
            self._next = time.monotonic() + 0.5
            self._shown = True
            print(f"\r{count:,} {self._of_what}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Wipe the line."""
        if self._shown:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)


def write_lines(answers: Iterable[str], told: Told, block: int = 500) -> None:
    """Print answers a block at a time: at 280,000 lines the calls would cost more than the decisions."""
    waiting: list[str] = []
    count = 0
    for answer in answers:
        waiting.append(answer)
        if len(waiting) == block:
            count += block
            print("\n".join(waiting))
            waiting.clear()
            told.at(count)
    if waiting:
        print("\n".join(waiting))
    told.end()
