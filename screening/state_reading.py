"""Small questions that papers ask the state of a screening: local moments, days, numbers, details of duties."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from screening.duties import told_at
from screening.events import Event
from screening.paper_words import PaperWords
from screening.referral import Words
from screening.session import State
from sops.logic import NO, UNKNOWN, YES, Truth

__all__ = ["StateReader", "detail_of"]

_TRUTH: Final = {"yes": YES, "no": NO}


class StateReader:
    """Answers about one screening; None and UNKNOWN for what is not known."""

    def __init__(self, state: State, words: PaperWords) -> None:
        self.state, self.words, self.log = state, words, state.log
        self.post = state.setting.post
        self.zone = ZoneInfo(self.post.time_zone)
        self.day = state.on

    def ago(self, days: object) -> date | None:
        """The calendar day so many days before the screening."""
        return self.day - timedelta(days=days) if isinstance(days, int) else None

    def number(self, step: str) -> int | None:
        """The number that a step was answered with."""
        value = self.state.value(step)
        return round(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    def truth(self, step: str) -> Truth:
        """Yes or no to a step."""
        return _TRUTH.get(str(self.state.value(step)), UNKNOWN)

    def option(self, step: str, chosen: str) -> Words | None:
        """The title of a chosen answer."""
        options = self.state.setting.procedure.steps[step].options
        return next((option.title for option in options if option.id == chosen), None)

    def note(self, step: str, name: str) -> str | None:
        """What a yes to a step named in a few typed words; None where it is not answered by yes or named nothing."""
        given = self.log.answers.get(step)
        if given is None or self.state.value(step) != "yes":
            return None
        return str(given.identity.get(name) or "") or None

    def done(self, duty: str) -> datetime | None:
        """When a duty was done, local time; None too where a form of paper does not tell."""
        at = told_at(self.log, duty)
        return at.astimezone(self.zone) if at else None

    def detail(self, name: str) -> str | None:
        """A detail noted with any duty, the last one noted."""
        found = [said for event in self.log.duties.values() if (said := detail_of(event, name))]
        return found[-1] if found else None


def detail_of(event: Event, name: str) -> str | None:
    """A detail noted with an event, sealed or not."""
    sources: tuple[Mapping[str, Any], ...] = (event.identity, event.body)
    return next((str(source[name]) for source in sources if source.get(name)), None)
