"""Positions are remembered; a walk that leans on what others passed before is the walk made from the first step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening import commands, knowledge
from screening.log import Log, add
from screening.positions import Memory, Position
from screening.session import State, fold, foresee, walk
from screening.setting import Setting
from tests.screening.test_session_properties import walks
from tests.screening.walks import ILL, IN_A_CAMP, Walk


def anew(setting: Setting, log: Log) -> State:
    """The walk under a setting that remembers no position; only what is known after which answers is taken over."""
    fresh, day = replace(setting), setting.local_day(log.began.at)
    fresh.memory(day).known = setting.memory(day).known
    return walk(fresh, log)


@settings(max_examples=60)
@given(st.lists(walks(ended=False), min_size=1, max_size=2))
def test_one_more_answer_leads_where_the_walk_from_the_first_step_leads(walked):
    """After every event: answers, corrections, steps back, interrupts of any kind, of several travellers in turn."""
    shared: dict[tuple[object, ...], Setting] = {}
    for each in walked:
        setting = shared.setdefault(tuple(each.setting.digests.values()), each.setting)
        log = None
        for event in each.events:
            log = add(log, event)
            assert walk(setting, log) == anew(setting, log)


def test_a_fresh_setting_remembers_nobody():
    walked = Walk()
    assert replace(walked.setting).memory(walked.setting.local_day(walked.now)).size == 0
    assert walked.setting.memory(walked.setting.local_day(walked.now)).first(walked.state.log.person).at is not None


def test_what_is_remembered_is_forgotten_when_it_is_much(monkeypatch):
    walked = Walk()
    setting, log = replace(walked.setting), walked.state.log
    day = setting.local_day(log.began.at)
    monkeypatch.setattr("screening.positions._MOST_REMEMBERED", 50)
    for number in range(60):
        event = replace(walked.events[0], kind="answered", body={"step": "observe", "value": f"well {number}"})
        walk(setting, add(log, event))
    assert 0 < setting.memory(day).size < 20


def test_the_first_yes_of_the_day_is_thought_through_beforehand(monkeypatch):
    setting, asked = replace(Walk().setting), []
    usual = knowledge.classify
    monkeypatch.setattr(knowledge, "classify", lambda *given: asked.append(given) or usual(*given))
    day = date(2020, 12, 20)
    setting.memory(day).think_ahead()
    assert len(asked) > 5
    asked.clear()
    assert setting.memory(day).known.after(setting.procedure.steps["declare_contact"], "yes").verdict.open
    assert asked == []


@pytest.mark.parametrize("value", ["yes", "no", "unknown"])
def test_what_was_foreseen_of_an_answer_is_not_worked_out_when_it_is_given(monkeypatch, value):
    walked = Walk()
    walked.setting = replace(walked.setting)
    walked.state = fold(walked.setting, walked.events)
    for step, said in (("observe", "well"), ("documents", "no_test"), ("declare_signs", "no")):
        walked.give(said, step)
    before, asked, usual = walked.state, [], knowledge.classify
    monkeypatch.setattr(knowledge, "classify", lambda *given: asked.append(given) or usual(*given))
    foreseen = foresee(walked.state, value)
    assert walked.state == before
    assert len(asked) == 1
    walked.give(value, "declare_contact")
    assert walked.state.verdict == foreseen
    assert len(asked) == 1


def test_of_a_walk_that_has_ended_nothing_is_foreseen():
    walked = Walk()
    assert foresee(replace(walked.state, at=None), "yes") is None


def test_nothing_is_judged_before_somebody_looks_and_then_once(monkeypatch):
    setting, asked = replace(Walk().setting), []
    usual = knowledge.classify
    monkeypatch.setattr(knowledge, "classify", lambda *given: asked.append(given) or usual(*given))
    day = date(2020, 12, 20)
    known = setting.memory(day).known.after(setting.procedure.steps["declare_contact"], "yes")
    assert known.facts.exposures
    assert asked == []
    assert "contact.minutes" in known.open
    assert known.verdict.open
    assert len(asked) == 1


def test_another_day_begins_another_memory():
    walked = Walk()
    setting = replace(walked.setting)
    day = setting.local_day(walked.events[0].at)
    first = setting.memory(day)
    assert setting.memory(day) is first
    assert isinstance(setting.memory(day.replace(year=day.year + 1)), Memory)
    assert setting.memory(day) is not first


def positions(memory: Memory) -> Iterator[Position]:
    """All that is remembered."""
    waiting = list(memory._first.values())
    while waiting:
        position = waiting.pop()
        yield position
        waiting += position._next.values()


def test_what_is_remembered_names_nobody():
    """It outlives the traveller: answers and the class held to, never who judged, agreed or was asked."""
    walked = Walk()
    walked.setting = replace(walked.setting)
    walked.until("judgement", {**ILL, **IN_A_CAMP}).give({"class": "not_a_case", "reason": "known_cause"})
    walked.act(commands.countersign(walked.state, walked.who(), "Ana Rios"))
    assert walked.state.judgement.agreed_by == "Ana Rios"
    found = list(positions(walked.setting.memory(walked.setting.local_day(walked.now))))
    assert any(position.held is not None and position.held.is_agreed for position in found)
    kept = repr([(at.person, at.path, at.held, at.called, list(at._next), at.known.given) for at in found])
    assert "not_a_case" in kept
    assert not any(said in kept for said in ("Ana Rios", "o-17", "surname"))
