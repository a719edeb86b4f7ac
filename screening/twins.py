"""Who may be somebody seen before: the same document, or a name that sounds alike with an age that fits.

A fold over the events of screenings whose names may still be read. It proposes and never decides: a person says whether
two are one, and what a person said is not asked again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from screening.commands import CommandError, Officer
from screening.events import Event
from screening.log import Log
from screening.names import LIKE, NameIndex

__all__ = ["DAYS", "Person", "Twin", "Twins", "different", "person_of"]

DAYS: Final = 14
"""So many days back names are compared: the days that the interview asks about. [D]"""
_AGES_APART: Final = 5
"""Told ages of one person may differ by so many years. [D]"""
_LIKE_AT_AN_AGE: Final = 0.57
"""Where both ages are known and within a year, names may be less alike. [D]"""


@dataclass(frozen=True, slots=True)
class Person:
    """What is compared of somebody; empty or None where it is not known."""

    screening: str
    name: str = ""
    number: str = ""
    age_years: int | None = None
    sex: str = ""
    different: frozenset[str] = frozenset()
    """Screenings of other people, as somebody said."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Somebody who may be the same person: by the `number` of the document, or by the `name`."""

    person: Person
    by: str


def person_of(log: Log) -> Person:
    """What is compared of the traveller of one screening."""
    said: Mapping[str, Any] = log.identity
    names = [str(said[key]) for key in ("given_names", "surname") if said.get(key)]
    age = log.document.get("age_years")
    return Person(
        log.stream.partition(":")[2],
        " ".join(names) or str(said.get("spoken_name") or ""),
        str(said.get("number") or ""),
        age if isinstance(age, int) else None,
        str(log.document.get("sex") or ""),
        log.different,
    )


def different(log: Log, who: Officer, other: str) -> Event:
    """Somebody looked: the traveller of the screening `other` is another one. Raises CommandError when closed."""
    if log.closed is not None:
        raise CommandError(
            "this screening is closed; whether it is somebody else's can no longer be noted", "twin_closed"
        )
    return Event(log.stream, "twin_checked", who.at, who.id, {"other": other})


@dataclass
class Twins:
    """The people who may still be known by name. For one thread at a time."""

    _people: dict[str, Person] = field(default_factory=dict, repr=False)
    _names: NameIndex = field(default_factory=NameIndex, repr=False)
    _numbers: dict[str, set[str]] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self._people)

    def __contains__(self, screening: object) -> bool:
        return screening in self._people

    def put(self, log: Log) -> None:
        """The traveller of that screening as known now; one whose key was destroyed is forgotten."""
        person = person_of(log)
        if self._people.get(person.screening) == person and not log.erased:
            return
        self.forget(person.screening)
        if log.erased or not (person.name or person.number):
            return
        self._people[person.screening] = person
        self._names.put(person.screening, person.name)
        if person.number:
            self._numbers.setdefault(person.number, set()).add(person.screening)

    def forget(self, screening: str) -> None:
        """Nothing of that traveller stays."""
        person = self._people.pop(screening, None)
        if person is not None:
            self._names.forget(screening)
            if person.number:
                self._numbers[person.number].discard(screening)

    def named(self, typed: str, most: int) -> tuple[str, ...]:
        """The screenings of people in whose name this may stand, the likest first."""
        return tuple(key for _, key in self._names.holding(typed, most=most))

    def numbered(self, number: str) -> frozenset[str]:
        """The screenings of people with a document of that number."""
        return frozenset(self._numbers.get(number, ()))

    def of(self, person: Person, most: int = 2) -> tuple[Twin, ...]:
        """Who may be this person, those with the same document first; nobody who was said to be somebody else."""
        same = sorted(self._numbers.get(person.number, ())) if person.number else []
        found = [Twin(self._people[key], "number") for key in same]
        for likeness, key in self._names.like(person.name, least=_LIKE_AT_AN_AGE, most=20):
            other = self._people[key]
            if key not in same and _fits(person, other, likeness):
                found.append(Twin(other, "name"))
        return tuple(twin for twin in found if _is_open(person, twin.person))[:most]


def _is_open(person: Person, other: Person) -> bool:
    known = person.different | {person.screening}
    return other.screening not in known and person.screening not in other.different


def _fits(one: Person, other: Person, likeness: float) -> bool:
    if one.sex and other.sex and one.sex != other.sex:
        return False
    if one.age_years is None or other.age_years is None:
        return likeness >= LIKE
    apart = abs(one.age_years - other.age_years)
    return apart <= _AGES_APART and (likeness >= LIKE or apart <= 1)
