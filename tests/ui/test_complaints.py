"""Complaints of users of other programs that no feature's own test shows; docs/complaints.md tells of all of them."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.stage import ERIKSSON, document
from ui import day_papers
from ui.board.page import BoardPage
from ui.intake.born import born
from ui.status.start import IdlePage

ROOT = Path(__file__).resolve().parents[2]
OUTSIDE = {"socket", "ssl", "urllib.request", "http", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}
OUTSIDE |= {"PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"}
PICKERS = {"QCalendarWidget", "QDateEdit", "QDateTimeEdit"}
LANGUAGES = ("es", "ht", "fr", "en", "pt", "ar", "bn", "hi", "ne", "ur", "zh")


def named() -> dict[str, set[str]]:
    """Every module and name that a file of ours imports, by file."""
    found: dict[str, set[str]] = {}
    for package in ("sops", "screening", "forms", "ui"):
        for file in sorted((ROOT / package).rglob("*.py")):
            names = found.setdefault(str(file.relative_to(ROOT)), set())
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    names |= {alias.name for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
                    names |= {alias.name for alias in node.names}
    return found


def test_no_module_reaches_for_a_network():
    found = named()
    assert len(found) > 200
    assert {file: names & OUTSIDE for file, names in found.items() if names & OUTSIDE} == {}


def test_no_date_is_picked_from_a_calendar():
    assert {file: names & PICKERS for file, names in named().items() if names & PICKERS} == {}


@pytest.mark.parametrize(
    ("typed", "kept"), [("1990", "1990"), ("abr 1990", "1990-04"), ("05041990", "1990-04-05"), ("34", None)]
)
def test_a_birth_date_is_kept_as_exactly_as_it_was_told(typed, kept):
    told = born(typed, date(2021, 3, 23))
    assert told is not None
    assert told.identity.get("birth_date") == kept


def test_nothing_that_happens_around_touches_what_is_being_typed(stage, clock):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2", "3", "7", "6", "⎋")  # rests ten minutes
    stage.press("F2", "1", "3")
    stage.type("Jean De")
    field, here = stage.target(), stage.desk.state.screening
    field.setCursorPosition(4)
    for _ in range(60):  # the other's time comes, the clocks go on, lists are read anew
        clock.advance(minutes=1)
        stage.tick()
        stage.presenter.moved.emit()
        stage.settle()
    assert stage.conduct.around.waiting.rows.rows[0].is_due
    assert (stage.target(), field.text(), field.cursorPosition()) == (field, "Jean De", 4)
    stage.type("X")
    assert field.text() == "JeanX De"
    assert (stage.desk.state.screening, stage.step) == (here, "spoken")


def test_the_desk_begins_at_work_and_counts_no_day_for_it(make_stage, monkeypatch):
    counted = []
    monkeypatch.setattr(day_papers, "papers_of", lambda *said, **_: counted.append(said))
    stage = make_stage()
    stage.confirm_clock()
    assert isinstance(stage.window.page, IdlePage)
    stage.scan(ERIKSSON)
    assert stage.step == "observe"
    assert counted == []


def test_the_unfinished_are_offered_by_name_step_and_time_and_wait_for_a_person(make_stage, clock):
    first = make_stage()
    first.confirm_clock()
    first.scan(ERIKSSON)
    first.press("1", "1")
    screening = first.desk.state.screening
    first.close()
    clock.advance(minutes=7)
    again = make_stage()
    again.confirm_clock()
    assert isinstance(again.window.page, BoardPage)
    row = again.window.page.list.chosen
    assert (row.screening, "ERIKSSON" in row.who, row.step) == (screening, True, "Declara síntomas")
    assert "7 min" in row.since
    assert again.desk.state is None  # nobody is taken up by itself
    again.press("\n")
    assert again.step == "declare_signs"
    again.press("⎋")  # set aside again
    assert [row.screening for row in again.desk.waiting()] == [screening]
    again.press("F9", "\n")
    again.control("l")  # has left: a walk of its own, which the record tells
    assert again.desk.state.log.interrupt == "left"


def test_answers_that_no_longer_count_are_said_to_be_set_aside(stage):
    def rail():
        return {
            row.title: (row.answer.replace("\u2068", "").replace("\u2069", ""), row.mark) for row in around.rows.rows
        }

    around = stage.conduct.around.steps
    stage.scan(ERIKSSON)
    stage.press("1", "2")  # a test is shown
    assert stage.step == "test_shown"
    asked = stage.desk.state.at.title["es"]
    stage.press("1", "2", "0")
    assert stage.step == "declare_signs"
    said = rail()[asked][0]
    assert said
    assert rail()[asked] == (said, "done")
    stage.press("⌫")
    assert rail()[asked][1] == "here"
    stage.conduct._revisit("documents")
    stage.settle()
    assert "aside" not in [mark for _, mark in rail().values()]  # who looks back has set nothing aside
    stage.press("1")  # there is no test after all
    assert stage.step == "declare_signs"
    assert rail()[asked] == (f"No cuenta ahora: {said}", "aside")
    stage.press("F12", "1", "1", "2")  # an emergency, and back: what it asked is no answer of the walk
    assert stage.step == "declare_signs"
    assert [name for name, (_, mark) in rail().items() if mark == "aside"] == [asked]
    stage.conduct._revisit("documents")
    stage.press("2")
    assert rail()[asked] == (said, "done")  # it counts again, and nothing was typed twice


def test_each_of_a_group_is_asked_in_a_language_of_their_own(stage):
    stage.press("F3", "1")
    stage.scan(ERIKSSON)
    stage.press("F11")
    screen = stage.conduct.second._screen
    wording = stage.conduct.wording
    asked = set()
    for place, language in enumerate(LANGUAGES):
        if place:
            stage.press("F3")
            stage.scan(document("P", f"X{place:08d}", "900101", "ERIKSSON", f"CHILD{'ABCDEFGHIJK'[place]}"))
        stage.conduct.speak(language)
        stage.settle()
        stage.answer(observe="well", documents="no_test")
        if stage.step == "accompanied":
            stage.answer(accompanied="yes")
        phrases = [said for name in stage.desk.state.at.phrases for said in wording.phrases(name, language)]
        assert phrases
        assert {said.text for said in phrases} <= set(screen.body.texts), language
        asked.add(phrases[0].text)
        is_mirrored = screen.answers.layoutDirection() == Qt.LayoutDirection.RightToLeft
        assert is_mirrored == (language in ("ar", "ur"))  # and back again with the next
        stage.press("⎋")
    assert len(asked) == len(LANGUAGES)
    kept = {stage.desk.load(row.screening).log.language for row in stage.desk.waiting()}
    assert kept == set(LANGUAGES)
    screen.close()
