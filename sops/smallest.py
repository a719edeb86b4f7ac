"""The smallest conditions of a diagram: which few atoms are enough, which others must stay out, said in few lines.

A condition is smallest when no part of it is enough. Atoms that may stand for each other are told together ("two of
headache, myalgia, ..."), so that a page holds what would be thousands of lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from sops.diagram import Diagrams


@dataclass(frozen=True, slots=True)
class Some:
    """So many of these slots; a slot is filled by any one of its atoms (numbers)."""

    count: int
    of: tuple[tuple[int, ...], ...]

    @property
    def ways(self) -> int:
        """How many sets of atoms it stands for."""
        by_count = [1] + [0] * self.count
        for slot in self.of:
            for count in range(self.count, 0, -1):
                by_count[count] += by_count[count - 1] * len(slot)
        return by_count[self.count]


@dataclass(frozen=True, slots=True)
class Enough:
    """What is enough together, and the atoms that must stay out. `bits` is one combination that shows it."""

    bits: int
    parts: tuple[Some, ...]
    without: tuple[int, ...]

    @property
    def ways(self) -> int:
        """How many smallest sets of atoms the parts stand for."""
        ways = 1
        for part in self.parts:
            ways *= part.ways
        return ways


def smallest(table: Diagrams, root: int) -> int:
    """1 for the combinations where the diagram is 1, and 0 for every part of them."""
    least: dict[tuple[int, int], int] = {}
    above: dict[int, int] = {}

    def upward(node: int, atom: int) -> int:
        """1 for every combination that contains one of the diagram's."""
        if node in (table.yes, table.no) or atom == table.atoms:
            return node
        found = above.get(node)
        if found is None:
            low, high = table.split(node, atom)
            low_up = upward(low, atom + 1)
            if low == high:
                return low_up
            high_up = table.choose(low_up, table.yes, upward(high, atom + 1))
            found = above[node] = table.choose(table.atom(atom), high_up, low_up)
        return found

    def go(node: int, atom: int) -> int:
        if node == table.no or atom == table.atoms:
            return node
        found = least.get((node, atom))
        if found is None:
            low, high = table.split(node, atom)
            few = go(low, atom + 1)
            more = table.no
            if low != high:
                more = table.choose(upward(low, atom + 1), table.no, go(high, atom + 1))
            found = least[node, atom] = table.choose(table.atom(atom), more, few)
        return found

    return go(root, 0)


def conditions(
    table: Diagrams, root: int, care: int, groups: Sequence[Iterable[int]], most: int
) -> tuple[list[Enough], int]:
    """The smallest conditions under which a diagram is 1, the most telling first, and how many there are in all.

    `care` is 1 for the combinations that count; `groups` are atoms that may stand for each other where the diagram
    treats them alike; at most `most` conditions are made.
    """
    least = smallest(table, table.all_of([root, care]))
    slots, least = _parallel(table, least, groups)
    alike = _alike(table, least, slots)
    for group in alike:
        for (one, *_), (other, *_) in pairwise(group):
            least = table.choose(table.atom(other), table.all_of([table.atom(one), least]), least)
    count = table.counts(least).get(1, 0)
    shown = [_enough(alike, bits) for bits in _sets(table, least, 40 * most)]
    shown.sort(key=lambda found: (found.bits.bit_count(), -found.ways))
    sure = table.choose(care, root, table.yes)
    return [_bounded(table, sure, found, [atom for group in groups for atom in group]) for found in shown[:most]], count


def _parallel(table: Diagrams, least: int, groups: Sequence[Iterable[int]]) -> tuple[list[list[tuple[int, ...]]], int]:
    """Atoms of which any one will do, as slots by group; and the diagram in which the first stands for all."""
    slots = []
    for group in groups:
        used = _used(table, least)
        left = [atom for atom in group if atom in used]
        found = []
        while left:
            one, *others = left
            likely = [two for two in others if used[one] == used[two]]
            sides = _sides(table, least, one) if likely else (0, 0)
            same = [two for two in likely if _either(table, sides, two)]
            if same:
                taken = sum(1 << two for two in same)
                none = [table.negate(table.atom(two)) for two in same]
                least = table.all_of([table.restrict(least, 0, ~taken), *none])
            found.append((one, *same))
            left = [atom for atom in others if atom not in same]
        slots.append(found)
    return slots, least


