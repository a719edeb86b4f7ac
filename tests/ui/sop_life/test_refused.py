"""What is refused on the way of an edition, and in what words; nothing of it stops a desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sops.catalogue import NoEditionError
from tests.ui.sop_life.conftest import BEGINS, NEW, OLD, edition, installed
from ui.command_line import main
from ui.home import Place


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
    installed(home, make_pack(), BEGINS - timedelta(days=1))
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
    installed(home, make_pack(), BEGINS - timedelta(days=1))
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
        (["activate", OLD, "--from", "0001-01-01T00:00+14:00"], "no moment with a time zone"),
        (["activate", OLD, "--from", "9999-12-31T23:59-12:00"], "no moment with a time zone"),
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


def test_two_lists_of_sources_do_not_travel_in_one_pack(tmp_path, authority, capsys):
    for name in ("one", "two"):
        text = f"sources:\n  minsa-{name}:\n    title: Order {name}\n    publisher: MINSA\n    date: 2023-01-01\n"
        (tmp_path / f"{name}.yaml").write_text(text + "    number: none\n    seen: whole\n", "utf-8")
    out = tmp_path / "sources.pasopack"
    files = [str(tmp_path / f"{name}.yaml") for name in ("one", "two")]
    call = ["sop", "pack", *files, "--key", str(authority[0]), "--from", "2023-02-01T00:00-05:00"]
    assert main([*call, "--out", str(out)]) == 2
    assert "two of the files are sources/sources" in capsys.readouterr().err
    assert not out.exists()
