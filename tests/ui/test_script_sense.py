"""`paso screen` reads the whole script before the first event: every mistake at once, and no trace of a refused one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sops.catalogue import load
from ui.command_line import main
from ui.demo.sense import sensible_script
from ui.home import Home

ROOT = Path(__file__).resolve().parents[2]
GOOD = """\
post: lajas-blancas
at: 2021-03-23T09:14:00-05:00
answers: {observe: well, documents: no_test, declare_signs: no, declare_contact: no, temperature: 36.6,
  emergency_end: recovered}
then:
  - hand over
"""
BAD = """\
post: lajas-negras
desk: 9
at: 2021-03-23T09:14:00-05:00
language: tlh
training: perhaps
document:
  surname: PEREZ
  age_years: 200
  sex: Q
  nationality: pan
  birth_date: 31/12/1980
  shoe: 42
answers:
  observe: perhaps
  temprature: 36.6
  temperature: {reading_c: 52}
  signs: {fever: 3, sneezing: yes}
  camp_period: {first: 1, last: 5}
  judgement: {class: suspected, reason: mood}
  second_reading: 12
then:
  - emergency at dangr
  - emergency: now
  - correct camp: perhaps
  - correct nothing: yes
  - duty waltz
  - duty isolate: gladly
  - print poem
  - speak klingon
  - companion: {relation: son, age_years: 700, shoe: 3}
  - companion
  - crash hard
  - dance
"""
TOLD = {
    1: "no post 'lajas-negras'",
    4: "'tlh' is no language here",
    5: "yes or no",
    8: "age",
    9: "sex",
    10: "nationality",
    11: "YYYY-MM-DD",
    12: "no such key",
    14: "'perhaps' is not one of",
    15: 'Did you mean "temperature"?',
    16: "30.0 to 45.0",
    17: "sneezing",
    18: "first not after last",
    19: "'mood' is no reason here",
    20: "30.0 to 45.0",
    22: 'Did you mean "danger"?',
    23: "emergency at STEP",
    24: "not yes, no",
    25: "no step 'nothing'",
    26: "no duty 'waltz'",
    27: "mapping",
    28: "no paper 'poem'",
    29: "'klingon' is no language here",
    30: "0 to 130",
    31: "companion: {relation",
    32: "crash",
    33: "nothing that can happen",
}


@pytest.fixture
def refused(tmp_path, capsys):
    """What is told of a script that must be refused."""

    def tell(text: str, home: Path | None = None) -> str:
        path = tmp_path / "bad.yaml"
        path.write_text(text, encoding="utf-8")
        assert main(["screen", "--script", str(path), "--home", str(home or tmp_path / "home")]) == 2
        return capsys.readouterr().err

    return tell


def test_every_mistake_is_told_at_once_with_its_line(refused):
    said = refused(BAD)
    for line, words in TOLD.items():
        assert any(f"bad.yaml:{line}:" in told and words in told for told in said.splitlines()), (line, words, said)
    told = {int(each.split("bad.yaml:")[1].split(":")[0]) for each in said.splitlines() if "bad.yaml:" in each}
    assert told == set(TOLD)


def test_a_desk_is_one_of_its_post(refused):
    assert "bad.yaml:1:7" in (said := refused("desk: 9\n" + GOOD))
    assert "it has 1, 2" in said


def test_before_the_first_edition_there_is_nothing_to_walk(refused):
    said = refused(GOOD.replace("2021-03-23", "2019-03-23"))
    assert "bad.yaml:2:5" in said
    assert "no edition" in said


def test_a_moment_that_is_not_said_hides_no_other_mistake(refused):
    said = refused("answers:\n  observe: perhaps\n")
    assert "at: say when" in said
    assert "bad.yaml:2:12" in said


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("countersign s-03", "no downgrade waits"),
        ("duty isolate", "no duty here"),
        ("correct signs: {fever: 2}", "not asked now"),
        ("emergency at signs", "never stands at 'signs'"),
    ],
)
def test_what_only_the_walk_shows_is_refused_with_its_line_too(refused, then, told):
    said = refused(GOOD.replace("hand over", then))
    assert "bad.yaml:6:" in said
    assert told in said


@pytest.mark.parametrize("text", [BAD, GOOD.replace("hand over", "countersign s-03")])
def test_a_refused_script_leaves_no_trace(refused, tmp_path, text):
    home = Home(tmp_path / "home")
    refused(text)
    assert not home.has_records
    assert not (home.folder / "desk.json").exists()
    home.open_records().close()
    before = {path.name: path.read_bytes() for path in home.folder.glob("records*")}
    refused(text)
    assert {path.name: path.read_bytes() for path in home.folder.glob("records*")} == before


@pytest.mark.parametrize("lines", ["crash at temperature", "emergency at temperature\n  - refusal at temperature"])
def test_several_acts_may_stand_at_steps(tmp_path, capsys, lines):
    path = tmp_path / "good.yaml"
    path.write_text(GOOD.replace("  - hand over", f"  - {lines}"), encoding="utf-8")
    assert main(["screen", "--script", str(path), "--home", str(tmp_path / "home")]) == 0
    said = capsys.readouterr().out
    assert all(f"-> {line.removeprefix('  - ').split(' at ')[0]}" in said for line in lines.splitlines())


def test_every_script_of_ours_makes_sense():
    known = load()
    scripts = [*sorted((ROOT / "ui" / "demo" / "day").glob("*.yaml")), ROOT / "docs" / "samples" / "script.yaml"]
    assert len(scripts) == 31
    for path in scripts:
        assert sensible_script(path, known).answers


@pytest.mark.parametrize("year", ["0002", "2200", "9999"])
def test_a_year_in_which_nobody_comes_is_told(refused, year):
    said = refused(GOOD.replace("2021-03-23T09:14:00-05:00", f"{year}-12-31T23:59:59-05:00"))
    assert "bad.yaml:2:5: SOP113: at: nobody comes in" in said
