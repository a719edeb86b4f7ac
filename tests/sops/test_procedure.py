"""The encoded procedure against the norm: every part is there, and the invariants that its own tags can show hold."""

from __future__ import annotations

import pytest

from sops.catalogue import load
from sops.conditions import AllOf, AnyOf, Leaf, Term, leaves
from sops.facts import SIGNS, WHO_SIGNS
from sops.grammar import OUTCOMES

CATALOGUE = load()
PROCEDURE = CATALOGUE.procedure("poe-entry@2020-01-31")
STEPS, DUTIES, COURSES = PROCEDURE.steps, PROCEDURE.duties, PROCEDURE.courses


def does(course):
    return {tag for name in course.duties for tag in DUTIES[name].does}


# --------------------------------------------------------------------------------------------------- it says everything


@pytest.mark.parametrize(
    ("part", "step"),
    [
        ("A1", "observe"), ("A2", "documents"), ("A2", "spoken"), ("A3", "declare_signs"), ("A3", "declare_contact"),
        ("A4", "temperature"), ("A4", "rest_mask"), ("A4", "second_reading"), ("A7", "explain_again"), ("B1", "mask"),
        ("B2", "room"), ("B3", "inform"), ("B4", "danger"), ("B5", "signs"), ("B5", "onset"), ("B5", "reducers"),
        ("B5", "contact_index"), ("B5", "contact_how"), ("B5", "contact_distance"), ("B5", "contact_minutes"),
        ("B5", "contact_period"), ("B5", "places"), ("B5", "camp"), ("B5", "health_work"), ("B5", "tests"),
        ("B5", "vulnerable"), ("B5", "chronic"), ("B6", "secondary_temperature"), ("B6", "breathing"),
        ("B6", "saturation"),
        ("B5", "medicines"), ("B5", "allergies"), ("B5", "vaccination"), ("B5", "interpreter"), ("B5", "carer"),
        ("B6", "order"),
        ("B7", "judgement"), ("B9", "doff"), ("7.1", "accompanied"), ("E1", "call_ambulance"), ("E2", "care"),
        ("E3", "emergency_end"), ("G", "left_check"), ("7.9", "death_check"),
    ],
)  # fmt: skip
def test_every_part_of_the_norm_is_a_step(part, step):
    assert STEPS[step].part == part


@pytest.mark.parametrize(
    ("part", "duty"),
    [
        ("A6", "give_advice"), ("C1", "isolate"), ("C2", "notify_health_authority"), ("C3", "slip"),
        ("C4", "call_transport"), ("C5", "list_party"), ("C6", "belongings"), ("C7", "handover"), ("C7", "receipt"),
        ("C8", "clean_room"), ("C9", "waste"), ("D", "explain_quarantine"), ("D", "quarantine_handover"),
        ("F", "care_slip"), ("F", "care_handover"), ("7.1", "child_protection"), ("A7", "refer_refusal"),
        ("7.9", "death_notify"), ("B8", "apart"), ("B6", "review_order"),
    ],
)  # fmt: skip
def test_every_part_of_the_norm_is_a_duty(part, duty):
    assert DUTIES[duty].part == part


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("danger", ["cannot speak a sentence", "blue lips", "chest pain", "cannot be woken", "fits", "collapse",
                    "severe bleeding", "cannot drink", "vomits all", "drowsy", "in-drawing", "stridor", "blurred sight",
                    "waters broken", "labour", "under 2 months", "stiff neck", "snake bite", "hot and confused",
                    "sunken eyes"]),
        ("mask", ["medical mask", "alcohol rub", "2 m", "family", "under 5", "Never take anybody by the arm"]),
        ("room", ["Ventilated", "1-2 m", "Interpreter by phone",
                  "rub hands, gown, mask, eye protection, gloves", "15 minutes"]),
        ("doff", ["gloves, gown, rub hands, eye protection, mask by its straps, rub hands"]),
        ("temperature", ["3-5 cm", "Forehead dry", "arm's length", "thermometer that touches the skin",
                         "Nobody is held"]),
        ("observe", ["1 m", "screen", "laboured breath", "shivering"]),
        ("inform", ["what happens, why, how long", "who will see the data", "agreement"]),
        ("call_ambulance", ["Mask", "Do not leave alone"]),
        ("care", ["Recovery position"]),
        ("rest_mask", ["for 10 minutes"]),
        ("interpreter", ["A child is never the interpreter"]),
        ("carer", ["goes along", "SENNIAF", "Never parted"]),
        ("order", ["least intrusive", "authority, number and legal basis", "reviewed", "Never by force"]),
    ],
)  # fmt: skip
def test_the_official_is_told_what_the_norm_says(step, words):
    said = STEPS[step].do["en"]
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize(
    ("duty", "words"),
    [
        ("isolate", ["agreement", "family together if it wishes", "told of the risk, masked", "Own toilet, water, food",
                     "Window open, door closed", "30 minutes"]),
        ("clean_room", ["Air first", "0.1 %", "0.5 %", "Never spray people or rooms", "hands rubbed last"]),
        ("waste", ["double bag", "three quarters full"]),
        ("belongings", ["label", "receipt", "never kept"]),
        ("list_party", ["class does not change", "Never part children from their carers"]),
        ("notify_health_authority", ["who took the call", "reference"]),
        ("call_transport", ["call ahead", "windows open, no stops", "60", "120"]),
        ("quarantine_handover", ["Temperature twice a day", "14 days after the last exposure", "families together"]),
        ("care_handover", ["malaria", "dengue", "dehydration", "Pregnant with fever"]),
        ("child_protection", ["SENNIAF", "Never detention", "safe adult"]),
        ("refer_refusal", ["authority, number, legal basis, start and review time"]),
    ],
)  # fmt: skip
def test_whoever_owes_a_duty_is_told_what_the_norm_says(duty, words):
    said = DUTIES[duty].do["en"]
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("fever_threshold_c", 38.0), ("recheck_from_c", 37.5), ("fever_rest_minutes", 10), ("adult_age", 18),
        ("spo2_danger", 90), ("breathing_danger", 30), ("isolate_within_minutes", 10), ("notify_within_minutes", 15),
        ("transport_within_minutes", 60), ("receipt_within_minutes", 1440), ("transport_again_minutes", 120),
        ("order_review_minutes", 720),
    ],
)  # fmt: skip
def test_numbers_are_those_of_the_norm(name, value):
    assert PROCEDURE.parameters[name].value == value


