"""The desk without a window: travellers one after the other, each recorded before the desk moves on."""

from __future__ import annotations

import itertools
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from screening import commands
from screening.commands import CommandError
from screening.identifying import age_on
from screening.projecting import folding, row_of
from screening.records.store import RecordStore
from sops.catalogue import load
from tests.screening.walks import ILL, IN_A_CAMP, WELL, usual
from ui.desk import Desk

CATALOGUE = load()
ERIKSSON = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
SPECIMEN_ID = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
CASE = {**ILL, **IN_A_CAMP}


@pytest.fixture
def store(tmp_path):
    with RecordStore.create(tmp_path / "records.db") as opened:
        yield opened


@pytest.fixture
def desk(store):
    moments = itertools.count()
    ids = itertools.count(1)

    def clock():
        return datetime(2021, 3, 23, 14, 14, tzinfo=UTC) + timedelta(seconds=5 * next(moments)) + made.ahead

    made = Desk(
        CATALOGUE, store, CATALOGUE.post("lajas-blancas"), "1", "o-17", clock, lambda: f"s{next(ids):04}", language="ht"
    )
    made.ahead = timedelta()
    return made


def walk(desk, answers):
    for _ in range(60):
        step = desk.state.at
        if step is None:
            return desk.state
        if desk.state.wait_until is not None:
            desk.ahead += timedelta(minutes=10)
        desk.answer(answers.get(step.id, usual(step)))
    raise AssertionError("the walk does not end")


def do_all(desk):
    for _ in range(3):
        for duty in desk.duties():
            if duty.done_at is None and not [
                d for d in desk.duties() if d.spec.before == duty.spec.id and d.done_at is None
            ]:
                desk.do(duty.spec.id)


def agrees(desk, store):
    """The store verifies, and the rows written on the way are those that a rebuild makes."""
    assert store.verify().problems == ()
    for row in store.rows(day="2021-03-23"):
        events = [stored.event for stored in store.history(f"screening:{row.screening}")]
        assert folding(desk.setting_of)(events) == row


def test_a_well_traveller_with_a_passport_takes_five_answers_and_a_leaflet(desk, store):
    assert desk.scan(ERIKSSON).status == "warn"  # the specimen has expired: told, and no obstacle
    assert desk.state.age_years == 46
    walk(desk, WELL)
    desk.do("give_advice")
    assert desk.state.outcome == "cleared_with_advice"
    assert (desk.state.log.erased, dict(desk.state.log.identity)) == (True, {})
    agrees(desk, store)


def test_every_answer_is_stored_before_the_desk_moves_on(desk, store):
    desk.begin()
    for count, value in enumerate(["well", "no_test", "no"], 2):
        desk.answer(value)
        assert len(store.history("screening:s0001")) == count
        assert store.rows(day="2021-03-23")[0] == row_of(desk.state)


def test_an_answer_that_is_refused_leaves_no_trace(desk, store):
    desk.begin()
    before = desk.state
    with pytest.raises(ValueError, match="is not one of well, ill, danger"):
        desk.answer("healthy")
    assert desk.state is before
    assert len(store.history("screening:s0001")) == 1


def test_a_store_that_fails_keeps_the_desk_where_it_was(desk, store, monkeypatch):
    desk.begin()
    before = desk.state

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "append", full)
    with pytest.raises(OSError, match="No space"):
        desk.answer("well")
    assert desk.state is before


def test_a_case_is_led_to_its_receipt(desk, store):
    desk.scan(ERIKSSON)
    assert walk(desk, CASE).course.id == "case"
    do_all(desk)
    assert desk.state.outcome == "referred_and_received"
    assert all(duty.done_at for duty in desk.duties())
    assert [(slip.paper, slip.copy) for slip in desk.state.log.slips] == [("referral_slip", 0)]
    assert desk.state.log.identity["surname"] == "ERIKSSON"
    agrees(desk, store)


def test_the_last_duty_closes_whichever_it_is(desk):
    desk.begin()
    desk.answer("well")
    desk.answer("no_papers")
    desk.answer({"age_years": 9})
    walk(desk, {**WELL, "accompanied": "no"})
    desk.do("give_advice")
    assert desk.state.outcome is None  # a child alone: the leaflet is not the end
    desk.do("child_protection")
    assert desk.state.outcome == "cleared_with_advice"


