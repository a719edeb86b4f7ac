"""Decisions: one traveller, a batch of JSON Lines, one step of the walk. Floors written by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from benchmarks import by_hand
from benchmarks.measuring import Figure, compare, repeated
from benchmarks.travellers import travellers
from screening.classification import Verdict, classify, exactly
from screening.commands import Officer, answer, begin, identify
from screening.events import Event
from screening.facts_json import read_facts
from screening.log import add, gather
from screening.session import State, walk
from screening.setting import Setting
from sops.catalogue import Catalogue
from sops.engine import Engine
from sops.facts import Facts

EDITION = "who-covid19@2020-12-16"


def figures(catalogue: Catalogue, count: int) -> Iterator[Figure]:
    """The figures of deciding; `count` lines in the batch."""
    engine = catalogue.engine(EDITION)
    plain = [t for t in travellers(2000) if not classify(engine, read_facts(t)[0]).open]
    facts = [read_facts(one)[0] for one in plain]
    yield compare(
        "one decision, every criterion three-valued",
        ("the same edition by hand", lambda: [by_hand.decide(one) for one in plain]),
        lambda: [classify(engine, one) for one in facts],
        units=len(plain),
        goal=1.5,
        note="travellers whom logic alone settles; ours from facts already read",
    )
    hard = [read_facts({"symptoms": {"cough": "unknown", "fever": 3}, "exposures_unknown": ["contact"]})[0]]
    yield compare(
        "one decision with exact floor, ceiling, open",
        ("the same edition by hand, Kleene only", repeated(lambda: by_hand.decide(plain[0]), 100)),
        repeated(lambda: _anew(engine, hard[0]), 100),
        units=100,
        note="the floor gives no exact bounds and no open facts",
    )
    yield _batch(catalogue, count)
    yield from _steps(catalogue)


def _anew(engine: Engine, facts: Facts) -> Verdict:
    exactly.cache_clear()
    return classify(engine, facts)


def _batch(catalogue: Catalogue, count: int) -> Figure:
    from screening.batch import Batch, Choice

    lines = [json.dumps({"id": str(i), "on": "2021-03-23", "facts": one}) for i, one in enumerate(travellers(count, 2))]

    def floor() -> None:
        for line in lines:
            record = json.loads(line)
            low, high, _ = by_hand.decide(record["facts"])
            json.dumps(
                {"id": record["id"], "class": low if low == high else "undetermined", "floor": low, "ceiling": high}
            )

    def ours() -> None:
        for _ in Batch(catalogue, Choice(today=date(2021, 3, 23), definition=EDITION)).answers(lines):
            pass

    return compare(
        f"paso classify, {count:,} JSON Lines",
        ("json.loads + rules by hand + json.dumps", floor),
        ours,
        units=count,
        rounds=5,
        goal=3.0,
        note="input validated",
    )


def _steps(catalogue: Catalogue) -> Iterator[Figure]:
    """An answer to the next step known, against a plain state machine that knows nothing of facts."""
    states = _states(catalogue)
    logs = [add(state.log, event) for state, event in states]
    table = {f"s{i}": {"yes": f"s{i + 1}", "no": f"s{i + 1}"} for i in range(len(logs))}

    def machine() -> None:
        at = "s0"
        for _ in logs:
            at = table[at]["yes"]

    def steps(setting: Setting) -> None:
        for log in logs:
            walk(setting, log).verdict  # noqa: B018 - judged when it is looked at

    usual = states[0][0].setting
    floor = ("a dict of dicts", repeated(machine, 10))
    told = f"{len(logs)} steps of a secondary screening"
    yield compare(
        "one step: answer -> next step and open questions",
        floor,
        repeated(lambda: steps(usual), 10),
        units=10 * len(logs),
        goal=600.0,
        note=f"{told}, answers that somebody gave before that day",
    )
    yield compare(
        "the same, answers nobody gave before",
        floor,
        repeated(lambda: (exactly.cache_clear(), steps(replace(usual))), 10),
        units=10 * len(logs),
        rounds=3,
        note=f"{told}; exact floor, ceiling and open facts computed anew each time",
    )


def walked(catalogue: Catalogue) -> State:
    """A suspected traveller at the end of the walk."""
    state, event = _states(catalogue)[-1]
    return walk(state.setting, add(state.log, event))


def _states(catalogue: Catalogue) -> list[tuple[State, Event]]:
    post = catalogue.post("lajas-blancas")
    day = date(2021, 3, 23)
    setting = Setting(
        catalogue.procedure(catalogue.at_post("procedure", post, day)),
        catalogue.engine(catalogue.at_post("definition", post, day), post.parameters),
        catalogue.area_table(post.areas),
        post,
    )
    at = datetime(2021, 3, 23, 14, 0, tzinfo=UTC)
    officer = Officer("o-17", at)
    state = walk(setting, gather([begin(setting, "s1", officer, desk="1", language="es")]))
    state = walk(setting, add(state.log, identify(state, officer, {"age_years": 30, "sex": "F"}, {})))
    given = {"observe": "ill", "documents": "no_test", "declare_signs": "yes", "declare_contact": "no", "danger": "no"}
    given |= {"inform": "yes", "camp": "no", "health_work": "no", "vulnerable": "none", "hospital": "no"}
    pairs: list[tuple[State, Event]] = []
    while state.at is not None:
        step = state.at
        value: object = given.get(step.id, "unknown")
        match step.answer:
            case "done":
                value = True
            case "reading":
                value = {"c": 38.4}
            case "signs":
                value = {"fever": 3, "cough": 2, "headache": "no"}
            case "judgement":
                value = {"agree": True}
        at = max(at + timedelta(seconds=2), state.wait_until or at)
        event = answer(state, Officer("o-17", at), step.id, value)  # type: ignore[arg-type]
        pairs.append((state, event))
        state = walk(setting, add(state.log, event))
    return pairs
