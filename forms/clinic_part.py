"""The clinic's half of a slip: who it is, what was found and why, what is not known, what was done and said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from screening.referral import Care, Decision, Person, Referral, Test, Text
from sops.logic import YES

from .grid import NOTHING, Cell, Density, Laid, beside, capped, flow, listing, stack, tightest
from .history_part import entries, exposure, illness
from .labels import LABELS, label
from .wording import Wording

__all__ = ["GUTTER", "Section", "sections"]

GUTTER = 54.0
"""Width of the left column that carries the titles of the sections."""

_SEXES = {"F": "female", "M": "male", "X": "unspecified"}


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the form."""

    title: tuple[str, ...]  # one line for each language
    body: Laid


def sections(referral: Referral, say: Wording, width: float, density: Density) -> tuple[Section, ...]:
    """The parts of the clinic's half in the order in which a clinic reads them."""
    parts: tuple[tuple[str, Callable[[Referral, Wording, float, Density], Laid]], ...] = (
        ("person", _person),
        ("measures", _measures),
        ("illness", illness),
        ("exposure", exposure),
        ("decision", _decision),
        ("done", _done),
        ("told", _told),
        ("notified", _notified),
    )
    made = []
    for name, lay in parts:
        title = tuple(dict.fromkeys(label(name, language) for language in say.languages))
        made.append(Section(title, lay(referral, say, width - GUTTER, density)))
    return tuple(made)


def _person(referral: Referral, say: Wording, width: float, density: Density) -> Laid:
    person = referral.person
    names = [
        Cell(say.label("family_name"), say.names(person.family_name, person.latin_family_name), bold=True, least=3),
        Cell(say.label("given_names"), say.names(person.given_names, person.latin_given_names), bold=True, least=3),
        Cell(say.label("spoken_name"), say.names(person.spoken_name, _latin(person)), least=3),
    ]
    facts = [
        Cell(say.label("birth"), say.birth_date(person.birth_date)),
        Cell(say.label("age"), _age(person, say)),
        Cell(say.label("sex"), say.own(_SEXES[person.sex]) if person.sex else say.unknown),
        Cell(say.label("language"), say.plain(person.language)),
        Cell(say.label("interpreter"), say.truth(person.interpreter), bold=person.interpreter is YES),
        Cell(say.label("document"), _document(person, say)),
        Cell(say.label("companions"), say.number(person.companions)),
        Cell(say.label("carer"), say.truth(person.carer_of_child), bold=person.carer_of_child is YES),
    ]
    return stack([flow(names, width, density), flow(facts, width, density)], density.air)


def _latin(person: Person) -> str | None:
    parts = (person.latin_given_names, person.latin_family_name)
    return " ".join(part for part in parts if part) or None


def _age(person: Person, say: Wording) -> str:
    return say.unknown if person.age is None else f"{person.age} {say.own(person.age_unit)}"


def _document(person: Person, say: Wording) -> str:
    kind = say.plain(person.document)
    if person.document is None or not person.document_last4:
        return kind
    return f"{kind}, {say.own('ends_in')} {say.typed(person.document_last4[-4:])}"


def _measures(referral: Referral, say: Wording, width: float, density: Density) -> Laid:
    measured = referral.measures
    if measured.temperature_c is None:
        why = measured.not_taken
        temperature = f"{say.own('not_taken')}: {say.plain(why)}" if why else say.unknown
    else:
        at, device = say.clock(measured.temperature_at), say.plain(measured.device)
        temperature = f"{measured.temperature_c:.1f} °C, {at}, {device}"
    cells = [
        Cell(say.label("temperature"), temperature, bold=measured.temperature_c is not None),
        Cell(say.label("breathing"), say.number(measured.breaths_per_minute, "/min")),
        Cell(say.label("spo2"), say.number(measured.spo2_percent, " %")),
        Cell(say.label("pulse"), say.number(measured.pulse_per_minute, "/min")),
        Cell(say.label("consciousness"), say.plain(measured.consciousness)),
    ]
    return flow(cells, width, density)


def _decision(referral: Referral, say: Wording, width: float, density: Density) -> Laid:
    decision = referral.decision
    head = [
        Cell(say.label("classification"), say.words(decision.classification), bold=True, least=4, scale=1.18),
        Cell(say.label("definition"), say.typed(decision.definition), least=3),
        Cell(say.label("procedure"), say.typed(decision.procedure), least=3),
    ]
    alone = len(say.languages) == 1
    wide = width / 2 if alone else width
    reasons = _columns("criterion", _reasons(decision), say, wide, density)
    open_facts = _columns("unknowns", decision.unknowns, say, wide, density)
    tests = entries(decision.tests, lambda one: _test_line(one, say), say, density)
    return stack(
        [
            flow(head, width, density),
            _so_far(decision, say, width, density),
            *([beside([reasons, open_facts], 0.0)] if alone else [reasons, open_facts]),
            flow(
                [
                    Cell(say.label("tests"), "  |  ".join(tests)),
                    Cell(say.label("other_cause"), say.plain(decision.other_cause)),
                ],
                width,
                density,
                inline=True,
            ),
        ],
        density.air,
    )


