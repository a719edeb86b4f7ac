"""What an answer says, in the officer's words: for the rail, the panel and the outcome. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from screening.answers import OPEN, UNKNOWN
from sops.facts import SIGNS
from sops.model import Source, Step, Text
from sops.wording import Wording
from ui.strings import day_in_words, spoken, tr

_NO_ID: Final = re.compile(r"[^A-Za-z0-9]+")
_SIGNS_OF_MARKS: Final = {"recalled": "diamond", "design": "flag"}


def text(words: Text | None) -> str:
    """The officer's language of a text of the SOP; English where it has no Spanish."""
    if not words:
        return ""
    return words.get(spoken()) or words["en"]


def name(wording: Wording, kind: str, word: str) -> str:
    """The name of a sign, class ... as the officer reads it; the bare word where the names do not have it."""
    return wording.name(kind, word, spoken()) if wording.has_name(kind, word) else word.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Mark:
    """How sure we are of a clause whose wording was not read. The sign stands beside it, the words once on a page.

    `meaning` is a whole sentence.
    """

    sign: str
    words: str
    meaning: str


def mark_of(source: Source | None, wording: Wording) -> Mark | None:
    """The mark of what is recalled or a setting of the post; None where the wording was read."""
    if source is None or source.mark.startswith("verified"):
        return None
    return Mark(_SIGNS_OF_MARKS[source.mark], name(wording, "marks", source.mark), tr(f"mark.{source.mark}"))


def document(source: Source, wording: Wording) -> str:
    """The document in a few words; its id where nobody gave it any."""
    return name(wording, "sources", source.document)


def clause(source: Source, wording: Wording) -> str:
    """The clause in the officer's language where it is a word; numbers and codes as they stand."""
    word = _NO_ID.sub("-", source.clause).strip("-")
    return name(wording, "clauses", word) if wording.has_name("clauses", word) else source.clause


def said(step: Step, value: Any, wording: Wording, on: date) -> str:
    """An answer in few words."""
    if isinstance(value, str) and value in (*OPEN, "yes", "no"):
        return name(wording, "answers", value)
    match step.answer:
        case "done":
            return tr("answer.done")
        case "choice":
            return next((text(option.title) for option in step.options if option.id == value), str(value))
        case "reading":
            return tr("know.not_taken") if value.get("c") == UNKNOWN else f"{value['c']:.1f} °C"
        case "signs":
            return signs_said(value, wording)
        case "days":
            return day_said(value, on)
        case "number":
            return f"{value:g}"
        case "period":
            return f"{day_said(value['first'], on)} – {day_said(value['last'], on)}"
        case "places":
            return ", ".join(place_said(place, wording) for place in value) or tr("answer.none")
        case "tests":
            return ", ".join(test_said(test, wording) for test in value) or tr("tests.none")
        case "person":
            return person_said(value, wording)
        case "judgement":
            return tr("judge.agree") if value.get("agree") else name(wording, "classes", value["class"])
        case _:
            return str(len(value)) if isinstance(value, list) else str(value)


def signs_said(value: dict[str, Any], wording: Wording) -> str:
    """The signs that are there, with their days; `none` when all are denied."""
    there = []
    for sign in SIGNS:
        answer = value.get(sign)
        if answer == "yes":
            there.append(name(wording, "signs", sign))
        elif isinstance(answer, int):
            there.append(f"{name(wording, 'signs', sign)} ({tr('know.days', days=answer)})")
    if there:
        return ", ".join(there)
    denied = all(value.get(sign) == "no" for sign in SIGNS)
    return tr("know.no_signs") if denied else name(wording, "answers", UNKNOWN)


def day_said(days_ago: Any, on: date) -> str:
    """A day as people say it."""
    if not isinstance(days_ago, int):
        return tr("days.unknown")
    return day_in_words(on - timedelta(days=days_ago))


def place_said(place: dict[str, Any], wording: Wording) -> str:
    """Country, and the first division where it was told."""
    country = name(wording, "countries", str(place["country"]))
    division = place.get("division")
    return f"{country} ({name(wording, 'divisions', str(division))})" if division else country


def test_said(test: dict[str, Any], wording: Wording) -> str:
    """A test and its result."""
    return f"{name(wording, 'facts', test['type'])}: {name(wording, 'facts', test['result'])}"


def person_said(value: dict[str, Any], wording: Wording) -> str:
    """Age and sex as told; the name stands in the sealed part."""
    parts = []
    if isinstance(value.get("age_years"), int):
        parts.append(tr("person.years", age=value["age_years"]))
    if value.get("sex"):
        parts.append(name(wording, "sexes", str(value["sex"])))
    return ", ".join(parts) or tr("answer.done")