def test_a_scan_begins_the_next_and_parks_who_stood_there(desk):
    desk.scan(ERIKSSON)
    desk.answer("well")
    first = desk.state
    desk.scan(SPECIMEN_ID)
    assert desk.state.screening != first.screening
    (parked,) = desk.waiting()
    assert (parked.screening, parked.status, parked.step) == (first.screening, "parked", "documents")
    desk.resume(first.screening)
    assert (desk.state.at.id, desk.state.path) == (first.at.id, first.path)


def test_a_scan_identifies_whoever_was_begun_and_spoken_to(desk):
    """A chosen language is not a document: the passport belongs to this traveller, not to the next."""
    desk.begin()
    desk.speak("fr")
    desk.answer("well")
    desk.scan(ERIKSSON)
    assert (desk.state.screening, desk.state.at.id) == ("s0001", "documents")
    assert desk.state.log.identity["surname"] == "ERIKSSON"


def test_whose_the_next_document_is_the_desk_says(desk):
    assert not desk.awaits_document  # nobody is there
    desk.begin()
    assert desk.awaits_document
    desk.scan(ERIKSSON)
    assert not desk.awaits_document
    desk.begin()
    desk.interrupt("left")
    while desk.state.at is not None:
        desk.answer({"left_check": "left"}.get(desk.state.at.id, True))
    while desk.state.log.closed is None:
        desk.do(next(duty.spec.id for duty in desk.duties() if duty.done_at is None))
    assert not desk.state.log.document
    assert not desk.awaits_document  # it is over: the next one read is the next traveller's


def test_a_scan_never_answers_and_a_rejected_one_changes_nothing(desk):
    desk.begin()
    before = desk.state
    assert desk.scan("P<UTO\x00nonsense").status == "reject"
    assert desk.state is before
    assert desk.reading.status == "reject"


def test_a_second_reading_parks_and_comes_back_at_the_very_step(desk):
    desk.begin()
    for value in ("well", "no_test"):
        desk.answer(value)
    walk_to = {**WELL, "temperature": {"c": 38.2}, "accompanied": "yes"}
    while desk.state.at.id != "second_reading":
        desk.answer(walk_to.get(desk.state.at.id, usual(desk.state.at)))
    with pytest.raises(CommandError, match="Park the traveller and take the next"):
        desk.answer({"c": 36.8})
    desk.park("second")
    assert desk.state is None
    desk.begin()
    walk(desk, WELL | {"accompanied": "yes"})
    desk.do("give_advice")
    desk.leave()
    (waits,) = desk.waiting()
    desk.ahead += timedelta(minutes=10)
    desk.resume(waits.screening)
    assert desk.state.at.id == "second_reading"
    assert desk.answer({"c": 36.8}).course.id == "advice"


def test_an_emergency_needs_no_traveller_and_asks_nothing_first(desk):
    assert desk.interrupt("emergency").at.id == "call_ambulance"
    assert desk.state.log.document == {}
    for value in (True, True, "handed_over"):
        desk.answer(value)
    do_all(desk)
    assert desk.state.outcome == "emergency_handover"


def test_after_a_crash_the_unfinished_stand_at_the_very_step(desk, store, tmp_path):
    desk.scan(ERIKSSON)
    for value in ("well", "no_test", "yes"):
        desk.answer(value)
    at = desk.state.at.id
    again = Desk(CATALOGUE, store, desk.post, "1", "o-18", desk.clock, desk.new_id)
    (waits,) = again.waiting()
    assert again.resume(waits.screening).at.id == at
    assert again.state.path == desk.state.path


def test_an_answer_and_the_emergency_it_calls_are_one_record(desk, store):
    desk.begin()
    desk.answer("danger")
    assert [stored.event.kind for stored in store.history("screening:s0001")] == ["begun", "answered", "interrupted"]
    assert store.rows(day="2021-03-23")[0].step == "call_ambulance"


def test_a_downgrade_waits_at_the_desk_too(desk):
    desk.scan(ERIKSSON)
    walk(desk, {**CASE, "judgement": {"class": "not_a_case", "reason": "known_cause"}})
    assert (desk.state.pending, desk.state.course.id) == (True, "case")
    with pytest.raises(CommandError, match="somebody else"):
        desk.countersign("o-17")
    assert desk.countersign("minsa-3", name="Dra. Ruiz", by_phone=True).course.id == "ordinary_care"


