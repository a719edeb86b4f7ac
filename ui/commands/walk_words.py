"""A scripted walk as lines for people: each step and why it was asked, class, floor, ceiling, duties, papers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from screening.duties import Duty
from sops.model import Text
from sops.wording import Wording
from ui.demo.walking import Walk, Went

__all__ = ["WalkWords"]

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "mandatory": {"en": "the procedure always asks it", "es": "el procedimiento siempre lo pregunta"},
    "can still change the class": {"en": "can still change the class", "es": "aún puede cambiar la clase"},
    "needed by a paper": {"en": "a paper of the outcome needs it", "es": "lo pide una hoja del resultado"},
    "missing": {"en": "no answer in the script", "es": "sin respuesta en el guion"},
    "not asked": {"en": "Not asked, though the script has an answer", "es": "No se preguntó, aunque el guion responde"},
    "class": {"en": "Class", "es": "Clase"},
    "between": {"en": "between", "es": "entre"},
    "and": {"en": "and", "es": "y"},
    "open": {"en": "What could still change it", "es": "Lo que aún puede cambiarla"},
    "precaution": {"en": "Precaution", "es": "Precaución"},
    "outcome": {"en": "Outcome", "es": "Resultado"},
    "still open": {"en": "still open; the duties below are to be done", "es": "abierto; faltan las tareas de abajo"},
    "standing": {"en": "The walk stands at", "es": "El recorrido está en"},
    "duties": {"en": "Duties", "es": "Tareas"},
    "done": {"en": "done", "es": "hecho"},
    "due": {"en": "due", "es": "hasta"},
    "late": {"en": "LATE", "es": "TARDE"},
    "papers": {"en": "Papers", "es": "Hojas"},
    "waits": {"en": "waits for a printer", "es": "espera una impresora"},
    "pending": {"en": "downgrade waits for a second person", "es": "una clase más baja espera a otra persona"},
    "by officer": {"en": "the person at the desk says", "es": "quien atiende dice"},
    "alerts": {"en": "Alerts", "es": "Avisos"},
}


class WalkWords:
    """Tells walks in one language, es or en."""

    def __init__(self, wording: Wording, language: str) -> None:
        self.wording = wording
        self.language = "es" if language == "es" else "en"

    def lines(self, walk: Walk, duties: Sequence[Duty]) -> Iterator[str]:
        """Everything that happened to one traveller, and where it led."""
        if walk.reading is not None:
            reading = walk.reading
            told = reading.reason or ", ".join(reading.warnings) or reading.kind
            yield f"MRZ: {reading.status} ({told})"
        number = 0
        for went in walk.went:
            if went.kind == "act":
                details = "" if went.value is None else f": {_shown(went.value)}"
                yield f"   -> {went.name} {went.what}".rstrip() + details
            else:
                number += 1
                yield from self._step(number, went, walk)
        if walk.not_asked:
            yield f"{self.say('not asked')}: {', '.join(walk.not_asked)}"
        yield from self._decision(walk)
        yield from self._duties(walk, duties)
        for slip in walk.state.log.slips:
            waits = f" ({self.say('waits')})" if slip.queued else ""
            yield (
                f"{self.say('papers')}: {slip.paper} {slip.number} {f'#{slip.copy}' if slip.copy else ''}".rstrip()
                + waits
            )

    def say(self, word: str) -> str:
        """A word of this page."""
        return _WORDS[word][self.language]

    def text(self, words: Text) -> str:
        """A text of the procedure."""
        return words.get(self.language) or words["en"]

    def name(self, kind: str, name: str) -> str:
        """A name of the vocabulary."""
        return self.wording.name(kind, name, self.language) if self.wording.has_name(kind, name) else name

    def _step(self, number: int, went: Went, walk: Walk) -> Iterator[str]:
        step = walk.state.setting.procedure.steps[went.name]
        missing = f"  [{self.say('missing')}]" if went.missing else ""
        yield f"{number:3}. {went.name}: {self.text(step.title)} = {_shown(went.value)}{missing}"
        why = self.say(went.why)
        if went.why == "can still change the class":
            why += f" ({self.name('classes', went.floor)} .. {self.name('classes', went.ceiling)})"
        yield f"       {why}"

    def _decision(self, walk: Walk) -> Iterator[str]:
        state = walk.state
        verdict = state.verdict
        if state.at is not None:
            yield f"{self.say('standing')}: {state.at.id} ({self.text(state.at.title)})"
        said = self.name("classes", verdict.classification)
        if not verdict.is_settled:
            floor, ceiling = self.name("classes", verdict.floor), self.name("classes", verdict.ceiling)
            said += f", {self.say('between')} {floor} {self.say('and')} {ceiling}"
        yield f"{self.say('class')}: {verdict.classification} - {said}; {verdict.by or '-'} ({verdict.definition})"
        yield f"   floor {verdict.floor}, ceiling {verdict.ceiling}, contact {verdict.contact.word}"
        if verdict.open:
            yield f"{self.say('open')}: {', '.join(verdict.open)}"
        if verdict.alerts:
            yield f"{self.say('alerts')}: {'; '.join(self.name('alerts', alert) for alert in verdict.alerts)}"
        judged = state.log.judgement
        if judged is not None:
            pending = f" ({self.say('pending')})" if state.pending else ""
            yield f"{self.say('by officer')}: {self.name('classes', judged.classification)}{pending}"
        if state.course is not None:
            yield f"{self.say('precaution')}: {state.course.id} - {self.text(state.course.title)}"
        outcome = state.outcome
        shown = f"{outcome} - {self.name('outcomes', outcome)}" if outcome else self.say("still open")
        yield f"{self.say('outcome')}: {shown}"

    def _duties(self, walk: Walk, duties: Sequence[Duty]) -> Iterator[str]:
        zone = ZoneInfo(walk.state.setting.post.time_zone)
        for duty in duties:
            when = ""
            if duty.done_at is not None:
                when = f"{self.say('done')} {duty.done_at.astimezone(zone):%H:%M}"
            elif duty.due_at is not None:
                when = f"{self.say('due')} {duty.due_at.astimezone(zone):%H:%M}"
            late = f" {self.say('late')}" if duty.is_late else ""
            yield f"{self.say('duties')}: {duty.spec.id} - {self.text(duty.spec.title)} {when}{late}".rstrip()


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
