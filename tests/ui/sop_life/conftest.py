"""A ministry with its key and packs, and a desk that trusts it; shared by the tests of the life of an edition."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sops.catalogue import SHIPPED, load
from sops.signing import make_keys, read_authority
from ui.command_line import main
from ui.home import Home

NEW = "who-covid19@2023-01-15"
OLD = "who-covid19@2022-07-22"
DEFINITION = (SHIPPED / "definitions" / "who-covid19" / "2022-07-22.yaml").read_text(encoding="utf-8")
BEGINS = datetime(2023, 2, 1, 5, 0, tzinfo=UTC)  # midnight at the post


def edition(tmp_path: Path, day: str = "2023-01-15") -> Path:
    """A draft: the newest shipped definition under another date."""
    text = DEFINITION
    for key in ("edition", "in_force_from"):
        assert f"\n{key}: 2022-07-22" in text
        text = text.replace(f"\n{key}: 2022-07-22", f"\n{key}: {day}", 1)
    path = tmp_path / "drafts" / f"{day}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def ministry(tmp_path_factory):
    """Where a ministry keeps its key and the packs it has made."""
    folder = tmp_path_factory.mktemp("ministry")
    make_keys(folder / "minsa.key", "MINSA")
    return folder


@pytest.fixture
def authority(ministry):
    """The ministry's key, and its fingerprint as it reads it out."""
    return ministry / "minsa.key", read_authority(ministry / "minsa.key.pub").fingerprint


@pytest.fixture
def make_pack(tmp_path, ministry, capsys):
    """Packs as the ministry makes them, each once."""

    def make(name: str = "minsa-2023-02", begins: str = "2023-02-01T00:00-05:00", day: str = "2023-01-15") -> Path:
        out = ministry / f"{name}.pasopack"
        if not out.exists():
            key = str(ministry / "minsa.key")
            call = ["sop", "pack", str(edition(tmp_path, day)), "--key", key, "--from", begins, "--out", str(out)]
            assert main(call) == 0
            assert "1 files, signed, binding from" in capsys.readouterr().out
        return out

    return make


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """The shipped files as a desk remembers them once they were checked."""
    folder = tmp_path_factory.mktemp("cache")
    load(cache=folder)
    return folder


@pytest.fixture
def home(tmp_path, paso_home, authority, cache, capsys):
    """A desk that trusts the ministry."""
    shutil.copytree(cache, paso_home / "cache")
    public = str(authority[0]) + ".pub"
    assert main(["sop", "trust", public]) == 1
    assert authority[1] in capsys.readouterr().out
    assert main(["sop", "trust", public, "--fingerprint", authority[1]]) == 0
    assert "are believed at this desk" in capsys.readouterr().out
    return Home(paso_home)


class Days:
    """A desk on days of one's choice."""

    def __init__(self, home: Home) -> None:
        self.home = home

    def desk(self, at: datetime):
        return self.home.open_desk(clock=lambda: at, new_id=lambda: f"s{at:%d%H%M}")

    def definition(self, at: datetime) -> str:
        desk = self.desk(at)
        try:
            return desk.setting(desk.today()).engine.definition.name
        finally:
            desk.store.close()


@pytest.fixture
def days(home):
    return Days(home)


def installed(home: Home, pack: Path, at: datetime, *, taken_up: bool = True) -> None:
    """The pack, installed at a moment of the past, and taken up by a desk that was started then."""
    from sops.installing import install
    from sops.packs import read
    from sops.signing import trusted_in

    assert install(read(pack, trusted_in(home.authorities)[0]), home.sops, lambda _: None)
    if taken_up:
        home.open_desk(clock=lambda: at).store.close()
