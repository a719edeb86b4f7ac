"""What a screening is bound to: procedure, definition, area table and post settings, each by its digest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from screening.positions import Memory
from sops.areas import AreaTable
from sops.conditions import Condition
from sops.engine import Engine
from sops.model import Post, Procedure


@dataclass(frozen=True, slots=True)
class Setting:
    """The texts and numbers in force for one screening, from its beginning to its end."""

    procedure: Procedure
    engine: Engine
    areas: AreaTable
    post: Post
    terms: Mapping[str, Condition] = field(init=False, repr=False, compare=False)
    _days: dict[date, Memory] = field(default_factory=dict, init=False, repr=False, compare=False)

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

    def memory(self, on: date) -> Memory:
        """What walks of that day have passed so far; forgotten with another day, or when it has become much."""
        if on not in self._days or self._days[on].is_full:
            self._days.clear()
            self._days[on] = Memory(self, on)
        return self._days[on]


def overrides(post: Post) -> Mapping[str, float]:
    """The numbers a post sets differently; definitions take those they know."""
    return post.parameters
