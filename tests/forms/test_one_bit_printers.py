"""Papers on a printer that knows black and white alone, at 203 dots an inch: nothing is lost, nothing is a bar."""

from __future__ import annotations

import io
from collections.abc import Callable

import paper_samples as samples
import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from forms.blank_form import blank_forms
from forms.handover_sheet import Handover, Section, handover_sheet
from forms.notice import advice_notice
from forms.slip import referral_slip
from sops.catalogue import load

SHIFT = Handover(
    "es", "Entrega del turno", "Mesa 1", "", (("12", "personas"),), (Section("COLA", (), "Nadie"),), ("A:",), ""
)


def blank() -> bytes:
    known = load()
    post = known.post("lajas-blancas")
    return blank_forms(known.procedure("poe-entry@2020-01-31"), post, known.wording, ["PA-DAR-LB-1K7-48210377-Q"])


PAPERS: dict[str, Callable[[], bytes]] = {
    "slip": lambda: referral_slip(samples.TYPICAL, "ht"),
    "notice": lambda: advice_notice(samples.NOTICE, "ht"),
    "blank form": blank,
    "handover": lambda: handover_sheet(SHIFT),
}


def one_bit(pdf: bytes) -> list[Image.Image]:
    """The pages without grey: what is half dark or more is black."""
    pages = [page.render(scale=203 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]
    return [page.point(lambda grey: 0 if grey < 128 else 255) for page in pages]


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_seen_through_and_no_picture_needs_a_mask(paper):
    for page in pypdf.PdfReader(io.BytesIO(PAPERS[paper]())).pages:
        states = page["/Resources"].get("/ExtGState", {})
        for state in (states[name].get_object() for name in states):
            assert state.get("/SMask", "/None") == "/None"
            assert {float(state.get(alpha, 1)) for alpha in ("/ca", "/CA")} == {1.0}
        assert not list(page.images)


@pytest.mark.parametrize("paper", PAPERS)
def test_no_part_of_a_page_prints_black(paper):
    for page in one_bit(PAPERS[paper]()):
        assert 0.001 < page.histogram()[0] / (page.width * page.height) < 0.15
        coarse = page.resize((page.width // 40, page.height // 40), Image.Resampling.BOX)  # squares of 5 mm
        assert not any(coarse.histogram()[:64]), "a square is all but black"


def test_the_code_of_the_slip_is_still_read():
    for page in one_bit(PAPERS["slip"]()):
        (code,) = zxingcpp.read_barcodes(page)
        assert code.text
