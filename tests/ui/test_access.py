"""Keys alone and a screen reader suffice: on every screen, in Spanish and in English."""

from __future__ import annotations

import itertools
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from tests.ui.screens import SCREENS, furnish, lay, rest
from ui.page import Page
from ui.strings import speak

SAME = {"Ctrl", "Enter", "Beto", "supervisor", "COVID", "JSON", "XLSX", "ERIKSSON", "ANNA", "MARIA", "Sala"}
"""Words that are one in both languages: keys, formats, and what people and rooms are called."""
OWN_NAMES = {"language", "settings"}
"""Screens that list languages by their own names, and posts."""


def round_by_tab(stage) -> list[QWidget]:
    """Where Tab comes to, until it is round."""
    found: list[QWidget] = []
    while len(found) < 120:
        stage.press("\t")
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in found:
            assert focus is found[0], "Tab turns in a smaller circle"
            return found
        found.append(focus)
    raise AssertionError("Tab never comes round")


def tab_takers(window) -> set[QWidget]:
    """Whatever says that Tab comes to it, pages aside."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, Page | QScrollArea)
    }


def place(widget: QWidget, window) -> tuple[int, int, int, int]:
    """Left, top, right and bottom within the window."""
    at = widget.mapTo(window, QPoint(0, 0))
    return at.x(), at.y(), at.x() + widget.width(), at.y() + widget.height()


def scrolled_in(widget: QWidget) -> QWidget | None:
    """The area that moves it, if one does."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def is_read_after(one: QWidget, other: QWidget, window) -> bool:
    """Whether `other` stands below `one` or right of it; what scrolls apart cannot be compared."""
    if scrolled_in(one) is not scrolled_in(other):
        return True
    _, _, right, bottom = place(one, window)
    left, top, _, _ = place(other, window)
    return top >= bottom - 8 or left >= right - 8


def check_tab(stage) -> None:
    """Tab comes to everything, as it is read, and shows where it is."""
    window = stage.window
    wanted, found = tab_takers(window), round_by_tab(stage)
    assert set(found) == wanted, [type(each).__name__ for each in wanted.symmetric_difference(found)]
    regions = (window.strip, window.left, window.middle, window.right, window.foot)
    home = [next(n for n, region in enumerate(regions) if region.isAncestorOf(each)) for each in found]
    first = home.index(0)  # the strip, where reading begins
    assert home[first:] + home[:first] == sorted(home)
    for one, other in itertools.pairwise(found):
        if window.middle.isAncestorOf(one) and window.middle.isAncestorOf(other):
            assert is_read_after(one, other, window), (one.accessibleName(), other.accessibleName())
    for each in found:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        with_ring = each.grab().toImage()
        each.clearFocus()
        assert each.grab().toImage() != with_ring, f"{type(each).__name__} {each.accessibleName()!r} shows no ring"


def told(stage) -> set[str]:
    """Every name a screen reader would say, of what has the focus or may get it."""
    focus = QApplication.focusWidget()
    assert focus is not None
    found = [*tab_takers(stage.window), focus]
    for each in found:
        assert each.accessibleName().strip(), f"{type(each).__name__} has no name"
    return {each.accessibleName() for each in found}


def words(names: set[str]) -> set[str]:
    return {word for name in names for word in re.findall(r"[^\W\d_]{4,}", name)}


def words_of_both_languages(stage) -> set[str]:
    """What takes keys has a name in each language; what of it is the same in both."""
    names = {}
    for language in ("es", "en"):
        speak(language)
        stage.window.build()
        rest(stage)
        names[language] = told(stage)
    return words(names["es"]) & words(names["en"])


def check_time(stage, clock) -> None:
    """Nothing is taken away by time, nor what is half typed."""
    page, focus = stage.window.page, QApplication.focusWidget()
    field = next((each for each in page.findChildren(QLineEdit) if each.isVisible()), None)
    if field is not None:
        field.setText("1")
    for _ in range(28):
        clock.advance(seconds=10)
        stage.tick()
    rest(stage)
    assert stage.window.page is page
    assert QApplication.focusWidget() is focus
    assert field is None or field.text() == "1"


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.id)
def test_keys_alone_and_a_screen_reader_suffice(stage, clock, screen):
    furnish(stage, clock)
    lay(stage, clock, screen)
    try:
        check_time(stage, clock)
        both = words_of_both_languages(stage) - SAME
        assert screen.id in OWN_NAMES or not both, f"not translated? {sorted(both)}"
        check_tab(stage)
    finally:
        speak("es")


@pytest.mark.parametrize("screen", ["idle", "shift", "party"])
def test_arrows_go_from_control_to_control_within_a_page_that_needs_them_for_nothing_else(stage, clock, screen):
    furnish(stage, clock)
    lay(stage, clock, next(each for each in SCREENS if each.id == screen))
    seen = []
    for key in "↓↓↓↑":
        stage.press(key)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert stage.window.middle.isAncestorOf(focus)
        seen.append(focus)
    assert seen[3] is seen[1]
    assert len(set(seen)) == 3


def test_the_first_kind_of_group_stands_under_the_ring(stage):
    stage.press("F3")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Familia 1"
    stage.press("\n")
    assert stage.presenter.group.party is not None
    assert stage.presenter.group.party.unit == "family"
