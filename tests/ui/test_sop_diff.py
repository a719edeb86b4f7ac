"""`paso sop diff` from the outside."""

from __future__ import annotations

import json

import pytest

from sops.catalogue import SHIPPED, load
from sops.comparison import compare
from ui.command_line import main

OLD, NEW = "who-covid19@2020-12-16", "who-covid19@2022-07-22"
MET = {
    "en": ("face to face; 1 m or less; 15 minutes or more", "days -2 to 13 of", "or until 3 days after that person"),
    "es": ("cara a cara; 1 m o menos; 15 minutos o más", "días -2 a 13 de", "o hasta 3 días después de quedar esa"),
}


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


@pytest.mark.parametrize(("language", "added", "removed"), [("en", "added", "removed"), ("es", "añadido", "quitado")])
def test_what_an_exposure_must_be_is_told_in_words(language, added, removed, capsys):
    assert main(["sop", "diff", OLD, NEW, "--lang", language]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("- `contact_of_case.any of`")]
    assert "{" not in line
    first, then = line.split(f"; {removed} ")
    assert first.startswith(f"- `contact_of_case.any of`: {added} ")
    for words in MET[language]:
        assert words in first
    assert "-2 to 14" in then or "-2 a 14" in then


def test_what_an_exposure_must_be_is_in_words_in_the_json_too(capsys):
    assert main(["sop", "diff", OLD, NEW, "--json"]) == 0
    sections = {each["section"]: each for each in json.loads(capsys.readouterr().out)["texts"]}
    (altered,) = [each for each in sections["exposures"]["altered"] if each["at"] == "contact_of_case"]
    assert altered["before"][0] == (
        "contact with a case: probable case or confirmed case; face to face; 1 m or less; 15 minutes or more; "
        "days -2 to 14 of the other person's illness"
    )


def test_the_numbers_of_a_post_take_the_place_of_the_editions_own(capsys):
    known = load()
    files = [known.named("definition", name) for name in (OLD, NEW)]
    for numbers, least in (({}, 15), ({"contact_minutes": 30}, 30)):
        found = compare(known, *files, "en", numbers).as_json()
        sections = {each["section"]: each for each in found["texts"]}
        (altered,) = [each for each in sections["exposures"]["altered"] if each["at"] == "contact_of_case"]
        assert f"; {least} minutes or more; " in altered["before"][0]
        shown = json.dumps([shift["example"] for change in found["changes"] for shift in change["shifts"]])
        assert f'"minutes": {least + 1}.0' in shown
    assert main(["sop", "diff", OLD, NEW, "--post", "lajas-blancas"]) == 0
    assert capsys.readouterr().out.startswith(f"# From {OLD} to {NEW}\n")
    assert main(["sop", "diff", OLD, NEW, "--post", "nowhere"]) == 2
    assert "there is no post 'nowhere'" in capsys.readouterr().err


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
