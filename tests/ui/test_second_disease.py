"""Measles at the border, from a folder of YAML alone: walked, shown, printed and counted, and never called COVID-19."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from forms.notice import advice_notice
from screening import proving
from screening.classification import classify
from screening.facts_json import read_facts
from screening.referring import advise
from screening.release import Version
from sops.aloud import aloud
from sops.catalogue import load, shipped_files
from sops.checking import check_paths
from sops.proofs import definition
from tests.ui.stage import ERIKSSON, Stage
from ui.command_line import main
from ui.day_papers import FORMATS, papers_of, setting_on

PACK = Path(__file__).parents[1] / "packs" / "measles"
KNOWN = load([PACK])
COVID = re.compile(r"covid|sars|corona|who-covid19|poe-entry|definición oms", re.IGNORECASE)
SCRIPT = """\
post: guabito
at: 2021-03-23T09:14:00-05:00
language: fr
answers:
  observe: ill
  spoken: {age_years: 9, sex: F}
  declare_signs: yes
  declare_contact: yes
  temperature: 38.6
  inform: yes
  signs: {fever: 3, rash: 2, conjunctivitis: 2, cough: no, coryza: no}
  contact_index: confirmed
  contact_period: {first: 12, last: 11}
  vaccination: one
  tests: none
  judgement: agree
then:
  - duty isolate
  - duty notify_health_authority: {reference: BOC-1}
  - duty list_party
  - duty slip
  - hand over
