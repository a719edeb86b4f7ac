"""A day as officials type it: days ago (`3`) or a date (`21/3`, `21-3-2021`), read back in words. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ui.strings import day_in_words, tr

_COUNT: Final = re.compile(r"[0-9]{1,3}")
_DATE: Final = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})(?:[/.\- ]([0-9]{2}|[0-9]{4}))?")
_WORDS: Final = {"hoy": 0, "today": 0, "ayer": 1, "yesterday": 1}
FARTHEST: Final = 400


@dataclass(frozen=True, slots=True)
class Day:
    """What was typed, understood: `ago` in whole days, None where it is not known. `problem` is why it is no day."""

    ago: int | None
    words: str
    problem: str = ""

    @property
    def value(self) -> int | str:
        """The answer as the record keeps it."""
        return "unknown" if self.ago is None else self.ago


def read_day(typed: str, on: date) -> Day:
    """The day that was typed, on the day of screening. A date without a year is the last one that has come."""
    typed = typed.strip().lower()
    if typed in ("?", "??"):
        return Day(None, tr("days.unknown"))
    if typed in _WORDS:
        return _told(_WORDS[typed], on)
    if _COUNT.fullmatch(typed):
        return _told(int(typed), on)
    match = _DATE.fullmatch(typed)
    if match is None:
        return Day(None, "", tr("days.bad"))
    day, month, year = int(match[1]), int(match[2]), match[3]
    try:
        if year is None:
            found = date(on.year, month, day)
            found = found if found <= on else date(on.year - 1, month, day)
        else:
            found = date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    except ValueError:
        return Day(None, "", tr("days.bad"))
    if found > on:
        return Day(None, "", tr("days.future"))
    return _told((on - found).days, on)


def _told(ago: int, on: date) -> Day:
    if ago > FARTHEST:
        return Day(None, "", tr("days.far"))
    day = day_in_words(on - timedelta(days=ago))
    words = tr(f"days.read_{ago}", day=day) if ago < 2 else tr("days.read", day=day, count=ago)
    return Day(ago, words)
