"""What the traveller's screen shows of a state, as a value and without Qt. Nothing in it tells the room why.

It knows only the words that are said aloud anyway: no answers, no class, no temperature, no name. The line of dots has
five for everybody, so that their number tells nobody anything either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from screening.session import State
from sops.model import Step
from sops.wording import FALLBACK, Direction, Phrase, Wording
from ui.traveller_screen.words import own

STAGES: Final = 5
_NEXT: Final = "advice_next"
_STAGES: Final = {"A1": 0, "A2": 0, "7.1": 0, "A3": 1, "A4": 2}
_LEADS: Final = frozenset({"declare_intro", "consent_ask"})
_POINTED: Final = frozenset({"q1", "q2", "q3", "q4", "q5", "q9", "q10", "q11", "q12", "ask_illness", "consent_ask"})
_PICTURES: Final = {
    "q1": "fever",
    "q2": "cough",
    "q3": "breath",
    "q4": "smell",
    "q5": "signs",
    "q6": "calendar",
    "q7": "near",
    "q8": "map",
    "q9": "tent",
    "q10": "health_work",
    "q11": "test",
    "q12": "vulnerable",
    "ask_illness": "medicine",
    "ask_vaccination": "syringe",
    "ask_carer": "child",
    "i1": "mask",
    "i2": "distance",
    "i3": "follow",
    "i4": "room",
    "i5": "alert",
    "i6": "go_on",
    "advice_next": "way",
    "what_we_note": "note",
    "wait_rest": "rest",
    "consent_info": "talk",
    "consent_ask": "question",
    "help_coming": "help",
    "onward_open": "way",
    "onward_controlled": "wait",
    "onward_closed": "wait",
    "welcome": "hello",
    "papers": "passport",
    "temperature": "thermometer",
    "moment": "wait",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its picture: in the traveller's language, or in Spanish and English side by side."""

    phrases: tuple[Phrase, ...]
    picture: str
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Showing:
    """Everything that is on the screen. `touch` says whether a touched answer may be proposed to the desk."""

    language: str
    direction: Direction
    lines: tuple[Line, ...]
    answers: Mapping[str, Phrase] | None
    touch: bool
    stage: int | None
    beside: tuple[Phrase, ...]
    who: Phrase
    noted: Phrase
    marks: tuple[Phrase, ...]


def showing_of(state: State | None, wording: Wording) -> Showing | None:
    """What to show of a state; None is the idle screen that welcomes in every language."""
    if state is None or state.log.closed is not None:
        return None
    language = state.log.language
    step = state.at
    ids = step.phrases if step is not None else _said_after(state)
    lines = tuple(line(phrase_id, language, wording) for phrase_id in ids)
    asks = step is not None and (
        (step.answer == "yes_no" and bool(ids)) or (step.answer != "choice" and not _POINTED.isdisjoint(ids))
    )
    if not lines and state.log.interrupt != "death":
        lines = (_without_phrases(step, language, wording),)
    return Showing(
        language=language,
        direction=wording.direction(language),
        lines=lines,
        answers=wording.answers(language) if asks else None,
        touch=asks and step is not None and step.answer == "yes_no",
        stage=_stage(state),
        beside=_beside(lines, language, wording),
        who=own("who", language, wording),
        noted=own("noted", language, wording),
        marks=_marks(lines, language, wording),
    )


def line(phrase_id: str, language: str, wording: Wording) -> Line:
    """A phrase of the SOP with its picture."""
    leads = phrase_id in _LEADS
    picture = "" if phrase_id == "declare_intro" else _PICTURES.get(phrase_id, "talk")
    return Line(wording.phrases(phrase_id, language), picture, leads)


def _without_phrases(step: Step | None, language: str, wording: Wording) -> Line:
    """What is shown while the official is busy with something that is not said aloud."""
    name = "moment"
    if step is not None and step.part == "A1":
        name = "welcome"
    elif step is not None and step.id == "documents":
        name = "papers"
    elif step is not None and step.answer == "reading":
        name = "temperature"
    return Line((own(name, language, wording),), _PICTURES[name])


def _said_after(state: State) -> tuple[str, ...]:
    """The phrases of the first duty that is still open and has something to say.

    The questions are over: in the place of what will happen stands the onward way, where the post tells of it.
    """
    if state.course is None:
        return ()
    duties, onward = state.setting.procedure.duties, state.setting.post.onward
    still = (duties[name] for name in state.course.duties if name not in state.log.duties)
    said = next((duty.phrases for duty in still if duty.phrases), ())
    return tuple(f"onward_{onward[0]}" if phrase == _NEXT and onward else phrase for phrase in said)


def _stage(state: State) -> int | None:
    """Which of the five dots is the present one; None while an interrupt is walked."""
    if state.at is None:
        return STAGES - 1
    if state.log.interrupt is not None or state.at.part in ("G", "7.9") or state.at.part.startswith("E"):
        return None
    return _STAGES.get(state.at.part, STAGES - 2)


def _beside(lines: tuple[Line, ...], language: str, wording: Wording) -> tuple[Phrase, ...]:
    """The Spanish words beside a single sentence that no native reader has signed, where there is room."""
    if len(lines) != 1 or language in FALLBACK or len(lines[0].phrases) != 1 or lines[0].phrases[0].reviewed:
        return ()
    phrase = lines[0].phrases[0]
    if wording.saying(phrase.id, FALLBACK[0]):
        return (wording.phrase(phrase.id, FALLBACK[0]),)
    return (own(phrase.id, FALLBACK[0], wording),)


def _marks(lines: tuple[Line, ...], language: str, wording: Wording) -> tuple[Phrase, ...]:
    """What must be said of the translation: not reviewed, or not in the traveller's language at all."""
    shown = [phrase for each in lines for phrase in each.phrases]
    names = ["not_reviewed"] if not shown or any(not phrase.reviewed for phrase in shown) else []
    if any(phrase.fallback for phrase in shown):
        names.append("not_yours")
    return tuple(own(name, language, wording) for name in names)
