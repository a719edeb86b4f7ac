"""The projection equals the fold of the log, or the difference is named and mended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from screening.records import RecordError
from screening.records.store import RecordStore
from screening.records.stored import Difference
from tests.screening.records.samples import fill, make_event, make_row


def fold(events):
    """The row that `fill` writes, folded: answers are counted, the odd ones are closed."""
    number = events[0].stream.removeprefix("screening:")
    answers = sum(event.kind == "answered" for event in events)
    if not answers:
        return None
    erased = any(event.kind == "erased" for event in events)
    return make_row(number, answers=answers, status="closed" if int(number) % 2 else "open", erased=erased)


def test_an_equal_projection_shows_no_difference(store):
    fill(store, 7)
    store.append([make_event("screening:99", "begun")])  # no row yet
    store.append([make_event("shift:1", "shift_opened")])  # no screening
    before = store.rows()
    result = store.rebuild(fold)
    assert (result.streams, result.rows, result.differences) == (8, 7, ())
    assert store.rows() == before


def test_each_difference_is_named_and_mended(store, tamper):
    fill(store, 4)
    before = store.rows()
    tamper(
        "UPDATE screening SET answers = 9, outcome = 'lost' WHERE screening = '1'",
        "DELETE FROM screening WHERE screening = '2'",
        "INSERT INTO screening SELECT * FROM screening WHERE 0",
    )
    store.append([], make_row("77"))
    found = {
        Difference("1", "answers", 9, 3),
        Difference("1", "outcome", "lost", None),
        Difference("2", "row", None, "present"),
        Difference("77", "row", "present", None),
    }
    assert set(store.rebuild(fold, replace_rows=False).differences) == found
    assert len(store.rows()) == 4
    assert set(store.rebuild(fold).differences) == found
    assert store.rows() == before
    assert store.rebuild(fold).differences == ()


@pytest.mark.parametrize("harm", ["DROP TABLE screening", "ALTER TABLE screening RENAME COLUMN course TO corse"])
def test_a_table_that_was_dropped_or_bent_by_hand_is_made_anew(path, store, tamper, harm):
    fill(store, 3)
    before = store.rows()
    store.close()
    tamper(harm)
    with RecordStore.open(path) as again:
        assert again.stale
        assert {each.field for each in again.rebuild(fold).differences} == {"row"}
        assert again.rows() == before


def test_a_fold_that_fails_leaves_the_rows_as_they_were(store):
    fill(store, 4)
    before = store.rows()

    def fails(events):
        if events[0].stream == "screening:2":
            raise ZeroDivisionError
        return fold(events)

    with pytest.raises(ZeroDivisionError):
        store.rebuild(fails)
    assert store.rows() == before


def test_rows_go_on_being_written_after_a_rebuild(store):
    fill(store, 2)
    row = store.row("1")
    store.rebuild(lambda events: replace(fold(events), course="a"))
    store.append([make_event("screening:1")], replace(row, answers=4))
    assert store.row("1") == replace(row, answers=4)


def test_more_screenings_than_a_batch(store):
    for start in range(0, 1200, 300):
        store.append([make_event(f"screening:{number}") for number in range(start, start + 300)])
    assert store.rebuild(fold).rows == 1200
    assert store.rebuild(fold).differences == ()


def test_rows_are_renewed_newest_first_while_others_record(path, store, tamper, monkeypatch):
    monkeypatch.setattr("screening.records.store._FIRST_ROWS", 2)
    monkeypatch.setattr("screening.records.store._MORE_ROWS", 1)
    fill(store, 5)
    before = {row.screening: row for row in store.rows()}
    store.close()
    tamper("UPDATE store SET value = x'00' WHERE name = 'projection'")
    with RecordStore.open(path) as again:
        assert again.stale
        going = again.renew(fold)
        assert next(going) == (2, 5)
        assert {row.screening for row in again.rows()} == {"3", "4"}
        again.append([make_event("screening:4", minute=30)], replace(before["4"], answers=9))
        assert list(going) == [(3, 5), (4, 5), (5, 5)]
        assert again.row("4").answers == 9
        assert {row.screening: row for row in again.rows()} == {**before, "4": replace(before["4"], answers=9)}
    with RecordStore.open(path) as last:
        assert not last.stale


def test_a_renewal_that_was_cut_off_begins_again_with_the_next_opening(path, store, tamper, monkeypatch):
    monkeypatch.setattr("screening.records.store._FIRST_ROWS", 2)
    fill(store, 5)
    before = store.rows()
    store.close()
    tamper("DROP TABLE screening")
    with RecordStore.open(path) as again:
        assert next(again.renew(fold)) == (2, 5)
        with RecordStore.open(path, read_only=True) as beside, pytest.raises(RecordError, match="Open the desk"):
            beside.rows()  # no count of half the rows, by anybody
    with RecordStore.open(path) as third:
        assert third.stale
        assert list(third.renew(fold))[-1] == (5, 5)
        assert third.rows() == before
    with RecordStore.open(path) as last:
        assert not last.stale
        assert last.rows() == before
