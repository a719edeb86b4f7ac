"""The building half of `Diagrams`, with formulas for an independent solver in place of nodes.

Nothing is reduced here: what a formula comes to is for the solver to say. So a theorem that both agree on does not rest
on our diagrams.
"""

from __future__ import annotations

import z3


class Formulas:
    """A table of formulas; a handle is a number, as in `Diagrams`."""

    def __init__(self, atoms: int = 0) -> None:
        self.atoms = atoms
        self._known: dict[object, int] = {}
        self._formulas: list[z3.ExprRef] = []
        self.no, self.yes = self.terminal(0), self.terminal(1)

    def _make(self, key: object, formula: z3.ExprRef) -> int:
        if key not in self._known:
            self._known[key] = len(self._formulas)
            self._formulas.append(formula)
        return self._known[key]

    def terminal(self, value: int) -> int:
        return self._make(("value", value), z3.IntVal(value))

    def atom(self, number: int) -> int:
        return self._make(("atom", number), z3.If(z3.Bool(f"a{number}"), z3.IntVal(1), z3.IntVal(0)))

    def choose(self, test: int, then: int, otherwise: int) -> int:
        key = (test, then, otherwise)
        if key in self._known:
            return self._known[key]
        return self._make(key, z3.If(self.is_(test, 1), self._formulas[then], self._formulas[otherwise]))

    def all_of(self, parts) -> int:
        result = self.yes
        for part in parts:
            result = self.choose(part, result, self.no)
        return result

    def any_of(self, parts) -> int:
        result = self.no
        for part in parts:
            result = self.choose(part, self.yes, result)
        return result

    def negate(self, part: int) -> int:
        return self.choose(part, self.no, self.yes)

    def at_least(self, count: int, parts) -> int:
        """By counting, not by the recursion of the diagrams."""
        parts = tuple(parts)
        met = z3.Sum([self._formulas[part] for part in parts]) >= count
        return self._make(("at least", count, parts), z3.If(met, z3.IntVal(1), z3.IntVal(0)))

    def restrict(self, root: int, yes: int, may: int) -> int:
        """The formula with atoms in `yes` true and those outside `may` false, among those that were made."""
        made = [key[1] for key in self._known if isinstance(key, tuple) and key[0] == "atom"]
        settled = [(z3.Bool(f"a{n}"), z3.BoolVal(bool(yes >> n & 1))) for n in made if yes >> n & 1 or not may >> n & 1]
        return self._make(("restrict", root, yes, may), z3.substitute(self._formulas[root], *settled))

    def is_(self, handle: int, value: int) -> z3.BoolRef:
        """The formula of a handle having a value."""
        return self._formulas[handle] == value


def can_be(formula: z3.BoolRef) -> bool:
    """Whether some combination of atoms makes it true. Fails where the solver does not know."""
    solver = z3.Solver()
    solver.add(formula)
    found = solver.check()
    assert found != z3.unknown, solver.reason_unknown()
    return found == z3.sat
