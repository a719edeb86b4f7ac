"""The catalogue: what is in force, what a broken file may never do, and a cache that may be lost at any time."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sops.catalogue import NoEditionError, load
from tests.sops.mutated_names import NAMES
from tests.sops.mutated_rules import RULES
from tests.sops.mutated_text import TEXT
from tests.sops.mutated_values import VALUES
from tests.sops.mutations import DEFINITION, PROCEDURE

ROOT = Path(__file__).resolve().parents[2]
SOPS = PROCEDURE.parents[2]
NAME = "poe-entry@2020-01-31"
BROKEN = [m for m in (*NAMES, *VALUES, *RULES, *TEXT) if m.file == PROCEDURE][::3]


@pytest.fixture(scope="module")
def shipped():
    return load()


# ------------------------------------------------------------------------------------------------------------- in force


@pytest.mark.parametrize(
    ("on", "edition"),
    [
        (date(2020, 1, 31), "2020-01-31"),
        (date(2020, 2, 26), "2020-01-31"),
        (date(2020, 2, 27), "2020-02-27"),
        (date(2020, 3, 19), "2020-02-27"),
        (date(2020, 3, 20), "2020-03-20"),
        (date(2020, 8, 6), "2020-03-20"),
        (date(2020, 8, 7), "2020-08-07"),
        (date(2020, 12, 15), "2020-08-07"),
        (date(2020, 12, 16), "2020-12-16"),
        (date(2022, 2, 13), "2020-12-16"),
        (date(2022, 2, 14), "2022-02-14"),
        (date(2022, 7, 21), "2022-02-14"),
        (date(2022, 7, 22), "2022-07-22"),
        (date(2035, 1, 1), "2022-07-22"),  # past its review: amber, and still the last that stands
    ],
)
def test_the_edition_of_the_day(shipped, on, edition):
    assert shipped.in_force("definition", "who-covid19", on) == f"who-covid19@{edition}"


def test_before_the_first_edition_nothing_is_in_force(shipped):
    with pytest.raises(NoEditionError, match="the first begins on 2020-01-31"):
        shipped.in_force("definition", "who-covid19", date(2020, 1, 30))


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda c: c.definition("who-covid19@2020-12-17"), "Known: who-covid19@2020-01-31"),
        (lambda c: c.procedure("poe"), "Known: poe-entry@2020-01-31"),
        (lambda c: c.post("darien"), "Known: cristobal, lajas-blancas, paso-canoas, tocumen"),
        (lambda c: c.area_table("x"), "Known: who-transmission"),
        (lambda c: c.editions("definition", "flu"), "Known: who-covid19"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(shipped, call, says):
    with pytest.raises(NoEditionError) as told:
        call(shipped)
    assert says in str(told.value)


# ----------------------------------------------------------------------------------------------------- further folders


@pytest.mark.parametrize("mutation", BROKEN, ids=lambda mutation: mutation.name)
def test_a_broken_file_never_replaces_the_edition_in_force(mutation, tmp_path, shipped):
    (tmp_path / "2020-01-31.yaml").write_bytes(mutation.raw)
    found = load([tmp_path])
    assert found.procedure(NAME) == shipped.procedure(NAME)
    assert [Path(mistake.file).parent for mistake in found.mistakes] == [tmp_path] * len(found.mistakes)
    assert found.mistakes


def test_a_file_in_order_takes_the_place(tmp_path, shipped):
    text = PROCEDURE.read_text("utf-8").replace("value: 38.0", "value: 37.8", 1)
    (tmp_path / "own.yaml").write_text(text, "utf-8")
    found = load([tmp_path])
    assert found.mistakes == ()
    assert found.procedure(NAME).parameters["fever_threshold_c"].value == 37.8
    assert found.procedure(NAME).about.digest != shipped.procedure(NAME).about.digest
    assert len(found.files) == len(shipped.files)


def test_of_two_files_of_one_edition_none_is_chosen_silently(tmp_path):
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_bytes(DEFINITION.read_bytes())
    assert [mistake.kind for mistake in load([tmp_path]).mistakes] == ["duplicate-id"]


def test_an_edition_that_overlaps_is_refused_among_the_others(tmp_path):
    text = DEFINITION.read_text("utf-8").replace("2020-12-16", "2020-12-20").replace("who-2020-12-20", "who-2020-12-16")
    (tmp_path / "2020-12-20.yaml").write_text(text, "utf-8")
    found = load([tmp_path])
    assert {mistake.kind for mistake in found.mistakes} == {"version"}
    assert found.in_force("definition", "who-covid19", date(2021, 3, 23)) == "who-covid19@2020-12-16"


def test_what_leans_on_a_refused_file_is_refused_with_it(tmp_path, shipped):
    (tmp_path / "fr.yaml").write_bytes(b"translation: fr\n")
    areas = (SOPS / "areas" / "who-transmission.yaml").read_text("utf-8")
    areas = areas.replace("areas: who-transmission", "areas: own", 1).replace(
        "status: community", "status: comunity", 1
    )
    (tmp_path / "areas.yaml").write_text(areas, "utf-8")
    post = (SOPS / "posts" / "lajas-blancas.yaml").read_text("utf-8")
    (tmp_path / "post.yaml").write_text(post.replace("areas: who-transmission", "areas: own"), "utf-8")
    found = load([tmp_path])
    assert {Path(mistake.file).name for mistake in found.mistakes} == {"fr.yaml", "areas.yaml", "post.yaml"}
    assert found.post("lajas-blancas") == shipped.post("lajas-blancas")


@pytest.mark.parametrize("what", ["folder", "nothing", "loop"])
def test_odd_things_in_a_folder_stop_nothing(tmp_path, shipped, what):
    path = tmp_path / "odd.yaml"
    if what == "folder":
        path.mkdir()
    elif what == "nothing":
        path.touch()
    else:
        path.symlink_to(path)
    found = load([tmp_path, tmp_path / "not there"])
    assert len(found.mistakes) == 1
    assert found.files == shipped.files


# ---------------------------------------------------------------------------------------------------------------- cache


def test_a_second_load_does_not_import_yaml(tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    text = PROCEDURE.read_text("utf-8").replace("value: 38.0", "value: 37.8", 1)
    (own / "own.yaml").write_text(text, "utf-8")
    call = (
        "import sys; from pathlib import Path; from sops.catalogue import load\n"
        f"found = load([Path({str(own)!r})], Path({str(tmp_path / 'cache')!r}))\n"
        "print(len(found.files), found.procedure('poe-entry@2020-01-31').parameters['fever_threshold_c'].value,"
        " 'yaml' in sys.modules)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", call], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(2)
    ]
    assert said[0][2] == "True"
    assert said[1] == [*said[0][:2], "False"]
    assert said[1][1] == "37.8"


def cached(folder):
    (file,) = folder.glob("sops-*.json")
    return file


def sealed(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode() + b"\n" + text


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"",
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw.replace(b"38.0", b"12.0", 1),
        lambda raw: b"\xff\xfe" + raw,
        lambda raw: b"[]",
        lambda raw: b"{}",
        lambda raw: b"[" * 100_000,
        lambda raw: sealed(b"{}"),
        lambda raw: raw.partition(b"\n")[2],
    ],
    ids=[
        "empty",
        "half",
        "another number",
        "bytes",
        "a list",
        "unsealed",
        "deep",
        "sealed and empty",
        "without its seal",
    ],
)
def test_a_damaged_cache_is_ignored_and_written_anew(tmp_path, shipped, damage):
    load(cache=tmp_path)
    good = cached(tmp_path).read_bytes()
    cached(tmp_path).write_bytes(damage(good))
    assert load(cache=tmp_path).files == shipped.files
    assert cached(tmp_path).read_bytes() == good


def test_the_cache_is_plain_data(tmp_path):
    load(cache=tmp_path)
    json.loads(cached(tmp_path).read_bytes().partition(b"\n")[2])


def test_a_cache_that_cannot_be_written_costs_time_only(tmp_path, shipped):
    (tmp_path / "file").touch()
    assert load(cache=tmp_path / "file" / "below").files == shipped.files


def test_a_cached_file_gives_the_same_values(tmp_path, shipped):
    load(cache=tmp_path)
    again = load(cache=tmp_path)
    assert again.files == shipped.files
    assert again.procedure(NAME) == shipped.procedure(NAME)
    assert again.definition("who-covid19@2022-07-22") == shipped.definition("who-covid19@2022-07-22")
