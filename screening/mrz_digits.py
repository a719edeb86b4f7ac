"""Check digits put to use: which reading of the zone they prove, and what a look-alike repair changes.

A repair is made where exactly one reading makes every digit that covers the field agree, and is told. In cells for
digits only (dates, check digits) a letter has one possible meaning. In a document number one character is exchanged
for its look-alike, or all of one letter for their digit (a reader takes every zero of a font for O). One digit proves
little: of ten wrong exchanges one agrees by chance. So a digit becomes a letter only where numbers have letters, at an
end or beside a letter; elsewhere the sole reading is listed, not taken. Digits are never exchanged for digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from screening.mrz_layout import CheckedField, Layout, text_of

__all__ = ["Checks", "Proof", "Repair", "agreement", "prove"]

# What a reader takes for a digit, in a cell that holds digits only.
_DIGIT_FOR: Final = {"O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8"}
# What may be meant in a cell that holds both; 0 for D or Q as well, but only where a letter is at home (_exchanges).
_LOOKALIKES: Final = {
    **{letter: digit for letter, digit in _DIGIT_FOR.items() if letter != "L"},
    "0": "O",
    "1": "I",
    "2": "Z",
    "5": "S",
    "6": "G",
    "8": "B",
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

    `number`: its text, fillers and all; None in doubt, and then `candidates` are the texts it can be. `failed`: names
    of the digits that agree with no reading; empty when the zone is proved, to be believed but for a number in doubt.
    """

    zone: Zone
    checks: Checks
    repairs: tuple[Repair, ...] = ()
    number: str | None = None
    candidates: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


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
        return Proof(zone, _checks(zone, layout), failed=failed)
    joint = _joint(zone, layout, readings)
    if not joint and layout.optional is not None and not layout.optional.agrees(zone):
        joint = _joint(zone, layout, [*readings, tuple(_readings(zone, layout.optional))])
    if not joint:
        wrong = [field.name for field in required if not field.agrees(zone)]
        return Proof(zone, _checks(zone, layout), failed=(*wrong, "composite"))
    # Dates and digits have one reading; a number (or the optional data) of several, or of an odd one, stays as it is.
    sure = joint[0]
    for field in (number, layout.optional):
        if field is not None and (len({_within(edits, field) for edits in joint}) > 1 or _is_odd(zone, field, sure)):
            sure = tuple(edit for edit in sure if edit[:2] not in field.cells)
    proved = _apply(zone, sure)
    texts = tuple(sorted({text_of(_apply(zone, edits), number.cells) for edits in joint}))
    is_sure = texts == (text_of(proved, number.cells),)
    checks = _checks(proved, layout)
    if layout.composite is not None:
        checks = replace(checks, composite=True)
    fields = [*required, *(each for each in (layout.optional, layout.composite) if each is not None)]
    repairs = tuple(_repairs(zone, proved, fields))
    return Proof(proved, checks, repairs, texts[0] if is_sure else None, () if is_sure else texts)


def _joint(zone: Zone, layout: Layout, readings: Sequence[tuple[Edits, ...]]) -> list[Edits]:
    """The readings of all fields together with which the composite digit agrees."""
    return [edits for parts in product(*readings) if (edits := _composed(zone, layout, parts)) is not None]


def _within(edits: Edits, field: CheckedField) -> Edits:
    return tuple(edit for edit in edits if edit[:2] in field.cells)


def _is_odd(zone: Zone, field: CheckedField, edits: Edits) -> bool:
    """Whether a digit would become a letter where a number has none: amid digits."""
    text = text_of(zone, field.cells)
    return any(
        not "0" <= char <= "9" and not _has_letters_at(text, field.cells.index((line, column)))
        for line, column, char in _within(edits, field)
    )


def _has_letters_at(text: str, place: int) -> bool:
    """Whether a letter is at home there: at an end of the number, or beside another letter."""
    number = text.rstrip("<")
    beside = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return place in {0, len(number) - 1} or any("A" <= char <= "Z" for char in beside)


def _composed(zone: Zone, layout: Layout, parts: tuple[Edits, ...]) -> Edits | None:
    """The edits of one reading of each field together and of the composite digit; None where that digit disagrees."""
    edits = tuple(edit for part in parts for edit in part)
    if layout.composite is None:
        return edits
    edits += _forced(zone, layout.composite)
    return edits if layout.composite.agrees(_apply(zone, edits)) else None


def _readings(zone: Zone, field: CheckedField) -> Iterator[Edits]:
    """The readings of one field with which its own check digit agrees: as read, else with a look-alike exchanged."""
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
    """Letters in cells for digits, as the digit each of them stands for; where others stay no digit will agree."""
    cells = (*field.cells, field.digit) if field.numeric else (field.digit,)
    return tuple((*cell, _DIGIT_FOR[char]) for cell in cells if (char := zone[cell[0]][cell[1]]) in _DIGIT_FOR)


def _exchanges(zone: Zone, field: CheckedField) -> Iterator[Edits]:
    text = text_of(zone, field.cells)
    for place, (cell, char) in enumerate(zip(field.cells, text, strict=True)):
        for meant in "OQD" if char == "0" and _has_letters_at(text, place) else _LOOKALIKES.get(char, ""):
            yield ((*cell, meant),)
    for letter in sorted(set(text) - set("0123456789")):
        for meant in _LOOKALIKES.get(letter, ""):
            yield tuple((*cell, meant) for cell, char in zip(field.cells, text, strict=True) if char == letter)


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
