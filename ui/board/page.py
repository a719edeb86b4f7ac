"""The board: everybody who waits, in groups by what is waited for, late ones above all; figures jump, arrows choose."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.appearance import Look
from ui.board.chips import Chip
from ui.board.deciding import Deciding
from ui.board.gathering import GROUPS, Gathered, is_emergency, is_somebody, is_urgent
from ui.board.listing import BoardList, Heading, Line, Row
from ui.board.owing import Owing
from ui.board.rows import Waiting
from ui.page import Page
from ui.plain import label
from ui.rooms.rows import Chamber
from ui.strings import tr

KEYS: Final = {
    "now": "0",
    "decide": "",
    "second": "2",
    "secondary": "3",
    "aside": "4",
    "room": "5",
    "notify": "6",
    "transport": "7",
    "clean": "8",
    "after": "9",
}
"""Which figure leads to which group; 1 marks what stands under the ring. No figure is left for `decide`: by Tab."""


class BoardPage(Page):
    """Emits `resumed(screening)`, `done(screenings, duty)`, `looked(room)`, `cleaned(room)` and more of that kind."""

    resumed = Signal(str)
    done = Signal(object, str)
    looked = Signal(str)
    cleaned = Signal(str)
    decides = Signal(str)
    corrects = Signal(str)
    refused = Signal(str)
    left = Signal()
    is_wide = True

    def __init__(self, look: Look, title: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(20), look.px(14), look.px(20), look.px(12))
        layout.setSpacing(look.px(8))
        layout.addWidget(label(title or tr("board.title"), "heading"))
        self.chips = {group: Chip(look, key, tr(f"board.chip.{group}")) for group, key in KEYS.items()}
        row = QHBoxLayout()
        row.setSpacing(look.px(4))
        for group, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, group=group: self.jump(group))
            row.addWidget(chip, 1)
        layout.addLayout(row)
        self._empty = label(tr("board.empty"), "lead")
        layout.addWidget(self._empty)
        self.list = BoardList(look, small=False)
        self.list.wanted.connect(self._want)
        layout.addWidget(self.list, 1)
        self._older = label(tr("owed.older"), "small")
        layout.addWidget(self._older)
        layout.addWidget(label(tr("board.help"), "small"))
        self.show_groups(Gathered({}))

    def show_groups(self, found: Gathered) -> None:
        """Emergencies; due or late: people, other work; then the groups in order. A chip counts its whole group."""
        every = [(group, line) for group in GROUPS for line in found.groups.get(group, ())]
        urgent = sorted((pair for pair in every if is_urgent(pair[1])), key=lambda pair: _rank(pair[1]))
        rows: list[Row] = []
        self._starts: dict[str, int] = {}
        under_of = {group: [each for each in every if each[0] == group and each not in urgent] for group in GROUPS}
        alarms = [each for each in urgent if is_emergency(each[1])]
        under_of = {"emergency": alarms, "now": urgent[len(alarms) :], **under_of}
        for heading, under in under_of.items():
            if under:
                rows.append(Heading(tr(f"board.group.{heading}", count=len(under))))
            for group, line in under:
                self._starts.setdefault("now" if heading == "emergency" else heading, len(rows))
                self._starts.setdefault(group, len(rows))
                rows.append(line)
        for group, chip in self.chips.items():
            late = len(urgent) if group == "now" else sum(each == group for each, _ in urgent)
            chip.show_count(late if group == "now" else len(found.groups.get(group, ())), late)
        self._fit()
        self.list.show_lines(tuple(rows))
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._older.setVisible(found.older)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters on a small screen: chips of nobody give their room to the others."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < sum(chip.sizeHint().width() for chip in self.chips.values())
        for chip in self.chips.values():
            chip.setVisible(chip.count > 0 or not is_narrow)

    def jump(self, group: str) -> None:
        """The ring goes to the first row of a group, and the group to the top."""
        if group in self._starts:
            self.list.stand_at(self._starts[group])
        self.setFocus()

    def arrow(self, rows: int) -> bool:
        """Arrow up or down."""
        self.list.choose(rows)
        return True

    def enter(self) -> bool:
        """Go on with the one chosen; what is owed is marked by a key of its own."""
        chip = self.focusWidget()
        if isinstance(chip, Chip) and chip.hasFocus():
            chip.click()
        elif self.list.chosen is not None:
            self._want(self.list.chosen)
        return True

    def digit(self, digit: int) -> bool:
        """1: what stands under the ring was done; the others jump."""
        if digit == 1:
            self._done(self.list.chosen)
        else:
            self.jump(next(group for group, key in KEYS.items() if key == str(digit)))
        return True

    def _done(self, row: Line | None) -> None:
        match row:
            case Owing(room=room) if room:
                self.cleaned.emit(room)
            case Owing(is_gone=True):
                self.done.emit((row.screening, *row.others), row.duty)
            case Chamber(resumes=inside):
                (self.looked if inside else self.cleaned).emit(row.room)
            case Deciding(is_record=True):
                self.refused.emit(tr("board.in_record"))
            case None:
                pass
            case _:
                self.refused.emit(tr("board.at_desk"))

    def leave(self) -> bool:
        """Back to where we were."""
        self.left.emit()
        return True

    def _want(self, row: Line) -> None:
        match row:
            case Waiting(screening=screening) | Owing(screening=screening, is_gone=False):
                self.resumed.emit(screening)
            case Chamber(resumes=screening) if screening:
                self.resumed.emit(screening)
            case Deciding(key=key, is_record=is_record):
                (self.corrects if is_record else self.decides).emit(key)
            case _:
                self.refused.emit(tr("owed.press"))


def _rank(line: Line) -> int:
    return 0 if is_emergency(line) else 1 if is_somebody(line) else 2
