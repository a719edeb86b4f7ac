"""The board: everybody who waits and for what, in groups with counts; what is due or late stands above all."""

from __future__ import annotations

import time

from tests.ui.stage import document
from tests.ui.test_outcome_page import upgraded
from ui.board.bell import Bell
from ui.board.listing import Heading
from ui.board.page import KEYS, BoardPage
from ui.outcome.second import SecondPage
from ui.plain import clean


def arrive(stage, place: int, *, warm: bool = False) -> str:
    """Somebody who was looked at; a warm one waits for the second reading."""
    stage.scan(document("P", f"Y{place % 10}{place:06d}", "850101", "PEREZ", "LUIS"))
    stage.answer(observe="well", documents="no_test")
    if warm:
        stage.answer(declare_signs="yes", declare_contact="no", temperature={"c": 38.6}, rest_mask=True)
    screening = stage.desk.state.screening
    stage.press("⎋")
    return screening


def suspected(stage, clock, place: int) -> str:
    """A suspected case whose walk has ended; nothing is done yet."""
    stage.scan(document("P", f"X{place}00000{place}", "850101", "DESIR", "JEAN"))
    stage.ill(clock)
    stage.press("⎋")
    return stage.desk.waiting()[-1].screening


def counts(stage) -> dict[str, tuple[int, int]]:
    """Group -> people and late ones, of the chips that are not empty."""
    return {group: (chip.count, chip.late) for group, chip in stage.window.page.chips.items() if chip.count}


def headings(stage) -> list[str]:
    return [row.words for row in stage.window.page.list.rows.rows if isinstance(row, Heading)]


def test_an_empty_board_says_so_and_no_figure_does_anything(stage):
    stage.press("F9", *"0123456789", "\n")
    assert isinstance(stage.window.page, BoardPage)
    assert counts(stage) == {}
    assert stage.window.page._empty.isVisible()


def test_every_group_has_its_count_and_its_figure(stage, clock):
    arrive(stage, 1)
    arrive(stage, 2, warm=True)
    suspected(stage, clock, 3)
    stage.press("F9")
    # eleven minutes of the ill one's own rest have passed, so the second reading of the other is due
    assert counts(stage) == {"now": (1, 1), "second": (1, 1), "aside": (1, 0), "room": (1, 0), "notify": (1, 0),
                             "transport": (1, 0)}  # fmt: skip
    assert headings(stage) == [
        "TOCA YA O CON RETRASO (1)",
        "EN CURSO, APARTADAS (1)",
        "SALAS DE AISLAMIENTO (1)",
        "AVISO A LA AUTORIDAD (1)",
        "TRANSPORTE Y ENTREGA (1)",
    ]
    for group in ("aside", "notify", "transport"):
        stage.press(KEYS[group])
        rows = stage.window.page.list.rows.rows
        assert headings(stage).index(rows[rows.index(stage.window.page.list.chosen) - 1].words) >= 1


def test_the_call_and_the_transport_have_their_own_clocks_and_say_who_hears_of_it(stage, clock):
    suspected(stage, clock, 1)
    clock.advance(minutes=16)
    stage.press("F9", "6")
    row = stage.window.page.list.chosen
    assert [clean(part) for part in row.below.split(" · ")] == [
        "Llamar a la autoridad sanitaria",
        "Lo hace: supervisor",
        "espera hace 16 min",
        "AVISAR a: autoridad sanitaria",
    ]
    assert clean(row.when) == "1 min de retraso"
    stage.press("7")
    assert clean(stage.window.page.list.chosen.when) == "en 44 min"
    clock.advance(minutes=45)
    stage.tick()
    assert "AVISAR a: autoridad sanitaria" in clean(stage.window.page.list.chosen.below)
    clock.advance(minutes=60)
    stage.tick()
    assert "AVISAR OTRA VEZ a: autoridad sanitaria" in clean(stage.window.page.list.chosen.below)


def test_an_emergency_stands_above_what_is_late(stage, clock):
    suspected(stage, clock, 1)
    clock.advance(minutes=70)
    stage.press("F12", "⎋")
    stage.press("F9")
    first = stage.window.page.list.rows.rows[1]
    assert (first.token, first.sign) == ("emergency", "cross")


def test_an_emergency_says_so_in_words_what_is_to_be_done_and_since_when(stage, clock):
    """It stands under no wait of its walk, and its clock runs from the emergency, not from the first question."""
    arrive(stage, 1, warm=True)
    stage.conduct.resume(stage.desk.waiting()[0].screening)
    clock.advance(minutes=11)
    stage.press("F12", "⎋")
    clock.advance(minutes=3)
    stage.press("F9")
    heading, row = stage.window.page.list.rows.rows
    assert heading.words == "EMERGENCIA (1)"
    assert clean(row.below) == "EMERGENCIA, falta: Llamar"
    assert clean(row.when) == "3 min"
    assert counts(stage) == {"now": (1, 1), "aside": (1, 1)}
    grabbed = stage.window.page.list.grab().toImage().pixelColor(700, 68)
    assert grabbed == stage.window.look.colour("alarm")
    assert stage.conduct.around.waiting.rows.rows[0].below == row.below


