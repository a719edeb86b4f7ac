"""Checked plain data -> the frozen values of `sops.model`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sops.conditions import ALWAYS, Condition, Plain, condition
from sops.invariant import Invariant
from sops.model import (
    CLASS_ORDER,
    Again,
    Assumption,
    CaseDefinition,
    Course,
    Criterion,
    DutySpec,
    Edition,
    Interrupt,
    Named,
    NamedExposure,
    Need,
    Note,
    Option,
    Parameter,
    Post,
    Precaution,
    Procedure,
    Receiver,
    Route,
    Source,
    Step,
    Swallowed,
    Wait,
)
from sops.night import NightField
from sops.overlaid import Change, Overlaid
from sops.placeholders import filled
from sops.rooms import Room, RoomRule

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
        tuple(map(_overlaid, data.get("overlaid", ()))),
    )


def _overlaid(data: Data) -> Overlaid:
    changes = (Change(c["path"], c.get("was"), c.get("now"), _source(c["source"])) for c in data["changes"])
    return Overlaid(data["overlay"], data["edition"], data["title"], _source(data["source"]), tuple(changes))


def _parameters(data: Data) -> dict[str, Parameter]:
    return {
        name: Parameter(name, p["value"], p["unit"], p["title"], _source(p["source"]))
        for name, p in data["parameters"].items()
    }


def _named(name: str, data: Data) -> Named:
    plain_title = {"en": name.replace("_", " "), "es": name.replace("_", " ")}
    return Named(name, condition(data["when"]), data.get("title", plain_title), _source(data["source"]))


def _assumptions(data: Data) -> tuple[Assumption, ...]:
    return tuple(Assumption(name, a["says"], a["mark"]) for name, a in data["assumptions"].items())


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
                Swallowed(c["swallowed"].get("among"), c["swallowed"]["says"]) if "swallowed" in c else None,
            )
            for classification in CLASS_ORDER
            for letter, c in data["classes"].get(classification, {}).items()
        ),
        alerts=tuple(_named(name, alert) for name, alert in data["alerts"].items()),
        assumptions=_assumptions(data),
        monotone=tuple(data.get("monotone in", ())),
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
            Option(name, o["title"], o.get("value"), o.get("phrase"), o.get("also"))
            for name, o in data.get("options", {}).items()
        ),
        notes=tuple(Note(name, n["title"], n.get("required", False)) for name, n in data.get("notes", {}).items()),
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
        is_shared="shared by" in data,
        is_by_staff=data.get("answered by") == "staff",
    )


def _duty(data: Data) -> DutySpec:
    again = data.get("again")
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
        again=Again(again["after"], again["escalates to"]) if again else None,
        before=data.get("before"),
        paper=data.get("paper"),
        copies=data.get("copies", 1),
        ends=data.get("ends", False),
        afterwards=data.get("afterwards", False),
        does=tuple(data.get("does", ())),
        source=_source(data["source"]),
        is_shared="shared by" in data,
    )


def _invariant(data: Data) -> Invariant:
    says = {key: value for key, value in data.items() if key not in ("invariant", "title", "source")}
    says |= {key: condition(says[key]) for key in ("never", "holds") if key in says}
    return Invariant(data["invariant"], data["title"], says, _source(data["source"]))


def procedure(data: Data, digest: str, overrides: Mapping[str, float] | None = None) -> Procedure:
    """The procedure of a checked `procedure` file; its texts say the numbers that a post sets differently."""
    numbers = {name: parameter["value"] for name, parameter in data["parameters"].items()}
    data = filled(data, {**numbers, **(overrides or {})})
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
        invariants=tuple(map(_invariant, data.get("invariants", ()))),
        assumptions=_assumptions(data),
        override_reasons=data["override reasons"],
        first_pass={
            name: Need(name, n["title"], n.get("do"), n.get("at once"), _source(n["source"]))
            for name, n in data.get("first pass", {}).items()
        },
        rooms=_room_rule(data["rooms"]) if "rooms" in data else None,
    )


def _room_rule(data: Data) -> RoomRule:
    return RoomRule(data["check every"], tuple(map(tuple, data["may share"])), _source(data["source"]))


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
        overlays=tuple(data.get("overlays", ())),
        rooms=tuple(
            Room(name, r["name"], r["places"], r["own toilet"], r["mark"]) for name, r in data.get("rooms", {}).items()
        ),
        night_count=tuple(
            NightField(name, f["title"], f.get("part of"), "split by" in f)
            for name, f in data.get("night count", {}).items()
        ),
    )
