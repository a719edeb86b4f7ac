"""An edition from a draft to all desks, by the commands a ministry and a desk type; and what is refused, in words."""

from __future__ import annotations

import json
import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sops.catalogue import SHIPPED, NoEditionError, load
from sops.signing import make_keys, read_authority
from ui.command_line import main
from ui.day_papers import setting_on
from ui.home import Home, Place

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

    def make(name: str = "minsa-2023-02", begins: str = "2023-02-01T00:00-05:00") -> Path:
        out = ministry / f"{name}.pasopack"
        if not out.exists():
            key = str(ministry / "minsa.key")
            call = ["sop", "pack", str(edition(tmp_path)), "--key", key, "--from", begins, "--out", str(out)]
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


# ------------------------------------------------------------------------------------------------------------- the way


def test_a_key_is_for_its_owner_alone_and_is_never_overwritten(tmp_path, capsys):
    key = tmp_path / "minsa.key"
    assert main(["sop", "key", "--out", str(key), "--name", "MINSA"]) == 0
    assert f"fingerprint: {read_authority(tmp_path / 'minsa.key.pub').fingerprint}" in capsys.readouterr().out
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert main(["sop", "key", "--out", str(key), "--name", "MINSA"]) == 2
    assert "never overwritten" in capsys.readouterr().err


def test_an_edition_binds_from_the_moment_of_its_pack_and_not_by_its_date(make_pack, home, days, capsys):
    desk = days.desk(BEGINS - timedelta(days=5))
    desk.store.close()
    assert main(["sop", "install", str(make_pack())]) == 0
    assert "minsa-2023-02: installed; signed by MINSA" in capsys.readouterr().out
    assert days.definition(BEGINS - timedelta(days=20)) == OLD
    # installed just now, which is after its moment: what is asked of an earlier day is answered by that day
    now = datetime.now(UTC)
    assert days.definition(now) == NEW


def test_all_desks_change_at_the_moment_whatever_their_time_zone(make_pack, home, days, capsys):
    before = BEGINS - timedelta(days=5)
    pack = make_pack()
    _installed(home, pack, before)
    assert days.definition(BEGINS - timedelta(seconds=1)) == OLD
    assert days.definition(BEGINS) == NEW


def test_a_screening_that_began_before_ends_under_its_own_text(make_pack, home, days):
    _installed(home, make_pack(), BEGINS - timedelta(days=1))
    desk = days.desk(BEGINS - timedelta(minutes=1))
    desk.begin()
    screening = desk.state.screening
    desk.store.close()
    later = days.desk(BEGINS + timedelta(minutes=1))
    assert later.resume(screening).setting.engine.definition.name == OLD
    assert later.begin().setting.engine.definition.name == NEW
    later.store.close()


def test_back_to_what_bound_before_is_one_more_event(make_pack, home, days, capsys):
    _installed(home, make_pack(), BEGINS - timedelta(days=1))
    assert main(["sop", "rollback", "who-covid19"]) == 0
    assert f"definition {OLD}: in force here since" in capsys.readouterr().out
    now = datetime.now(UTC) + timedelta(seconds=5)
    assert days.definition(now) == OLD
    assert days.definition(BEGINS) == NEW
    assert main(["sop", "rollback", "who-covid19"]) == 0
    assert f"definition {NEW}: in force" in capsys.readouterr().out
    desk = days.desk(now)
    assert [made.name for made in desk.life.log.activations] == [NEW, OLD, NEW]
    assert desk.store.verify().ok
    desk.store.close()


def test_an_edition_that_is_here_is_activated_from_a_moment_and_called_off(home, days, capsys):
    past = "who-covid19@2020-12-16"
    assert main(["sop", "activate", past, "--from", "2031-01-01T00:00-05:00"]) == 0
    assert "binds from 2031-01-01T00:00-05:00" in capsys.readouterr().out
    ahead = datetime(2031, 1, 1, 5, 0, tzinfo=UTC)
    assert (days.definition(ahead - timedelta(seconds=1)), days.definition(ahead)) == (OLD, past)
    assert main(["sop", "activate", OLD, "--from", "2031-01-01T00:00-05:00"]) == 0
    assert days.definition(ahead) == OLD


