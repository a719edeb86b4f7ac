"""What a referral slip and an advice notice say, as pure values: paper and exports are drawn from these alone.

None means *unknown* and is printed so; an empty tuple means *none*. Never in here: migration status, nationality,
protection marks, opinions, the whole number of a document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Literal

from sops.logic import Truth

__all__ = [
    "Care",
    "Decision",
    "Exposure",
    "Illness",
    "Measures",
    "Notice",
    "Notification",
    "Person",
    "Referral",
    "Sign",
    "Stay",
    "Test",
    "Text",
    "Told",
    "Transport",
    "Words",
]

Words = Mapping[str, str]
"""One text in several languages: ISO 639 code -> text."""

Text = str | Words
"""A text as somebody typed it, or one of a vocabulary in several languages."""


def _refuse_naive(value: object) -> None:
    """Raise ValueError when a moment of the value has no zone: paper shows local time, so the zone must be known."""
    for part in fields(value):  # type: ignore[arg-type]
        moment = getattr(value, part.name)
        if isinstance(moment, datetime) and moment.tzinfo is None:
            raise ValueError(
                f"{type(value).__name__}.{part.name}: {moment} has no time zone; give local time with one."
            )


@dataclass(frozen=True, slots=True)
class Person:
    """Who is referred. Names stand as in the papers; the Latin forms are those of the machine-readable zone."""

    family_name: str | None = None
    given_names: str | None = None
    latin_family_name: str | None = None
    latin_given_names: str | None = None
    spoken_name: str | None = None
    birth_date: str | None = None  # "1988-05-02", "1988-05" or "1988": as much as the papers say
    age: int | None = None
    age_unit: Literal["years", "months", "days"] = "years"
    sex: Literal["F", "M", "X"] | None = None  # X: neither in the papers
    language: Text | None = None
    interpreter: Truth = Truth.UNKNOWN
    document: Text | None = None  # its type
    document_last4: str | None = None
    companions: int | None = None
    carer_of_child: Truth = Truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured, by whom it could be measured."""

    temperature_c: float | None = None
    temperature_at: datetime | None = None
    device: Text | None = None
    not_taken: Text | None = None  # why there is no temperature
    breaths_per_minute: int | None = None
    spo2_percent: int | None = None
    pulse_per_minute: int | None = None
    consciousness: Text | None = None  # alert, to voice, to pain, unresponsive

    def __post_init__(self) -> None:
        _refuse_naive(self)


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of illness with its day of onset."""

    name: Text
    onset: date | None = None
    present: Truth = Truth.YES


@dataclass(frozen=True, slots=True)
class Illness:
    """The story of the illness and what the clinic must know before it treats."""

    signs: tuple[Sign, ...] | None = None
    first_day: date | None = None
    fever_reducer: Truth = Truth.UNKNOWN  # in the last six hours
    pregnant: Truth | None = Truth.UNKNOWN  # None: does not apply, and is not printed
    pregnancy_weeks: int | None = None
    chronic: Text | None = None
    medicines: Text | None = None
    allergies: Text | None = None
    vaccination: Text | None = None
    disability: Text | None = None
    last_meal: Text | None = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """One exposure: its kind, its days, its place."""

    kind: Text
    first: date | None = None
    last: date | None = None
    place: Text | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """A place of the last fourteen days: country and first division only."""

    country: Text
    division: Text | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Test:
    """One test and its result."""

    __test__ = False  # pytest: a medical test

    kind: Text
    result: Text | None = None
    brand: str | None = None
    lot: str | None = None
    at: datetime | None = None

    def __post_init__(self) -> None:
        _refuse_naive(self)


@dataclass(frozen=True, slots=True)
class Decision:
    """The class by the dated definition, in plain words, with what is not known."""

    definition: str  # "who-covid19@2020-12-16"
    procedure: str
    classification: Text
    criterion: Text | None = None  # the deciding one, or the first that could be met; "": none is met
    floor: Text | None = None  # while the class is open: it is at least this, None where nothing is met yet
    ceiling: Text | None = None  # while the class is open: it could be this
    floor_criterion: Text | None = None  # what is met already
    recalled: bool = False  # the definition or a criterion named here is told from memory
    post_setting: bool = False  # or is a setting of the post
    past_review: bool = False  # definition or procedure were past their day of review, or their end
    unknowns: tuple[Text, ...] | None = None
    tests: tuple[Test, ...] | None = None
    other_cause: Text | None = None


@dataclass(frozen=True, slots=True)
class Care:
    """What was done at the post."""

    mask: Truth = Truth.UNKNOWN
    isolated: Truth = Truth.UNKNOWN
    isolated_from: datetime | None = None
    isolated_until: datetime | None = None
    fluids: Truth = Truth.UNKNOWN
    first_aid: Truth = Truth.UNKNOWN
    oxygen: Truth = Truth.UNKNOWN

    def __post_init__(self) -> None:
        _refuse_naive(self)


@dataclass(frozen=True, slots=True)
class Told:
    """What the traveller was told, in which language, and whether he agreed or an authority ordered it."""

    text: tuple[Words, ...] | None = None  # phrase by phrase
    language: Text | None = None
    agreed: Truth = Truth.UNKNOWN
    ordered_by: str | None = None  # "" when nobody ordered it
    order_number: str | None = None


@dataclass(frozen=True, slots=True)
class Transport:
    """Where to, by what, and with what protection: the only part a driver reads."""

    destination: str | None = None
    destination_arranged: bool = False  # nobody named it: it is the post's arrangement for such travellers
    destination_phone: str | None = None
    vehicle: str | None = None
    driver: str | None = None
    attendant: str | None = None
    guarded: bool | None = None  # attendant and driver wear protection: the paper says which
    called_at: datetime | None = None
    left_at: datetime | None = None

    def __post_init__(self) -> None:
        _refuse_naive(self)


@dataclass(frozen=True, slots=True)
class Notification:
    """Who was told of the case, when, and under what reference."""

    authority: str | None = None
    name: str | None = None
    at: datetime | None = None
    reference: str | None = None

    def __post_init__(self) -> None:
        _refuse_naive(self)


@dataclass(frozen=True, slots=True)
class Referral:
    """Everything a referral slip says. Moments are aware and carry the post's zone: they are printed as they stand."""

    post_name: str
    post_code: str
    number: str  # PA-DAR-LB-A7K-000123-X
    sequence: int  # of the event that fixes the slip in the chain
    chain_head: str  # hexadecimal hash of that event
    printed_at: datetime
    decision: Decision
    person: Person = field(default_factory=Person)
    danger_signs: tuple[Text, ...] | None = None  # () only where they were looked for and absent
    emergency: bool = False  # an emergency was called here, and not by mistake
    measures: Measures = field(default_factory=Measures)
    illness: Illness = field(default_factory=Illness)
    exposures: tuple[Exposure, ...] | None = None
    stays: tuple[Stay, ...] | None = None
    care: Care = field(default_factory=Care)
    told: Told = field(default_factory=Told)
    transport: Transport = field(default_factory=Transport)
    sent_by: str | None = None  # name or badge
    sent_by_role: Text | None = None
    call_back: str | None = None
    notified: Notification = field(default_factory=Notification)
    training: bool = False  # a drill: said on both halves

    def __post_init__(self) -> None:
        _refuse_naive(self)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a traveller who may go on takes along. It names nobody, so losing it harms nobody."""

    post_name: str
    post_code: str
    printed_at: datetime
    next_steps: Words
    if_ill: Words
    what_we_note: Words
    why_we_note: Words
    advice: tuple[Words, ...] = ()
    phone: str | None = None
    phone_of: Text | None = None
    training: bool = False

    def __post_init__(self) -> None:
        _refuse_naive(self)
