"""What a met criterion rests on: its met leaves with what was measured or told of them. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from screening.explanation import Finding
from screening.session import State
from sops.conditions import Condition, Leaf, NoneOf, Term, children
from sops.logic import YES
from sops.wording import Wording
from ui.saying import day_said, test_said, text
from ui.strings import tr


def grounds(state: State, tree: Condition, finding: Finding, wording: Wording) -> tuple[str, ...]:
    """The met observables below a met criterion, each once, with their values: `fever (3 d)`, `38.4 °C`."""
    return tuple(
        dict.fromkeys(
            words for leaf, found in _met(state, tree, finding) if (words := _said(state, leaf, found, wording))
        )
    )


def _met(state: State, tree: Condition, finding: Finding) -> Iterator[tuple[Leaf, Finding]]:
    if finding.truth is not YES or isinstance(tree, NoneOf):
        return
    if isinstance(tree, Term):
        tree = state.setting.engine.terms[tree.name]
        if isinstance(tree, (Leaf, Term)):
            return
    if isinstance(tree, Leaf):
        yield tree, finding
        return
    for part, found in zip(children(tree), finding.parts, strict=False):
        yield from _met(state, part, found)


def _said(state: State, leaf: Leaf, finding: Finding, wording: Wording) -> str:
    facts = state.facts
    on = state.on
    match leaf.kind:
        case "sign":
            days = facts.onset_of.get(str(leaf["sign"]))
            return f"{finding.text} ({tr('know.days', days=days)})" if days is not None else finding.text
        case "reading at least":
            measured = facts.temperature_c
            return f"{measured:.1f}\N{NO-BREAK SPACE}°C" if isinstance(measured, (int, float)) else finding.text
        case "onset within days":
            return f"{finding.text} ({day_said(facts.onset_days_ago, on)})"
        case "test":
            test = {"type": str(leaf["type"]), "result": str(leaf["result"])}
            return test_said(test, wording)
        case "exposure":
            return text(state.setting.engine.definition.exposures[str(leaf["exposure"])].title)
        case "unasked":
            return ""
        case _:
            return finding.text
