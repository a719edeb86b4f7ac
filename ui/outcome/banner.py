"""The head of the outcome: what follows and why it matters, alerts, and whose class it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.appearance import Look
from ui.icons import FAMILY_ICONS
from ui.outcome.account import Account
from ui.plain import Button, Sign, clean, frame, label
from ui.strings import tr


def course_banner(look: Look, account: Account) -> QFrame:
    """What follows for the traveller, by which edition, and the precaution with its clause."""
    banner, words = _banner(look, account.family, FAMILY_ICONS[account.family], 48)
    row = QHBoxLayout()
    row.setSpacing(look.px(16))
    row.addWidget(label(account.course, "heading", family=account.family), 1)
    if account.precaution_source:
        row.addWidget(label(clean(account.precaution_source, 120), "small", wrap=False))
    words.addLayout(row)
    words.addWidget(label(f"{account.classification}, {account.by}", "strong"))
    words.addWidget(label(account.precaution, "body"))
    return banner


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
    row.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
    row.setSpacing(look.px(16))
    row.addWidget(Sign(sign, look, family, size), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    row.addLayout(words, 1)
    return banner, words


def side_by_side(look: Look, account: Account) -> tuple[QFrame, Button | None]:
    """The program's class beside the official's; the button asks for the second person where one must agree."""
    waits = account.pending or account.unreviewed
    box = frame("banner", "watch") if waits else frame("card")
    whole = QVBoxLayout(box)
    whole.setContentsMargins(look.px(14), look.px(8), look.px(14), look.px(8))
    whole.setSpacing(look.px(4))
    both = QHBoxLayout()
    both.setSpacing(look.px(16))
    own = tr("outcome.judgement") + (f" · {account.own_by}" if account.own_by else "")
    for caption, words, strong in (
        (tr("outcome.program"), account.program, True),
        (own, account.own, not account.agrees),
    ):
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(label(clean(caption, 120), "caption"))
        side.addWidget(label(clean(words, 300), "strong" if strong else "body"))
        side.addStretch(1)
        both.addLayout(side, 1)
    whole.addLayout(both)
    if not waits:
        return box, None
    row = QHBoxLayout()
    row.setSpacing(look.px(10))
    row.addWidget(Sign("warning", look, "watch", 24))
    row.addWidget(label(tr("outcome.pending" if account.pending else "outcome.unreviewed"), "strong"), 1)
    words = tr("outcome.countersign" if account.pending else "outcome.review")
    whole.addLayout(row)
    button = Button(words, look, key="F7", kind="quiet", height=44)
    whole.addWidget(button)
    return box, button
