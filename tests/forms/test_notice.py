"""The advice notice, read back from its PDF."""

from __future__ import annotations

import io
from dataclasses import replace

import paper_samples as samples
import pypdf
import pytest

from forms.notice import advice_notice, draw_notice
from forms.page import A5_LANDSCAPE, MM, Box


def read(notice, language):
    reader = pypdf.PdfReader(io.BytesIO(advice_notice(notice, language)))
    assert len(reader.pages) == 1
    assert tuple(map(round, reader.pages[0].mediabox[2:])) == tuple(map(round, A5_LANDSCAPE))
    return " ".join(reader.pages[0].extract_text().split())


@pytest.mark.parametrize("language", ["es", "en", "fr", "pt", "ht", "ur"])
def test_the_notice_speaks_spanish_and_the_travellers_language(language):
    text = read(samples.NOTICE, language)
    assert "Puede continuar" in text
    assert "+507 6000-1234" in text
    second = language if language != "ur" else "en"
    assert samples.NOTICE.next_steps[second].split()[0] in text


def test_everything_stands_inside_the_page():
    sheet = draw_notice(samples.NOTICE, "ht")
    page = Box(10 * MM, 10 * MM, sheet.width - 20 * MM, sheet.height - 20 * MM)
    assert [words for words, box in sheet.placed if not box.inside(page)] == []


def test_endless_advice_still_takes_one_page():
    sheet = draw_notice(replace(samples.NOTICE, advice=({"es": "Espere. " * 500},) * 3), "fr")
    assert all(box.foot < sheet.height for _, box in sheet.placed)


def test_the_same_input_gives_the_same_bytes():
    assert advice_notice(samples.NOTICE, "ht") == advice_notice(samples.NOTICE, "ht")


def test_a_phone_nobody_gave_is_unknown():
    assert "desconocido" in read(replace(samples.NOTICE, phone=None), "es")
