"""`paso sop diff`: what two editions decide and say differently."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands.problems import DONE, InputError

if TYPE_CHECKING:
    from sops.catalogue import Catalogue, File
    from ui.home import Home

__all__ = ["diff"]

_KINDS = ("procedure", "definition")


def diff(home: Home, before: str, after: str, language: str, *, as_json: bool, post: str | None = None) -> int:
    """Print the difference of two editions, or of files that are not installed, with a post's numbers; the exit code.

    Raises InputError when they are of two kinds, NoEditionError where there is no such edition, SopError for a file
    with mistakes.
    """
    from sops.comparison import compare
    from sops.comparison_aloud import prose

    known = home.catalogue()
    files = _file(known, before), _file(known, after)
    if files[0].kind != files[1].kind or files[0].kind not in _KINDS:
        kinds = " and a ".join(file.kind for file in files)
        raise InputError(f"{before} and {after} are a {kinds}. Name two procedures or two definitions.")
    numbers = known.post(post).parameters if post else None
    found = compare(known, *files, language, numbers)
    print(json.dumps(found.as_json(), ensure_ascii=False) if as_json else prose(found), end="\n" if as_json else "")
    return DONE


def _file(known: Catalogue, name: str) -> File:
    """The file of an edition, with overlays or without, of the one in force today for a bare id, or of a path."""
    from sops.catalogue import NoEditionError, read_file

    if name.endswith((".yaml", ".yml")):
        return read_file(Path(name))
    base = name.partition("+")[0]
    for kind in _KINDS:
        for file in known.of_kind(kind):
            if file.name == base:
                return known.named(kind, name)
            if file.data[kind] == name:
                today = date.today()  # noqa: DTZ011 - the calendar day here
                return known.named(kind, known.in_force(kind, name, today))
    names = ", ".join(sorted(file.name for kind in _KINDS for file in known.of_kind(kind)))
    raise NoEditionError(f"there is no edition {name!r}. Known: {names}.")
