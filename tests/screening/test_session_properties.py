"""What holds for every walk, whatever is answered: it ends, lawfully, and the log tells all of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from screening import commands
from screening.log import gather
from screening.projecting import folding, row_of
from screening.session import fold, walk
from sops.facts import SIGNS, TEST_RESULTS, TEST_TYPES
from sops.model import Step
from tests.screening.walks import Walk, setting

POSTS = ["lajas-blancas", "paso-canoas", "tocumen", "cristobal"]  # the last two with overlays
DAYS = [date(2020, 2, 10), date(2020, 4, 1), date(2021, 3, 23), date(2022, 3, 1), date(2022, 8, 1)]
COURSES = {  # course -> outcome, typed from the norm: B8, C, D, F, E, 7.6, G, 7.9
    "advice": "cleared_with_advice",
    "ordinary_care": "ordinary_care",
    "ordinary_care_apart": "ordinary_care",
    "quarantine": "quarantine_handover",
    "case": "referred_and_received",
    "emergency": "emergency_handover",
    "refusal": "refused_referred_to_authority",
    "left": "left_before_end",
    "death": "death",
}
OPEN = st.sampled_from(["unknown", "refused"])
DAYS_AGO = st.integers(0, 20)


@st.composite
def span(draw):
    first, last = draw(DAYS_AGO), draw(DAYS_AGO)
    return {"first": max(first, last), "last": draw(st.just(min(first, last)) | st.just("unknown"))}


READING = st.integers(350, 410).map(lambda tenths: {"c": tenths / 10}) | st.just({"c": "unknown", "reason": "refused"})
SAID = st.sampled_from(["yes", "no", "no", "unknown"]) | DAYS_AGO
TEST = st.fixed_dictionaries({"type": st.sampled_from(TEST_TYPES), "result": st.sampled_from(TEST_RESULTS)})
PLACE = st.tuples(st.sampled_from(["CHN", "COL", "PAN", "HTI"]), span()).map(lambda p: {"country": p[0], **p[1]})
JUDGEMENT = st.just({"agree": True}) | st.fixed_dictionaries(
    {"class": st.sampled_from(["not_a_case", "contact", "suspected", "confirmed"]), "reason": st.just("seen")}
)


def answers_to(step: Step) -> st.SearchStrategy[Any]:
    """Any answer that the step takes."""
    known: dict[str, st.SearchStrategy[Any]] = {
        "done": st.just(True),
        "yes_no": st.sampled_from(["no"] if any(note.required for note in step.notes) else ["yes", "no"]),
        "choice": st.sampled_from([option.id for option in step.options] or ["none"]),
        "person": st.fixed_dictionaries({}, optional={"age_years": st.integers(0, 90)}),
        "reading": READING,
        "signs": st.dictionaries(st.sampled_from(SIGNS), SAID, max_size=len(SIGNS)),
        "number": st.integers(0, 120),
        "days": DAYS_AGO,
        "period": span(),
        "places": st.lists(PLACE, max_size=2),
        "tests": st.lists(TEST, max_size=2),
        "judgement": JUDGEMENT,
    }
    mostly = known[step.answer]
    return st.one_of(mostly, mostly, mostly, OPEN if step.may_refuse else st.just("unknown"))


@st.composite
def walks(draw, ended=True):
    """A walk with random answers, now and then interrupted, corrected, gone back on, parked."""
    walked = Walk(draw(st.sampled_from(DAYS)), draw(st.sampled_from(POSTS)),
                  draw(st.none() | st.integers(0, 90)))  # fmt: skip
    mischief = draw(st.lists(st.tuples(st.integers(0, 40), st.sampled_from(MISCHIEF)), max_size=4))
    length = 400 if ended else draw(st.integers(0, 60))
    for number in range(length):
        if walked.at is None:
            break
        for when, what in mischief:
            if when == number:
                what(walked, draw)
        if walked.at is not None:
            walked.give(draw(answers_to(walked.setting.procedure.steps[walked.at])))
    else:
        assert not ended, f"no end after {length} answers: {walked.path}"
    return walked


def correct(walked, draw):
    said = sorted(walked.state.log.answers)
    if said:
        step = draw(st.sampled_from(said))
        walked.give(draw(answers_to(walked.setting.procedure.steps[step])), step=step)


def interrupt(walked, draw):
    walked.press(draw(st.sampled_from(["emergency", "emergency", "refusal", "left", "death"])))


def back(walked, draw):
    walked.back()


def park(walked, draw):
    walked.act(commands.park(walked.state, walked.who(), "aside"))
    walked.act(commands.resume(walked.state, walked.who()))


MISCHIEF = [correct, interrupt, back, park]


@settings(max_examples=50)
@given(walks())
def test_every_walk_ends_in_a_lawful_course_that_somebody_can_end(walked):
    assume(not walked.state.pending)  # that waits for a second person, and the close says so
    if walked.state.unreviewed:  # an upgrade that keeps somebody apart waits for a health worker
        walked.act(commands.countersign(walked.state, walked.who(), "h-1"))
    course = walked.state.course
    assert COURSES[course.id] == course.outcome
    owed = walked.duties()
    assert any(duty.spec.ends for duty in owed.values())
    for _ in range(3):  # the duties can be done, in the order they ask for
        for name in owed:
            duty = walked.duties()[name]
            first = [d for d in walked.duties().values() if d.spec.before == name and d.done_at is None]
            if duty.done_at is None and not first:
                walked.act(commands.do(walked.state, walked.who(), name))
    walked.act(commands.close(walked.state, walked.who()))
    assert walked.state.outcome == course.outcome


@settings(max_examples=50)
@given(walks())
def test_the_lines_that_must_not_be_crossed(walked):
    state, course = walked.state, walked.course
    duties = walked.duties().values()
    does = {tag for duty in duties for tag in duty.spec.does}
    passed = {visited.step.id: visited for visited in state.path}
    ill = any(sign == "yes" for sign in state.facts.signs.values()) or (
        isinstance(state.facts.temperature_c, float) and state.facts.temperature_c >= 38.0
    )
    ill = ill or state.value("observe") in ("ill", "danger") or state.value("danger") == "yes"
    ill = ill or ("emergency_end", "recovered") in state.log.led_back
    positive = any(
        test.result == "positive" and test.type not in ("other_pathogen", "antibody")
        for test in state.facts.tests or ()
    )
    # 3: the well without a positive test are never isolated; the ill with a possible case never cleared
    assert not ("isolates" in does and not ill and not positive)
    held_by_a_person = state.judgement is not None
    if (ill or positive) and state.verdict.ceiling in ("suspected", "probable", "confirmed") and not held_by_a_person:
        assert course not in ("advice", "ordinary_care", "quarantine")
    # 4: whoever is held apart is notified, with the list of the party
    if does & {"isolates", "quarantines"}:
        assert {"notifies", "lists_party"} <= does
    # 5: no examination without consent
    examined = [step for step in passed if "examines" in passed[step].step.does]
    assert not examined or state.value("inform") == "yes"
    # 6: who is or may be a minor without an adult is protected, however it ends
    if (state.age_years is None or state.age_years < 18) and state.value("accompanied") != "yes" and course != "death":
        assert "protects_child" in does
    # every class asked after is settled or said to be open
    assert (state.verdict.floor == state.verdict.ceiling) == (not state.verdict.open)


@settings(max_examples=25)
@given(walks(ended=False))
def test_the_log_alone_tells_the_state_and_the_row(walked):
    on = walked.setting
    assert fold(on, walked.events) == walked.state
    assert walk(on, gather(walked.events)) == walked.state
    assert folding(lambda _: on)(walked.events) == row_of(walked.state)


@settings(max_examples=25)
@given(walks(), st.data())
def test_a_corrected_walk_equals_the_walk_answered_that_way_from_the_start(walked, data):
    said = {visited.step.id: visited.value for visited in walked.state.path}
    if walked.state.log.interrupts:
        return  # what an interrupt ended is not walked again
    step = data.draw(st.sampled_from(sorted(said)))
    value = data.draw(answers_to(walked.setting.procedure.steps[step]))
    walked.give(value, step=step)
    while walked.at is not None:  # what the correction makes necessary
        walked.give(data.draw(answers_to(walked.setting.procedure.steps[walked.at])))
    broken_in = [event for event in walked.events if event.kind == "interrupted"]
    assume(not walked.state.log.interrupts and not walked.state.log.led_back)  # a pressed key is no answer of the walk
    assume(len(broken_in) <= 1)  # a second emergency is answered anew: the first answers are no longer in force
    final = {name: given.value for name, given in walked.state.log.answers.items()}
    first = Walk(walked.setting.local_day(walked.events[0].at), walked.setting.post.id, walked.state.age_years)
    for at in first.steps():
        first.give(final[at])
    assert (first.path, first.course, first.state.facts, first.state.verdict) == (
        walked.path,
        walked.course,
        walked.state.facts,
        walked.state.verdict,
    )


@settings(max_examples=25)
@given(walks(ended=False))
def test_an_emergency_leads_back_to_the_very_step(walked):
    before = walked.state
    if before.log.interrupts:
        return
    walked.press("emergency")
    for value in (True, True, "mistake"):
        walked.give(value)
    assert (walked.state.at, walked.state.path, walked.state.course) == (before.at, before.path, before.course)
    assert walked.state.log.revisiting == before.log.revisiting


@settings(max_examples=12)
@given(walks())
def test_no_answer_of_any_walk_is_read_by_nationality_or_papers(walked):
    """The same answers of somebody else, from elsewhere: the same walk."""
    other = Walk(walked.setting.local_day(walked.events[0].at), walked.setting.post.id, None)
    other.events = [*other.events, *walked.events[1:]]
    for nation in ("HTI", "CHE"):
        log = gather(other.events)
        from dataclasses import replace

        seen = walk(setting(other.setting.local_day(log.began.at), other.setting.post.id),
                    replace(log, document={**log.document, "nationality": nation, "document": None}))  # fmt: skip
        assert (seen.course, seen.verdict, [v.step.id for v in seen.path]) == (
            walked.state.course,
            walked.state.verdict,
            walked.path,
        )
