"""What can be done now: which needs of the acts are met, and the keys of the foot with their words. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from screening.session import State
    from ui.actions import Act, Need

__all__ = ["met", "offered"]

_NOBODY_YET: Final = {"clock", "lock"}
_AT_A_LOCKED_DESK: Final = {"back", "park", "source"}
_OVER: Final = {"new", "language", "board", "shortcuts"}


def met(
    state: State | None, *, is_proposed: bool = False, has_twin: bool = False, has_officers: bool = False
) -> frozenset[Need]:
    """The needs that are met by the traveller in front, the group, the twins and the officers of now."""
    is_open = state is not None and state.log.closed is None
    there: dict[Need, bool] = {
        "front": state is not None,
        "open": is_open,
        "question": is_open and state is not None and state.at is not None,
        "back": is_open and state is not None and bool(state.path),
        "same": is_proposed,
        "twin": has_twin,
        "printed": state is not None and bool(state.log.slips),
        "officers": has_officers,
    }
    return frozenset(need for need, is_met in there.items() if is_met)


def offered(
    sheet: str, state: State | None, acts: Iterable[Act], *, escape: str = "", is_locked: bool = False
) -> dict[str, str]:
    """Act -> id of its words, of the foot; a page that lies over the traveller says by `escape` what Esc does on it."""
    if sheet in _NOBODY_YET:
        return {}
    found = {act.id: f"act.{act.id}" for act in acts if act.footer}
    if sheet:
        found = {act: words for act, words in found.items() if act in _OVER and act != sheet}
    elif is_locked:
        found = {act: words for act, words in found.items() if act in _AT_A_LOCKED_DESK}
    if sheet or state is None:
        found["park"] = escape
    elif state.log.closed is not None:
        found["park"] = "foot.next"
    return {act: words for act, words in found.items() if words}
