"""The night counts of a post, found in the shift streams of its store. No Qt."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from screening import shift
from screening.shift import SHIFT, Shift

if TYPE_CHECKING:
    from screening.night import Night
    from screening.records.reader import RecordReader
    from sops.model import Post

__all__ = ["night_of_day"]


def night_of_day(store: RecordReader, post: Post, day: date) -> Night:
    """The last night count of a local day, over all desks; empty where nobody counted.

    Shifts lie in the order of their opening, so few of them are read however many there are: those opened on the day,
    and the last one before, however long it runs.
    """
    if not post.night_count:
        return {}
    begins = datetime.combine(day, time.min, ZoneInfo(post.time_zone))
    ends = begins + timedelta(days=1)
    streams = store.streams(SHIFT)
    known: dict[str, Shift | None] = {}

    def read(stream: str) -> Shift | None:
        if stream not in known:
            known[stream] = shift.fold(store.read(stream))
        return known[stream]

    def opened(stream: str) -> datetime:
        found = read(stream)
        return found.opened_at if found is not None else begins

    found = []
    for stream in streams[max(0, bisect_left(streams, begins, key=opened) - 1) :]:
        here = read(stream)
        if here is None or here.opened_at >= ends:
            break
        if here.post == post.id:
            found.append(here)
    return shift.night_on(found, day)
