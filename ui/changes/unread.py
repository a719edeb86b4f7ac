"""What binds at this post and this officer has not read: what was activated, and what began by its own dates. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from screening.activation import Activation
from sops.catalogue import NoEditionError

if TYPE_CHECKING:
    from sops.catalogue import File
    from ui.desk import Desk

__all__ = ["former", "here", "unread"]


def unread(desk: Desk) -> tuple[Activation, ...]:
    """The changes that bind now and that the officer at the desk has not taken note of.

    What began by its dates is told like an activation that nobody made: `by` is empty, its moment the midnight before
    its first day. An officer who never took note of anything is told what differs from the day the records began.
    """
    return (*desk.life.unseen(desk.officer, desk.clock()), *_by_dates(desk))


def here(desk: Desk, change: Activation) -> File | None:
    """The text that binds since a change; None when it is gone."""
    if change.by:
        return desk.life.text(change.kind, change.id, change.since)
    return _dated(desk, change.kind, change.id, desk.today())


def former(desk: Desk, change: Activation) -> File | None:
    """What bound before a change: for one by dates what this officer knows. None: nothing, or its text is gone."""
    return desk.life.former(change) if change.by else _known(desk, change.kind, change.id)


def _by_dates(desk: Desk) -> Iterator[Activation]:
    for kind, identity in (("procedure", desk.post.procedure), ("definition", desk.post.definition)):
        if desk.life.text(kind, identity, desk.clock()) is not None:
            continue  # dates do not decide
        now, known = _dated(desk, kind, identity, desk.today()), _known(desk, kind, identity)
        if now is not None and known is not None and now.digest != known.digest:
            day = date.fromisoformat(now.data["in_force_from"])
            begins = datetime.combine(day, time.min, ZoneInfo(desk.post.time_zone))
            yield Activation(kind, now.name, now.digest, begins, begins, by="")


def _known(desk: Desk, kind: str, identity: str) -> File | None:
    """The text that this officer last took note of, else the one in force when the records of this desk began."""
    look = desk.life.log.looks.get((desk.officer, identity))
    if look is not None:
        try:
            return desk.catalogue.bound(kind, *look)
        except NoEditionError:
            return None
    first = desk.store.since(0, most=1)
    return _dated(desk, kind, identity, desk.setting_day(first[0].event.at)) if first else None


def _dated(desk: Desk, kind: str, identity: str, on: date) -> File | None:
    try:
        base = desk.catalogue.named(kind, desk.catalogue.in_force(kind, identity, on))
        return desk.catalogue.overlaid(base, desk.post, on)
    except NoEditionError:
        return None
