"""The values in a proved zone: names, dates, sex and state codes, each with what is to be said about it.

Apart from the digits because here no arithmetic helps: what stands is taken, and doubts are told.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from screening.icao import is_known
from screening.partial_date import PartialDate

__all__ = ["Impossible", "birth_date", "expiry_date", "name", "sex", "state"]

_NEAR: Final = 50
"""Years: an expiry lies at most so far behind or ahead of the day of screening."""


class Impossible(Exception):
    """A field holds what no document can hold, though its check digit may be right; the text says which and why."""


def name(text: str) -> tuple[str, str, tuple[str, ...]]:
    """Surname, given names and what is to be said; an absent part is "", a filler within a part becomes a space.

    Raises Impossible when there is no name at all.
    Source: ICAO Doc 9303-3, 4.6: two fillers between the primary and the secondary identifier, one between their parts.
    """
    core = text.rstrip("<")
    if not core:
        raise Impossible("the document has no name in it")
    warnings = []
    before, gap, after = core.partition("<<")
    if not gap and ("<" in core or len(text) - len(core) < 2):
        warnings.append("no double filler in name")
    surname, given = (" ".join(part.replace("<", " ").split()) for part in (before, after))
    if not surname:
        warnings.append("no surname")
    if any("0" <= char <= "9" for char in core):
        warnings.append("digit in name")
    return surname, given, tuple(warnings)


def sex(char: str) -> tuple[Literal["F", "M"] | None, tuple[str, ...]]:
    """F, M, or None where the document leaves it open: silently for the filler, with a warning for X.

    Raises Impossible for anything else. Source: ICAO Doc 9303-4, 4.2.2: F, M, or < for unspecified; X is for the
    page that people read, not for this zone.
    """
    match char:
        case "F":
            return "F", ()
        case "M":
            return "M", ()
        case "<":
            return None, ()
        case "X":
            return None, ("sex X",)
        case _:
            raise Impossible(f"sex is given as {char}; a document has F, M, X or <")


def state(text: str, role: str) -> tuple[str, tuple[str, ...]]:
    """The code without its fillers ("D", not "D<<"), and a warning naming its role where ICAO knows no such code."""
    code = text.rstrip("<")
    return code, () if is_known(code) else (f"unknown state code: {role}",)


def birth_date(text: str, on: date) -> tuple[PartialDate | None, tuple[str, ...]]:
    """The birth date, as far as it is known, in the latest century in which it is not after the day of screening.

    Fillers are ICAO's way to say unknown and silent; 00 is read alike and told. None where the year is unknown.
    Raises Impossible for a date that no calendar has. Source: ICAO Doc 9303-3, 4.8.
    """
    parts, warnings = _parts(text, "birth")
    year_of_century, month, day = parts
    if year_of_century is None:
        return None, warnings
    year = on.year - on.year % 100 + year_of_century
    for candidate in (year, year - 100):
        found = _date(candidate, month, day)
        if found is not None and found.first_day <= on:
            return found, warnings
    raise Impossible("the birth date is no date of any calendar")


def expiry_date(text: str, on: date, born: PartialDate | None) -> tuple[PartialDate | None, tuple[str, ...]]:
    """The last day of validity, and the warning "expired" when that day has passed.

    Of the possible centuries it is the one nearest to the day of screening (at most 50 years behind or ahead: documents
    are valid for some ten years, and the machine-readable ones began in the 1980s), unless the holder was not yet born
    then: a card of somebody born in 2001 that ends in 99 is good until 2099. None, with a warning, when only fillers
    stand there. Raises Impossible for a date that no calendar has.
    """
    parts, warnings = _parts(text, "expiry")
    year_of_century, month, day = parts
    if year_of_century is None:
        return None, (*warnings, "no expiry date")
    year = on.year - on.year % 100 + year_of_century
    if year - on.year >= _NEAR:
        year -= 100
    elif on.year - year > _NEAR:
        year += 100
    found = _date(year, month, day)
    if found is not None and born is not None and found.last_day < born.first_day:
        found = _date(year + 100, month, day)
    if found is None:
        raise Impossible("the expiry date is no date of any calendar")
    return found, (*warnings, "expired") if found.last_day < on else warnings


def _parts(text: str, role: str) -> tuple[tuple[int | None, int | None, int | None], tuple[str, ...]]:
    """Year of the century, month and day of YYMMDD, None where unknown; month and day 00 with a warning each."""
    values: list[int | None] = []
    warnings = []
    for part, unit in ((text[:2], "year"), (text[2:4], "month"), (text[4:], "day")):
        if part == "<<":
            values.append(None)
        elif "<" in part:
            raise Impossible(f"the {unit} of the {role} date is half given")
        elif part == "00" and unit != "year":
            values.append(None)
            warnings.append(f"{role} {unit} 00 read as unknown")
        else:
            values.append(int(part))
    year, month, day = values
    if (month is not None and month > 12) or (day is not None and day > 31):
        raise Impossible(f"the {role} date is no date of any calendar")
    return (year, month, day), tuple(warnings)


def _date(year: int, month: int | None, day: int | None) -> PartialDate | None:
    """The date, without a day whose month is unknown; None where no calendar has it."""
    try:
        return PartialDate(year, month, None if month is None else day)
    except ValueError:
        return None