def test_the_desk_says_what_is_missing(desk):
    for call, says in [
        (lambda: desk.answer("well"), "no traveller is open"),
        (lambda: desk.load("s9999"), "there is no screening 's9999'"),
        (desk.close, "no traveller is open"),
    ]:
        with pytest.raises(CommandError, match=says):
            call()


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("1974-08-12", 46),
        ("1974-03-23", 47),
        ("1974-03-24", 46),
        ("1974-03", 46),
        ("1974-02", 47),
        ("1974", 46),
        ("2021-03-23", 0),
    ],
)
def test_ages_are_whole_years_and_the_lower_of_the_possible(born, age):
    assert age_on(born, datetime(2021, 3, 23, tzinfo=UTC).date()) == age


def left(folder, *needles):
    return [needle for file in folder.iterdir() for needle in needles if needle in file.read_bytes()]


def key_of(path):
    (key,) = sqlite3.connect(path).execute("SELECT key FROM traveller_key").fetchone()
    return key


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.parametrize(("stopped_in", "closed"), [("store._rows.put", False), ("store._emptied_log", True)])
def test_a_desk_killed_while_it_closes_leaves_a_closed_traveller_erased_or_an_open_one(
    desk, store, tmp_path, stopped_in, closed
):
    desk.scan(ERIKSSON)
    walk(desk, WELL)
    desk.store.append([commands.do(desk.state, desk._who(), "give_advice")])
    store.close()
    path = tmp_path / "records.db"
    key = key_of(path)
    script = (
        "import os, signal, sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from screening.records.store import RecordStore; from sops.catalogue import load; from ui.desk import Desk\n"
        "store = RecordStore.open(Path(sys.argv[1])); known = load()\n"
        "at = datetime(2021, 3, 23, 15, tzinfo=UTC)\n"
        "desk = Desk(known, store, known.post('lajas-blancas'), '1', 'o-17', lambda: at, lambda: 'x')\n"
        "desk.resume('s0001')\n"
        f"{stopped_in} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "desk.close()\n"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(path)], check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    with RecordStore.open(path) as again:
        row = again.row("s0001")
        assert ((row.status == "closed"), row.erased) == (closed, closed)
        assert again.verify().ok
        assert bool(left(tmp_path, key)) is not closed


def test_who_an_older_program_left_closed_and_unerased_is_erased_when_a_desk_opens(desk, store, tmp_path):
    desk.scan(ERIKSSON)
    walk(desk, WELL)
    desk._act(commands.do(desk.state, desk._who(), "give_advice"))
    desk._act(commands.close(desk.state, desk._who()))  # and stopped there
    desk.scan(SPECIMEN_ID)
    walk(desk, CASE)
    do_all(desk)
    desk.leave()
    key = sqlite3.connect(tmp_path / "records.db").execute("SELECT key FROM traveller_key").fetchone()[0]
    assert (desk.finish_erasing(), desk.state) == (1, None)
    assert [(row.screening, row.erased) for row in store.rows(day="2021-03-23")] == [("s0001", True), ("s0002", False)]
    assert left(tmp_path, key) == []
    assert desk.finish_erasing() == 0
    agrees(desk, store)


def test_a_post_that_cites_a_law_keeps_the_identity(desk, store):
    desk.scan(ERIKSSON)
    walk(desk, WELL)
    law = replace(desk.state.setting, post=replace(desk.post, retention_law="Ley 68 de 2003"))
    desk.state = replace(desk.state, setting=law)
    desk.do("give_advice")
    assert (desk.state.outcome, desk.state.log.erased) == (commands.ERASED, False)
    assert desk.state.log.identity["surname"] == "ERIKSSON"
    with pytest.raises(CommandError, match="not to be destroyed"):
        commands.erase(desk.state, desk._who())


@pytest.mark.parametrize("ended", ["agreed", "taken back"])
def test_while_a_lower_class_waits_for_a_second_person_the_screening_stays_open(desk, ended):
    desk.scan(ERIKSSON)
    walk(desk, {**CASE, "judgement": {"class": "not_a_case", "reason": "known_cause"}})
    assert desk.state.pending
    do_all(desk)
    assert desk.state.pending
    assert desk.state.log.closed is None
    with pytest.raises(CommandError, match="waits for a second person"):
        desk.close()
    if ended == "agreed":
        desk.countersign("s-03", by_phone=True)
        do_all(desk)
    else:
        desk.answer({"agree": True}, step="judgement")
    assert not desk.state.pending
    assert desk.state.log.closed is not None
