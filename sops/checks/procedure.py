"""A procedure: every step can be reached and leads on, every answer asked for exists, no walk runs round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sops.checks import asking, flow, invariants, naming, placeholders, unused
from sops.checks import duties as duties_of
from sops.facts import CONTACT_NUMBERS, EXPOSURE_FIELDS
from sops.mistakes import nearest
from sops.shapes import Checked, Path

_VALUES = {"yes_no": ("yes", "no"), "done": ("done",)}
_OPEN = ("unknown", "refused")
_RECORDED_BY = {
    "reading": ("temperature",),
    "signs": ("signs",),
    "days": ("onset_days_ago",),
    "places": ("places",),
    "tests": ("tests",),
}


def check(checked: Checked) -> None:
    """Tell what is wrong in a procedure file beyond its shapes."""
    data: Any = checked.data
    naming.check_dates(checked)
    naming.check_parameters(checked)
    unused.check(checked)
    often = data.get("rooms", {}).get("check every")
    naming.check_number(checked, often, ("rooms", "check every"), _parameters(data), "minutes")
    steps = _unique(checked, data.get("steps", ()), "steps", "step")
    duties = _unique(checked, data.get("duties", ()), "duties", "duty")
    _unique(checked, data.get("precaution", ()), "precaution", "rule")
    _unique(checked, data.get("invariants", ()), "invariants", "invariant")
    _steps(checked, data, steps)
    _terms(checked, data)
    flow.check(checked, data, steps)
    _courses(checked, data, duties)
    duties_of.check(checked, data, steps, duties)
    placeholders.check(checked, data)
    invariants.check(checked, data, steps)
    for path, condition in (*_all_conditions(data), *invariants.conditions(data)):
        naming.check_condition(checked, condition, path, data.get("terms", {}), _parameters(data))
        for where, node in naming.conditions(condition, path):
            _answers(checked, node, where, steps)


def _parameters(data: Any) -> dict[str, Any]:
    return dict(data.get("parameters", {}))


def _unique(checked: Checked, entries: Any, section: str, key: str) -> dict[str, tuple[Path, Any]]:
    found: dict[str, tuple[Path, Any]] = {}
    for index, entry in enumerate(entries):
        name = entry.get(key) if isinstance(entry, dict) else None
        if name is None:
            continue
        if name in found:
            checked.tell(
                (section, index, key), "duplicate-id", f'the {key} "{name}" stands here a second time. Rename one.'
            )
        else:
            found[name] = ((section, index), entry)
    return found


def _all_conditions(data: Any) -> Iterator[tuple[Path, Any]]:
    for name, term in data.get("terms", {}).items():
        if "when" in term:
            yield ("terms", name), term["when"]
    for index, step in enumerate(data.get("steps", ())):
        if "only when" in step:
            yield ("steps", index, "only when"), step["only when"]
        if isinstance(step.get("then"), list):
            for number, route in enumerate(step["then"]):
                if "when" in route:
                    yield ("steps", index, "then", number, "when"), route["when"]
    for section in ("precaution", "duties"):
        for index, entry in enumerate(data.get(section, ())):
            if "when" in entry:
                yield (section, index, "when"), entry["when"]


def _steps(checked: Checked, data: Any, steps: dict[str, tuple[Path, Any]]) -> None:
    for path, step in steps.values():
        answer, options = step.get("answer"), step.get("options", {})
        if answer == "choice" and not options:
            checked.tell(path, "missing-key", 'a choice needs "options". Add them, or use answer: yes_no.')
        if answer not in (None, "choice") and options:
            checked.tell(
                (*path, "options"), "value", f'only a choice has options; this step is answered by "{answer}".'
            )
        if "notes" in step and answer != "yes_no":
            checked.tell((*path, "notes"), "value", f'only a yes has notes; this step is answered by "{answer}".')
        records = step.get("records")
        for kind, known in _RECORDED_BY.items():
            if records in known and answer != kind:
                checked.tell((*path, "records"), "value", f'"{records}" is recorded by answer: {kind}, not {answer}.')
        if records and records.endswith(".period") and answer != "period":
            checked.tell((*path, "records"), "value", f'"{records}" is recorded by answer: period, not {answer}.')
        allowed = ("any", *(options or _VALUES.get(str(answer), ())), *_OPEN)
        _recorded(checked, path, step)
        asking.check(checked, path, step)
        for said in step.get("sets", {}):
            if said not in allowed:
                checked.tell(
                    (*path, "sets", said), "reference", f'"{said}" is no answer of this step. {nearest(said, allowed)}'
                )
        wait = step.get("wait")
        if wait:
            naming.check_number(checked, wait.get("minutes"), (*path, "wait", "minutes"), _parameters(data), "minutes")
            if wait.get("after") not in steps:
                naming.tell_missing(checked, (*path, "wait", "after"), "step", wait.get("after"), steps)


def _recorded(checked: Checked, path: Path, step: Any) -> None:
    """The words and numbers that an answer puts into the facts are those the definitions know."""
    kind, _, field = str(step.get("records", "")).partition(".")
    fields = EXPOSURE_FIELDS.get(kind, {})
    for name, word in step.get("with", {}).items():
        if name not in fields:
            checked.tell(
                (*path, "with", name), "unknown-key", f'"{kind}" has no field "{name}". {nearest(name, fields)}'
            )
        elif word not in fields[name]:
            checked.tell((*path, "with", name), "value", f'"{word}" is not known here. {nearest(word, fields[name])}')
    for option, said in step.get("options", {}).items():
        if field in fields and option not in fields[field]:
            where = (*path, "options", option)
            checked.tell(where, "value", f'"{option}" is no {field} of {kind}. {nearest(option, fields[field])}')
        if field in CONTACT_NUMBERS and "value" not in said:
            checked.tell((*path, "options", option), "missing-key", f'"{field}" is a number. Add "value: ...".')


def _terms(checked: Checked, data: Any) -> None:
    terms = data.get("terms", {})
    edges = {
        name: {node for _, node in naming.conditions(term.get("when"), ()) if isinstance(node, str)} & terms.keys()
        for name, term in terms.items()
    }
    members = naming.circle(edges)
    if members:
        checked.tell(
            ("terms", members[0]),
            "reference",
            f"this rests on itself: {' -> '.join(members)}. Break the circle at one of them.",
        )


def _answers(checked: Checked, node: Any, path: Path, steps: dict[str, tuple[Path, Any]]) -> None:
    if not isinstance(node, dict):
        return
    of_step = node.get("of step")
    if of_step is not None and of_step not in steps:
        naming.tell_missing(checked, (*path, "of step"), "step", of_step, steps)
    elif of_step is not None and steps[of_step][1].get("answer") not in (None, "number", "days"):
        checked.tell((*path, "of step"), "value", f'"{of_step}" is not answered by a number. Name a step that is.')
    key = "answered" if "answered" in node else "ended with"
    for name, said in node.get(key, {}).items():
        if name not in steps:
            naming.tell_missing(checked, (*path, key, name), "step", name, steps)
            continue
        step = steps[name][1]
        allowed = (*(step.get("options") or _VALUES.get(str(step.get("answer")), ())), *_OPEN)
        for word in said:
            if word not in allowed:
                checked.tell(
                    (*path, key, name),
                    "reference",
                    f'"{word}" is no answer of "{name}". {nearest(word, allowed)}',
                )


def _courses(checked: Checked, data: Any, duties: dict[str, tuple[Path, Any]]) -> None:
    courses = data.get("courses", {})
    rules = data.get("precaution", ())
    for index, rule in enumerate(rules):
        if rule.get("course") is not None and rule["course"] not in courses:
            naming.tell_missing(checked, ("precaution", index, "course"), "course", rule["course"], courses)
        if "when" not in rule and index < len(rules) - 1:
            checked.tell(("precaution", index), "flow", "the rules below can never decide: this one always holds.")
    if rules and "when" in rules[-1]:
        checked.tell(
            ("precaution", len(rules) - 1),
            "flow",
            'no course is left when no rule holds. End with a rule without "when".',
        )
    for name, course in courses.items():
        owed = course.get("duties", ())
        for index, duty in enumerate(owed):
            if duty not in duties:
                naming.tell_missing(checked, ("courses", name, "duties", index), "duty", duty, duties)
        if owed and not any(duties[d][1].get("ends") for d in owed if d in duties):
            checked.tell(
                ("courses", name, "duties"), "flow", 'no duty of this course has "ends: yes", so nobody ever leaves.'
            )
        if all(rule.get("course") != name for rule in rules):
            checked.tell(
                ("courses", name), "flow", "no precaution rule leads to this course. Add a rule, or remove it."
            )