def test_each_officer_takes_note_of_a_change_once(make_pack, home, days):
    _installed(home, make_pack(), BEGINS - timedelta(days=1))
    desk = days.desk(BEGINS - timedelta(hours=1))
    assert desk.life.unseen("o-1", desk.clock()) == ()
    desk.store.close()
    desk = days.desk(BEGINS + timedelta(hours=1))
    (change,) = desk.life.unseen("o-1", desk.clock())
    assert (change.name, change.signer, change.since) == (NEW, "MINSA", BEGINS)
    assert desk.life.former(change).name == OLD
    desk.life.note([change], "o-1", desk.clock())
    assert desk.life.unseen("o-1", desk.clock()) == ()
    assert desk.life.unseen("o-2", desk.clock()) == (change,)
    desk.store.close()


def test_where_every_edition_stands(make_pack, home, days):
    _installed(home, make_pack(), BEGINS - timedelta(days=1))

    def states(at):
        desk = days.desk(at)
        found = desk.life.states("definition", "who-covid19", at, desk.today())
        desk.store.close()
        return {each.file.data["edition"]: (each.origin, each.where) for each in found[-3:]}

    assert states(BEGINS - timedelta(hours=1)) == {
        "2022-02-14": ("shipped", "past"),
        "2022-07-22": ("shipped", "in force"),
        "2023-01-15": ("signed", "upcoming"),
    }
    assert states(BEGINS) == {
        "2022-02-14": ("shipped", "past"),
        "2022-07-22": ("shipped", "past"),
        "2023-01-15": ("signed", "in force"),
    }


def test_a_newer_shipped_edition_that_an_activation_holds_back_is_told(home, days, capsys):
    assert main(["sop", "activate", "who-covid19@2022-02-14", "--from", "2022-03-01T00:00-05:00"]) == 0
    assert main(["sop", "list", "--json"]) == 0
    rows = {row["name"]: row for row in map(json.loads, capsys.readouterr().out.splitlines()[1:])}
    assert rows[OLD]["state"] == "set aside"
    assert rows["who-covid19@2022-02-14"]["state"] == "amber"
    assert rows["who-covid19@2022-02-14"]["since"] is not None
    assert rows[OLD]["origin"] == "shipped"


def _installed(home: Home, pack: Path, at: datetime, *, taken_up: bool = True) -> None:
    """The pack, installed at a moment of the past, and taken up by a desk that was started then."""
    from sops.installing import install
    from sops.packs import read
    from sops.signing import trusted_in

    assert install(read(pack, trusted_in(home.authorities)[0]), home.sops, lambda _: None)
    if taken_up:
        home.open_desk(clock=lambda: at).store.close()


# ---------------------------------------------------------------------------------------------------- what is refused


def test_a_pack_of_a_file_with_mistakes_is_not_made(tmp_path, authority, capsys):
    draft = edition(tmp_path)
    draft.write_text(draft.read_text("utf-8").replace("any of:", "any off:", 1), "utf-8")
    out = tmp_path / "bad.pasopack"
    call = ["sop", "pack", str(draft), "--key", str(authority[0]), "--from", "2023-02-01T00:00-05:00"]
    assert main([*call, "--out", str(out)]) == 1
    told = capsys.readouterr()
    assert "Did you mean" in told.out
    assert "nothing was made" in told.err
    assert not out.exists()


def test_a_pack_of_a_definition_that_a_theorem_refutes_is_not_made(tmp_path, authority, capsys):
    draft = edition(tmp_path)
    text = draft.read_text("utf-8")
    assert text.count("        among: asymptomatic\n") == 1  # without it the file says that `contact` never decides
    draft.write_text(text.replace("        among: asymptomatic\n", ""), "utf-8")
    out = tmp_path / "false.pasopack"
    call = ["sop", "pack", str(draft), "--key", str(authority[0]), "--from", "2023-02-01T00:00-05:00"]
    assert main([*call, "--out", str(out)]) == 1
    told = capsys.readouterr()
    assert "REFUTED" in told.out
    assert "swallowed contact" in told.out
    assert "nothing was made" in told.err
    assert not out.exists()


