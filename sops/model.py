"""Definitions, procedures and posts as frozen values. `sops.building` makes them from checked data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sops.conditions import Condition
from sops.invariant import Invariant
from sops.night import NightField
from sops.overlaid import Overlaid
from sops.rooms import Room, RoomRule

Text = Mapping[str, str]
"""The same words by language; `en` and `es` are always there."""

CLASS_ORDER: Final = ("not_a_case", "contact", "suspected", "probable", "confirmed")


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is written. `mark`: verified, verified secondary, recalled or design.

    Design is our own: it is shown as a post setting, never as WHO or IOM text.
    """

    document: str
    clause: str
    mark: str = "verified"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of an edition that a post may set differently."""

    name: str
    value: float
    unit: str
    title: Text
    source: Source


@dataclass(frozen=True, slots=True)
class Edition:
    """What every dated text has: two clocks, an end, a review date, a source, the digest of its data, its overlays."""

    id: str
    edition: str
    title: Text
    published_on: date
    in_force_from: date
    in_force_until: date | None
    review_by: date
    source: Source
    digest: str
    overlays: tuple[Overlaid, ...] = ()

    @property
    def name(self) -> str:
        """`who-covid19@2020-12-16`; with overlays `poe-entry@2020-01-31+airport@2020-01-31`."""
        return "+".join((f"{self.id}@{self.edition}", *(overlay.name for overlay in self.overlays)))

    def is_amber(self, on: date) -> bool:
        """Whether its review date or its end has passed: it goes on working, and says so."""
        return on > self.review_by or (self.in_force_until is not None and on > self.in_force_until)


@dataclass(frozen=True, slots=True)
class Named:
    """A named condition with its title and source."""

    name: str
    when: Condition
    title: Text
    source: Source


@dataclass(frozen=True, slots=True)
class Swallowed:
    """A criterion decides for nobody of whom the term `among` holds, or for nobody at all, and the reason why."""

    among: str | None
    says: Text


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a class; `letter` is empty where the text has none."""

    classification: str
    letter: str
    when: Condition
    title: Text
    source: Source
    swallowed: Swallowed | None = None

    @property
    def name(self) -> str:
        """`suspected.A`, or the bare class where the text has no letter."""
        return f"{self.classification}.{self.letter}" if self.letter else self.classification


