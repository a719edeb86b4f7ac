"""A procedure: every step can be reached and leads on, every answer asked for exists, no walk runs round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sops.checks import naming
from sops.mistakes import nearest
from sops.shapes import Checked, Path

END, RESUME = "end", "resume"
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
    steps = _unique(checked, data.get("steps", ()), "steps", "step")
    duties = _unique(checked, data.get("duties", ()), "duties", "duty")
    _unique(checked, data.get("precaution", ()), "precaution", "rule")
    _steps(checked, data, steps)
    _flow(checked, data, steps)
    _courses(checked, data, duties)
    for path, condition in _all_conditions(data):
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
        records = step.get("records")
        for kind, known in _RECORDED_BY.items():
            if records in known and answer != kind:
                checked.tell((*path, "records"), "value", f'"{records}" is recorded by answer: {kind}, not {answer}.')
        if records and records.endswith(".period") and answer != "period":
            checked.tell((*path, "records"), "value", f'"{records}" is recorded by answer: period, not {answer}.')
        allowed = ("any", *(options or _VALUES.get(str(answer), ())), *_OPEN)
        for said in step.get("sets", {}):
            if said not in allowed:
                checked.tell(
                    (*path, "sets", said), "reference", f'"{said}" is no answer of this step. {nearest(said, allowed)}'
                )
        wait = step.get("wait")
        if wait:
            naming.check_number(checked, wait.get("minutes"), (*path, "wait", "minutes"), _parameters(data))
            if wait.get("after") not in steps:
                _missing(checked, (*path, "wait", "after"), "step", wait.get("after"), steps)


def _missing(checked: Checked, path: Path, what: str, name: Any, known: Any) -> None:
    checked.tell(path, "reference", f'there is no {what} "{name}". {nearest(str(name), known)}')


def _routes(step: Any) -> list[tuple[Path, Any, bool]]:
    then = step.get("then")
    if isinstance(then, str):
        return [(("then",), then, False)]
    return [(("then", i, "go"), route.get("go"), "when" in route) for i, route in enumerate(then or ())]


def _flow(checked: Checked, data: Any, steps: dict[str, tuple[Path, Any]]) -> None:
    interrupts = data.get("interrupts", {})
    edges: dict[str, set[str]] = {}
    for name, (path, step) in steps.items():
        routes = _routes(step)
        edges[name] = {go for _, go, _ in routes if go}
        for where, go, _ in routes:
            if go is not None and go not in steps and go not in interrupts and go not in (END, RESUME):
                _missing(checked, (*path, *where), "step", go, [*steps, *interrupts, END])
        if routes and routes[-1][2]:
            checked.tell(
                (*path, "then"),
                "flow",
                'no route is left when no condition holds. End the list with a bare "- go: ...".',
            )
        for where, _, conditional in routes[:-1]:
            if not conditional:
                checked.tell((*path, *where), "flow", "what follows can never be reached: this route always holds.")
    starts = {"first": (("first",), data.get("first"))}
    starts |= {n: (("interrupts", n, "first"), i.get("first")) for n, i in interrupts.items()}
    reached: dict[str, set[str]] = {}
    for name, (path, first) in starts.items():
        if first is not None and first not in steps:
            _missing(checked, path, "step", first, steps)
        reached[name] = _reach(first, edges, interrupts)
    everywhere = set().union(*reached.values()) if reached else set()
    for name, (path, _) in steps.items():
        if name not in everywhere:
            checked.tell((*path, "step"), "flow", f'no way leads to the step "{name}". Lead to it, or remove it.')
    for name in reached["first"]:
        if RESUME in edges.get(name, ()):
            checked.tell(steps[name][0], "flow", 'only the steps of an interrupt may "resume"; use "end" or a step.')
    inner = {n: {e for e in found if e in steps} for n, found in edges.items()}
    members = naming.circle(inner)
    if members:
        checked.tell(
            (*steps[members[0]][0], "then"), "flow", f"the walk runs round: {' -> '.join(members)}. Break the circle."
        )
    else:
        _ends(checked, steps, edges, interrupts)


def _reach(first: Any, edges: dict[str, set[str]], interrupts: Any) -> set[str]:
    found: set[str] = set()
    going = [first]
    while going:
        step = going.pop()
        if step in found or step not in edges:
            continue
        found.add(step)
        going += [go for go in edges[step] if go not in interrupts]
    return found


def _ends(checked: Checked, steps: dict[str, tuple[Path, Any]], edges: dict[str, set[str]], interrupts: Any) -> None:
    good = {END, RESUME, *interrupts}
    while more := {name for name, found in edges.items() if name not in good and found & good}:
        good |= more
    for name in steps.keys() - good:
        checked.tell(steps[name][0], "flow", f'from the step "{name}" no way leads to the end. Let it lead on.')


def _answers(checked: Checked, node: Any, path: Path, steps: dict[str, tuple[Path, Any]]) -> None:
    if not isinstance(node, dict):
        return
    of_step = node.get("of step")
    if of_step is not None and of_step not in steps:
        _missing(checked, (*path, "of step"), "step", of_step, steps)
    for name, said in node.get("answered", {}).items():
        if name not in steps:
            _missing(checked, (*path, "answered", name), "step", name, steps)
            continue
        step = steps[name][1]
        allowed = (*(step.get("options") or _VALUES.get(str(step.get("answer")), ())), *_OPEN)
        for word in said:
            if word not in allowed:
                checked.tell(
                    (*path, "answered", name),
                    "reference",
                    f'"{word}" is no answer of "{name}". {nearest(word, allowed)}',
                )


def _courses(checked: Checked, data: Any, duties: dict[str, tuple[Path, Any]]) -> None:
    courses = data.get("courses", {})
    rules = data.get("precaution", ())
    for index, rule in enumerate(rules):
        if rule.get("course") is not None and rule["course"] not in courses:
            _missing(checked, ("precaution", index, "course"), "course", rule["course"], courses)
        if "when" not in rule and index < len(rules) - 1:
            checked.tell(("precaution", index), "flow", "the rules below can never decide: this one always holds.")
    if rules and "when" in rules[-1]:
        checked.tell(
            ("precaution", len(rules) - 1),
            "flow",
            'no course is left when no rule holds. End with a rule without "when".',
        )
    used: set[str] = set()
    for name, course in courses.items():
        owed = course.get("duties", ())
        used |= set(owed)
        for index, duty in enumerate(owed):
            if duty not in duties:
                _missing(checked, ("courses", name, "duties", index), "duty", duty, duties)
        if owed and not any(duties[d][1].get("ends") for d in owed if d in duties):
            checked.tell(
                ("courses", name, "duties"), "flow", 'no duty of this course has "ends: yes", so nobody ever leaves.'
            )
        if all(rule.get("course") != name for rule in rules):
            checked.tell(
                ("courses", name), "flow", "no precaution rule leads to this course. Add a rule, or remove it."
            )
    _duties(checked, data, duties, used)


def _duties(checked: Checked, data: Any, duties: dict[str, tuple[Path, Any]], used: set[str]) -> None:
    for name, (path, duty) in duties.items():
        for key, more in (("starts at", ("conclusion", "interrupt")), ("before", ())):
            if key in duty and duty[key] not in (*duties, *more):
                _missing(checked, (*path, key), "duty", duty[key], [*duties, *more])
        naming.check_number(checked, duty.get("within"), (*path, "within"), _parameters(data))
        if "within" in duty and "escalates to" not in duty:
            checked.tell(
                path, "missing-key", 'a duty with a limit needs "escalates to". Say who hears of it when it is late.'
            )
        if name not in used:
            checked.tell(
                (*path, "duty"), "flow", f'no course owes the duty "{name}". Add it to a course, or remove it.'
            )
