"""Erasing a person: the key goes without a trace, the chain verifies, the counts stay."""

from __future__ import annotations

import base64
import random
import sqlite3

import pytest

from screening.records import RecordError
from screening.records.store import RecordStore
from tests.screening.records.samples import START, fill, make_event, make_row

LAW = "Ley 81 de 2019, art. 15"


def keys_of(path):
    connection = sqlite3.connect(path)
    found = dict(connection.execute("SELECT stream, key FROM traveller_key").fetchall())
    connection.close()
    return found


def spellings(name):
    """The bytes a name could be left behind in."""
    plain = (name.encode(), name.encode("utf-16-le"), name.encode("utf-16-be"))
    coded = [base64.b64encode(bytes(shift) + text)[4:-4] for text in plain for shift in range(3)]
    return [*plain, *coded]


def left_behind(folder, *needles):
    return [needle for file in folder.iterdir() for needle in needles if needle in file.read_bytes()]


def test_one_traveller_is_erased_and_all_else_stays(store, path):
    fill(store, 5)
    before, counts, keys = store.history("screening:3"), store.tally(["status"]), keys_of(path)
    erasure = store.erase("screening:3", at=START, by="o-1", law=LAW, body={"reason": "request"})
    assert not erasure.residue
    after = store.history("screening:3")
    assert [stored.hash for stored in after[:-1]] == [stored.hash for stored in before]
    assert after[-1] == erasure.stored
    assert after[-1].event.body == {"law": LAW, "reason": "request"}
    assert all(not stored.event.identity for stored in after)
    assert store.read("screening:2")[1].identity == {"surname": "ZZCANARY2"}
    assert store.verify().ok
    assert store.tally(["status"]) == counts
    assert store.row("3").erased
    assert not store.row("2").erased
    assert left_behind(path.parent, keys["screening:3"], *spellings("ZZCANARY3")) == []
    assert left_behind(path.parent, keys["screening:2"]) == [keys["screening:2"]]  # the search does find keys
    store.close()
    assert left_behind(path.parent, keys["screening:3"], *spellings("ZZCANARY3")) == []


def test_no_byte_of_many_keys_is_left_in_whatever_order_they_go(store, path):
    chance = random.Random(3)
    for number in range(300):
        stream = f"screening:{chance.randrange(10**9)}-{'x' * chance.randrange(30)}-{number}"
        store.append([make_event(stream, "identified", identity={"surname": "ZZCANARY"})])
    keys = keys_of(path)
    gone = chance.sample(sorted(keys), 120)
    for stream in gone:
        store.erase(stream, at=START, by="o-1", law=LAW)
    files = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert [stream for stream in gone if keys[stream] in files] == []
    assert all(key in files for stream, key in keys.items() if stream not in gone)
    assert store.verify().ok


def test_nothing_identifying_can_follow_an_erasure(store):
    fill(store, 1)
    store.erase("screening:0", at=START, by="o-1", law=LAW)
    with pytest.raises(RecordError, match="was erased"):
        store.append([make_event("screening:0", identity={"surname": "AGAIN"})])
    store.append([make_event("screening:0", "corrected", body={"step": "a"})])
    assert store.verify().ok


def test_a_reader_in_the_middle_is_told_as_residue_and_the_next_opening_cleans(store, path):
    fill(store, 2)
    key = keys_of(path)["screening:1"]
    other = sqlite3.connect(path)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM event").fetchone()
    assert store.erase("screening:1", at=START, by="o-1", law=LAW).residue
    assert left_behind(path.parent, key) != []
    other.close()
    store.close()
    with RecordStore.open(path) as again:
        assert left_behind(path.parent, key) == []
        assert again.verify().ok


def test_erasing_what_never_had_a_name(store):
    store.append([make_event("screening:1", "begun")], make_row("1"))
    assert store.erase("screening:1", at=START, by="o-1", law=LAW, row=make_row("1", erased=True)).stored.seq == 2
    assert store.verify().ok
    assert store.row("1").erased
