"""What one no denies stands on the card before it is said."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from tests.ui.stage import ERIKSSON


def test_the_signs_to_which_one_no_is_a_no_are_on_the_card(stage):
    stage.window.resize(1280, 720)
    stage.scan(ERIKSSON)
    stage.press("1", "1")
    assert stage.step == "declare_signs"
    card = stage.conduct.card
    line = next(each for each in card.findChildren(QLabel) if "Fiebre, tos, " in each.text())
    assert line.isVisible()
    for sign in ("dificultad para respirar", "pérdida del olfato", "diarrea", "escalofríos", "dolor de oído"):
        assert sign in line.text()
    assert line.text().endswith("Un no es no a todos.")
    assert "confusión" not in line.text()  # one no does not deny it
    assert card._scrolling.verticalScrollBar().maximum() == 0
    stage.press("2")
    assert stage.step == "declare_contact"
    assert not any("Un no es no a todos." in each.text() for each in card.findChildren(QLabel) if each.isVisible())
