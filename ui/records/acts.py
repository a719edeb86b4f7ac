"""Corrections of earlier records as acts at the desk, without Qt and without touching the traveller in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from screening.commands import Officer
from screening.correcting import correct as corrected
from screening.correcting import decide as decided

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screening.events import Json
    from screening.session import State
    from sops.model import Text
    from ui.desk import Desk

__all__ = ["correct", "decide", "reasons_of"]

_REASONS: Final = "correction_reasons"


def reasons_of(desk: Desk) -> Mapping[str, Text]:
    """The coded reasons of a correction, in their order, as the names say them."""
    return desk.catalogue.wording.names.get(_REASONS, {})


def correct(desk: Desk, screening: str, step: str, value: Json, reason: str) -> State:
    """Record a corrected answer of a closed screening; it waits for a person's decision.

    Raises CommandError, AnswerError or RecordError like any act at the desk.
    """
    state = desk.load(screening)
    return desk.note(state, corrected(state, _who(desk), step, value, reason=reason, reasons=reasons_of(desk)))


def decide(desk: Desk, screening: str, *, agreed: bool) -> State:
    """Whether the corrections that wait count. Raises what `correct` raises."""
    state = desk.load(screening)
    return desk.note(state, decided(state, _who(desk), agreed=agreed))


def _who(desk: Desk) -> Officer:
    return Officer(desk.officer, desk.clock())
