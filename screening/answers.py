"""Answers: the value a step may take, by kind of step, checked before it becomes an event."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from screening.events import Json
from sops.facts import SIGNS, TEST_RESULTS, TEST_TYPES
from sops.model import CLASS_ORDER, Step

UNKNOWN: Final = "unknown"
REFUSED: Final = "refused"
OPEN: Final = (UNKNOWN, REFUSED)
"""Answers that leave the fact unknown; they stay tellable apart in the log."""


_COUNTRY: Final = re.compile(r"[A-Z]{3}")
_NATIONALITY: Final = re.compile(r"[A-Z]{1,3}")
_CODED: Final = re.compile(r"[a-z0-9_-]{1,40}")
_DIVISION: Final = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}|[^\W\d_](?:[^\W\d_]|[ .'’-]){0,59}")
_SEXES: Final = ("F", "M", "X", UNKNOWN)


class AnswerError(ValueError):
    """A value does not answer the step; the message says what is wanted."""


def check(step: Step, value: Json) -> Json:
    """The value, when it answers the step; unknown answers every question, and says of an act "not done".

    Refused answers what the traveller is asked, unless an option says so already. What staff see or judge themselves
    nobody refuses; where an older record says so all the same, it is read as it stands. Raises AnswerError with the
    step, what was given and what is wanted.
    """
    if value == REFUSED and not step.may_refuse:
        why = "staff answer this themselves, so nobody refuses; say unknown" if step.is_by_staff else "say `refuses`"
        raise AnswerError(f"step '{step.id}': {why}")
    if is_open(value):
        return value
    problem = _CHECKS[step.answer](step, value)
    if problem:
        raise AnswerError(f"step '{step.id}': {str(value)[:60]!r} {problem}")
    return value


def _done(_: Step, value: Json) -> str:
    return "" if value is True else "is not `true`, unknown or refused: the step is done or it is not"


def _yes_no(_: Step, value: Json) -> str:
    return "" if value in ("yes", "no") else "is not yes, no, unknown or refused"


def _choice(step: Step, value: Json) -> str:
    known = [option.id for option in step.options]
    return "" if value in known else f"is not one of {', '.join(known)}, unknown"


def _whole(value: object, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


def _between(value: object, least: float, most: float) -> bool:
    """Whether it is a number, neither `true` nor NaN, within the bounds."""
    return isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most


def is_coded(value: object) -> bool:
    """Whether it is a short coded word or id: what may stand in the clear part of an event, where no name may."""
    return isinstance(value, str) and _CODED.fullmatch(value) is not None


def _reading(_: Step, value: Json) -> str:
    if not isinstance(value, dict) or not value.keys() <= {"c", "device", "method", "air_c", "reason"}:
        return "is not a reading: {c, device, method, air_c, reason}"
    if not all(is_coded(value[name]) for name in ("device", "method", "reason") if name in value):
        return "has a device, method or reason that is no coded word: small letters, digits, - and _, at most 40"
    if "air_c" in value and not _between(value["air_c"], -30.0, 60.0):
        return "has an air temperature that is not from -30 to 60 degrees Celsius"
    celsius = value.get("c")
    if celsius == UNKNOWN:
        return "" if value.get("reason") else "was not taken: say why under `reason`"
    if not _between(celsius, 30.0, 45.0):
        return "is not a temperature from 30.0 to 45.0 degrees Celsius"
    return ""


def _signs(_: Step, value: Json) -> str:
    if not isinstance(value, dict):
        return "is not a list of signs with days, yes, no or unknown"
    for name, said in value.items():
        if name not in SIGNS:
            return f'holds "{name}", which is no sign'
        if said not in ("yes", "no", UNKNOWN, REFUSED) and not _whole(said, 0, 400):
            return f"says {said!r} of {name}: wanted are days ago, yes, no or unknown"
    return ""


def _number(_: Step, value: Json) -> str:
    return "" if _between(value, 0, 300) else "is not a number from 0 to 300"


def _days(_: Step, value: Json) -> str:
    return "" if _whole(value, 0, 400) else "is not a whole number of days from 0 to 400"


def _span(value: object) -> bool:
    return (
        isinstance(value, dict)
        and all(value.get(k) == UNKNOWN or _whole(value.get(k), 0, 400) for k in ("first", "last"))
        and (UNKNOWN in value.values() or value["first"] >= value["last"])
    )


def _period(_: Step, value: Json) -> str:
    return "" if _span(value) else "is not a period: {first, last} in days ago, first not after last"


def _places(_: Step, value: Json) -> str:
    if not isinstance(value, list):
        return "is not a list of places"
    for place in value:
        if not isinstance(place, dict) or not _span(place) or not _COUNTRY.fullmatch(str(place.get("country"))):
            return "holds a place without country (three letters), first and last day ago"
        if not place.keys() <= {"country", "division", "first", "last"}:
            return "holds a place with more than country and first division; more is not noted"
        division = place.get("division")
        if division is not None and not (isinstance(division, str) and _DIVISION.fullmatch(division)):
            return "holds a division that is neither a code like PA-5 nor a name in at most 60 letters"
    return ""


def _tests(_: Step, value: Json) -> str:
    if not isinstance(value, list):
        return "is not a list of tests"
    for test in value:
        if not isinstance(test, dict) or test.get("type") not in TEST_TYPES or test.get("result") not in TEST_RESULTS:
            return f"holds a test without type ({', '.join(TEST_TYPES)}) and result ({', '.join(TEST_RESULTS)})"
        if test.keys() != {"type", "result"}:
            return "holds a test with more than type and result; more is not noted"
    return ""


def _person(_: Step, value: Json) -> str:
    known = {"age_years", "age_months", "sex", "nationality"}
    if not isinstance(value, dict) or not value.keys() <= known:
        return f"is not a person: {', '.join(sorted(known))}; the name goes into the sealed part"
    if value.get("sex", UNKNOWN) not in _SEXES:
        return f"has a sex that is not one of {', '.join(_SEXES)}"
    nation = value.get("nationality", UNKNOWN)
    if nation != UNKNOWN and not (isinstance(nation, str) and _NATIONALITY.fullmatch(nation)):
        return "has a nationality that is not a code of the travel document"
    if not all(value.get(key, UNKNOWN) == UNKNOWN or _whole(value[key], 0, most) for key, most in _AGES):
        return "has an age that is no whole number of years from 0 to 130, or of months"
    return ""


def _said(reason: object) -> bool:
    """Whether it is a reason at all; the command holds it against those of the procedure."""
    return isinstance(reason, str) and reason != ""


_AGES: Final = (("age_years", 130), ("age_months", 1560))


def _judgement(_: Step, value: Json) -> str:
    if not isinstance(value, dict) or not value.keys() <= {"agree", "class", "reason"}:
        return "is not a judgement: {agree: true} or {class, reason}"
    if value.keys() == {"agree"} and value["agree"] is True:
        return ""
    if value.keys() != {"class", "reason"} or value["class"] not in CLASS_ORDER or not _said(value["reason"]):
        return f"needs a class ({', '.join(CLASS_ORDER)}) and a coded reason"
    return ""


def _companions(_: Step, value: Json) -> str:
    if not isinstance(value, list) or not all(_companion(each) for each in value):
        return "is not a list of companions: {relation: a coded word, age_years}; a name goes into the sealed part"
    return ""


def _companion(value: Json) -> bool:
    if not isinstance(value, dict) or not value.keys() <= {"relation", "age_years"}:
        return False
    age = value.get("age_years", UNKNOWN)
    return is_coded(value.get("relation", UNKNOWN)) and (age == UNKNOWN or _whole(age, 0, 130))


_CHECKS: Final[Mapping[str, Callable[[Step, Json], str]]] = {
    "done": _done,
    "yes_no": _yes_no,
    "choice": _choice,
    "person": _person,
    "reading": _reading,
    "signs": _signs,
    "number": _number,
    "days": _days,
    "period": _period,
    "places": _places,
    "tests": _tests,
    "companions": _companions,
    "judgement": _judgement,
}


def is_open(value: Any) -> bool:
    """Whether an answer leaves its fact unknown."""
    return value in OPEN if isinstance(value, str) else False
