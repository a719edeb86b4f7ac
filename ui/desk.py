"""The desk: one presenter between people and the core, without Qt, so that window, demo and scripts are one machine.

Every act becomes events; the new state is folded first, then recorded durably, and only then does the desk move on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeAlias
from zoneinfo import ZoneInfo

from screening import commands, party_acts
from screening.commands import CommandError, Officer
from screening.duties import Duty, follow
from screening.events import Event, Json
from screening.identifying import document
from screening.log import add
from screening.mrz import Reading, read
from screening.projecting import row_of
from screening.records.store import RecordStore
from screening.row import ScreeningRow
from screening.session import State, fold, walk
from screening.setting import Setting
from sops.catalogue import Catalogue, NoEditionError
from sops.model import Post
from ui.afterwards import Afterwards, StillOwed
from ui.issuing import Papers, issued
from ui.life import Life
from ui.texts import Texts

STREAM = commands.SCREENING
Also: TypeAlias = "Callable[[str], Sequence[Event]]"  # events of other streams, by the id of a new screening


@dataclass
class Desk:
    """One desk of one post. Not for several threads: the shell calls it from one."""

    catalogue: Catalogue
    store: RecordStore
    post: Post
    name: str
    officer: str
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    language: str = "es"  # the traveller's, sticky over a party; never taken from a passport
    training: bool = False
    state: State | None = None
    reading: Reading | None = None  # what the last scan said, to be shown
    print_papers: Callable[[Papers], None] | None = None
    life: Life = field(init=False, repr=False)
    texts: Texts = field(init=False, repr=False)
    _afterwards: Afterwards = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """What the desk looks up is kept between two looks."""
        self.life = Life(self.catalogue, self.store, self.training)
        self.texts = Texts(self.life)
        self._afterwards = Afterwards(self.store, self.post.id, self.load)

    # -- settings ---------------------------------------------------------------------------------------------------

    def setting(self, on: date) -> Setting:
        """The texts in force at this post: now when it is today, else at the end of that day.

        Raises NoEditionError before the first edition.
        """
        now = self.clock()
        evening = datetime.combine(on, time.max, ZoneInfo(self.post.time_zone))
        return self.texts.in_force(self.post, now if self.setting_day(now) == on else evening, on)

    def setting_of(self, began: Event) -> Setting:
        """The texts that a recorded screening is bound to, by their digests. Raises NoEditionError when one is gone."""
        return self.texts.of(began)

    def today(self) -> date:
        """The local day at the post."""
        return self.setting_day(self.clock())

    def setting_day(self, at: datetime) -> date:
        """The local day of a moment at the post."""
        return at.astimezone(ZoneInfo(self.post.time_zone)).date()

    def open_shift(self, *, clock_is_right: bool) -> None:
        """An officer looked at date and time and said whether they are right: the clock chooses the edition."""
        body: dict[str, Json] = {"post": self.post.id, "desk": self.name, "clock_is_right": clock_is_right}
        self.store.append([Event(f"shift:{self.new_id()}", "shift_opened", self.clock(), self.officer, body)])

    # -- the traveller in front -------------------------------------------------------------------------------------

    def begin(self, *, language: str | None = None, party: str | None = None, also: Also = lambda _: ()) -> State:
        """A new traveller, who joins the party; who is open here is parked first. `also`: what is recorded with it."""
        if self.state is not None and self.state.log.closed is None:
            self.park("next_traveller")
        self.language = language or self.language
        self.reading = None
        event = commands.begin(
            self.setting(self.today()),
            self.new_id(),
            self._who(),
            desk=self.name,
            language=self.language,
            party=party,
            training=self.training,
        )
        state = fold(self.setting_of(event), [event])
        joins = [party_acts.join(state.log.party, state.screening, self._who())] if state.log.party else []
        return self._record(state, [event, *joins, *also(state.screening)])

    @property
    def awaits_document(self) -> bool:
        """Whether there is somebody in front of whom no document was read: the next one read is theirs."""
        return self.state is not None and self.state.log.closed is None and not self.state.log.document

    def scan(self, raw: str, *, party: str | None = None, is_other: bool = False) -> Reading:
        """A document reader sent something, on whatever screen. It identifies; it never answers a question.

        Without an open traveller, with one already identified, or where it `is_other` than the one in front, it begins
        the next, in the group named. A rejected reading changes nothing and is shown.
        """
        reading = read(raw, self.today())
        if reading.status != "reject" and reading.fields is not None:
            if is_other or not self.awaits_document:
                self.begin(party=party)
            body, identity = document(reading, self.today())
            self._act(commands.identify(self._open(), self._who(), body, identity))
        self.reading = reading
        return reading

    def identify(self, body: Mapping[str, Json], identity: Mapping[str, Json]) -> State:
        """What a document says that no reader could read: `body` holds what identifies nobody, `identity` the rest."""
        return self._act(commands.identify(self._open(), self._who(), body, identity))

    def answer(
        self,
        value: Json,
        *,
        step: str | None = None,
        identity: Mapping[str, Json] | None = None,
        reason: str | None = None,
        also: Sequence[Event] = (),
    ) -> State:
        """Answer the step at hand, or correct the one named. `also`: what other streams record with it, as one."""
        state = self._open()
        wanted = step or (state.at.id if state.at else None)
        if wanted is None:
            raise CommandError("the walk has ended; there is no question to answer", "walk_ended")
        now = self._act(commands.answer(state, self._who(), wanted, value, identity=identity, reason=reason), *also)
        return self._close_when_done(now) if state.pending or state.unreviewed else now  # it may be taken back

    def speak(self, language: str) -> State:
        """The traveller's language."""
        self.language = language
        return self._act(commands.speak(self._open(), self._who(), language))

    def back(self) -> State:
        """One step back; at the first step nothing happens."""
        state = self._open()
        event = commands.back(state, self._who())
        return state if event is None else self._act(event)

    def revisit(self, step: str) -> State:
        """Look at an answered step again."""
        return self._act(commands.revisit(self._open(), self._who(), step))

    def interrupt(self, name: str) -> State:
        """Emergency, refusal, left, death. An emergency needs no traveller: one is begun, no data asked first."""
        if self.state is None or self.state.log.closed is not None:
            self.begin()
        return self._act(commands.interrupt(self._open(), self._who(), name))

    def park(self, reason: str) -> None:
        """Set the traveller aside and free the desk."""
        self._act(commands.park(self._open(), self._who(), reason))
        self.state = None
        self.reading = None

    def resume(self, screening: str) -> State:
        """Take up a parked or unfinished traveller at the very step."""
        if self.state is not None and self.state.log.closed is None and self.state.screening != screening:
            self.park("next_traveller")
        state = self.load(screening)
        self.state, self.language, self.reading = state, state.log.language, None
        return self._act(commands.resume(state, self._who())) if state.log.parked is not None else state

    def load(self, screening: str) -> State:
        """The state of any recorded screening. Raises CommandError when there is none of that id."""
        events = [stored.event for stored in self.store.history(STREAM + screening)]
        if not events:
            raise CommandError(f"there is no screening '{screening}' in this store")
        return fold(self.setting_of(events[0]), events)

    # -- after the walk ---------------------------------------------------------------------------------------------

    def countersign(self, second: str, *, name: str = "", by_phone: bool = False) -> State:
        """A second, named person agrees to a downgrade, a health worker to an upgrade."""
        state = self._act(commands.countersign(self._open(), self._who(), second, name=name, by_phone=by_phone))
        return self._close_when_done(state)

    def companion(self, relation: str, age_years: int | None, name: str = "") -> State:
        """List a companion."""
        return self._act(commands.companion(self._open(), self._who(), relation, age_years, name))

    def do(self, duty: str, details: Mapping[str, Json] | None = None) -> State:
        """A duty was done; one with a paper prints it first; the last that keeps the traveller closes the screening."""
        state = self._any()
        spec = state.setting.procedure.duties.get(duty)
        if spec is None or not spec.afterwards:
            state = self._open()  # what remains after the traveller has gone (room, receipt) is done on a closed one
        done = commands.do(state, self._who(), duty, details)
        assert spec is not None
        if spec.paper:
            self.issue(spec.paper, spec.copies)
        state = self._act(done)
        return self._close_when_done(state)

    def _close_when_done(self, state: State) -> State:
        """Close when nothing keeps the traveller; while a class waits for a second person the row stays open."""
        is_over = state.log.closed is None and state.is_concluded and not (state.pending or state.unreviewed)
        return self.close() if is_over and not any(d.keeps_traveller for d in self.duties()) else state

    def duties(self) -> tuple[Duty, ...]:
        """The duties of the traveller in front, with their clocks as of now."""
        return follow(self.state, self.clock()) if self.state is not None else ()

    def issue(self, paper: str, copies: int = 1) -> Papers:
        """Take a number, record that the paper is issued, and hand it to the printer; till then it waits."""
        papers, self.state = issued(self.store, self._any(), self._who(), paper, copies)
        self._print(papers)
        return papers

    def _print(self, papers: Papers) -> None:
        if self.print_papers is not None:
            self.print_papers(papers)

    def printed(self, papers: Papers) -> None:
        """A printer took the paper: it leaves the queue."""
        state = self.state if self.state and self.state.screening == papers.screening else self.load(papers.screening)
        event = commands.printed(state, self._who(), papers.paper, papers.number, copy=papers.copy, queued=False)
        self.note(state, event)

    def close(self) -> State:
        """End the screening. A cleared traveller's identity is destroyed with it, in the same transaction."""
        before = self._open()
        closed = commands.close(before, self._who())
        state = walk(before.setting, add(before.log, closed))
        if not commands.erasable(state):
            return self._record(state, [closed])
        return self._erase(state, [closed])

    def _erase(self, closed: State, events: list[Event]) -> State:
        """Record `events` and the destruction of the key as one; what is kept in memory forgets the name too."""
        erased = commands.erase(closed, self._who())
        state = walk(closed.setting, add(closed.log, erased))
        self.store.append_and_erase([*events, erased], row_of(state))
        self.state = self.load(closed.screening)
        return self.state

    def finish_erasing(self) -> int:
        """Erase who was closed and should have been erased, as an older program could leave it; how many there were.

        Done when a desk opens. A store that cannot be written, or whose rows must be made anew first, is left alone.
        """
        if self.store.read_only or self.store.stale:
            return 0
        count = 0
        for row in self.store.unerased(commands.ERASED, self.post.id):
            try:
                state = self.load(row.screening)
            except NoEditionError:  # its texts are gone from here: told when the record itself is asked for
                continue
            if commands.erasable(state):
                self._erase(state, [])
                count += 1
        self.leave()
        return count

    def leave(self) -> None:
        """Free the desk after a closed screening."""
        self.state = None
        self.reading = None

    # -- the others -------------------------------------------------------------------------------------------------

    def waiting(self) -> tuple[ScreeningRow, ...]:
        """Everybody who is not closed, the one in front left out; those whose time has come first."""
        here = self.state.screening if self.state else None
        rows = [row for row in self.store.unfinished() if row.screening != here]
        return tuple(sorted(rows, key=lambda row: (row.wait_until or row.entered_at or row.began_at, row.screening)))

    def still_owed(self) -> StillOwed:
        """What travellers who have gone still owe: the room, the waste, the receipt; late ones first."""
        return self._afterwards.look(self.clock())

    def settle(self, screening: str, duty: str, details: Mapping[str, Json] | None = None) -> State:
        """A duty of one who has gone was done; the traveller in front stays. One with a paper prints it first."""
        state = self.load(screening)
        spec = state.setting.procedure.duties.get(duty)
        if state.log.closed is None or spec is None or not spec.afterwards:
            raise CommandError(f"'{duty}' is not owed by a closed screening. Go on with it at the desk.")
        done = commands.do(state, self._who(), duty, details)
        if spec.paper:
            self._print(issued(self.store, state, self._who(), spec.paper, spec.copies)[0])
            state = self.load(screening)
        return self.note(state, done)

    def note(self, state: State, event: Event, *others: Event) -> State:
        """Record what happened to any traveller, with events of other streams as one; the one in front stays there."""
        after = walk(state.setting, add(state.log, event))
        self.store.append([*others, event], row_of(after))
        if self.state is not None and self.state.screening == after.screening:
            self.state = after
        return after

    # -- inside -----------------------------------------------------------------------------------------------------

    def _who(self) -> Officer:
        return Officer(self.officer, self.clock())

    def _any(self) -> State:
        if self.state is None:
            raise CommandError(
                "no traveller is open at this desk. Scan a document, or press F2 for a new one.", "nobody"
            )
        return self.state

    def _open(self) -> State:
        state = self._any()
        if state.log.closed is not None:
            raise CommandError("this screening is closed. Scan the next document, or press F2.", "closed")
        return state

    def _act(self, event: Event, *also: Event) -> State:
        """Fold one event and what must follow at once, record all durably, then move on."""
        state = self._any()
        events = [event]
        state = walk(state.setting, add(state.log, event))
        while state.log.closed is None and (following := commands.after(state, self._who())) is not None:
            events.append(following)
            state = walk(state.setting, add(state.log, following))
        return self._record(state, [*events, *also])

    def _record(self, state: State, events: list[Event]) -> State:
        self.store.append(events, row_of(state))
        self.state = state
        return state
