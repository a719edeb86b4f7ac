"""Work after travellers who have gone, gathered so that it never pushes people down: one row a room, a kind. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from screening.rooms import Standing
from ui.board.owing import Owing
from ui.plain import clean
from ui.rooms.acts import Rooms
from ui.strings import tr

__all__ = ["together"]


def together(owing: Iterable[Owing], rooms: Rooms) -> list[Owing]:
    """What is owed, the one that waits longest for each: rooms to be cleaned one by one, other cleaning by its duty."""
    of = {screening: each for each in rooms.look() for screening in each.gone}
    heaps: dict[tuple[str, ...], list[Owing]] = {}
    for one in owing:
        standing = of.get(one.screening) if one.cleans else None
        if standing is not None:
            heap: tuple[str, ...] = ("room", standing.room.id)
        else:
            heap = (one.duty,) if one.awaits == "clean" else (one.duty, one.screening)
        heaps.setdefault(heap, []).append(one)
    return [_heap(heap, of.get(heap[0].screening)) for heap in heaps.values()]


def _heap(heap: Sequence[Owing], standing: Standing | None) -> Owing:
    first = heap[0]
    many = tr("owed.people", count=len(heap)) if len(heap) > 1 else ""
    if not first.cleans or standing is None:
        head = f"{first.title} · {many}" if many else first.head
        return replace(first, head=head, others=tuple(one.screening for one in heap[1:]))
    room = clean(standing.room.name, 60)
    head = f"{first.title} · {room} · {many}" if many else f"{first.head} · {room}"
    return replace(first, head=head, room=standing.room.id)
