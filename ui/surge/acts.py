"""Many at once, at this desk: the tickets given out, the queue, the group record. No Qt; the store remembers it all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from screening import arrival_acts
from screening.arrival import ARRIVAL, Arrival, Ticket, add, fold, queue
from screening.commands import CommandError, Officer

if TYPE_CHECKING:
    from screening.events import Event
    from screening.session import State
    from sops.model import Need
    from ui.desk import Desk

__all__ = ["Surge"]


class Surge:
    """The newest arrival of this store. Raises CommandError and RecordError as the desk does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._known: Arrival | None = None
        self._is_read = False

    @property
    def arrival(self) -> Arrival | None:
        """The newest arrival, closed or not; None before there was any."""
        if not self._is_read:
            streams = self.desk.store.streams(ARRIVAL)
            self._known = fold(stored.event for stored in self.desk.store.history(streams[-1])) if streams else None
            self._is_read = True
        return self._known

    @property
    def is_open(self) -> bool:
        """Whether tickets are being given out."""
        return self.arrival is not None and self.arrival.closed_at is None

    def needs(self) -> Mapping[str, Need]:
        """What is seen in the first pass, the greatest need first."""
        return self.desk.setting(self.desk.today()).procedure.first_pass

    def keys(self) -> dict[int, Need]:
        """The needs on their keys: the key of the first question where it has them too, else from the least need up."""
        procedure, needs = self.desk.setting(self.desk.today()).procedure, self.needs()
        options = procedure.steps[procedure.first].options
        asked = {number: needs[option.id] for number, option in enumerate(options, 1) if option.id in needs}
        free = (number for number in count(1) if number not in asked)
        others = reversed([need for need in needs.values() if need not in asked.values()])
        return dict(sorted((asked | dict(zip(free, others, strict=False))).items()))

    def suggested(self) -> int:
        """The number after the last ticket of the newest arrival, so that no number comes twice."""
        return self.arrival.next_number if self.arrival is not None else 1

    # -- the first pass ---------------------------------------------------------------------------------------------

    def open(self, first: int) -> None:
        """Many arrive. Whoever of the last arrival is still in the queue must be screened first, or be struck."""
        desk = self.desk
        if self.queue():
            raise CommandError(
                "people of the last arrival are still in the queue. Go on with it, or strike them.", "arrival_goes_on"
            )
        who = self._who()
        self._record(arrival_acts.open_arrival(desk.new_id(), first, who, post=desk.post.id, desk=desk.name))

    def triage(self, need: str, number: int | None = None) -> State | None:
        """One look, one key: the next ticket, or the one named. What must begin at once begins, and its state is given.

        Nobody else is touched by it: a traveller in front is set aside, never taken for the one of the ticket.
        """
        arrival, needs = self._any(), self.needs()
        number = arrival.next_number if number is None else number
        arrival = self._record(arrival_acts.triage(arrival, number, need, self._who(), needs))
        at_once = needs[need].at_once
        if at_once is None:
            return None
        state = self.call(number)
        is_there = state.log.closed is not None or state.log.interrupt == at_once
        return state if is_there else self.desk.interrupt(at_once)

    def strike(self, number: int) -> None:
        """A ticket given out by mistake."""
        self._record(arrival_acts.strike(self._any(), number, self._who()))

    def close(self) -> None:
        """The first pass is over."""
        self._record(arrival_acts.close(self._any(), self._who()))

    # -- the queue --------------------------------------------------------------------------------------------------

    def call(self, number: int) -> State:
        """The holder of a ticket is in front: the screening begins, or goes on where it stopped.

        The screening and the call of its number are recorded as one. What must begin at once begins, unless it has.
        """
        arrival = self._any()
        ticket = arrival.tickets.get(number)
        if ticket is None or ticket.is_struck:
            raise CommandError(f"ticket {number} is not in the queue", "ticket_gone", number=number)
        if ticket.screening is not None:
            state = self.desk.resume(ticket.screening)
        else:
            call = partial(arrival_acts.call, arrival, number, who=self._who())
            state = self.desk.begin(also=lambda screening: [call(screening)])
            self._known = add(arrival, call(state.screening))
        need = self.needs().get(ticket.need)
        if need is None or need.at_once is None or need.at_once in state.log.ever_interrupted or state.log.closed:
            return state
        return self.desk.interrupt(need.at_once)

    def queue(self) -> tuple[Ticket, ...]:
        """Who is still to be screened, the greatest need first."""
        arrival = self.arrival
        if arrival is None:
            return ()
        begun = {ticket.screening for ticket in arrival.tickets.values() if ticket.screening is not None}
        front = self.desk.state
        going = {row.screening for row in self.desk.waiting()}
        if front is not None and front.log.closed is None:
            going.add(front.screening)
        return queue(arrival, tuple(self.needs()), begun - going)

    def ticket_of(self, screening: str) -> int | None:
        """The number a screening came with."""
        tickets = self.arrival.tickets.values() if self.arrival is not None else ()
        return next((ticket.number for ticket in tickets if ticket.screening == screening), None)

    # -- the group record -------------------------------------------------------------------------------------------

    def count(self, counts: Mapping[tuple[str, str], int]) -> int:
        """People by age band and sex; only cells that are otherwise than before are recorded. How many those were."""
        arrival = self._any()
        changed = [
            arrival_acts.count(arrival, band, sex, people, self._who())
            for (band, sex), people in counts.items()
            if people != arrival.counts.get((band, sex), 0)
        ]
        if changed:
            self._record(*changed)
        return len(changed)

    # -- inside -----------------------------------------------------------------------------------------------------

    def _any(self) -> Arrival:
        if self.arrival is None:
            raise CommandError("no arrival is open. Open one with the number on the next ticket.", "no_arrival")
        return self.arrival

    def _record(self, *events: Event) -> Arrival:
        self.desk.store.append(events)
        known = None if events[0].kind == "arrival_opened" else self.arrival
        for event in events:
            known = add(known, event)
        self._known, self._is_read = known, True
        assert known is not None
        return known

    def _who(self) -> Officer:
        return Officer(self.desk.officer, self.desk.clock())
