"""How a day kept to the procedure: counted from the log, one desk or all, on the page and in every file."""

from __future__ import annotations

import csv
import io
import json

import pytest
from pypdf import PdfReader

from screening.day_filter import Only
from screening.release import Version
from tests.ui.stage import ERIKSSON
from ui.day import numbers
from ui.day.conforming import conforming
from ui.day.page import DayPage
from ui.day_papers import papers_of
from ui.shift.acts import WrongPin


@pytest.fixture
def day(stage, clock):
    """One well traveller in 40 seconds whose contact question was left open; one ill, with a call made late."""
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test", declare_signs="no", declare_contact="unknown")
    clock.advance(seconds=40)
    stage.answer(temperature={"c": 36.6})
    while stage.desk.state is not None and stage.desk.state.log.closed is None:
        state = stage.desk.state
        if state.at is not None:
            stage.desk.answer("no" if state.at.answer == "yes_no" else "unknown")
        else:
            stage.desk.do(next(duty.spec.id for duty in stage.desk.duties() if duty.done_at is None))
    stage.desk.leave()
    stage.press("F2")
    stage.ill(clock)
    clock.advance(minutes=20)
    stage.desk.do("isolate")
    return stage


def counted(stage, only=None):
    """The conformance of today."""
    desk = stage.desk
    return conforming(desk, desk.setting(desk.today()), desk.today(), Only(only))


def states(stage):
    """Every screening of the store."""
    return [stage.desk.load(row.screening) for row in stage.store.rows()]


def test_open_steps_late_duties_and_seconds_are_counted_from_the_log(day):
    found = counted(day).found
    assert found.screenings == 2
    assert found.skipped["declare_contact"].count == 1
    assert found.skipped["declare_contact"].of == 2
    assert found.late["isolate"] == type(found.late["isolate"])(1, 1)  # due in 10 minutes, done after 20
    assert "call_transport" not in found.late
    assert found.any_skipped == type(found.any_skipped)(
        sum(part.count for part in found.skipped.values()),
        sum(visited.step.mandatory for state in states(day) for visited in state.path),
    )
    assert set(found.late) == {"isolate", "notify_health_authority", "list_party"}  # in 10 to 15 minutes
    assert found.any_late == type(found.any_late)(3, 8)
    assert found.seconds[0] == 40
    assert found.not_done == {}
    assert found.early == 0


def test_one_desk_counts_its_own_alone(day):
    assert counted(day, "1").found.screenings == 2
    assert counted(day, "2").found.screenings == 0
    assert counted(day, "2").found.any_late.percent is None


def test_every_file_holds_the_same_rows(day):
    papers = counted(day)
    rows = {(table.id, row[0]): row[2:] for table in papers.said.tables for row in table.rows}
    assert rows["late", "isolate"] == (1, 1)
    lines = list(csv.DictReader(io.StringIO(papers.file("csv", None).decode())))
    assert {(line["table"], line["key"]): (int(line["count"]), int(line["of"])) for line in lines} == rows
    tables = json.loads(papers.file("json", None))["tables"]
    assert {(name, row["key"]): (row["count"], row["of"]) for name, made in tables.items() for row in made} == rows
    words = " ".join(PdfReader(io.BytesIO(papers.file("pdf", None))).pages[0].extract_text().split())
    assert "Cumplimiento · martes 23 de marzo de 2021" in words
    assert "ERIKSSON" not in words.upper()
    assert "o-17" not in words
    assert papers.file("xlsx", None)[:2] == b"PK"
    assert papers.name("csv") == "paso-PA-DAR-LB-2021-03-23-conformance.csv"
    assert counted(day, "1").name("pdf") == "paso-PA-DAR-LB-2021-03-23-desk-1-conformance.pdf"


def test_nine_shows_it_and_zero_then_one_one_desk_after_another(day, qtbot):
    day.press("F10")
    page = day.window.page
    assert isinstance(page, DayPage)
    seen = []
    for keys in ("9", "01", "1", "01", "01"):  # 0 opens the choice, and closes it
        *before, last = keys
        day.press(*before)
        with qtbot.waitSignal(page.shown, timeout=20_000):
            day.press(last)
        seen.append((page.is_conformance, page.part.only.desk, page.found.screened))
    assert seen == [(True, None, 2), (True, "1", 2), (True, "2", 0), (False, "2", 0), (False, None, 2)]


def test_a_registry_of_the_conformance_is_refused_in_words(day, qtbot):
    day.press("F10")
    page = day.window.page
    with qtbot.waitSignal(page.shown, timeout=20_000):
        day.press("9")
    day.press("8")
    assert page.status.text().replace("\u2068", "").replace("\u2069", "").startswith("Del cumplimiento no hay DTM")


def test_training_never_reaches_it(day):
    training = {row.screening for row in day.store.rows() if row.training}
    assert training == set()
    day.desk.training = True
    day.press("F2")
    day.press("1")
    assert any(row.training for row in day.store.rows())
    day.desk.training = False
    assert counted(day).found.screenings == 2


def test_wrong_pins_and_missed_looks_into_rooms_are_told_without_a_name(day, clock):
    desk, room = day.desk, day.desk.post.rooms[0].id
    assert [table.id for table in counted(day).said.tables] == ["skipped", "late", "overrides", "not_done"]
    shifts = day.conduct.watch.shifts
    shifts.add("o-1", "supervisor", "Ana", "2468")
    with pytest.raises(WrongPin):
        shifts.prove("o-1", "8642")
    day.presenter.rooms.give(room, desk.state.screening)
    clock.advance(minutes=31)
    day.presenter.rooms.check(room)
    tables = {table.id: [row[0::2] for row in table.rows] for table in counted(day).said.tables}
    assert tables["wrong_pins"] == [("desk-1", 1)]
    assert tables["rooms"] == [("given", 1), ("unseen", 1)]
    assert "wrong_pins" in {table.id for table in counted(day, "1").said.tables}
    assert not {"rooms", "wrong_pins"} & {table.id for table in counted(day, "2").said.tables}
    setting = desk.setting(desk.today())
    papers = papers_of(desk.store, setting, desk.today(), Version.HEALTH_AUTHORITY, "es", now=clock())
    assert papers.summary.table("rooms") == {("given",): 1, ("unseen",): 1}
    assert papers.summary.measures["room_longest"].value == 31
    words = " ".join(PdfReader(io.BytesIO(papers.file("pdf", desk.catalogue.wording))).pages[0].extract_text().split())
    assert "Llevadas a una sala" in words
    assert b"room_longest" in papers.file("json", desk.catalogue.wording)


def test_nobody_looked_in_is_known_before_anything_else_happens(day, clock):
    desk, room = day.desk, day.desk.post.rooms[0].id
    day.presenter.rooms.give(room, desk.state.screening)
    clock.advance(minutes=95)
    tables = {table.id: [row[0::2] for row in table.rows] for table in counted(day).said.tables}
    assert tables["rooms"] == [("given", 1), ("unseen", 1)]
    today = desk.today()
    found = numbers.counted(desk, numbers.ask(desk, today, Version.HEALTH_AUTHORITY, "es")).papers
    assert found.summary.table("rooms") == {("given",): 1, ("unseen",): 1}
    assert found.summary.measures["room_longest"].value == 95
