"""The daily summary on paper, read back as text and measured."""

from __future__ import annotations

import io
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent))

from summary_samples import DAY, NEW, OLD, POST, ROWS, day_of, summarise

from forms.page import A4, MM, Box
from forms.summary_labels import SUMMARY_LABELS
from forms.summary_sheet import draw_summary, summary_sheet
from forms.summary_words import SummaryWords
from screening.release import release
from sops.catalogue import load

NAMES = load().wording
HEAD = (4711, "ab12cd34ef56")
THIRD = "who-covid19@2022-07-22"


def before(rows):
    return [replace(row, day="2021-03-22") for row in rows]


SUMMARY = summarise(POST, DAY, ROWS, before(day_of(40)), arrivals=16)
QUIET = summarise(POST, DAY, day_of(46), before(day_of(60, 4)))
SURGE = summarise(POST, DAY, day_of(1440, editions=(NEW, OLD)), before(day_of(1312, 9)), arrivals=1502)
ZERO = summarise(POST, DAY, (), (), editions=(NEW,))
TESTED = [
    replace(row, tests=f"{kind}:{result}")
    for kind in ("naat", "ag_rdt", "ag_self", "antibody", "pan_coronavirus", "other_pathogen")
    for result in ("positive", "negative", "inconclusive", "pending", "not_possible")
    for row in ROWS[:1]
]
FULL = [
    *day_of(9000, editions=(NEW, OLD, THIRD)),
    *TESTED,
    *(replace(ROWS[0], nationality=f"{n:03d}", language=f"l{n}", desk=f"desk {n}") for n in range(60)),
]
CROWDED = summarise(replace(POST, name="Estación " * 50, desks=tuple("123456")), DAY, FULL, before(FULL))
DAYS = {"hand": SUMMARY, "quiet": QUIET, "surge": SURGE, "zero": ZERO, "crowded": CROWDED}
ALL = [
    (name, version, language)
    for name in DAYS
    for version in ("health_authority", "public")
    for language in ("es", "en")
]


def text_of(made):
    page = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range()
    return " ".join(page.split())


def drawn(name, version, language):
    return draw_summary(release(DAYS[name], version), SummaryWords(language, NAMES), head=HEAD, amber=(NEW, OLD))


@pytest.mark.parametrize(("name", "version", "language"), ALL)
def test_a_summary_is_one_page_without_images(name, version, language):
    (page,) = pypdf.PdfReader(io.BytesIO(drawn(name, version, language).to_bytes())).pages
    assert tuple(map(round, page.mediabox[2:])) == tuple(map(round, A4))
    assert not list(page.images)


@pytest.mark.parametrize(("name", "version", "language"), ALL)
def test_everything_stands_inside_the_page_and_nothing_on_anything_else(name, version, language):
    sheet = drawn(name, version, language)
    page = Box(9 * MM, 7 * MM, sheet.width - 18 * MM, sheet.height - 12 * MM)
    placed = [(words, box) for words, box in sheet.placed if words.strip()]
    assert [words for words, box in placed if not box.inside(page)] == []
    for number, (words, box) in enumerate(placed):
        for other, its in placed[number + 1 :]:
            across = min(box.right, its.right) - max(box.x, its.x)
            down = min(box.foot, its.foot) - max(box.y, its.y)
            assert across <= 0.6 or down <= 0.2 * min(box.height, its.height) + 0.3, (words, other)


def test_the_page_says_what_the_pencil_says():
    text = text_of(summary_sheet(SUMMARY, language="en", names=NAMES, head=HEAD))
    for said in (
        "Estación de Recepción Migratoria Lajas Blancas · PA-DAR-LB",
        "Tuesday 23 March 2021",
        "epidemiological week 12",
        "EXACT · health authority",
        "75 % of 16 arrivals",
        "Readings of 38.0 °C or more 3",
        "Temperature taken 75 %",
        "At once, most 2",
        "Stay in isolation, median 90 min",
        "Class to call, median 10 min",
        "Class to handover, median 95 min",
        "Companions of cases 4",
        "Companions per case 1.3",
        "Parties with 2 cases or more 1",
        "Overrides by an official 1",
        "Downgrades pending 1",
        "Minors 3",
        "Pregnant 1",
        "Unaccompanied 1",
        "Language without material 1",
        "antigen · positive 1",
        "PCR/NAAT · could not be done 1",
        "Desk 2: screened 3",
        "22 · 29.2 s",
        "Class · WHO 2020-08-07",
        "Class · WHO 2020-12-16",
        "Broken trend",
        "Record no. 4711 · AB12CD34",
        "Death at the post 0",
        "No outcome yet 1",
    ):
        assert said in text, said
    assert "ZERO REPORT" not in text
    assert "*" not in text