@pytest.mark.parametrize("said", ["2023-02-01", "2023-02-01T00:00", "tomorrow"])
def test_a_moment_names_its_time_zone(said, tmp_path, authority, capsys):
    call = ["sop", "pack", str(edition(tmp_path)), "--key", str(authority[0]), "--out", str(tmp_path / "x.pasopack")]
    assert main([*call, "--from", said]) == 2
    assert "no moment with a time zone" in capsys.readouterr().err


def test_a_pack_of_somebody_else_is_refused(make_pack, paso_home, capsys):
    assert main(["sop", "install", str(make_pack())]) == 2
    assert "not trusted here" in capsys.readouterr().err
    assert not (paso_home / "sops").exists()


def test_a_wrong_fingerprint_is_not_trusted(authority, paso_home, capsys):
    assert main(["sop", "trust", f"{authority[0]}.pub", "--fingerprint", "0000 " * 8]) == 2
    assert "was not trusted" in capsys.readouterr().err
    assert not (paso_home / "authorities").exists()


def test_a_closed_key_asks_for_its_passphrase(tmp_path, monkeypatch, capsys):
    key, out = tmp_path / "k", tmp_path / "p.pasopack"
    monkeypatch.setenv("PASO_PASSPHRASE", "tapir")
    assert main(["sop", "key", "--out", str(key), "--name", "MINSA", "--passphrase"]) == 0
    call = ["sop", "pack", str(edition(tmp_path)), "--key", str(key), "--from", "2023-02-01T00:00-05:00"]
    assert main([*call, "--out", str(out)]) == 0
    monkeypatch.setenv("PASO_PASSPHRASE", "danta")
    assert main([*call, "--out", str(out)]) == 2
    assert "passphrase is wrong" in capsys.readouterr().err


def test_an_edition_is_never_edited_under_its_own_name(tmp_path, make_pack, authority, home, capsys):
    changed = make_pack("minsa-2023-03")
    assert main(["sop", "install", str(changed)]) == 0
    draft = edition(tmp_path)
    draft.write_text(draft.read_text("utf-8") + "# another text\n", "utf-8")
    out = tmp_path / "again.pasopack"
    call = ["sop", "pack", str(draft), "--key", str(authority[0]), "--from", "2023-04-01T00:00-05:00"]
    assert main([*call, "--out", str(out)]) == 0
    capsys.readouterr()
    assert main(["sop", "install", str(out)]) == 2
    assert "An edition is never edited" in capsys.readouterr().err
    assert not (home.sops / "again").exists()


def test_a_pack_that_is_altered_after_it_bound_stops_nothing(make_pack, home, days, capsys):
    _installed(home, make_pack(), BEGINS - timedelta(days=1))
    (path,) = home.sops.rglob("2023-01-15.yaml")
    path.write_text(path.read_text("utf-8").replace("value: 38.0", "value: 37.0"), "utf-8")
    desk = days.desk(BEGINS)
    definition = desk.setting(desk.today()).engine.definition
    assert definition.name == NEW  # the text that was signed, from the keep
    assert definition.parameters["fever_threshold_c"].value == 38.0
    assert "was altered after it was signed" in str(desk.catalogue.mistakes[0])
    desk.store.close()
    assert main(["sop", "list"]) == 1
    assert "the edition in force goes on" in capsys.readouterr().err


def test_a_text_that_is_wholly_gone_is_passed_by_for_the_one_before(make_pack, home, days):
    _installed(home, make_pack(), BEGINS - timedelta(days=1))
    for path in [*home.sops.rglob("*.*"), *(home.folder / "texts").glob("*")]:
        path.unlink()
    assert days.definition(BEGINS) == OLD


