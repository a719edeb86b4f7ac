"""A paper is issued: its number taken and recorded in one durable commit, before anything is printed."""

from __future__ import annotations

from dataclasses import dataclass

from screening import commands
from screening.commands import Officer
from screening.events import Event
from screening.log import add
from screening.projecting import row_of
from screening.records.store import RecordStore
from screening.row import ScreeningRow
from screening.session import State, walk

__all__ = ["Papers", "issued"]


@dataclass(frozen=True, slots=True)
class Papers:
    """Papers that a duty asks to be printed: which, for which screening, and whether they are copies."""

    screening: str
    paper: str
    number: str
    copy: int
    copies: int


def issued(store: RecordStore, state: State, who: Officer, paper: str, copies: int) -> tuple[Papers, State]:
    """Record that the paper is issued: the papers to print, and the state after it. A copy has the first's number."""
    earlier = [slip for slip in state.log.slips if slip.paper == paper]
    made: list[State] = []

    def compose(number: str) -> tuple[list[Event], ScreeningRow]:
        event = commands.printed(state, who, paper, number, copy=len(earlier), queued=True)
        made.append(walk(state.setting, add(state.log, event)))
        return [event], row_of(made[-1])

    if earlier:
        stored = store.append(*compose(earlier[0].number))
    elif paper == "referral_slip":
        stored = store.append_with_slip(state.setting.post.code, compose)
    else:
        stored = store.append(*compose(""))
    number = str(stored[0].event.body["number"])
    return Papers(state.screening, paper, number, len(earlier), copies), made[-1]
