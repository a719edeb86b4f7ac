"""The head of the outcome: what follows, alerts, whose class it is, that it is finished; and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.icons import FAMILY_ICONS
from ui.outcome.account import Account
from ui.plain import Button, Sign, clean, frame, hint, label
from ui.saying import Mark
from ui.strings import tr


def course_banner(look: Look, account: Account, *, whole: bool) -> QFrame:
    """What follows for the traveller, what to do, and the class by its edition; with `whole` the clause too."""
    banner, words = _banner(look, account.family, FAMILY_ICONS[account.family], 48)
    row = QHBoxLayout()
    row.setSpacing(look.px(16))
    row.addWidget(label(account.course, "heading", family=account.family), 1)
    if whole and account.precaution_source:
        row.addWidget(label(clean(account.precaution_source, 120), "small", wrap=False))
    if account.precaution_mark is not None:
        row.addWidget(Sign(account.precaution_mark.sign, look, "muted", 16))
    words.addLayout(row)
    words.addWidget(label(account.precaution, "strong"))
    words.addWidget(label(f"{account.classification}, {account.by}", "body"))
    return banner


def finished(look: Look, account: Account) -> tuple[QWidget, Button]:
    """How it ended; the button takes the next traveller."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(6))
    column.addWidget(label(account.closed, "label", family=account.closed_family))
    button = Button(tr("outcome.next"), look, key=tr("key.Return"), kind="primary")
    column.addWidget(button)
    return box, button


def legend(look: Look, marks: Iterable[Mark | None]) -> QWidget:
    """What the signs beside clauses and duties mean, each once."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(6))
    for mark in dict.fromkeys(each for each in marks if each is not None):
        row.addSpacing(look.px(10))
        row.addWidget(Sign(mark.sign, look, "muted", 16))
        words = label(mark.words, "small", wrap=False)
        hint(words, mark.meaning)
        row.addWidget(words)
    row.addStretch(1)
    return box


def alert_banner(look: Look, words: str) -> QFrame:
    """An alert of the definition: it stands above everything and asks for nothing, so that care goes on."""
    banner, column = _banner(look, "emergency", "warning", 40)
    banner.setAccessibleName(f"{tr('outcome.alert')}: {words}")
    column.addWidget(label(tr("outcome.alert"), "caption", family="emergency"))
    column.addWidget(label(clean(words, 300), "label", family="emergency"))
    return banner


def _banner(look: Look, family: str, sign: str, size: int) -> tuple[QFrame, QVBoxLayout]:
    banner = frame("banner", family)
    row = QHBoxLayout(banner)
    row.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(4))
    row.setSpacing(look.px(16))
    row.addWidget(Sign(sign, look, family, size), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    row.addLayout(words, 1)
    return banner, words


def side_by_side(look: Look, account: Account, *, is_next: bool) -> tuple[QFrame, Button | None]:
    """The program's class beside the official's; the button asks for the second person where one must agree.

    `is_next`: nothing else is left to be done.
    """
    waits = account.waits
    box = frame("banner", "watch") if waits else frame("card")
    whole = QVBoxLayout(box)
    whole.setContentsMargins(look.px(14), look.px(8), look.px(14), look.px(8))
    whole.setSpacing(look.px(4))
    both = QHBoxLayout()
    both.setSpacing(look.px(16))
    own = tr("outcome.judgement") + (f" · {account.own_by}" if account.own_by else "")
    for caption, words, strong, wide in (
        (tr("outcome.program"), account.program, True, 2),
        (own, account.own, not account.agrees, 3 if waits else 2),
    ):
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(label(clean(caption, 120), "caption"))
        side.addWidget(label(clean(words, 300), "strong" if strong else "body"))
        side.addStretch(1)
        both.addLayout(side, wide)
    whole.addLayout(both)
    if not waits:
        return box, None
    row = QHBoxLayout()
    row.setSpacing(look.px(10))
    row.addWidget(Sign("warning", look, "watch", 24))
    row.addWidget(label(tr("outcome.pending" if account.pending else "outcome.unreviewed"), "strong"), 1)
    words = tr("outcome.countersign" if account.pending else "outcome.review")
    whole.addLayout(row)
    key, kind, height = (tr("key.Return"), "primary", 48) if is_next else ("F7", "quiet", 44)
    button = Button(words, look, key=key, kind=kind, height=height)
    whole.addWidget(button)
    return box, button
