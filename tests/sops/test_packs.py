"""Packs: the same bytes for the same files; every hostile or unlucky one is refused in a sentence, nothing written."""

from __future__ import annotations

import io
import json
import stat
import struct
import time
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from sops import packs
from sops.installing import install, shelf
from sops.packs import MANIFEST, SIGNATURE, PackError, make, read
from sops.signing import Authority, KeyProblem, make_keys, read_authority, read_private, trusted_in

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
MINSA = Authority("MINSA", KEY.public_key().public_bytes_raw())
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
OTHER = Authority("other", OTHER_KEY.public_key().public_bytes_raw())
MADE = datetime(2021, 3, 20, 15, 0, tzinfo=UTC)
BEGINS = datetime(2021, 4, 1, 0, 0, tzinfo=timezone(timedelta(hours=-5)))
FILES = {"definitions/one.yaml": b"definition: one\n", "posts/two.yaml": b"post: two\n"}
RAW = make("minsa-2021-04", FILES, KEY, made_on=MADE, begins=BEGINS)


def entries(raw: bytes = RAW) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(content, *, compress=zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compress) as archive:
        for name, raw in content.items() if isinstance(content, dict) else content:
            archive.writestr(name, raw)
    return out.getvalue()


def signed(change, *, key=KEY) -> bytes:
    """A pack whose manifest somebody with the key changed."""
    manifest = json.loads(entries()[MANIFEST])
    said = change(manifest)
    said = said if isinstance(said, bytes) else json.dumps(manifest).encode()
    signature = key.sign(packs._SAID + said)
    return zipped({**entries(), MANIFEST: said, SIGNATURE: signature})


@pytest.fixture
def reading(tmp_path):
    def read_it(raw: bytes, trusted=(MINSA, OTHER)):
        path = tmp_path / "usb.pasopack"
        path.write_bytes(raw)
        return read(path, trusted)

    return read_it


# --------------------------------------------------------------------------------------------------------- what is made


def test_a_pack_is_read_as_it_was_made(reading):
    pack = reading(RAW)
    assert (pack.id, pack.signer, pack.authority) == ("minsa-2021-04", "MINSA", MINSA.id)
    assert (pack.made_on, pack.begins) == (MADE, BEGINS)
    assert pack.begins.astimezone(UTC) == datetime(2021, 4, 1, 5, 0, tzinfo=UTC)
    assert dict(pack.files) == FILES


def test_the_same_files_key_and_moments_give_the_same_bytes():
    turned = dict(reversed(FILES.items()))
    assert make("minsa-2021-04", turned, KEY, made_on=MADE, begins=BEGINS) == RAW


@pytest.mark.parametrize(
    ("identity", "files", "begins"),
    [
        ("Minsa", FILES, BEGINS),
        ("../minsa", FILES, BEGINS),
        ("minsa", {}, BEGINS),
        ("minsa", {"../one.yaml": b""}, BEGINS),
        ("minsa", {"one.txt": b""}, BEGINS),
        ("minsa", FILES, datetime(2021, 4, 1)),  # noqa: DTZ001 - the lack of a zone is the point
    ],
)
def test_what_could_not_be_read_again_is_not_made(identity, files, begins):
    with pytest.raises(PackError, match="manifest is not one"):
        make(identity, files, KEY, made_on=MADE, begins=begins)


# ----------------------------------------------------------------------------------------------------- what is refused

