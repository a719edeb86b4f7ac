"""A script: one traveller as YAML, with post, moment, document, answers by step, and what happens then.

Scripts are read by the same reader as SOP files, so tags, anchors and doubled keys are refused with their places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sops import reading
from sops.mistakes import Kind, Mistake, SopError, nearest
from sops.reading import Node

__all__ = ["INTERRUPTS", "Act", "Script", "draft", "read_script"]

INTERRUPTS: Final = ("emergency", "refusal", "left", "death")
ACTS: Final = (
    *INTERRUPTS,
    "wait",
    "correct",
    "companion",
    "duty",
    "print",
    "hand over",
    "crash",
    "resume",
    "park",
    "countersign",
    "speak",
)
_KEYS: Final = (
    "story",
    "post",
    "desk",
    "officer",
    "at",
    "document",
    "language",
    "party",
    "training",
    "answers",
    "then",
)
_WHOLE: Final = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL: Final = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_MINUTES: Final = re.compile(r"(\d{1,4}) ?(?:min|minutes|minutos)?")
_SOME_DAY: Final = datetime(9999, 1, 2, tzinfo=UTC)
_YEARS: Final = range(1900, 2200)
"""Stands for a moment that is not said rightly, so that the rest is still held against the newest editions."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happens: its name, the step it happens at (None: when its turn comes), and details."""

    name: str
    what: str = ""
    at: str | None = None
    details: Any = None
    path: str = "then"  # its place in the script

    @property
    def minutes(self) -> int:
        """The length of a wait."""
        return int(self.what)


@dataclass(frozen=True, slots=True)
class Script:
    """One traveller to come. Answers are by step id; a step that is asked and has none is answered `unknown`."""

    at: datetime
    story: Mapping[str, str] = field(default_factory=dict)  # by language: why this traveller is here
    post: str = "lajas-blancas"
    desk: str = "1"
    officer: str = "o-1"
    language: str = "es"
    document: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    then: tuple[Act, ...] = ()
    party: str | None = None
    training: bool = False
    file: str = "script"
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict, repr=False)

    def mistake(self, kind: Kind, path: str, message: str) -> Mistake:
        """A mistake at a path such as `answers.temperature`; where only a part of the path is written, there."""
        written = path
        while written not in self.places and written:
            written = written.rpartition(".")[0]
        return Mistake(self.file, *self.places.get(written, (1, 1)), kind, path, message)


def read_script(path: Path, raw: bytes | None = None) -> Script:
    """The script of a file. Raises SopError with every mistake of its form, each with its place."""
    script, mistakes = draft(path, raw)
    if mistakes:
        raise SopError(mistakes)
    return script