def test_an_unsigned_file_is_left_out_but_tried_in_training(tmp_path, home, days, capsys):
    home.sops.mkdir()
    (home.sops / "own.yaml").write_text(edition(tmp_path).read_text("utf-8"), "utf-8")
    assert days.definition(BEGINS) == OLD
    assert main(["sop", "list"]) == 1
    assert "nobody signed this file" in capsys.readouterr().err
    home.settle(Place(training=True))
    desk = days.desk(BEGINS)
    assert desk.begin().setting.engine.definition.name == NEW
    assert desk.store.row(desk.state.screening).training
    desk.store.close()


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (["activate", "who-covid19@1999-01-01", "--from", "2023-01-01T00:00-05:00"], "there is no edition"),
        (["activate", OLD, "--from", "soon"], "no moment with a time zone"),
        (["rollback", "who-covid19"], "nothing was activated here"),
        (["rollback", "flu"], "nothing was activated here"),
        (["install", "none.pasopack"], "cannot be read"),
        (["trust", "none.pub"], "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(call, says, paso_home, capsys):
    assert main(["sop", *call]) == 2
    told = capsys.readouterr().err
    assert says in told
    assert "mistake of the program" not in told


def test_no_edition_is_told_not_raised(home):
    desk = home.open_desk(clock=lambda: datetime(2019, 1, 1, tzinfo=UTC))
    with pytest.raises(NoEditionError):
        desk.setting(desk.today())
    desk.store.close()


def test_the_desk_that_is_open_takes_a_pack_up_at_its_next_start(make_pack, home, days, capsys):
    desk = days.desk(BEGINS)
    assert main(["sop", "install", str(make_pack())]) == 0
    assert "when it is next started" in capsys.readouterr().err
    desk.store.close()
    assert days.definition(BEGINS + timedelta(seconds=1)) == NEW


def test_the_summary_of_a_day_names_the_edition_that_bound_at_its_end(make_pack, home):
    _installed(home, make_pack(), BEGINS - timedelta(days=1))
    known = home.catalogue()
    with home.open_records(read_only=True) as store:
        days = [setting_on(known, store, "lajas-blancas", BEGINS.date() + timedelta(days=day)) for day in (-1, 0)]
    assert [each.engine.definition.name for each in days] == [OLD, NEW]


def test_a_script_with_a_clock_of_its_own_takes_no_pack_up(make_pack, home):
    _installed(home, make_pack(), BEGINS, taken_up=False)
    far = datetime(2040, 1, 1, tzinfo=UTC)
    desk = home.open_desk(clock=lambda: far, place=Place())
    assert desk.life.log.activations == ()
    desk.store.close()


def test_settings_of_a_post_and_the_overlay_they_name_bind_from_the_moment_of_their_pack(
    tmp_path, authority, home, days
):
    overlay = (SHIPPED / "overlays" / "pa-minsa" / "2021-01-01.yaml").read_text("utf-8")
    post = (SHIPPED / "posts" / "lajas-blancas.yaml").read_text("utf-8")
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / "overlay.yaml").write_text(overlay.replace("overlay: pa-minsa", "overlay: pa-darien"), "utf-8")
    assert "\nlanguages: [es, ht" in post
    post = post.replace("\nlanguages: [es, ht", "\noverlays: [pa-darien]\nlanguages: [es, fr, ht", 1).replace(
        ", fr, en", ", en", 1
    )
    (drafts / "post.yaml").write_text(post, "utf-8")
    out = tmp_path / "darien.pasopack"
    call = ["sop", "pack", str(drafts), "--key", str(authority[0]), "--from", "2023-02-01T00:00-05:00"]
    assert main([*call, "--out", str(out)]) == 0
    _installed(home, out, BEGINS - timedelta(days=1))

    def bound(at):
        desk = days.desk(at)
        setting = desk.setting(desk.today())
        desk.store.close()
        return setting.procedure.about.name, setting.post.languages[1], desk.post.languages[1]

    assert bound(BEGINS - timedelta(seconds=1)) == ("poe-entry@2020-01-31", "ht", "ht")
    assert bound(BEGINS) == ("poe-entry@2020-01-31+pa-darien@2021-01-01", "fr", "fr")
    assert main(["sop", "rollback", "lajas-blancas"]) == 0
    assert bound(datetime.now(UTC) + timedelta(seconds=5)) == ("poe-entry@2020-01-31", "ht", "ht")
