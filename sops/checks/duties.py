"""Duties of a procedure: somebody owes each, clocks start and run on in their order, and no duty waits for itself."""

from __future__ import annotations

from typing import Any

from sops.checks import naming
from sops.shapes import Checked, Path

Entries = dict[str, tuple[Path, Any]]


def check(checked: Checked, data: Any, steps: Entries, duties: Entries) -> None:
    """Tell what is wrong among the duties of a procedure and the courses that owe them."""
    courses = data.get("courses", {})
    used = {duty for course in courses.values() for duty in course.get("duties", ())}
    for name, (path, duty) in duties.items():
        _refers(checked, path, duty, {"starts at": ["conclusion", "interrupt", *duties, *steps], "before": duties})
        _limits(checked, data, path, duty)
        if name not in used:
            checked.tell(
                (*path, "duty"), "flow", f'no course owes the duty "{name}". Add it to a course, or remove it.'
            )
    _clocks(checked, courses, duties)


def _refers(checked: Checked, path: Path, duty: Any, known: Any) -> None:
    for key, names in known.items():
        if key in duty and duty[key] not in names:
            naming.tell_missing(checked, (*path, key), "duty", duty[key], names)


def _limits(checked: Checked, data: Any, path: Path, duty: Any) -> None:
    parameters = data.get("parameters", {})
    again = duty.get("again", {})
    naming.check_number(checked, duty.get("within"), (*path, "within"), parameters, "minutes")
    naming.check_number(checked, again.get("after"), (*path, "again", "after"), parameters, "minutes")
    if "within" in duty and "escalates to" not in duty:
        checked.tell(
            path, "missing-key", 'a duty with a limit needs "escalates to". Say who hears of it when it is late.'
        )
    if "escalates to" in duty and "within" not in duty:
        message = 'somebody hears of it when it is late, and no limit says when that is. Add "within: ...".'
        checked.tell(path, "missing-key", message, warning=True)
    if again and "within" not in duty:
        checked.tell((*path, "again"), "flow", 'there is no first time: a duty with "again" needs "within". Add it.')
    first, second = (_number(value, parameters) for value in (duty.get("within"), again.get("after")))
    if first is not None and second is not None and second <= first:
        message = f'"again" ({second:g} minutes) must come after "within" ({first:g} minutes). Raise it.'
        checked.tell((*path, "again", "after"), "value", message)


def _number(value: Any, parameters: Any) -> float | None:
    found = parameters.get(value, {}).get("value") if isinstance(value, str) else value
    return found if isinstance(found, int | float) else None


def _clocks(checked: Checked, courses: Any, duties: Entries) -> None:
    """A clock that starts with another duty starts only where that duty is owed too; no duty waits for itself."""
    for name, course in courses.items():
        owed = [duty for duty in course.get("duties", ()) if duty in duties]
        for index, duty in enumerate(course.get("duties", ())):
            starts = duties[duty][1].get("starts at") if duty in duties else None
            if starts in duties and starts not in owed:
                checked.tell(
                    ("courses", name, "duties", index),
                    "flow",
                    f'the clock of "{duty}" starts with "{starts}", which this course does not owe. Add it, or use '
                    "another duty.",
                )
    edges = {name: {duty.get("before")} & duties.keys() for name, (_, duty) in duties.items()}
    members = naming.circle(edges)
    if members:
        path = duties[members[0]][0]
        message = f"no duty can be the first: {' -> '.join(members)}. Break the circle."
        checked.tell((*path, "before"), "flow", message)
