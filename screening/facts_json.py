"""The JSON form of facts, as `paso classify` reads it. Strict: an unknown key or a wrong type names its path.

What may be left out is filled in here and nowhere else, and each use of it is listed under `assumed`.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any, Final, NoReturn

from sops.facts import (
    CONTACT_NUMBERS,
    DEATH,
    EXPOSURE_FIELDS,
    IMAGING,
    SIGNS,
    TEST_RESULTS,
    TEST_TYPES,
    WHO_SIGNS,
    Answer,
    Exposure,
    Facts,
    Test,
)

_ANSWERS: Final = {"yes": Answer.YES, "no": Answer.NO, "unknown": Answer.UNKNOWN}
_ALL_NO: Final = dict.fromkeys(SIGNS, Answer.NO)
_ALL_UNKNOWN: Final = dict.fromkeys(SIGNS, Answer.UNKNOWN)
_JUDGED: Final = {
    "acute_onset": Answer.UNASKED,
    "hospitalisation_required": Answer.NO,
    "alternative_aetiology": Answer.NO,
    "anosmia_other_cause": Answer.NO,
    "recent_anosmia": Answer.YES,
}
_MAY_BE_LEFT_OUT: Final = (
    "symptoms",
    "temp_c",
    "onset_days_ago",
    *_JUDGED,
    "chest_imaging",
    "exposures",
    "exposures_unknown",
    "tests",
    "deceased",
)
_KEYS: Final = frozenset(_MAY_BE_LEFT_OUT)
_WHO: Final = frozenset(WHO_SIGNS)
_MOST_DAYS: Final = 36_500
_MOST_EXPOSURES: Final = 500
"""Of one traveller; so many wholly different ones, none of them wholly known, are decided in seconds."""
_MOST_SHOWN: Final = 10**15
_NUMBERS: Final = {
    "distance_m": (0.0, 1000.0),
    "minutes": (0.0, 100_000.0),
    "index_day": (-_MOST_DAYS, _MOST_DAYS),
    "index_symptom_free_since_day": (-_MOST_DAYS, _MOST_DAYS),
}


class FactsError(ValueError):
    """The facts of a traveller cannot be read; the message names the path, what stands there and what is wanted."""


def _fail(path: str, value: object, wanted: str) -> NoReturn:
    raise FactsError(f"{path}: {_shown(value)} is not {wanted}")


def _shown(value: object) -> str:
    """A JSON value as an error shows it, short whatever it is."""
    match value:
        case str():
            return f'"{value[:60]}"'
        case bool():
            return str(value).lower()
        case int() if abs(value) > _MOST_SHOWN:
            return "a number too large"
        case int() | float():
            return repr(value)
        case None:
            return "null"
        case dict():
            return "an object"
        case _:
            return "a list"


def _no_such(path: str, name: object, what: str, known: Iterable[str]) -> NoReturn:
    raise FactsError(f"{path}.{str(name)[:60]}: {what}. Known: {', '.join(known)}")


def read_facts(plain: object, path: str = "facts", onset_signs: Container[str] = _WHO) -> tuple[Facts, tuple[str, ...]]:
    """The facts of a JSON object, and the names of those that were left out and assumed.

    Where no first day of illness is given, it is the oldest day of one of the `onset_signs` of the definition.
    Raises FactsError naming the first path that cannot be read.
    """
    if type(plain) is not dict:
        _fail(path, plain, "an object of facts")
    if not plain.keys() <= _KEYS:
        unknown = next(key for key in plain if key not in _KEYS)
        _no_such(path, unknown, "no fact has this name", _MAY_BE_LEFT_OUT)
    signs, onset_of = _signs(plain, path)
    judged = {name: _answer(plain[name], path, name) if name in plain else left for name, left in _JUDGED.items()}
    temperature = plain.get("temp_c")
    if "temp_c" in plain:
        temperature = _number(temperature, f"{path}.temp_c", 30.0, 45.0)
    onset = _onset(plain, path, {name: days for name, days in onset_of.items() if name in onset_signs})
    imaging = plain.get("chest_imaging")
    if "chest_imaging" in plain and imaging not in (*IMAGING, "unknown"):
        _fail(f"{path}.chest_imaging", imaging, f"one of {', '.join(IMAGING)}, unknown")
    assumed = [name for name in _MAY_BE_LEFT_OUT if name not in plain]
    exposures = plain.get("exposures", ())
    if exposures != "unknown":
        if "exposures" in plain and type(exposures) is not list:
            _fail(f"{path}.exposures", exposures, 'a list or "unknown"')
        if len(exposures) > _MOST_EXPOSURES:
            raise FactsError(
                f"{path}.exposures: {len(exposures):,} of them; of one traveller {_MOST_EXPOSURES} are read."
                " Leave out what says the same."
            )
        exposures = tuple(_exposure(row, f"{path}.exposures[{i}]") for i, row in enumerate(exposures))
        assumed += [
            f"exposures[{i}].index_day"
            for i, row in enumerate(exposures)
            if row.kind == "contact" and row.index_day is None
        ]
    if "symptoms" in plain and len(plain["symptoms"]) < len(SIGNS):
        assumed.insert(0, "symptoms")
    facts = Facts(
        signs=signs,
        onset_of=onset_of,
        temperature_c=temperature,
        onset_days_ago=onset,
        judgements=judged,
        chest_imaging=Answer.UNKNOWN if imaging == "unknown" else imaging,
        exposures=None if exposures == "unknown" else exposures,
        exposures_unknown=_kinds(plain, path),
        tests=_tests(plain, path),
        deceased=_deceased(plain, path),
    )
    return facts, tuple(assumed)


def _signs(plain: Mapping[str, Any], path: str) -> tuple[dict[str, Answer], dict[str, int]]:
    if "symptoms" not in plain:
        return _ALL_UNKNOWN, {}
    given = plain["symptoms"]
    if type(given) is not dict:
        _fail(f"{path}.symptoms", given, "an object of signs")
    signs = _ALL_NO.copy()
    onset_of: dict[str, int] = {}
    for name, value in given.items():
        if name not in signs:
            _no_such(f"{path}.symptoms", name, "no sign has this name", SIGNS)
        if type(value) is int:
            signs[name] = Answer.YES
            onset_of[name] = _days(value, f"{path}.symptoms.{name}")
        elif type(value) is str and value in _ANSWERS:
            signs[name] = _ANSWERS[value]
        else:
            _fail(f"{path}.symptoms.{name}", value, 'a whole number of days, "yes", "no" or "unknown"')
    return signs, onset_of


def _onset(plain: Mapping[str, Any], path: str, onset_of: Mapping[str, int]) -> Any:
    oldest = max(onset_of.values(), default=None)
    if "onset_days_ago" not in plain:
        return Answer.UNKNOWN if oldest is None else oldest
    onset = plain["onset_days_ago"]
    if onset == "unknown" and type(onset) is str:
        return Answer.UNKNOWN
    if type(onset) is not int:
        _fail(f"{path}.onset_days_ago", onset, 'a whole number of days or "unknown"')
    _days(onset, f"{path}.onset_days_ago")
    if oldest is not None and oldest > onset:
        name = next(name for name, days in onset_of.items() if days == oldest)
        raise FactsError(f"{path}.onset_days_ago: {onset} days ago lies after the onset of {name} ({oldest} days ago)")
    return onset


def _days(value: int, path: str) -> int:
    if not 0 <= value <= _MOST_DAYS:
        _fail(path, value, f"a number of days from 0 to {_MOST_DAYS}")
    return value


def _answer(value: object, path: str, name: str) -> Answer:
    if type(value) is str and value in _ANSWERS:
        return _ANSWERS[value]
    _fail(f"{path}.{name}", value, '"yes", "no" or "unknown"')


def _number(value: object, path: str, least: float, most: float) -> Any:
    if value == "unknown" and type(value) is str:
        return Answer.UNKNOWN
    if type(value) is not float and type(value) is not int:
        _fail(path, value, "a number")
    if not least <= value <= most:  # NaN too is no number
        _fail(path, value, f"a number from {least:g} to {most:g}")
    return value


def _exposure(row: object, path: str) -> Exposure:
    if type(row) is not dict:
        _fail(path, row, "an object")
    kind = row.get("kind")
    if type(kind) is not str or kind not in EXPOSURE_FIELDS:
        _fail(f"{path}.kind", kind, f"one of {', '.join(EXPOSURE_FIELDS)}")
    words = EXPOSURE_FIELDS[kind]
    made: dict[str, Any] = dict.fromkeys(words, Answer.UNKNOWN)
    if kind == "contact":
        made |= {"distance_m": Answer.UNKNOWN, "minutes": Answer.UNKNOWN}
        made["index_symptom_free_since_day"] = Answer.UNKNOWN
    for name, value in row.items():
        if name == "kind":
            continue
        if name in words:
            if value == "unknown" and type(value) is str:
                continue
            if type(value) is not str or value not in words[name]:
                _fail(f"{path}.{name}", value, f"one of {', '.join(words[name])}, unknown")
            made[name] = value
        elif name in ("first_day_ago", "last_day_ago"):
            made[name] = _whole(value, f"{path}.{name}", 0, _MOST_DAYS)
        elif kind == "contact" and name in CONTACT_NUMBERS:
            read: Callable[..., Any] = _whole if name.startswith("index") else _number
            made[name] = read(value, f"{path}.{name}", *_NUMBERS[name])
        else:
            known = ("kind", "first_day_ago", "last_day_ago", *words, *(CONTACT_NUMBERS if kind == "contact" else ()))
            _no_such(path, name, f"an exposure of kind {kind} has no such field", known)
    first, last = made.setdefault("first_day_ago", Answer.UNKNOWN), made.setdefault("last_day_ago", Answer.UNKNOWN)
    if type(first) is int and type(last) is int and first < last:
        raise FactsError(f"{path}.first_day_ago: {first} days ago lies after last_day_ago, {last} days ago")
    return Exposure(kind, **made)


def _whole(value: object, path: str, least: int, most: int) -> Any:
    if value == "unknown" and type(value) is str:
        return Answer.UNKNOWN
    if type(value) is not int:
        _fail(path, value, "a whole number" if isinstance(value, bool | float) else "a number")
    if not least <= value <= most:
        _fail(path, value, f"a whole number from {least} to {most}")
    return value


def _kinds(plain: Mapping[str, Any], path: str) -> frozenset[str]:
    kinds = plain.get("exposures_unknown", ())
    if type(kinds) not in (list, tuple):
        _fail(f"{path}.exposures_unknown", kinds, "a list of kinds")
    for number, kind in enumerate(kinds):
        if type(kind) is not str or kind not in EXPOSURE_FIELDS:
            _fail(f"{path}.exposures_unknown[{number}]", kind, f"one of {', '.join(EXPOSURE_FIELDS)}")
    return frozenset(kinds)


def _tests(plain: Mapping[str, Any], path: str) -> tuple[Test, ...] | None:
    tests = plain.get("tests", ())
    if tests == "unknown" and type(tests) is str:
        return None
    if type(tests) not in (list, tuple):
        _fail(f"{path}.tests", tests, 'a list or "unknown"')
    return tuple(_test(test, f"{path}.tests[{i}]") for i, test in enumerate(tests))


def _test(test: object, path: str) -> Test:
    if type(test) is not dict:
        _fail(path, test, "an object")
    for name, known in (("type", TEST_TYPES), ("result", TEST_RESULTS)):
        if type(test.get(name)) is not str or test[name] not in known:
            _fail(f"{path}.{name}", test.get(name), f"one of {', '.join(known)}")
    for name in test:
        if name not in ("type", "result"):
            _no_such(path, name, "a test has no such field", ("type", "result"))
    return Test(test["type"], test["result"])


def _deceased(plain: Mapping[str, Any], path: str) -> dict[str, Answer] | None:
    if "deceased" not in plain:
        return None
    given = plain["deceased"]
    if type(given) is not dict:
        _fail(f"{path}.deceased", given, "an object")
    for name in given:
        if name not in DEATH:
            _no_such(f"{path}.deceased", name, "no fact has this name", DEATH)
    return {name: _answer(given[name], f"{path}.deceased", name) if name in given else Answer.UNKNOWN for name in DEATH}
