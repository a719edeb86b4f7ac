"""Days in the walk: typed as figures or dates, by arrows, touched in the strip; places with their category."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.stage import ERIKSSON
from ui.interview.amount import DaysEntry, PeriodEntry
from ui.interview.places import PlacesEntry
from ui.interview.stays import area_said, gaps, spans_of
from ui.interview.strip import DayStrip, Span


def to(stage, clock, step, **answers):
    """The traveller in front is walked to that step."""
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test", declare_signs="yes", declare_contact="yes")
    stage.answer(temperature={"c": 38.2}, rest_mask=True)
    clock.advance(minutes=11)
    signs = dict.fromkeys(stage.desk.catalogue.wording.names["signs"], "no") | {"fever": 3, "cough": 2}
    values = {"done": True, "reading": {"c": 38.4}, "signs": signs, "days": 3, "period": {"first": 9, "last": 2}}
    told = {"danger": "no", "inform": "yes", **answers}
    while stage.step != step:
        stage.desk.answer(told.get(stage.step, values.get(stage.desk.state.at.answer, "unknown")))
    stage.presenter.moved.emit()
    stage.settle()
    return stage.conduct.card.entry


def touch(strip, ago):
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(int(strip._cell(ago).center().x()), 20))


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        (("3", "\n"), 3),
        (("1", "2", "\n"), 12),
        (("2", "1", "/", "3", "\n"), 2),  # the clock stands on 23 March 2021
        (("1", "5", "-", "3", "\n"), 8),
        (("↑", "↑", "↑", "↓", "\n"), 2),
        (("↑", "\n"), 1),
    ],
)
def test_the_onset_of_a_sign_is_typed_as_days_as_a_date_or_by_arrows(stage, clock, keys, days):
    to(stage, clock, "signs")
    stage.press("1", *keys, "0", "\n")
    assert stage.desk.state.value("signs")["fever"] == days
    assert stage.desk.state.value("signs")["cough"] == "no"


def test_a_day_that_has_not_come_is_said_and_kept_for_correction(stage, clock):
    entry = to(stage, clock, "signs")
    stage.press("1", "9", "9", "/", "9", "\n")
    assert "fecha" in stage.window.foot.message
    assert (entry.row, entry.typed) == (0, "99/9")
    stage.press("⌫", "⌫", "⌫", "⌫", "4", "\n")
    assert entry.said["fever"] == 4


def test_a_sign_without_a_known_day_is_still_yes(stage, clock):
    entry = to(stage, clock, "signs")
    stage.press("1", "\n")
    assert entry.said["fever"] == "yes"


def test_a_sign_is_answered_by_touch_alone(stage, clock):
    entry = to(stage, clock, "signs")
    said = []
    for _ in range(5):
        QTest.mouseClick(entry.rows.rows[1], Qt.MouseButton.LeftButton)
        said.append(entry.said.get("cough"))
    assert said == [None, "yes", "no", "unknown", "yes"]  # the first touch stands on the row
    stage.press("2", "\n")
    assert entry.said["cough"] == 2


def test_a_period_is_typed_moved_by_arrows_and_drawn(stage, clock):
    entry = to(stage, clock, "contact_period")
    assert isinstance(entry, PeriodEntry)
    stage.press("9", "\n", "2")
    assert entry.strip.spans == (Span(9, 2),)
    stage.press("↑", "\n")
    assert stage.desk.state.value("contact_period") == {"first": 9, "last": 3}


def test_a_period_is_touched_in_the_strip(stage, clock):
    entry = to(stage, clock, "contact_period")
    touch(entry.strip, 11)
    touch(entry.strip, 4)
    assert entry.strip.spans == (Span(11, 4),)
    touch(entry.strip, 8)  # a third touch begins anew
    touch(entry.strip, 6)
    stage.press("\n")
    assert stage.desk.state.value("contact_period") == {"first": 8, "last": 6}


def test_one_day_is_touched_typed_or_moved(qtbot, stage):
    entry = DaysEntry(stage.window.look, date(2021, 3, 23), None)
    qtbot.addWidget(entry)
    entry.resize(600, 300)
    given = []
    entry.answered.connect(lambda value, _: given.append(value))
    touch(entry.strip, 5)
    entry.arrow(-1)
    assert entry.enter()
    assert given == [6]
    assert entry.strip.spans == (Span(6, 6, "hold"),)


@pytest.mark.parametrize("wide", [300, 617, 1000])
def test_every_day_of_the_strip_is_found_under_its_own_cell(qtbot, stage, wide):
    strip = DayStrip(stage.window.look, date(2021, 3, 23))
    qtbot.addWidget(strip)
    strip.resize(wide, 72)
    for ago in range(15):
        assert strip.day_at(strip._cell(ago).center().x()) == ago


def test_the_strip_says_its_periods_aloud(qtbot, stage):
    strip = DayStrip(stage.window.look, date(2021, 3, 23))
    qtbot.addWidget(strip)
    strip.show_spans((Span(9, 2),))
    assert strip.accessibleName() == "Los últimos 14 días: domingo 14 de marzo – domingo 21 de marzo"


def test_places_show_their_category_in_order_and_the_days_that_are_missing(stage, clock):
    entry = to(stage, clock, "places")
    assert isinstance(entry, PlacesEntry)
    stage.type("pan")
    stage.press("\n", "\n", "3", "\n", "0", "\n")
    stage.type("col")
    stage.press("\n")
    stage.type("choc")
    stage.press("\n", "1", "4", "\n", "6", "\n")
    rows = entry._list.text().splitlines()
    assert rows[0].startswith("\u2068Panamá")  # the newest first
    assert "\u2068Colombia (Chocó)\u2069: \u20689 mar\u2069 – \u206817 mar\u2069" in rows[1]
    assert all("transmisión comunitaria" in row for row in rows)
    assert "18 mar" in entry._gap.text()
    assert "19 mar" in entry._gap.text()
    assert [(span.first, span.last) for span in entry.strip.spans] == [(3, 0), (14, 6)]
    assert {span.colour for span in entry.strip.spans} == {"hold"}
    stage.press("\n")
    assert len(stage.desk.state.value("places")) == 2


def test_what_the_area_table_does_not_know_is_said_to_be_unknown(stage):
    stage.scan(ERIKSSON)
    setting = stage.desk.state.setting
    place = {"country": "XKX", "first": 5, "last": 2}
    on = date(2021, 3, 23)
    assert area_said(place, setting.areas, on, stage.conduct.wording) == "no se conoce para esos días"
    assert [span.colour for span in spans_of(place, setting.areas, on)] == ["unknown"]


def test_gaps_are_the_days_nobody_told():
    assert gaps([{"first": 14, "last": 0}]) == []
    assert gaps([{"first": 14, "last": 9}, {"first": 6, "last": 0}]) == [8, 7]
    assert gaps([{"first": "unknown", "last": 0}]) == []  # an unknown day may cover them: nothing is claimed


def test_three_steps_back_are_four_keys_and_nothing_is_typed_again(stage):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2")
    before = {visited.step.id: visited.value for visited in stage.desk.state.path}
    stage.keys = 0
    stage.press("⌫", "⌫", "⌫", "1")
    assert stage.keys == 4
    after = {visited.step.id: visited.value for visited in stage.desk.state.path}
    assert {step: said for step, said in after.items() if step in before and step != "documents"} == {
        step: said for step, said in before.items() if step != "documents"
    }
    assert stage.step == "temperature"
