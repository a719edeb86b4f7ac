"""Old events in today's words: an event keeps the version it was written in, and reading lifts it step by step.

The log is never rewritten. When the body of a kind changes shape, raise its version in `REGISTRY` and add the step that
lifts the version before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from screening.events import Json
from screening.records.errors import RecordError

__all__ = ["REGISTRY", "Registry", "Upcaster", "upcast"]

Body: TypeAlias = Mapping[str, Json]
Upcaster: TypeAlias = Callable[[Body], Body]  # the body at v -> the body at v + 1


@dataclass(frozen=True, slots=True)
class Registry:
    """`current`: version of each kind (1 unless listed); `steps`: (kind, v) -> the lift from v to v + 1."""

    current: Mapping[str, int] = field(default_factory=dict)
    steps: Mapping[tuple[str, int], Upcaster] = field(default_factory=dict)

    def version(self, kind: str) -> int:
        """The version in which events of this kind are written today."""
        return self.current.get(kind, 1)


REGISTRY = Registry()


def upcast(kind: str, v: int, body: Body, registry: Registry = REGISTRY) -> tuple[int, Body]:
    """Today's version of the kind, and the body lifted to it.

    Raises RecordError for an event written by a newer program, and for a version whose step is missing (our mistake).
    """
    today = registry.version(kind)
    if v > today:
        raise RecordError(
            f"an event {kind!r} has version {v}, this program knows up to {today}: a newer Paso Seguro wrote it. "
            "Update this one."
        )
    while v < today:
        step = registry.steps.get((kind, v))
        if step is None:
            raise RecordError(f"no step lifts {kind!r} from version {v} to {v + 1}. Report this; nothing is lost.")
        v, body = v + 1, step(body)
    return v, body
