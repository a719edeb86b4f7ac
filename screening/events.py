"""Events: what happened to a traveller, in order. Everything else in the product is a fold over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

KINDS = frozenset(
    {
        "begun",  # a screening starts, bound to its edition, area table and post settings by digest
        "identified",  # a document was read, or a name was spoken
        "answered",
        "corrected",
        "revisited",  # an earlier step is looked at again
        "parked",
        "resumed",
        "interrupted",  # emergency, refusal, left, death
        "interrupt_ended",
        "countersigned",  # a second named person agrees to a downgrade
        "duty_done",
        "slip_printed",
        "companion_listed",
        "closed",
        "erased",  # the key of the traveller was destroyed
        "shift_opened",
        "shift_closed",
        "sop_activated",  # a text binds at this post from a moment on
        "sop_change_seen",  # an officer has taken note of it
    }
)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `body` never identifies anybody; `identity` is sealed by the store.

    `stream` is `"<what>:<id>"` (screening, party, shift, post); `at` is an aware moment in UTC; `by` an officer's id.
    """

    stream: str
    kind: str
    at: datetime
    by: str
    body: Mapping[str, Json] = field(default_factory=dict)
    identity: Mapping[str, Json] = field(default_factory=dict)
    v: int = 1

    def __post_init__(self) -> None:
        """Refuse an unknown kind or a naive moment: both would be unreadable later."""
        if self.kind not in KINDS:
            raise ValueError(f"event kind {self.kind!r} is not one of {sorted(KINDS)}")
        if self.at.tzinfo is None:
            raise ValueError(f"event {self.kind!r}: the moment {self.at} has no time zone")
