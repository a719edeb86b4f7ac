"""Where somebody was in the last 14 days: the place that was typed, and the stay as the area table sees it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sops.areas import AreaTable, PlaceStay
from sops.facts import Answer, Exposure, Unknown
from sops.wording import Wording
from ui.interview.strip import DAYS, Span
from ui.saying import name

_TOKENS: Final = {"community": "hold", "local": "hold", "china": "hold", "clusters": "watch", "sporadic": "watch",
                  "imported_only": "calm"}  # fmt: skip


def plain_letters(words: str) -> str:
    """Words without accents and case, for comparing."""
    return "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c)).strip()


def find(typed: str, names: Mapping[str, Mapping[str, str]], codes: tuple[str, ...]) -> str | None:
    """The code that was meant: by code, by name in any language, or by the beginning of only one name."""
    wanted = plain_letters(typed)
    if not wanted:
        return None
    exact = next((code for code in codes if code.casefold() == wanted), None)
    if exact is not None:
        return exact
    begun = set()
    for code, words in names.items():
        for called in map(plain_letters, words.values()):
            if called == wanted:
                return code
            if called.startswith(wanted):
                begun.add(code)
    return begun.pop() if len(begun) == 1 else None


def stays(place: Mapping[str, Any], areas: AreaTable, on: date) -> tuple[Exposure, ...]:
    """A stay as the area table sees it: split where the category changes."""
    first, last = _day(place["first"]), _day(place["last"])
    if isinstance(first, int) and isinstance(last, int) and first < last:
        return ()
    return areas.exposures_of([PlaceStay(str(place["country"]), place.get("division"), first, last)], on)


def _day(value: Any) -> int | Unknown:
    return value if isinstance(value, int) else Answer.UNKNOWN


def area_said(place: Mapping[str, Any], areas: AreaTable, on: date, wording: Wording) -> str:
    """The transmission categories of a stay in words, in their order, each once."""
    return " → ".join(dict.fromkeys(name(wording, "statuses", str(stay.status)) for stay in stays(place, areas, on)))


def spans_of(place: Mapping[str, Any], areas: AreaTable, on: date) -> Iterator[Span]:
    """A stay as bars of the strip, coloured by category."""
    for stay in stays(place, areas, on):
        if isinstance(stay.first_day_ago, int) and isinstance(stay.last_day_ago, int):
            yield Span(stay.first_day_ago, stay.last_day_ago, _TOKENS.get(str(stay.status), "unknown"))


def gaps(places: Sequence[Mapping[str, Any]]) -> list[int]:
    """The days of the last 14 of which no stay is known, oldest first; none where a stay has an unknown day."""
    known: set[int] = set()
    for place in places:
        if "unknown" in (place["first"], place["last"]):
            return []
        known |= set(range(int(place["last"]), int(place["first"]) + 1))
    return [ago for ago in range(DAYS - 1, -1, -1) if ago not in known]
