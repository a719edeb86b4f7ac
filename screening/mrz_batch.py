"""Many scans at once, as JSON Lines: the input of `paso mrz`, one answer a line, whatever the line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, NoReturn

from screening.mrz import Reading, read

__all__ = ["LONGEST_LINE", "read_lines"]

LONGEST_LINE: Final = 100_000
"""Characters of one input line; of a longer one nothing is used but its id."""

_LONGEST_PARSED: Final = 16_000_000
"""Characters of a line in which the id is still looked for."""

_LONGEST_MADE_ID: Final = 200
"""Characters of an id that is a list or an object, and so refused, but given back."""

_KEYS: Final = ("id", "on", "raw", "expect", "why")
"""`expect` and `why` are remarks of whoever wrote an example; nothing reads them here."""
_YEARS: Final = range(1900, 2200)
"""Years of a day of screening: the two digits of a document's dates make sense in no other century."""

_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TOO_LONG: Final = f"longer than {LONGEST_LINE} characters"


class _Object(dict[str, Any]):
    """A JSON object; `doubled` are the keys that stand there more than once."""

    doubled: tuple[str, ...] = ()


def read_lines(lines: Iterable[str], today: date) -> Iterator[dict[str, Any]]:
    """One object for each line that is not blank, in their order: `id` as given (null without one), then the reading.

    `today` is the day of screening where the line has no `on`. A line that cannot be used gives a rejection that says
    which line it is and what is wrong with it; nothing is raised.
    """
    for place, line in enumerate(lines, start=1):
        if not str(line).strip():
            continue
        found = _parse(line)
        reading = _refused(place, found) if isinstance(found, str) else _read(place, line, found, today)
        yield {"id": None if isinstance(found, str) else _identity(found), **reading.as_json()}


def _identity(item: _Object) -> Any:
    """The id as given; None where it stands there twice or JSON cannot give it back."""
    found = item.get("id")
    return None if "id" in item.doubled or not _is_writable(found) else found


def _is_writable(value: Any) -> bool:
    """Whether JSON can give this value back: not infinity (1e999 is read as that), nor what is nested without end."""
    try:
        text = json.dumps(value, allow_nan=False)
    except (ValueError, RecursionError):
        return False
    return not isinstance(value, list | dict) or len(text) <= _LONGEST_MADE_ID


def _read(place: int, line: str, item: _Object, today: date) -> Reading:
    if len(line) > LONGEST_LINE:
        return _refused(place, _TOO_LONG)
    fault = _fault(item)
    if fault is not None:
        return _refused(place, fault)
    on = item.get("on")
    return read(item["raw"], today if on is None else date.fromisoformat(on))


def _fault(item: _Object) -> str | None:
    """What is wrong with the keys of a line; None when they can be used."""
    if item.doubled:
        return f"the key {_shown(item.doubled[0])} stands there twice"
    unknown = next((key for key in item if key not in _KEYS), None)
    if unknown is not None:
        return f'unknown key {_shown(unknown)}; a line has "id", "on" and "raw"'
    identity = item.get("id")
    if identity is not None and (isinstance(identity, bool) or not isinstance(identity, str | int | float)):
        return '"id" is neither text nor a number'
    if not _is_writable(identity):
        return '"id" is too large a number'
    if not isinstance(item.get("raw"), str):
        return 'no "raw" with the text of the reader'
    return _fault_of_day(item.get("on"))


def _fault_of_day(on: object) -> str | None:
    if on is None:
        return None
    if not isinstance(on, str) or _DAY.fullmatch(on) is None:
        return '"on" is no day written YYYY-MM-DD'
    try:
        day = date.fromisoformat(on)
    except ValueError:
        return '"on" is a day that no calendar has'
    if day.year not in _YEARS:
        return f'"on" is no day of screening: its year is not within {_YEARS[0]} to {_YEARS[-1]}'
    return None


def _shown(key: str) -> str:
    return json.dumps(key if len(key) <= 40 else key[:40] + "...")


def _parse(line: str) -> _Object | str:
    """The object of a line, or what is wrong with the line."""
    try:
        if len(line) > _LONGEST_PARSED:
            return _TOO_LONG
        found = json.loads(line, parse_constant=_no_constant, object_pairs_hook=_object)
    except (ValueError, TypeError, RecursionError):
        return _TOO_LONG if isinstance(line, str) and len(line) > LONGEST_LINE else "not JSON"
    return found if isinstance(found, _Object) else "not a JSON object"


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) != len(pairs):
        counted = Counter(key for key, _ in pairs)
        made.doubled = tuple(key for key, count in counted.items() if count > 1)
    return made


def _no_constant(name: str) -> NoReturn:
    """NaN and Infinity are not JSON, and an id of them could not be given back."""
    raise ValueError(name)


def _refused(place: int, why: str) -> Reading:
    return Reading("reject", reason=f"line {place}: {why}")
