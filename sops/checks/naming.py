"""Names used in conditions: terms, parameters, steps. Shared by the checks of definitions and procedures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sops.grammar.kinds import UNITS
from sops.mistakes import nearest
from sops.shapes import Checked, Path

_NUMBERS: Final[Mapping[str, str]] = {
    "reading at least": "degrees Celsius",
    "onset within days": "days",
    "within days": "days",
    "number at least": "",
    "number below": "",
    "age below": "years",
    "age months below": "months",
}
"""Keys of a condition that hold a number, with its unit; none where the step says what is counted."""
_REVIEW_YEARS: Final = 10
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
        for key, unit in _NUMBERS.items():
            check_number(checked, node.get(key), (*where, key), parameters, unit)
        count, of = node.get("at least"), node.get("of")
        if isinstance(count, int) and isinstance(of, list) and count > len(of):
            checked.tell(
                (*where, "at least"), "value", f"at least {count} of {len(of)} can never hold. Lower the number."
            )


def check_number(checked: Checked, value: Any, path: Path, parameters: Any, unit: str = "") -> None:
    """Tell a parameter that is named and does not exist, or is counted in another unit."""
    if not isinstance(value, str):
        return
    if value not in parameters:
        checked.tell(path, "reference", f'there is no parameter "{value}". {nearest(value, parameters)}')
        return
    other = parameters[value].get("unit", unit)
    if unit and other != unit:
        fitting = sorted(name for name, each in parameters.items() if each.get("unit") == unit)
        hint = nearest(value, fitting) if fitting else "Add a parameter of that unit."
        checked.tell(path, "value", f'"{value}" is counted in {other}, and {unit} are wanted here. {hint}')


def check_parameters(checked: Checked) -> None:
    """Tell every parameter whose number cannot be meant, given its unit."""
    data: Any = checked.data
    for name, parameter in data.get("parameters", {}).items():
        check_sense(checked, parameter.get("value"), parameter.get("unit"), ("parameters", name, "value"))


def check_sense(checked: Checked, value: Any, unit: Any, path: Path) -> None:
    """Tell a number that cannot be meant, given its unit."""
    if not isinstance(value, int | float) or unit not in UNITS:
        return
    meant = UNITS[unit]
    if not meant.least <= value <= meant.most:
        limits = f"outside {meant.least:g} to {meant.most:g}"
        checked.tell(path, "value", f"{value} {unit} cannot be meant: it lies {limits}. Correct the number.")
    elif meant.whole and value != int(value):
        checked.tell(path, "value", f"{value} {unit} cannot be meant: {unit} are counted in wholes. Round the number.")


def check_bounds(checked: Checked, data: Any, path: Path, parameters: Any, unit: str) -> None:
    """The same for the bounds of a matcher; bounds between which nothing lies are told."""
    for key in _BOUNDS:
        check_number(checked, data.get(key), (*path, key), parameters, unit)
    named = {
        key: parameters.get(value, {}).get("value") if isinstance(value, str) else value for key, value in data.items()
    }
    least, most = named.get("at least", named.get("more than")), named.get("at most")
    if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
        checked.tell(path, "value", f"nothing lies between {least} and {most}. Correct one of them.")


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

    begins, review = dates["in_force_from"], dates["review_by"]
    if isinstance(begins, str) and isinstance(review, str) and int(review[:4]) - int(begins[:4]) > _REVIEW_YEARS:
        message = (
            f"review_by ({review}) lies more than {_REVIEW_YEARS} years after in_force_from. Choose an earlier day."
        )
        checked.tell(("review_by",), "date", message)


def tell_missing(checked: Checked, path: Path, what: str, name: Any, known: Iterable[str]) -> None:
    """Tell that something is named which does not exist."""
    checked.tell(path, "reference", f'there is no {what} "{name}". {nearest(str(name), known)}')
