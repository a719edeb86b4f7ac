"""Conditions drawn as decision diagrams, each condition once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sops.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf, Possibly, Term
from sops.diagram import Diagrams


@dataclass(frozen=True)
class Drawing:
    """Draws the conditions of one edition into a table.

    `refers` gives the conditions that a leaf stands for, None for an atom; `atom` gives the diagram of an atom.
    """

    table: Diagrams
    terms: Mapping[str, Condition]
    refers: Callable[[Leaf], Sequence[Condition] | None]
    atom: Callable[[Leaf], int]
    _drawn: dict[Condition, int] = field(default_factory=dict)

    def draw(self, tree: Condition) -> int:
        """The diagram of a condition: 1 where it holds."""
        found = self._drawn.get(tree)
        if found is None:
            found = self._drawn[tree] = self._build(tree)
        return found

    def _build(self, tree: Condition) -> int:
        table, draw = self.table, self.draw
        match tree:
            case Leaf():
                refers = self.refers(tree)
                return self.atom(tree) if refers is None else table.any_of(map(draw, refers))
            case Term(name):
                return draw(self.terms[name])
            case AllOf(parts):
                return table.all_of(map(draw, parts))
            case AnyOf(parts):
                return table.any_of(map(draw, parts))
            case NoneOf(parts):
                return table.negate(table.any_of(map(draw, parts)))
            case AtLeast(count, parts):
                return table.at_least(count, list(map(draw, parts)))
            case Possibly():
                raise TypeError("a definition has no `possibly`: unknown is decided by the logic")
