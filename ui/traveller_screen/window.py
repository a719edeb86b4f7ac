"""The second window, turned to the traveller. It takes no keys: the desk keeps them, and a scan never lands here."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from screening.session import State
from sops.catalogue import Catalogue
from ui.appearance import LIGHT, Look
from ui.traveller_screen.answers import Answers
from ui.traveller_screen.body import Body
from ui.traveller_screen.foot import Dots, Foot
from ui.traveller_screen.languages import LanguageStrip, Welcome
from ui.traveller_screen.lettering import have_fonts
from ui.traveller_screen.showing import Showing, showing_of
from ui.traveller_screen.words import own

_DESIGN: Final = (1280, 720)


class TravellerScreen(QWidget):
    """Shows a state to the traveller; emits what was touched, and decides nothing."""

    language_chosen = Signal(str)
    answered = Signal(str)

    def __init__(self, catalogue: Catalogue, look: Look = LIGHT) -> None:
        super().__init__()
        have_fonts()
        self._wording, self._design = catalogue.wording, look
        self.showing: Showing | None = None
        self.setWindowTitle("Paso Seguro")
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.welcome = Welcome(self._wording)
        self.strip = LanguageStrip(self._wording)
        self.body = Body(look, self._wording)
        self.answers = Answers()
        self.dots, self.foot = Dots(), Foot()
        self._build()
        for choice in (self.welcome, self.strip):
            choice.chosen.connect(self.language_chosen)
        self.answers.answered.connect(self.answered)
        self.resize(*_DESIGN)
        self._tell()

    def _build(self) -> None:
        self._question = QWidget()
        self._middle = QVBoxLayout(self._question)
        self._middle.addWidget(self.body, 1)
        self._middle.addWidget(self.answers)
        self._middle.addWidget(self.dots)
        self._pages = QStackedLayout()
        self._idle = QWidget()
        self._idle_room = QVBoxLayout(self._idle)
        self._idle_room.addWidget(self.welcome)
        self._pages.addWidget(self._idle)
        self._pages.addWidget(self._question)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        whole.addLayout(self._pages, 1)
        whole.addWidget(self.foot)

    @property
    def look(self) -> Look:
        """The look at the size of this window: what is 44 px at 1280 x 720 is 66 px at 1920 x 1080."""
        grown = min(self.width() / _DESIGN[0], self.height() / _DESIGN[1])
        return self._design.sized(max(0.6, grown))

    @Slot(object)
    def show_state(self, state: State | None) -> None:
        """Show the step at hand in the traveller's language; without a traveller, welcome everybody."""
        self.showing = showing_of(state, self._wording)
        self._tell()

    def set_look(self, look: Look) -> None:
        """Light, dark or high contrast."""
        self._design = look
        self._tell()

    def open_beside(self, desk: QWidget) -> None:
        """Full screen on a display that is not the desk's; an ordinary window where there is only one."""
        others = [screen for screen in QGuiApplication.screens() if screen is not desk.screen()]
        if not others:
            self.show()
            return
        self.setScreen(others[0])
        self.setGeometry(others[0].geometry())
        self.showFullScreen()

    def _tell(self) -> None:
        look, showing = self.look, self.showing
        is_rtl = showing is not None and showing.direction == "rtl"
        for each in (self.answers, self.dots, self.foot):
            each.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        self._middle.setContentsMargins(look.px(56), look.px(24), look.px(56), look.px(10))
        self._middle.setSpacing(look.px(18))
        self._idle_room.setContentsMargins(look.px(56), look.px(40), look.px(56), look.px(40))
        self.strip.setVisible(showing is not None)
        if showing is None:
            self.welcome.offer(look)
            self.foot.say(own("who", "es", self._wording), own("who", "en", self._wording), (), look)
            self._pages.setCurrentWidget(self._idle)
        else:
            self.strip.offer(showing.language, look)
            self.answers.offer(showing.answers, look, can_touch=showing.touch)
            self.dots.say(showing.stage, look)
            self.foot.say(showing.who, showing.noted, showing.marks, look)
            self.body.say(showing, look)
            self._pages.setCurrentWidget(self._question)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything grows with the window."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._design.colour("paper"))
        painter.end()
