"""What is proved of a procedure is true of every walk, and what is refuted is shown by a real traveller."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

import pytest

from screening import commands, witness
from screening.places import Places
from screening.proving import prove
from screening.setting import Setting
from sops.conditions import ALWAYS, NEVER, Term, condition
from sops.invariant import Invariant
from sops.model import Procedure, Route
from tests.screening.walks import Walk as RealWalk
from tests.screening.walks import catalogue, usual

INVARIANTS = [  # the twelve of the norm, by the numbers they have there
    ("emergency-near", "9.1"),
    ("outcome-named", "9.2"),
    ("possible-case-not-cleared", "9.3"),
    ("well-not-isolated", "9.3"),
    ("apart-is-notified", "9.4"),
    ("examined-by-consent", "9.5"),
    ("no-child-alone", "9.6"),
    ("hands-after-protection", "9.7"),
    ("steps-have-sources", "9.8"),
    ("papers-make-no-difference", "9.9"),
    ("identity-not-read", "9.9"),
    ("clocks-have-owners", "9.10"),
    ("apart-by-agreement", "9.11"),
    ("order-is-reviewed", "9.11"),
    ("unknown-does-not-clear", "9.12"),
]
BUILT_IN = ["leads-on", "ends", "outcome", "leaves", "steps-asked", "rules-decide", "duties-owed", "duties-begin"]


@cache
def shipped() -> Procedure:
    return catalogue().procedure("poe-entry@2020-01-31")


@cache
def theorems() -> dict[str, Any]:
    return {theorem.name: theorem for theorem in prove(catalogue(), shipped())}


def test_the_shipped_procedure_meets_every_theorem():
    assert {name: theorem.state for name, theorem in theorems().items()} == dict.fromkeys(
        [*BUILT_IN, *(name for name, _ in INVARIANTS)], "proved"
    )


@pytest.mark.parametrize(("name", "clause"), INVARIANTS)
def test_each_invariant_of_the_norm_stands_in_the_file_with_its_number(name, clause):
    assert theorems()[name].source.clause == clause


# ------------------------------------------------------------------------------------------------------------ mutants


def with_step(name: str, **changes: Any) -> Procedure:
    steps = shipped().steps
    return replace(shipped(), steps={**steps, name: replace(steps[name], **changes)})


def with_rule(name: str, **changes: Any) -> Procedure:
    rules = (replace(rule, **changes) if rule.id == name else rule for rule in shipped().precaution)
    return replace(shipped(), precaution=tuple(rules))


def without_rule(name: str) -> Procedure:
    return replace(shipped(), precaution=tuple(rule for rule in shipped().precaution if rule.id != name))


def with_course(name: str, **changes: Any) -> Procedure:
    courses = shipped().courses
    return replace(shipped(), courses={**courses, name: replace(courses[name], **changes)})


def with_duty(name: str, **changes: Any) -> Procedure:
    duties = shipped().duties
    return replace(shipped(), duties={**duties, name: replace(duties[name], **changes)})


def claimed(says: dict[str, Any]) -> Procedure:
    """The shipped procedure with one invariant alone."""
    said = {key: condition(value) if key in ("never", "holds") else value for key, value in says.items()}
    mine = Invariant("mine", {"en": "mine", "es": "mía"}, said, shipped().about.source)
    return replace(shipped(), invariants=(mine,))


def replayed(script: dict[str, Any], procedure: Procedure) -> RealWalk:
    """The script, walked by the real session apart from the finder: answers by step, keys where it says."""
    on = datetime.fromisoformat(script["at"]).date()
    document = script.get("document", {})
    walked = RealWalk(on, script["post"], None)
    old = walked.setting
    walked.setting = Setting(procedure, old.engine, old.areas, old.post)
    if document and script["answers"].get("documents") != "no_papers":
        walked.act(commands.identify(walked.state, walked.who(), document, {}))
    acts = [act.partition(" at ") for act in script.get("then", ())]
    presses = {at: name for name, _, at in acts}
    for _ in range(200):
        if walked.at is None or walked.at in presses:
            pressed = presses.pop(walked.at or "", None)
            if pressed is None:
                return walked
            walked.press(pressed)
            continue
        step = procedure.steps[walked.at]
        said = script["answers"].get(step.id, usual(step))
        value, identity = said, {}
        if isinstance(said, dict) and step.notes:
            value, identity = "yes", said
        elif said == "done":
            value = True
        elif said == "agree":
            value = {"agree": True}
        elif step.answer == "reading" and not isinstance(said, str):
            value = {"c": said}
        walked.give(value, identity=identity)
    raise AssertionError("the script does not end")


def passed(walked: RealWalk, step: str) -> bool:
    return step in walked.path


def does(walked: RealWalk) -> set[str]:
    return {tag for duty in walked.duties().values() for tag in duty.spec.does}


def is_ill(walked: RealWalk) -> bool:
    facts = walked.state.facts
    return (
        any(sign == "yes" for sign in facts.signs.values())
        or walked.state.value("observe") in ("ill", "danger")
        or walked.state.value("danger") == "yes"
        or (isinstance(facts.temperature_c, float) and facts.temperature_c >= 38.0)
        or any(said == "recovered" for _, said in walked.state.log.led_back)
    )


def has_positive(walked: RealWalk) -> bool:
    return any(test.result == "positive" for test in walked.state.facts.tests or ())


BROKEN = [
    pytest.param(
        lambda: with_step("secondary_temperature", only_when=Term("ill")),
        "examined-by-consent",
        lambda w: passed(w, "secondary_temperature") and "yes" not in (w.state.value("inform"), w.state.value("order")),
        id="an examination without consent or order",
    ),
    pytest.param(
        lambda: with_rule("ill_and_possible_case", course="advice"),
        "possible-case-not-cleared",
        lambda w: w.course == "advice"
        and (is_ill(w) or has_positive(w))
        and w.state.verdict.ceiling in ("suspected", "probable", "confirmed"),
        id="the ill are cleared",
    ),
    pytest.param(
        lambda: with_rule("well_and_exposed", course="case"),
        "well-not-isolated",
        lambda w: w.course == "case" and not is_ill(w) and not has_positive(w),
        id="a well contact goes into the isolation room",
    ),
    pytest.param(
        lambda: with_course("quarantine", duties=("explain_quarantine", "list_party", "quarantine_handover")),
        "apart-is-notified",
        lambda w: "quarantines" in does(w) and "notifies" not in does(w),
        id="held apart and not notified",
    ),
    pytest.param(
        lambda: with_course("advice", duties=("give_advice",)),
        "no-child-alone",
        lambda w: (w.state.age_years is None or w.state.age_years < 18)
        and w.state.value("accompanied") != "yes"
        and "protects_child" not in does(w),
        id="a child is sent on alone",
    ),
    pytest.param(
        lambda: with_course("left", duties=("tell_supervisor",)),
        "no-child-alone",
        lambda w: w.course == "left" and (w.state.age_years is None or w.state.age_years < 18),
        id="somebody who may be a child leaves alone and nobody is told",
    ),
    pytest.param(
        lambda: with_duty("review_order", does=()),
        "order-is-reviewed",
        lambda w: w.state.value("order") == "yes" and does(w) & {"isolates", "quarantines"},
        id="an order keeps somebody apart and is never reviewed",
    ),
    pytest.param(
        lambda: with_step("doff", does=("doffs", "cleans")),
        "hands-after-protection",
        lambda w: w.at is None and passed(w, "judgement"),
        id="protection comes off and no hand is rubbed",
    ),
    pytest.param(
        lambda: with_duty("clean_room", does=("hand_hygiene", "cleans", "doffs")),
        "hands-after-protection",
        lambda w: w.course == "case",
        id="hands are rubbed before the protection comes off",
    ),
    pytest.param(
        lambda: with_step("emergency_end", then=(Route(ALWAYS, "end"),)),
        "emergency-near",
        lambda w: passed(w, "call_ambulance"),
        id="an emergency never leads back",
    ),
    pytest.param(
        lambda: with_step("call_ambulance", does=("observes",)),
        "emergency-near",
        lambda w: passed(w, "call_ambulance"),
        id="an emergency that looks on first",
    ),
    pytest.param(
        lambda: with_step(
            "documents",
            then=(Route(condition({"answered": {"documents": ["no_papers"]}}), "end"), Route(ALWAYS, "test_shown")),
        ),
        "papers-make-no-difference",
        lambda w: w.state.value("documents") in ("no_papers", "no_test"),
        id="no papers, no questions",
    ),
    pytest.param(
        lambda: with_step("documents", sets={"no_test": {"tests": "none"}}),
        "papers-make-no-difference",
        lambda w: w.setting.procedure.steps["documents"].sets.keys() == {"no_test"} and passed(w, "observe"),
        id="only papers settle that there is no test",
    ),
    pytest.param(
        lambda: with_duty("handover", escalates_to=None),
        "clocks-have-owners",
        lambda w: w.course == "case",
        id="a clock that nobody hears of",
    ),
    pytest.param(
        lambda: with_duty("isolate", does=("isolates",)),
        "apart-by-agreement",
        lambda w: "isolates" in does(w) and "asks_consent" not in does(w),
        id="isolation without a word",
    ),
    pytest.param(
        lambda: without_rule("signs_unknown"),
        "unknown-does-not-clear",
        lambda w: w.course == "advice" and w.state.verdict.ceiling in ("suspected", "probable", "confirmed"),
        id="who says nothing is cleared",
    ),
    pytest.param(
        lambda: with_course("death", duties=()),
        "leaves",
        lambda w: w.course == "death" and not any(duty.spec.ends for duty in w.duties().values()),
        id="a course that nobody leaves",
    ),
    pytest.param(
        lambda: replace(with_duty("slip", before="belongings"), duties={
            **shipped().duties,
            "slip": replace(shipped().duties["slip"], before="belongings"),
            "belongings": replace(shipped().duties["belongings"], before="slip"),
        }),
        "duties-begin",
        lambda w: w.course == "case" and {"slip", "belongings"} <= w.duties().keys(),
        id="duties that wait for one another",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("broken", "name", "shows"), BROKEN)
def test_a_broken_procedure_is_refuted_by_a_traveller_whom_the_real_session_shows(broken, name, shows):
    procedure = broken()
    (theorem,) = prove(catalogue(), procedure, name)
    assert theorem.state == "refuted"
    assert shows(replayed(dict(theorem.example), procedure))


def test_an_answer_without_a_route_is_refuted_by_who_gives_it():
    procedure = with_step("temperature", then=shipped().steps["temperature"].then[:-1])
    (theorem,) = prove(catalogue(), procedure, "leads-on")
    assert theorem.state == "refuted"
    with pytest.raises(AssertionError, match="no route holds"):
        replayed(dict(theorem.example), procedure)


@pytest.mark.parametrize(
    ("broken", "name", "lost"),
    [
        (lambda: with_step("camp", then=(Route(ALWAYS, "health_work"),)), "steps-asked", "camp_here"),
        (lambda: with_step("rest_mask", only_when=NEVER), "steps-asked", "rest_mask"),
        (lambda: with_step("medicines", needed_by=()), "steps-asked", "medicines"),
        (lambda: with_rule("ill_contact", when=ALWAYS), "rules-decide", "signs_unknown"),
        (lambda: without_rule("died"), "duties-owed", "death"),
    ],
    ids=["no way leads there", "never both", "no reason to ask", "a rule above always holds", "no rule leads there"],
)  # fmt: skip
def test_what_is_there_for_nobody_is_named(broken, name, lost):
    (theorem,) = prove(catalogue(), broken(), name)
    assert theorem.state == "refuted"
    assert theorem.example is None
    assert lost in theorem.because["en"]


def test_a_walk_that_runs_round_is_named_by_its_circle():
    (theorem,) = prove(catalogue(), with_step("mask", then=(Route(ALWAYS, "second_reading"),)))
    assert (theorem.name, theorem.state) == ("ends", "refuted")
    assert "second_reading -> mask -> second_reading" in theorem.because["en"]


def test_one_traveller_shows_as_much_as_one_walk_can(monkeypatch):
    walked, usual_way = [], witness.follow_candidate
    monkeypatch.setattr(witness, "follow_candidate", lambda *given: walked.append(given) or usual_way(*given))
    (theorem,) = prove(catalogue(), shipped(), "steps-asked")
    assert theorem.state == "proved"
    assert len(walked) < 10 < len(shipped().steps)


def test_a_walk_that_no_traveller_goes_is_never_told_as_a_refutation():
    """Nobody is confirmed without a positive test: that lies in the definition, which the diagrams do not look into."""
    procedure = claimed(
        {"never": {"all of": [{"class at least": "confirmed"}, {"none of": [{"test positive": True}]}]}}
    )
    (theorem,) = prove(catalogue(), procedure, "mine")
    assert (theorem.state, theorem.example) == ("not decided", None)


def test_every_place_of_a_proof_is_one_where_its_texts_bind():
    known = catalogue()
    places = list(Places(known, shipped()).of({}))
    assert len(places) == 7  # the editions
    for place in places:
        on = place.setting.local_day(place.at)
        assert known.in_force("definition", "who-covid19", on) == place.setting.engine.definition.name
        assert place.is_real


def test_a_post_as_no_shipped_one_is_made_and_marked():
    (place, *_) = Places(catalogue(), shipped()).of({"kind": "reception_station", "camp_like": False, "health": False})
    assert (place.setting.post.kind, place.setting.post.camp_like) == ("reception_station", False)
    assert "health" not in place.setting.post.on_duty
    assert not place.is_real
