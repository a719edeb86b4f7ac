"""A desk with officers who have PINs, and what its shifts tell: for the tests of lock and shift."""

from __future__ import annotations

from screening.records.reader import RecordReader


def staffed(stage):
    """Ana supervises, Beto is at the desk; o-17 of the stage is Beto's code."""
    shifts = stage.conduct.watch.shifts
    stage.desk.officer = "o-1"
    shifts.add("o-1", "supervisor", "Ana", "2468")
    shifts.add("o-17", "officer", "Beto", "97531")
    stage.desk.officer = shifts.officer = "o-17"
    return shifts


def shift_events(stage):
    """What happened in the shifts, but for their opening."""
    store: RecordReader = stage.store
    events = [event for stream in store.streams("shift:") for event in store.read(stream)]
    return [(event.kind, event.by) for event in events if event.kind != "shift_opened"]


def said(stage):
    """What stands at the foot."""
    return stage.window.foot.message
