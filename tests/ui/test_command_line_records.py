"""`paso record`, `slip`, `store` and `summary` as a person or a program calls them. Never a traceback."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from screening.events import Event
from tests.ui.test_command_line import SCRIPT, objects
from ui.command_line import main
from ui.home import Home


@pytest.fixture
def recorded(tmp_path, paso_home, capsys):
    """A data folder with one screening, and what `paso screen` said of it."""
    script = tmp_path / "traveller.yaml"
    script.write_text(SCRIPT, encoding="utf-8")
    main(["screen", "--script", str(script), "--json"])
    return objects(capsys)[0]


def test_records_are_listed_shown_and_told_event_by_event(recorded, capsys):
    number = recorded["slips"][0]
    assert main(["record", "list", "--json"]) == 0
    (row,) = objects(capsys)
    assert (row["slip"], row["outcome"]) == (number, "referred_and_received")
    assert main(["record", "list", "--on", "2021-03-22"]) == 0
    assert number not in capsys.readouterr().out
    for command in (["show", number], ["show", number, "--json"], ["history", number], ["history", number, "--json"]):
        assert main(["record", *command]) == 0
        assert "ERIKSSON" not in capsys.readouterr().out
    for command in (["show", number], ["show", number, "--json"], ["history", number, "--json"]):
        assert main(["record", *command, "--with-identity"]) == 0
        assert "ERIKSSON" in capsys.readouterr().out
    assert main(["record", "history", row["screening"], "--json"]) == 0
    kinds = [event["kind"] for event in objects(capsys)]
    assert (kinds[0], kinds[1], kinds[-1]) == ("begun", "identified", "closed")


def test_a_slip_again_is_numbered_as_a_copy(recorded, tmp_path, capsys):
    out = tmp_path / "again.pdf"
    assert main(["slip", recorded["slips"][0], "--out", str(out), "--lang", "fr"]) == 0
    assert "copy 1" in capsys.readouterr().out
    assert main(["slip", recorded["screening"], "--out", str(out)]) == 0
    assert "copy 2" in capsys.readouterr().out
    assert out.read_bytes().startswith(b"%PDF")


def test_the_store_is_sound_and_its_rows_are_equal_to_their_events(recorded, capsys):
    assert main(["store", "check"]) == 0
    assert "the chain holds" in capsys.readouterr().out
    assert main(["store", "rebuild", "--json"]) == 0
    (found,) = objects(capsys)
    assert (found["rows"], found["differences"]) == (1, [])


def change(paso_home, *statements):
    """Raw SQL by somebody who first removes the refusals."""
    with closing(sqlite3.connect(paso_home / "records.sqlite")) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)


def test_rows_dropped_by_hand_are_made_anew(recorded, paso_home, capsys):
    change(paso_home, "DROP TABLE screening")
    assert main(["store", "rebuild"]) == 1
    assert "1 rows folded again" in capsys.readouterr().out
    assert main(["store", "rebuild"]) == 0


def test_no_row_is_made_from_a_log_that_does_not_hold(recorded, paso_home, capsys):
    change(paso_home, "UPDATE event SET raw = CAST('{}' AS BLOB) WHERE seq = 1")
    assert main(["store", "rebuild", "--json"]) == 1
    found = capsys.readouterr()
    assert json.loads(found.out)["problems"][0]["seq"] == 1
    assert "edited: event 1" in found.err
    assert main(["record", "list"]) == 0
    assert recorded["slips"][0] in capsys.readouterr().out


def test_a_screening_that_cannot_be_folded_is_named(recorded, paso_home, capsys):
    with Home(paso_home).open_records() as records:
        records.append([Event("screening:odd", "begun", datetime(2021, 3, 23, tzinfo=UTC), "o-1", {})])
    assert main(["store", "rebuild"]) == 3
    said = capsys.readouterr().err
    assert "screening:odd: cannot be folded" in said
    assert "mistake of the program" not in said


def test_records_put_back_to_an_older_state_are_told_wherever_they_are_read(recorded, paso_home, tmp_path, capsys):
    change(paso_home, "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")
    for call in (["record", "list"], ["record", "list", "--json"], ["summary", "--on", "2021-03-23", "--out"]):
        assert main([*call, str(tmp_path / "s")] if call[-1] == "--out" else call) == 1
        assert "1 are missing" in capsys.readouterr().err


@pytest.mark.parametrize("out", ["/dev/full", "."])
def test_a_slip_that_cannot_be_written_is_the_environment(recorded, out, capsys):
    if out != "." and not Path(out).exists():
        pytest.skip("there is no such device here")
    assert main(["slip", recorded["slips"][0], "--out", out]) == 3
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    "call",
    [
        ["classify", "-"],
        ["summary", "--on", "2021-03-23", "--out", "s"],
        ["slip", "PA-DAR-LB-1", "--out", "s.pdf"],
        ["screen", "--script", "s.yaml"],
        ["sop", "aloud", "poe-entry"],
    ],
)
def test_a_language_that_there_is_not_is_told(call, capsys):
    assert main([*call, "--lang", "xx"]) == 2
    assert "the languages are es, en, fr" in capsys.readouterr().err


def test_a_store_is_made_once(tmp_path, capsys):
    home = str(tmp_path / "home")
    assert main(["store", "init", "--post", "paso-canoas", "--home", home]) == 0
    assert main(["store", "init", "--post", "paso-canoas", "--home", home]) == 3
    assert main(["store", "init", "--post", "paso-canoas", "--desk", "99", "--home", str(tmp_path / "other")]) == 2


@pytest.mark.parametrize(
    "call",
    [
        ["record", "list"],
        ["store", "check"],
        ["store", "rebuild"],
        ["slip", "PA-DAR-LB-1", "--out", "x.pdf"],
        ["summary", "--on", "2021-03-23", "--out", "x"],
    ],
)
def test_where_no_records_are_the_environment_is_in_the_way(call, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main([*call, "--home", str(tmp_path / "nothing")]) == 3
    said = capsys.readouterr().err
    assert "there are no records here" in said
    assert "store init" in said
    assert not list(tmp_path.rglob("records.sqlite*"))


def test_a_damaged_store_is_told(recorded, paso_home, capsys):
    for file in paso_home.glob("records.sqlite-*"):
        file.unlink()
    (paso_home / "records.sqlite").write_bytes(b"nothing of a database" * 400)
    assert main(["record", "list"]) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_the_summary_comes_in_every_format(recorded, tmp_path, capsys):
    assert main(["summary", "--on", "2021-03-23", "--out", str(tmp_path / "s")]) == 0
    assert {file.suffix for file in (tmp_path / "s").iterdir()} == {".pdf", ".xlsx", ".csv", ".json"}
    assert main(["summary", "--on", "2021-03-23", "--format", "json", "--public", "--out", str(tmp_path / "p")]) == 0
    (file,) = (tmp_path / "p").iterdir()
    assert "public" in file.name
    assert main(["summary", "--on", "2021-03-23", "--format", "docx", "--out", str(tmp_path / "p")]) == 2
    assert main(["summary", "--on", "2021-03-23", "--format", "", "--out", str(tmp_path / "p")]) == 2
