"""What a script says, held against its post and the procedure in force there, before anybody walks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from screening.answers import AnswerError, check
from screening.commands import check_reason
from screening.partial_date import PartialDate
from sops.catalogue import Catalogue, NoEditionError
from sops.grammar.words import LANGUAGES
from sops.mistakes import Kind, SopError, nearest
from sops.model import Post, Procedure
from ui.demo.answering import later_reading, value_for
from ui.demo.script import INTERRUPTS, Act, Script, draft
from ui.home import Place

__all__ = ["sensible_script"]

Told = tuple[Kind, str, str]
"""A kind of mistake, the path in the script, what is wrong and what to write instead."""

_PERSON: Final = ("age_years", "age_months", "sex", "nationality")
_DOCUMENT: Final = (
    *("mrz", "document", "issuing_state", *_PERSON),
    *("surname", "given_names", "name", "spoken_name", "number", "birth_date", "expiry_date"),
)
_DATES: Final = ("birth_date", "expiry_date")
_COMPANION: Final = ("relation", "age_years", "name")
_BARE: Final = (*INTERRUPTS, "hand over", "crash", "resume")
"""Acts that take neither a word nor details."""
_PAPERS: Final = ("", "slip", "notice")


def sensible_script(path: Path, known: Catalogue, raw: bytes | None = None) -> Script:
    """The script of a file that can be walked at its post. Raises SopError with every mistake, each with its place."""
    script, mistakes = draft(path, raw)
    mistakes += [script.mistake(*told) for told in _Sense(script, known).all()]
    if mistakes:
        raise SopError(mistakes)
    return script


class _Sense:
    """A wrong post or moment hides no other mistake: the rest is held against the usual post and the newest edition."""

    def __init__(self, script: Script, known: Catalogue) -> None:
        self.script, self.known = script, known

    def all(self) -> Iterator[Told]:
        script = self.script
        post, no_post = self.post()
        procedure, too_early = self.procedure(post)
        yield from (*no_post, *too_early)
        if not no_post and script.desk not in post.desks:
            yield "value", "desk", f"{post.id} has no desk {script.desk[:20]!r}; it has {', '.join(post.desks)}."
        yield from _language("language", script.language)
        yield from self.document(procedure)
        yield from self.answers(procedure)
        for act in script.then:
            yield from self.act(act, procedure)

    def post(self) -> tuple[Post, list[Told]]:
        try:
            return self.known.post(self.script.post), []
        except NoEditionError:
            ids = [str(file.data["post"]) for file in self.known.of_kind("post")]
            wrong: Told = (
                "reference",
                "post",
                f"there is no post {self.script.post[:40]!r}. {_near(self.script.post, ids)}",
            )
            return self.known.post(Place().post), [wrong]

    def procedure(self, post: Post) -> tuple[Procedure, list[Told]]:
        on = self.script.at.date()
        told: list[Told] = []
        for kind, identity in (("procedure", post.procedure), ("definition", post.definition)):
            try:
                self.known.in_force(kind, identity, on)
            except NoEditionError as problem:
                told.append(("date", "at", str(problem)))
        day = on if not told else on.max
        return self.known.procedure(self.known.at_post("procedure", post, day)), told

    def document(self, procedure: Procedure) -> Iterator[Told]:
        said = self.script.document
        for name, value in said.items():
            if name not in _DOCUMENT:
                yield "unknown-key", f"document.{name}", f"a document has no such key. {_near(name, _DOCUMENT)}"
            elif isinstance(value, dict | list) or value == "":
                yield "type", f"document.{name}", "write one word or text."
            elif name in _DATES and not _is_date(value):
                yield "date", f"document.{name}", "write YYYY-MM-DD, or as much of it as is known."
        person = next((step for step in procedure.steps.values() if step.answer == "person"), None)
        for name in _PERSON:
            if name in said and person is not None:
                yield from _answer(f"document.{name}", procedure, person.id, {name: said[name]})

    def answers(self, procedure: Procedure) -> Iterator[Told]:
        for step, given in later_reading(self.script.answers).items():
            yield from _answer(f"answers.{step}", procedure, step, given)

    def act(self, act: Act, procedure: Procedure) -> Iterator[Told]:
        path = act.path
        if act.at is not None and act.at not in procedure.steps:
            yield "reference", path, f"{procedure.name} has no step {act.at[:40]!r}. {_near(act.at, procedure.steps)}"
        if act.name in _BARE and (act.what or act.details is not None):
            yield "value", path, f"write `{act.name}` alone, or `{act.name} at STEP`."
        match act.name:
            case name if name in INTERRUPTS and name not in procedure.interrupts:
                yield (
                    "reference",
                    path,
                    f"{procedure.name} knows no {name}; it knows {', '.join(procedure.interrupts)}.",
                )
            case "correct":
                yield from _answer(path, procedure, act.what, act.details)
            case "duty" if act.what != "all" and act.what not in procedure.duties:
                yield "reference", path, f"there is no duty {act.what[:40]!r}. {_near(act.what, procedure.duties)}"
            case "duty" if not isinstance(act.details, Mapping | None):
                yield "type", path, "the details of a duty are a mapping, such as {reference: DAR-7}."
            case "speak":
                yield from _language(path, act.what)
            case "print":
                papers = {*_PAPERS, *(duty.paper for duty in procedure.duties.values() if duty.paper)}
                if act.what not in papers:
                    yield "reference", path, f"there is no paper {act.what[:40]!r}. {_near(act.what, papers - {''})}"
            case "companion":
                yield from _companion(path, act)


def _answer(path: str, procedure: Procedure, step: str, given: Any) -> Iterator[Told]:
    """What is wrong with an answer to a step, by the same check as at the desk."""
    found = procedure.steps.get(step)
    if found is None:
        yield "reference", path, f"{procedure.name} has no step {step[:40]!r}. {_near(step, procedure.steps)}"
        return
    try:
        value, _ = value_for(found, given)
        check(found, value)
        if found.answer == "judgement":
            check_reason(procedure, value)
    except AnswerError as problem:
        yield "value", path, f"{problem}."


def _companion(path: str, act: Act) -> Iterator[Told]:
    said = act.details
    if act.what or not isinstance(said, Mapping):
        yield "type", path, "write who it is, such as `companion: {relation: son, age_years: 7, name: Marco}`."
        return
    for name, value in said.items():
        if name not in _COMPANION:
            yield "unknown-key", path, f"a companion has no {name[:40]!r}. {_near(name, _COMPANION)}"
        elif isinstance(value, dict | list):
            yield "type", path, f"{name}: write one word or text."
    age = said.get("age_years", 0)
    if age != "unknown" and not (type(age) is int and 0 <= age <= 130):
        yield "value", path, f"an age is a whole number of years from 0 to 130, or unknown, not {str(age)[:20]!r}."


def _language(path: str, code: str) -> Iterator[Told]:
    if code not in LANGUAGES:
        yield "value", path, f"{code[:20]!r} is no language here; the languages are {', '.join(LANGUAGES)}."


def _is_date(value: Any) -> bool:
    try:
        PartialDate.from_iso(str(value))
    except ValueError:
        return False
    return True


def _near(word: str, known: Any) -> str:
    return nearest(word, map(str, known))
