"""Start: a window first, then everything it needs. `run` returns when the window is closed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import crash
from ui.appearance import LOOKS, register_fonts, register_later_fonts
from ui.background import run_in_background
from ui.strings import tr
from ui.window import Window

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.intake.wedge import Wedge
    from ui.printing import Printer


_HIDDEN_MS = 1500


def utc_now() -> datetime:
    """The clock of this computer."""
    return datetime.now(UTC)


class Application:
    """One window and the desk of one data folder. `painted` is called after the first paint."""

    def __init__(
        self,
        home: Path,
        *,
        clock: Callable[[], datetime] = utc_now,
        language: str = "es",
        look: str = "light",
        printer: Printer | None = None,
        on_open: Callable[[Application], None] | None = None,
    ) -> None:
        self.qt = QApplication.instance() or QApplication(["paso"])
        assert isinstance(self.qt, QApplication)
        self.qt.setApplicationName("Paso Seguro")
        register_fonts(first=True)
        self.home, self.clock, self._on_open, self._printer = home, clock, on_open, printer
        self.desk: Desk | None = None
        self.wedge: Wedge | None = None
        self.window = Window(LOOKS[look], language)
        self.window.closed.connect(self._close)
        self.window.again.connect(self.open)
        self.window.painted.connect(self._open_once)
        self._begun = False

    def start(self) -> None:
        """Show the window, paint it, and only then load the rest."""
        crash.catch(self._tell_crash, self.home / "failures.txt")
        self.window.show()
        QTimer.singleShot(_HIDDEN_MS, self._open_once)  # a window that is never painted (minimised) opens all the same

    def _open_once(self) -> None:
        if not self._begun:
            self._begun = True
            self.open()

    def open(self) -> None:
        """Load procedures and records away from the window, then put the desk into it."""
        run_in_background(self._load, self._opened, self._failed)

    def _load(self) -> Desk:
        from ui.home import Home

        desk = Home(self.home).open_desk(clock=self.clock)
        desk.setting(desk.today()).memory(desk.today()).think_ahead()
        desk.waiting()
        desk.still_owed()
        return desk

    def _opened(self, desk: Desk) -> None:
        from ui.conduct import Conduct
        from ui.intake.wedge import Wedge, install
        from ui.presenter import Presenter
        from ui.print_work import PrintWork
        from ui.printing import CupsPrinter

        self.desk = desk
        presenter = Presenter(desk)
        self.window.attach(lambda window: Conduct(window, presenter))
        conduct = self.window.conduct
        assert conduct is not None
        conduct.around.use_printer(PrintWork(desk, self._printer or CupsPrinter()))
        self.wedge = Wedge()
        self.wedge.scanned.connect(conduct.scan)
        assert isinstance(self.qt, QApplication)
        install(self.qt, self.wedge)
        QTimer.singleShot(0, register_later_fonts)
        if self._on_open is not None:
            self._on_open(self)

    def _failed(self, problem: BaseException) -> None:
        from screening.records.errors import RecordError

        if isinstance(problem, (RecordError, LookupError, ValueError)):
            self.window.fail(str(problem))
        else:
            sys.excepthook(type(problem), problem, problem.__traceback__)
            self.window.fail(tr("crash.note", code=crash.code_of(problem)))

    def _tell_crash(self, code: str) -> None:
        self.window.foot.tell(tr("crash.note", code=code), trouble=True)

    def _close(self) -> None:
        if self.wedge is not None and isinstance(self.qt, QApplication):
            self.qt.removeEventFilter(self.wedge)
        if self.desk is not None:
            self.desk.store.close()


def run(home: Path, **options: Any) -> int:
    """The desk in a window until it is closed; the exit code."""
    if os.name == "posix" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        sys.stderr.write("there is no display here. A day at a post without a window: paso demo\n")
        return 3
    application = Application(home, **options)
    application.start()
    return int(application.qt.exec())
