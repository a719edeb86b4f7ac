"""The document reader as a keyboard: one filter over the whole application, needing no focus, answering no question."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import Shiboken

from ui.intake.burst import BURST_GAP_S, WHOLE_GAP_S, Burst

_ENDS = {Qt.Key.Key_Return: "\n", Qt.Key.Key_Enter: "\n", Qt.Key.Key_Tab: "\t"}
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_Meta,
}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Wedge(QObject):
    """Emits `scanned(text)` for every document; its key presses reach nobody else."""

    scanned = Signal(str)

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._burst, self._clock = Burst(), clock
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._end)
        self._seen: tuple[QWidget | None, int] = (None, 0)
        self._taken = False
        self._before: tuple[QLineEdit, str, int] | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key presses of a reader; let every other event pass."""
        kind = event.type()
        if kind == QEvent.Type.KeyRelease:
            self._seen = (None, 0)
            return False
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or not isinstance(watched, QWidget):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.ShortcutOverride:
            if self._burst.is_running and self._burst.certain:
                event.accept()  # a shortcut must not fire within a document; the key press itself is taken below
                return True
            return False
        if self._is_same_press(watched, event):
            return self._taken
        self._taken = self._press(watched, event)
        return self._taken

    def _is_same_press(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Whether Qt hands the same press on to a parent of the widget that did not want it."""
        before, pointer = self._seen
        now = Shiboken.getCppPointer(event)[0]
        self._seen = (watched, now)
        return before is not None and now == pointer and Shiboken.isValid(before) and watched.isAncestorOf(before)

    def _press(self, watched: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIERS:
            return False
        field = watched if isinstance(watched, (QLineEdit, QPlainTextEdit)) else None
        letter = _ENDS.get(Qt.Key(event.key()), event.text() if event.text().isprintable() else "")
        if event.modifiers() & _COMMANDS:
            letter = ""
        before = (field, field.text(), field.cursorPosition()) if isinstance(field, QLineEdit) else None
        fate = self._burst.feed(letter, self._clock(), in_text=field is not None)
        if len(self._burst.text) == 1:
            self._before = before
        if fate == "take" and self._burst.certain and self._before is not None:
            self._restore()
        if self._burst.done:
            QTimer.singleShot(0, self, self._tell)
        if self._burst.is_running:
            self._silence.start(round((WHOLE_GAP_S if self._burst.is_whole else BURST_GAP_S) * 1000))
        else:
            self._before = None
        return fate == "take"

    def _restore(self) -> None:
        """Take the first letters of a document out of the field that was being typed in."""
        assert self._before is not None
        (field, text, place), self._before = self._before, None
        if Shiboken.isValid(field):
            field.setText(text)
            field.setCursorPosition(place)

    def _end(self) -> None:
        self._burst.finish()
        self._before = None
        self._tell()

    def _tell(self) -> None:
        done, self._burst.done = self._burst.done, []
        for text in done:
            self.scanned.emit(text)


def install(application: QApplication, wedge: Wedge) -> None:
    """Let the wedge see every key press of the application."""
    application.installEventFilter(wedge)
