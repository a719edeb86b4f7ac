"""A paper of an earlier record again: numbered as a copy, recorded as one, without touching the traveller in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.issuing import Papers


class NothingIssued(LookupError):
    """No paper of that record was ever issued, so there is none to copy."""


def reprint(desk: Desk, screening: str) -> Papers:
    """Issue a copy of the newest paper of a record; the printer or its queue takes it.

    Raises NothingIssued, and CommandError or RecordError like any act at the desk.
    """
    in_front = desk.state
    if in_front is not None and in_front.screening == screening:
        if not in_front.log.slips:
            raise NothingIssued(screening)
        return desk.issue(in_front.log.slips[-1].paper)
    state = desk.load(screening)
    if not state.log.slips:
        raise NothingIssued(screening)
    try:
        desk.state = state
        return desk.issue(state.log.slips[-1].paper)
    finally:
        desk.state = in_front
