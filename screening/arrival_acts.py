"""What a person may do while many arrive at once, as functions from the arrival to the event that records it."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from screening.arrival import ARRIVAL, Arrival
from screening.commands import CommandError, Officer
from screening.events import Event, Json
from screening.projecting import BANDS

__all__ = ["MOST_PEOPLE", "SEXES", "call", "close", "count", "open_arrival", "strike", "triage"]

SEXES: Final = ("F", "M", "unknown")
MOST_PEOPLE: Final = 9999
_MOST_TICKETS: Final = 99_999


def open_arrival(arrival: str, first: int, who: Officer, *, post: str, desk: str) -> Event:
    """Many arrive; `first` is the number on the next paper ticket."""
    if not 1 <= first <= _MOST_TICKETS:
        raise CommandError(f"a ticket has a number from 1 to {_MOST_TICKETS}", "ticket_number", most=_MOST_TICKETS)
    return Event(ARRIVAL + arrival, "arrival_opened", who.at, who.id, {"post": post, "desk": desk, "first": first})


def triage(arrival: Arrival, number: int, need: str, who: Officer, needs: Container[str]) -> Event:
    """One look at the holder of a ticket, or a second one. Raises CommandError for a need the procedure lacks."""
    _must_be_open(arrival)
    if need not in needs:
        raise CommandError(f"'{need}' is no answer of the first pass")
    if number not in arrival.tickets and number != arrival.next_number:
        raise CommandError(
            f"ticket {number} was not given out; the next one is {arrival.next_number}",
            "ticket_unknown",
            number=number,
            next=arrival.next_number,
        )
    return _event(arrival, "triaged", who, {"ticket": number, "need": need})


def call(arrival: Arrival, number: int, screening: str, who: Officer) -> Event:
    """The number was called, and the screening of its holder begins."""
    ticket = arrival.tickets.get(number)
    if ticket is None or ticket.is_struck:
        raise CommandError(f"ticket {number} is not in the queue", "ticket_gone", number=number)
    if ticket.screening is not None:
        raise CommandError(f"ticket {number} has its screening already. Go on with it.", "ticket_called", number=number)
    return _event(arrival, "ticket_called", who, {"ticket": number, "screening": screening})


def strike(arrival: Arrival, number: int, who: Officer) -> Event:
    """The ticket was given out by mistake, or its holder went on with somebody else's. The number is not used again."""
    ticket = arrival.tickets.get(number)
    if ticket is None or ticket.is_struck:
        raise CommandError(f"ticket {number} is not in the queue", "ticket_gone", number=number)
    if ticket.screening is not None:
        raise CommandError(
            f"ticket {number} has a screening: record there that the traveller left", "ticket_called", number=number
        )
    return _event(arrival, "ticket_struck", who, {"ticket": number})


def count(arrival: Arrival, band: str, sex: str, people: int, who: Officer) -> Event:
    """So many people of one age band and sex are on the group record; the last count of a cell stands."""
    _must_be_open(arrival)
    if band not in (*BANDS, "unknown") or sex not in SEXES or not 0 <= people <= MOST_PEOPLE:
        raise CommandError(f"{people} people of '{band}', '{sex}' is no cell of the group record")
    return _event(arrival, "group_counted", who, {"band": band, "sex": sex, "people": people})


def close(arrival: Arrival, who: Officer) -> Event:
    """The first pass is over; the queue stays until everybody was screened."""
    _must_be_open(arrival)
    return _event(arrival, "arrival_closed", who, {})


def _must_be_open(arrival: Arrival) -> None:
    if arrival.closed_at is not None:
        raise CommandError("this arrival is closed; open another one", "no_arrival")


def _event(arrival: Arrival, kind: str, who: Officer, body: dict[str, Json]) -> Event:
    return Event(ARRIVAL + arrival.id, kind, who.at, who.id, body)
