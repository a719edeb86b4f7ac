"""Who was begun alone joins a group later; what begins in one is recorded with it as one, whatever stops the desk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from screening.arrival import ARRIVAL
from screening.arrival import fold as fold_arrival
from screening.party import PARTY, fold
from screening.projecting import folding
from screening.records.store import RecordStore
from tests.ui.stage import ERIKSSON
from tests.ui.test_party import CANOE, next_member, open_boat
from ui.party.page import PartyPage

ROOT = Path(__file__).resolve().parents[2]


def alone(stage):
    """Somebody whom a document begins outside the page of the group."""
    stage.press("⎋")
    stage.scan(ERIKSSON)
    assert stage.desk.state.log.party is None
    return stage.desk.state.screening


def rows_are_equal(stage):
    return stage.store.rebuild(folding(stage.desk.setting_of), replace_rows=False).differences == ()


def test_who_was_begun_alone_joins_the_open_group_by_one_key(stage):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    who = alone(stage)
    stage.press("F3")
    assert stage.window.page.chosen.called == "ERIKSSON, ANNA MARIA"
    stage.press("\n")
    party = stage.presenter.group.party
    assert party.members[-1] == who
    assert len(party.members) == 2
    assert stage.desk.state.log.party == party.id
    assert stage.store.row(who).party == party.id
    assert isinstance(stage.window.page, PartyPage)
    assert stage.window.page.chosen.key == who
    stage.press("⎋")
    assert stage.step == "observe"
    assert rows_are_equal(stage)


def test_a_touch_on_the_row_does_the_same_and_what_the_group_answered_is_proposed_then(stage):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    who = alone(stage)
    stage.press("F3")
    page = stage.window.page
    page._list.clicked.emit(page._list.rows.index(0))
    assert stage.presenter.group.party.members[-1] == who
    stage.press("⎋", "1")
    assert stage.step == "declare_contact" or stage.presenter.group.proposed(stage.desk.state)


def test_who_is_taken_out_stays_out_though_in_front(stage):
    open_boat(stage)
    stage.press("1", "3")
    who = stage.desk.state.screening
    stage.press("F3", "F8")
    assert stage.presenter.group.party.members == ()
    assert stage.desk.state.log.party is None
    assert stage.store.row(who).party is None
    stage.press("⎋")
    stage.presenter.moved.emit()
    assert stage.presenter.group.party.members == ()
    assert rows_are_equal(stage)


def test_after_its_end_a_group_of_today_is_taken_up_again_and_joined(stage):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    party = stage.presenter.party
    stage.press("0")
    who = alone(stage)
    stage.press("F3", "6", "\n")
    assert stage.presenter.party == party
    assert stage.presenter.group.party.members[-1] == who


def test_an_ended_group_does_not_come_back_by_itself(stage):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    stage.press("0", "F3")
    assert stage.presenter.party is None
    stage.press("3")
    assert stage.presenter.group.party.members == ()
    assert len(stage.store.streams("screening:")) == 1


def test_an_emergency_in_front_stays_while_something_is_done_for_the_group(stage):
    open_boat(stage)
    next_member(stage, *CANOE[0], "3")
    who = alone(stage)
    stage.press("F12", "F3", "9")
    assert stage.desk.state.screening == who
    assert stage.step == "call_ambulance"
    assert stage.desk.state.log.parked is None
    assert [row.status for row in stage.presenter.group.rows().values()] == ["closed"]


def test_a_group_opened_around_somebody_is_found_again_from_that_person(stage):
    who = alone(stage)
    stage.press("F3", "1")
    party = stage.presenter.party
    stage.press("0")
    stage.desk.park("aside")
    stage.conduct.resume(who)
    assert stage.presenter.group.of(stage.desk.state) == party


STOPPED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from sops.catalogue import load
from tests.conftest import Clock
from tests.ui.stage import Stage
from tests.ui.test_party import CANOE, next_member

application = QApplication([])
stage = Stage(Path(sys.argv[1]), load(), Clock(datetime(2021, 3, 23, 14, 14, tzinfo=UTC)))
stage.confirm_clock()
if sys.argv[2] == "party":
    stage.press("F3", "3")
elif sys.argv[2] == "share":
    stage.press("F3", "3")
    next_member(stage, *CANOE[0], "3")
    stage.press("1")
else:
    surge = stage.presenter.surge
    surge.open(1)
    surge.triage(next(name for name, need in surge.needs().items() if need.at_once is None))
commit = stage.store._commit

def once(compose):
    commit(compose)
    os._exit(9)

stage.store._commit = once
if sys.argv[2] == "party":
    stage.press("F2")
elif sys.argv[2] == "share":
    stage.press("0")
else:
    surge.call(1)
"""


def killed(home, what):
    """A desk that is stopped right after the first commit of what is done."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", STOPPED, str(home), what],
        check=False,
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 9, done.stderr
    return RecordStore.open(home / "records.sqlite")


def test_killed_after_an_answer_was_taken_over_it_is_known_whose_it_was(tmp_path):
    with killed(tmp_path, "share") as store:
        *_, begun = store.streams("screening:")
        assert store.read(begun)[-1].body["step"] == "documents"
        (party,) = store.streams(PARTY)
        found = fold(store.read(party))
        assert [(taken.step, taken.to) for taken in found.taken] == [("documents", begun.removeprefix("screening:"))]


@pytest.mark.parametrize("what", ["party", "surge"])
def test_killed_after_the_first_commit_nobody_begun_is_outside_the_group(tmp_path, what):
    with killed(tmp_path, what) as store:
        (begun,) = [stored.event for stored in store.since(0, 100) if stored.event.kind == "begun"]
        who = begun.stream.removeprefix("screening:")
        if what == "party":
            party = fold(store.read(PARTY + str(begun.body["party"])))
            assert party is not None
            assert party.members == (who,)
        else:
            arrival = fold_arrival(store.read(store.streams(ARRIVAL)[-1]))
            assert arrival is not None
            assert arrival.tickets[1].screening == who
        assert store.verify().ok
