"""Opening: one writer, nothing started empty, nothing lost without a word."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from screening.records import DamagedStore, EnvironmentProblem
from screening.records.store import RecordStore
from tests.screening.records.samples import START, fill, make_event, new_store

ROOT = Path(__file__).resolve().parents[3]
HOLDER = """
import sys, pathlib, time
from screening.records.store import RecordStore
store = RecordStore.open(pathlib.Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


def beside(path, what):
    return path.with_name(f"{path.name}{what}")


@pytest.fixture
def holder(path):
    new_store(path).close()
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, path],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_process_hears_who_holds_the_records(path, holder):
    with pytest.raises(EnvironmentProblem, match=f"process {holder.pid}"):
        RecordStore.open(path)


def test_a_dead_process_leaves_no_stale_lock(path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    RecordStore.open(path).close()


def test_a_second_store_in_the_same_process_is_refused_too(store, path):
    with pytest.raises(EnvironmentProblem, match=f"process {os.getpid()}"):
        RecordStore.open(path)
    store.close()
    RecordStore.open(path).close()


def test_a_failed_opening_lets_go_of_the_lock(path):
    path.write_bytes(b"no database at all, but long enough to look at it twice" * 20)
    for _ in range(2):
        with pytest.raises(DamagedStore, match="NOTADB"):
            RecordStore.open(path)


def test_nothing_is_made_where_nothing_is(path):
    with pytest.raises(EnvironmentProblem, match="no records here"):
        RecordStore.open(path)
    assert not path.exists()


def test_records_are_never_made_over_others(store, path):
    store.close()
    with pytest.raises(EnvironmentProblem, match="exists already"):
        RecordStore.create(path)
    path.unlink()
    with pytest.raises(EnvironmentProblem, match="exists already"):
        RecordStore.create(path)


def test_a_creation_cut_off_leaves_no_half_store(path):
    beside(path, ".making").write_bytes(b"half")
    with RecordStore.create(path) as store:
        assert store.head().seq == 0
    assert not beside(path, ".making").exists()


def test_records_that_went_away_are_told(store, path):
    fill(store)
    store.close()
    path.unlink()
    with pytest.raises(DamagedStore, match="gone"):
        RecordStore.open(path)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"\0" * 8192])
def test_an_emptied_file_is_no_new_store(store, path, content):
    fill(store)
    store.close()
    path.write_bytes(content)
    with pytest.raises(DamagedStore):
        RecordStore.open(path)


def test_another_database_is_told(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    with pytest.raises(DamagedStore, match="not one of Paso Seguro"):
        RecordStore.open(path)


def test_a_missing_write_ahead_log_is_noticed(path, tmp_path):
    """What a killed process leaves, with the -wal cleared away by somebody tidy: SQLite itself finds nothing wrong."""
    left = tmp_path / "left"
    left.mkdir()
    with new_store(path) as store:
        fill(store)
        for file in (path, beside(path, ".head")):
            shutil.copy(file, left / file.name)
    with pytest.raises(DamagedStore, match=r"15 are missing.*-wal was removed"):
        RecordStore.open(left / path.name)


def test_an_older_copy_is_noticed_and_accepted_only_on_purpose(path, tmp_path):
    older = tmp_path / "older"
    with new_store(path) as store:
        fill(store, 2)
        kept = store.head()
    shutil.copy(path, older)
    with RecordStore.open(path) as store:
        store.append([make_event("screening:7")])
        first = store.next_slip_number("PA-DAR-LB")
    shutil.copy(older, path)
    with pytest.raises(DamagedStore, match=r"end with event 10, but 11 was acknowledged: 1 are missing"):
        RecordStore.open(path)
    with RecordStore.open(path, accept_loss=True) as store:
        assert "1 are missing" in store.warnings[0]
        assert store.head() == kept
        assert store.next_slip_number("PA-DAR-LB") != first
        store.append([make_event("screening:8")])
        assert store.verify().ok
    assert beside(path, ".head.lost-1").exists()
    RecordStore.open(path).close()


def test_a_rewritten_end_and_a_foreign_store_are_noticed(path, tmp_path):
    with new_store(path) as store:
        store.append([make_event("screening:1")])
    older = tmp_path / "older"
    shutil.copy(path, older)
    with RecordStore.open(path) as store:
        store.append([make_event("screening:1", body={"a": 1})])
    noted = beside(path, ".head").read_bytes()
    shutil.copy(older, path)
    with RecordStore.open(path, accept_loss=True) as store:
        store.append([make_event("screening:1", body={"a": 2})])
    beside(path, ".head").write_bytes(noted)
    with pytest.raises(DamagedStore, match="event 2 is not the one"):
        RecordStore.open(path)
    with RecordStore.create(tmp_path / "foreign") as store:
        fill(store)
    shutil.copy(tmp_path / "foreign", path)
    with pytest.raises(DamagedStore, match="another store"):
        RecordStore.open(path)


def test_a_missing_head_is_told_and_noted_anew(path):
    with new_store(path) as store:
        fill(store)
    beside(path, ".head").unlink()
    with RecordStore.open(path) as store:
        assert "is missing beside the records" in store.warnings[0]
    with RecordStore.open(path) as store:
        assert store.warnings == ()


@pytest.mark.parametrize("slot", [0, 1])
def test_a_torn_note_leaves_the_other_one(path, slot):
    with new_store(path) as store:
        fill(store)
    noted = bytearray(beside(path, ".head").read_bytes())
    noted[slot * 256 + 80] ^= 1
    beside(path, ".head").write_bytes(noted)
    with RecordStore.open(path) as store:
        assert store.warnings == ()


def test_a_file_moved_away_under_an_open_store_is_noticed(store, path):
    fill(store)
    path.rename(beside(path, ".away"))
    with pytest.raises(EnvironmentProblem, match="moved, removed or replaced"):
        store.append([make_event("screening:1")])
    beside(path, ".away").rename(path)
    store.append([make_event("screening:1")])
    assert store.verify().ok


def test_another_program_that_holds_the_database_is_waited_for_and_then_told(path):
    new_store(path).close()
    with RecordStore.open(path, patience_s=0.2) as store:
        foreign = sqlite3.connect(path, isolation_level=None)
        foreign.execute("BEGIN IMMEDIATE")
        before = time.monotonic()
        with pytest.raises(EnvironmentProblem, match="another program holds"):
            store.append([make_event("screening:1")])
        assert time.monotonic() - before < 3
        foreign.execute("ROLLBACK")
        foreign.close()
        store.append([make_event("screening:1")])
        assert store.head().seq == 1


def test_an_erasure_cut_off_before_its_last_byte_is_finished_on_opening(path):
    with new_store(path) as store:
        fill(store, 1)
        store._emptied_log = lambda: False  # the process dies here
        key = sqlite3.connect(path).execute("SELECT key FROM traveller_key").fetchone()[0]
        store.erase("screening:0", at=START, by="o-1", law="x")
        left = path.parent / "left"
        left.mkdir()
        for file in [path, beside(path, "-wal"), beside(path, ".head")]:
            shutil.copy(file, left / file.name)
    assert any(key in file.read_bytes() for file in left.iterdir())
    with RecordStore.open(left / path.name):
        assert not any(key in file.read_bytes() for file in left.iterdir())