"""


@pytest.fixture
def walked(paso_home, tmp_path, capsys):
    """What `paso screen` said of a child with measles, and the text of the slip it printed."""
    shutil.copytree(PACK, paso_home / "sops")
    (paso_home / "desk.json").write_text('{"post": "guabito", "training": true}', encoding="utf-8")
    script = tmp_path / "child.yaml"
    script.write_text(SCRIPT, encoding="utf-8")
    assert main(["screen", "--script", str(script), "--out", str(tmp_path), "--json"]) == 0
    told = capsys.readouterr().out
    (slip,) = tmp_path.glob("*.pdf")
    return json.loads(told), told, words_of(slip.read_bytes())


def words_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_the_pack_is_in_order_and_stands_beside_what_is_shipped():
    assert [m for m in check_paths([PACK], shipped_files()) if m.severity == "error"] == []
    assert KNOWN.mistakes == ()
    assert {post.data["post"] for post in KNOWN.of_kind("post")} > {"guabito", "lajas-blancas"}
    assert KNOWN.wording.phrase("measles_rash", "fr").text.startswith("Avez-vous de la fièvre")
    assert KNOWN.wording.phrase("measles_rash", "ht").language == "es"
    assert KNOWN.wording.phrase("q2", "fr").text == load().wording.phrase("q2", "fr").text


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"symptoms": {"fever": 2, "rash": 1, "cough": "yes"}}, "probable"),
        ({"symptoms": {"fever": 2, "rash": 1}}, "suspected"),
        ({"symptoms": {"rash": 1}, "temp_c": 38.2}, "suspected"),
        ({"symptoms": {"rash": 1}}, "not_a_case"),
        ({"symptoms": {"fever": 2, "cough": "yes"}}, "not_a_case"),
        ({"symptoms": {"fever": 2, "rash": 1}, "tests": [{"type": "antibody", "result": "positive"}]}, "confirmed"),
        ({"symptoms": {}, "tests": [{"type": "antibody", "result": "positive"}]}, "not_a_case"),
        (
            {
                "symptoms": {"fever": 2, "rash": 1},
                "exposures": [
                    {"kind": "contact", "index": "confirmed", "how": "face_to_face", "distance_m": 1, "minutes": 20,
                     "first_day_ago": 12, "last_day_ago": 12}
                ],
            },
            "probable",
        ),
    ],
)  # fmt: skip
def test_it_classifies_by_its_own_definition(facts, expected):
    engine = KNOWN.engine("measles@2018-09-05")
    known, _ = read_facts(facts, onset_signs=engine.onset_signs)
    assert classify(engine, known).classification == expected


def test_the_first_day_of_illness_is_that_of_the_signs_of_this_disease():
    engine = KNOWN.engine("measles@2018-09-05")
    facts, _ = read_facts({"symptoms": {"rash": 4, "cough": 9}}, onset_signs=engine.onset_signs)
    assert facts.onset_days_ago == 4
    assert read_facts({"symptoms": {"rash": 4, "cough": 9}})[0].onset_days_ago == 9


def test_a_child_with_measles_is_walked_referred_and_never_called_a_case_of_covid(walked):
    result, told, slip = walked
    assert result["verdict"]["class"] == "probable"
    assert result["verdict"]["definition"] == "measles@2018-09-05"
    assert (result["course"], result["outcome"]) == ("case", "referred_and_received")
    assert "Una dosis" in slip
    assert "measles-entry@2021-01-01" in slip
    assert "erupción en la piel" in slip
    assert COVID.findall(told) == []
    assert COVID.findall(slip) == []


def test_a_well_traveller_is_told_what_to_do_by_the_days_of_this_disease(qapp, tmp_path, clock):
    stage = Stage(tmp_path / "home", KNOWN, clock, post="guabito")
    try:
        walk_through(stage, lambda: None, observe="well", declare_signs="no", temperature={"c": 36.5})
        assert stage.desk.state.course.id == "advice"
        notice = advise(stage.desk.state, KNOWN.wording, clock())
        assert "21 días" in notice.if_ill["es"]
        assert notice.if_ill["fr"].startswith("Si vous avez de la fièvre")
        assert COVID.findall(words_of(advice_notice(notice, "fr"))) == []
    finally:
        stage.close()


def test_all_that_is_claimed_of_it_is_proved_by_the_same_provers():
    procedure = proving.prove(KNOWN, KNOWN.procedure("measles-entry@2021-01-01"))
    classes = tuple(definition.theorems(KNOWN.engine("measles@2018-09-05"), KNOWN.wording))
    assert len(classes) == 10  # five classes to be attained, five criteria to decide
    assert {theorem.state for theorem in (*procedure, *classes)} == {"proved"}


def test_read_aloud_it_speaks_of_measles_alone():
    for name in ("measles@2018-09-05", "measles-entry@2021-01-01"):
        for language in ("es", "en"):
            assert COVID.findall(aloud(KNOWN, name, language)) == []


def test_a_day_of_measles_is_counted_in_every_format(qapp, tmp_path, clock):
    stage = Stage(tmp_path / "home", KNOWN, clock, post="guabito")
    try:
        walk_through(stage, lambda: None)
        setting = setting_on(KNOWN, stage.store, "guabito", clock().date())
        made = papers_of(stage.store, setting, clock().date(), Version.HEALTH_AUTHORITY, "es", now=clock())
        for form in FORMATS:
            raw = made.file(form, KNOWN.wording)
            said = words_of(raw) if form == "pdf" else "" if form == "xlsx" else raw.decode()
            assert COVID.findall(said) == []
        assert "measles 2018-09-05" in words_of(made.file("pdf", KNOWN.wording))
    finally:
        stage.close()


def test_no_screen_says_covid(qapp, tmp_path, clock):
    stage = Stage(tmp_path / "home", KNOWN, clock, post="guabito")
    seen: list[str] = []

    def look() -> None:
        for kind in (QLabel, QPushButton):
            seen.extend(each.text() for each in stage.window.findChildren(kind) if each.isVisible())

    try:
        walk_through(stage, look)
        assert stage.desk.state.course.id == "case"
        assert any("measles" in text for text in seen)
        assert [text for text in seen if COVID.search(text)] == []
    finally:
        stage.close()


def walk_through(stage: Stage, look, **otherwise) -> None:
    """A traveller with fever and spots, but for the answers named, to the end of the walk."""
    stage.confirm_clock()
    look()
    stage.scan(ERIKSSON)
    look()
    given = {
        "observe": "ill", "spoken": {"age_years": 30}, "declare_signs": "yes", "declare_contact": "no",
        "temperature": {"c": 38.6}, "inform": "yes", "signs": {"fever": 3, "rash": 2, "cough": "yes"},
        "vaccination": "none", "tests": [], "judgement": {"agree": True},
    }  # fmt: skip
    given |= otherwise
    while stage.step is not None:
        stage.desk.answer(given[stage.step])
        stage.conduct.render()
        look()
