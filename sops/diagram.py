"""Decision diagrams: a function of yes/no atoms as a reduced, ordered, shared graph with numbered terminals.

With one terminal for each class, the class of a case definition is one diagram; what is known restricts it, and what
is left shows exactly which classes are possible and which atoms still matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

IGNORE: Final = 7
"""Terminal of combinations that cannot occur. Real values are 0 to 6."""

_TERMINAL: Final = 1 << 30
_FIELD: Final = 8
_REAL: Final = (1 << IGNORE) - 1


class Diagrams:
    """A table of shared nodes over so many atoms. A diagram is the number of its root; lower atoms are asked first."""

    def __init__(self, atoms: int) -> None:
        self._atom: list[int] = []
        self._low: list[int] = []
        self._high: list[int] = []
        self._unique: dict[tuple[int, int, int], int] = {}
        self._choices: dict[tuple[int, int, int], int] = {}
        self._reach: dict[int, int] = {}
        self._open: dict[int, int] = {}
        self._counted: dict[int, dict[int, int]] = {}
        self._support: dict[int, int] = {}
        self._differ: dict[tuple[int, int], bool] = {}
        self.atoms = atoms
        self._everywhere = sum(1 << _FIELD * number for number in range(2 * atoms + 1))
        self.no = self.terminal(0)
        self.yes = self.terminal(1)

    def _make(self, atom: int, low: int, high: int) -> int:
        if low == high and atom != _TERMINAL:
            return low
        key = (atom, low, high)
        found = self._unique.get(key)
        if found is None:
            found = self._unique[key] = len(self._atom)
            self._atom.append(atom)
            self._low.append(low)
            self._high.append(high)
        return found

    def terminal(self, value: int) -> int:
        """The diagram that is `value` everywhere."""
        return self._make(_TERMINAL, value, value)

    def atom(self, number: int) -> int:
        """The diagram that is 1 where the atom is true, else 0."""
        return self._make(number, self.no, self.yes)

    # -- building ---------------------------------------------------------------------------------------------------

    def choose(self, test: int, then: int, otherwise: int) -> int:
        """`then` where the diagram `test` is 1, `otherwise` where it is 0."""
        if test == self.yes or then == otherwise:
            return then
        if test == self.no:
            return otherwise
        if then == self.yes and otherwise == self.no:
            return test
        key = (test, then, otherwise)
        found = self._choices.get(key)
        if found is None:
            atom, low, high = self._atom, self._low, self._high
            a, b, c = atom[test], atom[then], atom[otherwise]
            top = min(a, b, c)
            test0, test1 = (low[test], high[test]) if a == top else (test, test)
            then0, then1 = (low[then], high[then]) if b == top else (then, then)
            else0, else1 = (low[otherwise], high[otherwise]) if c == top else (otherwise, otherwise)
            found = self._make(top, self.choose(test0, then0, else0), self.choose(test1, then1, else1))
            self._choices[key] = found
        return found

    def all_of(self, parts: Iterable[int]) -> int:
        """1 where every part is 1."""
        result = self.yes
        for part in parts:
            result = self.choose(part, result, self.no)
        return result

    def any_of(self, parts: Iterable[int]) -> int:
        """1 where one part is 1."""
        result = self.no
        for part in parts:
            result = self.choose(part, self.yes, result)
        return result

    def negate(self, part: int) -> int:
        """1 where the part is 0."""
        return self.choose(part, self.no, self.yes)

    def at_least(self, count: int, parts: Sequence[int]) -> int:
        """1 where at least `count` parts are 1."""
        reached = [self.yes] + [self.no] * count
        for part in reversed(parts):  # the parts asked first come last, so that each step stays on top
            reached = [self.yes] + [self.choose(part, reached[need - 1], reached[need]) for need in range(1, count + 1)]
        return reached[count]

    def combine(self, one: int, other: int, how: Callable[[int, int], int]) -> int:
        """The diagram whose value is `how(value of one, value of other)`."""
        done: dict[tuple[int, int], int] = {}

        def go(a: int, b: int) -> int:
            found = done.get((a, b))
            if found is None:
                top = min(self._atom[a], self._atom[b])
                if top == _TERMINAL:
                    found = self.terminal(how(self._low[a], self._low[b]))
                else:
                    a0, a1 = self.split(a, top)
                    b0, b1 = self.split(b, top)
                    found = self._make(top, go(a0, b0), go(a1, b1))
                done[a, b] = found
            return found

        return go(one, other)

    def mapped(self, root: int, how: Callable[[int], int]) -> int:
        """The diagram whose value is `how(value)`."""
        done: dict[int, int] = {}

        def go(node: int) -> int:
            found = done.get(node)
            if found is None:
                atom, low, high = self._atom[node], self._low[node], self._high[node]
                found = self.terminal(how(low)) if atom == _TERMINAL else self._make(atom, go(low), go(high))
                done[node] = found
            return found

        return go(root)

    # -- restricting ------------------------------------------------------------------------------------------------

    def restrict(self, root: int, yes: int, may: int) -> int:
        """The diagram left when atoms in the bit set `yes` are true and those outside `may` are false."""
        done: dict[int, int] = {}
        settled = yes | ~may
        last = settled.bit_length() if settled >= 0 else _TERMINAL

        def go(node: int) -> int:
            atom = self._atom[node]
            if atom >= last:
                return node
            found = done.get(node)
            if found is None:
                bit = 1 << atom
                if yes & bit:
                    found = go(self._high[node])
                elif not may & bit:
                    found = go(self._low[node])
                else:
                    found = self._make(atom, go(self._low[node]), go(self._high[node]))
                done[node] = found
            return found

        return go(root)

    def follow(self, root: int, yes: int, count: int) -> int:
        """The diagram left when the first `count` atoms are settled: true in the bit set `yes`, else false."""
        node = root
        while (atom := self._atom[node]) < count:
            node = self._high[node] if yes >> atom & 1 else self._low[node]
        return node

    def value(self, root: int, yes: int) -> int:
        """The value where the atoms in the bit set `yes` are true and all others false."""
        return self._low[self.follow(root, yes, _TERMINAL)]

    def split(self, root: int, atom: int) -> tuple[int, int]:
        """The two sides of an atom, false and true; no atom of a lower number may come before it."""
        return (self._low[root], self._high[root]) if self._atom[root] == atom else (root, root)

    # -- asking -----------------------------------------------------------------------------------------------------

    def values(self, root: int) -> int:
        """Every value that is possible, as a bit set, combinations that cannot occur left out."""
        return self._reached(root) & _REAL

    def values_if(self, root: int, atom: int, *, true: bool) -> int:
        """Every value that is possible when the atom is settled so."""
        return self._reached(root) >> _FIELD * (2 * atom + true + 1) & _REAL

    def _reached(self, root: int) -> int:
        """The values possible in all, and given each answer to each atom: a field of bits for each."""
        found = self._reach.get(root)
        if found is None:
            atom = self._atom[root]
            if atom == _TERMINAL:
                found = self._everywhere << self._low[root]
            else:
                low, high = self._reached(self._low[root]), self._reached(self._high[root])
                here, field = _FIELD * (2 * atom + 1), (1 << _FIELD) - 1
                found = (low | high) & ~((field | field << _FIELD) << here)
                found |= (low & field) << here | (high & field) << here + _FIELD
            self._reach[root] = found
        return found

    def counts(self, root: int) -> dict[int, int]:
        """How many combinations of all atoms have each value."""
        return {value: count << self._level(root) for value, count in self._count(root).items()}

    def _level(self, node: int) -> int:
        return min(self._atom[node], self.atoms)

    def _count(self, root: int) -> dict[int, int]:
        """How many combinations of the atoms from the root's on have each value."""
        found = self._counted.get(root)
        if found is None:
            if self._atom[root] == _TERMINAL:
                found = {self._low[root]: 1}
            else:
                found = {}
                for side in (self._low[root], self._high[root]):
                    skipped = self._level(side) - self._atom[root] - 1
                    for value, count in self._count(side).items():
                        found[value] = found.get(value, 0) + (count << skipped)
            self._counted[root] = found
        return found

    def support(self, root: int) -> int:
        """The atoms that the diagram asks for, as a bit set."""
        found = self._support.get(root)
        if found is None:
            atom = self._atom[root]
            found = (
                0 if atom == _TERMINAL else 1 << atom | self.support(self._low[root]) | self.support(self._high[root])
            )
            self._support[root] = found
        return found

    def open_atoms(self, root: int) -> int:
        """The atoms whose answer can change the value somewhere, as a bit set."""
        found = self._open.get(root)
        if found is None:
            atom = self._atom[root]
            if atom == _TERMINAL:
                found = 0
            else:
                low, high = self._low[root], self._high[root]
                found = self.open_atoms(low) | self.open_atoms(high)
                if not found >> atom & 1 and self.differ(low, high):
                    found |= 1 << atom
            self._open[root] = found
        return found

    def differ(self, one: int, other: int) -> bool:
        """Whether somewhere both can occur and have different values."""
        if one == other:
            return False
        key = (one, other) if one < other else (other, one)
        found = self._differ.get(key)
        if found is None:
            a, b = self._atom[one], self._atom[other]
            if a == b == _TERMINAL:
                found = IGNORE not in (self._low[one], self._low[other])
            else:
                low, high = self._low, self._high
                one0, one1 = (low[one], high[one]) if a <= b else (one, one)
                other0, other1 = (low[other], high[other]) if b <= a else (other, other)
                found = self.differ(one0, other0) or self.differ(one1, other1)
            self._differ[key] = found
        return found

    def some(self, root: int) -> tuple[int, int] | None:
        """A combination where a yes/no diagram is 1, with the fewest atoms true; None when it is 0 everywhere.

        Two bit sets: the atoms that are true, and all that it rests on. Any other atom may be either.
        """
        fewest: dict[int, float] = {self.no: float("inf"), self.yes: 0}

        def go(node: int) -> float:
            if node not in fewest:
                fewest[node] = min(go(self._low[node]), go(self._high[node]) + 1)
            return fewest[node]

        if go(root) == float("inf"):
            return None
        true = rests = 0
        while root != self.yes:
            bit = 1 << self._atom[root]
            rests |= bit
            if fewest[self._low[root]] > fewest[root]:
                true |= bit
                root = self._high[root]
            else:
                root = self._low[root]
        return true, rests

    def __len__(self) -> int:
        """How many nodes the table holds."""
        return len(self._atom)
