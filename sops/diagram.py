"""Decision diagrams: a function of yes/no atoms as a reduced, ordered, shared graph with numbered terminals.

With one terminal for each class, the class of a case definition is one diagram; what is known restricts it, and what
is left shows exactly which classes are possible and which atoms still matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_TERMINAL: Final = 1 << 30


class Diagrams:
    """A table of shared nodes. A diagram is the number of its root; terminals hold small integers."""

    def __init__(self) -> None:
        self._atom: list[int] = []
        self._low: list[int] = []
        self._high: list[int] = []
        self._unique: dict[tuple[int, int, int], int] = {}
        self._choices: dict[tuple[int, int, int], int] = {}
        self._ranges: dict[int, frozenset[int]] = {}
        self.no = self.terminal(0)
        self.yes = self.terminal(1)

    def _make(self, atom: int, low: int, high: int) -> int:
        if atom != _TERMINAL and low == high:
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
        """The diagram that is 1 where the atom is true, else 0. Lower numbers are asked first."""
        return self._make(number, self.no, self.yes)

    def choose(self, test: int, then: int, otherwise: int) -> int:
        """`then` where the diagram `test` is 1, `otherwise` where it is 0."""
        if test == self.yes or then == otherwise:
            return then
        if test == self.no:
            return otherwise
        key = (test, then, otherwise)
        found = self._choices.get(key)
        if found is None:
            top = min(self._atom[test], self._atom[then], self._atom[otherwise])
            low = self.choose(*(self._branch(node, top, high=False) for node in key))
            high = self.choose(*(self._branch(node, top, high=True) for node in key))
            found = self._choices[key] = self._make(top, low, high)
        return found

    def _branch(self, node: int, atom: int, *, high: bool) -> int:
        if self._atom[node] != atom:
            return node
        return self._high[node] if high else self._low[node]

    def all_of(self, parts: Sequence[int]) -> int:
        """1 where every part is 1."""
        result = self.yes
        for part in parts:
            result = self.choose(part, result, self.no)
        return result

    def any_of(self, parts: Sequence[int]) -> int:
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
        if count <= 0:
            return self.yes
        reached = [self.yes] + [self.no] * count
        for part in parts:
            reached = [self.yes] + [self.choose(part, reached[need - 1], reached[need]) for need in range(1, count + 1)]
        return reached[count]

    def restrict(self, root: int, yes: int, may: int) -> int:
        """The diagram left when atoms in the bit set `yes` are true and those outside `may` are false."""
        done: dict[int, int] = {}

        def go(node: int) -> int:
            atom = self._atom[node]
            if atom == _TERMINAL:
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

    def values(self, root: int) -> frozenset[int]:
        """Every terminal that can be reached."""
        found = self._ranges.get(root)
        if found is None:
            if self._atom[root] == _TERMINAL:
                found = frozenset((self._low[root],))
            else:
                found = self.values(self._low[root]) | self.values(self._high[root])
            self._ranges[root] = found
        return found

    def support(self, root: int) -> int:
        """The bit set of atoms that the diagram depends on."""
        seen: set[int] = set()
        atoms = 0
        stack = [root]
        while stack:
            node = stack.pop()
            if node in seen or self._atom[node] == _TERMINAL:
                continue
            seen.add(node)
            atoms |= 1 << self._atom[node]
            stack += (self._low[node], self._high[node])
        return atoms

    def differ(self, one: int, other: int, ignore: int) -> bool:
        """Whether somewhere both have a value, neither is `ignore`, and the values are not the same."""
        done: dict[tuple[int, int], bool] = {}

        def go(a: int, b: int) -> bool:
            if a == b:
                return False
            found = done.get((a, b))
            if found is None:
                top = min(self._atom[a], self._atom[b])
                if top == _TERMINAL:
                    found = ignore not in (self._low[a], self._low[b])
                else:
                    found = go(self._branch(a, top, high=False), self._branch(b, top, high=False)) or go(
                        self._branch(a, top, high=True), self._branch(b, top, high=True)
                    )
                done[a, b] = found
            return found

        return go(one, other)

    def __len__(self) -> int:
        """How many nodes the table holds."""
        return len(self._atom)
