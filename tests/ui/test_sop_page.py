"""The page of procedures in the window: what is in force, settings, assumptions, prose, search; keys alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sops.model import Source
from sops.proofs.theorem import Theorem
from tests.ui.stage import ERIKSSON
from ui.plain import clean
from ui.sop_page.in_force import in_force
from ui.sop_page.page import SopPage
from ui.sop_page.settings import assumptions, settings
from ui.sop_page.tabs import TABS
from ui.sop_page.theorems import theorems_said


def said(blocks):
    lines = [block.words.split("\t") for block in blocks]
    return ["\t".join(clean(cell).replace("\u200b", "") for cell in cells) for cells in lines]


def page_of(stage):
    stage.control("F1")
    page = stage.window.page
    assert isinstance(page, SopPage)
    return page


def ready(stage, page):
    while page.waits:
        stage.settle()


def test_what_is_in_force_is_said_with_its_dates(stage):
    words = said(in_force(stage.desk))
    assert words[0] == "En vigor aquí"
    assert "Todo lo que rige aquí está dentro de sus fechas." in words
    assert "en vigor aquí desde el 16 dic 2020 · hasta el 13 feb 2022 · revisar antes del 13 feb 2022 · publicado el 16 dic 2020" in words  # fmt: skip  # noqa: E501
    upcoming, past = words.index("Próximas ediciones"), words.index("Ediciones anteriores")
    assert [line.split("@")[1][:10] for line in words[upcoming + 1 : past]] == ["2022-02-14", "2022-07-22"]
    assert [line.split("@")[1][:10] for line in words[past + 1 :] if "who-covid19" in line] == [
        "2020-08-07", "2020-03-20", "2020-02-27", "2020-01-31",
    ]  # fmt: skip


def test_an_edition_past_its_review_is_amber_in_words_with_a_duty(stage, clock):
    clock.moment = datetime(2031, 1, 1, 15, 0, tzinfo=UTC)
    ambers = [block for block in in_force(stage.desk) if block.kind == "amber"]
    assert [block.words.partition(":")[0] for block in ambers] == ["POR REVISAR", "POR REVISAR"]
    assert all("Supervisión: pregunte a la autoridad sanitaria" in block.words for block in ambers)


def test_every_number_stands_with_unit_who_set_it_and_mark(stage):
    rows = {line.split("\t")[0]: line.split("\t")[1:] for line in said(settings(stage.desk)) if "\t" in line}
    assert rows["Descanso antes de la segunda lectura"] == ["10 minutos", "edición 2020-01-31", "Paso Seguro, A4 · ajuste del puesto"]  # fmt: skip  # noqa: E501
    assert rows["Mayoría de edad"][2] == "Convención sobre los Derechos del Niño, artículo 1 · fuente por confirmar"
    definition = stage.desk.catalogue.definition("who-covid19@2020-12-16")
    procedure = stage.desk.catalogue.procedure("poe-entry@2020-01-31")
    for edition in (definition, procedure):
        assert {parameter.title["es"] for parameter in edition.parameters.values()} <= rows.keys()


def test_a_number_the_post_sets_differently_says_so(stage, monkeypatch):
    setting = stage.desk.setting(stage.desk.today())
    post = replace(setting.post, parameters={"fever_rest_minutes": 20.0})
    monkeypatch.setattr(type(stage.desk), "setting", lambda *_: replace(setting, post=post))
    rows = {line.split("\t")[0]: line.split("\t")[1:] for line in said(settings(stage.desk)) if "\t" in line}
    assert rows["Descanso antes de la segunda lectura"][:2] == ["20 minutos", "este puesto; edición: 10 minutos"]


def test_every_decision_of_the_encoder_is_listed_with_its_mark(stage):
    lines = said(assumptions(stage.desk))
    marks = {"D-FEVER": "ajuste del puesto", "D-SLASH": "texto leído"}
    for decision, mark in marks.items():
        assert [line.endswith(mark) for line in lines if line.startswith(f"{decision} ")] == [True]
    definition = stage.desk.catalogue.definition("who-covid19@2020-12-16")
    assert all(any(line.startswith(each.name) for line in lines) for each in definition.assumptions)


def test_the_difference_to_the_edition_before_is_counted_away_from_the_window(stage):
    page = page_of(stage)
    stage.press("6")
    assert page.waits
    assert page.status.text() == "Un momento…"
    ready(stage, page)
    words = page.sheet.toPlainText()
    assert "De who-covid19@2020-08-07 a who-covid19@2020-12-16" in words
    assert "poe-entry@2020-01-31 es la primera edición" in clean(words, 10**6).replace("\u200b", "")


def test_theorems_are_told_by_what_must_be_acted_on(stage):
    says = {"es": "Nadie queda solo.", "en": "Nobody is left alone."}
    why = {"es": "En A1 sí.", "en": "At A1."}
    source = Source("paso-design", "invariant 6", "design")
    made = [
        Theorem("poe@1", "alone", says, "proved", why),
        Theorem("poe@1", "exit", says, "refuted", why, source, {"answers": {}}),
        Theorem("who@1", "gap", says, "declared", why),
    ]
    blocks = theorems_said(made, stage.desk.catalogue.wording)
    words = said(blocks)
    assert words[1] == "2 de 3 garantías se cumplen siempre, o la edición dice por qué no."
    assert blocks[1].kind == "amber"
    headings = [block.words for block in blocks if block.kind == "heading"]
    assert headings == ["No se cumplen (1)", "No se cumplen, y la edición lo dice (1)", "Se cumplen siempre (1)"]
    assert words[3:7] == [
        "Nadie queda solo.  poe@1",
        "En A1 sí.",
        "Fuente: Paso Seguro, invariant 6 · ajuste del puesto",
        "Hay una persona de ejemplo; quien escribe la edición la ve con el nombre «exit».",
    ]


def test_what_is_proved_of_the_texts_in_force_is_told(stage):
    page = page_of(stage)
    stage.press("7")
    ready(stage, page)
    words = page.sheet.toPlainText()
    assert "Alguien puede ser: caso sospechoso." in words
    assert "poe-entry@2020-01-31" in words.replace("\u200b", "")
    assert page.sheet.headings[0][0] == "Garantías"


def test_what_comes_too_late_is_not_shown(stage):
    page = page_of(stage)
    stage.press("6", "1")
    for _ in range(200):
        stage.settle()
        QTest.qWait(5)
    assert page.tab.id == "force"
    assert page.sheet.toPlainText().startswith("En vigor aquí")


def test_figures_open_the_pages_and_a_wide_page_takes_the_sides(stage):
    stage.scan(ERIKSSON)
    page = page_of(stage)
    assert not stage.window.left.isVisible()
    assert not stage.window.right.isVisible()
    for place, tab in enumerate(TABS, 1):
        stage.press(str(place))
        assert page.tab is tab
    stage.press("⎋")
    assert stage.window.left.isVisible()


def test_typing_filters_and_marks_and_escape_gives_everything_back(stage):
    page = page_of(stage)
    stage.press("4")
    whole = page.sheet.toPlainText()
    stage.press("0")
    stage.type("FIEBRE")
    shorter = page.sheet.toPlainText()
    assert 0 < len(shorter) < len(whole)
    assert clean(page.status.text()).endswith("párrafos con «FIEBRE»")
    marked = page.sheet.extraSelections()
    assert marked
    assert {mark.cursor.selectedText().lower() for mark in marked} == {"fiebre"}
    stage.type("zzz")
    assert clean(page.status.text()) == "Nada con «FIEBREzzz» en esta página."
    stage.press("⎋")
    assert page.sheet.toPlainText() == whole
    assert stage.window.page is page
    stage.press("⎋")
    assert stage.window.page is not page


def test_letters_of_a_search_never_call_an_emergency(stage):
    page = page_of(stage)
    stage.press("0", "e", "s")
    assert stage.window.page is page
    assert stage.desk.state is None


def test_right_goes_to_the_next_heading(stage):
    page = page_of(stage)
    stage.press("4")
    assert page.headings.currentRow() == 0
    QTest.keyClick(page, Qt.Key.Key_Right)
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert page.headings.currentRow() == 2
    assert page.sheet.verticalScrollBar().value() > 0
    assert page.headings.accessibleName() == "Apartados"


def test_the_flow_chart_is_a_picture_that_can_be_looked_at_closely(stage):
    page = page_of(stage)
    stage.press("5")
    ready(stage, page)
    assert page.chart.isVisible()
    assert not page.sheet.isVisible()
    assert page.chart.picture.accessibleName() == "Control sanitario de COVID-19 a la entrada"
    colours = {page.chart.picture.image.pixel(x, y) for x in range(0, 2000, 7) for y in range(0, 2000, 7)}
    assert len(colours) > 10
    whole = page.chart.picture.width()
    stage.press("\n")
    assert page.chart.picture.width() > whole * 1.5
    QTest.keyClick(page, Qt.Key.Key_Right)
    stage.press("↓")
    assert page.chart.horizontalScrollBar().value() > 0
    assert page.chart.verticalScrollBar().value() > 0
    stage.press("0")
    assert not page.field.hasFocus()
    stage.press("1")
    assert page.sheet.isVisible()
    assert page.field.isVisible()


def test_no_word_of_a_file_is_read_as_markup(stage):
    from ui.sop_page.blocks import para

    page = page_of(stage)
    page.sheet.show_blocks([para("<b>R&D</b> <img src=x>")])
    assert page.sheet.toPlainText() == "<b>R&D</b> <img src=x>"


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_tab_says_something_in_both_languages(make_stage, language):
    stage = make_stage(language=language)
    stage.confirm_clock()
    page = page_of(stage)
    for place, _ in enumerate(TABS, 1):
        stage.press(str(place))
        ready(stage, page)
        assert page.sheet.toPlainText().strip() or page.chart.isVisible()
