"""`paso` as a person or a program calls it: what it prints, and its exit codes. Never a traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.command_line import main

ROOT = Path(__file__).resolve().parents[2]
PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
ILL = {"id": "T-1", "definition": "who-covid19@2020-12-16", "facts": {"symptoms": {"anosmia": 2}}}
SCRIPT = """
post: lajas-blancas
desk: 1
officer: o-17
at: 2021-03-23T09:14:00-05:00
document: {mrz: "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"}
language: ht
answers:
  observe: ill
  documents: no_test
  declare_signs: yes
  declare_contact: no
  temperature: {reading_c: 38.2, then_after: 10 min, second: 38.4}
  danger: no
  inform: yes
  signs: {fever: 3, cough: 3}
  camp: yes
  camp_period: {first: 5, last: 0}
  judgement: agree
  contact_how: face_to_face
then:
  - companion: {relation: son, age_years: 7, name: Marco}
  - duty isolate
  - crash
  - print slip
  - hand over
"""


@pytest.fixture
def given(monkeypatch):
    """What stands on standard input."""

    def give(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))

    return give


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "traveller.yaml"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def objects(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


# ----------------------------------------------------------------------------------------------------------------- mrz


def test_mrz_tells_a_person_what_the_passport_says(given, capsys):
    given(PASSPORT)
    assert main(["mrz"]) == 0
    said = capsys.readouterr().out
    assert "ERIKSSON, ANNA MARIA" in said
    assert "L898902C3" in said
    assert "expired" in said


def test_mrz_json_gives_one_object_a_line_and_1_for_a_rejection(given, capsys):
    given(
        "\n".join(
            json.dumps({"id": name, "on": "2010-01-01", "raw": raw}) for name, raw in (("a", PASSPORT), ("b", "?"))
        )
    )
    assert main(["mrz", "--json", "-"]) == 1
    first, second = objects(capsys)
    assert (first["id"], first["status"], first["kind"]) == ("a", "ok", "TD3")
    assert (second["id"], second["status"]) == ("b", "reject")


def test_mrz_of_nothing_is_a_wrong_call(given, capsys):
    given("")
    assert main(["mrz", "--json"]) == 2


# ------------------------------------------------------------------------------------------------------------ classify


def test_classify_gives_a_verdict_a_line(given, capsys):
    given(json.dumps(ILL) + "\n" + json.dumps({**ILL, "id": "T-2"}))
    assert main(["classify", "-"]) == 0
    first, second = objects(capsys)
    assert (first["id"], first["class"], first["by"]) == ("T-1", "probable", "probable.C")
    assert second == {**first, "id": "T-2"}


def test_classify_takes_one_object_over_several_lines(given, capsys):
    given(json.dumps(ILL, indent=2))
    assert main(["classify", "-"]) == 0
    assert len(objects(capsys)) == 1


@pytest.mark.parametrize(("lines", "code"), [([ILL, "x"], 1), (["x", "y"], 2), ([], 2)])
def test_classify_exits_with_1_for_some_and_2_for_none(given, capsys, lines, code):
    given("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    assert main(["classify", "-"]) == code


def test_classify_with_processes_says_the_same_in_the_same_order(tmp_path, capsys):
    path = tmp_path / "many.jsonl"
    path.write_text(
        "".join(json.dumps({**ILL, "id": f"T-{number}"}) + "\n" for number in range(9000)), encoding="utf-8"
    )
    assert main(["classify", str(path)]) == 0
    alone = capsys.readouterr().out
    assert main(["classify", "--jobs", "2", str(path)]) == 0
    assert capsys.readouterr().out == alone


def test_classify_explains_when_asked(given, capsys):
    given(json.dumps(ILL))
    assert main(["classify", "--explain", "--lang", "es", "-"]) == 0
    (found,) = objects(capsys)
    assert found["findings"]
    assert {"text", "truth"} <= found["findings"][0].keys()


@pytest.mark.parametrize(
    "call",
    [
        ["classify", "no-such-file.jsonl"],
        ["classify", "--definition", "who-covid19@1999-01-01", "-"],
        ["classify", "--on", "23-03-2021", "-"],
        ["classify", "--post", "nowhere", "-"],
        ["clasify", "-"],
        ["mrz", "--no-such-option"],
        ["sop", "aloud", "nothing"],
        ["sop", "aloud", "who-covid19@1999-01-01"],
    ],
)
def test_a_wrong_call_is_2_and_a_sentence(given, capsys, call):
    given(json.dumps(ILL))
    assert main(call) == 2
    told = capsys.readouterr().err
    assert told.startswith("paso: ")
    assert "Traceback" not in told


def test_an_unforeseen_mistake_is_a_code_and_a_note_without_values(monkeypatch, given, capsys, paso_home):
    def stumble(*_: object, **__: object) -> None:
        raise KeyError("ERIKSSON ANNA MARIA")

    monkeypatch.setattr("screening.mrz_batch.read_lines", stumble)
    given('{"raw": "x"}')
    assert main(["mrz", "--json"]) == 3
    told = capsys.readouterr().err
    (note,) = (paso_home / "crash-notes").iterdir()
    assert note.stem in told
    assert "ERIKSSON" not in told + note.read_text("utf-8")


def test_without_a_display_the_desk_says_so(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main([]) == 3
    assert "paso demo" in capsys.readouterr().err


def test_version_and_help_are_done(capsys):
    assert main(["--version"]) == 0
    assert "Paso Seguro" in capsys.readouterr().out
    assert main(["--help"]) == 0


def test_whoever_stops_reading_early_is_no_problem(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text(
        "".join(json.dumps({**ILL, "id": f"T-{number}"}) + "\n" for number in range(20_000)), encoding="utf-8"
    )
    with subprocess.Popen(
        [sys.executable, "-m", "ui.command_line", "classify", str(path)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (0, b"")


def test_classify_imports_no_window_and_no_database():
    code = (
        "import sys, io; sys.stdin = io.TextIOWrapper(io.BytesIO(b'{\"facts\": {}}'));"
        "from ui.command_line import main; main(['classify', '-']);"
        "print(sorted({'PySide6', 'sqlalchemy', 'reportlab', 'rich'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    assert done.stderr.strip() == b"[]"


# -------------------------------------------------------------------------------------------------------------- screen


def test_screen_walks_the_script_and_says_why_each_step_was_asked(script, tmp_path, capsys):
    assert (
        main(["screen", "--script", str(script), "--home", str(tmp_path / "home"), "--out", str(tmp_path / "out")]) == 0
    )
    said = capsys.readouterr().out
    steps = [line.split(": ")[0].split(". ")[1] for line in said.splitlines() if line[:3].strip().isdigit()]
    assert steps[:7] == [
        "observe", "documents", "declare_signs", "declare_contact", "temperature", "rest_mask", "second_reading",
    ]  # fmt: skip
    assert "can still change the class (" in said
    assert "the procedure always asks it" in said
    assert "a paper of the outcome needs it" in said
    assert "[no answer in the script]" in said
    assert "Not asked, though the script has an answer: contact_how" in said
    assert "Outcome: referred_and_received" in said
    (slip,) = (tmp_path / "out").glob("*.pdf")
    assert slip.stem.startswith("PA-DAR-LB-1")
    assert slip.read_bytes().startswith(b"%PDF")


def test_screen_in_spanish_and_for_programs(script, tmp_path, capsys):
    home = str(tmp_path / "home")
    assert main(["screen", "--script", str(script), "--home", home, "--lang", "es"]) == 0
    assert "siempre lo pregunta" in capsys.readouterr().out
    assert main(["screen", "--script", str(script), "--home", home, "--json"]) == 0
    (found,) = objects(capsys)
    assert found["not_asked"] == ["contact_how"]
    assert found["outcome"] == "referred_and_received"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "post: lajas-blancas\nat: tomorrow\nthen:\n  - dance\nanwsers: {}\n",
            ["2:5", "4:5", "5:1", 'Did you mean "answers"'],
        ),
        ("at: 2021-03-23T09:14:00-05:00\nanswers:\n  nonsense: yes\n", ["nonsense"]),
        ("at: 2021-03-23T09:14:00-05:00\nanswers:\n  observe: perhaps\n", ["observe", "perhaps"]),
        ("at: 2021-03-23T09:14:00-05:00\nthen:\n  - duty waltz\n", ["waltz"]),
        ("- a\n", ["mapping"]),
        ("a: &x 1\n", ["anchor"]),
    ],
)
def test_mistakes_in_a_script_are_told_with_their_places(tmp_path, capsys, text, told):
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    assert main(["screen", "--script", str(path), "--home", str(tmp_path / "home")]) == 2
    said = capsys.readouterr().err
    assert all(word in said for word in told), said


def test_a_script_without_a_folder_of_its_own_is_a_drill(script, monkeypatch, tmp_path, capsys):
    monkeypatch.delenv("PASO_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("ui.home.sys.platform", "linux")
    assert main(["screen", "--script", str(script)]) == 0
    assert "drill" in capsys.readouterr().err


# ----------------------------------------------------------------------------------------------------------------- sop


def test_sop_list_tells_dates_and_states(capsys):
    assert main(["sop", "list", "--json"]) == 0
    found = {each["name"]: each for each in objects(capsys)}
    assert found["who-covid19@2020-12-16"]["state"] == "expired"
    assert found["who-covid19@2022-07-22"]["state"] in ("active", "amber")
    assert main(["sop", "list"]) == 0
    rows = capsys.readouterr().out.splitlines()
    definition = next(row for row in rows if row.startswith("who-covid19@2020-12-16"))
    assert "16 Dec 2020  13 Feb 2022  13 Feb 2022" in " ".join(definition.split(" "))
    assert "poe-entry@" in "".join(rows)


def test_sop_check_tells_every_mistake_with_its_place(tmp_path, capsys):
    path = tmp_path / "bad.yaml"
    path.write_text("post: here\nnmae: there\n", encoding="utf-8")
    assert main(["sop", "check", str(path), "--json"]) == 1
    found = objects(capsys)
    assert {"file", "line", "column", "code", "kind", "severity", "path", "message"} == found[0].keys()
    assert any((each["line"], each["column"], each["kind"]) == (2, 1, "unknown-key") for each in found)


def test_sop_check_decides_the_vignettes_of_a_definition(tmp_path, capsys):
    text = (ROOT / "sops" / "definitions" / "who-covid19" / "2022-07-22.yaml").read_text("utf-8")
    bent = tmp_path / "bent.yaml"
    bent.write_text(text.replace("at least: 3", "at least: 2", 1), "utf-8")
    assert main(["sop", "check", str(bent)]) == 0
    assert main(["sop", "check", str(bent), "--vignettes"]) == 1
    told = capsys.readouterr().out
    assert "suspected is decided" in told
    assert "who-covid19-2022-07-22.yaml:" in told
    assert main(["sop", "check", "--vignettes"]) == 0


def test_an_edition_is_printed_and_drawn(tmp_path, capsys):
    pdf, svg, a3 = tmp_path / "x" / "read.pdf", tmp_path / "chart.svg", tmp_path / "chart.pdf"
    assert main(["sop", "aloud", "poe-entry", "--lang", "es", "--pdf", str(pdf)]) == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert main(["sop", "chart", "poe-entry", "--lang", "es", "--out", str(svg)]) == 0
    assert "Control sanitario" in svg.read_text("utf-8")
    assert main(["sop", "chart", "poe-entry", "--paper", "a3", "--out", str(a3)]) == 0
    assert a3.read_bytes().startswith(b"%PDF")
    for call, exit_code, says in (
        (["who-covid19", "--out", str(svg)], 2, "no procedure"),
        (["poe-entry", "--out", str(tmp_path / "chart.png")], 2, "an .svg or a .pdf"),
        (["poe-entry", "--paper", "a0", "--out", str(svg)], 2, "a4 or a3"),
        (["poe-entry", "--out", str(svg / "under.svg")], 3, "Check the drive"),
    ):
        assert main(["sop", "chart", *call]) == exit_code
        assert says in capsys.readouterr().err


def test_sop_check_takes_a_copy_of_a_shipped_file_for_that_file(tmp_path, capsys):
    shipped = ROOT / "sops" / "definitions" / "who-covid19" / "2020-12-16.yaml"
    (tmp_path / "copy.yaml").write_bytes(shipped.read_bytes())
    assert main(["sop", "check", str(tmp_path)]) == 0


@pytest.mark.parametrize("name", ["poe-entry@1999-01-01", "nothing"])
def test_an_edition_that_is_not_there_is_told_with_all_that_are(name, capsys):
    assert main(["sop", "aloud", name]) == 2
    told = capsys.readouterr().err
    assert "poe-entry" in told
    assert "who-covid19" in told


def test_a_folder_without_files_is_not_taken_for_the_shipped_ones(tmp_path, capsys):
    assert main(["sop", "check", str(tmp_path)]) == 1
    assert "Name a YAML file, or a folder that holds some." in capsys.readouterr().out


def test_a_file_that_is_not_there_does_not_hide_the_mistakes_of_the_others(tmp_path, capsys):
    half = tmp_path / "half.yaml"
    half.write_text("definition: [", "utf-8")
    assert main(["sop", "check", "--vignettes", str(half), str(tmp_path / "none.yaml")]) == 1
    told = capsys.readouterr().out
    assert "half.yaml:2:1" in told
    assert "none.yaml:1:1" in told


def test_sops_are_read_aloud_and_have_a_schema(capsys):
    assert main(["sop", "aloud", "poe-entry", "--lang", "es"]) == 0
    assert capsys.readouterr().out.startswith("# ")
    assert main(["sop", "schema"]) == 0
    assert "$schema" in json.loads(capsys.readouterr().out)
