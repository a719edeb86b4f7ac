"""Possible worlds of one traveller: each day of onset that could be, and what is known of the exposures under it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sops.engine import Bits, Engine
from sops.exposures import Exposures, Onsets
from sops.facts import EXPOSURE_FIELDS, Exposure, Facts


class Unsure(NamedTuple):
    """Exposures that are not wholly known: one of the list, or any number of a kind that nobody told of."""

    path: str
    kind: str
    row: Exposure | None

    def signatures(self, exposures: Exposures, onsets: Onsets) -> frozenset[int]:
        """Which exposure atoms it may meet, looked at under several onsets at once."""
        if self.row is None:
            return exposures.unknown_kind(self.kind, onsets)
        return exposures.signatures(self.row, onsets)


class World(NamedTuple):
    """One possible day of onset, with what is then known (bit sets) and what about exposures is not."""

    onset: int | None
    yes: int
    may: int
    unsure: tuple[Unsure, ...] = ()


def worlds(engine: Engine, facts: Facts) -> tuple[World, ...]:
    """Every possible day of onset, up to what the edition can tell apart."""
    yes, may = engine.observe(facts)
    exposures = engine.exposures
    known, unsure = [], []
    for number, row in enumerate(facts.exposures or ()):
        if exposures.is_known(row):
            known.append(row)
        else:
            unsure.append(Unsure(f"exposures[{number}]", row.kind, row))
    unknown = EXPOSURE_FIELDS if facts.exposures is None else facts.exposures_unknown
    if unknown:
        unsure += [Unsure(f"exposures.{kind}", kind, None) for kind in EXPOSURE_FIELDS if kind in unknown]
    made = []
    for onset in engine.onsets(facts, yes, may):
        here = yes | engine.days(onset)
        for row in known:
            here |= exposures.signature(row, onset)
        made.append(World(onset, here, may | here, tuple(unsure)) if unsure else World(onset, here, may | here))
    return tuple(made)


def kleene(engine: Engine, found: tuple[World, ...]) -> Bits:
    """What is true in every world, and what may be true in some."""
    if len(found) == 1 and not found[0].unsure:
        return found[0].yes, found[0].may
    yes, may = ~0, 0
    for world in found:
        here = world.yes
        may |= world.may
        for part in world.unsure:
            always = ~0
            for signature in part.signatures(engine.exposures, (world.onset,)):
                may |= signature
                always &= signature
            here |= always
        yes &= here
    return yes, may


def totals(parts: frozenset[tuple[frozenset[int], int]]) -> frozenset[int]:
    """Every bit set that unsure exposures may add up to: of each, its signatures, and how many are like it."""
    found = {0}
    for choices, times in parts:
        for _ in range(times):
            found = {total | signature for total in found for signature in choices}
    return frozenset(found)


totals = lru_cache(1024)(totals)
