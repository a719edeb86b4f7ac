"""The health of a referred traveller as the slip tells it: danger first, measures, signs, exposures, places."""

from __future__ import annotations

from typing import Final

from screening import referral as paper
from screening.answers import OPEN
from screening.conditions import holds
from screening.referral import Words
from screening.session import Visited
from screening.state_reading import StateReader
from sops.facts import SIGNS, Answer
from sops.logic import NO, UNKNOWN, YES

__all__ = ["danger_signs", "emergency", "exposures", "illness", "measures", "stays"]

_EMERGENCY: Final = "emergency"
_END: Final = "emergency_end"
_SIGN_OF: Final = {
    "observe": ("papers", "danger_seen"),
    "danger": ("papers", "danger_told"),
    "breathing": ("danger_signs", "breathing_rate"),
    "saturation": ("danger_signs", "low_spo2"),
}
"""What a step found when its answer called the emergency."""


def danger_signs(ask: StateReader) -> tuple[Words, ...] | None:
    """What called the emergency, and confusion; empty only when looked for and absent without an emergency.

    The routes of the procedure say what is a danger: no threshold is repeated here. None: not looked for, or an
    emergency whose sign nobody noted.
    """
    state, found = ask.state, list[Words]()
    for visited in state.path:
        if _calls_emergency(ask, visited):
            named = _SIGN_OF.get(visited.step.id)
            found.append(ask.words.name(*named) if named else visited.step.title)
    if state.facts.signs["altered_mental_status"] is Answer.YES:
        found.append(ask.words.name("danger_signs", "confused"))
    absent = state.value("danger") == "no" and not emergency(ask)
    return tuple(found) if found or absent else None


def emergency(ask: StateReader) -> bool:
    """Whether an emergency was called here and at least one did not end as pressed by mistake."""
    state, log, steps = ask.state, ask.log, ask.state.setting.procedure.steps
    calls = state.calls is not None and state.calls[0] == _EMERGENCY
    walked = {visited.step.id for visited in state.path} | {step for step, _ in log.led_back}
    here = any("calls_ambulance" in steps[step].does for step in walked if step in steps)
    ends = [said for step, said in log.led_back if step == _END]
    last = log.answers.get(_END)
    under_way = last is None and any(broken.name == _EMERGENCY for broken in log.interrupts)
    if calls or under_way:
        return True
    ends += [last.value] if last else []
    return (here or _EMERGENCY in log.ever_interrupted) and (not ends or any(end != "mistake" for end in ends))


def _calls_emergency(ask: StateReader, visited: Visited) -> bool:
    """Whether the answer of a step leads into the emergency."""
    context = ask.state.context
    return next((route.go for route in visited.step.then if holds(route.when, context)), "") == _EMERGENCY


def measures(ask: StateReader) -> paper.Measures:
    """The deciding temperature with its time, and what else was measured."""
    temperature: float | None = None
    at = device = reason = None
    for visited in ask.state.path:
        value = visited.value
        if visited.step.records != "temperature" or not isinstance(value, dict):
            continue
        if value["c"] in OPEN:
            reason = value.get("reason")
            continue
        temperature, device = float(value["c"]), value.get("device")
        at = ask.log.answers[visited.step.id].at.astimezone(ask.zone)
    return paper.Measures(
        temperature_c=temperature,
        temperature_at=at,
        device=ask.words.device(str(device)) if device else None,
        not_taken=ask.words.device(str(reason)) if reason and temperature is None else None,
        breaths_per_minute=ask.number("breathing"),
        spo2_percent=ask.number("saturation"),
    )


def illness(ask: StateReader) -> paper.Illness:
    """The signs with their days, and what a clinic must know. A sign that nobody asked about is unknown."""
    facts = ask.state.facts
    told = {name: facts.signs[name] for name in SIGNS}
    asked = any(answer is not Answer.UNASKED for answer in told.values())
    signs = tuple(
        paper.Sign(ask.words.name("signs", name), ask.ago(facts.onset_of.get(name)), answer.truth)
        for name, answer in told.items()
    )
    needs = _needs(ask)
    pregnant = UNKNOWN if needs is None or needs in OPEN else YES if needs in ("pregnant", "both") else NO
    return paper.Illness(
        signs=signs if asked else None,
        first_day=ask.ago(facts.onset_days_ago),
        fever_reducer=ask.truth("reducers"),
        pregnant=None if ask.log.document.get("sex") == "M" else pregnant,
        chronic=_chronic(ask, needs),
        medicines=ask.words.name("answers", "no") if needs in ("none", "pregnant") else _named(ask, "medicines"),
        allergies=_named(ask, "allergies"),
        vaccination=ask.option("vaccination", str(ask.state.value("vaccination"))),
    )


def _named(ask: StateReader, step: str) -> paper.Text | None:
    """What was named with a yes, in the words that were typed; a bare yes or no where nothing was."""
    said = ask.state.value(step)
    return ask.note(step, step) or (ask.words.name("answers", said) if said in ("yes", "no") else None)


def _needs(ask: StateReader) -> object:
    """Pregnancy and long illness in the words of the question for both; men are asked for the illness alone."""
    of_men = ask.state.value("chronic")
    return ask.state.value("vulnerable") or {"yes": "chronic", "no": "none"}.get(str(of_men), of_men)


def _chronic(ask: StateReader, needs: object) -> Words | None:
    """A long illness as told; who named the pregnancy alone has none."""
    if needs is None or needs in OPEN:
        return None
    told = {"none": "no", "pregnant": "no", "both": "yes"}.get(str(needs))
    return ask.words.name("answers", told) if told else ask.option("vulnerable", str(needs))


def exposures(ask: StateReader) -> tuple[paper.Exposure, ...] | None:
    """Exposures with their days; areas stand among the stays where their category is not known."""
    facts = ask.state.facts
    rows = [row for row in facts.exposures or () if row.kind != "area" or row.status is not Answer.UNKNOWN]
    if not rows and (facts.exposures is None or facts.exposures_unknown):
        return None
    made = (
        paper.Exposure(ask.words.exposure(row), ask.ago(row.first_day_ago), ask.ago(row.last_day_ago)) for row in rows
    )
    return tuple(made)


def stays(ask: StateReader) -> tuple[paper.Stay, ...] | None:
    """The places of the last 14 days."""
    places = ask.state.value("places")
    if not isinstance(places, list):
        return None
    return tuple(
        paper.Stay(
            ask.words.name("countries", place["country"]),
            ask.words.place(place.get("division")),
            ask.ago(place["first"]),
            ask.ago(place["last"]),
        )
        for place in places
    )
