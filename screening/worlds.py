"""Possible worlds of one traveller: each day of onset that could be, and what is known of the exposures under it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from sops.engine import Bits, Engine
from sops.exposures import Exposures, Onsets
from sops.facts import EXPOSURE_FIELDS, Exposure, Facts

_REMEMBERED: Final = 4096

Choices: TypeAlias = frozenset[int]
"""Which exposure atoms an unsure exposure may meet: a bit set for each way it could turn out."""


class Unsure(NamedTuple):
    """Exposures that are not wholly known: one of the list, or any number of a kind that nobody told of."""

    path: str
    kind: str
    row: Exposure | None

    def choices(self, exposures: Exposures, onsets: Onsets) -> Choices:
        """Which exposure atoms it may meet, looked at under several onsets at once."""
        if self.row is None:
            return exposures.unknown_kind(self.kind, onsets)
        return exposures.signatures(self.row, onsets)


class World(NamedTuple):
    """One possible day of onset, with what is then known (bit sets), and the choices of each unsure exposure."""

    onset: int | None
    yes: int
    may: int
    choices: tuple[Choices, ...] = ()


def unsure(engine: Engine, facts: Facts) -> tuple[Unsure, ...]:
    """The exposures of which something is not known that the edition reads."""
    return tuple(_told_apart(engine, facts)[1])


def _told_apart(engine: Engine, facts: Facts) -> tuple[list[Exposure], list[Unsure]]:
    """The exposures that are wholly known, and the others."""
    known, others = [], []
    for number, row in enumerate(facts.exposures or ()):
        if engine.exposures.is_known(row):
            known.append(row)
        else:
            others.append(Unsure(f"exposures[{number}]", row.kind, row))
    unknown = EXPOSURE_FIELDS if facts.exposures is None else facts.exposures_unknown
    if unknown:
        others += [Unsure(f"exposures.{kind}", kind, None) for kind in EXPOSURE_FIELDS if kind in unknown]
    return known, others


def worlds(engine: Engine, facts: Facts) -> tuple[World, ...]:
    """Every possible day of onset, up to what the edition can tell apart."""
    yes, may = engine.observe(facts)
    exposures = engine.exposures
    known, others = _told_apart(engine, facts)
    made = []
    for onset in engine.onsets(facts, yes, may):
        here = yes | engine.days(onset)
        for row in known:
            here |= exposures.signature(row, onset)
        choices = [part.choices(exposures, (onset,)) for part in others]
        made.append(World(onset, here, may | here, tuple(choices)))
    return tuple(made)


def kleene(found: tuple[World, ...]) -> Bits:
    """What is true in every world, and what may be true in some."""
    if len(found) == 1 and not found[0].choices:
        return found[0].yes, found[0].may
    yes, may = ~0, 0
    for world in found:
        here = world.yes
        may |= world.may
        for choices in world.choices:
            always, ever = _bounds(choices)
            here |= always
            may |= ever
        yes &= here
    return yes, may


@lru_cache(_REMEMBERED)
def _bounds(choices: Choices) -> Bits:
    """The exposure atoms that are met in every way, and those that are met in some."""
    always, ever = ~0, 0
    for signature in choices:
        always &= signature
        ever |= signature
    return always, ever


@lru_cache(_REMEMBERED)
def totals(parts: tuple[Choices, ...]) -> Choices:
    """Every bit set that unsure exposures may add up to. More that are alike than they have choices add nothing."""
    found = {0}
    for choices, times in Counter(parts).items():
        for _ in range(min(times, len(choices))):
            found = {total | signature for total in found for signature in choices}
    return frozenset(found)
