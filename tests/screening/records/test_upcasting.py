"""Events of old versions are read in today's words; the log keeps them as they were."""

from __future__ import annotations

import pytest

from screening.records import RecordError
from screening.records.store import RecordStore
from screening.records.upcasting import REGISTRY, Registry, upcast
from tests.screening.records.samples import make_event, new_store

TODAY = Registry(
    current={"answered": 3},
    steps={
        ("answered", 1): lambda body: {**body, "value": body["answer"]},
        ("answered", 2): lambda body: {key: value for key, value in body.items() if key != "answer"},
    },
)


def test_an_event_is_lifted_step_by_step():
    assert upcast("answered", 1, {"answer": "yes"}, TODAY) == (3, {"value": "yes"})
    assert upcast("answered", 3, {"value": "yes"}, TODAY) == (3, {"value": "yes"})
    assert upcast("parked", 1, {"a": 1}, TODAY) == (1, {"a": 1})


def test_a_newer_version_and_a_missing_step_say_so():
    with pytest.raises(RecordError, match="newer Paso Seguro"):
        upcast("answered", 4, {}, TODAY)
    with pytest.raises(RecordError, match="no step lifts"):
        upcast("answered", 1, {}, Registry(current={"answered": 2}))


def test_an_old_store_is_read_lifted_and_verified_as_written(path, tmp_path):
    with new_store(path) as store:
        (old,) = store.append([make_event("screening:1", body={"answer": "no"}, identity={"name": "x"})])
    with RecordStore.open(path, registry=TODAY) as store:
        (lifted,) = store.history("screening:1")
        assert (lifted.event.v, lifted.event.body, lifted.event.identity) == (3, {"value": "no"}, {"name": "x"})
        assert lifted.hash == old.hash
        assert store.verify().ok
        with pytest.raises(RecordError, match="not today's"):
            store.append([make_event("screening:1", v=1)])
        store.append([make_event("screening:1", v=3, body={"value": "yes"})])
        assert [event.body for event in store.read("screening:1")] == [{"value": "no"}, {"value": "yes"}]
    with RecordStore.open(path) as store, pytest.raises(RecordError, match="newer Paso Seguro"):
        store.read("screening:1")


def test_today_nothing_needs_lifting():
    assert not REGISTRY.current
    assert not REGISTRY.steps
