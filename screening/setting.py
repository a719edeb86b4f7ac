"""What a screening is bound to: procedure, definition, area table and post settings, each by its digest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from screening.classification import Verdict, classify
from screening.known import Given, facts_of
from sops.areas import AreaTable
from sops.conditions import Condition
from sops.engine import Engine
from sops.facts import Facts
from sops.model import Post, Procedure, Step

_MOST_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Setting:
    """The texts and numbers in force for one screening, from its beginning to its end."""

    procedure: Procedure
    engine: Engine
    areas: AreaTable
    post: Post
    terms: Mapping[str, Condition] = field(init=False, repr=False, compare=False)
    _beginnings: dict[date, Knowledge] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The conditions behind the procedure's terms, looked up at every turn of a walk."""
        terms = {name: term.when for name, term in self.procedure.terms.items()}
        object.__setattr__(self, "terms", terms)

    @property
    def digests(self) -> dict[str, str]:
        """The digest of each text, as the `begun` event records them."""
        return {
            "procedure": self.procedure.about.digest,
            "definition": self.engine.definition.about.digest,
            "areas": self.areas.digest,
            "post": self.post.digest,
        }

    def number(self, value: float | str) -> float:
        """A number, or the procedure's parameter of that name as set at the post, else the definition's."""
        if not isinstance(value, str):
            return value
        if value in self.post.parameters:
            return self.post.parameters[value]
        if value in self.procedure.parameters:
            return self.procedure.parameters[value].value
        return self.engine.parameters[value]

    def local_day(self, at: datetime) -> date:
        """The calendar day at the post."""
        return at.astimezone(ZoneInfo(self.post.time_zone)).date()

    def knowing(self, on: date) -> Knowledge:
        """What is known of a traveller who has not been asked anything yet, on that day."""
        if self._beginnings.get(on) is None or self._beginnings[on].size > _MOST_REMEMBERED:
            self._beginnings[on] = Knowledge(self, on)
        return self._beginnings[on]


class Knowledge:
    """What the answers so far let us know.

    Each further answer leads to a next one, which is remembered: every walk passes the same answers again, and only
    the newest of them is new.
    """

    __slots__ = ("_judged", "_next", "given", "on", "root", "setting", "size")

    def __init__(
        self, setting: Setting, on: date, given: tuple[Given, ...] = (), root: Knowledge | None = None
    ) -> None:
        self.setting, self.on, self.given = setting, on, given
        self.root = root or self
        self.size = 0
        self._next: dict[tuple[str, str], Knowledge] = {}
        self._judged: tuple[Facts, Verdict, tuple[str, ...]] | None = None

    def after(self, step: Step, value: Any) -> Knowledge:
        """What is known with one more answer; steps that record and settle nothing change nothing."""
        if not step.records and not step.sets:
            return self
        key = (step.id, repr(value))
        found = self._next.get(key)
        if found is None:
            found = self._next[key] = Knowledge(self.setting, self.on, (*self.given, (step, value)), self.root)
            self.root.size += 1
        return found

    @property
    def facts(self) -> Facts:
        """The facts that the answers add up to."""
        return self._all()[0]

    @property
    def verdict(self) -> Verdict:
        """The program's verdict on them."""
        return self._all()[1]

    @property
    def open(self) -> tuple[str, ...]:
        """The open facts, named as steps record them."""
        return self._all()[2]

    def _all(self) -> tuple[Facts, Verdict, tuple[str, ...]]:
        if self._judged is None:
            facts = facts_of(self.given, self.setting.areas, self.on, self.setting.procedure.deciding_reading)
            verdict = classify(self.setting.engine, facts)
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


def overrides(post: Post) -> Mapping[str, float]:
    """The numbers a post sets differently; definitions take those they know."""
    return post.parameters
