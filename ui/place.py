"""The file `desk.json`: which desk of which post this computer is, and how it is set. Read, checked, written whole."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from screening.records.errors import EnvironmentProblem

__all__ = ["LANGUAGES", "LOCKS_AFTER", "LOOKS", "SIZES", "Place", "read_place", "write_place"]

LANGUAGES: Final = ("es", "en")
LOOKS: Final = ("light", "dark", "contrast")
SIZES: Final = (1.0, 1.2, 1.4, 1.7, 2.0)
LOCKS_AFTER: Final = (1, 3, 5, 10, 20)
"""So many minutes without a touch, and the desk locks itself."""
_CLOSED: Final = {"language": LANGUAGES, "look": LOOKS, "size": SIZES, "locks_after": LOCKS_AFTER}


@dataclass(frozen=True, slots=True)
class Place:
    """Which desk of which post this computer is, who sits there, and how it is set. `printer` "": the system's own."""

    post: str = "lajas-blancas"
    desk: str = "1"
    officer: str = "o-1"
    training: bool = False  # unsigned procedures may be tried here; every screening is marked
    language: str = "es"
    printer: str = ""
    look: str = "light"
    size: float = 1.0
    second_screen: bool = False  # the traveller's screen opens by itself
    sound: bool = False
    locks_after: int = 5  # minutes

    def __post_init__(self) -> None:
        """Refuse what the desk could not be. Raises ValueError naming the setting and what it may be."""
        for name, known in _CLOSED.items():
            if getattr(self, name) not in known:
                raise ValueError(f"{name} is {getattr(self, name)!r}; it may be {', '.join(map(str, known))}")
        for name in ("post", "desk", "officer"):
            if not getattr(self, name):
                raise ValueError(f"{name} is empty")


_KINDS: Final[dict[str, type]] = {each.name: type(each.default) for each in fields(Place)}


def read_place(path: Path) -> Place:
    """What the file says; what it leaves out is as at first. A missing file is a desk that nobody has set up.

    Raises EnvironmentProblem when it cannot be read, or says what cannot be.
    """
    try:
        found: Any = json.loads(path.read_bytes())
        return Place(**{name: _of_kind(name, value) for name, value in found.items() if name in _KINDS})
    except FileNotFoundError:
        return Place()
    except (OSError, ValueError, TypeError, AttributeError) as problem:
        why = str(problem) if type(problem) is ValueError else "it is no JSON of this program"
        raise EnvironmentProblem(
            f"{path}: it cannot be read which post and desk this is ({why}). The records beside it are whole. "
            "Start paso without a word: it asks for post and desk and writes the file anew. Without a window: move "
            "this file away; every call then takes it for desk 1 of lajas-blancas.",
            kind="desk_file",
        ) from problem


def _of_kind(name: str, value: Any) -> Any:
    kind = _KINDS[name]
    if kind is bool:
        return value is True
    return kind(value)


def write_place(path: Path, place: Place) -> None:
    """Write it whole beside the old file, then put it in its place. Raises EnvironmentProblem; the old one stands."""
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8") as file:
            file.write(json.dumps(asdict(place)) + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as problem:
        raise EnvironmentProblem(
            f"{path.parent}: nothing can be written there ({problem.strerror}). "
            "Check the drive and the rights of this user, or name another folder with --home.",
            kind="unwritable",
        ) from problem
