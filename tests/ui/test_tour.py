"""The tour: three made-up travellers, each key that the guide names pressed through the real window."""

from __future__ import annotations

import pytest

from tests.ui.stage import NAMED
from tests.ui.test_trying import content
from ui.strings import LANGUAGES
from ui.tour.guide import stand
from ui.tour.lessons import lessons
from ui.tour.window import TourWindow


def begin(stage):
    """The tour, opened from the page where a shift begins."""
    stage.conduct.do("tour")
    window = stage.conduct.training
    assert isinstance(window, TourWindow)
    window.activateWindow()
    stage.settle()
    return window


def press(stage, window, key):
    """A key as the guide names it."""
    named = {"Return": "enter", "Esc": "park", "F12": "emergency", "Ctrl+H": "tour"}
    assert key in named or key in "0123456789"
    window.do(named.get(key, f"digit_{key}"))
    stage.settle()


def test_whoever_presses_what_the_guide_says_meets_all_three_and_nothing_is_kept(stage):
    before, head = content(stage), stage.store.head()
    window = begin(stage)
    seen = []
    for _ in range(60):
        here = stand(window.desk, lessons())
        if here.number is None:
            break
        assert here.line is not None, (seen, window.desk.state.at)
        assert window.words.text().endswith(here.line.say["es"])
        seen.append((here.number, here.line))
        for key in here.line.press:
            press(stage, window, key)
    said = [list(lessons()[number].lines.values()).index(line) for number, line in seen]
    assert [number for number, _ in seen] == sorted(number for number, _ in seen)
    assert len({*zip((number for number, _ in seen), said, strict=True)}) == 8 + 8 + 6
    assert window.words.text().startswith("Terminó")
    (first, waits, emergency) = window.desk.store.rows()
    assert (first.outcome, first.status) == ("cleared_with_advice", "closed")
    assert (waits.status, waits.temperature_c) == ("parked", 38.6)
    assert (emergency.emergency, emergency.outcome) == (True, "emergency_handover")
    assert all(row.training for row in (first, waits, emergency))
    press(stage, window, "Esc")
    assert not window.isVisible()
    assert (content(stage), stage.store.head(), stage.store.rows()) == (before, head, ())


def test_who_leaves_the_path_is_told_so_and_the_guide_finds_back(stage):
    window = begin(stage)
    press(stage, window, "Ctrl+H")
    press(stage, window, "3")  # a danger sign: another walk
    assert window.words.text().startswith("Esta pregunta no es del recorrido")
    window.do("back")
    assert window.words.text() == lessons()[0].lines["observe"].say["es"]


def test_the_window_says_that_it_is_training_and_there_is_no_tour_within_a_tour(stage):
    window = begin(stage)
    assert window.windowTitle() == "Paso Seguro · ENTRENAMIENTO"
    assert window.desk.training
    window.conduct.do("tour")
    assert window.conduct.training is None
    begin(stage)
    assert stage.conduct.training is window  # opened once, shown again


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.title["en"])
def test_every_line_speaks_both_languages_and_names_keys_that_exist(lesson):
    for line in lesson.lines.values():
        assert set(line.say) == set(LANGUAGES)
        assert line.press
        assert all(key in "0123456789" or key in ("Ctrl+H", "Return", "Esc") or key in NAMED for key in line.press)
