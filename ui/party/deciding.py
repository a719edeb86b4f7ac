"""The groups in which a person must decide who is a contact. Only what happened since the last look is read. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from screening.party import PARTY, Party
from screening.records.store import RecordStore

__all__ = ["LATEST", "Undecided"]

LATEST: Final = 40
"""So many parties are looked through at first, those opened last."""
_MOST_NEWS: Final = 500


@dataclass
class Undecided:
    """`load` gives a party by its id, `proposed` how many of its members wait for a person's word."""

    store: RecordStore
    load: Callable[[str], Party | None]
    proposed: Callable[[Party], int]
    _seen: int = -1
    _party_of: dict[str, str] = field(default_factory=dict)
    _found: dict[str, tuple[Party, int]] = field(default_factory=dict)

    def look(self) -> tuple[tuple[Party, int], ...]:
        """The parties with somebody to be decided on, and how many; those opened first come first."""
        head = self.store.head().seq
        if head != self._seen:
            for party in self._touched(head):
                self._read(party)
            self._seen = head
        return tuple(sorted(self._found.values(), key=lambda one: one[0].opened_at))

    def _touched(self, head: int) -> set[str]:
        if self._seen < 0 or head - self._seen > _MOST_NEWS:
            return {stream.removeprefix(PARTY) for stream in self.store.streams(PARTY)[-LATEST:]} | {*self._found}
        streams = {stored.event.stream for stored in self.store.since(self._seen, _MOST_NEWS)}
        parties = {stream.removeprefix(PARTY) for stream in streams if stream.startswith(PARTY)}
        return parties | {self._party_of[one] for s in streams if (one := s.partition(":")[2]) in self._party_of}

    def _read(self, named: str) -> None:
        party = self.load(named)
        self._found.pop(named, None)
        if party is None:
            return
        self._party_of |= dict.fromkeys(party.members, named)
        if len(party.members) > 1 and (count := self.proposed(party)):
            self._found[named] = (party, count)