HOSTILE = {
    "empty": (b"", "broken or cut short"),
    "no zip": (b"PK\x03\x04" + b"x" * 90, "broken or cut short"),
    "cut short": (RAW[:-40], "broken or cut short"),
    "cut in the middle": (RAW[: len(RAW) // 2], "broken or cut short"),
    "no manifest": (zipped(FILES), "no manifest.json"),
    "no signature": (zipped({MANIFEST: entries()[MANIFEST], **FILES}), "no manifest.json"),
    "altered file": (zipped({**entries(), "posts/two.yaml": b"post: too\n"}), "posts/two.yaml was altered"),
    "file taken out": (
        zipped({name: raw for name, raw in entries().items() if name != "posts/two.yaml"}),
        "posts/two.yaml is missing",
    ),
    "file put in": (zipped({**entries(), "posts/three.yaml": b""}), "was added after it was signed"),
    "altered manifest": (
        zipped({**entries(), MANIFEST: entries()[MANIFEST].replace(b"2021-04-01", b"2021-03-01")}),
        "its signature is not that of its manifest",
    ),
    "signature of zeros": (zipped({**entries(), SIGNATURE: bytes(64)}), "its signature is not that of its manifest"),
    "short signature": (zipped({**entries(), SIGNATURE: b"x"}), "its signature is not that of its manifest"),
    "path outside": (zipped({**entries(), "../../etc/cron.yaml": b""}), "unlawful name"),
    "absolute path": (zipped({**entries(), "/etc/x.yaml": b""}), "unlawful name"),
    "drive": (zipped({**entries(), "c:/x.yaml": b""}), "unlawful name"),
    "backslash": (zipped({**entries(), "a\\x.yaml": b""}), "unlawful name"),
    "hidden": (zipped({**entries(), ".x.yaml": b""}), "unlawful name"),
    "program": (zipped({**entries(), "run.exe": b""}), "unlawful name"),
    "too many": (zipped({f"f{number}.yaml": b"" for number in range(300)}), "holds 300 files"),
    "bomb": (
        zipped({**entries(), "bomb.yaml": bytes(9_000_000)}, compress=zipfile.ZIP_DEFLATED),
        "more than a pack may hold",
    ),
    "another form": (signed(lambda m: m.update(version=2)), "not one that this program reads"),
    "moment without a zone": (signed(lambda m: m.update({"from": "2021-04-01T00:00"})), "not one that this program"),
    "no moment": (signed(lambda m: m.pop("from")), "not one that this program reads"),
    "name of a folder up": (signed(lambda m: m.update(pack="..")), "not one that this program reads"),
    "manifest of a list": (signed(lambda _: b"[]"), "not one that this program reads"),
    "manifest not JSON": (signed(lambda _: b"\xff{"), "not one that this program reads"),
    "manifest too deep": (signed(lambda _: b"[" * 100_000), "not one that this program reads"),
    "a file twice in the manifest": (signed(lambda m: m["files"].append(m["files"][0])), "not one that this program"),
    "another signer named": (signed(lambda _: None, key=OTHER_KEY), "names another signer"),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "says"), HOSTILE.values(), ids=HOSTILE)
def test_a_bad_pack_is_refused_in_one_sentence(raw, says, reading):
    with pytest.raises(PackError) as told:
        reading(raw)
    assert says in str(told.value)
    assert "\n" not in str(told.value)


def test_a_directory_of_half_a_million_entries_is_refused_at_once(reading):
    entry = b"PK\x01\x02" + bytes(42)
    directory = entry * 420_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(directory), 0, 0)
    began = time.perf_counter()
    with pytest.raises(PackError, match="holds 420,000 files"):
        reading(directory + end)
    assert time.perf_counter() - began < 2


def test_a_name_twice_is_refused(reading):
    with pytest.warns(UserWarning, match="Duplicate name"):
        raw = zipped([*entries().items(), ("posts/two.yaml", b"other")])
    with pytest.raises(PackError, match=r"posts/two\.yaml twice"):
        reading(raw)


def test_an_entry_that_is_locked_or_packed_in_an_unknown_way_is_refused(reading):
    for place, value in ((6, 1), (8, 99)):  # general purpose flag: encrypted; method 99
        raw = bytearray(RAW)
        struct.pack_into("<H", raw, place, value)
        central = raw.index(b"PK\x01\x02")
        struct.pack_into("<H", raw, central + place + 2, value)
        with pytest.raises(PackError, match="broken or cut short"):
            reading(bytes(raw))


def test_an_unknown_key_is_told_with_those_that_are_known(reading):
    with pytest.raises(PackError) as told:
        reading(RAW, [OTHER])
    assert f"not trusted here ('{MINSA.id}')" in str(told.value)
    assert f"Trusted: other ({OTHER.id})" in str(told.value)
    with pytest.raises(PackError, match="Trusted: nobody yet"):
        reading(RAW, [])


def test_a_file_that_is_not_there_or_too_large_is_told(tmp_path, reading):
    with pytest.raises(PackError, match="cannot be read"):
        read(tmp_path / "none.pasopack", [MINSA])
    with pytest.raises(PackError, match="no pack is that large"):
        reading(bytes(20_000_001))


@settings(max_examples=150, deadline=None)
@given(place=st.integers(0, len(RAW) - 1), bit=st.integers(0, 7))
def test_no_flipped_bit_changes_what_is_read(place, bit, tmp_path_factory):
    raw = bytearray(RAW)
    raw[place] ^= 1 << bit
    path = tmp_path_factory.mktemp("usb") / "p.pasopack"
    path.write_bytes(bytes(raw))
    try:
        pack = read(path, [MINSA])
    except PackError:
        return
    assert (dict(pack.files), pack.id, pack.begins) == (FILES, "minsa-2021-04", BEGINS)


# ---------------------------------------------------------------------------------------------------------------- keys


def test_a_key_pair_is_made_once_and_only_its_owner_reads_it(tmp_path):
    path = tmp_path / "minsa.key"
    made = make_keys(path, "MINSA Panamá")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_authority(tmp_path / "minsa.key.pub") == made
    assert read_private(path).public_key().public_bytes_raw() == made.key
    before = path.read_bytes()
    with pytest.raises(KeyProblem, match="never overwritten"):
        make_keys(path, "MINSA Panamá")
    assert path.read_bytes() == before


def test_a_closed_key_opens_with_its_passphrase_alone(tmp_path):
    path = tmp_path / "minsa.key"
    made = make_keys(path, "MINSA", "tapir verde")
    assert read_private(path, "tapir verde").public_key().public_bytes_raw() == made.key
    for wrong in ("", "tapir"):
        with pytest.raises(KeyProblem, match="passphrase is wrong"):
            read_private(path, wrong)


