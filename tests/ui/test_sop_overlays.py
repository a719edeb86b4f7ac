"""Overlays on the command line: texts with overlays are listed, read aloud and proved; no screening without them."""

from __future__ import annotations

import json

from sops.catalogue import SHIPPED
from ui.command_line import main
from ui.home import Home, Place

AIRPORT = "poe-entry@2020-01-31+airport@2020-01-31"
SCRIPT = """\
post: tocumen
at: 2021-03-23T09:14:00-05:00
document: {mrz: "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"}
answers: {observe: well, documents: no_test, declare_signs: no, declare_contact: no, temperature: 36.5}
"""


def test_texts_with_overlays_are_listed_and_read_aloud(paso_home, capsys):
    assert main(["sop", "list", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (row,) = [row for row in rows if row["name"] == AIRPORT]
    assert row["places"] == ["reception_station", "ground_crossing", "airport"]
    assert main(["sop", "aloud", AIRPORT, "--lang", "es"]) == 0
    said = capsys.readouterr().out
    assert "## Fijado aquí" in said
    assert "¿En qué fila, según la tarjeta de embarque?" in said


def test_every_text_that_a_post_works_with_is_proved(paso_home, capsys):
    assert main(["sop", "prove", AIRPORT]) == 0
    assert "23 theorems: 23 proved" in capsys.readouterr().out


def test_a_screening_at_the_airport_is_bound_to_the_text_with_its_overlay(paso_home, tmp_path, capsys):
    script = tmp_path / "traveller.yaml"
    script.write_text(SCRIPT, encoding="utf-8")
    assert main(["screen", "--script", str(script), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["course"] == "advice"
    assert main(["record", "history", told["screening"], "--json"]) == 0
    begun = json.loads(capsys.readouterr().out.splitlines()[0])
    assert begun["body"]["procedure"] == AIRPORT
    kept = paso_home / "texts" / f"{begun['body']['digests']['procedure']}.yaml"
    assert b'"seat_row"' in kept.read_bytes()


def test_no_screening_begins_where_the_overlay_of_the_post_does_not_fit(paso_home, tmp_path, capsys):
    base = (SHIPPED / "procedures/poe-entry/2020-01-31.yaml").read_text(encoding="utf-8")
    (paso_home / "sops").mkdir(parents=True)
    (paso_home / "sops" / "base.yaml").write_text(base.replace("facility_period", "seat_row"), encoding="utf-8")
    Home(paso_home).settle(Place("tocumen", training=True))
    script = tmp_path / "traveller.yaml"
    script.write_text(SCRIPT, encoding="utf-8")
    assert main(["screen", "--script", str(script)]) == 2
    said = capsys.readouterr().err
    assert "airport@2020-01-31 cannot be laid on poe-entry@2020-01-31" in said
    assert 'the edition has a step "seat_row" already. Rename this one.' in said
    assert main(["record", "list"]) != 0
