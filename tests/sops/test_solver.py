"""The theorems decided a second time, by an independent solver: it must say the same of every one of them."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from unittest.mock import patch

import pytest

from sops import space
from sops.catalogue import load
from sops.model import CLASS_ORDER
from sops.proofs import inputs
from sops.proofs.invariants import written
from sops.proofs.procedure import built_in
from sops.proofs.walk import Walk
from tests.sops.solver import Formulas, can_be
from tests.sops.travellers import EDITIONS, engine

CATALOGUE = load()
PROCEDURES = tuple(file.name for file in (*CATALOGUE.of_kind("procedure"), *CATALOGUE.laid("procedure")))


@cache
def walks(name):
    """A procedure's walks as diagrams, and the same as formulas."""
    procedure = CATALOGUE.procedure(name)
    drawn = Walk(procedure)
    with patch.object(inputs, "Diagrams", Formulas):
        return drawn, Walk(procedure)


def sought(walk):
    return [each for claim in (*built_in(walk), *written(walk)) for each in (*claim.never, *claim.some)]


def test_the_procedures_of_posts_with_overlays_are_among_them():
    assert {f"poe-entry@2020-01-31+{kind}@2020-01-31" for kind in ("airport", "seaport")} <= set(PROCEDURES)


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_solver_meets_the_same_moments_of_the_walks(name):
    drawn, written_out = walks(name)
    with patch.object(inputs, "Diagrams", Formulas):
        told = [can_be(written_out.table.is_(written_out.where(each), 1)) for each in sought(drawn)]
    assert told == [drawn.table.some(drawn.where(each)) is not None for each in sought(drawn)]
    assert {True, False} == set(told)


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_solver_finds_no_answer_about_papers_that_leads_elsewhere(name):
    drawn, written_out = walks(name)
    swaps = [swap for claim in written(drawn) for swap in claim.swaps]
    assert swaps
    for swap in swaps:
        assert not can_be(written_out.table.is_(written_out.differs(swap), 1))


@cache
def spaces(*editions):
    """The combinations of some editions as diagrams, and the same as formulas."""
    engines = tuple(map(engine, editions))
    drawn = space.Space(engines)
    with patch.object(space, "Diagrams", Formulas):
        return drawn, space.Space(engines)


def met(of, place):
    """For each criterion in turn where it is met, by name."""
    return {name: of.draw(place, tree) for name, _, tree in of.engines[place].criteria}


def at_least(of, place, rank):
    """Where the class has at least that rank."""
    return of.table.any_of(
        of.draw(place, tree)
        for _, classification, tree in of.engines[place].criteria
        if CLASS_ORDER.index(classification) >= rank
    )


def questions(of):
    """What is asked of both tables: classes, deciding criteria, known gaps, pairs of classes of two editions."""
    table = of.table
    for place, judge in enumerate(of.engines):
        for rank, name in enumerate(CLASS_ORDER):
            yield (
                f"{place} class {name}",
                table.all_of(
                    (at_least(of, place, rank) if rank else table.yes, table.negate(at_least(of, place, rank + 1)))
                ),
            )
        criteria = met(of, place)
        for name, classification, _ in judge.criteria:
            rank = CLASS_ORDER.index(classification)
            others = [
                criteria[other] for other, of_, _ in judge.criteria if other != name and CLASS_ORDER.index(of_) >= rank
            ]
            yield f"{place} decides {name}", table.all_of((criteria[name], table.negate(table.any_of(others))))
        for name, tree in judge.alerts:
            yield f"{place} gap {name}", of.draw(place, tree)
    for one, first in enumerate(CLASS_ORDER) if len(of.engines) == 2 else ():
        for other, second in enumerate(CLASS_ORDER):
            exactly = [
                table.all_of(
                    (at_least(of, place, rank) if rank else table.yes, table.negate(at_least(of, place, rank + 1)))
                )
                for place, rank in ((0, one), (1, other))
            ]
            yield f"{first} -> {second}", table.all_of(exactly)


@pytest.mark.parametrize("pair", [*pairwise(EDITIONS), ("2020-12-16", "2022-07-22")])
def test_the_solver_finds_the_same_classes_deciding_criteria_gaps_and_differences(pair):
    drawn, written_out = spaces(*pair)
    cared = [of.table.all_of((of.possible, of.asked)) for of in (drawn, written_out)]
    expected = {name: drawn.table.all_of((cared[0], here)) != drawn.table.no for name, here in questions(drawn)}
    told = {
        name: can_be(written_out.table.is_(written_out.table.all_of((cared[1], here)), 1))
        for name, here in questions(written_out)
    }
    assert told == expected
    assert {True, False} == set(told.values())
