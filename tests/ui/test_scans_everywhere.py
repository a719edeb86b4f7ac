"""Ten thousand documents over every screen, and none of them answers a question; sampled, whole with PASO_FULL=1."""

from __future__ import annotations

import os
import random

import pytest

from tests.ui.screens import BY_NAME, SCREENS, furnish, lay, press
from tests.ui.test_burst import feed
from tests.ui.test_scans import any_document
from ui.intake.burst import Burst

FULL = bool(os.environ.get("PASO_FULL"))
EACH = 10_000 // len(SCREENS) + 1 if FULL else 2
ACTS = ("answer", "do", "back", "revisit", "interrupt", "countersign", "settle", "companion", "close", "issue")
"""Everything of the desk that says something of a traveller; a document may only begin, identify and park."""
NEVER_HEARD = {"clock", "lock"}
"""Screens on which no document is read; the official is told."""
LIES_STILL = {"lock", "emergency"}
"""Screens that stay, or that taking up their traveller brings back."""
BY_ACTS = {"details", "party_open", "rooms"}
"""Screens whose keys do something first: laid a second time without it."""


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.id)
def test_no_document_answers_anything_on_any_screen(stage, clock, monkeypatch, screen):
    chance = random.Random(f"everywhere {screen.id}")
    furnish(stage, clock)
    lay(stage, clock, screen)
    sheet = stage.conduct.sheet
    front = stage.desk.state.screening if screen.at else None
    page = type(stage.window.page)
    done: list[str] = []
    for act in ACTS:
        monkeypatch.setattr(stage.desk, act, lambda *_, act=act, **__: done.append(act))
    for at in range(EACH):
        if front is None:
            stage.desk.leave()
        elif stage.desk.state is None or stage.desk.state.screening != front:
            stage.desk.resume(front)
        if at and screen.id not in LIES_STILL:
            stage.conduct.open_sheet("")
            press(stage, *(screen.keys if screen.id not in BY_ACTS else [f"sheet:{sheet}"]))
        stage.conduct.watch.touch()
        assert type(stage.window.page) is page, "the screen is not the one that was to be tried"
        before = len(stage.store.streams("screening:"))
        answers = stage.desk.state.log.answers if stage.desk.state else None
        done.clear()
        stage.scan(any_document(chance), gap=chance.choice([0.001, 0.004, 0.015, 0.03]))
        assert not done, done
        now = stage.desk.state
        begun = len(stage.store.streams("screening:")) - before
        assert begun <= (0 if screen.id in NEVER_HEARD else 1)
        if now is not None and now.screening == front:
            assert now.log.answers == answers
        elif now is not None:
            assert not now.log.answers
    assert stage.store.verify().ok


@pytest.mark.parametrize("in_text", [False, True], ids=["no field", "field"])
@pytest.mark.parametrize("gap", [0.001, 0.004, 0.015, 0.03])
def test_of_no_document_a_key_reaches_the_desk(in_text, gap):
    """What decides on any screen is this alone: the letters, their pace, and whether a field is typed in."""
    chance = random.Random(f"burst {in_text} {gap}")
    for _ in range(10_000 if FULL else 100):
        burst = Burst()
        text = any_document(chance)
        fates, _ = feed(burst, text, gap, in_text=in_text)
        burst.finish()
        assert burst.done == [text.strip("\n\t")]
        passed = [letter for letter, fate in zip(text, fates, strict=True) if fate == "pass"]
        assert not passed or (in_text and not set(passed) & set("\n\t"))


def test_every_screen_of_the_list_is_another():
    assert len(BY_NAME) == len(SCREENS)
