"""Who sits at this desk and since when: sign in, lock, count the night, hand over. No Qt."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from screening import officers, shift
from screening.commands import CommandError, Officer
from screening.officers import LOCKED, SALT_BYTES, Account, Refused
from screening.shift import SHIFT, Shift
from ui.strings import tr

if TYPE_CHECKING:
    from screening.events import Event
    from screening.night import Night
    from ui.desk import Desk

__all__ = ["Shifts", "WrongPin"]

_FORGETS: Final = timedelta(minutes=2)
"""So long after a wrong PIN a program started anew counts on."""


class WrongPin(CommandError):
    """A PIN was not right, or the desk does not listen to PINs yet; the words say how long."""


class Shifts:
    """The shifts of one desk and the officers of its post. Raises CommandError and RecordError as the desk does."""

    def __init__(self, desk: Desk, *, new_salt: Callable[[], str] = lambda: secrets.token_hex(SALT_BYTES)) -> None:
        self.desk = desk
        self._new_salt = new_salt
        self._known: Mapping[str, Account] | None = None
        self._failures, self._listens_at = 0, desk.clock()
        self._is_counting = False  # the wrong PINs of before the start are known
        self.officer = desk.officer  # who sits here, or sat here until it was locked

    # -- officers ---------------------------------------------------------------------------------------------------

    @property
    def officers(self) -> Mapping[str, Account]:
        """Who may sign in here; empty where nobody has a PIN: then the desk is never locked."""
        if self._known is None:
            self._known = officers.gather(self.desk.store.read(officers.STREAM))
        return self._known

    def called(self, officer: str) -> str:
        """The name of an officer, as at the lock; the code where there is none."""
        account = self.officers.get(officer)
        return (account.name if account is not None else "") or officer

    def named(self, words: str) -> str:
        """The one officer with a PIN of that code or name, in capitals or not; empty where none or more than one is."""
        said = " ".join(words.split()).casefold()
        found = [each.id for each in self.officers.values() if said == " ".join(each.name.split()).casefold()]
        return words.strip() if words.strip() in self.officers else found[0] if len(found) == 1 else ""

    def refused(self, day: date | None = None) -> tuple[Refused, ...]:
        """The wrong PINs of a day at this post, today unless another is named; oldest first."""
        desk = self.desk
        found = officers.refused(desk.store.read(officers.STREAM))
        return tuple(one for one in found if desk.setting_day(one.at) == (day or desk.today()))

    def add(self, officer: str, role: str, name: str, pin: str) -> None:
        """Another officer may sign in here from now on."""
        account = Account(officer, role, name, self._new_salt(), "")
        self._note(officers.add(self.officers, account, pin, self._who()))

    def renew(self, officer: str, pin: str) -> None:
        """Another PIN for an officer."""
        self._note(officers.renew(self.officers, officer, pin, self._new_salt(), self._who()))

    def remove(self, officer: str) -> None:
        """The officer signs in here no more."""
        self._note(officers.remove(self.officers, officer, self._who()))

    @property
    def in_a_row(self) -> int:
        """How many wrong PINs came here one after another since the last right one, also before a start anew."""
        self._go_on(self.desk.clock())
        return self._failures

    # -- at the desk ------------------------------------------------------------------------------------------------

    @property
    def is_locked(self) -> bool:
        """Whether nobody is signed in; what is done at such a desk is recorded as done by a locked desk."""
        return self.desk.officer == LOCKED

    def lock(self, *, by_itself: bool = False) -> bool:
        """Nobody is signed in any more; the traveller in front stays. False where nobody has a PIN."""
        if not self.officers:
            return False
        if self.is_locked:
            return True
        open_shift = self.open
        if open_shift is not None:
            self.desk.store.append([shift.lock(open_shift, self._who(), by_itself=by_itself)])
        self.officer, self.desk.officer = self.desk.officer, LOCKED
        return True

    def sign_in(self, officer: str, pin: str) -> None:
        """The officer sits down; the traveller in front stays. Raises WrongPin."""
        self.prove(officer, pin)
        open_shift = self.open
        if open_shift is not None:
            self.desk.store.append([shift.change(open_shift, Officer(officer, self.desk.clock()))])
        self.officer = self.desk.officer = officer

    def prove(self, officer: str, pin: str) -> None:
        """That it is this officer. Every wrong PIN in a row has the desk wait longer before the next: 1, 2, 4 ... s.

        Raises WrongPin.
        """
        now = self.desk.clock()
        self._go_on(now)
        if now < self._listens_at <= now + timedelta(minutes=2):  # a clock set back does not keep anybody out
            raise WrongPin(tr("pin.wait", seconds=round((self._listens_at - now).total_seconds() + 0.5)))
        account = self.officers.get(officer)
        if account is None or not officers.is_right(account, pin):
            self._failures += 1
            pause = officers.pause_s(self._failures)
            self._listens_at = now + timedelta(seconds=pause)
            refusal = officers.refuse(self.officers, officer, self._who(), desk=self.desk.name, in_a_row=self._failures)
            self.desk.store.append([refusal])
            raise WrongPin(tr("pin.wrong", seconds=round(pause)))
        self._failures = 0

    def _go_on(self, now: datetime) -> None:
        """A program that was closed and started again waits on as before."""
        if self._is_counting:
            return
        self._is_counting = True
        here = [one for one in self.refused() if one.desk == self.desk.name]
        for one in here[-1:]:
            if now - one.at < _FORGETS and one.at > self._sat_down_at():
                self._failures = one.in_a_row
                self._listens_at = one.at + timedelta(seconds=officers.pause_s(one.in_a_row))

    def _sat_down_at(self) -> datetime:
        """When a right PIN was last given here, as far as the open shift tells."""
        here = self.open
        events = self.desk.store.read(SHIFT + here.id) if here is not None else ()
        sat = [event.at for event in events if event.kind in ("shift_opened", "officer_changed")]
        return max(sat, default=datetime.min.replace(tzinfo=UTC))

    # -- the shift --------------------------------------------------------------------------------------------------

    @property
    def open(self) -> Shift | None:
        """The shift of this desk that is not closed; None before one was opened."""
        newest = next(self._newest_first(), None)
        return newest if newest is not None and newest.closed_at is None else None

    @property
    def since(self) -> datetime:
        """When the work that is to be handed over began."""
        now = self.desk.clock()
        return shift.since(self._newest_first(), now) or now

    def count_night(self, night: Night) -> None:
        """What was counted tonight. Raises CommandError where no shift is open."""
        self._append(lambda here: shift.count(here, self.desk.today(), night, self._who()))

    def close(self, to: str, left: Mapping[str, int]) -> None:
        """Hand over to the officer `to`, who sits down and opens the next shift; empty where nobody follows."""
        self._append(lambda here: shift.close(here, self._who(), to, left))
        if to:
            self.officer = self.desk.officer = to

    def last_event(self) -> datetime | None:
        """The moment of the last thing on record; None in an empty store. Later than now: the clock was set back."""
        seq = self.desk.store.head().seq
        return self.desk.store.since(seq - 1)[-1].event.at if seq else None

    # -- inside -----------------------------------------------------------------------------------------------------

    def _newest_first(self) -> Iterator[Shift]:
        """The shifts of this desk, read one after another as they are asked for."""
        for stream in reversed(self.desk.store.streams(SHIFT)):
            known = shift.fold(self.desk.store.read(stream))
            if known is not None and (known.post, known.desk) == (self.desk.post.id, self.desk.name):
                yield known

    def _append(self, make: Callable[[Shift], Event]) -> None:
        here = self.open
        if here is None:
            raise CommandError(tr("shift.none_open"))
        self.desk.store.append([make(here)])

    def _note(self, event: Event) -> None:
        self.desk.store.append([event])
        self._known = None

    def _who(self) -> Officer:
        return Officer(self.desk.officer, self.desk.clock())
