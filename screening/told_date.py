"""A birth date as people write or say it: 5/4/90, 05041990, 1990-04-05, abr 1990, 1990. As much as was told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from screening.names import folded
from screening.partial_date import PartialDate

__all__ = ["told_date"]

_OLDEST: Final = 130  # years
_MONTHS: Final = (
    ("enero", "january", "janvier", "janeiro", "janvye"),
    ("febrero", "february", "fevrier", "fevereiro", "fevriye"),
    ("marzo", "march", "mars", "marco", "mas"),
    ("abril", "april", "avril", "avril"),
    ("mayo", "may", "mai", "maio", "me"),
    ("junio", "june", "juin", "junho", "jen"),
    ("julio", "july", "juillet", "julho", "jiye"),
    ("agosto", "august", "aout", "out"),
    ("septiembre", "setiembre", "september", "septembre", "setembro", "septanm"),
    ("octubre", "october", "octobre", "outubro", "oktob"),
    ("noviembre", "november", "novembre", "novembro", "novanm"),
    ("diciembre", "december", "decembre", "dezembro", "desanm"),
)
"""Spanish, English, French, Portuguese, Kreyòl; folded. Three letters are enough where they name one month."""
_PART: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_SAID: Final = {"de", "del", "of", "the", "st", "nd", "rd", "th", "di", "le", "o", "er"}

Reading = tuple[str, int | None, int | None]
"""The year as written, month, day."""


def told_date(text: str, on: date) -> PartialDate | None:
    """The date that was meant, day before month; None when it is none, could be two, or lies after `on`.

    A year of two figures is the last one that has begun by `on`. Month before day is read only where the other order
    names no day of the calendar: nothing is guessed between two readings of one order.
    """
    figures = "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text[:60].strip())
    parts = [part for part in _PART.findall(folded(figures)) if part not in _SAID]
    for readings in _readings(parts):
        found = {made for reading in readings if (made := _made(reading, on)) is not None}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _readings(parts: Sequence[str]) -> Iterable[list[Reading]]:
    """What the parts may mean: lists of readings, the next list only where nothing of the one before is a date."""
    words = [part for part in parts if not part.isdigit()]
    if len(words) == 1 and (month := _month(words[0])):
        yield _with_month(month, [part for part in parts if part.isdigit()])
    elif not words and len(parts) == 1:
        yield from _run(parts[0])
    elif not words and len(parts) == 2:
        yield [(y, int(m), None) for m, y in (parts, parts[::-1]) if _is_year(y)]
    elif not words and len(parts) == 3:
        first, second, third = parts
        if len(first) == 4:
            yield [(first, int(second), int(third))]
        else:
            yield [(third, int(second), int(first))]
            yield [(third, int(first), int(second))]


def _with_month(month: int, numbers: Sequence[str]) -> list[Reading]:
    if len(numbers) == 1 and _is_year(numbers[0]):
        return [(numbers[0], month, None)]
    if len(numbers) == 2:
        day, year = numbers if not _is_year(numbers[0]) else numbers[::-1]
        return [(year, month, int(day))]
    return []


def _run(figures: str) -> Iterable[list[Reading]]:
    """Figures without anything between them."""
    match len(figures):
        case 4:
            yield [(figures, None, None)]
        case 6:
            first, second, third = figures[:2], figures[2:4], figures[4:]
            yield [(third, int(second), int(first))]
            yield [(figures[2:], int(first), None)]
            yield [(third, int(first), int(second))]
        case 8:
            one, two, year = int(figures[:2]), int(figures[2:4]), figures[4:]
            yield [(year, two, one), (figures[:4], int(figures[4:6]), int(figures[6:]))]
            yield [(year, one, two)]


def _is_year(part: str) -> bool:
    return len(part) == 4 or (len(part) == 2 and int(part) > 31)


def _month(word: str) -> int | None:
    found = {
        number
        for number, names in enumerate(_MONTHS, 1)
        if any(word == name or (len(word) > 2 and name.startswith(word)) for name in names)
    }
    return found.pop() if len(found) == 1 else None


def _made(reading: Reading, on: date) -> PartialDate | None:
    written, month, day = reading
    century = on.year // 100 * 100
    years = {4: [int(written)], 2: [century + int(written), century - 100 + int(written)]}.get(len(written), [])
    for year in years:
        try:
            found = PartialDate(year, month, day)
        except ValueError:
            continue
        if found.first_day <= on and on.year - year <= _OLDEST:
            return found
    return None
