"""How the rooms of a post were used on a day, found in its store. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from screening.day_rooms import Day, RoomUse, room_use
from screening.rooms import ROOM

if TYPE_CHECKING:
    from screening.events import Event
    from screening.records.reader import RecordReader
    from screening.setting import Setting

__all__ = ["rooms_of_day"]


def rooms_of_day(store: RecordReader, setting: Setting, day: date, now: datetime) -> RoomUse:
    """The use of the rooms on a local day; of a day that is not over, until now."""
    post = setting.post
    rooms = [store.read(f"{ROOM}{post.id}.{room.id}") for room in post.rooms]
    if not any(rooms):
        return RoomUse()
    start = datetime.combine(day, time.min, ZoneInfo(post.time_zone))
    end = datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(post.time_zone))
    rule = setting.procedure.rooms
    every = None if rule is None else timedelta(minutes=setting.number(rule.check_every))
    return room_use(rooms, _gone(store, rooms), Day(start, min(end, max(start, now))), every)


def _gone(store: RecordReader, rooms: Iterable[Iterable[Event]]) -> dict[str, datetime]:
    """When those who were brought to a room left the post; who is still here is left out."""
    given = {str(event.body["screening"]) for room in rooms for event in room if event.kind == "room_given"}
    rows = (store.row(screening) for screening in given)
    left = {row.screening: row.handed_over_at or row.closed_at for row in rows if row is not None}
    return {screening: datetime.fromisoformat(at) for screening, at in left.items() if at}
