"""What the store gives back: plain frozen values that know nothing of tables."""

from __future__ import annotations

from dataclasses import dataclass

from screening.events import Event, Json

__all__ = ["Difference", "Erasure", "Head", "Problem", "Rebuilt", "StoredEvent", "Tally", "Verification"]


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: `seq` of the last event (0 for none) and its 32-byte `hash`."""

    seq: int
    hash: bytes

    @property
    def short(self) -> str:
        """The first 8 hexadecimal characters, as printed on slips and shift sheets."""
        return self.hash.hex()[:8]


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event with its place in the chain; `prev` and `hash` are 32 bytes, `seq` counts from 1 over the store."""

    seq: int
    event: Event
    prev: bytes
    hash: bytes

    @property
    def head(self) -> Head:
        """The chain's head as it was when this event was the last one."""
        return Head(self.seq, self.hash)


@dataclass(frozen=True, slots=True)
class Erasure:
    """A key destroyed. `residue`: another reader kept old pages alive; the next opening of the store removes them."""

    stored: StoredEvent
    residue: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of `verify`: where (`seq`, None for the whole file), what kind, and in words.

    `kind`: edited | relinked | missing | unreadable | truncated | replaced | unsealed | keyless | file | unanchored.
    """

    seq: int | None
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The walk along the chain. `ok` is false with any problem; `anchored`: a head noted outside vouched for it."""

    ok: bool
    events: int
    head: Head
    anchored: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored row that is not what its events say: the `field` ("row" when one side lacks it) and both values."""

    screening: str
    field: str
    stored: Json
    folded: Json


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A projection folded again from `streams` screenings; no `differences` is the proof that it was equal."""

    streams: int
    rows: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many screenings share these `values`, in the order of the columns asked for."""

    values: tuple[Json, ...]
    count: int
