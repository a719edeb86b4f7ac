"""The day page: the numbers as the very sheet, by keys, without holding the window up."""

from __future__ import annotations

import io
import itertools
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from screening.day_filter import Only
from screening.records.errors import EnvironmentProblem
from screening.records.store import RecordStore
from screening.release import Version
from sops.catalogue import load
from ui import day_papers, strings
from ui.appearance import register_fonts
from ui.commands.summaries import write_summary
from ui.day import numbers
from ui.day.acts import ACTS
from ui.day.page import DayPage
from ui.day_papers import FORMATS
from ui.desk import Desk

CATALOGUE = load()


@pytest.fixture(autouse=True)
def spanish() -> Iterator[None]:
    strings.speak("es")
    yield
    strings.speak("es")


@pytest.fixture
def desk(tmp_path: Path, clock) -> Iterator[Desk]:
    ids = (f"s{number:04d}" for number in itertools.count(1))
    with RecordStore.create(tmp_path / "records.sqlite", desk="1") as store:
        made = Desk(CATALOGUE, store, CATALOGUE.post("lajas-blancas"), "1", "o-17", clock, lambda: next(ids))
        for _ in range(6):
            made.begin(language="ht")
        yield made


@dataclass
class PaperTray:
    """A printer made of a list."""

    name: str = "tray"
    taken: list[tuple[bytes, str]] = field(default_factory=list)
    broken: str = ""

    def print(self, pdf: bytes, title: str) -> None:
        if self.broken:
            raise EnvironmentProblem(self.broken)
        self.taken.append((pdf, title))


@pytest.fixture
def tray() -> PaperTray:
    return PaperTray()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tray: PaperTray, tmp_path: Path) -> DayPage:
    register_fonts(first=True)
    made = DayPage(desk, printer=tray, where=lambda _, name: tmp_path / name)
    qtbot.addWidget(made)
    made.resize(860, 560)
    with qtbot.waitSignal(made.shown, timeout=20_000):
        made.show()
    return made


def test_the_sheet_of_today_is_on_screen(page):
    assert page.found.pdf.startswith(b"%PDF")
    assert page.sheet.image.width() > 1000
    assert page.status.text() == "6 controles"
    assert page.title.text() == "martes 23 de marzo de 2021"


def test_left_and_right_change_the_day(page, qtbot):
    with qtbot.waitSignal(page.shown, timeout=20_000):
        qtbot.keyClick(page, Qt.Key.Key_Left)
    assert page.day == date(2021, 3, 22)
    with qtbot.waitSignal(page.shown, timeout=20_000):
        qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.day == date(2021, 3, 23)


def test_a_day_without_travellers_is_a_zero_report(page, qtbot):
    with qtbot.waitSignal(page.shown, timeout=20_000):
        page.go_to(date(2021, 3, 1))
    assert "informe cero" in page.status.text()
    assert page.sheet.image is not None


def test_tomorrow_is_refused_in_words(page, qtbot):
    with qtbot.waitSignal(page.refused) as heard:
        qtbot.keyClick(page, Qt.Key.Key_Right)
    assert heard.args == ["Este día aún no ha llegado."]
    assert page.day == date(2021, 3, 23)


def test_a_day_before_the_first_edition_says_so(page, qtbot):
    with qtbot.waitSignal(page.shown):
        page.go_to(date(2019, 6, 1))
    assert "ninguna edición" in page.status.text()
    assert page.sheet.image is None


