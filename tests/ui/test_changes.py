"""What changed is shown once to each officer, who takes note of it; nothing of it stands before an emergency."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sops.catalogue import read_file
from sops.mistakes import Mistake
from ui.changes.account import whole_account
from ui.changes.page import ChangesPage
from ui.changes.unread import former, unread
from ui.sop_page.in_force import in_force

NEW = "who-covid19@2022-07-22"
ROOT = Path(__file__).resolve().parents[2]


def activate(stage, name: str = NEW, *, after: timedelta = timedelta(0)):
    """Another definition binds from now, or from a moment ahead."""
    desk = stage.desk
    begins = desk.clock() + after
    return desk.life.activate(desk.catalogue.named("definition", name), begins, at=desk.clock(), by="minsa-1")


@pytest.fixture
def no_comparison(monkeypatch):
    """The page as it stands before the comparison has come."""
    monkeypatch.setattr("ui.changes.page.run_in_background", lambda work, then: None)


def words(stage) -> str:
    page = stage.window.page
    assert isinstance(page, ChangesPage)
    return page.sheet.toPlainText()


def test_it_comes_after_the_clock_and_is_noted_for_good(make_stage, no_comparison):
    stage = make_stage()
    activate(stage)
    stage.press("1")
    page = stage.window.page
    assert isinstance(page, ChangesPage)
    assert "22 de julio de 2022" in words(stage)
    assert "Rige aquí desde el martes 23 de marzo de 2021, 09:14" in words(stage)
    assert "activó: minsa-1" in words(stage)
    assert "Antes regía: Definición de caso de COVID-19 de la OMS del 16 de diciembre de 2020" in words(stage)
    stage.press("\n")
    assert stage.window.page is stage.conduct.idle
    (seen,) = [event for event in stage.store.read("post:sops") if event.kind == "sop_change_seen"]
    assert (seen.by, seen.body["name"]) == ("o-17", NEW)
    stage.close()
    again = make_stage()
    again.press("1")
    assert again.window.page is again.conduct.idle


def test_the_comparison_follows_and_names_who_gets_another_class(make_stage, qtbot):
    stage = make_stage()
    activate(stage)
    stage.press("1")
    with qtbot.waitSignal(stage.window.page.shown, timeout=60_000):
        pass
    assert "Quién recibe otra clase" in words(stage)
    assert "no cumple la definición, contacto → caso sospechoso   ahora: caso sospechoso A" in words(stage)
    assert "Criterios, quitado: caso probable C; caso probable D; caso confirmado C" in words(stage)
    assert "Ctrl+F1" in words(stage)


def test_put_off_it_comes_again_at_the_next_start_alone(make_stage, no_comparison):
    stage = make_stage()
    activate(stage)
    stage.press("1")
    stage.press("⎋")
    assert stage.window.page is stage.conduct.idle
    for second in range(1, 61):
        stage.conduct.tick(second)
    assert stage.window.page is stage.conduct.idle
    stage.close()
    again = make_stage()
    again.press("1")
    assert isinstance(again.window.page, ChangesPage)


def test_a_moment_that_passes_during_the_shift_is_told_when_nobody_is_in_front(stage, clock, no_comparison):
    activate(stage, after=timedelta(minutes=20))
    stage.press("F2")
    before = stage.desk.state.setting.engine.definition.name
    clock.advance(minutes=30)
    stage.conduct.tick(30)
    assert not isinstance(stage.window.page, ChangesPage)
    stage.press("⎋")  # set aside
    stage.conduct.tick(60)
    assert isinstance(stage.window.page, ChangesPage)
    stage.press("\n")
    stage.press("⎋")
    stage.press("F2")
    assert (before, stage.desk.state.setting.engine.definition.name) == ("who-covid19@2020-12-16", NEW)


def test_an_emergency_is_one_key_away_and_the_change_is_not_lost(make_stage, no_comparison):
    stage = make_stage()
    activate(stage)
    stage.press("1")
    stage.press("F12")
    assert stage.desk.state is not None
    assert stage.desk.state.log.interrupt == "emergency"
    assert stage.desk.life.unseen("o-17", stage.desk.clock())


def test_a_file_that_is_left_out_is_told_in_words(make_stage):
    stage = make_stage()
    told = Mistake("sops/own.yaml", 1, 1, "signature", "(file)", "nobody signed this file, so it is left out")
    stage.desk.catalogue = replace(stage.desk.catalogue, mistakes=(told,))
    stage.press("1")
    assert "own.yaml" in stage.window.foot.message
    assert "Nadie lo firmó" in stage.window.foot.message
    assert "sigue lo que rige" in stage.window.foot.message
    assert any("own.yaml" in block.words for block in in_force(stage.desk))


def test_the_strip_says_since_when_an_activated_definition_binds(stage, clock):
    def said() -> list[str]:
        return [line.text() for line in stage.window.strip.findChildren(QLabel)]

    assert "vigente" in said()
    activate(stage)
    stage.conduct.around.status()
    assert "rige aquí desde el \u206823 mar 2021\u2069" in said()


@pytest.mark.parametrize(
    ("before", "after", "line"), [("[es, en", "[es, fr", ""), ("name: Estación", "name: Otra", "Otra")]
)
def test_changed_settings_of_a_post_are_told_by_value(make_stage, tmp_path, before, after, line):
    stage = make_stage()
    path = tmp_path / "lajas-blancas.yaml"
    shutil.copy(ROOT / "sops" / "posts" / "lajas-blancas.yaml", path)
    text = path.read_text("utf-8")
    path.write_text(text.replace(before, after, 1), "utf-8")
    file = read_file(path)
    stage.desk.catalogue = replace(stage.desk.catalogue, aside=(file,))
    stage.desk.life.catalogue = stage.desk.catalogue
    change = stage.desk.life.activate(file, stage.desk.clock(), at=stage.desk.clock(), by="o-1")
    told = "\n".join(block.words for block in whole_account(stage.desk, [change]))
    assert "Ajustes del puesto" in told
    assert line in told


def test_it_is_read_with_the_keyboard_alone(make_stage, no_comparison):
    stage = make_stage(language="en")
    activate(stage)
    stage.press("1")
    page = stage.window.page
    assert page.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert page.arrow(1)
    assert page.enter()
    assert stage.window.page is stage.conduct.idle


def on(clock, year: int, month: int, day: int) -> None:
    clock.advance(minutes=(datetime(year, month, day, 14, tzinfo=UTC) - clock()).total_seconds() / 60)


def test_an_edition_that_begins_by_its_dates_is_told_and_noted_for_each_officer(make_stage, clock, no_comparison):
    stage = make_stage()
    stage.press("1")
    assert stage.window.page is stage.conduct.idle
    on(clock, 2022, 7, 22)
    stage.conduct.tick(30)
    assert "22 de julio de 2022" in words(stage)
    assert "Rige aquí desde el viernes 22 de julio de 2022, 00:00 · por las fechas de la edición" in words(stage)
    assert "Antes regía: Definición de caso de COVID-19 de la OMS del 16 de diciembre de 2020" in words(stage)
    stage.press("\n")
    assert stage.window.page is stage.conduct.idle
    stage.conduct.tick(60)
    assert stage.window.page is stage.conduct.idle
    assert unread(stage.desk) == ()
    stage.desk.officer = "o-2"
    assert [change.name for change in unread(stage.desk)] == [NEW]


def test_what_an_officer_last_read_is_what_a_later_edition_is_told_against(make_stage, clock):
    stage = make_stage()
    stage.press("1")
    on(clock, 2022, 2, 20)
    (change,) = unread(stage.desk)
    assert change.name == "who-covid19@2022-02-14"
    stage.desk.life.note([change], "o-17", clock())
    on(clock, 2022, 7, 22)
    (change,) = unread(stage.desk)
    assert (change.name, former(stage.desk, change).name) == (NEW, "who-covid19@2022-02-14")


def test_what_was_activated_binds_whatever_the_dates_say(make_stage, clock):
    stage = make_stage()
    stage.desk.life.note([activate(stage, "who-covid19@2020-12-16")], "o-17", clock())
    on(clock, 2022, 7, 22)
    assert unread(stage.desk) == ()


def test_at_a_post_with_an_overlay_the_text_with_it_is_told(make_stage):
    """Nothing is changed by an overlay that was there from the first day on."""
    stage = make_stage(post="tocumen")
    stage.press("1")
    assert unread(stage.desk) == ()
