"""Memory over a shift of very many screenings: the real desk and a real store, one traveller after another."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from benchmarks.memory import resident_mib
from screening.records.store import RecordStore
from sops.catalogue import load
from sops.facts import SIGNS
from sops.model import Step
from ui.demo.walking import Clock
from ui.desk import Desk

_GOAL_MIB: Final = 20.0
_WARM: Final = 0.1  # of the shift passes before the first look: what is read once is no growth


def figures(folder: Path, count: int) -> Iterator[str]:
    """Growth of the resident memory from a tenth of the shift to its end."""
    home = folder / "shift"
    home.mkdir()
    known = load()
    store = RecordStore.create(home / "records.sqlite", desk="1")
    clock = Clock(datetime(2021, 3, 23, 13, 0, tzinfo=UTC), step=timedelta(milliseconds=20))
    ids = (f"s{number:06d}" for number in itertools.count(1))
    desk = Desk(known, store, known.post("lajas-blancas"), "1", "o-17", clock, lambda: next(ids))
    rng = random.Random(7)
    before = 0.0
    for number in range(count):
        if number == int(count * _WARM):
            before = resident_mib()
        screen(desk, clock, rng)
    grown = resident_mib() - before
    told = "met" if grown < _GOAL_MIB else "MISSED"
    store.close()
    yield f"memory grown over {count:,} screenings{'':<17} {grown:8.1f} MiB  goal < {_GOAL_MIB:g} MiB {told}"


def screen(desk: Desk, clock: Clock, rng: random.Random) -> None:
    """One traveller from beginning to the closed screening; nine of ten are well, each has another name and age."""
    desk.begin()
    desk.identify({"document": "by hand", "age_years": rng.randint(0, 90)}, {"surname": f"NAME{rng.random()}"})
    is_ill = rng.random() < 0.1
    while desk.state is not None and (step := desk.state.at) is not None:
        if desk.state.wait_until is not None:
            clock.now = max(clock.now, desk.state.wait_until)
        desk.answer(_value(step, rng, is_ill=is_ill))
    for _ in range(40):
        state = desk.state
        if state is None or state.log.closed is not None:
            break
        owed = [duty.spec for duty in desk.duties() if duty.keeps_traveller]
        blocked = {spec.before for spec in owed if spec.before}
        desk.do(next(spec.id for spec in owed if spec.id not in blocked))
    assert desk.state is not None
    assert desk.state.log.closed is not None
    desk.leave()


def _value(step: Step, rng: random.Random, *, is_ill: bool) -> Any:
    if step.id == "danger":
        return "no"
    match step.answer:
        case "done":
            return True
        case "yes_no":
            return "yes" if step.id in ("accompanied", "inform") or rng.random() < is_ill * 0.3 else "no"
        case "choice":
            chosen = rng.choice(step.options[:2]).id if is_ill else step.options[0].id
            return chosen if chosen != "danger" else "well"
        case "reading":
            return {"c": rng.randint(377, 395) / 10 if is_ill else rng.randint(355, 374) / 10}
        case "signs":
            told = rng.sample(SIGNS, 3)
            return {sign: rng.randint(0, 9) if sign in told else "no" for sign in SIGNS}
        case "number":
            return 97 if step.id == "saturation" else 20
        case "judgement":
            return {"agree": True}
        case "tests":
            return []
        case _:
            return "unknown"
