"""Every step, interrupt, precaution rule, course and duty of the procedures, from the YAML that the desk walks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docs.pages.markdown import cell, code, table
from screening.answers import OPEN
from sops.catalogue import Catalogue
from sops.conditions import ALWAYS, Condition
from sops.model import DutySpec, Procedure, Source, Step, Text
from sops.speaking import Speaker

_VALUES = {
    "done": "`done`; a script may leave it out",
    "yes_no": "`1` = `yes` · `2` = `no` · `3` = `unknown` · `4` = `refused`",
    "person": "`{age_years: 31, sex: F, nationality: HTI}`, each may be left out; a `spoken_name` is sealed",
    "reading": "`38.2`, or `{reading_c: 38.2, device: ..., method: ..., air_c: ...}`, or `{c: unknown, reason: ...}`",
    "signs": "`{fever: 3, cough: yes, headache: no}`: days since it began, or in words; those left out stay unknown",
    "number": "a number · `unknown` · `refused`",
    "days": "days ago, 0 to 400 · `unknown` · `refused`",
    "period": "`{first: 9, last: 6}`, in days ago · `unknown` · `refused`",
    "places": "`[{country: COL, division: ..., first: 12, last: 5}]` · `unknown` · `refused`",
    "tests": "`[{type: ag_rdt, result: positive}]` · `[]` for none · `unknown` · `refused`",
    "companions": "a list of companions · `unknown` · `refused`",
    "judgement": "`agree`, or `{class: ..., reason: ...}` with a coded reason",
}
_REFUSED = re.compile(r" · (`4` = )?`refused`$")
_ENDS = {"end": "the decision", "resume": "back to where the walk was"}


def steps(catalogue: Catalogue) -> Iterator[str]:
    """All procedures, oldest edition first."""
    for file in sorted(catalogue.of_kind("procedure"), key=lambda file: file.name):
        yield from _Page(catalogue, catalogue.procedure(file.name)).lines()


class _Page:
    """One procedure as a page."""

    def __init__(self, catalogue: Catalogue, procedure: Procedure) -> None:
        self.procedure = procedure
        titles: dict[str, Text] = {name: term.title for name, term in procedure.terms.items()}
        titles |= {name: step.title for name, step in procedure.steps.items()}
        for step in procedure.steps.values():
            titles |= {f"{step.id}={option.id}": option.title for option in step.options}
        self.speaker = Speaker(catalogue.wording, "en", titles, self.number)

    def number(self, value: float | str) -> float:
        """A number, or the parameter of that name as the procedure sets it."""
        return self.procedure.parameters[value].value if isinstance(value, str) else value

    def say(self, when: Condition) -> str:
        return self.speaker.say(when)

    def role(self, name: str) -> str:
        return self.speaker.name("roles", name)

    def lines(self) -> Iterator[str]:
        procedure = self.procedure
        yield f"## {procedure.name}"
        yield ""
        yield f"{_both(procedure.about.title)}. In force from {procedure.about.in_force_from}, for posts of the kinds"
        yield f"{code(*procedure.posts)}; classifies by `{procedure.definition}`. First step: `{procedure.first}`."
        yield ""
        yield "### Terms"
        yield ""
        yield from table(
            ("term", "title", "means"),
            ((f"`{name}`", _both(term.title), self.say(term.when)) for name, term in procedure.terms.items()),
        )
        yield "### Steps"
        yield ""
        for step in procedure.steps.values():
            yield from self.step(step)
        yield from self.after_the_walk()

    def step(self, step: Step) -> Iterator[str]:
        yield f"#### `{step.id}`"
        yield ""
        yield f"**{step.part} · {_both(step.title)}** · {self.role(step.by)}"
        yield ""
        yield f"- asks: {cell(_both(step.ask))}"
        if step.options:
            keys = [f"`{n}` = `{o.id}` ({cell(_both(o.title))})" for n, o in enumerate(step.options, 1)]
            keys += [f"`{len(keys) + n}` = `{word}`" for n, word in enumerate(OPEN[: 1 + step.may_refuse], 1)]
            yield f"- answer, key by key: {' · '.join(keys)}"
        else:
            said = _VALUES[step.answer]
            yield "- answer: " + (said if step.may_refuse else _REFUSED.sub("", said))
        if step.is_by_staff:
            yield "- answered by: staff, who see or judge it themselves"
        for note in step.notes:
            must = "must" if note.required else "may"
            yield f"- `yes` {must} name: {cell(_both(note.title))}, sealed; in a script `{step.id}: {{{note.id}: ...}}`"
        yield f"- asked: {self.asked(step)}"
        if step.wait:
            minutes = self.number(step.wait.minutes)
            yield f"- waits: {minutes:g} minutes from the answer to `{step.wait.after}`"
        if step.records:
            fixed = ", ".join(f"{key} {value}" for key, value in step.fixed.items())
            yield f"- records: `{step.records}`{f' ({fixed})' if fixed else ''}"
        for answer, settled in step.sets.items():
            yield f"- `{answer}` settles too: {_settled(settled)}"
        if step.identifying:
            yield "- identifies: sealed under the traveller's key"
        if step.does:
            yield f"- does: {code(*step.does)}"
        yield f"- then: {self.routes(step)}"
        yield f"- source: {_source(step.source)}"
        yield ""

    def asked(self, step: Step) -> str:
        only = f"only if {self.say(step.only_when)}; " if step.only_when is not None else ""
        if step.mandatory:
            return f"{only}always, when the walk comes here"
        reasons = ["the answer can still change the class"] if step.records else []
        reasons += [f"the {paper.replace('_', ' ')} of this outcome needs it" for paper in step.needed_by]
        return f"{only}skipped unless {' or '.join(reasons) or 'nothing: it is never asked'}"

    def routes(self, step: Step) -> str:
        said = []
        for route in step.then:
            where = _ENDS.get(route.go) or f"`{route.go}`"
            said.append(where if route.when == ALWAYS else f"if ({self.say(route.when)}) {where}")
        return "; else ".join(said)

    def after_the_walk(self) -> Iterator[str]:
        procedure = self.procedure
        yield "### Interrupts"
        yield ""
        yield "They break in at any step and may lead back to it."
        yield ""
        interrupts = procedure.interrupts.items()
        yield from table(
            ("interrupt", "title", "first step", "source"),
            ((f"`{k}`", _both(i.title), f"`{i.first}`", _source(i.source)) for k, i in interrupts),
        )
        yield "### Precaution rules"
        yield ""
        yield "The first that holds decides the course; the class alone does not."
        yield ""
        yield from table(
            ("rule", "holds if", "course", "source"),
            ((f"`{r.id}`", self.say(r.when), f"`{r.course}`", _source(r.source)) for r in procedure.precaution),
        )
        yield "### Courses"
        yield ""
        yield from table(
            ("course", "title", "precaution", "outcome", "duties in order"),
            (
                (f"`{c.id}`", _both(c.title), c.precaution["en"], f"`{c.outcome}`", code(*c.duties))
                for c in procedure.courses.values()
            ),
        )
        yield "### Duties"
        yield ""
        yield from table(
            ("duty", "part, title", "owner", "clock", "conditions", "source"), map(self.duty, procedure.duties.values())
        )
        yield "### Coded reasons for another judgement"
        yield ""
        reasons = procedure.override_reasons.items()
        yield from table(("reason", "words"), ((f"`{name}`", _both(text)) for name, text in reasons))

    def duty(self, duty: DutySpec) -> tuple[str, ...]:
        clock = "" if duty.within is None else f"{self.number(duty.within):g} min from {duty.starts_at}"
        if duty.escalates_to:
            clock += f"; late: {self.role(duty.escalates_to)}"
        if duty.again:
            clock += f"; after {self.number(duty.again.after):g} min again: {self.role(duty.again.escalates_to)}"
        notes = []
        if duty.when is not None:
            notes.append(f"unless it is excluded that {self.say(duty.when)}")
        if duty.paper:
            notes.append(f"prints `{duty.paper}`, {duty.copies} {'copies' if duty.copies > 1 else 'copy'}")
        if duty.before:
            notes.append(f"before `{duty.before}`")
        if duty.ends:
            notes.append("the traveller leaves with it")
        if duty.afterwards:
            notes.append("may be done afterwards")
        title = f"{duty.part} · {_both(duty.title)}"
        return f"`{duty.id}`", title, self.role(duty.owner), clock, "; ".join(notes), _source(duty.source)


def _both(text: Text) -> str:
    return f"{text['en']} / {text['es']}"


def _source(source: Source) -> str:
    return f"{source.document}, {source.clause} ({source.mark})"


def _settled(settled: Mapping[str, Any]) -> str:
    said = []
    for kind in ("signs", "judgements"):
        for answer in ("yes", "no"):
            names = [name for name, value in settled.get(kind, {}).items() if value == answer]
            if names:
                said.append(f"{', '.join(f'`{name}`' for name in names)} = {answer}")
    if settled.get("no exposure"):
        said.append(f"no exposure of kind {code(*settled['no exposure'])}")
    if settled.get("tests") == "none":
        said.append("no test is known")
    return "; ".join(said)
