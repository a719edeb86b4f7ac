"""The outcome page: everything essential without scrolling, every criterion, whose class it is, alerts, a review."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.screening.test_session_corrections import MILD, POSITIVE_ANTIGEN, all_signs
from tests.screening.walks import Walk
from tests.ui.stage import ERIKSSON
from ui.outcome.account import in_one_line, in_short
from ui.outcome.otherwise import otherwise
from ui.outcome.why import IDLE_MS
from ui.plain import Button


def plain(said):
    return said.replace("\u2068", "").replace("\u2069", "")


def words(page):
    return [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]


def outcome_of(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock)
    return stage.conduct.outcome


@pytest.mark.parametrize("language", ["es", "en"])
def test_all_duties_of_a_case_are_seen_at_1280_by_720(make_stage, clock, language):
    stage = make_stage(language=language)
    stage.window.resize(1280, 720)
    stage.confirm_clock()
    page = outcome_of(stage, clock)
    lowest = max(box.bottom() for _, box in page._list._boxes()) + page._list.y()
    assert len(page._list._boxes()) >= 7
    assert lowest <= page._area.viewport().height()
    assert page._area.verticalScrollBar().value() == 0
    assert stage.window.right.isHidden()


def test_a_duty_can_be_touched(stage, clock):
    page = outcome_of(stage, clock)
    assert min(box.height() for task, box in page._list._boxes() if not task.is_done) >= 44


def test_every_criterion_of_the_edition_is_told_with_its_truth(stage, clock):
    page = outcome_of(stage, clock)
    account = page.account
    heads = [reason for reason in account.reasons if reason.depth == 0]
    assert len(heads) == len(stage.desk.state.setting.engine.definition.criteria) == 11
    shown, rest = in_short(account.reasons), in_one_line(account.reasons)
    for head in heads:
        class_, letter = head.head
        assert head in shown or class_ in rest, head.head
        assert head in shown or letter in rest, head.head
    assert "No se cumple: " in rest
    assert "se cumple · sospechoso A" in words(page)


def test_the_program_and_the_person_stand_side_by_side(stage, clock):
    page = outcome_of(stage, clock)
    assert page.account.program == "caso sospechoso A"
    assert (page.account.own, page.account.own_by, page.account.agrees) == ("De acuerdo", "o-17", True)
    stage.desk.answer({"class": "not_a_case", "reason": "known_cause"}, step="judgement")
    stage.presenter.moved.emit()
    stage.settle()
    account = page.account
    assert (account.program, account.pending, account.unreviewed) == ("caso sospechoso A", True, False)
    assert account.own.startswith("\u2068no cumple la definición\u2069. Motivo: ")


def test_an_alert_of_the_definition_stands_first_and_hides_no_duty(stage, qtbot):
    walked = Walk().through({**MILD, **POSITIVE_ANTIGEN, "signs": all_signs(rash=2), "judgement": {"agree": True}})
    assert walked.state.verdict.alerts == ("definition-gap",)
    page = stage.conduct.outcome
    page.show_state(walked.state, tuple)
    said = words(page)
    assert said.index("ATENCIÓN") == 0
    assert "Vacío de la definición" in said[1]
    assert "TAREAS" in said


def upgraded(stage, clock):
    """One who is only ill by the program and whom the officer takes for a suspected case."""
    stage.scan(ERIKSSON)
    stage.answer(observe="ill", documents="no_test", declare_signs="yes", declare_contact="no")
    stage.answer(temperature={"c": 36.6})
    while stage.step is not None and stage.step != "judgement":
        state = stage.desk.state
        kind = state.at.answer
        value = {
            "signs": all_signs(diarrhoea=1), "done": True, "days": 1, "number": 18, "reading": {"c": 36.6},
            "places": [{"country": "PAN", "first": 14, "last": 0}], "tests": [], "yes_no": "no",
        }.get(kind, "unknown")  # fmt: skip
        value = {"saturation": 98, "inform": "yes"}.get(stage.step, value)
        stage.desk.answer(value)
    stage.desk.answer({"class": "suspected", "reason": "seen"})
    while stage.step is not None:
        stage.desk.answer(True)
    stage.presenter.moved.emit()
    stage.settle()


def test_an_upgrade_that_keeps_apart_is_reviewed_by_telephone(stage, clock):
    upgraded(stage, clock)
    state, page = stage.desk.state, stage.conduct.outcome
    assert (state.course.id, state.unreviewed) == ("case", True)
    assert any("lo revisa personal de salud" in said for said in words(page))
    assert any(task.id == "isolate" and task.is_next for task in page.tasks)  # care does not wait for it
    stage.press("F7")
    assert "salud" in words(stage.window.page)[0]
    stage.type("Dra. Ruiz")
    stage.press("\n")
    stage.type("minsa-3")
    stage.press("\n", "2")
    assert stage.desk.state.log.judgement.reviewed_by == "minsa-3"
    assert not page.account.unreviewed
    assert "minsa-3" in page.account.own_by
    assert not [button for button in page.findChildren(Button) if button.key_cap == "F7" and button.isVisible()]


def test_if_a_sign_were_there_the_class_it_would_lead_to_is_said(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock)
    signs = {**stage.desk.state.value("signs"), "anosmia": "unknown", "ageusia": "no"}
    stage.desk.answer(signs, step="signs")
    while stage.step is not None:
        value = {"judgement": {"agree": True}, "doff": True}.get(stage.step, "no")
        stage.desk.answer(value)
    stage.presenter.moved.emit()
    stage.settle()
    state = stage.desk.state
    assert (state.verdict.floor, state.verdict.ceiling) == ("suspected", "probable")
    found = dict(otherwise(state, stage.conduct.wording, 3))
    assert "caso probable" in found["pérdida del olfato"]
    assert stage.desk.state is state
    QTest.qWait(IDLE_MS * 4)
    assert any("si «pérdida del olfato» fuera sí: caso probable" in said for said in words(stage.conduct.outcome))


AFTERWARDS = {"clean_room", "waste", "receipt"}


def walked(stage, clock, **told):
    """The traveller in front, walked to the outcome."""
    usual = {"observe": "well", "documents": "no_test", "declare_signs": "no", "declare_contact": "no"}
    while stage.step is not None:
        value = {**usual, "temperature": {"c": 36.6}, **told}.get(stage.step)
        stage.desk.answer(True if value is None else value)
    stage.presenter.moved.emit()
    stage.settle()


def well(stage, clock):
    stage.scan(ERIKSSON)
    walked(stage, clock)


def case(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock)


def case_closed(stage, clock):
    case(stage, clock)
    while stage.desk.state.log.closed is None:
        left = [duty.spec for duty in stage.desk.duties() if duty.keeps_traveller]
        before = {spec.before for spec in left}
        stage.desk.do(next(spec.id for spec in left if spec.id not in before))
    stage.presenter.moved.emit()
    stage.settle()


def pending(stage, clock, *, done=False):
    """A lower class waits for a second person; with `done` nothing else is left."""
    stage.scan(ERIKSSON)
    stage.ill(clock, judgement={"class": "not_a_case", "reason": "known_cause"})
    while done and (left := [duty.spec for duty in stage.desk.duties() if duty.keeps_traveller]):
        before = {spec.before for spec in left}
        stage.desk.do(next(spec.id for spec in left if spec.id not in before))
    stage.presenter.moved.emit()
    stage.settle()


def interrupted(key, **told):
    def prepare(stage, clock):
        stage.scan(ERIKSSON)
        stage.press(key) if key == "F12" else stage.control(key)
        walked(stage, clock, **told)

    return prepare


def closed(key, **told):
    def prepare(stage, clock):
        interrupted(key, **told)(stage, clock)
        for duty in stage.desk.duties():
            if duty.keeps_traveller:
                stage.desk.do(duty.spec.id)
        stage.presenter.moved.emit()
        stage.settle()

    return prepare


ENTER = {  # the state of the page: what prepares it, what Enter does, what the one large button says
    "well": (well, "done give_advice", ""),
    "case": (case, "sheet rooms", ""),
    "case, gone": (case_closed, "next", "Siguiente persona"),
    "waits for a second person": (pending, "sheet rooms", ""),
    "only the second person": (lambda s, c: pending(s, c, done=True), "sheet second", "Segunda persona firma"),
    "emergency": (interrupted("F12", emergency_end="handed_over"), "sheet details", ""),
    "emergency, gone": (closed("F12", emergency_end="handed_over"), "next", "Siguiente persona"),
    "refused": (interrupted("r", explain_again="refuses"), "sheet details", ""),
    "left": (interrupted("l", left_check="left"), "done tell_supervisor", ""),
    "left, gone": (closed("l", left_check="left"), "next", "Siguiente persona"),
    "died": (interrupted("d", death_check="confirmed"), "sheet details", ""),
}


@pytest.mark.parametrize("at", ENTER)
def test_enter_does_what_is_due_now_then_takes_the_next_never_a_later_duty(stage, clock, at):
    prepare, does, says = ENTER[at]
    prepare(stage, clock)
    page = stage.conduct.outcome
    assert stage.window.page is page
    large = [button.words for button in page.findChildren(Button) if button.kind == "primary" and button.isVisible()]
    assert large == ([says] if says else [])
    screening = stage.desk.state.screening
    stage.press("\n")
    log = stage.desk.load(screening).log
    what, _, name = does.partition(" ")
    assert not AFTERWARDS & set(log.duties)
    assert (stage.desk.state is None) == (what == "next")
    assert stage.conduct.sheet == (name if what == "sheet" else "")
    assert (name in log.duties) == (what == "done")


def test_the_large_button_is_touched_for_the_next_traveller(stage, clock):
    well(stage, clock)
    stage.press("\n")
    (button,) = (each for each in stage.conduct.outcome.findChildren(Button) if each.kind == "primary")
    assert (button.key_cap, button.height() >= 44) == ("Enter", True)
    button.click()
    stage.settle()
    assert stage.desk.state is None
    assert stage.window.page is stage.conduct.idle


@pytest.mark.parametrize("at", ENTER)
@pytest.mark.parametrize("language", ["es", "en"])
def test_nothing_scrolls_at_first_view(make_stage, clock, at, language):
    stage = make_stage(language=language)
    stage.window.resize(1280, 720)
    stage.confirm_clock()
    ENTER[at][0](stage, clock)
    stage.tick()
    assert stage.window.page is stage.conduct.outcome
    assert stage.conduct.outcome._area.verticalScrollBar().maximum() == 0


def test_of_a_well_traveller_the_criteria_are_one_line(stage, clock):
    well(stage, clock)
    said = words(stage.conduct.outcome)
    assert "No cumple ningún criterio.  Nada que falte puede cambiarla." in said
    assert not [line for line in said if "criterios clínicos" in line]
    stage.press("F1")
    assert [line for line in words(stage.conduct.outcome) if "criterios clínicos" in line]


def test_what_is_left_is_said_in_minutes(stage, clock):
    case(stage, clock)
    (task,) = (task for task in stage.conduct.outcome.tasks if task.id == "isolate")
    assert task.clock == "quedan \u206810 min\u2069"
    for passed, said in (
        (9, "quedan \u20681 min\u2069"),
        (1.5, "\u20681 min\u2069 de retraso"),
        (4, "\u20684 min\u2069 de retraso"),
    ):
        clock.advance(minutes=passed)
        stage.tick()
        (task,) = (task for task in stage.conduct.outcome.tasks if task.id == "isolate")
        assert task.clock == said


def test_in_large_letters_the_reasons_stand_below_and_nothing_is_cut_at_the_side(stage, clock):
    stage.window.resize(1280, 720)
    for _ in range(4):
        stage.window.change("size")
    case(stage, clock)
    page = stage.conduct.outcome
    for _ in range(2):  # in short, then every criterion
        inside = page._area.widget()
        assert inside.width() == page._area.viewport().width()
        for each in page.findChildren(QLabel):
            assert each.mapTo(inside, each.rect().topRight()).x() < inside.width(), each.text()
        stage.press("F1")


def test_what_was_not_told_of_other_signs_stays_unknown_in_what_would_follow(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock, "signs")
    stage.answer(signs="unknown")
    state = stage.desk.state
    assert (state.verdict.floor, state.verdict.ceiling) == ("not_a_case", "probable")
    found = dict(otherwise(state, stage.conduct.wording, 30))
    assert found["tos"] == ""  # a cough alone lowers nothing while the other signs are not known
    explained = (
        found["otra causa explica la pérdida del olfato o del gusto"].replace("\u2068", "").replace("\u2069", "")
    )
    assert explained.endswith("fuera sí: entre «no cumple la definición» y «caso sospechoso»")  # no letter


def test_signs_nobody_asked_for_yet_are_unknown_too(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock, "signs")
    assert stage.desk.state.value("signs") is None
    found = dict(otherwise(stage.desk.state, stage.conduct.wording, 30))
    assert found["tos"] == ""


def test_a_task_to_call_says_whom_and_by_which_number(stage, clock):
    page = outcome_of(stage, clock)
    do = {task.id: task.do.split("\n")[1:] for task in page.tasks}
    unset = "Teléfono por poner (supervisión: Ctrl+F1, 2)"
    assert do["notify_health_authority"] == ["Puesto de salud del MINSA en la estación", unset]
    assert do["call_transport"] == ["Puesto de salud del MINSA en la estación, Hospital de Metetí", unset]
    assert do["slip"] == []
    state = stage.desk.state
    minsa, *others = state.setting.post.receivers
    receivers = (dataclasses.replace(minsa, phone="+507 299-6006"), *others)
    post = dataclasses.replace(state.setting.post, receivers=receivers)
    state = dataclasses.replace(state, setting=dataclasses.replace(state.setting, post=post))
    page.show_state(state, stage.desk.duties)
    do = {task.id: task.do.split("\n")[1:] for task in page.tasks}
    assert do["notify_health_authority"] == ["+507\u00a0299-6006 · Puesto de salud del MINSA en la estación"]
