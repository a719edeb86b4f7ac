"""What a power cut can leave: from a log of writes and syncs, every state the disk may be in.

A write is safe once its file was synced after it; unsynced ones survive in any subset, and the last may be torn at 512
bytes. Files are known by name, so a rename would need more; our writer renames nothing.
"""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_HEX = r"((?:\\x[0-9a-f]{2})*)"
_CALL = re.compile(
    rf'\d+ +(?:(pwrite64)\(\d+<([^>]*)>, "{_HEX}", \d+, (\d+)\)'
    rf'|(write)\((\d+)<([^>]*)>, "{_HEX}"'
    r"|(fsync|fdatasync)\(\d+<([^>]*)>"
    r"|(ftruncate)\(\d+<([^>]*)>, (\d+)"
    rf'|(unlink)\("{_HEX}")'
)
_TRACED = "trace=pwrite64,write,fdatasync,fsync,ftruncate,unlink"


class Write(NamedTuple):
    """One call: `what` is write, sync, cut (to `at` bytes), remove, or said (`at` was acknowledged)."""

    what: str
    file: Path
    at: int = 0
    content: bytes = b""


def record_writes(call: list[object], folder: Path, environment: Mapping[str, str]) -> list[Write]:
    """Run `call` under strace; its writes below `folder`, and what it said on standard output."""
    log = folder / "strace.log"
    strace = ["strace", "-f", "-y", "-xx", "-s", "2000000", "-o", log, "-e", _TRACED]
    subprocess.run([*strace, *map(str, call)], env=dict(environment), check=True, capture_output=True)
    found = [write for line in log.read_text("ascii").splitlines() if (write := _read(line))]
    log.unlink()
    return [write for write in found if write.what == "said" or write.file.parent == folder]


def acknowledged_and_images(
    writes: list[Write], begun: Mapping[Path, bytes], chance: random.Random, every: int = 1
) -> Iterator[tuple[int, dict[Path, bytearray]]]:
    """After every n-th call: what was acknowledged by then, and three states the disk may be in."""
    safe = {file: bytearray(content) for file, content in begun.items()}
    waiting: list[Write] = []
    acknowledged = 0
    for number, write in enumerate(writes):
        if write.what == "said":
            acknowledged = write.at
        elif write.what == "sync":
            for one in waiting:
                if one.file == write.file:
                    _apply(safe, one)
            waiting = [one for one in waiting if one.file != write.file]
        else:
            waiting.append(write)
        if number % every:
            continue
        yield acknowledged, _copy(safe)
        if waiting:
            everything = _copy(safe)
            for one in waiting:
                _apply(everything, one)
            yield acknowledged, everything
            some = _copy(safe)
            for one in waiting:
                if chance.random() < 0.5:
                    torn = one is waiting[-1] and one.what == "write" and chance.random() < 0.5
                    _apply(some, one._replace(content=one.content[: 512 * chance.randint(0, 8)]) if torn else one)
            yield acknowledged, some


def _copy(image: Mapping[Path, bytearray]) -> dict[Path, bytearray]:
    return {file: bytearray(content) for file, content in image.items()}


def _apply(image: dict[Path, bytearray], write: Write) -> None:
    if write.what == "remove":
        image.pop(write.file, None)
        return
    content = image.setdefault(write.file, bytearray())
    end = write.at if write.what == "cut" else write.at + len(write.content)
    content.extend(bytes(max(0, end - len(content))))
    if write.what == "cut":
        del content[end:]
    else:
        content[write.at : end] = write.content


def _read(line: str) -> Write | None:
    found = _CALL.match(line)
    if not found:
        return None
    match found.group(1) or found.group(5) or found.group(9) or found.group(11) or found.group(14):
        case "pwrite64":
            return Write("write", _path(found[2]), int(found[4]), _bytes(found[3]))
        case "write" if found[6] == "1":
            return Write("said", Path(), int(_bytes(found[8])))
        case "fsync" | "fdatasync":
            return Write("sync", _path(found[10]))
        case "ftruncate":
            return Write("cut", _path(found[12]), int(found[13]))
        case "unlink":
            return Write("remove", _path(found[15]))
    return None  # a note of the lock or of the head: neither may matter


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _path(text: str) -> Path:
    return Path(_bytes(text).decode() if text.startswith("\\x") else text)
