"""Travellers walked through the real window with real keys: what officials do all day."""

from __future__ import annotations

from screening.log import gather
from tests.ui.stage import ERIKSSON, document
from ui.board.page import BoardPage
from ui.interview.waiting import Waiting

OTHER = document("P", "D23145890", "870225", "STEVENSON", "PETER<JOHN")
THIRD = document("I", "X99887766", "900101", "STEVENSON", "MARY")


def log_of(stage, screening):
    return gather(stored.event for stored in stage.store.history(f"screening:{screening}"))


def test_a_well_traveller_with_a_passport_takes_eight_keys_after_the_scan(stage):
    stage.scan(ERIKSSON)
    assert stage.step == "observe"
    stage.press("1", "1", "2", "2")  # looks well; papers; no signs; no contact
    assert stage.step == "temperature"
    stage.press("3", "6", "6")  # the third figure answers
    assert stage.step is None
    assert stage.window.page is stage.conduct.outcome
    stage.press("1")  # the advice is given
    assert stage.keys == 8
    state = stage.desk.state
    assert state.outcome == "cleared_with_advice"
    assert state.log.erased
    assert not state.log.identity
    assert [papers.paper for papers in stage.papers] == ["advice_notice"]
    stage.scan(OTHER)  # and the next is there without a key
    assert stage.step == "observe"
    assert stage.desk.state.log.identity["surname"] == "STEVENSON"


def test_letters_answer_in_the_officers_language(make_stage):
    stage = make_stage(language="en")
    stage.confirm_clock()
    stage.scan(ERIKSSON)
    stage.press("1", "1", "n", "n")
    assert stage.step == "temperature"
    stage.press("⌫", "y")
    assert stage.desk.state.value("declare_contact") == "yes"


KEYS = {
    "yes_no": lambda step: "1" if step in ("camp", "acute") else "2",
    "done": lambda _: "1",
    "choice": lambda _: "1",
    "reading": lambda _: "384",
    "number": lambda step: ("97" if step == "saturation" else "20") + "\n",
    "days": lambda _: "20/3\n",
    "period": lambda _: "9\n1\n",
    "places": lambda _: "colombia\n\n14\n2\n\n",
    "tests": lambda _: "0",
    "judgement": lambda _: "1",
}
"""What is pressed at a step, by how it is answered."""


def test_an_ill_traveller_is_walked_to_the_printed_slip(stage, clock):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "1", "2", "3", "8", "6", "1")
    assert isinstance(stage.conduct.card.entry, Waiting)
    clock.advance(minutes=10, seconds=1)
    stage.tick()
    stage.press("3", "8", "4", "1", "1", "2", "1")
    assert stage.step == "signs"
    stage.press("1", "3", "\n", "1", "2", "\n", "0", "\n")  # fever 3 days, cough 2 days, the rest no
    assert stage.desk.state.value("signs")["fever"] == 3
    assert stage.desk.state.value("signs")["cough"] == 2
    assert stage.desk.state.value("signs")["anosmia"] == "no"
    while stage.step is not None:
        kind = stage.desk.state.at.answer
        before = stage.step
        stage.press(*KEYS[kind](before))
        assert stage.step != before, (before, stage.window.foot.message)
    state = stage.desk.state
    assert (state.verdict.classification, state.course.id) == ("suspected", "case")
    assert state.facts.temperature_c == 38.4
    done = []
    while state.log.closed is None:
        following = next(task for task in stage.conduct.outcome.tasks if task.is_next)
        done.append(following.id)
        stage.press("\n")
        if following.id == "handover":
            stage.press("F7")
        if following.id == "list_party":
            stage.press(*"Kofi", "\n", "7", "\n", "1", "\n")
        state = stage.desk.state
    assert list(dict.fromkeys(done))[:4] == ["isolate", "notify_health_authority", "list_party", "call_transport"]
    assert state.outcome == "referred_and_received"
    assert [(papers.paper, papers.copies) for papers in stage.papers] == [("referral_slip", 2)]
    assert state.log.slips[0].number
    assert state.log.slips[0].number in stage.conduct.outcome.account.slip
    assert [(c.name, c.age_years, c.relation) for c in log_of(stage, state.screening).companions] == [
        ("Kofi", 7, "family")
    ]
    stage.press("8")  # what remains after the traveller has gone: the room
    assert "clean_room" in stage.desk.state.log.duties


def test_a_family_is_one_party_and_shared_answers_are_one_key(stage):
    stage.press("F3", "1")
    party = stage.presenter.party
    assert party
    stage.scan(ERIKSSON)
    assert stage.desk.state.log.began.body["party"] == party
    stage.press("1", "1", "2", "4", "3", "6", "6")
    assert stage.desk.state.value("declare_contact") == "refused"
    stage.press("⎋")
    for first in (OTHER, THIRD):
        stage.press("F3")
        stage.scan(first)
        assert stage.desk.state.log.began.body["party"] == party
        stage.press("1", "0")  # the same papers as the one before
        assert stage.desk.state.value("documents") == "no_test"
        if stage.step == "accompanied":
            stage.press("1")
        stage.press("2")
        assert stage.desk.state.value("declare_contact") == "refused"  # confirmed by that one key
    assert len({row.screening for row in stage.desk.waiting()} | {stage.desk.state.screening}) == 3
    stage.press("F3", "0")
    stage.press("F2")
    assert stage.desk.state.log.began.body["party"] is None