def _alike(table: Diagrams, least: int, slots: Iterable[Sequence[tuple[int, ...]]]) -> list[list[tuple[int, ...]]]:
    """Slots that may stand for each other, together."""
    used, found = _used(table, least), []
    for group in slots:
        left = list(group)
        while left:
            one, *others = left
            likely = [two for two in others if used[one[0]] == used[two[0]]]
            sides = _sides(table, least, one[0]) if likely else (0, 0)
            same = [two for two in likely if _swap(table, sides, two[0])]
            found.append([one, *same])
            left = [slot for slot in others if slot not in same]
    return found


def _used(table: Diagrams, least: int) -> dict[int, int]:
    """In how many of the sets each atom is. Every set settles every atom, so that no level is skipped."""
    used: dict[int, int] = {}
    ways = {least: 1}
    for atom in range(table.atoms):
        below: dict[int, int] = {}
        for node, count in ways.items():
            low, high = table.split(node, atom)
            if high != table.no:
                ends = table.counts(high)[1] >> atom + 1
                used[atom] = used.get(atom, 0) + count * ends
                below[high] = below.get(high, 0) + count
            if low != table.no:
                below[low] = below.get(low, 0) + count
        ways = below
    return used


def _sides(table: Diagrams, root: int, atom: int) -> tuple[int, int]:
    """What is left of a diagram where the atom is false, and where it is true."""
    bit = 1 << atom
    return table.restrict(root, 0, ~bit), table.restrict(root, bit, -1)


def _either(table: Diagrams, sides: tuple[int, int], other: int) -> bool:
    """Whether it is all the same which of two atoms holds, and both never do; the sides are those of the first."""
    return table.restrict(sides[1], 1 << other, -1) == table.no and _swap(table, sides, other)


def _swap(table: Diagrams, sides: tuple[int, int], other: int) -> bool:
    """Whether it is all the same which of two atoms holds; the sides are those of the first."""
    bit = 1 << other
    return table.restrict(sides[1], 0, ~bit) == table.restrict(sides[0], bit, -1)


def _sets(table: Diagrams, root: int, most: int) -> Iterator[int]:
    """The combinations where the diagram is 1, those with fewest atoms first."""
    heap = [(0, 0, root, 0)] if root != table.no else []
    while heap and most:
        size, atom, node, bits = heappop(heap)
        if atom == table.atoms:
            most -= 1
            yield bits
            continue
        low, high = table.split(node, atom)
        if low != table.no:
            heappush(heap, (size, atom + 1, low, bits))
        if high != table.no:
            heappush(heap, (size + 1, atom + 1, high, bits | 1 << atom))


def _enough(alike: Sequence[Sequence[tuple[int, ...]]], bits: int) -> Enough:
    parts = []
    for group in alike:
        count = sum(bits >> slot[0] & 1 for slot in group)
        if count == len(group):
            parts += [Some(1, (slot,)) for slot in group]
        elif count:
            parts.append(Some(count, tuple(group)))
    return Enough(bits, tuple(parts), ())


def _bounded(table: Diagrams, sure: int, found: Enough, order: Sequence[int]) -> Enough:
    """The condition with what must stay out: atoms are set free, one after another, as long as it stays certain."""
    left = table.restrict(sure, found.bits, -1)
    matters = table.open_atoms(left)
    without = []
    for atom in order:
        if not matters >> atom & 1:
            continue
        low, high = _sides(table, left, atom)
        free = table.all_of([low, high])
        if table.value(free, 0):
            left = free
        else:
            left = low
            without.append(atom)
    return Enough(found.bits, found.parts, tuple(sorted(without)))
