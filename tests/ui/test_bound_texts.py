"""A screening ends under the texts it began with, whatever is put into the SOP folder meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from screening.projecting import folding
from sops.catalogue import SHIPPED, NoEditionError
from sops.mistakes import Mistake, SopError
from ui.home import Home, Place

AT = datetime(2021, 3, 23, 14, 0, tzinfo=UTC)
POST = (SHIPPED / "posts" / "lajas-blancas.yaml").read_text(encoding="utf-8")


@pytest.fixture
def home(tmp_path):
    """A desk in training, where unsigned texts may be tried."""
    made = Home(tmp_path / "home")
    made.settle(Place(training=True))
    return made


def begun(home):
    """A screening that stands at its second step, its desk closed again."""
    desk = home.open_desk(clock=lambda: AT, new_id=lambda: "s1")
    desk.begin()
    state = desk.answer("well")
    desk.store.close()
    return state


def with_another_post(home):
    """The same post with another name and another phone, as a file in the folder of this desk."""
    folder = home.folder / "sops" / "posts"
    folder.mkdir(parents=True)
    changed = POST.replace("name: Estación", "name: Otra estación", 1)
    assert changed != POST
    (folder / "lajas-blancas.yaml").write_text(changed, encoding="utf-8")


def test_a_replaced_post_changes_new_screenings_and_no_running_one(home):
    before = begun(home)
    with_another_post(home)
    desk = home.open_desk(clock=lambda: AT, new_id=lambda: "s2")
    resumed = desk.resume("s1")
    assert resumed.setting.post.name == before.setting.post.name
    assert resumed.setting.post.digest == before.setting.post.digest
    assert desk.answer("no_test").at.id == "accompanied"
    fresh = desk.begin()
    assert fresh.setting.post.name.startswith("Otra")
    assert desk.store.rebuild(folding(desk.setting_of)).differences == ()
    desk.store.close()


def test_a_text_that_is_gone_is_told_and_never_stood_in_for(home):
    begun(home)
    with_another_post(home)
    for kept in (home.folder / "texts").glob("*.yaml"):
        kept.unlink()
    desk = home.open_desk(clock=lambda: AT, new_id=lambda: "s2")
    with pytest.raises(NoEditionError, match="not here in the wording this screening began with"):
        desk.resume("s1")
    desk.store.close()


def test_a_kept_text_that_was_damaged_is_not_believed(home):
    begun(home)
    with_another_post(home)
    for kept in (home.folder / "texts").glob("*.yaml"):
        kept.write_text(POST + "# altered\n", encoding="utf-8")
    desk = home.open_desk(clock=lambda: AT, new_id=lambda: "s2")
    with pytest.raises(NoEditionError):
        desk.resume("s1")
    desk.store.close()


def test_a_kept_text_that_this_program_cannot_read_is_told(home, monkeypatch):
    begun(home)
    with_another_post(home)
    desk = home.open_desk(clock=lambda: AT, new_id=lambda: "s2")

    def refuse(path, raw):
        raise SopError([Mistake(str(path), 1, 1, "missing-key", "(file)", "a key is missing.")])

    monkeypatch.setattr("sops.catalogue.read_file", refuse)
    with pytest.raises(NoEditionError, match="can no longer read it"):
        desk.resume("s1")
    desk.store.close()
