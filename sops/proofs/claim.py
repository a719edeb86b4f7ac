"""What is claimed of a procedure: moments that no walk may meet, and moments that some walk must meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sops.conditions import ALWAYS, Condition
from sops.model import Source, Text

END: Final = "end"
STUCK: Final = "stuck"


@dataclass(frozen=True, slots=True)
class Sought:
    """A moment with a condition: at a step when it is about to be asked, at the `end`, or `stuck` behind a step."""

    at: str
    that: Condition = ALWAYS
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Swap:
    """Two answers to one step that should make no difference, but that some steps are passed for one of them."""

    step: str
    one: str
    other: str
    but_for: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong that stands in the text; `seen` is where a traveller meets it."""

    says: Text
    seen: Sought


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim and how it is decided.

    It holds when no walk meets what is in `never`, no two walks differ by a swap, some walk meets each of `some`, and
    the text has no fault. `because` tells what was looked at, in figures.
    """

    name: str
    says: Text
    because: Text
    source: Source | None = None
    never: tuple[Sought, ...] = ()
    swaps: tuple[Swap, ...] = ()
    some: tuple[Sought, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A traveller as the diagrams see one: abstract, until a real walk shows what they say.

    `answers` are by step, those of the steps passed. `stood` is the step (or `end`) at which `interrupt` broke in and
    ended the walk; both are empty when none did. `led_back` are answers of interrupts that broke in before.
    """

    document: Mapping[str, int | str]
    post: Mapping[str, Any]
    answers: Mapping[str, Any]
    stood: str = ""
    interrupt: str = ""
    led_back: tuple[tuple[str, str], ...] = ()
    signs: Mapping[str, str] | None = None
