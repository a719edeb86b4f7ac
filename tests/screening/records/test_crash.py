"""Killed at any moment, cut off from power at any write: what was acknowledged is there, and the chain is whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from screening.records import RecordError
from screening.records.store import RecordStore
from tests.screening.records.acknowledging_writer import row_after
from tests.screening.records.crash_images import acknowledged_and_images, record_writes

ROOT = Path(__file__).resolve().parents[3]
WRITER = Path(__file__).with_name("acknowledging_writer.py")
FULL = bool(os.environ.get("PASO_FULL"))
pytestmark = pytest.mark.timeout(3600 if FULL else 180)
HERE = {**os.environ, "PYTHONPATH": str(ROOT)}


def fold(events):
    return row_after(events[0].stream.removeprefix("screening:"), len(events))


def check(path, acked):
    """The oracle: acknowledged <= found <= acknowledged + 1, chain and rows whole, the very screening offered back."""
    with RecordStore.open(path) as store:
        head = store.head()
        assert acked <= head.seq <= acked + 1
        verification = store.verify()
        assert verification.ok, verification.problems
        assert store.rebuild(fold, replace_rows=False).differences == ()
        open_ones = [row.screening for row in store.unfinished()]
        assert open_ones == ([str(head.seq // 12)] if head.seq % 12 else [])
        return head.seq


@pytest.mark.slow
def test_killed_at_random_moments(path):
    """Size by PASO_FULL: 10,000 kills are the release figure, run by the benchmark; here a few."""
    chance = random.Random()
    found = 0
    RecordStore.create(path).close()
    for _ in range(200 if FULL else 5):
        process = subprocess.Popen([sys.executable, WRITER, path, "100000"], stdout=subprocess.PIPE, env=HERE)
        assert process.stdout is not None
        said_first = process.stdout.readline()
        time.sleep(chance.random() * 0.3)
        process.send_signal(signal.SIGKILL)
        said = [said_first, *process.stdout.read().splitlines()]
        process.wait()
        process.stdout.close()
        found = check(path, max(found, *map(int, said)))
    assert found > 12


needs_strace = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("strace") is None,
    reason="the crash images are made from an strace log; without strace only the kills above are tried",
)


@pytest.mark.slow
@needs_strace
def test_killed_at_a_system_call(path, tmp_path):
    """SIGKILL at the n-th write or sync, not between them."""
    for number in range(1, 200 if FULL else 60, 1 if FULL else 20):
        shutil.rmtree(path.parent / "home", ignore_errors=True)
        place = path.parent / "home" / "records.sqlite"
        place.parent.mkdir()
        RecordStore.create(place).close()
        inject = f"inject=pwrite64,fdatasync,fsync,ftruncate:signal=SIGKILL:when={number}"
        trace = "trace=pwrite64,fdatasync,fsync,ftruncate"
        call = ["strace", "-f", "-qq", "-o", os.devnull, "-e", trace, "-e", inject, sys.executable, WRITER, place, "30"]
        said = subprocess.run(call, capture_output=True, env=HERE, check=False).stdout.split()
        check(place, int(said[-1]) if said else 0)


@pytest.mark.slow
@needs_strace
@pytest.mark.parametrize(("synchronous", "loses"), [("FULL", False), ("NORMAL", True)])
def test_power_cut_at_any_write(path, tmp_path, synchronous, loses):
    """Every crash image opens whole; the same test must fail with synchronous=NORMAL, which proves it bites."""
    RecordStore.create(path).close()
    begun = {file: file.read_bytes() for file in path.parent.iterdir() if file.name.startswith(path.name)}
    writes = record_writes([sys.executable, WRITER, path, "400" if FULL else "26", synchronous], path.parent, HERE)
    images = lost = 0
    for acked, image in acknowledged_and_images(writes, begun, random.Random(5), every=1 if FULL else 9):
        images += 1
        place = tmp_path / f"image-{images}"
        place.mkdir()
        for name, content in image.items():
            if not name.name.endswith(("-shm", ".lock")):
                (place / name.name).write_bytes(content)
        try:
            check(place / path.name, acked)
        except (AssertionError, RecordError):
            lost += 1
            if not loses:
                raise
        shutil.rmtree(place)
        if loses and lost:
            break
    assert images > 5
    assert bool(lost) is loses
