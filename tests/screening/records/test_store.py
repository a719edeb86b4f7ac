"""Append, read, row: what goes in comes out, durably and in order."""

from __future__ import annotations

import math
import sqlite3
import subprocess
import sys
import typing
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event as hooks

from screening.events import KINDS, Event
from screening.records import RecordError, RefusedValue
from screening.records.store import RecordStore
from screening.row import ScreeningRow
from tests.screening.records.samples import HINTS, fill, make_event, make_row, new_store

reuse = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
bodies = st.dictionaries(texts, json_values, max_size=4)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(timezones=zones).filter(lambda at: 1 < at.year < 9999)
events = st.builds(
    Event,
    stream=st.tuples(st.sampled_from(["screening", "party", "shift"]), st.sampled_from("abcd")).map(":".join),
    kind=st.sampled_from(sorted(KINDS - {"erased"})),
    at=moments,
    by=texts,
    body=bodies,
    identity=bodies,
)


def value_for(hint: object) -> st.SearchStrategy[object]:
    kinds = {
        str: texts,
        bool: st.booleans(),
        int: st.integers(-(2**63), 2**63 - 1),
        float: st.floats(allow_nan=False, allow_infinity=False),
        type(None): st.none(),
    }
    return st.one_of(*(kinds[kind] for kind in typing.get_args(hint) or (hint,)))


rows = st.builds(ScreeningRow, **{name: value_for(hint) for name, hint in HINTS.items()})


@given(row=rows)
@reuse
def test_record_to_row_to_record_is_identity(store, row):
    store.append([], row)
    back = store.row(row.screening)
    assert back == row
    assert [type(getattr(back, name)) for name in HINTS] == [type(getattr(row, name)) for name in HINTS]


@given(first=rows, changes=st.lists(rows, min_size=1, max_size=4))
@reuse
def test_a_row_written_again_is_the_last_one(store, first, changes):
    for row in (first, *changes):
        store.append([], replace(row, screening=first.screening))
    assert store.row(first.screening) == replace(changes[-1], screening=first.screening)


@given(batches=st.lists(st.lists(events, max_size=4), max_size=4))
@settings(max_examples=25)
def test_events_read_back_equal_in_order_after_reopening(tmp_path_factory, batches):
    path = tmp_path_factory.mktemp("s") / "records.sqlite"
    with new_store(path) as store:
        acked = [stored for batch in batches for stored in store.append(batch)]
    said = [event for batch in batches for event in batch]
    assert [stored.event for stored in acked] == said
    with RecordStore.open(path) as store:
        for stream in {event.stream for event in said}:
            assert list(store.read(stream)) == [event for event in said if event.stream == stream]
        assert store.since(0, len(said)) == tuple(acked)
        assert store.verify().ok
        assert store.head().seq == len(said)
        assert store.streams() == tuple(dict.fromkeys(event.stream for event in said))


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (math.nan, "not finite"),
        (math.inf, "not finite"),
        ("SECRET\0", "NUL"),
        ("SECRET\ud800", "half of a character"),
        (2**63, "64 bits"),
        ({"code": {1: "SECRET"}}, "key that is not plain text"),
        (b"SECRET", "bytes"),
        (datetime(2021, 1, 1, tzinfo=UTC), "datetime"),
        ("S" * 300_000, "may hold"),
    ],
)
@pytest.mark.parametrize("part", ["body", "identity"])
def test_what_no_record_may_hold_is_refused_without_repeating_it(store, part, value, says):
    with pytest.raises(RefusedValue, match=says) as refusal:
        store.append([make_event("screening:1"), make_event("screening:1", **{part: {"family": [value]}})])
    assert "SECRET" not in str(refusal.value)
    assert part in str(refusal.value)
    assert store.head().seq == 0
    store.append([make_event("screening:1")])
    assert store.verify().events == 1


def test_nesting_without_end_is_refused(store):
    value: list[object] = []
    for _ in range(5000):
        value = [value]
    with pytest.raises(RefusedValue, match="nested"):
        store.append([make_event("screening:1", body={"a": value})])


@pytest.mark.parametrize("field", ["stream", "by"])
def test_a_bad_stream_or_officer_is_refused(store, field):
    with pytest.raises(RefusedValue):
        store.append([replace(make_event("screening:1"), **{field: "a\0b"})])


@pytest.mark.parametrize("change", [{"outcome": "a\0"}, {"step": "\udc80"}, {"temperature_c": math.nan}])
def test_a_bad_row_takes_its_events_with_it(store, change):
    with pytest.raises(RefusedValue):
        store.append([make_event("screening:1")], make_row("1", **change))
    assert store.head().seq == 0
    assert store.row("1") is None


def test_a_tuple_is_read_back_as_a_list(store):
    store.append([make_event("screening:1", body={"signs": ("fever", "cough")})])
    assert store.read("screening:1")[0].body == {"signs": ["fever", "cough"]}


def test_durability_is_switched_on(store):
    writer = store._database.writer
    names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
    assert [writer.execute(f"PRAGMA {name}").fetchone()[0] for name in names] == ["wal", 2, 1, 1]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET by = 'x' WHERE seq = 2",
        "DELETE FROM event WHERE seq = 2",
        "INSERT OR REPLACE INTO event SELECT seq, stream, kind, at, 'x', v, raw, sealed, prev, hash FROM event",
        "INSERT INTO event SELECT 99, stream, kind, at, by, v, raw, sealed, prev, hash FROM event WHERE seq = 2",
    ],
)
def test_the_log_only_grows(store, path, statement):
    fill(store)
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match=r"never|only ever"):
        connection.execute(statement)
    connection.close()
    assert store.verify().ok


