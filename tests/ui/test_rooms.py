"""Isolation rooms at the desk: given by a figure, warned of, never refused; looked into, cleaned, kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from screening.commands import CommandError
from screening.projecting import folding
from screening.records.errors import EnvironmentProblem
from tests.ui.stage import document
from ui.board.owing import Owing
from ui.board.page import BoardPage
from ui.plain import Button, clean
from ui.rooms.acts import Rooms
from ui.rooms.page import RoomsPage
from ui.rooms.rows import Chamber
from ui.trying.choices import choices, training_desk

NAMES = ("DESIR", "MORALES", "KHAN", "OKAFOR", "SILVA")


def arrive(stage, clock, place: int):
    """A suspected case, of the open group if there is one, stands at the outcome; the first duty is the room."""
    if stage.presenter.party:
        stage.press("F3")
    stage.scan(document("P", f"X{place}00000{place}", "850101", NAMES[place], "A"))
    stage.ill(clock)
    return stage.desk.state.screening


def roomed(stage, clock, place: int, *keys: str) -> str:
    """The same, brought to the room of these keys, and set aside."""
    screening = arrive(stage, clock, place)
    stage.press("1", *keys)
    assert "isolate" in stage.desk.load(screening).log.duties
    stage.press("⎋")
    return screening


def leave(stage, screening: str) -> None:
    """That traveller is handed over and closed."""
    desk = stage.desk
    desk.resume(screening)
    while desk.state.log.closed is None:
        left = [duty for duty in desk.duties() if duty.keeps_traveller]
        before = {duty.spec.before for duty in left}
        desk.do(next(duty.spec.id for duty in left if duty.spec.id not in before))
    desk.leave()
    stage.presenter.moved.emit()
    stage.settle()


def inside(stage) -> list[tuple[str, ...]]:
    return [each.inside for each in stage.presenter.rooms.look()]


def lines(stage):
    return [row for row in stage.window.page.list.rows.rows if isinstance(row, Chamber | Owing)]


def test_one_figure_gives_the_room_and_does_the_duty(stage, clock):
    screening = arrive(stage, clock, 0)
    stage.press("1")
    assert isinstance(stage.window.page, RoomsPage)
    assert [each.words for each in stage.window.page.buttons] == [
        "Sala 1 · libre · 2 lugares · baño propio",
        "Sala 2 · libre · 4 lugares · baño propio",
        "Sala 3 · libre · 4 lugares · sin baño propio",
    ]
    stage.press("2")
    assert inside(stage) == [(), (screening,), ()]
    assert "isolate" in stage.desk.state.log.duties
    (event,) = stage.store.read("room:lajas-blancas.room-2")
    assert (event.kind, event.by, event.body) == ("room_given", "o-17", {"screening": screening, "warned": []})


def test_enter_gives_the_room_that_is_proposed_and_nought_none(stage, clock):
    first = roomed(stage, clock, 0, "\n")
    assert inside(stage) == [(first,), (), ()]
    second = roomed(stage, clock, 1, "\n")
    assert inside(stage) == [(first,), (second,), ()]
    roomed(stage, clock, 2, "0")
    assert inside(stage) == [(first,), (second,), ()]


def test_what_enter_would_do_is_the_one_primary_button(stage, clock):
    roomed(stage, clock, 0, "1")
    arrive(stage, clock, 1)
    stage.press("1")
    page = stage.window.page

    def primary():
        return [each.words for each in page.findChildren(Button) if each.kind == "primary" and each.isVisible()]

    assert primary() == ["Sala 2 · libre · 4 lugares · baño propio"]
    stage.press("1")  # a taken one is warned of
    assert [clean(words) for words in primary()] == ["Dar Sala 1 de todos modos"]
    stage.press("⎋")
    assert primary() == ["Sala 2 · libre · 4 lugares · baño propio"]


def test_escape_does_nothing(stage, clock):
    arrive(stage, clock, 0)
    stage.press("1", "⎋")
    assert not isinstance(stage.window.page, RoomsPage)
    assert inside(stage) == [(), (), ()]
    assert "isolate" not in stage.desk.state.log.duties


def test_a_taken_room_is_warned_of_and_given_by_the_authority_s_decision(stage, clock):
    first = roomed(stage, clock, 0, "1")
    second = arrive(stage, clock, 1)
    stage.press("1", "1")
    page = stage.window.page
    assert inside(stage)[0] == (first,)
    assert clean(page._words.text()).startswith("Sala 1 ya está ocupada por otras personas: DESIR, A.")
    assert "Libre y limpia: Sala 2, Sala 3." in clean(page._words.text())
    stage.type("Dra. Ruiz 2")
    stage.press("\n")
    assert inside(stage)[0] == (first, second)
    given, decided = stage.store.read("room:lajas-blancas.room-1")[-2:]
    assert given.body == {"screening": second, "warned": ["occupied"]}
    assert (decided.kind, decided.body, decided.identity) == (
        "cohort_decided",
        {"together": [first, second], "named": True},
        {"authority": "Dra. Ruiz 2"},
    )


def test_without_a_named_decision_it_is_given_all_the_same_and_that_is_on_record(stage, clock):
    first = roomed(stage, clock, 0, "1")
    second = roomed(stage, clock, 1, "1", "\n")
    assert inside(stage)[0] == (first, second)
    decided = stage.store.read("room:lajas-blancas.room-1")[-1]
    assert (decided.body["named"], decided.identity) == (False, {})


def test_when_all_are_taken_that_is_said(stage, clock):
    for place, key in enumerate(("1", "2", "3")):
        roomed(stage, clock, place, key)
    arrive(stage, clock, 3)
    stage.press("1", "\n")
    assert isinstance(stage.window.page, RoomsPage)  # nothing is proposed
    stage.press("3")
    assert "No hay sala libre y limpia." in clean(stage.window.page._words.text())


def test_a_family_shares_without_a_word_and_is_led_to_its_own_room(stage, clock):
    stage.presenter.group.open("family")
    first = roomed(stage, clock, 0, "3")
    second = roomed(stage, clock, 1, "\n")
    assert inside(stage)[2] == (first, second)
    assert stage.store.read("room:lajas-blancas.room-3")[-1].body["warned"] == []


def test_those_of_one_boat_are_strangers(stage, clock):
    stage.presenter.group.open("boat")
    roomed(stage, clock, 0, "3")
    arrive(stage, clock, 1)
    stage.press("1", "3")
    assert "Sala 3 ya está ocupada" in clean(stage.window.page._words.text())


def test_a_result_that_comes_later_shows_who_must_not_share_any_more(stage, clock):
    roomed(stage, clock, 0, "1")
    stage.presenter.group.open("boat")
    second = roomed(stage, clock, 1, "1", "\n")
    standing = stage.presenter.rooms.look()[0]
    assert not stage.presenter.rooms.is_mixed(standing)
    stage.presenter.group.report(second, "confirmed")
    assert stage.presenter.rooms.is_mixed(standing)
    stage.press("F9", "5")
    assert stage.window.page.list.chosen.below.startswith("NO DEBEN COMPARTIR")


def test_another_room_is_given_by_its_own_key_and_the_first_is_to_be_cleaned(stage, clock):
    screening = arrive(stage, clock, 0)
    stage.press("1", "1")
    stage.control("F9")
    assert "ya está aquí" in stage.window.page.buttons[0].words
    stage.press("2")
    assert inside(stage) == [(), (screening,), ()]
    assert stage.presenter.rooms.look()[0].gone == (screening,)


def test_somebody_looks_in_every_thirty_minutes(stage, clock):
    roomed(stage, clock, 0, "1")
    stage.press("F9", "5")
    row = stage.window.page.list.chosen
    assert (clean(row.head), clean(row.when), row.is_due) == ("Sala 1 · DESIR, A", "visitar en 30 min", False)
    clock.advance(minutes=31)
    stage.tick()
    row = stage.window.page.list.chosen
    assert (clean(row.when), row.is_due) == ("visita: 1 min de retraso", True)
    assert [clean(part) for part in row.below.split(" · ")] == [
        "Visita: encargado de aislamiento",
        "visitada hace 31 min",
        "AVISAR a: supervisor",
    ]
    stage.press("1")
    assert stage.window.foot.message == "Anotado: Sala 1 visitada ahora."
    assert clean(stage.window.page.list.chosen.when) == "visitar en 30 min"
    assert stage.store.read("room:lajas-blancas.room-1")[-1].kind == "room_checked"


def test_enter_on_a_room_goes_on_with_who_is_inside(stage, clock):
    screening = roomed(stage, clock, 0, "1")
    stage.press("F9", "5", "\n")
    assert stage.desk.state.screening == screening


def test_the_handover_frees_the_room_to_be_cleaned_and_one_key_cleans_it(stage, clock):
    screening = roomed(stage, clock, 0, "1")
    leave(stage, screening)
    assert stage.presenter.rooms.look()[0].unclean_since is not None
    stage.press("F9", "8")
    row = stage.window.page.list.chosen
    assert clean(row.head) == "Limpiar la sala · DESIR, A · Sala 1"
    stage.press("1")
    assert stage.window.foot.message == "Anotado: Sala 1 limpia."
    assert stage.presenter.rooms.look()[0].is_free
    assert "clean_room" in stage.desk.load(screening).log.duties
    assert stage.store.read("room:lajas-blancas.room-1")[-1].body == {"after": [screening]}


def test_a_family_s_room_is_one_row_and_cleaned_for_all_of_them(stage, clock):
    stage.presenter.group.open("family")
    family = [roomed(stage, clock, place, "1") for place in (0, 1)]
    stage.presenter.group.end()
    for screening in family:
        leave(stage, screening)
    stage.press("F9", "8")
    assert [row.room for row in lines(stage) if getattr(row, "cleans", False)] == ["room-1"]
    stage.press("1")
    assert all("clean_room" in stage.desk.load(screening).log.duties for screening in family)


def test_an_uncleaned_room_is_warned_of_and_the_same_figure_gives_it(stage, clock):
    leave(stage, roomed(stage, clock, 0, "1"))
    second = arrive(stage, clock, 1)
    stage.press("1", "1")
    assert clean(stage.window.page._words.text()).startswith("Sala 1 no se ha limpiado.")
    assert inside(stage)[0] == ()
    stage.press("1")
    assert inside(stage)[0] == (second,)


def test_who_left_from_the_room_leaves_it_to_be_cleaned_too(stage, clock):
    screening = roomed(stage, clock, 0, "1")
    stage.desk.resume(screening)
    stage.desk.interrupt("left")
    while stage.desk.state.log.closed is None:
        if stage.desk.state.at is not None:
            stage.desk.answer(True if stage.desk.state.at.answer == "done" else "unknown")
        else:
            stage.desk.do(next(duty.spec.id for duty in stage.desk.duties() if duty.keeps_traveller))
    stage.desk.leave()
    stage.press("F9", "8")
    row = stage.window.page.list.chosen
    assert (clean(row.head), row.when) == ("Limpiar · Sala 1", "sin plazo")
    stage.press("1")
    assert stage.presenter.rooms.look()[0].is_free


def test_a_restart_changes_nothing(make_stage, clock):
    first = make_stage()
    first.confirm_clock()
    screening = roomed(first, clock, 0, "2")
    clock.advance(minutes=12)
    before = first.presenter.rooms.look()
    due = first.presenter.rooms.check_due(before[1])
    first.close()
    again = make_stage()
    assert again.presenter.rooms.look() == before
    assert again.presenter.rooms.check_due(before[1]) == due
    assert before[1].inside == (screening,)
    assert again.store.verify().ok
    rebuilt = again.store.rebuild(folding(again.desk.setting_of))
    assert not rebuilt.differences


def test_a_disk_that_refuses_leaves_the_room_as_it_was(stage, clock, monkeypatch):
    screening = arrive(stage, clock, 0)
    stage.press("1")

    def refuse(*_: object) -> None:
        raise EnvironmentProblem("the disk is full")

    monkeypatch.setattr(stage.store, "append", refuse)
    stage.press("2")
    monkeypatch.undo()
    assert stage.window.foot.message
    assert inside(stage) == [(), (), ()]
    assert "isolate" not in stage.desk.load(screening).log.duties
    assert isinstance(stage.window.page, RoomsPage)
    stage.press("2")
    assert inside(stage) == [(), (screening,), ()]


def test_a_scan_on_the_page_chooses_no_room_and_is_not_lost(stage, clock):
    arrive(stage, clock, 0)
    stage.press("1")
    stage.scan(document("P", "Z1112223", "900101", "NUEVA", "EVA"))
    assert inside(stage) == [(), (), ()]
    assert stage.desk.state.log.identity["surname"] == "NUEVA"
    assert stage.step == "observe"


def test_a_scan_while_a_decision_is_typed_is_no_decision(stage, clock):
    roomed(stage, clock, 0, "1")
    arrive(stage, clock, 1)
    stage.press("1", "1")
    stage.scan(document("P", "Z1112223", "900101", "NUEVA", "EVA"))
    assert len(inside(stage)[0]) == 1
    assert stage.desk.state.log.identity["surname"] == "NUEVA"


def test_the_key_of_the_rooms_shows_the_board_where_nobody_is_in_front(stage):
    stage.control("F9")
    assert isinstance(stage.window.page, BoardPage)


def test_the_emergency_is_one_key_away_even_while_a_decision_is_typed(stage, clock):
    roomed(stage, clock, 0, "1")
    arrive(stage, clock, 1)
    stage.press("1", "1")
    stage.type("Dra")
    stage.press("F12")
    assert stage.desk.state.log.interrupt == "emergency"
    assert len(inside(stage)[0]) == 1


def test_nothing_is_looked_into_or_cleaned_where_nobody_was(stage):
    rooms = stage.presenter.rooms
    with pytest.raises(CommandError, match="nobody is in this room"):
        rooms.check("room-1")
    with pytest.raises(CommandError, match="nobody has left this room"):
        rooms.clean("room-1")
    with pytest.raises(CommandError, match="no room of this post"):
        rooms.check("attic")


def test_a_room_stream_names_nobody_in_clear(stage, clock):
    roomed(stage, clock, 0, "1")
    arrive(stage, clock, 1)
    stage.press("1", "1")
    stage.type("Dra. Ruiz")
    stage.press("\n")
    for event in stage.store.read("room:lajas-blancas.room-1"):
        assert "Ruiz" not in str(event.body)
        assert "DESIR" not in str(event.body)


def test_a_post_without_rooms_does_the_duty_at_once(make_stage, clock, monkeypatch):
    stage = make_stage()
    stage.confirm_clock()
    arrive(stage, clock, 0)
    stage.desk.post = replace(stage.desk.post, rooms=())
    stage.press("1")
    assert "isolate" in stage.desk.state.log.duties
    stage.control("F9")
    assert stage.window.foot.message == "Este puesto no tiene salas de aislamiento en sus ajustes."
    assert not isinstance(stage.window.page, BoardPage)


def test_in_training_a_room_is_given_there_and_nowhere_else(stage, clock):
    trained = training_desk(stage.desk, choices(stage.desk)[0])
    rooms = Rooms(trained)
    state = trained.begin()
    rooms.give("room-1", state.screening)
    assert rooms.look()[0].inside == (state.screening,)
    rooms.check("room-1")
    assert inside(stage) == [(), (), ()]
    assert stage.store.streams("room:") == ()
