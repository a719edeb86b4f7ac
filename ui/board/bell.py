"""A beep when something new is late; off until somebody asks for it. No Qt: `sound` is the system's own."""

from __future__ import annotations

from collections.abc import Callable


class Bell:
    """Sounds once for each thing that is late, however long it stays so."""

    def __init__(self, sound: Callable[[], None]) -> None:
        self.is_on = False
        self._sound = sound
        self._heard: frozenset[str] = frozenset()

    def hear(self, late: frozenset[str]) -> None:
        """What is late now, by keys."""
        if self.is_on and late - self._heard:
            self._sound()
        self._heard = late
