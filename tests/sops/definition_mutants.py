"""Case definitions with one rule bent: each what a hurried encoder might have written. Names say where and how."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from sops import facts

_STEPS = {"days": 1, "minutes": 1, "metres": 0.5, "degrees Celsius": 0.1}
_BOUNDS = {"at least": "more than", "more than": "at least"}
_ENDS = ("onset", "screening", "onset or screening")


def mutants(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mutant of the plain data of a definition, with its name."""
    for name, bend in _bends(data):
        mutant = copy.deepcopy(data)
        bend(mutant)
        yield name, mutant


def _at(path: tuple[Any, ...], change: Callable[[Any, Any], None]) -> Callable[[Any], None]:
    """The change made where the path leads in another copy of the data."""

    def bend(root: Any) -> None:
        for part in path[:-1]:
            root = root[part]
        change(root, path[-1])

    return bend


def _put(value: Any) -> Callable[[Any, Any], None]:
    def change(holder: Any, key: Any) -> None:
        holder[key] = value

    return change


def _drop(holder: Any, key: Any) -> None:
    del holder[key]


def _bends(data: dict[str, Any]) -> Iterator[tuple[str, Callable[[Any], None]]]:
    for name, parameter in data["parameters"].items():
        for sign in (-1, 1):
            value = round(parameter["value"] + sign * _STEPS[parameter["unit"]], 6)
            yield f"{name} is {value:g}", _at(("parameters", name, "value"), _put(value))
    for name, exposure in data["exposures"].items():
        for index, matcher in enumerate(exposure["any of"]):
            path = ("exposures", name, "any of")
            if len(exposure["any of"]) > 1:
                yield f"{name} without way {index + 1}", _at((*path, index), _drop)
            yield from _matcher(matcher, (*path, index), f"{name}, way {index + 1}")
    for where in [("onset",), *(("terms", term) for term in data["terms"]), *(("alerts", a) for a in data["alerts"])]:
        holder = data
        for part in where:
            holder = holder[part]
        yield from _condition(holder["when"], (*where, "when"), where[-1])
    for cls, letters in data["classes"].items():
        for letter, criterion in letters.items():
            if len(letters) > 1:
                yield f"no criterion {cls} {letter}", _at(("classes", cls, letter), _drop)
            yield from _condition(criterion["when"], ("classes", cls, letter, "when"), f"{cls} {letter}")


def _matcher(matcher: dict[str, Any], path: tuple[Any, ...], name: str) -> Iterator[tuple[str, Callable[[Any], None]]]:
    known = facts.EXPOSURE_FIELDS[matcher["kind"]]
    for field, value in matcher.items():
        where = (*path, field)
        if field == "kind":
            continue
        yield f"{name}: any {field}", _at(where, _drop)
        if field in known:
            for index, word in enumerate(value):
                if len(value) > 1:
                    yield f"{name}: {field} without {word}", _at((*where, index), _drop)
            for word in known[field]:
                if word not in value:
                    yield f"{name}: {field} with {word}", _at(where, _put([*value, word]))
            continue
        for key, number in value.items():
            if key in _BOUNDS:
                swapped = {_BOUNDS[key]: number, **{k: v for k, v in value.items() if k != key}}
                yield f"{name}: {field} {_BOUNDS[key]}", _at(where, _put(swapped))
            if isinstance(number, int | float):
                for sign in (-1, 1):
                    step = 0.5 if field == "distance_m" else 1
                    yield (
                        f"{name}: {field} {key} {number + sign * step:g}",
                        _at((*where, key), _put(number + sign * step)),
                    )
            if field == "index_day" and key != "from":
                yield f"{name}: {field} without {key}", _at((*where, key), _drop)


def _condition(tree: Any, path: tuple[Any, ...], name: str) -> Iterator[tuple[str, Callable[[Any], None]]]:
    if not isinstance(tree, dict):
        return
    for key, other in (("all of", "any of"), ("any of", "all of"), ("none of", "any of"), ("of", "")):
        parts = tree.get(key)
        if parts is None:
            continue
        if other and (len(parts) > 1 or key == "none of"):
            yield f"{name}: {other} for {key}", _at(path, _put({other: parts}))
        for index, part in enumerate(parts):
            if len(parts) > 1:
                yield f"{name}: without {_said(part)}", _at((*path, key, index), _drop)
            yield from _condition(part, (*path, key, index), name)
    if "of" in tree and "at least" in tree:
        for count in (tree["at least"] - 1, tree["at least"] + 1):
            yield f"{name}: at least {count}", _at((*path, "at least"), _put(count))
    yield from _leaf(tree, path, name)


def _leaf(tree: dict[str, Any], path: tuple[Any, ...], name: str) -> Iterator[tuple[str, Callable[[Any], None]]]:
    if "before" in tree:
        for end in _ENDS:
            if end != tree["before"]:
                yield f"{name}: {tree['exposure']} before {end}", _at((*path, "before"), _put(end))
    if isinstance(tree.get("within days"), int):
        for days in (tree["within days"] - 1, tree["within days"] + 1):
            yield f"{name}: within {days} days", _at((*path, "within days"), _put(days))
    if "any sign" in tree:
        other = "all" if tree["any sign"] == "who" else "who"
        yield f"{name}: any sign {other}", _at((*path, "any sign"), _put(other))
    if "test" in tree:
        yield from _test(tree["test"], (*path, "test"), name)
    if {"fact", "sign", "imaging", "deceased", "exposure"} & tree.keys():
        yield f"{name}: no {_said(tree)}", _at(path, _put({"none of": [tree]}))


def _test(test: dict[str, Any], path: tuple[Any, ...], name: str) -> Iterator[tuple[str, Callable[[Any], None]]]:
    counted = test["type"]
    for kind in facts.TEST_TYPES:
        if kind not in counted:
            yield f"{name}: {kind} counts", _at((*path, "type"), _put([*counted, kind]))
    for index, kind in enumerate(counted):
        if len(counted) > 1:
            yield f"{name}: {kind} does not count", _at((*path, "type", index), _drop)
    for result in facts.TEST_RESULTS:
        if result != test["result"]:
            yield f"{name}: a test {result}", _at((*path, "result"), _put(result))


def _said(part: Any) -> str:
    if isinstance(part, str):
        return part
    lead, value = next(iter(part.items()))
    return f"{lead} {value}" if isinstance(value, str | int | float) else lead