def draft(path: Path, raw: bytes | None = None) -> tuple[Script, list[Mistake]]:
    """A script as far as it can be read, and the mistakes of its form. Raises SopError where nothing can be read."""
    reader = _Reader(str(path))
    return reader.script(reading.read(path, raw)), reader.mistakes


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.mistakes: list[Mistake] = []
        self.places: dict[str, tuple[int, int]] = {}

    def script(self, root: Node) -> Script:
        if root.pairs is None:
            raise SopError([self.mistake(root, "type", "(file)", "a script is a mapping; begin with post: or at:")])
        given: dict[str, Any] = {}
        for key, node in root.pairs:
            name = key.text or ""
            if name not in _KEYS:
                self.tell(key, "unknown-key", name, f"a script has no such key. {nearest(name, _KEYS)}")
            elif name in given:
                self.tell(key, "duplicate-key", name, "this key stands here twice. Keep one.")
            else:
                given[name] = node
                self.places[name] = node.line, node.column
        if "at" not in given:
            self.tell(root, "missing-key", "at", "say when the traveller comes: at: 2021-03-23T09:14:00-05:00")
        made: dict[str, Any] = {"at": _SOME_DAY}
        for name, node in given.items():
            if name == "at":
                made[name] = self.moment(node)
            elif name == "then":
                made[name] = self.acts(node)
            elif name in ("story", "document", "answers"):
                made[name] = self.mapping(node, name)
            elif name == "training":
                made[name] = self.yes_no(node, name)
            elif text := self.text(node, name):
                made[name] = text
        return Script(**made, file=self.file, places=self.places)

    def mistake(self, node: Node, kind: Kind, path: str, message: str) -> Mistake:
        return Mistake(self.file, node.line, node.column, kind, path, message)

    def tell(self, node: Node, kind: Kind, path: str, message: str) -> None:
        self.mistakes.append(self.mistake(node, kind, path, message))

    def text(self, node: Node, path: str) -> str:
        if not (node.text or "").strip():
            shown = "empty" if node.text is not None else node.what
            self.tell(node, "type", path, f"this is {shown}; write one word or text.")
        return (node.text or "").strip()

    def yes_no(self, node: Node, path: str) -> bool:
        if node.text not in ("yes", "no", "true", "false"):
            self.tell(node, "value", path, "write yes or no.")
        return node.text in ("yes", "true")

    def moment(self, node: Node) -> datetime:
        try:
            at = datetime.fromisoformat(node.text or "")
        except ValueError:
            at = None
        if at is None or at.tzinfo is None:
            self.tell(node, "date", "at", "not a moment with its time zone, such as 2021-03-23T09:14:00-05:00.")
            return _SOME_DAY
        if at.year not in _YEARS:
            self.tell(node, "date", "at", f"nobody comes in {at.year}; write a year from {_YEARS[0]} to {_YEARS[-1]}.")
            return _SOME_DAY
        return at

    def mapping(self, node: Node, path: str) -> dict[str, Any]:
        if node.pairs is None:
            self.tell(node, "type", path, f"this is {node.what}; write one line for each, such as `observe: well`.")
            return {}
        return self.plain_mapping(node, path)

    def plain_mapping(self, node: Node, path: str) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in node.pairs or ():
            name = key.text or ""
            if name in made:
                self.tell(key, "duplicate-key", f"{path}.{name}", "this key stands here twice. Keep one.")
            self.places.setdefault(f"{path}.{name}", (value.line, value.column))
            made[name] = self.plain(value, f"{path}.{name}")
        return made

    def plain(self, node: Node, path: str = "") -> Any:
        """Plain data: numbers where they are written as numbers, all else as it stands (`no` stays a word)."""
        if node.pairs is not None:
            return self.plain_mapping(node, path)
        if node.items is not None:
            return [self.plain(item, path) for item in node.items]
        text = node.text or ""
        if node.plain and _WHOLE.fullmatch(text) and len(text) < 12:
            return int(text)
        if node.plain and _DECIMAL.fullmatch(text) and len(text) < 24:
            return float(text)
        return text

    def acts(self, node: Node) -> tuple[Act, ...]:
        if node.items is None:
            self.tell(node, "type", "then", f"this is {node.what}; write a list, such as `- print slip`.")
            return ()
        found = (self.act(item, f"then[{place}]") for place, item in enumerate(node.items))
        return tuple(act for act in found if act is not None)

    def act(self, node: Node, path: str) -> Act | None:
        self.places[path] = node.line, node.column
        details: Any = None
        words = node.text or ""
        if node.pairs is not None and len(node.pairs) == 1:
            key, value = node.pairs[0]
            words, details = key.text or "", self.plain(value, path)
        name = next((name for name in ACTS if words == name or words.startswith(f"{name} ")), None)
        if name is None:
            self.tell(node, "value", path, f"{words[:40]!r} is nothing that can happen. {nearest(words, ACTS)}")
            return None
        rest = words[len(name) :].strip()
        at = None
        if " at " in f" {rest}":
            rest, _, at = (part.strip() for part in f" {rest}".partition(" at "))
        if name == "wait":
            return self.wait(node, path, rest or str(details))
        if name == "correct" and details is None:
            self.tell(node, "value", path, "write the step and its new answer, such as `- correct temperature: 36.8`.")
        if name in ("correct", "duty", "countersign", "speak") and not rest:
            self.tell(node, "value", path, f"{name} what? Write its id behind it.")
        return Act(name, rest, at, details, path)

    def wait(self, node: Node, path: str, length: str) -> Act | None:
        minutes = _MINUTES.fullmatch(length)
        if minutes is None:
            self.tell(node, "value", path, "say how many minutes, such as `- wait 10 min`.")
            return None
        return Act("wait", minutes[1], path=path)