def test_the_fingerprint_is_of_the_key_alone():
    assert MINSA.fingerprint == "5647 5aa7 5463 474c 0285 df5d bf2b cab7"
    assert MINSA.id == "56475aa75463474c"
    assert Authority("another name", MINSA.key).fingerprint == MINSA.fingerprint


@pytest.mark.parametrize("content", [b"", b"[]", b'{"authority": "x", "key": "00"}', b'{"authority": 3}', b"\xff"])
def test_what_is_no_key_is_told_and_the_others_stay_trusted(content, tmp_path):
    (tmp_path / "good.pub").write_bytes(MINSA.as_bytes())
    (tmp_path / "odd.pub").write_bytes(content)
    known, problems = trusted_in(tmp_path)
    assert known == (MINSA,)
    assert len(problems) == 1
    assert "no public key" in problems[0]
    with pytest.raises(KeyProblem, match="no private key"):
        read_private(tmp_path / "odd.pub")


# --------------------------------------------------------------------------------------------------------------- shelf


@pytest.fixture
def folders(tmp_path):
    """SOP folder and folder of keys, with one pack installed."""
    sops, keys = tmp_path / "sops", tmp_path / "authorities"
    keys.mkdir()
    (keys / "minsa.pub").write_bytes(MINSA.as_bytes())
    usb = tmp_path / "usb.pasopack"
    usb.write_bytes(RAW)
    assert install(read(usb, [MINSA]), sops, lambda _: None)
    return sops, keys, usb


def test_an_installed_pack_stands_signed(folders):
    sops, keys, _ = folders
    found = shelf(sops, keys, training=False)
    assert [path.relative_to(sops).as_posix() for path in found.signed] == [
        "minsa-2021-04/definitions/one.yaml",
        "minsa-2021-04/posts/two.yaml",
    ]
    assert found.mistakes == ()


def test_installing_again_changes_nothing_and_another_pack_of_the_name_is_refused(folders, tmp_path):
    sops, _, usb = folders
    assert not install(read(usb, [MINSA]), sops, lambda _: None)
    usb.write_bytes(make("minsa-2021-04", FILES, KEY, made_on=MADE, begins=BEGINS + timedelta(days=1)))
    with pytest.raises(PackError, match="takes a new name"):
        install(read(usb, [MINSA]), sops, lambda _: None)


def test_a_check_that_fails_leaves_nothing(tmp_path):
    usb, sops = tmp_path / "usb.pasopack", tmp_path / "sops"
    usb.write_bytes(RAW)

    def refuse(folder: Path) -> None:
        assert (folder / "posts" / "two.yaml").read_bytes() == b"post: two\n"
        raise PackError("no")

    with pytest.raises(PackError):
        install(read(usb, [MINSA]), sops, refuse)
    assert list(sops.iterdir()) == []


def test_what_an_installation_that_was_cut_short_left_is_not_read_and_goes_with_the_next(folders, tmp_path):
    sops, keys, usb = folders
    left = sops / ".new-x"
    left.mkdir()
    (left / "half.yaml").write_bytes(b"post: half\n")
    assert shelf(sops, keys, training=True).unsigned == ()
    usb.write_bytes(make("second", FILES, KEY, made_on=MADE, begins=BEGINS))
    install(read(usb, [MINSA]), sops, lambda _: None)
    assert sorted(path.name for path in sops.iterdir()) == ["minsa-2021-04", "second"]


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (lambda pack, _: (pack / "posts" / "two.yaml").write_bytes(b"post: 2\n"), "was altered"),
        (lambda pack, _: (pack / "posts" / "two.yaml").unlink(), "is missing"),
        (lambda pack, _: (pack / "more.yaml").write_bytes(b""), "was added"),
        (lambda pack, _: (pack / MANIFEST).write_bytes(b"{}"), "not trusted here"),
        (lambda pack, _: (pack / SIGNATURE).unlink(), "it cannot be read|no manifest.json|no such file"),
        (lambda _, keys: (keys / "minsa.pub").unlink(), "not trusted here"),
    ],
)
def test_what_was_altered_here_is_left_out_and_told(harm, says, folders):
    sops, keys, _ = folders
    harm(sops / "minsa-2021-04", keys)
    found = shelf(sops, keys, training=True)
    assert found.signed == ()
    (told,) = found.mistakes
    assert told.kind == "signature"
    assert any(words in str(told).lower() for words in says.split("|"))
    assert "the edition in force goes on" in str(told)


def test_unsigned_files_count_in_training_alone(folders):
    sops, keys, _ = folders
    (sops / "own.yaml").write_bytes(b"post: own\n")
    (sops / "posts").mkdir()
    (sops / "posts" / "own.yaml").write_bytes(b"post: own\n")
    bound = shelf(sops, keys, training=False)
    assert bound.unsigned == ()
    assert [Path(told.file).name for told in bound.mistakes] == ["own.yaml", "own.yaml"]
    assert "nobody signed this file" in str(bound.mistakes[0])
    free = shelf(sops, keys, training=True)
    assert len(free.unsigned) == 2
    assert free.mistakes == ()
    assert len(free.signed) == 2