def test_all_questions_to_travellers_are_said():
    said = {phrase for step in STEPS.values() for phrase in step.phrases}
    said |= {phrase for duty in DUTIES.values() for phrase in duty.phrases}
    assert {f"q{n}" for n in range(1, 13)} | {f"i{n}" for n in range(1, 7)} <= said


def test_a_declared_no_settles_every_sign_but_the_one_that_is_seen():
    settled = STEPS["declare_signs"].sets["no"]["signs"]
    assert set(settled) == set(SIGNS) - {"altered_mental_status"}
    assert STEPS["observe"].sets["well"]["signs"] == {"altered_mental_status": "no"}
    assert set(WHO_SIGNS) <= {*settled, "altered_mental_status"}


# --------------------------------------------------------------------------------------------- invariants (section 9)


def test_2_every_named_outcome_has_its_course_and_there_is_no_refusal_of_entry():
    assert {course.outcome for course in COURSES.values()} == set(OUTCOMES)
    assert set(OUTCOMES) == {
        "cleared_with_advice", "ordinary_care", "quarantine_handover", "referred_and_received", "emergency_handover",
        "refused_referred_to_authority", "left_before_end", "death",
    }  # fmt: skip


def test_3_only_one_course_isolates():
    assert [name for name, course in COURSES.items() if "isolates" in does(course)] == ["case"]


@pytest.mark.parametrize("name", sorted(COURSES))
def test_4_whoever_is_held_apart_is_notified_with_the_party(name):
    if does(COURSES[name]) & {"isolates", "quarantines"}:
        assert {"notifies", "lists_party"} <= does(COURSES[name])


def test_5_every_examination_asks_for_the_consent_given():
    examining = [step for step in STEPS.values() if "examines" in step.does]
    assert {step.id for step in examining} == {"secondary_temperature", "breathing", "saturation"}
    for step in examining:
        assert isinstance(step.only_when, AllOf)
        assert Term("may_examine") in step.only_when.parts
    agreed, ordered = PROCEDURE.terms["may_examine"].when.parts
    assert isinstance(PROCEDURE.terms["may_examine"].when, AnyOf)
    assert (agreed["answered"], ordered["answered"]) == ((("inform", ("yes",)),), (("order", ("yes",)),))
    assert [note.id for note in STEPS["order"].notes if note.required] == ["ordered_by", "order_number", "legal_basis"]
    informing = list(STEPS).index("inform")
    assert all(list(STEPS).index(step.id) > informing for step in examining)
    assert {"informs", "asks_consent"} <= set(STEPS["inform"].does)


