"""A likely twin beside the question, through the real window: never blocking, settled by one key, not asked again."""

from __future__ import annotations

import pytest

from tests.ui.stage import ERIKSSON, document


@pytest.fixture
def noticing(stage, qtbot):
    """The stage's window, its names read whenever they are wanted."""

    def wait():
        stage.conduct.around.noticing.read()
        qtbot.waitUntil(lambda: stage.presenter.twins.is_ready)
        stage.settle()
        return stage.conduct.around.noticing.card

    return wait


def begin_without_papers(stage):
    stage.press("F2", "1", "3")
    assert stage.step == "spoken"


def test_a_name_being_typed_shows_who_was_seen_and_one_key_settles_it(stage, noticing):
    stage.scan(ERIKSSON)
    there = stage.desk.state.screening
    stage.press("⎋")  # aside
    begin_without_papers(stage)
    card = noticing()
    stage.type("R")
    assert not card.isVisible()
    stage.press("⌫")
    stage.type("Ana Ericson")
    assert card.isVisible()
    assert card.who.text() == "ANNA MARIA ERIKSSON · 46 años"
    assert "en espera" in card.when.text()
    stage.control("j")
    assert not card.isVisible()
    assert stage.step == "spoken"  # nothing was answered, nobody was stopped
    stage.press("\n")
    stage.type("46")
    stage.press("\n", "1")
    assert not card.isVisible()
    here = stage.desk.state.screening
    (event,) = [e for e in stage.store.read(f"screening:{here}") if e.kind == "twin_checked"]
    assert (event.body, event.identity) == ({"other": there}, {})
    stage.press("⎋")
    stage.conduct.resume(there)  # nor is it asked from the other side
    stage.settle()
    assert not card.isVisible()
    assert stage.store.verify().problems == ()


def test_the_same_document_is_told_and_looked_at_by_one_key(stage, noticing):
    stage.scan(ERIKSSON)
    first = stage.desk.state.screening
    stage.press("⎋")
    stage.scan(document("P", "X11", "900405", "LOUIS", "ROSA"))
    card = noticing()
    assert not card.isVisible()
    stage.press("⎋", "F2")  # spoken to first, and only then the passport is found
    stage.scan(ERIKSSON)
    assert stage.desk.state.screening != first
    assert "Mismo documento" in card.why.text()
    stage.control("g")
    assert stage.desk.state.screening == first  # taken up where it waited


def test_a_document_of_somebody_who_waits_takes_that_person_up_at_the_very_step(stage, noticing):
    louis = document("P", "X11", "900405", "LOUIS", "ROSA")
    stage.scan(ERIKSSON)
    stage.press("1", "1")
    first = stage.desk.state.screening
    stage.scan(louis)
    second = stage.desk.state.screening
    stage.press("F9")  # from any screen
    stage.scan(ERIKSSON)
    assert (stage.desk.state.screening, stage.step) == (first, "declare_signs")
    assert stage.window.page is stage.conduct.card
    assert "se sigue donde quedó" in stage.window.foot.message
    assert [row.screening for row in stage.desk.waiting()] == [second]  # nobody is there twice
    noticing()
    stage.scan(louis)  # the same once the names of before were read
    assert stage.desk.state.screening == second
    assert len(stage.store.streams("screening:")) == 2
    stage.scan(ERIKSSON)
    stage.scan(document("P", "X11", "910405", "LOUIS", "ROSA"))  # that number, but not that person
    assert len(stage.store.streams("screening:")) == 3
    assert stage.store.verify().ok


def test_a_document_of_somebody_who_has_ended_begins_a_new_screening(stage, clock):
    stage.scan(ERIKSSON)
    stage.press("1", "1", "2", "2", "3", "6", "6", "1")
    assert stage.desk.state.log.closed
    stage.scan(ERIKSSON)
    assert stage.step == "observe"
    assert len(stage.store.streams("screening:")) == 2


def test_on_the_page_of_a_group_one_who_waits_outside_it_is_begun_as_its_member(stage):
    stage.scan(ERIKSSON)
    first = stage.desk.state.screening
    stage.press("⎋", "F3", "1")
    party = stage.presenter.party
    stage.scan(ERIKSSON)
    assert stage.desk.state.screening != first
    assert stage.desk.store.row(stage.desk.state.screening).party == party


