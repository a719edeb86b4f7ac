"""Finding records by what was typed: number, slip, day, class, outcome, and last a name. Without Qt.

Names are sealed. They are opened one by one, only when nothing else explains a word that was typed, only where the key
still exists, and never more than `MOST_NAMES`; none is kept. Who else of the last days may be meant the index of likely
twins tells. Names are compared as `screening.names` compares them: by sound, not letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from screening.names import folded, holds
from screening.row import ScreeningRow
from sops.wording import Wording
from ui.board.rows import NAMED

if TYPE_CHECKING:
    from screening.records.reader import RecordReader

MOST: Final = 200
MOST_NAMES: Final = 400
_DAY: Final = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})(?:[/.]([0-9]{4}))?")


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, understood: a day, columns that must be equal, and words that are a number or a name."""

    day: date | None = None
    equal: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One record as the list shows it. `name` only when a name was what was looked for; `waits`: of one who is here."""

    row: ScreeningRow
    name: str = ""
    waits: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Newest first. `names_opened` is how many sealed names were looked at; `more` says that there were others."""

    hits: tuple[Hit, ...] = ()
    more: bool = False
    names_opened: int = 0


def understand(typed: str, wording: Wording, today: date, languages: tuple[str, ...] = ("es", "en")) -> Query:
    """The query of what was typed: days and the names of classes and outcomes are known, the rest are words."""
    rest = folded(typed[:200])
    equal: dict[str, str] = {}
    for kind, column in (("outcomes", "outcome"), ("classes", "classification")):
        for name_id, names in sorted(wording.names.get(kind, {}).items(), key=lambda item: -len(str(item[1]["en"]))):
            said = {folded(names[language]) for language in languages if language in names} | {name_id}
            match = next((one for one in said if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", rest)), None)
            if match is not None and column not in equal:
                equal[column] = name_id
                rest = re.sub(rf"(?<!\w){re.escape(match)}(?!\w)", " ", rest)
    day, words = None, []
    for word in rest.split():
        found = _day(word, today)
        if found is not None and day is None:
            day = found
        else:
            words.append(word)
    return Query(day, equal, tuple(words))


def _day(word: str, today: date) -> date | None:
    """A day as people write it: `2021-03-23`, `23/3/2021`, `23/3`, hoy, ayer; never later than today."""
    known = {"hoy": today, "today": today, "ayer": today - timedelta(days=1), "yesterday": today - timedelta(days=1)}
    if word in known:
        return known[word]
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word):
            return date.fromisoformat(word)
        match = _DAY.fullmatch(word)
        if match is None:
            return None
        found = date(int(match[3] or today.year), int(match[2]), int(match[1]))
        return found.replace(year=found.year - 1) if match[3] is None and found > today else found
    except ValueError:
        return None


def search(store: RecordReader, query: Query, name_of: Callable[[str], str], likely: Sequence[str] = ()) -> Found:
    """The records that meet the query; of names, those written as typed first, then the like.

    `likely` are screenings known to hold such a name. It reads the store and opens names: it belongs on a thread.
    """
    exact = _exact(store, query)
    if exact is not None:
        return Found((Hit(exact),))
    rows = tuple(_newest(store, query))
    if not query.words:
        return Found(tuple(Hit(row) for row in rows[:MOST]), len(rows) > MOST)
    by_number = [row for row in rows if all(_is_of(word, row) for word in query.words)]
    if by_number:
        return Found(tuple(Hit(row) for row in by_number[:MOST]), len(by_number) > MOST)
    typed = " ".join(query.words)
    known = [row for row in map(store.row, likely) if row is not None and _meets(row, query)]
    sealed = list(dict.fromkeys(row for row in (*rows[:MOST_NAMES], *known) if not row.erased))
    named = [Hit(row, name_of(row.screening)) for row in sealed]
    hits = [hit for hit in named if hit.name and holds(hit.name, typed)]
    hits.sort(key=lambda hit: not all(word in folded(hit.name) for word in query.words))
    return Found(tuple(hits[:MOST]), len(hits) > MOST, len(sealed))


def with_those_here(found: Found, name_of: Callable[[str], str]) -> Found:
    """The same, those who are not closed with the name that the board shows too."""
    here = [hit.row.screening for hit in found.hits if hit.row.status != "closed" and not hit.row.erased][:NAMED]
    names = {screening: name_of(screening) for screening in here}
    return replace(found, hits=tuple(replace(hit, waits=names.get(hit.row.screening, "")) for hit in found.hits))


def _meets(row: ScreeningRow, query: Query) -> bool:
    is_of_day = query.day is None or row.day == query.day.isoformat()
    return is_of_day and all(getattr(row, column) == wanted for column, wanted in query.equal.items())


def _exact(store: RecordReader, query: Query) -> ScreeningRow | None:
    """The one record whose number or slip was typed whole, however old it is."""
    if len(query.words) != 1 or query.day or query.equal:
        return None
    word = query.words[0]
    return store.row(word) or next(iter(store.find(slip=word.upper(), most=1)), None)


def _is_of(word: str, row: ScreeningRow) -> bool:
    slip = (row.slip or "").casefold()
    return word in row.screening.casefold() or (len(word) > 2 and word in slip)


def _newest(store: RecordReader, query: Query) -> Iterator[ScreeningRow]:
    """The rows of the day, else of as many days back as are needed, newest first."""
    enough = MOST_NAMES * 2 if query.words else MOST + 1
    if query.day is not None:
        yield from reversed(store.rows(day=query.day, **query.equal))
        return
    first, count = None, 0
    for tally in reversed(store.tally(("day",), **query.equal)):
        first, count = str(tally.values[0]), count + tally.count
        if count >= enough:
            break
    if first is not None:
        yield from reversed(store.rows(first=first, **query.equal))
