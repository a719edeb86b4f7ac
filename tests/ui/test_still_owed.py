"""What is still to be done after travellers have gone: told by the desk, shown on the board, marked from there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from screening.commands import CommandError
from screening.projecting import row_of
from ui import afterwards
from ui.board.listing import Heading
from ui.board.owing import Owing
from ui.board.page import BoardPage
from ui.outcome import doing
from ui.outcome.details import Asked
from ui.plain import clean

AFTERWARDS = ("clean_room", "receipt", "waste")


def hand_over(stage, clock):
    """A suspected case is walked, handed over and closed; the room, the waste and the receipt are left."""
    desk = stage.desk
    stage.presenter.begin()
    stage.ill(clock)
    while desk.state.log.closed is None:
        left = [duty for duty in desk.duties() if duty.keeps_traveller]
        before = {duty.spec.before for duty in left}
        desk.do(next(duty.spec.id for duty in left if duty.spec.id not in before))
    return desk.state.screening


def gone(stage, clock):
    """The same, and the desk is free."""
    screening = hand_over(stage, clock)
    stage.desk.leave()
    stage.presenter.moved.emit()
    stage.settle()
    return screening


def owed(stage):
    return [one.duty.spec.id for one in stage.desk.still_owed().found]


def test_the_row_says_how_much_is_owed_and_a_duty_done_is_owed_no_more(stage, clock):
    screening = gone(stage, clock)
    assert stage.store.row(screening).owed == 3
    assert owed(stage) == list(AFTERWARDS)
    stage.desk.settle(screening, "waste")
    assert owed(stage) == ["clean_room", "receipt"]
    assert stage.store.row(screening).owed == 2
    assert stage.store.row(screening) == row_of(stage.desk.load(screening))
    event = stage.store.read(f"screening:{screening}")[-1]
    assert (event.kind, event.by, event.body["duty"]) == ("duty_done", "o-17", "waste")


def test_the_traveller_in_front_stays_where_he_is(stage, clock):
    screening = gone(stage, clock)
    stage.presenter.begin()
    here = stage.desk.state
    stage.desk.settle(screening, "clean_room")
    assert stage.desk.state is here


def test_what_keeps_a_traveller_or_is_done_already_is_not_marked_this_way(stage, clock):
    screening = gone(stage, clock)
    for duty in ("handover", "nothing"):
        with pytest.raises(CommandError, match="not owed by a closed screening"):
            stage.desk.settle(screening, duty)
    stage.desk.settle(screening, "waste")
    with pytest.raises(CommandError, match="was done at"):
        stage.desk.settle(screening, "waste")


def test_the_one_closed_a_moment_ago_moves_on_with_the_record(stage, clock):
    stage.desk.settle(hand_over(stage, clock), "waste")
    assert "waste" in stage.desk.state.log.duties


def test_the_board_lists_late_ones_first_and_says_who_hears_of_them(stage, clock):
    gone(stage, clock)
    clock.advance(hours=2)
    stage.press("F9")
    page = stage.window.page
    assert isinstance(page, BoardPage)
    now, room, clean_, waste, after, receipt = page.list.rows.rows
    assert [now, clean_, after] == [
        Heading("TOCA YA O CON RETRASO (1)"),
        Heading("LIMPIEZA Y RESIDUOS (1)"),
        Heading("POR HACER DESPUÉS DE SU SALIDA (1)"),
    ]
    assert room.head == "Limpiar la sala · control \u2068s0002\u2069"
    parts = [clean(part) for part in room.below.split(" · ")]
    assert parts == ["Lo hace: personal de limpieza", "salió hace 2 h 00", "AVISAR a: supervisor"]
    assert (room.is_due, receipt.is_due, waste.when) == (True, False, "sin plazo")
    assert page.list.chosen == room


def test_one_is_the_key_that_marks_and_enter_only_says_so(stage, clock):
    screening = gone(stage, clock)
    stage.press("F9", "\n")
    assert owed(stage) == list(AFTERWARDS)
    assert "1" in stage.window.foot.message
    stage.press("1")
    assert owed(stage) == ["receipt", "waste"]
    assert stage.window.foot.message == "Anotado: Limpiar la sala."
    stage.press("1")
    assert owed(stage) == ["receipt"]
    assert stage.store.row(screening).owed == 1
    assert [row.duty for row in stage.window.page.list.rows.rows if isinstance(row, Owing)] == ["receipt"]


def test_the_waste_of_several_is_one_row_and_one_key_for_all_of_them(stage, clock):
    three = [gone(stage, clock) for _ in range(3)]
    stage.press("F9", "8")
    rows = [row for row in stage.window.page.list.rows.rows if isinstance(row, Owing) and row.awaits != ""]
    waste = next(row for row in rows if row.duty == "waste")
    assert [row.duty for row in stage.window.page.list.rows.rows if isinstance(row, Owing)].count("waste") == 1
    assert (clean(waste.head), (waste.screening, *waste.others)) == ("Residuos · 3 personas", tuple(three))
    while stage.window.page.list.chosen != waste:
        stage.press("↓")
    stage.press("1")
    assert "waste" not in owed(stage)
    assert all("waste" in stage.desk.load(screening).log.duties for screening in three)


def test_late_cleaning_never_stands_above_somebody_who_waits(stage, clock):
    gone(stage, clock)
    stage.presenter.begin()
    stage.ill(clock)
    stage.press("⎋")
    clock.advance(hours=2)
    stage.press("F9")
    page = stage.window.page
    late = [row for row in page.list.rows.rows[1:] if getattr(row, "is_due", False)]
    assert [getattr(row, "duty", "") for row in late][-1] == "clean_room"
    assert len(late) > 1


def test_arrows_pass_the_headings_by(stage, clock):
    gone(stage, clock)
    stage.press("F2", "⎋", "F9")
    rows = stage.window.page.list.rows.rows
    kinds = ["Heading", "Waiting", "Heading", "Owing", "Owing", "Heading", "Owing"]
    assert [type(row).__name__ for row in rows] == kinds
    seen = []
    for _ in range(5):
        seen.append(rows.index(stage.window.page.list.chosen))
        stage.press("↓")
    assert seen == [1, 3, 4, 6, 6]


def test_a_restart_changes_nothing_and_what_is_late_is_shown_at_once(make_stage, clock):
    first = make_stage()
    first.confirm_clock()
    gone(first, clock)
    first.close()
    clock.advance(hours=2)
    again = make_stage()
    again.confirm_clock()
    assert isinstance(again.window.page, BoardPage)
    assert owed(again) == list(AFTERWARDS)


def test_the_rail_counts_what_is_owed(stage, clock):
    assert not stage.conduct.around.owed.isVisible()
    gone(stage, clock)
    assert stage.conduct.around.owed.text() == "POR HACER (3) · F9"
    clock.advance(hours=2)
    stage.tick()
    assert stage.conduct.around.owed.text() == "POR HACER (3), 1 con retraso · F9"


def test_more_than_are_listed_is_said(stage, clock, monkeypatch):
    gone(stage, clock)
    gone(stage, clock)
    assert not stage.desk.still_owed().older
    monkeypatch.setattr(afterwards, "MOST", 1)
    still = stage.desk.still_owed()
    assert (still.older, {one.screening for one in still.found}) == (True, {"s0003"})


def emergency(stage, clock):
    """Somebody goes with the ambulance before anything was written; paper and call come afterwards."""
    desk = stage.desk
    desk.interrupt("emergency")
    while desk.state.at is not None:
        desk.answer({"done": True, "choice": desk.state.at.options[0].id if desk.state.at.options else None}.get(
            desk.state.at.answer, "unknown"))  # fmt: skip
    while desk.state.log.closed is None:
        desk.do(next(duty.spec.id for duty in desk.duties() if duty.keeps_traveller))
    desk.leave()
    stage.presenter.moved.emit()
    stage.settle()


def choose(stage, duty):
    rows = [row for row in stage.window.page.list.rows.rows if isinstance(row, Owing)]
    stage.press(*["↓"] * [row.duty for row in rows].index(duty))
    assert stage.window.page.list.chosen.duty == duty


def test_a_paper_that_is_owed_is_printed_when_it_is_marked(stage, clock):
    emergency(stage, clock)
    assert "emergency_slip" in owed(stage)
    stage.press("F9")
    choose(stage, "emergency_slip")
    stage.press("1")
    (paper,) = [each for each in stage.papers if each.paper == "referral_slip"]
    assert (paper.copies, paper.copy) == (2, 0)
    assert "emergency_slip" not in owed(stage)
    row = stage.store.row(paper.screening)
    assert row.slip == paper.number
    assert row == row_of(stage.desk.load(paper.screening))


def test_what_is_noted_with_a_duty_is_asked_first_and_sealed(stage, clock, monkeypatch):
    screening = gone(stage, clock)
    monkeypatch.setattr(doing, "asked_of", lambda spec, _, who: Asked(spec.id, "Recibo", ("taken_by",), who=who))
    stage.press("F9")
    choose(stage, "receipt")
    stage.press("1")
    said = [each.text() for each in stage.window.page.findChildren(QLabel)]
    assert f"control {screening}" in said
    assert stage.window.left.isHidden()  # what stands at the sides is of somebody else
    stage.type("Dra. Ruiz")
    stage.press("\n")
    assert isinstance(stage.window.page, BoardPage)
    assert owed(stage) == ["clean_room", "waste"]
    assert stage.desk.load(screening).log.duties["receipt"].identity["taken_by"] == "Dra. Ruiz"
