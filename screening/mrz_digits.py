"""Check digits put to use: which reading of the zone they prove, and what a look-alike repair changes.

A repair is proof, not a guess: it is made where exactly one reading makes every digit that covers the field agree. In cells for
digits only (dates, check digits) a letter has one possible meaning; in a document number one character is exchanged for a
look-alike, or every one of its kind (readers take all zeros of a font for O). Digits are never exchanged for digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from screening.mrz_layout import CheckedField, Layout, text_of

__all__ = ["Checks", "Proof", "Repair", "agreement", "prove"]

# What a reader takes for a digit, in a cell that holds digits only.
_DIGIT_FOR: Final = {"O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8"}
# What may be meant in a cell that holds both.
_LOOKALIKES: Final = {
    **{letter: digit for letter, digit in _DIGIT_FOR.items() if letter != "L"},
    **{"0": "OQD", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B"},
}

Zone = tuple[str, ...]
Edits = tuple[tuple[int, int, str], ...]
"""Characters to be put elsewhere: line, column, character; in the order of the cells."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What was read in a field and what it was taken as; `field` is a name of Checks, or that and " check digit"."""

    field: str
    read: str
    taken_as: str


@dataclass(frozen=True, slots=True)
class Checks:
    """Whether each check digit agrees; None where the layout has none."""

    number: bool
    birth_date: bool
    expiry_date: bool
    optional: bool | None
    composite: bool | None


@dataclass(frozen=True, slots=True)
class Proof:
    """The zone as the digits prove it.

    `numbers`: texts the document number can be; one when it is sure. `failed`: names of the digits that agree with no
    reading; empty when the zone is proved, and then `zone` is to be believed, but for a number of several readings.
    """

    zone: Zone
    checks: Checks
    repairs: tuple[Repair, ...]
    numbers: tuple[str, ...]
    failed: tuple[str, ...]


def agreement(zone: Zone, layout: Layout) -> int:
    """How many check digits agree, fillers not counted: what tells the right order of lines from a wrong one."""
    fields = (layout.number_in(zone), layout.birth, layout.expiry, layout.composite)
    return sum(each is not None and each.agrees(zone) and zone[each.digit[0]][each.digit[1]] != "<" for each in fields)


def prove(zone: Zone, layout: Layout) -> Proof:
    """The reading of the zone that its check digits prove, repaired where they prove a repair."""
    number = layout.number_in(zone)
    required = (number, layout.birth, layout.expiry)
    readings = [tuple(_readings(zone, field)) for field in required]
    failed = tuple(field.name for field, found in zip(required, readings, strict=True) if not found)
    if failed:
        return Proof(zone, _checks(zone, layout), (), (), failed)
    joint = [zone_edits for parts in product(*readings) if (zone_edits := _composed(zone, layout, parts)) is not None]
    if not joint and layout.optional is not None and not layout.optional.agrees(zone):
        readings.append(tuple(_readings(zone, layout.optional)))
        joint = [edits for parts in product(*readings) if (edits := _composed(zone, layout, parts)) is not None]
    if not joint:
        return Proof(zone, _checks(zone, layout), (), (), ("composite",))
    # What every reading changes is sure; what some change and others do not concerns the number or the optional data only.
    sure = tuple(edit for edit in joint[0] if all(edit in other for other in joint))
    proved = _apply(zone, joint[0] if len(joint) == 1 else sure)
    numbers = tuple(sorted({text_of(_apply(zone, edits), number.cells) for edits in joint}))
    fields = [*required, *(each for each in (layout.optional, layout.composite) if each is not None)]
    checks = _checks(proved, layout)
    if len(joint) > 1 and layout.composite is not None:
        checks = Checks(checks.number, checks.birth_date, checks.expiry_date, checks.optional, composite=True)
    return Proof(proved, checks, tuple(_repairs(zone, proved, fields)), numbers, ())


def _composed(zone: Zone, layout: Layout, parts: tuple[Edits, ...]) -> Edits | None:
    """The edits of one reading of each field together, with the composite digit's own; None where that digit disagrees."""
    edits = tuple(edit for part in parts for edit in part)
    if layout.composite is None:
        return edits
    edits += _forced(zone, layout.composite)
    return edits if layout.composite.agrees(_apply(zone, edits)) else None


def _readings(zone: Zone, field: CheckedField) -> Iterator[Edits]:
    """The readings of one field with which its own check digit agrees: as read, or else with one look-alike exchanged."""
    forced = _forced(zone, field)
    straight = _apply(zone, forced)
    if field.agrees(straight):
        yield forced
        return
    if field.numeric:
        return
    for edits in dict.fromkeys(_exchanges(straight, field)):
        if field.agrees(_apply(straight, edits)):
            yield forced + edits


def _forced(zone: Zone, field: CheckedField) -> Edits:
    """Letters in cells for digits, as the digit each of them stands for; others stay and the check digit will not agree."""
    cells = (*field.cells, field.digit) if field.numeric else (field.digit,)
    return tuple((*cell, _DIGIT_FOR[char]) for cell in cells if (char := zone[cell[0]][cell[1]]) in _DIGIT_FOR)


def _exchanges(zone: Zone, field: CheckedField) -> Iterator[Edits]:
    text = text_of(zone, field.cells)
    for cell, char in zip(field.cells, text, strict=True):
        for meant in _LOOKALIKES.get(char, ""):
            yield ((*cell, meant),)
    for char in sorted(set(text)):
        for meant in _LOOKALIKES.get(char, ""):
            yield tuple((*cell, meant) for cell, each in zip(field.cells, text, strict=True) if each == char)


def _apply(zone: Zone, edits: Edits) -> Zone:
    lines = list(zone)
    for line, column, char in edits:
        lines[line] = lines[line][:column] + char + lines[line][column + 1 :]
    return tuple(lines)


def _checks(zone: Zone, layout: Layout) -> Checks:
    return Checks(
        number=layout.number_in(zone).agrees(zone),
        birth_date=layout.birth.agrees(zone),
        expiry_date=layout.expiry.agrees(zone),
        optional=None if layout.optional is None else layout.optional.agrees(zone),
        composite=None if layout.composite is None else layout.composite.agrees(zone),
    )


def _repairs(read: Zone, proved: Zone, fields: list[CheckedField]) -> Iterator[Repair]:
    for field in fields:
        digit = (field.digit,)
        if field.name != "composite" and text_of(read, field.cells) != text_of(proved, field.cells):
            yield Repair(field.name, text_of(read, field.cells), text_of(proved, field.cells))
        if text_of(read, digit) != text_of(proved, digit):
            yield Repair(f"{field.name} check digit", text_of(read, digit), text_of(proved, digit))
