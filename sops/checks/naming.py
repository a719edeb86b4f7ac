"""Names used in conditions: terms, parameters, steps. Shared by the checks of definitions and procedures."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sops.mistakes import nearest
from sops.shapes import Checked, Path

_NUMBER_KEYS = (
    "reading at least",
    "onset within days",
    "within days",
    "number at least",
    "number below",
    "age below",
    "age months below",
)
_SENSE: Mapping[str, tuple[float, float]] = {
    "minutes": (0, 100_000),
    "days": (0, 100_000),
    "metres": (0, math.inf),
    "months": (0, math.inf),
    "years": (0, math.inf),
    "per cent": (0, 100),
    "degrees Celsius": (30, 45),
}
"""Between what a number of that unit can mean anything."""
_BOUNDS = ("at most", "at least", "more than", "from", "to", "or days after symptom free")


def conditions(data: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Every node of a condition, with its path; a bare string is the name of a term."""
    yield path, data
    if isinstance(data, dict):
        for key in ("all of", "any of", "none of", "of"):
            for index, part in enumerate(data.get(key, ())):
                yield from conditions(part, (*path, key, index))
        if "possibly" in data:
            yield from conditions(data["possibly"], (*path, "possibly"))


def check_condition(checked: Checked, data: Any, path: Path, terms: Mapping[str, Any], parameters: Any) -> None:
    """Tell every term and parameter that a condition names and that does not exist, and counts that cannot be met."""
    for where, node in conditions(data, path):
        if isinstance(node, str):
            if node not in terms:
                checked.tell(where, "reference", f'there is no term "{node}". {nearest(node, terms)}')
            continue
        if not isinstance(node, dict):
            continue
        for key in _NUMBER_KEYS:
            check_number(checked, node.get(key), (*where, key), parameters)
        check_sense(checked, node.get("reading at least"), "degrees Celsius", (*where, "reading at least"))
        count, of = node.get("at least"), node.get("of")
        if isinstance(count, int) and isinstance(of, list) and count > len(of):
            checked.tell(
                (*where, "at least"), "value", f"at least {count} of {len(of)} can never hold. Lower the number."
            )


def check_number(checked: Checked, value: Any, path: Path, parameters: Any) -> None:
    """Tell a parameter that is named and does not exist."""
    if isinstance(value, str) and value not in parameters:
        checked.tell(path, "reference", f'there is no parameter "{value}". {nearest(value, parameters)}')


def check_parameters(checked: Checked) -> None:
    """Tell every parameter whose number cannot be meant, given its unit."""
    data: Any = checked.data
    for name, parameter in data.get("parameters", {}).items():
        check_sense(checked, parameter.get("value"), parameter.get("unit"), ("parameters", name, "value"))


def check_sense(checked: Checked, value: Any, unit: Any, path: Path) -> None:
    """Tell a number that cannot be meant, given its unit."""
    if not isinstance(value, int | float) or unit not in _SENSE:
        return
    least, most = _SENSE[unit]
    if not least <= value <= most:
        limits = f"below {least:g}" if most == math.inf else f"outside {least:g} to {most:g}"
        checked.tell(path, "value", f"{value} {unit} cannot be meant: it lies {limits}. Correct the number.")


def check_twice(checked: Checked, key: str) -> None:
    """Tell what stands twice in a list at the top of the file."""
    data: Any = checked.data
    entries = data.get(key, ())
    for index, entry in enumerate(entries):
        if entry in entries[:index]:
            checked.tell((key, index), "duplicate-id", f'"{entry}" stands in {key} a second time. Remove one.')


def check_bounds(checked: Checked, data: Any, path: Path, parameters: Any) -> None:
    """The same for the bounds of a matcher."""
    for key in _BOUNDS:
        check_number(checked, data.get(key), (*path, key), parameters)


def circle(edges: Mapping[str, set[str]]) -> list[str]:
    """The members of one circle in a graph, in order; empty when there is none."""
    state: dict[str, int] = {}
    for start in edges:
        trail: list[tuple[str, Iterator[str]]] = [(start, iter(sorted(edges.get(start, ()))))]
        if state.get(start):
            continue
        state[start] = 1
        while trail:
            name, following = trail[-1]
            step = next(following, None)
            if step is None:
                state[name] = 2
                trail.pop()
            elif state.get(step) == 1:
                names = [entry for entry, _ in trail]
                return [*names[names.index(step) :], step]
            elif not state.get(step):
                state[step] = 1
                trail.append((step, iter(sorted(edges.get(step, ())))))
    return []


def check_dates(checked: Checked) -> None:
    """The dates of an edition in their order."""
    data = checked.data
    dates = {key: data.get(key) for key in ("published_on", "in_force_from", "in_force_until", "review_by")}
    for earlier, later in (
        ("published_on", "in_force_from"),
        ("in_force_from", "in_force_until"),
        ("in_force_from", "review_by"),
    ):
        first, last = dates[earlier], dates[later]
        if isinstance(first, str) and isinstance(last, str) and first > last:
            checked.tell((later,), "date", f"{later} ({last}) lies before {earlier} ({first}). Correct one of them.")


def tell_missing(checked: Checked, path: Path, what: str, name: Any, known: Iterable[str]) -> None:
    """Tell that something is named which does not exist."""
    checked.tell(path, "reference", f'there is no {what} "{name}". {nearest(str(name), known)}')
