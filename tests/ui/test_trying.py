"""Trying a traveller: the real desk in a window of its own that records nothing."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.screening.records.samples import make_row
from tests.ui.stage import ERIKSSON
from ui.sop_page.page import SopPage
from ui.trying.choices import choices, training_desk
from ui.trying.memory import MemoryStore
from ui.trying.window import TrainingWindow


def begin(stage):
    stage.control("F1")
    stage.press("8")
    stage.press("\n")
    window = stage.conduct.training
    assert isinstance(window, TrainingWindow)
    return window


def content(stage):
    stage.store.read("screening:none")
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(stage.store.path.parent.iterdir())
        if path.suffix != ".sqlite-shm"
    }


def test_a_traveller_is_tried_with_the_real_desk_and_nothing_is_recorded(stage, clock):
    before, head = content(stage), stage.store.head()
    window = begin(stage)
    desk = window.conduct.desk
    assert desk.training
    assert desk is not stage.desk
    desk.scan(ERIKSSON)
    desk.answer("well")
    desk.answer("no_test")
    assert desk.state.setting == stage.desk.setting(stage.desk.today())
    assert desk.state.log.identity["surname"] == "ERIKSSON"
    assert desk.store.row(desk.state.screening).training
    assert (content(stage), stage.store.head(), stage.desk.state) == (before, head, None)
    window.close()
    assert desk.store.rows() == ()


def test_it_says_what_it_is_and_escape_on_its_first_page_closes_it(stage):
    window = begin(stage)
    window.activateWindow()
    stage.settle()
    assert window.windowTitle() == "Paso Seguro · ENTRENAMIENTO"
    assert window.isVisible()
    window.conduct.do("park")
    assert not window.isVisible()
    assert stage.window.isVisible()


def test_a_scan_goes_to_the_window_in_front(stage):
    window = begin(stage)
    window.activateWindow()
    stage.settle()
    assert window.isActiveWindow()
    stage.conduct.scan(ERIKSSON)
    assert window.conduct.desk.state is not None
    assert stage.desk.state is None
    window.close()
    stage.window.activateWindow()
    stage.settle()
    stage.conduct.scan(ERIKSSON)
    assert stage.desk.state is not None


def test_an_edition_to_come_can_be_tried(stage):
    offered = choices(stage.desk)
    assert [choice.words.split("@")[1][:10] for choice in offered] == ["2020-12-16", "2022-02-14", "2022-07-22"]
    desk = training_desk(stage.desk, offered[2])
    desk.begin()
    assert desk.state.setting.engine.definition.about.edition == "2022-07-22"


def test_a_case_is_tried_to_its_end_and_owes_what_a_real_one_owes(stage, clock):
    desk = training_desk(stage.desk, choices(stage.desk)[0])
    stage.desk, stage.presenter.desk = desk, desk
    stage.presenter.begin()
    stage.ill(clock)
    while desk.state.log.closed is None:
        left = [duty for duty in desk.duties() if duty.keeps_traveller]
        before = {duty.spec.before for duty in left}
        desk.do(next(duty.spec.id for duty in left if duty.spec.id not in before))
    assert next(slip.number for slip in desk.state.log.slips if slip.number) == "TRAINING-1"
    assert [one.duty.spec.id for one in desk.still_owed().found] == ["clean_room", "receipt", "waste"]


def test_in_training_there_is_no_training_of_training(stage):
    window = begin(stage)
    window.conduct.do("sops")
    page = window.conduct.window.page
    assert isinstance(page, SopPage)
    page.digit(8)
    assert not page.begin.isVisible()
    assert "ya es de entrenamiento" in page.sheet.toPlainText()
    window.close()


rows = st.builds(
    make_row,
    st.text("abc", min_size=1, max_size=3),
    day=st.dates().map(str),
    status=st.sampled_from(["open", "parked", "closed"]),
    owed=st.integers(0, 2),
    closed_at=st.none() | st.datetimes().map(str),
)


@pytest.mark.usefixtures("paso_home")
@settings(max_examples=60)
@given(st.lists(rows, max_size=8), st.dates().map(str))
def test_rows_are_found_as_they_were_put(put, day):
    store = MemoryStore()
    for row in put:
        store.append((), row)
    last = {row.screening: row for row in put}
    assert set(store.rows()) == set(last.values())
    assert set(store.rows(day=day)) == {row for row in last.values() if row.day == day}
    assert set(store.rows(first=day, status="closed")) == {
        row for row in last.values() if row.day >= day and row.status == "closed"
    }
    assert {row.screening for row in store.unfinished()} == {
        name for name, row in last.items() if row.status != "closed"
    }
    owing = store.owing("lajas-blancas", 2)
    assert len(owing) == min(2, sum(row.owed > 0 for row in last.values()))
    assert sum(each.count for each in store.tally(("status",))) == len(last)
