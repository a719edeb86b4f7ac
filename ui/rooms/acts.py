"""The isolation rooms of this post, read back from the store and acted on. No Qt."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from screening.commands import CommandError, Officer
from screening.companions import class_of, index_class
from screening.duties import Duty, follow
from screening.party import PARTY, Party
from screening.party import fold as fold_party
from screening.rooms import ROOM, Guest, RoomLog, Standing, Warned, add, fold, happened, kin, stands, warnings

if TYPE_CHECKING:
    from screening.events import Event, Json
    from screening.row import ScreeningRow
    from sops.model import DutySpec
    from sops.rooms import RoomRule
    from ui.desk import Desk

__all__ = ["Rooms"]


class Rooms:
    """What the log says of every room, and what a person may do there. Raises CommandError and RecordError."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._logs: dict[str, RoomLog] = {}

    # -- looking ----------------------------------------------------------------------------------------------------

    def look(self) -> tuple[Standing, ...]:
        """Every room as it is now, in the order of the post's file."""
        found = []
        for room in self.desk.post.rooms:
            log = self._log(room.id)
            ends = ((stay.screening, self._left_post(stay.screening)) for stay in log.stays)
            found.append(stands(room, log, {screening: end for screening, end in ends if end is not None}))
        return tuple(found)

    def of(self, screening: str) -> Standing | None:
        """The room that a traveller is in."""
        return next((each for each in self.look() if screening in each.inside), None)

    def check_due(self, standing: Standing) -> datetime | None:
        """Until when somebody has to look in; None for an empty room, or where no procedure asks for it."""
        rule, setting = self.rule, self.desk.setting(self.desk.today())
        if rule is None or standing.seen_at is None:
            return None
        return standing.seen_at + timedelta(minutes=setting.number(rule.check_every))

    def keeper(self) -> DutySpec | None:
        """The duty that brings travellers to a room: its owner looks in, and a late look goes where it goes."""
        duties = self.desk.setting(self.desk.today()).procedure.duties.values()
        return next((spec for spec in duties if "isolates" in spec.does), None)

    @property
    def rule(self) -> RoomRule | None:
        """What the procedure in force says of rooms."""
        return self.desk.setting(self.desk.today()).procedure.rooms

    def warned(self, standing: Standing, screening: str) -> tuple[Warned, ...]:
        """What is to be heard before this traveller is brought there; nothing when already inside."""
        if screening in standing.inside:
            return ()
        inside = [self._guest(other) for other in standing.inside]
        return warnings(standing, self._guest(screening), inside, lambda other: self._kin(screening, other), self.rule)

    def is_mixed(self, standing: Standing) -> bool:
        """Whether people are inside who must be kept apart by what is known of them by now."""
        rule = self.rule
        guests = [self._guest(screening) for screening in standing.inside]
        return rule is not None and any(
            rule.parts(one.classification, other.classification) and not self._kin(one.screening, other.screening)
            for place, one in enumerate(guests)
            for other in guests[:place]
        )

    # -- acting -----------------------------------------------------------------------------------------------------

    def give(self, room: str, screening: str, decided_by: str = "") -> None:
        """A traveller is brought there, out of any other room; warnings are on record with it.

        `decided_by`: who of the health authority had strangers put together; it is sealed.
        """
        here, before = self._standing(room), self.of(screening)
        if screening in here.inside:
            return
        warned = self.warned(here, screening)
        body: dict[str, Json] = {"screening": screening, "warned": list(warned)}
        events = [self._event(room, "room_given", body)]
        if before is not None:
            events.insert(0, self._event(before.room.id, "room_left", {"screening": screening}))
        if "occupied" in warned:
            together: list[Json] = [*here.inside, screening]
            named = {"authority": decided_by} if decided_by else {}
            events.append(self._event(room, "cohort_decided", {"together": together, "named": bool(named)}, **named))
        self._record(*events)

    def check(self, room: str) -> None:
        """Somebody looked in. Raises CommandError for an empty room."""
        if not self._standing(room).inside:
            raise CommandError("nobody is in this room, so there is nobody to look after", "room_empty")
        self._record(self._event(room, "room_checked", {}))

    def clean(self, room: str) -> None:
        """The room is clean again: the duty to clean it is done for everybody who has gone from it."""
        gone = self._standing(room).gone
        if not gone:
            raise CommandError("nobody has left this room since it was cleaned", "room_clean")
        for screening in gone:
            for duty in self.cleanings(screening):
                self.desk.settle(screening, duty.spec.id)
        self._record(self._event(room, "room_cleaned", {"after": list(gone)}))

    def cleanings(self, screening: str) -> tuple[Duty, ...]:
        """What is to be cleaned after one who has gone."""
        state = self.desk.load(screening)
        if state.log.closed is None:
            return ()
        duties = follow(state, self.desk.clock())
        return tuple(duty for duty in duties if "cleans" in duty.spec.does and duty.done_at is None)

    # -- inside -----------------------------------------------------------------------------------------------------

    def _standing(self, room: str) -> Standing:
        found = next((each for each in self.look() if each.room.id == room), None)
        if found is None:
            raise CommandError(f"'{room}' is no room of this post")
        return found

    def _guest(self, screening: str) -> Guest:
        row = self.desk.store.row(screening)
        if row is None:
            return Guest(screening, None)
        party, own = self._party(row), class_of(row)
        return Guest(screening, own if party is None else index_class(party, {screening: own}, screening))

    def _kin(self, one: str, other: str) -> bool:
        row = self.desk.store.row(one)
        return row is not None and kin(self._party(row), one, other)

    def _party(self, row: ScreeningRow) -> Party | None:
        return fold_party(self.desk.store.read(PARTY + row.party)) if row.party else None

    def _left_post(self, screening: str) -> datetime | None:
        row = self.desk.store.row(screening)
        left = row and (row.handed_over_at or row.closed_at)
        return datetime.fromisoformat(left) if left else None

    def _stream(self, room: str) -> str:
        return f"{self.desk.post.id}.{room}"

    def _log(self, room: str) -> RoomLog:
        if room not in self._logs:
            self._logs[room] = fold(self.desk.store.read(ROOM + self._stream(room)))
        return self._logs[room]

    def _event(self, room: str, kind: str, body: dict[str, Json], **identity: Json) -> Event:
        who = Officer(self.desk.officer, self.desk.clock())
        return happened(self._stream(room), kind, who, body, **identity)

    def _record(self, *events: Event) -> None:
        """Recorded first, then seen: a disk that refuses leaves everything as it was."""
        self.desk.store.append(events)
        for event in events:
            room = event.stream.removeprefix(ROOM + self.desk.post.id + ".")
            self._logs[room] = add(self._logs[room], event)
