"""The second touch of the same finger: it meets what took the place of what it touched, and means nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer

__all__ = ["BOUNCE_MS", "Bounce"]

BOUNCE_MS: Final = 350


class Bounce:
    """Time since something else took its place; until it begins, every touch counts."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()

    def begin(self) -> None:
        """Something else stands here from now on."""
        self._since.start()

    @property
    def is_on(self) -> bool:
        """Whether a touch now is taken for the second one of a finger."""
        return self._since.isValid() and self._since.elapsed() < BOUNCE_MS
