"""Companions of somebody who may be a case: listed, proposed as contacts, contacts by a person's word, released.

Their class is never touched here. Only a probable or confirmed index makes a proposal, and only a person turns a
proposal into a contact. Source: border_sop section 5, C5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from screening.party import Party
from screening.row import ScreeningRow

__all__ = ["REPORTS", "Companion", "Standing", "class_of", "companions", "index_class"]

Standing = Literal["none", "index", "released", "declined", "listed", "proposed", "contact"]
REPORTS: Final = ("probable", "confirmed", "discarded")
"""What may be heard of an index later, in the order of the keys."""
_LIVE: Final = ("suspected", "probable", "confirmed")
_CERTAIN: Final = ("probable", "confirmed")
_STRENGTH: Final[tuple[Standing, ...]] = ("none", "released", "declined", "listed", "proposed", "contact")


@dataclass(frozen=True, slots=True)
class Companion:
    """One member as seen from the others. `of` are the indexes on which the standing rests, in order of joining."""

    screening: str
    standing: Standing
    of: tuple[str, ...] = ()


def class_of(row: ScreeningRow) -> str | None:
    """The class a screening counts with: the officer's where it differs and no second person is awaited."""
    return row.judgement if row.judgement and not row.pending else row.floor


def class_said(row: ScreeningRow) -> str | None:
    """The class as people are told it: the officer's, else the program's; open where it is still open."""
    return row.judgement if row.judgement and not row.pending else row.classification


def index_class(party: Party, classes: Mapping[str, str | None], member: str) -> str | None:
    """What a member is taken for: the last report, else the class of the screening; None while it is not concluded."""
    return party.reported.get(member) or classes.get(member)


def companions(party: Party, classes: Mapping[str, str | None]) -> tuple[Companion, ...]:
    """All members in order of joining. `classes`: screening -> class, None while it is not concluded. Pure."""
    return tuple(_of(party, classes, member) for member in party.members)


def _of(party: Party, classes: Mapping[str, str | None], member: str) -> Companion:
    if index_class(party, classes, member) in _LIVE:
        return Companion(member, "index")
    found: dict[Standing, list[str]] = {}
    for index in party.members:
        if index != member:
            found.setdefault(_towards(party, classes, member, index), []).append(index)
    strongest: Standing = max(found, key=_STRENGTH.index, default="none")
    return Companion(member, strongest, tuple(found[strongest]) if strongest != "none" else ())


def _towards(party: Party, classes: Mapping[str, str | None], member: str, index: str) -> Standing:
    said = party.decided.get((member, index))
    known = index_class(party, classes, index)
    if known in _CERTAIN:
        return "proposed" if said is None else "contact" if said else "declined"
    if known in _LIVE:
        return "listed"
    return "released" if said is not None or known == "discarded" else "none"
