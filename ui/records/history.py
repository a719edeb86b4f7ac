"""The history of one record in words: when, who, what, and what a correction replaced. Without Qt.

Only what identifies nobody is told; sealed values stay sealed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from screening.commands import LEAST_DATA
from screening.events import Event
from screening.log import gather
from screening.setting import Setting
from sops.wording import Wording
from ui.board.rows import named
from ui.plain import clean
from ui.saying import name, said, text
from ui.status.edition import edition_said
from ui.strings import day_in_words, day_shortly, has, tr


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened, in words. `day` and `when` by the clock of the post."""

    day: str
    when: str
    who: str
    what: str


def told(events: Sequence[Event], setting: Setting, wording: Wording) -> tuple[Told, ...]:
    """Everything that happened to a record, oldest first."""
    teller = _Teller(setting, wording, setting.local_day(gather(events).screened_at))
    zone = ZoneInfo(setting.post.time_zone)
    moments = ((event, event.at.astimezone(zone)) for event in events)
    return tuple(
        Told(day_in_words(at, year=True), f"{at:%H:%M}", clean(event.by, 40), teller.words(event))
        for event, at in moments
    )


def record_said(events: Sequence[Event], setting: Setting) -> str:
    """Which record it is, as people know it: name, day and time, number."""
    log = gather(events)
    who = tr("person.erased") if log.erased else named(log.identity) or tr("person.unidentified")
    at = log.screened_at.astimezone(ZoneInfo(setting.post.time_zone))
    slip = next((slip.number for slip in reversed(log.slips) if slip.number), "")
    number = (
        tr("outcome.slip", number=slip) if slip else tr("owed.number", number=events[0].stream.partition(":")[2][:8])
    )
    return f"{who} · {day_shortly(at)}, {at:%H:%M} · {number}"


class _Teller:
    """Remembers the answers, so that a correction can say what it replaced."""

    def __init__(self, setting: Setting, wording: Wording, on: date) -> None:
        self._setting, self._wording, self._on = setting, wording, on
        self._answers: dict[str, Any] = {}

    def words(self, event: Event) -> str:
        body = event.body
        match event.kind:
            case "begun":
                return self._begun(body)
            case "identified":
                if "document" in body:
                    return tr("told.document")
                return tr("told.language", language=self._named("languages", body.get("language")))
            case "answered" | "corrected" | "correction_decided":
                return self._answer(event)
            case "revisited":
                return tr("told.revisited", step=self._step(body.get("step")))
            case "interrupted" | "interrupt_ended":
                return tr(f"told.{event.kind}", what=self._interrupt(body.get("interrupt")))
            case "countersigned" | "upgrade_reviewed":
                return tr(f"told.{event.kind}", second=event.identity.get("name") or body.get("second"))
            case "duty_done":
                return tr("told.duty_done", duty=self._duty(body.get("duty")))
            case "slip_printed":
                return self._paper(event)
            case "companion_listed":
                return tr("told.companion", relation=self._named("relations", body.get("relation")))
            case "closed":
                return tr("told.closed", outcome=self._named("outcomes", body.get("outcome")))
            case "erased" if body.get("law") != LEAST_DATA:
                return tr("told.erased_by", law=body.get("law") or "")
            case _:
                if has(f"told.{event.kind}"):
                    return tr(f"told.{event.kind}")
                return tr("told.other", kind=event.kind.replace("_", " "))

    def _answer(self, event: Event) -> str:
        if event.kind == "correction_decided":
            now = self._named("classes", event.body.get("class"))
            return tr("told.decided", now=now) if event.body.get("agreed") else tr("told.not_decided")
        step, value = str(event.body.get("step")), event.body.get("value")
        before = self._answers.get(step)
        self._answers[step] = value
        if event.kind == "answered":
            words = tr("told.answered", step=self._step(step), said=self._said(step, value))
        else:
            words = tr(
                "told.corrected",
                step=self._step(step),
                before=self._said(step, before),
                said=self._said(step, value),
            )
        reason = event.body.get("reason") or event.identity.get("reason")
        return f"{words}. {tr('told.because', reason=self._reason(str(reason)))}" if reason else words

    def _reason(self, reason: str) -> str:
        coded = self._wording.has_name("correction_reasons", reason)
        return self._named("correction_reasons", reason) if coded else reason

    def _said(self, step: str, value: Any) -> str:
        found = self._setting.procedure.steps.get(step)
        if found is None or value is None:
            return clean(value, 60)
        try:
            return said(found, value, self._wording, self._on)
        except (KeyError, TypeError, ValueError, AttributeError):  # an older form of the answer: shown as recorded
            return clean(value, 120)

    def _paper(self, event: Event) -> str:
        body = event.body
        paper, copy = f"paper.{body.get('paper')}", body.get("copy") or 0
        number = body.get("number") or (tr(paper) if has(paper) else self._named("papers", body.get("paper")))
        if not body.get("queued"):
            return tr("told.paper_taken", number=number)
        return tr("told.paper", number=number, copy=copy) if copy else tr("told.original", number=number)

    def _begun(self, body: Mapping[str, Any]) -> str:
        begun = tr("told.begun", desk=body.get("desk"), edition=edition_said(str(body.get("definition"))))
        if "screened_at" not in body:
            return begun
        at = datetime.fromisoformat(str(body["screened_at"])).astimezone(ZoneInfo(self._setting.post.time_zone))
        day = day_in_words(at, year=True)
        return f"{begun}. {tr('told.late', form=body.get('form') or '–', day=day, time=f'{at:%H:%M}')}"

    def _step(self, step: Any) -> str:
        found = self._setting.procedure.steps.get(str(step))
        return text(found.title) if found else clean(step, 40)

    def _duty(self, duty: Any) -> str:
        found = self._setting.procedure.duties.get(str(duty))
        return text(found.title) if found else clean(duty, 40)

    def _interrupt(self, interrupt: Any) -> str:
        found = self._setting.procedure.interrupts.get(str(interrupt))
        return text(found.title) if found else clean(interrupt, 40)

    def _named(self, kind: str, word: Any) -> str:
        return clean(name(self._wording, kind, str(word)), 60)
