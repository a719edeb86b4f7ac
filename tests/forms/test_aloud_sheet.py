"""An edition read aloud on paper: every sentence is there in its order, and the flow chart follows."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest

from forms.aloud_sheet import aloud_pdf
from sops.aloud import aloud
from sops.catalogue import NoEditionError, load

CATALOGUE = load()
NAMES = [file.name for kind in ("procedure", "definition") for file in CATALOGUE.of_kind(kind)]


def pages(pdf):
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return [page.get_textpage().get_text_range() for page in document]


def words(text):
    """The words alone: marks of Markdown, breaks of lines and the foot of the page left out."""
    return re.findall(r"\w+", re.sub(r"[*`#]", "", text))


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_prose_is_on_paper_in_its_order(name, language):
    found = pages(aloud_pdf(CATALOGUE, name, language))
    foot = re.compile(rf"{re.escape(name)}\s+\d+\b")
    printed = [word for page in found for word in words(foot.sub("", page, count=1))]
    spoken = words(aloud(CATALOGUE, name, language))
    assert "".join(printed).startswith("".join(spoken)[:2000])
    for at in range(0, len(spoken) - 12, 97):
        assert "".join(spoken[at : at + 12]) in "".join(printed)


def test_the_flow_chart_follows_a_procedure_and_not_a_definition():
    assert "La decisión" in pages(aloud_pdf(CATALOGUE, "poe-entry@2020-01-31", "es"))[-1] + "".join(
        pages(aloud_pdf(CATALOGUE, "poe-entry@2020-01-31", "es"))[-3:]
    )
    assert all("La decisión" not in page for page in pages(aloud_pdf(CATALOGUE, "who-covid19@2020-12-16", "es")))


def test_the_same_edition_gives_the_same_bytes_and_one_that_is_not_there_is_told():
    assert aloud_pdf(CATALOGUE, NAMES[1], "en") == aloud_pdf(CATALOGUE, NAMES[1], "en")
    with pytest.raises(NoEditionError, match="who-covid19@2020-12-16"):
        aloud_pdf(CATALOGUE, "who-covid19@1999-01-01", "en")
