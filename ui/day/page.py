"""The day page: one local day at this post, seen, printed and saved. Counting and drawing never hold the window up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from ui.appearance import LIGHT, Look
from ui.background import run_in_background
from ui.day import numbers
from ui.day.acts import ACTS, DayAct
from ui.day.parts import Chosen, PartBar
from ui.day.saving import ask_where, write
from ui.day.sheet import SheetView, drawn
from ui.page import Page
from ui.plain import Button, label
from ui.strings import day_in_words, spoken, tr

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.printing import Printer

__all__ = ["DayPage"]


class DayPage(Page):
    """Emits `told` with good news and `refused` with words when something could not be done."""

    told = Signal(str)
    refused = Signal(str)
    is_wide = True
    shown = Signal()  # the sheet, or why there is none, is on screen

    def __init__(
        self,
        desk: Desk,
        look: Look = LIGHT,
        *,
        printer: Printer | None = None,
        where: Callable[[QWidget, str], Path | None] = ask_where,
    ) -> None:
        super().__init__()
        from screening.release import Version

        self._desk, self._look, self._printer, self._where = desk, look, printer, where
        self.day = desk.today()
        self.version = Version.HEALTH_AUTHORITY
        self.part = Chosen(desk)
        self.is_conformance = False
        self.found: numbers.Day | None = None
        self._offered: Mapping[str, tuple[str, ...]] | None = None  # of this day, as it was last counted
        self._turn = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.actions_: dict[str, QAction] = {}
        self.buttons: dict[str, Button] = {}
        self._build()
        self.load()

    # -- building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(12))
        rows.setSpacing(look.px(10))
        for act in ACTS:
            self._make(act)
        self.title = label("", "label", wrap=False)
        self.status = label("", "small")
        head = self._bar(("earlier", "later"))
        head.insertWidget(0, self.title, 2)
        rows.addLayout(head)
        self._bars = QWidget()
        bars = QVBoxLayout(self._bars)
        bars.setContentsMargins(0, 0, 0, 0)
        bars.setSpacing(look.px(10))
        for names in (("exact", "public", "conformance", "part"), ("print", *numbers.FORMATS)):
            bars.addLayout(self._bar(names))
        rows.addWidget(self._bars)
        self.parts = PartBar(look)
        self.parts.setVisible(False)
        self.parts.pressed.connect(self.narrow)
        self.parts.done.connect(lambda: self._choose_part(is_open=False))
        rows.addWidget(self.parts)
        rows.addWidget(self.status)
        self.sheet = SheetView(look)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.sheet)
        rows.addWidget(self._area, 1)

    def _bar(self, names: tuple[str, ...]) -> QHBoxLayout:
        """A row of buttons."""
        bar = QHBoxLayout()
        bar.setSpacing(self._look.px(8))
        for name in names:
            self.buttons[name].setFixedHeight(self._look.px(44))
            bar.addWidget(self.buttons[name], 3 if name == "print" else 2)
        return bar

    def _make(self, act: DayAct) -> None:
        """The named action and its button."""
        action = QAction(tr(f"day.{act.id}"), self)
        action.setObjectName(f"day.{act.id}")
        action.triggered.connect(lambda _=False, name=act.id: self.do(name))
        self.actions_[act.id] = action
        words = act.id.upper() if act.id in numbers.FORMATS else tr(f"day.{act.id}")
        button = Button(words, self._look, key=act.cap, kind="quiet", height=44)
        button.setAccessibleName(f"{tr(f'day.{act.id}')} {act.cap}")
        button.clicked.connect(action.trigger)
        self.buttons[act.id] = button

    # -- keys -------------------------------------------------------------------------------------------------------

    def digit(self, digit: int) -> bool:
        """Figures do what stands on the buttons."""
        return self._press(Qt.Key.Key_0 + digit)

    def scroll_by(self, rows: int) -> None:
        """Up and down the sheet."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + rows * self._look.px(120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right change the day; what this page does not know goes on to the window."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain:
            self.scroll_by(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif not (plain and self._press(event.key())):
            super().keyPressEvent(event)

    def _press(self, key: int) -> bool:
        if self.is_choosing and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.parts.press(key - Qt.Key.Key_0)
            return True
        act = next((each for each in ACTS if each.key == key), None)
        if act is not None:
            self.actions_[act.id].trigger()
        return act is not None

    def showEvent(self, event: QShowEvent) -> None:
        """Keys come here at once."""
        super().showEvent(event)
        self.setFocus()

    # -- what can be done -------------------------------------------------------------------------------------------

    def do(self, act: str) -> None:
        """Do one of `ACTS`."""
        from screening.release import Version

        match act:
            case "earlier" | "later":
                self.go_to(self.day + timedelta(days=1 if act == "later" else -1))
            case "exact" | "public":
                self.version = Version.PUBLIC if act == "public" else Version.HEALTH_AUTHORITY
                self.is_conformance = False
                if act == "public":
                    self.part.clear()
                self.load()
            case "conformance":
                self.is_conformance = True
                self.load()
            case "part" if self.version is Version.PUBLIC and not self.is_conformance:
                self._refuse(tr("day.whole_only"))
            case "part":
                self._choose_part(is_open=True)
            case "print":
                self._print()
            case _:
                self._save(act)

    def narrow(self, kind: str) -> None:
        """The next part of that kind; without a kind the whole day again."""
        if not kind:
            self.part.clear()
        elif self._offered is None:
            self._refuse(self.status.text())
            return
        else:
            self.part.turn(kind, self._offered[kind])
        self.load()

    @property
    def is_choosing(self) -> bool:
        """Whether a part of the day is being chosen: then the figures are those of its keys."""
        return self.parts.isVisibleTo(self)

    def _choose_part(self, *, is_open: bool) -> None:
        self._bars.setVisible(not is_open)
        self.parts.setVisible(is_open)
        self._name_part()
        self.setFocus()

    def _name_part(self) -> None:
        said, button = self.part.said, self.buttons["part"]
        button.chosen = bool(said)
        button.sign = "done" if said else ""
        button.say(tr("day.of_part", part=said) if said else tr("day.part"))
        self.parts.show_part(self.part)

    def leave(self) -> bool:
        """Esc closes the choice of a part first."""
        was_open = self.is_choosing
        if was_open:
            self._choose_part(is_open=False)
        return was_open

    def go_to(self, day: date) -> None:
        """Another day; the future has none."""
        if day > self._desk.today():
            self._refuse(tr("day.future"))
            return
        self.day, self._offered = day, None
        self.load()

    def load(self) -> None:
        """Count and draw in the background; what comes too late is not shown."""
        from screening.records.errors import RecordError

        self._turn += 1
        turn = self._turn
        self.found = None
        self.title.setText(day_in_words(self.day, year=True))
        shown = "conformance" if self.is_conformance else "public" if self.version.value == "public" else "exact"
        for name in ("exact", "public", "conformance"):
            button = self.buttons[name]
            button.chosen = name == shown
            button.sign = "done" if button.chosen else ""
            button.update()
        self._name_part()
        self._show(None, tr("day.drawing"))
        try:
            asked = numbers.ask(
                self._desk,
                self.day,
                self.version,
                spoken(),
                only=self.part.only,
                said=self.part.said,
                is_conformance=self.is_conformance,
            )
        except numbers.NoEditionError:
            self._show(None, tr("day.no_edition"))
            self.shown.emit()
            return

        def work() -> tuple[numbers.Day, QImage]:
            day = numbers.counted(self._desk, asked)
            return day, drawn(day.pdf)

        def then(made: tuple[numbers.Day, QImage]) -> None:
            if turn == self._turn and Shiboken.isValid(self):
                self.found, self._offered = made[0], made[0].offered
                self._show(made[1], self._said(made[0]))
                self.shown.emit()

        def failed(problem: BaseException) -> None:
            if turn == self._turn and Shiboken.isValid(self):
                self._show(None, tr("day.failed", detail=problem))
                self.shown.emit()
            if not isinstance(problem, RecordError):
                raise problem  # ours to mend: it goes to the crash note

        run_in_background(work, then, failed)

    def _said(self, day: numbers.Day) -> str:
        if day.screened == 0:
            return tr("day.zero" if day.asked.only.is_whole else "day.nobody_of_part")
        return tr("day.one") if day.screened == 1 else tr("day.count", count=day.screened)

    def _show(self, image: QImage | None, said: str) -> None:
        self.status.setText(said)
        self.sheet.show_image(image, f"{tr('day.title')} {self.day.isoformat()}: {said}")

    def _refuse(self, said: str) -> None:
        if not Shiboken.isValid(self):  # the page was left while a file was being written
            return
        self.status.setText(said)
        self.refused.emit(said)

    def _tell(self, said: str) -> None:
        if not Shiboken.isValid(self):
            return
        self.status.setText(said)
        self.told.emit(said)

    def _save(self, form: str) -> None:
        day = self.found
        if day is None:
            self._refuse(tr("day.wait"))
            return
        if not day.papers.makes(form):
            words = "day.no_such" if self.is_conformance else "day.no_part"
            self._refuse(tr(words, form=form.upper()))
            return
        path = self._where(self, numbers.file_name(day, form))
        if path is None:
            return

        def failed(problem: BaseException) -> None:
            detail = problem.strerror if isinstance(problem, OSError) and problem.strerror else problem
            self._refuse(tr("day.not_saved", name=path.name, detail=detail))

        run_in_background(
            lambda: write(path, numbers.file_of(self._desk, day, form)),
            lambda _: self._tell(tr("day.saved", name=path.name)),
            failed,
        )

    def _print(self) -> None:
        day = self.found
        if day is None:
            self._refuse(tr("day.wait"))
            return
        from ui.printing import CupsPrinter

        printer = self._printer or CupsPrinter()
        run_in_background(
            lambda: printer.print(day.pdf, numbers.file_name(day, "pdf")),
            lambda _: self._tell(tr("day.printed")),
            lambda problem: self._refuse(tr("day.not_printed", detail=problem)),
        )
