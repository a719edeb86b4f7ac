"""Smallest conditions against brute force over every combination of a few atoms."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from sops.diagram import Diagrams
from sops.smallest import Some, conditions, smallest

ATOMS = 5
EVERY = range(1 << ATOMS)
GROUPS = (range(ATOMS),)

functions = st.frozensets(st.sampled_from(EVERY))


def drawn(table, worlds):
    """The diagram that is 1 for these combinations."""

    def one(bits):
        atoms = (table.atom(number) for number in range(ATOMS))
        return table.all_of([atom if bits >> n & 1 else table.negate(atom) for n, atom in enumerate(atoms)])

    return table.any_of([one(bits) for bits in worlds])


def least_of(worlds):
    """The combinations of which no part is among them, by looking at all."""
    return {one for one in worlds if not any(other != one and other & one == other for other in worlds)}


def chosen(some):
    """Every set of atoms that fills the slots."""
    for slots in combinations(some.of, some.count):
        for atoms in product(*slots):
            yield sum(1 << atom for atom in atoms)


def stands_for(found):
    """Every set of atoms that a condition stands for."""
    for parts in product(*(tuple(chosen(part)) for part in found.parts)):
        yield sum(parts)


@given(functions)
def test_the_smallest_combinations_are_those_without_a_smaller_part(worlds):
    table = Diagrams(ATOMS)
    root = smallest(table, drawn(table, worlds))
    assert {bits for bits in EVERY if table.value(root, bits)} == least_of(worlds)


@settings(max_examples=200)
@given(functions, functions)
def test_the_conditions_stand_for_exactly_the_smallest_combinations(worlds, rest):
    table = Diagrams(ATOMS)
    found, count = conditions(table, drawn(table, worlds), drawn(table, worlds | rest), GROUPS, 1 << ATOMS)
    assert count == len(found)
    told = [bits for each in found for bits in stands_for(each)]
    assert len(told) == len(set(told)) == sum(each.ways for each in found)
    assert set(told) == least_of(worlds)


@settings(max_examples=200)
@given(functions, functions)
def test_with_nothing_that_must_stay_out_a_condition_is_certain_and_none_of_those_can_be_left(worlds, rest):
    table = Diagrams(ATOMS)
    care = worlds | rest
    found, _ = conditions(table, drawn(table, worlds), drawn(table, care), GROUPS, 1 << ATOMS)

    def is_certain(bits, without):
        banned = sum(1 << atom for atom in without)
        return all(world in worlds for world in care if world & bits == bits and not world & banned)

    for each in found:
        assert is_certain(each.bits, each.without)
        for atom in each.without:
            assert not is_certain(each.bits, [other for other in each.without if other != atom])


def test_two_of_three_is_told_as_two_of_three():
    table = Diagrams(3)
    root = table.at_least(2, [table.atom(number) for number in range(3)])
    (found,), count = conditions(table, root, table.yes, (range(3),), 8)
    assert (found.parts, found.without, found.ways, count) == ((Some(2, ((0,), (1,), (2,))),), (), 3, 1)


def test_one_of_two_is_one_slot_and_what_spoils_it_must_stay_out():
    table = Diagrams(3)
    either = table.any_of([table.atom(0), table.atom(1)])
    (found,), _ = conditions(table, table.all_of([either, table.negate(table.atom(2))]), table.yes, (range(3),), 8)
    assert (found.parts, found.without) == ((Some(1, ((0, 1),)),), (2,))


def test_no_more_conditions_are_made_than_wanted_but_all_are_counted():
    table = Diagrams(3)
    one = table.all_of([table.atom(0), table.atom(1)])
    found, count = conditions(table, table.any_of([one, table.atom(2)]), table.yes, (range(3),), 1)
    assert (len(found), count) == (1, 2)
    assert found[0].parts == (Some(1, ((2,),)),)
