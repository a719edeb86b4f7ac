"""`paso sop`: which editions there are, what is wrong with a file, an edition read aloud, the schema for editors."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ui.commands.problems import DONE, FOUND, InputError
from ui.commands.streams import columns, say

if TYPE_CHECKING:
    from sops.catalogue import Catalogue
    from ui.home import Home
    from ui.life import EditionState, Life

__all__ = ["aloud", "chart", "check", "listing", "schema"]

_EDITIONED: Final = ("procedure", "definition")


def listing(home: Home, *, as_json: bool) -> int:
    """Procedures and definitions: dates, who answers for them, and what they are at this desk now; the exit code."""
    known = home.catalogue()
    life = _life(home, known)
    now = datetime.now(UTC)
    rows = [_row(known, each, now) for kind in _EDITIONED for each in _editions(life, kind, now)]
    if as_json:
        for row in rows:
            print(json.dumps(row))
    else:
        head = ("edition", "state", "origin", "from", "until", "review by", "place", "digest")
        body = [
            (
                row["name"],
                row["state"],
                f"{row['origin']} by {row['signer']}" if row["signer"] else row["origin"],
                _day(row["since"] or row["upcoming"] or row["in_force_from"]),
                _day(row["in_force_until"]) or "-",
                _day(row["review_by"]),
                ", ".join(row["places"]),
                row["digest"][:12],
            )
            for row in rows
        ]
        print("\n".join(columns([head, *body])))
    for mistake in known.mistakes:
        print(mistake, file=sys.stderr)
    return FOUND if any(mistake.severity == "error" for mistake in known.mistakes) else DONE


def _day(at: str | None) -> str:
    """A day or a moment as people write it: `31 Jan 2020`, with the time where there is one."""
    if at is None:
        return ""
    from ui.strings.calendar import MONTHS

    when = datetime.fromisoformat(at)
    day = f"{when.day} {MONTHS[when.month - 1][1][:3]} {when.year}"
    return f"{day}, {when:%H:%M}" if "T" in at else day


def _life(home: Home, known: Catalogue) -> Life:
    """What was activated at this desk, read beside whoever has it open; nothing where there are no records."""
    from screening.activation import STREAM, Log, gather
    from ui.life import Life

    packs = tuple(home.shelf().packs.values())
    if not home.has_records:
        return Life(known, None, packs=packs, _log=Log())
    with home.open_records(read_only=True) as store:
        log = gather(store.read(STREAM), training=home.place.training)
    return Life(known, None, packs=packs, _log=log)


def _editions(life: Life, kind: str, now: datetime) -> Iterator[EditionState]:
    today = now.astimezone().date()
    for identity in sorted({str(file.data[kind]) for file in life.catalogue.of_kind(kind)}):
        for state in life.states(kind, identity, now, today):
            yield state
            for laid in life.catalogue.laid(kind):  # as posts with overlays work with it
                if laid.name.partition("+")[0] == state.file.name:
                    yield replace(state, file=laid)


def _row(known: Catalogue, state: EditionState, now: datetime) -> dict[str, Any]:
    file = state.file
    made = known.made(file)
    about, places = made.about, made.posts if file.kind == "procedure" else ()
    amber = state.where == "in force" and about.is_amber(now.astimezone().date())
    return {
        "kind": file.kind,
        "name": file.name,
        "id": about.id,
        "edition": about.edition,
        "title": dict(about.title),
        "in_force_from": about.in_force_from.isoformat(),
        "in_force_until": about.in_force_until.isoformat() if about.in_force_until else None,
        "review_by": about.review_by.isoformat(),
        "places": list(places) or ["everywhere"],
        "digest": about.digest,
        "state": "amber" if amber else _STATES[state.where],
        "origin": state.origin,
        "signer": state.signer,
        "since": state.since.astimezone().isoformat(timespec="minutes") if state.since else None,
        "upcoming": state.upcoming.astimezone().isoformat(timespec="minutes") if state.upcoming else None,
    }


_STATES: Final = {
    "in force": "active",
    "past": "expired",
    "upcoming": "upcoming",
    "set aside": "set aside",
    "draft": "draft",
}


def check(paths: Sequence[Path], *, vignettes: bool = False, as_json: bool) -> int:
    """Every mistake of the files at once, of the shipped ones when none is named; the exit code.

    With `vignettes` also every vignette that its edition decides otherwise.
    """
    from sops.catalogue import shipped_files
    from sops.checking import check_paths

    mistakes = check_paths(paths, shipped_files(), date.today())  # noqa: DTZ011 - the calendar day here
    if vignettes:
        from screening.vignettes import check_vignettes

        mistakes = tuple(sorted({*mistakes, *check_vignettes(paths, shipped_files())}))
    for mistake in mistakes:
        print(json.dumps(mistake.as_json()) if as_json else mistake)
    errors = sum(mistake.severity == "error" for mistake in mistakes)
    if not as_json:
        warned = len(mistakes) - errors
        told = f"{_count(errors, 'error')}, {_count(warned, 'warning')}."
        say(told if mistakes else "no mistakes were found.")
    return FOUND if errors else DONE


def _count(number: int, of: str) -> str:
    return f"{number} {of}{'' if number == 1 else 's'}"


def aloud(home: Home, name: str, language: str, pdf: Path | None = None) -> int:
    """An edition as prose, printed or as a PDF; without an edition the one in force today. The exit code."""
    known = home.catalogue()
    name = _edition(known, name)
    if pdf is not None:
        from ui.commands.sop_paper import aloud_on_paper

        return aloud_on_paper(known, name, language, pdf)
    from sops.aloud import aloud as prose

    print(prose(known, name, language))
    return DONE


def chart(home: Home, name: str, language: str, paper: str, out: Path) -> int:
    """The flow chart of a procedure as a file; without an edition the one in force today. The exit code."""
    from ui.commands import sop_paper

    known = home.catalogue()
    return sop_paper.chart(known, _edition(known, name), language, paper, out)


def _edition(known: Catalogue, name: str) -> str:
    if "@" in name:
        there = [file.name for kind in _EDITIONED for file in known.of_kind(kind)]
        if name.partition("+")[0] not in there:
            raise InputError(f"there is no edition {name[:60]!r}. Known: {', '.join(there)}.")
        return name
    kind = next((kind for kind in _EDITIONED if _has(known, kind, name)), None)
    if kind is None:
        ids = dict.fromkeys(str(file.data[each]) for each in _EDITIONED for file in known.of_kind(each))
        raise InputError(f"there is no procedure or definition {name[:60]!r}. Known: {', '.join(ids)}.")
    return known.in_force(kind, name, date.today())  # noqa: DTZ011 - the calendar day here


def _has(known: Catalogue, kind: str, identity: str) -> bool:
    return any(file.data[kind] == identity for file in known.of_kind(kind))


def schema() -> int:
    """The JSON Schema of the YAML files; the exit code."""
    from sops.schema import schema as made

    print(json.dumps(made(), indent=2, ensure_ascii=False))
    return DONE
