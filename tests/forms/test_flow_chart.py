"""The flow chart: every step, way and course is on it, nothing lies upon anything else, and it prints."""

from __future__ import annotations

import io
import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from forms.drawing import Frame, Word
from forms.flow_chart import PAPERS, chart_pages, flow_chart_pdf, flow_chart_svg
from forms.page import Box
from sops.catalogue import load

CATALOGUE = load()
PROCEDURE = CATALOGUE.procedure("poe-entry@2020-01-31")
WORDING = CATALOGUE.wording
LANGUAGES = ("es", "en")


def said(pages):
    return "\n".join(" ".join(mark.block.lines) for page in pages for mark in page.marks if isinstance(mark, Word))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_step_with_its_number_and_every_course_is_on_it(paper, language):
    words = said(chart_pages(PROCEDURE, WORDING, language, paper))
    for number, step in enumerate(PROCEDURE.steps.values(), 1):
        assert f"{number}  ·  {step.part}  ·  " in words
        assert step.title[language] in words
    for course in PROCEDURE.courses.values():
        assert course.title[language] in words


def test_ways_that_lead_elsewhere_are_said_with_the_number_of_the_step():
    words = said(chart_pages(PROCEDURE, WORDING, "en", "screen"))
    number = {name: at for at, name in enumerate(PROCEDURE.steps, 1)}
    assert f"A reading of 38 °C or more → Mask and shade ({number['rest_mask']})" in words
    assert f"Danger sign → Emergency ({number['call_ambulance']})" in words
    assert "otherwise → the decision" in words
    assert "back to the walk" in words
    assert "Leaf(" not in words


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_lies_upon_anything_else_or_off_the_paper(paper):
    for page in chart_pages(PROCEDURE, WORDING, "es", paper):
        sheet = Box(0, 0, page.width, page.height)
        boxes = [mark.box for mark in page.marks if isinstance(mark, Frame)]
        words = [Box(mark.x, mark.y, 1, mark.block.height) for mark in page.marks if isinstance(mark, Word)]
        assert all(box.inside(sheet) for box in (*boxes, *words))
        for one, other in combinations(boxes, 2):
            assert (
                one.right <= other.x + 0.1
                or other.right <= one.x + 0.1
                or one.foot <= other.y + 0.1
                or other.foot <= one.y + 0.1
            )


def test_the_same_procedure_gives_the_same_pages_on_a4_and_a3():
    for paper, (width, height) in (("a4", PAPERS["a4"]), ("a3", PAPERS["a3"])):
        made = flow_chart_pdf(PROCEDURE, WORDING, "es", paper)
        assert made == flow_chart_pdf(PROCEDURE, WORDING, "es", paper)
        document = pypdfium2.PdfDocument(io.BytesIO(made))
        assert 1 <= len(document) <= 4
        assert document[0].get_size() == pytest.approx((width, height), abs=0.5)
        text = document[0].get_textpage().get_text_range()
        assert "Control sanitario de COVID-19 a la entrada" in text
        assert "Observar" in text


def test_the_picture_for_the_screen_is_plain_svg_whose_words_can_be_read():
    root = ET.fromstring(flow_chart_svg(PROCEDURE, WORDING, "es"))
    assert {re.sub(r"\{.*\}", "", each.tag) for each in root.iter()} == {"svg", "title", "rect", "polyline", "text"}
    words = " ".join(each.text or "" for each in root.iter() if each.tag.endswith("}text"))
    for step in PROCEDURE.steps.values():
        assert step.title["es"].split()[0] in words


@pytest.mark.parametrize("file", CATALOGUE.of_kind("overlay"), ids=lambda file: file.name)
def test_a_procedure_with_an_overlay_is_drawn_as_well(file):
    if not file.data["on"].startswith("poe-entry"):
        pytest.skip("an overlay of something else")
    laid = CATALOGUE.procedure(f"{file.data['on']}+{file.name}")
    words = said(chart_pages(laid, WORDING, "es", "a3"))
    assert all(step.title["es"] in words for step in laid.steps.values())
