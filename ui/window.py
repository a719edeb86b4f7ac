"""The window of the desk: strip, rail, the one question in the middle, panel, foot. It shows values and hands on keys.

It can stand without a desk, so that something is painted before database, procedures and paper are loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import strings
from ui.access import bring_into_view, heading, next_stop, stops
from ui.appearance import LOOKS, SIZES, Look, style_sheet
from ui.keys import Keys
from ui.page import Page
from ui.plain import frame, label
from ui.status.foot import Foot
from ui.status.start import OpeningPage
from ui.status.strip import Status, Strip
from ui.strings import tr

if TYPE_CHECKING:
    from ui.conduct import Conduct

SMALLEST = (1000, 640)


class Window(QMainWindow):
    """The frame. `conduct` is None until the desk is open; it decides what stands in the middle."""

    closed = Signal()
    again = Signal()
    painted = Signal()  # once, when the first picture stands

    def __init__(self, look: Look = LOOKS["light"], language: str = "es") -> None:
        super().__init__()
        strings.speak(language)
        self.look = look
        self.conduct: Conduct | None = None
        self.problem = ""
        self._stands = False
        self._has_rail = True
        self.setWindowTitle(tr("start.name"))
        self.setMinimumSize(*SMALLEST)
        self.resize(1280, 720)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        self._seconds = 0
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.name_page)
        self.build()

    @cached_property
    def keys(self) -> Keys:
        """The keys in the language of now; made when the first one is asked for, after the first picture."""
        return Keys(strings.spoken(), self.do)

    # -- building ---------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Everything anew, in the look and language of now; the desk behind it stays where it stands."""
        look = self.look
        self.setStyleSheet(style_sheet(look))
        self.__dict__.pop("keys", None)
        self.ground = ground = QWidget()
        ground.setObjectName("ground")
        self.rows = rows = QVBoxLayout(ground)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.strip = Strip(look)
        self.strip.emergency.connect(lambda: self.do("emergency"))
        rows.addWidget(self.strip)
        body = QHBoxLayout()
        body.setContentsMargins(look.px(12), look.px(12), look.px(12), look.px(12))
        body.setSpacing(look.px(12))
        self.left, self.middle, self.right = frame("card"), frame("card"), frame("card")
        self.left_layout, self.right_layout = QVBoxLayout(self.left), QVBoxLayout(self.right)
        for layout in (self.left_layout, self.right_layout):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.pages = QStackedWidget()
        middle = QVBoxLayout(self.middle)
        middle.setContentsMargins(1, 1, 1, 1)
        middle.addWidget(self.pages)
        body.addWidget(self.left, 24)
        body.addWidget(self.middle, 70)
        body.addWidget(self.right, 27)
        rows.addLayout(body, 1)
        self.foot = Foot(look)
        self.foot.wanted.connect(self.do)
        rows.addWidget(self.foot)
        self.setCentralWidget(ground)
        if self.conduct is not None:
            self.conduct.build()
        else:
            self.show_opening()
            self.strip.show_status(Status(post=tr("start.name")))
        self._fit()
        QTimer.singleShot(0, self, self.name_page)

    def show_opening(self) -> None:
        """The page before there is a desk."""
        self.left_layout.addWidget(label("", "small"))
        page = OpeningPage(self.look, self.problem)
        page.again.connect(self._again)
        self.show_page(page)

    def _again(self) -> None:
        self.problem = ""
        self.build()
        self.again.emit()

    def fail(self, problem: str) -> None:
        """Say why the desk cannot be opened."""
        self.problem = problem
        self.build()

    def attach(self, make: Callable[[Window], Conduct]) -> None:
        """The desk is open: from now on `conduct` decides."""
        self.conduct = make(self)
        self.build()
        self._clock.start()

    def _fit(self) -> None:
        """Large letters on a small screen: the panel gives way to the question."""
        narrow = self.width() < 1180 * self.look.scale
        wide = self.page is not None and self.page.is_wide
        self.left.setVisible(self._has_rail and not wide)
        says_itself = self.page is not None and not self.page.needs_panel
        self.right.setVisible(not narrow and not wide and not says_itself)
        self.left.setFixedWidth(max(self.look.px(200), min(self.look.px(330), round(self.width() * 0.2))))
        self.right.setFixedWidth(max(self.look.px(240), min(self.look.px(400), round(self.width() * 0.23))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is told, so that everything slow begins after it."""
        super().paintEvent(event)
        if not self._stands:
            self._stands = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: object) -> None:
        """The columns breathe."""
        if hasattr(self, "right"):
            self._fit()

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_rail(self, *, has_rows: bool) -> None:
        """An empty rail gives its room to the page."""
        if has_rows != self._has_rail:
            self._has_rail = has_rows
            self._fit()

    @property
    def page(self) -> Page | None:
        """What stands in the middle."""
        page = self.pages.currentWidget()
        return page if isinstance(page, Page) else None

    def show_page(self, page: Page) -> None:
        """Put a page in the middle; one that is not kept by the conduct goes when it is left."""
        before = self.page
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if before is not None and before is not page and not before.property("kept"):
            self.pages.removeWidget(before)
            before.deleteLater()
        self._fit()
        page.settle()
        self.name_page()

    def name_page(self) -> None:
        """What a screen reader says of the page that has the focus, where the page does not say more itself."""
        page, focus = self.page, self.focusWidget()
        if page is not None and isinstance(focus, Page) and not focus.names_itself:
            focus.setAccessibleName(heading(page))

    # -- keys -------------------------------------------------------------------------------------------------------

    def do(self, act: str) -> None:
        """An act was asked for, by key or by mouse."""
        if self.conduct is not None:
            self.conduct.do(act)
        elif act.startswith("digit_") and self.page is not None:
            self.page.digit(int(act[-1]))
        elif act in ("up", "down"):
            self.arrow(-1 if act == "up" else 1)
        elif act == "enter" and self.page is not None:
            self.page.enter()
        elif act in ("officer_language", "look", "size"):
            self.change(act)

    def change(self, act: str) -> None:
        """Another language of the desk, another look, another size."""
        match act:
            case "officer_language":
                spoken = strings.languages()
                strings.speak(spoken[(spoken.index(strings.spoken()) + 1) % len(spoken)])
            case "look":
                names = list(LOOKS)
                self.look = LOOKS[names[(names.index(self.look.name) + 1) % len(names)]].sized(self.look.scale)
            case _:
                self.look = self.look.sized(SIZES[(SIZES.index(self.look.scale) + 1) % len(SIZES)])
        self.build()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nobody took who is typing text."""
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab: to the next control as it is read, strip to foot."""
        return self._focus_next((self.strip, self.left, self.middle, self.right, self.foot), forwards=forwards)

    def arrow(self, rows: int) -> None:
        """Up or down: the page's own, else from control to control within the page."""
        if self.page is not None and not self.page.arrow(rows):
            self._focus_next((self.middle,), forwards=rows > 0)

    def _focus_next(self, regions: Sequence[QWidget], *, forwards: bool) -> bool:
        found = next_stop(stops(regions), self.focusWidget(), forwards=forwards)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason)
            bring_into_view(found)
        return found is not None

    def _tick(self) -> None:
        self._seconds += 1
        if self.conduct is not None:
            self.conduct.tick(self._seconds)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The records are let go."""
        self._clock.stop()
        self.closed.emit()
        super().closeEvent(event)
