"""Facts from answers: what the answered steps of one walk let us know, in the vocabulary of the definitions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import Any, Final

from screening.answers import OPEN, UNKNOWN
from sops.areas import AreaTable, PlaceStay
from sops.facts import EXPOSURE_FIELDS, JUDGEMENTS, SIGNS, Answer, Exposure, Facts, Test
from sops.model import Step

Given = tuple[Step, Any]
"""A step with the value of its answer."""

_ANSWER: Final = {answer.value: answer for answer in Answer}
_RANGE_FIELDS: Final = {"first_day_ago": "first", "last_day_ago": "last"}


class _Sheet:
    """The facts while they are being gathered; everything starts as not asked."""

    def __init__(self) -> None:
        self.signs: dict[str, Answer] = dict.fromkeys(SIGNS, Answer.UNASKED)
        self.onset_of: dict[str, int] = {}
        self.readings: list[float] = []
        self.examined: list[float] = []  # readings of an examination
        self.onset: int | None = None
        self.judgements = dict.fromkeys(JUDGEMENTS, Answer.UNASKED)
        self.rows: dict[str, dict[str, Any]] = {}
        self.denied: set[str] = set()
        self.areas: tuple[Exposure, ...] | None = None
        self.tests: tuple[Test, ...] | None = None


def facts_of(given: Iterable[Given], areas: AreaTable, on: date, deciding: str, onset_signs: Container[str]) -> Facts:
    """The facts that the answers of a walk add up to. Later answers win over earlier ones.

    The oldest day of one of the `onset_signs` of the definition is the first day of illness. `on` is the local day of
    screening, `deciding` says which temperature reading decides (`last` or `highest`). The reading of an examination
    later in a cool room can raise it, never lower it: the repeat after the rest decides. Source: border SOP A4, B6.
    """
    sheet = _Sheet()
    for step, value in given:
        _settle(sheet, step, value)
        if step.records:
            _record(sheet, step, value, areas, on)
    exposures = tuple(_exposure(kind, row) for kind, row in sheet.rows.items()) + (sheet.areas or ())
    told = {*sheet.rows, *sheet.denied, *(("area",) if sheet.areas is not None else ())}
    dated = [days for name, days in sheet.onset_of.items() if name in onset_signs]
    onset = max([*dated, *([] if sheet.onset is None else [sheet.onset])], default=None)
    reading: Any = Answer.UNKNOWN
    if sheet.readings or sheet.examined:
        decided = sheet.readings[-1:] if deciding == "last" else sheet.readings
        reading = max((*decided, *sheet.examined[-1:]))
    return Facts(
        signs=sheet.signs,
        onset_of=sheet.onset_of,
        temperature_c=reading,
        onset_days_ago=Answer.UNKNOWN if onset is None else onset,
        judgements=sheet.judgements,
        chest_imaging=None,
        exposures=exposures,
        exposures_unknown=frozenset(EXPOSURE_FIELDS) - told,
        tests=sheet.tests,
        deceased=None,
    )


def _settle(sheet: _Sheet, step: Step, value: Any) -> None:
    """What an answer settles besides its own fact (`sets` in the procedure)."""
    rule = step.sets.get(str(value) if isinstance(value, str) else "any") or step.sets.get("any")
    if not rule:
        return
    for name, answer in rule.get("signs", {}).items():
        sheet.signs[name] = _ANSWER[answer]
    for name, answer in rule.get("judgements", {}).items():
        sheet.judgements[name] = _ANSWER[answer]
    for kind in rule.get("no exposure", ()):
        sheet.denied.add(kind)
        sheet.rows.pop(kind, None)
    if rule.get("tests") == "none":
        sheet.tests = ()


def _record(sheet: _Sheet, step: Step, value: Any, areas: AreaTable, on: date) -> None:
    records = step.records or ""
    kind, _, field = records.partition(".")
    if records == "temperature":
        if isinstance(value, dict) and value.get("c") != UNKNOWN:
            (sheet.examined if "examines" in step.does else sheet.readings).append(float(value["c"]))
    elif records == "signs":
        _record_signs(sheet, value)
    elif records == "onset_days_ago":
        sheet.onset = None if value in OPEN else value
    elif records == "tests":
        if value not in OPEN:  # what was shown stays known when somebody cannot say more later
            told = (Test(test["type"], test["result"]) for test in value)
            sheet.tests = tuple(dict.fromkeys((*(sheet.tests or ()), *told)))
    elif records == "places":
        sheet.areas = None if value in OPEN else areas.exposures_of(map(_stay, value), on)
    elif records in JUDGEMENTS:
        sheet.judgements[records] = _ANSWER[value]
    elif field == "period":
        row = sheet.rows.setdefault(kind, {})
        for name, side in _RANGE_FIELDS.items():
            row[name] = Answer.UNKNOWN if value in OPEN else _open(value[side])
    elif field:
        number = next((o.value for o in step.options if o.id == value), None)
        sheet.rows.setdefault(kind, {})[field] = _open(value if number is None else number)
    elif value == "yes":
        sheet.denied.discard(kind)
        sheet.rows[kind] = dict(step.fixed)
    elif value == "no":
        sheet.denied.add(kind)
        sheet.rows.pop(kind, None)


def _record_signs(sheet: _Sheet, value: Any) -> None:
    if value in OPEN:
        for name in SIGNS:
            if sheet.signs[name] is Answer.UNASKED:
                sheet.signs[name] = _ANSWER[value]
        return
    for name, said in value.items():
        sheet.onset_of.pop(name, None)
        if isinstance(said, int):
            sheet.signs[name] = Answer.YES
            sheet.onset_of[name] = said
        else:
            sheet.signs[name] = _ANSWER[said]


def _stay(place: Mapping[str, Any]) -> PlaceStay:
    return PlaceStay(place["country"], place.get("division"), _open(place["first"]), _open(place["last"]))


def _open(value: Any) -> Any:
    return Answer.UNKNOWN if value in OPEN else value


def _exposure(kind: str, row: Mapping[str, Any]) -> Exposure:
    fields: dict[str, Any] = dict.fromkeys((*EXPOSURE_FIELDS[kind], "first_day_ago", "last_day_ago"), Answer.UNKNOWN)
    if kind == "contact":
        fields |= dict.fromkeys(("distance_m", "minutes", "index_symptom_free_since_day"), Answer.UNKNOWN)
    return Exposure(kind, **{**fields, **row})
