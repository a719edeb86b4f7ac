"""What is free in a proof: choices among named values, each made of atoms of one table of decision diagrams.

A choice of n values takes n - 1 atoms: the first that is true names the value, and none of them the last one. So every
combination of atoms means something, and no constraint is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sops.diagram import Diagrams


@dataclass(frozen=True, slots=True)
class Choice:
    """One free thing; the last of its values is the usual one. `first` is its first atom."""

    values: tuple[Any, ...]
    first: int


class Inputs:
    """The free things of one proof, in the order in which the diagrams ask for them."""

    def __init__(self) -> None:
        self.table = Diagrams(0)
        self._atoms = 0

    def choice(self, values: Sequence[Any]) -> Choice:
        """A new free choice among values."""
        made = Choice(tuple(values), self._atoms)
        self._atoms += len(made.values) - 1
        return made

    def bit(self) -> int:
        """The diagram of a new free yes or no; no is the usual."""
        return self.among(self.choice((True, False)), bool)

    def among(self, choice: Choice, fits: Callable[[Any], bool]) -> int:
        """The diagram of a choice having one of the values that fit."""
        table = self.table
        return self.by(choice, lambda value: table.yes if fits(value) else table.no)

    def by(self, choice: Choice, diagram: Callable[[Any], int]) -> int:
        """For each value of a choice the diagram that it has."""
        result = diagram(choice.values[-1])
        for place in range(len(choice.values) - 2, -1, -1):
            result = self.table.choose(self.table.atom(choice.first + place), diagram(choice.values[place]), result)
        return result

    def chosen(self, choice: Choice, value: Any) -> int:
        """The diagram of a choice having that very value."""
        return self.among(choice, lambda each: each is value or each == value)

    def given(self, root: int, choice: Choice, value: Any) -> int:
        """The diagram left when the choice has that value."""
        place = choice.values.index(value)
        falls = ((1 << place) - 1) << choice.first
        yes = 1 << choice.first + place if place < len(choice.values) - 1 else 0
        return self.table.restrict(root, yes, ~falls)

    def value(self, choice: Choice, atoms: int) -> Any:
        """The value of a choice in one combination of atoms."""
        here = atoms >> choice.first & (1 << len(choice.values) - 1) - 1
        return choice.values[(here & -here).bit_length() - 1]
