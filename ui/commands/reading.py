"""`paso mrz` and `paso classify`: many lines in, one answer a line out, nothing recorded."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ui.commands.problems import DONE, FOUND, INPUT, InputError
from ui.commands.streams import Told, lines_of, say, write_lines

if TYPE_CHECKING:
    from screening.batch import Batch, Choice
    from screening.mrz import Reading
    from sops.engine import Engine
    from sops.facts import Facts

__all__ = ["classify", "day_of", "mrz"]

_BLOCK: Final = 4000
"""Lines that one process is given at a time."""


def day_of(text: str | None, flag: str = "--on") -> date | None:
    """A day written YYYY-MM-DD. Raises InputError."""
    if text is None:
        return None
    try:
        if len(text) == len("2021-03-23"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise InputError(f"{flag} {text[:40]!r} is not a day written YYYY-MM-DD.")


# ----------------------------------------------------------------------------------------------------------------- mrz


def mrz(file: str, *, as_json: bool) -> int:
    """Documents as a reader sends them; the exit code."""
    from screening.mrz_batch import read_lines

    today = date.today()  # noqa: DTZ011 - the calendar day of whoever holds the document
    seen = rejected = 0
    with lines_of(file) as lines:
        first = next((line for line in lines if line.strip()), "")
        everything = chain([first] if first else [], lines)
        found: Iterable[dict[str, Any]]
        if as_json or first.lstrip().startswith("{"):
            found = read_lines(everything, today)
        else:
            found = ({"id": None, **reading.as_json()} for reading in _documents(everything, today))
        told = Told("documents")

        def answers() -> Iterator[str]:
            nonlocal seen, rejected
            for item in found:
                seen += 1
                rejected += item["status"] == "reject"
                yield json.dumps(item) if as_json else _in_words(item)

        write_lines(answers(), told)
    if not seen:
        say("nothing to read: the input is empty.")
        return INPUT
    return FOUND if rejected else DONE


def _documents(lines: Iterable[str], today: date) -> Iterator[Reading]:
    """Documents as plain text, one after another, with an empty line between them."""
    from screening.mrz import read

    block: list[str] = []
    for line in chain(lines, [""]):
        if line.strip():
            block.append(line)
        elif block:
            yield read("".join(block), today)
            block = []


def _in_words(item: dict[str, Any]) -> str:
    """What a document says, for a person."""
    head = "" if item["id"] is None else f"{item['id']}: "
    kind = item["kind"] or "no known layout"
    if item["status"] == "reject":
        return f"{head}REJECTED ({kind}): {item['reason']}"
    said = item["fields"]
    name = ", ".join(part for part in (said["surname"], said["given_names"]) if part)
    rows = [
        f"{head}{name}",
        f"  {kind} {said['number'] or '(number in doubt)'}, {said['issuing_state']}, to {said['expiry_date'] or '?'}",
        f"  born {said['birth_date'] or 'unknown'}, sex {said['sex'] or 'not stated'}, of {said['nationality']}",
    ]
    rows += [f"  repaired: {repair}" for repair in map(_repair, item["repairs"])]
    rows += [f"  note: {warning}" for warning in item["warnings"]]
    return "\n".join(rows)


def _repair(repair: dict[str, Any]) -> str:
    return ", ".join(f"{key} {value}" for key, value in repair.items())


# ------------------------------------------------------------------------------------------------------------ classify


def classify(
    file: str, home: Path, *, definition: str | None, on: str | None, post: str | None, jobs: int, explain: str | None
) -> int:
    """Travellers' facts -> verdicts; `explain` is the language of the findings, None without them. The exit code."""
    from screening.batch import Choice, one_or_many
    from ui.home import Home

    known = Home(home).catalogue()
    here = known.post(post or Home(home).place.post)
    numbers = here.parameters if post is not None else {}
    choice = Choice(date.today(), definition, day_of(on), here.definition, numbers)  # noqa: DTZ011 - `on` left out is today
    if definition is not None:
        known.definition(definition)
    asked = _Asked(home, choice, explain)
    counts = [0, 0]
    told = Told("travellers")
    with lines_of(file) as lines:
        whole = one_or_many(lines)
        write_lines(_many(whole, asked, jobs, counts) if jobs > 1 else _one(whole, asked, counts), told)
    classified, refused = counts
    if not classified:
        say("nothing could be classified." if refused else "nothing to classify: the input is empty.")
        return INPUT
    return FOUND if refused else DONE


class _Asked(NamedTuple):
    """What was asked of a batch: all that a process of its own needs to do its part."""

    home: Path
    choice: Choice
    explain: str | None  # the language of the findings, None without them


def _batch(asked: _Asked) -> Batch:
    from screening.batch import Batch
    from ui.home import Home

    known = Home(asked.home).catalogue()
    if asked.explain is None:
        return Batch(known, asked.choice)
    from screening.explanation import explain

    language = asked.explain

    def findings(engine: Engine, facts: Facts) -> Any:
        return [found.as_json() for found in explain(engine, facts, known.wording, language)]

    return Batch(known, asked.choice, findings)


def _one(lines: Iterable[str], asked: _Asked, counts: list[int]) -> Iterator[str]:
    batch = _batch(asked)
    yield from batch.answers(lines)
    counts[:] = batch.classified, batch.refused


_here: Any = None  # the batch of a process of its own, so that it remembers from block to block


def _prepare(asked: _Asked) -> None:
    global _here  # noqa: PLW0603 - the state of a worker process has no other place
    _here = _batch(asked)


def _block(first: int, lines: list[str]) -> tuple[list[str], int, int]:
    before = _here.classified, _here.refused
    answers = list(_here.answers(lines, first))
    return answers, _here.classified - before[0], _here.refused - before[1]


def _many(lines: Iterable[str], asked: _Asked, jobs: int, counts: list[int]) -> Iterator[str]:
    """The same by several processes, still in order; no more than a few blocks are in hand at any time."""
    coming = iter(lines)
    first = 1
    with ProcessPoolExecutor(jobs, get_context("spawn"), _prepare, (asked,)) as pool:
        running: deque[Future[tuple[list[str], int, int]]] = deque()
        while True:
            while len(running) < 2 * jobs and (block := list(islice(coming, _BLOCK))):
                running.append(pool.submit(_block, first, block))
                first += len(block)
            if not running:
                return
            answers, classified, refused = running.popleft().result()
            counts[0] += classified
            counts[1] += refused
            yield from answers