def test_one_without_papers_takes_at_most_twelve_keys_besides_the_name(stage):
    stage.press("F2", "1", "3")
    name = "Désir"
    stage.type(name)
    stage.press("\n", "3", "1", "\n", "2")
    assert stage.desk.state.log.identity["spoken_name"] == name
    assert stage.desk.state.age_years == 31
    stage.press("2", "2", "3", "6", "6", "1")
    assert stage.desk.state.outcome == "cleared_with_advice"
    assert stage.keys - len(name) <= 15


def test_a_second_reading_parks_the_traveller_and_comes_back_when_it_is_time(stage, clock):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2", "3", "7", "6")  # 37.6: a second reading after the rest
    first = stage.desk.state.screening
    assert isinstance(stage.conduct.card.entry, Waiting)
    stage.press("3", "7", "1")  # too early: nothing is taken
    assert stage.desk.state.value("second_reading") is None
    stage.press("⎋")
    assert stage.desk.state is None
    stage.scan(OTHER)
    stage.press("1", "1", "2", "2", "3", "6", "5", "1", "\n")
    clock.advance(minutes=10)
    stage.tick()
    assert stage.conduct.around.waiting.rows.rows[0].is_due
    stage.press("F9", "\n")
    assert (stage.desk.state.screening, stage.step) == (first, "second_reading")
    stage.press("3", "6", "9")
    assert stage.desk.state.course.id == "advice"


def test_an_answer_three_steps_back_is_corrected_with_four_keys_and_nothing_is_retyped(stage):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2")
    stage.keys = 0
    stage.press("⌫", "⌫", "⌫")
    assert stage.step == "documents"
    assert stage.conduct.card.question.before
    stage.press("2")  # a test is shown after all
    assert stage.keys == 4
    assert stage.step == "test_shown"
    stage.press("1", "2", "0")
    assert stage.step == "temperature"
    assert stage.desk.state.value("declare_signs") == "no"
    assert stage.desk.state.log.answers["documents"].before == ("no_test",)


def test_a_step_of_the_rail_is_a_way_back(stage):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2")
    stage.press("F6", "↑", "↑", "↑", "\n")
    assert stage.step == "observe"


def test_an_emergency_breaks_into_a_question_and_leads_back_to_it(stage):
    stage.scan(ERIKSSON)
    stage.press("1", "1")
    stage.press("e")
    assert stage.step == "call_ambulance"
    assert stage.conduct.card.question.alarm == "Emergencia"
    stage.press("F12")  # pressed twice it is still one
    assert stage.step == "call_ambulance"
    stage.press("1", "1", "2")  # called, cared for, recovered
    assert stage.step == "declare_signs"


def test_an_emergency_breaks_into_the_outcome(stage):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2", "3", "6", "6")
    stage.press("F12", "1", "1", "1")
    assert stage.desk.state.course.id == "emergency"
    while stage.desk.state.log.closed is None:
        stage.press("\n")
    assert stage.desk.state.outcome == "emergency_handover"


def test_an_emergency_needs_no_traveller(stage):
    stage.press("F12")
    assert stage.step == "call_ambulance"


def test_e_is_a_letter_where_text_is_typed(stage):
    stage.press("F2", "1", "3")
    stage.type("e")
    assert stage.step == "spoken"


def test_a_lower_class_waits_for_a_second_person(stage, clock):
    stage.press("F2")
    stage.ill(clock)
    stage.desk.revisit("judgement")
    stage.presenter.moved.emit()
    stage.press("2", "1", "2")  # another class: does not meet the definition, known cause
    while stage.step is not None:
        stage.press("1")
    assert stage.desk.state.pending
    assert stage.desk.state.course.id == "case"
    stage.press("F7")
    stage.type("Dra. Ruiz")
    stage.press("\n")
    stage.type("o-21")
    stage.press("\n", "2")
    assert not stage.desk.state.pending
    assert stage.desk.state.log.judgement.agreed_by == "o-21"


def test_copied_lines_are_an_equal_path(stage):
    stage.press("F5")
    for line in ERIKSSON.split():
        stage.time += 1
        for letter in line:
            stage.time += 0.2
            stage._click(letter)
        stage.press("\n")
    assert stage.desk.state.log.identity["surname"] == "ERIKSSON"


def test_what_cannot_be_done_is_said_in_words_in_the_window(stage):
    stage.scan("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408152F1204159ZE184226B<<<<<10\n")
    assert "dígito de control" in stage.window.foot.message
    stage.press("⎋")
    assert stage.window.foot.message == ""
    stage.scan(ERIKSSON)
    stage.press("⌫")
    assert stage.window.foot.message


def test_language_look_and_size_keep_the_traveller_where_he_is(stage):
    stage.scan(ERIKSSON)
    stage.press("1", "1")
    for letter in ("i", "t", "t", "t", "i"):
        stage.control(letter)
        assert stage.step == "declare_signs"
    stage.press("F4", "2")
    assert stage.desk.state.log.language == "ht"
    assert stage.step == "declare_signs"


def test_the_desk_offers_the_unfinished_back_at_the_very_step(make_stage):
    stage = make_stage()
    stage.confirm_clock()
    stage.scan(ERIKSSON)
    stage.press("1", "1")
    stage.close()
    again = make_stage()
    again.confirm_clock()
    assert isinstance(again.window.page, BoardPage)
    assert "ERIKSSON" in again.window.page.list.chosen.who
    again.press("\n")
    assert again.step == "declare_signs"
