"""What the desk refuses is said in the officer's language: every refusal has a kind, and every kind its words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from screening.commands import CommandError
from tests.ui.stage import ERIKSSON
from ui.faults import refused
from ui.strings import TABLE, speak

ROOT = Path(__file__).resolve().parents[2]
WORDLESS = 15
"""Refusals that no key leads to (a duty, room, unit or code that does not exist)."""


def refusals() -> Iterator[tuple[str, str, set[str]]]:
    """File and line, kind ("" without one) and the names of the values of every refusal at the desk."""
    files = [*(ROOT / "screening").glob("*.py"), *(ROOT / "ui").rglob("*.py")]
    for file in sorted(set(files) - set((ROOT / "ui" / "demo").rglob("*.py"))):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "CommandError":
                kind = node.args[1].value if len(node.args) > 1 and isinstance(node.args[1], ast.Constant) else ""
                yield f"{file.name}:{node.lineno}", str(kind), {str(each.arg) for each in node.keywords}


def test_every_kind_of_refusal_has_words_that_name_its_values():
    found = [(where, kind, values) for where, kind, values in refusals() if kind]
    assert len(found) > 45
    for where, kind, values in found:
        for words in TABLE[f"refused.{kind}"]:
            assert set(re.findall(r"\{(\w+)\}", words)) == values, where
    assert {f"refused.{kind}" for _, kind, _ in found} == {name for name in TABLE if name.startswith("refused.")}


def test_refusals_without_words_become_no_more():
    assert len([where for where, kind, _ in refusals() if not kind]) <= WORDLESS


def test_a_refusal_is_said_in_the_language_of_the_desk():
    speak("es")
    problem = CommandError("ticket 7 was not given out; the next one is 4", "ticket_unknown", number=7, next=4)
    plain = refused(problem).replace("\u2068", "").replace("\u2069", "")
    assert plain == "La ficha 7 no se entregó; la que sigue es la 4."
    assert refused(CommandError("odd")).replace("\u2068", "").replace("\u2069", "") == "Ahora no se puede: odd"


def test_who_judged_cannot_agree_and_is_told_so_in_spanish(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock, judgement={"class": "not_a_case", "reason": "known_cause"})
    assert stage.desk.state.pending
    assert not stage.presenter.attempt(lambda: stage.desk.countersign("o-17"))
    assert stage.window.foot.message == "Tiene que ser otra persona, no quien dio la clase."
    assert stage.desk.state.pending


def test_a_pin_that_will_not_do_is_told_in_spanish(stage):
    watch = stage.conduct.watch
    assert not watch.attempt(lambda: watch.shifts.add("o-1", "supervisor", "", "1111"))
    assert stage.window.foot.message == "Todas las cifras de este PIN son iguales. Elija otro."
    assert not watch.attempt(lambda: watch.shifts.add("o-1", "supervisor", "", "12"))
    assert "cifras" in stage.window.foot.message
    assert "figures" not in stage.window.foot.message


def plain(words):
    return words.replace("\u2068", "").replace("\u2069", "")


def test_with_nobody_in_front_what_is_wrong_is_said_and_not_that_nobody_is_there(stage):
    assert stage.desk.state is None
    stage.control("m")
    stage.type("0")
    stage.press("\n")
    assert plain(stage.window.foot.message) == "Una ficha tiene un número del 1 al 99999."


def test_forms_that_cannot_be_made_or_are_not_known_are_told_with_nobody_in_front(stage):
    stage.control("y")
    page = stage.window.page
    page.count.setText("101")
    page.count.setFocus()
    stage.press("\n")
    assert plain(stage.window.foot.message) == "Se hacen de 1 a 100 fichas cada vez."
    page.number.setFocus()
    stage.type("123456")
    stage.press("\n")
    stage.type("22/3/2021 14:30")
    stage.press("\n")
    assert plain(stage.window.foot.message) == "Aquí no se hizo ninguna ficha con ese número. Mire el número otra vez."
    assert not stage.presenter.attempt(lambda: stage.desk.answer("well"))
    assert stage.window.foot.message == "No hay nadie en el puesto. Lea un documento o pulse F2."


def test_with_a_closed_traveller_in_front_it_is_said_which_duty_is_done_and_what_is_wrong(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock)
    for duty in stage.desk.duties():
        if not duty.spec.afterwards:
            stage.desk.do(duty.spec.id)
    assert stage.desk.state.log.closed is not None
    assert stage.presenter.attempt(lambda: stage.desk.do("clean_room"))
    assert not stage.presenter.attempt(lambda: stage.desk.do("clean_room"))
    assert stage.window.foot.message == "Esa tarea ya está hecha."
    assert not stage.presenter.attempt(lambda: stage.presenter.surge.open(0))
    assert plain(stage.window.foot.message) == "Una ficha tiene un número del 1 al 99999."
    assert not stage.presenter.attempt(lambda: stage.desk.answer("well"))
    assert stage.window.foot.message == "Este control ya terminó. Lea el siguiente documento o pulse F2."


def test_who_rests_is_told_the_minutes_that_are_left(stage, clock):
    stage.scan(ERIKSSON)
    stage.answer(observe="well", documents="no_test", declare_signs="yes", declare_contact="no")
    stage.answer(temperature={"c": 38.6}, rest_mask=True)
    clock.advance(minutes=3)
    assert not stage.presenter.attempt(lambda: stage.desk.answer({"c": 38.4}))
    assert plain(stage.window.foot.message) == "Todavía no: faltan 7 min de descanso. Aparte a la persona con Esc."
