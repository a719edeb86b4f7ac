"""One traveller for one combination of atoms, as the facts that `paso classify` reads."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, Final

from sops.exposures import Exposures
from sops.facts import DEATH, EXPOSURE_FIELDS, Answer, Exposure
from sops.space import Space

Facts = dict[str, Any]
"""Facts as plain JSON."""

_USUAL_DAY: Final = 3
_USUAL_READING: Final = 36.5
_LEAST_APART: Final = 0.1


def specimen(space: Space, root: int, bits: int) -> Facts:
    """A traveller who is that combination; the day of onset is a usual one where the diagram `root` stays the same.

    Raises LookupError when no traveller is: the combination cannot occur.
    """
    day = _day(space, root, bits)
    rows = _exposures(space, bits, day)
    held = {atom for number, atom in enumerate(space.atoms) if bits >> number & 1}
    told = {atom.kind: [other.of for other in space.atoms if other.kind == atom.kind] for atom in space.atoms}
    holds = {kind: [of for of in every if (kind, of) in held] for kind, every in told.items()}
    facts: Facts = {"symptoms": dict.fromkeys(holds.get("sign", ()), "yes")}
    if "reading at least" in told:
        low = min(min(told["reading at least"]) - _LEAST_APART, _USUAL_READING)
        facts["temp_c"] = max(holds["reading at least"], default=round(low, 1))
    if day is not None:
        facts["onset_days_ago"] = day
    for fact in told.get("fact", ()):
        if fact not in holds.get("unasked", ()):
            facts[fact] = "yes" if fact in holds["fact"] else "no"
    if holds.get("imaging"):
        facts["chest_imaging"] = holds["imaging"][0]
    facts["exposures"] = [_row(row) for row in rows]
    facts["tests"] = [{"type": kind, "result": result} for kind, result in holds.get("test", ())]
    if holds.get("deceased"):
        facts["deceased"] = {name: "yes" if name in holds["deceased"] else "no" for name in DEATH}
    return facts


def _day(space: Space, root: int, bits: int) -> int | None:
    """A day of onset on which the combination can occur; None where no illness has begun."""
    if not any(space.table.value(begun, bits) for begun in space.begun):
        return None
    cuts = sum(1 << number for number, _ in space.of_kind("onset within days"))
    wanted = space.table.value(root, bits)
    for day in (_USUAL_DAY, *space.days):
        here = bits & ~cuts | space.cuts(day)
        if space.table.value(space.on_day(day), here) and space.table.value(root, here) == wanted:
            return day
    raise LookupError("no day of onset fits: this combination cannot occur")


def _exposures(space: Space, bits: int, day: int | None) -> list[Exposure]:
    """Exposures that together meet exactly the exposure atoms of the combination, few first."""
    wanted = bits & space.exposures.bits
    found: list[Exposure] = []
    met = 0
    choices = [
        (signature, row)
        for kind in EXPOSURE_FIELDS
        for signature, row in space.exposures.specimens(kind, day).items()
        if signature and not signature & ~wanted
    ]
    for signature, row in sorted(choices, key=lambda choice: -choice[0].bit_count()):
        if signature & ~met:
            found.append(_plain(space.exposures, row, day))
            met |= signature
    if met != wanted:
        raise LookupError("no exposures fit: this combination cannot occur")
    return found


def _plain(exposures: Exposures, row: Exposure, day: int | None) -> Exposure:
    """The exposure with a day without symptoms that a person could have said, where it makes no difference."""
    if type(row.index_symptom_free_since_day) is not int:
        return row
    likely = replace(row, index_symptom_free_since_day=0)
    return likely if exposures.signature(likely, day) == exposures.signature(row, day) else row


def _row(row: Exposure) -> Facts:
    values = {field.name: getattr(row, field.name) for field in fields(row)}
    return {name: value for name, value in values.items() if value is not None and value is not Answer.UNKNOWN}
