"""How many questions the demonstration's travellers are asked: with the exact open facts, with Kleene's, with all.

The counts are the same on every machine. What a script does not say of its traveller is harmless here: no, none, 36.6.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from statistics import fmean
from typing import Any, Final

from benchmarks.scripts import scripts
from screening import knowledge
from screening.classification import Verdict, classify
from screening.commands import Officer, after, answer, begin, identify
from screening.identifying import document
from screening.log import add, gather
from screening.mrz import read
from screening.session import State, walk
from screening.setting import Setting
from screening.worlds import kleene, worlds
from sops.catalogue import Catalogue
from sops.engine import Engine
from sops.facts import EXPOSURE_FIELDS, JUDGEMENTS, SIGNS, Answer, Facts
from sops.model import Step
from ui.demo.answering import later_reading, value_for
from ui.demo.script import Script

Classify = Callable[[Engine, Facts], Verdict]

_HARMLESS: Final[dict[str, Any]] = {
    "yes_no": "no",
    "reading": {"c": 36.6},
    "signs": dict.fromkeys(SIGNS, "no"),
    "number": 20,
    "places": [],
    "tests": [],
    "companions": [],
    "judgement": {"agree": True},
    "done": True,
}
_EVERY_FACT: Final = (
    *(f"symptoms.{sign}" for sign in SIGNS),
    *("temp_c", "onset_days_ago", "tests", "chest_imaging"),
    *JUDGEMENTS,
    *(f"exposures.{kind}" for kind in EXPOSURE_FIELDS),
)


def figures(catalogue: Catalogue) -> Iterator[str]:
    """One line a way of asking: the mean number of questions whose answer is a fact."""
    for what, only in (("all travellers", False), ("those who are seen in the secondary part", True)):
        counts = {name: _mean(catalogue, way, ill=only) for name, way in _WAYS.items()}
        least = counts["exact open facts"]
        for name, count in counts.items():
            yield f"questions a traveller, {what}, {name:<28} {count:6.2f}  {count / least:5.2f}x"


def _mean(catalogue: Catalogue, way: Classify, *, ill: bool) -> float:
    with _asking(way):
        states = [_walked(catalogue, script) for _, script in scripts()]
    secondary = [_is_secondary(script) for _, script in scripts()]
    return fmean(_questions(state) for state, seen in zip(states, secondary, strict=True) if seen or not ill)


def _is_secondary(script: Script) -> bool:
    return "inform" in script.answers


def _questions(state: State) -> int:
    return sum(visited.step.records is not None for visited in state.path)


# -- three ways of asking ---------------------------------------------------------------------------------------------


def _kleene(engine: Engine, facts: Facts) -> Verdict:
    """What is unknown stays open as long as the three-valued evaluation leaves the class unknown."""
    verdict = classify(engine, facts)
    met, possible = engine.decide(*kleene(worlds(engine, facts)))
    if _highest(engine, met) == _highest(engine, possible):
        return replace(verdict, open=())
    return replace(verdict, open=tuple(path for path in _every(facts) if _is_unknown(path, facts)))


def _all(engine: Engine, facts: Facts) -> Verdict:
    return replace(classify(engine, facts), open=_every(facts))


_WAYS: Final[dict[str, Classify]] = {
    "exact open facts": classify,
    "while Kleene says unknown": _kleene,
    "everything": _all,
}


def _highest(engine: Engine, bits: int) -> int:
    return max((rank for rank, mask in enumerate(engine.class_masks) if bits & mask), default=0)


def _every(facts: Facts) -> tuple[str, ...]:
    rows = tuple(
        f"exposures[{number}].{name}"
        for number, row in enumerate(facts.exposures or ())
        for name in (*EXPOSURE_FIELDS[row.kind], "distance_m", "minutes", "first_day_ago", "last_day_ago", "index_day")
    )
    return (*_EVERY_FACT, *rows)


def _is_unknown(path: str, facts: Facts) -> bool:
    kind, _, name = path.partition(".")
    if kind.startswith("exposures["):
        row = (facts.exposures or ())[int(kind.removeprefix("exposures[").removesuffix("]"))]
        return getattr(row, name) is Answer.UNKNOWN
    match kind:
        case "symptoms":
            return facts.signs[name] in (Answer.UNASKED, Answer.UNKNOWN)
        case "exposures":
            return facts.exposures is None or name in facts.exposures_unknown
        case "temp_c":
            return facts.temperature_c is Answer.UNKNOWN
        case "onset_days_ago":
            return facts.onset_days_ago is Answer.UNKNOWN
        case "tests":
            return facts.tests is None
        case "chest_imaging":
            return facts.chest_imaging is None
        case judgement:
            return facts.judgements[judgement] in (Answer.UNASKED, Answer.UNKNOWN)


@contextmanager
def _asking(way: Classify) -> Iterator[None]:
    """Walks ask by the open facts of this way."""
    usual = knowledge.classify
    knowledge.classify = way  # type: ignore[assignment]
    try:
        yield
    finally:
        knowledge.classify = usual


# -- the walk ---------------------------------------------------------------------------------------------------------


def _walked(catalogue: Catalogue, script: Script) -> State:
    """The whole walk of a scripted traveller, nothing breaking in."""
    post = catalogue.post(script.post)
    on = script.at.date()
    setting = Setting(
        catalogue.procedure(catalogue.in_force("procedure", post.procedure, on)),
        catalogue.engine(catalogue.in_force("definition", post.definition, on), post.parameters),
        catalogue.area_table(post.areas),
        post,
    )
    at = script.at
    state = walk(setting, gather([begin(setting, "s1", Officer("o-17", at), desk="1", language=script.language)]))
    reading = read(str(script.document.get("mrz", "")), on)
    if reading.fields is not None:
        state = walk(setting, add(state.log, identify(state, Officer("o-17", at), *document(reading, on))))
    answers = later_reading(script.answers)
    while state.at is not None:
        at = max(at + timedelta(seconds=4), state.wait_until or at)
        who = Officer("o-17", at)
        event = answer(state, who, state.at.id, _value(state.at, answers))
        state = walk(setting, add(state.log, event))
        while (following := after(state, who)) is not None:
            state = walk(setting, add(state.log, following))
    return state


def _value(step: Step, answers: dict[str, Any]) -> Any:
    """What the traveller would say: of the script, else what is harmless."""
    given = answers.get(step.id)
    if step.answer == "yes_no" and isinstance(given, dict):
        return "yes"
    if given is not None or step.answer not in (*_HARMLESS, "choice"):
        return value_for(step, given)[0]
    if step.answer == "choice":
        return step.options[-1].id
    return _HARMLESS[step.answer]
