"""Signing in at the real window: PIN, lock, change of officer with the draft kept, the clock at the opening."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from screening.officers import LOCKED
from tests.ui.staffing import said, shift_events, staffed
from tests.ui.stage import ERIKSSON
from ui.home import Home
from ui.shift.acts import WrongPin
from ui.shift.lock import LockPage
from ui.shift.officers import OfficersPage
from ui.shift.page import ShiftPage
from ui.status.start import ClockPage

# -- lock --


def test_how_long_it_may_stand_untouched_is_a_setting(stage, clock):
    staffed(stage)
    stage.conduct.watch.touch()
    QTest.keyClick(stage.target(), Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    names = [row.name for row in stage.window.page.rows]
    stage.press(*["↓"] * names.index("locks_after"), "1", "\n")  # one minute
    assert Home(stage.store.path.parent).place.locks_after == 1
    clock.advance(seconds=59)
    stage.tick()
    assert not isinstance(stage.window.page, LockPage)
    clock.advance(seconds=1)
    stage.tick()
    assert isinstance(stage.window.page, LockPage)


def test_where_nobody_has_a_pin_the_desk_never_locks(stage, clock):
    stage.control("u")
    assert said(stage).startswith("Nadie tiene PIN")
    stage.scan(ERIKSSON)
    clock.advance(hours=3)
    stage.tick()
    assert stage.step == "observe"
    assert not isinstance(stage.window.page, LockPage)
    assert stage.desk.officer == "o-17"


def test_another_officer_sits_down_in_seven_keys_and_the_draft_is_kept(stage):
    staffed(stage)
    stage.scan(ERIKSSON)
    stage.press("1")
    stage.control("u")
    assert isinstance(stage.window.page, LockPage)
    assert stage.desk.officer == LOCKED
    stage.keys = 0
    stage.press("⌫", "1", *"2468")
    begun = time.perf_counter()
    stage.press("\n")
    assert time.perf_counter() - begun < 1.0  # with 7 keys of 0.2 s: less than 2 s and a half on a busy machine
    assert stage.keys == 7
    assert stage.desk.officer == "o-1"
    assert stage.step == "documents"
    assert stage.desk.state.log.identity["surname"] == "ERIKSSON"
    stage.press("1")
    assert stage.store.read("screening:" + stage.desk.state.screening)[-1].by == "o-1"
    assert shift_events(stage) == [("desk_locked", "o-17"), ("officer_changed", "o-1")]


def test_a_locked_desk_shows_nobody_on_both_displays(stage):
    staffed(stage)
    stage.scan(ERIKSSON)
    stage.press("F11")
    shown = []
    screen = stage.conduct.second._screen
    screen.show_state = shown.append
    stage.press("⌫")
    stage.control("u")
    assert shown[-1] is None
    assert not stage.window.left.isVisible()
    assert not stage.window.right.isVisible()
    texts = " ".join(
        each.text() for each in stage.window.findChildren(type(stage.window.foot._words)) if each.isVisible()
    )
    assert "ERIKSSON" not in texts.upper()
    assert "bloqueado" in texts


@pytest.mark.parametrize("key", ["F2", "F3", "F4", "F5", "F6", "F9", "F10", "F11", "⎋", "⌫", "↑", "\n", "s", "7"])
def test_no_key_leaves_the_lock(stage, key):
    staffed(stage)
    stage.scan(ERIKSSON)
    stage.control("u")
    before = stage.store.head()
    stage.press(key)
    stage.control("f")
    stage.control("p")
    assert isinstance(stage.window.page, LockPage)
    assert stage.store.head() == before


def test_a_document_read_at_a_locked_desk_is_told_and_answers_nothing(stage):
    staffed(stage)
    stage.control("u")
    before = stage.store.head()
    stage.scan(ERIKSSON)
    assert said(stage).startswith("El puesto está bloqueado")
    assert stage.store.head() == before
    assert stage.window.page.pin.text() == ""


def test_a_wrong_pin_makes_the_desk_wait_longer_each_time_and_the_right_one_ends_it(stage, clock):
    staffed(stage)
    stage.control("u")
    for pause in (1, 2, 4):
        stage.press(*"1111", "\n")
        assert f"{pause} s" in said(stage).replace("\u2068", "").replace("\u2069", "")
        stage.press(*"97531", "\n")  # right, but too early
        assert stage.desk.officer == LOCKED
        clock.advance(seconds=pause)
    stage.press(*"97531", "\n")
    assert stage.desk.officer == "o-17"
    stage.control("u")
    stage.press(*"1111", "\n")
    assert "en 1 s" in said(stage).replace("\u2068", "").replace("\u2069", "")


def test_a_clock_set_back_keeps_nobody_out(stage, clock):
    staffed(stage)
    stage.control("u")
    stage.press(*"1111", "\n")
    clock.advance(hours=-3)
    stage.press(*"97531", "\n")
    assert stage.desk.officer == "o-17"


def test_a_desk_that_nobody_touches_locks_itself_and_keeps_the_draft(stage, clock):
    staffed(stage)
    stage.scan(ERIKSSON)
    clock.advance(minutes=4)
    stage.press("F1")
    clock.advance(minutes=4, seconds=59)
    stage.tick()
    assert not stage.conduct.watch.shifts.is_locked
    clock.advance(seconds=1)
    stage.tick()
    assert isinstance(stage.window.page, LockPage)
    stage.press(*"97531", "\n")
    assert stage.step == "observe"
    assert [kind for kind, _ in shift_events(stage)] == ["desk_locked", "officer_changed"]


def test_an_emergency_under_way_is_never_locked_over(stage, clock):
    staffed(stage)
    stage.press("F12")
    clock.advance(hours=1)
    stage.tick()
    assert stage.step == "call_ambulance"
    assert not stage.conduct.watch.shifts.is_locked


def test_an_emergency_at_a_locked_desk_is_a_new_person_and_says_who_recorded_it(stage):
    staffed(stage)
    stage.scan(ERIKSSON)
    stage.press("1")
    draft = stage.desk.state.screening
    stage.control("u")
    stage.press("F12")
    assert stage.step == "call_ambulance"
    assert stage.desk.state.screening != draft
    assert not stage.window.left.isVisible()  # who waits stays unseen
    begun = stage.store.read("screening:" + stage.desk.state.screening)
    assert {event.by for event in begun} == {LOCKED}
    stage.press("1")
    assert stage.step == "care"
    stage.press("F9")
    assert stage.window.page is stage.conduct.card  # nothing else opens
    stage.press("⎋")
    assert isinstance(stage.window.page, LockPage)
    stage.press(*"97531", "\n")
    assert stage.step == "care"
    stage.desk.resume(draft)
    assert stage.step == "documents"


def test_an_emergency_walked_to_its_end_at_a_locked_desk_leads_back_to_the_lock(stage):
    staffed(stage)
    stage.control("u")
    stage.press("F12", "1", "1", "1")
    for _ in range(8):
        stage.press("\n")
    stage.press("⎋")
    assert isinstance(stage.window.page, LockPage)
    assert stage.desk.officer == LOCKED


def test_a_desk_that_starts_asks_for_the_pin_then_for_the_clock(make_stage):
    first = make_stage()
    first.confirm_clock()
    staffed(first)
    first.scan(ERIKSSON)
    first.close()
    again = make_stage()
    assert isinstance(again.window.page, LockPage)
    again.press("⌫", "1", *"2468", "\n")
    assert isinstance(again.window.page, ClockPage)
    again.press("\n")
    assert again.desk.officer == "o-1"
    opened = [again.store.read(stream)[0].by for stream in again.store.streams("shift:")]
    assert opened == ["o-17", "o-1"]


# -- clock --


def test_a_clock_that_was_set_back_is_told_before_it_is_confirmed(make_stage, clock):
    first = make_stage()
    first.confirm_clock()
    first.scan(ERIKSSON)
    first.close()
    clock.advance(days=-2)
    again = make_stage()
    texts = [each.text() for each in again.window.page.findChildren(type(again.window.foot._words))]
    (warned,) = [text for text in texts if text.startswith("ATENCIÓN")]
    assert "martes 23 de marzo de 2021" in warned.replace("\u2068", "").replace("\u2069", "")


def test_a_right_clock_says_nothing(make_stage, clock):
    first = make_stage()
    first.confirm_clock()
    first.close()
    clock.advance(hours=1)
    texts = [each.text() for each in make_stage().window.page.findChildren(type(first.window.foot._words))]
    assert not any(text.startswith("ATENCIÓN") for text in texts)


# -- officers --


def test_officers_are_added_by_keys_alone_and_the_first_is_a_supervisor(stage):
    stage.control("s")
    assert isinstance(stage.window.page, ShiftPage)
    stage.press("4")
    assert isinstance(stage.window.page, OfficersPage)
    form = ("o-1", "\n", "Ana", "\n", "2468", "\n", "2468", "\n")
    for typed in form:
        stage.type(typed)
    stage.press("2")  # an officer cannot be the first
    assert "La primera persona con PIN es de supervisión" in said(stage)
    for typed in "\n" * 4:
        stage.type(typed)
    stage.press("1")
    assert list(stage.conduct.watch.shifts.officers) == ["o-1"]
    assert "2468" not in str([event.body for event in stage.store.read("post:officers")])


# -- wrong PINs on record --


def wrong_pins(stage):
    return [e for e in stage.store.read("post:officers") if e.kind == "pin_refused"]


def test_a_wrong_pin_is_on_record_without_a_figure_of_it_and_told_to_the_next(stage, clock):
    staffed(stage)
    stage.control("u")
    for pause in (1, 2, 4):
        stage.press(*"8642", "\n")
        clock.advance(seconds=pause)
    assert [(e.by, e.body) for e in wrong_pins(stage)] == [
        (LOCKED, {"officer": "o-17", "desk": "1", "in_a_row": count}) for count in (1, 2, 3)
    ]
    assert all(not event.identity and "8642" not in str(event) for event in wrong_pins(stage))
    stage.press("⌫", "1", *"2468", "\n")
    assert stage.desk.officer == "o-1"
    assert "3" in said(stage)
    assert "PIN equivocados seguidos" in said(stage)
    stage.conduct.open_sheet("officers")
    words = stage.window.page._wrong.text().replace("\u2068", "").replace("\u2069", "")
    assert words == "PIN equivocados hoy: 3. Beto: 3, el último a las 09:14 en la mesa 1"
    clock.advance(hours=24)
    assert stage.conduct.watch.shifts.refused() == ()
    assert stage.store.verify().ok


def test_a_code_that_nobody_has_is_not_kept(stage):
    shifts = staffed(stage)
    with pytest.raises(WrongPin):
        shifts.prove("Marta Ruiz", "1234")
    assert wrong_pins(stage)[-1].body["officer"] == "unknown"


def test_starting_anew_does_not_shorten_the_wait(make_stage, clock):
    first = make_stage()
    first.confirm_clock()
    staffed(first)
    first.control("u")
    for pause in (1, 2, 4, 8):
        first.press(*"8642", "\n")
        clock.advance(seconds=pause if pause < 8 else 0)
    first.close()
    second = make_stage()
    second.press(*(["2"] if second.window.page._chosen is None else []), *"97531", "\n")
    assert second.desk.officer == LOCKED
    clock.advance(seconds=8)
    second.press(*"97531", "\n")
    assert second.desk.officer == "o-17"


def test_an_emergency_needs_no_pin_while_the_desk_waits(stage):
    staffed(stage)
    stage.control("u")
    stage.press(*"8642", "\n", "F12")
    assert stage.desk.state.log.interrupt == "emergency"


def test_wrong_pins_of_before_a_start_anew_are_told_and_end_with_the_right_one(make_stage, clock):
    first = make_stage()
    first.confirm_clock()
    staffed(first)
    first.control("u")
    for pause in (1, 2, 4):
        first.press(*"8642", "\n")
        clock.advance(seconds=pause)
    first.close()
    second = make_stage()
    second.press(*(["2"] if second.window.page._chosen is None else []), *"97531", "\n")
    assert second.desk.officer == "o-17"
    assert "3 PIN equivocados" in said(second)
    second.close()
    third = make_stage()
    assert third.conduct.watch.shifts.in_a_row == 0
