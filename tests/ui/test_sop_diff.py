"""`paso sop diff` from the outside."""

from __future__ import annotations

import json

import pytest

from sops.catalogue import SHIPPED
from ui.command_line import main

OLD, NEW = "who-covid19@2020-12-16", "who-covid19@2022-07-22"


def test_the_difference_is_read_as_prose(capsys):
    assert main(["sop", "diff", OLD, NEW]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"# From {OLD} to {NEW}\n")
    for line in (
        "## What no longer means the same",
        "### probable case → does not meet the definition",
        "- removed: `D-AREA`; `D-CAMP`; `D-IMG`",
        "- removed: `epidemiological` (epidemiological criteria)",
        "- `suspected.A.title` (en): “clinical and epidemiological criteria” → “clinical or epidemiological criteria”",
    ):
        assert line in said.splitlines()
    assert main(["sop", "diff", OLD, NEW, "--lang", "es"]) == 0
    assert "## Qué ya no significa lo mismo" in capsys.readouterr().out.splitlines()


def test_the_examples_of_the_json_are_classified_so_by_paso(capsys, tmp_path):
    assert main(["sop", "diff", OLD, NEW, "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert (found["before"], found["after"], found["kind"]) == (OLD, NEW, "definition")
    ways = [(change, shift) for change in found["changes"] for shift in change["shifts"]]
    assert len(ways) > 20
    travellers = tmp_path / "travellers.jsonl"
    travellers.write_text("".join(json.dumps({"id": n, "facts": s["example"]}) + "\n" for n, (_, s) in enumerate(ways)))
    for edition, key in ((OLD, "from"), (NEW, "to")):
        assert main(["classify", "--definition", edition, str(travellers)]) == 0
        verdicts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [verdict["class"] for verdict in verdicts] == [change[key] for change, _ in ways]


def test_a_file_that_is_not_installed_is_compared_too(capsys, tmp_path):
    draft = tmp_path / "draft.yaml"
    text = (SHIPPED / "definitions" / "who-covid19" / "2022-07-22.yaml").read_text("utf-8")
    draft.write_text(text.replace("value: 38.0", "value: 37.5"), "utf-8")
    assert main(["sop", "diff", NEW, str(draft), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["texts"] == [
        {
            "section": "parameters",
            "added": [],
            "removed": [],
            "moved": [],
            "reworded": [],
            "altered": [{"at": "fever_threshold_c", "field": "value", "before": 38.0, "after": 37.5}],
        }
    ]
    readings = {shift["example"]["temp_c"] for change in found["changes"] for shift in change["shifts"]}
    assert readings == {37.5}


def test_procedures_are_compared_by_what_they_say(capsys):
    name = "poe-entry@2020-01-31"
    assert main(["sop", "diff", name, name, "--lang", "es"]) == 0
    assert "Los textos son iguales." in capsys.readouterr().out


def test_an_edition_is_compared_with_itself_under_an_overlay(capsys):
    name = "poe-entry@2020-01-31"
    assert main(["sop", "diff", name, f"{name}+airport@2020-01-31"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "- `posts`: added airport" in said
    assert [line for line in said if line.startswith("- added: `seat_row` (")]
    assert not [line for line in said if "overlaid" in line]


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("who-covid19@2020-12-16", "poe-entry@2020-01-31", "Name two procedures or two definitions."),
        ("who-covid19@1999-01-01", "who-covid19@2020-12-16", "there is no edition 'who-covid19@1999-01-01'"),
        ("nowhere.yaml", "who-covid19@2020-12-16", "nowhere.yaml"),
    ],
)
def test_what_cannot_be_compared_is_told_without_a_traceback(one, other, says, capsys):
    assert main(["sop", "diff", one, other]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert says in told.err
    assert "Traceback" not in told.err
