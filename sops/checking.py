"""Checking SOP files: shapes, then what a file says by itself, then what it says among the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path as FilePath
from typing import Final

from sops import reading, shapes
from sops.checks import across, definition, overdue, overlay, procedure, replacing, tables
from sops.mistakes import Mistake, SopError
from sops.opening import read_bytes
from sops.shapes import Checked

_BY_KIND: Final[Mapping[str, Callable[[Checked], None]]] = {
    "definition": definition.check,
    "procedure": procedure.check,
    "overlay": overlay.check,
    "post": tables.check_post,
    "areas": tables.check_areas,
    "translation": tables.check_translation,
    "sources": tables.check_sources,
    "names": tables.check_names,
    "vignettes": tables.check_vignettes,
}


_LAID: Final = {"overlay": overlay.check_across, "post": overlay.check_post}


def check_text(path: FilePath, raw: bytes) -> Checked:
    """A file with all its mistakes by itself; unreadable text gives the one mistake that makes it so."""
    try:
        root = reading.read(path, raw)
    except SopError as problem:
        checked = Checked(str(path))
        checked.mistakes += problem.mistakes
        return checked
    checked = shapes.check(str(path), root)
    if checked.kind in _BY_KIND:
        _BY_KIND[checked.kind](checked)
    return checked


def check_paths(paths: Iterable[FilePath], shipped: Iterable[FilePath], on: date | None = None) -> tuple[Mistake, ...]:
    """Every mistake of the files at `paths` (folders are searched) among the `shipped` ones; of all when none is given.

    A given file stands in for the shipped file of the same id and edition, so that a copy is no overlap. Editions past
    their dates on the day `on` are warned of.
    """
    return check_among([_check(path) for path in _files(paths)], [_check(path) for path in shipped], on)


def check_among(given: Sequence[Checked], standing: Sequence[Checked], on: date | None = None) -> tuple[Mistake, ...]:
    """Every mistake of checked files among the standing ones; of those standing when none is given."""
    taken = {_identity(checked) for checked in given}
    others = [checked for checked in standing if _identity(checked) not in taken]
    everything = across.known((c.kind, c.data) for c in (*others, *given) if c.kind)
    wanted = given or standing
    for checked in given:
        replacing.check(checked, [*standing, *given])
    seen: dict[tuple[str, str, str], str] = {}
    for checked in wanted:
        if not checked.kind:
            continue
        across.check(checked, everything)
        if on is not None and checked.kind in ("definition", "procedure"):
            overdue.check(checked, everything.editions.get((checked.kind, str(checked.data.get(checked.kind))), ()), on)
        if checked.kind in _LAID:
            _LAID[checked.kind](checked, everything)
        identity = _identity(checked)
        if identity in seen and identity[1]:
            checked.tell((checked.kind,), "duplicate-id", f"{identity[1]} stands in {seen[identity]} too. Rename one.")
        seen[identity] = checked.file
    return tuple(sorted(mistake for checked in wanted for mistake in checked.mistakes))


def _files(paths: Iterable[FilePath]) -> list[FilePath]:
    found: list[FilePath] = []
    for path in paths:
        found += (sorted(path.rglob("*.yaml")) or [path]) if path.is_dir() else [path]
    return found


def _check(path: FilePath) -> Checked:
    try:
        return check_text(path, read_bytes(path))
    except SopError as problem:
        return Checked(str(path), mistakes=list(problem.mistakes))


def _identity(checked: Checked) -> tuple[str, str, str]:
    data = checked.data
    return checked.kind, str(data.get(checked.kind, "")), str(data.get("edition", ""))
