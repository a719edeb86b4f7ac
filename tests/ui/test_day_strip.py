"""The strip of the last 14 days names the month in full: `mar` is Tuesday there."""

from __future__ import annotations

from datetime import date

from ui.appearance import LOOKS
from ui.interview.strip import DayStrip, Span
from ui.strings import speak


def strip(qtbot, on, *spans):
    made = DayStrip(LOOKS["light"], on)
    qtbot.addWidget(made)
    made.show_spans(spans)
    return made


def test_the_month_is_named_in_full(qtbot):
    speak("es")
    assert strip(qtbot, date(2021, 3, 23)).months() == [(14, "marzo")]


def test_a_month_that_begins_within_is_named_where_it_begins(qtbot):
    speak("es")
    assert strip(qtbot, date(2021, 4, 8)).months() == [(7, "abril"), (14, "marzo")]
    assert strip(qtbot, date(2021, 3, 13)).months() == [(12, "marzo")]  # no room for February before it
    assert strip(qtbot, date(2021, 4, 2)).months() == [(14, "marzo")]  # nor for April at the end


def test_no_month_lies_under_a_bar(qtbot):
    speak("es")
    assert strip(qtbot, date(2021, 3, 23), Span(12, 4)).months() == []
    assert strip(qtbot, date(2021, 3, 23), Span(11, 4)).months() == [(14, "marzo")]
    assert strip(qtbot, date(2021, 3, 23), Span(20, 14)).months() == []
