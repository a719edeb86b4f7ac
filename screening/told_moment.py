"""A moment that has passed, as people write it: 14:30, ayer 9.15, 22/3 14:30, 22/3/2021 1430."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from screening.names import folded
from screening.told_date import told_date

__all__ = ["told_moment"]

_TIME: Final = re.compile(r"(?:^|[\s,])(?:a las |at )?([0-9]{1,2})(?:[:.h]([0-9]{2})|([0-9]{2})(?<=[\s,][0-9]{4}))$")
_DAYS_AGO: Final = {"": 0, "hoy": 0, "today": 0, "ayer": 1, "yesterday": 1, "anteayer": 2}
_DAY_MONTH: Final = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})")


def told_moment(text: str, now: datetime) -> datetime | None:
    """The moment that was meant, in the zone of `now` and not after it; None for what is none or lies ahead.

    A time alone is today's; a day without its year is the last one.
    """
    said = folded(text[:60]).strip()
    found = _TIME.search(said)
    if found is None:
        return None
    try:
        at = time(int(found[1]), int(found[2] or found[3]))
    except ValueError:
        return None
    day = _day(said[: found.start()].strip(" ,"), now.date())
    if day is None:
        return None
    moment = datetime.combine(day, at, now.tzinfo)
    return moment if moment <= now else None


def _day(said: str, today: date) -> date | None:
    if said in _DAYS_AGO:
        return today - timedelta(days=_DAYS_AGO[said])
    if match := _DAY_MONTH.fullmatch(said):
        for year in (today.year, today.year - 1):
            found = told_date(f"{match[1]}/{match[2]}/{year}", today)
            if found is not None:
                return found.first_day
        return None
    found = told_date(said, today)
    return found.first_day if found is not None and found.is_complete else None
