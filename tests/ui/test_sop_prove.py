"""`paso sop prove`: what it prints, its exit codes, and a refutation that `paso screen` replays."""

from __future__ import annotations

import json

import pytest

from sops.catalogue import SHIPPED
from ui.command_line import main
from ui.home import Home, Place

EDITION = "poe-entry@2020-01-31"


@pytest.fixture
def home(tmp_path):
    """A data folder whose procedure clears whoever says nothing."""
    text = (SHIPPED / "procedures/poe-entry/2020-01-31.yaml").read_text(encoding="utf-8")
    before, rule, after = text.partition("  - rule: signs_unknown\n")
    folder = tmp_path / "sops"
    folder.mkdir()
    broken = before + rule + after.replace("    course: ordinary_care_apart\n", "    course: advice\n", 1)
    (folder / "2020-01-31.yaml").write_text(broken, encoding="utf-8")
    Home(tmp_path).settle(Place(training=True))  # where unsigned texts may be tried
    return tmp_path


def test_the_shipped_procedure_is_proved(tmp_path, capsys):
    assert main(["sop", "prove", EDITION, "--home", str(tmp_path), "--lang", "es"]) == 0
    printed = capsys.readouterr().out
    assert "Toda respuesta lleva adelante" in printed
    assert "demostrado" in printed
    assert "(paso-design 9.12)" in printed
    assert "23 teoremas: 23 demostrados, 0 declarados, 0 refutados, 0 sin decidir." in printed


def test_an_edition_that_is_not_there_is_told_with_those_that_are(tmp_path, capsys):
    assert main(["sop", "prove", "poe-exit", "--home", str(tmp_path)]) == 2
    assert EDITION in capsys.readouterr().err


def test_theorems_are_told_to_programs_one_a_line(tmp_path, capsys):
    assert main(["sop", "prove", "who-covid19@2020-01-31", "--home", str(tmp_path), "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {each["about"] for each in told} == {"who-covid19@2020-01-31"}
    assert {each["state"] for each in told} <= {"proved", "declared"}


def test_a_refutation_is_a_script_that_screens(home, tmp_path, capsys):
    assert main(["sop", "prove", str(home / "sops" / "2020-01-31.yaml"), "--home", str(home)]) == 1
    printed = capsys.readouterr().out
    lines = printed.partition("REFUTED      unknown-does-not-clear")[2].partition("shows it:\n")[2].splitlines()
    lines = lines[: next(i for i, line in enumerate(lines) if not line.startswith("      "))]
    file = tmp_path / "refuted.yaml"
    file.write_text("\n".join(["training: yes", *(line[6:] for line in lines)]) + "\n", encoding="utf-8")
    assert main(["screen", "--script", str(file), "--home", str(home), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["course"] == "advice"
    assert shown["verdict"]["ceiling"] in ("suspected", "probable", "confirmed")
