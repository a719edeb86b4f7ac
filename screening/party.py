"""A party: people who travel together. `Party = fold(events of party:ID)`, pure; its members are screenings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from screening.events import Event

__all__ = ["PARTY", "UNITS", "Party", "Taken", "add", "fold"]

PARTY: Final = "party:"
UNITS: Final = ("family", "vehicle", "boat", "tent", "seats")
"""What holds them together, in the order of the keys. Source: border_sop sections 5 C5 and 8, unit."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that a person took over for one member from another."""

    step: str
    to: str
    whose: str


@dataclass(frozen=True, slots=True)
class Party:
    """What the events of one party say. Screenings are named by their ids; nothing here identifies anybody."""

    id: str
    unit: str
    opened_at: datetime
    members: tuple[str, ...] = ()
    links: frozenset[tuple[str, str]] = frozenset()  # child, carer
    reported: Mapping[str, str] = field(default_factory=dict)  # index -> probable | confirmed | discarded
    decided: Mapping[tuple[str, str], bool] = field(default_factory=dict)  # companion, index -> is a contact
    taken: tuple[Taken, ...] = ()

    def carers_of(self, child: str) -> tuple[str, ...]:
        """Who cares for a child, in the order of joining."""
        return tuple(member for member in self.members if (child, member) in self.links)

    def children_of(self, carer: str) -> tuple[str, ...]:
        """The children somebody cares for: the same links, read the other way."""
        return tuple(member for member in self.members if (member, carer) in self.links)


def fold(events: Iterable[Event]) -> Party | None:
    """The party after its events; None when there are none. A party that nobody opened has the unit `family`."""
    party: Party | None = None
    for event in events:
        party = add(party, event)
    return party


def add(party: Party | None, event: Event) -> Party:
    """The party with one more event."""
    party = party or Party(event.stream.removeprefix(PARTY), UNITS[0], event.at)
    change = _CHANGES.get(event.kind)
    return replace(party, **change(party, event.body)) if change else party


def _opened(_: Party, body: Mapping[str, Any]) -> dict[str, Any]:
    unit = str(body.get("unit"))
    return {"unit": unit if unit in UNITS else UNITS[0]}


def _joined(party: Party, body: Mapping[str, Any]) -> dict[str, Any]:
    who = str(body["screening"])
    return {} if who in party.members else {"members": (*party.members, who)}


def _left(party: Party, body: Mapping[str, Any]) -> dict[str, Any]:
    who = str(body["screening"])
    return {
        "members": tuple(member for member in party.members if member != who),
        "links": frozenset(link for link in party.links if who not in link),
        "reported": {index: said for index, said in party.reported.items() if index != who},
        "decided": {pair: said for pair, said in party.decided.items() if who not in pair},
    }


def _pair(body: Mapping[str, Any]) -> tuple[str, str]:
    return str(body["child"]), str(body["carer"])


_CHANGES: Final[Mapping[str, Callable[[Party, Mapping[str, Any]], dict[str, Any]]]] = {
    "party_opened": _opened,
    "party_joined": _joined,
    "party_left": _left,
    "carer_linked": lambda party, body: {"links": party.links | {_pair(body)}},
    "carer_unlinked": lambda party, body: {"links": party.links - {_pair(body)}},
    "answer_shared": lambda party, body: {
        "taken": (*party.taken, Taken(str(body["step"]), str(body["to"]), str(body["from"])))
    },
    "index_reported": lambda party, body: {"reported": {**party.reported, str(body["index"]): str(body["class"])}},
    "contact_decided": lambda party, body: {
        "decided": {**party.decided, (str(body["companion"]), str(body["index"])): body["contact"] is True}
    },
}
