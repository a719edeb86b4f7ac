"""What the class would be if an open fact were so: "if loss of smell were yes: probable case". No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from screening.session import State
from sops.facts import SIGNS
from sops.wording import Wording
from ui.knowledge.facts import open_in_words
from ui.knowledge.leading import open_facts, said_of, were_it_so
from ui.saying import name
from ui.strings import tr


def otherwise(state: State, wording: Wording, most: int) -> Iterator[tuple[str, str]]:
    """The first open facts, each with the class it would lead to were it so; empty where it alone changes nothing.

    Some milliseconds each: for when nobody waits.
    """
    setting = state.setting
    told = [(visited.step, visited.value) for visited in state.path]
    found: set[str] = set()
    for path, step in open_facts(state):
        fact = open_in_words(path, wording)
        value = were_it_so(state, path, step)
        if fact in found or step is None or value is None:
            continue
        if len(found) == most:
            return
        found.add(fact)
        sign = path.partition(".")[2]
        known = setting.memory(setting.local_day(state.log.began.at)).known
        for each, said in told:
            known = known.after(each, _with(said, sign) if each.id == step.id and sign in SIGNS else said)
        if step.id not in {each.id for each, _ in told} or sign not in SIGNS:
            known = known.after(step, value)
        was, would = state.verdict, known.verdict
        if (would.floor, would.ceiling) == (was.floor, was.ceiling):
            yield fact, ""
            continue
        class_ = would.classification if would.is_settled else would.floor
        letter = would.by.partition(".")[2]
        words = " ".join(part for part in (name(wording, "classes", class_), letter) if part)
        is_reading = isinstance(value, dict) and "c" in value
        answer = said_of(value) if is_reading else name(wording, "answers", "yes")
        yield fact, tr("outcome.would", fact=fact, answer=answer, class_=words)


def _with(signs: Any, sign: str) -> Any:
    """The signs as they were told, with one more."""
    return {**signs, sign: "yes"} if isinstance(signs, dict) else dict.fromkeys(SIGNS, "no") | {sign: "yes"}
