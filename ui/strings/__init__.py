"""The interface's own words in Spanish and English, by id, and the one function that says them.

What is asked of and said to travellers comes from the SOP files; here stand only the words of the desk itself.
"""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Final

from ui.strings import (
    acts,
    blank_forms,
    board,
    changes,
    day,
    faults,
    intake,
    interview,
    knowledge,
    outcome,
    party,
    records,
    refusals,
    rooms,
    rows,
    settings,
    shift,
    sop_page,
    status,
    tour,
    trouble,
    twins,
)
from ui.strings.calendar import MONTHS, WEEKDAYS

LANGUAGES: Final = ("es", "en")
FEATURES: Final = (
    acts, status, intake, interview, knowledge, board, trouble, faults, outcome, records, day, sop_page, changes,
    party, rooms, settings, shift, tour, twins, blank_forms, rows, refusals,
)  # fmt: skip
TABLE: Final[dict[str, tuple[str, str]]] = {
    name: words for feature in FEATURES for name, words in feature.WORDS.items()
}
"""Id, Spanish, English, of every feature. Values to be put in stand in braces."""
_spoken = "es"
_added: dict[str, dict[str, str]] = {}
"""Further languages, by code and id, as translators gave them; what they lack is said in English."""


def add(language: str, words: dict[str, str]) -> None:
    """From now on the desk can speak `language` too. Raises ValueError for one of its own, or words of no id here."""
    unknown = words.keys() - TABLE.keys()
    if language in LANGUAGES or unknown:
        raise ValueError(f"{language} is a language of the desk itself" if not unknown else f"no such words: {unknown}")
    _added[language] = dict(words)


def languages() -> tuple[str, ...]:
    """Every language the desk can speak."""
    return (*LANGUAGES, *_added)


def _place() -> int:
    """Which words of the table stand for the language spoken: its own, else English."""
    return LANGUAGES.index(_spoken) if _spoken in LANGUAGES else LANGUAGES.index("en")


def speak(language: str) -> None:
    """From now on the desk speaks this language. Raises ValueError for one it does not have."""
    global _spoken  # noqa: PLW0603 - there is one official in front of one window
    if language not in languages():
        raise ValueError(f"the desk speaks {', '.join(languages())}, not {language!r}")
    _spoken = language


def spoken() -> str:
    """The language the desk speaks."""
    return _spoken


def tr(name: str, /, **values: object) -> str:
    """The words of that id with values put in, each isolated so that it cannot reorder the sentence."""
    words = _added.get(_spoken, {}).get(name) or TABLE[name][_place()]
    if not values:
        return words
    return words.format(**{key: _value(value) for key, value in values.items()})


def has(name: str) -> bool:
    """Whether the desk has words of that id."""
    return name in TABLE


def _value(value: object) -> str:
    if isinstance(value, (int, float)):
        return str(value)
    from ui.plain import isolate

    return isolate(value)


def day_in_words(day: date, *, year: bool = False) -> str:
    """`martes 23 de marzo`, `Tuesday 23 March`; with the year when asked."""
    place = _place()
    weekday, month = WEEKDAYS[day.weekday()][place], MONTHS[day.month - 1][place]
    if _spoken == "es":
        return f"{weekday} {day.day} de {month}" + (f" de {day.year}" if year else "")
    return f"{weekday} {day.day} {month}" + (f" {day.year}" if year else "")


def clock_in_words(at: datetime) -> tuple[str, str]:
    """`mar 23 mar 2021` and `09:14`: for the strip."""
    place = _place()
    return f"{WEEKDAYS[at.weekday()][place][:3]} {day_shortly(at)}", f"{at:%H:%M}"


def day_shortly(day: date) -> str:
    """`23 mar 2021`: for the strip."""
    return f"{day.day} {MONTHS[day.month - 1][_place()][:3]} {day.year}"


def minutes_in_words(seconds: float) -> str:
    """`35 min` below two hours, `2 h 05` above."""
    minutes = max(0, int(seconds)) // 60
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60:02d}"


def minutes_left(seconds: float) -> str:
    """`10 min` till something is due, rounded up; beside a clock `10:00` reads as ten o'clock."""
    return minutes_in_words(math.ceil(seconds / 60) * 60)