@pytest.mark.parametrize("name", sorted(set(COURSES) - {"death"}))
def test_6_every_course_of_the_living_protects_a_child_alone(name):
    assert "protects_child" in does(COURSES[name])


@pytest.mark.parametrize("thing", [*STEPS.values(), *DUTIES.values()], ids=lambda thing: thing.id)
def test_7_whoever_takes_protection_off_rubs_hands(thing):
    if "doffs" in thing.does:
        assert "hand_hygiene" in thing.does
        assert "hand" in thing.do["en"].rsplit(".", 2)[-2] or "rub hands" in thing.do["en"]


def test_8_everything_has_a_source_that_is_listed():
    (sources,) = CATALOGUE.of_kind("sources")
    things = [*STEPS.values(), *DUTIES.values(), *COURSES.values(), *PROCEDURE.precaution, *PROCEDURE.terms.values(),
              *PROCEDURE.parameters.values(), *PROCEDURE.interrupts.values()]  # fmt: skip
    for thing in things:
        assert thing.source.document in sources.data["sources"]
        assert thing.source.clause
        assert (thing.source.document == "paso-design") == (thing.source.mark == "design")


def test_8_no_wording_of_the_iom_guide_claims_to_be_verified():
    things = [*STEPS.values(), *DUTIES.values(), *COURSES.values()]
    assert {thing.source.mark for thing in things if thing.source.document == "iom-sop-poe-2020"} == {"recalled"}


def test_9_papers_lead_to_name_entry_and_nowhere_else():
    readers = {}
    conditions = [(step.id, step.only_when) for step in STEPS.values() if step.only_when]
    conditions += [(f"{step.id} -> {route.go}", route.when) for step in STEPS.values() for route in step.then]
    conditions += [(rule.id, rule.when) for rule in PROCEDURE.precaution]
    conditions += [(term.name, term.when) for term in PROCEDURE.terms.values()]
    conditions += [(duty.id, duty.when) for duty in DUTIES.values() if duty.when]
    for where, condition in conditions:
        for leaf in leaves(condition):
            if isinstance(leaf, Leaf) and leaf.kind == "answered" and "documents" in dict(leaf["answered"]):
                readers[where] = leaf
    assert set(readers) == {"documents -> spoken", "documents -> test_shown"}
    assert {step.id for step in STEPS.values() if step.answer == "person"} == {"spoken"}


@pytest.mark.parametrize("duty", DUTIES.values(), ids=lambda duty: duty.id)
def test_10_every_clock_has_an_owner_and_somebody_who_hears_of_it(duty):
    if duty.within is not None:
        assert duty.owner
        assert duty.escalates_to not in (None, duty.owner)
    for course in COURSES.values():
        if duty.id in course.duties and duty.starts_at not in ("conclusion", "interrupt"):
            assert duty.starts_at in (*course.duties, *STEPS)


def test_11_what_holds_somebody_is_offered_with_agreement():
    for name in ("isolate", "explain_quarantine", "apart"):
        assert "agreement" in (DUTIES[name].do["en"] + DUTIES[name].title["en"])


@pytest.mark.parametrize("step", STEPS.values(), ids=lambda step: step.id)
def test_12_every_question_leads_on_whatever_is_answered(step):
    from sops.conditions import ALWAYS

    assert step.then[-1].when == ALWAYS


def test_officials_observe_and_record_and_health_staff_judge():
    judging = [step for step in STEPS.values() if set(step.does) & {"examines", "interviews"} and step.part[0] == "B"]
    assert {step.by for step in judging} == {"health"}
    assert {step.by for step in STEPS.values() if step.part.startswith("E")} == {"officer"}


def test_every_term_is_used():
    used = {leaf.name for term in PROCEDURE.terms.values() for leaf in leaves(term.when) if isinstance(leaf, Term)}
    for step in STEPS.values():
        for condition in (step.only_when, *(route.when for route in step.then)):
            used |= {leaf.name for leaf in leaves(condition) if isinstance(leaf, Term)} if condition else set()
    for thing in (*PROCEDURE.precaution, *DUTIES.values()):
        used |= {leaf.name for leaf in leaves(thing.when) if isinstance(leaf, Term)} if thing.when else set()
    assert set(PROCEDURE.terms) == used
