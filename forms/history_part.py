"""The history on the clinic's half: signs with their days, what else is known of the illness, exposures and places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from screening.referral import Exposure, Referral, Sign, Stay, Test
from sops.logic import NO, UNKNOWN, YES, Truth

from .grid import NOTHING, Cell, Density, Laid, beside, capped, flow, ledger, listing, paragraph, stack
from .wording import Wording

__all__ = ["entries", "exposure", "illness"]

Entry = TypeVar("Entry", Exposure, Stay, Test)


def illness(referral: Referral, say: Wording, width: float, density: Density) -> Laid:
    """The signs, then what else is known of the illness; what is not known of it is said together in one line."""
    ill = referral.illness
    facts: tuple[tuple[str, object, str], ...] = (
        ("first_day", ill.first_day, say.day(ill.first_day)),
        ("fever_reducer", _known(ill.fever_reducer), say.truth(ill.fever_reducer)),
        *_pregnancy(referral, say),
        *(
            (name, value, say.plain(value))
            for name, value in (
                ("chronic", ill.chronic),
                ("medicines", ill.medicines),
                ("allergies", ill.allergies),
                ("vaccination", ill.vaccination),
                ("disability", ill.disability),
                ("last_meal", ill.last_meal),
            )
        ),
    )
    cells = [Cell(say.label(name), said, bold=name == "first_day") for name, value, said in facts if value is not None]
    rest = "; ".join(say.own(name) for name, value, _ in facts if value is None)
    unknown = (
        flow([Cell(say.label("unknown").capitalize(), rest, least=12)], width, density, inline=True)
        if rest
        else NOTHING
    )
    return stack([_signs(ill.signs, say, width, density), flow(cells, width, density), unknown], density.air)


def _known(value: Truth) -> Truth | None:
    return None if value is UNKNOWN else value


def _signs(signs: Sequence[Sign] | None, say: Wording, width: float, density: Density) -> Laid:
    """Signs that are there, each with its day; then those asked and absent, and those not known, in a line each."""
    if signs is None:
        return flow([Cell(say.label("signs"), say.unknown)], width, density)
    there = [sign for sign in signs if sign.present is YES]
    if not there:
        absent_all = all(sign.present is NO for sign in signs)
        parts = [flow([Cell(say.label("signs"), say.own("none") if absent_all else say.unknown)], width, density)]
    else:
        names = capped([say.words(sign.name) for sign in there], density, say.label("more"))
        days = [say.day(sign.onset) for sign in there[: density.items - 1]] + [say.day(there[-1].onset)]
        if len(there) > density.items:
            days[-1] = "…"
        parts = [
            paragraph(say.label("signs"), width, density.label),
            ledger(list(zip(days[: len(names)], names, strict=False)), width - density.value * 0.5, density),
        ]
    absent = [
        Cell(say.label(name), "; ".join(capped(others, density, say.own("more"))))
        for name, truth in (("signs_no", NO), ("signs_unknown", UNKNOWN))
        if (others := [say.plain(sign.name) for sign in signs if sign.present is truth])
    ]
    return stack([*parts, flow(absent, width, density, inline=True)], 0.6)


def _pregnancy(referral: Referral, say: Wording) -> list[tuple[str, object, str]]:
    ill = referral.illness
    if ill.pregnant is None:
        return []
    value = say.truth(ill.pregnant)
    if ill.pregnant is YES:
        weeks = say.unknown if ill.pregnancy_weeks is None else str(ill.pregnancy_weeks)
        value = f"{value}, {weeks} {say.own('weeks')}"
    return [("pregnant", _known(ill.pregnant), value)]


def exposure(referral: Referral, say: Wording, width: float, density: Density) -> Laid:
    """Exposures on the left, the places of the last fourteen days on the right."""
    half = width / 2
    exposures = entries(referral.exposures, lambda one: _exposure_line(one, say), say, density)
    stays = entries(referral.stays, lambda one: _stay_line(one, say), say, density)
    return beside(
        [
            listing(say.label("exposures"), exposures, half, density),
            listing(say.label("stays"), stays, half, density),
        ],
        0.0,
    )


def entries(
    values: Sequence[Entry] | None, line: Callable[[Entry], str], say: Wording, density: Density
) -> tuple[str, ...]:
    """One line for each value; *unknown* for None, *none* for an empty list."""
    if values is None:
        return (say.unknown,)
    if not values:
        return (say.own("none"),)
    return capped([line(value) for value in values], density, say.own("more"))


def _exposure_line(exposure: Exposure, say: Wording) -> str:
    place = f"; {say.plain(exposure.place)}" if exposure.place else ""
    return f"{say.plain(exposure.kind)}; {say.days(exposure.first, exposure.last)}{place}"


def _stay_line(stay: Stay, say: Wording) -> str:
    division = f", {say.plain(stay.division)}" if stay.division else ""
    return f"{say.plain(stay.country)}{division}; {say.days(stay.first, stay.last)}"
