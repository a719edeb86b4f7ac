"""Definitions and procedures as frozen values, built from checked plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sops.conditions import ALWAYS, Condition, Plain, condition

Text = Mapping[str, str]
"""The same words by language; `en` and `es` are always there."""

CLASS_ORDER: Final = ("not_a_case", "contact", "suspected", "probable", "confirmed")


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is written. `mark`: verified, verified secondary, recalled or design (a setting of ours)."""

    document: str
    clause: str
    mark: str = "verified"

    @property
    def is_post_setting(self) -> bool:
        """Whether this is our own design, to be shown as a post setting and never as WHO or IOM text."""
        return self.mark == "design"


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
    """What every dated text has: two clocks, an end, a review date, a source and the digest of its data."""

    id: str
    edition: str
    title: Text
    published_on: date
    in_force_from: date
    in_force_until: date | None
    review_by: date
    source: Source
    digest: str

    @property
    def name(self) -> str:
        """`who-covid19@2020-12-16`."""
        return f"{self.id}@{self.edition}"

    def is_in_force(self, on: date) -> bool:
        """Whether the edition binds on that day by its own dates."""
        return self.in_force_from <= on and (self.in_force_until is None or on <= self.in_force_until)

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
class Criterion:
    """One criterion of a class; `letter` is empty where the text has none."""

    classification: str
    letter: str
    when: Condition
    title: Text
    source: Source

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
    """One edition of a case definition."""

    about: Edition
    parameters: Mapping[str, Parameter]
    exposures: Mapping[str, NamedExposure]
    onset: Named
    terms: Mapping[str, Named]
    criteria: tuple[Criterion, ...]
    alerts: tuple[Named, ...]
    assumptions: tuple[Assumption, ...]

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


@dataclass(frozen=True, slots=True)
class Interrupt:
    """What may break in at any step: emergency, refusal, leaving, death."""

    id: str
    title: Text
    first: str
    source: Source


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
    before: str | None
    paper: str | None
    copies: int
    ends: bool
    afterwards: bool
    does: tuple[str, ...]
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
    override_reasons: Mapping[str, Text]

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


Data = Mapping[str, Any]


def _source(data: Data) -> Source:
    return Source(data["document"], data["clause"], data.get("mark", "verified"))


def _about(kind: str, data: Data, digest: str) -> Edition:
    until = data.get("in_force_until")
    return Edition(
        data[kind],
        data["edition"],
        data["title"],
        date.fromisoformat(data["published_on"]),
        date.fromisoformat(data["in_force_from"]),
        date.fromisoformat(until) if until else None,
        date.fromisoformat(data["review_by"]),
        _source(data["source"]),
        digest,
    )


def _parameters(data: Data) -> dict[str, Parameter]:
    return {
        name: Parameter(name, p["value"], p["unit"], p["title"], _source(p["source"]))
        for name, p in data["parameters"].items()
    }


def _named(name: str, data: Data) -> Named:
    plain_title = {"en": name.replace("_", " "), "es": name.replace("_", " ")}
    return Named(name, condition(data["when"]), data.get("title", plain_title), _source(data["source"]))


def case_definition(data: Data, digest: str) -> CaseDefinition:
    """The case definition of a checked `definition` file."""
    return CaseDefinition(
        about=_about("definition", data, digest),
        parameters=_parameters(data),
        exposures={
            name: NamedExposure(name, e["title"], tuple(e["any of"]), _source(e["source"]))
            for name, e in data["exposures"].items()
        },
        onset=_named("onset", data["onset"]),
        terms={name: _named(name, term) for name, term in data["terms"].items()},
        criteria=tuple(
            Criterion(
                classification,
                "" if letter == "whole" else letter,
                condition(c["when"]),
                c.get("title", {}),
                _source(c["source"]),
            )
            for classification in CLASS_ORDER
            for letter, c in data["classes"].get(classification, {}).items()
        ),
        alerts=tuple(_named(name, alert) for name, alert in data["alerts"].items()),
        assumptions=tuple(Assumption(name, a["says"], a["mark"]) for name, a in data["assumptions"].items()),
    )


