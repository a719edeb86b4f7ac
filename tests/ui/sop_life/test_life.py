"""An edition from a draft to all desks, by the commands that a ministry and a desk type."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime, timedelta

from sops.catalogue import SHIPPED
from sops.signing import read_authority
from tests.ui.sop_life.conftest import BEGINS, NEW, OLD, installed
from ui.command_line import main
from ui.day_papers import setting_on
from ui.home import Place


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
    installed(home, pack, before)
    assert days.definition(BEGINS - timedelta(seconds=1)) == OLD
    assert days.definition(BEGINS) == NEW


def test_a_screening_that_began_before_ends_under_its_own_text(make_pack, home, days):
    installed(home, make_pack(), BEGINS - timedelta(days=1))
    desk = days.desk(BEGINS - timedelta(minutes=1))
    desk.begin()
    screening = desk.state.screening
    desk.store.close()
    later = days.desk(BEGINS + timedelta(minutes=1))
    assert later.resume(screening).setting.engine.definition.name == OLD
    assert later.begin().setting.engine.definition.name == NEW
    later.store.close()


def test_back_to_what_bound_before_is_one_more_event(make_pack, home, days, capsys):
    installed(home, make_pack(), BEGINS - timedelta(days=1))
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
    installed(home, make_pack(), BEGINS - timedelta(days=1))
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
    installed(home, make_pack(), BEGINS - timedelta(days=1))

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


def test_the_summary_of_a_day_names_the_edition_that_bound_at_its_end(make_pack, home):
    installed(home, make_pack(), BEGINS - timedelta(days=1))
    known = home.catalogue()
    with home.open_records(read_only=True) as store:
        days = [setting_on(known, store, "lajas-blancas", BEGINS.date() + timedelta(days=day)) for day in (-1, 0)]
    assert [each.engine.definition.name for each in days] == [OLD, NEW]


def test_a_script_with_a_clock_of_its_own_takes_no_pack_up(make_pack, home):
    installed(home, make_pack(), BEGINS, taken_up=False)
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
    installed(home, out, BEGINS - timedelta(days=1))

    def bound(at):
        desk = days.desk(at)
        setting = desk.setting(desk.today())
        desk.store.close()
        return setting.procedure.about.name, setting.post.languages[1], desk.post.languages[1]

    assert bound(BEGINS - timedelta(seconds=1)) == ("poe-entry@2020-01-31", "ht", "ht")
    assert bound(BEGINS) == ("poe-entry@2020-01-31+pa-darien@2021-01-01", "fr", "fr")
    assert main(["sop", "rollback", "lajas-blancas"]) == 0
    assert bound(datetime.now(UTC) + timedelta(seconds=5)) == ("poe-entry@2020-01-31", "ht", "ht")


def test_going_back_tells_of_an_edition_that_is_still_ahead_and_how_to_call_it_off(make_pack, home, capsys):
    installed(home, make_pack(), BEGINS - timedelta(days=1))
    assert main(["sop", "activate", "who-covid19@2020-12-16", "--from", "2041-01-01T05:00+00:00"]) == 0
    assert main(["sop", "rollback", "who-covid19"]) == 0
    told = capsys.readouterr().err
    assert "who-covid19@2020-12-16 still begins on 2041-01-01T00:00-05:00" in told
    assert f"paso sop activate {OLD} --from 2041-01-01T00:00-05:00" in told


def test_packs_that_arrive_in_the_wrong_order_lead_to_the_later_moment(make_pack, home, days, capsys):
    later, earlier = make_pack(), make_pack("minsa-2023-01", "2023-01-20T00:00-05:00", "2023-01-02")
    assert main(["sop", "install", str(later)]) == 0
    capsys.readouterr()
    assert main(["sop", "install", str(earlier)]) == 0
    told = capsys.readouterr().out
    assert f"not in force: {NEW} was set for a later moment, 2023-02-01T00:00-05:00" in told
    assert days.definition(datetime.now(UTC) + timedelta(seconds=5)) == NEW


def test_back_from_what_was_set_for_a_past_moment_is_to_what_bound_until_now(home, days, capsys):
    """A moment may lie years before the activation was made; until then another edition bound, and that returns."""
    assert main(["sop", "activate", "who-covid19@2020-12-16", "--from", "2021-04-01T00:00-05:00"]) == 0
    capsys.readouterr()
    assert main(["sop", "rollback", "who-covid19"]) == 0
    assert f"definition {OLD}: in force here since" in capsys.readouterr().out
