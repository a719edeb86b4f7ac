"""An age or a birth date in one field: what was typed, as values, and said back in words. No Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from screening.identifying import age_on, months_on
from screening.partial_date import PartialDate
from screening.told_date import told_date
from ui.strings import spoken, tr
from ui.strings.calendar import MONTHS

__all__ = ["Born", "born", "date_in_words"]

_AGE: Final = re.compile(r"([0-9]{1,3}) *([mM]?)")
_OLDEST: Final = 130


@dataclass(frozen=True, slots=True)
class Born:
    """`value` goes into the answer, `identity` is sealed, `words` read it back; all empty when nothing was typed."""

    value: Mapping[str, int] = field(default_factory=dict)
    identity: Mapping[str, str] = field(default_factory=dict)
    words: str = ""


def born(typed: str, on: date) -> Born | None:
    """An age in years (34), in months (8m), or a birth date as far as it is known; None for what is neither."""
    typed = typed.strip()
    if not typed:
        return Born()
    if match := _AGE.fullmatch(typed):
        number, is_months = int(match[1]), bool(match[2])
        if number > _OLDEST:
            return None
        words = tr("person.months" if is_months else "person.years", age=number)
        months: dict[str, int] = {"age_months": number} if is_months else {}
        return Born({"age_years": number // 12 if is_months else number, **months}, {}, words)
    told = told_date(typed, on)
    return _of(told, on) if told is not None else None


def _of(told: PartialDate, on: date) -> Born:
    value: dict[str, Any] = {"age_years": age_on(told.isoformat(), on)}
    if (months := months_on(told.isoformat(), on)) is not None:
        value["age_months"] = months
    least, greatest = told.ages_on(on)
    age = tr("person.years", age=least) if least == greatest else tr("born.ages", least=least, greatest=greatest)
    if months is not None:
        age = tr("person.months", age=months)
    words = tr("born.said", date=date_in_words(told), age=age)
    return Born({name: max(0, number) for name, number in value.items()}, {"birth_date": told.isoformat()}, words)


def date_in_words(told: PartialDate) -> str:
    """`5 de abril de 1990`, `April 1990`, `1990`: as much as is known."""
    if told.month is None:
        return str(told.year)
    month = MONTHS[told.month - 1][0 if spoken() == "es" else 1]
    if spoken() == "es":
        return f"{told.day} de {month} de {told.year}" if told.day else f"{month} de {told.year}"
    return f"{told.day} {month} {told.year}" if told.day else f"{month} {told.year}"
