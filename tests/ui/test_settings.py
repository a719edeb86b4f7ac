"""Settings and the first set-up, by the keys of a person in the real window; the file is whole or as it was."""

from __future__ import annotations

import json
import sys
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from screening.records.errors import EnvironmentProblem
from tests.ui.stage import ERIKSSON, NAMED
from ui import appearance, place, strings
from ui.app import Application
from ui.home import Home
from ui.place import Place
from ui.printing import NoPrinter
from ui.settings.page import SettingsPage
from ui.shift.officers import OfficersPage
from ui.strings import tr


@pytest.fixture
def first(qtbot, tmp_path, monkeypatch, clock):
    """The application at its first start, as `paso` starts it; closed at the end."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("ui.settings.acts.printers", lambda: ("HP_desk",))
    made = []

    def begin(prepare=None) -> Application:
        home = tmp_path / "home"
        if prepare is not None:
            prepare(home)
        application = Application(home, clock=clock, printer=NoPrinter(), is_first=True)
        made.append(application)
        application.start()
        window = application.window
        qtbot.waitUntil(
            lambda: isinstance(window.page, SettingsPage) or window.conduct is not None or bool(window.problem),
            timeout=30_000,
        )
        return application

    yield begin
    for each in made:
        each.window.close()
    strings.speak("es")


def press(application: Application, *keys: str) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        target = focus if focus is not None and focus.window() is application.window else application.window
        if key in NAMED:
            QTest.keyClick(target, NAMED[key])
        else:
            QTest.keyClicks(target, key)
        QApplication.processEvents()


def test_a_new_desk_is_set_up_in_five_keys_and_opens(first, qtbot):
    application = first()
    page = application.window.page
    names = [row.name for row in page.rows]
    assert names == ["language", "post", "desk", "printer"]
    posts = [choice.value for choice in page.rows[1].choices]
    press(application, "2", str(posts.index("paso-canoas") + 1), "1", "2", "\n")
    qtbot.waitUntil(lambda: application.window.conduct is not None, timeout=30_000)
    kept = Home(application.home).place
    assert (kept.language, kept.post, kept.desk, kept.printer) == ("en", "paso-canoas", "1", "HP_desk")
    assert application.desk.post.id == "paso-canoas"
    assert strings.spoken() == "en"
    press(application, "\n")
    assert isinstance(application.window.page, OfficersPage)
    press(application, "⎋", "⎋", "F2")
    assert application.desk.state.at.id == "observe"


def test_enter_alone_takes_what_is_chosen_already(first, qtbot):
    application = first()
    press(application, "\n")
    qtbot.waitUntil(lambda: application.window.conduct is not None, timeout=30_000)
    assert Home(application.home).place == Place()
    application.window.close()
    assert first().window.conduct is not None


def test_a_reader_at_the_first_set_up_chooses_nothing(first):
    application = first()
    before = application.window.page.place
    time = [0.0]
    application.wedge._clock = lambda: time[0]
    for letter in ERIKSSON:
        time[0] += 0.004
        press(application, letter)
    assert application.window.page.place == before
    assert not Home(application.home).place_file.exists()


def test_records_without_a_file_of_the_desk_are_opened_as_ever(first, qtbot):
    application = first(lambda home: Home(home).open_records().close())
    assert application.window.conduct is not None


@pytest.mark.parametrize("broken", [b"{", b"[]", b'{"post": ""}', b'{"look": "pink"}', b"\xff\xfe", b'{"size": "big"}'])
def test_a_broken_file_of_the_desk_leads_to_the_set_up_and_the_records_stay(first, qtbot, broken):
    def prepare(home):
        Home(home).open_records().close()
        (home / "desk.json").write_bytes(broken)

    application = first(prepare)
    assert isinstance(application.window.page, SettingsPage)
    assert application.window.foot.message == tr("fault.desk_file")
    press(application, "\n")
    qtbot.waitUntil(lambda: application.window.conduct is not None, timeout=30_000)
    assert Home(application.home).place == Place()


def test_the_advice_of_a_broken_file_is_no_circle(tmp_path):
    (tmp_path / "desk.json").write_text("{")
    with pytest.raises(EnvironmentProblem) as told:
        _ = Home(tmp_path).place
    said = str(told.value)
    assert "store init" not in said
    assert "Start paso without a word" in said


def open_settings(stage) -> SettingsPage:
    QTest.keyClick(stage.target(), NAMED["F10"], modifier())
    stage.settle()
    page = stage.window.page
    assert isinstance(page, SettingsPage)
    return page


def modifier():
    from PySide6.QtCore import Qt

    return Qt.KeyboardModifier.ControlModifier


def test_every_setting_can_be_changed_by_keys_and_is_kept_whole(stage):
    stage.press("F2", "1")
    stands = stage.step
    page = open_settings(stage)
    changes = {
        "language": "2",
        "desk": "1",
        "look": "3",
        "size": "2",
        "locks_after": "2",
        "second_screen": "2",
        "sound": "2",
        "training": "2",
    }
    for row in page.rows:
        if row.name in changes:
            stage.press(changes[row.name])
        stage.press("↓")
    stage.press("\n")
    kept = json.loads((stage.store.path.parent / "desk.json").read_text())
    assert kept == {
        "post": "lajas-blancas", "desk": "1", "officer": "o-1", "training": True, "language": "en", "printer": "",
        "look": "contrast", "size": 1.2, "second_screen": True, "sound": True, "locks_after": 3,
    }  # fmt: skip
    assert (stage.window.look.name, stage.window.look.scale, strings.spoken()) == ("contrast", 1.2, "en")
    assert stage.conduct.around.bell.is_on
    assert stage.conduct.watch.locks_after == timedelta(minutes=3)
    assert stage.window.foot.message == tr("set.saved_next")
    assert stage.step == stands
    strings.speak("es")


def test_escape_keeps_nothing(stage):
    page = open_settings(stage)
    stage.press("2", "⎋")
    assert stage.window.page is not page
    assert not (stage.store.path.parent / "desk.json").exists()
    assert strings.spoken() == "es"


def test_a_disk_that_takes_nothing_leaves_the_old_file(stage, monkeypatch):
    home = Home(stage.store.path.parent)
    home.settle(Place(officer="o-17"))
    before = home.place_file.read_bytes()
    page = open_settings(stage)
    monkeypatch.setattr("os.fsync", full)
    stage.press("2", "\n")
    assert stage.window.foot.message == tr("fault.unwritable")
    assert home.place_file.read_bytes() == before
    assert stage.window.page is page


def full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_scan_on_the_settings_changes_no_setting_and_is_not_lost(stage):
    page = open_settings(stage)
    before = page.place
    stage.scan(ERIKSSON)
    assert page.place == before
    assert stage.desk.state.log.identity["surname"] == "ERIKSSON"


def test_the_file_knows_the_looks_sizes_and_languages_of_the_window():
    assert tuple(appearance.LOOKS) == place.LOOKS
    assert appearance.SIZES == place.SIZES
    assert strings.LANGUAGES == place.LANGUAGES


@pytest.mark.parametrize(
    "wrong", [{"look": "pink"}, {"size": 9.0}, {"locks_after": 2}, {"language": "xx"}, {"post": ""}, {"desk": ""}]
)
def test_a_place_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Place(**wrong)