def test_who_was_erased_is_no_twin(stage, noticing):
    stage.scan(ERIKSSON)
    card = noticing()
    stage.answer(observe="well", documents="no_test", declare_signs="no", declare_contact="no")
    stage.answer(temperature={"c": 36.6})
    while stage.desk.state.log.closed is None:
        stage.press("\n")
    assert stage.desk.state.log.erased
    stage.scan(ERIKSSON)
    assert not card.isVisible()
    assert len(stage.presenter.twins._twins) == 1


def test_a_birth_date_is_read_back_in_words_and_what_was_typed_stays(stage):
    begin_without_papers(stage)
    stage.type("Jean Désir")
    stage.press("\n")
    stage.type("5/4/90")
    entry = stage.conduct.card.entry
    assert entry._said.text().replace("\u2068", "").replace("\u2069", "") == "5 de abril de 1990 · 30 años"
    stage.type("x/")
    stage.press("\n")
    assert entry._age.text() == "5/4/90x/"
    assert "Lo escrito sigue ahí" in stage.window.foot.message
    stage.press("⌫", "⌫", "\n", "2")
    given = stage.desk.state.log.answers["spoken"]
    assert given.value == {"age_years": 30, "sex": "M"}
    assert given.identity == {"spoken_name": "Jean Désir", "birth_date": "1990-04-05"}
    stage.desk.revisit("spoken")
    stage.presenter.moved.emit()
    stage.settle()
    again = stage.conduct.card.entry
    assert (again._name.text(), again._age.text()) == ("Jean Désir", "1990-04-05")


def test_an_age_that_was_wrong_leaves_nothing_of_itself_behind(stage):
    begin_without_papers(stage)
    stage.type("Jean")
    stage.press("\n", "1", "m", "\n", "2")
    assert stage.desk.state.log.person.age_months == 1
    stage.press("⌫")  # it was no infant
    stage.press("\n", "⌫", "⌫", "3", "4", "\n", "2")
    assert stage.desk.state.log.person[:2] == (34, 408)
    stage.press("⌫", "\n", "⌫", "⌫", "\n", "2")  # nor did anybody know it
    assert stage.desk.state.log.person[:2] == (None, None)
    assert "age_years" not in stage.desk.state.log.document


@pytest.mark.parametrize(
    ("typed", "value", "words"),
    [
        ("34", {"age_years": 34}, "34 años"),
        ("8m", {"age_years": 0, "age_months": 8}, "8 meses"),
        ("1990", {"age_years": 30}, "1990 · 30 o 31 años"),
        ("abr 1990", {"age_years": 30}, "abril de 1990 · 30 años"),
        ("1/3/2021", {"age_years": 0, "age_months": 0}, "1 de marzo de 2021 · 0 meses"),
        ("131", None, ""),
        ("ayer", None, ""),
    ],
)
def test_age_or_date(typed, value, words):
    from datetime import date

    from ui.intake.born import born

    told = born(typed, date(2021, 3, 23))
    if value is None:
        assert told is None
        return
    assert told is not None
    assert (dict(told.value), told.words.replace("\u2068", "").replace("\u2069", "")) == (value, words)


@pytest.mark.parametrize("size", [1.0, 1.4, 2.0])
def test_the_card_is_never_squashed_it_scrolls_with_the_rail(stage, noticing, size):
    stage.scan(ERIKSSON)
    stage.press("⎋")
    stage.window.resize(1280, 720)
    stage.window.look = stage.window.look.sized(size)
    stage.window.build()
    begin_without_papers(stage)
    card = noticing()
    stage.type("Ana Ericson")
    assert card.isVisible()
    assert card.height() >= card.heightForWidth(card.width())
    for part in (card.why, card.who, card.when):
        assert part.height() >= part.heightForWidth(part.width())
    for button in (card.look_, card.other):
        assert button.height() >= 44
    assert stage.conduct.around.steps.height() >= stage.window.look.px(44)
