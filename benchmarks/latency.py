"""From a key press to the next question painted, in the real window over a store with very many screenings."""

from __future__ import annotations

import os
import sqlite3
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.filling import filled
from benchmarks.keys import Replay
from benchmarks.measuring import Figure
from benchmarks.scripts import scripts
from sops.catalogue import load

_WHO: Final = ("02-trader", "13-exposed", "10-suspected", "02-trader", "07-rested", "12-probable")
_TURNS: Final = 4
"""Of the loop of events, three times each, between one key and the next: hands leave it hundreds."""
_BYTES: Final = b"x" * 450


class Painted(QObject):
    """When a window was last painted, and how long its thread had worked by then."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.at = self.worked = 0.0
        window.installEventFilter(self)
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        """Let the picture be painted, then look at the clock."""
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        watched.event(event)
        self.at, self.worked = time.perf_counter(), time.thread_time()
        return True

    def wait(self, since: float) -> float:
        """Seconds from `since` to the first picture after it."""
        while self.at < since:
            QApplication.processEvents()
        return self.at - since


def figures(folder: Path, count: int, rounds: int) -> Iterator[Figure]:
    """Median and 99th percentile over `rounds` groups of travellers; each answer is followed by one of the floor."""
    home = folder / "latency"
    home.mkdir()
    filled(home / "records.sqlite", count).close()
    floor, ours, busy = measured(home, rounds)
    told = f"{len(ours):,} answers, {count:,} screenings in the store"
    for what, part, goal in (("median", 50, ""), ("99 of 100", 99, "; goal < 16 ms")):
        alone = f"{told}{goal}; {_percentile(busy, part) * 1000:.1f} ms of the processor"
        name = f"key press to next question painted, {what}"
        base = "a durable insert + repaint of an empty window"
        pair = _percentile(floor, part), _percentile(ours, part)
        yield Figure(name, base, *pair, None, max(ours) / min(ours), alone)


def measured(home: Path, rounds: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds of every floor, of every answer that led to a next question, and of the processor in that answer."""
    replay = Replay(home, load())
    stage = replay.stage
    empty = QWidget()
    empty.resize(stage.window.size())
    empty.show()
    stage.window.activateWindow()
    stage.settle()
    window, blank = Painted(stage.window), Painted(empty)
    bare = sqlite3.connect(home / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("CREATE TABLE a(i INTEGER PRIMARY KEY, v BLOB)")
    floor: list[float] = []
    ours: list[float] = []
    busy: list[float] = []

    def press(*keys: str) -> None:
        for key in keys:
            before = stage.step
            stage.time += 0.2
            begun, worked = time.perf_counter(), time.thread_time()
            stage._click(key)  # noqa: SLF001 - the press alone, without what settles after it
            took, worked = window.wait(begun), window.worked - worked
            for _ in range(_TURNS):
                stage.settle()
            if before is not None and stage.step not in (before, None):
                ours.append(took)
                busy.append(worked)
                begun = time.perf_counter()
                bare.execute("INSERT INTO a(v) VALUES (?)", (_BYTES,))
                empty.update()
                floor.append(blank.wait(begun))

    replay.press = press
    for name, script in scripts(*_WHO) * rounds:
        replay.walk(script, name)
    stage.close()
    empty.close()
    bare.close()
    return floor, ours, busy


def _percentile(seconds: list[float], part: int) -> float:
    return statistics.quantiles(seconds, n=100, method="inclusive")[part - 1]
