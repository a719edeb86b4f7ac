"""What may be answered to a step, up to what a procedure can tell apart: one example of each kind of answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from sops.conditions import Condition, Leaf, leaves
from sops.facts import SIGNS, WHO_SIGNS
from sops.grammar.words import SEXES
from sops.model import Procedure, Step

OPEN: Final = ("refused", "unknown")


class Told:
    """Something was told that no condition reads: any fitting answer will do."""

    def __repr__(self) -> str:
        return "told"


TOLD: Final = Told()
POSITIVE: Final = ({"type": "naat", "result": "positive"},)
_PLAIN: Final[Mapping[str, tuple[Any, ...]]] = {
    "done": (True,),
    "yes_no": ("yes", "no"),
    "tests": (POSITIVE, ()),
}
_USUAL_C: Final = 36.6
_KNOWN: Final = ("temperature", "signs", "tests")
"""The facts that conditions read; the others only move the verdict."""


@dataclass(frozen=True, slots=True)
class SignGroup:
    """Signs that the procedure never tells apart: the same answers settle them, and the same conditions read them."""

    signs: tuple[str, ...]
    is_who: bool


def every_condition(procedure: Procedure) -> Iterator[Condition]:
    """Every condition of a procedure, those of its invariants among them."""
    yield from (term.when for term in procedure.terms.values())
    for step in procedure.steps.values():
        yield from (route.when for route in step.then)
        if step.only_when is not None:
            yield step.only_when
    yield from (rule.when for rule in procedure.precaution)
    yield from (duty.when for duty in procedure.duties.values() if duty.when is not None)
    yield from (condition for invariant in procedure.invariants for condition in invariant.conditions)


def every_leaf(procedure: Procedure) -> Iterator[Leaf]:
    """Every observable that a procedure reads."""
    for condition in every_condition(procedure):
        yield from (leaf for leaf in leaves(condition) if isinstance(leaf, Leaf))


def number(procedure: Procedure, value: Any) -> float:
    """A number, or the procedure's parameter of that name."""
    return procedure.parameters[value].value if isinstance(value, str) else float(value)


def cuts(procedure: Procedure, *kinds: str, of_step: str | None = None) -> tuple[float, ...]:
    """The numbers that leaves of these kinds compare with, lowest first."""
    found = (leaf for leaf in every_leaf(procedure) if leaf.kind in kinds)
    return tuple(
        sorted({number(procedure, leaf[leaf.kind]) for leaf in found if of_step is None or leaf["of step"] == of_step})
    )


def between(cut: Sequence[float], usual: float) -> tuple[float, ...]:
    """One number from each stretch between cuts; the stretch of the usual number last."""
    if not cut:
        return (usual,)
    ends = (min(cut[0] - 1, usual), *cut, float("inf"))
    stretches = [usual if low <= usual < high else low for low, high in pairwise(ends) if low >= 0]
    return tuple(sorted(stretches, key=lambda value: (value == usual, -value)))


def words_read(procedure: Procedure) -> Mapping[str, Collection[tuple[str, ...]]]:
    """By step the answers that conditions name together."""
    read: dict[str, set[tuple[str, ...]]] = {name: set() for name in procedure.steps}
    for leaf in every_leaf(procedure):
        for name, words in _pairs(leaf["answered"]) if leaf.kind == "answered" else ():
            read[name].add(words)
    return read


def answers(procedure: Procedure, step: Step, read: Collection[tuple[str, ...]]) -> tuple[Any, ...]:
    """One answer of each kind that the procedure tells apart by the words it reads, the usual last."""
    is_number = step.answer == "number"
    numbers = cuts(procedure, "number at least", "number below", of_step=step.id) if is_number else ()
    apart: dict[Any, Any] = {}
    for value in _every_answer(procedure, step, numbers):
        rule = step.sets.get(value if isinstance(value, str) else "any") or step.sets.get("any")
        seen = (
            frozenset(words for words in read if is_given(value, words)),
            repr(rule),
            repr(value) if not isinstance(value, str) and (numbers or step.records in _KNOWN) else "",
            value in OPEN if step.records in _KNOWN or numbers else False,
        )
        apart.pop(seen, None)  # the most usual of a kind stands for it, in its place
        apart[seen] = value
    return tuple(apart.values())


def _pairs(argument: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from argument


def is_given(value: Any, words: Iterable[str]) -> bool:
    """Whether an answer is one of the words; an act that is done is `done`."""
    return "done" in words if value is True else isinstance(value, str) and value in words


def _every_answer(procedure: Procedure, step: Step, numbers: Sequence[float]) -> tuple[Any, ...]:
    left_open = OPEN if step.may_refuse else OPEN[1:]
    if step.answer == "choice":
        return (*left_open, *(option.id for option in reversed(step.options)))
    if step.answer == "reading":
        return (*left_open, *({"c": float(c)} for c in between(cuts(procedure, "reading at least"), _USUAL_C)))
    if step.answer == "number":
        return (*left_open, *between(numbers, numbers[0] - 1 if numbers else 0))
    return (*left_open, *_PLAIN.get(step.answer, (TOLD,)))


def sign_groups(procedure: Procedure) -> tuple[SignGroup, ...]:
    """The signs, in groups of those that are always settled together."""
    apart = any(leaf.kind == "any sign" and leaf["any sign"] == "who" for leaf in every_leaf(procedure))
    groups: dict[tuple[Any, ...], list[str]] = {}
    for sign in SIGNS:
        settled = (
            (step.id, said, rule["signs"][sign])
            for step in procedure.steps.values()
            for said, rule in step.sets.items()
            if sign in rule.get("signs", {})
        )
        groups.setdefault((apart and sign in WHO_SIGNS, *settled), []).append(sign)
    return tuple(SignGroup(tuple(signs), bool(key[0])) for key, signs in groups.items())


def ages(procedure: Procedure) -> tuple[Mapping[str, int], ...]:
    """What a document may say of the age, up to what conditions tell apart; nothing, and an adult last."""
    years = {round(cut) + off for cut in cuts(procedure, "age below") for off in (-1, 0)}
    months = {round(cut) + off for cut in cuts(procedure, "age months below") for off in (-1, 0)}
    told = [
        *({"age_months": month} for month in sorted(months)),
        *({"age_years": month // 12, "age_months": month} for month in sorted(months)),
        *({"age_years": year} for year in sorted({0, *years, *(-(-month // 12) for month in months)})),
    ]
    return ({}, *told, {"age_years": 30})


def sexes(procedure: Procedure) -> tuple[Mapping[str, str], ...]:
    """What a document may say of the sex: each that conditions read, one they do not, and nothing last."""
    read = {str(leaf["sex is"]) for leaf in every_leaf(procedure) if leaf.kind == "sex is"}
    others = [sex for sex in SEXES if sex not in read][:1] if read else []
    return (*({"sex": sex} for sex in (*sorted(read), *others)), {})


def posts(procedure: Procedure) -> tuple[Mapping[str, Any], ...]:
    """The settings of a post that conditions tell apart."""
    read = tuple(every_leaf(procedure))
    roles = sorted({str(leaf["on duty"]) for leaf in read if leaf.kind == "on duty"})
    camps = (True, False) if any(leaf.kind == "camp-like post" for leaf in read) else (False,)
    found: list[Mapping[str, Any]] = [
        {"kind": kind, "camp_like": camp} for kind in reversed(procedure.posts) for camp in camps
    ]
    for role in roles:
        found = [{**post, role: there} for post in found for there in (False, True)]
    return tuple(found)
