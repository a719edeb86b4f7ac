"""The check of a whole store: the file, every link, the heads vouched for outside, and every seal that has a key."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from itertools import tee
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from screening.records import chain, log
from screening.records.chain import Link
from screening.records.sealing import DESTROYED, Unsealable, unseal
from screening.records.stored import Head, Problem, Verification
from screening.records.tables import event

__all__ = ["verify"]


def verify(
    connection: Connection, start: bytes, vouched: Mapping[int, bytes], *, anchored: bool, path: Path
) -> Verification:
    """Walk from `start` to the end; `vouched` are hashes (whole, or their first bytes) noted outside, by seq."""
    problems = list(_file_problems(connection))
    expected = dict(vouched)
    last = Head(0, start)
    count = 0
    try:
        erased = set(connection.execute(select(event.c.stream).where(event.c.kind == "erased")).scalars())
        pairs = log.links(connection, log.select_with_keys(undecoded=True).order_by(event.c.seq))
        links, keyed = tee((_decoded(link), key) for link, key in pairs)
        walked = chain.walk((link for link, _ in links), start, expected)
        for (link, found), (_, key) in zip(walked, keyed, strict=True):
            problems += found
            if not found:
                problems += _seal_problems(link, key, erased)
            count, last = count + 1, Head(link.seq, link.hash)
        held = connection.execute(select(func.count()).select_from(event)).scalar_one()
        if held != count:
            words = f"the log shows {count} events by order and {held} by count: an index of the file is damaged."
            problems.append(Problem(None, "file", words))
    except (DBAPIError, sqlite3.Error):
        words = f"nothing can be read after event {last.seq}: {path.name} is damaged there."
        problems.append(Problem(last.seq + 1, "unreadable", words))
    if (gone := chain.first_break(last, expected)) is not None:
        problems.append(gone)
    if not anchored and count:
        words = "no head of these records was found beside them: whether the end is missing cannot be told."
        problems.append(Problem(None, "unanchored", words))
    return Verification(not problems, count, last, anchored, tuple(problems))


def _decoded(link: Link) -> Link:
    """The link with its texts as texts; bytes that are no UTF-8 become lone surrogates, which no hash agrees with."""
    texts = (link.stream, link.kind, link.at, link.by)
    stream, kind, at, by = (
        text.decode("utf-8", "surrogateescape") if isinstance(text, bytes) else text for text in texts
    )
    return link._replace(stream=stream, kind=kind, at=at, by=by)


def _seal_problems(link: Link, key: bytes | None, erased: set[str]) -> tuple[Problem, ...]:
    if link.sealed is None:
        return ()
    if key is None or key == DESTROYED:
        if link.stream in erased:
            return ()
        words = f"event {link.seq}: the key of {link.stream!r} is gone, and no erasure was recorded."
        return (Problem(link.seq, "keyless", words),)
    try:
        unseal(link.sealed, key, chain.place(link.seq, link.stream, link.kind))
    except (Unsealable, ValueError):
        words = f"event {link.seq}: what is sealed does not open with the key of {link.stream!r}; the key was changed."
        return (Problem(link.seq, "unsealed", words),)
    return ()


def _file_problems(connection: Connection) -> list[Problem]:
    try:
        said = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    except (DBAPIError, sqlite3.Error) as problem:
        said = [type(problem).__name__]
    return (
        [] if list(said) == ["ok"] else [Problem(None, "file", f"the file itself is damaged: {line}") for line in said]
    )
