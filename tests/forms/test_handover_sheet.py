"""The handover of a shift on paper."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from forms.handover_sheet import Handover, Section, handover_sheet

PLAIN = Handover(
    "en",
    "Handover of the shift · Lajas Blancas",
    "Desk 1 · handed over by o-17",
    "",
    (("12", "screened"), ("1", "cases")),
    (
        Section("WAITING (1)", (("09:14, 46 years", "Documents · set aside", "11 min late", True),), ""),
        Section("QUEUE", (), "0 people in the queue"),
    ),
    ("Handed over by: o-17", "Taken over by:"),
    "No names.",
)


def pages(handover):
    """The words of each page."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(handover_sheet(handover))).pages]


def test_it_says_what_is_handed_over_and_has_a_line_for_both():
    (words,) = pages(PLAIN)
    for said in ("12", "screened", "WAITING (1)", "46 years", "11 min late", "0 people in the queue", "Taken over by:"):
        assert said in words
    assert "TRAINING" not in words


def test_a_drill_says_so_on_every_page():
    rows = tuple((f"row {number}", "below", "now", False) for number in range(80))
    long = replace(PLAIN, band="TRAINING - not valid", sections=(Section("MANY (80)", rows, ""),))
    found = pages(long)
    assert len(found) > 1
    assert all("TRAINING - not valid" in words for words in found)
    assert all(f"row {number} " in " ".join(found) + " " for number in range(80))
    assert ["Taken over by:" in words for words in found] == [False] * (len(found) - 1) + [True]


def test_the_same_input_gives_the_same_bytes_and_foreign_text_is_text():
    assert handover_sheet(PLAIN) == handover_sheet(PLAIN)
    hostile = replace(PLAIN, title="<b>R&D</b> \u202e\x00 " + "x" * 5000)
    assert "<b>R&D</b>" in pages(hostile)[0]
