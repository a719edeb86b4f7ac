"""Decision diagrams against brute force: every operation, over every assignment of a few atoms."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from sops.diagram import IGNORE, Diagrams

ATOMS = 4


@st.composite
def formulas(draw, depth=3):
    """A formula as nested tuples over four atoms."""
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        return ("atom", draw(st.integers(0, ATOMS - 1)))
    which = draw(st.sampled_from(["all", "any", "not", "at least", "choose"]))
    parts = tuple(draw(formulas(depth - 1)) for _ in range({"not": 1, "choose": 3}.get(which, draw(st.integers(0, 3)))))
    return (which, draw(st.integers(0, 4)), parts) if which == "at least" else (which, parts)


def holds(formula, world):
    match formula:
        case ("atom", number):
            return world[number]
        case ("all", parts):
            return all(holds(part, world) for part in parts)
        case ("any", parts):
            return any(holds(part, world) for part in parts)
        case ("not", (part,)):
            return not holds(part, world)
        case ("at least", count, parts):
            return sum(holds(part, world) for part in parts) >= count
        case ("choose", (test, then, otherwise)):
            return holds(then if holds(test, world) else otherwise, world)
    raise AssertionError(formula)


def build(table, formula):
    match formula:
        case ("atom", number):
            return table.atom(number)
        case ("all", parts):
            return table.all_of([build(table, part) for part in parts])
        case ("any", parts):
            return table.any_of([build(table, part) for part in parts])
        case ("not", (part,)):
            return table.negate(build(table, part))
        case ("at least", count, parts):
            return table.at_least(count, [build(table, part) for part in parts])
        case ("choose", parts):
            return table.choose(*(build(table, part) for part in parts))
    raise AssertionError(formula)


WORLDS = list(product((False, True), repeat=ATOMS))


def bits(world):
    return sum(1 << number for number, held in enumerate(world) if held)


@given(formulas())
def test_a_diagram_says_what_its_formula_says(formula):
    table = Diagrams(ATOMS)
    root = build(table, formula)
    assert [bool(table.value(root, bits(world))) for world in WORLDS] == [holds(formula, world) for world in WORLDS]


@given(formulas())
def test_mapped_values_are_those_of_the_worlds(formula):
    table = Diagrams(ATOMS)
    made = table.mapped(build(table, formula), lambda value: 5 - 2 * value)
    assert [table.value(made, bits(world)) for world in WORLDS] == [
        3 if holds(formula, world) else 5 for world in WORLDS
    ]


@given(formulas())
def test_a_diagram_asks_for_the_atoms_that_make_a_difference_and_no_other(formula):
    table = Diagrams(ATOMS)
    expected = sum(
        1 << number
        for number in range(ATOMS)
        if any(
            holds(formula, world) != holds(formula, (*world[:number], not world[number], *world[number + 1 :]))
            for world in WORLDS
        )
    )
    assert table.support(build(table, formula)) == expected


@given(formulas(), formulas())
def test_equal_functions_are_one_node(one, other):
    table = Diagrams(ATOMS)
    same = [holds(one, world) for world in WORLDS] == [holds(other, world) for world in WORLDS]
    assert (build(table, one) == build(table, other)) == same


@st.composite
def guarded(draw):
    """A function that is lawful in some worlds only, its value where it is, None elsewhere."""
    table, lawful, formula = Diagrams(ATOMS), draw(formulas()), draw(formulas())
    root = table.choose(build(table, lawful), build(table, formula), table.terminal(IGNORE))
    values = {bits(world): int(holds(formula, world)) if holds(lawful, world) else None for world in WORLDS}
    return table, root, values


def as_bits(values):
    return sum(1 << value for value in {value for value in values if value is not None})


@given(guarded())
def test_an_atom_is_open_when_flipping_it_changes_the_value(made):
    table, root, values = made
    wanted = 0
    for number in range(ATOMS):
        pairs = [(values[world], values[world ^ 1 << number]) for world in values]
        if any(None not in pair and pair[0] != pair[1] for pair in pairs):
            wanted |= 1 << number
    assert table.open_atoms(root) == wanted


@given(guarded(), st.integers(0, 15), st.integers(0, 15))
def test_values_are_those_of_the_worlds_left(made, yes, more):
    table, root, values = made
    may = yes | more
    left = table.restrict(root, yes, may)
    assert table.values(left) == as_bits(v for world, v in values.items() if world & yes == yes and not world & ~may)


@given(guarded(), st.integers(0, ATOMS - 1), st.booleans())
def test_values_if_are_those_where_the_atom_is_settled(made, atom, true):
    table, root, values = made
    assert table.values_if(root, atom, true=true) == as_bits(v for w, v in values.items() if (w >> atom & 1) == true)


@given(guarded(), st.integers(0, 15), st.integers(0, ATOMS))
def test_following_settles_the_first_atoms(made, yes, count):
    table, root, values = made
    known = yes & ((1 << count) - 1)
    left = table.follow(root, known, count)
    assert table.values(left) == as_bits(v for w, v in values.items() if w & ((1 << count) - 1) == known)


@given(formulas(), formulas(), formulas(), formulas())
def test_two_differ_where_both_can_occur_and_say_different_things(one, other, here, there):
    table = Diagrams(ATOMS)
    ignore = table.terminal(IGNORE)
    a = table.choose(build(table, here), build(table, one), ignore)
    b = table.choose(build(table, there), build(table, other), ignore)
    wanted = any(
        holds(here, world) and holds(there, world) and holds(one, world) != holds(other, world) for world in WORLDS
    )
    assert table.differ(a, b) == wanted


@given(formulas(), formulas(), st.integers(0, 3))
def test_two_diagrams_are_combined_value_by_value(one, other, value):
    table = Diagrams(ATOMS)
    both = table.combine(build(table, one), build(table, other), lambda a, b: 2 * a + b)
    counts = dict.fromkeys(range(4), 0)
    for world in WORLDS:
        expected = 2 * holds(one, world) + holds(other, world)
        counts[expected] += 1
        bits = sum(1 << number for number, true in enumerate(world) if true)
        assert table.value(both, bits) == expected
        assert table.value(table.mapped(both, lambda found: int(found == value)), bits) == (expected == value)
    assert table.counts(both) == {value: count for value, count in counts.items() if count}
