"""The panel says where an open fact would lead, and says it after the paint, never on the way of a key."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.stage import ERIKSSON
from ui.knowledge.leading import leading
from ui.knowledge.panel import IDLE_MS, MOST_OPEN


def leads(stage):
    return {open_.fact: open_.leads for open_ in leading(stage.desk.state, stage.conduct.wording, MOST_OPEN)}


def panel_says(stage):
    return [label.text() for label in stage.conduct.around.panel.findChildren(QLabel) if not label.isHidden()]


def test_contact_would_lead_to_quarantine_and_a_sign_to_care(make_stage):
    stage = make_stage(language="en")
    stage.confirm_clock()
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test")
    found = leads(stage)
    titles = {name: course.title["en"] for name, course in stage.desk.state.setting.procedure.courses.items()}
    assert titles["quarantine"] in found["contact with a case"]
    assert titles["ordinary_care"] in found["cough"]
    assert next(iter(found)) == "contact with a case"  # the order in which they will be asked


def test_it_is_told_when_nobody_waits(stage):
    stage.scan(ERIKSSON)
    idle = stage.conduct.around.panel._idle
    idle.setInterval(60_000)
    stage.press("1", "1")
    assert not any("→" in words for words in panel_says(stage))
    idle.setInterval(0)
    idle.start()
    QTest.qWait(IDLE_MS)
    told = [words for words in panel_says(stage) if "→" in words]
    assert told
    idle.setInterval(60_000)
    stage.press("2", "2")  # the next state begins anew and keeps nothing of the one before
    assert stage.step == "temperature"
    assert not any(words in panel_says(stage) for words in told)


def test_a_hypothesis_changes_nothing(stage):
    stage.scan(ERIKSSON)
    before = stage.desk.state
    leads(stage)
    assert stage.desk.state is before
    assert stage.desk.state.verdict == before.verdict


def test_what_leads_nowhere_else_is_said_without_an_arrow(stage):
    stage.scan(ERIKSSON)
    assert leads(stage)["pruebas"] == ""
