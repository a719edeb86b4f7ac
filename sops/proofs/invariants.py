"""The invariants that an author wrote beside a procedure, as claims over its walks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from sops.conditions import Leaf, NoneOf, Possibly, leaves
from sops.model import DutySpec, Step, Text
from sops.proofs.answered import every_condition
from sops.proofs.claim import END, Claim, Fault, Sought, Swap
from sops.proofs.procedure import is_one_of
from sops.proofs.walk import Walk


def written(walk: Walk) -> Iterator[Claim]:
    """One claim for each invariant, in the author's order."""
    for invariant in walk.procedure.invariants:
        says = invariant.says
        faults: tuple[Fault, ...] = ()
        never: tuple[Sought, ...] = ()
        swaps: tuple[Swap, ...] = ()
        if "never" in says:
            never = (Sought(END, says["never"]),)
            seen: Text = {"en": "Every walk was followed to its end.", "es": "Se siguió todo recorrido hasta su fin."}
        elif "before each" in says:
            steps = [step.id for step in walk.procedure.steps.values() if set(says["before each"]) & set(step.does)]
            never = tuple(Sought(step, Possibly(NoneOf((says["holds"],)))) for step in steps)
            seen = _looked_at("steps", "pasos", steps)
        elif "makes no difference" in says:
            swaps = tuple(_swaps(says))
            faults = tuple(_told_apart(walk, says))
            seen = {"en": "The two walks are the same diagram.", "es": "Los dos recorridos son el mismo diagrama."}
        else:
            looked, found = _TEXT[next(key for key in _TEXT if key in says)](walk, says)
            faults = tuple(found)
            seen = {"en": f"{looked} places were looked at.", "es": f"Se miraron {looked} lugares."}
        yield Claim(invariant.id, invariant.title, seen, invariant.source, never, swaps, faults=faults)


def _looked_at(en: str, es: str, names: list[str]) -> Text:
    told = ", ".join(names) or "-"
    return {"en": f"{len(names)} {en}: {told}.", "es": f"{len(names)} {es}: {told}."}


def _swaps(says: Mapping[str, Any]) -> Iterator[Swap]:
    for step, words in says["makes no difference"].items():
        for one, other in pairwise(words):
            yield Swap(step, one, other, frozenset(says.get("but for", ())))


def _told_apart(walk: Walk, says: Mapping[str, Any]) -> Iterator[Fault]:
    """What lets the case definition see which of the answers was given: it is free in the diagrams, so it must not."""
    steps = walk.procedure.steps
    for name, words in says["makes no difference"].items():
        if steps[name].records or any(steps[name].sets.get(word) != steps[name].sets.get(words[0]) for word in words):
            told = {
                "en": f"{name}: the answers tell different facts",
                "es": f"{name}: las respuestas dicen cosas distintas",
            }
            yield Fault(told, Sought(name))
    for name in says.get("but for", ()):
        if steps[name].records or steps[name].sets:
            yield Fault({"en": f"{name} tells a fact", "es": f"{name} dice un dato"}, Sought(name))


Found = tuple[int, list[Fault]]


def _where(part: Step | DutySpec) -> Sought:
    return Sought(part.id) if isinstance(part, Step) else Sought(END, is_one_of("duty is", part.id))


def _each(walk: Walk, says: Mapping[str, Any]) -> Found:
    """A part that a step or a duty should have and lacks."""
    parts = walk.procedure.steps if says["each"] == "step" else walk.procedure.duties
    faults, looked = [], 0
    for part in parts.values():
        if "with" in says and not _part(part, says["with"]):
            continue
        looked += 1
        for name in says["has"]:
            if not _part(part, name):
                words = {"en": f"{part.id} has no “{name}”", "es": f"{part.id} no tiene «{name}»"}
                faults.append(Fault(words, _where(part)))
    return looked, faults


def _part(part: Step | DutySpec, name: str) -> Any:
    return getattr(part, name.replace(" ", "_"), None)


def _each_doing(walk: Walk, says: Mapping[str, Any]) -> Found:
    """Something done that should end with something else."""
    first, then = says["each doing"], says["ends with"]
    parts: list[Step | DutySpec] = [*walk.procedure.steps.values(), *walk.procedure.duties.values()]
    doing = [part for part in parts if first in part.does]
    words = {"en": "{} does not end so", "es": "{} no termina así"}
    return len(doing), [
        Fault({language: text.format(part.id) for language, text in words.items()}, _where(part))
        for part in doing
        if then not in part.does[part.does.index(first) + 1 :]
    ]


def _unread(walk: Walk, says: Mapping[str, Any]) -> Found:
    """A condition that looks at what was answered to a step that nothing may look at."""
    conditions = list(every_condition(walk.procedure))
    read = {
        step
        for condition in conditions
        for leaf in leaves(condition)
        if isinstance(leaf, Leaf)
        for step in _steps_of(leaf)
    }
    return len(conditions), [
        Fault({"en": f"a condition reads “{step}”", "es": f"una condición lee «{step}»"}, Sought(step))
        for step in says["no condition reads"]
        if step in read
    ]


def _steps_of(leaf: Leaf) -> tuple[str, ...]:
    said: Any = leaf.get(leaf.kind)
    if leaf.kind in ("answered", "ended with"):
        return tuple(step for step, _ in said)
    return (str(leaf.get("of step")),)


def _one_step_away(walk: Walk, says: Mapping[str, Any]) -> Found:
    """An interrupt that is not there, does not begin as it should, or does not lead back."""
    name = says["one step away"]
    first: Any = walk.procedure.steps.get(walk.procedure.interrupts[name].first)
    faults = []
    if not set(says.get("begins with", first.does)) & set(first.does):
        words = {"en": f"{first.id} does something else first", "es": f"{first.id} hace otra cosa primero"}
        faults.append(Fault(words, Sought(first.id)))
    if not walk.back_from(name):
        words = {"en": f"{name} never leads back", "es": f"{name} nunca lleva de vuelta"}
        faults.append(Fault(words, Sought(first.id)))
    return len(walk.order), faults


_TEXT: Mapping[str, Any] = {
    "each doing": _each_doing,
    "each": _each,
    "no condition reads": _unread,
    "one step away": _one_step_away,
}
