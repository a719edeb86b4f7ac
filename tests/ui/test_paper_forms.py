"""Paper forms through the real window: reserved, printed, typed in later under the true day and its edition."""

from __future__ import annotations

from datetime import date, timedelta

import pypdfium2
import pytest

from screening.projecting import folding
from screening.records import slip_number
from screening.summary import summary_from
from ui.blank_forms.page import PaperPage
from ui.records.correct import CorrectPage
from ui.records.history import told


class Printer:
    def __init__(self):
        self.taken = []

    def print(self, pdf, title):
        self.taken.append((title, pdf))


@pytest.fixture
def page(stage):
    stage.control("y")
    found = stage.window.page
    assert isinstance(found, PaperPage)
    found._printer = Printer()
    return found


def make(stage, page, count, qtbot):
    page.count.setText(count)
    page.count.setFocus()
    stage.press("\n")
    qtbot.waitUntil(lambda: bool(page._printer.taken))
    return page._printer.taken.pop()


def walk_well(stage):
    stage.answer(observe="well", documents="no_test", accompanied="yes", declare_signs="no", declare_contact="no")
    stage.answer(temperature={"c": 36.6})


def test_forms_are_reserved_and_printed_and_no_number_comes_twice(stage, page, qtbot):
    first, pdf = make(stage, page, "3", qtbot)
    assert len(pypdfium2.PdfDocument(pdf)) == 6
    make(stage, page, "2", qtbot)
    forms = page._acts.forms
    numbers = list(forms.reserved)
    assert (len(set(numbers)), numbers[0]) == (5, first)
    assert all(slip_number.is_valid(number) for number in numbers)
    assert stage.store.next_slip_number("PA-DAR-LB") not in numbers
    assert "5" in page.waiting.text()
    for typed in ("0", "101", "diez", ""):
        page.count.setText(typed)
        page.count.setFocus()
        stage.press("\n")
        assert stage.window.foot.message
        stage.press("⎋")
    assert len(page._acts.forms.reserved) == 5


def test_a_form_is_typed_in_under_its_true_day_and_edition(stage, page, qtbot, clock):
    number, _ = make(stage, page, "1", qtbot)
    page.number.setFocus()
    stage.type(number[-6:])
    stage.press("\n")
    stage.type("15/12/2020 14:30")
    assert "martes 15 de diciembre de 2020" in page.said.text()
    assert "OMS 2020-08-07" in page.said.text()
    stage.press("\n")
    state = stage.desk.state
    assert (stage.step, state.setting.engine.definition.name) == ("observe", "who-covid19@2020-08-07")
    assert "De papel: " in stage.conduct.around.traveller.party.text().replace("\u2068", "")
    entered = clock()
    walk_well(stage)
    while stage.desk.state.log.closed is None:
        stage.press("\n")
    row = stage.store.row(state.screening)
    assert (row.day, row.hour, row.began_at) == ("2020-12-15", 14, "2020-12-15T19:30:00.000000Z")
    assert row.entered_at == entered.isoformat(timespec="microseconds").replace("+00:00", "Z")
    assert (row.seconds, row.definition) == (None, "who-covid19@2020-08-07")
    events = stage.store.read(f"screening:{state.screening}")
    assert {event.at.date() for event in events} == {date(2021, 3, 23)}  # the log itself tells when it was typed
    assert number in told(events, state.setting, stage.conduct.wording)[0].what
    fold = folding(stage.desk.setting_of)
    assert stage.store.rebuild(fold, replace_rows=False).differences == ()
    assert stage.store.verify().problems == ()


def test_it_counts_on_the_true_day_and_is_told(stage, page, clock):
    for when in ("ayer 9:15", "ayer 11:00"):
        at = page._acts.moment(when)
        page._acts.begin("", at)
    yesterday, today = date(2021, 3, 22), date(2021, 3, 23)
    counted = {
        day: summary_from(stage.store, stage.desk.post, day, fever_threshold_c=38.0, adult_age=18)
        for day in (yesterday, today)
    }
    assert [counted[day].count("day", "screened") for day in (yesterday, today)] == [2, 0]
    assert counted[yesterday].count("day", "late_entries") == 2
    assert counted[yesterday].count("hour", "09", "screened") == 1


def test_on_paper_they_have_rested_already(stage, page, clock):
    page._acts.begin("", clock() - timedelta(days=1))
    stage.answer(observe="well", documents="no_test", accompanied="yes", declare_signs="yes", declare_contact="no")
    stage.answer(temperature={"c": 38.6}, rest_mask=True)
    assert stage.desk.state.wait_until is None
    stage.answer(second_reading={"c": 38.4})


def test_days_count_from_the_day_of_the_form_wherever_they_are_told(stage, page, clock):
    page._acts.begin("", clock() - timedelta(days=3))  # on 20 March; typed in on the 23rd
    stage.ill(clock)
    state = stage.desk.state
    assert state.on == date(2021, 3, 20)
    nights = "Noches allí: jueves 11 de marzo – viernes 19 de marzo"
    offered = CorrectPage(stage.desk, stage.window.look, state).choices
    assert [each.words for each in offered if "marzo" in each.words] == [nights]
    events = stage.store.read(f"screening:{state.screening}")
    lines = [line.what for line in told(events, state.setting, stage.conduct.wording)]
    assert nights in [line.replace("\u2068", "").replace("\u2069", "") for line in lines]


def test_on_the_board_they_wait_since_they_were_typed_in(stage, page, clock):
    stage.desk.begin()
    first = stage.desk.state.screening
    clock.advance(minutes=5)
    page._acts.begin("", clock() - timedelta(days=90))
    stage.desk.park("aside")
    late, here = reversed(stage.conduct.around.all_waiting())
    assert here.screening == first
    assert "0 min" in late.since


def test_what_is_missing_is_said_and_what_was_typed_stays(stage, page):
    stage.type("1234-5")
    stage.press("\n")
    stage.type("23/3 23:00")
    stage.press("\n")  # still to come
    assert "Lo escrito sigue ahí" in stage.window.foot.message
    assert (page.number.text(), page.when.text()) == ("1234-5", "23/3 23:00")
    page.when.setText("ayer 9:00")
    stage.press("\n")
    assert stage.window.page is page  # no such form
    assert stage.desk.state is None
    assert page.number.text() == "1234-5"


def test_duties_done_on_paper_ask_the_time_on_the_form_and_ring_no_bell(stage, page, clock):
    screened = clock() - timedelta(hours=5)
    page._acts.begin("", screened)
    stage.press("⎋")
    stage.ill(clock)
    state = stage.desk.state
    assert stage.desk.duties()[0].spec.id == "isolate"
    assert {duty.is_late for duty in stage.desk.duties()} == {False}
    stage.presenter.moved.emit()
    stage.settle()
    clocks = {task.id: task.clock for task in stage.conduct.outcome.tasks}
    assert clocks["isolate"].replace("\u2068", "").replace("\u2069", "") == "de papel, límite 04:24"
    stage.press("1")
    details = stage.window.page
    assert list(details.fields) == ["at"]
    stage.type("3:00")  # before the screening of 4:14
    stage.press("\n")
    assert stage.window.page is details
    details.fields["at"].setText("4:20")
    stage.press("\n")
    done = stage.desk.state.log.duties["isolate"]
    assert done.body["at"] == "2021-03-23T09:20+00:00"
    assert not stage.store.verify().problems
    stage.desk.park("aside")
    assert not stage.conduct.around.board.look().late
    assert stage.desk.load(state.screening).concluded_at == screened
