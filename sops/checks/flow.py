"""How a procedure leads on: every step is reached, every way ends, nothing runs round, interrupts stay apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sops.checks import naming
from sops.shapes import Checked, Path

END, RESUME = "end", "resume"
MOST_NEEDS = 7  # keys of a first pass; 8, 9 and 0 are the page's own


@dataclass(frozen=True, slots=True)
class _Ways:
    """Where each step may lead, and what can be reached from the first step and from each interrupt."""

    checked: Checked
    steps: dict[str, tuple[Path, Any]]
    interrupts: dict[str, Any]
    edges: dict[str, set[str]]
    reached: dict[str, set[str]]  # by interrupt; "first" is the walk


def check(checked: Checked, data: Any, steps: dict[str, tuple[Path, Any]]) -> None:
    """Tell what leads nowhere, cannot be reached or does not end."""
    interrupts = data.get("interrupts", {})
    edges: dict[str, set[str]] = {}
    for name, (path, step) in steps.items():
        routes = _routes(step)
        edges[name] = {go for _, go, _ in routes if go}
        _leads(checked, path, routes, [*steps, *interrupts])
    starts = {"first": (("first",), data.get("first"))}
    starts |= {n: (("interrupts", n, "first"), i.get("first")) for n, i in interrupts.items()}
    reached: dict[str, set[str]] = {}
    for name, (path, first) in starts.items():
        if first is not None and first not in steps:
            naming.tell_missing(checked, path, "step", first, steps)
        reached[name] = _reach(first, edges, interrupts)
    for name, need in data.get("first pass", {}).items():
        if "at once" in need and need["at once"] not in interrupts:
            naming.tell_missing(checked, ("first pass", name, "at once"), "interrupt", need["at once"], interrupts)
    if len(data.get("first pass", {})) > MOST_NEEDS:
        message = f"a first pass has at most {MOST_NEEDS} keys. Join what is served alike."
        checked.tell(("first pass",), "value", message)
    ways = _Ways(checked, steps, interrupts, edges, reached)
    _reaches(ways)
    for path, step in steps.values():
        _waits(ways, path, step)
    if not _runs_round(ways):
        _ends(ways)


def _routes(step: Any) -> list[tuple[Path, Any, bool]]:
    then = step.get("then")
    if isinstance(then, str):
        return [(("then",), then, False)]
    return [(("then", i, "go"), route.get("go"), "when" in route) for i, route in enumerate(then or ())]


def _leads(checked: Checked, path: Path, routes: list[tuple[Path, Any, bool]], known: list[str]) -> None:
    for where, go, _ in routes:
        if go is not None and go not in (*known, END, RESUME):
            naming.tell_missing(checked, (*path, *where), "step", go, [*known, END])
    if routes and routes[-1][2]:
        checked.tell(
            (*path, "then"),
            "flow",
            'no route is left when no condition holds. End the list with a bare "- go: ...".',
        )
    for where, _, conditional in routes[:-1]:
        if not conditional:
            checked.tell((*path, *where), "flow", "what follows can never be reached: this route always holds.")


def _reaches(ways: _Ways) -> None:
    everywhere = set().union(*ways.reached.values())
    lost = ways.steps.keys() - everywhere
    behind = {go for name in lost for go in ways.edges[name] if go != name}
    for name in [name for name in ways.steps if name in lost - behind] or sorted(lost)[:1]:
        message = f'no way leads to the step "{name}". Lead to it, or remove it.'
        ways.checked.tell((*ways.steps[name][0], "step"), "flow", message)
    walk = ways.reached["first"]
    for name, (path, step) in ways.steps.items():
        for where, go, _ in _routes(step):
            if name in walk and go == RESUME:
                message = 'only the steps of an interrupt may "resume"; use "end" or a step.'
                ways.checked.tell((*path, *where), "flow", message)
            if name in everywhere - walk and go in walk:
                message = f'"{go}" belongs to the walk, and this step to an interrupt. Lead on to "resume" or "end".'
                ways.checked.tell((*path, *where), "flow", message)
    for name, interrupt in ways.interrupts.items():
        if interrupt.get("first") in walk:
            message = f'"{interrupt["first"]}" belongs to the walk. Give the interrupt its own first step.'
            ways.checked.tell(("interrupts", name, "first"), "flow", message)


def _waits(ways: _Ways, path: Path, step: Any) -> None:
    after = step.get("wait", {}).get("after")
    if after not in ways.edges:
        return
    if after == step["step"] or step["step"] not in _reach(after, ways.edges, ways.interrupts):
        message = f'"{after}" does not come before "{step["step"]}". Name an earlier step.'
        ways.checked.tell((*path, "wait", "after"), "flow", message)


def _runs_round(ways: _Ways) -> bool:
    """Whether a walk could come to a step twice. A step of the walk that calls an interrupt goes on after it."""
    aside = set().union(*(ways.reached[name] for name in ways.interrupts))
    edges = {
        name: {go for go in found if go in ways.steps or (name in aside and go in ways.interrupts)}
        for name, found in ways.edges.items()
    }
    edges |= {name: {i["first"]} & ways.steps.keys() for name, i in ways.interrupts.items() if "first" in i}
    members = naming.circle(edges)
    if members:
        closing = next(name for name in reversed(members[:-1]) if name in ways.steps)
        message = f"the walk runs round: {' -> '.join(members)}. Break the circle."
        ways.checked.tell((*ways.steps[closing][0], "then"), "flow", message)
    return bool(members)


def _ends(ways: _Ways) -> None:
    good = {END, RESUME, *ways.interrupts}
    while more := {name for name, found in ways.edges.items() if name not in good and found & good}:
        good |= more
    for name in sorted(ways.steps.keys() - good):
        message = f'from the step "{name}" no way leads to the end. Let it lead on.'
        ways.checked.tell(ways.steps[name][0], "flow", message)


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
