"""What is known about a traveller and what could change the class, in the officer's words. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from screening.session import State
from sops.facts import EXPOSURE_FIELDS, JUDGEMENTS, SIGNS, Answer
from sops.model import Step
from sops.wording import Wording
from ui.saying import day_said, name, said, test_said
from ui.strings import tr

_ROW: Final = re.compile(r"exposures\[(\d+)\](?:\.(\w+))?")


@dataclass(frozen=True, slots=True)
class Known:
    """One line of what we know: its name, its value, and the family it belongs to (`""`: neither good nor bad)."""

    title: str
    value: str
    family: str = ""


def known(state: State, wording: Wording) -> tuple[Known, ...]:
    """Temperature, signs, onset, exposures and tests, as far as anything was said about them."""
    lines = [*_temperature(state), *_signs(state, wording), *_onset(state), *_exposures(state, wording)]
    tests = state.facts.tests
    if tests is not None and any(v.step.answer == "tests" for v in state.path):
        words = [test_said({"type": test.type, "result": test.result}, wording) for test in tests]
        positive = any(test.result == "positive" for test in tests)
        lines.append(Known(tr("know.tests"), ", ".join(words) or tr("answer.none"), "hold" if positive else ""))
    return tuple(lines)


def _temperature(state: State) -> list[Known]:
    values = [v.value.get("c") for v in state.path if v.step.records == "temperature" and isinstance(v.value, dict)]
    if not values:
        return []
    readings = [value for value in values if isinstance(value, (int, float))]
    if not readings:
        return [Known(tr("know.temperature"), tr("know.not_taken"), "unknown")]
    fever, raised = state.setting.number("fever_threshold_c"), state.setting.number("recheck_from_c")
    family = "hold" if readings[-1] >= fever else "watch" if readings[-1] >= raised else "calm"
    word = {"hold": tr("know.fever"), "watch": tr("know.raised"), "calm": tr("know.normal")}[family]
    return [Known(tr("know.temperature"), " → ".join(f"{value:.1f}" for value in readings) + f" °C  {word}", family)]


def _signs(state: State, wording: Wording) -> list[Known]:
    signs = state.facts.signs
    there = [sign for sign in SIGNS if signs[sign] is Answer.YES]
    if there:
        days = state.facts.onset_of
        words = [
            name(wording, "signs", sign) + (f" ({tr('know.days', days=days[sign])})" if sign in days else "")
            for sign in there
        ]
        return [Known(tr("know.signs"), ", ".join(words), "hold")]
    told = [answer for answer in signs.values() if answer is not Answer.UNASKED]
    if all(signs[sign] is Answer.NO for sign in SIGNS):
        if any(line.family == "hold" for line in _temperature(state)):
            return [Known(tr("know.signs"), tr("know.denied"), "watch")]
        return [Known(tr("know.signs"), tr("know.no_signs"), "calm")]
    steps = [v.step.records for v in state.path]
    if "signs" not in steps and any("signs" in v.step.sets.get("no", {}) and v.value == "yes" for v in state.path):
        return [Known(tr("know.signs"), tr("know.which"), "watch")]
    if len(told) > 2 or any(v.step.id in ("declare_signs", "signs") for v in state.path):
        return [Known(tr("know.signs"), name(wording, "answers", "unknown"), "unknown")]
    return []


def _onset(state: State) -> list[Known]:
    onset = state.facts.onset_days_ago
    if not isinstance(onset, int):
        return []
    on = state.on
    return [Known(tr("know.onset"), f"{day_said(onset, on)} ({tr('know.days', days=onset)})")]


_ASKED: Final = (
    ("declare_contact", "know.contact"),
    ("cluster", "know.cluster"),
    ("camp", "know.setting"),
    ("places", "know.places"),
)


def _exposures(state: State, wording: Wording) -> list[Known]:
    on = state.on
    lines = []
    for visited in state.path:
        title = dict(_ASKED).get(visited.step.id)
        if title is None:
            continue
        family = {"yes": "hold", "no": "calm"}.get(visited.value, "unknown") if isinstance(visited.value, str) else ""
        lines.append(Known(tr(title), said(visited.step, visited.value, wording, on), family))
    return lines


def open_in_words(path: str, wording: Wording) -> str:
    """A fact that is still open, as verdicts name it, in words."""
    match = _ROW.fullmatch(path)
    if match is not None:
        return name(wording, "exposure_words", match[2]) if match[2] else name(wording, "facts", "exposures")
    kind, _, leaf = path.partition(".")
    if kind == "symptoms" and leaf in SIGNS:
        return name(wording, "signs", leaf)
    if kind == "exposures" and leaf in EXPOSURE_FIELDS:
        return name(wording, "exposures", leaf)
    return name(wording, "facts", leaf or kind)


def asking_step(path: str, state: State) -> str | None:
    """The answered step that can still tell an open fact; None when no step on the way asks for it."""
    found = recording(path, (visited.step for visited in reversed(state.path)))
    return found.id if found is not None else None


def recording(path: str, steps: Iterable[Step]) -> Step | None:
    """The first of the steps that records an open fact."""
    kind, _, leaf = path.partition(".")
    wanted = {"symptoms": {"signs"}, "temp_c": {"temperature"}, "tests": {"tests"}}.get(kind, {kind})
    if kind.startswith("exposures"):
        wanted = {leaf} if leaf in EXPOSURE_FIELDS else set()
    if leaf == "area":
        wanted = {"places"}
    if kind in JUDGEMENTS or kind == "onset_days_ago":
        wanted = {kind}
    return next((step for step in steps if step.records and step.records.partition(".")[0] in wanted), None)
