"""Commands: what is lawful where, and what each says when it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from screening import commands
from screening.commands import CommandError, Officer
from screening.events import Event
from tests.screening.walks import ILL, IN_A_CAMP, WELL, Walk, setting

CASE = {**ILL, **IN_A_CAMP}


def refused(says, call):
    with pytest.raises(CommandError) as told:
        call()
    assert says in str(told.value)


def do(walked, duty, **more):
    return walked.act(commands.do(walked.state, walked.who(), duty, **more))


def test_a_screening_begins_bound_to_its_texts():
    began = Walk().events[0]
    assert (began.kind, began.stream, began.by) == ("begun", "screening:t1", "o-17")
    assert began.body["definition"] == "who-covid19@2020-12-16"
    assert began.body["digests"] == {
        "procedure": setting().procedure.about.digest,
        "definition": setting().engine.definition.about.digest,
        "areas": setting().areas.digest,
        "post": setting().post.digest,
    }


@pytest.mark.parametrize(
    ("says", "call"),
    [
        ("is not asked now; the walk stands at 'temperature'", lambda w: w.give("no", step="signs")),
        ("has no step 'fever'", lambda w: w.give("no", step="fever")),
        ("no answer yet", lambda w: commands.revisit(w.state, w.who(), "temperature")),
        ("has no interrupt 'fire'; it has emergency, refusal, left, death", lambda w: w.press("fire")),
        ("no downgrade waits", lambda w: commands.countersign(w.state, w.who(), "o-18")),
        ("no duty here; the duties are none yet", lambda w: commands.do(w.state, w.who(), "isolate")),
        ("The walk has not ended yet".lower(), lambda w: commands.close(w.state, w.who())),
    ],
)
def test_what_is_not_lawful_in_the_walk_says_why(says, call):
    walked = Walk().until("temperature")
    before = list(walked.events)
    with pytest.raises(CommandError) as told:
        call(walked)
    assert says in str(told.value).lower() or says in str(told.value)
    assert walked.events == before


def test_duties_come_in_their_order_and_once():
    walked = Walk().through(CASE)
    wanted = "'handover' comes after list_party, call_transport, slip, belongings. Do that first."
    refused(wanted, lambda: do(walked, "handover"))
    do(walked, "slip")
    refused("'slip' was done at 2021-03-23T", lambda: do(walked, "slip"))
    refused("'give_advice' is no duty here; the duties are isolate", lambda: do(walked, "give_advice"))
    for duty in ("call_transport", "belongings", "list_party", "handover"):
        do(walked, duty)
    refused("still to be done: isolate, notify_health_authority", lambda: commands.close(walked.state, walked.who()))


def test_a_screening_closes_when_nobody_is_kept_and_what_comes_afterwards_may_be_done_later():
    walked = Walk().through(CASE)
    for duty in (
        "isolate",
        "notify_health_authority",
        "list_party",
        "slip",
        "call_transport",
        "belongings",
        "handover",
    ):
        do(walked, duty)
    closed = walked.act(commands.close(walked.state, walked.who()))
    assert closed.outcome == "referred_and_received"
    assert walked.events[-1].body == {
        "outcome": "referred_and_received", "course": "case", "rule": "ill_and_possible_case", "class": "suspected",
        "floor": "suspected", "ceiling": "suspected", "by": "suspected.A", "contact": "no", "alerts": [],
    }  # fmt: skip
    for duty in ("clean_room", "waste", "receipt"):
        do(walked, duty)
    assert all(duty.done_at for duty in walked.duties().values())


@pytest.mark.parametrize(
    "call",
    [
        lambda w: w.give("no", step="declare_signs"),
        lambda w: w.press("emergency"),
        lambda w: commands.back(w.state, w.who()),
        lambda w: commands.park(w.state, w.who(), "x"),
        lambda w: commands.resume(w.state, w.who()),
        lambda w: commands.identify(w.state, w.who(), {}, {}),
        lambda w: commands.speak(w.state, w.who(), "fr"),
        lambda w: commands.countersign(w.state, w.who(), "o-18"),
        lambda w: commands.close(w.state, w.who()),
    ],
)
def test_a_closed_screening_stays_as_it_is(call):
    walked = Walk().through(WELL)
    do(walked, "give_advice")
    walked.act(commands.close(walked.state, walked.who()))
    refused("this screening was closed with 'cleared_with_advice'", lambda: call(walked))


def test_identity_goes_into_the_sealed_part_only():
    walked = Walk(age=None).until("documents")
    walked.give("no_papers")
    walked.give({"age_years": 31}, identity={"spoken_name": "Marie"})
    assert walked.events[-1].identity == {"spoken_name": "Marie"}
    assert "Marie" not in str([event.body for event in walked.events])
    walked.through(WELL)
    walked.act(commands.companion(walked.state, walked.who(), "child", 4, "Jean"))
    assert (walked.events[-1].body, walked.events[-1].identity) == (
        {"relation": "child", "age_years": 4},
        {"name": "Jean"},
    )


def test_a_chosen_language_is_no_document():
    walked = Walk(age=None)
    walked.act(commands.speak(walked.state, walked.who(), "fr"))
    assert (walked.state.log.language, dict(walked.state.log.document)) == ("fr", {})


def test_parked_time_does_not_count():
    walked = Walk().until("temperature")
    walked.act(commands.park(walked.state, walked.who(), "second"))
    assert (walked.state.log.parked, walked.events[-1].body["at"]) == ("second", "temperature")
    walked.now = walked.now.replace(minute=44)
    walked.act(commands.resume(walked.state, walked.who()))
    assert walked.at == "temperature"
    assert walked.state.log.parked_seconds > 29 * 60


def test_an_event_has_a_known_kind_and_an_aware_moment():
    with pytest.raises(ValueError, match="'melted' is not one of"):
        Event("screening:1", "melted", datetime(2021, 3, 23, tzinfo=UTC), "o-1")
    with pytest.raises(ValueError, match="has no time zone"):
        Event("screening:1", "begun", datetime(2021, 3, 23), "o-1")  # noqa: DTZ001


@pytest.mark.parametrize("name", ["emergency", "refusal", "left", "death"])
def test_an_interrupt_names_every_step_it_may_pass(name):
    steps = commands.interrupt_steps(setting().procedure, name)
    emergency = ("call_ambulance", "care", "emergency_end")
    assert (
        steps
        == {
            "emergency": emergency,
            "refusal": ("explain_again",),
            "left": ("left_check",),
            "death": ("death_check", *emergency),
        }[name]
    )


def test_every_event_is_signed_by_who_acted():
    walked = Walk().until("judgement", CASE)
    walked.give({"class": "not_a_case", "reason": "known_cause"})
    event = commands.countersign(walked.state, Officer("o-18", walked.now), "minsa-3", name="Dra. Ruiz", by_phone=True)
    assert (event.by, event.body, event.identity) == (
        "o-18",
        {"second": "minsa-3", "by_phone": True},
        {"name": "Dra. Ruiz"},
    )
    assert replace(event, by="x").by == "x"


def sealed_of(event, *words):
    """The sealed part, once it is sure that none of the words stands in the clear one."""
    assert not [word for word in words if word in str(event.body)]
    return dict(event.identity)


def test_what_a_duty_notes_of_people_is_sealed_and_still_read():
    walked = Walk().through(CASE)
    told = {
        "driver": "L. Ortega", "taken_by": "rios", "vehicle": "Ambulancia 12", "receiver": "meteti-hospital",
        "phone": 50761234567, "minutes": 12, "by_phone": True, "at": "2021-03-23T14:20:00Z", "Ana Rios": True,
        "duty": "handover",
    }  # fmt: skip
    walked.act(commands.do(walked.state, walked.who(), "isolate", told))
    event = walked.events[-1]
    clear = {"receiver": "meteti-hospital", "minutes": 12, "by_phone": True, "at": "2021-03-23T14:20:00Z"}
    assert event.body == {"duty": "isolate", **clear}
    sealed = sealed_of(event, "Ortega", "rios", "Rios", "Ambulancia", "6123")
    assert sealed.keys() == told.keys() - clear.keys()
    assert walked.state.log.duties["isolate"].identity["driver"] == "L. Ortega"


def test_reasons_relations_parties_and_names_in_the_place_of_codes_are_sealed():
    walked = Walk().until("judgement", CASE)
    walked.act(commands.park(walked.state, walked.who(), "waits for Ana Rios"))
    assert (walked.state.log.parked, sealed_of(walked.events[-1], "Rios")) == (
        "other",
        {"reason": "waits for Ana Rios"},
    )
    walked.act(commands.resume(walked.state, walked.who()))
    walked.act(commands.companion(walked.state, walked.who(), "niece of Ana Rios", 4, ""))
    assert sealed_of(walked.events[-1], "Rios") == {"relation": "niece of Ana Rios"}
    assert walked.state.log.companions[-1].relation == "niece of Ana Rios"
    walked.give(WELL["declare_contact"], step="declare_contact", reason="said Ana Rios")
    assert sealed_of(walked.events[-1], "Rios") == {"correction_reason": "said Ana Rios"}
    walked.until("judgement", CASE).give({"class": "not_a_case", "reason": "known_cause"})
    walked.act(commands.countersign(walked.state, walked.who(), "Ana Rios"))
    assert sealed_of(walked.events[-1], "Rios") == {"name": "Ana Rios"}
    assert walked.state.log.judgement.agreed_by == "Ana Rios"
    began = commands.begin(setting(), "t2", walked.who(), desk="1", language="es", party="Familia Rios")
    assert (sealed_of(began, "Rios"), began.body["party"]) == ({"party": "Familia Rios"}, None)
    refused("is no code of a language", lambda: commands.speak(walked.state, walked.who(), "Ana Rios"))


def test_what_a_document_says_beyond_codes_is_sealed():
    walked = Walk(age=None)
    body = {"document": "TD3", "sex": "F", "age_years": 31, "nationality": "Ana Rios", "note": "Rios",
            "warnings": ["expired", "number in doubt: AB1 or A81"]}  # fmt: skip
    walked.act(commands.identify(walked.state, walked.who(), body, {"surname": "RIOS"}))
    event = walked.events[-1]
    assert event.body == {"document": "TD3", "sex": "F", "age_years": 31}
    assert sealed_of(event, "Rios", "AB1").keys() == {"nationality", "note", "warnings", "surname"}
