"""What keys alone and a screen reader need: where Tab goes, the heading of a page, and messages said aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QLayout, QScrollArea, QWidget

from ui.page import Page

__all__ = ["announce", "bring_into_view", "heading", "next_stop", "stops"]

_HEADINGS: Final = {"question", "heading", "giant", "label"}


def stops(regions: Sequence[QWidget]) -> list[QWidget]:
    """Every control that Tab comes to, region by region, as laid out; a page is none: it shows no ring."""
    return [each for region in regions for each in _laid_out(region) if _stops_at(each)]


def next_stop(order: Sequence[QWidget], here: QWidget | None, *, forwards: bool) -> QWidget | None:
    """The control after `here`, or before it; from a page the first or the last one in it; round at the ends."""
    if here in order:
        return order[(order.index(here) + (1 if forwards else -1)) % len(order)]
    inside = [each for each in order if here is not None and here.isAncestorOf(each)] or order
    return inside[0 if forwards else -1] if inside else None


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever it stands in so that it is seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def announce(widget: QWidget, words: str, *, at_once: bool) -> None:
    """Let a screen reader say what came up without the focus going there; trouble breaks in, good news waits."""
    said = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    said.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    for event in (QAccessibleEvent(widget, QAccessible.Event.Alert), said):
        QAccessible.updateAccessibility(event)


def heading(page: QWidget) -> str:
    """The words at the top of a page; else the first that stand in it.

    By place, not by layout: Qt deletes the items of a layout behind Python's back, and this is asked with every focus.
    """
    said = [each for each in page.findChildren(QLabel) if each.isVisible() and each.text()]
    said.sort(key=lambda each: (place := each.mapTo(page, QPoint()), place.y(), place.x())[1:])
    return next((each.text() for each in said if each.property("role") in _HEADINGS), said[0].text() if said else "")


def _stops_at(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isEnabled() and not isinstance(widget, Page)


def _laid_out(widget: QWidget) -> Iterator[QWidget]:
    """The widget and all that is seen in it, in the order of its layouts."""
    if not widget.isVisible():
        return
    yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _laid_out(inside)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout, [each for each in widget.children() if isinstance(each, QWidget)])


def _in_layout(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """The items of a layout are never asked for: Qt deletes them behind Python's back, and the next use is a crash."""
    placed: dict[int, QWidget | QLayout] = {layout.indexOf(each): each for each in widgets}
    placed |= {layout.indexOf(each): each for each in layout.children() if isinstance(each, QLayout)}
    for at in sorted(placed):
        each = placed[at]
        if at >= 0:
            yield from _laid_out(each) if isinstance(each, QWidget) else _in_layout(each, widgets)
