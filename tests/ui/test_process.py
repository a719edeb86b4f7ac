"""The real application as a process: killed in mid-screening it resumes at the very step; it paints before it loads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("desk_process.py")


def start(home: Path, *keys: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(SCRIPT), str(home), *keys]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    )


def kill(process: subprocess.Popen[str]) -> str:
    os.kill(process.pid, signal.SIGKILL)
    return process.communicate(timeout=30)[1]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_killed_desk_offers_the_traveller_back_at_the_very_step(tmp_path):
    first = start(tmp_path, "\n", "SCAN", "1", "1", "2")
    told = first.stdout.readline().split()
    assert told == ["Card", "declare_contact", "ERIKSSON"], kill(first)
    kill(first)
    second = start(tmp_path, "\n")
    assert second.stdout.readline().split() == ["BoardPage", "-"]
    kill(second)
    third = start(tmp_path, "\n", "\n", "2")
    assert third.stdout.readline().split() == ["Card", "temperature", "ERIKSSON"]
    assert "rror" not in kill(third)


FIRST_PAINT = """
import sys, os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from ui.app import Application
app = Application(Path(sys.argv[1]))
app.window.show()
app.window.grab()
app.qt.processEvents()
heavy = ["sqlalchemy", "yaml", "reportlab", "sops.catalogue", "screening.session", "ui.desk", "ui.conduct", "alembic"]
print([name for name in heavy if name in sys.modules])
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path):
    command = [sys.executable, "-c", FIRST_PAINT, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
    assert done.stdout.strip() == "[]", done.stderr


def test_a_desk_that_cannot_be_opened_says_why_and_can_be_tried_again(qtbot, tmp_path):
    from ui.app import Application
    from ui.printing import NoPrinter
    from ui.status.start import OpeningPage

    place = tmp_path / "home"
    place.write_text("a file where the folder should be")
    application = Application(place, printer=NoPrinter())
    hook = sys.excepthook
    try:
        application.start()
        qtbot.waitUntil(lambda: bool(application.window.problem), timeout=20_000)
        assert isinstance(application.window.page, OpeningPage)
        place.unlink()
        application.window.page.enter()
        qtbot.waitUntil(lambda: application.window.conduct is not None, timeout=30_000)
    finally:
        application.window.close()
        sys.excepthook = hook


def test_a_failure_nobody_foresaw_is_a_calm_note_with_a_code(stage, tmp_path):
    from ui import crash

    notes = tmp_path / "failures.txt"
    before = crash.catch(lambda code: stage.window.foot.tell(code, trouble=True), notes)
    try:
        try:
            {}["ERIKSSON ANNA"]
        except KeyError as problem:
            sys.excepthook(type(problem), problem, problem.__traceback__)
    finally:
        sys.excepthook = before
    assert len(stage.window.foot.message) == 6
    assert "ERIKSSON" not in notes.read_text()
    assert "KeyError" in notes.read_text()
    stage.press("⎋", "F2")
    assert stage.step == "observe"