@dataclass(frozen=True, slots=True)
class NamedExposure:
    """An exposure that a rule names: one and the same exposure must fit one matcher as a whole."""

    name: str
    title: Text
    matchers: tuple[Mapping[str, Any], ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Assumption:
    """A decision taken where the text leaves something open."""

    name: str
    says: Text
    mark: str


@dataclass(frozen=True, slots=True)
class CaseDefinition:
    """One edition of a case definition. `monotone` names what it claims never to lower the class by more of it."""

    about: Edition
    parameters: Mapping[str, Parameter]
    exposures: Mapping[str, NamedExposure]
    onset: Named
    terms: Mapping[str, Named]
    criteria: tuple[Criterion, ...]
    alerts: tuple[Named, ...]
    assumptions: tuple[Assumption, ...]
    monotone: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """`who-covid19@2020-12-16`."""
        return self.about.name

    def of_class(self, classification: str) -> tuple[Criterion, ...]:
        """The criteria of a class, in the order of the text."""
        return tuple(c for c in self.criteria if c.classification == classification)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice."""

    id: str
    title: Text
    value: float | None
    phrase: str | None
    also: str | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """Where a step leads when its condition holds."""

    when: Condition
    go: str


@dataclass(frozen=True, slots=True)
class Wait:
    """A rest before a step may be answered. `minutes` is a number or a parameter's name."""

    minutes: float | str
    after: str
    title: Text


@dataclass(frozen=True, slots=True)
class Note:
    """What a yes may name in a few typed words. They are sealed; where `required`, a yes without them is refused."""

    id: str
    title: Text
    required: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of the walk: what the official does, the question, the answers and where they lead."""

    id: str
    part: str
    by: str
    title: Text
    do: Text | None
    ask: Text
    phrases: tuple[str, ...]
    answer: str
    options: tuple[Option, ...]
    notes: tuple[Note, ...]
    records: str | None
    fixed: Mapping[str, str]
    sets: Mapping[str, Mapping[str, Any]]
    mandatory: bool
    needed_by: tuple[str, ...]
    only_when: Condition | None
    wait: Wait | None
    identifying: bool
    does: tuple[str, ...]
    then: tuple[Route, ...]
    source: Source
    is_shared: bool = False
    is_by_staff: bool = False  # staff answer, by what they see or judge themselves

    @property
    def may_refuse(self) -> bool:
        """Whether `refused` answers it: not what staff answer, nor where an option `refuses` says so already."""
        return not self.is_by_staff and all(option.id != "refuses" for option in self.options)


@dataclass(frozen=True, slots=True)
class Interrupt:
    """What may break in at any step: emergency, refusal, leaving, death."""

    id: str
    title: Text
    first: str
    source: Source


@dataclass(frozen=True, slots=True)
class Again:
    """The second time at which somebody hears of a duty that is not done: minutes from the start of its clock."""

    after: float | str
    escalates_to: str


@dataclass(frozen=True, slots=True)
class DutySpec:
    """A duty as the procedure writes it; minutes are numbers or parameter names."""

    id: str
    part: str
    title: Text
    do: Text
    phrases: tuple[str, ...]
    when: Condition | None
    within: float | str | None
    starts_at: str
    owner: str
    escalates_to: str | None
    again: Again | None
    before: str | None
    paper: str | None
    copies: int
    ends: bool
    afterwards: bool
    does: tuple[str, ...]
    source: Source
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """What a first look at a traveller may see, when many come at once. `at_once`: the interrupt that begins."""

    id: str
    title: Text
    do: Text | None
    at_once: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class Course:
    """What follows for the traveller: a precaution, its duties and the outcome when they are done."""

    id: str
    title: Text
    precaution: Text
    family: str
    outcome: str
    duties: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Precaution:
    """One rule of B8: the first that holds decides the course."""

    id: str
    title: Text
    when: Condition
    course: str
    source: Source


@dataclass(frozen=True, slots=True)
class Procedure:
    """One edition of a procedure."""

    about: Edition
    definition: str
    posts: tuple[str, ...]
    parameters: Mapping[str, Parameter]
    terms: Mapping[str, Named]
    deciding_reading: str
    first: str
    steps: Mapping[str, Step]
    interrupts: Mapping[str, Interrupt]
    precaution: tuple[Precaution, ...]
    courses: Mapping[str, Course]
    duties: Mapping[str, DutySpec]
    invariants: tuple[Invariant, ...]
    assumptions: tuple[Assumption, ...]
    override_reasons: Mapping[str, Text]
    first_pass: Mapping[str, Need] = field(default_factory=dict)
    rooms: RoomRule | None = None

    @property
    def name(self) -> str:
        """`poe-entry@2020-12-20`."""
        return self.about.name


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who receives travellers of certain courses."""

    id: str
    name: str
    receives: tuple[str, ...]
    phone: str | None
    checked_on: date
    mark: str


@dataclass(frozen=True, slots=True)
class Post:
    """A point of entry and its settings."""

    id: str
    name: str
    code: str
    kind: str
    country: str
    division: str
    time_zone: str
    camp_like: bool
    desks: tuple[str, ...]
    on_duty: tuple[str, ...]
    phone: str
    procedure: str
    definition: str
    areas: str
    languages: tuple[str, ...]
    onward: tuple[str, date] | None
    parameters: Mapping[str, float]
    retention_law: str | None
    receivers: tuple[Receiver, ...]
    digest: str
    overlays: tuple[str, ...] = ()
    rooms: tuple[Room, ...] = ()
    night_count: tuple[NightField, ...] = ()
