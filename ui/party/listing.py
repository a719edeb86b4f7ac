"""The members of a group as its page shows them, and the groups in which a person must decide. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from screening.companions import Companion, class_said
from ui.board.rows import named
from ui.icons import FAMILY_ICONS
from ui.rail.traveller import person_in_words
from ui.saying import name, text
from ui.strings import tr

if TYPE_CHECKING:
    from screening.party import Party
    from screening.row import ScreeningRow
    from screening.session import State
    from sops.wording import Wording
    from ui.party.acts import Group

__all__ = ["STRANGER", "Member", "as_companions", "members_of", "stranger_of"]

STRANGER: Final = "stranger"
"""How the traveller in front stands who belongs to no group yet."""
_RELATIONS: Final = {"family": "family", "seats": "seat"}
_SIGNS: Final = {"proposed": ("question", "watch"), "contact": ("people", "watch"), "index": ("hand", "hold")}


@dataclass(frozen=True, slots=True)
class Member:
    """One member: who, where the screening stands, carers, standing as a companion."""

    key: str  # the screening
    head: str
    below: str
    when: str
    is_due: bool
    sign: str
    token: str
    called: str
    is_child: bool
    standing: str


def members_of(group: Group, wording: Wording) -> tuple[Member, ...]:
    """The members of the open group, in order of joining."""
    party = group.party
    if party is None:
        return ()
    rows = group.rows()
    states = {state.screening: state for state in group.states()}
    called = {member: named(states[member].log.identity) if member in states else "" for member in party.members}
    names = {member: words or tr("party.person", number=n) for n, (member, words) in enumerate(called.items(), 1)}
    return tuple(
        _member(one, party, names, (rows[one.screening], states.get(one.screening)), wording)
        for one in group.companions()
        if one.screening in rows
    )


def stranger_of(group: Group, wording: Wording) -> tuple[Member, ...]:
    """The traveller in front, where that one is of no group: a row that puts them on the list."""
    state = group.stranger
    if state is None:
        return ()
    called, facts = person_in_words(state, wording)
    head = tr("party.add", name=" · ".join(part for part in (called, facts) if part))
    return (
        Member(state.screening, head, tr("party.add_below"), "", False, "people", "action", called, False, STRANGER),
    )


def _member(
    one: Companion,
    party: Party,
    names: Mapping[str, str],
    screening: tuple[ScreeningRow, State | None],
    wording: Wording,
) -> Member:
    row, state = screening
    age = tr("person.years", age=row.age_years) if row.age_years is not None else ""
    is_child = state is not None and row.age_years is not None and row.age_years < state.setting.number("adult_age")
    carers, children = party.carers_of(one.screening), party.children_of(one.screening)
    said = [
        tr(f"standing.{one.standing}") if one.standing != "none" else "",
        _reported(party, one.screening),
        tr("party.carer", names=", ".join(names[carer] for carer in carers)) if carers else "",
        tr("party.children", names=", ".join(names[child] for child in children)) if children else "",
        tr("party.no_carer") if is_child and not carers else "",
    ]
    if state is not None and state.log.erased:
        said = [tr("person.erased"), *said] if any(said) else [tr("person.erased"), _where(state)]
    course = state.course if state is not None else None
    sign, token = _SIGNS.get(one.standing, ("person", "muted"))
    if one.standing not in _SIGNS and course is not None:
        sign, token = FAMILY_ICONS[course.family], course.family
    return Member(
        one.screening,
        " · ".join(part for part in (names[one.screening], age) if part),
        " · ".join(part for part in said if part) or _where(state),
        _stands(row, state, wording),
        False,
        sign,
        token,
        names[one.screening],
        is_child,
        one.standing,
    )


def _reported(party: Party, member: str) -> str:
    return tr(f"report.{party.reported[member]}") if member in party.reported else ""


def _stands(row: ScreeningRow, state: State | None, wording: Wording) -> str:
    """The class once it is concluded, else the step at hand."""
    if row.classification is not None:
        return name(wording, "classes", class_said(row) or row.classification)
    return text(state.at.title) if state is not None and state.at is not None else ""


def _where(state: State | None) -> str:
    return text(state.course.title) if state is not None and state.course is not None else ""


def as_companions(group: Group) -> list[dict[str, Any]]:
    """The others of the group as the list of companions has them, to be confirmed; empty without a group."""
    party, front = group.party, group.desk.state
    if party is None or front is None or not group.has(front):
        return []
    return [
        {
            "name": named(state.log.identity),
            "age_years": state.age_years,
            "relation": _RELATIONS.get(party.unit, "other"),
        }
        for state in group.states()
        if state.screening != front.screening
    ]
