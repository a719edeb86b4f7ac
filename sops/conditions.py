"""Conditions: the closed language of rules, as a tree, and its three-valued evaluation.

The same tree decides, explains, is proved and is read aloud; there is no second form of a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sops.logic import NO, YES, Truth, all_of, any_of, at_least, none_of

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
"""What a checked YAML file is made of."""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `count` of the parts hold."""

    count: int
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Possibly:
    """The part is not excluded: it holds, or it is unknown. The one operator that reads the unknown as a reason."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Term:
    """A named condition of the same edition."""

    name: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One observable: its kind (the leading word in YAML) and its arguments, sorted, so that equal leaves are one."""

    kind: str
    arguments: tuple[tuple[str, Argument], ...]

    def __getitem__(self, name: str) -> Argument:
        """The argument of that name; KeyError when there is none."""
        for key, value in self.arguments:
            if key == name:
                return value
        raise KeyError(name)

    def get(self, name: str) -> Argument:
        """The argument of that name, or None."""
        return dict(self.arguments).get(name)


Argument: TypeAlias = "bool | int | float | str | tuple[Argument, ...] | None"
Condition: TypeAlias = AllOf | AnyOf | NoneOf | AtLeast | Possibly | Term | Leaf

NEVER = AnyOf(())
ALWAYS = AllOf(())


def condition(plain: Plain) -> Condition:
    """The tree of a checked plain condition; a bare string is the name of a term."""
    if isinstance(plain, str):
        return Term(plain)
    if not isinstance(plain, dict) or not plain:
        raise TypeError(f"not a condition: {plain!r}")
    lead = next(iter(plain))
    match lead:
        case "all of":
            return AllOf(_parts(plain[lead]))
        case "any of":
            return AnyOf(_parts(plain[lead]))
        case "none of":
            return NoneOf(_parts(plain[lead]))
        case "at least":
            count = plain[lead]
            assert isinstance(count, int)
            return AtLeast(count, _parts(plain["of"]))
        case "possibly":
            return Possibly(condition(plain[lead]))
        case _:
            return Leaf(lead, tuple(sorted((key, _argument(value)) for key, value in plain.items())))


def _parts(plain: Plain) -> tuple[Condition, ...]:
    assert isinstance(plain, list)
    return tuple(condition(part) for part in plain)


def _argument(plain: Plain) -> Argument:
    match plain:
        case dict():
            return tuple(sorted((key, _argument(value)) for key, value in plain.items()))
        case list():
            return tuple(_argument(value) for value in plain)
        case _:
            return plain


def evaluate(tree: Condition, truth_of: Callable[[Leaf], Truth], terms: Mapping[str, Condition]) -> Truth:
    """The truth of a condition, given the truth of its leaves (strong Kleene)."""
    match tree:
        case Leaf():
            return truth_of(tree)
        case Term(name):
            return evaluate(terms[name], truth_of, terms)
        case AllOf(parts):
            return all_of(evaluate(part, truth_of, terms) for part in parts)
        case AnyOf(parts):
            return any_of(evaluate(part, truth_of, terms) for part in parts)
        case NoneOf(parts):
            return none_of(evaluate(part, truth_of, terms) for part in parts)
        case AtLeast(count, parts):
            return at_least(count, (evaluate(part, truth_of, terms) for part in parts))
        case Possibly(part):
            return NO if evaluate(part, truth_of, terms) is NO else YES


def children(tree: Condition) -> tuple[Condition, ...]:
    """The direct parts of a condition."""
    match tree:
        case AllOf(parts) | AnyOf(parts) | NoneOf(parts) | AtLeast(_, parts):
            return parts
        case Possibly(part):
            return (part,)
        case _:
            return ()


def leaves(tree: Condition) -> Iterator[Leaf | Term]:
    """Every leaf and term name in a condition, in the order of the text."""
    if isinstance(tree, Leaf | Term):
        yield tree
    for part in children(tree):
        yield from leaves(part)