def test_damaged_records_are_said_in_words(page, qtbot, desk, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise EnvironmentProblem("the disk is gone")

    monkeypatch.setattr(desk.store, "values", broken)
    with qtbot.waitSignal(page.shown):
        page.load()
    assert "the disk is gone" in page.status.text()


@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv", "json"])
@pytest.mark.parametrize("version", ["health_authority", "public"])
def test_every_format_is_saved_for_both_readers(page, qtbot, tmp_path, form, version):
    key = {"pdf": "3", "xlsx": "4", "csv": "5", "json": "6"}[form]
    if version == "public":
        with qtbot.waitSignal(page.shown, timeout=20_000):
            qtbot.keyClick(page, "2")
    with qtbot.waitSignal(page.told, timeout=20_000):
        qtbot.keyClick(page, key)
    name = f"paso-PA-DAR-LB-2021-03-23-{version}.{form}"
    content = (tmp_path / name).read_bytes()
    beginning = {"pdf": b"%PDF", "xlsx": b"PK", "csv": b"post,day", "json": b"{"}[form]
    assert content.lstrip().startswith(beginning)
    if form == "json":
        assert json.loads(content)["version"] == version
    assert [each.name for each in tmp_path.glob(".paso*")] == []


@pytest.mark.parametrize("public", [False, True])
def test_the_command_line_writes_the_very_files_of_the_page(page, qtbot, desk, tmp_path, public):
    if public:
        with qtbot.waitSignal(page.shown, timeout=20_000):
            qtbot.keyClick(page, "2")
    files = write_summary(desk.store, CATALOGUE, desk.post, page.day, tmp_path / "out", public=public)
    assert [file.name for file in files] == [numbers.file_name(page.found, form) for form in FORMATS]
    for file, form in zip(files, FORMATS, strict=True):
        if form != "xlsx":  # a packed file notes the minute of its making
            assert file.read_bytes() == numbers.file_of(desk, page.found, form), form


def test_the_registry_counts_come_with_the_day(page, desk):
    said = numbers.file_of(desk, page.found, "dtm").decode()
    assert said.startswith("point,date,hour,travellers,F_0-4")
    assert "PA-DAR-LB,2021-03-23,,6," in said
    assert numbers.file_name(page.found, "dtm") == "paso-PA-DAR-LB-2021-03-23-health_authority-dtm.csv"


def test_the_numbers_are_those_of_the_post(page, desk, monkeypatch):
    asked = {}
    count = day_papers.summary_from
    monkeypatch.setattr(day_papers, "summary_from", lambda *given, **more: asked.update(more) or count(*given, **more))
    post = replace(desk.post, parameters={"fever_threshold_c": 37.5, "adult_age": 16})
    setting = replace(page.found.asked.setting, post=post)
    papers = day_papers.papers_of(desk.store, setting, page.day, Version.PUBLIC, "es", now=desk.clock())
    assert (asked["fever_threshold_c"], asked["adult_age"]) == (37.5, 16)
    assert papers.summary.fever_threshold_c == 37.5


def test_a_folder_that_cannot_be_written_is_said_in_words(page, qtbot, tmp_path):
    page._where = lambda _, name: tmp_path / "not there" / name
    with qtbot.waitSignal(page.refused, timeout=20_000) as heard:
        qtbot.keyClick(page, "5")
    assert "No se pudo guardar" in heard.args[0]


def test_calling_the_choice_of_a_folder_off_does_nothing(page, qtbot):
    page._where = lambda _, __: None
    with qtbot.assertNotEmitted(page.refused), qtbot.assertNotEmitted(page.told):
        qtbot.keyClick(page, "5")


def test_the_sheet_is_printed_as_it_is_seen(page, qtbot, tray):
    with qtbot.waitSignal(page.told):
        qtbot.keyClick(page, "7")
    assert tray.taken == [(page.found.pdf, "paso-PA-DAR-LB-2021-03-23-health_authority.pdf")]


def test_a_printer_that_takes_nothing_is_said_in_words(page, qtbot, tray):
    tray.broken = "out of paper"
    with qtbot.waitSignal(page.refused) as heard:
        qtbot.keyClick(page, "7")
    assert "out of paper" in heard.args[0]


def test_counting_and_drawing_never_run_on_the_window_s_thread(page, qtbot, monkeypatch):
    seen = []
    counted = numbers.counted
    monkeypatch.setattr(numbers, "counted", lambda *given: seen.append(threading.current_thread()) or counted(*given))
    with qtbot.waitSignal(page.shown, timeout=20_000):
        page.load()
    assert seen[0] is not threading.main_thread()


def test_what_comes_too_late_is_not_shown(page, qtbot):
    page.go_to(date(2021, 3, 22))
    with qtbot.waitSignal(page.shown, timeout=20_000):
        page.go_to(date(2021, 3, 21))
    qtbot.wait(50)
    assert page.found.asked.day == date(2021, 3, 21)


def test_nothing_is_saved_before_the_sheet_is_there(page, qtbot):
    page.go_to(date(2021, 3, 22))
    with qtbot.waitSignal(page.refused):
        qtbot.keyClick(page, "3")
    qtbot.waitSignal(page.shown, timeout=20_000).wait()


def test_every_act_is_a_named_action_with_a_button(page):
    for act in ACTS:
        assert page.actions_[act.id].objectName() == f"day.{act.id}"
        assert page.buttons[act.id].key_cap == act.cap


def test_every_label_is_plain(page):
    assert all(each.textFormat() == Qt.TextFormat.PlainText for each in page.findChildren(QLabel))


def test_the_window_may_hand_figures_on(page, qtbot):
    with qtbot.waitSignal(page.shown, timeout=20_000):
        assert page.digit(2)
    assert page.version.value == "public"
    with qtbot.waitSignal(page.shown, timeout=20_000):
        assert page.digit(9)
    assert page.is_conformance


def test_the_page_speaks_english_too(qtbot, desk):
    strings.speak("en")
    made = DayPage(desk)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.shown, timeout=20_000):
        made.show()
    assert made.status.text() == "6 screenings"


def test_a_page_that_was_left_is_not_written_to(qtbot, desk, qapp):
    made = DayPage(desk)
    threads = [each for each in threading.enumerate() if each.name == "paso-background"]
    made.deleteLater()
    qapp.sendPostedEvents(made, QEvent.Type.DeferredDelete)
    for each in threads:
        each.join(20)
    qtbot.wait(50)  # what came is delivered to nobody; an exception here fails the test


