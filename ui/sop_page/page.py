"""The page of procedures: tabs by figure, headings at the side, text in the middle, a search that filters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QVBoxLayout
from shiboken6 import Shiboken

from ui.appearance import LIGHT, Look
from ui.background import run_in_background
from ui.page import Page
from ui.plain import Button, Field, clean, label
from ui.sop_page.blocks import Block, filtered
from ui.sop_page.chart import ChartView, Picture
from ui.sop_page.sheet import Sheet
from ui.sop_page.tabs import TABS, Tab
from ui.strings import tr

if TYPE_CHECKING:
    from ui.desk import Desk

_SIDE: Final = 250
_DEEPEST: Final = 2


class SopPage(Page):
    """Emits `told`, `refused` with words, and `shown` when a tab stands."""

    told = Signal(str)
    refused = Signal(str)
    shown = Signal()
    begun = Signal(int)  # the heading chosen on a page that begins something
    is_wide = True

    def __init__(self, desk: Desk, look: Look = LIGHT) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self.tab = TABS[0]
        self.blocks: tuple[Block, ...] = ()
        self.waits = False  # for a page that is being made
        self._turn = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(10))
        rows.setSpacing(look.px(8))
        rows.addLayout(self._tabs())
        self.field = Field(tr("sop.search"), most=60)
        self.field.setStyleSheet(f"QLineEdit {{ font-size: {look.px(16)}px; padding: {look.px(2)}px {look.px(8)}px; }}")
        self.field.textChanged.connect(self._filter)
        self.status = label("", "small", wrap=False)
        search = QHBoxLayout()
        search.setSpacing(look.px(12))
        self.begin = Button(tr("try.begin"), look, key=tr("key.Return"), kind="primary", height=44)
        self.begin.clicked.connect(self.enter)
        search.addWidget(self.field, 2)
        search.addWidget(self.status, 3)
        search.addWidget(self.begin, 1)
        rows.addLayout(search)
        self.headings = self._headings()
        self.sheet = Sheet(look)
        self.sheet.verticalScrollBar().valueChanged.connect(lambda _: self._follow())
        body = QHBoxLayout()
        body.setSpacing(look.px(12))
        body.addWidget(self.headings)
        body.addWidget(self.sheet, 1)
        self.chart = ChartView(look)
        self.chart.hide()
        body.addWidget(self.chart, 1)
        rows.addLayout(body, 1)
        self.open(self.tab)

    def _tabs(self) -> QGridLayout:
        """One row; two where the letters are large."""
        bar = QGridLayout()
        bar.setSpacing(self._look.px(6))
        columns = len(TABS) if self._look.scale == 1.0 else (len(TABS) + 1) // 2
        self.buttons: dict[str, Button] = {}
        for place, tab in enumerate(TABS, 1):
            button = Button(tr(f"sop.tab.{tab.id}"), self._look, key=str(place), kind="quiet", height=44)
            button.clicked.connect(partial(self.open, tab))
            self.buttons[tab.id] = button
            bar.addWidget(button, *divmod(place - 1, columns))
        return bar

    def _headings(self) -> QListWidget:
        look = self._look
        made = QListWidget()
        made.setAccessibleName(tr("sop.headings"))
        made.setFixedWidth(look.px(_SIDE))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setStyleSheet(
            f"QListWidget {{ background: transparent; border: none; border-right: 1px solid {look.line}; }}"
            f"QListWidget::item {{ color: {look.muted}; padding: {look.px(4)}px; border-radius: {look.px(4)}px; }}"
            f"QListWidget::item:selected {{ background: {look.sunken}; color: {look.ink};"
            f" border-left: {look.px(4)}px solid {look.action}; }}"
        )
        made.clicked.connect(lambda index: self.sheet.go_to(index.row()))
        return made

    # -- what is shown ----------------------------------------------------------------------------------------------

    def open(self, tab: Tab) -> None:
        """Another page; what is slow is made away from the window, and what comes too late is not shown."""
        self.tab = tab
        self.chart.hide()
        self.sheet.show()
        self.field.show()
        self.begin.setVisible(tab.begins and not self._desk.training)
        self._turn += 1
        turn = self._turn
        for name, button in self.buttons.items():
            button.chosen = name == tab.id
            button.setAccessibleDescription(tr("sop.headings") if button.chosen else "")
            button.update()

        def then(made: tuple[Block, ...] | Picture) -> None:
            if turn == self._turn and Shiboken.isValid(self):
                self.waits = False
                self.blocks = () if isinstance(made, Picture) else made
                self._filter()
                if isinstance(made, Picture):
                    self._draw(made)
                self.shown.emit()

        def failed(problem: BaseException) -> None:
            if not isinstance(problem, ValueError | LookupError):
                raise problem  # ours to mend: it goes to the crash note
            if turn == self._turn and Shiboken.isValid(self):
                self.waits = False
                self._show((), tr("sop.failed", detail=problem))
                self.shown.emit()

        if tab.is_slow:
            self.blocks, self.waits = (), True
            self._show((), tr("sop.drawing"))
            run_in_background(partial(tab.says, self._desk), then, failed)
            return
        try:
            made = tab.says(self._desk)
        except (ValueError, LookupError) as problem:
            failed(problem)
        else:
            then(made)

    def _draw(self, picture: Picture) -> None:
        """A picture takes the place of the text."""
        self.sheet.hide()
        self.field.hide()
        self.chart.show()
        self.chart.show_picture(picture)
        self.status.setText(tr("sop.chart_help"))

    def _filter(self) -> None:
        sought = self.field.text().strip()
        kept, count = filtered(self.blocks, sought)
        if not sought:
            said = ""
        elif count == 0:
            said = tr("sop.match_none", words=sought)
        else:
            said = tr("sop.match_one", words=sought) if count == 1 else tr("sop.matches", count=count, words=sought)
        self._show(kept, said, sought)

    def _show(self, blocks: tuple[Block, ...], said: str, sought: str = "") -> None:
        self.status.setText(said or tr("sop.help"))
        self.sheet.show_blocks(blocks, sought)
        self.headings.clear()
        levels = [
            (level, ("– " if level == _DEEPEST else "") + clean(words, 120)) for words, level, _ in self.sheet.headings
        ]
        self.headings.addItems([words for _, words in levels])
        model = self.headings.model()  # an item made here has two owners, which ended the program in a random run
        for row, (level, _) in enumerate(levels):
            font = self._look.font(16 if level == 0 else 14, bold=level == 0)
            model.setData(model.index(row, 0), font, Qt.ItemDataRole.FontRole)
        self.headings.setVisible(len(self.sheet.headings) > 1)
        self._follow()

    def _follow(self) -> None:
        """The heading of what stands at the top is the one chosen."""
        self.headings.setCurrentRow(max(0, self.sheet.at()))

    # -- keys -------------------------------------------------------------------------------------------------------

    def digit(self, digit: int) -> bool:
        """1 to 8 open a page, 0 begins the search."""
        if digit == 0 and self.field.isVisible():
            self.field.setFocus()
            self.field.selectAll()
        elif 0 < digit <= len(TABS):
            self.open(TABS[digit - 1])
        return True

    def arrow(self, rows: int) -> bool:
        """Scroll."""
        self.chart.move_by(0, rows) if self.chart.isVisible() else self.sheet.scroll_by(rows)
        return True

    def enter(self) -> bool:
        """From the search back to the page; there, begin what the page offers."""
        if self.chart.isVisible():
            self.chart.turn_near()
        elif self.begin.isVisible() and not self.field.hasFocus():
            self.begun.emit(max(0, self.headings.currentRow()))
        self.setFocus()
        return True

    def leave(self) -> bool:
        """Esc ends a search, then leaves the page."""
        if not self.field.text() and not self.field.hasFocus():
            return False
        self.field.clear()
        self.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from heading to heading, page keys turn; the rest goes on to the window."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        way = 1 if key == Qt.Key.Key_Right else -1
        if plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.chart.isVisible():
            self.chart.move_by(way, 0)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.sheet.headings:
            here = self.headings.currentRow() + way
            place = max(0, min(len(self.sheet.headings) - 1, here))
            self.sheet.go_to(place)
            self.headings.setCurrentRow(place)
        elif plain and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.sheet.turn(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)
