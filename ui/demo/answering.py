"""Answers as a person writes them in a script, made into those that a step takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from screening.answers import OPEN, REFUSED, UNKNOWN
from screening.events import Json
from sops.model import Step

__all__ = ["AnsweredStep", "later_reading", "value_for"]

AnsweredStep = tuple[Json, dict[str, Json]]
"""A value, and what of it identifies somebody and is sealed."""

_PERSON = ("age_years", "age_months", "sex", "nationality")


def value_for(step: Step, given: Any) -> AnsweredStep:
    """The value of a scripted answer; `unknown` where the script has none, and `true` for what is simply to be done.

    Older scripts say `refused` also where a step does not offer it: that is read as `unknown`.
    """
    if given == REFUSED and not step.may_refuse:
        return UNKNOWN, {}
    if step.answer == "done":
        return (given in (None, "yes", "done", "true")) or given, {}
    if step.answer == "person":
        return _person({} if given in (None, UNKNOWN) else given)
    if given is None:
        return UNKNOWN, {}
    if step.answer == "reading":
        return _reading(given), {}
    if step.answer == "judgement" and given in ("agree", "yes"):
        return {"agree": True}, {}
    if step.answer == "judgement" and isinstance(given, dict) and given.get("agree") in ("yes", "true"):
        return {"agree": True}, {}
    if step.answer == "choice":
        return next((option.id for option in step.options if option.also == given), given), {}
    if step.notes and isinstance(given, Mapping) and given.keys() <= {note.id for note in step.notes}:
        return "yes", dict(given)
    if step.answer in ("tests", "places", "companions") and given in ("none", "no"):
        return [], {}
    return given, {}


def _reading(given: Any) -> Json:
    if isinstance(given, int | float):
        return {"c": float(given)}
    if isinstance(given, str) and given in OPEN:
        return given
    if isinstance(given, dict):
        kept = {("c" if key == "reading_c" else key): value for key, value in given.items()}
        return {key: value for key, value in kept.items() if key not in ("then_after", "second")}
    unknown: Json = given
    return unknown


def _person(given: Any) -> AnsweredStep:
    if not isinstance(given, Mapping):
        return given, {}
    value: dict[str, Json] = {key: said for key, said in given.items() if key in _PERSON}
    value.setdefault("age_years", UNKNOWN)
    return value, {key: said for key, said in given.items() if key not in _PERSON}


def later_reading(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The second reading that a first one announces: `temperature: {reading_c: 38.2, second: 36.8}`."""
    first = answers.get("temperature")
    if isinstance(first, Mapping) and "second" in first and "second_reading" not in answers:
        return {**answers, "second_reading": first["second"]}
    return dict(answers)
