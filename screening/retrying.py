"""Recorded travellers under another edition: who would have been judged or treated otherwise, and by what.

A report and never a rewrite: it reads states and counts. For all but the health authority small counts are hidden, and
enough beside them to keep them hidden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from screening.classification import classify
from screening.day_cells import Cell, Sum, class_of
from screening.session import State, walk
from screening.setting import Setting
from screening.suppression import hidden_cells
from sops.engine import Engine
from sops.model import CLASS_ORDER

__all__ = ["NOT_CONCLUDED", "NO_TEXTS", "STOPS", "Cause", "Tried", "report", "under_definition", "under_procedure"]

NO_TEXTS: Final = "texts missing"
NOT_CONCLUDED: Final = "not concluded"
STOPS: Final = "stops at"
"""Under the other procedure the walk would still ask a step, so that no course is chosen."""


@dataclass(frozen=True, slots=True, order=True)
class Cause:
    """What makes the difference: a criterion or rule by name, and the edition it stands in.

    `met`: it holds under the edition tried; otherwise it held before and does no more.
    """

    name: str
    edition: str
    met: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """One traveller: class or course as recorded, as it would be, and the cause where they differ."""

    was: str
    now: str
    cause: Cause | None = None


def under_definition(state: State, engine: Engine) -> Tried:
    """The class of a concluded screening under another definition, on the facts that were recorded."""
    before, after = state.verdict, classify(engine, state.facts)
    was, now = class_of(before.classification, before.floor), class_of(after.classification, after.floor)
    if was == now:
        return Tried(was, now)
    rises = _rank(after.floor, after.ceiling) > _rank(before.floor, before.ceiling)
    met = bool(after.by) if rises else not before.by
    decides = after if met else before
    return Tried(was, now, Cause(decides.by, decides.definition, met))


def _rank(floor: str, ceiling: str) -> tuple[int, int]:
    return CLASS_ORDER.index(floor), CLASS_ORDER.index(ceiling)


def under_procedure(state: State, setting: Setting) -> Tried:
    """The course of a concluded screening under another procedure, walked with the answers that were recorded.

    `setting` is the same for all that were bound to the same texts: it remembers what answers add up to.
    """
    assert state.course is not None
    after, procedure = walk(setting, state.log), setting.procedure
    if after.course is None:
        step = after.at.id if after.at else ""
        return Tried(state.course.id, f"{STOPS} {step}", Cause(step, procedure.about.name, met=True))
    if after.course.id == state.course.id:
        return Tried(state.course.id, after.course.id)
    return Tried(state.course.id, after.course.id, Cause(after.rule or "", procedure.about.name, met=True))


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of screenings by their cells; those in `hidden` are for the health authority alone."""

    counts: Mapping[Cell, int]
    causes: Mapping[Cell, Cause]
    hidden: frozenset[Cell]

    def count(self, *cell: str) -> int | None:
        """A count; None when it is hidden."""
        return None if cell in self.hidden else self.counts.get(cell, 0)

    def table(self, name: str) -> tuple[Cell, ...]:
        """The keys of a table, in their order; never ordered by count, which would tell of hidden ones."""
        return tuple(sorted(cell[1:] for cell in self.counts if cell[0] == name))

    def causes_of(self, was: str, now: str) -> tuple[tuple[Cause, int | None], ...]:
        """What makes the difference for those who change between two classes or courses."""
        cells = sorted(cell for cell in self.causes if cell[1:3] == (was, now))
        return tuple((self.causes[cell], self.count(*cell)) for cell in cells)


def report(tried: Iterable[Tried], left_out: Mapping[str, int], *, exact: bool) -> Report:
    """The counts of a period. `left_out`: by reason, those who could not be tried."""
    pairs: Counter[tuple[str, str]] = Counter()
    by: Counter[tuple[str, str, Cause]] = Counter()
    for one in tried:
        pairs[one.was, one.now] += 1
        if one.cause is not None:
            by[one.was, one.now, one.cause] += 1
    counts: dict[Cell, int] = {("pair", *pair): number for pair, number in pairs.items()}
    causes: dict[Cell, Cause] = {}
    sums: list[Sum] = []
    for (was, now), group in _grouped(by).items():
        cells: dict[Cell, Cause] = {
            ("by", was, now, cause.name, cause.edition, "met" if cause.met else "lost"): cause for cause in group
        }
        counts.update({cell: by[was, now, cause] for cell, cause in cells.items()})
        causes |= cells
        sums.append(Sum((("pair", was, now),), tuple(cells)))
    sums += _margins(counts, pairs)
    for reason, number in left_out.items():
        counts["left out", reason] = number
    counts["recorded",] = counts["tried",] + sum(left_out.values())
    sums.append(Sum((("recorded",),), (("tried",), *(("left out", reason) for reason in left_out))))
    return Report(counts, causes, frozenset() if exact else hidden_cells(counts, sums))


def _grouped(by: Mapping[tuple[str, str, Cause], int]) -> dict[tuple[str, str], list[Cause]]:
    found: dict[tuple[str, str], list[Cause]] = {}
    for was, now, cause in sorted(by):
        found.setdefault((was, now), []).append(cause)
    return found


def _margins(counts: dict[Cell, int], pairs: Mapping[tuple[str, str], int]) -> list[Sum]:
    """The totals of the pairs, put among the counts: by what was, by what would be, changed, same, tried."""
    groups: dict[Cell, list[Cell]] = {("changed",): [], ("same",): []}
    for was, now in pairs:
        totals: tuple[Cell, ...] = (("was", was), ("now", now), ("same",) if was == now else ("changed",))
        for total in totals:
            groups.setdefault(total, []).append(("pair", was, now))
    for total, cells in groups.items():
        counts[total] = sum(counts[cell] for cell in cells)
    counts["tried",] = sum(pairs.values())
    sums = [Sum((total,), tuple(cells)) for total, cells in groups.items()]
    return [*sums, Sum((("tried",),), (("changed",), ("same",)))]
