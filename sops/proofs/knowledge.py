"""What the answers let us know, for every walk at once: the facts that a procedure reads, as decision diagrams.

The counterpart of the facts of one traveller; the tests hold the two against each other on random walks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sops.model import Step
from sops.proofs import answered
from sops.proofs.answered import TOLD
from sops.proofs.frame import Frame


def beginning(frame: Frame) -> dict[Any, int]:
    """What is known before anything was asked: nothing."""
    table = frame.table
    known: dict[Any, int] = {"positive": table.no, "positive may": table.yes}
    for group in frame.groups:
        known["sign", group], known["sign may", group] = table.no, table.yes
    for cut in (None, *answered.cuts(frame.procedure, "reading at least")):
        known["read", cut] = known["examined", cut] = table.no
    return known


def after(frame: Frame, known: Mapping[Any, int], step: Step, passed: int) -> dict[Any, int]:
    """What is known once a step was passed, where it was: what its answer settles besides, then what it records."""
    table, said = frame.table, frame.said
    now = dict(known)

    def learn(name: Any, where: int, what: int) -> None:
        now[name] = table.choose(table.all_of((passed, where)), what, now[name])

    for value in frame.answers[step.id].values:
        rule = step.sets.get(str(value) if isinstance(value, str) else "any") or step.sets.get("any") or {}
        here = frame.inputs.chosen(frame.answers[step.id], value)
        for group in frame.groups:
            settled = rule.get("signs", {}).get(group.signs[0])
            if settled is not None:
                learn(("sign", group), here, table.yes if settled == "yes" else table.no)
                learn(("sign may", group), here, table.yes if settled == "yes" else table.no)
        if rule.get("tests") == "none":
            learn("positive", here, table.no)
            learn("positive may", here, table.no)
    if step.records == "temperature":
        _read(frame, learn, step)
    elif step.records == "signs":
        told = said(step.id, lambda value: value is TOLD)
        for group in frame.groups:
            choice = frame.signs[step.id, group]
            new = table.all_of((told, frame.inputs.among(choice, lambda word: word != "kept")))
            learn(("sign", group), new, frame.inputs.chosen(choice, "yes"))
            learn(("sign may", group), new, frame.inputs.among(choice, lambda word: word != "no"))
    elif step.records == "tests":
        told = said(step.id, lambda value: isinstance(value, tuple))
        positive = table.any_of((now["positive"], said(step.id, lambda value: value == answered.POSITIVE)))
        learn("positive may", told, positive)
        learn("positive", told, positive)
    return now


def _read(frame: Frame, learn: Callable[[Any, int, int], None], step: Step) -> None:
    """A reading; the one of an examination stands apart, as it can raise the deciding one and never lower it."""
    kind = "examined" if "examines" in step.does else "read"
    taken = frame.said(step.id, lambda value: isinstance(value, dict))
    highest = frame.procedure.deciding_reading == "highest" and kind == "read"
    for cut in answered.cuts(frame.procedure, "reading at least"):
        hot = frame.said(step.id, lambda value, cut=cut: isinstance(value, dict) and value["c"] >= cut)  # type: ignore[misc]
        learn((kind, cut), hot if highest else taken, hot)
    learn((kind, None), taken, frame.table.yes)
