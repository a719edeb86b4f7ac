"""The hash chain: what a link covers, and the walk that finds and locates every change.

A link is `sha256(prev | length, header | length, raw | length, sealed)` with lengths as 8 bytes, big end first; a NULL
`sealed` has the length 2**64 - 1, so that "nothing sealed" and "an empty seal" differ. The header is the JSON list
`["paso-event-1", seq, stream, kind, at, by, v]`. The first `prev` is made from the store's own random id.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from screening.records.stored import Head, Problem

__all__ = ["Link", "first_break", "genesis", "header", "link_hash", "place", "walk"]

_NULL = (2**64 - 1).to_bytes(8, "big")
_spell = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Link(NamedTuple):
    """A row of the event table, as stored. `at` is UTC, `2021-03-23T14:14:00.000000Z`."""

    seq: int
    stream: str
    kind: str
    at: str
    by: str
    v: int
    raw: bytes
    sealed: bytes | None
    prev: bytes
    hash: bytes


def genesis(store_id: bytes) -> bytes:
    """The `prev` of the first event: 32 bytes that no other store has."""
    return hashlib.sha256(b"paso-store-1" + store_id).digest()


def header(seq: int, stream: str, kind: str, *, at: str, by: str, v: int) -> bytes:
    """The canonical bytes of everything in a row that is neither content nor chain."""
    return _spell(["paso-event-1", seq, stream, kind, at, by, v]).encode("utf-8")


def place(seq: int, stream: str, kind: str) -> bytes:
    """What a seal is bound to, so that a ciphertext cannot be moved to another event, kind or traveller."""
    return _spell(["paso-seal-1", seq, stream, kind]).encode("utf-8")


def link_hash(prev: bytes, head: bytes, raw: bytes, sealed: bytes | None) -> bytes:
    """The 32 bytes that the next link calls `prev`."""
    digest = hashlib.sha256(prev)
    for part in (head, raw):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    if sealed is None:
        digest.update(_NULL)
    else:
        digest.update(len(sealed).to_bytes(8, "big"))
        digest.update(sealed)
    return digest.digest()


def walk(links: Iterable[Link], start: bytes, expected: dict[int, bytes]) -> Iterator[tuple[Link, tuple[Problem, ...]]]:
    """Each link with what is wrong at it. After a break it goes on from the stored hash: one edit, one place.

    `expected` are hashes vouched for outside the store, by seq: the anchor, a printed slip, a signed shift sheet.
    """
    seq, prev = 0, start
    for link in links:
        found: list[Problem] = []
        if link.seq != seq + 1:
            gone = f"event {seq + 1} is" if link.seq == seq + 2 else f"events {seq + 1} to {link.seq - 1} are"
            found.append(Problem(seq + 1, "missing", f"{gone} missing before event {link.seq}."))
        elif link.prev != prev:
            words = f"event {link.seq} does not follow on event {seq}: something was put in, taken out or moved here."
            found.append(Problem(link.seq, "relinked", words))
        if _hash_of(link) != link.hash:
            words = f"event {link.seq} is not as it was written: its bytes and its hash disagree."
            found.append(Problem(link.seq, "edited", words))
        if (vouched := expected.get(link.seq)) is not None and not link.hash.startswith(vouched):
            words = f"event {link.seq} has another hash than the one noted outside the store: the chain was replaced."
            found.append(Problem(link.seq, "replaced", words))
        yield link, tuple(found)
        seq, prev = link.seq, link.hash


def first_break(head: Head, expected: dict[int, bytes]) -> Problem | None:
    """The tail that is missing, judged by the highest seq vouched for outside."""
    last = max(expected, default=0)
    if last <= head.seq:
        return None
    words = (
        f"the store ends with event {head.seq}, but event {last} was acknowledged: the last {last - head.seq} are gone."
    )
    return Problem(head.seq + 1, "truncated", words)


def _hash_of(link: Link) -> bytes | None:
    """The hash the link should have; None when a column does not even hold the type it was written with."""
    try:
        head = header(link.seq, link.stream, link.kind, at=link.at, by=link.by, v=link.v)
        return link_hash(link.prev, head, link.raw, link.sealed)
    except (TypeError, ValueError):
        return None
