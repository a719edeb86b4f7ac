"""An arrival of many at once: pre-numbered tickets, one look a person, a queue by need, a count by age band and sex.

`Arrival = fold(events of arrival:ID)`, pure. A ticket leads to a screening once its number is called; the moment of the
first look stays. Source: border_sop section 10.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from screening.events import Event

__all__ = ["ARRIVAL", "Arrival", "Ticket", "add", "fold", "queue"]

ARRIVAL: Final = "arrival:"


@dataclass(frozen=True, slots=True)
class Ticket:
    """One person of the arrival. `at` is the first look; `screening` is set once the number was called."""

    number: int
    need: str
    at: datetime
    screening: str | None = None
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the events of one arrival say. `counts` are people by (age band, sex); nothing here identifies anybody."""

    id: str
    first: int
    opened_at: datetime
    tickets: Mapping[int, Ticket] = field(default_factory=dict)
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    closed_at: datetime | None = None

    @property
    def next_number(self) -> int:
        """The number on the next paper ticket."""
        return max(self.tickets, default=self.first - 1) + 1

    @property
    def counted(self) -> int:
        """People on the group record."""
        return sum(self.counts.values())

    def by_need(self) -> dict[str, int]:
        """How many have each need; struck tickets are left out."""
        found: dict[str, int] = {}
        for ticket in self.tickets.values():
            if not ticket.is_struck:
                found[ticket.need] = found.get(ticket.need, 0) + 1
        return found


def queue(arrival: Arrival, needs: Sequence[str], ended: Container[str]) -> tuple[Ticket, ...]:
    """Who is still to be screened: by need in the procedure's order, then by arrival. `ended`: closed screenings."""
    rank = {need: place for place, need in enumerate(needs)}
    left = [t for t in arrival.tickets.values() if not t.is_struck and t.screening not in ended]
    return tuple(sorted(left, key=lambda t: (rank.get(t.need, len(rank)), t.at, t.number)))


def fold(events: Iterable[Event]) -> Arrival | None:
    """The arrival after its events; None when there are none."""
    arrival: Arrival | None = None
    for event in events:
        arrival = add(arrival, event)
    return arrival


def add(arrival: Arrival | None, event: Event) -> Arrival:
    """The arrival with one more event. Raises ValueError when the first is not `arrival_opened`."""
    if arrival is None:
        if event.kind != "arrival_opened":
            raise ValueError(f"{event.stream}: the first event is {event.kind!r}, not 'arrival_opened'")
        first = event.body.get("first")
        return Arrival(event.stream.removeprefix(ARRIVAL), first if isinstance(first, int) else 1, event.at)
    change = _CHANGES.get(event.kind)
    return replace(arrival, **change(arrival, event)) if change else arrival


def _number(event: Event) -> int:
    number = event.body["ticket"]
    assert isinstance(number, int)
    return number


def _triaged(arrival: Arrival, event: Event) -> dict[str, Any]:
    """Looked at again, a traveller keeps the place that the first look gave."""
    number, need = _number(event), str(event.body["need"])
    old = arrival.tickets.get(number)
    new = replace(old, need=need, is_struck=False) if old else Ticket(number, need, event.at)
    return {"tickets": {**arrival.tickets, number: new}}


def _changed(**changes: Callable[[Event], Any]) -> Callable[[Arrival, Event], dict[str, Any]]:
    def change(arrival: Arrival, event: Event) -> dict[str, Any]:
        number = _number(event)
        values = {name: value(event) for name, value in changes.items()}
        return {"tickets": {**arrival.tickets, number: replace(arrival.tickets[number], **values)}}

    return change


def _counted(arrival: Arrival, event: Event) -> dict[str, Any]:
    cell, people = (str(event.body["band"]), str(event.body["sex"])), event.body["people"]
    assert isinstance(people, int)
    return {"counts": {**arrival.counts, cell: people}}


_CHANGES: Final[Mapping[str, Callable[[Arrival, Event], dict[str, Any]]]] = {
    "triaged": _triaged,
    "ticket_called": _changed(screening=lambda event: str(event.body["screening"])),
    "ticket_struck": _changed(is_struck=lambda _: True),
    "group_counted": _counted,
    "arrival_closed": lambda _, event: {"closed_at": event.at},
}
