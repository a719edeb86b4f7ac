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
        "correction_decided",  # whether a correction made after closing counts
        "revisited",  # an earlier step is looked at again
        "parked",
        "resumed",
        "interrupted",  # emergency, refusal, left, death
        "interrupt_ended",
        "countersigned",  # a second named person agrees to a downgrade
        "upgrade_reviewed",  # a health worker agrees to a higher class that keeps somebody apart
        "duty_done",
        "slip_printed",
        "companion_listed",
        "regrouped",  # travels with another party, or with none, than it began with
        "twin_checked",  # looked alike, and is a different person
        "forms_reserved",  # numbers given to blank forms of paper
        "form_entered",  # typed in from such a form
        "closed",
        "erased",  # the key of the traveller was destroyed
        "shift_opened",
        "shift_closed",  # handed to the next officer
        "officer_added",  # somebody may sign in at this post
        "officer_pin_set",
        "officer_removed",
        "pin_refused",  # a PIN was wrong; which was typed is never kept
        "officer_changed",  # another officer sits down at the desk
        "desk_locked",
        "night_counted",  # who is at the station for the night, and what it has
        "sop_activated",  # a text binds at this post from a moment on
        "sop_change_seen",  # an officer has taken note of it
        "party_opened",  # people who travel together: family, vehicle, boat, tent, seats
        "party_joined",
        "party_left",  # put into it by mistake
        "carer_linked",  # a child and who cares for it, both ways
        "carer_unlinked",
        "answer_shared",  # a person took over another's answer by one key
        "index_reported",  # what became of a member who may be a case
        "contact_decided",  # a person said whether a companion is a contact
        "arrival_opened",  # many at once, by ticket
        "triaged",
        "ticket_called",
        "ticket_struck",
        "group_counted",  # by age band and sex
        "arrival_closed",
        "room_given",  # a traveller was brought into an isolation room
        "room_left",  # taken out of it again
        "room_checked",  # somebody looked in
        "room_cleaned",
        "cohort_decided",  # the health authority put travellers together
    }
)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `body` never identifies anybody; `identity` is sealed by the store.

    `stream` is `"<what>:<id>"` (screening, party, arrival, room, shift, post); `at` is an aware moment in UTC;
    `by` an officer's id.
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
