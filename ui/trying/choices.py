"""Under which texts a traveller can be tried: those of today, or of the first day of an edition to come. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from screening import activation
from ui.sop_page.blocks import Block, heading, para
from ui.strings import tr
from ui.trying.memory import MemoryStore

if TYPE_CHECKING:
    from ui.desk import Desk

__all__ = ["Choice", "choices", "said", "training_desk"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to try: what its texts are called, and how far the clock of the training desk is ahead."""

    words: str
    ahead: timedelta


def choices(desk: Desk) -> tuple[Choice, ...]:
    """Today first, then every edition to come. Raises NoEditionError where nothing is in force yet."""
    now, today = desk.clock(), desk.today()
    setting = desk.setting(today)
    about = {"procedure": setting.procedure.about.id, "definition": setting.engine.definition.about.id}
    found = [Choice(tr("try.today", name=setting.engine.definition.about.name), timedelta())]
    for kind, identity in about.items():
        for state in desk.life.states(kind, identity, now, today):
            begins = state.upcoming or _noon(desk, str(state.file.data["in_force_from"]))
            if state.where in ("upcoming", "draft") and begins > now:
                words = tr("try.edition", name=state.file.name, day=desk.setting_day(begins).isoformat())
                found.append(Choice(words, begins - now))
    return tuple(found)


def _noon(desk: Desk, day: str) -> datetime:
    return datetime.combine(datetime.fromisoformat(day), time(12), ZoneInfo(desk.post.time_zone))


def said(desk: Desk) -> tuple[Block, ...]:
    """The page that offers them: one heading a choice."""
    if desk.training:
        return (para(tr("try.already")),)
    offered = [heading(choice.words) for choice in choices(desk)]
    return (para(tr("try.lead")), *offered, para(tr("try.how")))


def training_desk(desk: Desk, choice: Choice) -> Desk:
    """A desk like this one over a store that forgets; it knows what was activated here."""
    clock: Callable[[], datetime] = desk.clock
    store = MemoryStore(desk.store.read(activation.STREAM))
    made = type(desk)(
        desk.catalogue,
        store,  # type: ignore[arg-type] # it answers whatever a desk asks of its records
        desk.post,
        desk.name,
        desk.officer,
        lambda: clock() + choice.ahead,
        desk.new_id,
        desk.language,
        training=True,
    )
    made.life.packs = desk.life.packs
    return made
