"""The real process killed at random moments: the same traveller comes back at the same step. 200 with PASO_FULL=1."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Empty, Queue

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("walking_process.py")
KILLS = 200 if os.environ.get("PASO_FULL") else 4
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(max(180, 30 * KILLS)),
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL"),
]


class Process:
    """One life of the desk, and what it tells."""

    def __init__(self, home: Path, wanted: str, seed: int) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, str(SCRIPT), str(home), wanted, str(seed)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=ROOT,
        )
        self._told: Queue[dict[str, object]] = Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith("\n"):
                self._told.put(json.loads(line))

    def tell(self, seconds: float) -> dict[str, object] | None:
        """The next line; None when none came in that time."""
        try:
            return self._told.get(timeout=seconds)
        except Empty:
            return None

    def kill(self) -> tuple[dict[str, object] | None, str]:
        """SIGKILL; the last line that was told, and what it wrote as errors."""
        self._process.send_signal(signal.SIGKILL)
        assert self._process.stderr is not None
        with self._process:
            errors = self._process.stderr.read()
            self._reader.join(timeout=30)
        last = None
        while not self._told.empty():
            last = self._told.get()
        return last, errors


def test_whatever_the_moment_the_same_step_comes_back(tmp_path):
    chance = random.Random(20210323)
    last: dict[str, object] | None = None
    midway = 0
    for turn in range(KILLS):
        process = Process(tmp_path / "home", str(last["screening"]) if last else "-", turn)
        found = process.tell(60)
        assert found is not None, process.kill()[1]
        if last is not None:
            assert found["screening"] == last["screening"]
            assert last["answers"].items() <= found["answers"].items()  # type: ignore[attr-defined]
            assert len(found["answers"]) <= len(last["answers"]) + 2  # type: ignore[arg-type]
            if found["events"] == last["events"]:
                assert found["step"] == last["step"]
            else:
                midway += 1  # the key under way was recorded and not yet told
        time.sleep(chance.uniform(0, 2))
        newest, errors = process.kill()
        assert "Traceback" not in errors, errors
        last = newest or found
        if turn % 20 == 19:
            print(f"{turn + 1} kills, {midway} with a key under way", flush=True)
