"""Real faults met through the real window: the words say what, what still works and what now; nobody is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from screening.records import store as store_module
from screening.records.store import RecordStore
from tests.ui.stage import ERIKSSON, document
from ui.app import Application
from ui.appearance import SIZES
from ui.printing import NoPrinter
from ui.strings import tr

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2021, 3, 23, 17, 0, tzinfo=UTC)
HOLDER = """
import sys, sqlite3
from pathlib import Path
from screening.records.store import RecordStore
path = Path(sys.argv[2])
if sys.argv[1] == "window":
    held = RecordStore.open(path)
else:
    held = sqlite3.connect(path, isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def hold(tmp_path) -> Iterator[Callable[[str, Path], subprocess.Popen[str]]]:
    """Another process that holds the records, as a second window does or as a database viewer does."""
    held = []

    def begin(how: str, path: Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", HOLDER, how, str(path)]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}
        )
        held.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        return process

    yield begin
    for process in held:
        process.communicate(timeout=20)


@pytest.fixture
def application(qtbot, monkeypatch) -> Iterator[Callable[..., Application]]:
    """The whole application over a data folder, opened."""
    made = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def begin(home: Path, *, is_opened: bool = True, clock=lambda: NOON) -> Application:
        application = Application(home, clock=clock, printer=NoPrinter())
        made.append(application)
        application.start()
        window = application.window
        qtbot.waitUntil(lambda: window.conduct is not None or bool(window.problem), timeout=30_000)
        assert (window.conduct is not None) == is_opened, window.problem
        return application

    yield begin
    for each in made:
        each.window.close()


def fill_disk(stage) -> None:
    """No page more than there are: SQLite itself answers as on a full disk."""
    writer = stage.store._database.writer
    writer.execute(f"PRAGMA max_page_count = {writer.execute('PRAGMA page_count').fetchone()[0]}")


def test_a_full_disk_is_told_and_the_same_key_goes_on_when_there_is_space(stage):
    stage.scan(ERIKSSON)
    fill_disk(stage)
    begun = 0
    while not stage.window.foot.message and begun < 400:
        stage.press("F2")
        begun += 1
    assert stage.window.foot.message == tr("fault.disk_full")
    events = stage.store.head().seq
    stage.press("F2")
    assert stage.window.foot.message == tr("fault.disk_full")
    assert stage.store.head().seq == events
    known = len(stage.store.streams("screening:"))
    assert len(stage.desk.waiting()) + (stage.desk.state is not None) == known
    stage.store._database.writer.execute("PRAGMA max_page_count = 1000000")
    stage.press("⎋", "F2")
    assert stage.window.foot.message == ""
    assert stage.step == "observe"
    assert stage.store.verify().ok


def test_the_traveller_in_front_of_a_full_disk_is_offered_back_after_a_new_start(make_stage):
    stage = make_stage()
    stage.confirm_clock()
    stage.scan(ERIKSSON)
    stage.press("1")
    stands = stage.step
    fill_disk(stage)
    for _ in range(400):
        if stage.window.foot.message:
            break
        stage.press("F4", "⎋", "⌫", "1")
    assert "lleno" in stage.window.foot.message
    screening = stage.desk.state.screening
    stage.close()
    again = make_stage()
    assert again.desk.load(screening).log.identity["surname"] == "ERIKSSON"
    assert again.desk.load(screening).at.id in (stands, "observe", "documents")


def test_records_held_by_another_program_are_told_and_the_same_key_goes_on(stage, hold):
    stage.scan(ERIKSSON)
    before = stage.step
    stage.store._database.writer.execute("PRAGMA busy_timeout = 50")
    viewer = hold("viewer", stage.store.path)
    stage.press("1")
    assert stage.window.foot.message == tr("fault.held")
    assert stage.step == before
    viewer.communicate(timeout=20)
    stage.press("⎋", "1")
    assert stage.window.foot.message == ""
    assert stage.step != before


def test_a_second_window_over_the_same_records_says_where_to_go_on(application, hold, tmp_path, qtbot):
    path = tmp_path / "home" / "records.sqlite"
    RecordStore.create(path, desk="1").close()
    other = hold("window", path)
    waiting = application(path.parent, is_opened=False)
    assert waiting.window.problem == tr("fault.other_window")
    other.communicate(timeout=20)
    waiting.window.page.enter()
    qtbot.waitUntil(lambda: waiting.window.conduct is not None, timeout=30_000)


def test_records_that_are_gone_are_told_and_never_begun_anew(application, tmp_path):
    path = tmp_path / "home" / "records.sqlite"
    RecordStore.create(path, desk="1").close()
    path.unlink()
    assert application(path.parent, is_opened=False).window.problem == tr("fault.gone")
    assert not path.exists()


def test_a_missing_note_of_the_head_is_told_once(make_stage):
    first = make_stage()
    first.confirm_clock()
    first.scan(ERIKSSON)
    noted = Path(f"{first.store.path}.head")
    first.close()
    noted.unlink()
    second = make_stage()
    second.confirm_clock()
    assert second.window.foot.message == tr("fault.head_missing")
    second.close()
    third = make_stage()
    third.confirm_clock()
    assert third.window.foot.message == ""


def test_a_procedure_past_its_review_goes_on_in_amber_and_says_so(make_stage, clock):
    clock.moment = datetime(2032, 3, 23, 14, 0, tzinfo=UTC)
    stage = make_stage()
    stage.confirm_clock()
    assert stage.window.foot.message == tr("fault.amber")
    stage.press("⎋", "F2", "1")
    assert stage.step is not None


def test_a_date_before_every_edition_is_told_as_a_matter_of_the_clock(make_stage, clock):
    stage = make_stage()
    stage.confirm_clock()
    clock.moment = datetime(2019, 6, 1, 14, 0, tzinfo=UTC)
    assert not stage.presenter.begin()
    assert stage.window.foot.message == tr("fault.no_edition")


def test_lists_of_an_older_program_are_made_anew_by_the_desk_itself(application, tmp_path, qtbot, monkeypatch):
    home = tmp_path / "home"
    first = application(home)
    first.window.conduct.do("enter")
    for number in range(5):
        first.window.conduct.presenter.scan(document("P", f"A000000{number}", "870225", "STEVENSON", "PETER"))
        first.desk.answer("well")
        first.desk.park("aside")
    before = first.desk.store.rows()
    first.window.close()
    tamper(home / "records.sqlite")
    monkeypatch.setattr(store_module, "_FIRST_ROWS", 2)
    monkeypatch.setattr(store_module, "_MORE_ROWS", 1)
    told = []
    heard = Application._show_renewed
    monkeypatch.setattr(
        Application, "_show_renewed", lambda self, done, of=0: (told.append((done, of)), heard(self, done, of))
    )
    second = application(home)
    assert len(second.desk.store.rows()) >= 2
    qtbot.waitUntil(lambda: (None, 0) in told, timeout=20_000)
    assert told == [(2, 5), (3, 5), (4, 5), (5, 5), (None, 0)]
    assert second.desk.store.rows() == before
    assert second.window.conduct.around.renewing is None
    second.window.close()
    with RecordStore.open(home / "records.sqlite") as store:
        assert not store.stale
        assert store.rows() == before


def test_a_day_is_not_shown_while_its_lists_are_still_made(stage):
    stage.conduct.around.renewing = (20, 90)
    stage.press("F10")
    assert stage.window.foot.message == tr("renew.wait", done=20, of=90)
    stage.conduct.around.status()
    assert tr("renew.strip", done=20, of=90) in stage.window.strip.words()


def tamper(path: Path) -> None:
    """A table as an older program left it."""
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE store SET value = x'00' WHERE name = 'projection'")
        connection.execute("ALTER TABLE screening DROP COLUMN syndrome")
    connection.close()


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("scale", SIZES)
def test_the_emergency_button_and_every_key_of_the_foot_stand_whole(make_stage, language, scale):
    stage = make_stage(language=language)
    stage.confirm_clock()
    stage.press("F2", "1")
    while stage.window.look.scale != scale:
        stage.control("+")
    window = stage.window
    window.resize(1280, 720)
    stage.settle()
    alarm = window.strip.alarm
    assert alarm.mapTo(window, alarm.rect().bottomRight()).x() < 1280
    assert alarm.width() >= alarm.sizeHint().width()
    shown = [button for button in window.foot.buttons() if button.isVisible()]
    assert all(button.width() >= button.sizeHint().width() for button in shown)
    assert shown[-1].mapTo(window, shown[-1].rect().bottomRight()).x() < 1280
    assert len(shown) >= (7 if scale == 1.0 else 3)


def test_a_clock_that_was_set_back_is_told_before_anybody_confirms_it(make_stage, clock):
    first = make_stage()
    first.confirm_clock()
    first.scan(ERIKSSON)
    first.close()
    clock.moment = clock.moment.replace(day=clock.moment.day - 2)
    second = make_stage()
    said = " ".join(each.text() for each in second.window.page.findChildren(QLabel))
    assert tr("clock.back").split("{day}")[0] in said
    second.press("2")
    assert second.window.foot.message == tr("clock.wrong")
    second.press("⎋", "F12")
    assert second.desk.state.log.interrupt == "emergency"
