"""The group at this desk: opened, joined by whoever is begun in it, its shared answers proposed and confirmed. No Qt.

Everything is read back from the store, so that a restart or another day changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from screening import party_acts
from screening.commands import CommandError, Officer
from screening.companions import Companion, class_of, companions
from screening.party import PARTY, Party, add, fold
from screening.sharing import Offer, offered, offers
from sops.catalogue import NoEditionError
from ui.board.rows import named
from ui.party.contacts import ask_again
from ui.party.deciding import Undecided

if TYPE_CHECKING:
    from screening.duties import Duty
    from screening.events import Event
    from screening.row import ScreeningRow
    from screening.session import State
    from sops.model import Step
    from ui.desk import Desk

__all__ = ["MOST_EARLIER", "Group"]

MOST_EARLIER: Final = 4
"""So many groups of before are offered to go on with."""


class Group:
    """The party that is open at a desk, if one is. Raises CommandError and RecordError as the desk does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.party: Party | None = None
        self.ended: str | None = None  # the group that somebody ended here, not taken up again by itself
        self.offers: dict[str, Offer] = {}
        self._taken: dict[str, Offer] = {}  # confirmed by one key, for the traveller in front
        self._taken_for = ""
        self._undecided = Undecided(desk.store, self._load, self._proposed)

    # -- opening and joining ----------------------------------------------------------------------------------------

    def open(self, unit: str) -> Party:
        """People who travel together. The traveller in front, when still without a group, is the first of them."""
        desk, party = self.desk, self.desk.new_id()
        opened = party_acts.open_party(party, unit, self._who(), post=desk.post.id, desk=desk.name)
        first = self.stranger
        self.party, self.offers = None, {}
        return self._record(opened) if first is None else self._regroup(first, party, opened)

    @property
    def stranger(self) -> State | None:
        """The traveller in front, where that one is open and of no group."""
        state = self.desk.state
        return state if state is not None and state.log.closed is None and self.of(state) is None else None

    def join(self) -> Party:
        """The traveller in front, begun alone, belongs to the open group too."""
        if self.stranger is None:
            raise CommandError("nobody in front is without a group", "nobody_alone")
        party = self._regroup(self.stranger, self._open().id)
        self.remember(self.desk.state)
        return party

    def take_up(self, party: str) -> Party:
        """Go on with a party of earlier, with what its members answered."""
        found = self._load(party)
        if found is None:
            raise CommandError("there is no such group in this store")
        self.party = found
        self.offers = offers(self.states())
        return found

    def latest(self) -> tuple[tuple[Party, str, str], ...]:
        """The groups of today, the newest first: each with a name out of it and the time it was opened at."""
        desk, found = self.desk, []
        for stream in reversed(desk.store.streams(PARTY)[-MOST_EARLIER:]):
            party = self._load(stream.removeprefix(PARTY))
            if party is None or not party.members or desk.setting_day(party.opened_at) != desk.today():
                continue
            names = (named(state.log.identity) for state in self._states(party))
            at = party.opened_at.astimezone(ZoneInfo(desk.post.time_zone))
            found.append((party, next(filter(None, names), ""), f"{at:%H:%M}"))
        return tuple(found)

    def end(self) -> None:
        """Whoever comes next is alone."""
        self.ended = self.party.id if self.party is not None else self.ended
        self.party, self.offers, self._taken = None, {}, {}

    def meet(self, state: State | None) -> None:
        """The list as it is on record, where the traveller in front was just put on it."""
        if self.party is not None and self.has(state) and self.place_of(state) is None:
            self.party = self._load(self.party.id)

    def of(self, state: State) -> str | None:
        """The party of a traveller: the open one, or the one that its record names."""
        if self.party is not None and state.screening in self.party.members:
            return self.party.id
        return state.log.party

    def has(self, state: State | None) -> bool:
        """Whether the traveller belongs to the open party."""
        return state is not None and self.party is not None and self.of(state) == self.party.id

    def place_of(self, state: State | None) -> int | None:
        """Which of the open party the traveller is, from 1; None for one who is not on its list."""
        members = self.party.members if self.party is not None else ()
        return members.index(state.screening) + 1 if state is not None and state.screening in members else None

    # -- shared answers ---------------------------------------------------------------------------------------------

    def remember(self, state: State | None) -> None:
        """What the traveller in front answered may be proposed to the next of the party."""
        if self.has(state):
            assert state is not None
            self.offers |= offers([state])

    def proposed(self, state: State) -> tuple[tuple[Step, Offer], ...]:
        """What one key would confirm at the step at hand."""
        return offered(state, self.offers) if self.has(state) else ()

    def confirm(self) -> None:
        """The traveller answers as the group does: now, and at the shared steps still to come."""
        state = self.desk.state
        found = self.proposed(state) if state is not None else ()
        if state is None or not found:
            raise CommandError("nothing is proposed here. Answer this step for the traveller.", "nothing_proposed")
        self._taken, self._taken_for = {step.id: offer for step, offer in found}, state.screening
        self.follow()

    def follow(self) -> int:
        """Answer the steps at hand that were confirmed already, each on record with whose answer it was; how many."""
        count = 0
        while (state := self.desk.state) is not None and state.at is not None and state.screening == self._taken_for:
            step = state.at.id
            if step not in self._taken or step in state.log.answers or state.log.interrupt is not None:
                break
            offer = self._taken.pop(step)
            taken = party_acts.take(self._open(), step, state.screening, offer.whose, self._who())
            self.desk.answer(offer.value, also=[taken])
            self.party = add(self.party, taken)
            count += 1
        return count

    # -- companions and carers --------------------------------------------------------------------------------------

    def rows(self, party: Party | None = None) -> dict[str, ScreeningRow]:
        """The rows of the members, in order of joining."""
        members = (party or self._open()).members
        found = ((member, self.desk.store.row(member)) for member in members)
        return {member: row for member, row in found if row is not None}

    def companions(self, party: Party | None = None) -> tuple[Companion, ...]:
        """Each member as seen from the others."""
        party = party or self._open()
        return companions(party, _classes(self.rows(party)))

    def link(self, child: str, carer: str) -> None:
        """The two belong together; linked already, they do not any more."""
        party = self._open()
        act = party_acts.unlink if (child, carer) in party.links else party_acts.link
        self._record(act(party, child, carer, self._who()))

    def leave(self, screening: str) -> None:
        """Somebody was taken into the group by mistake."""
        party, here = self._open(), self.desk.state
        state = here if here is not None and here.screening == screening else self.desk.load(screening)
        self._regroup(state, None, party_acts.leave(party, screening, self._who()))

    def report(self, index: str, said: str) -> None:
        """What became of one who may be a case."""
        party = self._open()
        self._record(party_acts.report(party, _classes(self.rows()), index, said, self._who()))

    def decide(self, companion: str, *, is_contact: bool) -> None:
        """A person confirms a proposed contact, or does not; an open screening of a contact asks for it again."""
        party = self._open()
        events = party_acts.decide(party, _classes(self.rows()), companion, self._who(), is_contact=is_contact)
        self._record(*events)
        if is_contact:
            ask_again(self.desk, companion)

    def undecided(self) -> tuple[tuple[Party, int], ...]:
        """Parties in which companions wait for a person's word, and how many; the latest parties only."""
        return self._undecided.look()

    def _proposed(self, party: Party) -> int:
        return sum(one.standing == "proposed" for one in self.companions(party))

    # -- what is done once for all ----------------------------------------------------------------------------------

    def is_between(self) -> bool:
        """Whether nothing but what the group does together keeps the traveller in front."""
        state = self.desk.state
        return self.has(state) and state is not None and self._is_waiting(state, self.desk.duties())

    def waiting(self) -> tuple[State, ...]:
        """The members for whom only what the group does together is left; who may be a contact is not among them."""
        from screening.duties import follow

        now = self.desk.clock()
        held = {one.screening for one in self.companions() if one.standing in ("proposed", "contact")}
        states = (state for state in self.states() if state.screening not in held)
        return tuple(state for state in states if self._is_waiting(state, follow(state, now)))

    @staticmethod
    def _is_waiting(state: State, duties: Iterable[Duty]) -> bool:
        left = [duty.spec for duty in duties if duty.keeps_traveller]
        is_open = state.log.closed is None and state.is_concluded and not state.pending and not state.verdict.alerts
        return is_open and bool(left) and all(spec.is_shared for spec in left)

    def do_for_all(self) -> int:
        """Do for every waiting member what the group does together; how many there were.

        The desk is free then, but for somebody in front who is none of them: that one stays.
        """
        found, front = self.waiting(), self.desk.state
        for member in found:
            self.desk.resume(member.screening)
            for duty in self.desk.duties():
                if duty.keeps_traveller:
                    self.desk.do(duty.spec.id)
        done = {member.screening for member in found}
        if found and front is not None and front.log.closed is None and front.screening not in done:
            self.desk.resume(front.screening)
        elif found:
            self.desk.leave()
        return len(found)

    # -- inside -----------------------------------------------------------------------------------------------------

    def states(self) -> tuple[State, ...]:
        """The members in order of joining; one whose texts are gone from here is left out."""
        return tuple(self._states(self._open()))

    def _states(self, party: Party) -> Iterator[State]:
        here = self.desk.state
        for member in party.members:
            try:
                yield here if here is not None and here.screening == member else self.desk.load(member)
            except NoEditionError:
                continue

    def _open(self) -> Party:
        if self.party is None:
            raise CommandError("no group is open at this desk", "no_group")
        return self.party

    def _load(self, party: str) -> Party | None:
        return fold(stored.event for stored in self.desk.store.history(PARTY + party))

    def _record(self, *events: Event) -> Party:
        self.desk.store.append(events)
        for event in events:
            self.party = add(self.party, event)
        assert self.party is not None
        return self.party

    def _regroup(self, state: State, party: str | None, *events: Event) -> Party:
        """Record that somebody travels with `party`, or with nobody any more, with what brought it about, as one."""
        who = self._who()
        joins = [party_acts.join(party, state.screening, who)] if party is not None else []
        self.desk.note(state, party_acts.belongs(state.screening, party, who), *events, *joins)
        for event in (*events, *joins):
            self.party = add(self.party, event)
        return self._open()

    def _who(self) -> Officer:
        return Officer(self.desk.officer, self.desk.clock())


def _classes(rows: Mapping[str, ScreeningRow]) -> dict[str, str | None]:
    return {screening: class_of(row) for screening, row in rows.items()}
