"""What a person may do with a party, as functions from it to the events that record it; a fold tells the rest."""

from __future__ import annotations

from collections.abc import Mapping

from screening.commands import SCREENING, CommandError, Officer
from screening.companions import REPORTS, companions
from screening.events import Event, Json
from screening.party import PARTY, UNITS, Party

__all__ = ["belongs", "decide", "join", "leave", "link", "open_party", "report", "take", "unlink"]


def open_party(party: str, unit: str, who: Officer, *, post: str, desk: str) -> Event:
    """People who travel together. Raises CommandError for a unit that is none of `UNITS`."""
    if unit not in UNITS:
        raise CommandError(f"'{unit}' is no party; it is one of {', '.join(UNITS)}")
    return _event(party, "party_opened", who, {"unit": unit, "post": post, "desk": desk})


def join(party: str, screening: str, who: Officer) -> Event:
    """A screening belongs to the party."""
    return _event(party, "party_joined", who, {"screening": screening})


def belongs(screening: str, party: str | None, who: Officer) -> Event:
    """The same on record of the screening itself: it travels with that party from now on, or with none."""
    return Event(SCREENING + screening, "regrouped", who.at, who.id, {"party": party})


def leave(party: Party, screening: str, who: Officer) -> Event:
    """It was put there by mistake: its links and decisions go with it."""
    _member(party, screening)
    return _event(party.id, "party_left", who, {"screening": screening})


def link(party: Party, child: str, carer: str, who: Officer) -> Event:
    """A child and who cares for it. Raises CommandError for one and the same, or a carer in that child's care."""
    _member(party, child)
    _member(party, carer)
    if child == carer or (carer, child) in party.links:
        raise CommandError(
            "a child is not cared for by itself, nor by somebody in its own care. Choose another carer.", "carer"
        )
    return _event(party.id, "carer_linked", who, {"child": child, "carer": carer})


def unlink(party: Party, child: str, carer: str, who: Officer) -> Event:
    """They do not belong together after all."""
    if (child, carer) not in party.links:
        raise CommandError("these two are not linked, so there is nothing to undo", "not_linked")
    return _event(party.id, "carer_unlinked", who, {"child": child, "carer": carer})


def take(party: Party, step: str, to: str, whose: str, who: Officer) -> Event:
    """The answer of one member was confirmed for another by a person."""
    _member(party, to)
    return _event(party.id, "answer_shared", who, {"step": step, "to": to, "from": whose})


def report(party: Party, classes: Mapping[str, str | None], index: str, said: str, who: Officer) -> Event:
    """What became of one who may be a case, as the health authority says later: probable, confirmed or discarded.

    Raises CommandError for another word, and for somebody who never was one.
    """
    _member(party, index)
    standings = {one.screening: one.standing for one in companions(party, classes)}
    if said not in REPORTS:
        raise CommandError(f"'{said}' is none of {', '.join(REPORTS)}")
    if standings[index] != "index" and index not in party.reported:
        raise CommandError(
            "only of one who is at least a suspected case a result is heard. Choose that one.", "no_index"
        )
    return _event(party.id, "index_reported", who, {"index": index, "class": said})


def decide(
    party: Party, classes: Mapping[str, str | None], companion: str, who: Officer, *, is_contact: bool
) -> tuple[Event, ...]:
    """A person says whether a proposed companion is a contact, of each index on which the proposal rests.

    What was decided may be decided otherwise. Raises CommandError where nothing was proposed: a companion of a
    suspected case is listed, no more.
    """
    _member(party, companion)
    found = next(one for one in companions(party, classes) if one.screening == companion)
    if found.standing not in ("proposed", "contact", "declined"):
        raise CommandError(
            "nobody travelling along is a probable or confirmed case, so there is no contact to confirm", "no_contact"
        )
    return tuple(
        _event(party.id, "contact_decided", who, {"companion": companion, "index": index, "contact": is_contact})
        for index in found.of
    )


def _member(party: Party, screening: str) -> None:
    if screening not in party.members:
        raise CommandError("this traveller does not belong to the group", "not_member")


def _event(party: str, kind: str, who: Officer, body: Mapping[str, Json]) -> Event:
    return Event(PARTY + party, kind, who.at, who.id, body)