# -- a part of the day --


def turned(page, qtbot, *keys):
    """The choice of a part, and these of its keys one after another, each counted."""
    qtbot.keyClick(page, Qt.Key.Key_0)
    for key in keys:
        with qtbot.waitSignal(page.shown, timeout=20_000):
            qtbot.keyClick(page, getattr(Qt.Key, f"Key_{key}"))
    qtbot.keyClick(page, Qt.Key.Key_0)


def test_a_part_is_counted_named_on_the_sheet_and_in_its_files(page, qtbot, desk, tmp_path):
    turned(page, qtbot, 2, 4)
    assert page.part.said == "06–18 h · sin desenlace todavía"
    assert page.status.text() == "6 controles"
    head = PdfReader(io.BytesIO(page.found.pdf)).pages[0].extract_text()
    assert "Lajas Blancas · PA-DAR-LB · 06–18 h · sin desenlace todavía" in head
    about = openpyxl.load_workbook(io.BytesIO(numbers.file_of(desk, page.found, "xlsx"))).worksheets[0]
    assert about["B4"].value == "06–18 h · sin desenlace todavía"
    assert json.loads(numbers.file_of(desk, page.found, "json"))["post"] == {
        "id": "lajas-blancas",
        "code": "PA-DAR-LB",
        "name": desk.post.name,
    }
    assert numbers.file_name(page.found, "csv") == (
        "paso-PA-DAR-LB-2021-03-23-hours-06-18-outcome-none-health_authority.csv"
    )
    with qtbot.waitSignal(page.told, timeout=10_000):
        qtbot.keyClick(page, Qt.Key.Key_5)
    assert b",only,hours,06-18," in (tmp_path / numbers.file_name(page.found, "csv")).read_bytes()
    turned(page, qtbot, 2)
    assert page.status.text().startswith("Nadie entra en este filtro")  # by night
    turned(page, qtbot, 5)
    assert (page.part.said, page.status.text()) == ("", "6 controles")


def test_a_part_is_never_for_the_public(page, qtbot, desk):
    turned(page, qtbot, 1)
    with qtbot.waitSignal(page.shown, timeout=20_000):
        qtbot.keyClick(page, Qt.Key.Key_2)
    assert page.part.said == ""
    with qtbot.waitSignal(page.refused) as heard:
        qtbot.keyClick(page, Qt.Key.Key_0)
    assert heard.args[0].startswith("La hoja para otros es siempre del día entero")
    assert not page.is_choosing
    setting = desk.setting(page.day)
    with pytest.raises(ValueError, match="public"):
        day_papers.papers_of(desk.store, setting, page.day, Version.PUBLIC, "es", now=desk.clock(), only=Only("1"))


def test_of_a_part_there_is_no_registry(page, qtbot):
    turned(page, qtbot, 1)
    with qtbot.waitSignal(page.refused) as heard:
        qtbot.keyClick(page, Qt.Key.Key_8)
    assert "DTM" in heard.args[0]
    assert "día entero" in heard.args[0]


def test_esc_closes_the_choice_and_keeps_the_part(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_0)
    assert page.is_choosing
    assert page.leave()
    assert not page.is_choosing
    assert not page.leave()


def test_the_buttons_of_the_choice_do_what_stands_on_them(page, qtbot):
    page.buttons["part"].click()
    with qtbot.waitSignal(page.shown, timeout=20_000):
        page.parts.buttons["desk"].click()
    assert page.part.only == Only("1")
    assert page.buttons["part"].words.translate({0x2068: None, 0x2069: None}) == "Filtrar: mesa 1"
    assert page.parts.buttons["desk"].words.translate({0x2068: None, 0x2069: None}) == "Mesa: 1"


def test_turning_a_part_reads_nothing_on_the_window_s_thread(page, qtbot, monkeypatch):
    seen = []
    offered = numbers.offered
    monkeypatch.setattr(numbers, "offered", lambda *given: seen.append(threading.current_thread()) or offered(*given))
    turned(page, qtbot, 1, 3, 4)
    assert page.part.said == "mesa 1 · sin concluir · sin desenlace todavía"
    assert len(seen) == 3
    assert threading.main_thread() not in seen


def test_a_store_that_breaks_while_a_part_is_chosen_is_said_in_words(page, qtbot, desk, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise EnvironmentProblem("the disk is gone")

    monkeypatch.setattr(desk.store, "tally", broken)
    turned(page, qtbot, 4)
    assert "the disk is gone" in page.status.text()


def test_a_part_cannot_be_turned_before_its_day_is_counted(page, qtbot):
    page.go_to(date(2021, 3, 22))
    page.buttons["part"].click()
    with qtbot.waitSignal(page.refused) as heard:
        page.narrow("classification")
    assert heard.args == [strings.tr("day.drawing")]
    assert page.part.said == ""
    qtbot.waitSignal(page.shown, timeout=20_000).wait()
