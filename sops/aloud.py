"""An edition as prose to be read aloud: numbered, with roles, limits and sources. Markdown.

What staff read is in Spanish or English; what is said to a traveller, in any language that has it, and where a phrase
is missing there it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sops.aloud_traveller import ToTraveller
from sops.catalogue import Catalogue
from sops.cited import cited
from sops.conditions import ALWAYS
from sops.engine import Engine
from sops.model import CaseDefinition, Edition, Named, Procedure, Source, Text
from sops.speaking import Speaker
from sops.voices import definition_speaker, procedure_speaker
from sops.wording import Wording

_WORDS: Final[Mapping[str, Text]] = {
    "published": {"en": "Published", "es": "Publicado"},
    "in force": {"en": "In force from", "es": "Vigente desde"},
    "until": {"en": "until", "es": "hasta"},
    "open": {"en": "(open)", "es": "(sin fecha de fin)"},
    "review": {"en": "To be reviewed by", "es": "Revisar antes de"},
    "source": {"en": "Source", "es": "Fuente"},
    "recalled": {"en": "to be confirmed", "es": "por confirmar"},
    "design": {"en": "post setting", "es": "ajuste del puesto"},
    "verified secondary": {"en": "seen in a secondary copy", "es": "visto en una copia secundaria"},
    "numbers": {"en": "Numbers", "es": "Números"},
    "words": {"en": "What the words mean", "es": "Qué significan las palabras"},
    "classes": {"en": "Classes", "es": "Clases"},
    "alerts": {"en": "Alerts", "es": "Alertas"},
    "assumptions": {
        "en": "Decisions where the text leaves something open",
        "es": "Decisiones donde el texto deja algo abierto",
    },
    "steps": {"en": "Steps", "es": "Pasos"},
    "answers": {"en": "Answers", "es": "Respuestas"},
    "leads": {"en": "then", "es": "luego"},
    "if": {"en": "if", "es": "si"},
    "only": {"en": "Only", "es": "Solo"},
    "end": {"en": "the decision", "es": "la decisión"},
    "resume": {"en": "back to the walk", "es": "de vuelta al recorrido"},
    "precaution": {
        "en": "Which course follows (the first that holds)",
        "es": "Qué medida sigue (la primera que se cumple)",
    },
    "courses": {"en": "Courses and their duties", "es": "Medidas y sus tareas"},
    "within": {"en": "within {minutes} minutes", "es": "en {minutes} minutos"},
    "escalates": {"en": "late: {role} hears of it", "es": "si se retrasa: se avisa a {role}"},
    "again": {"en": "again after {minutes} minutes: {role}", "es": "otra vez a los {minutes} minutos: {role}"},
    "notes": {"en": "A yes names", "es": "Un sí nombra"},
    "outcome": {"en": "Outcome", "es": "Resultado"},
    "staff": {"en": "Answered by staff, by what they see or judge", "es": "Responde el personal, por lo que ve"},
    "shared": {
        "en": "Proposed to the next of those who travel together",
        "es": "Se propone a la siguiente persona de quienes viajan juntas",
    },
    "shared duty": {"en": "once for all who travel together", "es": "una vez para quienes viajan juntas"},
    "first pass": {"en": "When many come at once: who goes first", "es": "Si llegan muchas: quién pasa primero"},
    "rooms": {"en": "Isolation rooms", "es": "Salas de aislamiento"},
    "check every": {
        "en": "Somebody looks into a room that is taken every {minutes} minutes. One traveller or one family a room.",
        "es": "Una sala ocupada se visita cada {minutes} minutos. Una persona o una familia por sala.",
    },
    "may share": {
        "en": "When all are taken the health authority decides who shares: {groups}",
        "es": "Si todas están ocupadas, la autoridad sanitaria decide quién comparte: {groups}",
    },
    "among": {"en": "{classes} among themselves", "es": "{classes} entre sí"},
    "at once": {"en": "at once", "es": "de inmediato"},
    "set here": {"en": "Set here", "es": "Fijado aquí"},
    "added": {"en": "added", "es": "añadido"},
}

_UNITS: Final[Mapping[str, str]] = {
    "minutes": "minutos",
    "days": "días",
    "months": "meses",
    "years": "años",
    "metres": "metros",
    "degrees Celsius": "grados Celsius",
    "per cent": "por ciento",
    "breaths a minute": "respiraciones por minuto",
    "times a day": "veces al día",
    "persons": "personas",
    "rows": "filas",
}
"""The units of the grammar in Spanish; in English they are what is written."""


def aloud(catalogue: Catalogue, name: str, language: str, *, settable: bool = True) -> str:
    """The edition of that name (`poe-entry@2020-01-31`) as Markdown prose, for staff in es or else in English.

    What is said to a traveller is in `language`; where paper cannot set it (not `settable`), in that of staff.
    Raises NoEditionError when there is none.
    """
    spoken = "es" if language == "es" else "en"
    is_procedure = any(file.name == name.split("+", 1)[0] for file in catalogue.of_kind("procedure"))
    if is_procedure:
        to = ToTraveller(catalogue.wording, spoken, language, settable)
        said = procedure_aloud(catalogue.procedure(name), catalogue.wording, spoken, to)
    else:
        said = definition_aloud(catalogue.engine(name), catalogue.wording, spoken, language)
    return said + "\n".join(cited(catalogue, "procedure" if is_procedure else "definition", name, spoken)) + "\n"


def definition_aloud(engine: Engine, wording: Wording, language: str, asked: str = "") -> str:
    """A case definition as Markdown prose; it says so where another language was asked for."""
    reader = _Reader(definition_speaker(engine, wording, language), ToTraveller(wording, language, asked or language))
    return "\n".join(_definition(reader, engine.definition)) + "\n"


def procedure_aloud(procedure: Procedure, wording: Wording, language: str, to: ToTraveller | None = None) -> str:
    """A procedure as Markdown prose; `to` says in which language travellers are spoken to, else in that of staff."""
    speaker = procedure_speaker(procedure, wording, language)
    reader = _Reader(speaker, to or ToTraveller(wording, language, language))
    return "\n".join(_procedure(reader, procedure)) + "\n"


class _Reader:
    def __init__(self, speaker: Speaker, to: ToTraveller) -> None:
        self.speaker, self.to = speaker, to
        self.language = speaker.language

    def text(self, words: Text) -> str:
        return words.get(self.language) or words["en"]

    def said(self, value: str | Text) -> str:
        return value if isinstance(value, str) else self.text(value)

    def word(self, key: str, **values: object) -> str:
        return self.text(_WORDS[key]).format(**values)

    def source(self, source: Source) -> str:
        mark = "" if source.mark == "verified" else f", {self.word(source.mark)}"
        return f"*{self.word('source')}: {source.document}, {source.clause}{mark}*"

    def head(self, about: Edition) -> Iterator[str]:
        until = f"{self.word('until')} {about.in_force_until}" if about.in_force_until else self.word("open")
        yield f"# {self.text(about.title)}"
        yield ""
        yield f"`{about.name}` · {self.word('published')} {about.published_on} · {self.word('in force')} "
        yield f"{about.in_force_from} {until} · {self.word('review')} {about.review_by}. {self.source(about.source)}"

    def section(self, key: str) -> Iterator[str]:
        yield ""
        yield f"## {self.word(key)}"
        yield ""

    def named(self, item: Named) -> str:
        return f"**{self.text(item.title)}**: {self.speaker.say(item.when)}. {self.source(item.source)}"


def _numbers(reader: _Reader, about: CaseDefinition | Procedure) -> Iterator[str]:
    yield from reader.section("numbers")
    for parameter in about.parameters.values():
        unit = _UNITS.get(parameter.unit, parameter.unit) if reader.language == "es" else parameter.unit
        said = f"{parameter.value:g} {unit}"
        yield f"- {reader.text(parameter.title)}: {said}. {reader.source(parameter.source)}"


def _definition(reader: _Reader, definition: CaseDefinition) -> Iterator[str]:
    yield from reader.head(definition.about)
    yield from reader.to.nothing()
    yield from _overlays(reader, definition.about)
    yield from reader.section("classes")
    for criterion in reversed(definition.criteria):
        name = reader.speaker.name("classes", criterion.classification)
        letter = f" {criterion.letter}" if criterion.letter else ""
        yield f"- **{name}{letter}**: {reader.speaker.say(criterion.when)}. {reader.source(criterion.source)}"
        if criterion.swallowed is not None:
            yield f"   - {reader.text(criterion.swallowed.says)}"
    yield from reader.section("words")
    for term in definition.terms.values():
        yield f"- {reader.named(term)}"
    yield from reader.section("alerts")
    for alert in definition.alerts:
        name = reader.speaker.name("alerts", alert.name)
        yield f"- **{name}**: {reader.speaker.say(alert.when)}. {reader.source(alert.source)}"
    yield from _numbers(reader, definition)
    yield from _assumptions(reader, definition)


def _overlays(reader: _Reader, about: Edition) -> Iterator[str]:
    """Which overlays lie on the edition, and every value that each of them set."""
    if about.overlays:
        yield from reader.section("set here")
    for overlay in about.overlays:
        yield f"**{reader.text(overlay.title)}** `{overlay.name}`. {reader.source(overlay.source)}"
        yield ""
        for change in overlay.changes:
            was = f"{reader.word('added')}:" if change.was is None else f"{reader.said(change.was)} →"
            now = "" if change.now is None else f" **{reader.said(change.now)}**"
            yield f"- `{change.path}`: {was}{now}. {reader.source(change.source)}"
        yield ""


def _assumptions(reader: _Reader, about: CaseDefinition | Procedure) -> Iterator[str]:
    yield from reader.section("assumptions")
    for assumption in about.assumptions:
        mark = "" if assumption.mark == "verified" else f" ({reader.word(assumption.mark)})"
        yield f"- **{assumption.name}**: {reader.text(assumption.says)}{mark}"


def _procedure(reader: _Reader, procedure: Procedure) -> Iterator[str]:
    yield from reader.head(procedure.about)
    yield from reader.to.head()
    yield from _overlays(reader, procedure.about)
    yield from reader.section("steps")
    for number, step in enumerate(procedure.steps.values(), 1):
        role = reader.speaker.name("roles", step.by)
        yield f"{number}. **{step.part} · {reader.text(step.title)}** ({role}). {reader.text(step.ask)}"
        if step.only_when is not None:
            yield f"   - {reader.word('only')} {reader.word('if')}: {reader.speaker.say(step.only_when)}."
        if step.do is not None:
            yield f"   - {reader.text(step.do)}"
        yield from reader.to.lines(step.phrases)
        if step.options:
            said = " · ".join(reader.text(option.title) for option in step.options)
            yield f"   - {reader.word('answers')}: {said}"
        if step.notes:
            yield f"   - {reader.word('notes')}: {' · '.join(reader.text(note.title) for note in step.notes)}"
        if step.is_by_staff:
            yield f"   - {reader.word('staff')}."
        if step.is_shared:
            yield f"   - {reader.word('shared')}."
        for route in step.then:
            goes = reader.word(route.go) if route.go in ("end", "resume") else reader.speaker.title(route.go)
            when = "" if route.when == ALWAYS else f"{reader.word('if')} {reader.speaker.say(route.when)}: "
            yield f"   - {when}{reader.word('leads')} *{goes}*."
        yield f"   - {reader.source(step.source)}"
    yield from reader.section("precaution")
    for number, rule in enumerate(procedure.precaution, 1):
        follows = reader.text(procedure.courses[rule.course].title)
        yield f"{number}. {reader.speaker.say(rule.when)} → **{follows}**. {reader.source(rule.source)}"
    yield from reader.section("courses")
    for course in procedure.courses.values():
        outcome = reader.speaker.name("outcomes", course.outcome)
        yield f"### {reader.text(course.title)}"
        yield ""
        yield f"{reader.text(course.precaution)} {reader.word('outcome')}: *{outcome}*. {reader.source(course.source)}"
        yield ""
        for name in course.duties:
            yield _duty(reader, procedure, name)
            yield from reader.to.lines(procedure.duties[name].phrases)
        yield ""
    yield from _rooms(reader, procedure)
    yield from _first_pass(reader, procedure)
    yield from _numbers(reader, procedure)
    yield from _assumptions(reader, procedure)


def _rooms(reader: _Reader, procedure: Procedure) -> Iterator[str]:
    rule = procedure.rooms
    if rule is None:
        return
    yield from reader.section("rooms")
    yield f"- {reader.word('check every', minutes=f'{reader.speaker.number(rule.check_every):g}')}"
    groups = [", ".join(reader.speaker.name("classes", one) for one in group) for group in rule.may_share]
    said = "; ".join(reader.word("among", classes=group) for group in groups)
    yield f"- {reader.word('may share', groups=said)}. {reader.source(rule.source)}"


def _first_pass(reader: _Reader, procedure: Procedure) -> Iterator[str]:
    if procedure.first_pass:
        yield from reader.section("first pass")
    for number, need in enumerate(procedure.first_pass.values(), 1):
        do = f" {reader.text(need.do)}" if need.do else ""
        leads = f" {reader.word('at once')}: *{reader.speaker.title(need.at_once)}*." if need.at_once else ""
        yield f"{number}. **{reader.text(need.title)}**.{do}{leads} {reader.source(need.source)}"


def _duty(reader: _Reader, procedure: Procedure, name: str) -> str:
    duty = procedure.duties[name]
    limits = []
    if duty.within is not None:
        limits.append(reader.word("within", minutes=f"{reader.speaker.number(duty.within):g}"))
    if duty.escalates_to:
        limits.append(reader.word("escalates", role=reader.speaker.name("roles", duty.escalates_to)))
    if duty.again:
        role = reader.speaker.name("roles", duty.again.escalates_to)
        limits.append(reader.word("again", minutes=f"{reader.speaker.number(duty.again.after):g}", role=role))
    if duty.is_shared:
        limits.append(reader.word("shared duty"))
    limit = f" ({'; '.join(limits)})" if limits else ""
    role = reader.speaker.name("roles", duty.owner)
    title, source = reader.text(duty.title), reader.source(duty.source)
    return f"- **{duty.part} · {title}** ({role}){limit}. {reader.text(duty.do)} {source}"
