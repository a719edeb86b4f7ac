"""What officials do on the outcome: duties one by one, the party listed, a second person's word, another copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from screening.paper_forms import done_on_paper
from ui.outcome.details import AT, Asked, asked_of
from ui.plain import clean
from ui.saying import text
from ui.strings import tr

if TYPE_CHECKING:
    from ui.conduct import Conduct
    from ui.rooms.acts import Rooms


class Doing:
    """The acts of the outcome, at the desk of one conduct."""

    def __init__(self, conduct: Conduct) -> None:
        self._conduct, self._presenter, self._desk = conduct, conduct.presenter, conduct.presenter.desk
        self.asked: Asked | None = None  # what the open form asks
        self._of: Sequence[str] = ()  # whose duty it is, where they have gone

    def duty(self, duty: str) -> None:
        """A duty is done; listing the party asks who they are first, a call or a handover what is to be noted."""
        state = self._desk.state
        if state is None:
            return
        spec = state.setting.procedure.duties[duty]
        blocking = [d.spec for d in self._desk.duties() if d.spec.before == duty and d.done_at is None]
        self.asked, self._of = asked_of(spec, state), ()
        if blocking:
            self._presenter.refused.emit(tr("bad.first", duty=text(blocking[0].title)))
        elif "lists_party" in spec.does:
            self._conduct.open_sheet("companions")
        elif "isolates" in spec.does and self._desk.post.rooms and state.log.entered_at is None:
            self._conduct.open_sheet("rooms")
        elif self.asked is not None:
            self._conduct.open_sheet("details")
        else:
            self._do(duty)

    def _do(self, duty: str, details: Mapping[str, Any] | None = None) -> bool:
        state = self._desk.state
        assert state is not None
        done = self._presenter.attempt(lambda: self._desk.do(duty, details))
        if done and state.setting.procedure.duties[duty].paper:
            self._tell_paper()
        return done

    def noted(self, duty: str, details: Mapping[str, Any]) -> None:
        """The duty is done, with what was noted of it; of a form of paper, at the time that stands on it."""
        if details.get(AT):
            at = self._on_paper(str(details[AT]))
            if at is None:
                self._presenter.refused.emit(tr("details.bad_at"))
                return
            details = {**details, AT: at.astimezone(UTC).isoformat(timespec="minutes")}
        if self._of:
            self._settle(duty, details)
        elif self._do(duty, details):
            self._conduct.close_sheet()

    def _on_paper(self, typed: str) -> datetime | None:
        state = self._desk.load(self._of[0]) if self._of else self._desk.state
        assert state is not None
        local = self._conduct.around.local
        return done_on_paper(typed, local(state.log.screened_at), local(self._desk.clock()))

    # -- rooms ------------------------------------------------------------------------------------------------------

    def show_rooms(self) -> None:
        """The rooms, for the traveller in front; without one who is here, the board lists them."""
        state = self._desk.state
        if not self._desk.post.rooms:
            self._presenter.refused.emit(tr("rooms.none"))
        elif state is None or state.log.closed is not None:
            self._conduct.open_sheet("board")
        else:
            self._conduct.open_sheet("" if self._conduct.sheet == "rooms" else "rooms")

    def room(self, room: str, decided_by: str) -> None:
        """The traveller in front is brought to that room, or elsewhere; the duty to isolate is done with it."""
        state = self._desk.state
        if state is None:
            return
        if room and not self._presenter.attempt(lambda: self._rooms.give(room, state.screening, decided_by)):
            return
        left = (d.spec.id for d in self._desk.duties() if "isolates" in d.spec.does and d.done_at is None)
        duty = next(left, None)
        if duty is None or self._do(duty):
            self._conduct.close_sheet()
            if room:
                self._presenter.told.emit(tr("rooms.given", room=self._called(room)))

    def look_in(self, room: str) -> None:
        """Somebody looked into a room, marked from the board."""
        self._from_board(lambda: self._rooms.check(room), tr("rooms.seen", room=self._called(room)))

    def clean(self, room: str) -> None:
        """A room is clean again, marked from the board."""
        self._from_board(lambda: self._rooms.clean(room), tr("rooms.cleaned", room=self._called(room)))

    def _from_board(self, act: Callable[[], None], words: str) -> None:
        if self._presenter.attempt(act):
            self._conduct.around.show_waiting()
            self._presenter.told.emit(words)

    @property
    def _rooms(self) -> Rooms:
        return self._presenter.rooms

    def _called(self, room: str) -> str:
        return next((each.name for each in self._desk.post.rooms if each.id == room), room)

    # -- after travellers have gone ---------------------------------------------------------------------------------

    def settle(self, screenings: Sequence[str], duty: str) -> None:
        """A duty of those who have gone is done, marked from the board; a call is asked for its details first."""
        state = self._desk.load(screenings[0])
        spec = state.setting.procedure.duties[duty]
        who = ", ".join(self._conduct.around.name_of(each) or tr("owed.number", number=each[:8]) for each in screenings)
        self.asked, self._of = asked_of(spec, state, clean(who, 120)), screenings
        if self.asked is not None:
            self._conduct.open_sheet("details")
        else:
            self._settle(duty)

    def _settle(self, duty: str, details: Mapping[str, Any] | None = None) -> bool:
        for screening in self._of:
            if not self._presenter.attempt(partial(self._desk.settle, screening, duty, details)):
                return False
        self._conduct.open_sheet("board")
        procedure = self._desk.load(self._of[0]).setting.procedure
        self._presenter.told.emit(tr("owed.done", duty=text(procedure.duties[duty].title)))
        return True

    def _tell_paper(self) -> None:
        state = self._desk.state
        numbers = [slip.number for slip in state.log.slips if slip.number] if state is not None else []
        if self._desk.print_papers is None:
            self._presenter.told.emit(tr("outcome.queued"))
        elif numbers:
            self._presenter.told.emit(tr("outcome.printed", number=clean(numbers[-1], 40)))

    def companions(self, companions: Any, _: Any) -> None:
        """Everybody who travels along was named; the duty is done."""
        self._conduct.sheet = ""
        for one in companions:
            listed = partial(self._desk.companion, str(one["relation"]), one["age_years"], str(one["name"]))
            if not self._presenter.attempt(listed):
                return
        owed = (d.spec.id for d in self._desk.duties() if "lists_party" in d.spec.does and d.done_at is None)
        duty = next(owed, None)
        if duty is not None:
            self._do(duty)
        self._conduct.close_sheet()

    def countersigned(self, code: str, who: str, by_phone: bool) -> None:
        """A second, named person agreed to the lower class."""
        if self._presenter.attempt(lambda: self._desk.countersign(code, name=who, by_phone=by_phone)):
            self._conduct.close_sheet()

    def print_again(self) -> None:
        """Another copy of the last paper, numbered."""
        state = self._desk.state
        papers = [slip.paper for slip in state.log.slips] if state is not None else []
        if not papers:
            self._presenter.refused.emit(tr("bad.nothing_to_print"))
        elif self._presenter.attempt(lambda: self._desk.issue(papers[-1])):
            self._tell_paper()
