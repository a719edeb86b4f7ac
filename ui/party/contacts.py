"""A confirmed contact whose screening is open: contact is asked again, and the walk decides what follows. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screening import commands
from screening.commands import Officer

if TYPE_CHECKING:
    from ui.desk import Desk

__all__ = ["ask_again"]


def ask_again(desk: Desk, screening: str) -> bool:
    """Let the step that records contact be looked at again; whether there was one. Its answer stands until then."""
    state = desk.state if desk.state is not None and desk.state.screening == screening else desk.load(screening)
    asked = next((visited.step.id for visited in state.path if visited.step.records == "contact"), None)
    if asked is None or state.log.closed is not None or state.value(asked) == "yes":
        return False
    if state is desk.state:
        desk.revisit(asked)
        return True
    desk.note(state, commands.revisit(state, Officer(desk.officer, desk.clock()), asked))
    return True
