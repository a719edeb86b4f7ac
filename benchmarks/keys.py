"""A scripted traveller at the real window, with the keys that an official presses for each answer."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sops.catalogue import Catalogue
from sops.facts import SIGNS, TEST_RESULTS, TEST_TYPES
from sops.model import Step
from tests.ui.stage import Stage
from ui.demo.answering import later_reading, value_for
from ui.demo.script import INTERRUPTS, Script
from ui.demo.walking import Clock

MORNING: Final = datetime(2021, 3, 23, 13, 0, tzinfo=UTC)
_MOST_DUTIES: Final = 60
_LETTERS: Final = {"refusal": "R", "left": "L", "death": "D"}

Keys = tuple[str, ...]


@dataclass
class Presses:
    """What one traveller took: scans, keys, and how often a person had to read and decide before pressing."""

    key: str
    scans: int = 0
    keys: int = 0
    decisions: int = 0
    readings: int = 0  # of a thermometer
    by_step: dict[str, int] = field(default_factory=dict)


def keys_of(step: Step, value: Any) -> Keys:
    """The keys that give an answer, without leading or trailing thought."""
    if value == "unknown":
        return ("F7",)
    if value == "refused":
        return ("F8",)
    match step.answer:
        case "done" | "judgement":
            return ("1",)
        case "yes_no":
            return ("1" if value == "yes" else "2",)
        case "choice":
            return (str([option.id for option in step.options].index(value) + 1),)
        case "reading":
            return tuple(f"{value['c'] * 10:.0f}")
        case "signs":
            return _signs(value)
        case "number" | "days":
            return (*str(value), "\n")
        case "period":
            return (*str(value["first"]), "\n", *str(value["last"]), "\n")
        case "places":
            return (*(key for place in value for key in _place(place)), "\n")
        case "tests":
            said = ((TEST_TYPES.index(test["type"]), TEST_RESULTS.index(test["result"])) for test in value)
            return (*(str(place + 1) for pair in said for place in pair), "0")
        case "person":
            return ("\n", *str(value.get("age_years", "")), "\n", {"F": "1", "M": "2"}.get(value.get("sex"), "3"))
    raise AssertionError(f"no keys for a step of kind {step.answer!r}")


def _signs(value: Mapping[str, Any]) -> Iterator[str] | Keys:
    told = [sign for sign in SIGNS if value.get(sign, "unknown") != "no"]
    last = SIGNS.index(told[-1]) if told else -1
    keys: list[str] = []
    for sign in SIGNS[: last + 1]:
        said = value.get(sign, "unknown")
        if isinstance(said, int):
            keys += ["1", *str(said), *(["\n"] if said < 10 else [])]
        else:
            keys += {"yes": ["1", "\n"], "no": ["2"], "unknown": ["3"]}[said]
    return (*keys, "0", "\n")


def _place(place: Mapping[str, Any]) -> Keys:
    return (*place["country"].lower(), "\n", *place.get("division", "").lower(), "\n",
            *str(place["first"]), "\n", *str(place["last"]), "\n")  # fmt: skip


class Replay:
    """One window over one store; travellers come one after another. `press` may be replaced by one that measures."""

    def __init__(self, home: Path, catalogue: Catalogue) -> None:
        QApplication.instance() or QApplication(["benchmarks"])
        self.clock = Clock(MORNING)
        self.stage = Stage(home, catalogue, self.clock)
        day = self.stage.desk.today()
        self.stage.desk.setting(day).memory(day).think_ahead()  # as the window does while it opens
        gc.freeze()
        self.stage.confirm_clock()
        self.press: Callable[..., None] = self.stage.press

    def walk(self, script: Script, name: str) -> Presses:
        """The script by keys, to the closed screening."""
        stage, found = self.stage, Presses(name)
        answers = later_reading(script.answers)
        acts = {act.at: act.name for act in script.then if act.name in INTERRUPTS}
        if "mrz" in script.document:
            stage.scan(f"{script.document['mrz']}\n")
            found.scans += 1
        else:
            self.count(found, "begin", ("F2",))
        while stage.step is not None:
            step = stage.desk.state.at  # type: ignore[union-attr]
            assert step is not None
            if step.id in acts:
                self.interrupt(found, acts.pop(step.id))
                continue
            self.rest()
            self.answer(found, step, answers)
        self.finish(found)
        return found

    def answer(self, found: Presses, step: Step, answers: Mapping[str, Any]) -> None:
        """One step; a menu takes one thought, every reading of a thermometer one more."""
        given = answers.get(step.id)
        noted = given if step.answer == "yes_no" and isinstance(given, Mapping) else None
        keys = (
            ("1", *"".join(map(str, noted.values())), "\n")
            if noted is not None
            else keys_of(step, value_for(step, given)[0])
        )
        before = len(self.stage.desk.state.path)  # type: ignore[union-attr]
        found.readings += step.answer == "reading"
        self.count(found, step.id, keys)
        if self.stage.step == step.id and len(self.stage.desk.state.path) == before:  # type: ignore[union-attr]
            self.count(found, step.id, ("\n",), thoughts=0)  # an unusual reading is confirmed
        assert self.stage.step != step.id, (step.id, keys, self.stage.window.foot.message)

    def rest(self) -> None:
        """Let the clock run until the step at hand may be answered."""
        state = self.stage.desk.state
        if state is not None and state.wait_until is not None and state.wait_until > self.clock.now:
            self.clock.now = state.wait_until + timedelta(seconds=1)
            self.stage.tick()

    def interrupt(self, found: Presses, name: str) -> None:
        """A key from anywhere."""
        found.decisions += 1
        found.keys += 1
        if name == "emergency":
            self.stage.press("F12")
        else:
            self.stage.control(_LETTERS[name])

    def finish(self, found: Presses) -> None:
        """Every duty that keeps the traveller, by Enter on the next one, forms left empty; then rooms are cleaned."""
        for _ in range(_MOST_DUTIES):
            state = self.stage.desk.state
            if state is None or state.log.closed is not None:
                break
            before = self.stage.window.foot.message
            self.count(found, "duties", ("\n",))
            if self.stage.window.foot.message not in ("", before):  # who received the traveller has to be said
                self.count(found, "duties", ("F7", "\n"))
        assert self.stage.desk.state is not None
        assert self.stage.desk.state.log.closed is not None, self.stage.window.foot.message
        self.stage.press("⎋")
        for room in self.stage.presenter.rooms.look():
            if room.gone:
                self.stage.presenter.rooms.clean(room.room.id)

    def count(self, found: Presses, step: str, keys: Keys, thoughts: int = 1) -> None:
        """Press, and note it."""
        self.press(*keys)
        found.keys += len(keys)
        found.decisions += thoughts
        found.by_step[step] = found.by_step.get(step, 0) + len(keys)
