"""The rail tells how a reading went in one line, and never as a verdict on the person."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

from screening import mrz, mrz_fields
from screening.mrz import read
from screening.mrz_transport import SLIPS
from tests.screening.test_mrz import td3
from tests.ui.stage import ERIKSSON, document
from ui.rail.reading import _DOUBTS, checks_in_words, reading_in_words

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


@pytest.mark.parametrize("expiry", ["<<<<<<", "270400"])
def test_an_expiry_date_that_is_not_whole_is_looked_at(expiry):
    (line,) = reading_in_words(read(td3(expiry=expiry), ON)).replace("\u2068", "").replace("\u2069", "").split("\n")
    assert line == "! Revise: vence"


ASKS_FOR_NOTHING = {"expired", *SLIPS}
NO_WARNING = {"F", "M", "year", "month", "day", "...", "None", "ok", "reject", "warn"}
BY_ROLE = {
    "{role} {unit} 00 read as unknown": "birth month 00",
    "unknown state code: {role}": "unknown state code: nationality",
}


def test_every_warning_of_the_reader_names_a_field_or_asks_for_nothing():
    """The texts that stand in a tuple or are appended in the reader, so that a new one is not forgotten here."""
    told = set()
    for module in (mrz, mrz_fields):
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
            inside = node.elts if isinstance(node, ast.Tuple) else node.args if _appends(node) else ()
            texts = (part.left if isinstance(part, ast.BinOp) else part for part in inside)
            told |= {
                ast.unparse(text).strip("f'\"") for text in texts if isinstance(text, ast.Constant | ast.JoinedStr)
            }
    warnings = {BY_ROLE.get(text, text) for text in told} - NO_WARNING
    assert {"no expiry date", "number in doubt: ", "digit in name", "sex X", "expired"} <= warnings
    assert {text for text in warnings - ASKS_FOR_NOTHING if not text.startswith(tuple(_DOUBTS))} == set()


def _appends(node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "append"


def test_the_rail_says_it_under_the_name(stage):
    stage.scan(ERIKSSON)
    rail = stage.conduct.around.traveller
    assert rail.digits.text() == "✓ Lectura completa\nDocumento vencido (no cambia el control)"
    assert "coinciden" in rail.digits.toolTip()


def test_a_document_that_was_not_read_is_said_until_it_is_copied(stage):
    rail = stage.conduct.around.traveller
    stage.press("F2")
    stage.answer(observe="well", documents="no_test")
    assert (rail.unread.text(), rail.unread.isVisible()) == ("Documento sin leer", True)
    assert rail.copy.height() >= 44
    rail.copy.click()
    stage.settle()
    assert stage.conduct.sheet == "typed"
    stage.press("⎋")
    stage.scan(ERIKSSON)
    assert not rail.unread.isVisible()
    assert not rail.copy.isVisible()


@pytest.mark.parametrize("keys", [("F2", "1", "3"), ("F2", "F12"), ("⎋",)])
def test_nothing_is_to_be_copied_of_who_has_no_papers_or_is_in_an_emergency(stage, keys):
    stage.press(*keys)
    rail = stage.conduct.around.traveller
    assert not rail.unread.isVisible()
    assert not rail.copy.isVisible()
