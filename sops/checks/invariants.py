"""Invariants: each makes one claim, whole, about things that exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sops.checks import naming
from sops.grammar.invariants import CLAIMS, OPTIONAL
from sops.mistakes import nearest
from sops.shapes import Checked, Path

_CONDITIONS = ("never", "holds")


def conditions(data: Any) -> Iterator[tuple[Path, Any]]:
    """Every condition of an invariant, with its path."""
    for index, invariant in enumerate(data.get("invariants", ())):
        for key in _CONDITIONS:
            if key in invariant:
                yield ("invariants", index, key), invariant[key]


def check(checked: Checked, data: Any, steps: Mapping[str, tuple[Path, Any]]) -> None:
    """Tell what claims nothing, too much, or of something that is not there."""
    for index, invariant in enumerate(data.get("invariants", ())):
        path: Path = ("invariants", index)
        _claims(checked, invariant, path)
        _names(checked, data, invariant, path, steps)
    for path, condition in conditions(data):
        for where, node in naming.conditions(condition, path):
            for number, name in enumerate(node.get("course is", ()) if isinstance(node, dict) else ()):
                if name not in data.get("courses", {}):
                    naming.tell_missing(checked, (*where, "course is", number), "course", name, data["courses"])


def _claims(checked: Checked, invariant: Any, path: Path) -> None:
    made = [key for key in CLAIMS if key in invariant]
    if len(made) != 1:
        found = " and ".join(f'"{key}"' for key in made) or "none"
        message = f"an invariant makes one claim; here stands {found}. Known: {', '.join(CLAIMS)}."
        checked.tell(path, "missing-key" if not made else "unknown-key", message)
        return
    beside = CLAIMS[made[0]]
    for key in beside:
        if key not in invariant and key not in OPTIONAL:
            checked.tell(path, "missing-key", f'"{made[0]}" needs "{key}" beside it. Add "{key}: ...".')
    for key in invariant.keys() - {"invariant", "title", "source", made[0], *beside}:
        checked.tell((*path, key), "unknown-key", f'"{key}" says nothing beside "{made[0]}". Remove it.')


def _names(checked: Checked, data: Any, invariant: Any, path: Path, steps: Mapping[str, tuple[Path, Any]]) -> None:
    for key in ("no condition reads", "but for"):
        for number, name in enumerate(invariant.get(key, ())):
            if name not in steps:
                naming.tell_missing(checked, (*path, key, number), "step", name, steps)
    for name, words in invariant.get("makes no difference", {}).items():
        where = (*path, "makes no difference", name)
        if name not in steps:
            naming.tell_missing(checked, where, "step", name, steps)
            continue
        step = steps[name][1]
        known = (*step.get("options", ("yes", "no")), "unknown", "refused")
        for word in words:
            if word not in known:
                checked.tell(where, "reference", f'"{word}" is no answer of "{name}". {nearest(word, known)}')
    interrupts = data.get("interrupts", {})
    if "one step away" in invariant and invariant["one step away"] not in interrupts:
        where = (*path, "one step away")
        naming.tell_missing(checked, where, "interrupt", invariant["one step away"], interrupts)