def _when(plain: Plain) -> Condition | None:
    return None if plain is None else condition(plain)


def _step(data: Data) -> Step:
    then = data["then"]
    routes = [{"go": then}] if isinstance(then, str) else then
    wait = data.get("wait")
    return Step(
        id=data["step"],
        part=data["part"],
        by=data["by"],
        title=data["title"],
        do=data.get("do"),
        ask=data["ask"],
        phrases=tuple(data.get("phrases", ())),
        answer=data["answer"],
        options=tuple(
            Option(name, o["title"], o.get("value"), o.get("phrase")) for name, o in data.get("options", {}).items()
        ),
        records=data.get("records"),
        fixed=data.get("with", {}),
        sets=data.get("sets", {}),
        mandatory=data.get("mandatory", False),
        needed_by=tuple(data.get("needed by", ())),
        only_when=_when(data.get("only when")),
        wait=Wait(wait["minutes"], wait["after"], wait["title"]) if wait else None,
        identifying=data.get("identifying", False),
        does=tuple(data.get("does", ())),
        then=tuple(Route(condition(r["when"]) if "when" in r else ALWAYS, r["go"]) for r in routes),
        source=_source(data["source"]),
    )


def _duty(data: Data) -> DutySpec:
    return DutySpec(
        id=data["duty"],
        part=data["part"],
        title=data["title"],
        do=data["do"],
        phrases=tuple(data.get("phrases", ())),
        when=_when(data.get("when")),
        within=data.get("within"),
        starts_at=data.get("starts at", "conclusion"),
        owner=data["owner"],
        escalates_to=data.get("escalates to"),
        before=data.get("before"),
        paper=data.get("paper"),
        copies=data.get("copies", 1),
        ends=data.get("ends", False),
        afterwards=data.get("afterwards", False),
        does=tuple(data.get("does", ())),
        source=_source(data["source"]),
    )


def procedure(data: Data, digest: str) -> Procedure:
    """The procedure of a checked `procedure` file."""
    return Procedure(
        about=_about("procedure", data, digest),
        definition=data["definition"],
        posts=tuple(data["posts"]),
        parameters=_parameters(data),
        terms={name: _named(name, term) for name, term in data.get("terms", {}).items()},
        deciding_reading=data["deciding reading"],
        first=data["first"],
        steps={step["step"]: _step(step) for step in data["steps"]},
        interrupts={
            name: Interrupt(name, i["title"], i["first"], _source(i["source"]))
            for name, i in data["interrupts"].items()
        },
        precaution=tuple(
            Precaution(
                p["rule"],
                p["title"],
                condition(p["when"]) if "when" in p else ALWAYS,
                p["course"],
                _source(p["source"]),
            )
            for p in data["precaution"]
        ),
        courses={
            name: Course(
                name, c["title"], c["precaution"], c["family"], c["outcome"], tuple(c["duties"]), _source(c["source"])
            )
            for name, c in data["courses"].items()
        },
        duties={duty["duty"]: _duty(duty) for duty in data["duties"]},
        override_reasons=data["override reasons"],
    )


def post(data: Data, digest: str) -> Post:
    """The post of a checked `post` file."""
    onward = data.get("onward")
    return Post(
        id=data["post"],
        name=data["name"],
        code=data["code"],
        kind=data["kind"],
        country=data["country"],
        division=data["division"],
        time_zone=data["time_zone"],
        camp_like=data["camp_like"],
        desks=tuple(data["desks"]),
        on_duty=tuple(data["on duty"]),
        phone=data["phone"],
        procedure=data["procedure"],
        definition=data["definition"],
        areas=data["areas"],
        languages=tuple(data["languages"]),
        onward=(onward["state"], date.fromisoformat(onward["since"])) if onward else None,
        parameters=data.get("parameters", {}),
        retention_law=data.get("retention law"),
        receivers=tuple(
            Receiver(
                name,
                r["name"],
                tuple(r["for"]),
                r.get("phone"),
                date.fromisoformat(r["checked_on"]),
                r["mark"],
            )
            for name, r in data["receivers"].items()
        ),
        digest=digest,
    )
