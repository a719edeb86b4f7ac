"""A disk that is full, faulty or read-only: said in words, nothing by halves, and on again when it is well."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys

import pytest

from screening.records import EnvironmentProblem
from screening.records.store import RecordStore
from tests.screening.records.samples import fill, make_event, make_row


@pytest.fixture
def small_disk(tmp_path):
    """A file system of one megabyte, where we may mount one; None elsewhere."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = False
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount"):
        call = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
        mounted = subprocess.run(call, check=False, capture_output=True).returncode == 0
    yield place if mounted else None
    if mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


def append_until_refused(store):
    for acked in range(5000):
        try:
            store.append([make_event(f"screening:{acked}", body={"x": "x" * 3000})], make_row(str(acked)))
        except EnvironmentProblem as problem:
            told = str(problem)
            break
    assert "disk is full" in told
    return acked


def check_and_go_on(store, acked):
    assert store.head().seq == acked
    assert len(store.rows(day="2021-03-23")) == acked
    assert store.verify().ok


def test_a_full_disk_is_told_and_nothing_is_half_written(small_disk, path):
    """On a real small disk where we may; else SQLite is told that the file may not grow."""
    place = path if small_disk is None else small_disk / "records.sqlite"
    with RecordStore.create(place) as store:
        if small_disk is None:
            store._database.writer.execute("PRAGMA max_page_count=60")
        acked = append_until_refused(store)
        assert acked > 5
        check_and_go_on(store, acked)
        if small_disk is None:
            store._database.writer.execute("PRAGMA max_page_count=100000")
        else:
            subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
        store.append([make_event("screening:last")], make_row("last"))
        check_and_go_on(store, acked + 1)
    with RecordStore.open(place) as store:
        check_and_go_on(store, acked + 1)


def test_a_file_that_may_not_grow_is_told_likewise(store):
    store._database.writer.execute("PRAGMA max_page_count=60")
    acked = append_until_refused(store)
    check_and_go_on(store, acked)
    store._database.writer.execute("PRAGMA max_page_count=100000")
    store.append([make_event("screening:last")], make_row("last"))
    check_and_go_on(store, acked + 1)


class Faulty:
    """A connection whose n-th statement of a kind fails as a disk does; `after` lets the statement through first."""

    def __init__(self, real, word, *, after):
        self.real, self.word, self.after = real, word, after

    def __getattr__(self, name):
        return getattr(self.real, name)

    def execute(self, statement, values=()):
        if not statement.startswith(self.word):
            return self.real.execute(statement, values)
        if self.after:
            self.real.execute(statement, values)
        fault = sqlite3.OperationalError("disk I/O error")
        fault.sqlite_errorcode, fault.sqlite_errorname = 1034, "SQLITE_IOERR_FSYNC"
        raise fault


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("word", ["BEGIN", "INSERT", "UPDATE", "COMMIT"])
def test_a_faulty_disk_is_not_believed_and_a_second_try_records_once(store, word, after):
    """Also when the commit that failed is found kept after all: the same call again must not record it twice."""
    fill(store, 1, 1)
    before = store.head().seq
    event, row = make_event("screening:0", body={"step": "z"}), make_row("0", answers=9)
    real = store._database.writer
    store._database._writer = Faulty(real, word, after=after)
    with pytest.raises(EnvironmentProblem, match=r"SQLITE_IOERR_FSYNC.*not saved"):
        store.append([event], row)
    store._database._writer = store._database._writer and real
    (stored,) = store.append([event], row)
    assert stored.seq == before + 1
    assert store.head() == stored.head
    assert store.read("screening:0")[-1] == event
    assert store.row("0") == row
    store.append([event], row)  # saying the same thing later is another event
    assert store.head().seq == before + 2
    assert store.verify().ok


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(EnvironmentProblem, match="no records can be made there"):
        RecordStore.create(tmp_path / "file" / "records.sqlite")


def test_a_head_that_cannot_be_noted_does_not_undo_what_is_saved(store, path):
    fill(store, 1)
    store._anchor.close()
    note = path.with_name(path.name + ".head")
    note.unlink()
    note.mkdir()
    (stored,) = store.append([make_event("screening:0")])
    store.append([make_event("screening:0")])
    assert store.head().seq == stored.seq + 1
    assert len(store.warnings) == 1
    assert "The record itself is saved" in store.warnings[0]
