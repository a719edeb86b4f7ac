"""The names of what a summary counts: tables, their keys in the order of print, and sums that tie cells together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Cell = tuple[str, ...]
"""The table, then the keys of one count in it: ("class", "who-covid19@2020-12-16", "suspected")."""

NONE: Final = "none"
"""The key of what is not there yet: no outcome, no class, no syndrome."""

UNKNOWN: Final = "unknown"

UNDETERMINED: Final = "undetermined"
"""Under investigation: what is unknown could still change the class, and no class of a case is certain yet."""

CASES: Final = ("suspected", "probable", "confirmed")
CLASSES: Final = ("confirmed", "probable", "suspected", UNDETERMINED, "contact", "not_a_case", NONE)
"""Exclusive, each screening in the class `class_of` gives it; `none` is not concluded."""

OUTCOMES: Final = (
    "cleared_with_advice",
    "ordinary_care",
    "quarantine_handover",
    "referred_and_received",
    "emergency_handover",
    "refused_referred_to_authority",
    "left_before_end",
    "death",
    NONE,
)
HANDED_OVER: Final = ("quarantine_handover", "referred_and_received", "emergency_handover")
STATUSES: Final = ("closed", "parked", "open")
SYNDROMES: Final = ("ili", "acute_diarrhoea", "fever", "other", NONE)
TRUTHS: Final = ("yes", "no", UNKNOWN, NONE)
SERIES: Final = ("screened", "ordinary_care", "cases", "handed_over")
"""What is counted hour by hour, today and yesterday."""
HOURS: Final = tuple(f"{hour:02d}" for hour in range(24))

SCREENED: Final[Cell] = ("day", "screened")


def class_of(classification: str | None, floor: str | None) -> str:
    """The class a screening is counted in: a case from the moment its floor is one, whatever else is still open.

    >>> class_of("undetermined", "suspected"), class_of("undetermined", "contact"), class_of(None, None)
    ('suspected', 'undetermined', 'none')
    """
    return floor if floor in CASES else classification or NONE


@dataclass(frozen=True, slots=True)
class Sum:
    """Two groups of cells that hold the same screenings, so that their totals are equal."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]
