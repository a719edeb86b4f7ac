"""The demonstration day: everybody ends as was meant, the kill loses nothing, and it repeats to the byte."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ui.command_line import main
from ui.demo.specimens import NORM_CARD, NORM_PASSPORT, card, passport

pytestmark = pytest.mark.slow

ENDS = {
    "03-father": ("suspected", "referred_and_received"),
    "07-rested": ("not_a_case", "cleared_with_advice"),
    "08-unaccompanied": ("not_a_case", "cleared_with_advice"),
    "10-suspected": ("suspected", "referred_and_received"),
    "11-collapse": ("undetermined", "emergency_handover"),
    "12-probable": ("probable", "referred_and_received"),
    "13-exposed": ("contact", "quarantine_handover"),
    "14-confirmed": ("confirmed", "referred_and_received"),
    "15-gap": ("not_a_case", "referred_and_received"),
    "16-refusal": ("undetermined", "refused_referred_to_authority"),
    "17-left": ("undetermined", "left_before_end"),
    "19-killed": ("suspected", "referred_and_received"),
    "20-downgraded": ("suspected", "ordinary_care"),
    "22-ill-contact": ("contact", "ordinary_care"),
    "24-breathless": ("not_a_case", "emergency_handover"),
    "25-fainted": ("not_a_case", "ordinary_care"),
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """The folders of two demonstrations of one seed."""
    places = []
    for number in (1, 2):
        place = tmp_path_factory.mktemp("demo") / f"day-{number}"
        assert main(["demo", "--out", str(place), "--seed", "11"]) == 0
        places.append(place)
    return places


@pytest.fixture(scope="module")
def told(shown):
    return json.loads((shown[0] / "demo.json").read_text("utf-8"))


def test_everybody_comes_to_the_end_that_was_meant(told):
    ends = {each["key"]: (each["class"]["id"], each["outcome"]["id"]) for each in told["travellers"]}
    assert len(ends) >= 25
    assert {key: ends[key] for key in ENDS} == ENDS


def test_all_eleven_languages_come_by(told):
    assert {each["language"]["id"] for each in told["travellers"]} == {
        "es", "en", "fr", "pt", "ht", "ar", "bn", "hi", "ne", "ur", "zh",
    }  # fmt: skip


def test_the_kill_loses_nothing_and_the_walk_goes_on_at_the_very_step(told):
    (kill,) = (each["kill"] for each in told["travellers"] if each["kill"])
    assert kill["step"] == kill["resumed_at"] == "places"
    assert kill["events_before"] == kill["events_after"] > 300


def test_the_store_is_sound_and_the_cleared_are_forgotten(told):
    store = told["store"]
    assert (store["chain_holds"], store["rows_equal"]) == (True, True)
    cleared = [each for each in told["travellers"] if each["outcome"]["id"] == "cleared_with_advice"]
    assert store["erased"] == len(cleared)
    assert {each["name"] for each in cleared} == {None}


def test_alerts_and_the_second_person_are_told(told):
    by_key = {each["key"]: each for each in told["travellers"]}
    assert [alert["id"] for alert in by_key["15-gap"]["alerts"]] == ["definition-gap"]
    assert [alert["id"] for alert in by_key["26-self-test"]["alerts"]] == ["antigen-not-counted"]
    assert by_key["20-downgraded"]["judgement"]["agreed_by"] == "s-03"
    assert by_key["14-confirmed"]["queued"]


def test_the_same_seed_gives_the_same_bytes(shown):
    def files(place: Path) -> dict[str, bytes]:
        kinds = ("*.json", "*.pdf", "*.csv", "*.xlsx")
        found = [file for kind in kinds for file in place.rglob(kind) if "home" not in file.parts]
        return {file.relative_to(place).as_posix(): file.read_bytes() for file in found}

    first, second = map(files, shown)
    assert first == second
    assert len(first) > 30


def test_no_name_is_in_a_file_name_or_outside_its_folder(shown, capsys):
    names = " ".join(file.name for file in shown[0].rglob("*"))
    assert "BAPTISTE" not in names.upper()


class Links(HTMLParser):
    """Everything the page refers to, and every tag in it."""

    def __init__(self) -> None:
        super().__init__()
        self.refers: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.refers += [value for name, value in attrs if name in ("href", "src") and value]


def test_the_page_asks_nobody_for_anything_and_leads_to_what_is_there(shown):
    page = Links()
    page.feed((shown[0] / "index.html").read_text("utf-8"))
    assert "script" not in page.tags
    outside = [each for each in page.refers if not each.startswith(("#", "data:image/png;base64,"))]
    assert outside
    for each in outside:
        assert "//" not in each
        assert (shown[0] / each).is_file(), each


def test_hostile_names_are_text_on_the_page(shown):
    page = (shown[0] / "index.html").read_text("utf-8")
    assert "<b>Ana</b>" not in page


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path, capsys):
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert main(["demo", "--out", str(tmp_path)]) == 2
    assert (tmp_path / "thesis.txt").read_text("utf-8") == "years of work"


def test_our_check_digits_are_those_of_the_norm():
    assert passport("ERIKSSON", "ANNA MARIA", "L898902C3", "740812", "F", "120415")[:88].startswith(NORM_PASSPORT[:73])
    assert card("ERIKSSON", "ANNA MARIA", "D23145890", "740812", "F", "120415") == NORM_CARD