def test_the_identity_lies_sealed(store, path):
    fill(store)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM event WHERE sealed IS NOT NULL").fetchone() == (3,)
    assert not any(b"ZZCANARY" in file.read_bytes() for file in path.parent.iterdir())
    connection.close()


def test_searches(store):
    fill(store, 4)
    store.append(
        [], make_row("9", day="2021-03-24", post="paso-canoas", slip="S-1", outcome="referred", status="closed")
    )
    assert [row.screening for row in store.unfinished()] == ["0", "2"]
    assert [row.screening for row in store.rows(day="2021-03-23")] == ["0", "1", "2", "3"]
    assert [row.screening for row in store.rows(day=date(2021, 3, 24), post="paso-canoas")] == ["9"]
    assert store.rows(day="2021-03-24", post="lajas-blancas") == ()
    assert len(store.rows(first="2021-03-23", last="2021-03-24")) == 5
    assert [row.screening for row in store.find(slip="S-1")] == ["9"]
    assert [row.screening for row in store.find(screening_id="2")] == ["2"]
    assert len(store.find(status="open", most=1)) == 1
    assert store.row("none") is None
    assert sorted(store.values(["screening", "training"], first="2021-03-24")) == [("9", False)]
    tallies = {tally.values: tally.count for tally in store.tally(["day", "status"])}
    assert tallies == {("2021-03-23", "closed"): 2, ("2021-03-23", "open"): 2, ("2021-03-24", "closed"): 1}


@pytest.mark.parametrize(
    ("ask", "index"),
    [
        (lambda store: store.unfinished(), "screening_unfinished"),
        (lambda store: store.rows(day="2021-03-23", post="x"), "screening_day"),
        (lambda store: store.find(slip="x"), "screening_slip"),
        (lambda store: store.tally(["post", "outcome"], first="2021-03-23", last="2021-03-23"), "COVERING INDEX"),
        (lambda store: store.read("screening:1"), "event_stream"),
        (lambda store: store.streams("shift:"), "event_stream"),
        (lambda store: store.head(), "SCAN event"),
    ],
)
def test_every_question_is_answered_by_an_index(store, path, ask, index):
    """A million records must not be walked through; `SCAN event` alone, backwards to the head, stops at the first."""
    asked = []
    hooks.listen(store._database.reading, "before_cursor_execute", lambda *call: asked.append(call[2:4]))
    ask(store)
    connection = sqlite3.connect(path)
    plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked[-1][0]}", asked[-1][1]))
    connection.close()
    assert index in plan


def test_streams_by_prefix(store):
    for stream in ("shift:1", "screening:b", "screening:a", "party:1", "shift:2"):
        store.append([make_event(stream)])
    assert store.streams("screening:") == ("screening:b", "screening:a")
    assert store.streams("shift") == ("shift:1", "shift:2")
    assert store.streams("none:") == ()


def test_asking_for_an_unknown_column_is_our_mistake(store):
    with pytest.raises(KeyError):
        store.rows(colour="red")


def test_same_entropy_same_chain(tmp_path):
    heads = []
    for name in ("a", "b"):
        count = iter(range(10**6))
        with RecordStore.create(tmp_path / name, entropy=lambda n, c=count: next(c).to_bytes(n, "big")) as store:
            fill(store)
            heads.append((store.head(), store.store_id, store.next_slip_number("PA-DAR-LB")))
    assert heads[0] == heads[1]


def test_a_reader_beside_the_writer(store, path, monkeypatch):
    monkeypatch.chdir(path.parent)
    fill(store)
    with RecordStore.open(path, read_only=True) as reader:
        assert reader.read("screening:1") == store.read("screening:1")
        store.append([make_event("screening:9")])
        assert reader.head() == store.head()
        with pytest.raises(RecordError, match="reading only"):
            reader.append([make_event("screening:9")])


HEAVY = "[name for name in ('sqlalchemy', 'alembic', 'cryptography', 'sqlite3') if name in sys.modules]"


def answer_of(code, *arguments):
    call = [sys.executable, "-c", f"import sys; from pathlib import Path; {code}; print({HEAVY})", *arguments]
    return subprocess.run(call, capture_output=True, text=True, check=True).stdout.strip()


def test_importing_the_package_stays_light():
    assert answer_of("import screening.records") == "[]"


def test_opening_does_not_read_alembic(store, path):
    store.close()
    code = "from screening.records.store import RecordStore; RecordStore.open(Path(sys.argv[1])).close()"
    assert answer_of(code, path) == "['sqlalchemy', 'cryptography', 'sqlite3']"


def test_threads_take_turns(store):
    """The desk appends on one thread while a summary reads on another."""
    with ThreadPoolExecutor(4) as pool:
        writers = [
            pool.submit(
                lambda n: [store.append([make_event(f"screening:{n}")], make_row(str(n))) for _ in range(25)], n
            )
            for n in range(3)
        ]
        reader = pool.submit(lambda: [len(store.rows()) for _ in range(50)])
        for job in (*writers, reader):
            job.result()
    assert store.verify().ok
    assert store.head().seq == 75
    assert len(store.rows()) == 3
