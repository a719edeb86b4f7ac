"""What the public version hides stays hidden from an attacker who knows every sum and every zero."""

from __future__ import annotations

import sys
import time
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent))

import summary_samples as samples
from summary_samples import DAY, NEW, OLD, POST, ROWS, summarise

from screening.day_cells import Sum
from screening.release import release
from screening.suppression import hidden_cells

FAR = 10**6


class Attacker:
    """Works with what is published: shown cells, hidden ones of at least 1, and the sums.

    Narrows the bounds of every cell from every sum, then searches exhaustively; knows nothing of how the plan was made.
    """

    def __init__(self, counts, sums, hidden, small_are_known=False):
        self.hidden = hidden
        self.counts = counts
        self.bounds = {
            cell: (1, 4 if small_are_known and n < 5 else FAR) if cell in hidden else (n, n)
            for cell, n in counts.items()
        }
        self.equations = [[*((c, 1) for c in s.left), *((c, -1) for c in s.right)] for s in sums]
        self.equations_of = {cell: [] for cell in counts}
        for equation in self.equations:
            for cell, _ in equation:
                self.equations_of[cell].append(equation)

    def narrowed(self, bounds, changed):
        """Bounds after every sum has been worked out from every side; None when they contradict each other."""
        bounds = dict(bounds)
        work = [equation for cell in changed for equation in self.equations_of[cell]]
        while work:
            equation = work.pop()
            low = sum(s * bounds[c][0 if s > 0 else 1] for c, s in equation)
            high = sum(s * bounds[c][1 if s > 0 else 0] for c, s in equation)
            if low > 0 or high < 0:
                return None
            for cell, sign in equation:
                a, b = bounds[cell]
                least, most = (b - high, a - low) if sign > 0 else (b + low, a + high)
                new = max(a, least), min(b, most)
                if new != (a, b):
                    if new[0] > new[1]:
                        return None
                    bounds[cell] = new
                    work += self.equations_of[cell]
                    low = sum(s * bounds[c][0 if s > 0 else 1] for c, s in equation)
                    high = sum(s * bounds[c][1 if s > 0 else 0] for c, s in equation)
        return bounds

    def solve(self, bounds, tries):
        """Some world within the bounds, or None when there is none."""
        open_cells = [cell for cell, (a, b) in bounds.items() if a != b]
        if not open_cells:
            return bounds
        cell = min(open_cells, key=lambda c: (bounds[c][1] - bounds[c][0], c))
        a, b = bounds[cell]
        guess = self.counts[cell]
        for value in sorted(range(a, min(b, a + 400) + 1), key=lambda v: abs(v - guess)):
            tries[0] -= 1
            assert tries[0] > 0, "the attacker gave up, which proves nothing"
            narrowed = self.narrowed({**bounds, cell: (value, value)}, [cell])
            if narrowed is not None and (found := self.solve(narrowed, tries)) is not None:
                return found
        return None

    def learns(self):
        """The small hidden cells that can have one value only."""
        start = self.narrowed(self.bounds, list(self.counts))
        assert start is not None
        safe = set()
        for cell in sorted(self.hidden):
            if self.counts[cell] > 4 or cell in safe:
                continue
            a, b = start[cell]
            for value in range(a, min(b, a + 12) + 1):
                if value == self.counts[cell]:
                    continue
                narrowed = self.narrowed({**start, cell: (value, value)}, [cell])
                world = narrowed and self.solve(narrowed, [3000])
                if world:
                    self.check(world)
                    safe |= {c for c, (v, _) in world.items() if v != self.counts[c]}
                    break
            else:
                yield cell

    def check(self, world):
        for equation in self.equations:
            assert sum(sign * world[cell][0] for cell, sign in equation) == 0


def square(rows):
    """A table with the totals of its rows and columns, and the total of all."""
    counts, sums = {}, []
    columns = range(len(rows[0]))
    for r, row in enumerate(rows):
        counts |= {("cell", str(r), str(c)): row[c] for c in columns}
        counts["row", str(r)] = sum(row)
        sums.append(Sum((("row", str(r)),), tuple(("cell", str(r), str(c)) for c in columns)))
    for c in columns:
        counts["column", str(c)] = sum(row[c] for row in rows)
        sums.append(Sum((("column", str(c)),), tuple(("cell", str(r), str(c)) for r in range(len(rows)))))
    counts["all",] = sum(map(sum, rows))
    sums.append(Sum((("all",),), tuple(("row", str(r)) for r in range(len(rows)))))
    sums.append(Sum((("all",),), tuple(("column", str(c)) for c in columns)))
    return counts, sums


