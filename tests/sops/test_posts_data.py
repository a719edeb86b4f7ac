"""The posts and sources as shipped: checked, tied together, and open about what is to be set or confirmed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sops import building, grammar, reading, shapes

SOPS = Path(grammar.__file__).parent.parent
POSTS = sorted((SOPS / "posts").glob("*.yaml"))
CITED = (
    "who-2020-01-31", "who-2020-02-27", "who-2020-03-20", "who-2020-08-07", "who-2020-12-16", "who-2022-02-14",
    "who-2022-07-22", "iom-sop-poe-2020", "who-ill-travellers-2020", "who-ground-crossings-2020",
    "who-checklist-2021", "cdc-poe-2020", "ihr-2005", "who-ppe-2020", "who-cleaning-2020", "eth-tiu", "dtm-pa-2020",
    "iom-five", "syn-2022", "who-case-investigation-2020", "who-imci", "crc", "refugee-convention-1951", "icao-9303",
    "who-sitrep-2020", "paso-design",
)  # fmt: skip


def checked(path):
    result = shapes.check(str(path), reading.read(path))
    assert not result.mistakes, "\n".join(map(str, result.mistakes))
    return result.data


@pytest.fixture(params=POSTS, ids=lambda path: path.stem)
def post(request):
    return building.post(checked(request.param), "digest")


def named(name):
    return building.post(checked(SOPS / "posts" / f"{name}.yaml"), "digest")


def test_the_reception_station():
    post = named("lajas-blancas")
    assert (post.kind, post.code, post.camp_like) == ("reception_station", "PA-DAR-LB", True)
    assert post.on_duty == ("officer", "health", "supervisor", "attendant")
    assert post.desks == ("1", "2")


def test_the_ground_crossing_has_no_health_worker():
    post = named("paso-canoas")
    assert (post.kind, post.code, post.camp_like) == ("ground_crossing", "PA-CHI-PC", False)
    assert post.on_duty == ("officer", "supervisor")


def test_posts_use_the_shipped_procedure_definition_and_areas(post):
    assert (post.procedure, post.definition, post.areas) == ("poe-entry", "who-covid19", "who-transmission")
    assert checked(SOPS / "areas" / f"{post.areas}.yaml")["areas"] == post.areas


def test_posts_keep_the_time_of_panama(post):
    assert post.time_zone == "America/Panama"
    assert ZoneInfo(post.time_zone)
    assert post.country == "PAN"


def test_each_language_is_offered_once_and_spanish_first(post):
    assert sorted(post.languages) == sorted(grammar.LANGUAGES)
    assert post.languages[0] == "es"


def test_phones_are_placeholders_that_say_so(post):
    for phone in [post.phone, *(receiver.phone for receiver in post.receivers)]:
        assert phone == "+507 000-0000 (post setting)"


def test_rooms_have_a_key_each_hold_somebody_and_claim_nothing(post):
    assert 1 <= len(post.rooms) <= 9
    for room in post.rooms:
        assert room.places >= 1
        assert room.mark == "design"


def test_receivers_are_dated_and_none_claims_more_than_was_seen(post):
    for receiver in post.receivers:
        assert isinstance(receiver.checked_on, date)
        assert receiver.mark in ("recalled", "verified secondary")


@pytest.mark.parametrize("need", ["emergency", "case", "quarantine", "ordinary_care", "refusal", "unaccompanied_child",
                                  "asylum", "trafficking", "sexual_violence", "rights_complaint", "death"])  # fmt: skip
def test_each_need_has_a_receiver(post, need):
    assert any(need in receiver.receives for receiver in post.receivers)


def test_the_identity_of_the_cleared_is_kept_by_no_law_we_know(post):
    assert post.retention_law is None


def test_every_document_that_rules_cite_is_listed_with_what_was_seen():
    sources = checked(SOPS / "sources.yaml")["sources"]
    assert set(sources) == set(CITED)
    for document, facts in sources.items():
        assert len(facts["seen"]) >= 4, document


def test_who_editions_carry_their_own_date():
    sources = checked(SOPS / "sources.yaml")["sources"]
    editions = {
        document: facts for document, facts in sources.items() if re.fullmatch(r"who-\d{4}-\d\d-\d\d", document)
    }
    assert len(editions) == 7
    for document, facts in editions.items():
        assert facts["date"] == document.removeprefix("who-")


def test_our_own_settings_are_never_passed_off_as_who_or_iom():
    own = checked(SOPS / "sources.yaml")["sources"]["paso-design"]
    assert own["publisher"] == "Paso Seguro team"


def test_posts_and_areas_cite_listed_documents():
    sources = checked(SOPS / "sources.yaml")["sources"]
    for path in [*POSTS, *(SOPS / "areas").glob("*.yaml")]:
        assert checked(path)["source"]["document"] in sources


def test_countries_and_divisions_of_posts_and_areas_are_named():
    countries = checked(SOPS / "names" / "countries.yaml")["words"]
    divisions = checked(SOPS / "names" / "divisions.yaml")["words"]
    for path in POSTS:
        data = checked(path)
        assert data["country"] in countries
        assert data["division"] in divisions
    for row in checked(SOPS / "areas" / "who-transmission.yaml")["rows"]:
        assert row["country"] in countries
