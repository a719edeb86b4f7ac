"""Many travellers at once, as JSON Lines: the input of `paso classify`, one answer a line, in order, whatever the line.

Lines that say the same of two travellers are decided once: the answer to a line without its `id` is remembered.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any, Final, TypeVar

from screening.classification import Verdict, classify
from screening.facts_json import FactsError, read_facts
from screening.strict_json import JsonError, parse
from sops.catalogue import Catalogue, NoEditionError
from sops.engine import Engine
from sops.facts import Facts

__all__ = ["LONGEST_LINE", "Batch", "Choice", "one_or_many"]

LONGEST_LINE: Final = 1_000_000
"""Characters of one input line; longer ones are refused unread."""

Explain = Callable[[Engine, Facts], list[Any]]
"""The findings of an engine on the facts of one traveller, as plain JSON."""

_KEYS: Final = dict.fromkeys(("id", "on", "definition", "facts", "expect", "why"))
"""`expect` and `why` are remarks of whoever wrote an example; nothing reads them here."""
_ID: Final = re.compile(r'"id": ?"([ !#-\[\]-~]*)"')
"""An id of plain characters, wherever it stands."""
_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_REMEMBERED: Final = 50_000
_Key = TypeVar("_Key")
_Kept = TypeVar("_Kept")
_encode: Final = json.JSONEncoder().encode


@dataclass(frozen=True, slots=True)
class Choice:
    """Which edition decides. What is given here wins over what a line says.

    `definition` names one edition; `on` is the day of screening; `today` where neither line nor call has a day.
    `identity` is the definition looked up by day; left out, the only one there is. `overrides` are the numbers that a
    post sets differently.
    """

    today: date
    definition: str | None = None
    on: date | None = None
    identity: str | None = None
    overrides: Mapping[str, float] = field(default_factory=dict)


class Batch:
    """Classifies line after line. `classified` and `refused` count them."""

    def __init__(self, catalogue: Catalogue, choice: Choice, explain: Explain | None = None) -> None:
        self.catalogue = catalogue
        self.choice = choice
        self.explain = explain
        self.classified = 0
        self.refused = 0
        self._known: dict[str, str] = {}  # a line without its id -> what stands behind the id in its answer
        self._told: dict[tuple[Verdict, bool, tuple[str, ...]], str] = {}  # a result without findings -> its text
        self._editions: dict[str, tuple[Engine, bool]] = {}

    def answers(self, lines: Iterable[str], first: int = 1) -> Iterator[str]:
        """One JSON object, as text, for each line that is not blank, in their order; nothing is raised.

        `first` is the number of the first line. Memory does not grow with the number of lines.
        """
        known, search = self._known, _ID.search
        for place, line in enumerate(lines, first):
            found = search(line)
            if found is None or line.count('"id"') > 1:
                if line.strip():
                    yield self._answer(place, line)
                continue
            start, end = found.span(1)
            rest = line[:start] + line[end:]
            told = known.get(rest)
            if told is not None:
                self.classified += 1
                yield f'{{"id": "{found[1]}", {told}'
                continue
            made = self._answer(place, line)
            head = f'{{"id": "{found[1]}", '
            if made.startswith(f'{head}"definition": '):
                _remember(known, rest, made[len(head) :])
            yield made

    def answer(self, item: object) -> str:
        """The result for one object, as JSON text. Raises FactsError or NoEditionError, in words."""
        if not isinstance(item, dict):
            raise FactsError("this is not a JSON object with `facts`")
        if not item.keys() <= _KEYS.keys():
            unknown = next(key for key in item if key not in _KEYS)
            raise FactsError(f"{unknown}: no such key here. Known: id, on, definition, facts")
        identity = _identity(item)
        if identity is None and item.get("id") is not None:
            raise FactsError("id: neither a text nor a number")
        if "facts" not in item:
            raise FactsError('facts: missing. Write {"facts": {...}}')
        engine, amber = self._edition(item.get("definition"), item.get("on"))
        found = self._decide(engine, item["facts"], amber=amber)
        return f"{{{found}" if identity is None else f'{{"id": {_encode(identity)}, {found}'

    def _decide(self, engine: Engine, plain: object, *, amber: bool) -> str:
        """Everything of a result behind its id."""
        facts, assumed = read_facts(plain, onset_signs=engine.onset_signs)
        verdict = classify(engine, facts)
        key = (verdict, amber, assumed)
        told = self._told.get(key) if self.explain is None else None
        if told is not None:
            return told
        result = verdict.as_json()
        if amber:
            result["alerts"] = [*_texts(result["alerts"]), "definition-amber"]
        result["assumed"] = list(assumed)
        if self.explain is not None:
            result["findings"] = self.explain(engine, facts)
            return _encode(result)[1:]
        told = _encode(result)[1:]
        _remember(self._told, key, told)
        return told

    def _answer(self, place: int, line: str) -> str:
        item: object = None
        try:
            item = _parse(line)
            made = self.answer(item)
        except (FactsError, NoEditionError, JsonError) as problem:
            self.refused += 1
            found = problem.item if isinstance(problem, JsonError) else item
            return _encode({"line": place, "id": _identity(found), "error": str(problem)})
        self.classified += 1
        return made

    def _only_definition(self) -> str:
        known = sorted({str(file.data["definition"]) for file in self.catalogue.of_kind("definition")})
        if len(known) != 1:
            raise NoEditionError(f"several definitions are here: {', '.join(known)}. Name an edition, or the post.")
        return known[0]

    def _edition(self, named: object, on: object) -> tuple[Engine, bool]:
        """The engine that decides, and whether the day of screening, where anything says it, lies past its edition."""
        choice = self.choice
        key = f"{named!r} {on!r}"
        found = self._editions.get(key)
        if found is None:
            day = choice.on or _day(on)
            name = choice.definition or named
            if name is None:
                day = day or choice.today
                name = self.catalogue.in_force("definition", choice.identity or self._only_definition(), day)
            elif not isinstance(name, str):
                raise FactsError("definition: not the name of an edition, such as who-covid19@2020-12-16")
            engine = self.catalogue.engine(name, choice.overrides)
            found = engine, day is not None and engine.definition.about.is_amber(day)
            _remember(self._editions, key, found)
        return found


def _parse(line: str) -> object:
    if len(line) > LONGEST_LINE:
        raise JsonError(f"longer than {LONGEST_LINE:,} characters")
    return parse(line)


def _remember(memory: dict[_Key, _Kept], key: _Key, value: _Kept) -> None:
    if len(memory) >= _MOST_REMEMBERED:
        memory.clear()
    memory[key] = value


def one_or_many(lines: Iterable[str]) -> Iterator[str]:
    """The lines as they are; or, when only all of them together are JSON, the one object they make up."""
    coming = iter(lines)
    held: list[str] = []
    for line in coming:
        held.append(line)
        if line.strip():
            break
    if held and not _is_json(held[-1]):
        size = len(held[-1])
        for line in coming:
            held.append(line)
            size += len(line)
            if size > LONGEST_LINE:
                break
        else:
            whole = "".join(held)
            if _is_json(whole):
                held = [whole]
    return chain(held, coming)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _day(on: object) -> date | None:
    if on is None:
        return None
    try:
        if isinstance(on, str) and _DAY.fullmatch(on):
            return date.fromisoformat(on)
    except ValueError:
        pass
    raise FactsError(f"on: {str(on)[:40]!r} is not a day written YYYY-MM-DD")


def _identity(item: object) -> str | int | float | None:
    """The id of an item, where it has one that JSON can give back."""
    found = item.get("id") if isinstance(item, dict) else None
    if isinstance(found, str):
        return found
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    return found if math.isfinite(found) else None


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
