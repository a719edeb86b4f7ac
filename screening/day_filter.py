"""A part of a day: one desk, some hours, one class, one outcome. Never one officer: a day tells of work, not of people.

A part is for who sees exact numbers: laid beside the whole day, hidden small numbers could be worked out from it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, Final

from screening.day_cells import CLASSES, NONE, OUTCOMES, class_of
from screening.day_rows import FIELDS

__all__ = ["EVERYBODY", "KINDS", "READS", "SPANS", "Only", "occurring"]

SPANS: Final[Mapping[str, frozenset[int]]] = MappingProxyType(
    {
        "06-18": frozenset(range(6, 18)),
        "18-06": frozenset([*range(18, 24), *range(6)]),
        **{f"{start:02d}-{start + 6:02d}": frozenset(range(start, start + 6)) for start in (0, 6, 12, 18)},
    }
)
"""Local hours by name: the shift by day, the one by night (of this same date), and quarters of the day."""

READS: Final = ("desk", "hour", "classification", "floor", "outcome")
"""The columns of a row that tell whether it belongs to a part."""


@dataclass(frozen=True, slots=True)
class Only:
    """What a part is made of; None does not narrow. Class and outcome are keys of the summary's own tables."""

    desk: str | None = None
    hours: str | None = None
    classification: str | None = None
    outcome: str | None = None

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """What narrows it: kind and code, such as ("hours", "06-18"); empty for everybody."""
        return tuple((kind, code) for kind in KINDS if (code := getattr(self, kind)) is not None)

    @property
    def is_whole(self) -> bool:
        """Whether nothing narrows it."""
        return self == EVERYBODY

    def holds(self, told: Sequence[Any]) -> bool:
        """Whether a screening belongs to it, told by its `READS`."""
        desk, hour, classification, floor, outcome = told
        return (
            self.desk in (None, desk)
            and (self.hours is None or hour in SPANS[self.hours])
            and self.classification in (None, class_of(classification, floor))
            and self.outcome in (None, outcome or NONE)
        )

    def of(self, values: Collection[Sequence[Any]]) -> Collection[Sequence[Any]]:
        """Those of bare rows, in the order of `FIELDS`, that belong to it."""
        if self.is_whole:
            return values
        places = [FIELDS.index(name) for name in READS]
        return [row for row in values if self.holds([row[place] for place in places])]


EVERYBODY: Final = Only()
KINDS: Final = tuple(field.name for field in fields(Only))


def occurring(rows: Iterable[Sequence[Any]], desks: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What may be chosen of a day, by kind: desks of the post, hours, and the classes and outcomes that occur.

    `rows` are told by their `READS`.
    """
    classes, outcomes = set(), set()
    for _, _, classification, floor, outcome in rows:
        classes.add(class_of(classification, floor))
        outcomes.add(outcome or NONE)
    return {
        "desk": tuple(desks),
        "hours": tuple(SPANS),
        "classification": tuple(name for name in CLASSES if name in classes),
        "outcome": tuple(name for name in OUTCOMES if name in outcomes),
    }