def _so_far(decision: Decision, say: Wording, width: float, density: Density) -> Laid:
    """While the class is open: what it is at least, and what it could be."""
    if decision.ceiling is None:
        return NOTHING
    said = []
    for language in say.languages:
        template = label("between" if decision.floor else "up_to", language)
        floor = say.one(decision.floor, language) if decision.floor else ""
        said.append(template.format(floor=floor, ceiling=say.one(decision.ceiling, language)))
    return flow([Cell(say.label("so_far"), " · ".join(dict.fromkeys(said)), bold=True)], width, density, inline=True)


def _reasons(decision: Decision) -> tuple[Text, ...] | None:
    """The criterion that is met while the class is open, then the deciding one."""
    found: list[Text] = []
    if isinstance(decision.floor_criterion, str):
        found.append(decision.floor_criterion)
    elif decision.floor_criterion:
        met = decision.floor_criterion
        found.append({code: label("met", code) + words for code, words in met.items() if code in LABELS["met"]})
    if decision.criterion:
        found.append(decision.criterion)
    return tuple(found) if found or decision.criterion == "" else None


def _columns(name: str, texts: Sequence[Text] | None, say: Wording, width: float, density: Density) -> Laid:
    """Texts of some length, a column for each language."""
    wide = width / len(say.languages)
    parts = []
    for place, language in enumerate(say.languages):
        lines: tuple[str, ...]
        title = label(name, language)
        if texts is None:
            lines = (label("unknown", language),)
        elif not texts:
            lines = (label("none", language),)
        else:
            said = [say.one(one, language) for one in texts if place == 0 or _is_told(one, language)]
            lines = capped(said, density, label("more", language)) if said else ()
            if len(said) < len(texts):
                lines = (*lines, label("see_spanish", language))
        parts.append(listing(title, lines, wide, density))
    return beside(parts, 0.0)


def _is_told(text: Text, language: str) -> bool:
    """Whether a column of that language can say it: nothing in Spanish stands under another heading."""
    return isinstance(text, str) or bool(text.get(language))


def _test_line(test: Test, say: Wording) -> str:
    result = say.plain(test.result) if test.result else say.own("pending")
    details = [say.plain(test.kind), result]
    if test.brand:
        details.append(say.typed(test.brand))
    if test.lot:
        details.append(f"{say.own('lot')} {say.typed(test.lot)}")
    details.append(say.moment(test.at))
    return "; ".join(details)


def _done(referral: Referral, say: Wording, width: float, density: Density) -> Laid:
    care = referral.care
    cells = [
        Cell(say.label("mask"), say.truth(care.mask)),
        Cell(say.label("isolated"), _isolated(care, say)),
        Cell(say.label("fluids"), say.truth(care.fluids)),
        Cell(say.label("first_aid"), say.truth(care.first_aid)),
        Cell(say.label("oxygen"), say.truth(care.oxygen)),
    ]
    return tightest(cells, width, density)


def _isolated(care: Care, say: Wording) -> str:
    """From when until when; without a time, whether at all."""
    if care.isolated_from is None and care.isolated_until is None:
        return say.truth(care.isolated)
    return f"{say.clock(care.isolated_from)} – {say.clock(care.isolated_until) if care.isolated_until else '…'}"


def _told(referral: Referral, say: Wording, width: float, density: Density) -> Laid:
    told = referral.told
    order = say.unknown if told.ordered_by is None else say.own("not_ordered")
    if told.ordered_by or told.order_number:
        order = f"{say.names(told.ordered_by)}, {say.names(told.order_number)}"
    cells = [
        Cell(say.label("informed_in"), say.plain(told.language)),
        Cell(say.label("agreed"), say.truth(told.agreed)),
        Cell(say.label("ordered"), order),
    ]
    said = _columns("told_text", told.text, say, width, density) if told.text else NOTHING
    return stack([said, tightest(cells, width, density)], density.air)


def _notified(referral: Referral, say: Wording, width: float, density: Density) -> Laid:
    told = referral.notified
    cells = [
        Cell(say.label("authority"), say.names(told.authority), least=4),
        Cell(say.label("call_taken_by"), say.names(told.name)),
        Cell(say.label("time"), say.clock(told.at)),
        Cell(say.label("reference"), say.names(told.reference)),
    ]
    return flow(cells, width, density)
