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
from sops.engine import Engine
from sops.facts import Facts
from sops.model import Post, Procedure

_MOST_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Setting:
    """The texts and numbers in force for one screening, from its beginning to its end."""

    procedure: Procedure
    engine: Engine
    areas: AreaTable
    post: Post
    _known: dict[Any, tuple[Facts, Verdict]] = field(default_factory=dict, repr=False, compare=False)

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

    def judge(self, given: tuple[Given, ...], on: date) -> tuple[Facts, Verdict]:
        """The facts that answers add up to, and the verdict on them; remembered, since every walk asks again."""
        key = (on, *((step.id, repr(value)) for step, value in given if step.records or step.sets))
        found = self._known.get(key)
        if found is None:
            facts = facts_of(given, self.areas, on, self.procedure.deciding_reading)
            found = facts, classify(self.engine, facts)
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[key] = found
        return found


def overrides(post: Post) -> Mapping[str, float]:
    """The numbers a post sets differently; definitions take those they know."""
    return post.parameters
