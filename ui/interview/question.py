"""A question as the card shows it: one value made from the state, so that the card holds no logic. No Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from screening.session import State
from screening.sharing import Offer
from sops.model import Source, Step
from sops.wording import Wording
from ui.calling import numbers
from ui.saying import clause, document, mark_of, name, said, text
from ui.strings import spoken, tr

LONG: Final = 62
"""Questions longer than this are set smaller, so that they stay in their place."""

BRIEF: Final = 150
"""Guidance no longer than this stands with the question; longer, it is a list below the answers."""
FULL: Final = ("signs", "places", "tests")
"""Answers that take all the room there is: their head is low, and of long guidance the rest is told by F1."""
ALARMS: Final = ("emergency", "death")
"""Interrupts in which the card gives orders and the panel holds its peace."""
_SENTENCES: Final = re.compile(r"(?<=[.?!])\s+(?=[A-ZÁÉÍÓÚÑ¿¡])")

_SIGN_OF: Final = {"yes": "done", "no": "no", "unknown": "question", "refused": "hand"}
_SIGN_OF_OPTION: Final = {
    "well": "tick",
    "ill": "eye",
    "danger": "cross",
    "no_test": "paper",
    "test_shown": "boxed",
    "no_papers": "person",
    "handed_over": "tick",
    "recovered": "change",
}
SAME: Final = object()
"""The answer "as the group": what it means stands with the group."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that a key gives. `value` goes to the desk."""

    key: str
    value: Any
    words: str
    sign: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One screen of the interview."""

    step: str
    kind: str
    number: int
    title: str
    by: str
    ask: str
    do: str  # guidance that stands with the question
    how: tuple[str, ...]  # guidance as a list of sentences; in an emergency the orders
    why: str
    source: str
    choices: tuple[Choice, ...]
    before: str  # the answer that stands, when looked at again
    value: Any
    named: Mapping[str, Any]  # what a yes named, when looked at again
    wait_until: datetime | None
    wait_for: str
    on: date
    alarm: str  # the emergency that is being walked, in words; empty when none is
    since: datetime | None  # when it broke in
    call: tuple[str, ...]  # who is to be called in an emergency, with the number
    spec: Step
    same: str  # what one key takes over from the group


def question_of(state: State, wording: Wording, proposed: Sequence[tuple[Step, Offer]] = ()) -> Question:
    """The question at hand. The state must have one. `proposed`: what others of the group answered, here and later."""
    step = state.at
    assert step is not None
    on = state.on
    given = state.log.answers.get(step.id)
    same = same_in_words(proposed, wording, on)
    alarm = state.log.interrupt if state.log.interrupt in ALARMS else None
    do, how = guidance(text(step.do), step.answer, is_order=alarm is not None)
    return Question(
        step=step.id,
        kind=step.answer,
        number=len(state.path) + 1,
        title=text(step.title),
        by=tr("question.by", role=name(wording, "roles", step.by)),
        ask=text(step.ask),
        do=do,
        how=how if alarm else (*asked_signs(step, wording), *how),
        why=tr(f"why.{state.why}") if state.why else "",
        source=source_in_words(step.source, wording),
        choices=(*choices_of(step), *([Choice("0", SAME, same, "people")] if same else [])),
        before=said(step, given.value, wording, on) if given else "",
        value=given.value if given else None,
        named=given.identity if given else {},
        wait_until=state.wait_until,
        wait_for=text(step.wait.title) if step.wait else "",
        on=on,
        alarm=text(state.setting.procedure.interrupts[alarm].title) if alarm else "",
        since=state.log.interrupted_at if alarm == "emergency" else None,
        call=numbers(state, "emergency") if alarm == "emergency" and how else (),
        spec=step,
        same=same,
    )


def guidance(words: str, kind: str, *, is_order: bool = False) -> tuple[str, tuple[str, ...]]:
    """What of the guidance stands with the question, and the sentences that stand elsewhere."""
    sentences = tuple(filter(None, _SENTENCES.split(words)))
    if is_order:
        return "", sentences
    if len(words) <= BRIEF:
        return words, ()
    if kind not in FULL:
        return "", sentences
    first = max((n for n in range(len(sentences)) if len(" ".join(sentences[:n])) <= BRIEF), default=0)
    return " ".join(sentences[:first]), sentences[first:]


def asked_signs(step: Step, wording: Wording) -> tuple[str, ...]:
    """The signs to which one no is a no, in one line; none where the step asks for no signs at once."""
    signs = step.sets.get("no", {}).get("signs", {}) if step.answer == "yes_no" else {}
    named = ", ".join(name(wording, "signs", sign) for sign in signs)
    return (tr("question.signs", signs=named[0].upper() + named[1:]),) if named else ()


def source_in_words(source: Source, wording: Wording) -> str:
    """Where it is written, and how sure we are of it."""
    words = name(wording, "marks", source.mark.replace(" ", "-"))
    line = tr("source.line", document=document(source, wording), clause=clause(source, wording), mark=words)
    mark = mark_of(source, wording)
    return line if mark is None else f"{line}\n{mark.meaning}"


def same_in_words(proposed: Sequence[tuple[Step, Offer]], wording: Wording, on: date) -> str:
    """Every answer that would be taken over, the one asked now first; empty when nothing is proposed."""
    answers = [said(step, offer.value, wording, on) for step, offer in proposed]
    rest = [f"{text(step.title)}: {answer}" for (step, _), answer in zip(proposed, answers, strict=True)]
    return tr("party.same", answer=" · ".join([*answers[:1], *rest[1:]])) if proposed else ""


def choices_of(step: Step) -> tuple[Choice, ...]:
    """The answers that one key gives, in the order of the keys; none where something is typed."""
    if step.answer == "done":
        return (Choice("1", True, tr("answer.done"), "done"),)
    if step.answer not in ("yes_no", "choice"):
        return ()
    if step.answer == "yes_no":
        found = [Choice("1", "yes", tr("answer.yes"), "done"), Choice("2", "no", tr("answer.no"), "no")]
    else:
        found = [
            Choice(str(number), option.id, text(option.title), _SIGN_OF_OPTION.get(option.id, ""))
            for number, option in enumerate(step.options, 1)
        ]
    for value in ("unknown", "refused") if step.may_refuse else ("unknown",):
        key = str(len(found) + 1)
        found.append(Choice(key, value, tr(f"answer.{value}"), _SIGN_OF[value], quiet=True))
    return tuple(found)


def letter(choice: Choice) -> str:
    """The letter that gives this choice too, in the officer's language."""
    letters = {"yes": {"es": "S", "en": "Y"}, "no": {"es": "N", "en": "N"}}
    return letters.get(choice.value, {}).get(spoken(), "") if isinstance(choice.value, str) else ""
