"""`paso sop`: which editions there are, what is wrong with a file, an edition read aloud, the schema for editors."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.commands.problems import DONE, FOUND
from ui.commands.streams import columns, say

if TYPE_CHECKING:
    from sops.catalogue import Catalogue, File
    from ui.home import Home

__all__ = ["aloud", "check", "listing", "schema"]


def listing(home: Home, *, as_json: bool) -> int:
    """Procedures and definitions with their dates and what they are today; the exit code."""
    known = home.catalogue()
    today = date.today()  # noqa: DTZ011 - the calendar day here
    rows = [row for kind in ("procedure", "definition") for row in _editions(known, kind, today)]
    if as_json:
        for row in rows:
            print(json.dumps(row))
    else:
        head = ("edition", "state", "from", "until", "review by", "place", "digest")
        body = [
            (
                row["name"],
                row["state"],
                row["in_force_from"],
                row["in_force_until"] or "-",
                row["review_by"],
                ", ".join(row["places"]),
                row["digest"][:12],
            )
            for row in rows
        ]
        print("\n".join(columns([head, *body])))
    for mistake in known.mistakes:
        print(mistake, file=sys.stderr)
    return FOUND if any(mistake.severity == "error" for mistake in known.mistakes) else DONE


def _editions(known: Catalogue, kind: str, today: date) -> Iterator[dict[str, Any]]:
    for file in sorted(known.of_kind(kind), key=lambda file: (str(file.data[kind]), str(file.data["edition"]))):
        about = (known.procedure(file.name) if kind == "procedure" else known.definition(file.name)).about
        places = known.procedure(file.name).posts if kind == "procedure" else ()
        yield {
            "kind": kind,
            "name": file.name,
            "id": about.id,
            "edition": about.edition,
            "title": dict(about.title),
            "in_force_from": about.in_force_from.isoformat(),
            "in_force_until": about.in_force_until.isoformat() if about.in_force_until else None,
            "review_by": about.review_by.isoformat(),
            "places": list(places) or ["everywhere"],
            "digest": about.digest,
            "state": _state(known, kind, file, today),
        }


def _state(known: Catalogue, kind: str, file: File, today: date) -> str:
    """What an edition is on a day: draft before it begins, active or amber while it decides, expired after."""
    about = (known.procedure(file.name) if kind == "procedure" else known.definition(file.name)).about
    if today < about.in_force_from:
        return "draft"
    if known.in_force(kind, about.id, today) != file.name:
        return "expired"
    return "amber" if about.is_amber(today) else "active"


def check(paths: Sequence[Path], *, as_json: bool) -> int:
    """Every mistake of the files at once, of the shipped ones when none is named; the exit code."""
    from sops.catalogue import shipped_files
    from sops.checking import check_paths

    mistakes = check_paths(paths, shipped_files())
    for mistake in mistakes:
        print(json.dumps(mistake.as_json()) if as_json else mistake)
    errors = sum(mistake.severity == "error" for mistake in mistakes)
    if not as_json:
        warned = len(mistakes) - errors
        say(f"{errors} errors, {warned} warnings." if mistakes else "no mistakes were found.")
    return FOUND if errors else DONE


def aloud(home: Home, name: str, language: str) -> int:
    """An edition as prose; without an edition the one in force today. The exit code."""
    from sops.aloud import aloud as prose

    known = home.catalogue()
    if "@" not in name:
        kind = next((kind for kind in ("procedure", "definition") if _has(known, kind, name)), "procedure")
        name = known.in_force(kind, name, date.today())  # noqa: DTZ011 - the calendar day here
    print(prose(known, name, language))
    return DONE


def _has(known: Catalogue, kind: str, identity: str) -> bool:
    return any(file.data[kind] == identity for file in known.of_kind(kind))


def schema() -> int:
    """The JSON Schema of the YAML files; the exit code."""
    from sops.schema import schema as made

    print(json.dumps(made(), indent=2, ensure_ascii=False))
    return DONE
