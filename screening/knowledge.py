"""Knowledge: the facts, the verdict and the open facts that the answers so far add up to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from screening.classification import Verdict, classify
from screening.known import Given, facts_of
from sops.facts import Facts
from sops.model import Step

if TYPE_CHECKING:
    from screening.setting import Setting


class Knowledge:
    """What the answers so far let us know. Each further answer leads to a next one, which is remembered."""

    __slots__ = ("_judged", "_next", "given", "on", "setting")

    def __init__(self, setting: Setting, on: date, given: tuple[Given, ...] = ()) -> None:
        self.setting, self.on, self.given = setting, on, given
        self._next: dict[tuple[str, str], Knowledge] = {}
        self._judged: tuple[Facts, Verdict, tuple[str, ...]] | None = None

    def after(self, step: Step, value: Any) -> Knowledge:
        """What is known with one more answer; steps that record and settle nothing change nothing."""
        if not step.records and not step.sets:
            return self
        key = (step.id, repr(value))
        found = self._next.get(key)
        if found is None:
            found = self._next[key] = Knowledge(self.setting, self.on, (*self.given, (step, value)))
        return found

    @property
    def facts(self) -> Facts:
        """The facts that the answers add up to."""
        return self.think()[0]

    @property
    def verdict(self) -> Verdict:
        """The program's verdict on them."""
        return self.think()[1]

    @property
    def open(self) -> tuple[str, ...]:
        """The open facts, named as steps record them."""
        return self.think()[2]

    def think(self) -> tuple[Facts, Verdict, tuple[str, ...]]:
        """All three, worked out when they are first wanted and kept."""
        if self._judged is None:
            setting = self.setting
            deciding, begins = setting.procedure.deciding_reading, setting.engine.onset_signs
            facts = facts_of(self.given, setting.areas, self.on, deciding, begins)
            verdict = classify(setting.engine, facts)
            self._judged = facts, verdict, open_facts(verdict, facts)
        return self._judged


def open_facts(verdict: Verdict, facts: Facts) -> tuple[str, ...]:
    """The open facts of a verdict, with rows named by their kind: `exposures[0].minutes` becomes `contact.minutes`."""
    return tuple(_by_kind(path, facts) for path in verdict.open)


def _by_kind(path: str, facts: Facts) -> str:
    if not path.startswith("exposures["):
        return path
    number, _, field = path[len("exposures[") :].partition("]")
    return f"{(facts.exposures or ())[int(number)].kind}{field}"
