"""Knowledge: the facts, the verdict and the open facts that the answers so far add up to, once somebody asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from screening.classification import Verdict, classify
from screening.known import Given, facts_of
from sops.facts import Facts
from sops.model import Step

if TYPE_CHECKING:
    from screening.setting import Setting


@dataclass
class Knowledge:
    """What the answers so far let us know. Each further answer leads to a next one, which is remembered.

    Most steps are asked whatever the class is, so nothing is judged before somebody looks at it.
    """

    setting: Setting
    on: date
    given: tuple[Given, ...] = ()
    _next: dict[tuple[str, str], Knowledge] = field(default_factory=dict, repr=False, compare=False)

    def after(self, step: Step, value: Any) -> Knowledge:
        """What is known with one more answer; steps that record and settle nothing change nothing."""
        if not step.records and not step.sets:
            return self
        key = (step.id, repr(value))
        found = self._next.get(key)
        if found is None:
            found = self._next[key] = Knowledge(self.setting, self.on, (*self.given, (step, value)))
        return found

    @cached_property
    def facts(self) -> Facts:
        """The facts that the answers add up to."""
        procedure, begins = self.setting.procedure, self.setting.engine.onset_signs
        return facts_of(self.given, self.setting.areas, self.on, procedure.deciding_reading, begins)

    @cached_property
    def verdict(self) -> Verdict:
        """The program's verdict on them."""
        return classify(self.setting.engine, self.facts)

    @cached_property
    def open(self) -> tuple[str, ...]:
        """The open facts, with rows named by their kind: `exposures[0].minutes` becomes `contact.minutes`."""
        return tuple(_by_kind(path, self.facts) for path in self.verdict.open)


def _by_kind(path: str, facts: Facts) -> str:
    if not path.startswith("exposures["):
        return path
    number, _, field = path[len("exposures[") :].partition("]")
    return f"{(facts.exposures or ())[int(number)].kind}{field}"
