"""`paso sop try` as a person or a program calls it: counts, nothing recorded, nothing unsealed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from screening.projecting import row_of
from screening.records.store import RecordStore
from screening.session import walk
from tests.screening.walks import ILL, MET_A_CASE, WELL, Walk
from ui.command_line import main
from ui.home import Home

PERIOD = ["--records", "2021-03-01..2021-03-31"]
NEW = "who-covid19@2022-07-22"


@pytest.fixture
def home(paso_home):
    """Eight contacts and nine well travellers of March 2021, one of the well in training, and one still at the desk."""
    found = Home(paso_home)
    contact, well, begun = Walk().through({**WELL, **MET_A_CASE}), Walk().through(WELL), Walk()
    walks = [contact] * 8 + [well] * 9 + [begun]
    with RecordStore.create(found.records, desk="1") as store:
        for number, walk in enumerate(walks):
            name = f"t{number}"
            events = [replace(event, stream=f"screening:{name}") for event in walk.events]
            store.append(events, replace(row_of(walk.state), screening=name, training=number == 16))
    return found


def told(capsys):
    return json.loads(capsys.readouterr().out)


def test_who_would_change_by_which_criterion_and_clause(home, capsys):
    assert main(["sop", "try", NEW, *PERIOD, "--json", "--exact"]) == 0
    found = told(capsys)
    assert (found["recorded"], found["tried"], found["changed"]) == (17, 16, 8)
    assert found["left_out"] == {"not concluded": 1}
    (change,) = found["changes"]
    assert (change["was"], change["now"], change["count"]) == ("contact", "suspected", 8)
    (cause,) = change["by"]
    assert cause == {
        "criterion": "suspected.A",
        "edition": NEW,
        "met": True,
        "document": "who-2022-07-22",
        "clause": "suspected A",
        "mark": cause["mark"],
        "count": 8,
    }


def test_small_counts_are_hidden_from_all_but_the_health_authority(home, capsys):
    assert main(["sop", "try", NEW, *PERIOD]) == 0
    words = capsys.readouterr().out
    assert "not concluded hidden" in words
    assert "hidden: 1 to 4 persons" in words
    assert main(["sop", "try", NEW, *PERIOD, "--lang", "es", "--exact"]) == 0
    words = capsys.readouterr().out
    assert "sin terminar 1" in words
    assert "contacto  caso sospechoso" in words
    assert "cumple suspected.A (who-2022-07-22, suspected A)" in words


def test_nothing_is_recorded_and_nothing_unsealed(home, capsys):
    with home.open_records(read_only=True) as store:
        before = store.head()
        assert any(event.identity for event in store.read("screening:t0"))
        assert not any(event.identity for events in store.clear() for event in events)
    assert main(["sop", "try", NEW, *PERIOD]) == 0
    with home.open_records(read_only=True) as store:
        assert store.head() == before


def test_under_the_procedure_of_now_every_course_stays(home, capsys):
    assert main(["sop", "try", "poe-entry@2020-01-31", *PERIOD, "--json", "--exact"]) == 0
    found = told(capsys)
    assert (found["tried"], found["changed"], found["was"]) == (16, 0, {"advice": 8, "quarantine": 8})


def test_all_that_were_bound_to_the_same_texts_share_what_answers_add_up_to(home, monkeypatch, capsys):
    settings = []  # ten thousand travellers take seconds this way, minutes otherwise

    def walking(setting, log):
        settings.append(setting)
        return walk(setting, log)

    monkeypatch.setattr("screening.retrying.walk", walking)
    assert main(["sop", "try", "poe-entry@2020-01-31", *PERIOD]) == 0
    assert len(settings) == 16
    assert all(setting is settings[0] for setting in settings)


def test_texts_that_are_gone_are_counted_as_not_tried(home, capsys):
    walk = Walk().through(ILL)
    with home.open_records() as store:
        for number in range(5):
            events = [replace(event, stream=f"screening:old{number}") for event in walk.events]
            body = {**events[0].body, "digests": {**events[0].body["digests"], "definition": "0" * 64}}
            store.append(
                [replace(events[0], body=body), *events[1:]], replace(row_of(walk.state), screening=f"old{number}")
            )
    assert main(["sop", "try", NEW, *PERIOD, "--json", "--exact"]) == 0
    found = told(capsys)
    assert found["left_out"]["texts missing"] == 5
    assert (found["recorded"], found["tried"]) == (22, 16)


def test_a_period_without_records_is_told(home, capsys):
    assert main(["sop", "try", NEW, "--records", "2020-12-20..2020-12-24"]) == 0
    words = capsys.readouterr().out
    assert "recorded 0" in words
    assert "Nobody would change." in words


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (["who-covid19@1999-01-01", *PERIOD], "there is no edition"),
        ([NEW, "--records", "yesterday"], "is no period"),
        ([NEW, "--records", "2021-03-31..2021-03-01"], "is no period"),
    ],
)
def test_what_cannot_be_tried_is_told_in_a_sentence(call, says, home, capsys):
    assert main(["sop", "try", *call]) == 2
    assert says in capsys.readouterr().err


def test_the_events_of_a_period_come_screening_by_screening(home):
    with home.open_records(read_only=True) as store:
        found = list(store.clear(first=date(2021, 3, 23), last=date(2021, 3, 23)))
        assert len(found) == 18
        assert all(events == tuple(replace(e, identity={}) for e in store.read(events[0].stream)) for events in found)
        assert list(store.clear(first=date(2021, 3, 24))) == []
