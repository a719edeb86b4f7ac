"""The scripts of the tour, read like SOP files: for each place in the walk the keys to press, and why. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from sops import reading
from sops.reading import Node

__all__ = ["Lesson", "Line", "lessons"]

_HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Line:
    """What the guide says at one place: `press` are keys by the names of the actions table, apart by blanks."""

    press: tuple[str, ...]
    say: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One made-up traveller; `mrz` is empty without papers.

    `lines` stand by step, or by `begin`, `waiting`, `outcome` and `closed`.
    """

    title: Mapping[str, str]
    mrz: str
    lines: Mapping[str, Line]


@cache
def lessons() -> tuple[Lesson, ...]:
    """The lessons in the order of their files. Raises SopError for a file that cannot be read."""
    return tuple(map(_lesson, sorted(_HERE.glob("*.yaml"))))


def _lesson(path: Path) -> Lesson:
    top = _pairs(reading.read(path))
    lines = {
        place: Line(tuple((_pairs(node)["press"].text or "").split()), _words(_pairs(node)["say"]))
        for place, node in _pairs(top["at"]).items()
    }
    mrz = top["mrz"].text if "mrz" in top else ""
    return Lesson(_words(top["title"]), mrz or "", lines)


def _pairs(node: Node) -> dict[str, Node]:
    return {key.text or "": value for key, value in node.pairs or ()}


def _words(node: Node) -> dict[str, str]:
    return {language: value.text or "" for language, value in _pairs(node).items()}
