"""Which entry answers a step of which kind, where one key is not enough."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from sops.areas import AreaTable
from sops.facts import SIGNS
from sops.model import CLASS_ORDER
from sops.wording import Wording
from ui.appearance import Look
from ui.intake.person import PersonEntry
from ui.interview.amount import DaysEntry, NumberEntry, PeriodEntry
from ui.interview.companions import CompanionsEntry
from ui.interview.entry import Entry
from ui.interview.places import PlacesEntry
from ui.interview.question import Choice
from ui.interview.reading import ReadingEntry
from ui.interview.signs import SignsEntry
from ui.interview.stages import JudgementEntry, TestsEntry
from ui.saying import name, text

if TYPE_CHECKING:
    from screening.session import State

TYPED: Final = ("reading", "signs", "number", "days", "period", "places", "tests", "person", "companions")
_NOBODY: Final[Mapping[str, Any]] = MappingProxyType({})


def typed(
    look: Look,
    wording: Wording,
    kind: str,
    on: date,
    areas: AreaTable,
    *,
    value: Any = None,
    named: Mapping[str, Any] = _NOBODY,
) -> Entry:
    """An entry of one of the kinds `TYPED`. `value` and `named` stand already, in clear and sealed."""
    match kind:
        case "reading":
            return ReadingEntry(look, value)
        case "signs":
            return SignsEntry(look, {sign: name(wording, "signs", sign) for sign in SIGNS}, value, on)
        case "number":
            return NumberEntry(look, value)
        case "days":
            return DaysEntry(look, on, value)
        case "period":
            return PeriodEntry(look, on, value)
        case "places":
            return PlacesEntry(look, wording, on, value, areas)
        case "tests":
            return TestsEntry(look, wording, value)
        case "person":
            sexes = tuple(name(wording, "sexes", sex) for sex in ("F", "M", "U"))
            return PersonEntry(look, sexes, value, named, on)
        case "companions":
            return CompanionsEntry(look, value)
        case other:
            raise AssertionError(f"no way to answer a step of kind {other!r}")


def judgement(look: Look, wording: Wording, state: State) -> JudgementEntry:
    """The officer agrees with the program, or names another class and a reason of the procedure."""
    proposed = name(wording, "classes", state.verdict.classification)
    classes = [Choice(str(n), c, name(wording, "classes", c)) for n, c in enumerate(CLASS_ORDER, 1)]
    reasons = state.setting.procedure.override_reasons
    return JudgementEntry(
        look, proposed, classes, [Choice(str(n), r, text(w)) for n, (r, w) in enumerate(reasons.items(), 1)]
    )