def test_enter_goes_on_with_the_traveller_and_a_duty_of_one_who_is_here_is_done_there(stage, clock):
    screening = suspected(stage, clock, 1)
    stage.press("F9", "6", "1")
    assert stage.window.foot.message == "Esta persona sigue aquí: pulse Enter y haga la tarea con ella."
    assert "notify_health_authority" not in stage.desk.load(screening).log.duties
    stage.press("6", "\n")
    assert stage.desk.state.screening == screening


def waits_for_a_word(stage) -> list[tuple[str, str]]:
    """Screening and words of the rows under the heading of those who wait for a person."""
    rows = stage.window.page.list.rows.rows
    assert isinstance(rows[0], Heading)
    assert rows[0].words == "UNA PERSONA DEBE DECIDIR (1)"
    return [(row.key, clean(row.below)) for row in rows[1:2]]


def test_a_lower_class_that_waits_for_another_person_is_a_row_of_its_own_and_leads_to_the_outcome(stage, clock):
    screening = suspected(stage, clock, 1)
    stage.conduct.resume(screening)
    for task in stage.desk.duties():
        if task.due_at is not None and task.keeps_traveller:
            stage.desk.do(task.spec.id)
    stage.desk.answer({"class": "not_a_case", "reason": "known_cause"}, step="judgement")
    assert stage.desk.state.pending
    stage.press("⎋")
    in_rail = stage.conduct.around.waiting.rows.rows[0]
    assert "falta que otra persona confirme la clase más baja" in in_rail.below  # in the rail too
    stage.press("F9")
    assert waits_for_a_word(stage) == [
        (screening, "Resultado · falta que otra persona confirme la clase más baja"),
    ]
    assert "aside" not in counts(stage)  # not a second time, by a duty
    stage.press("\n")
    assert stage.desk.state.screening == screening
    stage.press("F7")
    assert isinstance(stage.window.page, SecondPage)
    stage.desk.countersign("s-03", by_phone=True)
    stage.press("⎋", "⎋", "F9")
    assert not any("confirme" in row.below for row in stage.window.page.list.rows.rows if not isinstance(row, Heading))


def test_a_higher_class_that_waits_for_a_health_worker_says_so(stage, clock):
    upgraded(stage, clock)
    screening = stage.desk.state.screening
    stage.press("⎋", "F9")
    assert waits_for_a_word(stage) == [
        (screening, "Resultado · falta que personal de salud revise la clase más alta"),
    ]
    assert stage.store.row(screening).unreviewed


def test_the_ring_stays_with_its_row_while_others_come_above_it(stage, clock):
    arrive(stage, 1)
    arrive(stage, 2, warm=True)
    stage.press("F9", "4")
    chosen = stage.window.page.list.chosen
    clock.advance(minutes=11)
    stage.tick()
    assert headings(stage)[0] == "TOCA YA O CON RETRASO (1)"
    assert stage.window.page.list.chosen.key == chosen.key


def test_a_restart_shows_the_same_board(make_stage, clock):
    first = make_stage()
    first.confirm_clock()
    arrive(first, 1, warm=True)
    suspected(first, clock, 2)
    clock.advance(minutes=20)
    before = first.conduct.around.board.look()
    first.close()
    assert make_stage().conduct.around.board.look() == before


def test_hundreds_who_wait_are_counted_and_the_board_does_not_make_anybody_wait(stage, clock):
    for _ in range(300):
        stage.desk.begin()
        stage.desk.answer("well")
    stage.desk.park("aside")
    suspected(stage, clock, 1)
    began = time.perf_counter()
    stage.press("F9", "7")
    assert time.perf_counter() - began < 2
    assert stage.window.page.chips["aside"].count == 300
    began = time.perf_counter()
    stage.conduct.around.board.look()
    assert time.perf_counter() - began < 0.5


def test_what_a_person_must_decide_has_a_chip_that_tab_and_enter_reach(stage, clock):
    suspected(stage, clock, 1)
    stage.press("F9")
    page = stage.window.page
    assert not page.chips["decide"].isEnabled()
    upgraded(stage, clock)
    stage.press("⎋", "F9")
    page = stage.window.page
    assert page.chips["decide"].count == 1
    page.chips["decide"].setFocus()
    stage.press("\n")
    assert page.list.chosen.awaits == "decide"


def test_only_a_reason_of_ours_is_told_and_never_a_raw_word(stage):
    stage.scan(document("P", "Y0000001", "850101", "PEREZ", "LUIS"))
    stage.desk.park("waits for Ana Rios")  # sealed, and coded as another reason
    stage.presenter.moved.emit()
    stage.press("F9")
    assert stage.window.page.list.chosen.below == "Observar"


def test_the_beep_is_off_and_sounds_once_for_each_thing_that_is_late():
    heard = []
    bell = Bell(lambda: heard.append(1))
    bell.hear(frozenset({"a"}))
    assert heard == []
    bell.is_on = True
    bell.hear(frozenset({"a"}))
    assert heard == []  # it was late before anybody asked for a sound
    bell.hear(frozenset({"a", "b"}))
    bell.hear(frozenset({"a", "b"}))
    assert heard == [1]
    bell.hear(frozenset({"a"}))
    bell.hear(frozenset({"a", "b"}))
    assert heard == [1, 1]


def test_the_key_of_the_beep_says_what_it_did(stage):
    stage.control("b")
    assert stage.conduct.around.bell.is_on
    assert stage.window.foot.message == "Pitido encendido: suena cuando algo nuevo se retrasa."
    stage.control("b")
    assert not stage.conduct.around.bell.is_on
