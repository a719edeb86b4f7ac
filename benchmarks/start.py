"""From the start of the process to the first paint of the desk, against an empty QWidget; and loading all SOPs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Figure, compare
from sops.catalogue import load, shipped_files

_EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print("painted", flush=True)
        import os, resource
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
        os._exit(0)
app = QApplication(sys.argv)
window = Window()
window.resize(1280, 720)
window.show()
app.exec()
"""
_DESK = """
import os, resource, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from ui.app import Application
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest or event.type() == QEvent.Type.Expose:
            watched.event(event)
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
            os._exit(0)
        return False
app = Application(Path(sys.argv[1]))
watch = Watch()
app.start()
app.window.windowHandle().installEventFilter(watch)
app.qt.exec()
"""


def figures(folder: Path) -> Iterator[Figure]:
    """The figures of starting."""
    peaks: list[int] = []
    yield compare(
        "process start to first paint of the desk",
        ("an empty QWidget", lambda: _run(_EMPTY, folder)),
        lambda: peaks.append(_run(_DESK, folder)),
        rounds=7,
        goal=1.5,
        note="offscreen; no database, PDF or YAML before the paint",
    )
    print(f"  peak memory at first paint: {max(peaks) / 1024:.0f} MiB (goal <= 80 MiB)")
    with tempfile.TemporaryDirectory() as cache:
        load(cache=Path(cache))
        yield compare(
            "load all shipped SOPs from the cache",
            ("reading the bytes", lambda: [path.read_bytes() for path in shipped_files()]),
            lambda: load(cache=Path(cache)),
            rounds=9,
            note="goal < 20 ms",
        )
    yield compare(
        "load all shipped SOPs from YAML",
        ("reading the bytes", lambda: [path.read_bytes() for path in shipped_files()]),
        load,
        rounds=3,
        note="goal < 1 s",
    )


def _run(program: str, folder: Path) -> int:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path.cwd()),
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),  # as installed: compiled once, by the first start
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])
    return int(done.stdout.split()[-1])