def test_a_quiet_day_in_spanish():
    text = text_of(summary_sheet(QUIET, names=NAMES))
    assert "martes 23 de marzo de 2021" in text
    assert "Resumen diario" in text
    assert "Tamizadas, por hora" in text
    assert "ayer" in text
    assert "Registro: sin sello" in text
    assert "Quiebre" not in text


@pytest.mark.parametrize("version", ["health_authority", "public"])
def test_a_day_without_cases_says_so_aloud(version):
    text = text_of(summary_sheet(ZERO, version, names=NAMES))
    assert "INFORME CERO: ningún caso sospechoso, probable ni confirmado, y nadie aislado en investigación." in text
    assert "Clase · OMS 2020-12-16" in text


@pytest.mark.parametrize(("version", "number"), [("health_authority", "1"), ("public", "*")])
def test_somebody_isolated_under_investigation_is_no_zero_report(version, number):
    isolated = replace(ROWS[4], classification="undetermined", floor="contact", ceiling="probable")
    text = text_of(summary_sheet(summarise(POST, DAY, [*ROWS[:4], isolated]), version, names=NAMES))
    assert f"NO ES INFORME CERO: ningún caso seguro todavía; aisladas en investigación: {number}." in text


def test_the_public_page_hides_what_the_plan_hides():
    text = text_of(summary_sheet(SUMMARY, "public", "en", names=NAMES))
    assert "PUBLIC VERSION" in text
    assert "* = hidden: counts of 1 to 4" in text
    assert "Isolated *" in text
    assert "Pregnant *" in text
    assert "Death at the post 0" in text
    assert "yesterday 40" not in text


def test_six_numbers_stand_large():
    sheet = drawn("hand", "health_authority", "en")
    large = [words for words, box in sheet.placed if box.height > 30]
    assert large == ["12", "4", "5", "2", "3", "4"]


def test_an_edition_past_its_date_is_told():
    text = text_of(summary_sheet(QUIET, language="en", names=NAMES, amber=(NEW,)))
    assert f"AMBER: {NEW} is past its review or end date" in text


def test_a_revision_says_its_number():
    assert "revisión 2" in text_of(summary_sheet(QUIET, names=NAMES, revision=2))
    assert "revisión" not in text_of(summary_sheet(QUIET, names=NAMES)).replace("fecha de revisión", "")


def test_a_third_edition_is_not_dropped_in_silence():
    assert "further editions, in the spreadsheet: 1" in text_of(summary_sheet(CROWDED, language="en", names=NAMES))


def test_entries_beyond_the_page_are_counted_together():
    text = text_of(summary_sheet(CROWDED, language="en", names=NAMES))
    assert "others (" in text


def test_a_language_without_words_gives_spanish():
    assert "Resumen diario" in text_of(summary_sheet(QUIET, language="bn", names=NAMES))


@pytest.mark.parametrize("version", ["health_authority", "public"])
def test_the_same_input_gives_the_same_bytes(version):
    assert summary_sheet(SURGE, version, names=NAMES, head=HEAD) == summary_sheet(
        SURGE, version, names=NAMES, head=HEAD
    )


def test_the_page_is_black_on_white_and_leaves_no_ink_to_copy():
    picture = pypdfium2.PdfDocument(summary_sheet(SURGE, names=NAMES))[0].render(scale=1.5).to_pil()
    red, green, blue = picture.convert("RGB").split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()
    dark = sum(red.histogram()[:128]) / (picture.width * picture.height)
    assert dark < 0.12


def test_every_label_has_both_languages():
    assert [name for name, (es, en) in SUMMARY_LABELS.items() if bool(es) != bool(en)] == []


@settings(max_examples=25)
@given(st.text(max_size=300), st.text(max_size=30), st.text(max_size=30))
def test_no_name_of_a_post_desk_or_country_stops_the_page(post, desk, nationality):
    rows = [replace(row, desk=desk, nationality=nationality, language=nationality) for row in ROWS]
    summary = summarise(replace(POST, name=post, code=desk), DAY, rows)
    assert len(pypdf.PdfReader(io.BytesIO(summary_sheet(summary, "public", names=NAMES))).pages) == 1


def test_a_day_is_named_without_figures_that_could_be_read_backwards():
    assert SummaryWords("es", NAMES).day(date(2021, 2, 1)) == "lunes 1 de febrero de 2021"
    assert SummaryWords("en", NAMES).day(date(2021, 2, 1)) == "Monday 1 February 2021"


def test_a_page_takes_no_longer_than_a_slip_or_two():
    summary_sheet(SURGE, names=NAMES)
    start = time.process_time()
    summary_sheet(SURGE, names=NAMES)
    assert time.process_time() - start < 0.5
