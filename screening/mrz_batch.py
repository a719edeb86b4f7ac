"""Many scans at once, as JSON Lines: the input of `paso mrz`, one answer a line, whatever the line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, NoReturn

from screening.mrz import Reading, read

__all__ = ["LONGEST_LINE", "read_lines"]

LONGEST_LINE: Final = 100_000
"""Characters of one input line; longer ones are refused unread."""

_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_lines(lines: Iterable[str], today: date) -> Iterator[dict[str, Any]]:
    """One object for each line that is not blank, in their order: `id` as given (null without one), then the reading.

    `today` is the day of screening where the line has no `on`. A line that cannot be used gives a rejection that says
    which line it is and what is wrong with it; nothing is raised.
    """
    for place, line in enumerate(lines, start=1):
        if not str(line).strip():
            continue
        found = _parse(line)
        identity = None if isinstance(found, str) else found.get("id")
        reading = _refused(place, found) if isinstance(found, str) else _read(place, found, today)
        yield {"id": identity, **reading.as_json()}


def _read(place: int, item: dict[str, Any], today: date) -> Reading:
    raw, on = item.get("raw"), item.get("on")
    if not isinstance(raw, str):
        return _refused(place, 'no "raw" with the text of the reader')
    if on is None:
        return read(raw, today)
    if not isinstance(on, str) or _DAY.fullmatch(on) is None:
        return _refused(place, '"on" is no day written YYYY-MM-DD')
    try:
        day = date.fromisoformat(on)
    except ValueError:
        return _refused(place, '"on" is a day that no calendar has')
    return read(raw, day)


def _parse(line: str) -> dict[str, Any] | str:
    """The object of a line, or what is wrong with the line."""
    try:
        if len(line) > LONGEST_LINE:
            return f"longer than {LONGEST_LINE} characters"
        found = json.loads(line, parse_constant=_no_constant)
    except (ValueError, TypeError, RecursionError):
        return "not JSON"
    return found if isinstance(found, dict) else "not a JSON object"


def _no_constant(name: str) -> NoReturn:
    """NaN and Infinity are not JSON, and an id of them could not be given back."""
    raise ValueError(name)


def _refused(place: int, why: str) -> Reading:
    return Reading("reject", reason=f"line {place}: {why}")
