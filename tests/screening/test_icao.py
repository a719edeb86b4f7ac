"""State codes. Source: ICAO Doc 9303-3, section 5; ISO 3166-1."""

from __future__ import annotations

import pytest
from babel import Locale

from screening.icao import ALPHA2, SPECIAL, alpha2, is_known, state_name


def test_all_249_codes_of_iso_3166_1_are_there_once():
    assert len(ALPHA2) == 249
    assert len(set(ALPHA2.values())) == 249
    assert all(len(code) == 3 and len(two) == 2 and (code + two).isupper() for code, two in ALPHA2.items())


def test_no_special_code_hides_a_country():
    assert not set(ALPHA2) & set(SPECIAL)


@pytest.mark.parametrize(
    ("code", "two"),
    [("PAN", "PA"), ("COL", "CO"), ("HTI", "HT"), ("CUB", "CU"), ("SSD", "SS"), ("D", "DE"), ("XXB", None)],
)
def test_codes_lead_to_alpha_2(code, two):
    assert alpha2(code) == two


@pytest.mark.parametrize(
    "code",
    [
        "D", "DEU", "EUE", "GBD", "GBN", "GBO", "GBP", "GBS", "RKS", "UNO", "UNA", "UNK", "XBA", "XIM", "XCC", "XCE",
        "XCO", "XEC", "XPO", "XES", "XMP", "XOM", "XDC", "XXA", "XXB", "XXC", "XXX", "UTO",
    ],
)  # fmt: skip
def test_special_codes_are_known(code):
    assert is_known(code)


@pytest.mark.parametrize("code", ["", "D<<", "DDD", "XYZ", "UT0", "pan", "ZZZ", "YUG", "PA"])
def test_other_codes_are_unknown(code):
    assert not is_known(code)


@pytest.mark.parametrize(
    ("code", "es", "en"),
    [
        ("PAN", "Panamá", "Panama"),
        ("HTI", "Haití", "Haiti"),
        ("D", "Alemania", "Germany"),
        ("XXA", "Apátrida", "Stateless person"),
        ("QQQ", "QQQ", "QQQ"),
    ],
)
def test_names_are_shown_in_the_language_asked_for(code, es, en):
    assert state_name(code, "es", Locale("es").territories) == es
    assert state_name(code, "en", Locale("en").territories) == en


def test_cldr_names_every_country():
    for language in ("es", "en"):
        names = Locale(language).territories
        assert all(two in names for two in ALPHA2.values())
