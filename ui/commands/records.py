"""`paso record`, `paso slip` and `paso store`: what is recorded, a slip again, and the soundness of the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from screening.records.errors import EnvironmentProblem, RecordError
from ui.commands.problems import DONE, FOUND, InputError, sentence
from ui.commands.streams import columns, say

if TYPE_CHECKING:
    from screening.events import Event
    from screening.records.rebuilding import Fold
    from screening.records.store import RecordStore
    from screening.records.stored import Problem
    from screening.row import ScreeningRow
    from ui.home import Home, Place

__all__ = ["check", "history", "init", "listing", "rebuild", "show", "slip"]


def listing(home: Home, *, day: str | None, most: int, as_json: bool) -> int:
    """The newest screenings, of one local day on demand; the exit code."""
    with home.open_records(read_only=True) as store:
        rows = store.find(first=day, last=day, most=most) if day else store.find(most=most)
        warnings = store.warnings
    for warning in warnings:
        say(warning)
    code = FOUND if warnings else DONE
    if as_json:
        for row in rows:
            print(json.dumps(asdict(row)))
        return code
    head = ("screening", "day", "status", "class", "floor", "ceiling", "outcome", "slip")
    body = [
        tuple(
            str(said) if said is not None else "-"
            for said in (
                row.screening,
                row.day,
                row.status,
                row.classification,
                row.floor,
                row.ceiling,
                row.outcome,
                row.slip,
            )
        )
        for row in rows
    ]
    print("\n".join(columns([head, *body])))
    return code


def show(home: Home, screening: str, *, as_json: bool, with_identity: bool = False) -> int:
    """One screening: its row and, only where asked for, what its sealed part still holds; the exit code."""
    from ui.desk import STREAM

    with home.open_records(read_only=True) as store:
        row = _row(store, screening)
        events = store.read(STREAM + row.screening) if with_identity else ()
    identity: dict[str, Any] = {}
    for event in events:
        identity |= event.identity
    if as_json:
        print(json.dumps({**asdict(row), "identity": identity} if with_identity else asdict(row)))
        return DONE
    for name, value in [*asdict(row).items(), *((f"sealed {key}", value) for key, value in identity.items())]:
        if value not in (None, ""):
            print(f"{name:20} {value}")
    return DONE


def history(home: Home, screening: str, *, as_json: bool, with_identity: bool = False) -> int:
    """Every event of one screening with its place in the chain, its sealed part only where asked for; the exit code."""
    from ui.desk import STREAM

    with home.open_records(read_only=True) as store:
        row = _row(store, screening)
        events = store.history(STREAM + row.screening)
    for stored in events:
        event = stored.event
        line: dict[str, Any] = {
            "seq": stored.seq,
            "at": event.at.isoformat(),
            "by": event.by,
            "kind": event.kind,
            "body": dict(event.body),
            "sealed": bool(event.identity),
            "hash": stored.hash.hex(),
        }
        if with_identity:
            line["identity"] = dict(event.identity)
        if as_json:
            print(json.dumps(line))
        else:
            sealed = " +sealed" if event.identity else ""
            body = json.dumps(line["body"], ensure_ascii=False)
            print(f"{stored.seq:6} {event.at:%Y-%m-%d %H:%M:%S} {event.by:8} {event.kind:16} {body}{sealed}")
    return DONE


def _row(store: RecordStore, asked: str) -> ScreeningRow:
    """The row of a screening id, or of a slip number."""
    row = store.row(asked) or next(iter(store.find(slip=asked, most=1)), None)
    if row is None:
        raise InputError(
            f"there is no screening {asked[:60]!r} here, and no slip of that number. See: paso record list"
        )
    return row


def slip(home: Home, asked: str, out: Path, language: str | None) -> int:
    """The referral slip again, numbered as a copy and recorded as one; the exit code."""
    from ui.printing import PaperMaker

    with home.open_records(make=False) as store:
        row = _row(store, asked)
        if row.slip is None:
            raise InputError(f"screening {row.screening} has no referral slip; its outcome is {row.outcome or 'open'}.")
        known = home.catalogue()
        desk = home.open_desk(shipped=known, store=store)
        desk.state = desk.load(row.screening)
        papers = desk.issue("referral_slip")
        pdf = PaperMaker(store, desk.setting_of, known.wording).pdf(papers, language)
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_bytes(pdf)
        except OSError as problem:
            raise EnvironmentProblem(
                f"{out}: cannot be written ({problem.strerror}); the copy waits in the queue. "
                "Check the drive, its space and rights, or name another file with --out."
            ) from problem
        desk.printed(papers)
    print(f"{out}: {papers.number}, copy {papers.copy}")
    return DONE


# --------------------------------------------------------------------------------------------------------------- store


def init(home: Home, place: Place) -> int:
    """Make an empty store for a desk of a post; the exit code."""
    post = home.catalogue().post(place.post)
    if place.desk not in post.desks:
        raise InputError(f"the post {post.id} has no desk {place.desk!r}; it has {', '.join(post.desks)}.")
    from screening.records.store import RecordStore

    letter = type(home).letter_of(place.desk)
    RecordStore.create(home.records, desk=letter).close()
    home.settle(place)
    training = ", in training" if place.training else ""
    print(f"{home.records}: new records of {post.name}, desk {place.desk}{training}")
    return DONE


def check(home: Home, *, as_json: bool) -> int:
    """Walk the chain of the whole store; the exit code."""
    with home.open_records(read_only=True) as store:
        found, warnings = store.verify(), store.warnings
    if as_json:
        problems = [{"seq": p.seq, "kind": p.kind, "words": p.words} for p in found.problems]
        print(json.dumps({"ok": found.ok, "events": found.events, "head": found.head.hash.hex(), "problems": problems}))
    else:
        print(f"{found.events} events, head {found.head.short}: {'the chain holds' if found.ok else 'PROBLEMS'}")
        for problem in found.problems:
            print(f"  {problem.kind}: {problem.words}")
    for warning in warnings:
        say(warning)
    return DONE if found.ok and not warnings else FOUND


def rebuild(home: Home, *, as_json: bool) -> int:
    """Drop the rows and fold them again from the log; say whether they were equal. The exit code."""
    from screening.projecting import folding

    with home.open_records(make=False) as store:
        broken = [problem for problem in store.verify().problems if problem.kind != "unanchored"]
        if broken:
            return _not_rebuilt(broken, as_json=as_json)
        store.stale = True  # rows that are about to be made anew are not asked before
        desk = home.open_desk(store=store)
        made = store.rebuild(_telling(folding(desk.setting_of)))
    if as_json:
        print(
            json.dumps({"streams": made.streams, "rows": made.rows, "differences": list(map(asdict, made.differences))})
        )
    else:
        equal = "every row was equal" if not made.differences else f"{len(made.differences)} values differed"
        print(f"{made.rows} rows folded again from {made.streams} screenings: {equal}")
        for each in made.differences:
            print(f"  {each.screening} {each.field}: {each.stored} -> {each.folded}")
    return FOUND if made.differences else DONE


def _not_rebuilt(broken: Sequence[Problem], *, as_json: bool) -> int:
    """Tell why a log that does not hold is not folded; the exit code."""
    if as_json:
        print(json.dumps({"problems": [asdict(problem) for problem in broken]}))
    say("the log is damaged, so no row was made from it. Keep this file aside and restore the last backup.")
    for problem in broken:
        say(f"  {problem.kind}: {problem.words}")
    return FOUND


def _telling(fold: Fold) -> Fold:
    """The same fold; what it cannot fold is told with the stream it stands in, and never with a value of it."""

    def told(events: Sequence[Event]) -> ScreeningRow | None:
        try:
            return fold(events)
        except (OSError, MemoryError):
            raise
        except Exception as problem:
            known = sentence(problem)
            why = known[0] if known else f"its events do not fit together ({type(problem).__name__})."
            raise RecordError(f"{events[0].stream}: cannot be folded: {why} No row was changed.") from problem

    return told
