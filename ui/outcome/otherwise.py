"""What the class would be if an open fact were so: "if loss of smell were yes: probable case". No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from screening.session import State
from sops.facts import SIGNS
from sops.wording import Wording
from ui.knowledge.facts import open_in_words
from ui.knowledge.leading import open_facts, said_of, were_it_so
from ui.outcome.account import between
from ui.saying import name
from ui.strings import tr


def otherwise(state: State, wording: Wording, most: int) -> Iterator[tuple[str, str]]:
    """The first open facts, each with the class it would lead to were it so; empty where it alone changes nothing.

    Some milliseconds each: for when nobody waits.
    """
    found: set[str] = set()
    for path, step in open_facts(state):
        fact = open_in_words(path, wording)
        value = were_it_so(state, path, step)
        if fact in found or step is None or value is None:
            continue
        if len(found) == most:
            return
        found.add(fact)
        was, would = state.verdict, state.known.after(step, _alone(path, value)).verdict
        if (would.floor, would.ceiling) == (was.floor, was.ceiling):
            yield fact, ""
            continue
        letter = would.by.partition(".")[2]
        words = " ".join(part for part in (name(wording, "classes", would.classification), letter) if part)
        words = words if would.is_settled else between(would, wording)
        is_reading = isinstance(value, dict) and "c" in value
        answer = said_of(value) if is_reading else name(wording, "answers", "yes")
        yield fact, tr("outcome.would", fact=fact, answer=answer, class_=words)


def _alone(path: str, value: Any) -> Any:
    """The hypothesis and nothing else: of the other signs what was told stands, and what was not stays unknown."""
    sign = path.partition(".")[2]
    return {sign: value[sign]} if sign in SIGNS else value
