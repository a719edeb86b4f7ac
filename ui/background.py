"""The one door to threads: `run_in_background(work, then)`. `then` runs on the main thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

Result = TypeVar("Result")


class _Carrier(QObject):
    """Carries a result from the worker to the thread it was made in."""

    came = Signal(object)

    def __init__(self, then: Callable[[Any], None], failed: Callable[[BaseException], None] | None) -> None:
        super().__init__()
        self._then, self._failed = then, failed
        self.worker: threading.Thread | None = None
        self.came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _deliver(self, outcome: tuple[Any, BaseException | None]) -> None:
        if self.worker is not None:
            self.worker.join()  # it has nothing left to do, and must not be the last to hold an object of the window
        _AWAY.discard(self)
        result, problem = outcome
        if problem is None:
            self._then(result)
        elif self._failed is not None:
            self._failed(problem)
        else:
            sys.excepthook(type(problem), problem, problem.__traceback__)


_AWAY: set[_Carrier] = set()


def run_in_background(
    work: Callable[[], Result],
    then: Callable[[Result], None],
    failed: Callable[[BaseException], None] | None = None,
) -> threading.Thread:
    """Do `work` on a thread of its own, then hand its result to `then`, or what it raised to `failed`.

    Call it from the main thread. Without `failed` the problem reaches the crash note like any other.
    """
    carrier = _Carrier(then, failed)
    _AWAY.add(carrier)

    def run() -> None:
        try:
            outcome: tuple[Any, BaseException | None] = (work(), None)
        except BaseException as problem:  # noqa: BLE001 - whatever it was, the main thread hears of it
            outcome = (None, problem)
        carrier.came.emit(outcome)

    thread = threading.Thread(target=run, daemon=True, name="paso-background")
    carrier.worker = thread
    thread.start()
    return thread
