"""Where an open fact would lead: the precaution that would follow if it were so. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from screening.asking import choose_course
from screening.conditions import Context
from screening.session import State
from sops.facts import SIGNS
from sops.model import Course, Step
from sops.wording import Wording
from ui.knowledge.facts import open_in_words, recording
from ui.saying import text
from ui.strings import tr


@dataclass(frozen=True, slots=True)
class Open:
    """One open fact in words, and where it would lead; empty where it changes nothing by itself."""

    fact: str
    leads: str = ""


def open_facts(state: State) -> list[tuple[str, Step | None]]:
    """The open facts with the step that asks for each, in the order they will be asked; those nobody asks for last."""
    steps = {path: recording(path, state.setting.procedure.steps.values()) for path in state.verdict.open}
    order = {step: place for place, step in enumerate(state.setting.procedure.steps)}
    last = len(order)
    return sorted(steps.items(), key=lambda item: order[item[1].id] if item[1] else last)


def leading(state: State, wording: Wording, most: int) -> Iterator[Open]:
    """The first open facts, each with the precaution it would lead to were it so, and all that is still open not.

    Some milliseconds each: for when nobody waits.
    """
    found: set[str] = set()
    otherwise = None
    for path, step in open_facts(state):
        fact = open_in_words(path, wording)
        if fact in found:
            continue
        if len(found) == most:
            return
        found.add(fact)
        value = were_it_so(state, path, step)
        if step is None or value is None or state.at is None:
            yield Open(fact)
            continue
        otherwise = otherwise or _course(state)
        course = _course(state, step, value)
        leads = "" if course.id == otherwise.id else tr("know.leads", answer=said_of(value), course=text(course.title))
        yield Open(fact, leads)


def were_it_so(state: State, path: str, step: Step | None) -> Any:
    """The answer by which an open fact were so; None where there is no such single answer."""
    match step.answer if step else "":
        case "yes_no":
            return "yes"
        case "signs":
            sign = path.partition(".")[2]
            return {each: "yes" if each == sign else "no" for each in SIGNS} if sign in SIGNS else None
        case "reading":
            return {"c": state.setting.number("fever_threshold_c")}
        case _:
            return None


def said_of(value: Any) -> str:
    """The answer of `were_it_so` in words."""
    return f"{value['c']:.1f} °C" if isinstance(value, dict) and "c" in value else tr("answer.yes")


def _detail(step: Step, wanted: Step) -> Any:
    """The surest answer to a further question about an exposure: the nearest, the longest, the last days."""
    if not step.records or not step.records.startswith(f"{wanted.records}."):
        return None
    match step.answer:
        case "choice":
            longest = step.records.endswith(".minutes")
            return max(step.options, key=lambda each: each.value or 0.0).id if longest else step.options[0].id
        case "period":
            return {"first": 5, "last": 1}
        case other:
            return "yes" if other == "yes_no" else None


_HARMLESS: Final[dict[str, Any]] = {
    "yes_no": "no",
    "signs": dict.fromkeys(SIGNS, "no"),
    "reading": {"c": 36.6},
    "places": [],
    "tests": [],
}


def _course(state: State, wanted: Step | None = None, value: Any = None) -> Course:
    """What would follow with one answer more, if everything that is still open were harmless."""
    setting = state.setting
    known = setting.memory(setting.local_day(state.log.screened_at)).known
    answers = {visited.step.id: visited.value for visited in state.path}
    steps = [(visited.step, visited.value) for visited in state.path]
    for step in setting.procedure.steps.values():
        if step is wanted or (wanted is not None and step.records == wanted.records):
            continue
        if step.id not in answers and step.records and step.answer in _HARMLESS:
            steps.append((step, _HARMLESS[step.answer]))
    if wanted is not None:
        steps.append((wanted, value))
        answers[wanted.id] = value
        steps += [(step, said) for step in setting.procedure.steps.values() if (said := _detail(step, wanted))]
    for each, said in steps:
        known = known.after(each, said)
    held = state.judgement.held if state.judgement else None
    return choose_course(Context(setting, known, held, answers, state.log.person))[0]
