"""Conditions as Python: one function for a whole edition, so that a batch of travellers costs microseconds each.

Only operators of the closed language and numbers ever reach the text that is compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sops.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf, Possibly, Term

Decide = Callable[[int, int], tuple[int, int]]
"""What is true and what may be true, as bit sets over atoms -> what is met and what is possible, over conditions."""


def compiled(
    wanted: Sequence[Condition],
    terms: Mapping[str, Condition],
    refers: Callable[[Leaf], Sequence[Condition] | None],
    bit: Callable[[Leaf], int],
) -> Decide:
    """`decide(yes, may) -> (met, possible)`: bit i is the i-th wanted condition.

    `refers` gives the conditions that a leaf stands for, None for an atom; `bit` gives the bit of an atom.
    """
    writer = _Writer(terms, refers, bit)
    names = [writer.name(tree) for tree in wanted]
    lines = list(writer.lines)
    for end, result in (("l", "met"), ("u", "possible")):
        lines.append(f" {result} = " + (" | ".join(f"{name}{end} << {i}" for i, name in enumerate(names)) or "0"))
    source = "def decide(y, m):\n" + "\n".join(lines) + "\n return met, possible\n"
    space: dict[str, Any] = {}
    exec(compile(source, "<edition>", "exec"), space)  # noqa: S102 - see the docstring of the module
    decide: Decide = space["decide"]
    return decide


class _Writer:
    """Writes each named condition once, as two local names: its lower truth `l` and its upper truth `u`."""

    def __init__(
        self,
        terms: Mapping[str, Condition],
        refers: Callable[[Leaf], Sequence[Condition] | None],
        bit: Callable[[Leaf], int],
    ) -> None:
        self.terms, self.refers, self.bit = terms, refers, bit
        self.lines: list[str] = []
        self._names: dict[Condition, str] = {}

    def name(self, tree: Condition) -> str:
        """The local name of a condition, without its end."""
        found = self._names.get(tree)
        if found is None:
            low, high = self.text(tree, upper=False), self.text(tree, upper=True)
            found = self._names[tree] = f"t{len(self._names)}"
            self.lines += [f" {found}l = 1 if {low} else 0", f" {found}u = 1 if {high} else 0"]
        return found

    def text(self, tree: Condition, *, upper: bool) -> str:
        """An expression that is true when the condition holds for certain, or when it is not excluded."""
        known, end = ("m", "u") if upper else ("y", "l")
        match tree:
            case Leaf():
                parts = self.refers(tree)
                if parts is None:
                    return f"({known} & {self.bit(tree)})"
                return "(" + (" or ".join(self.name(part) + end for part in parts) or "0") + ")"
            case Term(name):
                return self.name(self.terms[name]) + end
            case AllOf(parts):
                mask, rest = self._split(parts)
                tests = [f"{known} & {mask} == {mask}"] if mask else []
                return self._join(" and ", tests, rest, upper=upper) or "1"
            case AnyOf(parts):
                mask, rest = self._split(parts)
                tests = [f"{known} & {mask}"] if mask else []
                return self._join(" or ", tests, rest, upper=upper) or "0"
            case NoneOf(parts):
                return f"(not {self.text(AnyOf(parts), upper=not upper)})"
            case AtLeast(count, parts):
                mask, rest = self._split(parts)
                tests = [f"({known} & {mask}).bit_count()"] if mask else []
                tests += [f"(1 if {self.text(part, upper=upper)} else 0)" for part in rest]
                return f"({' + '.join(tests) or '0'} >= {count})"
            case Possibly():
                raise TypeError("a definition has no `possibly`: unknown is decided by the logic")

    def _join(self, word: str, tests: list[str], rest: Sequence[Condition], *, upper: bool) -> str:
        tests = tests + [self.text(part, upper=upper) for part in rest]
        return "(" + word.join(f"({test})" for test in tests) + ")" if tests else ""

    def _split(self, parts: Sequence[Condition]) -> tuple[int, list[Condition]]:
        """Distinct atoms gathered into one mask; what is no atom, or comes twice, stays apart."""
        mask, rest = 0, []
        for part in parts:
            if isinstance(part, Leaf) and self.refers(part) is None and not mask & self.bit(part):
                mask |= self.bit(part)
            else:
                rest.append(part)
        return mask, rest
