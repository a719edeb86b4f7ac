"""What two editions of a case definition decide differently: how many combinations, under which conditions, for whom.

Counted over every combination that can occur (`sops/space.py`); each difference comes with its smallest conditions and
with one traveller whom `paso classify` puts into the one class and into the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from sops.conditions import Condition
from sops.diagram import IGNORE
from sops.engine import Engine
from sops.model import CLASS_ORDER
from sops.smallest import Enough, conditions
from sops.space import UNDETERMINED, Reason, Space
from sops.specimen import specimen

MOST: Final = 8
"""How many conditions of one change are told."""
_GROUPS: Final = (
    ("sign", "reading at least"),
    ("onset within days",),
    ("deceased",),
    ("exposure",),
    ("imaging",),
    ("unasked",),
    ("test",),
    ("fact",),
)
"""Kinds whose atoms may stand for each other; those told first are set free first."""
_RANKS: Final = {name: rank for rank, name in enumerate((*CLASS_ORDER, UNDETERMINED))}
_MANY: Final = 1 << 10


@dataclass(frozen=True, slots=True)
class Shift:
    """One way to another class: why it was the one, why it is now the other, when, and for whom.

    `count` is how many combinations; `more` how many smallest conditions are not among `conditions`; `example` are
    facts as JSON.
    """

    before: Reason
    after: Reason
    count: int
    conditions: tuple[Enough, ...]
    more: int
    example: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """Everybody who goes from one class to another. `shifts` hold the ways with most combinations."""

    before: str
    after: str
    count: int
    shifts: tuple[Shift, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term or criterion of both editions that no longer means the same: who meets it in the one only, and when."""

    name: str
    only_before: tuple[Enough, ...]
    only_after: tuple[Enough, ...]
    more_before: int
    more_after: int


class Difference:
    """The difference between two editions, the earlier one first."""

    def __init__(self, before: Engine, after: Engine) -> None:
        self.space = Space((before, after))
        self.reasons = tuple(self.space.reasons(place) for place in (0, 1))
        table = self.space.table
        (_, one), (_, other) = self.reasons
        self._pairs = self.space.within(table.combine(one, other, lambda a, b: _MANY + a * _MANY + b))
        self.counts = {value: count for value, count in table.counts(self._pairs).items() if value != IGNORE}
        self.combinations = sum(self.counts.values())
        self.groups = groups(self.space)

    @cached_property
    def changed(self) -> int:
        """How many combinations have another class."""
        return sum(change.count for change in self.changes)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The changes of class, from the lowest class on; those that leave it undetermined last."""
        found: dict[tuple[str, str], list[int]] = {}
        for value in self.counts:
            before, after = self._of(value)
            if before.classification != after.classification:
                found.setdefault((before.classification, after.classification), []).append(value)
        order = sorted(found, key=lambda pair: (UNDETERMINED in pair, _RANKS[pair[0]], _RANKS[pair[1]]))
        return tuple(self._change(*pair, found[pair]) for pair in order)

    def _of(self, value: int) -> tuple[Reason, Reason]:
        before, after = divmod(value - _MANY, _MANY)
        return self.reasons[0][0][before], self.reasons[1][0][after]

    def _change(self, before: str, after: str, values: Sequence[int]) -> Change:
        most = 1 if UNDETERMINED in (before, after) else MOST
        told = sorted(values, key=lambda value: -self.counts[value])[:most]
        most = max(1, most // len(told))
        shifts = tuple(self._shift(value, most) for value in told)
        return Change(before, after, sum(self.counts[value] for value in values), shifts, len(values) - len(told))

    def _shift(self, value: int, most: int) -> Shift:
        space, table = self.space, self.space.table
        here = table.mapped(self._pairs, lambda found: int(found == value))
        found, count = self._conditions(here, most)
        example = specimen(space, self._pairs, found[0].bits)
        return Shift(*self._of(value), self.counts[value], tuple(found), count - len(found), example)

    def _conditions(self, here: int, most: int) -> tuple[list[Enough], int]:
        """The conditions among those who were asked everything; among all, where only the others are concerned."""
        space, table = self.space, self.space.table
        asked = table.all_of((here, space.asked))
        care = table.all_of((space.possible, space.asked)) if asked != table.no else space.possible
        return conditions(table, here, care, self.groups, most)

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        """The terms and criteria that both editions have and that do not mean the same."""
        named: tuple[dict[str, Condition], ...] = tuple(
            {"onset": engine.onset, **engine.terms, **{name: tree for name, _, tree in engine.criteria}}
            for engine in self.space.engines
        )
        return tuple(
            found
            for name in named[0]
            if name in named[1] and (found := self._meaning(name, named[0][name], named[1][name])) is not None
        )

    def _meaning(self, name: str, before: Condition, after: Condition) -> Meaning | None:
        space, table = self.space, self.space.table
        one, other = space.draw(0, before), space.draw(1, after)
        care = table.all_of((space.possible, space.asked))
        sides = []
        for here, there in ((one, other), (other, one)):
            only = table.all_of((care, here, table.negate(there)))
            sides.append(conditions(table, only, care, self.groups, MOST // 2))
        (lost, lost_count), (gained, gained_count) = sides
        if not lost and not gained:
            return None
        return Meaning(name, tuple(lost), tuple(gained), lost_count - len(lost), gained_count - len(gained))


def groups(space: Space) -> tuple[tuple[int, ...], ...]:
    """The atoms that may stand for each other, by kind; what is told first is set free first."""
    return tuple(tuple(number for kind in kinds for number, _ in space.of_kind(kind)) for kinds in _GROUPS)
