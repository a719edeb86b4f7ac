"""Which keys of the foot do something on the page that stands. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from screening.session import State

_NOBODY_YET: Final = {"clock", "lock"}
_ALWAYS: Final = {"new": "act.new", "language": "act.language", "board": "act.board", "shortcuts": "act.shortcuts"}


def offered(sheet: str, state: State | None, *, is_training: bool = False) -> dict[str, str]:
    """Act -> id of its words here: Esc closes a sheet, takes the next, or sets aside."""
    if sheet in _NOBODY_YET:
        return {}
    if sheet or state is None:
        return {**_ALWAYS, **({"park": "foot.close"} if sheet or is_training else {})}
    if state.log.closed is not None:
        return {**_ALWAYS, "park": "foot.next", "source": "act.source"}
    return {**_ALWAYS, "back": "act.back", "park": "act.park", "source": "act.source"}
