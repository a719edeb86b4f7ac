"""Start: a window first, then everything it needs. `run` returns when the window is closed."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from screening.records.errors import EnvironmentProblem
from ui import crash
from ui.appearance import LOOKS, register_fonts, register_later_fonts
from ui.background import run_in_background
from ui.place import Place, read_place
from ui.status.start import OpeningPage
from ui.strings import tr
from ui.window import Window

if TYPE_CHECKING:
    from sops.catalogue import Catalogue
    from ui.desk import Desk
    from ui.intake.wedge import Wedge
    from ui.printing import Printer
    from ui.renewing import Renewal
    from ui.settings.first import FirstSetUp


_HIDDEN_MS = 1500


def utc_now() -> datetime:
    """The clock of this computer."""
    return datetime.now(UTC)


class Application(QObject):
    """One window and the desk of one data folder. `painted` is called after the first paint.

    `language` and `look` are those of the desk's settings where none is named; with `is_first` a desk that nobody has
    set up is set up before it is opened.
    """

    renewed = Signal(int, int)  # of the lists: how many of how many

    def __init__(
        self,
        home: Path,
        *,
        clock: Callable[[], datetime] = utc_now,
        language: str | None = None,
        look: str | None = None,
        is_first: bool = False,
        printer: Printer | None = None,
        on_open: Callable[[Application], None] | None = None,
    ) -> None:
        super().__init__()
        self.qt = QApplication.instance() or QApplication(["paso"])
        assert isinstance(self.qt, QApplication)
        self.qt.setApplicationName("Paso Seguro")
        register_fonts(first=True)
        self.home, self.clock, self._on_open, self._printer = home, clock, on_open, printer
        self.desk: Desk | None = None
        self.wedge: Wedge | None = None
        self._is_first = is_first
        self._first: FirstSetUp | None = None
        place = self._place()
        self.window = Window(LOOKS[look or place.look].sized(place.size), language or place.language)
        self.window.closed.connect(self._close)
        self.window.again.connect(self.open)
        self.window.painted.connect(self._open_once)
        self._begun = False
        self._renewal: Renewal | None = None
        self._thread: Thread | None = None
        self.renewed.connect(self._show_renewed)

    def start(self) -> None:
        """Show the window, paint it, and only then load the rest."""
        crash.catch(self._tell_crash, self.home / "failures.txt")
        self.window.show()
        QTimer.singleShot(_HIDDEN_MS, self._open_once)  # a window that is never painted (minimised) opens all the same

    def _open_once(self) -> None:
        if not self._begun:
            self._begun = True
            self.open()

    def _place(self) -> Place:
        """What is set; as at first while that cannot be read."""
        try:
            return read_place(self.home / "desk.json")
        except EnvironmentProblem:
            return Place()

    def open(self) -> None:
        """Load procedures and records away from the window, then put the desk into it."""
        if self._is_first:
            run_in_background(self._ask_before, self._set_up, self._failed)
            return
        run_in_background(self._load, self._opened, self._failed)

    def _load(self) -> Desk:
        from ui.home import Home
        from ui.renewing import Renewal

        desk = Home(self.home).open_desk(clock=self.clock)
        if desk.store.stale:
            self._renewal = Renewal(desk)
            self._renewal.first(self.renewed.emit)
        desk.setting(desk.today()).memory(desk.today()).think_ahead()
        desk.waiting()
        desk.still_owed()
        return desk

    def _ask_before(self) -> tuple[Catalogue, tuple[str, ...]] | None:
        from sops.catalogue import load
        from ui.home import Home
        from ui.settings.acts import printers

        if not Home(self.home).is_unsettled:
            return None
        try:
            return Home(self.home).catalogue(), printers()
        except EnvironmentProblem:  # which packs may be read stands in the file that cannot be
            return load(cache=self.home / "cache"), printers()

    def _set_up(self, found: tuple[Catalogue, tuple[str, ...]] | None) -> None:
        """The first set-up, where it is needed; the desk opens when it is kept."""
        self._is_first = False
        if found is None:
            self.open()
            return
        from ui.settings.first import FirstSetUp

        self._listen()
        self._first = FirstSetUp(self.window, self.home, *found)
        self._first.done.connect(self.open)

    def _listen(self) -> None:
        """Readers are heard from now on: what they type is never taken for keys of an officer."""
        from ui.intake.wedge import Wedge, install

        if self.wedge is None:
            self.wedge = Wedge()
            assert isinstance(self.qt, QApplication)
            install(self.qt, self.wedge)

    def _opened(self, desk: Desk) -> None:
        from ui.conduct import Conduct
        from ui.presenter import Presenter
        from ui.print_work import PrintWork
        from ui.printing import CupsPrinter

        self.desk = desk
        presenter = Presenter(desk)
        self.window.attach(lambda window: Conduct(window, presenter))
        conduct = self.window.conduct
        assert conduct is not None
        place = self._place()
        conduct.is_new = self._first is not None
        conduct.around.use_printer(PrintWork(desk, self._printer or CupsPrinter(place.printer)))
        conduct.around.bell.is_on = place.sound
        conduct.watch.locks_after = timedelta(minutes=place.locks_after)
        if place.second_screen and conduct.second.is_there():
            conduct.second.toggle()
        self._listen()
        assert self.wedge is not None
        self.wedge.scanned.connect(conduct.scan)
        QTimer.singleShot(0, register_later_fonts)
        if (renewal := self._renewal) is not None:
            self._thread = run_in_background(
                lambda: renewal.rest(self.renewed.emit), lambda _: self._show_renewed(None)
            )
        gc.freeze()  # what stays all day is not looked through again while somebody waits for an answer
        if self._on_open is not None:
            self._on_open(self)

    def _show_renewed(self, done: int | None, of: int = 0) -> None:
        """How far the lists are, before the desk is open and after; None at the end."""
        words = tr("renew.opening", done=done, of=of) if done is not None else ""
        if self.window.conduct is not None:
            self.window.conduct.around.renewing = (done, of) if done is not None else None
            self.window.conduct.around.status()
        elif isinstance(self.window.page, OpeningPage):
            self.window.page.say(words)

    def _failed(self, problem: BaseException) -> None:
        from screening.records.errors import RecordError
        from ui.faults import in_words

        if isinstance(problem, (RecordError, LookupError, ValueError)):
            self.window.fail(in_words(problem))
        else:
            sys.excepthook(type(problem), problem, problem.__traceback__)
            self.window.fail(tr("crash.note", code=crash.code_of(problem)))

    def _tell_crash(self, code: str) -> None:
        self.window.foot.tell(tr("crash.note", code=code), trouble=True)

    def _close(self) -> None:
        if self.wedge is not None and isinstance(self.qt, QApplication):
            self.qt.removeEventFilter(self.wedge)
        if self._renewal is not None:
            self._renewal.stop()
            if self._thread is not None:
                self._thread.join()
        if self.desk is not None:
            self.desk.store.close()


def run(home: Path, **options: Any) -> int:
    """The desk in a window until it is closed; the exit code."""
    if os.name == "posix" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        sys.stderr.write("there is no display here. A day at a post without a window: paso demo\n")
        return 3
    application = Application(home, is_first=True, **options)
    application.start()
    return int(application.qt.exec())
