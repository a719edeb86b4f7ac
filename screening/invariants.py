"""Conditions of an invariant, seen at one moment of one traveller: those of the procedure, and how the walk ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from screening.conditions import Context, truth_of
from screening.duties import follow
from screening.session import State
from sops.conditions import Condition, Leaf, evaluate
from sops.logic import YES, Truth, truth
from sops.model import DutySpec


@dataclass(frozen=True)
class Seen:
    """One moment of one traveller."""

    state: State
    now: datetime

    def holds(self, condition: Condition) -> bool:
        """Whether a condition is YES."""
        return evaluate(condition, self._truth, self._context.setting.terms) is YES

    @cached_property
    def _context(self) -> Context:
        return self.state.context

    @cached_property
    def _owed(self) -> tuple[DutySpec, ...]:
        return tuple(duty.spec for duty in follow(self.state, self.now))

    def _truth(self, leaf: Leaf) -> Truth:
        names: Any = leaf.get(leaf.kind)
        course = self.state.course
        match leaf.kind:
            case "did":
                return truth(any(tag in visited.step.does for visited in self.state.path for tag in names))
            case "course is":
                return truth(course is not None and course.id in names)
            case "outcome is":
                return truth(course is not None and course.outcome in names)
            case "rule is":
                return truth(self.state.rule in names)
            case "duty is":
                return truth(any(duty.id in names for duty in self._owed))
            case "course does":
                return truth(any(tag in duty.does for duty in self._owed for tag in names))
            case "course ends":
                return truth(any(duty.ends for duty in self._owed))
        return truth_of(leaf, self._context)