numbers = st.one_of(st.integers(0, 9), st.sampled_from([0, 1, 4, 5, 30, 400]))
tables = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda size: st.lists(st.lists(numbers, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
)


@settings(max_examples=400)
@given(tables)
def test_no_small_count_of_a_table_with_totals_can_be_worked_out(rows):
    counts, sums = square(rows)
    hidden = hidden_cells(counts, sums)
    assert {cell for cell, n in counts.items() if 1 <= n <= 4} <= hidden
    assert not {cell for cell, n in counts.items() if n == 0} & hidden
    assert list(Attacker(counts, sums, hidden).learns()) == []


def test_the_attacker_has_teeth():
    """One small cell, and only that hidden: the total gives it away. Two in a corner each, joined by nothing: too."""
    counts, sums = square([[3, 20], [10, 30]])
    small = frozenset({("cell", "0", "0")})
    assert list(Attacker(counts, sums, small).learns()) == [("cell", "0", "0")]
    bridge = frozenset(("cell", r, c) for r, c in ("00", "01", "10", "11", "12", "22", "23", "32", "33"))
    counts, sums = square([[1, 2, 9, 9], [2, 3, 4, 9], [9, 9, 2, 1], [9, 9, 2, 3]])
    assert ("cell", "1", "2") in set(Attacker(counts, sums, bridge).learns())
    day = summarise(POST, DAY, ROWS)
    only_small = frozenset(cell for cell, n in day.counts.items() if 1 <= n <= 4)
    assert list(Attacker(day.counts, day.sums, only_small).learns())


def test_two_ones_in_a_row_of_their_own_are_not_told_by_their_sum():
    counts, sums = square([[1, 1, 50], [60, 70, 80], [90, 50, 60]])
    hidden = hidden_cells(counts, sums)
    assert list(Attacker(counts, sums, hidden).learns()) == []


def test_totals_stay_where_parts_suffice():
    counts, sums = square([[3, 20, 30], [10, 30, 40], [50, 60, 70]])
    hidden = hidden_cells(counts, sums)
    assert hidden == {("cell", r, c) for r, c in product("01", "01")}


@pytest.mark.parametrize("travellers", [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 14, 20, 33, 60, 150, 400, 1440])
@pytest.mark.parametrize("seed", [1, 2])
def test_no_small_count_of_a_day_can_be_worked_out(travellers, seed):
    summary = summarise(POST, DAY, samples.day_of(travellers, seed, editions=(NEW, NEW, OLD)))
    hidden = release(summary, "public").hidden
    assert list(Attacker(summary.counts, summary.sums, hidden).learns()) == []


@pytest.mark.parametrize("travellers", [150, 400, 1440])
def test_on_a_usual_day_it_does_not_even_help_to_know_which_cells_are_small(travellers):
    summary = summarise(POST, DAY, samples.day_of(travellers))
    hidden = release(summary, "public").hidden
    assert list(Attacker(summary.counts, summary.sums, hidden, small_are_known=True).learns()) == []


@settings(max_examples=25)
@given(st.lists(st.sampled_from(ROWS), max_size=25))
def test_no_small_count_of_any_mix_of_travellers_can_be_worked_out(rows):
    summary = summarise(POST, DAY, rows)
    assert list(Attacker(summary.counts, summary.sums, release(summary, "public").hidden).learns()) == []


def test_the_health_authority_sees_every_count():
    made = release(summarise(POST, DAY, ROWS), "health_authority")
    assert made.hidden == frozenset()
    assert made.count("day", "screened") == 12
    assert made.measure("seconds_median").basis == 4


def test_true_zeros_are_shown_to_everybody():
    made = release(summarise(POST, DAY, ROWS), "public")
    assert made.count("outcome", "death") == 0
    assert made.count("outcome", "ordinary_care") is None
    assert made.count("nationality", "VEN") == 0


def test_a_measure_that_would_tell_a_hidden_count_is_hidden():
    made = release(summarise(POST, DAY, ROWS, arrivals=16), "public")
    assert made.measure("seconds_median:2") is None  # one traveller
    assert made.measure("companions_per_case") is None
    assert made.measure("isolated_at_once") is None
    assert made.measure("unknown_answers").value == pytest.approx(100 * 8 / 75)
    assert made.measure("unknown_answers").basis == 0


def test_yesterday_is_for_the_health_authority_alone():
    summary = summarise(POST, DAY, ROWS, ())
    assert release(summary, "health_authority").yesterday is not None
    assert release(summary, "public").yesterday is None


def test_few_arrivals_are_hidden_too():
    assert release(summarise(POST, DAY, ROWS[:3], arrivals=4), "public").arrivals is None
    assert release(summarise(POST, DAY, ROWS[:3], arrivals=4), "public").coverage is None


def test_a_plan_is_the_same_every_time():
    day = samples.day_of(200)
    assert release(summarise(POST, DAY, day), "public") == release(summarise(POST, DAY, reversed(day)), "public")


def test_the_busiest_day_has_its_plan_at_once():
    summary = summarise(POST, DAY, samples.day_of(1440, editions=(NEW, OLD)))
    start = time.process_time()
    release(summary, "public")
    assert time.process_time() - start < 2


def test_nationality_is_never_crossed_with_anything():
    summary = summarise(POST, DAY, ROWS)
    countries = {"HTI", "CUB", "BGD"}
    assert {cell[0] for cell in summary.counts if countries & set(cell)} == {"nationality"}


def test_the_order_of_a_table_does_not_tell_which_hidden_count_is_larger():
    languages = ["ar"] * 1 + ["bn"] * 2 + ["ne"] * 3 + ["ht"] * 9 + [None] * 2
    rows = [samples.traveller(str(n), "F", 30, "HTI", language) for n, language in enumerate(languages)]
    summary = summarise(POST, DAY, rows)
    assert [key for (key,) in release(summary, "health_authority").table("language")] == [
        "ht",
        "ne",
        "bn",
        "ar",
        "unknown",
    ]
    assert [key for (key,) in release(summary, "public").table("language")] == ["ht", "ar", "bn", "ne", "unknown"]


def test_a_version_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="minister"):
        release(summarise(POST, DAY, ()), "minister")
