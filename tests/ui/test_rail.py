"""The rail tells how a reading went in one line, and never as a verdict on the person."""

from __future__ import annotations

from datetime import date

import pytest

from screening.mrz import read
from tests.ui.stage import ERIKSSON, document
from ui.rail.reading import checks_in_words, reading_in_words

ON = date(2011, 3, 23)
EXPIRED = date(2021, 3, 23)
WHOLE = ("P", "A1234567", "850101", "DESIR", "JEAN")


def test_a_document_read_in_full_asks_for_nothing():
    reading = read(ERIKSSON, ON)
    assert reading_in_words(reading) == "✓ Lectura completa"
    assert checks_in_words(reading).startswith("Dígitos de control que coinciden: ")


def test_an_expired_document_is_said_to_change_nothing():
    assert reading_in_words(read(ERIKSSON, EXPIRED)).split("\n") == [
        "✓ Lectura completa",
        "Documento vencido (no cambia el control)",
    ]


@pytest.mark.parametrize(
    ("raw", "look"),
    [
        (document(*WHOLE).replace("A1234567<", "AI234567<"), "número"),
        (document(*WHOLE).replace("UTODESIR<<JEAN", "UTO<<JEAN<<<<<"), "nombre"),
        (document(*WHOLE).replace("UTO850101", "QQQ850101"), "nacionalidad"),
        (document(*WHOLE).lower(), ""),
        (document(*WHOLE) * 2, ""),
    ],
)
def test_what_was_doubtful_is_named_and_what_the_cable_did_is_not(raw, look):
    reading = read(raw, ON)
    assert reading.status in ("ok", "warn")
    (line,) = reading_in_words(reading).replace("\u2068", "").replace("\u2069", "").split("\n")
    assert line == (f"! Revise: {look}" if look else "✓ Lectura completa")


def test_the_rail_says_it_under_the_name(stage):
    stage.scan(ERIKSSON)
    rail = stage.conduct.around.traveller
    assert rail.digits.text() == "✓ Lectura completa\nDocumento vencido (no cambia el control)"
    assert "coinciden" in rail.digits.toolTip()
